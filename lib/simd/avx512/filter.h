/* filter.h: steps for kernels/filter.h: one instruction each. */
#ifndef BMILL_SIMD_AVX512_FILTER_H
#define BMILL_SIMD_AVX512_FILTER_H

#include "simd/simd.h"

#define BMILL_HAVE_FILTER
enum { FILTER_LANES_u8 = 64, FILTER_LANES_u16 = 32, FILTER_LANES_u32 = 16, FILTER_LANES_u64 = 8 };
enum { FILTER_STEP_ONES = 2 };

#define STEPS(T, lanes, mask_t)                                                                 \
    BMILL_ALWAYS_INLINE void filter_step_##T(unsigned char *dst, const unsigned char *a, w_t m) \
    {                                                                                           \
        v_store(dst, _mm512_mask_compress_##lanes(v_fresh_zero(), (mask_t)m, v_load(a)));       \
    }                                                                                           \
    BMILL_ALWAYS_INLINE void expand_step_##T(unsigned char *dst, const unsigned char *a, w_t m) \
    {                                                                                           \
        v_store(dst, _mm512_mask_expand_##lanes(v_fresh_zero(), (mask_t)m, v_load(a)));         \
    }
STEPS(u8, epi8, __mmask64)
STEPS(u16, epi16, __mmask32)
STEPS(u32, epi32, __mmask16)
STEPS(u64, epi64, __mmask8)

#endif
