/** @file
 * bitmill/learn/laws/rank.h: the laws for bitmill/word/rank.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_RANK_H
#define BITMILL_LEARN_LAWS_RANK_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_VALUE_(rank, bmill_law_ones_in_(in->x, 0, in->i < in->width ? in->i : in->width))
BMILL_LAWS_(rank, rank, count_at, in->i <= in->width);
BMILL_LAWS_(rank_clip, rank, count_at, true);

BMILL_MEANS_(select)
{
    unsigned place = BMILL_LAW_FIRST_(1);
    for (unsigned k = 0; k < in->i && place < in->width; k++)
        place = bmill_law_first_(in->width, in->x, place + 1, 1);
    return place;
}
BMILL_LAWS_(select, select, count_at, in->i < in->width);
BMILL_LAWS_(select_fits, select, count_at, in->i < bmill_law_ones_in_(in->x, 0, in->width));
BMILL_LAWS_(select_clip, select, count_at, true);

/** @name Laws of bitmill/word/rank.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x, i)` is bmill_rank_u8(x, i), for i up to 8. */
BMILL_LAW bool bmill_law_rank_u8(unsigned f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rank_u8_(f, failure); }
/** `f(x, i)` is bmill_rank_u16(x, i), for i up to 16. */
BMILL_LAW bool bmill_law_rank_u16(unsigned f(uint16_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rank_u16_(f, failure); }
/** `f(x, i)` is bmill_rank_u32(x, i), for i up to 32. */
BMILL_LAW bool bmill_law_rank_u32(unsigned f(uint32_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rank_u32_(f, failure); }
/** `f(x, i)` is bmill_rank_u64(x, i), for i up to 64. */
BMILL_LAW bool bmill_law_rank_u64(unsigned f(uint64_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rank_u64_(f, failure); }

/** `f(x, i)` is bmill_rank_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rank_clip_u8(unsigned f(uint8_t x, unsigned i),
                                      bmill_counterexample *failure)
{ return bmill_law_rank_clip_u8_(f, failure); }
/** `f(x, i)` is bmill_rank_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rank_clip_u16(unsigned f(uint16_t x, unsigned i),
                                       bmill_counterexample *failure)
{ return bmill_law_rank_clip_u16_(f, failure); }
/** `f(x, i)` is bmill_rank_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rank_clip_u32(unsigned f(uint32_t x, unsigned i),
                                       bmill_counterexample *failure)
{ return bmill_law_rank_clip_u32_(f, failure); }
/** `f(x, i)` is bmill_rank_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rank_clip_u64(unsigned f(uint64_t x, unsigned i),
                                       bmill_counterexample *failure)
{ return bmill_law_rank_clip_u64_(f, failure); }

/** `f(x, i)` is bmill_select_u8(x, i), for i below 8. */
BMILL_LAW bool bmill_law_select_u8(unsigned f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_select_u8_(f, failure); }
/** `f(x, i)` is bmill_select_u16(x, i), for i below 16. */
BMILL_LAW bool bmill_law_select_u16(unsigned f(uint16_t x, unsigned i),
                                    bmill_counterexample *failure)
{ return bmill_law_select_u16_(f, failure); }
/** `f(x, i)` is bmill_select_u32(x, i), for i below 32. */
BMILL_LAW bool bmill_law_select_u32(unsigned f(uint32_t x, unsigned i),
                                    bmill_counterexample *failure)
{ return bmill_law_select_u32_(f, failure); }
/** `f(x, i)` is bmill_select_u64(x, i), for i below 64. */
BMILL_LAW bool bmill_law_select_u64(unsigned f(uint64_t x, unsigned i),
                                    bmill_counterexample *failure)
{ return bmill_law_select_u64_(f, failure); }

/** `f(x, i)` is bmill_select_u8(x, i), for i below the number of 1 bits. */
BMILL_LAW bool bmill_law_select_fits_u8(unsigned f(uint8_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_select_fits_u8_(f, failure); }
/** `f(x, i)` is bmill_select_u16(x, i), for i below the number of 1 bits. */
BMILL_LAW bool bmill_law_select_fits_u16(unsigned f(uint16_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_select_fits_u16_(f, failure); }
/** `f(x, i)` is bmill_select_u32(x, i), for i below the number of 1 bits. */
BMILL_LAW bool bmill_law_select_fits_u32(unsigned f(uint32_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_select_fits_u32_(f, failure); }
/** `f(x, i)` is bmill_select_u64(x, i), for i below the number of 1 bits. */
BMILL_LAW bool bmill_law_select_fits_u64(unsigned f(uint64_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_select_fits_u64_(f, failure); }

/** `f(x, i)` is bmill_select_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_select_clip_u8(unsigned f(uint8_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_select_clip_u8_(f, failure); }
/** `f(x, i)` is bmill_select_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_select_clip_u16(unsigned f(uint16_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_select_clip_u16_(f, failure); }
/** `f(x, i)` is bmill_select_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_select_clip_u32(unsigned f(uint32_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_select_clip_u32_(f, failure); }
/** `f(x, i)` is bmill_select_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_select_clip_u64(unsigned f(uint64_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_select_clip_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
