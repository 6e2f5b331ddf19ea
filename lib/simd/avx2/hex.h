/* hex.h: 16 hexadecimal digits in 16 bytes, for AVX2 and AVX-512: see kernels/text.h. */
#ifndef BMILL_SIMD_AVX2_HEX_H
#define BMILL_SIMD_AVX2_HEX_H

#include "simd/w.h"
#include <immintrin.h>

#define BMILL_HAVE_HEX_16

BMILL_ALWAYS_INLINE __m128i hex_table(void)
{
    return _mm_setr_epi8('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e',
                         'f');
}

/* Weights of the digits of a byte, the one that comes first in the lower half. */
BMILL_ALWAYS_INLINE short hex_weights(bool msb) { return msb ? 0x0110 : 0x1001; }

BMILL_ALWAYS_INLINE void format_hex_16(unsigned char *text, w_t x, bool msb)
{
    const __m128i low_half = _mm_set1_epi8(15);
    __m128i bytes = _mm_cvtsi64_si128((long long)(msb ? bmill_byteswap_u64(x) : x));
    __m128i low = _mm_and_si128(bytes, low_half);
    __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), low_half);
    __m128i values = msb ? _mm_unpacklo_epi8(high, low) : _mm_unpacklo_epi8(low, high);
    _mm_storeu_si128((void *)text, _mm_shuffle_epi8(hex_table(), values));
}

/* Of a digit, c | 0x20 is below 'a' - 10, so that the difference is large as an unsigned number; of
 * a letter, c - '0' is 17 or more. */
BMILL_ALWAYS_INLINE w_t parse_hex_16(const unsigned char *text, bool msb)
{
    __m128i c = _mm_loadu_si128((const void *)text);
    __m128i digit = _mm_sub_epi8(c, _mm_set1_epi8('0'));
    __m128i letter = _mm_sub_epi8(_mm_or_si128(c, _mm_set1_epi8(0x20)), _mm_set1_epi8('a' - 10));
    __m128i pairs =
        _mm_maddubs_epi16(_mm_min_epu8(digit, letter), _mm_set1_epi16(hex_weights(msb)));
    w_t x = (w_t)_mm_cvtsi128_si64(_mm_packus_epi16(pairs, pairs));
    return msb ? bmill_byteswap_u64(x) : x;
}

#endif
