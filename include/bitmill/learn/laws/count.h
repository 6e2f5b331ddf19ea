/** @file
 * bitmill/learn/laws/count.h: the laws for bitmill/word/count.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_COUNT_H
#define BITMILL_LEARN_LAWS_COUNT_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* A position counted from 1, going up or down; 0 if there is none. */
#define BMILL_LAW_FROM_BOTTOM_(state) \
    (BMILL_LAW_FIRST_(state) < in->width ? BMILL_LAW_FIRST_(state) + 1 : 0)
#define BMILL_LAW_FROM_TOP_(state) \
    (BMILL_LAW_END_(state) > 0 ? in->width - BMILL_LAW_END_(state) + 1 : 0)

BMILL_MEANS_VALUE_(popcount, bmill_law_ones_in_(in->x, 0, in->width))
BMILL_LAWS_(popcount, popcount, count, true);

BMILL_MEANS_VALUE_(count_zeros, in->width - bmill_law_ones_in_(in->x, 0, in->width))
BMILL_LAWS_(count_zeros, count_zeros, count, true);

BMILL_MEANS_VALUE_(parity, bmill_law_ones_in_(in->x, 0, in->width) % 2)
BMILL_LAWS_(parity, parity, test, true);

BMILL_MEANS_VALUE_(clz, in->width - BMILL_LAW_END_(1))
BMILL_LAWS_(clz, clz, count, true);
BMILL_LAWS_(clz_nonzero, clz, count, in->x != 0);

BMILL_MEANS_VALUE_(ctz, BMILL_LAW_FIRST_(1))
BMILL_LAWS_(ctz, ctz, count, true);
BMILL_LAWS_(ctz_nonzero, ctz, count, in->x != 0);

BMILL_MEANS_VALUE_(clo, in->width - BMILL_LAW_END_(0))
BMILL_LAWS_(clo, clo, count, true);

BMILL_MEANS_VALUE_(cto, BMILL_LAW_FIRST_(0))
BMILL_LAWS_(cto, cto, count, true);

BMILL_MEANS_VALUE_(bit_width, BMILL_LAW_END_(1))
BMILL_LAWS_(bit_width, bit_width, count, true);

BMILL_MEANS_VALUE_(ffs, BMILL_LAW_FROM_BOTTOM_(1))
BMILL_LAWS_(ffs, ffs, count, true);

BMILL_MEANS_VALUE_(first_trailing_zero, BMILL_LAW_FROM_BOTTOM_(0))
BMILL_LAWS_(first_trailing_zero, first_trailing_zero, count, true);

BMILL_MEANS_VALUE_(first_leading_one, BMILL_LAW_FROM_TOP_(1))
BMILL_LAWS_(first_leading_one, first_leading_one, count, true);

BMILL_MEANS_VALUE_(first_leading_zero, BMILL_LAW_FROM_TOP_(0))
BMILL_LAWS_(first_leading_zero, first_leading_zero, count, true);

BMILL_MEANS_(redundant_sign_bits)
{
    const bool sign = BMILL_BIT_X_(in->width - 1);
    return in->width - 1 - bmill_law_end_(in->width - 1, in->x, !sign);
}
BMILL_LAWS_(redundant_sign_bits, redundant_sign_bits, count, true);

/** @name Laws of bitmill/word/count.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x)` is bmill_popcount_u8(x), for all x. */
BMILL_LAW bool bmill_law_popcount_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_popcount_u8_(f, failure); }
/** `f(x)` is bmill_popcount_u16(x), for all x. */
BMILL_LAW bool bmill_law_popcount_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_popcount_u16_(f, failure); }
/** `f(x)` is bmill_popcount_u32(x), for all x. */
BMILL_LAW bool bmill_law_popcount_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_popcount_u32_(f, failure); }
/** `f(x)` is bmill_popcount_u64(x), for all x. */
BMILL_LAW bool bmill_law_popcount_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_popcount_u64_(f, failure); }

/** `f(x)` is bmill_count_zeros_u8(x), for all x. */
BMILL_LAW bool bmill_law_count_zeros_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_count_zeros_u8_(f, failure); }
/** `f(x)` is bmill_count_zeros_u16(x), for all x. */
BMILL_LAW bool bmill_law_count_zeros_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_count_zeros_u16_(f, failure); }
/** `f(x)` is bmill_count_zeros_u32(x), for all x. */
BMILL_LAW bool bmill_law_count_zeros_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_count_zeros_u32_(f, failure); }
/** `f(x)` is bmill_count_zeros_u64(x), for all x. */
BMILL_LAW bool bmill_law_count_zeros_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_count_zeros_u64_(f, failure); }

