/* bitmill/learn/laws/enumerate.h: the laws for bitmill/word/enumerate.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_ENUMERATE_H
#define BITMILL_LEARN_LAWS_ENUMERATE_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* The lowest 1 with a 0 above it moves there; the ones below it fall to the low end. 0 if all ones
 * are at the top already. */
BMILL_MEANS_(next_same_popcount)
{
    const unsigned end = BMILL_LAW_RUN_END_, below = end - BMILL_LAW_FIRST_(1);
    uint64_t result = 0;
    for (unsigned k = 0; k < in->width && end < in->width; k++)
        result |= (uint64_t)(k + 1 < below || k == end || (k > end && BMILL_BIT_X_(k))) << k;
    return result;
}
BMILL_LAWS_(next_same_popcount, next_same_popcount, map, true)
BMILL_LAWS_(next_same_popcount_fits, next_same_popcount, map,
            bmill_want_next_same_popcount_(in) != 0)

/* Counting up, the lowest place that is 0 becomes 1, and the places below it, all 1, become 0; in
 * the places of y alone. After the last one, all become 0. Counting down is the reverse. */
BMILL_MEANS_BITS_AT_(next_submask, bmill_law_first_(in->width, in->y & ~in->x, 0, 1),
                     k == at || (k > at && BMILL_BIT_X_(k)))
BMILL_LAWS_(next_submask, next_submask, pair, (in->x & ~in->y) == 0)

BMILL_MEANS_BITS_AT_(prev_submask, BMILL_LAW_FIRST_(1),
                     (k < at && BMILL_BIT_Y_(k)) || (k > at && BMILL_BIT_X_(k)))
BMILL_LAWS_(prev_submask, prev_submask, pair, (in->x & ~in->y) == 0)

BMILL_MEANS_BITS_AT_(next_superset, BMILL_LAW_FIRST_(0),
                     k == at || (k < at ? BMILL_BIT_Y_(k) : BMILL_BIT_X_(k)))
BMILL_LAWS_(next_superset, next_superset, pair, (in->y & ~in->x) == 0)

BMILL_END_INLINE_

#endif
