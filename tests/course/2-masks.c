/* Solutions of docs/course/exercises/2-masks.c, which tests/scripts/course.sh grades. */
#include <stdbool.h>
#include <stdint.h>

uint32_t set_u32(uint32_t x, unsigned i) { return x | 1u << i; }
bool is_set_u32(uint32_t x, unsigned i) { return x >> i & 1; }
uint64_t clear_u64(uint64_t x, unsigned i) { return x & ~((uint64_t)1 << i); }
uint32_t flip_u32(uint32_t x, unsigned i) { return x ^ 1u << i; }
uint32_t modify_u32(uint32_t x, unsigned i, bool state)
{
    return x ^ ((x ^ -(uint32_t)state) & 1u << i);
}
uint32_t mux_u32(uint32_t mask, uint32_t a, uint32_t b) { return (a & mask) | (b & ~mask); }

static uint32_t low(unsigned n) { return (1u << n / 2 << (n - n / 2)) - 1; }
uint32_t mask_u32(unsigned first, unsigned count) { return low(first + count) - low(first); }
