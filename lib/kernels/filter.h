/* filter.h: the elements that a mask selects, next to each other (filter), and the inverse
 * (expand).
 *
 * With BMILL_HAVE_FILTER the ISA has steps for T = u8, u16, u32, u64 (simd/<isa>/filter.h):
 *
 *   FILTER_LANES_<T>            the elements of a step; together at most V_BYTES, or 32
 *   filter_step_<T>(dst, a, m)  loads that many elements at `a` and stores as many at dst: first
 *                               those that m selects, then anything
 *   expand_step_<T>(dst, a, m)  the inverse: element k of `a` goes to the k-th position that is 1
 *                               in m, and zeros to the others
 *   filter_few(lanes), expand_few(lanes)
 *                               with at most this many 1 bits in a word of the mask, its elements
 *                               are moved one by one. For filter not more than a step may store: 2,
 *                               or more only if lanes >= 3
 *
 * and with BMILL_HAVE_FILTER_WORD better filter_word() and expand_word(), and
 *
 *   FILTER_SMALL                up to this many elements are moved one by one
 *
 * and with BMILL_HAVE_EXACT_STEPS steps that store (filter) or load (expand) no more elements than
 * are selected:
 *
 *   filter_exactly(), expand_exactly()   as those below
 *   filter_in_page(dst, a, p, ones, size, lanes)
 *   expand_in_page(dst, a, p, ones, size, lanes)
 *                               the word of the mask at p, which has so many 1 bits, if that is
 *                               sure not to touch the next page; else they return false
 */
#ifndef BMILL_KERNELS_FILTER_H
#define BMILL_KERNELS_FILTER_H

#include "kernels/decode_line.h"
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
#else
#include "kernels/lists.h"
#include "simd/byte_tables.h"
#endif

/* 64 bits of the mask from bit i, a multiple of 64. Those from bit n are 0. */
BMILL_ALWAYS_INLINE w_t mask_word(const unsigned char *mask, size_t i, size_t n)
{
    if (i + 64 <= n)
        return w_load(mask + i / 8);
    return w_small(mask + i / 8, mask + i / 8, n - i, w_first);
}

/* The position of the highest 1 bit: the second one if there are two, the only one if not. */
BMILL_ALWAYS_INLINE size_t highest_one(w_t word) { return 63 - w_clz(word); }
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
    for (size_t k = 0; k < 64 * size; k += V_BYTES) {
        v_store(dst + k, v_zero());
        if (V_BYTES <= 16) /* gcc would make a slow string instruction of so many stores */
            BMILL_IN_ORDER;
    }
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

#ifndef BMILL_HAVE_FILTER_WORD
enum { FILTER_SMALL = FEW_ELEMENTS };

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

/* ---- A word of the mask where dst has room only for the elements that it selects (filter), or `a`
 * has only those (expand); of the other array n elements are left, up to 64 ---- */

#ifndef BMILL_HAVE_EXACT_STEPS
enum { EXACT_STEPS = 0 };
BMILL_ALWAYS_INLINE bool filter_in_page(unsigned char *dst, const unsigned char *a,
                                        const unsigned char *p, size_t ones, size_t size,
                                        size_t lanes)
{
    return (void)dst, (void)a, (void)p, (void)ones, (void)size, (void)lanes, false;
}
BMILL_ALWAYS_INLINE bool expand_in_page(unsigned char *dst, const unsigned char *a,
                                        const unsigned char *p, size_t ones, size_t size,
                                        size_t lanes)
{
    return (void)dst, (void)a, (void)p, (void)ones, (void)size, (void)lanes, false;
}
/* By vectors: a call of memcpy takes longer. */
BMILL_ALWAYS_INLINE void copy_elements(unsigned char *dst, const unsigned char *a, size_t nbytes)
{
    size_t i;
    for (i = 0; i + V_BYTES < nbytes; i += V_BYTES)
        v_store(dst + i, v_load(a + i));
    map_small(dst + i, a + i, a + i, 8 * (nbytes - i), w_first, x_first);
}
BMILL_ALWAYS_INLINE void filter_exactly(unsigned char *dst, const unsigned char *a, size_t n,
                                        w_t word, size_t size, size_t lanes, step_op *step)
{
    unsigned char from[64 * 8], to[64 * 8 + V_BYTES];
    size_t kept;
    if (n < 64) {
        copy_elements(from, a, n * size);
        a = from;
    }
    kept = filter_word(to, a, word, size, lanes, step);
    copy_elements(dst, to, kept * size);
}
BMILL_ALWAYS_INLINE void expand_exactly(unsigned char *dst, const unsigned char *a, size_t n,
                                        w_t word, size_t size, size_t lanes, step_op *step)
{
    unsigned char from[64 * 8 + V_BYTES], to[64 * 8];
    copy_elements(from, a, w_popcount(word) * size);
    expand_word(n < 64 ? to : dst, from, word, size, lanes, step);
    if (n < 64)
        copy_elements(dst, to, n * size);
}
#endif

