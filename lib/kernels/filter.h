/* filter.h: the elements that a mask selects, next to each other (filter), and the inverse
 * (expand).
 *
 * With BMILL_HAVE_FILTER the ISA has steps for T = u8, u16, u32, u64 (simd/<isa>/filter.h):
 *
 *   FILTER_LANES_<T>            the elements of a step; together at most V_BYTES
 *   filter_step_<T>(dst, a, m)  loads that many elements at `a` and stores as many at dst: first
 *                               those that m selects, then anything
 *   expand_step_<T>(dst, a, m)  the inverse: element k of `a` goes to the k-th position that is 1
 *                               in m, and zeros to the others
 *   FILTER_STEP_ONES            as many elements, moved one by one, take as long as a step
 *
 * and with BMILL_HAVE_FILTER_WORD better filter_word() and expand_word(), and
 *
 *   BUFFER_LAST_WORD            whether a last word whose steps have no room in dst is done in a
 *                               buffer: for many short steps
 *   FILTER_SMALL                up to this many elements are moved one by one
 */
#ifndef BMILL_KERNELS_FILTER_H
#define BMILL_KERNELS_FILTER_H

#include "kernels/ends.h"
#include "kernels/op.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

typedef void step_op(unsigned char *dst, const unsigned char *a, w_t m);
BMILL_ALWAYS_INLINE w_t low_bits(size_t n) { return ~(w_t)0 >> (64 - n); }

#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/filter.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/filter.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/filter.h"
#endif

/* 64 bits of the mask from bit i, a multiple of 64. Those from bit n are 0. */
BMILL_ALWAYS_INLINE w_t mask_word(const unsigned char *mask, size_t i, size_t n)
{
    if (i + 64 <= n)
        return w_load(mask + i / 8);
    return w_small(mask + i / 8, mask + i / 8, n - i, w_first);
}

/* Moves one element for each 1 bit of a word of the mask, from number i of `a` on, to number `kept`
 * of dst. Returns the next number. Where there is no 1 bit, `a` and dst may be NULL. */
BMILL_ALWAYS_INLINE size_t gather_ones(unsigned char *dst, size_t kept, const unsigned char *a,
                                       size_t i, w_t word, size_t size)
{
    for (; word; word &= word - 1, kept++)
        memmove(dst + kept * size, a + (i + w_ctz(word)) * size, size);
    return kept;
}
/* One element for each 1 bit of the mask. */
BMILL_ALWAYS_INLINE size_t filter_one_by_one(unsigned char *dst, const unsigned char *a,
                                             const unsigned char *mask, size_t n, size_t size)
{
    size_t kept = 0;
    size_t i;
    for (i = 0; i + 64 <= n; i += 64)
        kept = gather_ones(dst, kept, a, i, w_load(mask + i / 8), size);
    if (i < n)
        kept = gather_ones(dst, kept, a, i, mask_word(mask, i, n), size);
    return kept;
}
/* Stores elements of `a`, from number `used`, over up to 64 zeros. Returns the next number. */
BMILL_ALWAYS_INLINE size_t scatter(unsigned char *dst, const unsigned char *a, size_t used,
                                   w_t word, size_t size)
{
    for (; word; word &= word - 1, used++)
        memcpy(dst + w_ctz(word) * size, a + used * size, size);
    return used;
}
/* Zeros for a whole word of the mask. */
BMILL_ALWAYS_INLINE void zeros_for_word(unsigned char *dst, size_t size)
{
    BMILL_UNROLL
    for (size_t k = 0; k < 64 * size; k += V_BYTES)
        v_store(dst + k, v_zero());
}
BMILL_ALWAYS_INLINE size_t expand_one_by_one(unsigned char *dst, const unsigned char *a,
                                             const unsigned char *mask, size_t n, size_t size)
{
    size_t used = 0;
    size_t i;
    for (i = 0; i + 64 <= n; i += 64) {
        zeros_for_word(dst + i * size, size);
        used = scatter(dst + i * size, a, used, w_load(mask + i / 8), size);
    }
    if (i < n) {
        memset(dst + i * size, 0, (n - i) * size);
        used = scatter(dst + i * size, a, used, mask_word(mask, i, n), size);
    }
    return used;
}

#ifdef BMILL_HAVE_FILTER

