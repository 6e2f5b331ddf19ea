/* w_bmi.h: counting and moving bits in words for x86 with POPCNT, LZCNT, BMI and BMI2: see simd.h.
 *
 * Not by the helpers of bitmill/word.h: these test the compiler's flags where they are included,
 * which may be outside of a region of the file that has the instructions.
 */
#ifndef BMILL_SIMD_W_BMI_H
#define BMILL_SIMD_W_BMI_H

#include "simd/sets.h"
#include "simd/w.h"
#include <immintrin.h>

BMILL_ALWAYS_INLINE unsigned w_popcount(w_t a) { return (unsigned)__builtin_popcountll(a); }
/* As int, in which gcc sees that tzcnt and lzcnt give 64 for 0 by themselves. */
BMILL_ALWAYS_INLINE unsigned w_ctz(w_t a)
{
    int n = a ? __builtin_ctzll(a) : 64;
    return (unsigned)n;
}
BMILL_ALWAYS_INLINE unsigned w_clz(w_t a)
{
    int n = a ? __builtin_clzll(a) : 64;
    return (unsigned)n;
}

#if BMILL_SET_HAS_SLOW_PEXT || defined(BMILL_SLOW_PEXT) /* bitmill/config.h */

#include "simd/w_steps.h"

#else

BMILL_ALWAYS_INLINE w_t w_pext(w_t a, w_t mask) { return _pext_u64(a, mask); }
BMILL_ALWAYS_INLINE w_t w_pdep(w_t a, w_t mask) { return _pdep_u64(a, mask); }
BMILL_ALWAYS_INLINE unsigned w_select(w_t a, unsigned k)
{
    return w_ctz(w_pdep((w_t)(k < 64) << (k & 63), a));
}
BMILL_ALWAYS_INLINE w_t w_spread(w_t half) { return w_pdep(half, UINT64_C(0x5555555555555555)); }
BMILL_ALWAYS_INLINE w_t w_gather(w_t a) { return w_pext(a, UINT64_C(0x5555555555555555)); }
BMILL_ALWAYS_INLINE void w_interleave(w_t a, w_t b, w_t *low, w_t *high)
{
    *low = w_spread(a) | w_spread(b) << 1;
    *high = w_spread(a >> 32) | w_spread(b >> 32) << 1;
}
BMILL_ALWAYS_INLINE void w_deinterleave(w_t low, w_t high, w_t *even, w_t *odd)
{
    *even = w_gather(low) | w_gather(high) << 32;
    *odd = w_gather(low >> 1) | w_gather(high >> 1) << 32;
}

#endif

#endif
