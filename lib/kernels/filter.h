/* filter.h: the elements that a mask selects, and back.
 *
 * With BMILL_HAVE_FILTER the ISA has steps (isa/<isa>_values.h) for T = u8, u16, u32, u64:
 *
 *   FILTER_LANES_<T>            how many elements a step takes: together at most V_BYTES
 *   filter_step_<T>(dst, a, m)  reads that many at a, and writes as many at dst: those that m
 *                               selects, then anything
 *   expand_step_<T>(dst, a, m)  likewise: the first ones of a go where m has ones
 */
#include "simd/simd.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/filter.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/filter.h"
#endif

/* The mask from bit i on, a multiple of 64: 64 bits, or those up to n and zeros. */
BMILL_ALWAYS_INLINE w_t mask_word(const unsigned char *mask, size_t i, size_t n)
{
    if (i + 64 <= n)
        return w_load(mask + i / 8);
    return bmill_load_le(mask + i / 8, bytes_of(n - i)) & ~(w_t)0 >> (64 - (n - i));
}

/* One 1 bit of the mask after the other. */
BMILL_ALWAYS_INLINE size_t filter_one_by_one(unsigned char *dst, const unsigned char *a,
                                             const unsigned char *mask, size_t n, size_t size)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i += 64)
        for (w_t word = mask_word(mask, i, n); word; word &= word - 1, kept++)
            memmove(dst + kept * size, a + (i + bmill_ctz_u64(word)) * size, size);
    return kept;
}
/* The elements of `a` from number `used` on, to up to 64 zeros. Result: the next number. */
BMILL_ALWAYS_INLINE size_t scatter(unsigned char *dst, const unsigned char *a, size_t used,
                                   w_t word, size_t size)
{
    for (; word; word &= word - 1, used++)
        memcpy(dst + bmill_ctz_u64(word) * size, a + used * size, size);
    return used;
}
BMILL_ALWAYS_INLINE size_t expand_one_by_one(unsigned char *dst, const unsigned char *a,
                                             const unsigned char *mask, size_t n, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < n; i += 64) {
        memset(dst + i * size, 0, (n - i < 64 ? n - i : 64) * size);
        used = scatter(dst + i * size, a, used, mask_word(mask, i, n), size);
    }
    return used;
}

#ifdef BMILL_HAVE_FILTER

typedef void step_op(unsigned char *dst, const unsigned char *a, w_t m);

/* A step writes, or reads, more than what is selected. That is right where steps that follow write
 * or read as much: so for all bits before `first`, a multiple of 64, from where on there are
 * `ones`: at least `lanes`, and less than that without the 64 at `first`. With few ones, `first` is
 * 0 and they may be less. */
struct rest {
    size_t first, ones;
};
BMILL_ALWAYS_INLINE struct rest rest_of(const unsigned char *mask, size_t n, size_t lanes)
{
    struct rest r = {n - n % 64, 0};
    if (r.first < n)
        r.ones = bmill_popcount_u64(mask_word(mask, r.first, n));
    while (r.ones < lanes && r.first > 0) {
        r.first -= 64;
        r.ones += bmill_popcount_u64(w_load(mask + r.first / 8));
    }
    return r;
}

BMILL_ALWAYS_INLINE w_t low_bits(size_t n) { return ~(w_t)0 >> (64 - n); }

/* Up to V_BYTES. */
BMILL_ALWAYS_INLINE void copy_few(unsigned char *dst, const unsigned char *a, size_t n)
{
    map_small(dst, a, a, 8 * n, w_first, x_first);
}
/* Less than a vector, and zeros behind that make it one. */
BMILL_ALWAYS_INLINE void copy_and_fill(unsigned char *dst, const unsigned char *a, size_t n)
{
    v_store(dst, n ? v_load_first(a, n) : v_zero());
}

/* The steps of a whole word. Result: how many it selects. */
BMILL_ALWAYS_INLINE size_t filter_word(unsigned char *dst, const unsigned char *a, w_t word,
                                       size_t size, size_t lanes, step_op *step)
{
    size_t kept = 0;
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes) {
        w_t m = word >> k & low_bits(lanes);
        step(dst + kept * size, a + k * size, m);
        kept += bmill_popcount_u64(m);
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
        used += bmill_popcount_u64(m);
    }
    return used;
}

/* A step where only n elements are left, in a or in dst: maybe less than a step takes. */
BMILL_ALWAYS_INLINE void filter_piece(unsigned char *dst, const unsigned char *a, size_t n, w_t m,
                                      size_t size, size_t lanes, step_op *step)
{
    unsigned char piece[V_BYTES];
    if (n < lanes) {
        copy_and_fill(piece, a, n * size);
        a = piece;
    }
    step(dst, a, m);
}
BMILL_ALWAYS_INLINE void expand_piece(unsigned char *dst, const unsigned char *a, size_t n, w_t m,
                                      size_t size, size_t lanes, step_op *step)
{
    unsigned char piece[V_BYTES];
    step(n < lanes ? piece : dst, a, m);
    if (n < lanes)
        copy_few(dst, piece, n * size);
}

