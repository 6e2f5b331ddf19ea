/** @file
 * bitmill/word/enumerate.h: sets as the bits of an unsigned integer, one after the other.
 *
 * Each walk visits all there are, and ends when it is back where it began:
 *
 *   submasks of mask, up      x = 0;     do ... while ((x = bmill_next_submask(x, mask)) != 0);
 *   submasks of mask, down    x = mask;  do ... while ((x = bmill_prev_submask(x, mask)) != mask);
 *   supersets of mask, up     x = mask;  do ... while ((x = bmill_next_superset(x, mask)) != mask);
 *   sets of k bits, k > 0     for (x = the low k bits; x; x = bmill_next_same_popcount(x)) ...
 *
 * For k = 0 the only set is the empty one, which the last loop does not visit. To stay below bit n,
 * less than the width, let it run while (x && x >> n == 0). To visit all subsets with one change at
 * a time, see gray_encode in carryless.h.
 */
#ifndef BITMILL_WORD_ENUMERATE_H
#define BITMILL_WORD_ENUMERATE_H

#include <bitmill/word/count.h>

BMILL_BEGIN_INLINE_

/** @name Next number with the same population count
 *
 * The next greater number with as many 1 bits as `x`.
 *
 * Result: 0 if the width holds no such number, and for 0. Cost: 10 instructions with -mbmi, else
 * about 15, no division.
 * Example: bmill_next_same_popcount_u8(6) == 9, bmill_next_same_popcount_u8(0xc0) == 0
 * Since 1.0.0. Adding the lowest 1 bit carries through the lowest run of 1 bits and sets the bit
 * above it; the other 1 bits of the run return to the low end. Source: R. W. Gosper, item 175 of
 * HAKMEM (MIT AI Memo 239, 1972), who divides where ctz shifts.
 */
/** @{ */

/** The next greater number with as many 1 bits as `x`; 0 if there is none. */
BMILL_FN uint64_t bmill_next_same_popcount_u64(uint64_t x)
{
    uint64_t carried = x + (x & (0 - x));
    return carried ? carried | (x ^ carried) >> 2 >> bmill_ctz_u64(x) : 0;
}
/** The next greater number with as many 1 bits as `x`; 0 if there is none. */
BMILL_FN uint32_t bmill_next_same_popcount_u32(uint32_t x)
{
    uint32_t carried = x + (x & (0 - x));
    return carried ? carried | (x ^ carried) >> 2 >> bmill_ctz_u32(x) : 0;
}
/* A carry past the width means that there is no next one. */
/** The next greater number with as many 1 bits as `x`; 0 if there is none. */
BMILL_FN uint16_t bmill_next_same_popcount_u16(uint16_t x)
{
    uint32_t carried = UINT32_C(0) + x + (x & (0u - x));
    return (uint16_t)(carried >> 16 ? 0 : carried | (x ^ carried) >> 2 >> bmill_ctz_u16(x));
}
/** The next greater number with as many 1 bits as `x`; 0 if there is none. */
BMILL_FN uint8_t bmill_next_same_popcount_u8(uint8_t x)
{
    uint32_t carried = UINT32_C(0) + x + (x & (0u - x));
    return (uint8_t)(carried >> 8 ? 0 : carried | (x ^ carried) >> 2 >> bmill_ctz_u8(x));
}

/** @} */

/** @name Next submask
 *
 * The next greater submask of `mask` after `x`: a number all of whose 1 bits are 1 in `mask`.
 *
 * `x` is a submask of `mask`. Result: 0 after `mask` itself, the last one. (If `x` is no submask:
 * some submask.) Cost: three instructions.
 * Example: bmill_next_submask_u8(1, 5) == 4, bmill_next_submask_u8(5, 5) == 0
 * Since 1.0.0. This counts in the bits of the mask alone: subtracting `mask` adds ~mask + 1, whose
 * 1 bits between those of the mask let the carry pass. Source: D. E. Knuth, The Art of Computer
 * Programming, vol. 4A, section 7.1.3.
 */
/** @{ */

/** The next greater submask of `mask` after `x`; 0 after `mask`. */
BMILL_FN uint64_t bmill_next_submask_u64(uint64_t x, uint64_t mask) { return (x - mask) & mask; }
/** The next greater submask of `mask` after `x`; 0 after `mask`. */
BMILL_FN uint32_t bmill_next_submask_u32(uint32_t x, uint32_t mask) { return (x - mask) & mask; }
/** The next greater submask of `mask` after `x`; 0 after `mask`. */
BMILL_FN uint16_t bmill_next_submask_u16(uint16_t x, uint16_t mask)
{
    return (uint16_t)((x - mask) & mask);
}
/** The next greater submask of `mask` after `x`; 0 after `mask`. */
BMILL_FN uint8_t bmill_next_submask_u8(uint8_t x, uint8_t mask)
{
    return (uint8_t)((x - mask) & mask);
}

/** @} */

