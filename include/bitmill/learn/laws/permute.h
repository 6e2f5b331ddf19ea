/* bitmill/learn/laws/permute.h: the laws for bitmill/word/permute.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_PERMUTE_H
#define BITMILL_LEARN_LAWS_PERMUTE_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_(reverse, BMILL_BIT_X_(in->width - 1 - k))
BMILL_LAWS_(reverse, reverse, map, true)

BMILL_MEANS_BITS_(byteswap, BMILL_BIT_X_(in->width - 8 - k / 8 * 8 + k % 8))
BMILL_LAWS_(byteswap, byteswap, map, true)

BMILL_MEANS_BITS_(rotl, BMILL_BIT_X_((k + in->width - in->i % in->width) % in->width))
BMILL_LAWS_(rotl, rotl, map_at, in->i < in->width)
BMILL_LAWS_(rotl_modulo, rotl, map_at, true)

BMILL_MEANS_BITS_(rotr, BMILL_BIT_X_((k + in->i % in->width) % in->width))
BMILL_LAWS_(rotr, rotr, map_at, in->i < in->width)
BMILL_LAWS_(rotr_modulo, rotr, map_at, true)

BMILL_END_INLINE_

#endif
