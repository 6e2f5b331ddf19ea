/** @file
 * bitmill/learn/laws/pow2.h: the laws for bitmill/word/pow2.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_POW2_H
#define BITMILL_LEARN_LAWS_POW2_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

#define BMILL_LAW_IS_POW2_(x) (bmill_law_ones_in_(x, 0, in->width) == 1)
#define BMILL_LAW_FITS_POW2_  (in->x != 0 && in->x <= UINT64_C(1) << (in->width - 1))

BMILL_MEANS_VALUE_(is_pow2, BMILL_LAW_IS_POW2_(in->x))
BMILL_LAWS_(is_pow2, is_pow2, test, true);
BMILL_LAWS_(is_pow2_nonzero, is_pow2, test, in->x != 0);

BMILL_MEANS_BITS_AT_(floor_pow2, BMILL_LAW_END_(1), k + 1 == at)
BMILL_LAWS_(floor_pow2, floor_pow2, map, true);
BMILL_LAWS_(floor_pow2_nonzero, floor_pow2, map, in->x != 0);

/* The smallest k with 2^k at least x; the width if there is none. */
BMILL_MEANS_(log2_ceil)
{
    unsigned k = 0;
    while (k < in->width && UINT64_C(1) << k < in->x)
        k++;
    return k;
}
BMILL_LAWS_(log2_ceil, log2_ceil, count, true);
BMILL_LAWS_(log2_ceil_nonzero, log2_ceil, count, in->x != 0);

BMILL_MEANS_BITS_AT_(ceil_pow2, (unsigned)bmill_want_log2_ceil_(in), k == at)
BMILL_LAWS_(ceil_pow2, ceil_pow2, map, true);
BMILL_LAWS_(ceil_pow2_nonzero, ceil_pow2, map, in->x != 0);
BMILL_LAWS_(ceil_pow2_fits, ceil_pow2, map, BMILL_LAW_FITS_POW2_);

BMILL_MEANS_VALUE_(log2_floor, in->x ? BMILL_LAW_END_(1) - 1 : in->width)
BMILL_LAWS_(log2_floor, log2_floor, count, true);
BMILL_LAWS_(log2_floor_nonzero, log2_floor, count, in->x != 0);

/* y is the alignment, 2^s: the bits below s are cleared; to round up, 2^s is added if one of them
 * was 1. */
BMILL_MEANS_BITS_AT_(align_down, bmill_law_first_(in->width, in->y, 0, 1),
                     k >= at && BMILL_BIT_X_(k))
BMILL_LAWS_(align_down, align_down, pair, BMILL_LAW_IS_POW2_(in->y));

BMILL_MEANS_(align_up)
{
    unsigned carry = 0;
    const uint64_t down = bmill_want_align_down_(in);
    return down == in->x ? down : bmill_law_sum_(in->width, down, in->y, &carry);
}
BMILL_LAWS_(align_up, align_up, pair, BMILL_LAW_IS_POW2_(in->y));
BMILL_LAWS_(align_up_fits, align_up, pair,
            BMILL_LAW_IS_POW2_(in->y) && (in->x == 0 || bmill_want_align_up_(in) != 0));

BMILL_MEANS_VALUE_(is_aligned, bmill_want_align_down_(in) == in->x)
BMILL_LAWS_(is_aligned, is_aligned, pair_test, BMILL_LAW_IS_POW2_(in->y));

/** @name Laws of bitmill/word/pow2.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x)` is bmill_is_pow2_u8(x), for all x. */
BMILL_LAW bool bmill_law_is_pow2_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_u8_(f, failure); }
/** `f(x)` is bmill_is_pow2_u16(x), for all x. */
BMILL_LAW bool bmill_law_is_pow2_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_u16_(f, failure); }
/** `f(x)` is bmill_is_pow2_u32(x), for all x. */
BMILL_LAW bool bmill_law_is_pow2_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_u32_(f, failure); }
/** `f(x)` is bmill_is_pow2_u64(x), for all x. */
BMILL_LAW bool bmill_law_is_pow2_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_u64_(f, failure); }

/** `f(x)` is bmill_is_pow2_u8(x), for x other than 0. */
BMILL_LAW bool bmill_law_is_pow2_nonzero_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_nonzero_u8_(f, failure); }
/** `f(x)` is bmill_is_pow2_u16(x), for x other than 0. */
BMILL_LAW bool bmill_law_is_pow2_nonzero_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_nonzero_u16_(f, failure); }
/** `f(x)` is bmill_is_pow2_u32(x), for x other than 0. */
BMILL_LAW bool bmill_law_is_pow2_nonzero_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_nonzero_u32_(f, failure); }
/** `f(x)` is bmill_is_pow2_u64(x), for x other than 0. */
BMILL_LAW bool bmill_law_is_pow2_nonzero_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_is_pow2_nonzero_u64_(f, failure); }

