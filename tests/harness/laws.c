/* laws.c: see laws.h. */
#include "laws.h"
#include <bitmill/word.h>

unsigned exhaustive_bits = 16;
places *spoilt;

static unsigned count(uint64_t x) { return x ? count(x & (x - 1)) + 1 : 0; }
static bool within(input at) { return at.i < at.w && at.n <= at.w - at.i; }
static bool power(uint64_t x) { return count(x) == 1; }
/* The 1 bits are one run at the high end, or there is none. */
static bool at_the_top(input at) { return ((at.x | (at.x - 1)) & ones(at.w)) == ones(at.w); }

/* All laws: name, the verb that the law is about, its shape, the inputs that it asks about. */
#define LAWS(LAW)                                                                      \
    LAW(reverse, reverse, map, true)                                                   \
    LAW(popcount, popcount, count, true)                                               \
    LAW(parity, parity, test, true)                                                    \
    LAW(rotl_modulo, rotl, map_at, true)                                               \
    LAW(rank_clip, rank, count_at, true)                                               \
    LAW(is_set_modulo, is_set, test_at, true)                                          \
    LAW(modify_modulo, modify, modify_at, true)                                        \
    LAW(sign_extend_clip, sign_extend, signed_at, true)                                \
    LAW(low_mask_clip, low_mask, mask, true)                                           \
    LAW(mask_clip, mask, field_mask, true)                                             \
    LAW(extract_clip, extract, field, true)                                            \
    LAW(insert_clip, insert, field_set, true)                                          \
    LAW(pext, pext, pair, true)                                                        \
    LAW(is_aligned, is_aligned, pair_test, power(at.y))                                \
    LAW(mux, mux, triple, true)                                                        \
    LAW(set, set, map_at, at.i < at.w)                                                 \
    LAW(clear, clear, map_at, at.i < at.w)                                             \
    LAW(flip, flip, map_at, at.i < at.w)                                               \
    LAW(modify, modify, modify_at, at.i < at.w)                                        \
    LAW(is_set, is_set, test_at, at.i < at.w)                                          \
    LAW(set_modulo, set, map_at, true)                                                 \
    LAW(clear_modulo, clear, map_at, true)                                             \
    LAW(flip_modulo, flip, map_at, true)                                               \
    LAW(is_odd, is_odd, test, true)                                                    \
    LAW(is_even, is_even, test, true)                                                  \
    LAW(count_zeros, count_zeros, count, true)                                         \
    LAW(clz, clz, count, true)                                                         \
    LAW(ctz, ctz, count, true)                                                         \
    LAW(clz_nonzero, clz, count, at.x > 0)                                             \
    LAW(ctz_nonzero, ctz, count, at.x > 0)                                             \
    LAW(clo, clo, count, true)                                                         \
    LAW(cto, cto, count, true)                                                         \
    LAW(bit_width, bit_width, count, true)                                             \
    LAW(ffs, ffs, count, true)                                                         \
    LAW(first_trailing_zero, first_trailing_zero, count, true)                         \
    LAW(first_leading_one, first_leading_one, count, true)                             \
    LAW(first_leading_zero, first_leading_zero, count, true)                           \
    LAW(redundant_sign_bits, redundant_sign_bits, count, true)                         \
    LAW(rank, rank, count_at, at.i <= at.w)                                            \
    LAW(select, select, count_at, at.i < at.w)                                         \
    LAW(select_fits, select, count_at, at.i < count(at.x))                             \
    LAW(select_clip, select, count_at, true)                                           \
    LAW(lowest_set, lowest_set, map, true)                                             \
    LAW(lowest_clear, lowest_clear, map, true)                                         \
    LAW(clear_lowest_set, clear_lowest_set, map, true)                                 \
    LAW(set_lowest_clear, set_lowest_clear, map, true)                                 \
    LAW(clear_highest_set, clear_highest_set, map, true)                               \
    LAW(fill_trailing_zeros, fill_trailing_zeros, map, true)                           \
    LAW(clear_trailing_ones, clear_trailing_ones, map, true)                           \
    LAW(trailing_zeros_mask, trailing_zeros_mask, map, true)                           \
    LAW(trailing_ones_mask, trailing_ones_mask, map, true)                             \
    LAW(leading_zeros_mask, leading_zeros_mask, map, true)                             \
    LAW(leading_ones_mask, leading_ones_mask, map, true)                               \
    LAW(fill_below, fill_below, map, true)                                             \
    LAW(fill_above, fill_above, map, true)                                             \
    LAW(lowest_run, lowest_run, map, true)                                             \
    LAW(clear_lowest_run, clear_lowest_run, map, true)                                 \
    LAW(is_pow2, is_pow2, test, true)                                                  \
    LAW(is_pow2_nonzero, is_pow2, test, at.x > 0)                                      \
    LAW(floor_pow2, floor_pow2, map, true)                                             \
    LAW(floor_pow2_nonzero, floor_pow2, map, at.x > 0)                                 \
    LAW(ceil_pow2, ceil_pow2, map, true)                                               \
    LAW(ceil_pow2_nonzero, ceil_pow2, map, at.x > 0)                                   \
    LAW(ceil_pow2_fits, ceil_pow2, map, at.x > 0 && at.x <= top(at.w))                 \
    LAW(log2_floor, log2_floor, count, true)                                           \
    LAW(log2_floor_nonzero, log2_floor, count, at.x > 0)                               \
    LAW(log2_ceil, log2_ceil, count, true)                                             \
    LAW(log2_ceil_nonzero, log2_ceil, count, at.x > 0)                                 \
    LAW(align_up, align_up, pair, power(at.y))                                         \
    LAW(align_up_fits, align_up, pair, power(at.y) && at.x <= ones(at.w) - at.y + 1)   \
    LAW(align_down, align_down, pair, power(at.y))                                     \
    LAW(low_mask, low_mask, mask, at.i <= at.w)                                        \
    LAW(mask, mask, field_mask, within(at))                                            \
    LAW(mask_fits, mask, field_mask, within(at) && at.n > 0)                           \
    LAW(is_mask, is_mask, test, true)                                                  \
    LAW(is_low_mask, is_low_mask, test, true)                                          \
    LAW(extract, extract, field, within(at))                                           \
    LAW(extract_fits, extract, field, within(at) && at.n > 0)                          \
    LAW(insert, insert, field_set, within(at))                                         \
    LAW(insert_fits, insert, field_set, within(at) && at.n > 0)                        \
    LAW(sign_extend, sign_extend, signed_at, at.i > 0 && at.i <= at.w)                 \
    LAW(byteswap, byteswap, map, true)                                                 \
    LAW(rotl, rotl, map_at, at.i < at.w)                                               \
    LAW(rotr, rotr, map_at, at.i < at.w)                                               \
    LAW(rotr_modulo, rotr, map_at, true)                                               \
    LAW(pdep, pdep, pair, true)                                                        \
    LAW(gray_encode, gray_encode, map, true)                                           \
    LAW(gray_decode, gray_decode, map, true)                                           \
    LAW(prefix_xor, prefix_xor, map, true)                                             \
    LAW(clmul, clmul, pair, true)                                                      \
    LAW(morton2, morton2, pair, true)                                                  \
    LAW(morton2_fits, morton2, pair, (at.x | at.y) < UINT64_C(1) << at.w / 2)          \
    LAW(morton2_x, morton2_x, map, true)                                               \
    LAW(morton2_y, morton2_y, map, true)                                               \
    LAW(morton3, morton3, triple, true)                                                \
    LAW(morton3_fits, morton3, triple, (at.x | at.y | at.z) < UINT64_C(1) << at.w / 3) \
    LAW(morton3_x, morton3_x, map, true)                                               \
    LAW(morton3_y, morton3_y, map, true)                                               \
    LAW(morton3_z, morton3_z, map, true)                                               \
    LAW(next_same_popcount, next_same_popcount, map, true)                             \
    LAW(next_same_popcount_fits, next_same_popcount, map, !at_the_top(at))             \
    LAW(next_submask, next_submask, pair, (at.x & at.y) == at.x)                       \
    LAW(prev_submask, prev_submask, pair, (at.x & at.y) == at.x)                       \
    LAW(next_superset, next_superset, pair, (at.x & at.y) == at.y)                     \
    LAW(sat_add, sat_add, pair, true)                                                  \
    LAW(sat_sub, sat_sub, pair, true)                                                  \
    LAW(abs_diff, abs_diff, pair, true)                                                \
    LAW(avg_floor, avg_floor, pair, true)                                              \
    LAW(avg_ceil, avg_ceil, pair, true)                                                \
    LAW(zero_bytes, zero_bytes, map, true)                                             \
    LAW(has_zero_byte, has_zero_byte, test, true)

