/* all.h: all kernels for one ISA, from its vocabulary.
 *
 * lib/dispatch/<name>.c names the set, includes this file, and has a table of kernels. The
 * vocabulary of the set is in lib/simd: see simd/simd.h.
 *
 * Everything here is static; the table is the only name that a set gives away.
 */
#ifndef BMILL_TABLE
#error "define BMILL_SET, BMILL_TABLE and BMILL_ISA_NAME before including kernels/all.h"
#endif

#include "dispatch/kernels.h"
#include "kernels/ends.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

enum {
#define BMILL_THRESHOLD(group, unit, name, value)
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value) name = value,
#include "tables/thresholds.def"
};

/* ---- The loops, one for each kind of shapes.h. a and b have the same length; an operation with
 * one input is given it twice, and the compiler drops the second load. All loops take the operation
 * at three widths, though not all use each. ---- */

/* Where the loop begins if the first vector is done already. */
BMILL_ALWAYS_INLINE size_t second_vector(const unsigned char *p, size_t n)
{
    return V_BYTES - (BMILL_LIKELY(n < ALIGN_BYTES) ? 0 : (uintptr_t)p % V_BYTES);
}

BMILL_ALWAYS_INLINE v_t at(const unsigned char *a, const unsigned char *b, size_t i, v_op *v)
{
    return v(v_load(a + i), v_load(b + i));
}

/* What lies between the first vector, up to i, and the last one: four vectors at a time. */
BMILL_ALWAYS_INLINE void map_loop(unsigned char *dst, const unsigned char *a,
                                  const unsigned char *b, size_t i, size_t n, v_op *v,
                                  v_storer *store)
{
    for (; i + 4 * V_BYTES < n; i += 4 * V_BYTES) {
        v_t r0 = at(a, b, i, v), r1 = at(a, b, i + V_BYTES, v);
        v_t r2 = at(a, b, i + 2 * V_BYTES, v), r3 = at(a, b, i + 3 * V_BYTES, v);
        store(dst + i, r0);
        store(dst + i + V_BYTES, r1);
        store(dst + i + 2 * V_BYTES, r2);
        store(dst + i + 3 * V_BYTES, r3);
    }
    for (; i + V_BYTES < n; i += V_BYTES)
        v_store(dst + i, at(a, b, i, v));
}

/* 512 bits are common, and where they are one vector they need no mask (AVX-512: and 2.4 ns, 2.0;
 * count 2.4, 2.0). Elsewhere one vector is not so common that all others should wait. */
BMILL_ALWAYS_INLINE bool is_one_vector(size_t nbits)
{
    return V_BYTES == 64 && BMILL_LIKELY(nbits == 512);
}

BMILL_ALWAYS_INLINE void map(void *dst_, const void *a_, const void *b_, size_t nbits, w_op *w,
                             x_op *x, v_op *v)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_, *b = b_;
    size_t n = bytes_of(nbits), i;
    v_t first, last;
    if (is_one_vector(nbits)) {
        v_store(dst, at(a, b, 0, v));
        return;
    }
    if (!BMILL_LIKELY(n >= V_BYTES)) {
        map_small(dst, a, b, nbits, w, x);
        return;
    }
    /* Both ends overlap what the loop does. They are computed before it and stored after it, so
     * that dst may be a or b. */
    first = at(a, b, 0, v);
    last = map_last(dst, a, b, nbits, v);
    if (BMILL_LIKELY(n <= 2 * V_BYTES)) {
        v_store(dst, first);
        v_store(dst + n - V_BYTES, last);
        return;
    }
    i = second_vector(dst, n);
    if (!BMILL_LIKELY(n < STREAM_BYTES) && dst != a && dst != b)
        map_loop(dst, a, b, i, n, v, v_stream), v_stream_end();
    else
        map_loop(dst, a, b, i, n, v, v_store);
    v_store(dst, first);
    v_store(dst + n - V_BYTES, last);
}

/* Carry-save counting: full adders first add 16 vectors bit by bit, so that only one vector in 16
 * needs the costly v_popcount (Harley and Seal; W. Mula, N. Kurz, D. Lemire, "Faster population
 * counts using AVX2 instructions", 2016). Each place has a weight in the final count. */
struct adders {
    v_t ones, twos, fours, eights;
};

