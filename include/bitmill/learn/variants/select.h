/* bitmill/learn/variants/select.h: six ways to find the place of the k-th 1 bit of x, counting from
 * 0 at the low end. The result is the width if x has no more than k ones. See
 * bitmill/learn/variants.h. */
#ifndef BITMILL_LEARN_VARIANTS_SELECT_H
#define BITMILL_LEARN_VARIANTS_SELECT_H

#include <bitmill/learn/variants/popcount.h>
#include <bitmill/word/pext.h>
#include <bitmill/word/rank.h>

BMILL_BEGIN_INLINE_

/**
 * By a loop over the bits, which counts down at each 1.
 *
 * Cost: about five instructions for each place up to the result, and three for each 1.
 */
BMILL_FN unsigned bmill_select_by_loop_u64(uint64_t x, unsigned k)
{
    unsigned i = 0;
    for (; i < 64; i++)
        if (x >> i & 1 && k-- == 0)
            break;
    return i;
}
BMILL_FN unsigned bmill_select_by_loop_u32(uint32_t x, unsigned k)
{
    unsigned i = 0;
    for (; i < 32; i++)
        if (x >> i & 1 && k-- == 0)
            break;
    return i;
}

/**
 * By clearing the lowest 1 k times; the lowest one left is it.
 *
 * Cost: about six instructions for each of k, and ctz.
 */
BMILL_FN unsigned bmill_select_by_clearing_u64(uint64_t x, unsigned k)
{
    for (; x && k; k--)
        x &= x - 1;
    return bmill_ctz_u64(x);
}
BMILL_FN unsigned bmill_select_by_clearing_u32(uint32_t x, unsigned k)
{
    for (; x && k; k--)
        x &= x - 1;
    return bmill_ctz_u32(x);
}

/**
 * By bisection: if the lower half has no more than k ones, go on in the upper one for the rest.
 *
 * Cost: a population count and six to ten instructions for each of log2(width) steps; the counts of
 * all steps can be had from one (popcount_by_swar makes them), as the source does. Source: S. E.
 * Anderson, Bit Twiddling Hacks, "Select the bit position (from the most-significant bit) with the
 * given count (rank)".
 */
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
    return place + (k || !(x & 1)); /* one more if it was not in the highest place either */
}
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

/**
 * By a table: find the byte by the counts of bytes, then clear ones in it.
 *
 * Cost: about seven instructions and a load for each byte up to the result, and up to
 * seven rounds in that; 256 bytes of cache. A table of 2 KiB, for each byte and k, would save
 * these.
 */
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

/**
 * By running sums in the bytes of one word, without a branch or table: first of the ones in the
 * bytes of x, then of the bits of the byte that this finds.
 *
 * As many bytes as have a sum up to k lie before the one that has the k-th 1. The byte's bits are
 * made bytes by copying it eight times and leaving bit i in copy i. Cost: about 40 instructions,
 * six of them multiplications. Source: S. Vigna, Broadword Implementation of Rank/Select Queries
 * (WEA 2008). So is bmill_select where there is no pdep.
 */
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
    k -= (unsigned)(sums << 8 >> place & 0xff); /* the ones in the bytes before it */
    x = ((x >> place & 0xff) * ones) & UINT64_C(0x8040201008040201);
    x = (x + UINT64_C(0x7f7f7f7f7f7f7f7f)) >> 7 & ones; /* 1 for each byte that is not 0 */
    return place + bmill_bytes_up_to_(x * ones, k);
}
BMILL_FN unsigned bmill_select_by_broadword_u32(uint32_t x, unsigned k)
{
    unsigned i = bmill_select_by_broadword_u64(x, k);
    return i < 32 ? i : 32;
}

/**
 * By pdep, which deposits bit k alone at the place of the k-th 1.
 *
 * Cost: five instructions where pdep is one (see bitmill/word/pext.h), else many. Source: P.
 * Pandey, M. A. Bender, R. Johnson, A Fast x86 Implementation of Select, arXiv:1706.00990 (2017).
 */
BMILL_FN unsigned bmill_select_by_pdep_u64(uint64_t x, unsigned k)
{
    return k < 64 ? bmill_ctz_u64(bmill_pdep_u64(UINT64_C(1) << k, x)) : 64;
}
BMILL_FN unsigned bmill_select_by_pdep_u32(uint32_t x, unsigned k)
{
    return k < 32 ? bmill_ctz_u32(bmill_pdep_u32(UINT32_C(1) << k, x)) : 32;
}

/* clang-format off */
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
