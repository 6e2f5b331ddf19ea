/* ends.h: how kernels begin and end: bitmaps shorter than a vector, the first and the last vector,
 * the bits past nbits. All kernels on single bits share this file.
 *
 * The rule is to overlap, not to mask stores. Two stores that share some bytes cost nothing. A
 * masked store, on Zen 5, makes a later load from the same 64 bytes wait for it (packed small rows
 * in place: 5.6 to 8 ns a call instead of 2.4 to 3.0). Where dst may be an input, both of two
 * overlapping pieces are loaded before either is stored.
 *
 * The bits past nbits are handled here too, for 0 to 0.3 ns a call; in a wrapper above the kernels
 * it cost 0.7 to 1.4 ns and a mispredicted branch. They are masked away before any branch depends
 * on them, or valgrind and MSan would report every bitmap from malloc.
 *
 *   <kind>_small   a whole operation on less than a vector (test and find: up to one vector)
 *   w_small        op(a, b) of a bitmap of 1 to 8 bytes, without the bits past nbits
 *   w_last         op(a, b) of the last 8 bytes, likewise; v_last: of the last V_BYTES
 *   v_small        op(a, b) of a bitmap of 1 to V_BYTES bytes, where a masked load does it
 */
#ifndef BMILL_KERNELS_ENDS_H
#define BMILL_KERNELS_ENDS_H

#include "kernels/last_mask.h"
#include "kernels/op.h"
#include "simd/simd.h"
#include "tables/vector_thresholds.h"

/* The bytes of a bitmap. The sum cannot overflow where size_t has 64 bits: no memory has 2^63 bits.
 * 2^32 bits are possible. */
BMILL_ALWAYS_INLINE size_t bytes_of(size_t nbits)
{
    return sizeof nbits > 4 ? (nbits + 7) / 8 : nbits / 8 + (nbits % 8 != 0);
}

/* The number of bits of the last byte that are past nbits. */
BMILL_ALWAYS_INLINE unsigned unused_bits(size_t nbits) { return (0u - (unsigned)nbits) & 7; }

/* The mask of the bits before nbits in the last byte, word, 16 bytes, vector. */
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

/* The smaller of i and end. gcc compiles the ?: form to a branch, which is mispredicted for random
 * sizes. */
BMILL_ALWAYS_INLINE size_t min_offset(size_t i, size_t end)
{
    ptrdiff_t d = (ptrdiff_t)end - (ptrdiff_t)i;
    return i + (size_t)(d & (d >> (8 * sizeof d - 1)));
}

/* Likewise, where a branch is fine. */
BMILL_ALWAYS_INLINE size_t min_size(size_t a, size_t b) { return a < b ? a : b; }

/* ---- The first vector ---- */

/* Where a loop begins whose first vector is done already: after it, or for long bitmaps at the next
 * multiple of V_BYTES. */
BMILL_ALWAYS_INLINE size_t second_vector(const unsigned char *p, size_t n)
{
    return V_BYTES - (BMILL_LIKELY(n < ALIGN_BYTES) ? 0 : (uintptr_t)p % V_BYTES);
}

/* Whether a loop over n bytes, now at p, is to go on by single vectors: n is long, and p is not the
 * begin of a cache line. A loop that reads pieces of two bitmaps in turns loads most lines twice if
 * it begins inside one. */
BMILL_ALWAYS_INLINE bool is_inside_line(const unsigned char *p, size_t n)
{
    return V_BYTES < 64 && !BMILL_LIKELY(n < ALIGN_BYTES) && (uintptr_t)p % 64 != 0;
}

/* 512 bits are a common size. Where they are one vector they need no mask, and have a path of their
 * own before all others (AVX-512: and 2.0 ns instead of 2.4, count likewise). In other sets one
 * vector is not common enough to make all other sizes wait for the test. */
BMILL_ALWAYS_INLINE bool is_one_vector(size_t nbits)
{
    return V_BYTES == 64 && BMILL_LIKELY(nbits == 512);
}

/* ---- The bits past nbits of dst, which stay ---- */

/* Those bits of the last byte of dst, the others 0. Masked before it meets a result, so that dst
 * fresh from malloc does not taint the result for valgrind. */
BMILL_ALWAYS_INLINE unsigned kept_bits(const unsigned char *dst, size_t nbits)
{
    return dst[bytes_of(nbits) - 1] & ~last_byte_mask(nbits);
}

