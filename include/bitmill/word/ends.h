/* bitmill/word/ends.h: the lowest and the highest bits of an unsigned integer, and the runs that
 * end there.
 *
 * Most of these work because a carry or a borrow stops at the first bit that can take it: x - 1
 * changes the lowest 1 and the zeros below it, x + 1 the lowest 0 and the ones below it, and
 * nothing above. What is combined with x then selects the part of interest. The formulas are those
 * of Hacker's Delight, 2nd ed., section 2-1, unless another source is given.
 *
 * For the position of such a bit see ctz, cto, log2_floor; for the highest 1 alone, floor_pow2.
 */
#ifndef BITMILL_WORD_ENDS_H
#define BITMILL_WORD_ENDS_H

#include <bitmill/word/count.h>

BMILL_BEGIN_INLINE_

/**
 * The lowest 1 bit of `x` alone.
 *
 * Result: a power of two; 0 for 0. Cost: 3 instructions, 1 with -mbmi (blsi).
 * Example: bmill_lowest_set_u8(12) == 4
 * Since 0.1.0. -x is ~x + 1: the complement, but from the lowest 1 down it is x again.
 */
BMILL_FN uint64_t bmill_lowest_set_u64(uint64_t x) { return x & (0 - x); }
BMILL_FN uint32_t bmill_lowest_set_u32(uint32_t x) { return x & (0 - x); }
BMILL_FN uint16_t bmill_lowest_set_u16(uint16_t x) { return (uint16_t)bmill_lowest_set_u32(x); }
BMILL_FN uint8_t bmill_lowest_set_u8(uint8_t x) { return (uint8_t)bmill_lowest_set_u32(x); }

/**
 * The lowest 0 bit of `x` alone, as a 1.
 *
 * Result: a power of two; 0 for all ones, which has no 0. Cost: 4 instructions, 2 with
 * -mbmi.
 * Example: bmill_lowest_clear_u8(7) == 8
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_lowest_clear_u64(uint64_t x) { return ~x & (x + 1); }
BMILL_FN uint32_t bmill_lowest_clear_u32(uint32_t x) { return ~x & (x + 1); }
BMILL_FN uint16_t bmill_lowest_clear_u16(uint16_t x) { return (uint16_t)bmill_lowest_clear_u32(x); }
BMILL_FN uint8_t bmill_lowest_clear_u8(uint8_t x) { return (uint8_t)bmill_lowest_clear_u32(x); }

/**
 * `x` with its lowest 1 bit cleared.
 *
 * Result: `x` without that bit; 0 for 0. Cost: 2 instructions, 1 with -mbmi (blsr).
 * To visit the 1 bits from the bottom: for (; x; x = bmill_clear_lowest_set(x)) use(bmill_ctz(x));
 * Example: bmill_clear_lowest_set_u8(12) == 8
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_clear_lowest_set_u64(uint64_t x) { return x & (x - 1); }
BMILL_FN uint32_t bmill_clear_lowest_set_u32(uint32_t x) { return x & (x - 1); }
BMILL_FN uint16_t bmill_clear_lowest_set_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_lowest_set_u32(x);
}
BMILL_FN uint8_t bmill_clear_lowest_set_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_lowest_set_u32(x);
}

/**
 * `x` with its lowest 0 bit set.
 *
 * Result: `x` with that bit 1; all ones for all ones. Cost: 2 instructions.
 * Example: bmill_set_lowest_clear_u8(11) == 15
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_set_lowest_clear_u64(uint64_t x) { return x | (x + 1); }
BMILL_FN uint32_t bmill_set_lowest_clear_u32(uint32_t x) { return x | (x + 1); }
BMILL_FN uint16_t bmill_set_lowest_clear_u16(uint16_t x)
{
    return (uint16_t)bmill_set_lowest_clear_u32(x);
}
BMILL_FN uint8_t bmill_set_lowest_clear_u8(uint8_t x)
{
    return (uint8_t)bmill_set_lowest_clear_u32(x);
}

/**
 * `x` with its highest 1 bit cleared.
 *
 * Result: `x` without that bit; 0 for 0. Cost: about 5 instructions.
 * Example: bmill_clear_highest_set_u8(12) == 4
 * Since 0.1.0. The highest 1 is found in x | 1, which has one also for x = 0 and else the same, so
 * that no case is needed; 63 ^ n is 63 - n for n below 64.
 */
BMILL_FN uint64_t bmill_clear_highest_set_u64(uint64_t x)
{
    return x & ~(UINT64_C(1) << (63 ^ bmill_clz_u64(x | 1)));
}
BMILL_FN uint32_t bmill_clear_highest_set_u32(uint32_t x)
{
    return x & ~(UINT32_C(1) << (31 ^ bmill_clz_u32(x | 1)));
}
BMILL_FN uint16_t bmill_clear_highest_set_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_highest_set_u32(x);
}
BMILL_FN uint8_t bmill_clear_highest_set_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_highest_set_u32(x);
}

