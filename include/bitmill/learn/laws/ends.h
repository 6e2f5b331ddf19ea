/** @file
 * bitmill/learn/laws/ends.h: the laws for bitmill/word/ends.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_ENDS_H
#define BITMILL_LEARN_LAWS_ENDS_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_AT_(lowest_set, BMILL_LAW_FIRST_(1), k == at)
BMILL_LAWS_(lowest_set, lowest_set, map, true);

BMILL_MEANS_BITS_AT_(lowest_clear, BMILL_LAW_FIRST_(0), k == at)
BMILL_LAWS_(lowest_clear, lowest_clear, map, true);

BMILL_MEANS_BITS_AT_(clear_lowest_set, BMILL_LAW_FIRST_(1), k != at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_lowest_set, clear_lowest_set, map, true);

BMILL_MEANS_BITS_AT_(set_lowest_clear, BMILL_LAW_FIRST_(0), k == at || BMILL_BIT_X_(k))
BMILL_LAWS_(set_lowest_clear, set_lowest_clear, map, true);

BMILL_MEANS_BITS_AT_(clear_highest_set, BMILL_LAW_END_(1), k + 1 != at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_highest_set, clear_highest_set, map, true);

BMILL_MEANS_BITS_AT_(fill_trailing_zeros, BMILL_LAW_FIRST_(1), k < at || BMILL_BIT_X_(k))
BMILL_LAWS_(fill_trailing_zeros, fill_trailing_zeros, map, true);

BMILL_MEANS_BITS_AT_(clear_trailing_ones, BMILL_LAW_FIRST_(0), k >= at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_trailing_ones, clear_trailing_ones, map, true);

BMILL_MEANS_BITS_AT_(trailing_zeros_mask, BMILL_LAW_FIRST_(1), k < at)
BMILL_LAWS_(trailing_zeros_mask, trailing_zeros_mask, map, true);

BMILL_MEANS_BITS_AT_(trailing_ones_mask, BMILL_LAW_FIRST_(0), k < at)
BMILL_LAWS_(trailing_ones_mask, trailing_ones_mask, map, true);

BMILL_MEANS_BITS_AT_(leading_zeros_mask, BMILL_LAW_END_(1), k >= at)
BMILL_LAWS_(leading_zeros_mask, leading_zeros_mask, map, true);

BMILL_MEANS_BITS_AT_(leading_ones_mask, BMILL_LAW_END_(0), k >= at)
BMILL_LAWS_(leading_ones_mask, leading_ones_mask, map, true);

BMILL_MEANS_BITS_AT_(fill_below, BMILL_LAW_END_(1), k < at)
BMILL_LAWS_(fill_below, fill_below, map, true);

BMILL_MEANS_BITS_AT_(fill_above, BMILL_LAW_FIRST_(1), k >= at)
BMILL_LAWS_(fill_above, fill_above, map, true);

BMILL_MEANS_BITS_AT_(lowest_run, BMILL_LAW_RUN_END_, k < at && BMILL_BIT_X_(k))
BMILL_LAWS_(lowest_run, lowest_run, map, true);

BMILL_MEANS_BITS_AT_(clear_lowest_run, BMILL_LAW_RUN_END_, k >= at && BMILL_BIT_X_(k))
BMILL_LAWS_(clear_lowest_run, clear_lowest_run, map, true);

/** @name Laws of bitmill/word/ends.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x)` is bmill_lowest_set_u8(x), for all x. */
BMILL_LAW bool bmill_law_lowest_set_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_set_u8_(f, failure); }
/** `f(x)` is bmill_lowest_set_u16(x), for all x. */
BMILL_LAW bool bmill_law_lowest_set_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_set_u16_(f, failure); }
/** `f(x)` is bmill_lowest_set_u32(x), for all x. */
BMILL_LAW bool bmill_law_lowest_set_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_set_u32_(f, failure); }
/** `f(x)` is bmill_lowest_set_u64(x), for all x. */
BMILL_LAW bool bmill_law_lowest_set_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_set_u64_(f, failure); }

/** `f(x)` is bmill_lowest_clear_u8(x), for all x. */
BMILL_LAW bool bmill_law_lowest_clear_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_clear_u8_(f, failure); }
/** `f(x)` is bmill_lowest_clear_u16(x), for all x. */
BMILL_LAW bool bmill_law_lowest_clear_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_clear_u16_(f, failure); }
/** `f(x)` is bmill_lowest_clear_u32(x), for all x. */
BMILL_LAW bool bmill_law_lowest_clear_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_clear_u32_(f, failure); }
/** `f(x)` is bmill_lowest_clear_u64(x), for all x. */
BMILL_LAW bool bmill_law_lowest_clear_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_clear_u64_(f, failure); }

