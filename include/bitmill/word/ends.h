/** @file
 * bitmill/word/ends.h: the lowest and the highest bits of an unsigned integer, and the runs that
 * end there.
 *
 * Most of these work because a carry or a borrow stops at the first bit that can take it: x - 1
 * changes only the lowest 1 bit and the 0 bits below it, x + 1 only the lowest 0 bit and the 1 bits
 * below it. Combined with x, they select the part of interest. The formulas are those of Hacker's
 * Delight, 2nd ed., section 2-1, unless another source is given.
 *
 * For the position of such a bit see ctz, cto and log2_floor; for the highest 1 bit alone,
 * floor_pow2.
 */
#ifndef BITMILL_WORD_ENDS_H
#define BITMILL_WORD_ENDS_H

#include <bitmill/word/count.h>

BMILL_BEGIN_INLINE_

/** @name Lowest 1 bit
 *
 * The lowest 1 bit of `x` alone.
 *
 * Result: a power of two; 0 for 0. Cost: 3 instructions, 1 with -mbmi (blsi).
 * Example: bmill_lowest_set_u8(12) == 4
 * Since 1.0.0. -x is ~x + 1: the complement of x above its lowest 1 bit, and x itself from there
 * down.
 */
/** @{ */

/** The lowest 1 bit of `x` alone; 0 for 0. */
BMILL_FN uint64_t bmill_lowest_set_u64(uint64_t x) { return x & (0 - x); }
/** The lowest 1 bit of `x` alone; 0 for 0. */
BMILL_FN uint32_t bmill_lowest_set_u32(uint32_t x) { return x & (0 - x); }
/** The lowest 1 bit of `x` alone; 0 for 0. */
BMILL_FN uint16_t bmill_lowest_set_u16(uint16_t x) { return (uint16_t)bmill_lowest_set_u32(x); }
/** The lowest 1 bit of `x` alone; 0 for 0. */
BMILL_FN uint8_t bmill_lowest_set_u8(uint8_t x) { return (uint8_t)bmill_lowest_set_u32(x); }

/** @} */

/** @name Lowest 0 bit
 *
 * The lowest 0 bit of `x` alone, as a 1.
 *
 * Result: a power of two; 0 if all bits are 1. Cost: 4 instructions, 2 with -mbmi.
 * Example: bmill_lowest_clear_u8(7) == 8
 * Since 1.0.0.
 */
/** @{ */

/** The lowest 0 bit of `x` alone, as a 1; 0 if all bits are 1. */
BMILL_FN uint64_t bmill_lowest_clear_u64(uint64_t x) { return ~x & (x + 1); }
/** The lowest 0 bit of `x` alone, as a 1; 0 if all bits are 1. */
BMILL_FN uint32_t bmill_lowest_clear_u32(uint32_t x) { return ~x & (x + 1); }
/** The lowest 0 bit of `x` alone, as a 1; 0 if all bits are 1. */
BMILL_FN uint16_t bmill_lowest_clear_u16(uint16_t x) { return (uint16_t)bmill_lowest_clear_u32(x); }
/** The lowest 0 bit of `x` alone, as a 1; 0 if all bits are 1. */
BMILL_FN uint8_t bmill_lowest_clear_u8(uint8_t x) { return (uint8_t)bmill_lowest_clear_u32(x); }

/** @} */

/** @name Clear the lowest 1 bit
 *
 * `x` with its lowest 1 bit cleared.
 *
 * Result: `x` without that bit; 0 for 0. Cost: 2 instructions, 1 with -mbmi (blsr).
 * To visit the 1 bits from the bottom: for (; x; x = bmill_clear_lowest_set(x)) use(bmill_ctz(x));
 * Example: bmill_clear_lowest_set_u8(12) == 8
 * Since 1.0.0.
 */
/** @{ */

/** `x` with its lowest 1 bit cleared; 0 for 0. */
BMILL_FN uint64_t bmill_clear_lowest_set_u64(uint64_t x) { return x & (x - 1); }
/** `x` with its lowest 1 bit cleared; 0 for 0. */
BMILL_FN uint32_t bmill_clear_lowest_set_u32(uint32_t x) { return x & (x - 1); }
/** `x` with its lowest 1 bit cleared; 0 for 0. */
BMILL_FN uint16_t bmill_clear_lowest_set_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_lowest_set_u32(x);
}
/** `x` with its lowest 1 bit cleared; 0 for 0. */
BMILL_FN uint8_t bmill_clear_lowest_set_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_lowest_set_u32(x);
}

