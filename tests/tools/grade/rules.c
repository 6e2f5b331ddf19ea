/* Right, with what rules may forbid. */
#include <stdbool.h>
#include <stdint.h>

uint8_t clear_u8(uint8_t x, unsigned i) { return (uint8_t)(x & ~(1 << i)); }
unsigned first(uint8_t x)
{
    unsigned n = 0;
    for (int i = 0; i < 8; i++)
        n += x >> i & 1;
    return n;
}
unsigned popcount_u8(uint8_t x)
{
    unsigned n = 0;
    while (x)
        x &= (uint8_t)(x - 1), n++;
    return n;
}
static unsigned half(uint8_t x) { return x >> 4 ^ x; }
bool parity_u8(uint8_t x)
{
    if (x == 0)
        return false;
    unsigned y = half(x);
    y ^= y >> 2;
    return (y >> 1 ^ y) & 1;
}
uint16_t reverse_u16(uint16_t x)
{
    x = (uint16_t)((x & 0x5555) << 1 | (x >> 1 & 0x5555));
    x = (uint16_t)((x & 0x3333) << 2 | (x >> 2 & 0x3333));
    x = (uint16_t)((x & 0x0f0f) << 4 | (x >> 4 & 0x0f0f));
    return (uint16_t)(x << 8 | x >> 8);
}
