/* test.h: whether op(a, b) has a 1 bit: the loop of the functions of bitmill/bits/test.h. */
#ifndef BMILL_KERNELS_TEST_H
#define BMILL_KERNELS_TEST_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* The loop of the shapes ANY1, ANY2, NONE1 and NONE2. */
BMILL_ALWAYS_INLINE bool loop_test(const void *a_, const void *b_, size_t nbits, w_op *w, x_op *x,
                                   v_op *v)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    size_t n = bytes_of(nbits);
    size_t i;
    v_t rest;
    if (BMILL_LIKELY(n <= TEST_SMALL_BYTES))
        return test_small(a, b, nbits, w, x, v);
    rest = v_last(a, b, nbits, v);
    if (BMILL_LIKELY(n <= 8 * V_BYTES))
        return v_any(v_or_up_to_8(a, b, n, rest, v));
    if (v_any(v_at(a, b, 0, v)))
        return true;
    i = second_vector(a, n);
    for (; is_inside_line(a + i, n); i += V_BYTES)
        if (v_any(v_at(a, b, i, v)))
            return true;
    for (; V_BYTES < 64 && i + 16 * V_BYTES < n; i += 16 * V_BYTES)
        if (v_any(v_or_of_16(a, b, i, v)))
            return true;
    for (; i + 8 * V_BYTES < n; i += 8 * V_BYTES)
        if (v_any(v_or_of_8(a, b, i, v)))
            return true;
    n -= 8 * V_BYTES;
    return v_any(v_or_up_to_8(a + n, b + n, 8 * V_BYTES, rest, v));
}

#endif
