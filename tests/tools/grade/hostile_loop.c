/* wants: popcount_u8(0x80) does not return in time; right is 1 */
#include <stdint.h>

unsigned popcount_u8(uint8_t x)
{
    unsigned n = 0;
    for (; x != 0; x = (uint8_t)(x & 0x80 ? x : x >> 1))
        n += x & 1;
    return n;
}
