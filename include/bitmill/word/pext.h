/** @file
 * bitmill/word/pext.h: gather the bits that a mask selects, and scatter them again.
 *
 * With -mbmi2 (or -march=haswell and later) each is one instruction. On AMD processors before Zen 3
 * that instruction takes up to some hundred cycles; for them define BMILL_SLOW_PEXT, which is also
 * what -march=bdver4, znver1 and znver2 imply.
 */
#ifndef BITMILL_WORD_PEXT_H
#define BITMILL_WORD_PEXT_H

#include <bitmill/word/carryless.h>

BMILL_BEGIN_INLINE_

/* Private: the plain form, for a width of 2^rounds bits. A bit moves down by the number of 0 bits
 * of the mask below it. Round k moves it by 2^k positions if bit k of that number is 1. Bit 0 of
 * the number says whether it is odd, and is a running parity over the 0 bits; keeping only every
 * second 0 bit then halves the number for the next round. */
BMILL_FN uint64_t bmill_pext_plain_(uint64_t x, uint64_t mask, unsigned rounds)
{
    uint64_t zeros = ~mask;
    x &= mask;
    for (unsigned k = 0; k < rounds; k++) {
        uint64_t odd = bmill_prefix_xor_u64(zeros);
        x = (x & ~odd) | (x & odd) >> (1u << k);
        zeros &= ~odd;
    }
    return x;
}
/* Private: the same rounds in reverse order. Bits that end up outside of the mask are leftover
 * copies. */
BMILL_FN uint64_t bmill_pdep_plain_(uint64_t x, uint64_t mask, unsigned rounds)
{
    uint64_t odd[6] = {0}, zeros = ~mask;
    for (unsigned k = 0; k < rounds; k++) {
        odd[k] = bmill_prefix_xor_u64(zeros);
        zeros &= ~odd[k];
    }
    for (unsigned k = rounds; k-- > 0;)
        x = (x & ~odd[k]) | (x << (1u << k) & odd[k]);
    return x & mask;
}

/** @name Parallel extract
 *
 * Gather the bits of `x` that `mask` selects, at the low end, in the same order (parallel
 * extract).
 *
 * Result: bit i is the bit of `x` at the i-th 1 of `mask`, counting from 0; the rest is 0. `x` if
 * all bits of `mask` are 1; 0 if `mask` is 0. Cost: one instruction with -mbmi2 (see the head of
 * this file); else about 25 for each of log2(width) rounds, whatever the mask.
 * Example: bmill_pext_u8(0xa5, 0xf0) == 0x0a
 * Since 1.0.0. Source of the plain form: H. S. Warren, Hacker's Delight, 2nd ed., section 7-4;
 * the mask itself need not be compressed too, because moving 0 bits does no harm.
 */
/** @{ */

/** The bits of `x` that `mask` selects, gathered at the low end. */
BMILL_FN uint64_t bmill_pext_u64(uint64_t x, uint64_t mask)
{
#ifdef BMILL_HAVE_PEXT_
    if (!BMILL_AT_COMPILE_TIME_)
        return __builtin_ia32_pext_di(x, mask);
#endif
    return bmill_pext_plain_(x, mask, 6);
}
/** The bits of `x` that `mask` selects, gathered at the low end. */
BMILL_FN uint32_t bmill_pext_u32(uint32_t x, uint32_t mask)
{
#ifdef BMILL_HAVE_PEXT_
    if (!BMILL_AT_COMPILE_TIME_)
        return __builtin_ia32_pext_si(x, mask);
#endif
    return (uint32_t)bmill_pext_plain_(x, mask, 5);
}
/** The bits of `x` that `mask` selects, gathered at the low end. */
BMILL_FN uint16_t bmill_pext_u16(uint16_t x, uint16_t mask)
{
    return (uint16_t)bmill_pext_u32(x, mask);
}
/** The bits of `x` that `mask` selects, gathered at the low end. */
BMILL_FN uint8_t bmill_pext_u8(uint8_t x, uint8_t mask) { return (uint8_t)bmill_pext_u32(x, mask); }

/** @} */

/** @name Parallel deposit
 *
 * Scatter the low bits of `x` to the positions that `mask` selects, in the same order (parallel
 * deposit).
 *
 * Result: the i-th 1 of `mask`, counting from 0, becomes bit i of `x`; positions outside of `mask`
 * are 0. Bits of `x` for which `mask` has no position are ignored. bmill_pext is the inverse. Cost:
 * as bmill_pext.
 * Example: bmill_pdep_u8(0x0a, 0xf0) == 0xa0
 * Since 1.0.0. The rounds of pext in reverse order. Source of the plain form: Hacker's Delight, 2nd
 * ed., section 7-5.
 */
/** @{ */

/** The low bits of `x`, scattered to the positions that `mask` selects. */
BMILL_FN uint64_t bmill_pdep_u64(uint64_t x, uint64_t mask)
{
#ifdef BMILL_HAVE_PEXT_
    if (!BMILL_AT_COMPILE_TIME_)
        return __builtin_ia32_pdep_di(x, mask);
#endif
    return bmill_pdep_plain_(x, mask, 6);
}
/** The low bits of `x`, scattered to the positions that `mask` selects. */
BMILL_FN uint32_t bmill_pdep_u32(uint32_t x, uint32_t mask)
{
#ifdef BMILL_HAVE_PEXT_
    if (!BMILL_AT_COMPILE_TIME_)
        return __builtin_ia32_pdep_si(x, mask);
#endif
    return (uint32_t)bmill_pdep_plain_(x, mask, 5);
}
/** The low bits of `x`, scattered to the positions that `mask` selects. */
BMILL_FN uint16_t bmill_pdep_u16(uint16_t x, uint16_t mask)
{
    return (uint16_t)bmill_pdep_u32(x, mask);
}
/** The low bits of `x`, scattered to the positions that `mask` selects. */
BMILL_FN uint8_t bmill_pdep_u8(uint8_t x, uint8_t mask) { return (uint8_t)bmill_pdep_u32(x, mask); }

/** @} */

/* ---- Any unsigned type: see generic.h ---- */

#if defined(__cplusplus)

/** The bits of `x` that `mask` selects, gathered at the low end: see bmill_pext_u64(). */
BMILL_FN_T T bmill_pext(T x, bmill_same_<T> mask) { return BMILL_OF_T_(bmill_pext)(x, mask); }
/** The low bits of `x`, scattered to the positions that `mask` selects: see bmill_pdep_u64(). */
BMILL_FN_T T bmill_pdep(T x, bmill_same_<T> mask) { return BMILL_OF_T_(bmill_pdep)(x, mask); }

BMILL_REFUSED_(bmill_pext, T, bmill_any_)
BMILL_REFUSED_(bmill_pdep, T, bmill_any_)

#endif

BMILL_END_INLINE_

#if defined(BMILL_HAVE_GENERIC_)

BMILL_TWINS_(XY, bmill_pext)
BMILL_TWINS_(XY, bmill_pdep)

/* So that a wrong number of arguments is one error: see generic.h. */
extern const bmill_generic_ bmill_pext, bmill_pdep;

/** The bits of `x` that `mask` selects, gathered at the low end: see bmill_pext_u64(). */
#define bmill_pext(x, mask) BMILL_GENERIC_T_(bmill_pext, x)((x), (mask))
/** The low bits of `x`, scattered to the positions that `mask` selects: see bmill_pdep_u64(). */
#define bmill_pdep(x, mask) BMILL_GENERIC_T_(bmill_pdep, x)((x), (mask))

#endif

#endif
