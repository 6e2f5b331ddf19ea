/* neon.h: the vocabulary for NEON (Advanced SIMD) of AArch64, little-endian: 16 bytes a vector. See
 * simd.h.
 *
 * What C has an operator for is said by it: the types of arm_neon.h are vectors of the compiler,
 * which then also sees constants.
 */
#ifndef BMILL_SIMD_NEON_H
#define BMILL_SIMD_NEON_H

#include "simd/w_plain.h"
#include <arm_neon.h>

typedef uint64x2_t v_t;
typedef uint8x16_t v_bytes;
enum { V_BYTES = 16 };

/* The constant x in both lanes. */
#define V_BOTH(x) ((v_t){x, x})

BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p) { return (v_t)vld1q_u8(p); }
BMILL_ALWAYS_INLINE void v_store(unsigned char *p, v_t v) { vst1q_u8(p, (v_bytes)v); }
/* The non-temporal store (stnp) has no intrinsic. */
BMILL_ALWAYS_INLINE void v_stream(unsigned char *p, v_t v) { v_store(p, v); }
BMILL_ALWAYS_INLINE void v_stream_end(void) {}
BMILL_ALWAYS_INLINE v_t v_from_words(const w_t *words) { return (v_t){words[0], words[1]}; }
BMILL_ALWAYS_INLINE v_t v_zero(void) { return V_BOTH(0); }
BMILL_ALWAYS_INLINE v_t v_and(v_t a, v_t b) { return a & b; }
BMILL_ALWAYS_INLINE v_t v_or(v_t a, v_t b) { return a | b; }
BMILL_ALWAYS_INLINE v_t v_xor(v_t a, v_t b) { return a ^ b; }
BMILL_ALWAYS_INLINE v_t v_andnot(v_t a, v_t b) { return a & ~b; }
BMILL_ALWAYS_INLINE v_t v_not(v_t a) { return ~a; }
BMILL_ALWAYS_INLINE v_t v_nand(v_t a, v_t b) { return ~(a & b); }
BMILL_ALWAYS_INLINE v_t v_nor(v_t a, v_t b) { return ~(a | b); }
BMILL_ALWAYS_INLINE v_t v_xnor(v_t a, v_t b) { return ~(a ^ b); }
BMILL_ALWAYS_INLINE v_t v_ornot(v_t a, v_t b) { return a | ~b; }
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return a + b; }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v) { return vaddvq_u64(v); }
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n) { return v << n; }
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n) { return v >> n; }

/* cnt counts in bytes; three additions of neighbours widen that to a lane. Four vectors share
 * them. */
#define BMILL_HAVE_V_POPCOUNT
#define BMILL_V_POPCOUNT_IS_CHEAPER
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v)
{
    return vpaddlq_u32(vpaddlq_u16(vpaddlq_u8(vcntq_u8((v_bytes)v))));
}
#define BMILL_HAVE_V_ADD_POPCOUNTS
BMILL_ALWAYS_INLINE v_t v_add_popcounts(v_t total, v_t a, v_t b, v_t c, v_t d)
{
    v_bytes two = vcntq_u8((v_bytes)a) + vcntq_u8((v_bytes)b);
    v_bytes four = two + (vcntq_u8((v_bytes)c) + vcntq_u8((v_bytes)d));
    return vpadalq_u32(total, vpaddlq_u16(vpaddlq_u8(four)));
}

/* A choice by bits is one instruction (bsl). */
#define BMILL_HAVE_V_FULL_ADDER
BMILL_ALWAYS_INLINE v_t v_full_adder(v_t *low, v_t a, v_t b)
{
    v_t half = *low ^ a, carry = vbslq_u64(half, b, a);
    *low = half ^ b;
    return carry;
}

BMILL_ALWAYS_INLINE bool v_any(v_t v) { return vmaxvq_u32((uint32x4_t)v) != 0; }
/* Four bits for each byte, 1 if it is not 0: NEON has no movemask, but a shift that narrows. */
BMILL_ALWAYS_INLINE w_t v_nonzero_bytes(v_t v)
{
    uint16x8_t nonzero = (uint16x8_t)vtstq_u8((v_bytes)v, (v_bytes)v);
    return vget_lane_u64((uint64x1_t)vshrn_n_u16(nonzero, 4), 0);
}
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v) { return w_ctz(v_nonzero_bytes(v)) / 4; }
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v) { return 15 - w_clz(v_nonzero_bytes(v)) / 4; }

/* A window of 16 bytes of this keeps the first or the last n of a vector. */
_Alignas(16) static const unsigned char windows[48] = {
#define ONES_8 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
    [0] = ONES_8,
    ONES_8, /* then 16 zeros */
    [32] = ONES_8,
    ONES_8,
#undef ONES_8
};
BMILL_ALWAYS_INLINE v_t v_keep_first(v_t v, size_t n) { return v & v_load(windows + 16 - n); }
BMILL_ALWAYS_INLINE v_t v_keep_last(v_t v, size_t n) { return v & v_load(windows + 16 + n); }
BMILL_ALWAYS_INLINE v_t v_from_first_byte(unsigned byte) { return (v_t){byte, 0}; }
BMILL_ALWAYS_INLINE v_t v_from_last_byte(unsigned byte) { return (v_t){0, (w_t)byte << 56}; }

