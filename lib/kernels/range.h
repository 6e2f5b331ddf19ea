/* range.h: a part of a bitmap: it begins at bit d of the first byte, 0 to 7, and ends before bit
 * nbits, in another word. */
#ifndef BMILL_KERNELS_RANGE_H
#define BMILL_KERNELS_RANGE_H

#include "kernels/blocks.h"
#include "kernels/count.h"
#include "kernels/ends.h"
#include "kernels/logic.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* Bytes whose d lowest bits are 1 and all others 0, d from 0 to 7. */
BMILL_ALWAYS_INLINE const unsigned char *bits_below(unsigned d)
{
    return bmill_last_mask[8 - d] + 63;
}

/* ---- count: more than a word ----
 *
 * The bits below d are masked away in the first vector, before anything is counted. To subtract
 * them at the end is as fast, but then valgrind and MSan report a range if the bits before it were
 * never written. */

/* Less than a vector. */
BMILL_ALWAYS_INLINE size_t count_range_small(const unsigned char *p, unsigned d, size_t nbits)
{
    size_t n = bytes_of(nbits);
    size_t i, total;
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(p))) {
        v_t all = v_small(p, p, nbits, v_first);
        return v_sum64(v_popcount(v_andnot(all, v_load(bits_below(d)))));
    }
#endif
    total = w_popcount(w_load(p) & ~(w_t)0 << d);
    for (i = W_BYTES; i + W_BYTES < n; i += W_BYTES)
        total += w_popcount(w_load(p + i));
    return total + w_popcount(w_last(p, p, nbits, w_first) >> 8 * (W_BYTES - (n - i)));
}

BMILL_KERNEL size_t count_range_kernel(const void *bits, unsigned d, size_t nbits)
{
    const unsigned char *p = bits;
    size_t n = bytes_of(nbits);
    if (V_BYTES > 8 && n < V_BYTES)
        return count_range_small(p, d, nbits);
    if (V_BYTES > 8 && BMILL_LIKELY(n == V_BYTES)) /* 512 bits are common */
        return v_sum64(v_popcount(v_andnot(v_last(p, p, nbits, v_first), v_load(bits_below(d)))));
    return count_long(v_andnot(v_load(p), v_load(bits_below(d))), p, p, nbits, w_first, v_first);
}

/* ---- flip: more than a word ----
 *
 * As loop_map does it (logic.h). The ends are two pieces that may overlap, but neither has both the
 * first bit and the last one. */

/* `size` bytes whose `unused` highest bits are 0 and all others 1. */
BMILL_ALWAYS_INLINE const unsigned char *bits_up_to(unsigned unused, size_t size)
{
    return bmill_last_mask[unused] + 64 - size;
}

/* One to two pieces of 8 or 16 bytes, half a vector or a vector; the last piece begins at q. */
BMILL_ALWAYS_INLINE void w_flip(unsigned char *p, unsigned char *q, unsigned d, unsigned unused)
{
    w_t first = w_load(p) ^ ~(w_t)0 << d;
    w_t last = w_load(q) ^ ~(w_t)0 >> unused;
    w_store(p, first);
    w_store(q, last);
}
BMILL_ALWAYS_INLINE void x_flip(unsigned char *p, unsigned char *q, unsigned d, unsigned unused)
{
    x_t first = x_xnor(x_load(p), x_load(bits_below(d)));
    x_t last = x_xor(x_load(q), x_load(bits_up_to(unused, X_BYTES)));
    x_store(p, first);
    x_store(q, last);
}
#ifdef BMILL_HAVE_HALF
BMILL_ALWAYS_INLINE void h_flip(unsigned char *p, unsigned char *q, unsigned d, unsigned unused)
{
    h_t first = h_xnor(h_load(p), h_load(bits_below(d)));
    h_t last = h_xor(h_load(q), h_load(bits_up_to(unused, H_BYTES)));
    h_store(p, first);
    h_store(q, last);
}
enum { FLIP_SHORT_BYTES = 2 * H_BYTES };
#else
enum { FLIP_SHORT_BYTES = 2 * X_BYTES };
#endif

BMILL_ALWAYS_INLINE void v_flip(unsigned char *p, size_t n, unsigned d, unsigned unused)
{
    unsigned char *q = p + n - V_BYTES;
    v_t first = v_xnor(v_load(p), v_load(bits_below(d)));
    v_t last = v_xor(v_load(q), v_load(bits_up_to(unused, V_BYTES)));
    if (!BMILL_LIKELY(n <= 2 * V_BYTES))
        map_between(p, p, p, second_vector(p, n), n, v_not_first, false);
    v_store(p, first);
    v_store(q, last);
}

BMILL_KERNEL void flip_range_kernel(void *bits, unsigned d, size_t nbits)
{
    unsigned char *p = bits;
    size_t n = bytes_of(nbits);
    unsigned unused = unused_bits(nbits);
    if (BMILL_LIKELY(n == V_BYTES)) /* 512 bits are common */
        v_store(
            p, v_xor(v_xor(v_load(p), v_load(bits_below(d))), v_load(bits_up_to(unused, V_BYTES))));
    else if (n > FLIP_SHORT_BYTES)
        v_flip(p, n, d, unused);
#ifdef BMILL_HAVE_HALF
    else if (n > 2 * X_BYTES)
        h_flip(p, p + n - H_BYTES, d, unused);
#endif
    else if (n > 2 * W_BYTES)
        x_flip(p, p + n - X_BYTES, d, unused);
    else
        w_flip(p, p + n - W_BYTES, d, unused);
}

/* ---- fill: whole bytes, with 0 or all 1 bits ----
 *
 * By vectors of 32 bytes or more, up to the length from which results are stored non-temporally.
 * memset of glibc 2.36 is `rep stosb` from 4 KiB on. Its time over that of vectors, AVX-512 and
 * AVX2 on Zen 5: 1 and 2 KiB 0.9 to 1.0, 4 KiB 1.8, 16 KiB 1.6, 512 KiB 1.5, 2 MiB 0.9, 8 MiB
 * 0.85 to 1.9, 64 MiB 0.8. By SSE2 0.4. */

BMILL_KERNEL void fill_kernel(void *dst_, size_t n, w_t value)
{
    unsigned char *dst = dst_;
    v_t v = value ? v_not(v_zero()) : v_zero();
    size_t i;
    if (V_BYTES < 32 || n < V_BYTES ||
        (!BMILL_LIKELY(n < STREAM_LEAST_BYTES) && bmill_is_streamed(n, 1))) {
        memset(dst, (int)(value & 0xff), n);
        return;
    }
    i = V_BYTES - (uintptr_t)dst % V_BYTES;
    v_store(dst, v);
    for (; i + 4 * V_BYTES < n; i += 4 * V_BYTES)
        four_store(dst + i, four_places(), (struct four){v, v, v, v});
    for (; i + V_BYTES < n; i += V_BYTES)
        v_store(dst + i, v);
    v_store(dst + n - V_BYTES, v);
}

#endif
