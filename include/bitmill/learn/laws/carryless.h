/* bitmill/learn/laws/carryless.h: the laws for bitmill/word/carryless.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_CARRYLESS_H
#define BITMILL_LEARN_LAWS_CARRYLESS_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_(gray_encode, BMILL_BIT_X_(k) != (k + 1 < in->width && BMILL_BIT_X_(k + 1)))
BMILL_LAWS_(gray_encode, gray_encode, map, true)

BMILL_MEANS_BITS_(gray_decode, bmill_law_ones_in_(in->x, k, in->width) % 2)
BMILL_LAWS_(gray_decode, gray_decode, map, true)

BMILL_MEANS_BITS_(prefix_xor, bmill_law_ones_in_(in->x, 0, k + 1) % 2)
BMILL_LAWS_(prefix_xor, prefix_xor, map, true)

BMILL_MEANS_(clmul) /* the sum of x << k for each bit k of y, without carries */
{
    uint64_t result = 0;
    for (unsigned k = 0; k < in->width; k++)
        result ^= BMILL_BIT_Y_(k) ? in->x << k & bmill_law_ones_(in->width) : 0;
    return result;
}
BMILL_LAWS_(clmul, clmul, pair, true)

BMILL_END_INLINE_

#endif
