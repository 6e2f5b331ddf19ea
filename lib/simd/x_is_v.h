/* x_is_v.h: x_t of simd.h where a vector has 16 bytes or less: it is the vector. */
#ifndef BMILL_SIMD_X_IS_V_H
#define BMILL_SIMD_X_IS_V_H

#include "simd/sets.h"
#if BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon.h"
#elif BMILL_SIMD == BMILL_SIMD_VEC128
#include "simd/vec128.h"
#else
#include "simd/words.h"
#endif

typedef v_t x_t;
enum { X_BYTES = V_BYTES };

BMILL_ALWAYS_INLINE x_t x_load(const unsigned char *p) { return v_load(p); }
BMILL_ALWAYS_INLINE void x_store(unsigned char *p, x_t x) { v_store(p, x); }
BMILL_ALWAYS_INLINE x_t x_and(x_t a, x_t b) { return v_and(a, b); }
BMILL_ALWAYS_INLINE x_t x_or(x_t a, x_t b) { return v_or(a, b); }
BMILL_ALWAYS_INLINE x_t x_xor(x_t a, x_t b) { return v_xor(a, b); }
BMILL_ALWAYS_INLINE x_t x_andnot(x_t a, x_t b) { return v_andnot(a, b); }
BMILL_ALWAYS_INLINE x_t x_not(x_t a) { return v_not(a); }
BMILL_ALWAYS_INLINE x_t x_nand(x_t a, x_t b) { return v_nand(a, b); }
BMILL_ALWAYS_INLINE x_t x_nor(x_t a, x_t b) { return v_nor(a, b); }
BMILL_ALWAYS_INLINE x_t x_xnor(x_t a, x_t b) { return v_xnor(a, b); }
BMILL_ALWAYS_INLINE x_t x_ornot(x_t a, x_t b) { return v_ornot(a, b); }
BMILL_ALWAYS_INLINE bool x_any(x_t x) { return v_any(x); }
BMILL_ALWAYS_INLINE x_t x_from_last_byte(unsigned byte) { return v_from_last_byte(byte); }
BMILL_ALWAYS_INLINE x_t x_shl64(x_t x, unsigned n) { return v_shl64(x, n); }
BMILL_ALWAYS_INLINE x_t x_shr64(x_t x, unsigned n) { return v_shr64(x, n); }
BMILL_ALWAYS_INLINE x_t x_reverse(x_t x) { return v_reverse(x); }

#endif
