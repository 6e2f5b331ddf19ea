/** @file
 * bitmill/learn/laws/field.h: the laws for bitmill/word/field.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_FIELD_H
#define BITMILL_LEARN_LAWS_FIELD_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* Whether the field of n bits at bit i lies within the width; and also has at least one bit. */
#define BMILL_LAW_WITHIN_     (in->i < in->width && in->n <= in->width - in->i)
#define BMILL_LAW_FITS_FIELD_ (BMILL_LAW_WITHIN_ && in->n > 0)

BMILL_MEANS_BITS_(low_mask, k < in->i)
BMILL_LAWS_(low_mask, low_mask, mask, in->i <= in->width);
BMILL_LAWS_(low_mask_clip, low_mask, mask, true);

BMILL_MEANS_BITS_(mask, k >= in->i && k - in->i < in->n)
BMILL_LAWS_(mask, mask, field_mask, BMILL_LAW_WITHIN_);
BMILL_LAWS_(mask_fits, mask, field_mask, BMILL_LAW_FITS_FIELD_);
BMILL_LAWS_(mask_clip, mask, field_mask, true);

/* x has as many 1 bits as its lowest run, and at least one. */
BMILL_MEANS_VALUE_(is_mask, in->x != 0 && bmill_law_ones_in_(in->x, 0, in->width) ==
                                              BMILL_LAW_RUN_END_ - BMILL_LAW_FIRST_(1))
BMILL_LAWS_(is_mask, is_mask, test, true);

BMILL_MEANS_VALUE_(is_low_mask, in->x != 0 && BMILL_LAW_FIRST_(0) == BMILL_LAW_END_(1))
BMILL_LAWS_(is_low_mask, is_low_mask, test, true);

BMILL_MEANS_BITS_(extract, k < in->n && in->i < in->width - k && BMILL_BIT_X_(k + in->i))
BMILL_LAWS_(extract, extract, field, BMILL_LAW_WITHIN_);
BMILL_LAWS_(extract_fits, extract, field, BMILL_LAW_FITS_FIELD_);
BMILL_LAWS_(extract_clip, extract, field, true);

BMILL_MEANS_BITS_(insert,
                  k >= in->i && k - in->i < in->n ? BMILL_BIT_Y_(k - in->i) : BMILL_BIT_X_(k))
BMILL_LAWS_(insert, insert, field_set, BMILL_LAW_WITHIN_);
BMILL_LAWS_(insert_fits, insert, field_set, BMILL_LAW_FITS_FIELD_);
BMILL_LAWS_(insert_clip, insert, field_set, true);

BMILL_MEANS_BITS_(mux, BMILL_BIT_X_(k) ? BMILL_BIT_Y_(k) : BMILL_BIT_Z_(k))
BMILL_LAWS_(mux, mux, triple, true);

BMILL_MEANS_BITS_(sign_extend, in->i > 0 && BMILL_BIT_X_(k < in->i ? k : in->i - 1))
BMILL_LAWS_(sign_extend, sign_extend, signed_at, in->i > 0 && in->i <= in->width);
BMILL_LAWS_(sign_extend_clip, sign_extend, signed_at, true);

/** @name Laws of bitmill/word/field.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(i)` is bmill_low_mask_u8(i), for i up to 8. */
BMILL_LAW bool bmill_law_low_mask_u8(uint8_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_u8_(f, failure); }
/** `f(i)` is bmill_low_mask_u16(i), for i up to 16. */
BMILL_LAW bool bmill_law_low_mask_u16(uint16_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_u16_(f, failure); }
/** `f(i)` is bmill_low_mask_u32(i), for i up to 32. */
BMILL_LAW bool bmill_law_low_mask_u32(uint32_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_u32_(f, failure); }
/** `f(i)` is bmill_low_mask_u64(i), for i up to 64. */
BMILL_LAW bool bmill_law_low_mask_u64(uint64_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_u64_(f, failure); }

