/** @file
 * bitmill/word/morton.h: Morton codes: the bits of two or three coordinates interleaved in one
 * number. Points near each other in the plane or in space mostly have codes near each other, so
 * that an array in the order of the codes has neighbours in the same cache line or page.
 *
 * The suffix is the width of the code. Each coordinate has a half of it in the plane (4, 8, 16, 32
 * bits) and a third, rounded down, in space (2, 5, 10, 21 bits).
 */
#ifndef BITMILL_WORD_MORTON_H
#define BITMILL_WORD_MORTON_H

#include <bitmill/word/pext.h>

BMILL_BEGIN_INLINE_

/* Private: move the low bits of x, which `low` selects, to every second position, and back. Each
 * step of the plain form splits each group of neighbouring bits into halves, or joins two groups.
 * The compiler drops the steps that do nothing in a smaller width, because it knows which bits are
 * 0. */
BMILL_FN uint64_t bmill_spread2_(uint64_t x, uint64_t low)
{
#ifdef BMILL_HAVE_PEXT_
    return (void)low, bmill_pdep_u64(x, UINT64_C(0x5555555555555555));
#else
    x &= low;
    x = (x | x << 16) & UINT64_C(0x0000ffff0000ffff);
    x = (x | x << 8) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x << 4) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    x = (x | x << 2) & UINT64_C(0x3333333333333333);
    return (x | x << 1) & UINT64_C(0x5555555555555555);
#endif
}
BMILL_FN uint64_t bmill_gather2_(uint64_t x)
{
#ifdef BMILL_HAVE_PEXT_
    return bmill_pext_u64(x, UINT64_C(0x5555555555555555));
#else
    x &= UINT64_C(0x5555555555555555);
    x = (x | x >> 1) & UINT64_C(0x3333333333333333);
    x = (x | x >> 2) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    x = (x | x >> 4) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x >> 8) & UINT64_C(0x0000ffff0000ffff);
    return (x | x >> 16) & UINT64_C(0x00000000ffffffff);
#endif
}

/* Private: the same for every third position. `mask` selects the positions. */
BMILL_FN uint64_t bmill_spread3_(uint64_t x, uint64_t low)
{
#ifdef BMILL_HAVE_PEXT_
    return (void)low, bmill_pdep_u64(x, UINT64_C(0x1249249249249249));
#else
    x &= low;
    x = (x | x << 32) & UINT64_C(0x001f00000000ffff);
    x = (x | x << 16) & UINT64_C(0x001f0000ff0000ff);
    x = (x | x << 8) & UINT64_C(0x100f00f00f00f00f);
    x = (x | x << 4) & UINT64_C(0x10c30c30c30c30c3);
    return (x | x << 2) & UINT64_C(0x1249249249249249);
#endif
}
BMILL_FN uint64_t bmill_gather3_(uint64_t x, uint64_t mask)
{
#ifdef BMILL_HAVE_PEXT_
    return bmill_pext_u64(x, mask);
#else
    x &= mask;
    x = (x | x >> 2) & UINT64_C(0x10c30c30c30c30c3);
    x = (x | x >> 4) & UINT64_C(0x100f00f00f00f00f);
    x = (x | x >> 8) & UINT64_C(0x001f0000ff0000ff);
    x = (x | x >> 16) & UINT64_C(0x001f00000000ffff);
    return (x | x >> 32) & UINT64_C(0x00000000001fffff);
#endif
}

/** @name Morton code of two coordinates
 *
 * The Morton code of the point (x, y).
 *
 * Result: bit i of `x` is bit 2i of the code, bit i of `y` is bit 2i + 1, for the low half of
 * each; the high halves are ignored. Cost: 4 to 7 instructions with fast pdep (pext.h), else 20 (8
 * bits) to 47 (64 bits).
 * Example: bmill_morton2_u8(7, 0) == 0x15, bmill_morton2_u8(0, 7) == 0x2a
 * Since 1.0.0. Source: H. S. Warren, Hacker's Delight, 2nd ed., section 7-2.
 */
/** @{ */

