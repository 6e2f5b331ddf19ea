/* ends.h: how a kernel begins and ends; for every shape, in one place.
 *
 * Included by kernels.tmpl.h after the vocabulary of an ISA. Two functions for each shape:
 *   <shape>_small  the whole operation where the bitmap fits into one vector
 *   <shape>_last   the last V_BYTES of a longer one, which overlap what the loop has done;
 *                  last_vector where there is nothing more to it
 *
 * The rule is to overlap, not to mask stores: two pieces that share some bytes cost nothing, while
 * on Zen 5 a masked store makes a later load from the same 64 bytes wait (packed small rows in
 * place: 5.6 to 8 ns a call instead of 2.4 to 3.0). With dst equal to a or b, what overlaps must
 * be loaded before anything is stored.
 *
 * The bits past nbits are dealt with here too, 0 to 0.3 ns a call; in a wrapper above the kernels
 * it was 0.7 to 1.4 ns and a mispredicted branch. No branch depends on them: valgrind would say so
 * of every bitmap from malloc.
 */
#include "simd/simd.h"

/* How an operation comes to the loops: what it does to a word, to 16 bytes, to a vector. They are
 * constants at every call and inlined. */
typedef w_t w_op(w_t a, w_t b);
typedef x_t x_op(x_t a, x_t b);
typedef v_t v_op(v_t a, v_t b);

/* The operations of one input ignore b. */
BMILL_ALWAYS_INLINE w_t w_first(w_t a, w_t b) { return (void)b, a; }
BMILL_ALWAYS_INLINE x_t x_first(x_t a, x_t b) { return (void)b, a; }
BMILL_ALWAYS_INLINE v_t v_first(v_t a, v_t b) { return (void)b, a; }
BMILL_ALWAYS_INLINE w_t w_not_first(w_t a, w_t b) { return (void)b, w_not(a); }
BMILL_ALWAYS_INLINE x_t x_not_first(x_t a, x_t b) { return (void)b, x_not(a); }
BMILL_ALWAYS_INLINE v_t v_not_first(v_t a, v_t b) { return (void)b, v_not(a); }

/* Memory of 2^63 bits there is none, of 2^32 there is. */
BMILL_ALWAYS_INLINE size_t bytes_of(size_t nbits)
{
    return sizeof nbits > 4 ? (nbits + 7) / 8 : nbits / 8 + (nbits % 8 != 0);
}

/* How many bits of the last byte are past nbits. */
BMILL_ALWAYS_INLINE unsigned unused_bits(size_t nbits) { return (0u - (unsigned)nbits) & 7; }

/* The mask of the bits that count in the last byte, and in the last word, 16 bytes, vector. */
BMILL_ALWAYS_INLINE unsigned last_byte_mask(size_t nbits) { return 0xffu >> unused_bits(nbits); }
BMILL_ALWAYS_INLINE w_t w_last_mask(size_t nbits) { return ~(w_t)0 >> unused_bits(nbits); }
BMILL_ALWAYS_INLINE x_t x_last_mask(size_t nbits)
{
    return x_load(bmill_last_mask[unused_bits(nbits)] + 64 - X_BYTES);
}
BMILL_ALWAYS_INLINE v_t v_last_mask(size_t nbits)
{
    return v_load(bmill_last_mask[unused_bits(nbits)] + 64 - V_BYTES);
}

/* The smaller of i and end. gcc makes a branch of the ?: form, one that random sizes mispredict. */
BMILL_ALWAYS_INLINE size_t min_offset(size_t i, size_t end)
{
    ptrdiff_t d = (ptrdiff_t)end - (ptrdiff_t)i;
    return i + (size_t)(d & (d >> (8 * sizeof d - 1)));
}

/* ---- map: dst = op(a, b) ---- */

/* The last byte of dst, only the bits past nbits, which stay. Masked before it meets a result: so a
 * fresh dst from malloc does not taint the result in the eyes of valgrind. */
BMILL_ALWAYS_INLINE unsigned kept_bits(const unsigned char *dst, size_t nbits)
{
    return dst[bytes_of(nbits) - 1] & ~last_byte_mask(nbits);
}

/* The end of dst: the result with those bits. A branch, for two reasons: nearly all bitmaps are
 * whole bytes; and a call need not wait then for the store to dst of the call before it (rows of 64
 * bytes, AVX-512: 8.7 ns a call with a mask for all, 4.0 with the branch). */
