/* runs.h: the bits after each element: see kernels/runs.h. */
#ifndef BMILL_SIMD_AVX512_RUNS_H
#define BMILL_SIMD_AVX512_RUNS_H

#include "simd/simd.h"

/* The element after each element of x, and those from `bit` bits later, 0 to 8 * size - 1; `next`
 * follows x in memory. Each vector is loaded once, where loads at the addresses of these elements
 * would cross cache lines: 4 KiB on Zen 4 in 75 ns, with such loads 105 to 130. */
#define BMILL_HAVE_V_RUN_PARTS
BMILL_ALWAYS_INLINE void v_run_parts(v_t x, v_t next, unsigned bit, size_t size, v_t *after, v_t *y)
{
    v_t lane1 = _mm512_alignr_epi64(next, x, 1), lane2 = _mm512_alignr_epi64(next, x, 2);
    if (size == 8) {
        *after = lane1;
        *y = _mm512_shrdv_epi64(lane1, lane2, _mm512_set1_epi64(bit));
        return;
    }
    *after = size == 1   ? _mm512_shrdi_epi64(x, lane1, 8)
             : size == 2 ? _mm512_shrdi_epi64(x, lane1, 16)
                         : _mm512_shrdi_epi64(x, lane1, 32);
    *y = _mm512_shrdv_epi64(x, lane1, _mm512_set1_epi64((long long)(8 * size + bit)));
}

#endif
