/* select.h: the position of the k-th 1 bit of op(a): see kernels.tmpl.h. */

/* In the first vectors, up to a multiple of 8 of them: skips what lies before the bit. */
BMILL_ALWAYS_INLINE size_t skip_eights(const unsigned char *a, size_t n, size_t *k, v_op *v)
{
    size_t i = 0;
    for (; i + 8 * V_BYTES < n; i += 8 * V_BYTES) {
        v_t c0 = v_zero(), c1 = v_zero();
        size_t ones;
        for (size_t j = 0; j < 8 * V_BYTES; j += 2 * V_BYTES) {
            c0 = v_add64(c0, v_popcount(at(a, a, i + j, v)));
            c1 = v_add64(c1, v_popcount(at(a, a, i + j + V_BYTES, v)));
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
    size_t n = bytes_of(nbits), i, ones;
    w_t word;
    if (n == 0)
        return nbits;
    i = skip_eights(a, n, &k, v);
    for (; i + V_BYTES < n && k >= (ones = v_sum64(v_popcount(at(a, a, i, v)))); i += V_BYTES)
        k -= ones;
    for (; i + W_BYTES < n; i += W_BYTES) {
        word = w(w_load(a + i), w_load(a + i));
        ones = bmill_popcount_u64(word);
        if (k < ones)
            return 8 * i + bmill_select_u64(word, (unsigned)k);
        k -= ones;
    }
    word = only_word(a + i, a + i, nbits - 8 * i, w);
    return k < bmill_popcount_u64(word) ? 8 * i + bmill_select_u64(word, (unsigned)k) : nbits;
}

BMILL_KERNEL size_t select_kernel(const void *bits, size_t nbits, size_t k)
{
    return select_loop(bits, nbits, k, w_first, v_first);
}
BMILL_KERNEL size_t select_clear_kernel(const void *bits, size_t nbits, size_t k)
{
    return select_loop(bits, nbits, k, w_not_first, v_not_first);
}
