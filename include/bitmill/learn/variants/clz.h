/** @file
 * bitmill/learn/variants/clz.h: seven ways to count leading zeros. All give the width for 0. See
 * bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_CLZ_H
#define BITMILL_LEARN_VARIANTS_CLZ_H

#include <bitmill/word/count.h>

BMILL_BEGIN_INLINE_

/* Private: memcpy without <string.h>, which a freestanding compiler need not have. */
#if defined(BMILL_GNU_)
#define BMILL_COPY_(to, from, n) __builtin_memcpy((to), (from), (n))
#else
#define BMILL_COPY_(to, from, n) bmill_copy_((to), (from), (n))
BMILL_INLINE void bmill_copy_(void *to, const void *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ((unsigned char *)to)[i] = ((const unsigned char *)from)[i];
}
#endif

/* A double has the 53 bits of IEEE 754, as nearly everywhere, but not on AVR. */
#if !defined(__DBL_MANT_DIG__) || __DBL_MANT_DIG__ == 53
#define BMILL_HAVE_DOUBLE_ 1
#endif

/** @name Leading zeros by a loop
 *
 * By a loop: shift down until nothing is left.
 *
 * Cost: about three instructions for each position up to the highest 1 bit. Source: S. E. Anderson,
 * Bit Twiddling Hacks, "Find the log base 2 of an integer with the MSB N set in O(N) operations
 * (the obvious way)".
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`, by a loop. */
BMILL_FN unsigned bmill_clz_by_loop_u64(uint64_t x)
{
    unsigned n = 64;
    for (; x; x >>= 1)
        n--;
    return n;
}
/** Number of 0 bits above the highest 1 bit of `x`, by a loop. */
BMILL_FN unsigned bmill_clz_by_loop_u32(uint32_t x)
{
    unsigned n = 32;
    for (; x; x >>= 1)
        n--;
    return n;
}

/** @} */

/** @name Leading zeros by bisection
 *
 * By bisection: if the upper half is not 0, continue in it, else in the lower one.
 *
 * Cost: about five instructions for each of log2(width) steps, one of them a branch or a
 * conditional move, and about two more where the compiler leaves it a loop. Source: H. S. Warren,
 * Hacker's Delight, 2nd ed., section 5-3.
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`, by bisection. */
BMILL_FN unsigned bmill_clz_by_bisection_u64(uint64_t x)
{
    unsigned n = 64;
    for (unsigned half = 32; half; half /= 2)
        if (x >> half) {
            x >>= half;
            n -= half;
        }
    return n - (unsigned)x; /* 0 or 1 is left */
}
/** Number of 0 bits above the highest 1 bit of `x`, by bisection. */
BMILL_FN unsigned bmill_clz_by_bisection_u32(uint32_t x)
{
    unsigned n = 32;
    for (unsigned half = 16; half; half /= 2)
        if (x >> half) {
            x >>= half;
            n -= half;
        }
    return n - (unsigned)x; /* 0 or 1 is left */
}

/** @} */

/* Private: x with all bits below its highest 1 bit set. */
BMILL_FN uint64_t bmill_smear_u64_(uint64_t x)
{
    x |= x >> 1;
    x |= x >> 2;
    x |= x >> 4;
    x |= x >> 8;
    x |= x >> 16;
    return x | x >> 32;
}
BMILL_FN uint32_t bmill_smear_u32_(uint32_t x)
{
    x |= x >> 1;
    x |= x >> 2;
    x |= x >> 4;
    x |= x >> 8;
    return x | x >> 16;
}

/** @name Leading zeros by smearing the highest 1 bit
 *
 * By smearing the highest 1 bit over all positions below it, and counting the 0 bits that remain.
 *
 * Cost: two instructions for each of log2(width) steps, and a population count. Source: Hacker's
 * Delight, 2nd ed., section 5-3.
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`, by smearing the highest 1 bit. */
BMILL_FN unsigned bmill_clz_by_smearing_u64(uint64_t x)
{
    return bmill_popcount_u64(~bmill_smear_u64_(x));
}
/** Number of 0 bits above the highest 1 bit of `x`, by smearing the highest 1 bit. */
BMILL_FN unsigned bmill_clz_by_smearing_u32(uint32_t x)
{
    return bmill_popcount_u32(~bmill_smear_u32_(x));
}

