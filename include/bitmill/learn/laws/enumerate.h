/** @file
 * bitmill/learn/laws/enumerate.h: the laws for bitmill/word/enumerate.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_ENUMERATE_H
#define BITMILL_LEARN_LAWS_ENUMERATE_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* The lowest 1 bit with a 0 above it moves there; the 1 bits below it fall to the low end. 0 if all
 * 1 bits are at the top already. */
BMILL_MEANS_(next_same_popcount)
{
    const unsigned end = BMILL_LAW_RUN_END_, below = end - BMILL_LAW_FIRST_(1);
    uint64_t result = 0;
    for (unsigned k = 0; k < in->width && end < in->width; k++)
        result |= (uint64_t)(k + 1 < below || k == end || (k > end && BMILL_BIT_X_(k))) << k;
    return result;
}
BMILL_LAWS_(next_same_popcount, next_same_popcount, map, true);
BMILL_LAWS_(next_same_popcount_fits, next_same_popcount, map,
            bmill_want_next_same_popcount_(in) != 0);

/* Counting up in the bits of y alone, the lowest 0 bit becomes 1, and the bits below it, which are
 * all 1, become 0. After the last submask, all become 0. Counting down is the reverse. */
BMILL_MEANS_BITS_AT_(next_submask, bmill_law_first_(in->width, in->y & ~in->x, 0, 1),
                     k == at || (k > at && BMILL_BIT_X_(k)))
BMILL_LAWS_(next_submask, next_submask, pair, (in->x & ~in->y) == 0);

BMILL_MEANS_BITS_AT_(prev_submask, BMILL_LAW_FIRST_(1),
                     (k < at && BMILL_BIT_Y_(k)) || (k > at && BMILL_BIT_X_(k)))
BMILL_LAWS_(prev_submask, prev_submask, pair, (in->x & ~in->y) == 0);

BMILL_MEANS_BITS_AT_(next_superset, BMILL_LAW_FIRST_(0),
                     k == at || (k < at ? BMILL_BIT_Y_(k) : BMILL_BIT_X_(k)))
BMILL_LAWS_(next_superset, next_superset, pair, (in->y & ~in->x) == 0);

/** @name Laws of bitmill/word/enumerate.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x)` is bmill_next_same_popcount_u8(x), for all x. */
BMILL_LAW bool bmill_law_next_same_popcount_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_u8_(f, failure); }
/** `f(x)` is bmill_next_same_popcount_u16(x), for all x. */
BMILL_LAW bool bmill_law_next_same_popcount_u16(uint16_t f(uint16_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_u16_(f, failure); }
/** `f(x)` is bmill_next_same_popcount_u32(x), for all x. */
BMILL_LAW bool bmill_law_next_same_popcount_u32(uint32_t f(uint32_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_u32_(f, failure); }
/** `f(x)` is bmill_next_same_popcount_u64(x), for all x. */
BMILL_LAW bool bmill_law_next_same_popcount_u64(uint64_t f(uint64_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_u64_(f, failure); }

/** `f(x)` is bmill_next_same_popcount_u8(x), if there is such a number. */
BMILL_LAW bool bmill_law_next_same_popcount_fits_u8(uint8_t f(uint8_t x),
                                                    bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_fits_u8_(f, failure); }
/** `f(x)` is bmill_next_same_popcount_u16(x), if there is such a number. */
BMILL_LAW bool bmill_law_next_same_popcount_fits_u16(uint16_t f(uint16_t x),
                                                     bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_fits_u16_(f, failure); }
/** `f(x)` is bmill_next_same_popcount_u32(x), if there is such a number. */
BMILL_LAW bool bmill_law_next_same_popcount_fits_u32(uint32_t f(uint32_t x),
                                                     bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_fits_u32_(f, failure); }
/** `f(x)` is bmill_next_same_popcount_u64(x), if there is such a number. */
BMILL_LAW bool bmill_law_next_same_popcount_fits_u64(uint64_t f(uint64_t x),
                                                     bmill_counterexample *failure)
{ return bmill_law_next_same_popcount_fits_u64_(f, failure); }

/** `f(x, y)` is bmill_next_submask_u8(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_next_submask_u8(uint8_t f(uint8_t x, uint8_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_next_submask_u8_(f, failure); }
/** `f(x, y)` is bmill_next_submask_u16(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_next_submask_u16(uint16_t f(uint16_t x, uint16_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_next_submask_u16_(f, failure); }
/** `f(x, y)` is bmill_next_submask_u32(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_next_submask_u32(uint32_t f(uint32_t x, uint32_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_next_submask_u32_(f, failure); }
/** `f(x, y)` is bmill_next_submask_u64(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_next_submask_u64(uint64_t f(uint64_t x, uint64_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_next_submask_u64_(f, failure); }

/** `f(x, y)` is bmill_prev_submask_u8(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_prev_submask_u8(uint8_t f(uint8_t x, uint8_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_prev_submask_u8_(f, failure); }
/** `f(x, y)` is bmill_prev_submask_u16(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_prev_submask_u16(uint16_t f(uint16_t x, uint16_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_prev_submask_u16_(f, failure); }
/** `f(x, y)` is bmill_prev_submask_u32(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_prev_submask_u32(uint32_t f(uint32_t x, uint32_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_prev_submask_u32_(f, failure); }
/** `f(x, y)` is bmill_prev_submask_u64(x, y), for submasks x of y. */
BMILL_LAW bool bmill_law_prev_submask_u64(uint64_t f(uint64_t x, uint64_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_prev_submask_u64_(f, failure); }

/** `f(x, y)` is bmill_next_superset_u8(x, y), for supersets x of y. */
BMILL_LAW bool bmill_law_next_superset_u8(uint8_t f(uint8_t x, uint8_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_next_superset_u8_(f, failure); }
/** `f(x, y)` is bmill_next_superset_u16(x, y), for supersets x of y. */
BMILL_LAW bool bmill_law_next_superset_u16(uint16_t f(uint16_t x, uint16_t y),
                                           bmill_counterexample *failure)
{ return bmill_law_next_superset_u16_(f, failure); }
/** `f(x, y)` is bmill_next_superset_u32(x, y), for supersets x of y. */
BMILL_LAW bool bmill_law_next_superset_u32(uint32_t f(uint32_t x, uint32_t y),
                                           bmill_counterexample *failure)
{ return bmill_law_next_superset_u32_(f, failure); }
/** `f(x, y)` is bmill_next_superset_u64(x, y), for supersets x of y. */
BMILL_LAW bool bmill_law_next_superset_u64(uint64_t f(uint64_t x, uint64_t y),
                                           bmill_counterexample *failure)
{ return bmill_law_next_superset_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