/** @} */

/** @name Set the lowest 0 bit
 *
 * `x` with its lowest 0 bit set.
 *
 * Result: `x` with that bit 1; `x` itself if all bits are 1. Cost: 2 instructions.
 * Example: bmill_set_lowest_clear_u8(11) == 15
 * Since 1.0.0.
 */
/** @{ */

/** `x` with its lowest 0 bit set. */
BMILL_FN uint64_t bmill_set_lowest_clear_u64(uint64_t x) { return x | (x + 1); }
/** `x` with its lowest 0 bit set. */
BMILL_FN uint32_t bmill_set_lowest_clear_u32(uint32_t x) { return x | (x + 1); }
/** `x` with its lowest 0 bit set. */
BMILL_FN uint16_t bmill_set_lowest_clear_u16(uint16_t x)
{
    return (uint16_t)bmill_set_lowest_clear_u32(x);
}
/** `x` with its lowest 0 bit set. */
BMILL_FN uint8_t bmill_set_lowest_clear_u8(uint8_t x)
{
    return (uint8_t)bmill_set_lowest_clear_u32(x);
}

/** @} */

/** @name Clear the highest 1 bit
 *
 * `x` with its highest 1 bit cleared.
 *
 * Result: `x` without that bit; 0 for 0. Cost: about 5 instructions.
 * Example: bmill_clear_highest_set_u8(12) == 4
 * Since 1.0.0. The highest 1 bit is found in x | 1, which has the same one for x > 0 and has one
 * for x = 0, so that no case is needed; 63 ^ n is 63 - n for n below 64.
 */
/** @{ */

/** `x` with its highest 1 bit cleared; 0 for 0. */
BMILL_FN uint64_t bmill_clear_highest_set_u64(uint64_t x)
{
    return x & ~(UINT64_C(1) << (63 ^ bmill_clz_u64(x | 1)));
}
/** `x` with its highest 1 bit cleared; 0 for 0. */
BMILL_FN uint32_t bmill_clear_highest_set_u32(uint32_t x)
{
    return x & ~(UINT32_C(1) << (31 ^ bmill_clz_u32(x | 1)));
}
/** `x` with its highest 1 bit cleared; 0 for 0. */
BMILL_FN uint16_t bmill_clear_highest_set_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_highest_set_u32(x);
}
/** `x` with its highest 1 bit cleared; 0 for 0. */
BMILL_FN uint8_t bmill_clear_highest_set_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_highest_set_u32(x);
}

/** @} */

/** @name Set the trailing 0 bits
 *
 * `x` with the 0 bits below its lowest 1 bit set.
 *
 * Result: `x` with a 1 in each of those positions; all bits are 1 for 0. Cost: 2 instructions.
 * Example: bmill_fill_trailing_zeros_u8(12) == 15
 * Since 1.0.0.
 */
/** @{ */

/** `x` with the 0 bits below its lowest 1 bit set; 64 1 bits for 0. */
BMILL_FN uint64_t bmill_fill_trailing_zeros_u64(uint64_t x) { return x | (x - 1); }
/** `x` with the 0 bits below its lowest 1 bit set; 32 1 bits for 0. */
BMILL_FN uint32_t bmill_fill_trailing_zeros_u32(uint32_t x) { return x | (x - 1); }
/** `x` with the 0 bits below its lowest 1 bit set; 16 1 bits for 0. */
BMILL_FN uint16_t bmill_fill_trailing_zeros_u16(uint16_t x)
{
    return (uint16_t)bmill_fill_trailing_zeros_u32(x);
}
/** `x` with the 0 bits below its lowest 1 bit set; 8 1 bits for 0. */
BMILL_FN uint8_t bmill_fill_trailing_zeros_u8(uint8_t x)
{
    return (uint8_t)bmill_fill_trailing_zeros_u32(x);
}

/** @} */

/** @name Clear the trailing 1 bits
 *
 * `x` with the 1 bits below its lowest 0 bit cleared.
 *
 * Result: `x` without them; 0 if all bits are 1. Cost: 2 instructions.
 * Example: bmill_clear_trailing_ones_u8(11) == 8
 * Since 1.0.0.
 */
/** @{ */

