/* runs.h: the first run of `length` equal bits, 2 to 127.
 *
 * Let x be the first bits of such a run, as an element of 1, 2, 4 or 8 bytes in which the bits of
 * the other value are 1, and the run begin at its bit r: x < 2^r. The length is at least the bits
 * of the element, so that the run covers all bits `between` the element and bit `length` after its
 * first, and then the r lowest bits of what follows there, y. The bits of y | -y are 0 up to the
 * lowest 1 of y, so a run begins in the element, or with the bit after it, if and only if
 *
 *   x & (y | -y)  and  between  are 0.
 *
 * These are some seven operations for a vector of elements, and no branch depends on the bits. For
 * fewer than 8 bits all runs of a vector are found by shifts. 4 KiB without a run of the length, on
 * Zen 4, ns:
 *
 *   length                             4    8   16   31   33   64  100
 *   AVX-512                          110   87   88   90   87   82   82
 *   the kernel for patterns          150  140  203  116  121  118  120
 *   AVX2                             146  130  131  133  122  120  120
 *   the kernel for patterns          170  170  244  169  170  170  170
 *   SSE2                             234  241  240  245  240  280  280
 *
 * Words have no elements. With them, and where a bitmap ends, the number of bits of the run at the
 * end of each word is kept for the next one.
 */
#ifndef BMILL_KERNELS_RUNS_H
#define BMILL_KERNELS_RUNS_H

#include "kernels/ends.h"
#include "simd/simd.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/runs.h"
#endif

struct run_search {
    const unsigned char *bits;
    size_t nbits, length;
    w_t flip; /* makes the bits of the run 1 */
};

/* The bits of x that begin a run of `length` 1 bits; length is 1 to 64. After each step a bit of x
 * says that `known` bits from it are 1: x & x >> known doubles that. */
BMILL_ALWAYS_INLINE w_t run_starts(w_t x, size_t length)
{
    for (size_t known = 1; known < length;) {
        size_t more = min_size(known, length - known);
        x &= x >> more;
        known += more;
    }
    return x;
}

/* The steps, and the same by them, for loops: half the time for a word. */
struct run_steps {
    unsigned char by[6];
};
BMILL_ALWAYS_INLINE struct run_steps run_steps_of(size_t length)
{
    struct run_steps steps;
    size_t known = 1;
    BMILL_UNROLL
    for (unsigned k = 0; k < 6; k++) {
        size_t more = min_size(known, length - known);
        steps.by[k] = (unsigned char)more;
        known += more;
    }
    return steps;
}
BMILL_ALWAYS_INLINE w_t run_starts_by(w_t x, struct run_steps steps, size_t length)
{
    BMILL_UNROLL
    for (unsigned k = 0; k < 3; k++)
        x &= x >> steps.by[k];
    if (length > 8) {
        BMILL_UNROLL
        for (unsigned k = 3; k < 6; k++)
            x &= x >> steps.by[k];
    }
    return x;
}

/* From bit i on. `run` is the number of bits of the run before a word. */
BMILL_NOINLINE size_t run_by_words(const struct run_search *s, size_t i)
{
    size_t n = bytes_of(s->nbits), byte = i / 8, run = 0;
    struct run_steps steps = run_steps_of(min_size(s->length, 64));
    w_t inside = ~(w_t)0 << i % 8;
    for (; byte < n; byte += W_BYTES, inside = ~(w_t)0) {
        w_t x, starts;
        if (n - byte > W_BYTES)
            x = w_load(s->bits + byte);
        else {
            x = bmill_load_le(s->bits + byte, n - byte);
            inside &= ~(w_t)0 >> (64 - (s->nbits - 8 * byte));
        }
        x = (x ^ s->flip) & inside;
        if (run + w_ctz(~x) >= s->length)
            return 8 * byte - run;
        starts = s->length < 64 ? run_starts_by(x, steps, s->length) : 0;
        if (starts)
            return 8 * byte + w_ctz(starts);
        run = ~x ? w_clz(~x) : run + 64;
    }
    return s->nbits;
}

#ifdef BMILL_HAVE_V_ELEMENTS

/* A vector looks at no more than this many bytes after it. */
enum { RUN_BYTES = 16 };

/* What all vectors have in common: the number of bits between the first element and y, a mask of
 * these, and the steps of run_starts. */
struct run_shape {
    unsigned bit;
    struct run_steps steps;
    v_t between;
};