/* The result for the end of dst, with those bits put in. This is a branch for two reasons: nearly
 * all bitmaps are whole bytes; and without it a call waits until the store of the call before it
 * has been forwarded (rows of 64 bytes, AVX-512: 8.7 ns a call with a mask for all, 4.0 with the
 * branch). */
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

/* Stores the first nbits bits, 1 to 64, of a word at dst; the bits past them stay. */
BMILL_ALWAYS_INLINE void w_store_bits(unsigned char *dst, size_t nbits, w_t bits)
{
    size_t n = bytes_of(nbits);
    if (!BMILL_LIKELY(unused_bits(nbits) == 0)) /* see v_keep_bits */
        bits = (bits & ~(w_t)0 >> (64 - nbits)) | (w_t)kept_bits(dst, nbits) << 8 * (n - 1);
    bmill_store_le(dst, n, bits);
}

/* The same for kernels that store whole vectors and repair the last byte afterwards: the bits to
 * keep, before anything is stored, and their return. */
BMILL_ALWAYS_INLINE unsigned bits_to_keep(const unsigned char *dst, size_t nbits)
{
    return BMILL_LIKELY(unused_bits(nbits) == 0) ? 0 : kept_bits(dst, nbits);
}
BMILL_ALWAYS_INLINE void put_back(unsigned char *dst, size_t nbits, unsigned kept)
{
    unsigned char *last = dst + bytes_of(nbits) - 1;
    if (!BMILL_LIKELY(unused_bits(nbits) == 0))
        *last = (unsigned char)((*last & last_byte_mask(nbits)) | kept);
}

/* ---- The ends of op(a, b), without the bits past nbits ---- */

BMILL_ALWAYS_INLINE w_t w_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                w_op *w)
{
    size_t n = bytes_of(nbits);
    return w(bmill_load_le(a, n), bmill_load_le(b, n)) & ~(w_t)0 >> (64 - nbits);
}

BMILL_ALWAYS_INLINE w_t w_last(const unsigned char *a, const unsigned char *b, size_t nbits,
                               w_op *w)
{
    size_t i = bytes_of(nbits) - W_BYTES;
    return w_at(a, b, i, w) & w_last_mask(nbits);
}

BMILL_ALWAYS_INLINE v_t v_last(const unsigned char *a, const unsigned char *b, size_t nbits,
                               v_op *v)
{
    return v_and(v_at(a, b, bytes_of(nbits) - V_BYTES, v), v_last_mask(nbits));
}

#ifdef BMILL_HAVE_V_LOAD_MASKED
/* Only where in_one_page(a) and in_one_page(b). Then one masked load is about three times faster
 * for random sizes than the overlapping pieces. */
BMILL_ALWAYS_INLINE v_t v_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                v_op *v)
{
    size_t n = bytes_of(nbits);
    v_t mask = v_load(bmill_last_mask[unused_bits(nbits)] + 64 - n);
    return v_and(v(v_load_masked(a, n), v_load_masked(b, n)), mask);
}
#endif

/* ---- map: dst = op(a, b) ---- */

/* The last V_BYTES of dst. */
BMILL_ALWAYS_INLINE v_t map_last(const unsigned char *dst, const unsigned char *a,
                                 const unsigned char *b, size_t nbits, v_op *v)
{
    return v_keep_bits(dst, nbits, v_at(a, b, bytes_of(nbits) - V_BYTES, v));
}