BMILL_ALWAYS_INLINE v_t v_keep_bits(const unsigned char *dst, size_t nbits, v_t result)
{
    if (BMILL_LIKELY(unused_bits(nbits) == 0))
        return result;
    return v_or(v_and(result, v_last_mask(nbits)), v_from_last_byte(kept_bits(dst, nbits)));
}
BMILL_ALWAYS_INLINE x_t x_keep_bits(const unsigned char *dst, size_t nbits, x_t result)
{
    if (BMILL_LIKELY(unused_bits(nbits) == 0))
        return result;
    return x_or(x_and(result, x_last_mask(nbits)), x_from_last_byte(kept_bits(dst, nbits)));
}

/* What the last V_BYTES of dst are to be. */
BMILL_ALWAYS_INLINE v_t map_last(const unsigned char *dst, const unsigned char *a,
                                 const unsigned char *b, size_t nbits, v_op *v)
{
    size_t i = bytes_of(nbits) - V_BYTES;
    return v_keep_bits(dst, nbits, v(v_load(a + i), v_load(b + i)));
}

BMILL_ALWAYS_INLINE void map_small(unsigned char *dst, const unsigned char *a,
                                   const unsigned char *b, size_t nbits, w_op *w, x_op *x)
{
    size_t n = bytes_of(nbits);
    if (n > 2 * W_BYTES) {
        size_t i3 = n - X_BYTES; /* the only piece that has the last byte */
        size_t i1 = min_offset(X_BYTES, i3 - 1), i2 = min_offset(2 * X_BYTES, i3 - 1);
        x_t r0 = x(x_load(a), x_load(b)), r1 = x(x_load(a + i1), x_load(b + i1));
        x_t r2 = x(x_load(a + i2), x_load(b + i2)), r3 = x(x_load(a + i3), x_load(b + i3));
        r3 = x_keep_bits(dst, nbits, r3);
        x_store(dst, r0);
        if (V_BYTES > 2 * X_BYTES) { /* else two pieces are enough */
            x_store(dst + i1, r1);
            x_store(dst + i2, r2);
        }
        x_store(dst + i3, r3);
    } else if (n >= W_BYTES) {
        size_t i1 = n - W_BYTES;
        w_t r0 = w(w_load(a), w_load(b)), r1 = w(w_load(a + i1), w_load(b + i1));
        r1 = (r1 & w_last_mask(nbits)) | (w_t)kept_bits(dst, nbits) << 56;
        w_store(dst, r0);
        w_store(dst + i1, r1);
    } else if (n > 0) {
        w_t r = w(bmill_load_le(a, n), bmill_load_le(b, n)) & ~(w_t)0 >> (64 - nbits);
        bmill_store_le(dst, n, r | (w_t)kept_bits(dst, nbits) << 8 * (n - 1));
    }
}

/* The first nbits bits of dst become those of x, 1 to 64; the others stay. */
BMILL_ALWAYS_INLINE void w_store_bits(unsigned char *dst, size_t nbits, w_t x)
{
    size_t n = bytes_of(nbits);
    x &= ~(w_t)0 >> (64 - nbits);
    bmill_store_le(dst, n, x | (w_t)kept_bits(dst, nbits) << 8 * (n - 1));
}

/* ---- the words and vectors of op(a, b), for the shapes that store nothing ---- */

/* All of up to 8 bytes, without the bits past nbits; n is 1 to 8. */
BMILL_ALWAYS_INLINE w_t only_word(const unsigned char *a, const unsigned char *b, size_t nbits,
                                  w_op *w)
{
    size_t n = bytes_of(nbits);
    return w(bmill_load_le(a, n), bmill_load_le(b, n)) & ~(w_t)0 >> (64 - nbits);
}

/* The last 8 bytes, without the bits past nbits. */
BMILL_ALWAYS_INLINE w_t last_word(const unsigned char *a, const unsigned char *b, size_t nbits,
                                  w_op *w)
{
    size_t i = bytes_of(nbits) - W_BYTES;
    return w(w_load(a + i), w_load(b + i)) & w_last_mask(nbits);
}

/* The last V_BYTES, without the bits past nbits. */
BMILL_ALWAYS_INLINE v_t last_vector(const unsigned char *a, const unsigned char *b, size_t nbits,
                                    v_op *v)
{
    size_t i = bytes_of(nbits) - V_BYTES;
    return v_and(v(v_load(a + i), v_load(b + i)), v_last_mask(nbits));
}

