/* find.h: the position of the first and of the last 1 bit of op(a, b). */
#ifndef BMILL_KERNELS_FIND_H
#define BMILL_KERNELS_FIND_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* The loop of the shapes FIND1 and FIND2. */
BMILL_ALWAYS_INLINE size_t loop_find(const void *a_, const void *b_, size_t nbits, w_op *w, x_op *x,
                                     v_op *v)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    size_t n = bytes_of(nbits);
    size_t i, byte;
    v_t r, last;
    (void)x;
    if (BMILL_LIKELY(n <= V_BYTES))
        return find_small(a, b, nbits, w, v);
    if (v_any(r = v_at(a, b, 0, v)))
        return first_in_byte(a, b, v_find_first_byte(r), w);
    last = v_last(a, b, nbits, v);
    i = V_BYTES;
    if (BMILL_LIKELY(n <= 8 * V_BYTES)) {
        if (!v_any(v_or_up_to_8(a, b, n, last, v)))
            return nbits;
    } else {
        size_t end = n - 8 * V_BYTES;
        i = second_vector(a, n);
        while (is_inside_line(a + i, n) && !v_any(v_at(a, b, i, v)))
            i += V_BYTES;
        while (V_BYTES < 64 && i + 8 * V_BYTES < end && !v_any(v_or_of_16(a, b, i, v)))
            i += 16 * V_BYTES;
        while (i < end && !v_any(v_or_of_8(a, b, i, v)))
            i += 8 * V_BYTES;
        if (i >= end && !v_any(v_or_up_to_8(a + end, b + end, 8 * V_BYTES, last, v)))
            return nbits;
    }
    for (; i + V_BYTES < n; i += V_BYTES)
        if (v_any(r = v_at(a, b, i, v)))
            return first_in_byte(a, b, i + v_find_first_byte(r), w);
    byte = n - V_BYTES + v_find_first_byte(last);
    return 8 * byte + w_ctz(bits_of_byte(a, b, nbits, byte, w));
}

/* The loop of the shapes LAST1 and LAST2: backwards in steps of 8 vectors whose loads ascend,
 * because descending loads halve the speed of L2. */
BMILL_ALWAYS_INLINE size_t loop_find_last(const void *a_, const void *b_, size_t nbits, w_op *w,
                                          x_op *x, v_op *v)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    size_t n = bytes_of(nbits);
    size_t end; /* of the bytes that are not tested yet */
    v_t r;
    (void)x;
    if (BMILL_LIKELY(n <= V_BYTES))
        return find_last_small(a, b, nbits, w, v);
    end = n - V_BYTES;
    if (v_any(r = v_last(a, b, nbits, v)))
        return last_in_byte(a, b, nbits, end + v_find_last_byte(r), w);
    if (n >= ALIGN_BYTES) /* up to a multiple of V_BYTES; the bytes tested again are zero */
        end += (0 - ((uintptr_t)a + end)) % V_BYTES;
    while (is_inside_line(a + end, n) && !v_any(v_at(a, b, end - V_BYTES, v)))
        end -= V_BYTES;
    while (V_BYTES < 64 && end >= 16 * V_BYTES && !v_any(v_or_of_16(a, b, end - 16 * V_BYTES, v)))
        end -= 16 * V_BYTES;
    while (end >= 8 * V_BYTES && !v_any(v_or_of_8(a, b, end - 8 * V_BYTES, v)))
        end -= 8 * V_BYTES;
    if (end < 8 * V_BYTES && end > V_BYTES &&
        !v_any(v_or_up_to_8(a, b, end, v_at(a, b, end - V_BYTES, v), v)))
        return nbits;
    while (end > 0) {
        end -= end < V_BYTES ? end : V_BYTES;
        if (v_any(r = v_at(a, b, end, v)))
            return last_in_byte(a, b, nbits, end + v_find_last_byte(r), w);
    }
    return nbits;
}

#endif
