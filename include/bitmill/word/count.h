/** @file
 * bitmill/word/count.h: counting bits of an unsigned integer.
 *
 * Where the compiler has a builtin that is one instruction on the target, it is used; elsewhere
 * plain C that needs no library (gcc on baseline x86-64 would call libgcc for a population count).
 */
#ifndef BITMILL_WORD_COUNT_H
#define BITMILL_WORD_COUNT_H

#include <bitmill/word/generic.h>
#include <bitmill/word/msvc.h>

BMILL_BEGIN_INLINE_

/** @name Population count
 *
 * Number of 1 bits in `x` (population count).
 *
 * Result: 0 to width, in bits; 0 for 0. Cost: one instruction where the target has one (x86-64
 * with -mpopcnt, arm64, POWER7), else about 12.
 * Example: bmill_popcount_u8(6) == 2
 * Since 1.0.0. Source of the plain form: H. S. Warren, Hacker's Delight, 2nd ed., section 5-1.
 */
/** @{ */

/** Number of 1 bits in `x`: 0 to 64. */
BMILL_FN unsigned bmill_popcount_u64(uint64_t x)
{
#if defined(BMILL_HAVE_POPCOUNT_) && defined(BMILL_HAVE_64_)
    return (unsigned)__builtin_popcountll(x);
#elif defined(BMILL_HAVE_POPCOUNT_)
    return (unsigned)(__builtin_popcount((uint32_t)x) + __builtin_popcount((uint32_t)(x >> 32)));
#else
#if defined(BMILL_HAVE_MSVC_) && defined(BMILL_HAVE_POPCNT_)
    if (!BMILL_AT_COMPILE_TIME_)
        return BMILL_MSVC_POPCNT_64_(x);
#endif
    x -= x >> 1 & UINT64_C(0x5555555555555555); /* 32 x 0..2 */
    x = (x & UINT64_C(0x3333333333333333)) +
        (x >> 2 & UINT64_C(0x3333333333333333));               /* 16 x 0..4 */
    x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);         /* 8 x 0..8 */
    return (unsigned)(x * UINT64_C(0x0101010101010101) >> 56); /* the top byte is the sum */
#endif
}
/** Number of 1 bits in `x`: 0 to 32. */
BMILL_FN unsigned bmill_popcount_u32(uint32_t x)
{
#ifdef BMILL_HAVE_POPCOUNT_
    return (unsigned)__builtin_popcount(x);
#else
#if defined(BMILL_HAVE_MSVC_) && defined(BMILL_HAVE_POPCNT_)
    if (!BMILL_AT_COMPILE_TIME_)
        return BMILL_MSVC_POPCNT_32_(x);
#endif
    x -= x >> 1 & UINT32_C(0x55555555);
    x = (x & UINT32_C(0x33333333)) + (x >> 2 & UINT32_C(0x33333333));
    x = (x + (x >> 4)) & UINT32_C(0x0f0f0f0f);
    return (unsigned)(x * UINT32_C(0x01010101) >> 24);
#endif
}
/** Number of 1 bits in `x`: 0 to 16. */
BMILL_FN unsigned bmill_popcount_u16(uint16_t x) { return bmill_popcount_u32(x); }
/** Number of 1 bits in `x`: 0 to 8. */
BMILL_FN unsigned bmill_popcount_u8(uint8_t x) { return bmill_popcount_u32(x); }

/** @} */

/** @name Parity
 *
 * Parity of `x`: whether the number of 1 bits is odd.
 *
 * Result: true if odd; false if even, as for 0. Cost: 3 to 8 instructions, 2 with -mpopcnt.
 * Example: bmill_parity_u8(7) is true, bmill_parity_u8(6) is false
 * Since 1.0.0. Source of the plain form: H. S. Warren, Hacker's Delight, 2nd ed., section 5-2: fold
 * the halves onto each other; the last nibble is looked up in a constant of 16 bits.
 */
/** @{ */

