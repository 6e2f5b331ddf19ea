/** @file
 * bitmill/learn/variants/ctz.h: nine ways to count trailing zeros. All give the width for 0. See
 * bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_CTZ_H
#define BITMILL_LEARN_VARIANTS_CTZ_H

#include <bitmill/learn/variants/clz.h>

BMILL_BEGIN_INLINE_

/** @name Trailing zeros by a loop
 *
 * By a loop: shift down until bit 0 is 1.
 *
 * Cost: about three instructions for each 0 bit. Source: Bit Twiddling Hacks, "Count the
 * consecutive zero bits (trailing) on the right linearly".
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by a loop. */
BMILL_FN unsigned bmill_ctz_by_loop_u64(uint64_t x)
{
    unsigned n = 0;
    for (; n < 64 && !(x & 1); x >>= 1)
        n++;
    return n;
}
/** Number of 0 bits below the lowest 1 bit of `x`, by a loop. */
BMILL_FN unsigned bmill_ctz_by_loop_u32(uint32_t x)
{
    unsigned n = 0;
    for (; n < 32 && !(x & 1); x >>= 1)
        n++;
    return n;
}

/** @} */

/** @name Trailing zeros by bisection
 *
 * By bisection: if the lower half is 0, continue in the upper one.
 *
 * Cost: about five instructions for each of log2(width) steps, one of them a branch or a
 * conditional move, and about four more where the compiler leaves it a loop. Source: Hacker's
 * Delight, 2nd ed., section 5-4.
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by bisection. */
BMILL_FN unsigned bmill_ctz_by_bisection_u64(uint64_t x)
{
    unsigned n = 0;
    for (unsigned half = 32; half; half /= 2)
        if ((x & ((UINT64_C(1) << half) - 1)) == 0) {
            x >>= half;
            n += half;
        }
    return n + !(x & 1); /* one more if x was 0 */
}
/** Number of 0 bits below the lowest 1 bit of `x`, by bisection. */
BMILL_FN unsigned bmill_ctz_by_bisection_u32(uint32_t x)
{
    unsigned n = 0;
    for (unsigned half = 16; half; half /= 2)
        if ((x & ((UINT32_C(1) << half) - 1)) == 0) {
            x >>= half;
            n += half;
        }
    return n + !(x & 1);
}

/** @} */

/** @name Trailing zeros by the population count
 *
 * By a population count: ~x & (x - 1) is a mask of exactly those 0 bits.
 *
 * Cost: three instructions and a population count. Source: Hacker's Delight, 2nd ed., section 5-4.
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by the population count. */
BMILL_FN unsigned bmill_ctz_by_popcount_u64(uint64_t x) { return bmill_popcount_u64(~x & (x - 1)); }
/** Number of 0 bits below the lowest 1 bit of `x`, by the population count. */
BMILL_FN unsigned bmill_ctz_by_popcount_u32(uint32_t x) { return bmill_popcount_u32(~x & (x - 1)); }

/** @} */

/** @name Trailing zeros by leading zeros
 *
 * By leading zeros: all bits above the trailing 0 bits are leading zeros of the same mask.
 *
 * Cost: four instructions and clz. It is for processors that have clz but no ctz. Source: Hacker's
 * Delight, 2nd ed., section 5-4.
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by leading zeros. */
BMILL_FN unsigned bmill_ctz_by_clz_u64(uint64_t x) { return 64 - bmill_clz_u64(~x & (x - 1)); }
/** Number of 0 bits below the lowest 1 bit of `x`, by leading zeros. */
BMILL_FN unsigned bmill_ctz_by_clz_u32(uint32_t x) { return 32 - bmill_clz_u32(~x & (x - 1)); }

/** @} */

/** @name Trailing zeros by a table
 *
 * By a table for bytes: find the lowest byte that is not 0, and look it up.
 *
 * Cost: about three instructions and a branch for each zero byte, a load, and 256 bytes of cache.
 * The table is that of clz: in a byte, 7 - i bits are above bit i.
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_table_u8(uint8_t x)
{
    return x ? 7 - bmill_clz_by_table_u8((uint8_t)(x & (0u - x))) : 8;
}
/** Number of 0 bits below the lowest 1 bit of `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_table_u64(uint64_t x)
{
    unsigned place = 0;
    while (place < 56 && !(x >> place & 0xff))
        place += 8;
    return place + bmill_ctz_by_table_u8((uint8_t)(x >> place));
}
/** Number of 0 bits below the lowest 1 bit of `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_table_u32(uint32_t x)
{
    unsigned place = 0;
    while (place < 24 && !(x >> place & 0xff))
        place += 8;
    return place + bmill_ctz_by_table_u8((uint8_t)(x >> place));
}

/** @} */

