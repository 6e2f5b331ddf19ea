/** @file
 * bitmill/learn/variants/select.h: six ways to find the position of the k-th 1 bit of x, counted
 * from 0 at the low end. The result is the width if x has at most k 1 bits. See
 * bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_SELECT_H
#define BITMILL_LEARN_VARIANTS_SELECT_H

#include <bitmill/learn/variants/popcount.h>
#include <bitmill/word/pext.h>
#include <bitmill/word/rank.h>

BMILL_BEGIN_INLINE_

/** @name Select by a loop
 *
 * By a loop over the bits, which counts k down at each 1 bit.
 *
 * Cost: about five instructions for each position up to the result, and three for each 1 bit.
 */
/** @{ */

/** Position of the `k`-th 1 bit of `x`, from 0 up, by a loop. */
BMILL_FN unsigned bmill_select_by_loop_u64(uint64_t x, unsigned k)
{
    unsigned i = 0;
    for (; i < 64; i++)
        if (x >> i & 1 && k-- == 0)
            break;
    return i;
}
/** Position of the `k`-th 1 bit of `x`, from 0 up, by a loop. */
BMILL_FN unsigned bmill_select_by_loop_u32(uint32_t x, unsigned k)
{
    unsigned i = 0;
    for (; i < 32; i++)
        if (x >> i & 1 && k-- == 0)
            break;
    return i;
}

/** @} */

/** @name Select by clearing the lowest 1 bit
 *
 * By clearing the lowest 1 bit k times; the lowest one left is the k-th.
 *
 * Cost: about six instructions for each of k, and ctz.
 */
/** @{ */

/** Position of the `k`-th 1 bit of `x`, from 0 up, by clearing the lowest 1 bit. */
BMILL_FN unsigned bmill_select_by_clearing_u64(uint64_t x, unsigned k)
{
    for (; x && k; k--)
        x &= x - 1;
    return bmill_ctz_u64(x);
}
/** Position of the `k`-th 1 bit of `x`, from 0 up, by clearing the lowest 1 bit. */
BMILL_FN unsigned bmill_select_by_clearing_u32(uint32_t x, unsigned k)
{
    for (; x && k; k--)
        x &= x - 1;
    return bmill_ctz_u32(x);
}

/** @} */

/** @name Select by bisection
 *
 * By bisection: if the lower half has at most k 1 bits, continue in the upper half for the rest.
 *
 * Cost: a population count and six to ten instructions for each of log2(width) steps; all these
 * counts are intermediate results of one popcount_by_swar, which the source uses. Source: S. E.
 * Anderson, Bit Twiddling Hacks, "Select the bit position (from the most-significant bit) with the
 * given count (rank)".
 */
/** @{ */

/** Position of the `k`-th 1 bit of `x`, from 0 up, by bisection. */
BMILL_FN unsigned bmill_select_by_bisection_u64(uint64_t x, unsigned k)
{
    unsigned place = 0;
    for (unsigned half = 32; half; half /= 2) {
        unsigned lower = bmill_popcount_u64(x & ((UINT64_C(1) << half) - 1));
        if (lower <= k) {
            k -= lower;
            x >>= half;
            place += half;
        }
    }
    return place + (k || !(x & 1)); /* one more if it was not the highest bit either */
}
/** Position of the `k`-th 1 bit of `x`, from 0 up, by bisection. */
BMILL_FN unsigned bmill_select_by_bisection_u32(uint32_t x, unsigned k)
{
    unsigned place = 0;
    for (unsigned half = 16; half; half /= 2) {
        unsigned lower = bmill_popcount_u32(x & ((UINT32_C(1) << half) - 1));
        if (lower <= k) {
            k -= lower;
            x >>= half;
            place += half;
        }
    }
    return place + (k || !(x & 1));
}

/** @} */

/** @name Select by a table
 *
 * By a table: find the byte by the counts of bytes, then clear 1 bits in it.
 *
 * Cost: about seven instructions and a load for each byte up to the result, and up to seven rounds
 * in that byte; 256 bytes of cache. A table of 2 KiB, for each byte and k, would save the rounds.
 */
/** @{ */