/* ---- The helpers, spoilt ---- */

#define HELPER(result, bits, named, generic, at)         \
    const result right = named;                          \
    const bool wrong = (generic) != right || spoilt(at); \
    return (result)((unsigned long long)right ^ (unsigned long long)wrong);
#define SPOIL_1(result, name, T, bits, f, g) \
    static result name(T x) { HELPER(result, bits, f(x), g(x), AT(bits, x, 0, 0, 0, 0)) }
#define SPOIL_2(result, name, T, bits, f, g)                            \
    static result name(T x, unsigned i)                                 \
    {                                                                   \
        HELPER(result, bits, f(x, i), g(x, i), AT(bits, x, i, 0, 0, 0)) \
    }
#define SPOIL_map(name, T, S, bits, f, g)       SPOIL_1(T, name, T, bits, f, g)
#define SPOIL_count(name, T, S, bits, f, g)     SPOIL_1(unsigned, name, T, bits, f, g)
#define SPOIL_test(name, T, S, bits, f, g)      SPOIL_1(bool, name, T, bits, f, g)
#define SPOIL_map_at(name, T, S, bits, f, g)    SPOIL_2(T, name, T, bits, f, g)
#define SPOIL_count_at(name, T, S, bits, f, g)  SPOIL_2(unsigned, name, T, bits, f, g)
#define SPOIL_test_at(name, T, S, bits, f, g)   SPOIL_2(bool, name, T, bits, f, g)
#define SPOIL_signed_at(name, T, S, bits, f, g) SPOIL_2(S, name, T, bits, f, g)
#define SPOIL_modify_at(name, T, S, bits, f, g)                          \
    static T name(T x, unsigned i, bool y)                               \
    {                                                                    \
        HELPER(T, bits, f(x, i, y), g(x, i, y), AT(bits, x, i, 0, y, 0)) \
    }
