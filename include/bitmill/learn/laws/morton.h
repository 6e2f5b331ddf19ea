/** @file
 * bitmill/learn/laws/morton.h: the laws for bitmill/word/morton.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_MORTON_H
#define BITMILL_LEARN_LAWS_MORTON_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* Bits `from`, from + 3, from + 6, ... of the code, moved to bit 0, 1, 2, ...: a third of the
 * width. */
#define BMILL_LAW_THIRD_(from) (k < in->width / 3 && BMILL_BIT_X_((3 * k + (from)) % in->width))

BMILL_MEANS_BITS_(morton2, k % 2 == 0 ? BMILL_BIT_X_(k / 2) : BMILL_BIT_Y_(k / 2))
BMILL_LAWS_(morton2, morton2, pair, true);
BMILL_LAWS_(morton2_fits, morton2, pair, (in->x | in->y) >> in->width / 2 == 0);

BMILL_MEANS_BITS_(morton2_x, k < in->width / 2 && BMILL_BIT_X_(2 * k % in->width))
BMILL_LAWS_(morton2_x, morton2_x, map, true);

BMILL_MEANS_BITS_(morton2_y, k < in->width / 2 && BMILL_BIT_X_((2 * k + 1) % in->width))
BMILL_LAWS_(morton2_y, morton2_y, map, true);

BMILL_MEANS_BITS_(morton3, k / 3 < in->width / 3 && (k % 3 == 0   ? BMILL_BIT_X_(k / 3)
                                                     : k % 3 == 1 ? BMILL_BIT_Y_(k / 3)
                                                                  : BMILL_BIT_Z_(k / 3)))
BMILL_LAWS_(morton3, morton3, triple, true);
BMILL_LAWS_(morton3_fits, morton3, triple, (in->x | in->y | in->z) >> in->width / 3 == 0);

BMILL_MEANS_BITS_(morton3_x, BMILL_LAW_THIRD_(0))
BMILL_LAWS_(morton3_x, morton3_x, map, true);

BMILL_MEANS_BITS_(morton3_y, BMILL_LAW_THIRD_(1))
BMILL_LAWS_(morton3_y, morton3_y, map, true);

BMILL_MEANS_BITS_(morton3_z, BMILL_LAW_THIRD_(2))
BMILL_LAWS_(morton3_z, morton3_z, map, true);

/** @name Laws of bitmill/word/morton.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x, y)` is bmill_morton2_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_morton2_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_morton2_u8_(f, failure); }
/** `f(x, y)` is bmill_morton2_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_morton2_u16(uint16_t f(uint16_t x, uint16_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_morton2_u16_(f, failure); }
/** `f(x, y)` is bmill_morton2_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_morton2_u32(uint32_t f(uint32_t x, uint32_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_morton2_u32_(f, failure); }
/** `f(x, y)` is bmill_morton2_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_morton2_u64(uint64_t f(uint64_t x, uint64_t y),
                                     bmill_counterexample *failure)
{ return bmill_law_morton2_u64_(f, failure); }

/** `f(x, y)` is bmill_morton2_u8(x, y), for x and y of 4 bits. */
BMILL_LAW bool bmill_law_morton2_fits_u8(uint8_t f(uint8_t x, uint8_t y),
                                         bmill_counterexample *failure)
{ return bmill_law_morton2_fits_u8_(f, failure); }
/** `f(x, y)` is bmill_morton2_u16(x, y), for x and y of 8 bits. */
BMILL_LAW bool bmill_law_morton2_fits_u16(uint16_t f(uint16_t x, uint16_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_morton2_fits_u16_(f, failure); }
/** `f(x, y)` is bmill_morton2_u32(x, y), for x and y of 16 bits. */
BMILL_LAW bool bmill_law_morton2_fits_u32(uint32_t f(uint32_t x, uint32_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_morton2_fits_u32_(f, failure); }
/** `f(x, y)` is bmill_morton2_u64(x, y), for x and y of 32 bits. */
BMILL_LAW bool bmill_law_morton2_fits_u64(uint64_t f(uint64_t x, uint64_t y),
                                          bmill_counterexample *failure)
{ return bmill_law_morton2_fits_u64_(f, failure); }

/** `f(x)` is bmill_morton2_x_u8(x), for all x. */
BMILL_LAW bool bmill_law_morton2_x_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_x_u8_(f, failure); }
/** `f(x)` is bmill_morton2_x_u16(x), for all x. */
BMILL_LAW bool bmill_law_morton2_x_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_x_u16_(f, failure); }
/** `f(x)` is bmill_morton2_x_u32(x), for all x. */
BMILL_LAW bool bmill_law_morton2_x_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_x_u32_(f, failure); }
/** `f(x)` is bmill_morton2_x_u64(x), for all x. */
BMILL_LAW bool bmill_law_morton2_x_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_x_u64_(f, failure); }

