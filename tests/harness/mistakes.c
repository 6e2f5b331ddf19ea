/* mistakes.c: see mistakes.h. No shift here is by the width or more, which is undefined. A bug that
 * consists of such a shift is written as what x86 makes of it. */
#include "mistakes.h"
#include <bitmill/learn/laws.h>

/* ---- Wrong: two for each kind of law ---- */

/* x | 1 << i: an int is shifted, modulo 32 on x86, and its sign fills the upper half. */
static uint64_t set_by_int(uint64_t x, unsigned i)
{
    return x | (uint64_t)(int64_t)(int32_t)(UINT32_C(1) << (i & 31));
}
static uint8_t flip_that_sets(uint8_t x, unsigned i) { return (uint8_t)(x | 1u << i); }
static uint16_t clear_by_xor(uint16_t x, unsigned i) { return (uint16_t)(x ^ 1u << i); }
static uint16_t modify_that_only_sets(uint16_t x, unsigned i, bool state)
{
    return (uint16_t)(x | (unsigned)state << i);
}
static uint32_t modify_that_only_clears(uint32_t x, unsigned i, bool state)
{
    return state ? x : x & ~(UINT32_C(1) << i);
}
static bool is_set_in_the_low_half(uint64_t x, unsigned i) { return (uint32_t)x >> (i & 31) & 1; }
static bool is_set_or_lower(uint8_t x, unsigned i) { return x % (2u << i) != 0; }
static uint32_t rotl_by_one(uint32_t x, unsigned i) { return i ? x << 1 | x >> 31 : x; }
static uint8_t rotr_that_shifts(uint8_t x, unsigned i) { return (uint8_t)(x >> i); }

static unsigned popcount_below_31(uint32_t x)
{
    unsigned n = 0;
    for (int i = 0; i < 31; i++)
        n += x >> i & 1;
    return n;
}
static unsigned popcount_while_odd(uint32_t x)
{
    unsigned n = 0;
    for (; x & 1; x >>= 1)
        n++;
    return n;
}
static unsigned popcount_of_the_low_half(uint64_t x)
{
    unsigned n = 0;
    for (uint32_t low = (uint32_t)x; low; low &= low - 1)
        n++;
    return n;
}
static bool parity_of_a_byte(uint32_t x)
{
    x = (x ^ x >> 4) & 0xff;
    return 0x6996u >> (x & 15) & 1;
}
static unsigned right_clz(uint32_t x)
{
    unsigned n = 0;
    while (n < 32 && !(x >> (31 - n) & 1))
        n++;
    return n;
}
/* The significand of a float has 24 bits: larger numbers may round up to the next power of two. */
static unsigned clz_by_float(uint32_t x)
{
    unsigned n = 32;
    for (volatile float y = (float)x; y >= 1; y /= 2) /* stored: x87 keeps more bits otherwise */
        n--;
    return n;
}
static unsigned clz_of_int(uint32_t x) { return x ? right_clz(x) : 31; }
static unsigned ctz_in_vain(uint64_t x)
{
    unsigned n = 0;
    for (; n < 63 && !(x & 1); x >>= 1)
        n++;
    return n;
}
static unsigned clo_at_most_31(uint32_t x) { return x == UINT32_MAX ? 31 : right_clz(~x); }
static unsigned ffs_from_zero(uint8_t x)
{
    unsigned n = 0;
    while (n < 8 && !(x >> n & 1))
        n++;
    return n;
}
static unsigned bit_width_as_int(uint64_t x) { return 32 - right_clz((uint32_t)x); }
static unsigned log2_floor_by_float(uint32_t x) { return x ? 31 - clz_by_float(x) : 32; }
static unsigned log2_ceil_above(uint32_t x) { return 32 - right_clz(x); }

static unsigned rank_and_itself(uint8_t x, unsigned i)
{
    unsigned n = 0;
    for (unsigned k = 0; k <= i && k < 8; k++)
        n += x >> k & 1;
    return n;
}
static unsigned select_from_one(uint16_t x, unsigned i)
{
    for (unsigned k = 0; k < 16; k++)
        if (x >> k & 1 && --i == 0)
            return k;
    return 16;
}