/* A step always stores (filter) or loads (expand) `lanes` elements, however few are selected. That
 * is safe while at least `lanes` selected elements are still to come: up to bit `first` of the
 * mask, a multiple of 64. From there on it has `ones` 1 bits: at least `lanes`, but fewer without
 * the 64 bits at `first`. If the whole mask has fewer, `first` is 0. */
struct rest {
    size_t first, ones;
};
BMILL_ALWAYS_INLINE struct rest rest_of(const unsigned char *mask, size_t n, size_t lanes)
{
    struct rest r = {n - n % 64, 0};
    if (r.first < n)
        r.ones = w_popcount(mask_word(mask, r.first, n));
    while (r.ones < lanes && r.first > 0) {
        r.first -= 64;
        r.ones += w_popcount(w_load(mask + r.first / 8));
    }
    return r;
}

/* Copies up to V_BYTES. */
BMILL_ALWAYS_INLINE void copy_elements(unsigned char *dst, const unsigned char *a, size_t n)
{
    map_small(dst, a, a, 8 * n, w_first, x_first);
}
/* Copies less than a vector, and stores zeros after it that fill the vector. */
BMILL_ALWAYS_INLINE void copy_zero_filled(unsigned char *dst, const unsigned char *a, size_t n)
{
    v_store(dst, n ? v_load_first(a, n) : v_zero());
}

#ifndef BMILL_HAVE_FILTER_WORD
enum { BUFFER_LAST_WORD = 0, FILTER_SMALL = FEW_ELEMENTS };

/* The steps for a whole word of the mask. Returns how many elements it selects. */
BMILL_ALWAYS_INLINE size_t filter_word(unsigned char *dst, const unsigned char *a, w_t word,
                                       size_t size, size_t lanes, step_op *step)
{
    size_t kept = 0;
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes) {
        w_t m = word >> k & low_bits(lanes);
        step(dst + kept * size, a + k * size, m);
        kept += w_popcount(m);
    }
    return kept;
}
BMILL_ALWAYS_INLINE size_t expand_word(unsigned char *dst, const unsigned char *a, w_t word,
                                       size_t size, size_t lanes, step_op *step)
{
    size_t used = 0;
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes) {
        w_t m = word >> k & low_bits(lanes);
        step(dst + k * size, a + used * size, m);
        used += w_popcount(m);
    }
    return used;
}
#endif

/* With at most this many 1 bits in a word of the mask, elements are moved one by one. Not where one
 * step does the whole word; and not more than a step may store, which is two or at least SURPLUS.
 */
enum { SURPLUS = 3 };
BMILL_ALWAYS_INLINE size_t few_ones(size_t lanes)
{
    if (lanes < SURPLUS)
        return 2;
    return lanes < 64 ? 64 / lanes * FILTER_STEP_ONES : 0;
}

/* Moves one element for each 1 bit of a word of the mask, and up to SURPLUS more: a branch for each
 * element, or on whether the word is 0, would be wrong too often. After the last 1 bit the element
 * after the word is taken, number 64, or the last one of the word if `last`. */
BMILL_ALWAYS_INLINE w_t filter_next(unsigned char *dst, const unsigned char *a, w_t word, bool last,
                                    size_t size)
{
    memmove(dst, a + w_ctz(last ? word | (w_t)1 << 63 : word) * size, size);
    return word & (word - 1);
}
BMILL_ALWAYS_INLINE void filter_ones(unsigned char *dst, const unsigned char *a, w_t word,
                                     bool last, size_t ones, size_t size)
{
    word = filter_next(dst, a, word, last, size);
    word = filter_next(dst + size, a, word, last, size);
    for (size_t k = 2; k < ones; k += 4) {
        BMILL_UNROLL
        for (size_t j = 0; j < 4; j++)
            word = filter_next(dst + (k + j) * size, a, word, last, size);
    }
}
/* filter_word, faster where few bits are 1. */
BMILL_ALWAYS_INLINE size_t filter_whole_word(unsigned char *dst, const unsigned char *a, w_t word,
                                             bool last, size_t size, size_t lanes, step_op *step)
{
    size_t ones = w_popcount(word);
    if (ones > few_ones(lanes) || lanes == 64)
        return filter_word(dst, a, word, size, lanes, step);
    filter_ones(dst, a, word, last, ones, size);
    return ones;
}
/* The steps for a whole word of the mask, where dst has room for the selected elements only. */
BMILL_ALWAYS_INLINE size_t filter_exactly(unsigned char *dst, const unsigned char *a, w_t word,
                                          size_t size, size_t lanes, step_op *step)
{
    unsigned char buffer[64 * 8 + V_BYTES];
    size_t kept = filter_word(buffer, a, word, size, lanes, step);
    memcpy(dst, buffer, kept * size);
    return kept;
}