/** Whether the number of 1 bits in `x` is odd. */
BMILL_FN bool bmill_parity_u32(uint32_t x)
{
#ifdef BMILL_HAVE_PARITY_
    return __builtin_parity(x); /* xor, xor, setnp: the parity flag of the processor */
#else
    x ^= x >> 16;
    x ^= x >> 8;
    x ^= x >> 4;
    return 0x6996u >> (x & 15) & 1;
#endif
}
/** Whether the number of 1 bits in `x` is odd. */
BMILL_FN bool bmill_parity_u64(uint64_t x)
{
#if defined(BMILL_HAVE_PARITY_) && defined(BMILL_HAVE_64_)
    return __builtin_parityll(x);
#else
    return bmill_parity_u32((uint32_t)(x ^ x >> 32));
#endif
}
/** Whether the number of 1 bits in `x` is odd. */
BMILL_FN bool bmill_parity_u16(uint16_t x) { return bmill_parity_u32(x); }
/** Whether the number of 1 bits in `x` is odd. */
BMILL_FN bool bmill_parity_u8(uint8_t x) { return bmill_parity_u32(x); }

/** @} */

/** @name Leading zeros
 *
 * Number of 0 bits above the highest 1 bit of `x` (count leading zeros).
 *
 * Result: 0 to width, in bits; the width for 0. Cost: one instruction with -mlzcnt and on arm64,
 * about four on baseline x86-64 (bsr and the zero case).
 * Example: bmill_clz_u8(6) == 5
 * Since 1.0.0. Source of the plain form: set all bits below the highest 1 bit, then count the 0
 * bits that remain (Hacker's Delight, 2nd ed., section 5-3). The conditional has type int because
 * only then does gcc see that lzcnt and tzcnt handle 0 by themselves.
 */
/** @{ */

/** Number of 0 bits above the highest 1 bit of `x`: 0 to 32, 32 for 0. */
BMILL_FN unsigned bmill_clz_u32(uint32_t x)
{
#ifdef BMILL_HAVE_CLZ_
    int n = x ? __builtin_clz(x) : 32;
    return (unsigned)n;
#else
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return bmill_msvc_clz_u32_(x);
#endif
    x |= x >> 1;
    x |= x >> 2;
    x |= x >> 4;
    x |= x >> 8;
    x |= x >> 16;
    return bmill_popcount_u32(~x);
#endif
}
/** Number of 0 bits above the highest 1 bit of `x`: 0 to 64, 64 for 0. */
BMILL_FN unsigned bmill_clz_u64(uint64_t x)
{
#if defined(BMILL_HAVE_CLZ_) && defined(BMILL_HAVE_64_)
    int n = x ? __builtin_clzll(x) : 64;
    return (unsigned)n;
#elif defined(BMILL_HAVE_CLZ_)
    uint32_t low = (uint32_t)x, high = (uint32_t)(x >> 32);
    int n = low ? 32 + __builtin_clz(low) : 64;
    return (unsigned)(high ? __builtin_clz(high) : n);
#else
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return bmill_msvc_clz_u64_(x);
#endif
    x |= x >> 1;
    x |= x >> 2;
    x |= x >> 4;
    x |= x >> 8;
    x |= x >> 16;
    x |= x >> 32;
    return bmill_popcount_u64(~x);
#endif
}
/** Number of 0 bits above the highest 1 bit of `x`: 0 to 16, 16 for 0. */
BMILL_FN unsigned bmill_clz_u16(uint16_t x) { return bmill_clz_u32(x) - 16u; }
/** Number of 0 bits above the highest 1 bit of `x`: 0 to 8, 8 for 0. */
BMILL_FN unsigned bmill_clz_u8(uint8_t x) { return bmill_clz_u32(x) - 24u; }

/** @} */

/** @name Trailing zeros
 *
 * Number of 0 bits below the lowest 1 bit of `x` (count trailing zeros).
 *
 * Result: 0 to width, in bits; the width for 0. Cost: one instruction with -mbmi, two or three
 * elsewhere.
 * Example: bmill_ctz_u8(6) == 1
 * Since 1.0.0. Source of the plain form: ~x & (x - 1) is a mask of exactly those 0 bits (Hacker's
 * Delight, 2nd ed., section 2-1).
 */
/** @{ */

