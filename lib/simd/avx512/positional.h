/* positional.h: counts by positions for AVX-512: see kernels/positional.h.
 *
 * A byte permutation brings together byte b of the 8 words of a vector, for each b. Transposed as 8
 * by 8 bits, byte 8 * b + k is bit 8 * b + k of the 8 words, which one instruction counts.
 */
#ifndef BMILL_SIMD_AVX512_POSITIONAL_H
#define BMILL_SIMD_AVX512_POSITIONAL_H

#include "simd/avx512/matrix.h"
#include "simd/simd.h"

#define BMILL_HAVE_BIT_COUNTS

struct bit_counts {
    v_t bytes; /* byte i counts position i */
};
enum { ADDS_FIT = 255 / 8 };

BMILL_ALWAYS_INLINE struct bit_counts bit_counts_zero(void)
{
    return (struct bit_counts){v_zero()};
}

BMILL_ALWAYS_INLINE void bit_counts_add(struct bit_counts *c, v_t v)
{
    v_t squares = transpose_squares(permute(to_squares[3], v));
    c->bytes = _mm512_add_epi8(c->bytes, _mm512_popcnt_epi8(squares));
}

BMILL_ALWAYS_INLINE void bit_counts_double(struct bit_counts *c)
{
    c->bytes = _mm512_add_epi8(c->bytes, c->bytes);
}

BMILL_ALWAYS_INLINE void bit_counts_move(struct bit_counts *c, uint64_t counts[64], unsigned shift,
                                         bool add)
{
    unsigned char bytes[64];
    v_store(bytes, c->bytes);
    BMILL_UNROLL
    for (size_t i = 0; i < 64; i += 8) {
        v_t wide = _mm512_cvtepu8_epi64(_mm_loadl_epi64((const void *)(bytes + i)));
        wide = _mm512_slli_epi64(wide, shift);
        _mm512_storeu_si512(counts + i, add ? v_add64(wide, _mm512_loadu_si512(counts + i)) : wide);
    }
    *c = bit_counts_zero();
}

#endif
