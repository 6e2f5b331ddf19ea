/** @file
 * bitmill/learn/laws/permute.h: the laws for bitmill/word/permute.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_PERMUTE_H
#define BITMILL_LEARN_LAWS_PERMUTE_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_(reverse, BMILL_BIT_X_(in->width - 1 - k))
BMILL_LAWS_(reverse, reverse, map, true);

BMILL_MEANS_BITS_(byteswap, BMILL_BIT_X_(in->width - 8 - k / 8 * 8 + k % 8))
BMILL_LAWS_(byteswap, byteswap, map, true);

BMILL_MEANS_BITS_(rotl, BMILL_BIT_X_((k + in->width - in->i % in->width) % in->width))
BMILL_LAWS_(rotl, rotl, map_at, in->i < in->width);
BMILL_LAWS_(rotl_modulo, rotl, map_at, true);

BMILL_MEANS_BITS_(rotr, BMILL_BIT_X_((k + in->i % in->width) % in->width))
BMILL_LAWS_(rotr, rotr, map_at, in->i < in->width);
BMILL_LAWS_(rotr_modulo, rotr, map_at, true);

/** @name Laws of bitmill/word/permute.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x)` is bmill_reverse_u8(x), for all x. */
BMILL_LAW bool bmill_law_reverse_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_reverse_u8_(f, failure); }
/** `f(x)` is bmill_reverse_u16(x), for all x. */
BMILL_LAW bool bmill_law_reverse_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_reverse_u16_(f, failure); }
/** `f(x)` is bmill_reverse_u32(x), for all x. */
BMILL_LAW bool bmill_law_reverse_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_reverse_u32_(f, failure); }
/** `f(x)` is bmill_reverse_u64(x), for all x. */
BMILL_LAW bool bmill_law_reverse_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_reverse_u64_(f, failure); }

/** `f(x)` is bmill_byteswap_u8(x), for all x. */
BMILL_LAW bool bmill_law_byteswap_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_byteswap_u8_(f, failure); }
/** `f(x)` is bmill_byteswap_u16(x), for all x. */
BMILL_LAW bool bmill_law_byteswap_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_byteswap_u16_(f, failure); }
/** `f(x)` is bmill_byteswap_u32(x), for all x. */
BMILL_LAW bool bmill_law_byteswap_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_byteswap_u32_(f, failure); }
/** `f(x)` is bmill_byteswap_u64(x), for all x. */
BMILL_LAW bool bmill_law_byteswap_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_byteswap_u64_(f, failure); }

/** `f(x, i)` is bmill_rotl_u8(x, i), for i below 8. */
BMILL_LAW bool bmill_law_rotl_u8(uint8_t f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotl_u8_(f, failure); }
/** `f(x, i)` is bmill_rotl_u16(x, i), for i below 16. */
BMILL_LAW bool bmill_law_rotl_u16(uint16_t f(uint16_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotl_u16_(f, failure); }
/** `f(x, i)` is bmill_rotl_u32(x, i), for i below 32. */
BMILL_LAW bool bmill_law_rotl_u32(uint32_t f(uint32_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotl_u32_(f, failure); }
/** `f(x, i)` is bmill_rotl_u64(x, i), for i below 64. */
BMILL_LAW bool bmill_law_rotl_u64(uint64_t f(uint64_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotl_u64_(f, failure); }

/** `f(x, i)` is bmill_rotl_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotl_modulo_u8(uint8_t f(uint8_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_rotl_modulo_u8_(f, failure); }
/** `f(x, i)` is bmill_rotl_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotl_modulo_u16(uint16_t f(uint16_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_rotl_modulo_u16_(f, failure); }
/** `f(x, i)` is bmill_rotl_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotl_modulo_u32(uint32_t f(uint32_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_rotl_modulo_u32_(f, failure); }
/** `f(x, i)` is bmill_rotl_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotl_modulo_u64(uint64_t f(uint64_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_rotl_modulo_u64_(f, failure); }

/** `f(x, i)` is bmill_rotr_u8(x, i), for i below 8. */
BMILL_LAW bool bmill_law_rotr_u8(uint8_t f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotr_u8_(f, failure); }
/** `f(x, i)` is bmill_rotr_u16(x, i), for i below 16. */
BMILL_LAW bool bmill_law_rotr_u16(uint16_t f(uint16_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotr_u16_(f, failure); }
/** `f(x, i)` is bmill_rotr_u32(x, i), for i below 32. */
BMILL_LAW bool bmill_law_rotr_u32(uint32_t f(uint32_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotr_u32_(f, failure); }
/** `f(x, i)` is bmill_rotr_u64(x, i), for i below 64. */
BMILL_LAW bool bmill_law_rotr_u64(uint64_t f(uint64_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_rotr_u64_(f, failure); }

/** `f(x, i)` is bmill_rotr_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotr_modulo_u8(uint8_t f(uint8_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_rotr_modulo_u8_(f, failure); }
/** `f(x, i)` is bmill_rotr_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotr_modulo_u16(uint16_t f(uint16_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_rotr_modulo_u16_(f, failure); }
/** `f(x, i)` is bmill_rotr_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotr_modulo_u32(uint32_t f(uint32_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_rotr_modulo_u32_(f, failure); }
/** `f(x, i)` is bmill_rotr_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_rotr_modulo_u64(uint64_t f(uint64_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_rotr_modulo_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
