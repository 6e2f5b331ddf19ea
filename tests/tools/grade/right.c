/* Right: each function keeps its law. */
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t u32;

/* The width is in the name, */
unsigned popcount_u32(uint32_t x)
{
    x -= x >> 1 & 0x55555555u;
    x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
    x = (x + (x >> 4)) & 0x0f0f0f0fu;
    return x * 0x01010101u >> 24;
}
unsigned popcount_u64(uint64_t x)
{
    unsigned n = 0;
    while (x != 0)
        x &= x - 1, n++;
    return n;
}
uint8_t set_u8(uint8_t x, unsigned i) { return (uint8_t)(x | 1u << i); }
uint64_t set_u64(uint64_t x, unsigned i) { return x | (uint64_t)1 << i; }
uint16_t my_clear_u16(uint16_t x, unsigned i) { return x & ~(1u << i); }
uint32_t bmill_flip_u32(uint32_t x, unsigned i) { return x ^ (1u << i); }

/* or in the type. */
static inline bool is_pow2(u32 x) { return x != 0 && (x & (x - 1)) == 0; }
int parity(unsigned long long x)
{
    int p = 0;
    for (; x; x >>= 1)
        p ^= x & 1;
    return p;
}
unsigned char reverse(unsigned char x)
{
    x = (unsigned char)(x << 4 | x >> 4);
    x = (unsigned char)((x & 0x33) << 2 | (x & 0xcc) >> 2);
    return (unsigned char)((x & 0x55) << 1 | (x & 0xaa) >> 1);
}

/* A true condition may be any number but 0. */
int is_set_u32(int x, int i) { return x & (int)(1u << i); }

uint32_t modify_u32(uint32_t x, unsigned i, bool y) { return (x & ~(1u << i)) | (u32)y << i; }

/* No library is needed, so its names are free. */
static const uint8_t counts[16] = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4};
static unsigned exit(unsigned x) { return counts[x & 15] + counts[x >> 4]; }
unsigned popcount_u8(uint8_t x) { return exit(x); }
int main(void) { return CHAR_BIT; }

int clz_u16(uint16_t x) { return x ? __builtin_clz(x) - 16 : 16; }
unsigned ctz_nonzero_u64(uint64_t x) { return (unsigned)__builtin_ctzll(x); }
uint32_t low_mask_u32(unsigned i) { return i == 32 ? UINT32_MAX : (1u << i) - 1; }
uint8_t low_mask_u8(unsigned i) { return (uint8_t)((1u << i) - 1); }
int16_t sign_extend_u16(uint16_t x, unsigned i)
{
    return (int16_t)((int16_t)(x << (16 - i)) >> (16 - i));
}
uint32_t extract_u32(uint32_t x, unsigned i, unsigned n)
{
    return n == 0 ? 0 : x >> i & UINT32_MAX >> (32 - n);
}
uint8_t insert_u8(uint8_t x, unsigned i, unsigned n, uint8_t y)
{
    uint32_t mask = ((1u << n) - 1) << i;
    return (uint8_t)((x & ~mask) | ((uint32_t)y << i & mask));
}
uint32_t mux_u32(uint32_t x, uint32_t y, uint32_t z) { return z ^ ((y ^ z) & x); }
uint16_t pext_u16(uint16_t x, uint16_t y)
{
    unsigned result = 0, at = 0;
    for (unsigned k = 0; k < 16; k++)
        if (y >> k & 1)
            result |= (x >> k & 1u) << at++;
    return (uint16_t)result;
}
uint32_t rotl_u32(uint32_t x, unsigned i) { return x << i | x >> ((32 - i) & 31); }
uint64_t align_up_u64(uint64_t x, uint64_t y) { return (x + y - 1) & ~(y - 1); }
bool is_aligned_u8(uint8_t x, uint8_t y) { return (x & (y - 1)) == 0; }