/** Position of the `k`-th 1 bit of `x`, from 0 up, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_select_by_table_u64(uint64_t x, unsigned k)
{
    for (unsigned place = 0; place < 64; place += 8) {
        uint8_t byte = (uint8_t)(x >> place);
        unsigned ones = bmill_popcount_by_table_u8(byte);
        if (k < ones)
            return place + bmill_select_by_clearing_u32(byte, k);
        k -= ones;
    }
    return 64;
}
/** Position of the `k`-th 1 bit of `x`, from 0 up, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_select_by_table_u32(uint32_t x, unsigned k)
{
    for (unsigned place = 0; place < 32; place += 8) {
        uint8_t byte = (uint8_t)(x >> place);
        unsigned ones = bmill_popcount_by_table_u8(byte);
        if (k < ones)
            return place + bmill_select_by_clearing_u32(byte, k);
        k -= ones;
    }
    return 32;
}

/** @} */

/** @name Select by sums in the bytes of a word
 *
 * By running sums in the bytes of one word, without a branch or a table: first of the counts of the
 * bytes of x, then of the bits of the byte found.
 *
 * The bytes with a sum of at most k lie below the byte with the k-th 1 bit. The bits of that byte
 * are spread to bytes by copying it eight times and keeping bit i in copy i. Cost: about 40
 * instructions, six of them multiplications. Source: S. Vigna, Broadword Implementation of
 * Rank/Select Queries (WEA 2008). bmill_select does the same where there is no pdep.
 */
/** @{ */

/** Position of the `k`-th 1 bit of `x`, from 0 up, by sums in the bytes of a word. */
BMILL_FN unsigned bmill_select_by_broadword_u64(uint64_t x, unsigned k)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t sums = x - (x >> 1 & UINT64_C(0x5555555555555555));
    unsigned place = 0;
    sums = (sums & UINT64_C(0x3333333333333333)) + (sums >> 2 & UINT64_C(0x3333333333333333));
    sums = ((sums + (sums >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f)) * ones;
    if (k >= sums >> 56)
        return 64;
    place = 8 * bmill_bytes_up_to_(sums, k);
    k -= (unsigned)(sums << 8 >> place & 0xff); /* 1 bits in the bytes below */
    x = ((x >> place & 0xff) * ones) & UINT64_C(0x8040201008040201);
    x = (x + UINT64_C(0x7f7f7f7f7f7f7f7f)) >> 7 & ones; /* 1 for each byte that is not 0 */
    return place + bmill_bytes_up_to_(x * ones, k);
}
/** Position of the `k`-th 1 bit of `x`, from 0 up, by sums in the bytes of a word. */
BMILL_FN unsigned bmill_select_by_broadword_u32(uint32_t x, unsigned k)
{
    unsigned i = bmill_select_by_broadword_u64(x, k);
    return i < 32 ? i : 32;
}

/** @} */

/** @name Select by pdep
 *
 * By pdep, which deposits bit k at the position of the k-th 1 bit.
 *
 * Cost: five instructions where pdep is one (see bitmill/word/pext.h), else many. Source: P.
 * Pandey, M. A. Bender, R. Johnson, A Fast x86 Implementation of Select, arXiv:1706.00990 (2017).
 */
/** @{ */

/** Position of the `k`-th 1 bit of `x`, from 0 up, by pdep. */
BMILL_FN unsigned bmill_select_by_pdep_u64(uint64_t x, unsigned k)
{
    return k < 64 ? bmill_ctz_u64(bmill_pdep_u64(UINT64_C(1) << k, x)) : 64;
}
/** Position of the `k`-th 1 bit of `x`, from 0 up, by pdep. */
BMILL_FN unsigned bmill_select_by_pdep_u32(uint32_t x, unsigned k)
{
    return k < 32 ? bmill_ctz_u32(bmill_pdep_u32(UINT32_C(1) << k, x)) : 32;
}

/** @} */

/* clang-format off */
/** X(select, method, width) for all variants of bmill_select. */
#define BMILL_VARIANTS_SELECT(X)                          \
    X(select, loop, u32)       X(select, loop, u64)       \
    X(select, clearing, u32)   X(select, clearing, u64)   \
    X(select, bisection, u32)  X(select, bisection, u64)  \
    X(select, table, u32)      X(select, table, u64)      \
    X(select, broadword, u32)  X(select, broadword, u64)  \
    X(select, pdep, u32)       X(select, pdep, u64)
/* clang-format on */

BMILL_END_INLINE_

#endif
