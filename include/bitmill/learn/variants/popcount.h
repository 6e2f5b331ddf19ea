/** @file
 * bitmill/learn/variants/popcount.h: eight ways to count the 1 bits. See bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_POPCOUNT_H
#define BITMILL_LEARN_VARIANTS_POPCOUNT_H

#include <bitmill/word/generic.h>

BMILL_BEGIN_INLINE_

/** @name Population count by a loop
 *
 * By a loop over the bits: shift each to position 0 and add it.
 *
 * Cost: about three instructions for each position up to the highest 1 bit. Source: S. E. Anderson,
 * Bit Twiddling Hacks, "Counting bits set (naive way)".
 */
/** @{ */

/** Number of 1 bits in `x`, by a loop. */
BMILL_FN unsigned bmill_popcount_by_loop_u64(uint64_t x)
{
    unsigned n = 0;
    for (; x; x >>= 1)
        n += (unsigned)(x & 1);
    return n;
}
/** Number of 1 bits in `x`, by a loop. */
BMILL_FN unsigned bmill_popcount_by_loop_u32(uint32_t x)
{
    unsigned n = 0;
    for (; x; x >>= 1)
        n += (unsigned)(x & 1);
    return n;
}

/** @} */

/** @name Population count by clearing the lowest 1 bit
 *
 * By clearing the lowest 1 bit until none is left: x & (x - 1) is x without it.
 *
 * Cost: about three instructions for each 1 bit, so that it is good where 1 bits are rare. Source:
 * P. Wegner, A technique for counting ones in a binary computer, CACM 3 (1960); as "Brian
 * Kernighan's way" in Bit Twiddling Hacks.
 */
/** @{ */