/** `x` with the 1 bits below its lowest 0 bit cleared. */
BMILL_FN uint64_t bmill_clear_trailing_ones_u64(uint64_t x) { return x & (x + 1); }
/** `x` with the 1 bits below its lowest 0 bit cleared. */
BMILL_FN uint32_t bmill_clear_trailing_ones_u32(uint32_t x) { return x & (x + 1); }
/** `x` with the 1 bits below its lowest 0 bit cleared. */
BMILL_FN uint16_t bmill_clear_trailing_ones_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_trailing_ones_u32(x);
}
/** `x` with the 1 bits below its lowest 0 bit cleared. */
BMILL_FN uint8_t bmill_clear_trailing_ones_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_trailing_ones_u32(x);
}

/** @} */

/** @name Mask of the trailing 0 bits
 *
 * A mask of the 0 bits below the lowest 1 bit of `x`.
 *
 * Result: the ctz(x) lowest bits are 1, the others 0; all bits are 1 for 0. Cost: 4 instructions, 2
 * with -mbmi.
 * Example: bmill_trailing_zeros_mask_u8(12) == 3
 * Since 1.0.0.
 */
/** @{ */

/** A mask of the 0 bits below the lowest 1 bit of `x`; 64 1 bits for 0. */
BMILL_FN uint64_t bmill_trailing_zeros_mask_u64(uint64_t x) { return ~x & (x - 1); }
/** A mask of the 0 bits below the lowest 1 bit of `x`; 32 1 bits for 0. */
BMILL_FN uint32_t bmill_trailing_zeros_mask_u32(uint32_t x) { return ~x & (x - 1); }
/** A mask of the 0 bits below the lowest 1 bit of `x`; 16 1 bits for 0. */
BMILL_FN uint16_t bmill_trailing_zeros_mask_u16(uint16_t x)
{
    return (uint16_t)bmill_trailing_zeros_mask_u32(x);
}
/** A mask of the 0 bits below the lowest 1 bit of `x`; 8 1 bits for 0. */
BMILL_FN uint8_t bmill_trailing_zeros_mask_u8(uint8_t x)
{
    return (uint8_t)bmill_trailing_zeros_mask_u32(x);
}

/** @} */

/** @name Mask of the trailing 1 bits
 *
 * A mask of the 1 bits below the lowest 0 bit of `x`.
 *
 * Result: the cto(x) lowest bits are 1, the others 0; 0 if bit 0 of `x` is 0. Cost: 3 instructions.
 * Example: bmill_trailing_ones_mask_u8(11) == 3
 * Since 1.0.0.
 */
/** @{ */

/** A mask of the 1 bits below the lowest 0 bit of `x`; 0 for 0. */
BMILL_FN uint64_t bmill_trailing_ones_mask_u64(uint64_t x) { return x & ~(x + 1); }
/** A mask of the 1 bits below the lowest 0 bit of `x`; 0 for 0. */
BMILL_FN uint32_t bmill_trailing_ones_mask_u32(uint32_t x) { return x & ~(x + 1); }
/** A mask of the 1 bits below the lowest 0 bit of `x`; 0 for 0. */
BMILL_FN uint16_t bmill_trailing_ones_mask_u16(uint16_t x)
{
    return (uint16_t)bmill_trailing_ones_mask_u32(x);
}
/** A mask of the 1 bits below the lowest 0 bit of `x`; 0 for 0. */
BMILL_FN uint8_t bmill_trailing_ones_mask_u8(uint8_t x)
{
    return (uint8_t)bmill_trailing_ones_mask_u32(x);
}

/** @} */

/** @name Mask of the leading 0 bits
 *
 * A mask of the 0 bits above the highest 1 bit of `x`.
 *
 * Result: the clz(x) highest bits are 1, the others 0; all bits are 1 for 0. Cost: about 7
 * instructions.
 * Example: bmill_leading_zeros_mask_u8(12) == 0xf0
 * Since 1.0.0. All bits from the highest 1 bit up (found in x | 1, as in clear_highest_set),
 * without that bit.
 */
/** @{ */

