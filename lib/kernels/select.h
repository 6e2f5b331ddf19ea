/* select.h: the position of the k-th 1 bit of op(a). */
#ifndef BMILL_KERNELS_SELECT_H
#define BMILL_KERNELS_SELECT_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* Skips vectors, 8 at a time, whose 1 bits all come before the k-th; *k becomes its number among
 * the others. Returns the byte where they begin. */
BMILL_ALWAYS_INLINE size_t skip_eight_vectors(const unsigned char *a, size_t n, size_t *k, v_op *v)
{
    size_t i = 0;
    for (; i + 8 * V_BYTES < n; i += 8 * V_BYTES) {
        v_t c0 = v_zero();
        v_t c1 = v_zero();
        size_t ones;
        for (size_t j = 0; j < 8 * V_BYTES; j += 2 * V_BYTES) {
            c0 = v_add64(c0, v_popcount(v_at(a, a, i + j, v)));
            c1 = v_add64(c1, v_popcount(v_at(a, a, i + j + V_BYTES, v)));
        }
        ones = v_sum64(v_add64(c0, c1));
        if (*k < ones)
            break;
        *k -= ones;
    }
    return i;
}

BMILL_ALWAYS_INLINE size_t select_loop(const void *a_, size_t nbits, size_t k, w_op *w, v_op *v)
{
    const unsigned char *a = a_;
    size_t n = bytes_of(nbits);
    size_t i, ones;
    w_t word;
    if (n == 0)
        return nbits;
    i = skip_eight_vectors(a, n, &k, v);
    for (; i + V_BYTES < n && k >= (ones = v_sum64(v_popcount(v_at(a, a, i, v)))); i += V_BYTES)
        k -= ones;
    for (; i + W_BYTES < n; i += W_BYTES) {
        word = w(w_load(a + i), w_load(a + i));
        ones = w_popcount(word);
        if (k < ones)
            return 8 * i + w_select(word, (unsigned)k);
        k -= ones;
    }
    word = w_small(a + i, a + i, nbits - 8 * i, w);
    return k < w_popcount(word) ? 8 * i + w_select(word, (unsigned)k) : nbits;
}

BMILL_KERNEL size_t select_kernel(const void *bits, size_t nbits, size_t k)
{
    return select_loop(bits, nbits, k, w_first, v_first);
}
BMILL_KERNEL size_t select_clear_kernel(const void *bits, size_t nbits, size_t k)
{
    return select_loop(bits, nbits, k, w_not_first, v_not_first);
}

#endif