/** `f(x)` is bmill_clear_lowest_set_u8(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_set_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_set_u8_(f, failure); }
/** `f(x)` is bmill_clear_lowest_set_u16(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_set_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_set_u16_(f, failure); }
/** `f(x)` is bmill_clear_lowest_set_u32(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_set_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_set_u32_(f, failure); }
/** `f(x)` is bmill_clear_lowest_set_u64(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_set_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_set_u64_(f, failure); }

/** `f(x)` is bmill_set_lowest_clear_u8(x), for all x. */
BMILL_LAW bool bmill_law_set_lowest_clear_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_set_lowest_clear_u8_(f, failure); }
/** `f(x)` is bmill_set_lowest_clear_u16(x), for all x. */
BMILL_LAW bool bmill_law_set_lowest_clear_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_set_lowest_clear_u16_(f, failure); }
/** `f(x)` is bmill_set_lowest_clear_u32(x), for all x. */
BMILL_LAW bool bmill_law_set_lowest_clear_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_set_lowest_clear_u32_(f, failure); }
/** `f(x)` is bmill_set_lowest_clear_u64(x), for all x. */
BMILL_LAW bool bmill_law_set_lowest_clear_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_set_lowest_clear_u64_(f, failure); }

/** `f(x)` is bmill_clear_highest_set_u8(x), for all x. */
BMILL_LAW bool bmill_law_clear_highest_set_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_clear_highest_set_u8_(f, failure); }
/** `f(x)` is bmill_clear_highest_set_u16(x), for all x. */
BMILL_LAW bool bmill_law_clear_highest_set_u16(uint16_t f(uint16_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_clear_highest_set_u16_(f, failure); }
/** `f(x)` is bmill_clear_highest_set_u32(x), for all x. */
BMILL_LAW bool bmill_law_clear_highest_set_u32(uint32_t f(uint32_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_clear_highest_set_u32_(f, failure); }
/** `f(x)` is bmill_clear_highest_set_u64(x), for all x. */
BMILL_LAW bool bmill_law_clear_highest_set_u64(uint64_t f(uint64_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_clear_highest_set_u64_(f, failure); }

/** `f(x)` is bmill_fill_trailing_zeros_u8(x), for all x. */
BMILL_LAW bool bmill_law_fill_trailing_zeros_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_fill_trailing_zeros_u8_(f, failure); }
/** `f(x)` is bmill_fill_trailing_zeros_u16(x), for all x. */
BMILL_LAW bool bmill_law_fill_trailing_zeros_u16(uint16_t f(uint16_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_fill_trailing_zeros_u16_(f, failure); }
/** `f(x)` is bmill_fill_trailing_zeros_u32(x), for all x. */
BMILL_LAW bool bmill_law_fill_trailing_zeros_u32(uint32_t f(uint32_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_fill_trailing_zeros_u32_(f, failure); }
/** `f(x)` is bmill_fill_trailing_zeros_u64(x), for all x. */
BMILL_LAW bool bmill_law_fill_trailing_zeros_u64(uint64_t f(uint64_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_fill_trailing_zeros_u64_(f, failure); }

/** `f(x)` is bmill_clear_trailing_ones_u8(x), for all x. */
BMILL_LAW bool bmill_law_clear_trailing_ones_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_clear_trailing_ones_u8_(f, failure); }
/** `f(x)` is bmill_clear_trailing_ones_u16(x), for all x. */
BMILL_LAW bool bmill_law_clear_trailing_ones_u16(uint16_t f(uint16_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_clear_trailing_ones_u16_(f, failure); }
/** `f(x)` is bmill_clear_trailing_ones_u32(x), for all x. */
BMILL_LAW bool bmill_law_clear_trailing_ones_u32(uint32_t f(uint32_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_clear_trailing_ones_u32_(f, failure); }
/** `f(x)` is bmill_clear_trailing_ones_u64(x), for all x. */
BMILL_LAW bool bmill_law_clear_trailing_ones_u64(uint64_t f(uint64_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_clear_trailing_ones_u64_(f, failure); }

/** `f(x)` is bmill_trailing_zeros_mask_u8(x), for all x. */
BMILL_LAW bool bmill_law_trailing_zeros_mask_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_trailing_zeros_mask_u8_(f, failure); }
/** `f(x)` is bmill_trailing_zeros_mask_u16(x), for all x. */
BMILL_LAW bool bmill_law_trailing_zeros_mask_u16(uint16_t f(uint16_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_trailing_zeros_mask_u16_(f, failure); }
/** `f(x)` is bmill_trailing_zeros_mask_u32(x), for all x. */
BMILL_LAW bool bmill_law_trailing_zeros_mask_u32(uint32_t f(uint32_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_trailing_zeros_mask_u32_(f, failure); }
/** `f(x)` is bmill_trailing_zeros_mask_u64(x), for all x. */
BMILL_LAW bool bmill_law_trailing_zeros_mask_u64(uint64_t f(uint64_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_trailing_zeros_mask_u64_(f, failure); }

/** `f(x)` is bmill_trailing_ones_mask_u8(x), for all x. */
BMILL_LAW bool bmill_law_trailing_ones_mask_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_trailing_ones_mask_u8_(f, failure); }
/** `f(x)` is bmill_trailing_ones_mask_u16(x), for all x. */
BMILL_LAW bool bmill_law_trailing_ones_mask_u16(uint16_t f(uint16_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_trailing_ones_mask_u16_(f, failure); }
/** `f(x)` is bmill_trailing_ones_mask_u32(x), for all x. */
BMILL_LAW bool bmill_law_trailing_ones_mask_u32(uint32_t f(uint32_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_trailing_ones_mask_u32_(f, failure); }
/** `f(x)` is bmill_trailing_ones_mask_u64(x), for all x. */
BMILL_LAW bool bmill_law_trailing_ones_mask_u64(uint64_t f(uint64_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_trailing_ones_mask_u64_(f, failure); }

/** `f(x)` is bmill_leading_zeros_mask_u8(x), for all x. */
BMILL_LAW bool bmill_law_leading_zeros_mask_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_leading_zeros_mask_u8_(f, failure); }
/** `f(x)` is bmill_leading_zeros_mask_u16(x), for all x. */
BMILL_LAW bool bmill_law_leading_zeros_mask_u16(uint16_t f(uint16_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_leading_zeros_mask_u16_(f, failure); }
/** `f(x)` is bmill_leading_zeros_mask_u32(x), for all x. */
BMILL_LAW bool bmill_law_leading_zeros_mask_u32(uint32_t f(uint32_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_leading_zeros_mask_u32_(f, failure); }
/** `f(x)` is bmill_leading_zeros_mask_u64(x), for all x. */
BMILL_LAW bool bmill_law_leading_zeros_mask_u64(uint64_t f(uint64_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_leading_zeros_mask_u64_(f, failure); }

/** `f(x)` is bmill_leading_ones_mask_u8(x), for all x. */
BMILL_LAW bool bmill_law_leading_ones_mask_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_leading_ones_mask_u8_(f, failure); }
/** `f(x)` is bmill_leading_ones_mask_u16(x), for all x. */
BMILL_LAW bool bmill_law_leading_ones_mask_u16(uint16_t f(uint16_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_leading_ones_mask_u16_(f, failure); }
/** `f(x)` is bmill_leading_ones_mask_u32(x), for all x. */
BMILL_LAW bool bmill_law_leading_ones_mask_u32(uint32_t f(uint32_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_leading_ones_mask_u32_(f, failure); }
/** `f(x)` is bmill_leading_ones_mask_u64(x), for all x. */
BMILL_LAW bool bmill_law_leading_ones_mask_u64(uint64_t f(uint64_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_leading_ones_mask_u64_(f, failure); }

/** `f(x)` is bmill_fill_below_u8(x), for all x. */
BMILL_LAW bool bmill_law_fill_below_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_fill_below_u8_(f, failure); }
/** `f(x)` is bmill_fill_below_u16(x), for all x. */
BMILL_LAW bool bmill_law_fill_below_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_fill_below_u16_(f, failure); }
/** `f(x)` is bmill_fill_below_u32(x), for all x. */
BMILL_LAW bool bmill_law_fill_below_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_fill_below_u32_(f, failure); }
/** `f(x)` is bmill_fill_below_u64(x), for all x. */
BMILL_LAW bool bmill_law_fill_below_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_fill_below_u64_(f, failure); }

/** `f(x)` is bmill_fill_above_u8(x), for all x. */
BMILL_LAW bool bmill_law_fill_above_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_fill_above_u8_(f, failure); }
/** `f(x)` is bmill_fill_above_u16(x), for all x. */
BMILL_LAW bool bmill_law_fill_above_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_fill_above_u16_(f, failure); }
/** `f(x)` is bmill_fill_above_u32(x), for all x. */
BMILL_LAW bool bmill_law_fill_above_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_fill_above_u32_(f, failure); }
/** `f(x)` is bmill_fill_above_u64(x), for all x. */
BMILL_LAW bool bmill_law_fill_above_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_fill_above_u64_(f, failure); }

/** `f(x)` is bmill_lowest_run_u8(x), for all x. */
BMILL_LAW bool bmill_law_lowest_run_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_run_u8_(f, failure); }
/** `f(x)` is bmill_lowest_run_u16(x), for all x. */
BMILL_LAW bool bmill_law_lowest_run_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_run_u16_(f, failure); }
/** `f(x)` is bmill_lowest_run_u32(x), for all x. */
BMILL_LAW bool bmill_law_lowest_run_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_run_u32_(f, failure); }
/** `f(x)` is bmill_lowest_run_u64(x), for all x. */
BMILL_LAW bool bmill_law_lowest_run_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_lowest_run_u64_(f, failure); }

/** `f(x)` is bmill_clear_lowest_run_u8(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_run_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_run_u8_(f, failure); }
/** `f(x)` is bmill_clear_lowest_run_u16(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_run_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_run_u16_(f, failure); }
/** `f(x)` is bmill_clear_lowest_run_u32(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_run_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_run_u32_(f, failure); }
/** `f(x)` is bmill_clear_lowest_run_u64(x), for all x. */
BMILL_LAW bool bmill_law_clear_lowest_run_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_clear_lowest_run_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