/** The Morton code of the point (x, y); coordinates have 32 bits. */
BMILL_FN uint64_t bmill_morton2_u64(uint64_t x, uint64_t y)
{
    return bmill_spread2_(x, 0xffffffff) | bmill_spread2_(y, 0xffffffff) << 1;
}
/** The Morton code of the point (x, y); coordinates have 16 bits. */
BMILL_FN uint32_t bmill_morton2_u32(uint32_t x, uint32_t y)
{
    return (uint32_t)(bmill_spread2_(x, 0xffff) | bmill_spread2_(y, 0xffff) << 1);
}
/** The Morton code of the point (x, y); coordinates have 8 bits. */
BMILL_FN uint16_t bmill_morton2_u16(uint16_t x, uint16_t y)
{
    return (uint16_t)(bmill_spread2_(x, 0xff) | bmill_spread2_(y, 0xff) << 1);
}
/** The Morton code of the point (x, y); coordinates have 4 bits. */
BMILL_FN uint8_t bmill_morton2_u8(uint8_t x, uint8_t y)
{
    return (uint8_t)(bmill_spread2_(x, 0xf) | bmill_spread2_(y, 0xf) << 1);
}

/** @} */

/** @name Two coordinates of a Morton code
 *
 * The coordinates x and y of the point whose Morton code is `c`.
 *
 * Result: in the low half of the width. Cost: 2 to 5 instructions with fast pext (pext.h), else 9
 * to 28.
 * Example: bmill_morton2_x_u8(0x15) == 7, bmill_morton2_y_u8(0x15) == 0
 * Since 1.0.0. Source: as morton2.
 */
/** @{ */

/** The coordinate x of the Morton code `c` of a point (x, y): 32 bits. */
BMILL_FN uint64_t bmill_morton2_x_u64(uint64_t c) { return bmill_gather2_(c); }
/** The coordinate x of the Morton code `c` of a point (x, y): 16 bits. */
BMILL_FN uint32_t bmill_morton2_x_u32(uint32_t c) { return (uint32_t)bmill_gather2_(c); }
/** The coordinate x of the Morton code `c` of a point (x, y): 8 bits. */
BMILL_FN uint16_t bmill_morton2_x_u16(uint16_t c) { return (uint16_t)bmill_gather2_(c); }
/** The coordinate x of the Morton code `c` of a point (x, y): 4 bits. */
BMILL_FN uint8_t bmill_morton2_x_u8(uint8_t c) { return (uint8_t)bmill_gather2_(c); }
/** The coordinate y of the Morton code `c` of a point (x, y): 32 bits. */
BMILL_FN uint64_t bmill_morton2_y_u64(uint64_t c) { return bmill_morton2_x_u64(c >> 1); }
/** The coordinate y of the Morton code `c` of a point (x, y): 16 bits. */
BMILL_FN uint32_t bmill_morton2_y_u32(uint32_t c) { return bmill_morton2_x_u32(c >> 1); }
/** The coordinate y of the Morton code `c` of a point (x, y): 8 bits. */
BMILL_FN uint16_t bmill_morton2_y_u16(uint16_t c) { return (uint16_t)bmill_morton2_y_u32(c); }
/** The coordinate y of the Morton code `c` of a point (x, y): 4 bits. */
BMILL_FN uint8_t bmill_morton2_y_u8(uint8_t c) { return (uint8_t)bmill_morton2_y_u32(c); }

/** @} */

/** @name Morton code of three coordinates
 *
 * The Morton code of the point (x, y, z).
 *
 * Result: bit i of `x` is bit 3i of the code, bit i of `y` is bit 3i + 1, bit i of `z` is bit 3i +
 * 2, for the low third of each; the rest is ignored. The one or two highest bits of the code, which
 * belong to no third, are 0. Cost: 6 to 11 instructions with fast pdep (pext.h), else 25 (8 bits)
 * to 71 (64 bits).
 * Example: bmill_morton3_u8(3, 0, 0) == 0x09, bmill_morton3_u8(0, 0, 3) == 0x24
 * Since 1.0.0. Source: as morton2, with three instead of two.
 */
/** @{ */

