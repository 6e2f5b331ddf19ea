/* bitmill/learn/laws/bit.h: the laws for bitmill/word/bit.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_BIT_H
#define BITMILL_LEARN_LAWS_BIT_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_(set, k == in->i % in->width || BMILL_BIT_X_(k))
BMILL_LAWS_(set, set, map_at, in->i < in->width)
BMILL_LAWS_(set_modulo, set, map_at, true)

BMILL_MEANS_BITS_(clear, k != in->i % in->width && BMILL_BIT_X_(k))
BMILL_LAWS_(clear, clear, map_at, in->i < in->width)
BMILL_LAWS_(clear_modulo, clear, map_at, true)

BMILL_MEANS_BITS_(flip, (k == in->i % in->width) != BMILL_BIT_X_(k))
BMILL_LAWS_(flip, flip, map_at, in->i < in->width)
BMILL_LAWS_(flip_modulo, flip, map_at, true)

BMILL_MEANS_BITS_(modify, k == in->i % in->width ? in->y == 1 : BMILL_BIT_X_(k))
BMILL_LAWS_(modify, modify, modify_at, in->i < in->width)
BMILL_LAWS_(modify_modulo, modify, modify_at, true)

BMILL_MEANS_VALUE_(is_set, BMILL_BIT_X_(in->i % in->width))
BMILL_LAWS_(is_set, is_set, test_at, in->i < in->width)
BMILL_LAWS_(is_set_modulo, is_set, test_at, true)

BMILL_MEANS_VALUE_(is_odd, BMILL_BIT_X_(0))
BMILL_LAWS_(is_odd, is_odd, test, true)

BMILL_MEANS_VALUE_(is_even, !BMILL_BIT_X_(0))
BMILL_LAWS_(is_even, is_even, test, true)

BMILL_END_INLINE_

#endif
