/* text.h: 64 binary digits are a mask: see kernels/text.h. */
#ifndef BMILL_SIMD_AVX512_TEXT_H
#define BMILL_SIMD_AVX512_TEXT_H

#include "simd/avx2/hex.h"
#include "simd/simd.h"

#define BMILL_HAVE_DIGITS

BMILL_ALWAYS_INLINE void format_binary_64(char *text, w_t x)
{
    _mm512_storeu_si512(text,
                        _mm512_mask_blend_epi8(x, _mm512_set1_epi8('0'), _mm512_set1_epi8('1')));
}

BMILL_ALWAYS_INLINE bool parse_binary_64(const char *text, w_t *x)
{
    const v_t one = _mm512_set1_epi8('1');
    v_t v = _mm512_loadu_si512(text);
    *x = _mm512_cmpeq_epi8_mask(v, one);
    return _mm512_cmpneq_epi8_mask(v_or(v, _mm512_set1_epi8(1)), one) == 0;
}

#endif