/* A step where only n elements are left in a, or in dst, perhaps fewer than a step loads or stores.
 */
BMILL_ALWAYS_INLINE void filter_partial(unsigned char *dst, const unsigned char *a, size_t n, w_t m,
                                        size_t size, size_t lanes, step_op *step)
{
    unsigned char copy[V_BYTES];
    if (n < lanes) {
        copy_zero_filled(copy, a, n * size);
        a = copy;
    }
    step(dst, a, m);
}
BMILL_ALWAYS_INLINE void expand_partial(unsigned char *dst, const unsigned char *a, size_t n, w_t m,
                                        size_t size, size_t lanes, step_op *step)
{
    unsigned char copy[V_BYTES];
    step(n < lanes ? copy : dst, a, m);
    if (n < lanes)
        copy_elements(dst, copy, n * size);
}

/* The end of dst: `total` elements in all, of which `kept` are stored. Steps that find no room
 * there store into `last`, which has `in_last` elements. */
struct sink {
    unsigned char *dst;
    size_t kept, total, in_last;
    unsigned char last[2 * V_BYTES];
};
/* The steps for a word of the mask, when `a` has n elements left. */
BMILL_ALWAYS_INLINE void filter_end_word(struct sink *s, const unsigned char *a, size_t n, w_t word,
                                         size_t size, size_t lanes, step_op *step)
{
    for (size_t k = 0; word; k += lanes, word = word >> (lanes - 1) >> 1) {
        w_t m = word & low_bits(lanes);
        size_t ones = w_popcount(m);
        bool room = s->kept + lanes <= s->total;
        filter_partial(room ? s->dst + s->kept * size : s->last + s->in_last * size, a + k * size,
                       n - k, m, size, lanes, step);
        s->kept += room ? ones : 0;
        s->in_last += room ? 0 : ones;
    }
}

/* Whether 256 bits are 0: a branch that is right more often than one on a word. */
BMILL_ALWAYS_INLINE bool four_words_are_zero(const unsigned char *mask)
{
    return (w_load(mask) | w_load(mask + 8) | w_load(mask + 16) | w_load(mask + 24)) == 0;
}

/* The end of dst, where few bits of the mask are 1: room for `total` elements. */
BMILL_ALWAYS_INLINE void filter_sparse_end(unsigned char *dst, const unsigned char *a,
                                           const unsigned char *mask, size_t n, size_t total,
                                           size_t size)
{
    size_t kept = 0;
    size_t i;
    for (i = 0; i + 64 <= n; i += 64) {
        w_t word = w_load(mask + i / 8);
        size_t ones = w_popcount(word);
        if (kept + ones + SURPLUS > total)
            break;
        filter_ones(dst + kept * size, a + i * size, word, true, ones, size);
        kept += ones;
    }
    filter_one_by_one(dst + kept * size, a + i * size, mask + i / 8, n - i, size);
}

/* Whether few bits of the rest are 1. */
BMILL_ALWAYS_INLINE bool is_sparse(struct rest rest, size_t n, size_t lanes)
{
    size_t few = lanes < 64 ? few_ones(lanes) : 2;
    return rest.ones <= few * ((n - rest.first + 63) / 64);
}