BMILL_ALWAYS_INLINE void map_small(unsigned char *dst, const unsigned char *a,
                                   const unsigned char *b, size_t nbits, w_op *w, x_op *x)
{
    size_t n = bytes_of(nbits);
    if (n > 2 * W_BYTES) {
        size_t i3 = n - X_BYTES; /* the only piece that has the last byte */
        size_t i1 = min_offset(X_BYTES, i3 - 1);
        size_t i2 = min_offset(2 * X_BYTES, i3 - 1);
        x_t r0 = x(x_load(a), x_load(b));
        x_t r1 = x(x_load(a + i1), x_load(b + i1));
        x_t r2 = x(x_load(a + i2), x_load(b + i2));
        x_t r3 = x(x_load(a + i3), x_load(b + i3));
        r3 = x_keep_bits(dst, nbits, r3);
        x_store(dst, r0);
        if (V_BYTES > 2 * X_BYTES) { /* else two pieces are enough */
            x_store(dst + i1, r1);
            x_store(dst + i2, r2);
        }
        x_store(dst + i3, r3);
    } else if (n >= W_BYTES) {
        size_t i1 = n - W_BYTES;
        w_t r0 = w_at(a, b, 0, w);
        w_t r1 = w_at(a, b, i1, w);
        if (!BMILL_LIKELY(nbits % 8 == 0))
            r1 = (r1 & w_last_mask(nbits)) | (w_t)kept_bits(dst, nbits) << 56;
        w_store(dst, r0);
        w_store(dst + i1, r1);
    } else if (n > 0) {
        w_t r = w_small(a, b, nbits, w);
        if (!BMILL_LIKELY(nbits % 8 == 0))
            r |= (w_t)kept_bits(dst, nbits) << 8 * (n - 1);
        bmill_store_le(dst, n, r);
    }
}

/* ---- count: the number of 1 bits in op(a, b) ---- */

/* The counts of the bytes from i to the end, 0 to V_BYTES bytes. */
BMILL_ALWAYS_INLINE v_t count_last(const unsigned char *a, const unsigned char *b, size_t i,
                                   size_t nbits, v_op *v)
{
    return v_popcount(v_keep_last(v_last(a, b, nbits, v), bytes_of(nbits) - i));
}

/* 9 to 32 bytes: the first two words, and the last two without the bytes that they share with the
 * first two. A result from vectors comes later: of 16 bytes with AVX-512 after 7.4 ns,
 * that of words after 3.0. */
BMILL_ALWAYS_INLINE size_t count_words(const unsigned char *a, const unsigned char *b, size_t nbits,
                                       w_op *w)
{
    size_t n = bytes_of(nbits);
    size_t total = w_popcount(w_at(a, b, 0, w));
    w_t last = w_last(a, b, nbits, w);
    const unsigned char *shared;
    if (n <= TWO_WORDS)
        return total + w_popcount(last >> 8 * (TWO_WORDS - n));
    shared = bmill_last_mask[0] + 64 - (FOUR_WORDS - n);
    total += w_popcount(w_at(a, b, W_BYTES, w));
    total += w_popcount(w_andnot(w_at(a, b, n - 2 * W_BYTES, w), w_load(shared)));
    return total + w_popcount(w_andnot(last, w_load(shared + W_BYTES)));
}

/* Up to this many bytes are counted by count_small. Where a word has no instruction for it, one
 * vector is better than its words. */
enum { COUNT_SMALL_BYTES = V_BYTES < 4 * W_BYTES ? V_BYTES - 1 : V_BYTES };

BMILL_ALWAYS_INLINE size_t count_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                       w_op *w, v_op *v)
{
    size_t n = bytes_of(nbits);
    size_t total = 0;
    size_t i;
    (void)v;
    if (n <= W_BYTES)
        return n ? w_popcount(w_small(a, b, nbits, w)) : 0;
    if (V_BYTES >= 4 * W_BYTES && n <= FOUR_WORDS)
        return count_words(a, b, nbits, w);
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b)))
        return v_sum64(v_popcount(v_small(a, b, nbits, v)));
#endif
    for (i = 0; i + W_BYTES < n; i += W_BYTES)
        total += w_popcount(w_at(a, b, i, w));
    return total + w_popcount(w_last(a, b, nbits, w) >> 8 * (W_BYTES - (n - i)));
}

/* ---- test: whether op(a, b) has a 1 bit ---- */

/* Up to this many bytes are tested by test_small. */
enum { TEST_SMALL_BYTES = V_BYTES < 4 * W_BYTES ? FOUR_WORDS : V_BYTES };

/* 33 to 64 bytes in four pieces. */
BMILL_ALWAYS_INLINE bool test_pieces(const unsigned char *a, const unsigned char *b, size_t nbits,
                                     x_op *x)
{
    size_t i3 = bytes_of(nbits) - X_BYTES; /* the only piece that has the last byte */
    size_t i2 = min_offset(2 * X_BYTES, i3 - 1);
    x_t r0 = x(x_load(a), x_load(b));
    x_t r1 = x(x_load(a + X_BYTES), x_load(b + X_BYTES));
    x_t r2 = x(x_load(a + i2), x_load(b + i2));
    x_t r3 = x(x_load(a + i3), x_load(b + i3));
    return x_any(x_or(x_or(r0, r1), x_or(r2, x_and(r3, x_last_mask(nbits)))));
}

