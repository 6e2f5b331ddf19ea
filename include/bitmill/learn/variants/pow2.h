/** @file
 * bitmill/learn/variants/pow2.h: five ways to test for a power of two, four to round up to one. 0
 * is not a power of two, and numbers above the highest power of the width are rounded up to 0. See
 * bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_POW2_H
#define BITMILL_LEARN_VARIANTS_POW2_H

#include <bitmill/learn/variants/clz.h>

BMILL_BEGIN_INLINE_

/** @name Test for a power of two by a loop
 *
 * By a loop: halve x while it is even; a power of two ends at 1.
 *
 * Cost: about three instructions for each trailing zero.
 */
/** @{ */

/** Whether `x` is a power of two, by a loop. */
BMILL_FN bool bmill_is_pow2_by_loop_u64(uint64_t x)
{
    while (x && !(x & 1))
        x >>= 1;
    return x == 1;
}
/** Whether `x` is a power of two, by a loop. */
BMILL_FN bool bmill_is_pow2_by_loop_u32(uint32_t x)
{
    while (x && !(x & 1))
        x >>= 1;
    return x == 1;
}

/** @} */

/** @name Test for a power of two by the population count
 *
 * By the population count, which must be 1.
 *
 * Cost: two instructions more than bmill_popcount: the shortest way where that is one instruction.
 */
/** @{ */

/** Whether `x` is a power of two, by the population count. */
BMILL_FN bool bmill_is_pow2_by_popcount_u64(uint64_t x) { return bmill_popcount_u64(x) == 1; }
/** Whether `x` is a power of two, by the population count. */
BMILL_FN bool bmill_is_pow2_by_popcount_u32(uint32_t x) { return bmill_popcount_u32(x) == 1; }

/** @} */

/** @name Test for a power of two by clearing the lowest 1 bit
 *
 * By clearing the lowest 1 bit, after which nothing may be left; 0 needs a test of its own.
 *
 * Cost: about five instructions. Source: S. E. Anderson, Bit Twiddling Hacks, "Determining if an
 * integer is a power of 2".
 */
/** @{ */

/** Whether `x` is a power of two, by clearing the lowest 1 bit. */
BMILL_FN bool bmill_is_pow2_by_clearing_u64(uint64_t x) { return x && !(x & (x - 1)); }
/** Whether `x` is a power of two, by clearing the lowest 1 bit. */
BMILL_FN bool bmill_is_pow2_by_clearing_u32(uint32_t x) { return x && !(x & (x - 1)); }

/** @} */

/** @name Test for a power of two by negation
 *
 * By negation: x & -x is the lowest 1 bit, which must be all of x; 0 needs a test of its own.
 *
 * Cost: about five instructions.
 */
/** @{ */

/** Whether `x` is a power of two, by negation. */
BMILL_FN bool bmill_is_pow2_by_negation_u64(uint64_t x) { return x && (x & (0 - x)) == x; }
/** Whether `x` is a power of two, by negation. */
BMILL_FN bool bmill_is_pow2_by_negation_u32(uint32_t x) { return x && (x & (0 - x)) == x; }

/** @} */

/** @name Test for a power of two by leading zeros
 *
 * By leading zeros: with the highest 1 bit shifted to the top and then out, nothing may be left.
 *
 * Cost: clz and about four instructions. Two shifts, because one shift by the width would be
 * undefined.
 */
/** @{ */

/** Whether `x` is a power of two, by leading zeros. */
BMILL_FN bool bmill_is_pow2_by_clz_u64(uint64_t x) { return x && x << bmill_clz_u64(x) << 1 == 0; }
/** Whether `x` is a power of two, by leading zeros. */
BMILL_FN bool bmill_is_pow2_by_clz_u32(uint32_t x) { return x && x << bmill_clz_u32(x) << 1 == 0; }

/** @} */

/** @name Round up to a power of two by a loop
 *
 * By a loop: double 1 until it is at least x, or has been shifted out.
 *
 * Cost: about four instructions for each power of two below x.
 */
/** @{ */

/** The smallest power of two that is at least `x`, by a loop. */
BMILL_FN uint64_t bmill_ceil_pow2_by_loop_u64(uint64_t x)
{
    uint64_t power = 1;
    while (power && power < x)
        power <<= 1;
    return power;
}
/** The smallest power of two that is at least `x`, by a loop. */
BMILL_FN uint32_t bmill_ceil_pow2_by_loop_u32(uint32_t x)
{
    uint32_t power = 1;
    while (power && power < x)
        power <<= 1;
    return power;
}

