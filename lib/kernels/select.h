/* select.h: the position of the k-th 1 bit of op(a).
 *
 * With BMILL_HAVE_COUNT_BLOCK the ISA has a better count_block() in simd/<isa>/select.h. */
#ifndef BMILL_KERNELS_SELECT_H
#define BMILL_KERNELS_SELECT_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"
#include "tables/thresholds.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/select.h"
#endif

BMILL_ALWAYS_INLINE v_t popcounts_of_4(const unsigned char *a, size_t i, v_op *v)
{
    return v_add_popcounts(v_zero(), v_at(a, a, i, v), v_at(a, a, i + V_BYTES, v),
                           v_at(a, a, i + 2 * V_BYTES, v), v_at(a, a, i + 3 * V_BYTES, v));
}

/* Skips vectors, 8 at a time, whose 1 bits all come before the k-th; *k becomes its number among
 * the others. Returns the byte where they begin. */
BMILL_ALWAYS_INLINE size_t skip_eight_vectors(const unsigned char *a, size_t n, size_t *k, v_op *v)
{
    size_t i = 0;
    for (; i + 8 * V_BYTES < n; i += 8 * V_BYTES) {
        v_t c0 = popcounts_of_4(a, i, v);
        v_t c1 = popcounts_of_4(a, i + 4 * V_BYTES, v);
        size_t ones = v_sum64(v_add64(c0, c1));
        if (*k < ones)
            break;
        *k -= ones;
    }
    return i;
}

#ifndef BMILL_HAVE_COUNT_BLOCK
/* 64 bytes. AVX2 has an instruction for words, but none for vectors. */
BMILL_ALWAYS_INLINE size_t count_block(const unsigned char *a, w_op *w, v_op *v)
{
    size_t ones = 0;
    v_t c = v_zero();
    if (V_BYTES == 32) {
        BMILL_UNROLL
        for (size_t j = 0; j < SELECT_BLOCK; j += W_BYTES)
            ones += w_popcount(w_at(a, a, j, w));
        return ones;
    }
    BMILL_UNROLL
    for (size_t j = 0; j < SELECT_BLOCK; j += V_BYTES)
        c = v_add64(c, v_popcount(v_at(a, a, j, v)));
    return v_sum64(c);
}
#endif

/* The position in 64 bytes that have more than k 1 bits. A branch on whether it is in this word or
 * a later one would be wrong nearly each time: 64 bytes in 5.9 ns, with it 9.3 (Zen 5). After other
 * blocks, whose counts are branched on anyway, it pays: 512 bytes in 7.1 ns, without it 13.2. */
BMILL_ALWAYS_INLINE size_t select_in_block(const unsigned char *a, size_t k, w_op *w, v_op *v)
{
    unsigned char ones[SELECT_BLOCK];
    unsigned before[SELECT_BLOCK / W_BYTES + 1] = {0}; /* the 1 bits before each word */
    size_t at = 0;
    popcount_words(ones, a, SELECT_BLOCK, w, v);
    BMILL_UNROLL
    for (size_t j = 0; j < SELECT_BLOCK / W_BYTES; j++) {
        before[j + 1] = before[j] + (unsigned)w_load(ones + j * W_BYTES);
        at += before[j + 1] <= k;
    }
    return 64 * at + w_select(w_at(a, a, at * W_BYTES, w), (unsigned)k - before[at]);
}

BMILL_ALWAYS_INLINE size_t select_loop(const void *a_, size_t nbits, size_t k, w_op *w, v_op *v)
{
    const unsigned char *a = a_;
    size_t n = bytes_of(nbits);
    size_t i, ones;
    w_t word;
    i = skip_eight_vectors(a, n, &k, v);
    for (; i + SELECT_BLOCK <= nbits / 8; i += SELECT_BLOCK) {
        ones = count_block(a + i, w, v);
        if (k < ones && (i == 0 || V_BYTES < 4 * W_BYTES)) /* there words have no popcount */
            return 8 * i + select_in_block(a + i, k, w, v);
        if (k < ones)
            break;
        k -= ones;
    }
    for (; i + W_BYTES < n; i += W_BYTES) {
        word = w(w_load(a + i), w_load(a + i));
        ones = w_popcount(word);
        if (k < ones)
            return 8 * i + w_select(word, (unsigned)k);
        k -= ones;
    }
    if (8 * i == nbits)
        return nbits;
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
