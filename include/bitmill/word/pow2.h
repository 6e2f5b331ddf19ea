/* bitmill/word/pow2.h: powers of two. */
#ifndef BITMILL_WORD_POW2_H
#define BITMILL_WORD_POW2_H

#include <bitmill/word/count.h>

/**
 * Whether `x` is a power of two: exactly one bit is 1.
 *
 * Result: false for 0, which is not a power of two. Cost: about three instructions.
 * Example: bmill_is_pow2_u8(64) is true, bmill_is_pow2_u8(6) is false
 * Since 0.1.0. x ^ (x - 1) is the lowest 1 and all places below it; it exceeds x - 1 only if
 * there is no 1 above. Unlike the older x & (x - 1) (Bit Twiddling Hacks) it needs no second test
 * for zero.
 */
BMILL_CONSTEXPR bool bmill_is_pow2_u32(uint32_t x) { return (x ^ (x - 1)) > x - 1; }
BMILL_CONSTEXPR bool bmill_is_pow2_u64(uint64_t x) { return (x ^ (x - 1)) > x - 1; }
BMILL_CONSTEXPR bool bmill_is_pow2_u16(uint16_t x) { return bmill_is_pow2_u32(x); }
BMILL_CONSTEXPR bool bmill_is_pow2_u8(uint8_t x) { return bmill_is_pow2_u32(x); }

/**
 * The largest power of two that is not above `x`.
 *
 * Result: the highest 1 bit of `x` alone; 0 for 0, which has none (as stdc_bit_floor of C23).
 * Cost: about four instructions.
 * Example: bmill_floor_pow2_u8(6) == 4
 * Since 0.1.0.
 */
BMILL_CONSTEXPR uint64_t bmill_floor_pow2_u64(uint64_t x)
{
    return x ? UINT64_C(1) << (63 - bmill_clz_u64(x)) : 0;
}
BMILL_CONSTEXPR uint32_t bmill_floor_pow2_u32(uint32_t x)
{
    return x ? UINT32_C(1) << (31 - bmill_clz_u32(x)) : 0;
}
BMILL_CONSTEXPR uint16_t bmill_floor_pow2_u16(uint16_t x)
{
    return (uint16_t)bmill_floor_pow2_u32(x);
}
BMILL_CONSTEXPR uint8_t bmill_floor_pow2_u8(uint8_t x) { return (uint8_t)bmill_floor_pow2_u32(x); }

/**
 * The smallest power of two that is not below `x`.
 *
 * Result: 1 for 0 and 1; 0 if `x` is above the largest power of two of the width, which the width
 * cannot hold (both as stdc_bit_ceil of C23). Cost: about five instructions.
 * Example: bmill_ceil_pow2_u8(6) == 8, bmill_ceil_pow2_u8(129) == 0
 * Since 0.1.0. Shifting 2, not 1, keeps the shift below the width and lets the overflow fall out
 * at the top by itself.
 */
BMILL_CONSTEXPR uint64_t bmill_ceil_pow2_u64(uint64_t x)
{
    return x > 1 ? UINT64_C(2) << (63 - bmill_clz_u64(x - 1)) : 1;
}
BMILL_CONSTEXPR uint32_t bmill_ceil_pow2_u32(uint32_t x)
{
    return x > 1 ? UINT32_C(2) << (31 - bmill_clz_u32(x - 1)) : 1;
}
BMILL_CONSTEXPR uint16_t bmill_ceil_pow2_u16(uint16_t x)
{
    return (uint16_t)bmill_ceil_pow2_u32(x);
}
BMILL_CONSTEXPR uint8_t bmill_ceil_pow2_u8(uint8_t x) { return (uint8_t)bmill_ceil_pow2_u32(x); }

/* ---- The width from the type: see generic.h. ---- */

#if defined(__cplusplus)

#define BMILL_OVERLOADS_(T, F)                                                 \
    BMILL_CONSTEXPR bool bmill_is_pow2(T x) { return F(bmill_is_pow2)(x); }    \
    BMILL_CONSTEXPR T bmill_floor_pow2(T x) { return F(bmill_floor_pow2)(x); } \
    BMILL_CONSTEXPR T bmill_ceil_pow2(T x) { return F(bmill_ceil_pow2)(x); }
BMILL_FOR_EACH_TYPE_(BMILL_OVERLOADS_)
#undef BMILL_OVERLOADS_

#elif defined(BMILL_HAVE_GENERIC_)

#define bmill_is_pow2(x)    BMILL_GENERIC_(bmill_is_pow2, x)(x)
#define bmill_floor_pow2(x) BMILL_GENERIC_(bmill_floor_pow2, x)(x)
#define bmill_ceil_pow2(x)  BMILL_GENERIC_(bmill_ceil_pow2, x)(x)

#endif

#endif