/** A mask of the 0 bits above the highest 1 bit of `x`; 64 1 bits for 0. */
BMILL_FN uint64_t bmill_leading_zeros_mask_u64(uint64_t x)
{
    return ~x & UINT64_MAX << (63 ^ bmill_clz_u64(x | 1));
}
/** A mask of the 0 bits above the highest 1 bit of `x`; 32 1 bits for 0. */
BMILL_FN uint32_t bmill_leading_zeros_mask_u32(uint32_t x)
{
    return ~x & UINT32_MAX << (31 ^ bmill_clz_u32(x | 1));
}
/** A mask of the 0 bits above the highest 1 bit of `x`; 16 1 bits for 0. */
BMILL_FN uint16_t bmill_leading_zeros_mask_u16(uint16_t x)
{
    return (uint16_t)bmill_leading_zeros_mask_u32(x);
}
/** A mask of the 0 bits above the highest 1 bit of `x`; 8 1 bits for 0. */
BMILL_FN uint8_t bmill_leading_zeros_mask_u8(uint8_t x)
{
    return (uint8_t)bmill_leading_zeros_mask_u32(x);
}

/** @} */

/** @name Mask of the leading 1 bits
 *
 * A mask of the 1 bits above the highest 0 bit of `x`.
 *
 * Result: the clo(x) highest bits are 1, the others 0; 0 if the highest bit of `x` is 0. Cost:
 * about 8 instructions.
 * Example: bmill_leading_ones_mask_u8(0xe5) == 0xe0
 * Since 1.0.0.
 */
/** @{ */

/** A mask of the 1 bits above the highest 0 bit of `x`; 0 for 0. */
BMILL_FN uint64_t bmill_leading_ones_mask_u64(uint64_t x)
{
    return bmill_leading_zeros_mask_u64(~x);
}
/** A mask of the 1 bits above the highest 0 bit of `x`; 0 for 0. */
BMILL_FN uint32_t bmill_leading_ones_mask_u32(uint32_t x)
{
    return bmill_leading_zeros_mask_u32(~x);
}
/** A mask of the 1 bits above the highest 0 bit of `x`; 0 for 0. */
BMILL_FN uint16_t bmill_leading_ones_mask_u16(uint16_t x)
{
    return bmill_leading_zeros_mask_u16((uint16_t)~x);
}
/** A mask of the 1 bits above the highest 0 bit of `x`; 0 for 0. */
BMILL_FN uint8_t bmill_leading_ones_mask_u8(uint8_t x)
{
    return bmill_leading_zeros_mask_u8((uint8_t)~x);
}

/** @} */

/** @name Set all bits below the highest 1 bit
 *
 * `x` with every bit below its highest 1 bit set.
 *
 * Result: the smallest 2^n - 1 that is at least `x`; 0 for 0. Cost: about 7 instructions.
 * Example: bmill_fill_below_u8(12) == 15
 * Since 1.0.0. The mask of all bits but the top one is shifted down by clz (taken of x | 1, as in
 * clear_highest_set). Without a fast clz it takes log2(width) steps of x |= x >> s.
 */
/** @{ */

/** `x` with every bit below its highest 1 bit set; 0 for 0. */
BMILL_FN uint64_t bmill_fill_below_u64(uint64_t x)
{
    return x | UINT64_MAX / 2 >> bmill_clz_u64(x | 1);
}
/** `x` with every bit below its highest 1 bit set; 0 for 0. */
BMILL_FN uint32_t bmill_fill_below_u32(uint32_t x)
{
    return x | UINT32_MAX / 2 >> bmill_clz_u32(x | 1);
}
/** `x` with every bit below its highest 1 bit set; 0 for 0. */
BMILL_FN uint16_t bmill_fill_below_u16(uint16_t x) { return (uint16_t)bmill_fill_below_u32(x); }
/** `x` with every bit below its highest 1 bit set; 0 for 0. */
BMILL_FN uint8_t bmill_fill_below_u8(uint8_t x) { return (uint8_t)bmill_fill_below_u32(x); }

/** @} */

/** @name Set all bits above the lowest 1 bit
 *
 * `x` with every bit above its lowest 1 bit set.
 *
 * Result: all bits from the lowest 1 bit up are 1; 0 for 0. Cost: 3 instructions.
 * Example: bmill_fill_above_u8(12) == 0xfc
 * Since 1.0.0.
 */
/** @{ */

