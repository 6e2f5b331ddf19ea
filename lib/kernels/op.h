/* op.h: an operation on single bits, in the form that loops take: functions that do it to a word,
 * to 16 bytes and to a vector.
 *
 * The three are passed as pointers to functions of the vocabulary (w_and, x_and, v_and). They are
 * constants at every call, and inlined: gcc and clang leave no call.
 */
#ifndef BMILL_KERNELS_OP_H
#define BMILL_KERNELS_OP_H

#include "simd/simd.h"

typedef w_t w_op(w_t a, w_t b);
typedef x_t x_op(x_t a, x_t b);
typedef v_t v_op(v_t a, v_t b);

/* The operations of one input ignore b. They are given `a` twice; the compiler drops the second
 * load. */
BMILL_ALWAYS_INLINE w_t w_first(w_t a, w_t b) { return (void)b, a; }
BMILL_ALWAYS_INLINE x_t x_first(x_t a, x_t b) { return (void)b, a; }
BMILL_ALWAYS_INLINE v_t v_first(v_t a, v_t b) { return (void)b, a; }
BMILL_ALWAYS_INLINE w_t w_not_first(w_t a, w_t b) { return (void)b, w_not(a); }
BMILL_ALWAYS_INLINE x_t x_not_first(x_t a, x_t b) { return (void)b, x_not(a); }
/* From a register: gcc 12 makes of NOT an instruction that waits for its destination (vpternlog),
 * unless that is its source. */
BMILL_ALWAYS_INLINE v_t v_not_first(v_t a, v_t b) { return (void)b, v_not(v_held(a)); }

/* The operation on the words, the vectors at byte i of a and b. */
BMILL_ALWAYS_INLINE w_t w_at(const unsigned char *a, const unsigned char *b, size_t i, w_op *w)
{
    return w(w_load(a + i), w_load(b + i));
}
BMILL_ALWAYS_INLINE v_t v_at(const unsigned char *a, const unsigned char *b, size_t i, v_op *v)
{
    return v(v_load(a + i), v_load(b + i));
}

/* NOT x OR NOT y is NOT (x AND y). So of operations that negate last, the others are joined by AND,
 * and negated once. */
struct joined {
    v_op *op;
    v_op *join;
    bool negate;
};
BMILL_ALWAYS_INLINE struct joined joined_by_or(v_op *v)
{
    if (v == v_not_first)
        return (struct joined){v_first, v_and, true};
    if (v == v_nor)
        return (struct joined){v_or, v_and, true};
    return (struct joined){v, v_or, false};
}
BMILL_ALWAYS_INLINE v_t joined_two(const unsigned char *a, const unsigned char *b, size_t i,
                                   size_t j, struct joined o)
{
    return o.join(v_at(a, b, i, o.op), v_at(a, b, j, o.op));
}
BMILL_ALWAYS_INLINE v_t joined_four(const unsigned char *a, const unsigned char *b, size_t i,
                                    size_t j, struct joined o)
{
    return o.join(joined_two(a, b, i, i + V_BYTES, o), joined_two(a, b, j, j + V_BYTES, o));
}

/* The operation on k vectors from byte i, as r. Loads ascend, and those of `a` come before those of
 * b: mixed as gcc 12 likes it, eight vectors were read from the second-level cache at 0.69 of the
 * speed (Zen 5). */
BMILL_ALWAYS_INLINE void v_at_some(v_t *r, const unsigned char *a, const unsigned char *b, size_t i,
                                   size_t k, v_op *v)
{
    BMILL_UNROLL
    for (size_t j = 0; j < k; j++) {
        BMILL_IN_ORDER;
        r[j] = v_load(a + i + j * V_BYTES);
    }
    BMILL_UNROLL
    for (size_t j = 0; j < k; j++) {
        BMILL_IN_ORDER;
        r[j] = v(r[j], v_load(b + i + j * V_BYTES));
    }
    BMILL_IN_ORDER;
}

/* The OR of the operation on eight vectors. Compilers do not vectorise a loop that may end early,
 * so such loops test eight vectors with one branch. */
BMILL_ALWAYS_INLINE v_t v_or_of_8(const unsigned char *a, const unsigned char *b, size_t i, v_op *v)
{
    struct joined o = joined_by_or(v);
    enum { SOME = V_BYTES < 64 ? 4 : 2 };
    v_t r[8];
    BMILL_UNROLL
    for (size_t k = 0; k < 8; k += SOME)
        v_at_some(r + k, a, b, i + k * V_BYTES, SOME, o.op);
    BMILL_UNROLL
    for (size_t k = 0; k < 4; k++)
        r[k] = o.join(r[k], r[k + 4]);
    r[0] = o.join(o.join(r[0], r[1]), o.join(r[2], r[3]));
    return o.negate ? v_not(r[0]) : r[0];
}

/* Likewise on sixteen. The test of a vector takes as long as its load or two (AVX2), so it pays
 * where vectors have less than 64 bytes. */
BMILL_ALWAYS_INLINE v_t v_or_of_16(const unsigned char *a, const unsigned char *b, size_t i,
                                   v_op *v)
{
    v_t first = v_or_of_8(a, b, i, v); /* not as an argument: gcc evaluates the last one first */
    return v_or(first, v_or_of_8(a, b, i + 8 * V_BYTES, v));
}

/* The OR of the operation on n bytes, more than one vector and at most eight; `last` is that of the
 * last vector. Vectors overlap, and no branch depends on the exact length. */
BMILL_ALWAYS_INLINE v_t v_or_up_to_8(const unsigned char *a, const unsigned char *b, size_t n,
                                     v_t last, v_op *v)
{
    struct joined o = joined_by_or(v);
    v_t r = v_at(a, b, 0, o.op);
    if (n > 2 * V_BYTES)
        r = o.join(r, joined_two(a, b, V_BYTES, n - 2 * V_BYTES, o));
    if (n > 4 * V_BYTES)
        r = o.join(r, joined_four(a, b, 2 * V_BYTES, n - 4 * V_BYTES, o));
    return v_or(last, o.negate ? v_not(r) : r);
}

/* Stores the number of 1 bits of each word of op(a, a), of n bytes: a small constant, a multiple of
 * V_BYTES. */
BMILL_ALWAYS_INLINE void popcount_words(unsigned char *ones, const unsigned char *a, size_t n,
                                        w_op *w, v_op *v)
{
#ifdef BMILL_V_POPCOUNT_IS_CHEAPER
    (void)w;
    BMILL_UNROLL
    for (size_t i = 0; i < n; i += V_BYTES)
        v_store(ones + i, v_popcount(v_at(a, a, i, v)));
#else
    (void)v;
    BMILL_UNROLL
    for (size_t i = 0; i < n; i += W_BYTES)
        w_store(ones + i, w_popcount(w_at(a, a, i, w)));
#endif
}

#endif
