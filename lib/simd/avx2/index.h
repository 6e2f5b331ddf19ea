/* index.h: decode for AVX2: what simd/decode_bytes.h needs. */
#ifndef BMILL_SIMD_AVX2_INDEX_H
#define BMILL_SIMD_AVX2_INDEX_H

#include "simd/byte_tables.h"
#include "simd/simd.h"

/* Stores eight elements: x plus the position of each 1 bit of the byte, then x. */
BMILL_ALWAYS_INLINE void store_positions(unsigned char *p, unsigned byte, v_t x, size_t width)
{
    __m128i row = _mm_loadl_epi64((const void *)&positions_in_byte[byte]);
    if (width == 2) {
        x_store(p, _mm_add_epi16(_mm_cvtepu8_epi16(row), _mm256_castsi256_si128(x)));
    } else if (width == 4) {
        v_store(p, _mm256_add_epi32(_mm256_cvtepu8_epi32(row), x));
    } else {
        v_store(p, _mm256_add_epi64(_mm256_cvtepu8_epi64(row), x));
        v_store(p + V_BYTES, _mm256_add_epi64(_mm256_cvtepu8_epi64(_mm_srli_si128(row, 4)), x));
    }
}

BMILL_ALWAYS_INLINE v_t add_elements(v_t a, v_t b, size_t width)
{
    return width == 2   ? _mm256_add_epi16(a, b)
           : width == 4 ? _mm256_add_epi32(a, b)
                        : _mm256_add_epi64(a, b);
}

BMILL_ALWAYS_INLINE unsigned nonzero_words(const unsigned char *line)
{
    v_t low = _mm256_cmpeq_epi64(v_load(line), v_zero());
    v_t high = _mm256_cmpeq_epi64(v_load(line + V_BYTES), v_zero());
    unsigned zeros = (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(low)) |
                     (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(high)) << 4;
    return zeros ^ 0xff;
}

BMILL_ALWAYS_INLINE void decode_bytes(void *dst, size_t n, const unsigned char *from, uint64_t x,
                                      size_t width)
{
    v_t elements = v_broadcast(x, width);
    BMILL_UNROLL_8
    for (unsigned k = 0; k < 8; k++) {
        unsigned byte = from[k];
        store_positions((unsigned char *)dst + width * n, byte, elements, width);
        elements = add_elements(elements, v_broadcast(8, width), width);
        n += w_popcount(byte);
    }
}

/* Not w_ctz: gcc gathers four unsigned results in a vector, one by one. */
BMILL_ALWAYS_INLINE uint64_t lowest_one(w_t word) { return _tzcnt_u64(word); }

#include "simd/decode_bytes.h"

#endif