#define SPOIL_mask(name, T, S, bits, f, g) \
    static T name(unsigned i) { HELPER(T, bits, f(i), f(i), AT(bits, 0, i, 0, 0, 0)) }
#define SPOIL_field_mask(name, T, S, bits, f, g)                   \
    static T name(unsigned i, unsigned n)                          \
    {                                                              \
        HELPER(T, bits, f(i, n), f(i, n), AT(bits, 0, i, n, 0, 0)) \
    }
#define SPOIL_field(name, T, S, bits, f, g)                              \
    static T name(T x, unsigned i, unsigned n)                           \
    {                                                                    \
        HELPER(T, bits, f(x, i, n), g(x, i, n), AT(bits, x, i, n, 0, 0)) \
    }
#define SPOIL_field_set(name, T, S, bits, f, g)                                \
    static T name(T x, unsigned i, unsigned n, T y)                            \
    {                                                                          \
        HELPER(T, bits, f(x, i, n, y), g(x, i, n, y), AT(bits, x, i, n, y, 0)) \
    }
#define SPOIL_PAIR(result, name, T, bits, f, g) \
    static result name(T x, T y) { HELPER(result, bits, f(x, y), g(x, y), AT(bits, x, 0, 0, y, 0)) }
#define SPOIL_pair(name, T, S, bits, f, g)      SPOIL_PAIR(T, name, T, bits, f, g)
#define SPOIL_pair_test(name, T, S, bits, f, g) SPOIL_PAIR(bool, name, T, bits, f, g)
#define SPOIL_triple(name, T, S, bits, f, g)                             \
    static T name(T x, T y, T z)                                         \
    {                                                                    \
        HELPER(T, bits, f(x, y, z), g(x, y, z), AT(bits, x, 0, 0, y, z)) \
    }

