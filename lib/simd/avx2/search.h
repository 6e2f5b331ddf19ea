/* search.h: fields of 4 bits, the halves of bytes: see kernels/search.h. */
#ifndef BMILL_SIMD_AVX2_SEARCH_H
#define BMILL_SIMD_AVX2_SEARCH_H

#include "simd/simd.h"
#include "tables/thresholds.h"

#define BMILL_HAVE_V_LOOKUP

/* 23 bits cover the two bytes after byte b completely, at whichever bit of byte b they begin. */
enum { QUICK_BITS = AVX2_QUICK_BITS, QUICK_SKIP = 1 };
#define FIELDS_OF_TWO_BYTES \
    4, { 0, 4, 8, 12 }
#define FIELDS_OF_THREE_BYTES \
    6, { 0, 4, 8, 12, 16, 20 }
#define QUICK_FIELDS \
    4, { 0, 4, 8, 12 }

/* Entry x of the 16 in each half is the AND of what the four bits of x allow. The word is shifted
 * for each bit; then its byte 0 is what a 0 allows, and its byte 4 what a 1 allows. */
BMILL_ALWAYS_INLINE v_t v_table(w_t allowed, unsigned at)
{
#define LANES(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))
    const v_t bit0 = LANES(0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4);
    const v_t bit1 = LANES(8, 8, 12, 12, 8, 8, 12, 12, 8, 8, 12, 12, 8, 8, 12, 12);
    const v_t bit2 = LANES(0, 0, 0, 0, 4, 4, 4, 4, 0, 0, 0, 0, 4, 4, 4, 4);
    const v_t bit3 = LANES(8, 8, 8, 8, 8, 8, 8, 8, 12, 12, 12, 12, 12, 12, 12, 12);
#undef LANES
    v_t word = _mm256_set1_epi64x((long long)(allowed >> (21 - at)));
    v_t bits01 = _mm256_srlv_epi32(word, _mm256_setr_epi32(3, 3, 2, 2, 3, 3, 2, 2));
    v_t bits23 = _mm256_srlv_epi32(word, _mm256_setr_epi32(1, 1, 0, 0, 1, 1, 0, 0));
    return v_and(v_and(_mm256_shuffle_epi8(bits01, bit0), _mm256_shuffle_epi8(bits01, bit1)),
                 v_and(_mm256_shuffle_epi8(bits23, bit2), _mm256_shuffle_epi8(bits23, bit3)));
}
/* Looks up the field of each byte that begins at bit 0 or 4. The bits above it are cleared, because
 * bit 7 would make the result 0. */
BMILL_ALWAYS_INLINE v_t v_lookup(v_t table, v_t v, unsigned at)
{
    return _mm256_shuffle_epi8(table,
                               v_and(at ? _mm256_srli_epi16(v, 4) : v, _mm256_set1_epi8(15)));
}

#endif
