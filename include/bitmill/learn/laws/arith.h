/* bitmill/learn/laws/arith.h: the laws for bitmill/word/arith.h. See bitmill/learn/laws.h.
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
BMILL_LAWS_(sat_add, sat_add, pair, true)

BMILL_MEANS_(sat_sub) /* x - y is x + ~y + 1, with a carry if it is not negative */
{
    unsigned carry = 1;
    const uint64_t difference = bmill_law_sum_(in->width, in->x, ~in->y, &carry);
    return carry ? difference : 0;
}
BMILL_LAWS_(sat_sub, sat_sub, pair, true)

BMILL_MEANS_(abs_diff) /* one of x - y and y - x is 0 if negative ones are */
{
    bmill_law_input_ swapped = *in;
    swapped.x = in->y;
    swapped.y = in->x;
    return bmill_want_sat_sub_(in) | bmill_want_sat_sub_(&swapped);
}
BMILL_LAWS_(abs_diff, abs_diff, pair, true)

BMILL_MEANS_(avg_floor)
{
    unsigned carry = 0;
    const uint64_t sum = bmill_law_sum_(in->width, in->x, in->y, &carry);
    return sum >> 1 | (uint64_t)carry << (in->width - 1);
}
BMILL_LAWS_(avg_floor, avg_floor, pair, true)

BMILL_MEANS_(avg_ceil)
{
    unsigned carry = 1;
    const uint64_t sum = bmill_law_sum_(in->width, in->x, in->y, &carry);
    return sum >> 1 | (uint64_t)carry << (in->width - 1);
}
BMILL_LAWS_(avg_ceil, avg_ceil, pair, true)

#define BMILL_LAW_ZERO_BYTE_(n) (bmill_law_ones_in_(in->x, 8 * (n), 8 * (n) + 8) == 0)
BMILL_MEANS_BITS_(zero_bytes, k % 8 == 7 && BMILL_LAW_ZERO_BYTE_(k / 8))
BMILL_LAWS_(zero_bytes, zero_bytes, map, true)

BMILL_MEANS_VALUE_(has_zero_byte, bmill_want_zero_bytes_(in) != 0)
BMILL_LAWS_(has_zero_byte, has_zero_byte, test, true)

BMILL_END_INLINE_

#endif
