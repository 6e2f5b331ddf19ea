/* Solutions of docs/course/exercises/1-bits.c, which tests/scripts/course.sh grades. */
#include <stdint.h>

uint16_t byteswap_u16(uint16_t x) { return (uint16_t)(x << 8 | x >> 8); }

/* Two shifts, neither by 32. */
uint32_t low_mask_u32(unsigned n) { return (1u << n / 2 << (n - n / 2)) - 1; }

/* For n = 0 the second shift is by 0, too. */
uint32_t rotl_u32(uint32_t x, unsigned n) { return x << n | x >> (32 - n) % 32; }

/* Moves the sign to the top, and comes back by an arithmetic shift. */
int8_t sign_extend_u8(uint8_t x, unsigned n)
{
    return (int8_t)((int8_t)(uint8_t)(x << (8 - n)) >> (8 - n));
}

/* Half of (x ^ y) + 2 * (x & y). */
uint32_t avg_floor_u32(uint32_t x, uint32_t y) { return ((x ^ y) >> 1) + (x & y); }