/**
 * `x` with the zeros below its lowest 1 bit set.
 *
 * Result: `x` and a 1 in each of those places; all ones for 0, whose bits are all such zeros.
 * Cost: 2 instructions.
 * Example: bmill_fill_trailing_zeros_u8(12) == 15
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_fill_trailing_zeros_u64(uint64_t x) { return x | (x - 1); }
BMILL_FN uint32_t bmill_fill_trailing_zeros_u32(uint32_t x) { return x | (x - 1); }
BMILL_FN uint16_t bmill_fill_trailing_zeros_u16(uint16_t x)
{
    return (uint16_t)bmill_fill_trailing_zeros_u32(x);
}
BMILL_FN uint8_t bmill_fill_trailing_zeros_u8(uint8_t x)
{
    return (uint8_t)bmill_fill_trailing_zeros_u32(x);
}

/**
 * `x` with the ones below its lowest 0 bit cleared.
 *
 * Result: `x` without them; 0 for all ones. Cost: 2 instructions.
 * Example: bmill_clear_trailing_ones_u8(11) == 8
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_clear_trailing_ones_u64(uint64_t x) { return x & (x + 1); }
BMILL_FN uint32_t bmill_clear_trailing_ones_u32(uint32_t x) { return x & (x + 1); }
BMILL_FN uint16_t bmill_clear_trailing_ones_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_trailing_ones_u32(x);
}
BMILL_FN uint8_t bmill_clear_trailing_ones_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_trailing_ones_u32(x);
}

/**
 * A mask of the zeros below the lowest 1 bit of `x`.
 *
 * Result: a low mask of ctz(x) bits; all ones for 0. Cost: 4 instructions, 2 with -mbmi.
 * Example: bmill_trailing_zeros_mask_u8(12) == 3
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_trailing_zeros_mask_u64(uint64_t x) { return ~x & (x - 1); }
BMILL_FN uint32_t bmill_trailing_zeros_mask_u32(uint32_t x) { return ~x & (x - 1); }
BMILL_FN uint16_t bmill_trailing_zeros_mask_u16(uint16_t x)
{
    return (uint16_t)bmill_trailing_zeros_mask_u32(x);
}
BMILL_FN uint8_t bmill_trailing_zeros_mask_u8(uint8_t x)
{
    return (uint8_t)bmill_trailing_zeros_mask_u32(x);
}

/**
 * A mask of the ones below the lowest 0 bit of `x`.
 *
 * Result: a low mask of cto(x) bits; 0 if bit 0 of `x` is 0, all ones for all ones.
 * Cost: 3 instructions.
 * Example: bmill_trailing_ones_mask_u8(11) == 3
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_trailing_ones_mask_u64(uint64_t x) { return x & ~(x + 1); }
BMILL_FN uint32_t bmill_trailing_ones_mask_u32(uint32_t x) { return x & ~(x + 1); }
BMILL_FN uint16_t bmill_trailing_ones_mask_u16(uint16_t x)
{
    return (uint16_t)bmill_trailing_ones_mask_u32(x);
}
BMILL_FN uint8_t bmill_trailing_ones_mask_u8(uint8_t x)
{
    return (uint8_t)bmill_trailing_ones_mask_u32(x);
}

/**
 * A mask of the zeros above the highest 1 bit of `x`.
 *
 * Result: the clz(x) highest bits are 1, the others 0; all ones for 0. Cost: about 7 instructions.
 * Example: bmill_leading_zeros_mask_u8(12) == 0xf0
 * Since 0.1.0. Ones from the highest 1 up (found in x | 1, as in clear_highest_set), without it.
 */
BMILL_FN uint64_t bmill_leading_zeros_mask_u64(uint64_t x)
{
    return ~x & UINT64_MAX << (63 ^ bmill_clz_u64(x | 1));
}
BMILL_FN uint32_t bmill_leading_zeros_mask_u32(uint32_t x)
{
    return ~x & UINT32_MAX << (31 ^ bmill_clz_u32(x | 1));
}
BMILL_FN uint16_t bmill_leading_zeros_mask_u16(uint16_t x)
{
    return (uint16_t)bmill_leading_zeros_mask_u32(x);
}
BMILL_FN uint8_t bmill_leading_zeros_mask_u8(uint8_t x)
{
    return (uint8_t)bmill_leading_zeros_mask_u32(x);
}