/** The Morton code of the point (x, y, z); coordinates have 21 bits. */
BMILL_FN uint64_t bmill_morton3_u64(uint64_t x, uint64_t y, uint64_t z)
{
    return bmill_spread3_(x, 0x1fffff) | bmill_spread3_(y, 0x1fffff) << 1 |
           bmill_spread3_(z, 0x1fffff) << 2;
}
/** The Morton code of the point (x, y, z); coordinates have 10 bits. */
BMILL_FN uint32_t bmill_morton3_u32(uint32_t x, uint32_t y, uint32_t z)
{
    return (uint32_t)bmill_morton3_u64(x & 0x3ff, y & 0x3ff, z & 0x3ff);
}
/** The Morton code of the point (x, y, z); coordinates have 5 bits. */
BMILL_FN uint16_t bmill_morton3_u16(uint16_t x, uint16_t y, uint16_t z)
{
    return (uint16_t)bmill_morton3_u64(x & 0x1f, y & 0x1f, z & 0x1f);
}
/** The Morton code of the point (x, y, z); coordinates have 2 bits. */
BMILL_FN uint8_t bmill_morton3_u8(uint8_t x, uint8_t y, uint8_t z)
{
    return (uint8_t)bmill_morton3_u64(x & 3, y & 3, z & 3);
}

/** @} */

/** @name Three coordinates of a Morton code
 *
 * The coordinates x, y and z of the point whose Morton code is `c`.
 *
 * Result: in the low third of the width. The one or two highest bits of `c`, which belong to no
 * third, are ignored. Cost: 2 to 5 instructions with fast pext (pext.h), else 5 to 28.
 * Example: bmill_morton3_x_u8(0x09) == 3, bmill_morton3_z_u8(0x24) == 3
 * Since 1.0.0. Source: as morton3.
 */
/** @{ */

/** The coordinate x of the Morton code `c` of a point (x, y, z): 21 bits. */
BMILL_FN uint64_t bmill_morton3_x_u64(uint64_t c)
{
    return bmill_gather3_(c, UINT64_C(0x1249249249249249));
}
/** The coordinate x of the Morton code `c` of a point (x, y, z): 10 bits. */
BMILL_FN uint32_t bmill_morton3_x_u32(uint32_t c)
{
    return (uint32_t)bmill_gather3_(c, 0x09249249);
}
/** The coordinate x of the Morton code `c` of a point (x, y, z): 5 bits. */
BMILL_FN uint16_t bmill_morton3_x_u16(uint16_t c) { return (uint16_t)bmill_gather3_(c, 0x1249); }
/** The coordinate x of the Morton code `c` of a point (x, y, z): 2 bits. */
BMILL_FN uint8_t bmill_morton3_x_u8(uint8_t c) { return (uint8_t)bmill_gather3_(c, 0x09); }
/** The coordinate y of the Morton code `c` of a point (x, y, z): 21 bits. */
BMILL_FN uint64_t bmill_morton3_y_u64(uint64_t c) { return bmill_morton3_x_u64(c >> 1); }
/** The coordinate y of the Morton code `c` of a point (x, y, z): 10 bits. */
BMILL_FN uint32_t bmill_morton3_y_u32(uint32_t c) { return bmill_morton3_x_u32(c >> 1); }
/** The coordinate y of the Morton code `c` of a point (x, y, z): 5 bits. */
BMILL_FN uint16_t bmill_morton3_y_u16(uint16_t c)
{
    return bmill_morton3_x_u16((uint16_t)(c >> 1));
}
/** The coordinate y of the Morton code `c` of a point (x, y, z): 2 bits. */
BMILL_FN uint8_t bmill_morton3_y_u8(uint8_t c) { return bmill_morton3_x_u8((uint8_t)(c >> 1)); }
/** The coordinate z of the Morton code `c` of a point (x, y, z): 21 bits. */
BMILL_FN uint64_t bmill_morton3_z_u64(uint64_t c) { return bmill_morton3_x_u64(c >> 2); }
/** The coordinate z of the Morton code `c` of a point (x, y, z): 10 bits. */
BMILL_FN uint32_t bmill_morton3_z_u32(uint32_t c) { return bmill_morton3_x_u32(c >> 2); }
/** The coordinate z of the Morton code `c` of a point (x, y, z): 5 bits. */
BMILL_FN uint16_t bmill_morton3_z_u16(uint16_t c)
{
    return bmill_morton3_x_u16((uint16_t)(c >> 2));
}
/** The coordinate z of the Morton code `c` of a point (x, y, z): 2 bits. */
BMILL_FN uint8_t bmill_morton3_z_u8(uint8_t c) { return bmill_morton3_x_u8((uint8_t)(c >> 2)); }

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** The Morton code of the point (x, y), for any unsigned type: see bmill_morton2_u64(). */
BMILL_FN_T T bmill_morton2(T x, bmill_same_<T> y) { return BMILL_OF_T_(bmill_morton2)(x, y); }
/** The coordinate x of the Morton code `c` of a point (x, y): see bmill_morton2_x_u64(). */
BMILL_FN_T T bmill_morton2_x(T c) { return BMILL_OF_T_(bmill_morton2_x)(c); }
/** The coordinate y of the Morton code `c` of a point (x, y): see bmill_morton2_y_u64(). */
BMILL_FN_T T bmill_morton2_y(T c) { return BMILL_OF_T_(bmill_morton2_y)(c); }
/** The Morton code of the point (x, y, z), for any unsigned type: see bmill_morton3_u64(). */
BMILL_FN_T T bmill_morton3(T x, bmill_same_<T> y, bmill_same_<T> z)
{
    return BMILL_OF_T_(bmill_morton3)(x, y, z);
}
/** The coordinate x of the Morton code `c` of a point (x, y, z): see bmill_morton3_x_u64(). */
BMILL_FN_T T bmill_morton3_x(T c) { return BMILL_OF_T_(bmill_morton3_x)(c); }
/** The coordinate y of the Morton code `c` of a point (x, y, z): see bmill_morton3_y_u64(). */
BMILL_FN_T T bmill_morton3_y(T c) { return BMILL_OF_T_(bmill_morton3_y)(c); }
/** The coordinate z of the Morton code `c` of a point (x, y, z): see bmill_morton3_z_u64(). */
BMILL_FN_T T bmill_morton3_z(T c) { return BMILL_OF_T_(bmill_morton3_z)(c); }