/** @} */

/** @name Round up to a power of two by clearing the lowest 1 bit
 *
 * By clearing the lowest 1 bit of x - 1 until only the highest is left, and doubling that.
 *
 * Cost: about three instructions for each 1 bit.
 */
/** @{ */

/** The smallest power of two that is at least `x`, by clearing the lowest 1 bit. */
BMILL_FN uint64_t bmill_ceil_pow2_by_clearing_u64(uint64_t x)
{
    if (x <= 1)
        return 1;
    for (x--; x & (x - 1);)
        x &= x - 1;
    return x << 1;
}
/** The smallest power of two that is at least `x`, by clearing the lowest 1 bit. */
BMILL_FN uint32_t bmill_ceil_pow2_by_clearing_u32(uint32_t x)
{
    if (x <= 1)
        return 1;
    for (x--; x & (x - 1);)
        x &= x - 1;
    return x << 1;
}

/** @} */

/** @name Round up to a power of two by smearing the highest 1 bit
 *
 * By smearing the highest 1 bit of x - 1 over all positions below it, and adding 1.
 *
 * Cost: two instructions for each of log2(width) steps, and about four. Source: Bit Twiddling
 * Hacks, "Round up to the next highest power of 2"; H. S. Warren, Hacker's Delight, 2nd ed.,
 * section 3-2.
 */
/** @{ */

/** The smallest power of two that is at least `x`, by smearing the highest 1 bit. */
BMILL_FN uint64_t bmill_ceil_pow2_by_smearing_u64(uint64_t x)
{
    return x ? bmill_smear_u64_(x - 1) + 1 : 1;
}
/** The smallest power of two that is at least `x`, by smearing the highest 1 bit. */
BMILL_FN uint32_t bmill_ceil_pow2_by_smearing_u32(uint32_t x)
{
    return x ? bmill_smear_u32_(x - 1) + 1 : 1;
}

/** @} */

#ifdef BMILL_HAVE_DOUBLE_
/** @name Round up to a power of two by a double
 *
 * By converting x - 1 to a double, whose exponent is the position of its highest 1 bit.
 *
 * Shifting 2 instead of 1 shifts the bit out at the top if it overflows. Needs IEEE 754. Cost:
 * seven instructions in 32 bits, 13 to 17 in 64; see clz_by_double, also for the bits that are
 * cleared.
 */
/** @{ */

/** The smallest power of two that is at least `x`, by a double. */
BMILL_INLINE BMILL_NODISCARD_ uint64_t bmill_ceil_pow2_by_double_u64(uint64_t x)
{
    uint64_t below = x - 1;
    return x > 1 ? UINT64_C(2) << bmill_exponent_of_double_((double)(below & ~(below >> 1))) : 1;
}
/** The smallest power of two that is at least `x`, by a double. */
BMILL_INLINE BMILL_NODISCARD_ uint32_t bmill_ceil_pow2_by_double_u32(uint32_t x)
{
    return x > 1 ? UINT32_C(2) << bmill_exponent_of_double_(x - 1) : 1;
}

/** @} */

#define BMILL_VARIANTS_CEIL_POW2_DOUBLE_(X) X(ceil_pow2, double, u32) X(ceil_pow2, double, u64)
#else
#define BMILL_VARIANTS_CEIL_POW2_DOUBLE_(X)
#endif

/* clang-format off */
/** X(is_pow2, method, width) for all variants of bmill_is_pow2. */
#define BMILL_VARIANTS_IS_POW2(X)                            \
    X(is_pow2, loop, u32)        X(is_pow2, loop, u64)       \
    X(is_pow2, popcount, u32)    X(is_pow2, popcount, u64)   \
    X(is_pow2, clearing, u32)    X(is_pow2, clearing, u64)   \
    X(is_pow2, negation, u32)    X(is_pow2, negation, u64)   \
    X(is_pow2, clz, u32)         X(is_pow2, clz, u64)
/** X(ceil_pow2, method, width) for all variants of bmill_ceil_pow2. */
#define BMILL_VARIANTS_CEIL_POW2(X)                          \
    X(ceil_pow2, loop, u32)      X(ceil_pow2, loop, u64)     \
    X(ceil_pow2, clearing, u32)  X(ceil_pow2, clearing, u64) \
    X(ceil_pow2, smearing, u32)  X(ceil_pow2, smearing, u64) \
    BMILL_VARIANTS_CEIL_POW2_DOUBLE_(X)
/* clang-format on */

BMILL_END_INLINE_

#endif