BMILL_ALWAYS_INLINE v_t carry_of_2(struct adders *s, const unsigned char *a, const unsigned char *b,
                                   size_t i, v_op *v)
{
    return v_full_adder(&s->ones, at(a, b, i, v), at(a, b, i + V_BYTES, v));
}
BMILL_ALWAYS_INLINE v_t carry_of_4(struct adders *s, const unsigned char *a, const unsigned char *b,
                                   size_t i, v_op *v)
{
    v_t first = carry_of_2(s, a, b, i, v);
    return v_full_adder(&s->twos, first, carry_of_2(s, a, b, i + 2 * V_BYTES, v));
}
BMILL_ALWAYS_INLINE v_t carry_of_8(struct adders *s, const unsigned char *a, const unsigned char *b,
                                   size_t i, v_op *v)
{
    v_t first = carry_of_4(s, a, b, i, v);
    return v_full_adder(&s->fours, first, carry_of_4(s, a, b, i + 4 * V_BYTES, v));
}
BMILL_ALWAYS_INLINE v_t carry_of_16(struct adders *s, const unsigned char *a,
                                    const unsigned char *b, size_t i, v_op *v)
{
    v_t first = carry_of_8(s, a, b, i, v);
    return v_full_adder(&s->eights, first, carry_of_8(s, a, b, i + 8 * V_BYTES, v));
}

#ifdef BMILL_HAVE_V_POPCOUNT

BMILL_ALWAYS_INLINE v_t count_loop(const unsigned char *a, const unsigned char *b, size_t *i,
                                   size_t n, v_op *v)
{
    v_t c0 = v_zero(), c1 = v_zero(), c2 = v_zero(), c3 = v_zero();
    for (; *i + 4 * V_BYTES < n; *i += 4 * V_BYTES) {
        c0 = v_add64(c0, v_popcount(at(a, b, *i, v)));
        c1 = v_add64(c1, v_popcount(at(a, b, *i + V_BYTES, v)));
        c2 = v_add64(c2, v_popcount(at(a, b, *i + 2 * V_BYTES, v)));
        c3 = v_add64(c3, v_popcount(at(a, b, *i + 3 * V_BYTES, v)));
    }
    return v_add64(v_add64(c0, c1), v_add64(c2, c3));
}

#else

BMILL_ALWAYS_INLINE v_t count_loop(const unsigned char *a, const unsigned char *b, size_t *i,
                                   size_t n, v_op *v)
{
    struct adders s = {v_zero(), v_zero(), v_zero(), v_zero()};
    v_t total = v_zero();
    if (n - *i <= 16 * V_BYTES)
        return total;
    for (; *i + 16 * V_BYTES < n; *i += 16 * V_BYTES)
        total = v_add64(total, v_popcount(carry_of_16(&s, a, b, *i, v)));
    total = v_add64(v_add64(total, total), v_popcount(s.eights));
    total = v_add64(v_add64(total, total), v_popcount(s.fours));
    total = v_add64(v_add64(total, total), v_popcount(s.twos));
    return v_add64(v_add64(total, total), v_popcount(s.ones));
}

#endif

/* Of all n bytes, V_BYTES to twice that: of the first vector counts what is not in the last. */
BMILL_ALWAYS_INLINE v_t count_two(v_t first, v_t last, size_t n)
{
    return v_add64(v_popcount(v_keep_first(first, n - V_BYTES)), v_popcount(last));
}

/* Counts V_BYTES or more, given the first vector. */
BMILL_ALWAYS_INLINE size_t count_long(v_t first, const unsigned char *a, const unsigned char *b,
                                      size_t nbits, v_op *v)
{
    size_t n = bytes_of(nbits), i;
    v_t total;
    if (BMILL_LIKELY(n <= 2 * V_BYTES))
        return v_sum64(count_two(first, last_vector(a, b, nbits, v), n));
    i = second_vector(a, n);
    total = v_popcount(v_keep_first(first, i));
    total = v_add64(total, count_loop(a, b, &i, n, v));
    for (; i + V_BYTES < n; i += V_BYTES)
        total = v_add64(total, v_popcount(at(a, b, i, v)));
    return v_sum64(v_add64(total, count_last(a, b, i, nbits, v)));
}

BMILL_ALWAYS_INLINE size_t count(const void *a_, const void *b_, size_t nbits, w_op *w, x_op *x,
                                 v_op *v)
{
    const unsigned char *a = a_, *b = b_;
    (void)x;
    if (is_one_vector(nbits))
        return v_sum64(v_popcount(at(a, b, 0, v)));
    if (!BMILL_LIKELY(bytes_of(nbits) >= V_BYTES))
        return count_small(a, b, nbits, w, v);
    return count_long(at(a, b, 0, v), a, b, nbits, v);
}

