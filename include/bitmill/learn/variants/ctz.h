/* bitmill/learn/variants/ctz.h: nine ways to count trailing zeros. All give the width for 0. See
 * bitmill/learn/variants.h. */
#ifndef BITMILL_LEARN_VARIANTS_CTZ_H
#define BITMILL_LEARN_VARIANTS_CTZ_H

#include <bitmill/learn/variants/clz.h>

BMILL_BEGIN_INLINE_

/**
 * By a loop: shift down until place 0 has a 1.
 *
 * Cost: about three instructions for each zero. Source: Bit Twiddling Hacks, "Count the consecutive
 * zero bits (trailing) on the right linearly".
 */
BMILL_FN unsigned bmill_ctz_by_loop_u64(uint64_t x)
{
    unsigned n = 0;
    for (; n < 64 && !(x & 1); x >>= 1)
        n++;
    return n;
}
BMILL_FN unsigned bmill_ctz_by_loop_u32(uint32_t x)
{
    unsigned n = 0;
    for (; n < 32 && !(x & 1); x >>= 1)
        n++;
    return n;
}

/**
 * By bisection: if the lower half is 0, go on in the upper one.
 *
 * Cost: about five instructions for each of log2(width) steps, one of them a branch or a
 * conditional move, and about four more where the compiler leaves it a loop. Source: Hacker's
 * Delight, 2nd ed., section 5-4.
 */
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

/**
 * By a population count: ~x & (x - 1) is a mask of just those zeros.
 *
 * Cost: three instructions and a population count. Source: Hacker's Delight, 2nd ed., section 5-4.
 */
BMILL_FN unsigned bmill_ctz_by_popcount_u64(uint64_t x) { return bmill_popcount_u64(~x & (x - 1)); }
BMILL_FN unsigned bmill_ctz_by_popcount_u32(uint32_t x) { return bmill_popcount_u32(~x & (x - 1)); }

/**
 * By leading zeros: that mask of the trailing zeros has all other places above it.
 *
 * Cost: four instructions and clz: for processors that have clz but no ctz. Source: Hacker's
 * Delight, 2nd ed., section 5-4.
 */
BMILL_FN unsigned bmill_ctz_by_clz_u64(uint64_t x) { return 64 - bmill_clz_u64(~x & (x - 1)); }
BMILL_FN unsigned bmill_ctz_by_clz_u32(uint32_t x) { return 32 - bmill_clz_u32(~x & (x - 1)); }

/**
 * By a table for bytes: find the lowest byte that is not 0, and look it up.
 *
 * Cost: about three instructions and a branch for each zero byte, a load, and 256 bytes of cache.
 * Here the table is the one of clz: in a byte 7 - i places are above a 1 at place i.
 */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_table_u8(uint8_t x)
{
    return x ? 7 - bmill_clz_by_table_u8((uint8_t)(x & (0u - x))) : 8;
}
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_table_u64(uint64_t x)
{
    unsigned place = 0;
    while (place < 56 && !(x >> place & 0xff))
        place += 8;
    return place + bmill_ctz_by_table_u8((uint8_t)(x >> place));
}
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_table_u32(uint32_t x)
{
    unsigned place = 0;
    while (place < 24 && !(x >> place & 0xff))
        place += 8;
    return place + bmill_ctz_by_table_u8((uint8_t)(x >> place));
}

/**
 * By a de Bruijn sequence: take the lowest 1 alone, and look up where it is by a product.
 *
 * Cost: five instructions, one of them a multiplication, and a load; the case of 0. Source: C. E.
 * Leiserson, H. Prokop, K. H. Randall, Using de Bruijn Sequences to Index a 1 in a Computer Word
 * (1998).
 */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_debruijn_u64(uint64_t x)
{
    return x ? bmill_exponent_u64_(x & (0 - x)) : 64;
}
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_debruijn_u32(uint32_t x)
{
    return x ? bmill_exponent_u32_(x & (0 - x)) : 32;
}

/**
 * By a remainder: 37 (67) is a prime of which 2 is a primitive root, so all powers of two that the
 * width has leave different remainders, and none leaves 0.
 *
 * Cost: 7 to 12 instructions, one or two of them the multiplications that compilers make of the
 * division, and a load. Source: Bit Twiddling
 * Hacks, "Count the consecutive zero bits (trailing) on the right with modulus division and
 * lookup".
 */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_modulus_u64(uint64_t x)
{
    static const uint8_t zeros[67] = {
        64, 0,  1,  39, 2,  15, 40, 23, 3,  12, 16, 59, 41, 19, 24, 54, 4,  64, 13, 10, 17, 62, 60,
        28, 42, 30, 20, 51, 25, 44, 55, 47, 5,  32, 64, 38, 14, 22, 11, 58, 18, 53, 63, 9,  61, 27,
        29, 50, 43, 46, 31, 37, 21, 57, 52, 8,  26, 49, 45, 36, 56, 7,  48, 35, 6,  34, 33,
    };
    return zeros[(x & (0 - x)) % 67];
}
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_modulus_u32(uint32_t x)
{
    static const uint8_t zeros[37] = {
        32, 0,  1,  26, 2,  23, 27, 32, 3, 16, 24, 30, 28, 11, 32, 13, 4,  7,  17,
        32, 25, 22, 31, 15, 29, 10, 12, 6, 32, 21, 14, 9,  5,  20, 8,  19, 18,
    };
    return zeros[(x & (0 - x)) % 37];
}

/**
 * By making the lowest 1 alone a float, whose exponent says where it is.
 *
 * A power of two needs no rounding. Needs IEEE 754. Cost: about seven instructions in 32 bits, 14
 * in 64; see clz_by_double. Source: Bit Twiddling Hacks, "Count the consecutive zero bits
 * (trailing) on the right by casting to a float".
 */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_float_u64(uint64_t x)
{
    float lowest = (float)(x & (0 - x));
    uint32_t bits;
    BMILL_COPY_(&bits, &lowest, sizeof bits);
    return x ? (unsigned)(bits >> 23) - 127 : 64;
}
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_ctz_by_float_u32(uint32_t x)
{
    return x ? bmill_ctz_by_float_u64(x) : 32;
}

/**
 * By the builtin of gcc and clang, which is undefined for 0.
 *
 * Cost: one instruction with -mbmi, three or four elsewhere on x86-64. Not there with other
 * compilers, with BMILL_NO_BUILTINS,
 * and where int has 16 bits.
 */
#ifdef BMILL_HAVE_BUILTINS_
BMILL_FN unsigned bmill_ctz_by_builtin_u64(uint64_t x)
{
    int n = x ? __builtin_ctzll(x) : 64;
    return (unsigned)n;
}
BMILL_FN unsigned bmill_ctz_by_builtin_u32(uint32_t x)
{
    int n = x ? __builtin_ctz(x) : 32;
    return (unsigned)n;
}
#define BMILL_VARIANTS_CTZ_BUILTIN_(X) X(ctz, builtin, u32) X(ctz, builtin, u64)
#else
#define BMILL_VARIANTS_CTZ_BUILTIN_(X)
#endif

/* clang-format off */
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
