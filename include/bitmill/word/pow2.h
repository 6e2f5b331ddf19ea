/* bitmill/word/pow2.h: powers of two, logarithms, and rounding to their multiples. */
#ifndef BITMILL_WORD_POW2_H
#define BITMILL_WORD_POW2_H

#include <bitmill/word/count.h>

BMILL_BEGIN_INLINE_

/**
 * Whether `x` is a power of two: exactly one bit is 1.
 *
 * Result: false for 0, which is not a power of two. Cost: 4 instructions, 3 with -mpopcnt.
 * Example: bmill_is_pow2_u8(64) is true, bmill_is_pow2_u8(6) is false
 * Since 0.1.0. x ^ (x - 1) is the lowest 1 and all places below it; it exceeds x - 1 only if
 * there is no 1 above. Unlike the older x & (x - 1) (Bit Twiddling Hacks) it needs no second test
 * for zero.
 */
BMILL_FN bool bmill_is_pow2_u64(uint64_t x)
{
#ifdef BMILL_HAVE_POPCNT_
    return bmill_popcount_u64(x) == 1;
#else
    return (x ^ (x - 1)) > x - 1;
#endif
}
BMILL_FN bool bmill_is_pow2_u32(uint32_t x)
{
#ifdef BMILL_HAVE_POPCNT_
    return bmill_popcount_u32(x) == 1;
#else
    return (x ^ (x - 1)) > x - 1;
#endif
}
BMILL_FN bool bmill_is_pow2_u16(uint16_t x) { return bmill_is_pow2_u32(x); }
BMILL_FN bool bmill_is_pow2_u8(uint8_t x) { return bmill_is_pow2_u32(x); }

/**
 * The largest power of two that is not above `x`.
 *
 * Result: the highest 1 bit of `x` alone; 0 for 0, which has none (as stdc_bit_floor of C23).
 * Cost: about four instructions.
 * Example: bmill_floor_pow2_u8(6) == 4
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_floor_pow2_u64(uint64_t x)
{
    return x ? UINT64_C(1) << (63 - bmill_clz_u64(x)) : 0;
}
BMILL_FN uint32_t bmill_floor_pow2_u32(uint32_t x)
{
    return x ? UINT32_C(1) << (31 - bmill_clz_u32(x)) : 0;
}
BMILL_FN uint16_t bmill_floor_pow2_u16(uint16_t x) { return (uint16_t)bmill_floor_pow2_u32(x); }
BMILL_FN uint8_t bmill_floor_pow2_u8(uint8_t x) { return (uint8_t)bmill_floor_pow2_u32(x); }

/**
 * The smallest power of two that is not below `x`.
 *
 * Result: 1 for 0 and 1; 0 if `x` is above the largest power of two of the width, which the width
 * cannot hold (both as stdc_bit_ceil of C23). Cost: about five instructions.
 * Example: bmill_ceil_pow2_u8(6) == 8, bmill_ceil_pow2_u8(129) == 0
 * Since 0.1.0. Shifting 2, not 1, keeps the shift below the width and lets the overflow fall out
 * at the top by itself. 63 ^ n is 63 - n for n below 64, and one instruction.
 */
BMILL_FN uint64_t bmill_ceil_pow2_u64(uint64_t x)
{
    return x > 1 ? UINT64_C(2) << (63 ^ bmill_clz_u64(x - 1)) : 1;
}
BMILL_FN uint32_t bmill_ceil_pow2_u32(uint32_t x)
{
    uint64_t y = x - (x > 0);
    return (uint32_t)(UINT64_C(1) << 63 >> bmill_clz_u64(2 * y + 1));
}
BMILL_FN uint16_t bmill_ceil_pow2_u16(uint16_t x)
{
    uint32_t y = x - (uint32_t)(x > 0);
    return (uint16_t)(UINT32_C(1) << 31 >> bmill_clz_u32(2 * y + 1));
}
BMILL_FN uint8_t bmill_ceil_pow2_u8(uint8_t x)
{
    uint32_t y = x - (uint32_t)(x > 0);
    return (uint8_t)(UINT32_C(1) << 31 >> bmill_clz_u32(2 * y + 1));
}