/** `x` with every bit above its lowest 1 bit set; 0 for 0. */
BMILL_FN uint64_t bmill_fill_above_u64(uint64_t x) { return x | (0 - x); }
/** `x` with every bit above its lowest 1 bit set; 0 for 0. */
BMILL_FN uint32_t bmill_fill_above_u32(uint32_t x) { return x | (0 - x); }
/** `x` with every bit above its lowest 1 bit set; 0 for 0. */
BMILL_FN uint16_t bmill_fill_above_u16(uint16_t x) { return (uint16_t)bmill_fill_above_u32(x); }
/** `x` with every bit above its lowest 1 bit set; 0 for 0. */
BMILL_FN uint8_t bmill_fill_above_u8(uint8_t x) { return (uint8_t)bmill_fill_above_u32(x); }

/** @} */

/** @name Lowest run of 1 bits
 *
 * The lowest run of 1 bits of `x` alone.
 *
 * Result: the contiguous 1 bits that begin with the lowest one; 0 for 0. Cost: 6 instructions, 3
 * with -mbmi.
 * Example: bmill_lowest_run_u8(0xdc) == 0x1c
 * Since 1.0.0. Adding the lowest 1 bit to x carries through the run: the 1 bits of x that this
 * clears are the run.
 */
/** @{ */

/** The lowest run of 1 bits of `x` alone; 0 for 0. */
BMILL_FN uint64_t bmill_lowest_run_u64(uint64_t x) { return x & ~(x + (x & (0 - x))); }
/** The lowest run of 1 bits of `x` alone; 0 for 0. */
BMILL_FN uint32_t bmill_lowest_run_u32(uint32_t x) { return x & ~(x + (x & (0 - x))); }
/** The lowest run of 1 bits of `x` alone; 0 for 0. */
BMILL_FN uint16_t bmill_lowest_run_u16(uint16_t x) { return (uint16_t)bmill_lowest_run_u32(x); }
/** The lowest run of 1 bits of `x` alone; 0 for 0. */
BMILL_FN uint8_t bmill_lowest_run_u8(uint8_t x) { return (uint8_t)bmill_lowest_run_u32(x); }

/** @} */

/** @name Clear the lowest run of 1 bits
 *
 * `x` with its lowest run of 1 bits cleared.
 *
 * Result: `x` without the contiguous 1 bits that begin with the lowest one; 0 for 0. Cost: 5
 * instructions, 3 with -mbmi.
 * Example: bmill_clear_lowest_run_u8(0xdc) == 0xc0
 * Since 1.0.0. As in lowest_run; the 1 bits of x that remain belong to other runs.
 */
/** @{ */

