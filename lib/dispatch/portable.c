/* portable.c: the kernels in plain C, eight bytes at a time. They run everywhere, and are the
 * baseline of the benchmarks: built without auto-vectorisation. */
#include "simd/words.h"

typedef w_t v_t;
enum { V_BYTES = W_BYTES };

BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p) { return w_load(p); }
BMILL_ALWAYS_INLINE void v_store(unsigned char *p, v_t v) { w_store(p, v); }
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
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v) { return bmill_ctz_u64(v) / 8; }
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v) { return (63 - bmill_clz_u64(v)) / 8; }
BMILL_ALWAYS_INLINE v_t v_keep_first(v_t v, size_t n)
{
    return n < 8 ? v & (((v_t)1 << 8 * n) - 1) : v;
}
BMILL_ALWAYS_INLINE v_t v_keep_last(v_t v, size_t n) { return n ? v >> 8 * (8 - n) : 0; }
BMILL_ALWAYS_INLINE v_t v_from_last_byte(unsigned byte) { return (v_t)byte << 56; }
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v) { return bmill_popcount_u64(v); }
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return a + b; }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v) { return (size_t)v; }
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n) { return v << n; }
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n) { return v >> n; }
BMILL_ALWAYS_INLINE v_t v_load_halves(const unsigned char *low, const unsigned char *end, size_t n)
{
    return (void)low, bmill_load_le(end - n, n);
}
BMILL_ALWAYS_INLINE void v_store_halves(unsigned char *p, size_t n, v_t v)
{
    bmill_store_le(p, n, v);
}

/* There is nothing between a word and a vector here; these are not used. */
typedef v_t x_t;
enum { X_BYTES = V_BYTES };
#define x_load           v_load
#define x_store          v_store
#define x_and            v_and
#define x_or             v_or
#define x_xor            v_xor
#define x_andnot         v_andnot
#define x_not            v_not
#define x_nand           v_nand
#define x_nor            v_nor
#define x_xnor           v_xnor
#define x_ornot          v_ornot
#define x_any            v_any
#define x_from_last_byte v_from_last_byte
#define x_shl64          v_shl64
#define x_shr64          v_shr64

#define BMILL_TABLE    bmill_kernels_portable
#define BMILL_ISA_NAME "portable"
#define BMILL_SPECIALS "simd/words/special.h"
#include "kernels/all.h"