BMILL_ALWAYS_INLINE struct run_shape run_shape_of(size_t length, size_t size)
{
    struct run_shape shape = {(unsigned)(length - 8 * size), {{0}}, v_zero()};
    if (size > 0)
        shape.between = v_broadcast(((w_t)1 << shape.bit) - 1, size);
    else
        shape.steps = run_steps_of(length);
    return shape;
}

/* Elements that are 0 where a run begins, in the element or right after it: from x, and vectors
 * that have of each element the bits after it, and those from bit `length` on. A run of 1 bits is
 * one of 0 bits in ~x, ~between, ~y; then negative is y + 1. */
BMILL_ALWAYS_INLINE v_t v_runs_in(v_t x, v_t between, v_t y, const struct run_shape *shape,
                                  size_t size, bool ones)
{
    v_t negative = v_sub(ones ? y : v_zero(), ones ? v_not(v_zero()) : y, size);
#ifdef BMILL_HAVE_V_TERNARY
    if (ones) /* ~x & (~y | negative) | ~between & mask */
        return V_TERNARY(V_TERNARY(x, y, negative, 0x0b), between, shape->between, 0xf2);
    return V_TERNARY(V_TERNARY(x, y, negative, 0xe0), between, shape->between, 0xf8);
#else
    if (ones)
        return v_or(v_andnot(v_not(x), v_andnot(y, negative)), v_andnot(shape->between, between));
    return v_or(v_and(x, v_or(y, negative)), v_and(shape->between, between));
#endif
}

/* The same at an address. Size 0 is for fewer than 8 bits: then bytes are not 0 where a run begins.
 * `before` has the bits where none may begin. */
BMILL_ALWAYS_INLINE v_t v_runs(const unsigned char *p, const struct run_shape *shape, size_t size,
                               bool ones, v_t before)
{
    v_t x;
    if (size > 0) {
        x = ones ? v_andnot(v_load(p), before) : v_or(v_load(p), before);
        return v_runs_in(x, v_load(p + size), v_load_at_bit(p + size, shape->bit, size), shape,
                         size, ones);
    }
    x = v_load_sevens(p);
    x = v_andnot(ones ? x : v_not(x), before);
    x = v_and(x, v_shr64(x, shape->steps.by[0]));
    x = v_and(x, v_shr64(x, shape->steps.by[1]));
    return v_and(x, v_shr64(x, shape->steps.by[2]));
}

/* The bytes whose runs one vector has. */
BMILL_ALWAYS_INLINE size_t run_step(size_t size) { return size ? V_BYTES : V_BYTES / 8 * 7; }

/* Where a or b has a run. */
BMILL_ALWAYS_INLINE v_t v_runs_of_both(v_t a, v_t b, size_t size)
{
    return size ? v_zero_of_both(a, b, size) : v_or(a, b);
}
BMILL_ALWAYS_INLINE bool v_any_run(v_t v, size_t size)
{
    return size ? v_any_zero(v, size) : v_any(v);
}

/* Passes over groups of four vectors without a run, as long as there are five before byte n.
 * Returns where the next one begins. */
BMILL_ALWAYS_INLINE size_t pass_fours(const unsigned char *p, size_t at, size_t n,
                                      const struct run_shape *shape, size_t size, bool ones)
{
    size_t step = run_step(size);
    v_t v[4];
#ifdef BMILL_HAVE_V_RUN_PARTS
    v_t next, between, y, x = n - at >= 5 * V_BYTES ? v_load(p + at) : v_zero();
#endif
    for (; n - at >= 5 * V_BYTES; at += 4 * step) {
        BMILL_UNROLL
        for (size_t k = 0; k < 4; k++) {
#ifdef BMILL_HAVE_V_RUN_PARTS
            if (size > 0) {
                next = v_load(p + at + (k + 1) * V_BYTES);
                v_run_parts(x, next, shape->bit, size, &between, &y);
                v[k] = v_runs_in(x, between, y, shape, size, ones);
                x = next;
                continue;
            }
#endif
            v[k] = v_runs(p + at + k * step, shape, size, ones, v_zero());
        }
        v[0] = v_runs_of_both(v_runs_of_both(v[0], v[1], size), v_runs_of_both(v[2], v[3], size),
                              size);
        if (v_any_run(v[0], size))
            break;
    }
    return at;
}

