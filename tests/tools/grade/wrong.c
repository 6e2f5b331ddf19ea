/* Wrong: each function has a mistake that people make. In front of it is the least call at which
 * it is, as the grader has to find it. */
#include <stdbool.h>
#include <stdint.h>

/* wants: set_u64(0x0, 32) returned 1; right is 4294967296 */
uint64_t set_u64(uint64_t x, unsigned i) { return x | 1u << (i & 31); }
/* wants: clear_u64(0x1, 32) returned 0; right is 1 */
uint64_t clear_u64(uint64_t x, unsigned i) { return x & ~(1u << (i & 31)); }
/* wants: is_pow2_u8(0x0) returned true; right is false */
bool is_pow2_u8(uint8_t x) { return (x & (x - 1)) == 0; }
/* wants: is_pow2_u16(0x1) returned false; right is true */
bool is_pow2_u16(uint16_t x) { return x > 1 && (x & (x - 1)) == 0; }
/* wants: is_pow2_u32(0x80000000) returned false; right is true */
int is_pow2_u32(int x) { return x > 0 && (x & (x - 1)) == 0; }
/* wants: popcount_u32(0x80000000) returned 0; right is 1 */
unsigned popcount_u32(uint32_t x)
{
    unsigned n = 0;
    for (int i = 0; i < 31; i++)
        n += x >> i & 1;
    return n;
}
/* wants: popcount_u8(0x3) returned 1; right is 2 */
unsigned popcount_u8(uint8_t x) { return x != 0; }
/* wants: popcount_u16(0x100) returned 0; right is 1 */
unsigned popcount_u16(uint16_t x) { return (unsigned)__builtin_popcount((uint8_t)x); }
/* wants: popcount_u64(0x100000000) returned 0; right is 1 */
unsigned popcount_u64(uint64_t x) { return (unsigned)__builtin_popcount((unsigned)x); }
/* wants: parity_u8(0x10) returned false; right is true */
bool parity_u8(uint8_t x)
{
    x ^= x >> 2;
    x ^= x >> 1;
    return x & 1;
}
/* wants: reverse_u8(0x1) returned 64; right is 128 */
uint8_t reverse_u8(uint8_t x)
{
    uint8_t r = 0;
    for (int i = 0; i < 7; i++)
        r = (uint8_t)(r << 1 | (x >> i & 1));
    return r;
}
/* wants: reverse_u32(0x1) returned 8388608; right is 2147483648 */
uint32_t reverse_u32(uint32_t x)
{
    x = (x & 0x55555555u) << 1 | (x >> 1 & 0x55555555u);
    x = (x & 0x33333333u) << 2 | (x >> 2 & 0x33333333u);
    x = (x & 0x0f0f0f0fu) << 4 | (x >> 4 & 0x0f0f0f0fu);
    return (x & 0x00ff00ffu) << 16 | (x >> 16 & 0x00ff00ffu) | 0;
}
/* wants: clz_u32(0x0) returned 31; right is 32 */
unsigned clz_u32(uint32_t x)
{
    unsigned n = 0;
    for (uint32_t k = 0x80000000u; k > 1 && !(x & k); k >>= 1)
        n++;
    return n;
}
/* wants: clz_u16(0x0) returned 32; right is 16 */
unsigned clz_u16(uint16_t x) { return x ? (unsigned)__builtin_clz(x) : 32; }
/* wants: ctz_u8(0x0) returned 0; right is 8 */
unsigned ctz_u8(uint8_t x) { return x ? (unsigned)__builtin_ctz(x) : 0; }
/* wants: ffs_u32(0x0) returned -1; right is 0 */
int ffs_u32(uint32_t x) { return x ? __builtin_ctz(x) : -1; }
/* wants: bit_width_u8(0x0) returned 1; right is 0 */
unsigned bit_width_u8(uint8_t x)
{
    unsigned n = 1;
    while (x >>= 1)
        n++;
    return n;
}
/* wants: is_set_u32(0x1, 0) returned false; right is true */
bool is_set_u32(uint32_t x, unsigned i) { return (x >> i & 1) == 0 && x > 1; }
/* wants: is_set_u16(0x100, 8) returned false; right is true */
uint8_t is_set_u16(uint16_t x, unsigned i) { return (uint8_t)(x & 1u << i); }
/* wants: flip_u8(0x0, 0) returned 0; right is 1 */
uint8_t flip_u8(uint8_t x, unsigned i) { return x ^ i; }
/* wants: modify_u8(0x1, 0, false) returned 1; right is 0 */
uint8_t modify_u8(uint8_t x, unsigned i, bool y) { return (uint8_t)(x | (unsigned)y << i); }
/* wants: modify_u32(0x0, 0, true) returned 0; right is 1 */
uint32_t modify_u32(uint32_t x, unsigned i, bool y) { return (x & ~(1u << i)) | (y & i) << i; }
/* wants: rotl_u8(0x2, 7) returned 0; right is 1 */
uint8_t rotl_u8(uint8_t x, unsigned i) { return (uint8_t)(x << i | (i < 7 ? x >> (8 - i) : 0)); }
/* wants: rotr_u16(0x1, 1) returned 0; right is 32768 */
uint16_t rotr_u16(uint16_t x, unsigned i) { return x >> i; }
/* wants: byteswap_u32(0x100) returned 256; right is 65536 */
uint32_t byteswap_u32(uint32_t x) { return x << 24 | (x & 0x00ffff00u) | x >> 24; }
/* wants: sign_extend_u8(0x1, 1) returned 1; right is -1 */
int8_t sign_extend_u8(uint8_t x, unsigned i) { return (int8_t)(x & ((1u << i) - 1)); }
/* wants: low_mask_u32(32) returned 0; right is 4294967295 */
uint32_t low_mask_u32(unsigned i) { return i < 32 ? (1u << i) - 1 : 0; }
/* wants: mask_u8(0, 2) returned 1; right is 3 */
uint8_t mask_u8(unsigned i, unsigned n) { return n ? (uint8_t)(1u << i) : 0; }
/* wants: extract_u16(0x1, 0, 0) returned 1; right is 0 */
uint16_t extract_u16(uint16_t x, unsigned i, unsigned n)
{
    return n ? (uint16_t)(x >> i & ((1u << n) - 1)) : x;
}
/* wants: insert_u8(0x0, 0, 0, 0x1) returned 1; right is 0 */
uint8_t insert_u8(uint8_t x, unsigned i, unsigned n, uint8_t y)
{
    return n ? (uint8_t)((x & ~(((1u << n) - 1) << i)) | ((y & ((1u << n) - 1)) << i)) : x | y;
}
/* wants: sat_add_u8(0x1, 0xff) returned 0; right is 255 */
uint8_t sat_add_u8(uint8_t x, uint8_t y) { return (uint8_t)(x + y); }
/* wants: sat_sub_u8(0x0, 0x1) returned 255; right is 0 */
uint8_t sat_sub_u8(uint8_t x, uint8_t y) { return (uint8_t)(x - y); }
/* wants: abs_diff_u8(0x0, 0x1) returned 255; right is 1 */
uint8_t abs_diff_u8(uint8_t x, uint8_t y) { return (uint8_t)(x - y); }
/* wants: avg_floor_u8(0x1, 0xff) returned 0; right is 128 */
uint8_t avg_floor_u8(uint8_t x, uint8_t y) { return (uint8_t)((uint8_t)(x + y) / 2); }
/* wants: ceil_pow2_u8(0x3) returned 8; right is 4 */
uint8_t ceil_pow2_u8(uint8_t x)
{
    return x < 2 ? 1 : x > 128 ? 0 : x == 3 ? 8 : (uint8_t)(1u << (32 - __builtin_clz(x - 1u)));
}
/* wants: floor_pow2_u16(0x0) returned 1; right is 0 */
uint16_t floor_pow2_u16(uint16_t x) { return x ? (uint16_t)(1u << (31 - __builtin_clz(x))) : 1; }
/* wants: lowest_set_u32(0x0) returned 1; right is 0 */
uint32_t lowest_set_u32(uint32_t x) { return x ? x & -x : 1; }
/* wants: clear_lowest_set_u8(0x0) returned 255; right is 0 */
uint8_t clear_lowest_set_u8(uint8_t x) { return x ? x & (x - 1) : 255; }
/* wants: gray_encode_u8(0x1) returned 0; right is 1 */
uint8_t gray_encode_u8(uint8_t x) { return x >> 1; }
/* wants: morton2_u8(0x0, 0x1) returned 1; right is 2 */
uint8_t morton2_u8(uint8_t x, uint8_t y)
{
    unsigned r = 0;
    for (unsigned k = 0; k < 4; k++)
        r |= (y >> k & 1u) << 2 * k | (x >> k & 1u) << (2 * k + 1);
    return (uint8_t)r;
}
/* wants: rank_u32(0x1, 1) returned 0; right is 1 */
unsigned rank_u32(uint32_t x, unsigned i) { return i ? (unsigned)__builtin_popcount(x << (32 - i) & ~1u << (32 - i)) : 0; }
/* wants: select_u8(0x0, 0) returned 0; right is 8 */
unsigned select_u8(uint8_t x, unsigned i)
{
    while (i-- > 0)
        x &= (uint8_t)(x - 1);
    return x ? (unsigned)__builtin_ctz(x) : 0;
}
/* wants: pdep_u8(0x1, 0x2) returned 0; right is 2 */
uint8_t pdep_u8(uint8_t x, uint8_t y) { return x & y; }
/* wants: has_zero_byte_u32(0x0) returned false; right is true */
bool has_zero_byte_u32(uint32_t x) { return (x & 0xff) && !(x & 0xff00); }
/* wants: align_up_u32(0x0, 0x1) returned 1; right is 0 */
uint32_t align_up_u32(uint32_t x, uint32_t y) { return (x | (y - 1)) + 1; }
/* wants: is_even_u8(0x0) returned false; right is true */
bool is_even_u8(uint8_t x) { return x & 1; }
