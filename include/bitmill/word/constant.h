/** @file
 * bitmill/word/constant.h: the helpers on 64 bits as constant expressions, in every C and C++.
 *
 * Calls of functions are not constant in C. These macros are: use them for the bounds of arrays,
 * static assertions, case labels, enumerators, initializers of static objects, and #if. Their
 * results are those of the functions of the same name for uint64_t (in #if for uintmax_t, which is
 * taken to have 64 bits).
 *
 * Arguments are integer constant expressions, not negative, without casts if used in #if. They are
 * evaluated many times. Numbers have type uint64_t, conditions are 0 or 1. The result is a valid
 * constant for all arguments. At run time, and in C++14 and later, where functions are constant
 * too, use the functions: these macros take the compiler long to read.
 *
 * Cost: none at run time.
 * Example: uint64_t bitmap[BMILL_C_ALIGN_UP(1000, 64) / 64]; sizeof bitmap is 128
 * Since 1.0.0.
 */
#ifndef BITMILL_WORD_CONSTANT_H
#define BITMILL_WORD_CONSTANT_H

#include <stdint.h>

/* Private: as uint64_t, without a cast, which #if would not allow. */
#define BMILL_C_U_(x) (UINT64_C(0) + (x))

/** Bit i alone; i modulo 64, as bmill_set_u64(0, i). BMILL_C_BIT(3) == 8 */
#define BMILL_C_BIT(i) (UINT64_C(1) << (63 & (i)))

/** The low n bits; all bits for n of 64 or more. BMILL_C_LOW_MASK(3) == 7 */
#define BMILL_C_LOW_MASK(n) (BMILL_C_U_(n) > 63 ? UINT64_MAX : BMILL_C_BIT(n) - 1)

/** Bits first to first + count - 1, cut off past bit 63. BMILL_C_MASK(2, 3) == 0x1c */
#define BMILL_C_MASK(first, count) \
    (BMILL_C_U_(first) > 63        \
         ? 0                       \
         : (BMILL_C_LOW_MASK(count) & BMILL_C_LOW_MASK(64 - (first))) * BMILL_C_BIT(first))

/* Private: the sums of pairs, nibbles and bytes, as in bmill_popcount_u64, then those of the bytes
 * of each half, whose product does not overflow. */
#define BMILL_C_SUM32_(x) ((x)*UINT64_C(0x01010101) >> 24 & 0xff)
#define BMILL_C_SUMS_(x)  BMILL_C_SUM8_(BMILL_C_SUM4_(BMILL_C_SUM2_(x)))
#define BMILL_C_SUM2_(x)  ((x) - ((x) >> 1 & UINT64_C(0x5555555555555555)))
#define BMILL_C_SUM4_(x) \
    ((UINT64_C(0x3333333333333333) & (x)) + ((x) >> 2 & UINT64_C(0x3333333333333333)))
#define BMILL_C_SUM8_(x) (((x) + ((x) >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f))

/** Number of 1 bits. BMILL_C_POPCOUNT(6) == 2 */
#define BMILL_C_POPCOUNT(x)                                                \
    (BMILL_C_SUM32_(BMILL_C_SUMS_(BMILL_C_U_(x)) & UINT32_C(0xffffffff)) + \
     BMILL_C_SUM32_(BMILL_C_SUMS_(BMILL_C_U_(x)) >> 32))
/** Whether the number of 1 bits is odd. BMILL_C_PARITY(6) == 0 */
#define BMILL_C_PARITY(x) ((BMILL_C_POPCOUNT(x) & 1) != 0)

/* Private: how many of the shifts by i to i + 3, or to i + 15, leave a number other than 0. */
#define BMILL_C_LEFT16_(x, i)                                                     \
    (BMILL_C_LEFT4_(x, i) + BMILL_C_LEFT4_(x, i + 4) + BMILL_C_LEFT4_(x, i + 8) + \
     BMILL_C_LEFT4_(x, i + 12))
#define BMILL_C_LEFT4_(x, i) \
    (UINT64_C(0) + (x >> (i) > 0) + (x >> (i + 1) > 0) + (x >> (i + 2) > 0) + (x >> (i + 3) > 0))

