/* hex.h: 16 hexadecimal digits in 16 bytes, for AVX2 and AVX-512: see kernels/text.h. */
#ifndef BMILL_SIMD_AVX2_HEX_H
#define BMILL_SIMD_AVX2_HEX_H

#include "simd/w.h"
#include <immintrin.h>

BMILL_ALWAYS_INLINE void format_hex_16(char *text, w_t x)
{
    const __m128i digits = _mm_setr_epi8('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b',
                                         'c', 'd', 'e', 'f');
    const __m128i low_half = _mm_set1_epi8(15);
    __m128i bytes = _mm_cvtsi64_si128((long long)x);
    __m128i low = _mm_and_si128(bytes, low_half);
    __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), low_half);
    _mm_storeu_si128((void *)text, _mm_shuffle_epi8(digits, _mm_unpacklo_epi8(low, high)));
}

/* All bits 1 where v <= max, unsigned. */
BMILL_ALWAYS_INLINE __m128i at_most(__m128i v, char max)
{
    return _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(max)), v);
}

BMILL_ALWAYS_INLINE bool parse_hex_16(const char *text, w_t *x)
{
    __m128i c = _mm_loadu_si128((const void *)text);
    __m128i digit = _mm_sub_epi8(c, _mm_set1_epi8('0'));
    __m128i letter = _mm_sub_epi8(_mm_or_si128(c, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    __m128i is_digit = at_most(digit, 9), is_letter = at_most(letter, 5);
    __m128i ten_more = _mm_add_epi8(letter, _mm_set1_epi8(10));
    __m128i value =
        _mm_or_si128(_mm_and_si128(is_digit, digit), _mm_and_si128(is_letter, ten_more));
    __m128i pairs = _mm_maddubs_epi16(value, _mm_set1_epi16(0x1001)); /* 16 * odd + even */
    *x = (w_t)_mm_cvtsi128_si64(_mm_packus_epi16(pairs, pairs));
    return _mm_movemask_epi8(_mm_or_si128(is_digit, is_letter)) == 0xffff;
}

#endif
