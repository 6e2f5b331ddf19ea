/* w.h: the part of the vocabulary for words of 8 bytes that is the same on every ISA: see simd.h.
 *
 * A word is loaded little-endian, so that bit i of the memory is bit i of the word on every host.
 */
#ifndef BMILL_SIMD_W_H
#define BMILL_SIMD_W_H

#include "floats.h"
#include "simd/compiler.h"
#include <bitmill/word.h>
#include <string.h>

typedef uint64_t w_t;
enum { W_BYTES = 8 };

BMILL_ALWAYS_INLINE w_t w_load(const unsigned char *p) { return bmill_load_le_u64(p); }
BMILL_ALWAYS_INLINE void w_store(unsigned char *p, w_t x) { bmill_store_le_u64(p, x); }

BMILL_ALWAYS_INLINE w_t w_and(w_t a, w_t b) { return a & b; }
BMILL_ALWAYS_INLINE w_t w_or(w_t a, w_t b) { return a | b; }
BMILL_ALWAYS_INLINE w_t w_xor(w_t a, w_t b) { return a ^ b; }
BMILL_ALWAYS_INLINE w_t w_andnot(w_t a, w_t b) { return a & ~b; }
BMILL_ALWAYS_INLINE w_t w_not(w_t a) { return ~a; }
BMILL_ALWAYS_INLINE w_t w_nand(w_t a, w_t b) { return ~(a & b); }
BMILL_ALWAYS_INLINE w_t w_nor(w_t a, w_t b) { return ~(a | b); }
BMILL_ALWAYS_INLINE w_t w_xnor(w_t a, w_t b) { return ~(a ^ b); }
BMILL_ALWAYS_INLINE w_t w_ornot(w_t a, w_t b) { return a | ~b; }

BMILL_ALWAYS_INLINE w_t w_reverse(w_t a) { return bmill_reverse_u64(a); }

#endif
