/* wants: '__asm__' is not allowed */
#define PASTE(a, b) a##b
PASTE(__as, m__)(".globl _start\n_start: ret");
unsigned popcount_u8(unsigned char x) { return x; }