/**
 * A mask of the ones above the highest 0 bit of `x`.
 *
 * Result: the clo(x) highest bits are 1, the others 0; 0 if the highest bit of `x` is 0, all ones
 * for all ones. Cost: about 8 instructions.
 * Example: bmill_leading_ones_mask_u8(0xe5) == 0xe0
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_leading_ones_mask_u64(uint64_t x)
{
    return bmill_leading_zeros_mask_u64(~x);
}
BMILL_FN uint32_t bmill_leading_ones_mask_u32(uint32_t x)
{
    return bmill_leading_zeros_mask_u32(~x);
}
BMILL_FN uint16_t bmill_leading_ones_mask_u16(uint16_t x)
{
    return bmill_leading_zeros_mask_u16((uint16_t)~x);
}
BMILL_FN uint8_t bmill_leading_ones_mask_u8(uint8_t x)
{
    return bmill_leading_zeros_mask_u8((uint8_t)~x);
}

/**
 * `x` with every bit below its highest 1 bit set.
 *
 * Result: the smallest 2^n - 1 that is not below `x`; 0 for 0. Cost: about 7 instructions.
 * Example: bmill_fill_below_u8(12) == 15
 * Since 0.1.0. A mask of all places but the top one, moved down with the highest 1 (found in x | 1,
 * as in clear_highest_set). Without a fast clz it takes log2(width) steps of x |= x >> s.
 */
BMILL_FN uint64_t bmill_fill_below_u64(uint64_t x)
{
    return x | UINT64_MAX / 2 >> bmill_clz_u64(x | 1);
}
BMILL_FN uint32_t bmill_fill_below_u32(uint32_t x)
{
    return x | UINT32_MAX / 2 >> bmill_clz_u32(x | 1);
}
BMILL_FN uint16_t bmill_fill_below_u16(uint16_t x) { return (uint16_t)bmill_fill_below_u32(x); }
BMILL_FN uint8_t bmill_fill_below_u8(uint8_t x) { return (uint8_t)bmill_fill_below_u32(x); }

/**
 * `x` with every bit above its lowest 1 bit set.
 *
 * Result: a 1 in each place from the lowest 1 up; 0 for 0. Cost: 3 instructions.
 * Example: bmill_fill_above_u8(12) == 0xfc
 * Since 0.1.0.
 */
BMILL_FN uint64_t bmill_fill_above_u64(uint64_t x) { return x | (0 - x); }
BMILL_FN uint32_t bmill_fill_above_u32(uint32_t x) { return x | (0 - x); }
BMILL_FN uint16_t bmill_fill_above_u16(uint16_t x) { return (uint16_t)bmill_fill_above_u32(x); }
BMILL_FN uint8_t bmill_fill_above_u8(uint8_t x) { return (uint8_t)bmill_fill_above_u32(x); }

/**
 * The lowest run of ones of `x` alone.
 *
 * Result: the contiguous 1 bits that begin with the lowest 1; 0 for 0. Cost: 6 instructions, 3 with
 * -mbmi.
 * Example: bmill_lowest_run_u8(0xdc) == 0x1c
 * Since 0.1.0. The lowest 1, added to x, carries through the run: the ones of x that are gone then
 * are the run.
 */
BMILL_FN uint64_t bmill_lowest_run_u64(uint64_t x) { return x & ~(x + (x & (0 - x))); }
BMILL_FN uint32_t bmill_lowest_run_u32(uint32_t x) { return x & ~(x + (x & (0 - x))); }
BMILL_FN uint16_t bmill_lowest_run_u16(uint16_t x) { return (uint16_t)bmill_lowest_run_u32(x); }
BMILL_FN uint8_t bmill_lowest_run_u8(uint8_t x) { return (uint8_t)bmill_lowest_run_u32(x); }

/**
 * `x` with its lowest run of ones cleared.
 *
 * Result: `x` without the contiguous 1 bits that begin with the lowest 1; 0 for 0. Cost: 5
 * instructions, 3 with -mbmi.
 * Example: bmill_clear_lowest_run_u8(0xdc) == 0xc0
 * Since 0.1.0. As lowest_run: the ones of x that are still there belong to other runs.
 */
BMILL_FN uint64_t bmill_clear_lowest_run_u64(uint64_t x) { return x & (x + (x & (0 - x))); }
BMILL_FN uint32_t bmill_clear_lowest_run_u32(uint32_t x) { return x & (x + (x & (0 - x))); }
BMILL_FN uint16_t bmill_clear_lowest_run_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_lowest_run_u32(x);
}
BMILL_FN uint8_t bmill_clear_lowest_run_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_lowest_run_u32(x);
}

/* ---- The width from the type: see generic.h. ---- */