/** `f(x)` is bmill_floor_pow2_u8(x), for all x. */
BMILL_LAW bool bmill_law_floor_pow2_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_floor_pow2_u8_(f, failure); }
/** `f(x)` is bmill_floor_pow2_u16(x), for all x. */
BMILL_LAW bool bmill_law_floor_pow2_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_floor_pow2_u16_(f, failure); }
/** `f(x)` is bmill_floor_pow2_u32(x), for all x. */
BMILL_LAW bool bmill_law_floor_pow2_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_floor_pow2_u32_(f, failure); }
/** `f(x)` is bmill_floor_pow2_u64(x), for all x. */
BMILL_LAW bool bmill_law_floor_pow2_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_floor_pow2_u64_(f, failure); }

/** `f(x)` is bmill_floor_pow2_u8(x), for x other than 0. */
BMILL_LAW bool bmill_law_floor_pow2_nonzero_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_floor_pow2_nonzero_u8_(f, failure); }
/** `f(x)` is bmill_floor_pow2_u16(x), for x other than 0. */
BMILL_LAW bool bmill_law_floor_pow2_nonzero_u16(uint16_t f(uint16_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_floor_pow2_nonzero_u16_(f, failure); }
/** `f(x)` is bmill_floor_pow2_u32(x), for x other than 0. */
BMILL_LAW bool bmill_law_floor_pow2_nonzero_u32(uint32_t f(uint32_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_floor_pow2_nonzero_u32_(f, failure); }
/** `f(x)` is bmill_floor_pow2_u64(x), for x other than 0. */
BMILL_LAW bool bmill_law_floor_pow2_nonzero_u64(uint64_t f(uint64_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_floor_pow2_nonzero_u64_(f, failure); }

/** `f(x)` is bmill_log2_ceil_u8(x), for all x. */
BMILL_LAW bool bmill_law_log2_ceil_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_log2_ceil_u8_(f, failure); }
/** `f(x)` is bmill_log2_ceil_u16(x), for all x. */
BMILL_LAW bool bmill_law_log2_ceil_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_log2_ceil_u16_(f, failure); }
/** `f(x)` is bmill_log2_ceil_u32(x), for all x. */
BMILL_LAW bool bmill_law_log2_ceil_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_log2_ceil_u32_(f, failure); }
/** `f(x)` is bmill_log2_ceil_u64(x), for all x. */
BMILL_LAW bool bmill_law_log2_ceil_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_log2_ceil_u64_(f, failure); }

/** `f(x)` is bmill_log2_ceil_u8(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_ceil_nonzero_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_log2_ceil_nonzero_u8_(f, failure); }
/** `f(x)` is bmill_log2_ceil_u16(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_ceil_nonzero_u16(unsigned f(uint16_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_log2_ceil_nonzero_u16_(f, failure); }
/** `f(x)` is bmill_log2_ceil_u32(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_ceil_nonzero_u32(unsigned f(uint32_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_log2_ceil_nonzero_u32_(f, failure); }
/** `f(x)` is bmill_log2_ceil_u64(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_ceil_nonzero_u64(unsigned f(uint64_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_log2_ceil_nonzero_u64_(f, failure); }

/** `f(x)` is bmill_ceil_pow2_u8(x), for all x. */
BMILL_LAW bool bmill_law_ceil_pow2_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_u8_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u16(x), for all x. */
BMILL_LAW bool bmill_law_ceil_pow2_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_u16_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u32(x), for all x. */
BMILL_LAW bool bmill_law_ceil_pow2_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_u32_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u64(x), for all x. */
BMILL_LAW bool bmill_law_ceil_pow2_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_u64_(f, failure); }

/** `f(x)` is bmill_ceil_pow2_u8(x), for x other than 0. */
BMILL_LAW bool bmill_law_ceil_pow2_nonzero_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_nonzero_u8_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u16(x), for x other than 0. */
BMILL_LAW bool bmill_law_ceil_pow2_nonzero_u16(uint16_t f(uint16_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_nonzero_u16_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u32(x), for x other than 0. */
BMILL_LAW bool bmill_law_ceil_pow2_nonzero_u32(uint32_t f(uint32_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_nonzero_u32_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u64(x), for x other than 0. */
BMILL_LAW bool bmill_law_ceil_pow2_nonzero_u64(uint64_t f(uint64_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_nonzero_u64_(f, failure); }

/** `f(x)` is bmill_ceil_pow2_u8(x), for x from 1 to 2^7. */
BMILL_LAW bool bmill_law_ceil_pow2_fits_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_fits_u8_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u16(x), for x from 1 to 2^15. */
BMILL_LAW bool bmill_law_ceil_pow2_fits_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_fits_u16_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u32(x), for x from 1 to 2^31. */
BMILL_LAW bool bmill_law_ceil_pow2_fits_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_fits_u32_(f, failure); }
/** `f(x)` is bmill_ceil_pow2_u64(x), for x from 1 to 2^63. */
BMILL_LAW bool bmill_law_ceil_pow2_fits_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_ceil_pow2_fits_u64_(f, failure); }

/** `f(x)` is bmill_log2_floor_u8(x), for all x. */
BMILL_LAW bool bmill_law_log2_floor_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_log2_floor_u8_(f, failure); }
/** `f(x)` is bmill_log2_floor_u16(x), for all x. */
BMILL_LAW bool bmill_law_log2_floor_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_log2_floor_u16_(f, failure); }
/** `f(x)` is bmill_log2_floor_u32(x), for all x. */
BMILL_LAW bool bmill_law_log2_floor_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_log2_floor_u32_(f, failure); }
/** `f(x)` is bmill_log2_floor_u64(x), for all x. */
BMILL_LAW bool bmill_law_log2_floor_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_log2_floor_u64_(f, failure); }