/** @name Previous submask
 *
 * The next smaller submask of `mask` before `x`.
 *
 * `x` is a submask of `mask`. Result: `mask` before 0, the first one. (If `x` is no submask: some
 * submask.) Cost: two instructions.
 * Example: bmill_prev_submask_u8(4, 5) == 1, bmill_prev_submask_u8(0, 5) == 5
 * Since 1.0.0. The borrow of x - 1 sets all bits below the lowest 1 bit; the mask then keeps its
 * own.
 */
/** @{ */

/** The next smaller submask of `mask` before `x`; `mask` before 0. */
BMILL_FN uint64_t bmill_prev_submask_u64(uint64_t x, uint64_t mask) { return (x - 1) & mask; }
/** The next smaller submask of `mask` before `x`; `mask` before 0. */
BMILL_FN uint32_t bmill_prev_submask_u32(uint32_t x, uint32_t mask) { return (x - 1) & mask; }
/** The next smaller submask of `mask` before `x`; `mask` before 0. */
BMILL_FN uint16_t bmill_prev_submask_u16(uint16_t x, uint16_t mask)
{
    return (uint16_t)((x - 1) & mask);
}
/** The next smaller submask of `mask` before `x`; `mask` before 0. */
BMILL_FN uint8_t bmill_prev_submask_u8(uint8_t x, uint8_t mask)
{
    return (uint8_t)((x - 1) & mask);
}

/** @} */

/** @name Next superset
 *
 * The next greater superset of `mask` after `x`: a number that is 1 wherever `mask` is.
 *
 * `x` is a superset of `mask`. Result: `mask` after the last one, whose bits are all 1. (If `x` is
 * no superset: (x + 1) | mask, some superset.) Cost: two instructions.
 * Example: bmill_next_superset_u8(5, 5) == 7, bmill_next_superset_u8(0xff, 5) == 5
 * Since 1.0.0. The 1 bits of the mask let the carry of x + 1 pass, and are then set again.
 */
/** @{ */

/** The next greater superset of `mask` after `x`; `mask` after the last one. */
BMILL_FN uint64_t bmill_next_superset_u64(uint64_t x, uint64_t mask) { return (x + 1) | mask; }
/** The next greater superset of `mask` after `x`; `mask` after the last one. */
BMILL_FN uint32_t bmill_next_superset_u32(uint32_t x, uint32_t mask) { return (x + 1) | mask; }
/** The next greater superset of `mask` after `x`; `mask` after the last one. */
BMILL_FN uint16_t bmill_next_superset_u16(uint16_t x, uint16_t mask)
{
    return (uint16_t)((x + 1) | mask);
}
/** The next greater superset of `mask` after `x`; `mask` after the last one. */
BMILL_FN uint8_t bmill_next_superset_u8(uint8_t x, uint8_t mask)
{
    return (uint8_t)((x + 1) | mask);
}

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** The next greater number with as many 1 bits as `x`: see bmill_next_same_popcount_u64(). */
BMILL_FN_T T bmill_next_same_popcount(T x) { return BMILL_OF_T_(bmill_next_same_popcount)(x); }
/** The next greater submask of `mask` after `x`: see bmill_next_submask_u64(). */
BMILL_FN_T T bmill_next_submask(T x, bmill_same_<T> mask)
{
    return BMILL_OF_T_(bmill_next_submask)(x, mask);
}
/** The next smaller submask of `mask` before `x`: see bmill_prev_submask_u64(). */
BMILL_FN_T T bmill_prev_submask(T x, bmill_same_<T> mask)
{
    return BMILL_OF_T_(bmill_prev_submask)(x, mask);
}
/** The next greater superset of `mask` after `x`: see bmill_next_superset_u64(). */
BMILL_FN_T T bmill_next_superset(T x, bmill_same_<T> mask)
{
    return BMILL_OF_T_(bmill_next_superset)(x, mask);
}

BMILL_REFUSED_(bmill_next_same_popcount, T)
BMILL_REFUSED_(bmill_next_submask, T, bmill_any_)
BMILL_REFUSED_(bmill_prev_submask, T, bmill_any_)
BMILL_REFUSED_(bmill_next_superset, T, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

BMILL_TWINS_(X, bmill_next_same_popcount)
BMILL_TWINS_(XY, bmill_next_submask)
BMILL_TWINS_(XY, bmill_prev_submask)
BMILL_TWINS_(XY, bmill_next_superset)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_next_same_popcount, bmill_next_submask, bmill_prev_submask,
    bmill_next_superset;

/** The next greater number with as many 1 bits as `x`: see bmill_next_same_popcount_u64(). */
#define bmill_next_same_popcount(x) BMILL_GENERIC_T_(bmill_next_same_popcount, x)(x)
/** The next greater submask of `mask` after `x`: see bmill_next_submask_u64(). */
#define bmill_next_submask(x, mask) BMILL_GENERIC_T_(bmill_next_submask, x)((x), (mask))
/** The next smaller submask of `mask` before `x`: see bmill_prev_submask_u64(). */
#define bmill_prev_submask(x, mask) BMILL_GENERIC_T_(bmill_prev_submask, x)((x), (mask))
/** The next greater superset of `mask` after `x`: see bmill_next_superset_u64(). */
#define bmill_next_superset(x, mask) BMILL_GENERIC_T_(bmill_next_superset, x)((x), (mask))

#endif

#endif
