/** @file
 * bitmill/word/pow2.h: powers of two, logarithms, and rounding to their multiples.
 */
#ifndef BITMILL_WORD_POW2_H
#define BITMILL_WORD_POW2_H

#include <bitmill/word/count.h>

BMILL_BEGIN_INLINE_

/** @name Test for a power of two
 *
 * Whether `x` is a power of two: exactly one bit is 1.
 *
 * Result: false for 0, which is not a power of two. Cost: 4 instructions, 3 with -mpopcnt.
 * Example: bmill_is_pow2_u8(64) is true, bmill_is_pow2_u8(6) is false
 * Since 1.0.0. x ^ (x - 1) is the lowest 1 bit and all bits below it; it exceeds x - 1 only if
 * there is no 1 bit above. Unlike the older x & (x - 1) (Bit Twiddling Hacks) it needs no second
 * test for zero.
 */
/** @{ */

/** Whether `x` is a power of two; false for 0. */
BMILL_FN bool bmill_is_pow2_u64(uint64_t x)
{
#ifdef BMILL_HAVE_POPCNT_
    return bmill_popcount_u64(x) == 1;
#else
    return (x ^ (x - 1)) > x - 1;
#endif
}
/** Whether `x` is a power of two; false for 0. */
BMILL_FN bool bmill_is_pow2_u32(uint32_t x)
{
#ifdef BMILL_HAVE_POPCNT_
    return bmill_popcount_u32(x) == 1;
#else
    return (x ^ (x - 1)) > x - 1;
#endif
}
/** Whether `x` is a power of two; false for 0. */
BMILL_FN bool bmill_is_pow2_u16(uint16_t x) { return bmill_is_pow2_u32(x); }
/** Whether `x` is a power of two; false for 0. */
BMILL_FN bool bmill_is_pow2_u8(uint8_t x) { return bmill_is_pow2_u32(x); }

/** @} */

/** @name Round down to a power of two
 *
 * The largest power of two that is at most `x`.
 *
 * Result: the highest 1 bit of `x` alone; 0 for 0, which has none (as stdc_bit_floor of C23).
 * Cost: about four instructions.
 * Example: bmill_floor_pow2_u8(6) == 4
 * Since 1.0.0.
 */
/** @{ */

/** The largest power of two that is at most `x`; 0 for 0. */
BMILL_FN uint64_t bmill_floor_pow2_u64(uint64_t x)
{
    return x ? UINT64_C(1) << (63 - bmill_clz_u64(x)) : 0;
}
/** The largest power of two that is at most `x`; 0 for 0. */
BMILL_FN uint32_t bmill_floor_pow2_u32(uint32_t x)
{
    return x ? UINT32_C(1) << (31 - bmill_clz_u32(x)) : 0;
}
/** The largest power of two that is at most `x`; 0 for 0. */
BMILL_FN uint16_t bmill_floor_pow2_u16(uint16_t x) { return (uint16_t)bmill_floor_pow2_u32(x); }
/** The largest power of two that is at most `x`; 0 for 0. */
BMILL_FN uint8_t bmill_floor_pow2_u8(uint8_t x) { return (uint8_t)bmill_floor_pow2_u32(x); }

/** @} */

/** @name Round up to a power of two
 *
 * The smallest power of two that is at least `x`.
 *
 * Result: 1 for 0 and 1; 0 if the power would be 2^width, which the width cannot hold (both as
 * stdc_bit_ceil of C23). Cost: about five instructions.
 * Example: bmill_ceil_pow2_u8(6) == 8, bmill_ceil_pow2_u8(129) == 0
 * Since 1.0.0. Shifting 2 instead of 1 keeps the shift below the width, and shifts the bit out at
 * the top if it overflows. 63 ^ n is 63 - n for n below 64, in one instruction.
 */
/** @{ */

