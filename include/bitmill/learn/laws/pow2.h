/* bitmill/learn/laws/pow2.h: the laws for bitmill/word/pow2.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_POW2_H
#define BITMILL_LEARN_LAWS_POW2_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

#define BMILL_LAW_IS_POW2_(x) (bmill_law_ones_in_(x, 0, in->width) == 1)
#define BMILL_LAW_FITS_POW2_  (in->x != 0 && in->x <= UINT64_C(1) << (in->width - 1))

BMILL_MEANS_VALUE_(is_pow2, BMILL_LAW_IS_POW2_(in->x))
BMILL_LAWS_(is_pow2, is_pow2, test, true)
BMILL_LAWS_(is_pow2_nonzero, is_pow2, test, in->x != 0)

BMILL_MEANS_BITS_AT_(floor_pow2, BMILL_LAW_END_(1), k + 1 == at)
BMILL_LAWS_(floor_pow2, floor_pow2, map, true)
BMILL_LAWS_(floor_pow2_nonzero, floor_pow2, map, in->x != 0)

/* The least k with 2^k not below x; the width if there is none. */
BMILL_MEANS_(log2_ceil)
{
    unsigned k = 0;
    while (k < in->width && UINT64_C(1) << k < in->x)
        k++;
    return k;
}
BMILL_LAWS_(log2_ceil, log2_ceil, count, true)
BMILL_LAWS_(log2_ceil_nonzero, log2_ceil, count, in->x != 0)

BMILL_MEANS_BITS_AT_(ceil_pow2, (unsigned)bmill_want_log2_ceil_(in), k == at)
BMILL_LAWS_(ceil_pow2, ceil_pow2, map, true)
BMILL_LAWS_(ceil_pow2_nonzero, ceil_pow2, map, in->x != 0)
BMILL_LAWS_(ceil_pow2_fits, ceil_pow2, map, BMILL_LAW_FITS_POW2_)

BMILL_MEANS_VALUE_(log2_floor, in->x ? BMILL_LAW_END_(1) - 1 : in->width)
BMILL_LAWS_(log2_floor, log2_floor, count, true)
BMILL_LAWS_(log2_floor_nonzero, log2_floor, count, in->x != 0)

/* y is the alignment, 2^s: the bits below s go; to round up, 2^s is added if one of them was 1. */
BMILL_MEANS_BITS_AT_(align_down, bmill_law_first_(in->width, in->y, 0, 1),
                     k >= at && BMILL_BIT_X_(k))
BMILL_LAWS_(align_down, align_down, pair, BMILL_LAW_IS_POW2_(in->y))

BMILL_MEANS_(align_up)
{
    unsigned carry = 0;
    const uint64_t down = bmill_want_align_down_(in);
    return down == in->x ? down : bmill_law_sum_(in->width, down, in->y, &carry);
}
BMILL_LAWS_(align_up, align_up, pair, BMILL_LAW_IS_POW2_(in->y))
BMILL_LAWS_(align_up_fits, align_up, pair,
            BMILL_LAW_IS_POW2_(in->y) && (in->x == 0 || bmill_want_align_up_(in) != 0))

BMILL_MEANS_VALUE_(is_aligned, bmill_want_align_down_(in) == in->x)
BMILL_LAWS_(is_aligned, is_aligned, pair_test, BMILL_LAW_IS_POW2_(in->y))

BMILL_END_INLINE_

#endif
