/* search.h: fields of 6 bits: see kernels/search.h. */
#ifndef BMILL_SIMD_AVX512_SEARCH_H
#define BMILL_SIMD_AVX512_SEARCH_H

#include "simd/simd.h"
#include "tables/thresholds.h"

#define BMILL_HAVE_V_LOOKUP

/* At least 13 of 18 bits are in the quick fields, at whichever bit of byte b they begin. */
enum { QUICK_BITS = AVX512_QUICK_BITS, QUICK_SKIP = 0 };
#define FIELDS_OF_TWO_BYTES \
    4, { 0, 2, 8, 10 }
#define FIELDS_OF_THREE_BYTES \
    6, { 0, 2, 8, 10, 16, 18 }
#define QUICK_FIELDS \
    3, { 2, 8, 16 }

/* Entry x of 64 is the AND of what the six bits of x allow. What bit j allows is the byte of the
 * word that begins at bit 5 - j, or at bit 37 - j if bit j is 1. */
BMILL_ALWAYS_INLINE v_t v_table(w_t allowed, unsigned at)
{
#define SAME(byte) ((byte)*0x0101010101010101)
    const v_t bit0 = _mm512_set1_epi64(0x2505250525052505);
    const v_t bit1 = _mm512_set1_epi64(0x2424040424240404);
    const v_t bit2 = _mm512_set1_epi64(0x2323232303030303);
    const v_t bit3 = _mm512_set4_epi64(SAME(34), SAME(2), SAME(34), SAME(2));
    const v_t bit4 = _mm512_set4_epi64(SAME(33), SAME(33), SAME(1), SAME(1));
    const v_t bit5 = _mm512_maskz_mov_epi64(0xf0, _mm512_set1_epi8(32));
#undef SAME
    v_t word = _mm512_set1_epi64((long long)(allowed >> (19 - at)));
    v_t bits012 = v_and(
        _mm512_multishift_epi64_epi8(bit0, word),
        v_and(_mm512_multishift_epi64_epi8(bit1, word), _mm512_multishift_epi64_epi8(bit2, word)));
    v_t bits345 = v_and(
        _mm512_multishift_epi64_epi8(bit3, word),
        v_and(_mm512_multishift_epi64_epi8(bit4, word), _mm512_multishift_epi64_epi8(bit5, word)));
    return v_and(bits012, bits345);
}
/* Looks up the field of each byte that begins at bit 0 or 2; the instruction ignores bits 6 and 7.
 */
BMILL_ALWAYS_INLINE v_t v_lookup(v_t table, v_t v, unsigned at)
{
    return _mm512_permutexvar_epi8(at ? _mm512_srli_epi16(v, 2) : v, table);
}

#endif
