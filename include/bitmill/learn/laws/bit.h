/** @file
 * bitmill/learn/laws/bit.h: the laws for bitmill/word/bit.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_BIT_H
#define BITMILL_LEARN_LAWS_BIT_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_BITS_(set, k == in->i % in->width || BMILL_BIT_X_(k))
BMILL_LAWS_(set, set, map_at, in->i < in->width);
BMILL_LAWS_(set_modulo, set, map_at, true);

BMILL_MEANS_BITS_(clear, k != in->i % in->width && BMILL_BIT_X_(k))
BMILL_LAWS_(clear, clear, map_at, in->i < in->width);
BMILL_LAWS_(clear_modulo, clear, map_at, true);

BMILL_MEANS_BITS_(flip, (k == in->i % in->width) != BMILL_BIT_X_(k))
BMILL_LAWS_(flip, flip, map_at, in->i < in->width);
BMILL_LAWS_(flip_modulo, flip, map_at, true);

BMILL_MEANS_BITS_(modify, k == in->i % in->width ? in->y == 1 : BMILL_BIT_X_(k))
BMILL_LAWS_(modify, modify, modify_at, in->i < in->width);
BMILL_LAWS_(modify_modulo, modify, modify_at, true);

BMILL_MEANS_VALUE_(is_set, BMILL_BIT_X_(in->i % in->width))
BMILL_LAWS_(is_set, is_set, test_at, in->i < in->width);
BMILL_LAWS_(is_set_modulo, is_set, test_at, true);

BMILL_MEANS_VALUE_(is_odd, BMILL_BIT_X_(0))
BMILL_LAWS_(is_odd, is_odd, test, true);

BMILL_MEANS_VALUE_(is_even, !BMILL_BIT_X_(0))
BMILL_LAWS_(is_even, is_even, test, true);

/** @name Laws of bitmill/word/bit.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x, i)` is bmill_set_u8(x, i), for i below 8. */
BMILL_LAW bool bmill_law_set_u8(uint8_t f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_set_u8_(f, failure); }
/** `f(x, i)` is bmill_set_u16(x, i), for i below 16. */
BMILL_LAW bool bmill_law_set_u16(uint16_t f(uint16_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_set_u16_(f, failure); }
/** `f(x, i)` is bmill_set_u32(x, i), for i below 32. */
BMILL_LAW bool bmill_law_set_u32(uint32_t f(uint32_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_set_u32_(f, failure); }
/** `f(x, i)` is bmill_set_u64(x, i), for i below 64. */
BMILL_LAW bool bmill_law_set_u64(uint64_t f(uint64_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_set_u64_(f, failure); }

/** `f(x, i)` is bmill_set_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_set_modulo_u8(uint8_t f(uint8_t x, unsigned i),
                                       bmill_counterexample *failure)
{ return bmill_law_set_modulo_u8_(f, failure); }
/** `f(x, i)` is bmill_set_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_set_modulo_u16(uint16_t f(uint16_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_set_modulo_u16_(f, failure); }
/** `f(x, i)` is bmill_set_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_set_modulo_u32(uint32_t f(uint32_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_set_modulo_u32_(f, failure); }
/** `f(x, i)` is bmill_set_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_set_modulo_u64(uint64_t f(uint64_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_set_modulo_u64_(f, failure); }

/** `f(x, i)` is bmill_clear_u8(x, i), for i below 8. */
BMILL_LAW bool bmill_law_clear_u8(uint8_t f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_clear_u8_(f, failure); }
/** `f(x, i)` is bmill_clear_u16(x, i), for i below 16. */
BMILL_LAW bool bmill_law_clear_u16(uint16_t f(uint16_t x, unsigned i),
                                   bmill_counterexample *failure)
{ return bmill_law_clear_u16_(f, failure); }
/** `f(x, i)` is bmill_clear_u32(x, i), for i below 32. */
BMILL_LAW bool bmill_law_clear_u32(uint32_t f(uint32_t x, unsigned i),
                                   bmill_counterexample *failure)
{ return bmill_law_clear_u32_(f, failure); }
/** `f(x, i)` is bmill_clear_u64(x, i), for i below 64. */
BMILL_LAW bool bmill_law_clear_u64(uint64_t f(uint64_t x, unsigned i),
                                   bmill_counterexample *failure)
{ return bmill_law_clear_u64_(f, failure); }

/** `f(x, i)` is bmill_clear_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_clear_modulo_u8(uint8_t f(uint8_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_clear_modulo_u8_(f, failure); }
/** `f(x, i)` is bmill_clear_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_clear_modulo_u16(uint16_t f(uint16_t x, unsigned i),
                                          bmill_counterexample *failure)
{ return bmill_law_clear_modulo_u16_(f, failure); }
/** `f(x, i)` is bmill_clear_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_clear_modulo_u32(uint32_t f(uint32_t x, unsigned i),
                                          bmill_counterexample *failure)
{ return bmill_law_clear_modulo_u32_(f, failure); }
/** `f(x, i)` is bmill_clear_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_clear_modulo_u64(uint64_t f(uint64_t x, unsigned i),
                                          bmill_counterexample *failure)
{ return bmill_law_clear_modulo_u64_(f, failure); }

/** `f(x, i)` is bmill_flip_u8(x, i), for i below 8. */
BMILL_LAW bool bmill_law_flip_u8(uint8_t f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_flip_u8_(f, failure); }
/** `f(x, i)` is bmill_flip_u16(x, i), for i below 16. */
BMILL_LAW bool bmill_law_flip_u16(uint16_t f(uint16_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_flip_u16_(f, failure); }
/** `f(x, i)` is bmill_flip_u32(x, i), for i below 32. */
BMILL_LAW bool bmill_law_flip_u32(uint32_t f(uint32_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_flip_u32_(f, failure); }
/** `f(x, i)` is bmill_flip_u64(x, i), for i below 64. */
BMILL_LAW bool bmill_law_flip_u64(uint64_t f(uint64_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_flip_u64_(f, failure); }

/** `f(x, i)` is bmill_flip_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_flip_modulo_u8(uint8_t f(uint8_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_flip_modulo_u8_(f, failure); }
/** `f(x, i)` is bmill_flip_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_flip_modulo_u16(uint16_t f(uint16_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_flip_modulo_u16_(f, failure); }
/** `f(x, i)` is bmill_flip_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_flip_modulo_u32(uint32_t f(uint32_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_flip_modulo_u32_(f, failure); }
/** `f(x, i)` is bmill_flip_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_flip_modulo_u64(uint64_t f(uint64_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_flip_modulo_u64_(f, failure); }

/** `f(x, i, y)` is bmill_modify_u8(x, i, y), for i below 8. */
BMILL_LAW bool bmill_law_modify_u8(uint8_t f(uint8_t x, unsigned i, bool y),
                                   bmill_counterexample *failure)
{ return bmill_law_modify_u8_(f, failure); }
/** `f(x, i, y)` is bmill_modify_u16(x, i, y), for i below 16. */
BMILL_LAW bool bmill_law_modify_u16(uint16_t f(uint16_t x, unsigned i, bool y),
                                    bmill_counterexample *failure)
{ return bmill_law_modify_u16_(f, failure); }
/** `f(x, i, y)` is bmill_modify_u32(x, i, y), for i below 32. */
BMILL_LAW bool bmill_law_modify_u32(uint32_t f(uint32_t x, unsigned i, bool y),
                                    bmill_counterexample *failure)
{ return bmill_law_modify_u32_(f, failure); }
/** `f(x, i, y)` is bmill_modify_u64(x, i, y), for i below 64. */
BMILL_LAW bool bmill_law_modify_u64(uint64_t f(uint64_t x, unsigned i, bool y),
                                    bmill_counterexample *failure)
{ return bmill_law_modify_u64_(f, failure); }

/** `f(x, i, y)` is bmill_modify_u8(x, i, y), for all x, i and y. */
BMILL_LAW bool bmill_law_modify_modulo_u8(uint8_t f(uint8_t x, unsigned i, bool y),
                                          bmill_counterexample *failure)
{ return bmill_law_modify_modulo_u8_(f, failure); }
/** `f(x, i, y)` is bmill_modify_u16(x, i, y), for all x, i and y. */
BMILL_LAW bool bmill_law_modify_modulo_u16(uint16_t f(uint16_t x, unsigned i, bool y),
                                           bmill_counterexample *failure)
{ return bmill_law_modify_modulo_u16_(f, failure); }
/** `f(x, i, y)` is bmill_modify_u32(x, i, y), for all x, i and y. */
BMILL_LAW bool bmill_law_modify_modulo_u32(uint32_t f(uint32_t x, unsigned i, bool y),
                                           bmill_counterexample *failure)
{ return bmill_law_modify_modulo_u32_(f, failure); }
/** `f(x, i, y)` is bmill_modify_u64(x, i, y), for all x, i and y. */
BMILL_LAW bool bmill_law_modify_modulo_u64(uint64_t f(uint64_t x, unsigned i, bool y),
                                           bmill_counterexample *failure)
{ return bmill_law_modify_modulo_u64_(f, failure); }

/** `f(x, i)` is bmill_is_set_u8(x, i), for i below 8. */
BMILL_LAW bool bmill_law_is_set_u8(bool f(uint8_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_is_set_u8_(f, failure); }
/** `f(x, i)` is bmill_is_set_u16(x, i), for i below 16. */
BMILL_LAW bool bmill_law_is_set_u16(bool f(uint16_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_is_set_u16_(f, failure); }
/** `f(x, i)` is bmill_is_set_u32(x, i), for i below 32. */
BMILL_LAW bool bmill_law_is_set_u32(bool f(uint32_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_is_set_u32_(f, failure); }
/** `f(x, i)` is bmill_is_set_u64(x, i), for i below 64. */
BMILL_LAW bool bmill_law_is_set_u64(bool f(uint64_t x, unsigned i), bmill_counterexample *failure)
{ return bmill_law_is_set_u64_(f, failure); }

/** `f(x, i)` is bmill_is_set_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_is_set_modulo_u8(bool f(uint8_t x, unsigned i),
                                          bmill_counterexample *failure)
{ return bmill_law_is_set_modulo_u8_(f, failure); }
/** `f(x, i)` is bmill_is_set_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_is_set_modulo_u16(bool f(uint16_t x, unsigned i),
                                           bmill_counterexample *failure)
{ return bmill_law_is_set_modulo_u16_(f, failure); }
/** `f(x, i)` is bmill_is_set_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_is_set_modulo_u32(bool f(uint32_t x, unsigned i),
                                           bmill_counterexample *failure)
{ return bmill_law_is_set_modulo_u32_(f, failure); }
/** `f(x, i)` is bmill_is_set_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_is_set_modulo_u64(bool f(uint64_t x, unsigned i),
                                           bmill_counterexample *failure)
{ return bmill_law_is_set_modulo_u64_(f, failure); }

/** `f(x)` is bmill_is_odd_u8(x), for all x. */
BMILL_LAW bool bmill_law_is_odd_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_is_odd_u8_(f, failure); }
/** `f(x)` is bmill_is_odd_u16(x), for all x. */
BMILL_LAW bool bmill_law_is_odd_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_is_odd_u16_(f, failure); }
/** `f(x)` is bmill_is_odd_u32(x), for all x. */
BMILL_LAW bool bmill_law_is_odd_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_is_odd_u32_(f, failure); }
/** `f(x)` is bmill_is_odd_u64(x), for all x. */
BMILL_LAW bool bmill_law_is_odd_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_is_odd_u64_(f, failure); }

/** `f(x)` is bmill_is_even_u8(x), for all x. */
BMILL_LAW bool bmill_law_is_even_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_is_even_u8_(f, failure); }
/** `f(x)` is bmill_is_even_u16(x), for all x. */
BMILL_LAW bool bmill_law_is_even_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_is_even_u16_(f, failure); }
/** `f(x)` is bmill_is_even_u32(x), for all x. */
BMILL_LAW bool bmill_law_is_even_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_is_even_u32_(f, failure); }
/** `f(x)` is bmill_is_even_u64(x), for all x. */
BMILL_LAW bool bmill_law_is_even_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_is_even_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
