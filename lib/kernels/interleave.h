/* interleave.h: one bitmap from the bits of two in turn, and two from one. Inputs and outputs do
 * not overlap. */
#ifndef BMILL_KERNELS_INTERLEAVE_H
#define BMILL_KERNELS_INTERLEAVE_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* 8 or V_BYTES bytes of either half, from byte i. */
BMILL_ALWAYS_INLINE void w_interleave_at(unsigned char *dst, const unsigned char *a,
                                         const unsigned char *b, size_t i)
{
    w_t low, high;
    w_interleave(w_load(a + i), w_load(b + i), &low, &high);
    w_store(dst + 2 * i, low);
    w_store(dst + 2 * i + W_BYTES, high);
}
BMILL_ALWAYS_INLINE void v_interleave_at(unsigned char *dst, const unsigned char *a,
                                         const unsigned char *b, size_t i)
{
    v_t low, high;
    v_interleave(v_load(a + i), v_load(b + i), &low, &high);
    v_store(dst + 2 * i, low);
    v_store(dst + 2 * i + V_BYTES, high);
}
BMILL_ALWAYS_INLINE void w_deinterleave_at(unsigned char *even, unsigned char *odd,
                                           const unsigned char *a, size_t i)
{
    w_t e, o;
    w_deinterleave(w_load(a + 2 * i), w_load(a + 2 * i + W_BYTES), &e, &o);
    w_store(even + i, e);
    w_store(odd + i, o);
}
BMILL_ALWAYS_INLINE void v_deinterleave_at(unsigned char *even, unsigned char *odd,
                                           const unsigned char *a, size_t i)
{
    v_t e, o;
    v_deinterleave(v_load(a + 2 * i), v_load(a + 2 * i + V_BYTES), &e, &o);
    v_store(even + i, e);
    v_store(odd + i, o);
}

#ifdef BMILL_HAVE_HALF
BMILL_ALWAYS_INLINE void h_deinterleave_at(unsigned char *even, unsigned char *odd,
                                           const unsigned char *a, size_t i)
{
    h_t e, o;
    h_deinterleave(v_load(a + 2 * i), &e, &o);
    h_store(even + i, e);
    h_store(odd + i, o);
}
#endif

BMILL_KERNEL void interleave_kernel(void *dst_, const void *a_, const void *b_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    size_t m = nbits / 8;
    size_t i = 0;
    size_t rest;
    w_t low, high;
    if (m >= V_BYTES) {
        for (; i + V_BYTES < m; i += V_BYTES)
            v_interleave_at(dst, a, b, i);
        v_interleave_at(dst, a, b, m - V_BYTES);
        i = m;
    }
#ifdef BMILL_HAVE_HALF
    else if (m >= H_BYTES) {
        size_t j = m - H_BYTES;
        v_store(dst, h_interleave(h_load(a), h_load(b)));
        v_store(dst + 2 * j, h_interleave(h_load(a + j), h_load(b + j)));
        i = m;
    }
#endif
    for (; i + W_BYTES <= m; i += W_BYTES)
        w_interleave_at(dst, a, b, i);
    rest = nbits - 8 * i;
    if (rest == 0)
        return;
    w_interleave(w_small(a + i, a + i, rest, w_first), w_small(b + i, b + i, rest, w_first), &low,
                 &high);
    w_store_bits(dst + 2 * i, rest <= 32 ? 2 * rest : 64, low);
    if (rest > 32)
        w_store_bits(dst + 2 * i + W_BYTES, 2 * rest - 64, high);
}

BMILL_KERNEL void deinterleave_kernel(void *even_, void *odd_, const void *a_, size_t nbits)
{
    unsigned char *even = even_;
    unsigned char *odd = odd_;
    const unsigned char *a = a_;
    size_t m = nbits / 8;
    size_t i = 0;
    size_t rest;
    w_t high = 0;
    w_t low, e, o;
    if (m >= V_BYTES) {
        for (; i + V_BYTES < m; i += V_BYTES)
            v_deinterleave_at(even, odd, a, i);
        v_deinterleave_at(even, odd, a, m - V_BYTES);
        i = m;
    }
#ifdef BMILL_HAVE_HALF
    else if (m >= H_BYTES) {
        h_deinterleave_at(even, odd, a, 0);
        h_deinterleave_at(even, odd, a, m - H_BYTES);
        i = m;
    }
#endif
    for (; i + W_BYTES <= m; i += W_BYTES)
        w_deinterleave_at(even, odd, a, i);
    rest = nbits - 8 * i;
    if (rest == 0)
        return;
    a += 2 * i;
    low = rest <= 32 ? w_small(a, a, 2 * rest, w_first) : w_load(a);
    if (rest > 32)
        high = w_small(a + W_BYTES, a + W_BYTES, 2 * rest - 64, w_first);
    w_deinterleave(low, high, &e, &o);
    w_store_bits(even + i, rest, e);
    w_store_bits(odd + i, rest, o);
}

#endif
