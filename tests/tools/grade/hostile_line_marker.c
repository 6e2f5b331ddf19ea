/* wants: the directive #1 is not allowed */
# 1 "/usr/include/stdint.h" 3
__asm__("nop");
unsigned popcount_u8(unsigned char x) { return x; }