static bool is_pow2_of_zero(uint32_t x) { return (x & (x - 1)) == 0; }
static uint32_t ceil_pow2_strictly_above(uint32_t x)
{
    uint32_t power = 1;
    while (power && power <= x)
        power <<= 1;
    return power;
}
static uint64_t floor_pow2_by_five_steps(uint64_t x)
{
    x |= x >> 1, x |= x >> 2, x |= x >> 4, x |= x >> 8, x |= x >> 16;
    return x ^ x >> 1;
}
static uint32_t align_up_always(uint32_t x, uint32_t y) { return (x + y) & (0 - y); }
static bool is_aligned_by_bit(uint32_t x, uint32_t y) { return !(x & y); }
static uint8_t lowest_set_of_complement(uint8_t x) { return (uint8_t)(~x & (x + 1)); }
static uint64_t clear_lowest_of_32(uint64_t x)
{
    return (x & 0xffffffff00000000) | ((uint32_t)x & ((uint32_t)x - 1));
}

/* 1 << 32 is 1 on x86, so the full mask is 0. */
static uint32_t low_mask_by_shift(unsigned i) { return (UINT32_C(1) << (i & 31)) - 1; }
static uint64_t low_mask_with_one_more(unsigned i)
{
    return i < 63 ? (UINT64_C(2) << i) - 1 : ~UINT64_C(0);
}
static uint32_t mask_from_zero(unsigned i, unsigned n)
{
    return (void)i, n < 32 ? (UINT32_C(1) << n) - 1 : ~UINT32_C(0);
}
static uint8_t mask_to_n(unsigned i, unsigned n)
{
    return (uint8_t)(0xffu << i & ~(0xffu << (n & 7)));
}
static uint32_t extract_by_shift(uint32_t x, unsigned i, unsigned n)
{
    return x >> i & ((UINT32_C(1) << (n & 31)) - 1);
}
static uint16_t extract_in_place(uint16_t x, unsigned i, unsigned n)
{
    return (uint16_t)(x & ((1u << n) - 1) << i);
}
static uint32_t insert_that_ors(uint32_t x, unsigned i, unsigned n, uint32_t y)
{
    return n ? x | (y & UINT32_MAX >> (32 - n)) << i : x;
}
static uint32_t insert_without_cutting(uint32_t x, unsigned i, unsigned n, uint32_t y)
{
    return n ? (x & ~(UINT32_MAX >> (32 - n) << i)) | y << i : x;
}
static int16_t sign_extend_with_zeros(uint16_t x, unsigned i)
{
    return (int16_t)(i < 16 ? x & ((1u << i) - 1) : x);
}
static int64_t sign_extend_of_a_clean_field(uint64_t x, unsigned i)
{
    const uint64_t sign = UINT64_C(1) << (i - 1);
    return (int64_t)((x ^ sign) - sign);
}
static uint32_t mux_the_other_way(uint32_t x, uint32_t y, uint32_t z) { return (x & z) | (~x & y); }
static uint8_t mux_with_or(uint8_t x, uint8_t y, uint8_t z) { return (uint8_t)((x & y) | z); }

static uint8_t reverse_of_nibbles(uint8_t x) { return (uint8_t)(x << 4 | x >> 4); }
static uint16_t byteswap_of_char(uint16_t x) { return (uint16_t)(x << 8 | (int8_t)(x >> 8)); }
static uint8_t pext_that_masks(uint8_t x, uint8_t y) { return x & y; }
static uint32_t pdep_that_masks(uint32_t x, uint32_t y) { return x & y; }
static uint16_t gray_decode_one_step(uint16_t x) { return (uint16_t)(x ^ x >> 1); }
static uint32_t clmul_with_carries(uint32_t x, uint32_t y) { return x * y; }
static uint8_t morton2_without_y(uint8_t x, uint8_t y)
{
    return (uint8_t)((x & 1) | (x & 2) << 1 | (x & 4) << 2 | (x & 8) << 3 | (y & 1) << 1);
}
static uint8_t next_same_popcount_by_one(uint8_t x) { return (uint8_t)(x + (x & (0u - x))); }
static uint32_t avg_that_overflows(uint32_t x, uint32_t y) { return (x + y) / 2; }
static uint8_t sat_add_to_254(uint8_t x, uint8_t y)
{
    return (uint8_t)(x + y >= 255 ? 254 : x + y);
}
static bool has_zero_byte_of_32(uint64_t x)
{
    const uint32_t y = (uint32_t)x;
    return ((y - 0x01010101) & ~y & 0x80808080) != 0;
}

