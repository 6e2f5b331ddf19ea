/* Solutions of docs/course/exercises/3-observations.c, which tests/scripts/course.sh grades. */
#include <stdbool.h>
#include <stdint.h>

bool is_odd_u32(uint32_t x) { return x & 1; }
bool is_aligned_u32(uint32_t x, uint32_t alignment) { return (x & (alignment - 1)) == 0; }
bool is_pow2_u32(uint32_t x) { return (x != 0) & ((x & (x - 1)) == 0); }
uint32_t lowest_set_u32(uint32_t x) { return x & -x; }
uint32_t trailing_zeros_mask_u32(uint32_t x) { return ~x & (x - 1); }
uint32_t gray_encode_u32(uint32_t x) { return x ^ x >> 1; }
uint8_t gray_decode_u8(uint8_t code)
{
    code ^= code >> 4;
    code ^= code >> 2;
    return code ^ code >> 1;
}
bool parity_u32(uint32_t x)
{
    x ^= x >> 16;
    x ^= x >> 8;
    x ^= x >> 4;
    x ^= x >> 2;
    return (x ^ x >> 1) & 1;
}