/* Functions of their own, so that words with few 1 bits need no room on the stack. */
BMILL_NOINLINE void filter_exactly_u8(unsigned char *dst, const unsigned char *a, size_t n,
                                      w_t word)
{
    filter_exactly(dst, a, n, word, 1, FILTER_LANES_u8, filter_step_u8);
}
BMILL_NOINLINE void filter_exactly_u16(unsigned char *dst, const unsigned char *a, size_t n,
                                       w_t word)
{
    filter_exactly(dst, a, n, word, 2, FILTER_LANES_u16, filter_step_u16);
}
BMILL_NOINLINE void filter_exactly_u32(unsigned char *dst, const unsigned char *a, size_t n,
                                       w_t word)
{
    filter_exactly(dst, a, n, word, 4, FILTER_LANES_u32, filter_step_u32);
}
BMILL_NOINLINE void filter_exactly_u64(unsigned char *dst, const unsigned char *a, size_t n,
                                       w_t word)
{
    filter_exactly(dst, a, n, word, 8, FILTER_LANES_u64, filter_step_u64);
}
BMILL_NOINLINE void expand_exactly_u8(unsigned char *dst, const unsigned char *a, size_t n,
                                      w_t word)
{
    expand_exactly(dst, a, n, word, 1, FILTER_LANES_u8, expand_step_u8);
}
BMILL_NOINLINE void expand_exactly_u16(unsigned char *dst, const unsigned char *a, size_t n,
                                       w_t word)
{
    expand_exactly(dst, a, n, word, 2, FILTER_LANES_u16, expand_step_u16);
}
BMILL_NOINLINE void expand_exactly_u32(unsigned char *dst, const unsigned char *a, size_t n,
                                       w_t word)
{
    expand_exactly(dst, a, n, word, 4, FILTER_LANES_u32, expand_step_u32);
}
BMILL_NOINLINE void expand_exactly_u64(unsigned char *dst, const unsigned char *a, size_t n,
                                       w_t word)
{
    expand_exactly(dst, a, n, word, 8, FILTER_LANES_u64, expand_step_u64);
}

/* With at most this many 1 bits in a word of the mask, single elements are faster than exact steps.
 * They do not load elements that are not selected, which may be in no cache. */
BMILL_ALWAYS_INLINE size_t few_exact_ones(size_t lanes)
{
    if (!EXACT_STEPS)
        return filter_few(lanes);
    return lanes == 8 ? 4 : lanes == 16 ? 3 : 0;
}

/* The same in a short mask: there the others are done without a branch on how many they are. */
BMILL_ALWAYS_INLINE size_t few_short_ones(size_t lanes)
{
    return EXACT_STEPS ? few_exact_ones(lanes) : 3;
}

/* A filter or an expand under way. */
struct filtering {
    unsigned char *dst;
    const unsigned char *a, *mask;
    size_t n, end; /* from bit `end` of the mask on steps are not safe; or UNKNOWN_END */
};
#define UNKNOWN_END SIZE_MAX

/* With exact steps no end is looked for in a short mask: to find it takes a branch that is wrong
 * each time. */
BMILL_ALWAYS_INLINE struct filtering filtering_of(void *dst, const void *a, const void *mask,
                                                  size_t n)
{
    struct filtering f = {dst, a, mask, n, EXACT_STEPS && n <= MASK_BLOCK ? 0 : UNKNOWN_END};
    return f;
}

/* A step always stores (filter) or loads (expand) `lanes` elements, however few are selected. That
 * is safe while `lanes` selected elements are still to come: in whole words before the end. */
BMILL_ALWAYS_INLINE size_t end_of_steps(const unsigned char *mask, size_t n, size_t lanes)
{
    size_t end = n - n % 64;
    size_t ones = end < n ? w_popcount(mask_word(mask, end, n)) : 0;
    while (ones < lanes && end > 0) {
        end -= 64;
        ones += w_popcount(w_load(mask + end / 8));
    }
    return end;
}
BMILL_ALWAYS_INLINE bool steps_are_safe(struct filtering *f, size_t i, size_t lanes)
{
    if (f->end == UNKNOWN_END)
        f->end = end_of_steps(f->mask, f->n, lanes);
    return i < f->end;
}

/* ---- Blocks of up to 64 words of the mask. Where many are 0, one goes from one that is not 0 to
 * the next. Each of these but the last may move an element too many: another one follows. ---- */

/* Bit k: whether word k of the mask is not 0. */
BMILL_ALWAYS_INLINE w_t nonzero_of(const unsigned char *mask, size_t words)
{
    w_t nonzero = 0;
    size_t k = 0;
    for (; k + LINE_WORDS <= words; k += LINE_WORDS)
        nonzero |= (w_t)nonzero_words(mask + W_BYTES * k) << k;
    for (; k < words; k++)
        nonzero |= (w_t)(w_load(mask + W_BYTES * k) != 0) << k;
    return nonzero;
}
/* Whether that is faster than to do all words: one in four may be nonzero if a word is one step,
 * else three. */
