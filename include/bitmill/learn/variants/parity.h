/** @file
 * bitmill/learn/variants/parity.h: seven ways to find whether the number of 1 bits is odd. See
 * bitmill/learn/variants.h.
 */
#ifndef BITMILL_LEARN_VARIANTS_PARITY_H
#define BITMILL_LEARN_VARIANTS_PARITY_H

#include <bitmill/word/count.h>

BMILL_BEGIN_INLINE_

/** @name Parity by a loop
 *
 * By a loop over the bits, which xors each into the result.
 *
 * Cost: about three instructions for each position up to the highest 1 bit.
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd, by a loop. */
BMILL_FN bool bmill_parity_by_loop_u64(uint64_t x)
{
    unsigned odd = 0;
    for (; x; x >>= 1)
        odd ^= (unsigned)(x & 1);
    return odd != 0;
}
/** Whether the number of 1 bits in `x` is odd, by a loop. */
BMILL_FN bool bmill_parity_by_loop_u32(uint32_t x)
{
    unsigned odd = 0;
    for (; x; x >>= 1)
        odd ^= (unsigned)(x & 1);
    return odd != 0;
}

/** @} */

/** @name Parity by clearing the lowest 1 bit
 *
 * By clearing the lowest 1 bit until none is left, and flipping the result each time.
 *
 * Cost: about three instructions for each 1 bit. Source: S. E. Anderson, Bit Twiddling Hacks,
 * "Computing parity the naive way".
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd, by clearing the lowest 1 bit. */
BMILL_FN bool bmill_parity_by_clearing_u64(uint64_t x)
{
    bool odd = false;
    for (; x; x &= x - 1)
        odd = !odd;
    return odd;
}
/** Whether the number of 1 bits in `x` is odd, by clearing the lowest 1 bit. */
BMILL_FN bool bmill_parity_by_clearing_u32(uint32_t x)
{
    bool odd = false;
    for (; x; x &= x - 1)
        odd = !odd;
    return odd;
}

/** @} */

/** @name Parity by the population count
 *
 * By the population count, whose lowest bit is the parity.
 *
 * Cost: one instruction more than bmill_popcount.
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd, by the population count. */
BMILL_FN bool bmill_parity_by_popcount_u64(uint64_t x) { return bmill_popcount_u64(x) & 1; }
/** Whether the number of 1 bits in `x` is odd, by the population count. */
BMILL_FN bool bmill_parity_by_popcount_u32(uint32_t x) { return bmill_popcount_u32(x) & 1; }

/** @} */

/** @name Parity by folding
 *
 * By folding: xor the upper half into the lower half, which keeps the parity, until one bit is
 * left.
 *
 * Cost: two instructions for each of log2(width) steps. Source: H. S. Warren, Hacker's Delight, 2nd
 * ed., section 5-2.
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd, by folding. */
BMILL_FN bool bmill_parity_by_folding_u64(uint64_t x)
{
    x ^= x >> 32;
    x ^= x >> 16;
    x ^= x >> 8;
    x ^= x >> 4;
    x ^= x >> 2;
    x ^= x >> 1;
    return x & 1;
}
/** Whether the number of 1 bits in `x` is odd, by folding. */
BMILL_FN bool bmill_parity_by_folding_u32(uint32_t x)
{
    x ^= x >> 16;
    x ^= x >> 8;
    x ^= x >> 4;
    x ^= x >> 2;
    x ^= x >> 1;
    return x & 1;
}

/** @} */