/** Number of 0 bits below the lowest 1 bit of `x`: 0 to 64, 64 for 0. */
BMILL_FN unsigned bmill_ctz_u64(uint64_t x)
{
#if defined(BMILL_HAVE_CLZ_) && defined(BMILL_HAVE_64_)
    int n = x ? __builtin_ctzll(x) : 64;
    return (unsigned)n;
#elif defined(BMILL_HAVE_CLZ_)
    uint32_t low = (uint32_t)x, high = (uint32_t)(x >> 32);
    int n = high ? 32 + __builtin_ctz(high) : 64;
    return (unsigned)(low ? __builtin_ctz(low) : n);
#else
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return bmill_msvc_ctz_u64_(x);
#endif
    return bmill_popcount_u64(~x & (x - 1));
#endif
}
/** Number of 0 bits below the lowest 1 bit of `x`: 0 to 32, 32 for 0. */
BMILL_FN unsigned bmill_ctz_u32(uint32_t x)
{
#ifdef BMILL_HAVE_CLZ_
    int n = x ? __builtin_ctz(x) : 32;
    return (unsigned)n;
#else
#ifdef BMILL_HAVE_MSVC_
    if (!BMILL_AT_COMPILE_TIME_)
        return bmill_msvc_ctz_u32_(x);
#endif
    return bmill_popcount_u32(~x & (x - 1));
#endif
}
/* A 1 just above the width stops the count there, so that zero needs no case of its own. */
/** Number of 0 bits below the lowest 1 bit of `x`: 0 to 16, 16 for 0. */
BMILL_FN unsigned bmill_ctz_u16(uint16_t x) { return bmill_ctz_u32(x | UINT32_C(0x10000)); }
/** Number of 0 bits below the lowest 1 bit of `x`: 0 to 8, 8 for 0. */
BMILL_FN unsigned bmill_ctz_u8(uint8_t x) { return bmill_ctz_u32(x | UINT32_C(0x100)); }

/** @} */

/** @name Number of 0 bits
 *
 * Number of 0 bits in `x`.
 *
 * Result: 0 to width, in bits; the width for 0. Cost: that of popcount and one instruction.
 * Example: bmill_count_zeros_u8(6) == 6
 * Since 1.0.0.
 */
/** @{ */

/** Number of 0 bits in `x`: 0 to 64. */
BMILL_FN unsigned bmill_count_zeros_u64(uint64_t x) { return bmill_popcount_u64(~x); }
/** Number of 0 bits in `x`: 0 to 32. */
BMILL_FN unsigned bmill_count_zeros_u32(uint32_t x) { return bmill_popcount_u32(~x); }
/** Number of 0 bits in `x`: 0 to 16. */
BMILL_FN unsigned bmill_count_zeros_u16(uint16_t x)
{
    return bmill_popcount_u32(x ^ UINT32_C(0xffff));
}
/** Number of 0 bits in `x`: 0 to 8. */
BMILL_FN unsigned bmill_count_zeros_u8(uint8_t x) { return bmill_popcount_u32(x ^ UINT32_C(0xff)); }

/** @} */

/** @name Leading ones
 *
 * Number of 1 bits above the highest 0 bit of `x` (count leading ones).
 *
 * Result: 0 to width, in bits; the width if all bits are 1. Cost: that of clz and one instruction.
 * Example: bmill_clo_u8(0xe5) == 3
 * Since 1.0.0. These are the leading zeros of ~x. The narrow widths are counted at the top of 32
 * bits, where the bits that were shifted in are 1 in the complement and stop the count at the
 * width.
 */
/** @{ */

/** Number of 1 bits above the highest 0 bit of `x`: 0 to 64. */
BMILL_FN unsigned bmill_clo_u64(uint64_t x) { return bmill_clz_u64(~x); }
/** Number of 1 bits above the highest 0 bit of `x`: 0 to 32. */
BMILL_FN unsigned bmill_clo_u32(uint32_t x) { return bmill_clz_u32(~x); }
/** Number of 1 bits above the highest 0 bit of `x`: 0 to 16. */
BMILL_FN unsigned bmill_clo_u16(uint16_t x) { return bmill_clz_u32(~((uint32_t)x << 16)); }
/** Number of 1 bits above the highest 0 bit of `x`: 0 to 8. */
BMILL_FN unsigned bmill_clo_u8(uint8_t x) { return bmill_clz_u32(~((uint32_t)x << 24)); }

/** @} */

/** @name Trailing ones
 *
 * Number of 1 bits below the lowest 0 bit of `x` (count trailing ones).
 *
 * Result: 0 to width, in bits; the width if all bits are 1. Cost: that of ctz and one instruction.
 * Example: bmill_cto_u8(11) == 2
 * Since 1.0.0.
 */