BMILL_ALWAYS_INLINE size_t filter_by_steps(void *dst_, const void *a_, const void *mask_, size_t n,
                                           size_t size, size_t lanes, step_op *step)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *mask = mask_;
    struct rest rest = rest_of(mask, n, lanes);
    struct sink s;
    size_t kept = 0;
    size_t i;
    if (!BMILL_LIKELY(rest.ones > 0)) /* nothing is selected: `a` and dst may be NULL */
        return 0;
    for (i = 0; i + 256 <= rest.first; i += 256) {
        if (four_words_are_zero(mask + i / 8))
            continue;
        for (size_t k = i; k < i + 256; k += 64)
            kept += filter_whole_word(dst + kept * size, a + k * size, w_load(mask + k / 8), false,
                                      size, lanes, step);
    }
    for (; i < rest.first; i += 64)
        kept += filter_whole_word(dst + kept * size, a + i * size, w_load(mask + i / 8), false,
                                  size, lanes, step);
    if (is_sparse(rest, n, lanes)) {
        filter_sparse_end(dst + kept * size, a + i * size, mask + i / 8, n - i, rest.ones, size);
        return kept + rest.ones;
    }
    s.dst = dst;
    s.kept = kept;
    s.total = kept + rest.ones;
    s.in_last = 0;
    if (BUFFER_LAST_WORD && i + 64 <= n)
        s.kept += filter_exactly(dst + kept * size, a + i * size, w_load(mask + i / 8), size, lanes,
                                 step);
    else
        filter_end_word(&s, a + i * size, n - i, mask_word(mask, i, n), size, lanes, step);
    for (i += 64; i + 64 <= n; i += 64)
        s.in_last += filter_whole_word(s.last + s.in_last * size, a + i * size,
                                       w_load(mask + i / 8), true, size, lanes, step);
    if (i < n)
        filter_end_word(&s, a + i * size, n - i, mask_word(mask, i, n), size, lanes, step);
    copy_elements(dst + s.kept * size, s.last, s.in_last * size);
    return s.total;
}

/* Up to two elements, over zeros, without a branch: what does not exist goes to element number 64,
 * which belongs to the next word and is stored again with that. There is one, or else both exist.
 */
BMILL_ALWAYS_INLINE void scatter_two(unsigned char *dst, const unsigned char *a, w_t word,
                                     size_t size)
{
    memcpy(dst + w_ctz(word & (word - 1)) * size, a + size, size);
    memcpy(dst + w_ctz(word) * size, a, size);
}
/* A whole word of the mask of which few bits are 1. `a` has two elements at least. */
BMILL_ALWAYS_INLINE void expand_few(unsigned char *dst, const unsigned char *a, w_t word,
                                    size_t ones, size_t size)
{
    zeros_for_word(dst, size);
    if (ones > 2)
        scatter(dst, a, 0, word, size);
    else
        scatter_two(dst, a, word, size);
}
/* The steps for a whole word of the mask; or, where few bits are 1, zeros first, and then single
 * elements. */
BMILL_ALWAYS_INLINE size_t expand_whole_word(unsigned char *dst, const unsigned char *a, w_t word,
                                             size_t size, size_t lanes, step_op *step)
{
    size_t ones = w_popcount(word);
    if (ones > few_ones(lanes) || lanes > 16)
        return expand_word(dst, a, word, size, lanes, step);
    expand_few(dst, a, word, ones, size);
    return ones;
}

/* Up to FILTER_SMALL elements, one by one; FEW_ELEMENTS are cleared without a call. */
BMILL_ALWAYS_INLINE size_t expand_small(unsigned char *dst, const unsigned char *a,
                                        const unsigned char *mask, size_t n, size_t size)
{
    unsigned char zeros[V_BYTES];
    if ((size_t)FILTER_SMALL > FEW_ELEMENTS && n > FEW_ELEMENTS)
        return expand_one_by_one(dst, a, mask, n, size);
    if (n * size >= V_BYTES) {
        v_store(dst, v_zero());
        for (size_t i = V_BYTES; i + V_BYTES < FEW_ELEMENTS * size; i += V_BYTES)
            if (i + V_BYTES < n * size)
                v_store(dst + i, v_zero());
        v_store(dst + n * size - V_BYTES, v_zero());
    } else {
        v_store(zeros, v_zero());
        copy_elements(dst, zeros, n * size);
    }
    return n ? scatter(dst, a, 0, mask_word(mask, 0, n), size) : 0;
}

/* The source of expand: `total` elements at a; `used` of them are used already. */
struct source {
    const unsigned char *a;
    size_t used, total;
    bool at_end;
    unsigned char last[2 * V_BYTES]; /* the end of a, once a step would load past it */
};
BMILL_ALWAYS_INLINE const unsigned char *next_elements(struct source *s, size_t size, size_t lanes)
{
    if (s->used + lanes > s->total && !s->at_end) {
        s->total -= s->used;
        copy_zero_filled(s->last, s->a + s->used * size, s->total * size);
        v_store(s->last + V_BYTES, v_zero());
        s->a = s->last;
        s->used = 0;
        s->at_end = true;
    }
    return s->a + s->used * size;
}

