/* wants: #include FILE is not allowed */
#define FILE "/etc/passwd"
#include FILE
unsigned popcount_u8(unsigned char x) { return x; }
