/** @file
 * bitmill/learn/variants/morton.h: six ways to interleave two coordinates. The suffix is the width
 * of the code; each coordinate has half of it, and its upper bits are ignored. See
 * bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_MORTON_H
#define BITMILL_LEARN_VARIANTS_MORTON_H

#include <bitmill/word/carryless.h>
#include <bitmill/word/pext.h>

BMILL_BEGIN_INLINE_

/** @name Morton code by a loop
 *
 * By a loop: bit i of x goes to position 2i, bit i of y to position 2i + 1.
 *
 * Cost: about 13 instructions for each bit of a coordinate. Source: S. E. Anderson, Bit Twiddling
 * Hacks, "Interleave bits the obvious way".
 */
/** @{ */

/** The Morton code of the point (x, y), by a loop. */
BMILL_FN uint64_t bmill_morton2_by_loop_u64(uint64_t x, uint64_t y)
{
    uint64_t code = 0;
    for (unsigned i = 0; i < 32; i++)
        code |= (x >> i & 1) << 2 * i | (y >> i & 1) << (2 * i + 1);
    return code;
}
/** The Morton code of the point (x, y), by a loop. */
BMILL_FN uint32_t bmill_morton2_by_loop_u32(uint32_t x, uint32_t y)
{
    uint32_t code = 0;
    for (unsigned i = 0; i < 16; i++)
        code |= (x >> i & 1) << 2 * i | (y >> i & 1) << (2 * i + 1);
    return code;
}

/** @} */

/* Private: the low half of x with a 0 above each bit. */
BMILL_FN uint64_t bmill_spread_by_swar_u64_(uint64_t x)
{
    x &= UINT64_C(0xffffffff);
    x = (x | x << 16) & UINT64_C(0x0000ffff0000ffff);
    x = (x | x << 8) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x << 4) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    x = (x | x << 2) & UINT64_C(0x3333333333333333);
    return (x | x << 1) & UINT64_C(0x5555555555555555);
}
BMILL_FN uint32_t bmill_spread_by_swar_u32_(uint32_t x)
{
    x &= UINT32_C(0xffff);
    x = (x | x << 8) & UINT32_C(0x00ff00ff);
    x = (x | x << 4) & UINT32_C(0x0f0f0f0f);
    x = (x | x << 2) & UINT32_C(0x33333333);
    return (x | x << 1) & UINT32_C(0x55555555);
}

/** @name Morton code by SWAR
 *
 * By moving halves apart, all at the same time (SIMD within a register): the halves of the
 * coordinate, then the halves of the halves, down to single bits.
 *
 * Cost: three instructions for each of log2(width) - 1 steps and coordinate. Source: Bit Twiddling
 * Hacks, "Interleave bits by Binary Magic Numbers"; H. S. Warren, Hacker's Delight, 2nd ed.,
 * section 7-2.
 */
/** @{ */

/** The Morton code of the point (x, y), by SWAR. */
BMILL_FN uint64_t bmill_morton2_by_swar_u64(uint64_t x, uint64_t y)
{
    return bmill_spread_by_swar_u64_(x) | bmill_spread_by_swar_u64_(y) << 1;
}
/** The Morton code of the point (x, y), by SWAR. */
BMILL_FN uint32_t bmill_morton2_by_swar_u32(uint32_t x, uint32_t y)
{
    return bmill_spread_by_swar_u32_(x) | bmill_spread_by_swar_u32_(y) << 1;
}

/** @} */

/* Private: a byte with a 0 above each bit. The table is made by doubling: each macro repeats what
 * the previous one makes, with one more bit set. */
#define BMILL_SPREAD1_(n) n, n + 0x0001
#define BMILL_SPREAD2_(n) BMILL_SPREAD1_(n), BMILL_SPREAD1_(n + 0x0004)
#define BMILL_SPREAD3_(n) BMILL_SPREAD2_(n), BMILL_SPREAD2_(n + 0x0010)
#define BMILL_SPREAD4_(n) BMILL_SPREAD3_(n), BMILL_SPREAD3_(n + 0x0040)
#define BMILL_SPREAD5_(n) BMILL_SPREAD4_(n), BMILL_SPREAD4_(n + 0x0100)
#define BMILL_SPREAD6_(n) BMILL_SPREAD5_(n), BMILL_SPREAD5_(n + 0x0400)
#define BMILL_SPREAD7_(n) BMILL_SPREAD6_(n), BMILL_SPREAD6_(n + 0x1000)
#define BMILL_SPREAD8_(n) BMILL_SPREAD7_(n), BMILL_SPREAD7_(n + 0x4000)
BMILL_INLINE BMILL_NODISCARD_ uint32_t bmill_spread_by_table_u8_(uint8_t x)
{
    static const uint16_t spread[256] = {BMILL_SPREAD8_(0)};
    return spread[x];
}
#undef BMILL_SPREAD1_
#undef BMILL_SPREAD2_
#undef BMILL_SPREAD3_
#undef BMILL_SPREAD4_
#undef BMILL_SPREAD5_
#undef BMILL_SPREAD6_
#undef BMILL_SPREAD7_
#undef BMILL_SPREAD8_

/** @name Morton code by a table
 *
 * By a table of 256 spread bytes, looked up for each byte of a coordinate.
 *
 * Cost: three or four instructions and a load for each byte of a coordinate, and 512 bytes of
 * cache. Source: Bit Twiddling Hacks, "Interleave bits by table lookup".
 */