/* Not inlined: it is long, and 80 kernels have a use for it. */
BMILL_NOINLINE v_t v_load_first(const unsigned char *p, size_t n)
{
    return n > 8 ? (v_t){w_load(p), bmill_load_le(p + 8, n - 8)} : (v_t){bmill_load_le(p, n), 0};
}
/* 8 bytes are one piece here, because one load takes less time than two. */
BMILL_ALWAYS_INLINE v_t v_load_halves(const unsigned char *p, const unsigned char *end, size_t n)
{
    return n > 8 ? (v_t)vcombine_u8(vld1_u8(p), vld1_u8(end - 8))
                 : (v_t){bmill_load_le(end - n, n), 0};
}
BMILL_ALWAYS_INLINE void v_store_halves(unsigned char *p, size_t n, v_t v)
{
    if (n > 8) {
        vst1_u8(p, vget_low_u8((v_bytes)v));
        vst1_u8(p + n - 8, vget_high_u8((v_bytes)v));
    } else {
        bmill_store_le(p, n, v[0]);
    }
}

/* ---- Moves ---- */

BMILL_ALWAYS_INLINE v_t v_reverse(v_t v)
{
    v_bytes lanes = vrev64q_u8(vrbitq_u8((v_bytes)v));
    return (v_t)vextq_u8(lanes, lanes, 8);
}
BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r)
{
    return v_or(v_shr64(v, r), v_shl64(vextq_u64(v, next, 1), 64 - r));
}

/* The square of a polynomial has zeros between its coefficients. */
BMILL_ALWAYS_INLINE uint16x8_t spread_bits(uint8x8_t bytes)
{
    return (uint16x8_t)vmull_p8((poly8x8_t)bytes, (poly8x8_t)bytes);
}
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
    uint16x8_t odd = spread_bits(vget_low_u8((v_bytes)b));
    *low = (v_t)(spread_bits(vget_low_u8((v_bytes)a)) | odd << 1);
    odd = spread_bits(vget_high_u8((v_bytes)b));
    *high = (v_t)(spread_bits(vget_high_u8((v_bytes)a)) | odd << 1);
}

/* Moves the even bits of each byte to its low nibble, and the odd bits to its high nibble. */
BMILL_ALWAYS_INLINE v_bytes sorted_bytes(v_bytes v)
{
    const v_bytes table = {0, 1, 16, 17, 2, 3, 18, 19, 32, 33, 48, 49, 34, 35, 50, 51};
    return vqtbl1q_u8(table, v & 15) | vqtbl1q_u8(table << 2, v >> 4);
}
BMILL_ALWAYS_INLINE void v_deinterleave(v_t low, v_t high, v_t *even, v_t *odd)
{
    v_bytes first = sorted_bytes(vuzp1q_u8((v_bytes)low, (v_bytes)high));
    v_bytes second = sorted_bytes(vuzp2q_u8((v_bytes)low, (v_bytes)high));
    *even = (v_t)vsliq_n_u8(first, second, 4);
    *odd = (v_t)vsriq_n_u8(second, first, 4);
}

/* ---- Numbers in lanes ---- */

#define BMILL_HAVE_V_BROADCAST
BMILL_ALWAYS_INLINE v_t v_broadcast(uint64_t x, size_t size)
{
    return size == 1   ? (v_t)vdupq_n_u8((uint8_t)x)
           : size == 2 ? (v_t)vdupq_n_u16((uint16_t)x)
           : size == 4 ? (v_t)vdupq_n_u32((uint32_t)x)
                       : vdupq_n_u64(x);
}

#define BMILL_HAVE_V_ELEMENTS
BMILL_ALWAYS_INLINE v_t v_sub(v_t a, v_t b, size_t size)
{
    return size == 1   ? (v_t)((v_bytes)a - (v_bytes)b)
           : size == 2 ? (v_t)((uint16x8_t)a - (uint16x8_t)b)
           : size == 4 ? (v_t)((uint32x4_t)a - (uint32x4_t)b)
                       : a - b;
}
BMILL_ALWAYS_INLINE v_t v_load_at_bit(const unsigned char *p, unsigned bit, size_t size)
{
    (void)size;
    p += bit / 8;
    return v_or(v_shr64(v_load(p), bit % 8), v_shl64(v_load(p + 1), 8 - bit % 8));
}
BMILL_ALWAYS_INLINE v_t v_load_sevens(const unsigned char *p)
{
    return (v_t)vcombine_u8(vld1_u8(p), vld1_u8(p + 7));
}
/* All 1 bits in the elements that are 0. */
BMILL_ALWAYS_INLINE v_t zero_elements(v_t v, size_t size)
{
    return size == 1   ? (v_t)vceqzq_u8((v_bytes)v)
           : size == 2 ? (v_t)vceqzq_u16((uint16x8_t)v)
           : size == 4 ? (v_t)vceqzq_u32((uint32x4_t)v)
                       : vceqzq_u64(v);
}
BMILL_ALWAYS_INLINE v_t v_zero_of_both(v_t a, v_t b, size_t size)
{
    return size == 1   ? (v_t)vminq_u8((v_bytes)a, (v_bytes)b)
           : size == 2 ? (v_t)vminq_u16((uint16x8_t)a, (uint16x8_t)b)
           : size == 4 ? (v_t)vminq_u32((uint32x4_t)a, (uint32x4_t)b)
                       : v_andnot(a, zero_elements(b, size));
}
BMILL_ALWAYS_INLINE bool v_any_zero(v_t v, size_t size)
{
    return size == 1   ? vminvq_u8((v_bytes)v) == 0
           : size == 2 ? vminvq_u16((uint16x8_t)v) == 0
           : size == 4 ? vminvq_u32((uint32x4_t)v) == 0
                       : v_any(zero_elements(v, size));
}
BMILL_ALWAYS_INLINE size_t v_find_first_zero(v_t v, size_t size)
{
    return v_find_first_byte(zero_elements(v, size));
}

#endif