BMILL_REFUSED_(bmill_morton2, T, bmill_any_)
BMILL_REFUSED_(bmill_morton2_x, T)
BMILL_REFUSED_(bmill_morton2_y, T)
BMILL_REFUSED_(bmill_morton3, T, bmill_any_, bmill_any_)
BMILL_REFUSED_(bmill_morton3_x, T)
BMILL_REFUSED_(bmill_morton3_y, T)
BMILL_REFUSED_(bmill_morton3_z, T)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

BMILL_TWINS_(XY, bmill_morton2)
BMILL_TWINS_(X, bmill_morton2_x)
BMILL_TWINS_(X, bmill_morton2_y)
BMILL_TWINS_(XYZ, bmill_morton3)
BMILL_TWINS_(X, bmill_morton3_x)
BMILL_TWINS_(X, bmill_morton3_y)
BMILL_TWINS_(X, bmill_morton3_z)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_morton2, bmill_morton2_x, bmill_morton2_y, bmill_morton3,
    bmill_morton3_x, bmill_morton3_y, bmill_morton3_z;

/** The Morton code of the point (x, y), for any unsigned type: see bmill_morton2_u64(). */
#define bmill_morton2(x, y) BMILL_GENERIC_T_(bmill_morton2, x)((x), (y))
/** The coordinate x of the Morton code `c` of a point (x, y): see bmill_morton2_x_u64(). */
#define bmill_morton2_x(c) BMILL_GENERIC_T_(bmill_morton2_x, c)(c)
/** The coordinate y of the Morton code `c` of a point (x, y): see bmill_morton2_y_u64(). */
#define bmill_morton2_y(c) BMILL_GENERIC_T_(bmill_morton2_y, c)(c)
/** The Morton code of the point (x, y, z), for any unsigned type: see bmill_morton3_u64(). */
#define bmill_morton3(x, y, z) BMILL_GENERIC_T_(bmill_morton3, x)((x), (y), (z))
/** The coordinate x of the Morton code `c` of a point (x, y, z): see bmill_morton3_x_u64(). */
#define bmill_morton3_x(c) BMILL_GENERIC_T_(bmill_morton3_x, c)(c)
/** The coordinate y of the Morton code `c` of a point (x, y, z): see bmill_morton3_y_u64(). */
#define bmill_morton3_y(c) BMILL_GENERIC_T_(bmill_morton3_y, c)(c)
/** The coordinate z of the Morton code `c` of a point (x, y, z): see bmill_morton3_z_u64(). */
#define bmill_morton3_z(c) BMILL_GENERIC_T_(bmill_morton3_z, c)(c)

#endif

#endif