/**
 * The logarithm of `x` to the base 2, rounded down: the position of its highest 1 bit.
 *
 * Result: the largest k with 2^k <= x, 0 to width - 1; the width for 0, as a position that does
 * not exist. Cost: 3 to 6 instructions.
 * Example: bmill_log2_floor_u8(6) == 2
 * Since 0.1.0.
 */
BMILL_FN unsigned bmill_log2_floor_u64(uint64_t x) { return x ? 63 ^ bmill_clz_u64(x) : 64; }
BMILL_FN unsigned bmill_log2_floor_u32(uint32_t x) { return x ? 31 ^ bmill_clz_u32(x) : 32; }
BMILL_FN unsigned bmill_log2_floor_u16(uint16_t x) { return x ? 31 ^ bmill_clz_u32(x) : 16; }
BMILL_FN unsigned bmill_log2_floor_u8(uint8_t x) { return x ? 31 ^ bmill_clz_u32(x) : 8; }

/**
 * The logarithm of `x` to the base 2, rounded up.
 *
 * Result: the smallest k with 2^k >= x, 0 to width; 0 for 0 and 1, the width if `x` is above the
 * largest power of two of the width. Cost: 5 to 11 instructions.
 * Example: bmill_log2_ceil_u8(6) == 3, bmill_log2_ceil_u8(8) == 3
 * Since 0.1.0. x - 1 is written with k bits if and only if x is above 2^(k-1) and not above 2^k.
 */
BMILL_FN unsigned bmill_log2_ceil_u64(uint64_t x) { return bmill_bit_width_u64(x - (x > 0)); }
BMILL_FN unsigned bmill_log2_ceil_u32(uint32_t x) { return bmill_bit_width_u32(x - (x > 0)); }
BMILL_FN unsigned bmill_log2_ceil_u16(uint16_t x)
{
    return bmill_bit_width_u16((uint16_t)(x - (x > 0)));
}
BMILL_FN unsigned bmill_log2_ceil_u8(uint8_t x)
{
    return bmill_bit_width_u8((uint8_t)(x - (x > 0)));
}

/**
 * The smallest multiple of `alignment` that is not below `x`.
 *
 * `alignment` is a power of two. Result: `x` if it is a multiple; 0 if the multiple is 2^width,
 * which the width cannot hold. The multiples of alignment 0 are taken to be 0 alone: the result
 * is 0. For any other alignment it has no meaning. Cost: 3 instructions.
 * Example: bmill_align_up_u8(13, 4) == 16
 * Since 0.1.0. -alignment is a mask of all bits but those below the power of two (Hacker's Delight,
 * 2nd ed., section 3-1).
 */
BMILL_FN uint64_t bmill_align_up_u64(uint64_t x, uint64_t alignment)
{
    return (x + alignment - 1) & (0 - alignment);
}
BMILL_FN uint32_t bmill_align_up_u32(uint32_t x, uint32_t alignment)
{
    return (x + alignment - 1) & (0 - alignment);
}
BMILL_FN uint16_t bmill_align_up_u16(uint16_t x, uint16_t alignment)
{
    return (uint16_t)bmill_align_up_u32(x, alignment);
}
BMILL_FN uint8_t bmill_align_up_u8(uint8_t x, uint8_t alignment)
{
    return (uint8_t)bmill_align_up_u32(x, alignment);
}

/**
 * The largest multiple of `alignment` that is not above `x`.
 *
 * `alignment` is a power of two. Result: `x` if it is a multiple; 0 for alignment 0; without
 * meaning for any other alignment. Cost: 2 instructions.
 * Example: bmill_align_down_u8(13, 4) == 12
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_align_down_u64(uint64_t x, uint64_t alignment)
{
    return x & (0 - alignment);
}
BMILL_FN uint32_t bmill_align_down_u32(uint32_t x, uint32_t alignment)
{
    return x & (0 - alignment);
}
BMILL_FN uint16_t bmill_align_down_u16(uint16_t x, uint16_t alignment)
{
    return (uint16_t)bmill_align_down_u32(x, alignment);
}
BMILL_FN uint8_t bmill_align_down_u8(uint8_t x, uint8_t alignment)
{
    return (uint8_t)bmill_align_down_u32(x, alignment);
}

/**
 * Whether `x` is a multiple of `alignment`.
 *
 * `alignment` is a power of two. Result: true for 0, whatever the alignment; with alignment 0 for
 * no other; without meaning for any other alignment. Cost: 3 instructions.
 * Example: bmill_is_aligned_u8(12, 4) is true, bmill_is_aligned_u8(13, 4) is false
 * Since 0.1.0.
 */