/** @{ */

/** Number of 1 bits below the lowest 0 bit of `x`: 0 to 64. */
BMILL_FN unsigned bmill_cto_u64(uint64_t x) { return bmill_ctz_u64(~x); }
/** Number of 1 bits below the lowest 0 bit of `x`: 0 to 32. */
BMILL_FN unsigned bmill_cto_u32(uint32_t x) { return bmill_ctz_u32(~x); }
/** Number of 1 bits below the lowest 0 bit of `x`: 0 to 16. */
BMILL_FN unsigned bmill_cto_u16(uint16_t x) { return bmill_ctz_u32(~(uint32_t)x); }
/** Number of 1 bits below the lowest 0 bit of `x`: 0 to 8. */
BMILL_FN unsigned bmill_cto_u8(uint8_t x) { return bmill_ctz_u32(~(uint32_t)x); }

/** @} */

/** @name Bit width
 *
 * Number of bits that `x` needs: one more than the position of its highest 1 bit.
 *
 * Result: 0 to width, in bits; 0 for 0. Cost: 3 to 8 instructions.
 * Example: bmill_bit_width_u8(6) == 3
 * Since 1.0.0. In the narrow widths 2 x + 1 has one bit more than x, and is never 0; 31 ^ n is
 * 31 - n for n below 32.
 */
/** @{ */

/** Number of bits that `x` needs, without leading zeros: 0 to 64, 0 for 0. */
BMILL_FN unsigned bmill_bit_width_u64(uint64_t x) { return 64 - bmill_clz_u64(x); }
/** Number of bits that `x` needs, without leading zeros: 0 to 32, 0 for 0. */
BMILL_FN unsigned bmill_bit_width_u32(uint32_t x) { return 32 - bmill_clz_u32(x); }
/** Number of bits that `x` needs, without leading zeros: 0 to 16, 0 for 0. */
BMILL_FN unsigned bmill_bit_width_u16(uint16_t x)
{
    return 31 ^ bmill_clz_u32(UINT32_C(2) * x + 1);
}
/** Number of bits that `x` needs, without leading zeros: 0 to 8, 0 for 0. */
BMILL_FN unsigned bmill_bit_width_u8(uint8_t x) { return 31 ^ bmill_clz_u32(UINT32_C(2) * x + 1); }

/** @} */

/** @name Lowest 1 bit, counted from 1
 *
 * Position of the lowest 1 bit of `x`, counted from 1 at bit 0 (find first set).
 *
 * Result: 1 to width; 0 for 0. Cost: 4 or 5 instructions.
 * Example: bmill_ffs_u8(6) == 2
 * Since 1.0.0. The same as stdc_first_trailing_one of C23.
 */
/** @{ */

/** Position of the lowest 1 bit of `x`, from 1 up: 1 to 64, 0 if there is none. */
BMILL_FN unsigned bmill_ffs_u64(uint64_t x)
{
#ifdef BMILL_HAVE_FFS_
    return (unsigned)__builtin_ffsll((long long)x);
#else
    return x ? bmill_ctz_u64(x) + 1 : 0;
#endif
}
/** Position of the lowest 1 bit of `x`, from 1 up: 1 to 32, 0 if there is none. */
BMILL_FN unsigned bmill_ffs_u32(uint32_t x)
{
#ifdef BMILL_HAVE_FFS_
    return (unsigned)__builtin_ffs((int)x);
#else
    return x ? bmill_ctz_u32(x) + 1 : 0;
#endif
}
/** Position of the lowest 1 bit of `x`, from 1 up: 1 to 16, 0 if there is none. */
BMILL_FN unsigned bmill_ffs_u16(uint16_t x) { return bmill_ffs_u32(x); }
/** Position of the lowest 1 bit of `x`, from 1 up: 1 to 8, 0 if there is none. */
BMILL_FN unsigned bmill_ffs_u8(uint8_t x) { return bmill_ffs_u32(x); }

/** @} */