/** The smallest power of two that is at least `x`; 1 for 0, 0 above 2^63. */
BMILL_FN uint64_t bmill_ceil_pow2_u64(uint64_t x)
{
    return x > 1 ? UINT64_C(2) << (63 ^ bmill_clz_u64(x - 1)) : 1;
}
/** The smallest power of two that is at least `x`; 1 for 0, 0 above 2^31. */
BMILL_FN uint32_t bmill_ceil_pow2_u32(uint32_t x)
{
    uint64_t y = x - (x > 0);
    return (uint32_t)(UINT64_C(1) << 63 >> bmill_clz_u64(2 * y + 1));
}
/** The smallest power of two that is at least `x`; 1 for 0, 0 above 2^15. */
BMILL_FN uint16_t bmill_ceil_pow2_u16(uint16_t x)
{
    uint32_t y = x - (uint32_t)(x > 0);
    return (uint16_t)(UINT32_C(1) << 31 >> bmill_clz_u32(2 * y + 1));
}
/** The smallest power of two that is at least `x`; 1 for 0, 0 above 2^7. */
BMILL_FN uint8_t bmill_ceil_pow2_u8(uint8_t x)
{
    uint32_t y = x - (uint32_t)(x > 0);
    return (uint8_t)(UINT32_C(1) << 31 >> bmill_clz_u32(2 * y + 1));
}

/** @} */

/** @name Binary logarithm, rounded down
 *
 * The logarithm of `x` to the base 2, rounded down: the position of its highest 1 bit.
 *
 * Result: the largest k with 2^k <= x, 0 to width - 1; the width for 0, which has no 1 bit. Cost: 3
 * to 6 instructions.
 * Example: bmill_log2_floor_u8(6) == 2
 * Since 1.0.0.
 */
/** @{ */

/** The logarithm of `x` to the base 2, rounded down: 0 to 63, 64 for 0. */
BMILL_FN unsigned bmill_log2_floor_u64(uint64_t x) { return x ? 63 ^ bmill_clz_u64(x) : 64; }
/** The logarithm of `x` to the base 2, rounded down: 0 to 31, 32 for 0. */
BMILL_FN unsigned bmill_log2_floor_u32(uint32_t x) { return x ? 31 ^ bmill_clz_u32(x) : 32; }
/** The logarithm of `x` to the base 2, rounded down: 0 to 15, 16 for 0. */
BMILL_FN unsigned bmill_log2_floor_u16(uint16_t x) { return x ? 31 ^ bmill_clz_u32(x) : 16; }
/** The logarithm of `x` to the base 2, rounded down: 0 to 7, 8 for 0. */
BMILL_FN unsigned bmill_log2_floor_u8(uint8_t x) { return x ? 31 ^ bmill_clz_u32(x) : 8; }

/** @} */

/** @name Binary logarithm, rounded up
 *
 * The logarithm of `x` to the base 2, rounded up.
 *
 * Result: the smallest k with 2^k >= x, 0 to width; 0 for 0 and 1, the width if `x` is above the
 * largest power of two of the width. Cost: 5 to 11 instructions.
 * Example: bmill_log2_ceil_u8(6) == 3, bmill_log2_ceil_u8(8) == 3
 * Since 1.0.0. x - 1 needs k bits exactly if 2^(k-1) < x <= 2^k.
 */
/** @{ */

/** The logarithm of `x` to the base 2, rounded up: 0 to 64. */
BMILL_FN unsigned bmill_log2_ceil_u64(uint64_t x) { return bmill_bit_width_u64(x - (x > 0)); }
/** The logarithm of `x` to the base 2, rounded up: 0 to 32. */
BMILL_FN unsigned bmill_log2_ceil_u32(uint32_t x) { return bmill_bit_width_u32(x - (x > 0)); }
/** The logarithm of `x` to the base 2, rounded up: 0 to 16. */
BMILL_FN unsigned bmill_log2_ceil_u16(uint16_t x)
{
    return bmill_bit_width_u16((uint16_t)(x - (x > 0)));
}
/** The logarithm of `x` to the base 2, rounded up: 0 to 8. */
BMILL_FN unsigned bmill_log2_ceil_u8(uint8_t x)
{
    return bmill_bit_width_u8((uint8_t)(x - (x > 0)));
}

/** @} */

/** @name Round up to a multiple
 *
 * The smallest multiple of `alignment` that is at least `x`.
 *
 * `alignment` is a power of two. Result: `x` if it is a multiple; 0 if the multiple is 2^width,
 * which the width cannot hold; 0 for alignment 0, whose only multiple is 0; without meaning for any
 * other alignment. Cost: 3 instructions.
 * Example: bmill_align_up_u8(13, 4) == 16
 * Since 1.0.0. -alignment is a mask of all bits but those below the power of two (Hacker's Delight,
 * 2nd ed., section 3-1).
 */
