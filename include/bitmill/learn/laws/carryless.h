/** @file
 * bitmill/learn/laws/carryless.h: the laws for bitmill/word/carryless.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_CARRYLESS_H
#define BITMILL_LEARN_LAWS_CARRYLESS_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_(gray_encode, BMILL_BIT_X_(k) != (k + 1 < in->width && BMILL_BIT_X_(k + 1)))
BMILL_LAWS_(gray_encode, gray_encode, map, true);

BMILL_MEANS_BITS_(gray_decode, bmill_law_ones_in_(in->x, k, in->width) % 2)
BMILL_LAWS_(gray_decode, gray_decode, map, true);

BMILL_MEANS_BITS_(prefix_xor, bmill_law_ones_in_(in->x, 0, k + 1) % 2)
BMILL_LAWS_(prefix_xor, prefix_xor, map, true);

BMILL_MEANS_(clmul) /* the sum of x << k for each bit k of y, without carries */
{
    uint64_t result = 0;
    for (unsigned k = 0; k < in->width; k++)
        result ^= BMILL_BIT_Y_(k) ? in->x << k & bmill_law_ones_(in->width) : 0;
    return result;
}
BMILL_LAWS_(clmul, clmul, pair, true);

/** @name Laws of bitmill/word/carryless.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x)` is bmill_gray_encode_u8(x), for all x. */
BMILL_LAW bool bmill_law_gray_encode_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_gray_encode_u8_(f, failure); }
/** `f(x)` is bmill_gray_encode_u16(x), for all x. */
BMILL_LAW bool bmill_law_gray_encode_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_gray_encode_u16_(f, failure); }
/** `f(x)` is bmill_gray_encode_u32(x), for all x. */
BMILL_LAW bool bmill_law_gray_encode_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_gray_encode_u32_(f, failure); }
/** `f(x)` is bmill_gray_encode_u64(x), for all x. */
BMILL_LAW bool bmill_law_gray_encode_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_gray_encode_u64_(f, failure); }

/** `f(x)` is bmill_gray_decode_u8(x), for all x. */
BMILL_LAW bool bmill_law_gray_decode_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_gray_decode_u8_(f, failure); }
/** `f(x)` is bmill_gray_decode_u16(x), for all x. */
BMILL_LAW bool bmill_law_gray_decode_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_gray_decode_u16_(f, failure); }
/** `f(x)` is bmill_gray_decode_u32(x), for all x. */
BMILL_LAW bool bmill_law_gray_decode_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_gray_decode_u32_(f, failure); }
/** `f(x)` is bmill_gray_decode_u64(x), for all x. */
BMILL_LAW bool bmill_law_gray_decode_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_gray_decode_u64_(f, failure); }

/** `f(x)` is bmill_prefix_xor_u8(x), for all x. */
BMILL_LAW bool bmill_law_prefix_xor_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_prefix_xor_u8_(f, failure); }
/** `f(x)` is bmill_prefix_xor_u16(x), for all x. */
BMILL_LAW bool bmill_law_prefix_xor_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_prefix_xor_u16_(f, failure); }
/** `f(x)` is bmill_prefix_xor_u32(x), for all x. */
BMILL_LAW bool bmill_law_prefix_xor_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_prefix_xor_u32_(f, failure); }
/** `f(x)` is bmill_prefix_xor_u64(x), for all x. */
BMILL_LAW bool bmill_law_prefix_xor_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_prefix_xor_u64_(f, failure); }

/** `f(x, y)` is bmill_clmul_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_clmul_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_clmul_u8_(f, failure); }
/** `f(x, y)` is bmill_clmul_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_clmul_u16(uint16_t f(uint16_t x, uint16_t y),
                                   bmill_counterexample *failure)
{ return bmill_law_clmul_u16_(f, failure); }
/** `f(x, y)` is bmill_clmul_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_clmul_u32(uint32_t f(uint32_t x, uint32_t y),
                                   bmill_counterexample *failure)
{ return bmill_law_clmul_u32_(f, failure); }
/** `f(x, y)` is bmill_clmul_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_clmul_u64(uint64_t f(uint64_t x, uint64_t y),
                                   bmill_counterexample *failure)
{ return bmill_law_clmul_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
