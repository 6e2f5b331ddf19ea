/* bitmill/learn/laws/morton.h: the laws for bitmill/word/morton.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_MORTON_H
#define BITMILL_LEARN_LAWS_MORTON_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* Bit `from`, 3 + from, 6 + from, ... of the code, from bit 0 on; as many as make a third. */
#define BMILL_LAW_THIRD_(from) (k < in->width / 3 && BMILL_BIT_X_((3 * k + (from)) % in->width))

BMILL_MEANS_BITS_(morton2, k % 2 == 0 ? BMILL_BIT_X_(k / 2) : BMILL_BIT_Y_(k / 2))
BMILL_LAWS_(morton2, morton2, pair, true)
BMILL_LAWS_(morton2_fits, morton2, pair, (in->x | in->y) >> in->width / 2 == 0)

BMILL_MEANS_BITS_(morton2_x, k < in->width / 2 && BMILL_BIT_X_(2 * k % in->width))
BMILL_LAWS_(morton2_x, morton2_x, map, true)

BMILL_MEANS_BITS_(morton2_y, k < in->width / 2 && BMILL_BIT_X_((2 * k + 1) % in->width))
BMILL_LAWS_(morton2_y, morton2_y, map, true)

BMILL_MEANS_BITS_(morton3, k / 3 < in->width / 3 && (k % 3 == 0   ? BMILL_BIT_X_(k / 3)
                                                     : k % 3 == 1 ? BMILL_BIT_Y_(k / 3)
                                                                  : BMILL_BIT_Z_(k / 3)))
BMILL_LAWS_(morton3, morton3, triple, true)
BMILL_LAWS_(morton3_fits, morton3, triple, (in->x | in->y | in->z) >> in->width / 3 == 0)

BMILL_MEANS_BITS_(morton3_x, BMILL_LAW_THIRD_(0))
BMILL_LAWS_(morton3_x, morton3_x, map, true)

BMILL_MEANS_BITS_(morton3_y, BMILL_LAW_THIRD_(1))
BMILL_LAWS_(morton3_y, morton3_y, map, true)

BMILL_MEANS_BITS_(morton3_z, BMILL_LAW_THIRD_(2))
BMILL_LAWS_(morton3_z, morton3_z, map, true)

BMILL_END_INLINE_

#endif