/** `f(x)` is bmill_morton2_y_u8(x), for all x. */
BMILL_LAW bool bmill_law_morton2_y_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_y_u8_(f, failure); }
/** `f(x)` is bmill_morton2_y_u16(x), for all x. */
BMILL_LAW bool bmill_law_morton2_y_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_y_u16_(f, failure); }
/** `f(x)` is bmill_morton2_y_u32(x), for all x. */
BMILL_LAW bool bmill_law_morton2_y_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_y_u32_(f, failure); }
/** `f(x)` is bmill_morton2_y_u64(x), for all x. */
BMILL_LAW bool bmill_law_morton2_y_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_morton2_y_u64_(f, failure); }

/** `f(x, y, z)` is bmill_morton3_u8(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_morton3_u8(uint8_t f(uint8_t x, uint8_t y, uint8_t z),
                                    bmill_counterexample *failure)
{ return bmill_law_morton3_u8_(f, failure); }
/** `f(x, y, z)` is bmill_morton3_u16(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_morton3_u16(uint16_t f(uint16_t x, uint16_t y, uint16_t z),
                                     bmill_counterexample *failure)
{ return bmill_law_morton3_u16_(f, failure); }
/** `f(x, y, z)` is bmill_morton3_u32(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_morton3_u32(uint32_t f(uint32_t x, uint32_t y, uint32_t z),
                                     bmill_counterexample *failure)
{ return bmill_law_morton3_u32_(f, failure); }
/** `f(x, y, z)` is bmill_morton3_u64(x, y, z), for all x, y and z. */
BMILL_LAW bool bmill_law_morton3_u64(uint64_t f(uint64_t x, uint64_t y, uint64_t z),
                                     bmill_counterexample *failure)
{ return bmill_law_morton3_u64_(f, failure); }

/** `f(x, y, z)` is bmill_morton3_u8(x, y, z), for x, y and z of 2 bits. */
BMILL_LAW bool bmill_law_morton3_fits_u8(uint8_t f(uint8_t x, uint8_t y, uint8_t z),
                                         bmill_counterexample *failure)
{ return bmill_law_morton3_fits_u8_(f, failure); }
/** `f(x, y, z)` is bmill_morton3_u16(x, y, z), for x, y and z of 5 bits. */
BMILL_LAW bool bmill_law_morton3_fits_u16(uint16_t f(uint16_t x, uint16_t y, uint16_t z),
                                          bmill_counterexample *failure)
{ return bmill_law_morton3_fits_u16_(f, failure); }
/** `f(x, y, z)` is bmill_morton3_u32(x, y, z), for x, y and z of 10 bits. */
BMILL_LAW bool bmill_law_morton3_fits_u32(uint32_t f(uint32_t x, uint32_t y, uint32_t z),
                                          bmill_counterexample *failure)
{ return bmill_law_morton3_fits_u32_(f, failure); }
/** `f(x, y, z)` is bmill_morton3_u64(x, y, z), for x, y and z of 21 bits. */
BMILL_LAW bool bmill_law_morton3_fits_u64(uint64_t f(uint64_t x, uint64_t y, uint64_t z),
                                          bmill_counterexample *failure)
{ return bmill_law_morton3_fits_u64_(f, failure); }

/** `f(x)` is bmill_morton3_x_u8(x), for all x. */
BMILL_LAW bool bmill_law_morton3_x_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_x_u8_(f, failure); }
/** `f(x)` is bmill_morton3_x_u16(x), for all x. */
BMILL_LAW bool bmill_law_morton3_x_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_x_u16_(f, failure); }
/** `f(x)` is bmill_morton3_x_u32(x), for all x. */
BMILL_LAW bool bmill_law_morton3_x_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_x_u32_(f, failure); }
/** `f(x)` is bmill_morton3_x_u64(x), for all x. */
BMILL_LAW bool bmill_law_morton3_x_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_x_u64_(f, failure); }

/** `f(x)` is bmill_morton3_y_u8(x), for all x. */
BMILL_LAW bool bmill_law_morton3_y_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_y_u8_(f, failure); }
/** `f(x)` is bmill_morton3_y_u16(x), for all x. */
BMILL_LAW bool bmill_law_morton3_y_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_y_u16_(f, failure); }
/** `f(x)` is bmill_morton3_y_u32(x), for all x. */
BMILL_LAW bool bmill_law_morton3_y_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_y_u32_(f, failure); }
/** `f(x)` is bmill_morton3_y_u64(x), for all x. */
BMILL_LAW bool bmill_law_morton3_y_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_y_u64_(f, failure); }

/** `f(x)` is bmill_morton3_z_u8(x), for all x. */
BMILL_LAW bool bmill_law_morton3_z_u8(uint8_t f(uint8_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_z_u8_(f, failure); }
/** `f(x)` is bmill_morton3_z_u16(x), for all x. */
BMILL_LAW bool bmill_law_morton3_z_u16(uint16_t f(uint16_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_z_u16_(f, failure); }
/** `f(x)` is bmill_morton3_z_u32(x), for all x. */
BMILL_LAW bool bmill_law_morton3_z_u32(uint32_t f(uint32_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_z_u32_(f, failure); }
/** `f(x)` is bmill_morton3_z_u64(x), for all x. */
BMILL_LAW bool bmill_law_morton3_z_u64(uint64_t f(uint64_t x), bmill_counterexample *failure)
{ return bmill_law_morton3_z_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