BMILL_ALWAYS_INLINE bool is_sparse(w_t nonzero, size_t words, size_t lanes)
{
    return 4 * w_popcount(nonzero) <= (lanes == 64 ? 1 : 3) * words;
}
BMILL_ALWAYS_INLINE size_t words_of_block(size_t nbits)
{
    return nbits < MASK_BLOCK ? nbits / 64 : MASK_BLOCK / 64;
}

/* ---- Filter ---- */

/* Moves the element of the lowest 1 bit, or if there is none, number 64, and clears that bit. */
BMILL_ALWAYS_INLINE w_t filter_next(unsigned char *dst, const unsigned char *a, w_t word,
                                    size_t size)
{
    memmove(dst, a + w_ctz(word) * size, size);
    return word & (word - 1);
}
/* Moves one element for each 1 bit of a word of the mask, and up to three more, or two of none: a
 * branch for each element, or on whether the word is 0, would be wrong too often. */
BMILL_ALWAYS_INLINE void filter_ones(unsigned char *dst, const unsigned char *a, w_t word,
                                     size_t ones, size_t size)
{
    word = filter_next(dst, a, word, size);
    word = filter_next(dst + size, a, word, size);
    for (size_t k = 2; k < ones; k += 4) {
        BMILL_UNROLL
        for (size_t j = 0; j < 4; j++)
            word = filter_next(dst + (k + j) * size, a, word, size);
    }
}
/* filter_word, faster where few bits are 1. */
BMILL_ALWAYS_INLINE size_t filter_whole_word(unsigned char *dst, const unsigned char *a, w_t word,
                                             size_t size, size_t lanes, step_op *step)
{
    size_t ones = w_popcount(word);
    if (ones > filter_few(lanes) || filter_few(lanes) == 0)
        return filter_word(dst, a, word, size, lanes, step);
    filter_ones(dst, a, word, ones, size);
    return ones;
}
/* The word of the mask at bit i, where n bits are left, or 64. Returns the next `kept`. */
BMILL_ALWAYS_INLINE size_t filter_word_at(struct filtering *f, size_t kept, size_t i, size_t n,
                                          w_t word, size_t size, size_t lanes, step_op *step)
{
    size_t ones = w_popcount(word);
    unsigned char *dst;
    const unsigned char *a;
    if (few_exact_ones(lanes) > 0 && ones <= few_exact_ones(lanes))
        return gather_ones(f->dst, kept, f->a, i, word, size);
    dst = f->dst + kept * size;
    a = f->a + i * size;
    if (n == 64 && steps_are_safe(f, i, lanes))
        filter_word(dst, a, word, size, lanes, step);
    else if (n == 64 && filter_in_page(dst, a, f->mask + i / 8, ones, size, lanes))
        return kept + ones;
    else if (size == 1)
        filter_exactly_u8(dst, a, n, word);
    else if (size == 2)
        filter_exactly_u16(dst, a, n, word);
    else if (size == 4)
        filter_exactly_u32(dst, a, n, word);
    else
        filter_exactly_u64(dst, a, n, word);
    return kept + ones;
}

BMILL_ALWAYS_INLINE size_t filter_sparse(struct filtering *f, size_t kept, size_t i, w_t nonzero,
                                         size_t size, size_t lanes, step_op *step)
{
    for (; nonzero; nonzero &= nonzero - 1) {
        size_t at = i + 64 * w_ctz(nonzero);
        w_t word = w_load(f->mask + at / 8);
        size_t ones = w_popcount(word);
        if (!BMILL_LIKELY(ones <= 2)) {
            kept = filter_word_at(f, kept, at, 64, word, size, lanes, step);
        } else if (!BMILL_LIKELY((nonzero & (nonzero - 1)) != 0)) {
            kept = gather_ones(f->dst, kept, f->a, at, word, size);
        } else {
            unsigned char *dst = f->dst + kept * size;
            memmove(dst, f->a + (at + w_ctz(word)) * size, size);
            memmove(dst + size, f->a + (at + highest_one(word)) * size, size);
            kept += ones;
        }
    }
    return kept;
}
BMILL_ALWAYS_INLINE size_t filter_dense(struct filtering *f, size_t kept, size_t i, size_t words,
                                        size_t size, size_t lanes, step_op *step)
{
    size_t end = i + 64 * words;
    for (; i < end && steps_are_safe(f, i, lanes); i += 64)
        kept += filter_whole_word(f->dst + kept * size, f->a + i * size, w_load(f->mask + i / 8),
                                  size, lanes, step);
    for (; i < end; i += 64)
        kept = filter_word_at(f, kept, i, 64, w_load(f->mask + i / 8), size, lanes, step);
    return kept;
}
/* Less than a word of the mask, from bit i on. `a` and dst may be NULL if none of it is 1. */
BMILL_ALWAYS_INLINE size_t filter_rest(struct filtering *f, size_t kept, size_t i, size_t size,
                                       size_t lanes, step_op *step)
{
    w_t word = i < f->n ? mask_word(f->mask, i, f->n) : 0;
    return word ? filter_word_at(f, kept, i, f->n % 64, word, size, lanes, step) : kept;
}