/** `f(i)` is bmill_low_mask_u8(i), for all i. */
BMILL_LAW bool bmill_law_low_mask_clip_u8(uint8_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_clip_u8_(f, failure); }
/** `f(i)` is bmill_low_mask_u16(i), for all i. */
BMILL_LAW bool bmill_law_low_mask_clip_u16(uint16_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_clip_u16_(f, failure); }
/** `f(i)` is bmill_low_mask_u32(i), for all i. */
BMILL_LAW bool bmill_law_low_mask_clip_u32(uint32_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_clip_u32_(f, failure); }
/** `f(i)` is bmill_low_mask_u64(i), for all i. */
BMILL_LAW bool bmill_law_low_mask_clip_u64(uint64_t f(unsigned i), bmill_counterexample *failure)
{ return bmill_law_low_mask_clip_u64_(f, failure); }

/** `f(i, n)` is bmill_mask_u8(i, n), for fields within 8 bits. */
BMILL_LAW bool bmill_law_mask_u8(uint8_t f(unsigned i, unsigned n), bmill_counterexample *failure)
{ return bmill_law_mask_u8_(f, failure); }
/** `f(i, n)` is bmill_mask_u16(i, n), for fields within 16 bits. */
BMILL_LAW bool bmill_law_mask_u16(uint16_t f(unsigned i, unsigned n), bmill_counterexample *failure)
{ return bmill_law_mask_u16_(f, failure); }
/** `f(i, n)` is bmill_mask_u32(i, n), for fields within 32 bits. */
BMILL_LAW bool bmill_law_mask_u32(uint32_t f(unsigned i, unsigned n), bmill_counterexample *failure)
{ return bmill_law_mask_u32_(f, failure); }
/** `f(i, n)` is bmill_mask_u64(i, n), for fields within 64 bits. */
BMILL_LAW bool bmill_law_mask_u64(uint64_t f(unsigned i, unsigned n), bmill_counterexample *failure)
{ return bmill_law_mask_u64_(f, failure); }

/** `f(i, n)` is bmill_mask_u8(i, n), for fields within 8 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_mask_fits_u8(uint8_t f(unsigned i, unsigned n),
                                      bmill_counterexample *failure)
{ return bmill_law_mask_fits_u8_(f, failure); }
/** `f(i, n)` is bmill_mask_u16(i, n), for fields within 16 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_mask_fits_u16(uint16_t f(unsigned i, unsigned n),
                                       bmill_counterexample *failure)
{ return bmill_law_mask_fits_u16_(f, failure); }
/** `f(i, n)` is bmill_mask_u32(i, n), for fields within 32 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_mask_fits_u32(uint32_t f(unsigned i, unsigned n),
                                       bmill_counterexample *failure)
{ return bmill_law_mask_fits_u32_(f, failure); }
/** `f(i, n)` is bmill_mask_u64(i, n), for fields within 64 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_mask_fits_u64(uint64_t f(unsigned i, unsigned n),
                                       bmill_counterexample *failure)
{ return bmill_law_mask_fits_u64_(f, failure); }

/** `f(i, n)` is bmill_mask_u8(i, n), for all i and n. */
BMILL_LAW bool bmill_law_mask_clip_u8(uint8_t f(unsigned i, unsigned n),
                                      bmill_counterexample *failure)
{ return bmill_law_mask_clip_u8_(f, failure); }
/** `f(i, n)` is bmill_mask_u16(i, n), for all i and n. */
BMILL_LAW bool bmill_law_mask_clip_u16(uint16_t f(unsigned i, unsigned n),
                                       bmill_counterexample *failure)
{ return bmill_law_mask_clip_u16_(f, failure); }
/** `f(i, n)` is bmill_mask_u32(i, n), for all i and n. */
BMILL_LAW bool bmill_law_mask_clip_u32(uint32_t f(unsigned i, unsigned n),
                                       bmill_counterexample *failure)
{ return bmill_law_mask_clip_u32_(f, failure); }
/** `f(i, n)` is bmill_mask_u64(i, n), for all i and n. */
BMILL_LAW bool bmill_law_mask_clip_u64(uint64_t f(unsigned i, unsigned n),
                                       bmill_counterexample *failure)
{ return bmill_law_mask_clip_u64_(f, failure); }