BMILL_FN bool bmill_is_aligned_u64(uint64_t x, uint64_t alignment)
{
    return !(x & (alignment - 1));
}
BMILL_FN bool bmill_is_aligned_u32(uint32_t x, uint32_t alignment)
{
    return !(x & (alignment - 1));
}
BMILL_FN bool bmill_is_aligned_u16(uint16_t x, uint16_t alignment)
{
    return bmill_is_aligned_u32(x, alignment);
}
BMILL_FN bool bmill_is_aligned_u8(uint8_t x, uint8_t alignment)
{
    return bmill_is_aligned_u32(x, alignment);
}

/* ---- The width from the type: see generic.h. ---- */

#ifdef BMILL_FOR_EACH_TYPE_
#define BMILL_OVERLOADS_(T, S, N, F)                                                               \
    BMILL_FN bool N(bmill_is_pow2)(T x) { return F(bmill_is_pow2)(x); }                            \
    BMILL_FN T N(bmill_floor_pow2)(T x) { return F(bmill_floor_pow2)(x); }                         \
    BMILL_FN T N(bmill_ceil_pow2)(T x) { return F(bmill_ceil_pow2)(x); }                           \
    BMILL_FN unsigned N(bmill_log2_floor)(T x) { return F(bmill_log2_floor)(x); }                  \
    BMILL_FN unsigned N(bmill_log2_ceil)(T x) { return F(bmill_log2_ceil)(x); }                    \
    BMILL_FN T N(bmill_align_up)(T x, T alignment) { return F(bmill_align_up)(x, alignment); }     \
    BMILL_FN T N(bmill_align_down)(T x, T alignment) { return F(bmill_align_down)(x, alignment); } \
    BMILL_FN bool N(bmill_is_aligned)(T x, T alignment)                                            \
    {                                                                                              \
        return F(bmill_is_aligned)(x, alignment);                                                  \
    }
BMILL_FOR_EACH_TYPE_(BMILL_OVERLOADS_)
#undef BMILL_OVERLOADS_
#endif

#if defined(__cplusplus)
BMILL_REFUSED_(bmill_is_pow2)
BMILL_REFUSED_(bmill_floor_pow2)
BMILL_REFUSED_(bmill_ceil_pow2)
BMILL_REFUSED_(bmill_log2_floor)
BMILL_REFUSED_(bmill_log2_ceil)
BMILL_REFUSED_(bmill_align_up)
BMILL_REFUSED_(bmill_align_down)
BMILL_REFUSED_(bmill_is_aligned)
#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

#define bmill_is_pow2(x)               BMILL_GENERIC_(bmill_is_pow2, x)(x)
#define bmill_floor_pow2(x)            BMILL_GENERIC_(bmill_floor_pow2, x)(x)
#define bmill_ceil_pow2(x)             BMILL_GENERIC_(bmill_ceil_pow2, x)(x)
#define bmill_log2_floor(x)            BMILL_GENERIC_(bmill_log2_floor, x)(x)
#define bmill_log2_ceil(x)             BMILL_GENERIC_(bmill_log2_ceil, x)(x)
#define bmill_align_up(x, alignment)   BMILL_GENERIC_(bmill_align_up, x)((x), (alignment))
#define bmill_align_down(x, alignment) BMILL_GENERIC_(bmill_align_down, x)((x), (alignment))
#define bmill_is_aligned(x, alignment) BMILL_GENERIC_(bmill_is_aligned, x)((x), (alignment))

#endif

#endif