/** @} */

/** @name Leading zeros by a table
 *
 * By a table for bytes: find the highest byte that is not 0, and look it up.
 *
 * Cost: about three instructions and a branch for each zero byte, a load, and 256 bytes of cache.
 * Source: Bit Twiddling Hacks, "Find the log base 2 of an integer with a lookup table".
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_clz_by_table_u8(uint8_t x)
{
#define BMILL_TWICE_(n) n, n
#define BMILL_4_(n)     BMILL_TWICE_(n), BMILL_TWICE_(n)
#define BMILL_8_(n)     BMILL_4_(n), BMILL_4_(n)
#define BMILL_16_(n)    BMILL_8_(n), BMILL_8_(n)
#define BMILL_32_(n)    BMILL_16_(n), BMILL_16_(n)
#define BMILL_64_(n)    BMILL_32_(n), BMILL_32_(n)
#define BMILL_128_(n)   BMILL_64_(n), BMILL_64_(n)
    static const uint8_t zeros[256] = {8,
                                       7,
                                       BMILL_TWICE_(6),
                                       BMILL_4_(5),
                                       BMILL_8_(4),
                                       BMILL_16_(3),
                                       BMILL_32_(2),
                                       BMILL_64_(1),
                                       BMILL_128_(0)};
    return zeros[x];
#undef BMILL_TWICE_
#undef BMILL_4_
#undef BMILL_8_
#undef BMILL_16_
#undef BMILL_32_
#undef BMILL_64_
#undef BMILL_128_
}
/** Number of 0 bits above the highest 1 bit of `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_clz_by_table_u64(uint64_t x)
{
    unsigned place = 56;
    while (place && !(x >> place))
        place -= 8;
    return 56 - place + bmill_clz_by_table_u8((uint8_t)(x >> place));
}
/** Number of 0 bits above the highest 1 bit of `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_clz_by_table_u32(uint32_t x)
{
    unsigned place = 24;
    while (place && !(x >> place))
        place -= 8;
    return 24 - place + bmill_clz_by_table_u8((uint8_t)(x >> place));
}

/** @} */

/* Private: the exponent of `power`, a power of two. A de Bruijn sequence contains each number of 6
 * (5) bits exactly once, and the product shifts the number that begins `exponent` positions below
 * the top to the top. These are the smallest such sequences. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_exponent_u64_(uint64_t power)
{
    static const uint8_t exponent[64] = {
        0,  1,  2,  7,  3,  13, 8,  19, 4,  25, 14, 28, 9,  34, 20, 40, 5,  17, 26, 38, 15, 46,
        29, 48, 10, 31, 35, 54, 21, 50, 41, 57, 63, 6,  12, 18, 24, 27, 33, 39, 16, 37, 45, 47,
        30, 53, 49, 56, 62, 11, 23, 32, 36, 44, 52, 55, 61, 22, 43, 51, 60, 42, 59, 58,
    };
    return exponent[power * UINT64_C(0x0218a392cd3d5dbf) >> 58];
}
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_exponent_u32_(uint32_t power)
{
    static const uint8_t exponent[32] = {
        0,  1, 2,  6,  3,  11, 7,  16, 4,  14, 12, 21, 8,  23, 17, 26,
        31, 5, 10, 15, 13, 20, 22, 25, 30, 9,  19, 24, 29, 18, 28, 27,
    };
    return exponent[power * UINT32_C(0x04653adf) >> 27];
}

/** @name Leading zeros by a de Bruijn sequence
 *
 * By a de Bruijn sequence: smear, isolate the highest 1 bit, and look up its position by a product.
 *
 * Cost: two instructions for each of log2(width) steps, then five, one of them a multiplication,
 * and a load; 0 is a case of its own. Source: Bit Twiddling Hacks, "Find the log base 2 of an N-bit
 * integer in O(lg(N)) operations with multiply and lookup".
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`, by a de Bruijn sequence. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_clz_by_debruijn_u64(uint64_t x)
{
    uint64_t ones = bmill_smear_u64_(x);
    return x ? 63 - bmill_exponent_u64_(ones - (ones >> 1)) : 64;
}
/** Number of 0 bits above the highest 1 bit of `x`, by a de Bruijn sequence. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_clz_by_debruijn_u32(uint32_t x)
{
    uint32_t ones = bmill_smear_u32_(x);
    return x ? 31 - bmill_exponent_u32_(ones - (ones >> 1)) : 32;
}

/** @} */

