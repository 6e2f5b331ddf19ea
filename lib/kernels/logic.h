/* logic.h: dst = op(a, b), and the same with the number of 1 bits in the result. */
#ifndef BMILL_KERNELS_LOGIC_H
#define BMILL_KERNELS_LOGIC_H

#include "kernels/blocks.h"
#include "kernels/count.h"
#include "kernels/ends.h"
#include "kernels/op.h"
#include "kernels/stream.h"
#include "simd/simd.h"

BMILL_ALWAYS_INLINE void map_four(unsigned char *dst, const unsigned char *a,
                                  const unsigned char *b, size_t i, v_op *v, bool streams)
{
    struct four r = {v_at(a, b, i, v), v_at(a, b, i + V_BYTES, v), v_at(a, b, i + 2 * V_BYTES, v),
                     v_at(a, b, i + 3 * V_BYTES, v)};
    if (streams)
        four_stream(dst + i, r);
    else
        four_store(dst + i, four_places(), r);
}

/* The vectors between the first, which ends at i, and the last. Of vectors of 16 bytes eight at a
 * time: the speed of a loop of four depends on its address (not of 4 KiB, Zen 5: 56 to 73 ns, of
 * eight 55). */
BMILL_ALWAYS_INLINE void map_between(unsigned char *dst, const unsigned char *a,
                                     const unsigned char *b, size_t i, size_t n, v_op *v,
                                     bool streams)
{
    for (; V_BYTES == 16 && i + 8 * V_BYTES < n; i += 8 * V_BYTES) {
        map_four(dst, a, b, i, v, streams);
        map_four(dst, a, b, i + 4 * V_BYTES, v, streams);
    }
    for (; i + 4 * V_BYTES < n; i += 4 * V_BYTES)
        map_four(dst, a, b, i, v, streams);
    for (; i + V_BYTES < n; i += V_BYTES)
        v_store(dst + i, v_at(a, b, i, v));
}

/* n bytes, k to 2 k vectors, as k vectors from either end; `last` is the last one. All is loaded
 * before anything is stored, so that dst may overlap a and b in any way. */
BMILL_ALWAYS_INLINE void map_from_both_ends(unsigned char *dst, const unsigned char *a,
                                            const unsigned char *b, size_t n, v_t last, size_t k,
                                            v_op *v)
{
    v_t up[4];
    v_t down[4] = {last};
    BMILL_UNROLL
    for (size_t i = 0; i < k; i++) {
        up[i] = v_at(a, b, V_BYTES * i, v);
        if (i > 0)
            down[i] = v_at(a, b, n - V_BYTES * (i + 1), v);
    }
    both_ends_store(dst, n, up, down, k);
}

/* The loop of the shapes MAP1 and MAP2. */
BMILL_ALWAYS_INLINE void loop_map(void *dst_, const void *a_, const void *b_, size_t nbits, w_op *w,
                                  x_op *x, v_op *v)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    size_t n = bytes_of(nbits);
    size_t i;
    v_t first, last;
    if (is_one_vector(nbits)) {
        v_store(dst, v_at(a, b, 0, v));
        return;
    }
    if (!BMILL_LIKELY(n >= V_BYTES)) {
        map_small(dst, a, b, nbits, w, x);
        return;
    }
    last = map_last(dst, a, b, nbits, v);
    if (BMILL_LIKELY(n <= 8 * V_BYTES)) {
        if (BMILL_LIKELY(n <= 2 * V_BYTES))
            map_from_both_ends(dst, a, b, n, last, 1, v);
        else if (n <= 4 * V_BYTES)
            map_from_both_ends(dst, a, b, n, last, 2, v);
        else
            map_from_both_ends(dst, a, b, n, last, 4, v);
        return;
    }
    /* Both ends overlap what the loop does. They are computed before it and stored after it, so
     * that dst may be a or b. */
    first = v_at(a, b, 0, v);
    i = second_vector(dst, n);
    if (!BMILL_LIKELY(n < STREAM_LEAST_BYTES / 3) && bmill_is_streamed(n, a == b ? 2 : 3) &&
        dst != a && dst != b) {
        map_between(dst, a, b, i, n, v, true);
        v_stream_end();
    } else {
        map_between(dst, a, b, i, n, v, false);
    }
    v_store(dst, first);
    v_store(dst + n - V_BYTES, last);
}

/* ---- With the number of 1 bits ---- */

BMILL_ALWAYS_INLINE size_t map_with_count_small(unsigned char *dst, const unsigned char *a,
                                                const unsigned char *b, size_t nbits, w_op *w,
                                                x_op *x, v_op *v)
{
    /* The count comes first: dst may be a or b, and a load of bytes that were just stored in pieces
     * cannot be forwarded and would wait. */
    size_t ones = count_small(a, b, nbits, w, v);
    map_small(dst, a, b, nbits, w, x);
    return ones;
}

/* The loop of the shape WITH2. */
BMILL_ALWAYS_INLINE size_t loop_map_with_count(void *dst_, const void *a_, const void *b_,
                                               size_t nbits, w_op *w, x_op *x, v_op *v)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    size_t n = bytes_of(nbits);
    size_t i, ones;
    v_t first, last, total;
    if (is_one_vector(nbits)) {
        first = v_at(a, b, 0, v);
        v_store(dst, first);
        return v_sum64(v_popcount(first));
    }
    if (!BMILL_LIKELY(n >= V_BYTES))
        return map_with_count_small(dst, a, b, nbits, w, x, v);
    first = v_at(a, b, 0, v);
    last = v_last(a, b, nbits, v);
    if (BMILL_LIKELY(n <= 2 * V_BYTES)) {
        v_t kept = v_keep_bits(dst, nbits, last); /* the first vector may cover the last byte too */
        v_store(dst, first);
        v_store(dst + n - V_BYTES, kept);
        return v_sum64(count_two(first, last, n));
    }
    if (!dst)
        BMILL_UNREACHABLE; /* or gcc asks for each vector whether it is stored */
    i = second_vector(dst, n);
    total = v_popcount(v_keep_first(first, i));
    ones = count_between(&total, dst, a, b, &i, n, w, v);
    total = v_add64(total, v_popcount(v_keep_last(last, n - i)));
    v_store(dst, first);
    v_store(dst + n - V_BYTES, v_keep_bits(dst, nbits, last));
    return ones + v_sum64(total);
}

#endif