/** `f(x)` is bmill_parity_u8(x), for all x. */
BMILL_LAW bool bmill_law_parity_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_parity_u8_(f, failure); }
/** `f(x)` is bmill_parity_u16(x), for all x. */
BMILL_LAW bool bmill_law_parity_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_parity_u16_(f, failure); }
/** `f(x)` is bmill_parity_u32(x), for all x. */
BMILL_LAW bool bmill_law_parity_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_parity_u32_(f, failure); }
/** `f(x)` is bmill_parity_u64(x), for all x. */
BMILL_LAW bool bmill_law_parity_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_parity_u64_(f, failure); }

/** `f(x)` is bmill_clz_u8(x), for all x. */
BMILL_LAW bool bmill_law_clz_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_clz_u8_(f, failure); }
/** `f(x)` is bmill_clz_u16(x), for all x. */
BMILL_LAW bool bmill_law_clz_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_clz_u16_(f, failure); }
/** `f(x)` is bmill_clz_u32(x), for all x. */
BMILL_LAW bool bmill_law_clz_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_clz_u32_(f, failure); }
/** `f(x)` is bmill_clz_u64(x), for all x. */
BMILL_LAW bool bmill_law_clz_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_clz_u64_(f, failure); }

/** `f(x)` is bmill_clz_u8(x), for x other than 0. */
BMILL_LAW bool bmill_law_clz_nonzero_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_clz_nonzero_u8_(f, failure); }
/** `f(x)` is bmill_clz_u16(x), for x other than 0. */
BMILL_LAW bool bmill_law_clz_nonzero_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_clz_nonzero_u16_(f, failure); }
/** `f(x)` is bmill_clz_u32(x), for x other than 0. */
BMILL_LAW bool bmill_law_clz_nonzero_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_clz_nonzero_u32_(f, failure); }
/** `f(x)` is bmill_clz_u64(x), for x other than 0. */
BMILL_LAW bool bmill_law_clz_nonzero_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_clz_nonzero_u64_(f, failure); }

/** `f(x)` is bmill_ctz_u8(x), for all x. */
BMILL_LAW bool bmill_law_ctz_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_u8_(f, failure); }
/** `f(x)` is bmill_ctz_u16(x), for all x. */
BMILL_LAW bool bmill_law_ctz_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_u16_(f, failure); }
/** `f(x)` is bmill_ctz_u32(x), for all x. */
BMILL_LAW bool bmill_law_ctz_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_u32_(f, failure); }
/** `f(x)` is bmill_ctz_u64(x), for all x. */
BMILL_LAW bool bmill_law_ctz_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_u64_(f, failure); }

/** `f(x)` is bmill_ctz_u8(x), for x other than 0. */
BMILL_LAW bool bmill_law_ctz_nonzero_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_nonzero_u8_(f, failure); }
/** `f(x)` is bmill_ctz_u16(x), for x other than 0. */
BMILL_LAW bool bmill_law_ctz_nonzero_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_nonzero_u16_(f, failure); }
/** `f(x)` is bmill_ctz_u32(x), for x other than 0. */
BMILL_LAW bool bmill_law_ctz_nonzero_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_nonzero_u32_(f, failure); }
/** `f(x)` is bmill_ctz_u64(x), for x other than 0. */
BMILL_LAW bool bmill_law_ctz_nonzero_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_ctz_nonzero_u64_(f, failure); }

/** `f(x)` is bmill_clo_u8(x), for all x. */
BMILL_LAW bool bmill_law_clo_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_clo_u8_(f, failure); }
/** `f(x)` is bmill_clo_u16(x), for all x. */
BMILL_LAW bool bmill_law_clo_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_clo_u16_(f, failure); }
/** `f(x)` is bmill_clo_u32(x), for all x. */
BMILL_LAW bool bmill_law_clo_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_clo_u32_(f, failure); }
/** `f(x)` is bmill_clo_u64(x), for all x. */
BMILL_LAW bool bmill_law_clo_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_clo_u64_(f, failure); }

/** `f(x)` is bmill_cto_u8(x), for all x. */
BMILL_LAW bool bmill_law_cto_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_cto_u8_(f, failure); }
/** `f(x)` is bmill_cto_u16(x), for all x. */
BMILL_LAW bool bmill_law_cto_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_cto_u16_(f, failure); }
/** `f(x)` is bmill_cto_u32(x), for all x. */
BMILL_LAW bool bmill_law_cto_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_cto_u32_(f, failure); }
/** `f(x)` is bmill_cto_u64(x), for all x. */
BMILL_LAW bool bmill_law_cto_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_cto_u64_(f, failure); }