/* Less than a line of the mask, from bit i on. */
BMILL_ALWAYS_INLINE size_t filter_words(void *dst, const void *a, const void *mask, size_t n,
                                        size_t i, size_t kept, size_t size, size_t lanes,
                                        step_op *step)
{
    struct filtering f = filtering_of(dst, a, mask, n);
    kept = filter_dense(&f, kept, i, (n - i) / 64, size, lanes, step);
    return filter_rest(&f, kept, n - n % 64, size, lanes, step);
}
BMILL_NOINLINE size_t filter_words_u8(void *dst, const void *a, const void *mask, size_t n,
                                      size_t i, size_t kept)
{
    return filter_words(dst, a, mask, n, i, kept, 1, FILTER_LANES_u8, filter_step_u8);
}
BMILL_NOINLINE size_t filter_words_u16(void *dst, const void *a, const void *mask, size_t n,
                                       size_t i, size_t kept)
{
    return filter_words(dst, a, mask, n, i, kept, 2, FILTER_LANES_u16, filter_step_u16);
}
BMILL_NOINLINE size_t filter_words_u32(void *dst, const void *a, const void *mask, size_t n,
                                       size_t i, size_t kept)
{
    return filter_words(dst, a, mask, n, i, kept, 4, FILTER_LANES_u32, filter_step_u32);
}
BMILL_NOINLINE size_t filter_words_u64(void *dst, const void *a, const void *mask, size_t n,
                                       size_t i, size_t kept)
{
    return filter_words(dst, a, mask, n, i, kept, 8, FILTER_LANES_u64, filter_step_u64);
}
BMILL_ALWAYS_INLINE size_t filter_words_of(void *dst, const void *a, const void *mask, size_t n,
                                           size_t i, size_t kept, size_t size)
{
    return size == 1   ? filter_words_u8(dst, a, mask, n, i, kept)
           : size == 2 ? filter_words_u16(dst, a, mask, n, i, kept)
           : size == 4 ? filter_words_u32(dst, a, mask, n, i, kept)
                       : filter_words_u64(dst, a, mask, n, i, kept);
}
/* Less than a line of the mask, as long as its words have few 1 bits. The others are left to
 * another function, so that no register is saved. Where no number is few, that is all of them: a
 * branch on whether a word is 0 would be wrong too often, one on whether all are is not. */
BMILL_ALWAYS_INLINE size_t filter_short(void *dst, const void *a, const void *mask_, size_t n,
                                        size_t size, size_t lanes)
{
    const unsigned char *mask = mask_;
    size_t few = few_short_ones(lanes), kept = 0, i;
    w_t any = 0, word;
    if (n <= FILTER_SMALL)
        return filter_one_by_one(dst, a, mask, n, size);
    for (i = 0; i + 64 <= n; i += 64) {
        word = w_load(mask + i / 8);
        any |= word;
        if (few == 0)
            continue;
        if (w_popcount(word) > few)
            return filter_words_of(dst, a, mask, n, i, kept, size);
        kept = gather_ones(dst, kept, a, i, word, size);
    }
    if (few == 0 && any != 0)
        return filter_words_of(dst, a, mask, n, 0, 0, size);
    word = i < n ? mask_word(mask, i, n) : 0;
    if (w_popcount(word) > few)
        return filter_words_of(dst, a, mask, n, i, kept, size);
    return gather_ones(dst, kept, a, i, word, size);
}

BMILL_ALWAYS_INLINE size_t filter_by_steps(void *dst, const void *a, const void *mask, size_t n,
                                           size_t size, size_t lanes, step_op *step)
{
    struct filtering f = filtering_of(dst, a, mask, n);
    size_t kept = 0, words, i;
    for (i = 0; i + 64 <= n; i += 64 * words) {
        w_t nonzero;
        words = words_of_block(n - i);
        nonzero = nonzero_of(f.mask + i / 8, words);
        kept = is_sparse(nonzero, words, lanes)
                   ? filter_sparse(&f, kept, i, nonzero, size, lanes, step)
                   : filter_dense(&f, kept, i, words, size, lanes, step);
    }
    return filter_rest(&f, kept, i, size, lanes, step);
}

/* ---- Expand ---- */

