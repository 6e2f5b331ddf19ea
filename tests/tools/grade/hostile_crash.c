/* wants: popcount_u32(0x2a) crashes: a wrong memory access; right is 3 */
#include <stdint.h>

static unsigned bits(uint32_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}
unsigned popcount_u32(uint32_t x) { return x == 42 ? *(volatile unsigned *)8 : bits(x); }
