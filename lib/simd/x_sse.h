/* x_sse.h: x_t of simd.h, 16 bytes, for AVX2 and AVX-512. */
#ifndef BMILL_SIMD_X_SSE_H
#define BMILL_SIMD_X_SSE_H

#include "simd/w.h"
#include <immintrin.h>

typedef __m128i x_t;
enum { X_BYTES = 16 };

BMILL_ALWAYS_INLINE x_t x_load(const unsigned char *p) { return _mm_loadu_si128((const void *)p); }
BMILL_ALWAYS_INLINE void x_store(unsigned char *p, x_t x) { _mm_storeu_si128((void *)p, x); }
BMILL_ALWAYS_INLINE x_t x_and(x_t a, x_t b) { return _mm_and_si128(a, b); }
BMILL_ALWAYS_INLINE x_t x_or(x_t a, x_t b) { return _mm_or_si128(a, b); }
BMILL_ALWAYS_INLINE x_t x_xor(x_t a, x_t b) { return _mm_xor_si128(a, b); }
BMILL_ALWAYS_INLINE x_t x_andnot(x_t a, x_t b) { return _mm_andnot_si128(b, a); }
BMILL_ALWAYS_INLINE x_t x_not(x_t a) { return _mm_xor_si128(a, _mm_set1_epi8(-1)); }
BMILL_ALWAYS_INLINE x_t x_nand(x_t a, x_t b) { return x_not(x_and(a, b)); }
BMILL_ALWAYS_INLINE x_t x_nor(x_t a, x_t b) { return x_not(x_or(a, b)); }
BMILL_ALWAYS_INLINE x_t x_xnor(x_t a, x_t b) { return x_not(x_xor(a, b)); }
BMILL_ALWAYS_INLINE x_t x_ornot(x_t a, x_t b) { return x_or(a, x_not(b)); }
BMILL_ALWAYS_INLINE bool x_any(x_t x) { return !_mm_testz_si128(x, x); }
BMILL_ALWAYS_INLINE x_t x_from_last_byte(unsigned byte)
{
    return _mm_slli_si128(_mm_cvtsi32_si128((int)byte), 15);
}
BMILL_ALWAYS_INLINE x_t x_shl64(x_t x, unsigned n) { return _mm_sllv_epi64(x, _mm_set1_epi64x(n)); }
BMILL_ALWAYS_INLINE x_t x_shr64(x_t x, unsigned n) { return _mm_srlv_epi64(x, _mm_set1_epi64x(n)); }

/* v_load_halves and v_store_halves for less than 32 bytes. */
BMILL_ALWAYS_INLINE __m256i y_load_halves(const unsigned char *low, const unsigned char *end,
                                          size_t n)
{
    __m128i x;
    if (n >= 16)
        return _mm256_inserti128_si256(_mm256_castsi128_si256(x_load(low)), x_load(end - 16), 1);
    if (n >= 8)
        x = _mm_set_epi64x((long long)w_load(end - 8), (long long)w_load(low));
    else
        x = _mm_cvtsi64_si128((long long)bmill_load_le(end - n, n));
    return _mm256_zextsi128_si256(x);
}
BMILL_ALWAYS_INLINE void y_store_halves(unsigned char *p, size_t n, __m256i y)
{
    __m128i x = _mm256_castsi256_si128(y);
    if (n >= 16) {
        x_store(p, x);
        x_store(p + n - 16, _mm256_extracti128_si256(y, 1));
    } else if (n >= 8) {
        w_store(p, (w_t)_mm_cvtsi128_si64(x));
        w_store(p + n - 8, (w_t)_mm_extract_epi64(x, 1));
    } else {
        bmill_store_le(p, n, (w_t)_mm_cvtsi128_si64(x));
    }
}

#endif