/* Eight vectors in one: compilers do not vectorise a loop that may end early, so the loops below
 * look at 8 vectors with one branch. */
BMILL_ALWAYS_INLINE v_t or_of_8(const unsigned char *a, const unsigned char *b, size_t i, v_op *v)
{
    v_t r0 = v_or(at(a, b, i, v), at(a, b, i + V_BYTES, v));
    v_t r1 = v_or(at(a, b, i + 2 * V_BYTES, v), at(a, b, i + 3 * V_BYTES, v));
    v_t r2 = v_or(at(a, b, i + 4 * V_BYTES, v), at(a, b, i + 5 * V_BYTES, v));
    v_t r3 = v_or(at(a, b, i + 6 * V_BYTES, v), at(a, b, i + 7 * V_BYTES, v));
    return v_or(v_or(r0, r1), v_or(r2, r3));
}

BMILL_ALWAYS_INLINE bool test(const void *a_, const void *b_, size_t nbits, w_op *w, x_op *x,
                              v_op *v)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = bytes_of(nbits), i;
    v_t rest;
    if (BMILL_LIKELY(n <= V_BYTES))
        return test_small(a, b, nbits, w, x, v);
    if (v_any(at(a, b, 0, v)))
        return true;
    for (i = second_vector(a, n); i + 8 * V_BYTES < n; i += 8 * V_BYTES)
        if (v_any(or_of_8(a, b, i, v)))
            return true;
    rest = last_vector(a, b, nbits, v);
    for (; i + V_BYTES < n; i += V_BYTES)
        rest = v_or(rest, at(a, b, i, v));
    return v_any(rest);
}

BMILL_ALWAYS_INLINE size_t find(const void *a_, const void *b_, size_t nbits, w_op *w, x_op *x,
                                v_op *v)
{
    const unsigned char *a = a_, *b = b_;
    size_t n = bytes_of(nbits), i;
    v_t r;
    (void)x;
    if (BMILL_LIKELY(n <= V_BYTES))
        return find_small(a, b, nbits, w, v);
    if (v_any(r = at(a, b, 0, v)))
        return found(a, b, v_find_first_byte(r), w);
    i = second_vector(a, n);
    while (i + 8 * V_BYTES < n && !v_any(or_of_8(a, b, i, v)))
        i += 8 * V_BYTES;
    for (; i + V_BYTES < n; i += V_BYTES)
        if (v_any(r = at(a, b, i, v)))
            return found(a, b, i + v_find_first_byte(r), w);
    if (v_any(r = last_vector(a, b, nbits, v)))
        return found_in_last(a, b, nbits, n - V_BYTES + v_find_first_byte(r), w);
    return nbits;
}

#include "kernels/find_last.h"
#include "kernels/with_count.h"

/* ---- The kernels of ops.def: for each row the loop of its shape. ---- */

#define BMILL_OP(name, shape, bit, vector, summary)                                \
    BMILL_KERNEL BMILL_RESULT(shape) name##_kernel BMILL_PARAMETERS(shape)         \
    {                                                                              \
        BMILL_RETURN(shape) BMILL_LOOP(shape, w_##vector, x_##vector, v_##vector); \
    }
#include "tables/ops.def"

/* ---- The other kernels, by groups: see kernels.def. ---- */

#include "kernels/blocks.h"
#include "kernels/filter.h"
#include "kernels/index.h"
#include "kernels/interleave.h"
#include "kernels/many.h"
#include "kernels/matrix.h"
#include "kernels/move.h"
#include "kernels/pext.h"
#include "kernels/positional.h"
#include "kernels/random.h"
#include "kernels/range.h"
#include "kernels/search.h"
#include "kernels/select.h"
#include "kernels/ternary.h"
#include "kernels/values.h"
/* after values.h, which it uses */
#include "kernels/pack.h"
#include "kernels/text.h"

#ifndef BMILL_NO_TABLE /* isa/avx2_slow_pext.c takes some of the kernels only */
const struct bmill_kernels BMILL_TABLE = {
    .isa = BMILL_ISA_NAME,
#define BMILL_OP(name, shape, bit, vector, summary) .name = name##_kernel,
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) .name = name##_kernel,
#include "tables/kernels.def"
};
#endif