/** @name Parity by a table
 *
 * By a table: fold down to a byte, and look it up in 256 bits.
 *
 * The table is a bitmap of 32 bytes. Cost: two instructions for each fold, then about five and a
 * load. Source: Bit Twiddling Hacks, "Compute parity by lookup table", with a byte for each result.
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd, by a table. */
BMILL_INLINE BMILL_NODISCARD_ bool bmill_parity_by_table_u8(uint8_t x)
{
    static const uint8_t odd[32] = {
        0x96, 0x69, 0x69, 0x96, 0x69, 0x96, 0x96, 0x69, 0x69, 0x96, 0x96,
        0x69, 0x96, 0x69, 0x69, 0x96, 0x69, 0x96, 0x96, 0x69, 0x96, 0x69,
        0x69, 0x96, 0x96, 0x69, 0x69, 0x96, 0x69, 0x96, 0x96, 0x69,
    };
    return odd[x / 8] >> x % 8 & 1;
}
/** Whether the number of 1 bits in `x` is odd, by a table. */
BMILL_INLINE BMILL_NODISCARD_ bool bmill_parity_by_table_u64(uint64_t x)
{
    x ^= x >> 32;
    x ^= x >> 16;
    x ^= x >> 8;
    return bmill_parity_by_table_u8((uint8_t)x);
}
/** Whether the number of 1 bits in `x` is odd, by a table. */
BMILL_INLINE BMILL_NODISCARD_ bool bmill_parity_by_table_u32(uint32_t x)
{
    x ^= x >> 16;
    x ^= x >> 8;
    return bmill_parity_by_table_u8((uint8_t)x);
}

/** @} */

/** @name Parity by a product
 *
 * By a product: fold each nibble into its lowest bit, and let a multiplication add these up.
 *
 * The top nibble of the product is the sum of all nibbles, modulo 16, and its lowest bit their
 * parity: the sum of the nibbles below it is at most 15 and sends no carry there. Cost: eight
 * instructions, one of them a multiplication. Source: Bit Twiddling Hacks, "Compute parity of a
 * word with a multiply".
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd, by a product. */
BMILL_FN bool bmill_parity_by_multiply_u64(uint64_t x)
{
    x ^= x >> 1;
    x ^= x >> 2;
    x &= UINT64_C(0x1111111111111111);
    return x * UINT64_C(0x1111111111111111) >> 60 & 1;
}
/** Whether the number of 1 bits in `x` is odd, by a product. */
BMILL_FN bool bmill_parity_by_multiply_u32(uint32_t x)
{
    x ^= x >> 1;
    x ^= x >> 2;
    x &= UINT32_C(0x11111111);
    return x * UINT32_C(0x11111111) >> 28 & 1;
}

/** @} */

#ifdef BMILL_HAVE_BUILTINS_
/** @name Parity by the builtin
 *
 * By the builtin of gcc and clang.
 *
 * Cost: on x86-64 four to six instructions, the last of which reads the parity flag, or with
 * -mpopcnt and on arm64 as by_popcount. Missing with other compilers, with BMILL_NO_BUILTINS, and
 * where int has 16 bits.
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd, by the builtin. */
BMILL_FN bool bmill_parity_by_builtin_u64(uint64_t x) { return __builtin_parityll(x); }
/** Whether the number of 1 bits in `x` is odd, by the builtin. */
BMILL_FN bool bmill_parity_by_builtin_u32(uint32_t x) { return __builtin_parity(x); }

/** @} */

#define BMILL_VARIANTS_PARITY_BUILTIN_(X) X(parity, builtin, u32) X(parity, builtin, u64)
#else
#define BMILL_VARIANTS_PARITY_BUILTIN_(X)
#endif

/* clang-format off */
/** X(parity, method, width) for all variants of bmill_parity. */
#define BMILL_VARIANTS_PARITY(X)                        \
    X(parity, loop, u32)      X(parity, loop, u64)      \
    X(parity, clearing, u32)  X(parity, clearing, u64)  \
    X(parity, popcount, u32)  X(parity, popcount, u64)  \
    X(parity, folding, u32)   X(parity, folding, u64)   \
    X(parity, table, u8)                                \
    X(parity, table, u32)     X(parity, table, u64)     \
    X(parity, multiply, u32)  X(parity, multiply, u64)  \
    BMILL_VARIANTS_PARITY_BUILTIN_(X)
/* clang-format on */

BMILL_END_INLINE_

#endif
