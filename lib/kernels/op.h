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
BMILL_ALWAYS_INLINE v_t v_not_first(v_t a, v_t b) { return (void)b, v_not(a); }

/* The operation on the words, the vectors at byte i of a and b. */
BMILL_ALWAYS_INLINE w_t w_at(const unsigned char *a, const unsigned char *b, size_t i, w_op *w)
{
    return w(w_load(a + i), w_load(b + i));
}
BMILL_ALWAYS_INLINE v_t v_at(const unsigned char *a, const unsigned char *b, size_t i, v_op *v)
{
    return v(v_load(a + i), v_load(b + i));
}

/* The OR of the operation on eight vectors. Compilers do not vectorise a loop that may end early,
 * so such loops test eight vectors with one branch. */
BMILL_ALWAYS_INLINE v_t v_or_of_8(const unsigned char *a, const unsigned char *b, size_t i, v_op *v)
{
    v_t r0 = v_or(v_at(a, b, i, v), v_at(a, b, i + V_BYTES, v));
    v_t r1 = v_or(v_at(a, b, i + 2 * V_BYTES, v), v_at(a, b, i + 3 * V_BYTES, v));
    v_t r2 = v_or(v_at(a, b, i + 4 * V_BYTES, v), v_at(a, b, i + 5 * V_BYTES, v));
    v_t r3 = v_or(v_at(a, b, i + 6 * V_BYTES, v), v_at(a, b, i + 7 * V_BYTES, v));
    return v_or(v_or(r0, r1), v_or(r2, r3));
}

/* The OR of the operation on n bytes, more than one vector and at most eight; `last` is that of the
 * last vector. Vectors overlap, and no branch depends on the exact length. */
BMILL_ALWAYS_INLINE v_t v_or_up_to_8(const unsigned char *a, const unsigned char *b, size_t n,
                                     v_t last, v_op *v)
{
    v_t r = v_or(v_at(a, b, 0, v), last);
    if (n <= 2 * V_BYTES)
        return r;
    r = v_or(r, v_or(v_at(a, b, V_BYTES, v), v_at(a, b, n - 2 * V_BYTES, v)));
    if (n <= 4 * V_BYTES)
        return r;
    return v_or(r, v_or(v_or(v_at(a, b, 2 * V_BYTES, v), v_at(a, b, 3 * V_BYTES, v)),
                        v_or(v_at(a, b, n - 4 * V_BYTES, v), v_at(a, b, n - 3 * V_BYTES, v))));
}

#endif
