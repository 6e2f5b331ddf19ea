/** @file
 * bitmill/word/rank.h: numbered 1 bits of an unsigned integer: how many lie below a position, and
 * at which position the k-th one is.
 */
#ifndef BITMILL_WORD_RANK_H
#define BITMILL_WORD_RANK_H

#include <bitmill/word/count.h>
#include <bitmill/word/field.h>

BMILL_BEGIN_INLINE_

/** @name Rank
 *
 * Number of 1 bits of `x` below position `i`.
 *
 * `i` is in bits. Result: 0 to width, in bits; all of them if `i` is the width or more. Cost: that
 * of popcount and 4 to 6 instructions.
 * Example: bmill_rank_u8(13, 3) == 2
 * Since 1.0.0. rank and select are inverse: the k-th 1 bit, from 0, has k 1 bits below it.
 */
/** @{ */

/** Number of 1 bits of `x` below position `i`: 0 to 64; any `i`. */
BMILL_FN unsigned bmill_rank_u64(uint64_t x, unsigned i)
{
    return bmill_popcount_u64(x & bmill_low_mask_u64(i));
}
/** Number of 1 bits of `x` below position `i`: 0 to 32; any `i`. */
BMILL_FN unsigned bmill_rank_u32(uint32_t x, unsigned i)
{
    return bmill_popcount_u32(x & bmill_low_mask_u32(i));
}
/** Number of 1 bits of `x` below position `i`: 0 to 16; any `i`. */
BMILL_FN unsigned bmill_rank_u16(uint16_t x, unsigned i) { return bmill_rank_u32(x, i); }
/** Number of 1 bits of `x` below position `i`: 0 to 8; any `i`. */
BMILL_FN unsigned bmill_rank_u8(uint8_t x, unsigned i) { return bmill_rank_u32(x, i); }

/** @} */

/* Private: number of bytes of `x` that are at most `k`, for bytes up to 64 and `k` below 64. With
 * 128 + k in place of k, no difference borrows from the next byte, and its top bit is the answer.
 */
BMILL_FN unsigned bmill_bytes_up_to_(uint64_t x, unsigned k)
{
    x = ((k + 128) * UINT64_C(0x0101010101010101) - x) >> 7 & UINT64_C(0x0101010101010101);
    return (unsigned)(x * UINT64_C(0x0101010101010101) >> 56);
}

/** @name Select
 *
 * Position of the `k`-th 1 bit of `x`, counted from 0 at the bottom.
 *
 * Result: 0 to width - 1, in bits; the width if `x` has at most `k` 1 bits. Cost: about 55
 * instructions without a loop or a table; with -mbmi2 6 to 10 (but see BMILL_SLOW_PEXT in
 * bitmill/config.h).
 * Example: bmill_select_u8(13, 1) == 2
 * Since 1.0.0. Source of the plain form: S. Vigna, "Broadword implementation of rank/select
 * queries", 2008. The 1 bits of each byte and all bytes below it are counted in parallel; bytes
 * whose count is at most k lie below the answer. Then the same is done for the bits of the byte
 * with the answer, spread to one bit per byte. With BMI2, pdep moves bit k of 2^k to the position
 * of the k-th 1 bit.
 */
/** @{ */

/** Position of the `k`-th 1 bit of `x`, from 0 up: 0 to 63, 64 if none. */
BMILL_FN unsigned bmill_select_u64(uint64_t x, unsigned k)
{
    uint64_t sums = x - (x >> 1 & UINT64_C(0x5555555555555555));
    unsigned place = 64;
#ifdef BMILL_HAVE_PEXT_
    if (!BMILL_AT_COMPILE_TIME_)
        return bmill_ctz_u64(__builtin_ia32_pdep_di((uint64_t)(k < 64) << (k & 63), x));
#endif
    sums = (sums & UINT64_C(0x3333333333333333)) + (sums >> 2 & UINT64_C(0x3333333333333333));
    sums = ((sums + (sums >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f)) * UINT64_C(0x0101010101010101);
    if (k < 64)
        place = 8 * bmill_bytes_up_to_(sums, k);
    if (place == 64)
        return 64;
    k -= (unsigned)(sums << 8 >> place & 0xff);             /* 1 bits in lower bytes */
    x = (x >> place & 0xff) * UINT64_C(0x0101010101010101); /* the byte, 8 times */
    x &= UINT64_C(0x8040201008040201);                      /* its bit j in byte j */
    x = (x + UINT64_C(0x7f7f7f7f7f7f7f7f)) >> 7 & UINT64_C(0x0101010101010101); /* ... as 0 or 1 */
    return place + bmill_bytes_up_to_(x * UINT64_C(0x0101010101010101), k);
}
/** Position of the `k`-th 1 bit of `x`, from 0 up: 0 to 31, 32 if none. */
BMILL_FN unsigned bmill_select_u32(uint32_t x, unsigned k)
{
    unsigned i = bmill_select_u64(x, k);
    return i < 32 ? i : 32;
}
/** Position of the `k`-th 1 bit of `x`, from 0 up: 0 to 15, 16 if none. */
BMILL_FN unsigned bmill_select_u16(uint16_t x, unsigned k)
{
    unsigned i = bmill_select_u64(x, k);
    return i < 16 ? i : 16;
}
/** Position of the `k`-th 1 bit of `x`, from 0 up: 0 to 7, 8 if none. */
BMILL_FN unsigned bmill_select_u8(uint8_t x, unsigned k)
{
    unsigned i = bmill_select_u64(x, k);
    return i < 8 ? i : 8;
}

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** Number of 1 bits of `x` below position `i`, for any unsigned type: see bmill_rank_u64(). */
BMILL_FN_T unsigned bmill_rank(T x, unsigned i) { return BMILL_OF_T_(bmill_rank)(x, i); }
/** Position of the `k`-th 1 bit of `x`, from 0 up: see bmill_select_u64(). */
BMILL_FN_T unsigned bmill_select(T x, unsigned k) { return BMILL_OF_T_(bmill_select)(x, k); }

BMILL_REFUSED_(bmill_rank, T, bmill_any_)
BMILL_REFUSED_(bmill_select, T, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_rank, bmill_select;

/** Number of 1 bits of `x` below position `i`, for any unsigned type: see bmill_rank_u64(). */
#define bmill_rank(x, i) BMILL_GENERIC_(bmill_rank, x)((x), (i))
/** Position of the `k`-th 1 bit of `x`, from 0 up: see bmill_select_u64(). */
#define bmill_select(x, k) BMILL_GENERIC_(bmill_select, x)((x), (k))

#endif

#endif
