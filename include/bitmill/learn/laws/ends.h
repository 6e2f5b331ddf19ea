/* bitmill/learn/laws/ends.h: the laws for bitmill/word/ends.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_ENDS_H
#define BITMILL_LEARN_LAWS_ENDS_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_AT_(lowest_set, BMILL_LAW_FIRST_(1), k == at)
BMILL_LAWS_(lowest_set, lowest_set, map, true)

BMILL_MEANS_BITS_AT_(lowest_clear, BMILL_LAW_FIRST_(0), k == at)
BMILL_LAWS_(lowest_clear, lowest_clear, map, true)

BMILL_MEANS_BITS_AT_(clear_lowest_set, BMILL_LAW_FIRST_(1), k != at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_lowest_set, clear_lowest_set, map, true)

BMILL_MEANS_BITS_AT_(set_lowest_clear, BMILL_LAW_FIRST_(0), k == at || BMILL_BIT_X_(k))
BMILL_LAWS_(set_lowest_clear, set_lowest_clear, map, true)

BMILL_MEANS_BITS_AT_(clear_highest_set, BMILL_LAW_END_(1), k + 1 != at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_highest_set, clear_highest_set, map, true)

BMILL_MEANS_BITS_AT_(fill_trailing_zeros, BMILL_LAW_FIRST_(1), k < at || BMILL_BIT_X_(k))
BMILL_LAWS_(fill_trailing_zeros, fill_trailing_zeros, map, true)

BMILL_MEANS_BITS_AT_(clear_trailing_ones, BMILL_LAW_FIRST_(0), k >= at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_trailing_ones, clear_trailing_ones, map, true)

BMILL_MEANS_BITS_AT_(trailing_zeros_mask, BMILL_LAW_FIRST_(1), k < at)
BMILL_LAWS_(trailing_zeros_mask, trailing_zeros_mask, map, true)

BMILL_MEANS_BITS_AT_(trailing_ones_mask, BMILL_LAW_FIRST_(0), k < at)
BMILL_LAWS_(trailing_ones_mask, trailing_ones_mask, map, true)

BMILL_MEANS_BITS_AT_(leading_zeros_mask, BMILL_LAW_END_(1), k >= at)
BMILL_LAWS_(leading_zeros_mask, leading_zeros_mask, map, true)

BMILL_MEANS_BITS_AT_(leading_ones_mask, BMILL_LAW_END_(0), k >= at)
BMILL_LAWS_(leading_ones_mask, leading_ones_mask, map, true)

BMILL_MEANS_BITS_AT_(fill_below, BMILL_LAW_END_(1), k < at)
BMILL_LAWS_(fill_below, fill_below, map, true)

BMILL_MEANS_BITS_AT_(fill_above, BMILL_LAW_FIRST_(1), k >= at)
BMILL_LAWS_(fill_above, fill_above, map, true)

BMILL_MEANS_BITS_AT_(lowest_run, BMILL_LAW_RUN_END_, k < at && BMILL_BIT_X_(k))
BMILL_LAWS_(lowest_run, lowest_run, map, true)

BMILL_MEANS_BITS_AT_(clear_lowest_run, BMILL_LAW_RUN_END_, k >= at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_lowest_run, clear_lowest_run, map, true)

BMILL_END_INLINE_

#endif