BMILL_ALWAYS_INLINE size_t expand_by_steps(void *dst_, const void *a_, const void *mask_, size_t n,
                                           size_t size, size_t lanes, step_op *step)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *mask = mask_;
    struct rest rest = rest_of(mask, n, lanes);
    struct source s;
    size_t used = 0;
    size_t i;
    if (!BMILL_LIKELY(rest.ones > 0)) /* nothing is read: `a` may be NULL, and C has no NULL + 0 */
        a = mask;
    for (i = 0; i < rest.first; i += 64)
        used += expand_whole_word(dst + i * size, a + used * size, w_load(mask + i / 8), size,
                                  lanes, step);
    if (is_sparse(rest, n, lanes)) {
        size_t total = used + rest.ones;
        for (; i + 64 <= n && used + 2 <= total; i += 64) {
            w_t word = w_load(mask + i / 8);
            size_t ones = w_popcount(word);
            expand_few(dst + i * size, a + used * size, word, ones, size);
            used += ones;
        }
        return used + expand_one_by_one(dst + i * size, a + used * size, mask + i / 8, n - i, size);
    }
    s.a = a + used * size;
    s.used = 0;
    s.total = rest.ones;
    s.at_end = false;
    for (; i < n; i += 64) {
        w_t word = mask_word(mask, i, n);
        if (i > rest.first && i + 64 <= n) {
            const unsigned char *next = next_elements(&s, size, lanes);
            s.used += expand_word(dst + i * size, next, word, size, lanes, step);
            continue;
        }
        for (size_t k = i; k < i + 64 && k < n; k += lanes, word = word >> (lanes - 1) >> 1) {
            w_t m = word & low_bits(lanes);
            expand_partial(dst + k * size, next_elements(&s, size, lanes), n - k, m, size, lanes,
                           step);
            s.used += w_popcount(m);
        }
    }
    return used + rest.ones;
}

/* ---- The kernels. Up to FILTER_SMALL elements are handled in separate functions, so that they
 * need no room on the stack. ---- */

BMILL_NOINLINE size_t filter_u8_small(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 1);
}
BMILL_KERNEL size_t filter_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return filter_u8_small(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 1, FILTER_LANES_u8, filter_step_u8);
}
BMILL_NOINLINE size_t expand_u8_small(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_small(dst, a, mask, n, 1);
}
BMILL_KERNEL size_t expand_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return expand_u8_small(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 1, FILTER_LANES_u8, expand_step_u8);
}

BMILL_NOINLINE size_t filter_u16_small(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 2);
}
BMILL_KERNEL size_t filter_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return filter_u16_small(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 2, FILTER_LANES_u16, filter_step_u16);
}
BMILL_NOINLINE size_t expand_u16_small(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_small(dst, a, mask, n, 2);
}
BMILL_KERNEL size_t expand_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return expand_u16_small(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 2, FILTER_LANES_u16, expand_step_u16);
}

BMILL_NOINLINE size_t filter_u32_small(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 4);
}
BMILL_KERNEL size_t filter_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return filter_u32_small(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 4, FILTER_LANES_u32, filter_step_u32);
}
BMILL_NOINLINE size_t expand_u32_small(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_small(dst, a, mask, n, 4);
}
BMILL_KERNEL size_t expand_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return expand_u32_small(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 4, FILTER_LANES_u32, expand_step_u32);
}

BMILL_NOINLINE size_t filter_u64_small(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 8);
}
BMILL_KERNEL size_t filter_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return filter_u64_small(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 8, FILTER_LANES_u64, filter_step_u64);
}
BMILL_NOINLINE size_t expand_u64_small(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_small(dst, a, mask, n, 8);
}
BMILL_KERNEL size_t expand_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n <= FILTER_SMALL)
        return expand_u64_small(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 8, FILTER_LANES_u64, expand_step_u64);
}

#else

BMILL_KERNEL size_t filter_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 1);
}
BMILL_KERNEL size_t expand_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_one_by_one(dst, a, mask, n, 1);
}

BMILL_KERNEL size_t filter_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 2);
}
BMILL_KERNEL size_t expand_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_one_by_one(dst, a, mask, n, 2);
}

BMILL_KERNEL size_t filter_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 4);
}
BMILL_KERNEL size_t expand_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_one_by_one(dst, a, mask, n, 4);
}

BMILL_KERNEL size_t filter_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_one_by_one(dst, a, mask, n, 8);
}
BMILL_KERNEL size_t expand_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_one_by_one(dst, a, mask, n, 8);
}

#endif

#endif