#ifdef BMILL_HAVE_V_LOAD_MASKED
/* All of a bitmap of 1 to V_BYTES bytes, without the bits past nbits. */
BMILL_ALWAYS_INLINE v_t only_vector(const unsigned char *a, const unsigned char *b, size_t nbits,
                                    v_op *v)
{
    size_t n = bytes_of(nbits);
    v_t mask = v_load(bmill_last_mask[unused_bits(nbits)] + 64 - n);
    return v_and(v(v_load_masked(a, n), v_load_masked(b, n)), mask);
}
#endif

/* ---- count: number of 1 bits in op(a, b) ---- */

/* The count of the bytes from i on, 0 to V_BYTES of them. */
BMILL_ALWAYS_INLINE v_t count_last(const unsigned char *a, const unsigned char *b, size_t i,
                                   size_t nbits, v_op *v)
{
    size_t n = bytes_of(nbits);
    return v_popcount(v_keep_last(last_vector(a, b, nbits, v), n - i));
}

BMILL_ALWAYS_INLINE size_t count_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                       w_op *w, v_op *v)
{
    size_t n = bytes_of(nbits), i, total = 0;
    (void)v;
    if (n <= W_BYTES)
        return n ? bmill_popcount_u64(only_word(a, b, nbits, w)) : 0;
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b)))
        return v_sum64(v_popcount(only_vector(a, b, nbits, v)));
#endif
    for (i = 0; i + W_BYTES < n; i += W_BYTES)
        total += bmill_popcount_u64(w(w_load(a + i), w_load(b + i)));
    return total + bmill_popcount_u64(last_word(a, b, nbits, w) >> 8 * (W_BYTES - (n - i)));
}

/* ---- test: whether op(a, b) has a 1 bit ---- */

BMILL_ALWAYS_INLINE bool test_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                    w_op *w, x_op *x, v_op *v)
{
    size_t n = bytes_of(nbits);
    (void)v;
    if (n <= W_BYTES)
        return n && only_word(a, b, nbits, w);
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b)))
        return v_any(only_vector(a, b, nbits, v));
#endif
    if (n > 2 * W_BYTES) {
        size_t i3 = n - X_BYTES; /* the only piece that has the last byte */
        size_t i1 = min_offset(X_BYTES, i3 - 1), i2 = min_offset(2 * X_BYTES, i3 - 1);
        x_t r0 = x(x_load(a), x_load(b)), r1 = x(x_load(a + i1), x_load(b + i1));
        x_t r2 = x(x_load(a + i2), x_load(b + i2)), r3 = x(x_load(a + i3), x_load(b + i3));
        r3 = x_or(r0, x_and(r3, x_last_mask(nbits)));
        return x_any(V_BYTES > 2 * X_BYTES ? x_or(x_or(r1, r2), r3) : r3);
    }
    return (w(w_load(a), w_load(b)) | last_word(a, b, nbits, w)) != 0;
}

/* ---- find: position of the first 1 bit of op(a, b) ---- */

/* The position, given the first byte that is not zero. */
BMILL_ALWAYS_INLINE size_t found(const unsigned char *a, const unsigned char *b, size_t byte,
                                 w_op *w)
{
    return 8 * byte + bmill_ctz_u64(w(a[byte], b[byte]));
}

/* The same in the last vector: the bits past nbits go before MSan sees them counted. */
BMILL_ALWAYS_INLINE size_t found_in_last(const unsigned char *a, const unsigned char *b,
                                         size_t nbits, size_t byte, w_op *w)
{
    unsigned mask = byte + 1 == bytes_of(nbits) ? last_byte_mask(nbits) : 0xff;
    return 8 * byte + bmill_ctz_u64(w(a[byte], b[byte]) & mask);
}

BMILL_ALWAYS_INLINE size_t find_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                      w_op *w, v_op *v)
{
    size_t n = bytes_of(nbits), i;
    w_t result;
    (void)v;
    if (n <= W_BYTES) {
        result = n ? only_word(a, b, nbits, w) : 0;
        return result ? bmill_ctz_u64(result) : nbits;
    }
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b))) {
        v_t bytes = only_vector(a, b, nbits, v);
        return v_any(bytes) ? found(a, b, v_find_first_byte(bytes), w) : nbits;
    }
#endif
    for (i = 0; i + W_BYTES < n; i += W_BYTES)
        if ((result = w(w_load(a + i), w_load(b + i))) != 0)
            return 8 * i + bmill_ctz_u64(result);
    result = last_word(a, b, nbits, w);
    return result ? 8 * (n - W_BYTES) + bmill_ctz_u64(result) : nbits;
}