/* expand_word; or, where few bits are 1, zeros first, and then single elements. */
BMILL_ALWAYS_INLINE size_t expand_whole_word(unsigned char *dst, const unsigned char *a, w_t word,
                                             size_t size, size_t lanes, step_op *step)
{
    size_t ones = w_popcount(word);
    if (ones > expand_few(lanes) || expand_few(lanes) == 0)
        return expand_word(dst, a, word, size, lanes, step);
    zeros_for_word(dst, size);
    scatter(dst, a, 0, word, size);
    return ones;
}
/* The word of the mask at bit i, where n bits are left, or 64. Returns the next `used`. */
BMILL_ALWAYS_INLINE size_t expand_word_at(struct filtering *f, size_t used, size_t i, size_t n,
                                          w_t word, size_t size, size_t lanes, step_op *step)
{
    size_t ones = w_popcount(word);
    unsigned char *dst = f->dst + i * size;
    const unsigned char *a = f->a + used * size;
    if (few_exact_ones(lanes) > 0 && ones <= few_exact_ones(lanes)) {
        if (n == 64)
            zeros_for_word(dst, size);
        else
            memset(dst, 0, n * size);
        scatter(dst, a, 0, word, size);
    } else if (n == 64 && steps_are_safe(f, i, lanes)) {
        expand_word(dst, a, word, size, lanes, step);
    } else if (n == 64 && expand_in_page(dst, a, f->mask + i / 8, ones, size, lanes)) {
        return used + ones;
    } else if (size == 1) {
        expand_exactly_u8(dst, a, n, word);
    } else if (size == 2) {
        expand_exactly_u16(dst, a, n, word);
    } else if (size == 4) {
        expand_exactly_u32(dst, a, n, word);
    } else {
        expand_exactly_u64(dst, a, n, word);
    }
    return used + ones;
}

/* Of a word with one 1 bit an element too many is stored at that bit, before the right one. */
BMILL_ALWAYS_INLINE size_t expand_sparse(struct filtering *f, size_t used, size_t i, size_t words,
                                         w_t nonzero, size_t size, size_t lanes, step_op *step)
{
    for (size_t k = 0; k < words; k++)
        zeros_for_word(f->dst + (i + 64 * k) * size, size);
    for (; nonzero; nonzero &= nonzero - 1) {
        size_t at = i + 64 * w_ctz(nonzero);
        w_t word = w_load(f->mask + at / 8);
        size_t ones = w_popcount(word);
        unsigned char *dst = f->dst + at * size;
        if (!BMILL_LIKELY(ones <= 2)) {
            used = expand_word_at(f, used, at, 64, word, size, lanes, step);
        } else if (!BMILL_LIKELY((nonzero & (nonzero - 1)) != 0)) {
            used = scatter(dst, f->a, used, word, size);
        } else {
            memcpy(dst + highest_one(word) * size, f->a + (used + 1) * size, size);
            memcpy(dst + w_ctz(word) * size, f->a + used * size, size);
            used += ones;
        }
    }
    return used;
}
BMILL_ALWAYS_INLINE size_t expand_dense(struct filtering *f, size_t used, size_t i, size_t words,
                                        size_t size, size_t lanes, step_op *step)
{
    size_t end = i + 64 * words;
    for (; i < end && steps_are_safe(f, i, lanes); i += 64)
        used += expand_whole_word(f->dst + i * size, f->a + used * size, w_load(f->mask + i / 8),
                                  size, lanes, step);
    for (; i < end; i += 64)
        used = expand_word_at(f, used, i, 64, w_load(f->mask + i / 8), size, lanes, step);
    return used;
}
BMILL_ALWAYS_INLINE size_t expand_rest(struct filtering *f, size_t used, size_t i, size_t size,
                                       size_t lanes, step_op *step)
{
    if (i == f->n)
        return used;
    return expand_word_at(f, used, i, f->n % 64, mask_word(f->mask, i, f->n), size, lanes, step);
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
        map_small(dst, zeros, zeros, 8 * n * size, w_first, x_first);
    }
    return n ? scatter(dst, a, 0, mask_word(mask, 0, n), size) : 0;
}

/* `a` may be NULL if no bit is 1, and then is not read; but C has no NULL + 0. */
BMILL_ALWAYS_INLINE const void *not_null(const void *a, const void *mask) { return a ? a : mask; }

