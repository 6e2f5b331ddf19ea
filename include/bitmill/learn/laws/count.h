/* bitmill/learn/laws/count.h: the laws for bitmill/word/count.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_COUNT_H
#define BITMILL_LEARN_LAWS_COUNT_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* A place counted from 1, going up or down, and 0 if there is none. */
#define BMILL_LAW_FROM_BOTTOM_(state) \
    (BMILL_LAW_FIRST_(state) < in->width ? BMILL_LAW_FIRST_(state) + 1 : 0)
#define BMILL_LAW_FROM_TOP_(state) \
    (BMILL_LAW_END_(state) > 0 ? in->width - BMILL_LAW_END_(state) + 1 : 0)

BMILL_MEANS_VALUE_(popcount, bmill_law_ones_in_(in->x, 0, in->width))
BMILL_LAWS_(popcount, popcount, count, true)

BMILL_MEANS_VALUE_(count_zeros, in->width - bmill_law_ones_in_(in->x, 0, in->width))
BMILL_LAWS_(count_zeros, count_zeros, count, true)

BMILL_MEANS_VALUE_(parity, bmill_law_ones_in_(in->x, 0, in->width) % 2)
BMILL_LAWS_(parity, parity, test, true)

BMILL_MEANS_VALUE_(clz, in->width - BMILL_LAW_END_(1))
BMILL_LAWS_(clz, clz, count, true)
BMILL_LAWS_(clz_nonzero, clz, count, in->x != 0)

BMILL_MEANS_VALUE_(ctz, BMILL_LAW_FIRST_(1))
BMILL_LAWS_(ctz, ctz, count, true)
BMILL_LAWS_(ctz_nonzero, ctz, count, in->x != 0)

BMILL_MEANS_VALUE_(clo, in->width - BMILL_LAW_END_(0))
BMILL_LAWS_(clo, clo, count, true)

BMILL_MEANS_VALUE_(cto, BMILL_LAW_FIRST_(0))
BMILL_LAWS_(cto, cto, count, true)

BMILL_MEANS_VALUE_(bit_width, BMILL_LAW_END_(1))
BMILL_LAWS_(bit_width, bit_width, count, true)

BMILL_MEANS_VALUE_(ffs, BMILL_LAW_FROM_BOTTOM_(1))
BMILL_LAWS_(ffs, ffs, count, true)

BMILL_MEANS_VALUE_(first_trailing_zero, BMILL_LAW_FROM_BOTTOM_(0))
BMILL_LAWS_(first_trailing_zero, first_trailing_zero, count, true)

BMILL_MEANS_VALUE_(first_leading_one, BMILL_LAW_FROM_TOP_(1))
BMILL_LAWS_(first_leading_one, first_leading_one, count, true)

BMILL_MEANS_VALUE_(first_leading_zero, BMILL_LAW_FROM_TOP_(0))
BMILL_LAWS_(first_leading_zero, first_leading_zero, count, true)

BMILL_MEANS_(redundant_sign_bits)
{
    const bool sign = BMILL_BIT_X_(in->width - 1);
    return in->width - 1 - bmill_law_end_(in->width - 1, in->x, !sign);
}
BMILL_LAWS_(redundant_sign_bits, redundant_sign_bits, count, true)

BMILL_END_INLINE_

#endif