/** @{ */

/** The Morton code of the point (x, y), by a table. */
BMILL_INLINE BMILL_NODISCARD_ uint32_t bmill_morton2_by_table_u32(uint32_t x, uint32_t y)
{
    uint32_t code = 0;
    for (unsigned i = 0; i < 16; i += 8)
        code |= (bmill_spread_by_table_u8_((uint8_t)(x >> i)) |
                 bmill_spread_by_table_u8_((uint8_t)(y >> i)) << 1)
                << 2 * i;
    return code;
}
/** The Morton code of the point (x, y), by a table. */
BMILL_INLINE BMILL_NODISCARD_ uint64_t bmill_morton2_by_table_u64(uint64_t x, uint64_t y)
{
    return bmill_morton2_by_table_u32((uint32_t)(x & 0xffff), (uint32_t)(y & 0xffff)) |
           (uint64_t)bmill_morton2_by_table_u32((uint32_t)(x >> 16 & 0xffff),
                                                (uint32_t)(y >> 16 & 0xffff))
               << 32;
}

/** @} */

/* Private: a byte with a 0 above each bit, by two products. */
BMILL_FN uint32_t bmill_spread_by_multiply_u8_(uint8_t x)
{
    uint64_t one_in_each = x * UINT64_C(0x0101010101010101) & UINT64_C(0x8040201008040201);
    return (uint32_t)(one_in_each * UINT64_C(0x0102040810204081) >> 49) & 0x5555;
}

/** @name Morton code by a product
 *
 * By products: eight copies of a byte, of which a mask keeps bit i in copy i; the second product
 * brings these together, two positions apart.
 *
 * Cost: about six instructions for each byte of a coordinate, two of them multiplications. Source:
 * Bit Twiddling Hacks, "Interleave bits with 64-bit multiply".
 */
/** @{ */

/** The Morton code of the point (x, y), by a product. */
BMILL_FN uint16_t bmill_morton2_by_multiply_u16(uint16_t x, uint16_t y)
{
    return (uint16_t)(bmill_spread_by_multiply_u8_((uint8_t)x) |
                      bmill_spread_by_multiply_u8_((uint8_t)y) << 1);
}
/** The Morton code of the point (x, y), by a product. */
BMILL_FN uint32_t bmill_morton2_by_multiply_u32(uint32_t x, uint32_t y)
{
    return bmill_morton2_by_multiply_u16((uint8_t)x, (uint8_t)y) |
           (uint32_t)bmill_morton2_by_multiply_u16((uint8_t)(x >> 8), (uint8_t)(y >> 8)) << 16;
}

/** @} */

/** @name Morton code by squares without carries
 *
 * By squaring without carries: in (a + b)^2 = a^2 + 2ab + b^2 the middle vanishes modulo 2, so the
 * square of a sum of powers 2^i is the sum of the powers 2^2i.
 *
 * Cost: about two instructions for each coordinate with -mpclmul, else about 13, four of them
 * multiplications: the other 12 products of bmill_clmul cancel in a square, which compilers see.
 */
/** @{ */

/** The Morton code of the point (x, y), by squares without carries. */
BMILL_FN uint64_t bmill_morton2_by_clmul_u64(uint64_t x, uint64_t y)
{
    x &= UINT64_C(0xffffffff);
    y &= UINT64_C(0xffffffff);
    return bmill_clmul_u64(x, x) | bmill_clmul_u64(y, y) << 1;
}
/** The Morton code of the point (x, y), by squares without carries. */
BMILL_FN uint32_t bmill_morton2_by_clmul_u32(uint32_t x, uint32_t y)
{
    x &= UINT32_C(0xffff);
    y &= UINT32_C(0xffff);
    return bmill_clmul_u32(x, x) | bmill_clmul_u32(y, y) << 1;
}

/** @} */

/** @name Morton code by pdep
 *
 * By pdep, which deposits the bits of a coordinate at the even or the odd positions.
 *
 * Cost: three instructions where pdep is one (see bitmill/word/pext.h), else many.
 */
/** @{ */

/** The Morton code of the point (x, y), by pdep. */
BMILL_FN uint64_t bmill_morton2_by_pdep_u64(uint64_t x, uint64_t y)
{
    return bmill_pdep_u64(x, UINT64_C(0x5555555555555555)) |
           bmill_pdep_u64(y, UINT64_C(0xaaaaaaaaaaaaaaaa));
}
/** The Morton code of the point (x, y), by pdep. */
BMILL_FN uint32_t bmill_morton2_by_pdep_u32(uint32_t x, uint32_t y)
{
    return bmill_pdep_u32(x, UINT32_C(0x55555555)) | bmill_pdep_u32(y, UINT32_C(0xaaaaaaaa));
}

/** @} */

/* clang-format off */
/** X(morton2, method, width) for all variants of bmill_morton2. */
#define BMILL_VARIANTS_MORTON2(X)                           \
    X(morton2, loop, u32)      X(morton2, loop, u64)        \
    X(morton2, swar, u32)      X(morton2, swar, u64)        \
    X(morton2, table, u32)     X(morton2, table, u64)       \
    X(morton2, multiply, u16)  X(morton2, multiply, u32)    \
    X(morton2, clmul, u32)     X(morton2, clmul, u64)       \
    X(morton2, pdep, u32)      X(morton2, pdep, u64)
/* clang-format on */

BMILL_END_INLINE_

#endif