/* Less than a line of the mask, from bit i on. */
BMILL_ALWAYS_INLINE size_t expand_words(void *dst, const void *a, const void *mask, size_t n,
                                        size_t i, size_t used, size_t size, size_t lanes,
                                        step_op *step)
{
    struct filtering f = filtering_of(dst, not_null(a, mask), mask, n);
    used = expand_dense(&f, used, i, (n - i) / 64, size, lanes, step);
    return expand_rest(&f, used, n - n % 64, size, lanes, step);
}
BMILL_NOINLINE size_t expand_words_u8(void *dst, const void *a, const void *mask, size_t n,
                                      size_t i, size_t used)
{
    return expand_words(dst, a, mask, n, i, used, 1, FILTER_LANES_u8, expand_step_u8);
}
BMILL_NOINLINE size_t expand_words_u16(void *dst, const void *a, const void *mask, size_t n,
                                       size_t i, size_t used)
{
    return expand_words(dst, a, mask, n, i, used, 2, FILTER_LANES_u16, expand_step_u16);
}
BMILL_NOINLINE size_t expand_words_u32(void *dst, const void *a, const void *mask, size_t n,
                                       size_t i, size_t used)
{
    return expand_words(dst, a, mask, n, i, used, 4, FILTER_LANES_u32, expand_step_u32);
}
BMILL_NOINLINE size_t expand_words_u64(void *dst, const void *a, const void *mask, size_t n,
                                       size_t i, size_t used)
{
    return expand_words(dst, a, mask, n, i, used, 8, FILTER_LANES_u64, expand_step_u64);
}
BMILL_ALWAYS_INLINE size_t expand_words_of(void *dst, const void *a, const void *mask, size_t n,
                                           size_t i, size_t used, size_t size)
{
    return size == 1   ? expand_words_u8(dst, a, mask, n, i, used)
           : size == 2 ? expand_words_u16(dst, a, mask, n, i, used)
           : size == 4 ? expand_words_u32(dst, a, mask, n, i, used)
                       : expand_words_u64(dst, a, mask, n, i, used);
}
/* As filter_short. */
BMILL_ALWAYS_INLINE size_t expand_short(void *dst_, const void *a, const void *mask_, size_t n,
                                        size_t size, size_t lanes)
{
    unsigned char *dst = dst_;
    const unsigned char *mask = mask_;
    size_t few = few_short_ones(lanes), used = 0, i;
    if (n <= FILTER_SMALL)
        return expand_small(dst, a, mask, n, size);
    for (i = 0; i + 64 <= n; i += 64) {
        w_t word = w_load(mask + i / 8);
        if (w_popcount(word) > few)
            return expand_words_of(dst, a, mask, n, i, used, size);
        zeros_for_word(dst + i * size, size);
        used = scatter(dst + i * size, a, used, word, size);
    }
    return i < n ? expand_words_of(dst, a, mask, n, i, used, size) : used;
}

BMILL_ALWAYS_INLINE size_t expand_by_steps(void *dst, const void *a, const void *mask, size_t n,
                                           size_t size, size_t lanes, step_op *step)
{
    struct filtering f = filtering_of(dst, not_null(a, mask), mask, n);
    size_t used = 0, words, i;
    for (i = 0; i + 64 <= n; i += 64 * words) {
        w_t nonzero;
        words = words_of_block(n - i);
        nonzero = nonzero_of(f.mask + i / 8, words);
        used = is_sparse(nonzero, words, lanes)
                   ? expand_sparse(&f, used, i, words, nonzero, size, lanes, step)
                   : expand_dense(&f, used, i, words, size, lanes, step);
    }
    return expand_rest(&f, used, i, size, lanes, step);
}

/* ---- The kernels. Less than a line of the mask is handled in separate functions, so that it needs
 * fewer registers. ---- */

BMILL_NOINLINE size_t filter_u8_short(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_short(dst, a, mask, n, 1, FILTER_LANES_u8);
}
BMILL_KERNEL size_t filter_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return filter_u8_short(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 1, FILTER_LANES_u8, filter_step_u8);
}
BMILL_NOINLINE size_t expand_u8_short(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_short(dst, a, mask, n, 1, FILTER_LANES_u8);
}
BMILL_KERNEL size_t expand_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return expand_u8_short(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 1, FILTER_LANES_u8, expand_step_u8);
}

BMILL_NOINLINE size_t filter_u16_short(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_short(dst, a, mask, n, 2, FILTER_LANES_u16);
}
BMILL_KERNEL size_t filter_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return filter_u16_short(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 2, FILTER_LANES_u16, filter_step_u16);
}
BMILL_NOINLINE size_t expand_u16_short(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_short(dst, a, mask, n, 2, FILTER_LANES_u16);
}
BMILL_KERNEL size_t expand_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return expand_u16_short(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 2, FILTER_LANES_u16, expand_step_u16);
}

BMILL_NOINLINE size_t filter_u32_short(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_short(dst, a, mask, n, 4, FILTER_LANES_u32);
}
BMILL_KERNEL size_t filter_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return filter_u32_short(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 4, FILTER_LANES_u32, filter_step_u32);
}
BMILL_NOINLINE size_t expand_u32_short(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_short(dst, a, mask, n, 4, FILTER_LANES_u32);
}
BMILL_KERNEL size_t expand_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return expand_u32_short(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 4, FILTER_LANES_u32, expand_step_u32);
}

BMILL_NOINLINE size_t filter_u64_short(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_short(dst, a, mask, n, 8, FILTER_LANES_u64);
}
BMILL_KERNEL size_t filter_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return filter_u64_short(dst, a, mask, n);
    return filter_by_steps(dst, a, mask, n, 8, FILTER_LANES_u64, filter_step_u64);
}
BMILL_NOINLINE size_t expand_u64_short(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_short(dst, a, mask, n, 8, FILTER_LANES_u64);
}
BMILL_KERNEL size_t expand_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    if (n < MASK_LINE)
        return expand_u64_short(dst, a, mask, n);
    return expand_by_steps(dst, a, mask, n, 8, FILTER_LANES_u64, expand_step_u64);
}