/** @{ */

/** The smallest multiple of `alignment` that is at least `x`. */
BMILL_FN uint64_t bmill_align_up_u64(uint64_t x, uint64_t alignment)
{
    return (x + alignment - 1) & (0 - alignment);
}
/** The smallest multiple of `alignment` that is at least `x`. */
BMILL_FN uint32_t bmill_align_up_u32(uint32_t x, uint32_t alignment)
{
    return (x + alignment - 1) & (0 - alignment);
}
/** The smallest multiple of `alignment` that is at least `x`. */
BMILL_FN uint16_t bmill_align_up_u16(uint16_t x, uint16_t alignment)
{
    return (uint16_t)bmill_align_up_u32(x, alignment);
}
/** The smallest multiple of `alignment` that is at least `x`. */
BMILL_FN uint8_t bmill_align_up_u8(uint8_t x, uint8_t alignment)
{
    return (uint8_t)bmill_align_up_u32(x, alignment);
}

/** @} */

/** @name Round down to a multiple
 *
 * The largest multiple of `alignment` that is at most `x`.
 *
 * `alignment` is a power of two. Result: `x` if it is a multiple; 0 for alignment 0; without
 * meaning for any other alignment. Cost: 2 instructions.
 * Example: bmill_align_down_u8(13, 4) == 12
 * Since 1.0.0.
 */
/** @{ */

/** The largest multiple of `alignment` that is at most `x`. */
BMILL_FN uint64_t bmill_align_down_u64(uint64_t x, uint64_t alignment)
{
    return x & (0 - alignment);
}
/** The largest multiple of `alignment` that is at most `x`. */
BMILL_FN uint32_t bmill_align_down_u32(uint32_t x, uint32_t alignment)
{
    return x & (0 - alignment);
}
/** The largest multiple of `alignment` that is at most `x`. */
BMILL_FN uint16_t bmill_align_down_u16(uint16_t x, uint16_t alignment)
{
    return (uint16_t)bmill_align_down_u32(x, alignment);
}
/** The largest multiple of `alignment` that is at most `x`. */
BMILL_FN uint8_t bmill_align_down_u8(uint8_t x, uint8_t alignment)
{
    return (uint8_t)bmill_align_down_u32(x, alignment);
}

/** @} */

/** @name Test for a multiple
 *
 * Whether `x` is a multiple of `alignment`.
 *
 * `alignment` is a power of two. Result: true for 0, whatever the alignment; for alignment 0, true
 * for 0 alone; without meaning for any other alignment. Cost: 3 instructions.
 * Example: bmill_is_aligned_u8(12, 4) is true, bmill_is_aligned_u8(13, 4) is false
 * Since 1.0.0.
 */
/** @{ */