/** `x` with its lowest run of 1 bits cleared; 0 for 0. */
BMILL_FN uint64_t bmill_clear_lowest_run_u64(uint64_t x) { return x & (x + (x & (0 - x))); }
/** `x` with its lowest run of 1 bits cleared; 0 for 0. */
BMILL_FN uint32_t bmill_clear_lowest_run_u32(uint32_t x) { return x & (x + (x & (0 - x))); }
/** `x` with its lowest run of 1 bits cleared; 0 for 0. */
BMILL_FN uint16_t bmill_clear_lowest_run_u16(uint16_t x)
{
    return (uint16_t)bmill_clear_lowest_run_u32(x);
}
/** `x` with its lowest run of 1 bits cleared; 0 for 0. */
BMILL_FN uint8_t bmill_clear_lowest_run_u8(uint8_t x)
{
    return (uint8_t)bmill_clear_lowest_run_u32(x);
}

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** The lowest 1 bit of `x` alone, for any unsigned type: see bmill_lowest_set_u64(). */
BMILL_FN_T T bmill_lowest_set(T x) { return BMILL_OF_T_(bmill_lowest_set)(x); }
/** The lowest 0 bit of `x` alone, as a 1, for any unsigned type: see bmill_lowest_clear_u64(). */
BMILL_FN_T T bmill_lowest_clear(T x) { return BMILL_OF_T_(bmill_lowest_clear)(x); }
/** `x` with its lowest 1 bit cleared, for any unsigned type: see bmill_clear_lowest_set_u64(). */
BMILL_FN_T T bmill_clear_lowest_set(T x) { return BMILL_OF_T_(bmill_clear_lowest_set)(x); }
/** `x` with its lowest 0 bit set, for any unsigned type: see bmill_set_lowest_clear_u64(). */
BMILL_FN_T T bmill_set_lowest_clear(T x) { return BMILL_OF_T_(bmill_set_lowest_clear)(x); }
/** `x` with its highest 1 bit cleared, for any unsigned type: see bmill_clear_highest_set_u64(). */
BMILL_FN_T T bmill_clear_highest_set(T x) { return BMILL_OF_T_(bmill_clear_highest_set)(x); }
/** `x` with the 0 bits below its lowest 1 bit set: see bmill_fill_trailing_zeros_u64(). */
BMILL_FN_T T bmill_fill_trailing_zeros(T x) { return BMILL_OF_T_(bmill_fill_trailing_zeros)(x); }
/** `x` with the 1 bits below its lowest 0 bit cleared: see bmill_clear_trailing_ones_u64(). */
BMILL_FN_T T bmill_clear_trailing_ones(T x) { return BMILL_OF_T_(bmill_clear_trailing_ones)(x); }
/** A mask of the 0 bits below the lowest 1 bit of `x`: see bmill_trailing_zeros_mask_u64(). */
BMILL_FN_T T bmill_trailing_zeros_mask(T x) { return BMILL_OF_T_(bmill_trailing_zeros_mask)(x); }
/** A mask of the 1 bits below the lowest 0 bit of `x`: see bmill_trailing_ones_mask_u64(). */
BMILL_FN_T T bmill_trailing_ones_mask(T x) { return BMILL_OF_T_(bmill_trailing_ones_mask)(x); }
/** A mask of the 0 bits above the highest 1 bit of `x`: see bmill_leading_zeros_mask_u64(). */
BMILL_FN_T T bmill_leading_zeros_mask(T x) { return BMILL_OF_T_(bmill_leading_zeros_mask)(x); }
/** A mask of the 1 bits above the highest 0 bit of `x`: see bmill_leading_ones_mask_u64(). */
BMILL_FN_T T bmill_leading_ones_mask(T x) { return BMILL_OF_T_(bmill_leading_ones_mask)(x); }
/** `x` with every bit below its highest 1 bit set: see bmill_fill_below_u64(). */
BMILL_FN_T T bmill_fill_below(T x) { return BMILL_OF_T_(bmill_fill_below)(x); }
/** `x` with every bit above its lowest 1 bit set: see bmill_fill_above_u64(). */
BMILL_FN_T T bmill_fill_above(T x) { return BMILL_OF_T_(bmill_fill_above)(x); }
/** The lowest run of 1 bits of `x` alone, for any unsigned type: see bmill_lowest_run_u64(). */
BMILL_FN_T T bmill_lowest_run(T x) { return BMILL_OF_T_(bmill_lowest_run)(x); }
/** `x` with its lowest run of 1 bits cleared: see bmill_clear_lowest_run_u64(). */
BMILL_FN_T T bmill_clear_lowest_run(T x) { return BMILL_OF_T_(bmill_clear_lowest_run)(x); }

BMILL_REFUSED_(bmill_lowest_set, T)
BMILL_REFUSED_(bmill_lowest_clear, T)
BMILL_REFUSED_(bmill_clear_lowest_set, T)
BMILL_REFUSED_(bmill_set_lowest_clear, T)
BMILL_REFUSED_(bmill_clear_highest_set, T)
BMILL_REFUSED_(bmill_fill_trailing_zeros, T)
BMILL_REFUSED_(bmill_clear_trailing_ones, T)
BMILL_REFUSED_(bmill_trailing_zeros_mask, T)
BMILL_REFUSED_(bmill_trailing_ones_mask, T)
BMILL_REFUSED_(bmill_leading_zeros_mask, T)
BMILL_REFUSED_(bmill_leading_ones_mask, T)
BMILL_REFUSED_(bmill_fill_below, T)
BMILL_REFUSED_(bmill_fill_above, T)
BMILL_REFUSED_(bmill_lowest_run, T)
BMILL_REFUSED_(bmill_clear_lowest_run, T)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