/** @name Lowest 0 bit, counted from 1
 *
 * Position of the lowest 0 bit of `x`, counted from 1 at bit 0.
 *
 * Result: 1 to width; 0 if all bits are 1 (as stdc_first_trailing_zero of C23). Cost: 5 or 6
 * instructions.
 * Example: bmill_first_trailing_zero_u8(11) == 3
 * Since 1.0.0.
 */
/** @{ */

/** Position of the lowest 0 bit of `x`, from 1 up: 1 to 64, 0 if there is none. */
BMILL_FN unsigned bmill_first_trailing_zero_u64(uint64_t x) { return bmill_ffs_u64(~x); }
/** Position of the lowest 0 bit of `x`, from 1 up: 1 to 32, 0 if there is none. */
BMILL_FN unsigned bmill_first_trailing_zero_u32(uint32_t x) { return bmill_ffs_u32(~x); }
/** Position of the lowest 0 bit of `x`, from 1 up: 1 to 16, 0 if there is none. */
BMILL_FN unsigned bmill_first_trailing_zero_u16(uint16_t x)
{
    return bmill_ffs_u32(x ^ UINT32_C(0xffff));
}
/** Position of the lowest 0 bit of `x`, from 1 up: 1 to 8, 0 if there is none. */
BMILL_FN unsigned bmill_first_trailing_zero_u8(uint8_t x)
{
    return bmill_ffs_u32(x ^ UINT32_C(0xff));
}

/** @} */

/** @name Highest 1 bit, counted from 1 at the top
 *
 * Position of the highest 1 bit of `x`, counted from 1 at the top bit.
 *
 * Result: 1 to width; 0 for 0 (as stdc_first_leading_one of C23). Cost: about 6 instructions.
 * Example: bmill_first_leading_one_u8(6) == 6
 * Since 1.0.0.
 */
/** @{ */

/** Position of the highest 1 bit of `x`, from 1 at the top: 1 to 64, 0 if none. */
BMILL_FN unsigned bmill_first_leading_one_u64(uint64_t x) { return x ? bmill_clz_u64(x) + 1 : 0; }
/** Position of the highest 1 bit of `x`, from 1 at the top: 1 to 32, 0 if none. */
BMILL_FN unsigned bmill_first_leading_one_u32(uint32_t x) { return x ? bmill_clz_u32(x) + 1 : 0; }
/** Position of the highest 1 bit of `x`, from 1 at the top: 1 to 16, 0 if none. */
BMILL_FN unsigned bmill_first_leading_one_u16(uint16_t x) { return x ? bmill_clz_u32(x) - 15 : 0; }
/** Position of the highest 1 bit of `x`, from 1 at the top: 1 to 8, 0 if none. */
BMILL_FN unsigned bmill_first_leading_one_u8(uint8_t x) { return x ? bmill_clz_u32(x) - 23 : 0; }

/** @} */

/** @name Highest 0 bit, counted from 1 at the top
 *
 * Position of the highest 0 bit of `x`, counted from 1 at the top bit.
 *
 * Result: 1 to width; 0 if all bits are 1 (as stdc_first_leading_zero of C23). Cost: about 7
 * instructions.
 * Example: bmill_first_leading_zero_u8(0xe5) == 4
 * Since 1.0.0.
 */
/** @{ */

/** Position of the highest 0 bit of `x`, from 1 at the top: 1 to 64, 0 if none. */
BMILL_FN unsigned bmill_first_leading_zero_u64(uint64_t x)
{
    return bmill_first_leading_one_u64(~x);
}
/** Position of the highest 0 bit of `x`, from 1 at the top: 1 to 32, 0 if none. */
BMILL_FN unsigned bmill_first_leading_zero_u32(uint32_t x)
{
    return bmill_first_leading_one_u32(~x);
}
/** Position of the highest 0 bit of `x`, from 1 at the top: 1 to 16, 0 if none. */
BMILL_FN unsigned bmill_first_leading_zero_u16(uint16_t x)
{
    return bmill_first_leading_one_u16((uint16_t)~x);
}
/** Position of the highest 0 bit of `x`, from 1 at the top: 1 to 8, 0 if none. */
BMILL_FN unsigned bmill_first_leading_zero_u8(uint8_t x)
{
    return bmill_first_leading_one_u8((uint8_t)~x);
}

/** @} */