/** @name Trailing zeros by a de Bruijn sequence
 *
 * By a de Bruijn sequence: isolate the lowest 1 bit, and look up its position by a product.
 *
 * Cost: five instructions, one of them a multiplication, and a load; 0 is a case of its own.
 * Source: C. E. Leiserson, H. Prokop, K. H. Randall, Using de Bruijn Sequences to Index a 1 in a
 * Computer Word (1998).
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by a de Bruijn sequence. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_debruijn_u64(uint64_t x)
{
    return x ? bmill_exponent_u64_(x & (0 - x)) : 64;
}
/** Number of 0 bits below the lowest 1 bit of `x`, by a de Bruijn sequence. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_debruijn_u32(uint32_t x)
{
    return x ? bmill_exponent_u32_(x & (0 - x)) : 32;
}

/** @} */

/** @name Trailing zeros by a remainder
 *
 * By a remainder: 2 is a primitive root of the prime 37 (67), so that all powers of two of the
 * width leave different remainders, and none leaves 0.
 *
 * Cost: 7 to 12 instructions, one or two of them the multiplications into which compilers turn the
 * division, and a load. Source: Bit Twiddling Hacks, "Count the consecutive zero bits (trailing) on
 * the right with modulus division and lookup".
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by a remainder. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_modulus_u64(uint64_t x)
{
    static const uint8_t zeros[67] = {
        64, 0,  1,  39, 2,  15, 40, 23, 3,  12, 16, 59, 41, 19, 24, 54, 4,  64, 13, 10, 17, 62, 60,
        28, 42, 30, 20, 51, 25, 44, 55, 47, 5,  32, 64, 38, 14, 22, 11, 58, 18, 53, 63, 9,  61, 27,
        29, 50, 43, 46, 31, 37, 21, 57, 52, 8,  26, 49, 45, 36, 56, 7,  48, 35, 6,  34, 33,
    };
    return zeros[(x & (0 - x)) % 67];
}
/** Number of 0 bits below the lowest 1 bit of `x`, by a remainder. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_modulus_u32(uint32_t x)
{
    static const uint8_t zeros[37] = {
        32, 0,  1,  26, 2,  23, 27, 32, 3, 16, 24, 30, 28, 11, 32, 13, 4,  7,  17,
        32, 25, 22, 31, 15, 29, 10, 12, 6, 32, 21, 14, 9,  5,  20, 8,  19, 18,
    };
    return zeros[(x & (0 - x)) % 37];
}

/** @} */

/** @name Trailing zeros by a float
 *
 * By isolating the lowest 1 bit and converting it to a float, whose exponent is its position.
 *
 * A power of two needs no rounding. Needs IEEE 754. Cost: about seven instructions in 32 bits, 14
 * in 64; see clz_by_double. Source: Bit Twiddling Hacks, "Count the consecutive zero bits
 * (trailing) on the right by casting to a float".
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by a float. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_float_u64(uint64_t x)
{
    float lowest = (float)(x & (0 - x));
    uint32_t bits;
    BMILL_COPY_(&bits, &lowest, sizeof bits);
    return x ? (unsigned)(bits >> 23) - 127 : 64;
}
/** Number of 0 bits below the lowest 1 bit of `x`, by a float. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_float_u32(uint32_t x)
{
    return x ? bmill_ctz_by_float_u64(x) : 32;
}

/** @} */

#ifdef BMILL_HAVE_BUILTINS_
/** @name Trailing zeros by the builtin
 *
 * By the builtin of gcc and clang, which is undefined for 0.
 *
 * Cost: one instruction with -mbmi, three or four elsewhere on x86-64. Missing with other
 * compilers, with BMILL_NO_BUILTINS, and where int has 16 bits.
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`, by the builtin. */
BMILL_FN unsigned bmill_ctz_by_builtin_u64(uint64_t x)
{
    int n = x ? __builtin_ctzll(x) : 64;
    return (unsigned)n;
}
/** Number of 0 bits below the lowest 1 bit of `x`, by the builtin. */
BMILL_FN unsigned bmill_ctz_by_builtin_u32(uint32_t x)
{
    int n = x ? __builtin_ctz(x) : 32;
    return (unsigned)n;
}

/** @} */

#define BMILL_VARIANTS_CTZ_BUILTIN_(X) X(ctz, builtin, u32) X(ctz, builtin, u64)
#else
#define BMILL_VARIANTS_CTZ_BUILTIN_(X)
#endif

/* clang-format off */
/** X(ctz, method, width) for all variants of bmill_ctz. */
#define BMILL_VARIANTS_CTZ(X)                       \
    X(ctz, loop, u32)       X(ctz, loop, u64)       \
    X(ctz, bisection, u32)  X(ctz, bisection, u64)  \
    X(ctz, popcount, u32)   X(ctz, popcount, u64)   \
    X(ctz, clz, u32)        X(ctz, clz, u64)        \
    X(ctz, table, u8)                               \
    X(ctz, table, u32)      X(ctz, table, u64)      \
    X(ctz, debruijn, u32)   X(ctz, debruijn, u64)   \
    X(ctz, modulus, u32)    X(ctz, modulus, u64)    \
    X(ctz, float, u32)      X(ctz, float, u64)      \
    BMILL_VARIANTS_CTZ_BUILTIN_(X)
/* clang-format on */

BMILL_END_INLINE_

#endif
