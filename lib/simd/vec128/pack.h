/* pack.h: for kernels/pack.h; v_reverse_eights is in vec128.h. */
#ifndef BMILL_SIMD_VEC128_PACK_H
#define BMILL_SIMD_VEC128_PACK_H

#include "simd/simd.h"

/* Byte k is byte k / 8 of the word. */
BMILL_ALWAYS_INLINE v_t v_each_byte_eight_times(w_t word)
{
#if defined(__SSE2__) && !defined(__SSSE3__)
    __m128i x = _mm_cvtsi32_si128((int)(uint32_t)word);
    x = _mm_shufflelo_epi16(_mm_unpacklo_epi8(x, x), 0x50);
    return (v_t)_mm_shuffle_epi32(x, 0x50);
#else
#define BYTE_OF_BIT(k) ((k) / 8)
    return V_SHUFFLE(((v_t){word, 0}), v_zero(), BYTE_OF_BIT);
#undef BYTE_OF_BIT
#endif
}

/* Each byte becomes a copy of the byte that has its bit, keeps only that bit, and becomes 0 or 1.
 */
#define BMILL_HAVE_UNPACK
BMILL_ALWAYS_INLINE v_t v_unpack(w_t word, bool msb)
{
    const v_t own = V_BOTH(msb ? 0x0102040810204080 : 0x8040201008040201);
    v_t bits = v_each_byte_eight_times(word) & own;
    return (v_t)((v_bytes)bits == (v_bytes)own) & V_BOTH(0x0101010101010101);
}
BMILL_ALWAYS_INLINE x_t x_unpack(w_t word, bool msb) { return v_unpack(word, msb); }

#define BMILL_HAVE_REVERSE_IN_BYTES
BMILL_ALWAYS_INLINE v_t v_reverse_in_bytes(v_t a, v_t b) { return (void)b, v_reverse_each_byte(a); }
BMILL_ALWAYS_INLINE x_t x_reverse_in_bytes(x_t a, x_t b) { return v_reverse_in_bytes(a, b); }

#endif