/** @name Redundant sign bits
 *
 * Number of bits below the top bit of `x` that are copies of it.
 *
 * Result: 0 to width - 1, in bits; so many bits can be cut off the top, and sign_extend restores
 * them; width - 1 if all bits are equal. Cost: 4 or 5 instructions, narrow widths 7.
 * Example: bmill_redundant_sign_bits_u8(6) == 4
 * Since 1.0.0. Bit i of x ^ x << 1 says whether bits i and i - 1 of x differ; the 1 that is added
 * at bit 0 stops the count if no pair differs.
 */
/** @{ */

/** Number of copies of the top bit of `x` below it: 0 to 63. */
BMILL_FN unsigned bmill_redundant_sign_bits_u64(uint64_t x)
{
    return bmill_clz_u64((x ^ x << 1) | 1);
}
/** Number of copies of the top bit of `x` below it: 0 to 31. */
BMILL_FN unsigned bmill_redundant_sign_bits_u32(uint32_t x)
{
    return bmill_clz_u32((x ^ x << 1) | 1);
}
/** Number of copies of the top bit of `x` below it: 0 to 15. */
BMILL_FN unsigned bmill_redundant_sign_bits_u16(uint16_t x)
{
    return bmill_clz_u32(((x ^ (uint32_t)x << 1) | 1) << 16);
}
/** Number of copies of the top bit of `x` below it: 0 to 7. */
BMILL_FN unsigned bmill_redundant_sign_bits_u8(uint8_t x)
{
    return bmill_clz_u32(((x ^ (uint32_t)x << 1) | 1) << 24);
}

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** Number of 1 bits in `x`, for any unsigned type: see bmill_popcount_u64(). */
BMILL_FN_T unsigned bmill_popcount(T x) { return BMILL_OF_T_(bmill_popcount)(x); }
/** Whether the number of 1 bits in `x` is odd, for any unsigned type: see bmill_parity_u64(). */
BMILL_FN_T bool bmill_parity(T x) { return BMILL_OF_T_(bmill_parity)(x); }
/** Number of 0 bits above the highest 1 bit of `x`, for any unsigned type: see bmill_clz_u64(). */
BMILL_FN_T unsigned bmill_clz(T x) { return BMILL_OF_T_(bmill_clz)(x); }
/** Number of 0 bits below the lowest 1 bit of `x`, for any unsigned type: see bmill_ctz_u64(). */
BMILL_FN_T unsigned bmill_ctz(T x) { return BMILL_OF_T_(bmill_ctz)(x); }
/** Number of 0 bits in `x`, for any unsigned type: see bmill_count_zeros_u64(). */
BMILL_FN_T unsigned bmill_count_zeros(T x) { return BMILL_OF_T_(bmill_count_zeros)(x); }
/** Number of 1 bits above the highest 0 bit of `x`, for any unsigned type: see bmill_clo_u64(). */
BMILL_FN_T unsigned bmill_clo(T x) { return BMILL_OF_T_(bmill_clo)(x); }
/** Number of 1 bits below the lowest 0 bit of `x`, for any unsigned type: see bmill_cto_u64(). */
BMILL_FN_T unsigned bmill_cto(T x) { return BMILL_OF_T_(bmill_cto)(x); }
/** Number of bits that `x` needs, without leading zeros: see bmill_bit_width_u64(). */
BMILL_FN_T unsigned bmill_bit_width(T x) { return BMILL_OF_T_(bmill_bit_width)(x); }
/** Position of the lowest 1 bit of `x`, from 1 up, for any unsigned type: see bmill_ffs_u64(). */
BMILL_FN_T unsigned bmill_ffs(T x) { return BMILL_OF_T_(bmill_ffs)(x); }
/** Position of the lowest 0 bit of `x`, from 1 up: see bmill_first_trailing_zero_u64(). */
BMILL_FN_T unsigned bmill_first_trailing_zero(T x)
{
    return BMILL_OF_T_(bmill_first_trailing_zero)(x);
}
/** Position of the highest 1 bit of `x`, from 1 at the top: see bmill_first_leading_one_u64(). */
BMILL_FN_T unsigned bmill_first_leading_one(T x) { return BMILL_OF_T_(bmill_first_leading_one)(x); }
/** Position of the highest 0 bit of `x`, from 1 at the top: see bmill_first_leading_zero_u64(). */
BMILL_FN_T unsigned bmill_first_leading_zero(T x)
{
    return BMILL_OF_T_(bmill_first_leading_zero)(x);
}
/** Number of copies of the top bit of `x` below it: see bmill_redundant_sign_bits_u64(). */
BMILL_FN_T unsigned bmill_redundant_sign_bits(T x)
{
    return BMILL_OF_T_(bmill_redundant_sign_bits)(x);
}