/* The position of the run that begins in a vector, from bit d of byte `at` on. */
BMILL_ALWAYS_INLINE size_t run_position(const struct run_search *s, v_t v, size_t size, size_t at,
                                        unsigned d)
{
    w_t x, inside;
    size_t byte = size ? v_find_first_zero(v, size) : v_find_first_byte(v);
    byte = at + (size ? byte : byte - byte / 8);
    x = bmill_load_le(s->bits + byte, size ? size : W_BYTES) ^ s->flip;
    inside = byte == at ? ~(w_t)0 << d : ~(w_t)0;
    if (size == 0)
        return 8 * byte + w_ctz(run_starts(x & inside, s->length));
    x = (~x | ~inside) & ~(w_t)0 >> (64 - 8 * size);
    return 8 * byte + 64 - w_clz(x);
}

/* From bit *i on, as far as vectors reach; *i becomes where words have to go on. */
BMILL_ALWAYS_INLINE size_t run_by_vectors(const struct run_search *s, size_t *i, size_t size,
                                          bool ones)
{
    struct run_shape shape = run_shape_of(s->length, size);
    size_t at = *i / 8, n = s->nbits / 8, last = n - V_BYTES - RUN_BYTES, step = run_step(size);
    const unsigned char *p = s->bits;
    v_t v;
    if (n < at + V_BYTES + RUN_BYTES)
        return s->nbits;
    v = v_runs(p + at, &shape, size, ones, v_from_first_byte((1u << *i % 8) - 1));
    if (v_any_run(v, size))
        return run_position(s, v, size, at, *i % 8);
    *i = 8 * (last + step);
    at = pass_fours(p, at + step, n, &shape, size, ones);
    for (; at < last; at += step) {
        v = v_runs(p + at, &shape, size, ones, v_zero());
        if (v_any_run(v, size))
            return run_position(s, v, size, at, 0);
    }
    if (at >= last + step)
        return s->nbits;
    v = v_runs(p + last, &shape, size, ones, v_zero());
    return v_any_run(v, size) ? run_position(s, v, size, last, 0) : s->nbits;
}

typedef size_t runs_of_size(const struct run_search *s, size_t *i);

BMILL_NOINLINE size_t clear_run_0(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 0, false);
}
BMILL_NOINLINE size_t set_run_0(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 0, true);
}
BMILL_NOINLINE size_t clear_run_1(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 1, false);
}
BMILL_NOINLINE size_t set_run_1(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 1, true);
}
BMILL_NOINLINE size_t clear_run_2(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 2, false);
}
BMILL_NOINLINE size_t set_run_2(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 2, true);
}
BMILL_NOINLINE size_t clear_run_4(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 4, false);
}
BMILL_NOINLINE size_t set_run_4(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 4, true);
}
BMILL_NOINLINE size_t clear_run_8(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 8, false);
}
BMILL_NOINLINE size_t set_run_8(const struct run_search *s, size_t *i)
{
    return run_by_vectors(s, i, 8, true);
}

/* By the largest elements whose bits are at most the length; 0 for fewer than 8 bits. */
BMILL_ALWAYS_INLINE size_t run_by_size(const struct run_search *s, size_t *i)
{
    static runs_of_size *const of[][5] = {
        {clear_run_0, clear_run_1, clear_run_2, clear_run_4, clear_run_8},
        {set_run_0, set_run_1, set_run_2, set_run_4, set_run_8},
    };
    return of[s->flip == 0][61 - w_clz(s->length | 4)](s, i);
}

#endif

/* The first word says where many searches end. A run that it has only the beginning of is left to
 * the others. */
BMILL_ALWAYS_INLINE size_t run_in_first_word(const struct run_search *s, size_t *i)
{
    unsigned d = *i % 8;
    w_t starts;
    if (s->length > 32 || bytes_of(s->nbits) - *i / 8 <= W_BYTES)
        return s->nbits;
    starts = run_starts((w_load(s->bits + *i / 8) ^ s->flip) & ~(w_t)0 << d, s->length);
    if (starts)
        return *i / 8 * 8 + w_ctz(starts);
    *i += 64 - d - (s->length - 1);
    return s->nbits;
}

BMILL_KERNEL size_t find_run_kernel(const void *bits, size_t nbits, size_t from, size_t length,
                                    uint64_t flip)
{
    const struct run_search s = {bits, nbits, length, flip};
    size_t i = from, found = run_in_first_word(&s, &i);
#ifdef BMILL_HAVE_V_ELEMENTS
    if (found == nbits)
        found = run_by_size(&s, &i);
#endif
    return found < nbits ? found : run_by_words(&s, i);
}

#endif