BMILL_TWINS_(X, bmill_lowest_set)
BMILL_TWINS_(X, bmill_lowest_clear)
BMILL_TWINS_(X, bmill_clear_lowest_set)
BMILL_TWINS_(X, bmill_set_lowest_clear)
BMILL_TWINS_(X, bmill_clear_highest_set)
BMILL_TWINS_(X, bmill_fill_trailing_zeros)
BMILL_TWINS_(X, bmill_clear_trailing_ones)
BMILL_TWINS_(X, bmill_trailing_zeros_mask)
BMILL_TWINS_(X, bmill_trailing_ones_mask)
BMILL_TWINS_(X, bmill_leading_zeros_mask)
BMILL_TWINS_(X, bmill_leading_ones_mask)
BMILL_TWINS_(X, bmill_fill_below)
BMILL_TWINS_(X, bmill_fill_above)
BMILL_TWINS_(X, bmill_lowest_run)
BMILL_TWINS_(X, bmill_clear_lowest_run)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_lowest_set, bmill_lowest_clear, bmill_clear_lowest_set,
    bmill_set_lowest_clear, bmill_clear_highest_set, bmill_fill_trailing_zeros,
    bmill_clear_trailing_ones, bmill_trailing_zeros_mask, bmill_trailing_ones_mask,
    bmill_leading_zeros_mask, bmill_leading_ones_mask, bmill_fill_below, bmill_fill_above,
    bmill_lowest_run, bmill_clear_lowest_run;

/** The lowest 1 bit of `x` alone, for any unsigned type: see bmill_lowest_set_u64(). */
#define bmill_lowest_set(x) BMILL_GENERIC_T_(bmill_lowest_set, x)(x)
/** The lowest 0 bit of `x` alone, as a 1, for any unsigned type: see bmill_lowest_clear_u64(). */
#define bmill_lowest_clear(x) BMILL_GENERIC_T_(bmill_lowest_clear, x)(x)
/** `x` with its lowest 1 bit cleared, for any unsigned type: see bmill_clear_lowest_set_u64(). */
#define bmill_clear_lowest_set(x) BMILL_GENERIC_T_(bmill_clear_lowest_set, x)(x)
/** `x` with its lowest 0 bit set, for any unsigned type: see bmill_set_lowest_clear_u64(). */
#define bmill_set_lowest_clear(x) BMILL_GENERIC_T_(bmill_set_lowest_clear, x)(x)
/** `x` with its highest 1 bit cleared, for any unsigned type: see bmill_clear_highest_set_u64(). */
#define bmill_clear_highest_set(x) BMILL_GENERIC_T_(bmill_clear_highest_set, x)(x)
/** `x` with the 0 bits below its lowest 1 bit set: see bmill_fill_trailing_zeros_u64(). */
#define bmill_fill_trailing_zeros(x) BMILL_GENERIC_T_(bmill_fill_trailing_zeros, x)(x)
/** `x` with the 1 bits below its lowest 0 bit cleared: see bmill_clear_trailing_ones_u64(). */
#define bmill_clear_trailing_ones(x) BMILL_GENERIC_T_(bmill_clear_trailing_ones, x)(x)
/** A mask of the 0 bits below the lowest 1 bit of `x`: see bmill_trailing_zeros_mask_u64(). */
#define bmill_trailing_zeros_mask(x) BMILL_GENERIC_T_(bmill_trailing_zeros_mask, x)(x)
/** A mask of the 1 bits below the lowest 0 bit of `x`: see bmill_trailing_ones_mask_u64(). */
#define bmill_trailing_ones_mask(x) BMILL_GENERIC_T_(bmill_trailing_ones_mask, x)(x)
/** A mask of the 0 bits above the highest 1 bit of `x`: see bmill_leading_zeros_mask_u64(). */
#define bmill_leading_zeros_mask(x) BMILL_GENERIC_T_(bmill_leading_zeros_mask, x)(x)
/** A mask of the 1 bits above the highest 0 bit of `x`: see bmill_leading_ones_mask_u64(). */
#define bmill_leading_ones_mask(x) BMILL_GENERIC_T_(bmill_leading_ones_mask, x)(x)
/** `x` with every bit below its highest 1 bit set: see bmill_fill_below_u64(). */
#define bmill_fill_below(x) BMILL_GENERIC_T_(bmill_fill_below, x)(x)
/** `x` with every bit above its lowest 1 bit set: see bmill_fill_above_u64(). */
#define bmill_fill_above(x) BMILL_GENERIC_T_(bmill_fill_above, x)(x)
/** The lowest run of 1 bits of `x` alone, for any unsigned type: see bmill_lowest_run_u64(). */
#define bmill_lowest_run(x) BMILL_GENERIC_T_(bmill_lowest_run, x)(x)
/** `x` with its lowest run of 1 bits cleared: see bmill_clear_lowest_run_u64(). */
#define bmill_clear_lowest_run(x) BMILL_GENERIC_T_(bmill_clear_lowest_run, x)(x)

#endif

#endif
