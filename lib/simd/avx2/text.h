/* text.h: 64 binary digits, 32 at a time: see kernels/text.h. */
#ifndef BMILL_SIMD_AVX2_TEXT_H
#define BMILL_SIMD_AVX2_TEXT_H

#include "simd/avx2/hex.h"
#include "simd/simd.h"

#define BMILL_HAVE_DIGITS

/* Each byte eight times, of which each copy keeps one bit; a digit 1 is '0' minus -1. */
BMILL_ALWAYS_INLINE void put_32(char *text, uint32_t x)
{
    const v_t bytes =
        _mm256_setr_epi64x(0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
    const v_t bits = _mm256_set1_epi64x((long long)0x8040201008040201);
    v_t v = v_and(_mm256_shuffle_epi8(_mm256_set1_epi32((int)x), bytes), bits);
    v_t minus = _mm256_cmpeq_epi8(v, bits);
    v_store((unsigned char *)text, _mm256_sub_epi8(_mm256_set1_epi8('0'), minus));
}
BMILL_ALWAYS_INLINE void format_binary_64(char *text, w_t x)
{
    put_32(text, (uint32_t)x);
    put_32(text + 32, (uint32_t)(x >> 32));
}

BMILL_ALWAYS_INLINE bool parse_binary_64(const char *text, w_t *x)
{
    const v_t one = _mm256_set1_epi8('1'), low = _mm256_set1_epi8(1);
    v_t a = v_load((const unsigned char *)text), b = v_load((const unsigned char *)text + 32);
    v_t right_a = _mm256_cmpeq_epi8(v_or(a, low), one),
        right_b = _mm256_cmpeq_epi8(v_or(b, low), one);
    uint32_t bits_a = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, one));
    uint32_t bits_b = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, one));
    *x = bits_a | (w_t)bits_b << 32;
    return _mm256_movemask_epi8(v_and(right_a, right_b)) == -1;
}

#endif
