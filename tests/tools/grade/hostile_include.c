/* wants: #include "/etc/passwd" is not allowed */
#include "/etc/passwd"
unsigned popcount_u8(unsigned char x) { return x; }