BMILL_REFUSED_(bmill_popcount, T)
BMILL_REFUSED_(bmill_parity, T)
BMILL_REFUSED_(bmill_clz, T)
BMILL_REFUSED_(bmill_ctz, T)
BMILL_REFUSED_(bmill_count_zeros, T)
BMILL_REFUSED_(bmill_clo, T)
BMILL_REFUSED_(bmill_cto, T)
BMILL_REFUSED_(bmill_bit_width, T)
BMILL_REFUSED_(bmill_ffs, T)
BMILL_REFUSED_(bmill_first_trailing_zero, T)
BMILL_REFUSED_(bmill_first_leading_one, T)
BMILL_REFUSED_(bmill_first_leading_zero, T)
BMILL_REFUSED_(bmill_redundant_sign_bits, T)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_popcount, bmill_parity, bmill_clz, bmill_ctz, bmill_count_zeros,
    bmill_clo, bmill_cto, bmill_bit_width, bmill_ffs, bmill_first_trailing_zero,
    bmill_first_leading_one, bmill_first_leading_zero, bmill_redundant_sign_bits;

/** Number of 1 bits in `x`, for any unsigned type: see bmill_popcount_u64(). */
#define bmill_popcount(x) BMILL_GENERIC_(bmill_popcount, x)(x)
/** Whether the number of 1 bits in `x` is odd, for any unsigned type: see bmill_parity_u64(). */
#define bmill_parity(x) BMILL_GENERIC_(bmill_parity, x)(x)
/** Number of 0 bits above the highest 1 bit of `x`, for any unsigned type: see bmill_clz_u64(). */
#define bmill_clz(x) BMILL_GENERIC_(bmill_clz, x)(x)
/** Number of 0 bits below the lowest 1 bit of `x`, for any unsigned type: see bmill_ctz_u64(). */
#define bmill_ctz(x) BMILL_GENERIC_(bmill_ctz, x)(x)
/** Number of 0 bits in `x`, for any unsigned type: see bmill_count_zeros_u64(). */
#define bmill_count_zeros(x) BMILL_GENERIC_(bmill_count_zeros, x)(x)
/** Number of 1 bits above the highest 0 bit of `x`, for any unsigned type: see bmill_clo_u64(). */
#define bmill_clo(x) BMILL_GENERIC_(bmill_clo, x)(x)
/** Number of 1 bits below the lowest 0 bit of `x`, for any unsigned type: see bmill_cto_u64(). */
#define bmill_cto(x) BMILL_GENERIC_(bmill_cto, x)(x)
/** Number of bits that `x` needs, without leading zeros: see bmill_bit_width_u64(). */
#define bmill_bit_width(x) BMILL_GENERIC_(bmill_bit_width, x)(x)
/** Position of the lowest 1 bit of `x`, from 1 up, for any unsigned type: see bmill_ffs_u64(). */
#define bmill_ffs(x) BMILL_GENERIC_(bmill_ffs, x)(x)
/** Position of the lowest 0 bit of `x`, from 1 up: see bmill_first_trailing_zero_u64(). */
#define bmill_first_trailing_zero(x) BMILL_GENERIC_(bmill_first_trailing_zero, x)(x)
/** Position of the highest 1 bit of `x`, from 1 at the top: see bmill_first_leading_one_u64(). */
#define bmill_first_leading_one(x) BMILL_GENERIC_(bmill_first_leading_one, x)(x)
/** Position of the highest 0 bit of `x`, from 1 at the top: see bmill_first_leading_zero_u64(). */
#define bmill_first_leading_zero(x) BMILL_GENERIC_(bmill_first_leading_zero, x)(x)
/** Number of copies of the top bit of `x` below it: see bmill_redundant_sign_bits_u64(). */
#define bmill_redundant_sign_bits(x) BMILL_GENERIC_(bmill_redundant_sign_bits, x)(x)

#endif

#endif
