/* count.h: the number of 1 bits in op(a, b). */
#ifndef BMILL_KERNELS_COUNT_H
#define BMILL_KERNELS_COUNT_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* ---- Carry-save counting ----
 *
 * Full adders first add 16 vectors bit by bit, so that only one vector in 16 needs the costly
 * v_popcount (Harley and Seal; W. Mula, N. Kurz, D. Lemire, "Faster population counts using AVX2
 * instructions", 2016). Each member is a vector of bits of that weight in the final count. */
struct adders {
    v_t ones, twos, fours, eights;
};

BMILL_ALWAYS_INLINE struct adders adders_zero(void)
{
    return (struct adders){v_zero(), v_zero(), v_zero(), v_zero()};
}

/* op(a, b) of the vector at byte i, which is stored at dst, too, if that is not NULL. */
BMILL_ALWAYS_INLINE v_t v_put(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                              size_t i, v_op *v)
{
    v_t r = v_at(a, b, i, v);
    if (dst)
        v_store(dst + i, r);
    return r;
}

/* Each adds the number of vectors in its name, from byte i, and returns the carry. */
BMILL_ALWAYS_INLINE v_t carry_of_2(struct adders *s, unsigned char *dst, const unsigned char *a,
                                   const unsigned char *b, size_t i, v_op *v)
{
    v_t first = v_put(dst, a, b, i, v);
    return v_full_adder(&s->ones, first, v_put(dst, a, b, i + V_BYTES, v));
}
BMILL_ALWAYS_INLINE v_t carry_of_4(struct adders *s, unsigned char *dst, const unsigned char *a,
                                   const unsigned char *b, size_t i, v_op *v)
{
    v_t first = carry_of_2(s, dst, a, b, i, v);
    return v_full_adder(&s->twos, first, carry_of_2(s, dst, a, b, i + 2 * V_BYTES, v));
}
BMILL_ALWAYS_INLINE v_t carry_of_8(struct adders *s, unsigned char *dst, const unsigned char *a,
                                   const unsigned char *b, size_t i, v_op *v)
{
    v_t first = carry_of_4(s, dst, a, b, i, v);
    return v_full_adder(&s->fours, first, carry_of_4(s, dst, a, b, i + 4 * V_BYTES, v));
}
BMILL_ALWAYS_INLINE v_t carry_of_16(struct adders *s, unsigned char *dst, const unsigned char *a,
                                    const unsigned char *b, size_t i, v_op *v)
{
    v_t half[2];
    if (V_BYTES == 16) { /* a loop is half as much code: one static count is to take 4 KiB */
        for (size_t k = 0; k < 2; k++)
            half[k] = carry_of_8(s, dst, a, b, i + 8 * k * V_BYTES, v);
    } else {
        half[0] = carry_of_8(s, dst, a, b, i, v);
        half[1] = carry_of_8(s, dst, a, b, i + 8 * V_BYTES, v);
    }
    return v_full_adder(&s->eights, half[0], half[1]);
}

/* ---- Between the first vector and the last ---- */

#ifdef BMILL_HAVE_V_POPCOUNT
enum { HAS_ADDERS = 0 };
#else
enum { HAS_ADDERS = 1 };
#endif
#ifdef BMILL_W_POPCOUNT_BESIDE_V
enum { VECTORS_BY_WORDS = 4 };
#else
enum { VECTORS_BY_WORDS = 0 };
#endif

/* The count, given that of the sixteens. A loop, because v_popcount may be many instructions. */
BMILL_ALWAYS_INLINE v_t adders_count(const struct adders *s, v_t count)
{
    const v_t rest[] = {s->eights, s->fours, s->twos, s->ones};
    for (size_t k = 0; k < 4; k++)
        count = v_add64(v_add64(count, count), v_popcount(rest[k]));
    return count;
}

/* The count of k vectors from byte i, by words. */
BMILL_ALWAYS_INLINE size_t count_by_words(const unsigned char *a, size_t i, size_t k, w_op *w)
{
    size_t ones = 0;
    BMILL_UNROLL
    for (size_t j = 0; j < k * V_BYTES; j += 4 * W_BYTES)
        ones += w_popcount(w_at(a, a, i + j, w)) + w_popcount(w_at(a, a, i + j + W_BYTES, w)) +
                w_popcount(w_at(a, a, i + j + 2 * W_BYTES, w)) +
                w_popcount(w_at(a, a, i + j + 3 * W_BYTES, w));
    return ones;
}

/* Counts from byte *i on, up to four vectors or eight before the end, in the lanes of *total, or
 * else returns a number; stores at dst, if that is not NULL; and moves *i.
 *
 * Of one bitmap words may be counted beside vectors, as neither waits for the units of the other:
 * of 8 vectors 4 each. Full adders for the vectors would not make it faster (Zen 5), and be as much
 * code again. Two bitmaps would be loaded twice as often for that. */
BMILL_ALWAYS_INLINE size_t count_loop(v_t *total, unsigned char *dst, const unsigned char *a,
                                      const unsigned char *b, size_t *i, size_t n, w_op *w, v_op *v)
{
    const bool is_one = !dst && (v == v_first || v == v_not_first);
    const size_t by_words = is_one ? VECTORS_BY_WORDS : 0;
    size_t ones = 0;
    *total = v_zero();
    if (HAS_ADDERS && by_words == 0 && n - *i > COUNT_BY_ADDERS_BYTES) {
        struct adders s = adders_zero();
        for (; *i + 16 * V_BYTES < n; *i += 16 * V_BYTES)
            *total = v_add64(*total, v_popcount(carry_of_16(&s, dst, a, b, *i, v)));
        *total = adders_count(&s, *total);
    }
    for (; *i + (4 + by_words) * V_BYTES < n; *i += (4 + by_words) * V_BYTES) {
        *total = v_add_popcounts(*total, v_put(dst, a, b, *i, v), v_put(dst, a, b, *i + V_BYTES, v),
                                 v_put(dst, a, b, *i + 2 * V_BYTES, v),
                                 v_put(dst, a, b, *i + 3 * V_BYTES, v));
        ones += count_by_words(a, *i + 4 * V_BYTES, by_words, w);
    }
    return ones;
}

/* ---- The whole ---- */

/* Counts n bytes, V_BYTES <= n <= 2 * V_BYTES: all of the last vector, and the bytes of the first
 * that it does not cover. */
BMILL_ALWAYS_INLINE v_t count_two(v_t first, v_t last, size_t n)
{
    return v_add64(v_popcount(v_keep_first(first, n - V_BYTES)), v_popcount(last));
}

/* The vectors between the first, which ends at *i, and the last, as count_loop; the counts in lanes
 * are added to *total. */
BMILL_ALWAYS_INLINE size_t count_between(v_t *total, unsigned char *dst, const unsigned char *a,
                                         const unsigned char *b, size_t *i, size_t n, w_op *w,
                                         v_op *v)
{
    v_t more;
    size_t ones = count_loop(&more, dst, a, b, i, n, w, v);
    for (; *i + V_BYTES < n; *i += V_BYTES)
        more = v_add64(more, v_popcount(v_put(dst, a, b, *i, v)));
    *total = v_add64(*total, more);
    return ones;
}

/* Counts V_BYTES or more, given the first vector. */
BMILL_ALWAYS_INLINE size_t count_long(v_t first, const unsigned char *a, const unsigned char *b,
                                      size_t nbits, w_op *w, v_op *v)
{
    size_t n = bytes_of(nbits);
    size_t i, ones;
    v_t total;
    if (BMILL_LIKELY(n <= 2 * V_BYTES))
        return v_sum64(count_two(first, v_last(a, b, nbits, v), n));
    i = second_vector(a, n);
    total = v_popcount(v_keep_first(first, i));
    ones = count_between(&total, NULL, a, b, &i, n, w, v);
    return ones + v_sum64(v_add64(total, count_last(a, b, i, nbits, v)));
}

/* The loop of the shapes COUNT1 and COUNT2. */
BMILL_ALWAYS_INLINE size_t loop_count(const void *a_, const void *b_, size_t nbits, w_op *w,
                                      x_op *x, v_op *v)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    (void)x;
    if (is_one_vector(nbits))
        return v_sum64(v_popcount(v_at(a, b, 0, v)));
    if (!BMILL_LIKELY(bytes_of(nbits) > COUNT_SMALL_BYTES))
        return count_small(a, b, nbits, w, v);
    return count_long(v_at(a, b, 0, v), a, b, nbits, w, v);
}

#endif