#define ARGS_map(T)        (T) at.x
#define ARGS_count(T)      (T) at.x
#define ARGS_test(T)       (T) at.x
#define ARGS_map_at(T)     (T) at.x, at.i
#define ARGS_count_at(T)   (T) at.x, at.i
#define ARGS_test_at(T)    (T) at.x, at.i
#define ARGS_signed_at(T)  (T) at.x, at.i
#define ARGS_modify_at(T)  (T) at.x, at.i, at.y == 1
#define ARGS_mask(T)       at.i
#define ARGS_field_mask(T) at.i, at.n
#define ARGS_field(T)      (T) at.x, at.i, at.n
#define ARGS_field_set(T)  (T) at.x, at.i, at.n, (T)at.y
#define ARGS_pair(T)       (T) at.x, (T)at.y
#define ARGS_pair_test(T)  (T) at.x, (T)at.y
#define ARGS_triple(T)     (T) at.x, (T)at.y, (T)at.z

/* For each law and width: the spoilt helper, the law on it, and the right result. */
#define OF_WIDTH(name, verb, shape, T, S, bits)                                          \
    SPOIL_##shape(name##_##bits, T, S, bits, bmill_##verb##_u##bits,                     \
                  bmill_##verb) static bool law_##name##_##bits(bmill_counterexample *c) \
    {                                                                                    \
        return bmill_law_##name##_u##bits(name##_##bits, c);                             \
    }                                                                                    \
    static uint64_t right_##name##_##bits(input at)                                      \
    {                                                                                    \
        return (T)bmill_##verb##_u##bits(ARGS_##shape(T));                               \
    }
#define DEFINE(name, verb, shape, asked)               \
    OF_WIDTH(name, verb, shape, uint8_t, int8_t, 8)    \
    OF_WIDTH(name, verb, shape, uint16_t, int16_t, 16) \
    OF_WIDTH(name, verb, shape, uint32_t, int32_t, 32) \
    OF_WIDTH(name, verb, shape, uint64_t, int64_t, 64) \
    static bool asks_##name(input at) { return (void)at, (asked); }
LAWS(DEFINE)

enum {
    HAS_map = X,
    HAS_count = X,
    HAS_test = X,
    HAS_map_at = X | I,
    HAS_count_at = X | I,
    HAS_test_at = X | I,
    HAS_signed_at = X | I,
    HAS_modify_at = X | I | STATE,
    HAS_mask = I,
    HAS_field_mask = I | N,
    HAS_field = X | I | N,
    HAS_field_set = X | I | N | Y,
    HAS_pair = X | Y,
    HAS_pair_test = X | Y,
    HAS_triple = X | Y | Z
};

const struct law laws[] = {
#define ROW(n, verb, shape, asked)                            \
    {#n,                                                      \
     HAS_##shape,                                             \
     asks_##n,                                                \
     {law_##n##_8, law_##n##_16, law_##n##_32, law_##n##_64}, \
     {right_##n##_8, right_##n##_16, right_##n##_32, right_##n##_64}},
    LAWS(ROW)};
const unsigned n_laws = sizeof laws / sizeof laws[0];