/** `f(x)` is bmill_is_mask_u8(x), for all x. */
BMILL_LAW bool bmill_law_is_mask_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_is_mask_u8_(f, failure); }
/** `f(x)` is bmill_is_mask_u16(x), for all x. */
BMILL_LAW bool bmill_law_is_mask_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_is_mask_u16_(f, failure); }
/** `f(x)` is bmill_is_mask_u32(x), for all x. */
BMILL_LAW bool bmill_law_is_mask_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_is_mask_u32_(f, failure); }
/** `f(x)` is bmill_is_mask_u64(x), for all x. */
BMILL_LAW bool bmill_law_is_mask_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_is_mask_u64_(f, failure); }

/** `f(x)` is bmill_is_low_mask_u8(x), for all x. */
BMILL_LAW bool bmill_law_is_low_mask_u8(bool f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_is_low_mask_u8_(f, failure); }
/** `f(x)` is bmill_is_low_mask_u16(x), for all x. */
BMILL_LAW bool bmill_law_is_low_mask_u16(bool f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_is_low_mask_u16_(f, failure); }
/** `f(x)` is bmill_is_low_mask_u32(x), for all x. */
BMILL_LAW bool bmill_law_is_low_mask_u32(bool f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_is_low_mask_u32_(f, failure); }
/** `f(x)` is bmill_is_low_mask_u64(x), for all x. */
BMILL_LAW bool bmill_law_is_low_mask_u64(bool f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_is_low_mask_u64_(f, failure); }

