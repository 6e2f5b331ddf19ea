/* bitmill/learn/laws/rank.h: the laws for bitmill/word/rank.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_RANK_H
#define BITMILL_LEARN_LAWS_RANK_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_VALUE_(rank, bmill_law_ones_in_(in->x, 0, in->i < in->width ? in->i : in->width))
BMILL_LAWS_(rank, rank, count_at, in->i <= in->width)
BMILL_LAWS_(rank_clip, rank, count_at, true)

BMILL_MEANS_(select)
{
    unsigned place = BMILL_LAW_FIRST_(1);
    for (unsigned k = 0; k < in->i && place < in->width; k++)
        place = bmill_law_first_(in->width, in->x, place + 1, 1);
    return place;
}
BMILL_LAWS_(select, select, count_at, in->i < in->width)
BMILL_LAWS_(select_fits, select, count_at, in->i < bmill_law_ones_in_(in->x, 0, in->width))
BMILL_LAWS_(select_clip, select, count_at, true)

BMILL_END_INLINE_

#endif
