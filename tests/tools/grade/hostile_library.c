/* wants: #include <stdlib.h> is not allowed */
#include <stdlib.h>
unsigned popcount_u8(unsigned char x) { exit(0); return x; }