/** `f(x)` is bmill_bit_width_u8(x), for all x. */
BMILL_LAW bool bmill_law_bit_width_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_bit_width_u8_(f, failure); }
/** `f(x)` is bmill_bit_width_u16(x), for all x. */
BMILL_LAW bool bmill_law_bit_width_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_bit_width_u16_(f, failure); }
/** `f(x)` is bmill_bit_width_u32(x), for all x. */
BMILL_LAW bool bmill_law_bit_width_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_bit_width_u32_(f, failure); }
/** `f(x)` is bmill_bit_width_u64(x), for all x. */
BMILL_LAW bool bmill_law_bit_width_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_bit_width_u64_(f, failure); }

/** `f(x)` is bmill_ffs_u8(x), for all x. */
BMILL_LAW bool bmill_law_ffs_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_ffs_u8_(f, failure); }
/** `f(x)` is bmill_ffs_u16(x), for all x. */
BMILL_LAW bool bmill_law_ffs_u16(unsigned f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_ffs_u16_(f, failure); }
/** `f(x)` is bmill_ffs_u32(x), for all x. */
BMILL_LAW bool bmill_law_ffs_u32(unsigned f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_ffs_u32_(f, failure); }
/** `f(x)` is bmill_ffs_u64(x), for all x. */
BMILL_LAW bool bmill_law_ffs_u64(unsigned f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_ffs_u64_(f, failure); }

/** `f(x)` is bmill_first_trailing_zero_u8(x), for all x. */
BMILL_LAW bool bmill_law_first_trailing_zero_u8(unsigned f(uint8_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_first_trailing_zero_u8_(f, failure); }
/** `f(x)` is bmill_first_trailing_zero_u16(x), for all x. */
BMILL_LAW bool bmill_law_first_trailing_zero_u16(unsigned f(uint16_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_first_trailing_zero_u16_(f, failure); }
/** `f(x)` is bmill_first_trailing_zero_u32(x), for all x. */
BMILL_LAW bool bmill_law_first_trailing_zero_u32(unsigned f(uint32_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_first_trailing_zero_u32_(f, failure); }
/** `f(x)` is bmill_first_trailing_zero_u64(x), for all x. */
BMILL_LAW bool bmill_law_first_trailing_zero_u64(unsigned f(uint64_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_first_trailing_zero_u64_(f, failure); }

/** `f(x)` is bmill_first_leading_one_u8(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_one_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_first_leading_one_u8_(f, failure); }
/** `f(x)` is bmill_first_leading_one_u16(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_one_u16(unsigned f(uint16_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_first_leading_one_u16_(f, failure); }
/** `f(x)` is bmill_first_leading_one_u32(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_one_u32(unsigned f(uint32_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_first_leading_one_u32_(f, failure); }
/** `f(x)` is bmill_first_leading_one_u64(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_one_u64(unsigned f(uint64_t x),
                                               bmill_counterexample *failure)
{ return bmill_law_first_leading_one_u64_(f, failure); }

/** `f(x)` is bmill_first_leading_zero_u8(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_zero_u8(unsigned f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_first_leading_zero_u8_(f, failure); }
/** `f(x)` is bmill_first_leading_zero_u16(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_zero_u16(unsigned f(uint16_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_first_leading_zero_u16_(f, failure); }
/** `f(x)` is bmill_first_leading_zero_u32(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_zero_u32(unsigned f(uint32_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_first_leading_zero_u32_(f, failure); }
/** `f(x)` is bmill_first_leading_zero_u64(x), for all x. */
BMILL_LAW bool bmill_law_first_leading_zero_u64(unsigned f(uint64_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_first_leading_zero_u64_(f, failure); }

/** `f(x)` is bmill_redundant_sign_bits_u8(x), for all x. */
BMILL_LAW bool bmill_law_redundant_sign_bits_u8(unsigned f(uint8_t x),
                                                bmill_counterexample *failure)
{ return bmill_law_redundant_sign_bits_u8_(f, failure); }
/** `f(x)` is bmill_redundant_sign_bits_u16(x), for all x. */
BMILL_LAW bool bmill_law_redundant_sign_bits_u16(unsigned f(uint16_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_redundant_sign_bits_u16_(f, failure); }
/** `f(x)` is bmill_redundant_sign_bits_u32(x), for all x. */
BMILL_LAW bool bmill_law_redundant_sign_bits_u32(unsigned f(uint32_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_redundant_sign_bits_u32_(f, failure); }
/** `f(x)` is bmill_redundant_sign_bits_u64(x), for all x. */
BMILL_LAW bool bmill_law_redundant_sign_bits_u64(unsigned f(uint64_t x),
                                                 bmill_counterexample *failure)
{ return bmill_law_redundant_sign_bits_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
