/* pack.h: for kernels/pack.h. */
#ifndef BMILL_SIMD_AVX2_PACK_H
#define BMILL_SIMD_AVX2_PACK_H

#include "simd/simd.h"

BMILL_ALWAYS_INLINE v_t v_reverse_eights(v_t v)
{
    const v_t order = _mm256_set_epi64x(0x08090a0b0c0d0e0f, 0x0001020304050607, /**/
                                        0x08090a0b0c0d0e0f, 0x0001020304050607);
    return _mm256_shuffle_epi8(v, order);
}

/* Each byte becomes a copy of the byte that has its bit, keeps only that bit, and becomes 0 or 1.
 * The word is hidden: else clang does not load it by a broadcast, but takes a shuffle more (4 KiB:
 * 54 ns instead of 41, Zen 5). */
#define BMILL_HAVE_UNPACK
BMILL_ALWAYS_INLINE v_t v_unpack(w_t word, bool msb)
{
    const v_t byte = _mm256_set_epi64x(0x0303030303030303, 0x0202020202020202, /**/
                                       0x0101010101010101, 0);
    const v_t own = _mm256_set1_epi64x(msb ? 0x0102040810204080 : (long long)0x8040201008040201);
    v_t bytes = _mm256_set1_epi32((int)(uint32_t)word);
    __asm__("" : "+x"(bytes));
    bytes = v_and(_mm256_shuffle_epi8(bytes, byte), own);
    return _mm256_min_epu8(bytes, _mm256_set1_epi8(1));
}
BMILL_ALWAYS_INLINE x_t x_unpack(w_t word, bool msb)
{
    return _mm256_castsi256_si128(v_unpack(word, msb));
}

/* Each half of a byte is reversed by a table of 16 entries, and becomes the other half. */
#define BMILL_HAVE_REVERSE_IN_BYTES
BMILL_ALWAYS_INLINE v_t v_reverse_in_bytes(v_t a, v_t b)
{
    const v_t to_high =
        _mm256_setr_epi8(0, -128, 64, -64, 32, -96, 96, -32, 16, -112, 80, -48, 48, -80, 112, -16,
                         0, -128, 64, -64, 32, -96, 96, -32, 16, -112, 80, -48, 48, -80, 112, -16);
    const v_t to_low = _mm256_setr_epi8(0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15, /**/
                                        0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15);
    const v_t nibble = _mm256_set1_epi8(15);
    v_t high = _mm256_shuffle_epi8(to_high, v_and(a, nibble));
    v_t low = _mm256_shuffle_epi8(to_low, v_and(_mm256_srli_epi16(a, 4), nibble));
    return (void)b, v_or(high, low);
}
BMILL_ALWAYS_INLINE x_t x_reverse_in_bytes(x_t a, x_t b)
{
    v_t v = _mm256_castsi128_si256(a);
    return (void)b, _mm256_castsi256_si128(v_reverse_in_bytes(v, v));
}

#endif