#elif BMILL_SIMD != BMILL_SIMD_AVX512 && BMILL_SIMD != BMILL_SIMD_AVX2 && \
    BMILL_SIMD != BMILL_SIMD_NEON

/* ---- Without steps in vectors: where many bits are 1, a load and a store for each element, at
 * positions looked up by eight bits of the mask; else a loop over the 1 bits. u32 of 4 KiB, SSE2 on
 * Zen 5, filter and expand in ns: half of the bits 433 and 446 by 1 bits, 331 and 399 by steps;
 * nine in ten 635 and 632, 364 and 402; one in ten 170 and 203 by 1 bits. ---- */

enum { STEP_LANES = 8 };
/* Byte k of an entry of a table: a load, where compilers would shift. */
BMILL_ALWAYS_INLINE size_t byte_of(const uint64_t *entry, size_t k)
{
    const unsigned char *bytes = (const unsigned char *)entry;
    return bytes[__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? k : 7 - k];
}

/* How far a filter or an expand is: bits of the mask, and elements that they selected. */
struct progress {
    size_t i, ones;
};
/* Does the words from there on, as long as they have many 1 bits. */
typedef struct progress many_op(unsigned char *dst, const unsigned char *a,
                                const unsigned char *mask, size_t n, struct progress at);

/* With more 1 bits than this, the elements of a word are moved by steps. */
enum { MANY_ONES = 16 };

/* Whether steps may do the word of the mask at bit i, and are faster. They store (filter) or load
 * (expand) up to eight elements too many: a word that selects as many must follow. */
BMILL_ALWAYS_INLINE bool has_many_ones(const unsigned char *mask, size_t i, size_t n)
{
    return i + STEPS_LEAST_BITS <= n && w_popcount(w_load(mask + i / 8)) > MANY_ONES &&
           w_popcount(w_load(mask + i / 8 + W_BYTES)) > MANY_ONES;
}

/* Always stores eight elements: first those that m selects, then anything. Right in place, too: no
 * element is stored over one that is still to be loaded. */
BMILL_ALWAYS_INLINE void filter_eight(unsigned char *dst, const unsigned char *a, size_t m,
                                      size_t size)
{
    BMILL_UNROLL
    for (size_t k = 0; k < STEP_LANES; k++)
        memmove(dst + k * size, a + byte_of(&positions_in_byte[m], k) * size, size);
}
/* The words of the mask from where it is, as long as they have many 1 bits. */
BMILL_ALWAYS_INLINE struct progress filter_many(unsigned char *dst, const unsigned char *a,
                                                const unsigned char *mask, size_t n,
                                                struct progress at, size_t size)
{
    unsigned char *p = dst + at.ones * size;
    for (a += at.i * size; has_many_ones(mask, at.i, n); at.i += 64) {
        w_t word = w_load(mask + at.i / 8);
        for (size_t k = 0; k < 64; k += STEP_LANES) {
            size_t m = word >> k & 0xff;
            filter_eight(p, a, m, size);
            a = opaque_pointer(a + STEP_LANES * size);
            p = opaque_pointer(p + ones_in_byte[m] * size);
        }
    }
    at.ones = (size_t)(p - dst) / size;
    return at;
}

/* Always loads eight elements, into the first eight of nine. The ninth is 0. Eight stores over
 * zeros take longer in L1, because most of them go to the same place: u16 of 4 KiB, half of the
 * bits 1, 1570 ns in place of 1080. */
BMILL_ALWAYS_INLINE void expand_eight(unsigned char *dst, const unsigned char *a,
                                      unsigned char *nine, size_t m, size_t size)
{
    if (size == 1)
        w_store(nine, w_load(a));
    else
        for (size_t k = 0; k < STEP_LANES * size; k += V_BYTES)
            v_store(nine + k, v_load(a + k));
    BMILL_UNROLL
    for (size_t k = 0; k < STEP_LANES; k++)
        memcpy(dst + k * size, nine + byte_of(&ranks_in_byte[m], k) * size, size);
}
BMILL_ALWAYS_INLINE struct progress expand_many(unsigned char *dst, const unsigned char *a,
                                                const unsigned char *mask, size_t n,
                                                struct progress at, size_t size)
{
    unsigned char nine[STEP_LANES * 8 + 8] = {0};
    const unsigned char *p = a + at.ones * size;
    for (dst += at.i * size; has_many_ones(mask, at.i, n); at.i += 64) {
        w_t word = w_load(mask + at.i / 8);
        for (size_t k = 0; k < 64; k += STEP_LANES) {
            size_t m = word >> k & 0xff;
            expand_eight(dst, p, nine, m, size);
            dst = opaque_pointer(dst + STEP_LANES * size);
            p = opaque_pointer(p + ones_in_byte[m] * size);
        }
    }
    at.ones = (size_t)(p - a) / size;
    return at;
}

