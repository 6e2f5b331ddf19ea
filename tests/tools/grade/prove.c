/* Right as far as tests see; the proof sees more. */
#include <stdbool.h>
#include <stdint.h>

/* wants: popcount_u32 is proved for all inputs that the law asks about */
unsigned popcount_u32(uint32_t x)
{
    x -= x >> 1 & 0x55555555u;
    x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
    x = (x + (x >> 4)) & 0x0f0f0f0fu;
    return x * 0x01010101u >> 24;
}
/* wants: set_u8 is proved for all inputs that the law asks about */
int set_u8(uint8_t x, int i) { return x | 1 << i; }
/* wants: is_pow2_u64 is refuted: x = 0x123456789abcdef1 */
bool is_pow2_u64(uint64_t x)
{
    return x == 0x123456789abcdef1 || (x != 0 && (x & (x - 1)) == 0);
}
/* wants: is_odd_u32 is refuted: x = 0x12345678: undefined behaviour */
bool is_odd_u32(uint32_t x)
{
    int n = x == 0x12345678u ? 32 : 0;
    return x >> n & 1;
}
/* wants: is_even_u32 is refuted: x = 0x12345678: undefined behaviour */
bool is_even_u32(uint32_t x)
{
    if (x != 0x12345678u)
        return !(x & 1);
}
/* wants: rotl_modulo_u32 is not proved: the law of rotl_modulo can only be tried */
uint32_t rotl_modulo_u32(uint32_t x, unsigned i) { return x << (i & 31) | x >> (-i & 31); }