#define REFUTED(law_, f, x_, i_, n_, y_, z_, got_, expected_) \
    do {                                                      \
        bmill_counterexample c = {"", 0, 0, 0, 0, 0, 0, 0};   \
        ck_assert_msg(!bmill_law_##law_(f, &c), #f);          \
        ck_assert_str_eq(c.law, #law_);                       \
        ck_assert_uint_eq(c.x, x_);                           \
        ck_assert_uint_eq(c.i, i_);                           \
        ck_assert_uint_eq(c.n, n_);                           \
        ck_assert_uint_eq(c.y, y_);                           \
        ck_assert_uint_eq(c.z, z_);                           \
        ck_assert_uint_eq(c.got, got_);                       \
        ck_assert_uint_eq(c.expected, expected_);             \
    } while (0)
#define REFUTED_1(law, f, x, got, expected)     REFUTED(law, f, x, 0, 0, 0, 0, got, expected)
#define REFUTED_AT(law, f, x, i, got, expected) REFUTED(law, f, x, i, 0, 0, 0, got, expected)
#define REFUTED_2(law, f, x, y, got, expected)  REFUTED(law, f, x, 0, 0, y, 0, got, expected)

START_TEST(refutes_mistakes_about_bits)
{
    REFUTED_AT(set_u64, set_by_int, 0, 31, 0xffffffff80000000, 0x80000000);
    REFUTED_AT(flip_u8, flip_that_sets, 1, 0, 1, 0);
    REFUTED_AT(clear_u16, clear_by_xor, 0, 0, 1, 0);
    REFUTED(modify_u16, modify_that_only_sets, 1, 0, 0, 0, 0, 1, 0);
    REFUTED(modify_u32, modify_that_only_clears, 0, 0, 0, 1, 0, 0, 1);
    REFUTED_AT(is_set_u64, is_set_in_the_low_half, 1, 32, 1, 0);
    REFUTED_AT(is_set_u8, is_set_or_lower, 1, 1, 1, 0);
    REFUTED_AT(rotl_u32, rotl_by_one, 1, 2, 2, 4);
    REFUTED_AT(rotr_u8, rotr_that_shifts, 1, 1, 0, 0x80);
}
END_TEST

START_TEST(refutes_mistakes_about_counts)
{
    REFUTED_1(popcount_u32, popcount_below_31, 0x80000000, 0, 1);
    REFUTED_1(popcount_u32, popcount_while_odd, 2, 0, 1);
    REFUTED_1(popcount_u64, popcount_of_the_low_half, 0x100000000, 0, 1);
    REFUTED_1(parity_u32, parity_of_a_byte, 0x100, 0, 1);
    REFUTED_1(clz_u32, clz_by_float, 0x1ffffff, 6, 7);
    REFUTED_1(clz_u32, clz_of_int, 0, 31, 32);
    ck_assert(bmill_law_clz_nonzero_u32(clz_of_int, NULL));
    ck_assert(!bmill_law_clz_u32(clz_of_int, NULL));
    REFUTED_1(ctz_u64, ctz_in_vain, 0, 63, 64);
    ck_assert(bmill_law_ctz_nonzero_u64(ctz_in_vain, NULL));
    REFUTED_1(clo_u32, clo_at_most_31, 0xffffffff, 31, 32);
    REFUTED_1(ffs_u8, ffs_from_zero, 0, 8, 0);
    REFUTED_1(bit_width_u64, bit_width_as_int, 0x100000000, 0, 33);
    REFUTED_1(log2_floor_u32, log2_floor_by_float, 0x1ffffff, 25, 24);
    REFUTED_1(log2_ceil_u32, log2_ceil_above, 1, 1, 0);
    REFUTED_AT(rank_u8, rank_and_itself, 1, 0, 1, 0);
    REFUTED_AT(select_u16, select_from_one, 1, 0, 16, 0);
    REFUTED_AT(select_fits_u16, select_from_one, 1, 0, 16, 0);
}
END_TEST

START_TEST(refutes_mistakes_about_powers_and_ends)
{
    REFUTED_1(is_pow2_u32, is_pow2_of_zero, 0, true, false);
    ck_assert(bmill_law_is_pow2_nonzero_u32(is_pow2_of_zero, NULL));
    REFUTED_1(ceil_pow2_u32, ceil_pow2_strictly_above, 1, 2, 1);
    REFUTED_1(floor_pow2_u64, floor_pow2_by_five_steps, 0x100000000, 0x100000001, 0x100000000);
    REFUTED_2(align_up_u32, align_up_always, 0, 1, 1, 0);
    REFUTED_2(is_aligned_u32, is_aligned_by_bit, 1, 1, false, true);
    REFUTED_1(lowest_set_u8, lowest_set_of_complement, 0, 1, 0);
    REFUTED_1(clear_lowest_set_u64, clear_lowest_of_32, 0x100000000, 0x100000000, 0);
    REFUTED_1(next_same_popcount_u8, next_same_popcount_by_one, 3, 4, 5);
}
END_TEST

START_TEST(refutes_mistakes_about_fields)
{
    REFUTED_AT(low_mask_u32, low_mask_by_shift, 0, 32, 0, 0xffffffff);
    REFUTED_AT(low_mask_u64, low_mask_with_one_more, 0, 0, 1, 0);
    REFUTED(mask_u32, mask_from_zero, 0, 1, 1, 0, 0, 1, 2);
    REFUTED(mask_u8, mask_to_n, 0, 0, 8, 0, 0, 0, 0xff);
    REFUTED(extract_u32, extract_by_shift, 1, 0, 32, 0, 0, 0, 1);
    REFUTED(extract_u16, extract_in_place, 2, 1, 1, 0, 0, 2, 1);
    REFUTED(insert_u32, insert_that_ors, 1, 0, 1, 0, 0, 1, 0);
    REFUTED(insert_u32, insert_without_cutting, 0, 0, 1, 2, 0, 2, 0);
    REFUTED_AT(sign_extend_u16, sign_extend_with_zeros, 1, 1, 1, 0xffff);
    REFUTED_AT(sign_extend_u64, sign_extend_of_a_clean_field, 2, 1, 2, 0);
    REFUTED(mux_u32, mux_the_other_way, 0, 0, 0, 0, 1, 0, 1);
    REFUTED(mux_u8, mux_with_or, 1, 0, 0, 0, 1, 1, 0);
}
END_TEST

START_TEST(refutes_mistakes_about_order_and_sums)
{
    REFUTED_1(reverse_u8, reverse_of_nibbles, 1, 0x10, 0x80);
    REFUTED_1(byteswap_u16, byteswap_of_char, 0x8000, 0xff80, 0x80);
    REFUTED_2(pext_u8, pext_that_masks, 2, 2, 2, 1);
    REFUTED_2(pdep_u32, pdep_that_masks, 1, 2, 0, 2);
    REFUTED_1(gray_decode_u16, gray_decode_one_step, 4, 6, 7);
    REFUTED_2(clmul_u32, clmul_with_carries, 3, 3, 9, 5);
    REFUTED_2(morton2_u8, morton2_without_y, 0, 2, 0, 8);
    REFUTED_2(avg_floor_u32, avg_that_overflows, 1, 0xffffffff, 0, 0x80000000);
    REFUTED_2(sat_add_u8, sat_add_to_254, 0, 255, 254, 255);
    REFUTED_1(has_zero_byte_u64, has_zero_byte_of_32, 0x01010101, false, true);
}
END_TEST

/* ---- Right, in the forms of textbooks ---- */

static unsigned popcount_by_clearing(uint64_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}
static bool parity_by_folding(uint16_t x)
{
    unsigned y = x;
    y ^= y >> 8, y ^= y >> 4, y ^= y >> 2, y ^= y >> 1;
    return y & 1;
}
static bool is_pow2_by_clearing(uint64_t x) { return x && (x & (x - 1)) == 0; }
static uint32_t ceil_pow2_by_smearing(uint32_t x)
{
    x--;
    x |= x >> 1, x |= x >> 2, x |= x >> 4, x |= x >> 8, x |= x >> 16;
    return x + 1;
}
static uint32_t reverse_by_shifting(uint32_t x)
{
    uint32_t result = 0;
    for (int i = 0; i < 32; i++, x >>= 1)
        result = result << 1 | (x & 1);
    return result;
}
static uint32_t next_by_division(uint32_t x)
{
    const uint32_t lowest = x & (0 - x), carried = x + lowest;
    return carried | (carried ^ x) / lowest >> 2;
}
static uint64_t extract_by_two_shifts(uint64_t x, unsigned i, unsigned n)
{
    return x << (64 - n - i) >> (64 - n);
}
static int32_t sign_extend_by_subtracting(uint32_t x, unsigned i)
{
    const int64_t half = INT64_C(1) << (i - 1), low = (int64_t)x & (2 * half - 1);
    return (int32_t)(low >= half ? low - 2 * half : low);
}
static uint8_t pdep_by_lowest(uint8_t x, uint8_t y)
{
    unsigned result = 0;
    for (unsigned mask = y; mask; mask &= mask - 1, x >>= 1)
        result |= x & 1 ? mask & (0 - mask) : 0;
    return (uint8_t)result;
}
static uint32_t mux_by_or(uint32_t x, uint32_t y, uint32_t z) { return (x & y) | (~x & z); }
static unsigned select_by_clearing(uint64_t x, unsigned i)
{
    while (i-- > 0)
        x &= x - 1;
    unsigned place = 0;
    while (!(x >> place & 1))
        place++;
    return place;
}

START_TEST(holds_for_the_forms_in_textbooks)
{
    ck_assert(bmill_law_popcount_u64(popcount_by_clearing, NULL));
    ck_assert(bmill_law_parity_u16(parity_by_folding, NULL));
    ck_assert(bmill_law_clz_u32(right_clz, NULL));
    ck_assert(bmill_law_is_pow2_u64(is_pow2_by_clearing, NULL));
    ck_assert(bmill_law_ceil_pow2_nonzero_u32(ceil_pow2_by_smearing, NULL));
    ck_assert(!bmill_law_ceil_pow2_u32(ceil_pow2_by_smearing, NULL)); /* 0 of 0 */
    ck_assert(bmill_law_reverse_u32(reverse_by_shifting, NULL));
    ck_assert(bmill_law_next_same_popcount_fits_u32(next_by_division, NULL));
    ck_assert(bmill_law_extract_fits_u64(extract_by_two_shifts, NULL));
    ck_assert(bmill_law_sign_extend_u32(sign_extend_by_subtracting, NULL));
    ck_assert(bmill_law_pdep_u8(pdep_by_lowest, NULL));
    ck_assert(bmill_law_mux_u32(mux_by_or, NULL));
    ck_assert(bmill_law_select_fits_u64(select_by_clearing, NULL));
}
END_TEST

void add_mistakes(TCase *tcase)
{
    tcase_add_test(tcase, refutes_mistakes_about_bits);
    tcase_add_test(tcase, refutes_mistakes_about_counts);
    tcase_add_test(tcase, refutes_mistakes_about_powers_and_ends);
    tcase_add_test(tcase, refutes_mistakes_about_fields);
    tcase_add_test(tcase, refutes_mistakes_about_order_and_sums);
    tcase_add_test(tcase, holds_for_the_forms_in_textbooks);
}
