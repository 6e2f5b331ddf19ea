/* w_steps.h: the words of simd.h that need the instructions pext and pdep to be fast, without them.
 * The helpers of bitmill/word.h do it by steps, or as the compiler's flags allow. */
#ifndef BMILL_SIMD_W_STEPS_H
#define BMILL_SIMD_W_STEPS_H

#include "simd/sets.h"
#include "simd/w.h"

#if BMILL_SIMD != BMILL_SIMD_AVX512 /* its processors have the instructions */
#define BMILL_PEXT_BY_STEPS
#endif

BMILL_ALWAYS_INLINE w_t w_pext(w_t a, w_t mask) { return bmill_pext_u64(a, mask); }
BMILL_ALWAYS_INLINE w_t w_pdep(w_t a, w_t mask) { return bmill_pdep_u64(a, mask); }
BMILL_ALWAYS_INLINE unsigned w_select(w_t a, unsigned k) { return bmill_select_u64(a, k); }
BMILL_ALWAYS_INLINE void w_interleave(w_t a, w_t b, w_t *low, w_t *high)
{
    *low = bmill_morton2_u64(a, b);
    *high = bmill_morton2_u64(a >> 32, b >> 32);
}
BMILL_ALWAYS_INLINE void w_deinterleave(w_t low, w_t high, w_t *even, w_t *odd)
{
    *even = bmill_morton2_x_u64(low) | bmill_morton2_x_u64(high) << 32;
    *odd = bmill_morton2_y_u64(low) | bmill_morton2_y_u64(high) << 32;
}

#endif