/** Number of bits up to the highest 1 bit; 0 for 0. BMILL_C_BIT_WIDTH(6) == 3 */
#define BMILL_C_BIT_WIDTH(x)                                                  \
    (BMILL_C_LEFT16_(BMILL_C_U_(x), 0) + BMILL_C_LEFT16_(BMILL_C_U_(x), 16) + \
     BMILL_C_LEFT16_(BMILL_C_U_(x), 32) + BMILL_C_LEFT16_(BMILL_C_U_(x), 48))

/** Number of 0 bits above the highest 1 bit; 64 for 0. BMILL_C_CLZ(6) == 61 */
#define BMILL_C_CLZ(x) (64 - BMILL_C_BIT_WIDTH(x))
/** Number of 0 bits below the lowest 1 bit; 64 for 0. BMILL_C_CTZ(6) == 1 */
#define BMILL_C_CTZ(x) \
    (BMILL_C_U_(x) > 0 ? BMILL_C_POPCOUNT(~BMILL_C_U_(x) & (BMILL_C_U_(x) - 1)) : 64)

/** Position of the highest 1 bit; 64 for 0. BMILL_C_LOG2_FLOOR(6) == 2 */
#define BMILL_C_LOG2_FLOOR(x) (BMILL_C_U_(x) > 0 ? BMILL_C_BIT_WIDTH(x) - 1 : 64)

/** The smallest k with 2^k at least x; 0 for 0. BMILL_C_LOG2_CEIL(6) == 3 */
#define BMILL_C_LOG2_CEIL(x) (BMILL_C_U_(x) > 0 ? BMILL_C_BIT_WIDTH(BMILL_C_U_(x) - 1) : 0)

/** Whether x is a power of two; 0 is not. BMILL_C_IS_POW2(64) == 1 */
#define BMILL_C_IS_POW2(x) (BMILL_C_U_(x) > 0 && (BMILL_C_U_(x) & (BMILL_C_U_(x) - 1)) == 0)

/** The largest power of two that is at most x; 0 for 0. BMILL_C_FLOOR_POW2(6) == 4 */
#define BMILL_C_FLOOR_POW2(x) (BMILL_C_U_(x) > 0 ? BMILL_C_BIT(BMILL_C_BIT_WIDTH(x) - 1) : 0)

/** The smallest power of two that is at least x; 1 for 0, 0 for 2^64. BMILL_C_CEIL_POW2(6) == 8 */
#define BMILL_C_CEIL_POW2(x)                                                                  \
    (BMILL_C_U_(x) > 1                                                                        \
         ? (BMILL_C_BIT(BMILL_C_BIT_WIDTH(BMILL_C_U_(x) - 1) - 1) & BMILL_C_LOW_MASK(63)) * 2 \
         : 1)

/** x rounded up to a multiple of the power of two a; 0 for 2^64. BMILL_C_ALIGN_UP(13, 8) == 16 */
#define BMILL_C_ALIGN_UP(x, a) BMILL_C_ALIGN_DOWN(BMILL_C_U_(x) + (BMILL_C_U_(a) - 1), a)
/** x rounded down to a multiple of the power of two a. BMILL_C_ALIGN_DOWN(13, 8) == 8 */
#define BMILL_C_ALIGN_DOWN(x, a) (BMILL_C_U_(x) & ~(BMILL_C_U_(a) - 1))
/** Whether x is a multiple of the power of two a. BMILL_C_IS_ALIGNED(16, 8) == 1 */
#define BMILL_C_IS_ALIGNED(x, a) ((BMILL_C_U_(x) & (BMILL_C_U_(a) - 1)) == 0)

/** The low 8 bits in reverse order, as bmill_reverse_u8. BMILL_C_REVERSE8(6) == 96 */
#define BMILL_C_REVERSE8(x)   BMILL_C_REVERSED4_(BMILL_C_REVERSED2_(BMILL_C_REVERSED1_(x)))
#define BMILL_C_REVERSED1_(x) ((BMILL_C_U_(x) & 0x55) << 1 | (BMILL_C_U_(x) >> 1 & 0x55))
#define BMILL_C_REVERSED2_(x) (((x)&0x33) << 2 | ((x) >> 2 & 0x33))
#define BMILL_C_REVERSED4_(x) (((x)&0x0f) << 4 | ((x) >> 4 & 0x0f))

#endif