#ifdef BMILL_HAVE_DOUBLE_

/* Private: the exponent of a positive number, from the bits of an IEEE 754 double. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_exponent_of_double_(double x)
{
    uint64_t bits;
    BMILL_COPY_(&bits, &x, sizeof bits);
    return (unsigned)(bits >> 52) - 1023;
}

/** @name Leading zeros by a double
 *
 * By converting to a double, whose exponent is the position of the highest 1 bit.
 *
 * Clearing each bit below a 1 bit, and so the one below the highest, keeps the conversion from
 * rounding up to the next power of two. Needs IEEE 754: missing where double has 32 bits. Cost:
 * five instructions in 32 bits; in 64 up to 15 and a branch, because x86-64 cannot convert unsigned
 * 64 bits before AVX-512. Much of the time is spent moving to the floating-point registers and
 * back. Source: Hacker's Delight, 2nd ed., section 5-3.
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`, by a double. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_clz_by_double_u64(uint64_t x)
{
    return x ? 63 - bmill_exponent_of_double_((double)(x & ~(x >> 1))) : 64;
}
/** Number of 0 bits above the highest 1 bit of `x`, by a double. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_clz_by_double_u32(uint32_t x)
{
    return x ? 31 - bmill_exponent_of_double_(x) : 32; /* 53 bits hold all 32: nothing to round */
}

/** @} */

#define BMILL_VARIANTS_CLZ_DOUBLE_(X) X(clz, double, u32) X(clz, double, u64)

#else
#define BMILL_VARIANTS_CLZ_DOUBLE_(X)
#endif

#ifdef BMILL_HAVE_BUILTINS_
/** @name Leading zeros by the builtin
 *
 * By the builtin of gcc and clang, which is undefined for 0.
 *
 * Cost: one instruction with -mlzcnt and on arm64, about four elsewhere on x86-64. Missing with
 * other compilers, with BMILL_NO_BUILTINS, and where int has 16 bits. bmill_clz in
 * bitmill/word/count.h says why it is int.
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`, by the builtin. */
BMILL_FN unsigned bmill_clz_by_builtin_u64(uint64_t x)
{
    int n = x ? __builtin_clzll(x) : 64;
    return (unsigned)n;
}
/** Number of 0 bits above the highest 1 bit of `x`, by the builtin. */
BMILL_FN unsigned bmill_clz_by_builtin_u32(uint32_t x)
{
    int n = x ? __builtin_clz(x) : 32;
    return (unsigned)n;
}

/** @} */

#define BMILL_VARIANTS_CLZ_BUILTIN_(X) X(clz, builtin, u32) X(clz, builtin, u64)
#else
#define BMILL_VARIANTS_CLZ_BUILTIN_(X)
#endif

/* clang-format off */
/** X(clz, method, width) for all variants of bmill_clz. */
#define BMILL_VARIANTS_CLZ(X)                       \
    X(clz, loop, u32)       X(clz, loop, u64)       \
    X(clz, bisection, u32)  X(clz, bisection, u64)  \
    X(clz, smearing, u32)   X(clz, smearing, u64)   \
    X(clz, table, u8)                               \
    X(clz, table, u32)      X(clz, table, u64)      \
    X(clz, debruijn, u32)   X(clz, debruijn, u64)   \
    BMILL_VARIANTS_CLZ_DOUBLE_(X)                   \
    BMILL_VARIANTS_CLZ_BUILTIN_(X)
/* clang-format on */

BMILL_END_INLINE_

#endif