/** Whether `x` is a multiple of `alignment`. */
BMILL_FN bool bmill_is_aligned_u64(uint64_t x, uint64_t alignment)
{
    return !(x & (alignment - 1));
}
/** Whether `x` is a multiple of `alignment`. */
BMILL_FN bool bmill_is_aligned_u32(uint32_t x, uint32_t alignment)
{
    return !(x & (alignment - 1));
}
/** Whether `x` is a multiple of `alignment`. */
BMILL_FN bool bmill_is_aligned_u16(uint16_t x, uint16_t alignment)
{
    return bmill_is_aligned_u32(x, alignment);
}
/** Whether `x` is a multiple of `alignment`. */
BMILL_FN bool bmill_is_aligned_u8(uint8_t x, uint8_t alignment)
{
    return bmill_is_aligned_u32(x, alignment);
}

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** Whether `x` is a power of two, for any unsigned type: see bmill_is_pow2_u64(). */
BMILL_FN_T bool bmill_is_pow2(T x) { return BMILL_OF_T_(bmill_is_pow2)(x); }
/** The largest power of two that is at most `x`: see bmill_floor_pow2_u64(). */
BMILL_FN_T T bmill_floor_pow2(T x) { return BMILL_OF_T_(bmill_floor_pow2)(x); }
/** The smallest power of two that is at least `x`: see bmill_ceil_pow2_u64(). */
BMILL_FN_T T bmill_ceil_pow2(T x) { return BMILL_OF_T_(bmill_ceil_pow2)(x); }
/** The logarithm of `x` to the base 2, rounded down: see bmill_log2_floor_u64(). */
BMILL_FN_T unsigned bmill_log2_floor(T x) { return BMILL_OF_T_(bmill_log2_floor)(x); }
/** The logarithm of `x` to the base 2, rounded up: see bmill_log2_ceil_u64(). */
BMILL_FN_T unsigned bmill_log2_ceil(T x) { return BMILL_OF_T_(bmill_log2_ceil)(x); }
/** The smallest multiple of `alignment` that is at least `x`: see bmill_align_up_u64(). */
BMILL_FN_T T bmill_align_up(T x, bmill_same_<T> alignment)
{
    return BMILL_OF_T_(bmill_align_up)(x, alignment);
}
/** The largest multiple of `alignment` that is at most `x`: see bmill_align_down_u64(). */
BMILL_FN_T T bmill_align_down(T x, bmill_same_<T> alignment)
{
    return BMILL_OF_T_(bmill_align_down)(x, alignment);
}
/** Whether `x` is a multiple of `alignment`, for any unsigned type: see bmill_is_aligned_u64(). */
BMILL_FN_T bool bmill_is_aligned(T x, bmill_same_<T> alignment)
{
    return BMILL_OF_T_(bmill_is_aligned)(x, alignment);
}

BMILL_REFUSED_(bmill_is_pow2, T)
BMILL_REFUSED_(bmill_floor_pow2, T)
BMILL_REFUSED_(bmill_ceil_pow2, T)
BMILL_REFUSED_(bmill_log2_floor, T)
BMILL_REFUSED_(bmill_log2_ceil, T)
BMILL_REFUSED_(bmill_align_up, T, bmill_any_)
BMILL_REFUSED_(bmill_align_down, T, bmill_any_)
BMILL_REFUSED_(bmill_is_aligned, T, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

BMILL_TWINS_(X, bmill_floor_pow2)
BMILL_TWINS_(X, bmill_ceil_pow2)
BMILL_TWINS_(XY, bmill_align_up)
BMILL_TWINS_(XY, bmill_align_down)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_is_pow2, bmill_floor_pow2, bmill_ceil_pow2, bmill_log2_floor,
    bmill_log2_ceil, bmill_align_up, bmill_align_down, bmill_is_aligned;

/** Whether `x` is a power of two, for any unsigned type: see bmill_is_pow2_u64(). */
#define bmill_is_pow2(x) BMILL_GENERIC_(bmill_is_pow2, x)(x)
/** The largest power of two that is at most `x`: see bmill_floor_pow2_u64(). */
#define bmill_floor_pow2(x) BMILL_GENERIC_T_(bmill_floor_pow2, x)(x)
/** The smallest power of two that is at least `x`: see bmill_ceil_pow2_u64(). */
#define bmill_ceil_pow2(x) BMILL_GENERIC_T_(bmill_ceil_pow2, x)(x)
/** The logarithm of `x` to the base 2, rounded down: see bmill_log2_floor_u64(). */
#define bmill_log2_floor(x) BMILL_GENERIC_(bmill_log2_floor, x)(x)
/** The logarithm of `x` to the base 2, rounded up: see bmill_log2_ceil_u64(). */
#define bmill_log2_ceil(x) BMILL_GENERIC_(bmill_log2_ceil, x)(x)
/** The smallest multiple of `alignment` that is at least `x`: see bmill_align_up_u64(). */
#define bmill_align_up(x, alignment) BMILL_GENERIC_T_(bmill_align_up, x)((x), (alignment))
/** The largest multiple of `alignment` that is at most `x`: see bmill_align_down_u64(). */
#define bmill_align_down(x, alignment) BMILL_GENERIC_T_(bmill_align_down, x)((x), (alignment))
/** Whether `x` is a multiple of `alignment`, for any unsigned type: see bmill_is_aligned_u64(). */
#define bmill_is_aligned(x, alignment) BMILL_GENERIC_(bmill_is_aligned, x)((x), (alignment))

#endif

#endif
