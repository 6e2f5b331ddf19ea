/* pack.h: for kernels/pack.h. */
#ifndef BMILL_SIMD_AVX512_PACK_H
#define BMILL_SIMD_AVX512_PACK_H

#include "simd/simd.h"

BMILL_ALWAYS_INLINE v_t v_reverse_eights(v_t v)
{
    const v_t order = _mm512_set4_epi64(0x08090a0b0c0d0e0f, 0x0001020304050607, /**/
                                        0x08090a0b0c0d0e0f, 0x0001020304050607);
    return _mm512_shuffle_epi8(v, order);
}

#define BMILL_HAVE_UNPACK
/* Byte k of the result is the eight bits that begin at bit k of the word, of which it keeps bit 0.
 */
BMILL_ALWAYS_INLINE v_t v_unpack(w_t word, bool msb)
{
    const long long first = msb ? 0x0001020304050607 : 0x0706050403020100,
                    eight = 0x0808080808080808;
    const v_t from =
        _mm512_set_epi64(first + 7 * eight, first + 6 * eight, first + 5 * eight, first + 4 * eight,
                         first + 3 * eight, first + 2 * eight, first + eight, first);
    v_t bits = _mm512_multishift_epi64_epi8(from, _mm512_set1_epi64((long long)word));
    return v_and(bits, _mm512_set1_epi8(1));
}
BMILL_ALWAYS_INLINE x_t x_unpack(w_t word, bool msb)
{
    return _mm512_castsi512_si128(v_unpack(word, msb));
}

/* A byte as a vector of eight bits, times the antidiagonal matrix. */
#define BMILL_HAVE_REVERSE_IN_BYTES
BMILL_ALWAYS_INLINE v_t v_reverse_in_bytes(v_t a, v_t b)
{
    const v_t matrix = _mm512_set1_epi64((long long)0x8040201008040201);
    return (void)b, _mm512_gf2p8affine_epi64_epi8(a, matrix, 0);
}
BMILL_ALWAYS_INLINE x_t x_reverse_in_bytes(x_t a, x_t b)
{
    const x_t matrix = _mm_set1_epi64x((long long)0x8040201008040201);
    return (void)b, _mm_gf2p8affine_epi64_epi8(a, matrix, 0);
}

#endif