BMILL_ALWAYS_INLINE bool test_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                    w_op *w, x_op *x, v_op *v)
{
    size_t n = bytes_of(nbits);
    (void)v;
    if (n <= W_BYTES)
        return n && w_small(a, b, nbits, w);
    if (n <= FOUR_WORDS) { /* by words: see count_words */
        w_t ends = w_at(a, b, 0, w) | w_last(a, b, nbits, w);
        if (n <= TWO_WORDS)
            return ends != 0;
        return (ends | w_at(a, b, W_BYTES, w) | w_at(a, b, n - 2 * W_BYTES, w)) != 0;
    }
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b)))
        return v_any(v_small(a, b, nbits, v));
#endif
    return test_pieces(a, b, nbits, x);
}

/* ---- find: the position of the first or last 1 bit of op(a, b) ---- */

/* The position of the first 1 bit, given its byte. */
BMILL_ALWAYS_INLINE size_t first_in_byte(const unsigned char *a, const unsigned char *b,
                                         size_t byte, w_op *w)
{
    return 8 * byte + w_ctz(w(a[byte], b[byte]));
}

/* The bits of a byte of op(a, b), without those past nbits. */
BMILL_ALWAYS_INLINE w_t bits_of_byte(const unsigned char *a, const unsigned char *b, size_t nbits,
                                     size_t byte, w_op *w)
{
    unsigned mask = byte + 1 == bytes_of(nbits) ? last_byte_mask(nbits) : 0xff;
    return w(a[byte], b[byte]) & mask;
}

/* The position of the last 1 bit, given the number of the word's first byte and a word that is not
 * 0. */
BMILL_ALWAYS_INLINE size_t last_in_word(size_t byte, w_t bits)
{
    return 8 * byte + 63 - w_clz(bits);
}
/* The position of the last 1 bit, given its byte. */
BMILL_ALWAYS_INLINE size_t last_in_byte(const unsigned char *a, const unsigned char *b,
                                        size_t nbits, size_t byte, w_op *w)
{
    return last_in_word(byte, bits_of_byte(a, b, nbits, byte, w));
}

BMILL_ALWAYS_INLINE size_t find_small(const unsigned char *a, const unsigned char *b, size_t nbits,
                                      w_op *w, v_op *v)
{
    size_t n = bytes_of(nbits);
    size_t i;
    w_t result;
    (void)v;
    if (n <= W_BYTES) {
        result = n ? w_small(a, b, nbits, w) : 0;
        return result ? w_ctz(result) : nbits;
    }
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b))) {
        v_t bytes = v_small(a, b, nbits, v);
        return v_any(bytes) ? first_in_byte(a, b, v_find_first_byte(bytes), w) : nbits;
    }
#endif
    for (i = 0; i + W_BYTES < n; i += W_BYTES)
        if ((result = w_at(a, b, i, w)) != 0)
            return 8 * i + w_ctz(result);
    result = w_last(a, b, nbits, w);
    return result ? 8 * (n - W_BYTES) + w_ctz(result) : nbits;
}

BMILL_ALWAYS_INLINE size_t find_last_small(const unsigned char *a, const unsigned char *b,
                                           size_t nbits, w_op *w, v_op *v)
{
    size_t n = bytes_of(nbits);
    size_t i;
    w_t result;
    (void)v;
    if (n <= W_BYTES) {
        result = n ? w_small(a, b, nbits, w) : 0;
        return result ? last_in_word(0, result) : nbits;
    }
#ifdef BMILL_HAVE_V_LOAD_MASKED
    if (BMILL_LIKELY(in_one_page(a) && in_one_page(b))) {
        v_t bytes = v_small(a, b, nbits, v);
        return v_any(bytes) ? last_in_byte(a, b, nbits, v_find_last_byte(bytes), w) : nbits;
    }
#endif
    i = n - W_BYTES;
    result = w_last(a, b, nbits, w);
    while (!result && i > 0) {
        i -= i < W_BYTES ? i : W_BYTES; /* the first word overlaps the second, which is zero */
        result = w_at(a, b, i, w);
    }
    return result ? last_in_word(i, result) : nbits;
}

#endif
