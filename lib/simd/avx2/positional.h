/* positional.h: counts by positions for AVX2: see kernels/positional.h. */
#ifndef BMILL_SIMD_AVX2_POSITIONAL_H
#define BMILL_SIMD_AVX2_POSITIONAL_H

#include "simd/simd.h"

#define BMILL_HAVE_BIT_COUNTS

/* Byte b of part[k] counts bit k of byte b of each vector. */
struct bit_counts {
    v_t part[8];
};
enum { ADDS_FIT = 255 };

BMILL_ALWAYS_INLINE struct bit_counts bit_counts_zero(void)
{
    v_t zero = v_zero();
    return (struct bit_counts){{zero, zero, zero, zero, zero, zero, zero, zero}};
}

BMILL_ALWAYS_INLINE void bit_counts_add(struct bit_counts *c, v_t v)
{
    const v_t ones = _mm256_set1_epi8(1);
#define ADD(k) \
    c->part[k] = _mm256_add_epi8(c->part[k], _mm256_and_si256(_mm256_srli_epi16(v, k), ones));
    BMILL_FOR_8(ADD)
#undef ADD
}

BMILL_ALWAYS_INLINE void bit_counts_double(struct bit_counts *c)
{
#define DOUBLE(k) c->part[k] = _mm256_add_epi8(c->part[k], c->part[k]);
    BMILL_FOR_8(DOUBLE)
#undef DOUBLE
}

/* The sums of bytes 8 apart, which count the same position of four words, as 16 bits each. */
BMILL_ALWAYS_INLINE __m128i sums_of_4(v_t bytes)
{
    v_t two = _mm256_add_epi16(_mm256_unpacklo_epi8(bytes, v_zero()),
                               _mm256_unpackhi_epi8(bytes, v_zero()));
    return _mm_add_epi16(_mm256_castsi256_si128(two), _mm256_extracti128_si256(two, 1));
}

BMILL_ALWAYS_INLINE void move_4(uint64_t *counts, __m128i sums, unsigned shift, bool add)
{
    v_t wide = _mm256_slli_epi64(_mm256_cvtepu16_epi64(sums), (int)shift);
    v_t *at = (void *)counts;
    _mm256_storeu_si256(at, add ? v_add64(wide, _mm256_loadu_si256(at)) : wide);
}

/* The sums for bit k of bytes 0 to 7 are one vector; 8 by 8 numbers are transposed. */
BMILL_ALWAYS_INLINE void bit_counts_move(struct bit_counts *c, uint64_t counts[64], unsigned shift,
                                         bool add)
{
    for (int k = 0; k < 8; k += 4) {
        __m128i s0 = sums_of_4(c->part[k]), s1 = sums_of_4(c->part[k + 1]);
        __m128i s2 = sums_of_4(c->part[k + 2]), s3 = sums_of_4(c->part[k + 3]);
        __m128i low01 = _mm_unpacklo_epi16(s0, s1), low23 = _mm_unpacklo_epi16(s2, s3);
        __m128i high01 = _mm_unpackhi_epi16(s0, s1), high23 = _mm_unpackhi_epi16(s2, s3);
        __m128i bytes01 = _mm_unpacklo_epi32(low01, low23),
                bytes23 = _mm_unpackhi_epi32(low01, low23);
        __m128i bytes45 = _mm_unpacklo_epi32(high01, high23),
                bytes67 = _mm_unpackhi_epi32(high01, high23);
        move_4(counts + k, bytes01, shift, add);
        move_4(counts + 8 + k, _mm_srli_si128(bytes01, 8), shift, add);
        move_4(counts + 16 + k, bytes23, shift, add);
        move_4(counts + 24 + k, _mm_srli_si128(bytes23, 8), shift, add);
        move_4(counts + 32 + k, bytes45, shift, add);
        move_4(counts + 40 + k, _mm_srli_si128(bytes45, 8), shift, add);
        move_4(counts + 48 + k, bytes67, shift, add);
        move_4(counts + 56 + k, _mm_srli_si128(bytes67, 8), shift, add);
    }
    *c = bit_counts_zero();
}

#endif