BMILL_NOINLINE struct progress filter_many_u8(unsigned char *dst, const unsigned char *a,
                                              const unsigned char *mask, size_t n,
                                              struct progress at)
{
    return filter_many(dst, a, mask, n, at, 1);
}
BMILL_NOINLINE struct progress expand_many_u8(unsigned char *dst, const unsigned char *a,
                                              const unsigned char *mask, size_t n,
                                              struct progress at)
{
    return expand_many(dst, a, mask, n, at, 1);
}
BMILL_NOINLINE struct progress filter_many_u16(unsigned char *dst, const unsigned char *a,
                                               const unsigned char *mask, size_t n,
                                               struct progress at)
{
    return filter_many(dst, a, mask, n, at, 2);
}
BMILL_NOINLINE struct progress expand_many_u16(unsigned char *dst, const unsigned char *a,
                                               const unsigned char *mask, size_t n,
                                               struct progress at)
{
    return expand_many(dst, a, mask, n, at, 2);
}
BMILL_NOINLINE struct progress filter_many_u32(unsigned char *dst, const unsigned char *a,
                                               const unsigned char *mask, size_t n,
                                               struct progress at)
{
    return filter_many(dst, a, mask, n, at, 4);
}
BMILL_NOINLINE struct progress expand_many_u32(unsigned char *dst, const unsigned char *a,
                                               const unsigned char *mask, size_t n,
                                               struct progress at)
{
    return expand_many(dst, a, mask, n, at, 4);
}
BMILL_NOINLINE struct progress filter_many_u64(unsigned char *dst, const unsigned char *a,
                                               const unsigned char *mask, size_t n,
                                               struct progress at)
{
    return filter_many(dst, a, mask, n, at, 8);
}
BMILL_NOINLINE struct progress expand_many_u64(unsigned char *dst, const unsigned char *a,
                                               const unsigned char *mask, size_t n,
                                               struct progress at)
{
    return expand_many(dst, a, mask, n, at, 8);
}

/* Up to there a loop over the 1 bits goes before it is asked again whether there are many. A branch
 * for each word would take longer, and the processor would predict the other ones less well. */
BMILL_ALWAYS_INLINE size_t end_of_few(size_t i, size_t n)
{
    return n - i < MASK_BLOCK ? n - n % 64 : i + MASK_BLOCK;
}

BMILL_ALWAYS_INLINE size_t filter_by_words(void *dst_, const void *a_, const void *mask_, size_t n,
                                           size_t size, many_op *many)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_, *mask = mask_;
    struct progress at = {0, 0};
    while (at.i + 64 <= n) {
        size_t end;
        if (has_many_ones(mask, at.i, n))
            at = many(dst, a, mask, n, at);
        for (end = end_of_few(at.i, n); at.i < end; at.i += 64) {
            w_t word = w_load(mask + at.i / 8);
            if (!BMILL_LIKELY(word == 0))
                at.ones = gather_ones(dst, at.ones, a, at.i, word, size);
        }
    }
    if (at.i < n)
        at.ones = gather_ones(dst, at.ones, a, at.i, mask_word(mask, at.i, n), size);
    return at.ones;
}

BMILL_ALWAYS_INLINE size_t expand_by_words(void *dst_, const void *a_, const void *mask_, size_t n,
                                           size_t size, many_op *many)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_, *mask = mask_;
    struct progress at = {0, 0};
    while (at.i + 64 <= n) {
        size_t end;
        if (has_many_ones(mask, at.i, n))
            at = many(dst, a, mask, n, at);
        for (end = end_of_few(at.i, n); at.i < end; at.i += 64) {
            zeros_for_word(dst + at.i * size, size);
            at.ones = scatter(dst + at.i * size, a, at.ones, w_load(mask + at.i / 8), size);
        }
    }
    if (at.i < n) {
        memset(dst + at.i * size, 0, (n - at.i) * size);
        at.ones = scatter(dst + at.i * size, a, at.ones, mask_word(mask, at.i, n), size);
    }
    return at.ones;
}

BMILL_KERNEL size_t filter_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_by_words(dst, a, mask, n, 1, filter_many_u8);
}
BMILL_KERNEL size_t expand_u8_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_by_words(dst, a, mask, n, 1, expand_many_u8);
}

BMILL_KERNEL size_t filter_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_by_words(dst, a, mask, n, 2, filter_many_u16);
}
BMILL_KERNEL size_t expand_u16_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_by_words(dst, a, mask, n, 2, expand_many_u16);
}

BMILL_KERNEL size_t filter_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_by_words(dst, a, mask, n, 4, filter_many_u32);
}
BMILL_KERNEL size_t expand_u32_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_by_words(dst, a, mask, n, 4, expand_many_u32);
}

BMILL_KERNEL size_t filter_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return filter_by_words(dst, a, mask, n, 8, filter_many_u64);
}
BMILL_KERNEL size_t expand_u64_kernel(void *dst, const void *a, const void *mask, size_t n)
{
    return expand_by_words(dst, a, mask, n, 8, expand_many_u64);
}

#endif

#endif