BMILL_ALWAYS_INLINE size_t filter(void *dst_, const void *a_, const void *mask_, size_t n,
                                  size_t size, size_t lanes, step_op *step)
{
    unsigned char *dst = dst_, last[2 * V_BYTES]; /* what a step in dst has no room for */
    const unsigned char *a = a_, *mask = mask_;
    struct rest rest = rest_of(mask, n, lanes);
    size_t kept = 0, total, i, behind = 0;
    for (i = 0; i < rest.first; i += 64) {
        w_t word = w_load(mask + i / 8);
        if (word)
            kept += filter_word(dst + kept * size, a + i * size, word, size, lanes, step);
    }
    total = kept + rest.ones;
    for (; i < n; i += 64) {
        w_t word = mask_word(mask, i, n);
        if (word && i > rest.first && i + 64 <= n) {
            behind += filter_word(last + behind * size, a + i * size, word, size, lanes, step);
            continue;
        }
        for (size_t k = i; word; k += lanes, word = word >> (lanes - 1) >> 1) {
            w_t m = word & low_bits(lanes);
            size_t ones = bmill_popcount_u64(m);
            bool room = kept + lanes <= total;
            filter_piece(room ? dst + kept * size : last + behind * size, a + k * size, n - k, m,
                         size, lanes, step);
            kept += room ? ones : 0;
            behind += room ? 0 : ones;
        }
    }
    if (BMILL_LIKELY(behind > 0)) /* with nothing selected dst may be NULL, but not NULL + 0 */
        copy_few(dst + kept * size, last, behind * size);
    return total;
}

/* Up to eight, one by one. */
BMILL_ALWAYS_INLINE size_t expand_few(unsigned char *dst, const unsigned char *a,
                                      const unsigned char *mask, size_t n, size_t size)
{
    unsigned char zeros[V_BYTES];
    if (n * size >= V_BYTES) { /* which is at most two */
        v_store(dst, v_zero());
        v_store(dst + n * size - V_BYTES, v_zero());
    } else {
        v_store(zeros, v_zero());
        copy_few(dst, zeros, n * size);
    }
    return n ? scatter(dst, a, 0, mask_word(mask, 0, n), size) : 0;
}

/* Where expand takes from: `total` elements at a, of which `used` are used. */
struct source {
    const unsigned char *a;
    size_t used, total;
    bool at_end;
    unsigned char last[2 * V_BYTES]; /* the end of a, where a step would go past it */
};
BMILL_ALWAYS_INLINE const unsigned char *next_of(struct source *s, size_t size, size_t lanes)
{
    if (s->used + lanes > s->total && !s->at_end) {
        s->total -= s->used;
        copy_and_fill(s->last, s->a + s->used * size, s->total * size);
        v_store(s->last + V_BYTES, v_zero());
        s->a = s->last;
        s->used = 0;
        s->at_end = true;
    }
    return s->a + s->used * size;
}

BMILL_ALWAYS_INLINE size_t expand(void *dst_, const void *a_, const void *mask_, size_t n,
                                  size_t size, size_t lanes, step_op *step)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_, *mask = mask_;
    struct rest rest = rest_of(mask, n, lanes);
    struct source s;
    size_t used = 0, i;
    if (!BMILL_LIKELY(rest.ones > 0)) /* nothing is read: `a` may be NULL, but not NULL + 0 */
        a = mask;
    for (i = 0; i < rest.first; i += 64)
        used +=
            expand_word(dst + i * size, a + used * size, w_load(mask + i / 8), size, lanes, step);
    s.a = a + used * size;
    s.used = 0;
    s.total = rest.ones;
    s.at_end = false;
    for (; i < n; i += 64) {
        w_t word = mask_word(mask, i, n);
        if (i > rest.first && i + 64 <= n) {
            const unsigned char *next = next_of(&s, size, lanes);
            s.used += expand_word(dst + i * size, next, word, size, lanes, step);
            continue;
        }
        for (size_t k = i; k < i + 64 && k < n; k += lanes, word = word >> (lanes - 1) >> 1) {
            w_t m = word & low_bits(lanes);
            expand_piece(dst + k * size, next_of(&s, size, lanes), n - k, m, size, lanes, step);
            s.used += bmill_popcount_u64(m);
        }
    }
    return used + rest.ones;
}

/* Up to eight elements have functions of their own, which make no room on the stack. */
#define FILTER_KERNEL(T, size)                                                                    \
    static __attribute__((noinline))                                                              \
    size_t filter_##T##_few(void *dst, const void *a, const void *mask, size_t n)                 \
    {                                                                                             \
        return filter_one_by_one(dst, a, mask, n, size);                                          \
    }                                                                                             \
    static __attribute__((noinline))                                                              \
    size_t expand_##T##_few(void *dst, const void *a, const void *mask, size_t n)                 \
    {                                                                                             \
        return expand_few(dst, a, mask, n, size);                                                 \
    }                                                                                             \
    BMILL_KERNEL size_t filter_##T##_kernel(void *dst, const void *a, const void *mask, size_t n) \
    {                                                                                             \
        if (n <= 8)                                                                               \
            return filter_##T##_few(dst, a, mask, n);                                             \
        return filter(dst, a, mask, n, size, FILTER_LANES_##T, filter_step_##T);                  \
    }                                                                                             \
    BMILL_KERNEL size_t expand_##T##_kernel(void *dst, const void *a, const void *mask, size_t n) \
    {                                                                                             \
        if (n <= 8)                                                                               \
            return expand_##T##_few(dst, a, mask, n);                                             \
        return expand(dst, a, mask, n, size, FILTER_LANES_##T, expand_step_##T);                  \
    }

#else

#define FILTER_KERNEL(T, size)                                                                    \
    BMILL_KERNEL size_t filter_##T##_kernel(void *dst, const void *a, const void *mask, size_t n) \
    {                                                                                             \
        return filter_one_by_one(dst, a, mask, n, size);                                          \
    }                                                                                             \
    BMILL_KERNEL size_t expand_##T##_kernel(void *dst, const void *a, const void *mask, size_t n) \
    {                                                                                             \
        return expand_one_by_one(dst, a, mask, n, size);                                          \
    }

#endif

FILTER_KERNEL(u8, 1)
FILTER_KERNEL(u16, 2)
FILTER_KERNEL(u32, 4)
FILTER_KERNEL(u64, 8)
