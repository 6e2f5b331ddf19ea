/** @file
 * bitmill/learn/laws/arith.h: the laws for bitmill/word/arith.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_ARITH_H
#define BITMILL_LEARN_LAWS_ARITH_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_(sat_add)
{
    unsigned carry = 0;
    const uint64_t sum = bmill_law_sum_(in->width, in->x, in->y, &carry);
    return carry ? bmill_law_ones_(in->width) : sum;
}
BMILL_LAWS_(sat_add, sat_add, pair, true);

BMILL_MEANS_(sat_sub) /* x - y is x + ~y + 1, with a carry if it is not negative */
{
    unsigned carry = 1;
    const uint64_t difference = bmill_law_sum_(in->width, in->x, ~in->y, &carry);
    return carry ? difference : 0;
}
BMILL_LAWS_(sat_sub, sat_sub, pair, true);

BMILL_MEANS_(abs_diff) /* of x - y and y - x, with 0 for a negative one, at least one is 0 */
{
    bmill_law_input_ swapped = *in;
    swapped.x = in->y;
    swapped.y = in->x;
    return bmill_want_sat_sub_(in) | bmill_want_sat_sub_(&swapped);
}
BMILL_LAWS_(abs_diff, abs_diff, pair, true);

BMILL_MEANS_(avg_floor)
{
    unsigned carry = 0;
    const uint64_t sum = bmill_law_sum_(in->width, in->x, in->y, &carry);
    return sum >> 1 | (uint64_t)carry << (in->width - 1);
}
BMILL_LAWS_(avg_floor, avg_floor, pair, true);

BMILL_MEANS_(avg_ceil)
{
    unsigned carry = 1;
    const uint64_t sum = bmill_law_sum_(in->width, in->x, in->y, &carry);
    return sum >> 1 | (uint64_t)carry << (in->width - 1);
}
BMILL_LAWS_(avg_ceil, avg_ceil, pair, true);

#define BMILL_LAW_ZERO_BYTE_(n) (bmill_law_ones_in_(in->x, 8 * (n), 8 * (n) + 8) == 0)
BMILL_MEANS_BITS_(zero_bytes, k % 8 == 7 && BMILL_LAW_ZERO_BYTE_(k / 8))
BMILL_LAWS_(zero_bytes, zero_bytes, map, true);

BMILL_MEANS_VALUE_(has_zero_byte, bmill_want_zero_bytes_(in) != 0)
BMILL_LAWS_(has_zero_byte, has_zero_byte, test, true);

/** @name Laws of bitmill/word/arith.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x, y)` is bmill_sat_add_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_add_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_sat_add_u8_(f, failure); }
/** `f(x, y)` is bmill_sat_add_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_add_u16(uint16_t f(uint16_t x, uint16_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_sat_add_u16_(f, failure); }
/** `f(x, y)` is bmill_sat_add_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_add_u32(uint32_t f(uint32_t x, uint32_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_sat_add_u32_(f, failure); }
/** `f(x, y)` is bmill_sat_add_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_add_u64(uint64_t f(uint64_t x, uint64_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_sat_add_u64_(f, failure); }

/** `f(x, y)` is bmill_sat_sub_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_sub_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_sat_sub_u8_(f, failure); }
/** `f(x, y)` is bmill_sat_sub_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_sub_u16(uint16_t f(uint16_t x, uint16_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_sat_sub_u16_(f, failure); }
/** `f(x, y)` is bmill_sat_sub_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_sub_u32(uint32_t f(uint32_t x, uint32_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_sat_sub_u32_(f, failure); }
/** `f(x, y)` is bmill_sat_sub_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_sat_sub_u64(uint64_t f(uint64_t x, uint64_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_sat_sub_u64_(f, failure); }

/** `f(x, y)` is bmill_abs_diff_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_abs_diff_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_abs_diff_u8_(f, failure); }
/** `f(x, y)` is bmill_abs_diff_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_abs_diff_u16(uint16_t f(uint16_t x, uint16_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_abs_diff_u16_(f, failure); }
/** `f(x, y)` is bmill_abs_diff_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_abs_diff_u32(uint32_t f(uint32_t x, uint32_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_abs_diff_u32_(f, failure); }
/** `f(x, y)` is bmill_abs_diff_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_abs_diff_u64(uint64_t f(uint64_t x, uint64_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_abs_diff_u64_(f, failure); }

/** `f(x, y)` is bmill_avg_floor_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_floor_u8(uint8_t f(uint8_t x, uint8_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_avg_floor_u8_(f, failure); }
/** `f(x, y)` is bmill_avg_floor_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_floor_u16(uint16_t f(uint16_t x, uint16_t y),
                                       bmill_counterexample *failure)
{ return bmill_law_avg_floor_u16_(f, failure); }
/** `f(x, y)` is bmill_avg_floor_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_floor_u32(uint32_t f(uint32_t x, uint32_t y),
                                       bmill_counterexample *failure)
{ return bmill_law_avg_floor_u32_(f, failure); }
/** `f(x, y)` is bmill_avg_floor_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_floor_u64(uint64_t f(uint64_t x, uint64_t y),
                                       bmill_counterexample *failure)
{ return bmill_law_avg_floor_u64_(f, failure); }

/** `f(x, y)` is bmill_avg_ceil_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_ceil_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_avg_ceil_u8_(f, failure); }
/** `f(x, y)` is bmill_avg_ceil_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_ceil_u16(uint16_t f(uint16_t x, uint16_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_avg_ceil_u16_(f, failure); }
/** `f(x, y)` is bmill_avg_ceil_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_ceil_u32(uint32_t f(uint32_t x, uint32_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_avg_ceil_u32_(f, failure); }
/** `f(x, y)` is bmill_avg_ceil_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_avg_ceil_u64(uint64_t f(uint64_t x, uint64_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_avg_ceil_u64_(f, failure); }

/** `f(x)` is bmill_zero_bytes_u8(x), for all x. */
BMILL_LAW bool bmill_law_zero_bytes_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_zero_bytes_u8_(f, failure); }
/** `f(x)` is bmill_zero_bytes_u16(x), for all x. */
BMILL_LAW bool bmill_law_zero_bytes_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_zero_bytes_u16_(f, failure); }
/** `f(x)` is bmill_zero_bytes_u32(x), for all x. */
BMILL_LAW bool bmill_law_zero_bytes_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_zero_bytes_u32_(f, failure); }
/** `f(x)` is bmill_zero_bytes_u64(x), for all x. */
BMILL_LAW bool bmill_law_zero_bytes_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_zero_bytes_u64_(f, failure); }

/** `f(x)` is bmill_has_zero_byte_u8(x), for all x. */
BMILL_LAW bool bmill_law_has_zero_byte_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_has_zero_byte_u8_(f, failure); }
/** `f(x)` is bmill_has_zero_byte_u16(x), for all x. */
BMILL_LAW bool bmill_law_has_zero_byte_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_has_zero_byte_u16_(f, failure); }
/** `f(x)` is bmill_has_zero_byte_u32(x), for all x. */
BMILL_LAW bool bmill_law_has_zero_byte_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_has_zero_byte_u32_(f, failure); }
/** `f(x)` is bmill_has_zero_byte_u64(x), for all x. */
BMILL_LAW bool bmill_law_has_zero_byte_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_has_zero_byte_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
