/* bitmill/learn/variants/pow2.h: five ways to know a power of two, four to round up to one. 0 is
 * none, and what exceeds the highest one of the width is rounded up to 0. See
 * bitmill/learn/variants.h. */
#ifndef BITMILL_LEARN_VARIANTS_POW2_H
#define BITMILL_LEARN_VARIANTS_POW2_H

#include <bitmill/learn/variants/clz.h>

BMILL_BEGIN_INLINE_

/**
 * By a loop: halve it as long as it is even; a power of two ends at 1.
 *
 * Cost: about three instructions for each trailing zero.
 */
BMILL_FN bool bmill_is_pow2_by_loop_u64(uint64_t x)
{
    while (x && !(x & 1))
        x >>= 1;
    return x == 1;
}
BMILL_FN bool bmill_is_pow2_by_loop_u32(uint32_t x)
{
    while (x && !(x & 1))
        x >>= 1;
    return x == 1;
}

/**
 * By the population count, which must be 1.
 *
 * Cost: two instructions more than bmill_popcount: the shortest way where that is one.
 */
BMILL_FN bool bmill_is_pow2_by_popcount_u64(uint64_t x) { return bmill_popcount_u64(x) == 1; }
BMILL_FN bool bmill_is_pow2_by_popcount_u32(uint32_t x) { return bmill_popcount_u32(x) == 1; }

/**
 * By clearing the lowest 1, after which nothing may be left; 0 needs a test of its own.
 *
 * Cost: about five instructions. Source: S. E. Anderson, Bit Twiddling Hacks, "Determining if an
 * integer is a power of 2".
 */
BMILL_FN bool bmill_is_pow2_by_clearing_u64(uint64_t x) { return x && !(x & (x - 1)); }
BMILL_FN bool bmill_is_pow2_by_clearing_u32(uint32_t x) { return x && !(x & (x - 1)); }

/**
 * By negation: x & -x is the lowest 1 alone, which must be all of it; 0 needs a test of its own.
 *
 * Cost: about five instructions.
 */
BMILL_FN bool bmill_is_pow2_by_negation_u64(uint64_t x) { return x && (x & (0 - x)) == x; }
BMILL_FN bool bmill_is_pow2_by_negation_u32(uint32_t x) { return x && (x & (0 - x)) == x; }

/**
 * By shifting out: with its highest 1 at the top and that shifted out, nothing may be left.
 *
 * Cost: clz and about four instructions. The shift by one at a time is never one by the width.
 */
BMILL_FN bool bmill_is_pow2_by_clz_u64(uint64_t x) { return x && x << bmill_clz_u64(x) << 1 == 0; }
BMILL_FN bool bmill_is_pow2_by_clz_u32(uint32_t x) { return x && x << bmill_clz_u32(x) << 1 == 0; }

/**
 * By a loop: double 1 until it is enough, or has left at the top.
 *
 * Cost: about four instructions for each power of two below x.
 */
BMILL_FN uint64_t bmill_ceil_pow2_by_loop_u64(uint64_t x)
{
    uint64_t power = 1;
    while (power && power < x)
        power <<= 1;
    return power;
}
BMILL_FN uint32_t bmill_ceil_pow2_by_loop_u32(uint32_t x)
{
    uint32_t power = 1;
    while (power && power < x)
        power <<= 1;
    return power;
}

/**
 * By clearing the lowest 1 of x - 1 until the highest is alone, and doubling that.
 *
 * Cost: about three instructions for each 1.
 */
BMILL_FN uint64_t bmill_ceil_pow2_by_clearing_u64(uint64_t x)
{
    if (x <= 1)
        return 1;
    for (x--; x & (x - 1);)
        x &= x - 1;
    return x << 1;
}
BMILL_FN uint32_t bmill_ceil_pow2_by_clearing_u32(uint32_t x)
{
    if (x <= 1)
        return 1;
    for (x--; x & (x - 1);)
        x &= x - 1;
    return x << 1;
}

/**
 * By smearing the highest 1 of x - 1 over all places below it, and adding 1.
 *
 * Cost: two instructions for each of log2(width) steps, and about four. Source: Bit Twiddling
 * Hacks, "Round up to the next highest power of 2"; H. S. Warren, Hacker's Delight, 2nd ed.,
 * section 3-2.
 */
BMILL_FN uint64_t bmill_ceil_pow2_by_smearing_u64(uint64_t x)
{
    return x ? bmill_smear_u64_(x - 1) + 1 : 1;
}
BMILL_FN uint32_t bmill_ceil_pow2_by_smearing_u32(uint32_t x)
{
    return x ? bmill_smear_u32_(x - 1) + 1 : 1;
}

#ifdef BMILL_HAVE_DOUBLE_
/**
 * By making x - 1 a double, whose exponent says where its highest 1 is.
 *
 * Shifting 2, not 1, lets the overflow fall out at the top. Needs IEEE 754. Cost: seven
 * instructions in 32 bits, 13 to 17 in 64; see clz_by_double, also for the places that are cleared.
 */
BMILL_INLINE BMILL_NODISCARD_ uint64_t bmill_ceil_pow2_by_double_u64(uint64_t x)
{
    uint64_t below = x - 1;
    return x > 1 ? UINT64_C(2) << bmill_exponent_of_double_((double)(below & ~(below >> 1))) : 1;
}
BMILL_INLINE BMILL_NODISCARD_ uint32_t bmill_ceil_pow2_by_double_u32(uint32_t x)
{
    return x > 1 ? UINT32_C(2) << bmill_exponent_of_double_(x - 1) : 1;
}
#define BMILL_VARIANTS_CEIL_POW2_DOUBLE_(X) X(ceil_pow2, double, u32) X(ceil_pow2, double, u64)
#else
#define BMILL_VARIANTS_CEIL_POW2_DOUBLE_(X)
#endif

/* clang-format off */
#define BMILL_VARIANTS_IS_POW2(X)                            \
    X(is_pow2, loop, u32)        X(is_pow2, loop, u64)       \
    X(is_pow2, popcount, u32)    X(is_pow2, popcount, u64)   \
    X(is_pow2, clearing, u32)    X(is_pow2, clearing, u64)   \
    X(is_pow2, negation, u32)    X(is_pow2, negation, u64)   \
    X(is_pow2, clz, u32)         X(is_pow2, clz, u64)
#define BMILL_VARIANTS_CEIL_POW2(X)                          \
    X(ceil_pow2, loop, u32)      X(ceil_pow2, loop, u64)     \
    X(ceil_pow2, clearing, u32)  X(ceil_pow2, clearing, u64) \
    X(ceil_pow2, smearing, u32)  X(ceil_pow2, smearing, u64) \
    BMILL_VARIANTS_CEIL_POW2_DOUBLE_(X)
/* clang-format on */

BMILL_END_INLINE_

#endif
