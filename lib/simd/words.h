/* words.h: the vocabulary in plain C: a vector is one word of 8 bytes. See simd.h.
 *
 * For machines without vectors: see sets.h.
 */
#ifndef BMILL_SIMD_WORDS_H
#define BMILL_SIMD_WORDS_H

#include "simd/w_plain.h"

typedef w_t v_t;
enum { V_BYTES = W_BYTES };

BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p) { return w_load(p); }
BMILL_ALWAYS_INLINE void v_store(unsigned char *p, v_t v) { w_store(p, v); }
BMILL_ALWAYS_INLINE v_t v_from_words(const w_t *words) { return *words; }
BMILL_ALWAYS_INLINE void v_stream(unsigned char *p, v_t v) { v_store(p, v); }
BMILL_ALWAYS_INLINE void v_stream_end(void) {}
BMILL_ALWAYS_INLINE v_t v_and(v_t a, v_t b) { return a & b; }
BMILL_ALWAYS_INLINE v_t v_or(v_t a, v_t b) { return a | b; }
BMILL_ALWAYS_INLINE v_t v_xor(v_t a, v_t b) { return a ^ b; }
BMILL_ALWAYS_INLINE v_t v_andnot(v_t a, v_t b) { return a & ~b; }
BMILL_ALWAYS_INLINE v_t v_not(v_t a) { return ~a; }
BMILL_ALWAYS_INLINE v_t v_nand(v_t a, v_t b) { return v_not(v_and(a, b)); }
BMILL_ALWAYS_INLINE v_t v_nor(v_t a, v_t b) { return v_not(v_or(a, b)); }
BMILL_ALWAYS_INLINE v_t v_xnor(v_t a, v_t b) { return v_not(v_xor(a, b)); }
BMILL_ALWAYS_INLINE v_t v_ornot(v_t a, v_t b) { return v_or(a, v_not(b)); }
BMILL_ALWAYS_INLINE v_t v_zero(void) { return 0; }
BMILL_ALWAYS_INLINE bool v_any(v_t v) { return v != 0; }
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v) { return w_ctz(v) / 8; }
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v) { return (63 - w_clz(v)) / 8; }
BMILL_ALWAYS_INLINE v_t v_keep_first(v_t v, size_t n)
{
    return n < 8 ? v & (((v_t)1 << 8 * n) - 1) : v;
}
BMILL_ALWAYS_INLINE v_t v_keep_last(v_t v, size_t n) { return n ? v >> 8 * (8 - n) : 0; }
BMILL_ALWAYS_INLINE v_t v_from_last_byte(unsigned byte) { return (v_t)byte << 56; }
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v) { return w_popcount(v); }
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return a + b; }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v) { return (size_t)v; }
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n) { return v << n; }
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n) { return v >> n; }
BMILL_ALWAYS_INLINE v_t v_load_first(const unsigned char *p, size_t n)
{
    return bmill_load_le(p, n);
}
BMILL_ALWAYS_INLINE v_t v_load_halves(const unsigned char *low, const unsigned char *end, size_t n)
{
    return (void)low, bmill_load_le(end - n, n);
}
BMILL_ALWAYS_INLINE void v_store_halves(unsigned char *p, size_t n, v_t v)
{
    bmill_store_le(p, n, v);
}

BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r) { return v >> r | next << (64 - r); }
BMILL_ALWAYS_INLINE v_t v_from_first_byte(unsigned byte) { return byte; }
BMILL_ALWAYS_INLINE v_t v_reverse(v_t v) { return w_reverse(v); }
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
    w_interleave(a, b, low, high);
}
BMILL_ALWAYS_INLINE void v_deinterleave(v_t low, v_t high, v_t *even, v_t *odd)
{
    w_deinterleave(low, high, even, odd);
}

#endif
