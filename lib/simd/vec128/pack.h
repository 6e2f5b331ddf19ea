/* pack.h: for kernels/pack.h. */
#ifndef BMILL_SIMD_VEC128_PACK_H
#define BMILL_SIMD_VEC128_PACK_H

#include "simd/simd.h"

BMILL_ALWAYS_INLINE v_t v_reverse_eights(v_t v)
{
#define LAST_OF_8_FIRST(k) ((k) ^ 7)
    return V_SHUFFLE(v, v, LAST_OF_8_FIRST);
#undef LAST_OF_8_FIRST
}

/* Each byte becomes the one that has its bit, keeps that bit alone, and becomes 0 or 1. */
#define BMILL_HAVE_UNPACK
BMILL_ALWAYS_INLINE v_t v_unpack(w_t word, bool msb)
{
#define BYTE_OF_BIT(k) ((k) / 8)
    const v_t own = V_BOTH(msb ? 0x0102040810204080 : 0x8040201008040201);
    v_t bytes = V_SHUFFLE(((v_t){word, 0}), v_zero(), BYTE_OF_BIT);
#undef BYTE_OF_BIT
    return (v_t)((v_bytes)(bytes & own) != 0) & V_BOTH(0x0101010101010101);
}
BMILL_ALWAYS_INLINE x_t x_unpack(w_t word, bool msb) { return v_unpack(word, msb); }

#define BMILL_HAVE_REVERSE_IN_BYTES
BMILL_ALWAYS_INLINE v_t v_reverse_in_bytes(v_t a, v_t b) { return (void)b, v_reverse_each_byte(a); }
BMILL_ALWAYS_INLINE x_t x_reverse_in_bytes(x_t a, x_t b) { return v_reverse_in_bytes(a, b); }

#endif