/** `f(x)` is bmill_log2_floor_u8(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_floor_nonzero_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_log2_floor_nonzero_u8_(f, failure); }
/** `f(x)` is bmill_log2_floor_u16(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_floor_nonzero_u16(unsigned f(uint16_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_log2_floor_nonzero_u16_(f, failure); }
/** `f(x)` is bmill_log2_floor_u32(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_floor_nonzero_u32(unsigned f(uint32_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_log2_floor_nonzero_u32_(f, failure); }
/** `f(x)` is bmill_log2_floor_u64(x), for x other than 0. */
BMILL_LAW bool bmill_law_log2_floor_nonzero_u64(unsigned f(uint64_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_log2_floor_nonzero_u64_(f, failure); }

/** `f(x, y)` is bmill_align_down_u8(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_down_u8(uint8_t f(uint8_t x, uint8_t y),
                                       bmill_counterexample *failure)
{ return bmill_law_align_down_u8_(f, failure); }
/** `f(x, y)` is bmill_align_down_u16(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_down_u16(uint16_t f(uint16_t x, uint16_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_align_down_u16_(f, failure); }
/** `f(x, y)` is bmill_align_down_u32(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_down_u32(uint32_t f(uint32_t x, uint32_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_align_down_u32_(f, failure); }
/** `f(x, y)` is bmill_align_down_u64(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_down_u64(uint64_t f(uint64_t x, uint64_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_align_down_u64_(f, failure); }

/** `f(x, y)` is bmill_align_up_u8(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_up_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_align_up_u8_(f, failure); }
/** `f(x, y)` is bmill_align_up_u16(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_up_u16(uint16_t f(uint16_t x, uint16_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_align_up_u16_(f, failure); }
/** `f(x, y)` is bmill_align_up_u32(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_up_u32(uint32_t f(uint32_t x, uint32_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_align_up_u32_(f, failure); }
/** `f(x, y)` is bmill_align_up_u64(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_align_up_u64(uint64_t f(uint64_t x, uint64_t y),
                                      bmill_counterexample *failure)
{ return bmill_law_align_up_u64_(f, failure); }

/** `f(x, y)` is bmill_align_up_u8(x, y), for powers of two y, if it fits. */
BMILL_LAW bool bmill_law_align_up_fits_u8(uint8_t f(uint8_t x, uint8_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_align_up_fits_u8_(f, failure); }
/** `f(x, y)` is bmill_align_up_u16(x, y), for powers of two y, if it fits. */
BMILL_LAW bool bmill_law_align_up_fits_u16(uint16_t f(uint16_t x, uint16_t y),
                                           bmill_counterexample *failure)
{ return bmill_law_align_up_fits_u16_(f, failure); }
/** `f(x, y)` is bmill_align_up_u32(x, y), for powers of two y, if it fits. */
BMILL_LAW bool bmill_law_align_up_fits_u32(uint32_t f(uint32_t x, uint32_t y),
                                           bmill_counterexample *failure)
{ return bmill_law_align_up_fits_u32_(f, failure); }
/** `f(x, y)` is bmill_align_up_u64(x, y), for powers of two y, if it fits. */
BMILL_LAW bool bmill_law_align_up_fits_u64(uint64_t f(uint64_t x, uint64_t y),
                                           bmill_counterexample *failure)
{ return bmill_law_align_up_fits_u64_(f, failure); }

/** `f(x, y)` is bmill_is_aligned_u8(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_is_aligned_u8(bool f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_is_aligned_u8_(f, failure); }
/** `f(x, y)` is bmill_is_aligned_u16(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_is_aligned_u16(bool f(uint16_t x, uint16_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_is_aligned_u16_(f, failure); }
/** `f(x, y)` is bmill_is_aligned_u32(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_is_aligned_u32(bool f(uint32_t x, uint32_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_is_aligned_u32_(f, failure); }
/** `f(x, y)` is bmill_is_aligned_u64(x, y), for powers of two y. */
BMILL_LAW bool bmill_law_is_aligned_u64(bool f(uint64_t x, uint64_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_is_aligned_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
