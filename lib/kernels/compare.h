/* compare.h: two counts of the same two bitmaps, for the similarities of bits/compare.c. */
#ifndef BMILL_KERNELS_COMPARE_H
#define BMILL_KERNELS_COMPARE_H

#include "kernels/count.h"
#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* An operation in its three forms. */
struct op_forms {
    w_op *w;
    x_op *x;
    v_op *v;
};

#ifdef BMILL_HAVE_V_POPCOUNT

/* Adds the counts of first(a, b) and second(a, b) of the vectors at byte i. */
BMILL_ALWAYS_INLINE void count_both_at(const unsigned char *a, const unsigned char *b, size_t i,
                                       struct op_forms first, struct op_forms second, v_t *c0,
                                       v_t *c1)
{
    v_t x = v_held(v_load(a + i));
    v_t y = v_held(v_load(b + i));
    *c0 = v_add64(*c0, v_popcount(first.v(x, y)));
    *c1 = v_add64(*c1, v_popcount(second.v(x, y)));
}

/* counts[0] and counts[1] become the counts of first(a, b) and second(a, b); in one pass. */
BMILL_ALWAYS_INLINE void count_both(const void *a_, const void *b_, size_t nbits, size_t counts[2],
                                    struct op_forms first, struct op_forms second)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    size_t n = bytes_of(nbits);
    size_t i = 0;
    v_t c0 = v_zero();
    v_t c1 = v_zero();
    v_t d0 = v_zero();
    v_t d1 = v_zero();
    /* Not added to c0 and c1: gcc would copy these in each turn of the loop. */
    v_t rest0 = v_zero();
    v_t rest1 = v_zero();
    if (n < V_BYTES) {
        counts[0] = count_small(a, b, nbits, first.w, first.v);
        counts[1] = count_small(a, b, nbits, second.w, second.v);
        return;
    }
    for (; i + 2 * V_BYTES < n; i += 2 * V_BYTES) {
        count_both_at(a, b, i, first, second, &c0, &c1);
        count_both_at(a, b, i + V_BYTES, first, second, &d0, &d1);
    }
    if (i + V_BYTES < n) {
        count_both_at(a, b, i, first, second, &rest0, &rest1);
        i += V_BYTES;
    }
    rest0 = v_add64(rest0, count_last(a, b, i, nbits, first.v));
    rest1 = v_add64(rest1, count_last(a, b, i, nbits, second.v));
    counts[0] = v_sum64(v_add64(v_add64(c0, d0), rest0));
    counts[1] = v_sum64(v_add64(v_add64(c1, d1), rest1));
}

#else

/* Counting by full adders needs many registers. So each block is counted twice; it is loaded from
 * memory once. */
BMILL_ALWAYS_INLINE void count_both(const void *a_, const void *b_, size_t nbits, size_t counts[2],
                                    struct op_forms first, struct op_forms second)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    counts[0] = 0;
    counts[1] = 0;
    while (nbits > 0) {
        size_t block = min_size(nbits, SIMILARITY_BLOCK_BITS);
        counts[0] += loop_count(a, b, block, first.w, first.x, first.v);
        counts[1] += loop_count(a, b, block, second.w, second.x, second.v);
        a += SIMILARITY_BLOCK_BITS / 8;
        b += SIMILARITY_BLOCK_BITS / 8;
        nbits -= block;
    }
}

#endif

BMILL_KERNEL void count_and_xor_kernel(const void *a, const void *b, size_t nbits, size_t counts[2])
{
    const struct op_forms first = {w_and, x_and, v_and};
    const struct op_forms second = {w_xor, x_xor, v_xor};
    count_both(a, b, nbits, counts, first, second);
}
BMILL_KERNEL void count_and_first_kernel(const void *a, const void *b, size_t nbits,
                                         size_t counts[2])
{
    const struct op_forms first = {w_and, x_and, v_and};
    const struct op_forms second = {w_first, x_first, v_first};
    count_both(a, b, nbits, counts, first, second);
}

#endif
