/* search.h: fields of 4 bits, the halves of bytes: see kernels/search.h. */
#ifndef BMILL_SIMD_NEON_SEARCH_H
#define BMILL_SIMD_NEON_SEARCH_H

#include "simd/simd.h"
#include "tables/thresholds.h"

#define BMILL_HAVE_V_LOOKUP

/* See simd/avx2/search.h, whose fields have the same bits. */
enum { QUICK_BITS = AVX2_QUICK_BITS, QUICK_SKIP = 1 };
#define FIELDS_OF_TWO_BYTES \
    4, { 0, 4, 8, 12 }
#define FIELDS_OF_THREE_BYTES \
    6, { 0, 4, 8, 12, 16, 20 }
#define QUICK_FIELDS \
    4, { 0, 4, 8, 12 }

/* Entry x is the AND of what the four bits of x allow. The word is shifted for each bit; then its
 * byte 0 is what a 0 allows, and its byte 4 what a 1 allows. */
BMILL_ALWAYS_INLINE v_t v_table(w_t allowed, unsigned at)
{
    const v_bytes bit0 = {0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4};
    const v_bytes bit1 = {0, 0, 4, 4, 0, 0, 4, 4, 0, 0, 4, 4, 0, 0, 4, 4};
    const v_bytes bit2 = {0, 0, 0, 0, 4, 4, 4, 4, 0, 0, 0, 0, 4, 4, 4, 4};
    const v_bytes bit3 = {0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4};
    w_t word = allowed >> (21 - at);
    v_bytes of_bits01 =
        vqtbl1q_u8((v_bytes)V_BOTH(word >> 3), bit0) & vqtbl1q_u8((v_bytes)V_BOTH(word >> 2), bit1);
    v_bytes of_bits23 =
        vqtbl1q_u8((v_bytes)V_BOTH(word >> 1), bit2) & vqtbl1q_u8((v_bytes)V_BOTH(word), bit3);
    return (v_t)(of_bits01 & of_bits23);
}
/* Looks up the field of each byte that begins at bit 0 or 4. */
BMILL_ALWAYS_INLINE v_t v_lookup(v_t table, v_t v, unsigned at)
{
    return (v_t)vqtbl1q_u8((v_bytes)table, at ? (v_bytes)v >> 4 : (v_bytes)v & 15);
}

#endif
