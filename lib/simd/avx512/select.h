/* select.h: for kernels/select.h: counts of words have room in bytes, which one instruction sums.
 */
#ifndef BMILL_SIMD_AVX512_SELECT_H
#define BMILL_SIMD_AVX512_SELECT_H

#include "kernels/ends.h"
#include "simd/simd.h"

#define BMILL_HAVE_COUNT_BLOCK
BMILL_ALWAYS_INLINE size_t count_block(const unsigned char *a, w_op *w, v_op *v)
{
    __m128i ones = _mm512_cvtepi64_epi8(v_popcount(v_at(a, a, 0, v)));
    (void)w;
    return (size_t)_mm_cvtsi128_si64(_mm_sad_epu8(ones, _mm_setzero_si128()));
}

#endif