#ifdef BMILL_FOR_EACH_TYPE_
#define BMILL_OVERLOADS_(T, S, N, F)                                                         \
    BMILL_FN T N(bmill_lowest_set)(T x) { return F(bmill_lowest_set)(x); }                   \
    BMILL_FN T N(bmill_lowest_clear)(T x) { return F(bmill_lowest_clear)(x); }               \
    BMILL_FN T N(bmill_clear_lowest_set)(T x) { return F(bmill_clear_lowest_set)(x); }       \
    BMILL_FN T N(bmill_set_lowest_clear)(T x) { return F(bmill_set_lowest_clear)(x); }       \
    BMILL_FN T N(bmill_clear_highest_set)(T x) { return F(bmill_clear_highest_set)(x); }     \
    BMILL_FN T N(bmill_fill_trailing_zeros)(T x) { return F(bmill_fill_trailing_zeros)(x); } \
    BMILL_FN T N(bmill_clear_trailing_ones)(T x) { return F(bmill_clear_trailing_ones)(x); } \
    BMILL_FN T N(bmill_trailing_zeros_mask)(T x) { return F(bmill_trailing_zeros_mask)(x); } \
    BMILL_FN T N(bmill_trailing_ones_mask)(T x) { return F(bmill_trailing_ones_mask)(x); }   \
    BMILL_FN T N(bmill_leading_zeros_mask)(T x) { return F(bmill_leading_zeros_mask)(x); }   \
    BMILL_FN T N(bmill_leading_ones_mask)(T x) { return F(bmill_leading_ones_mask)(x); }     \
    BMILL_FN T N(bmill_fill_below)(T x) { return F(bmill_fill_below)(x); }                   \
    BMILL_FN T N(bmill_fill_above)(T x) { return F(bmill_fill_above)(x); }                   \
    BMILL_FN T N(bmill_lowest_run)(T x) { return F(bmill_lowest_run)(x); }                   \
    BMILL_FN T N(bmill_clear_lowest_run)(T x) { return F(bmill_clear_lowest_run)(x); }
BMILL_FOR_EACH_TYPE_(BMILL_OVERLOADS_)
#undef BMILL_OVERLOADS_
#endif

#if defined(__cplusplus)
BMILL_REFUSED_(bmill_lowest_set)
BMILL_REFUSED_(bmill_lowest_clear)
BMILL_REFUSED_(bmill_clear_lowest_set)
BMILL_REFUSED_(bmill_set_lowest_clear)
BMILL_REFUSED_(bmill_clear_highest_set)
BMILL_REFUSED_(bmill_fill_trailing_zeros)
BMILL_REFUSED_(bmill_clear_trailing_ones)
BMILL_REFUSED_(bmill_trailing_zeros_mask)
BMILL_REFUSED_(bmill_trailing_ones_mask)
BMILL_REFUSED_(bmill_leading_zeros_mask)
BMILL_REFUSED_(bmill_leading_ones_mask)
BMILL_REFUSED_(bmill_fill_below)
BMILL_REFUSED_(bmill_fill_above)
BMILL_REFUSED_(bmill_lowest_run)
BMILL_REFUSED_(bmill_clear_lowest_run)
#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

#define bmill_lowest_set(x)          BMILL_GENERIC_(bmill_lowest_set, x)(x)
#define bmill_lowest_clear(x)        BMILL_GENERIC_(bmill_lowest_clear, x)(x)
#define bmill_clear_lowest_set(x)    BMILL_GENERIC_(bmill_clear_lowest_set, x)(x)
#define bmill_set_lowest_clear(x)    BMILL_GENERIC_(bmill_set_lowest_clear, x)(x)
#define bmill_clear_highest_set(x)   BMILL_GENERIC_(bmill_clear_highest_set, x)(x)
#define bmill_fill_trailing_zeros(x) BMILL_GENERIC_(bmill_fill_trailing_zeros, x)(x)
#define bmill_clear_trailing_ones(x) BMILL_GENERIC_(bmill_clear_trailing_ones, x)(x)
#define bmill_trailing_zeros_mask(x) BMILL_GENERIC_(bmill_trailing_zeros_mask, x)(x)
#define bmill_trailing_ones_mask(x)  BMILL_GENERIC_(bmill_trailing_ones_mask, x)(x)
#define bmill_leading_zeros_mask(x)  BMILL_GENERIC_(bmill_leading_zeros_mask, x)(x)
#define bmill_leading_ones_mask(x)   BMILL_GENERIC_(bmill_leading_ones_mask, x)(x)
#define bmill_fill_below(x)          BMILL_GENERIC_(bmill_fill_below, x)(x)
#define bmill_fill_above(x)          BMILL_GENERIC_(bmill_fill_above, x)(x)
#define bmill_lowest_run(x)          BMILL_GENERIC_(bmill_lowest_run, x)(x)
#define bmill_clear_lowest_run(x)    BMILL_GENERIC_(bmill_clear_lowest_run, x)(x)

#endif

#endif
