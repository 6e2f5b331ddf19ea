/* w_plain.h: counting in words for the sets that run everywhere: see simd.h. The helpers of
 * bitmill/word.h do it in plain C, or as the compiler's flags allow. */
#ifndef BMILL_SIMD_W_PLAIN_H
#define BMILL_SIMD_W_PLAIN_H

#include "simd/w.h"
#include "simd/w_steps.h"

BMILL_ALWAYS_INLINE unsigned w_popcount(w_t a) { return bmill_popcount_u64(a); }
BMILL_ALWAYS_INLINE unsigned w_ctz(w_t a) { return bmill_ctz_u64(a); }
BMILL_ALWAYS_INLINE unsigned w_clz(w_t a) { return bmill_clz_u64(a); }

#endif
