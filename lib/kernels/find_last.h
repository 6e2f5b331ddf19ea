/* find_last.h: the loop that finds the last 1 bit of op(a, b): see kernels.tmpl.h. */

/* The position, given the last byte that is not zero, and its bits. */
BMILL_ALWAYS_INLINE size_t found_last(size_t byte, w_t bits)
{
    return 8 * byte + 63 - bmill_clz_u64(bits);
}

/* The same in a byte of the bitmap; of the last one only the bits before nbits count. */
BMILL_ALWAYS_INLINE size_t found_last_in(const unsigned char *a, const unsigned char *b,
                                         size_t nbits, size_t byte, w_op *w)
{
    unsigned mask = byte + 1 == bytes_of(nbits) ? last_byte_mask(nbits) : 0xff;
    return found_last(byte, w(a[byte], b[byte]) & mask);
}

BMILL_ALWAYS_INLINE size_t find_last_small(const unsigned char *a, const unsigned char *b,
                                           size_t nbits, w_op *w, v_op *v)
{
    size_t n = bytes_of(nbits), i;
    w_t result;
    (void)v;
    if (n <= W_BYTES) {
        result = n ? only_word(a, b, nbits, w) : 0;
        return result ? found_last(0, result) : nbits;
    }
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b))) {
        v_t bytes = only_vector(a, b, nbits, v);
        return v_any(bytes) ? found_last_in(a, b, nbits, v_find_last_byte(bytes), w) : nbits;
    }
#endif
    i = n - W_BYTES;
    result = last_word(a, b, nbits, w);
    while (!result && i > 0) {
        i -= i < W_BYTES ? i : W_BYTES; /* the first word overlaps the second, which is zero */
        result = w(w_load(a + i), w_load(b + i));
    }
    return result ? found_last(i, result) : nbits;
}

/* Backwards in steps of 8 vectors, whose loads ascend: descending ones halve the speed of L2. */
BMILL_ALWAYS_INLINE size_t find_last(const void *a_, const void *b_, size_t nbits, w_op *w, x_op *x,
                                     v_op *v)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = bytes_of(nbits), end; /* of what is not yet seen */
    v_t r;
    (void)x;
    if (BMILL_LIKELY(n <= V_BYTES))
        return find_last_small(a, b, nbits, w, v);
    end = n - V_BYTES;
    if (v_any(r = last_vector(a, b, nbits, v)))
        return found_last_in(a, b, nbits, end + v_find_last_byte(r), w);
    if (n >= ALIGN_BYTES) /* what is seen twice is zero */
        end += (0 - ((uintptr_t)a + end)) % V_BYTES;
    while (end >= 8 * V_BYTES && !v_any(or_of_8(a, b, end - 8 * V_BYTES, v)))
        end -= 8 * V_BYTES;
    while (end > 0) {
        end -= end < V_BYTES ? end : V_BYTES;
        if (v_any(r = at(a, b, end, v)))
            return found_last_in(a, b, nbits, end + v_find_last_byte(r), w);
    }
    return nbits;
}
