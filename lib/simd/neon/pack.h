/* pack.h: for kernels/pack.h. */
#ifndef BMILL_SIMD_NEON_PACK_H
#define BMILL_SIMD_NEON_PACK_H

#include "simd/simd.h"

BMILL_ALWAYS_INLINE v_t v_reverse_eights(v_t v) { return (v_t)vrev64q_u8((v_bytes)v); }

/* Each byte becomes a copy of the byte that has its bit, and keeps only that bit. */
#define BMILL_HAVE_UNPACK
BMILL_ALWAYS_INLINE v_t v_unpack(w_t word, bool msb)
{
    const v_bytes byte = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};
    const v_bytes own = (v_bytes)V_BOTH(msb ? 0x0102040810204080 : 0x8040201008040201);
    v_bytes bytes = vqtbl1q_u8((v_bytes)(v_t){word, 0}, byte);
    return (v_t)(vtstq_u8(bytes, own) & 1);
}
BMILL_ALWAYS_INLINE x_t x_unpack(w_t word, bool msb) { return v_unpack(word, msb); }

#define BMILL_HAVE_REVERSE_IN_BYTES
BMILL_ALWAYS_INLINE v_t v_reverse_in_bytes(v_t a, v_t b)
{
    return (void)b, (v_t)vrbitq_u8((v_bytes)a);
}
BMILL_ALWAYS_INLINE x_t x_reverse_in_bytes(x_t a, x_t b) { return v_reverse_in_bytes(a, b); }

#endif