/** `f(x, i, n)` is bmill_extract_u8(x, i, n), for fields within 8 bits. */
BMILL_LAW bool bmill_law_extract_u8(uint8_t f(uint8_t x, unsigned i, unsigned n),
                                    bmill_counterexample *failure)
{ return bmill_law_extract_u8_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u16(x, i, n), for fields within 16 bits. */
BMILL_LAW bool bmill_law_extract_u16(uint16_t f(uint16_t x, unsigned i, unsigned n),
                                     bmill_counterexample *failure)
{ return bmill_law_extract_u16_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u32(x, i, n), for fields within 32 bits. */
BMILL_LAW bool bmill_law_extract_u32(uint32_t f(uint32_t x, unsigned i, unsigned n),
                                     bmill_counterexample *failure)
{ return bmill_law_extract_u32_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u64(x, i, n), for fields within 64 bits. */
BMILL_LAW bool bmill_law_extract_u64(uint64_t f(uint64_t x, unsigned i, unsigned n),
                                     bmill_counterexample *failure)
{ return bmill_law_extract_u64_(f, failure); }

/** `f(x, i, n)` is bmill_extract_u8(x, i, n), for fields within 8 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_extract_fits_u8(uint8_t f(uint8_t x, unsigned i, unsigned n),
                                         bmill_counterexample *failure)
{ return bmill_law_extract_fits_u8_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u16(x, i, n), for fields within 16 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_extract_fits_u16(uint16_t f(uint16_t x, unsigned i, unsigned n),
                                          bmill_counterexample *failure)
{ return bmill_law_extract_fits_u16_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u32(x, i, n), for fields within 32 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_extract_fits_u32(uint32_t f(uint32_t x, unsigned i, unsigned n),
                                          bmill_counterexample *failure)
{ return bmill_law_extract_fits_u32_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u64(x, i, n), for fields within 64 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_extract_fits_u64(uint64_t f(uint64_t x, unsigned i, unsigned n),
                                          bmill_counterexample *failure)
{ return bmill_law_extract_fits_u64_(f, failure); }

/** `f(x, i, n)` is bmill_extract_u8(x, i, n), for all x, i and n. */
BMILL_LAW bool bmill_law_extract_clip_u8(uint8_t f(uint8_t x, unsigned i, unsigned n),
                                         bmill_counterexample *failure)
{ return bmill_law_extract_clip_u8_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u16(x, i, n), for all x, i and n. */
BMILL_LAW bool bmill_law_extract_clip_u16(uint16_t f(uint16_t x, unsigned i, unsigned n),
                                          bmill_counterexample *failure)
{ return bmill_law_extract_clip_u16_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u32(x, i, n), for all x, i and n. */
BMILL_LAW bool bmill_law_extract_clip_u32(uint32_t f(uint32_t x, unsigned i, unsigned n),
                                          bmill_counterexample *failure)
{ return bmill_law_extract_clip_u32_(f, failure); }
/** `f(x, i, n)` is bmill_extract_u64(x, i, n), for all x, i and n. */
BMILL_LAW bool bmill_law_extract_clip_u64(uint64_t f(uint64_t x, unsigned i, unsigned n),
                                          bmill_counterexample *failure)
{ return bmill_law_extract_clip_u64_(f, failure); }

/** `f(x, i, n, y)` is bmill_insert_u8(x, i, n, y), for fields within 8 bits. */
BMILL_LAW bool bmill_law_insert_u8(uint8_t f(uint8_t x, unsigned i, unsigned n, uint8_t y),
                                   bmill_counterexample *failure)
{ return bmill_law_insert_u8_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u16(x, i, n, y), for fields within 16 bits. */
BMILL_LAW bool bmill_law_insert_u16(uint16_t f(uint16_t x, unsigned i, unsigned n, uint16_t y),
                                    bmill_counterexample *failure)
{ return bmill_law_insert_u16_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u32(x, i, n, y), for fields within 32 bits. */
BMILL_LAW bool bmill_law_insert_u32(uint32_t f(uint32_t x, unsigned i, unsigned n, uint32_t y),
                                    bmill_counterexample *failure)
{ return bmill_law_insert_u32_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u64(x, i, n, y), for fields within 64 bits. */
BMILL_LAW bool bmill_law_insert_u64(uint64_t f(uint64_t x, unsigned i, unsigned n, uint64_t y),
                                    bmill_counterexample *failure)
{ return bmill_law_insert_u64_(f, failure); }

/** `f(x, i, n, y)` is bmill_insert_u8(x, i, n, y), for fields within 8 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_insert_fits_u8(uint8_t f(uint8_t x, unsigned i, unsigned n, uint8_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_insert_fits_u8_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u16(x, i, n, y), for fields within 16 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_insert_fits_u16(uint16_t f(uint16_t x, unsigned i, unsigned n, uint16_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_insert_fits_u16_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u32(x, i, n, y), for fields within 32 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_insert_fits_u32(uint32_t f(uint32_t x, unsigned i, unsigned n, uint32_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_insert_fits_u32_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u64(x, i, n, y), for fields within 64 bits, of 1 bit or more. */
BMILL_LAW bool bmill_law_insert_fits_u64(uint64_t f(uint64_t x, unsigned i, unsigned n, uint64_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_insert_fits_u64_(f, failure); }

/** `f(x, i, n, y)` is bmill_insert_u8(x, i, n, y), for all x, i, n and y. */
BMILL_LAW bool bmill_law_insert_clip_u8(uint8_t f(uint8_t x, unsigned i, unsigned n, uint8_t y),
                                        bmill_counterexample *failure)
{ return bmill_law_insert_clip_u8_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u16(x, i, n, y), for all x, i, n and y. */
BMILL_LAW bool bmill_law_insert_clip_u16(uint16_t f(uint16_t x, unsigned i, unsigned n, uint16_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_insert_clip_u16_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u32(x, i, n, y), for all x, i, n and y. */
BMILL_LAW bool bmill_law_insert_clip_u32(uint32_t f(uint32_t x, unsigned i, unsigned n, uint32_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_insert_clip_u32_(f, failure); }
/** `f(x, i, n, y)` is bmill_insert_u64(x, i, n, y), for all x, i, n and y. */
BMILL_LAW bool bmill_law_insert_clip_u64(uint64_t f(uint64_t x, unsigned i, unsigned n, uint64_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_insert_clip_u64_(f, failure); }

/** `f(x, y, z)` is bmill_mux_u8(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_mux_u8(uint8_t f(uint8_t x, uint8_t y, uint8_t z),
                                bmill_counterexample *failure)
{ return bmill_law_mux_u8_(f, failure); }
/** `f(x, y, z)` is bmill_mux_u16(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_mux_u16(uint16_t f(uint16_t x, uint16_t y, uint16_t z),
                                 bmill_counterexample *failure)
{ return bmill_law_mux_u16_(f, failure); }
/** `f(x, y, z)` is bmill_mux_u32(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_mux_u32(uint32_t f(uint32_t x, uint32_t y, uint32_t z),
                                 bmill_counterexample *failure)
{ return bmill_law_mux_u32_(f, failure); }
/** `f(x, y, z)` is bmill_mux_u64(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_mux_u64(uint64_t f(uint64_t x, uint64_t y, uint64_t z),
                                 bmill_counterexample *failure)
{ return bmill_law_mux_u64_(f, failure); }

/** `f(x, i)` is bmill_sign_extend_u8(x, i), for i from 1 to 8. */
BMILL_LAW bool bmill_law_sign_extend_u8(int8_t f(uint8_t x, unsigned i),
                                        bmill_counterexample *failure)
{ return bmill_law_sign_extend_u8_(f, failure); }
/** `f(x, i)` is bmill_sign_extend_u16(x, i), for i from 1 to 16. */
BMILL_LAW bool bmill_law_sign_extend_u16(int16_t f(uint16_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_sign_extend_u16_(f, failure); }
/** `f(x, i)` is bmill_sign_extend_u32(x, i), for i from 1 to 32. */
BMILL_LAW bool bmill_law_sign_extend_u32(int32_t f(uint32_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_sign_extend_u32_(f, failure); }
/** `f(x, i)` is bmill_sign_extend_u64(x, i), for i from 1 to 64. */
BMILL_LAW bool bmill_law_sign_extend_u64(int64_t f(uint64_t x, unsigned i),
                                         bmill_counterexample *failure)
{ return bmill_law_sign_extend_u64_(f, failure); }

/** `f(x, i)` is bmill_sign_extend_u8(x, i), for all x and i. */
BMILL_LAW bool bmill_law_sign_extend_clip_u8(int8_t f(uint8_t x, unsigned i),
                                             bmill_counterexample *failure)
{ return bmill_law_sign_extend_clip_u8_(f, failure); }
/** `f(x, i)` is bmill_sign_extend_u16(x, i), for all x and i. */
BMILL_LAW bool bmill_law_sign_extend_clip_u16(int16_t f(uint16_t x, unsigned i),
                                              bmill_counterexample *failure)
{ return bmill_law_sign_extend_clip_u16_(f, failure); }
/** `f(x, i)` is bmill_sign_extend_u32(x, i), for all x and i. */
BMILL_LAW bool bmill_law_sign_extend_clip_u32(int32_t f(uint32_t x, unsigned i),
                                              bmill_counterexample *failure)
{ return bmill_law_sign_extend_clip_u32_(f, failure); }
/** `f(x, i)` is bmill_sign_extend_u64(x, i), for all x and i. */
BMILL_LAW bool bmill_law_sign_extend_clip_u64(int64_t f(uint64_t x, unsigned i),
                                              bmill_counterexample *failure)
{ return bmill_law_sign_extend_clip_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