/** Number of 1 bits in `x`, by clearing the lowest 1 bit. */
BMILL_FN unsigned bmill_popcount_by_clearing_u64(uint64_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}
/** Number of 1 bits in `x`, by clearing the lowest 1 bit. */
BMILL_FN unsigned bmill_popcount_by_clearing_u32(uint32_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

/** @} */

/** @name Population count by subtraction
 *
 * By subtraction: x minus x / 2, x / 4, x / 8 and so on, each rounded down.
 *
 * Cost: about three instructions for each position up to the highest 1 bit. A 1 at position i
 * stands for 2^i, and its shifted copies subtract 2^(i-1) + ... + 1, which leaves 1. Source: H. S.
 * Warren, Hacker's Delight, 2nd ed., section 5-1.
 */
/** @{ */

/** Number of 1 bits in `x`, by subtraction. */
BMILL_FN unsigned bmill_popcount_by_subtracting_u64(uint64_t x)
{
    uint64_t n = x;
    while (x >>= 1)
        n -= x;
    return (unsigned)n;
}
/** Number of 1 bits in `x`, by subtraction. */
BMILL_FN unsigned bmill_popcount_by_subtracting_u32(uint32_t x)
{
    uint32_t n = x;
    while (x >>= 1)
        n -= x;
    return (unsigned)n;
}

/** @} */

/* Private: the counts for a number with n 1 bits followed by each combination of 1 to 8 more bits.
 */
#define BMILL_ONES1_(n) n, n + 1
#define BMILL_ONES2_(n) BMILL_ONES1_(n), BMILL_ONES1_(n + 1)
#define BMILL_ONES3_(n) BMILL_ONES2_(n), BMILL_ONES2_(n + 1)
#define BMILL_ONES4_(n) BMILL_ONES3_(n), BMILL_ONES3_(n + 1)
#define BMILL_ONES5_(n) BMILL_ONES4_(n), BMILL_ONES4_(n + 1)
#define BMILL_ONES6_(n) BMILL_ONES5_(n), BMILL_ONES5_(n + 1)
#define BMILL_ONES7_(n) BMILL_ONES6_(n), BMILL_ONES6_(n + 1)
#define BMILL_ONES8_(n) BMILL_ONES7_(n), BMILL_ONES7_(n + 1)

/** @name Population count by a table
 *
 * By a table of 256 counts, looked up for each byte.
 *
 * Cost: about three instructions and a load for each byte, and 256 bytes of cache. Source: Bit
 * Twiddling Hacks, "Counting bits set by lookup table".
 */
/** @{ */

/** Number of 1 bits in `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_popcount_by_table_u8(uint8_t x)
{
    static const uint8_t ones[256] = {BMILL_ONES8_(0)};
    return ones[x];
}
/** Number of 1 bits in `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_popcount_by_table_u64(uint64_t x)
{
    unsigned n = 0;
    for (unsigned i = 0; i < 64; i += 8)
        n += bmill_popcount_by_table_u8((uint8_t)(x >> i));
    return n;
}
/** Number of 1 bits in `x`, by a table. */
BMILL_INLINE BMILL_NODISCARD_ unsigned bmill_popcount_by_table_u32(uint32_t x)
{
    unsigned n = 0;
    for (unsigned i = 0; i < 32; i += 8)
        n += bmill_popcount_by_table_u8((uint8_t)(x >> i));
    return n;
}
#undef BMILL_ONES1_
#undef BMILL_ONES2_
#undef BMILL_ONES3_
#undef BMILL_ONES4_
#undef BMILL_ONES5_
#undef BMILL_ONES6_
#undef BMILL_ONES7_
#undef BMILL_ONES8_

/** @} */

/** @name Population count by SWAR
 *
 * By adding neighbours, all at the same time (SIMD within a register): bits to counts of 2 bits,
 * these to counts of 4 bits, up to the count of the width.
 *
 * Cost: four instructions for each of log2(width) steps. Source: Hacker's Delight, 2nd ed., section
 * 5-1.
 */
/** @{ */

/** Number of 1 bits in `x`, by SWAR. */
BMILL_FN unsigned bmill_popcount_by_swar_u64(uint64_t x)
{
    x = (x & UINT64_C(0x5555555555555555)) + (x >> 1 & UINT64_C(0x5555555555555555));
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    x = (x & UINT64_C(0x0f0f0f0f0f0f0f0f)) + (x >> 4 & UINT64_C(0x0f0f0f0f0f0f0f0f));
    x = (x & UINT64_C(0x00ff00ff00ff00ff)) + (x >> 8 & UINT64_C(0x00ff00ff00ff00ff));
    x = (x & UINT64_C(0x0000ffff0000ffff)) + (x >> 16 & UINT64_C(0x0000ffff0000ffff));
    return (unsigned)((x & UINT64_C(0xffffffff)) + (x >> 32));
}
/** Number of 1 bits in `x`, by SWAR. */
BMILL_FN unsigned bmill_popcount_by_swar_u32(uint32_t x)
{
    x = (x & UINT32_C(0x55555555)) + (x >> 1 & UINT32_C(0x55555555));
    x = (x & UINT32_C(0x33333333)) + (x >> 2 & UINT32_C(0x33333333));
    x = (x & UINT32_C(0x0f0f0f0f)) + (x >> 4 & UINT32_C(0x0f0f0f0f));
    x = (x & UINT32_C(0x00ff00ff)) + (x >> 8 & UINT32_C(0x00ff00ff));
    return (unsigned)((x & UINT32_C(0xffff)) + (x >> 16));
}

/** @} */

/** @name Population count by a product
 *
 * By the same sums up to bytes, and a product that adds up the bytes in its top byte.
 *
 * Cost: about 12 instructions, one of them a multiplication. The first step needs only one mask:
 * for two bits a and b, 2a + b minus a is a + b. Source: Bit Twiddling Hacks, "Counting bits set,
 * in parallel".
 */
/** @{ */

/** Number of 1 bits in `x`, by a product. */
BMILL_FN unsigned bmill_popcount_by_multiply_u64(uint64_t x)
{
    x -= x >> 1 & UINT64_C(0x5555555555555555);
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (unsigned)(x * UINT64_C(0x0101010101010101) >> 56);
}
/** Number of 1 bits in `x`, by a product. */
BMILL_FN unsigned bmill_popcount_by_multiply_u32(uint32_t x)
{
    x -= x >> 1 & UINT32_C(0x55555555);
    x = (x & UINT32_C(0x33333333)) + (x >> 2 & UINT32_C(0x33333333));
    x = (x + (x >> 4)) & UINT32_C(0x0f0f0f0f);
    return (unsigned)(x * UINT32_C(0x01010101) >> 24);
}

/** @} */

/** @name Population count by a remainder
 *
 * By casting out: the remainder of a number divided by base - 1 is the sum of its digits, if that
 * sum is less than base - 1.
 *
 * The digits are counts: in 32 bits, 11 counts of three bits are added in pairs, in base 64 (a sum
 * up to 32); in 64 bits, they are counts of bytes, in base 256 (a sum up to 64, too large for base
 * 64). Cost: 18 instructions (15 in 64 bits), one of them the multiplication into which compilers
 * turn the division. Source: item 169 of HAKMEM (MIT AI Memo 239, 1972), there for the 36 bits of a
 * PDP-10.
 */
/** @{ */

/** Number of 1 bits in `x`, by a remainder. */
BMILL_FN unsigned bmill_popcount_by_modulus_u64(uint64_t x)
{
    x -= x >> 1 & UINT64_C(0x5555555555555555);
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (unsigned)(x % 255);
}
/** Number of 1 bits in `x`, by a remainder. */
BMILL_FN unsigned bmill_popcount_by_modulus_u32(uint32_t x)
{
    x = x - (x >> 1 & UINT32_C(0xdb6db6db)) - (x >> 2 & UINT32_C(0x49249249));
    return (unsigned)(((x + (x >> 3)) & UINT32_C(0xc71c71c7)) % 63);
}

/** @} */

#ifdef BMILL_HAVE_BUILTINS_
/** @name Population count by the builtin
 *
 * By the builtin of gcc and clang.
 *
 * Cost: one instruction with -mpopcnt and a few on arm64, else a call of libgcc (gcc) or about 12
 * (clang). Missing with other compilers, with BMILL_NO_BUILTINS, and where int has 16 bits.
 */
/** @{ */

/** Number of 1 bits in `x`, by the builtin. */
BMILL_FN unsigned bmill_popcount_by_builtin_u64(uint64_t x)
{
    return (unsigned)__builtin_popcountll(x);
}
/** Number of 1 bits in `x`, by the builtin. */
BMILL_FN unsigned bmill_popcount_by_builtin_u32(uint32_t x)
{
    return (unsigned)__builtin_popcount(x);
}

/** @} */

#define BMILL_VARIANTS_POPCOUNT_BUILTIN_(X) X(popcount, builtin, u32) X(popcount, builtin, u64)
#else
#define BMILL_VARIANTS_POPCOUNT_BUILTIN_(X)
#endif

/* clang-format off */
/** X(popcount, method, width) for all variants of bmill_popcount. */
#define BMILL_VARIANTS_POPCOUNT(X)                              \
    X(popcount, loop, u32)        X(popcount, loop, u64)        \
    X(popcount, clearing, u32)    X(popcount, clearing, u64)    \
    X(popcount, subtracting, u32) X(popcount, subtracting, u64) \
    X(popcount, table, u8)                                      \
    X(popcount, table, u32)       X(popcount, table, u64)       \
    X(popcount, swar, u32)        X(popcount, swar, u64)        \
    X(popcount, multiply, u32)    X(popcount, multiply, u64)    \
    X(popcount, modulus, u32)     X(popcount, modulus, u64)     \
    BMILL_VARIANTS_POPCOUNT_BUILTIN_(X)
/* clang-format on */

BMILL_END_INLINE_

#endif
