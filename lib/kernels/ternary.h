/* ternary.h: functions of three bitmaps: the 80 rows of ternary.def.
 *
 * The row is looked up by a jump: once for all blocks of four vectors, each row having a loop of
 * its own, and once for each of the others, two at most. Where the row is a constant there is no
 * jump.
 */
#ifndef BMILL_KERNELS_TERNARY_H
#define BMILL_KERNELS_TERNARY_H

#include "kernels/blocks.h"
#include "kernels/ends.h"
#include "kernels/stream.h"
#include "simd/simd.h"
#include "tables/ternary_rows.h"

/* A function for each row, on vectors: v_0xe8(a, b, c). */
#define ZERO         v_zero()
#define NOT(x)       v_not(x)
#define AND(x, y)    v_and(x, y)
#define OR(x, y)     v_or(x, y)
#define XOR(x, y)    v_xor(x, y)
#define ANDNOT(x, y) v_andnot(x, y)
#ifdef BMILL_HAVE_V_TERNARY
#define TERNARY_RESULT(table, expression) V_TERNARY(a, b, c, table)
#else
#define TERNARY_RESULT(table, expression) expression
#endif
#define BMILL_TERNARY(table, symmetry, expression)                           \
    BMILL_ALWAYS_INLINE v_t v_##table(v_t a, v_t b, v_t c)                   \
    {                                                                        \
        return (void)a, (void)b, (void)c, TERNARY_RESULT(table, expression); \
    }
#include "tables/ternary.def"
#undef ZERO
#undef NOT
#undef AND
#undef OR
#undef XOR
#undef ANDNOT

BMILL_ALWAYS_INLINE v_t v_ternary(v_t a, v_t b, v_t c, unsigned row)
{
    switch ((enum bmill_ternary)row) {
#define BMILL_TERNARY(table, symmetry, expression) \
    case BMILL_TERNARY_##table:                    \
        return v_##table(a, b, c);
#include "tables/ternary.def"
    }
    BMILL_UNREACHABLE;
}

BMILL_ALWAYS_INLINE struct four four_ternary(struct four a, struct four b, struct four c,
                                             unsigned row)
{
    switch ((enum bmill_ternary)row) {
#define BMILL_TERNARY(table, symmetry, expression)                                     \
    case BMILL_TERNARY_##table:                                                        \
        return (struct four){v_##table(a.v0, b.v0, c.v0), v_##table(a.v1, b.v1, c.v1), \
                             v_##table(a.v2, b.v2, c.v2), v_##table(a.v3, b.v3, c.v3)};
#include "tables/ternary.def"
    }
    BMILL_UNREACHABLE;
}

BMILL_ALWAYS_INLINE struct two two_ternary(const unsigned char *a, const unsigned char *b,
                                           const unsigned char *c, size_t n, unsigned row)
{
    const size_t e = n - V_BYTES;
    switch ((enum bmill_ternary)row) {
#define BMILL_TERNARY(table, symmetry, expression)                      \
    case BMILL_TERNARY_##table:                                         \
        return (struct two){v_##table(v_load(a), v_load(b), v_load(c)), \
                            v_##table(v_load(a + e), v_load(b + e), v_load(c + e))};
#include "tables/ternary.def"
    }
    BMILL_UNREACHABLE;
}

/* A bitmap of 1 to V_BYTES - 1 bytes. */
BMILL_ALWAYS_INLINE v_t ternary_halves(const unsigned char *a, const unsigned char *b,
                                       const unsigned char *c, size_t n, unsigned row)
{
    return v_ternary(v_load_halves(a, a + n, n), v_load_halves(b, b + n, n),
                     v_load_halves(c, c + n, n), row);
}

/* ---- dst = row(a, b, c) ---- */

typedef v_t ternary_op(v_t a, v_t b, v_t c);

/* These have a use for a vector twice. */
BMILL_ALWAYS_INLINE v_t v_mux(v_t a, v_t b, v_t c) { return v_0xca(v_held(a), b, c); }
BMILL_ALWAYS_INLINE v_t v_majority(v_t a, v_t b, v_t c) { return v_0xe8(v_held(a), v_held(b), c); }

BMILL_ALWAYS_INLINE struct four four_of(const unsigned char *a, const unsigned char *b,
                                        const unsigned char *c, ternary_op *op)
{
    struct four x = four_load(a, four_places());
    struct four y = four_load(b, four_places());
    struct four z = four_load(c, four_places());
    return (struct four){op(x.v0, y.v0, z.v0), op(x.v1, y.v1, z.v1), op(x.v2, y.v2, z.v2),
                         op(x.v3, y.v3, z.v3)};
}

/* The blocks of four vectors from byte i, where there is one; not the last of all. Returns where
 * they end. */
BMILL_ALWAYS_INLINE size_t map_fours(unsigned char *dst, const unsigned char *a,
                                     const unsigned char *b, const unsigned char *c, size_t i,
                                     size_t n, ternary_op *op)
{
    do {
        four_store(dst + i, four_places(), four_of(a + i, b + i, c + i, op));
        i += FOUR_BYTES;
    } while (is_whole_block(n - i, FOUR_BYTES));
    return i;
}
BMILL_ALWAYS_INLINE size_t ternary_map_fours(unsigned char *dst, const unsigned char *a,
                                             const unsigned char *b, const unsigned char *c,
                                             size_t i, size_t n, unsigned row)
{
    switch ((enum bmill_ternary)row) {
#define BMILL_TERNARY(table, symmetry, expression) \
    case BMILL_TERNARY_##table:                    \
        return map_fours(dst, a, b, c, i, n, v_##table);
#include "tables/ternary.def"
    }
    BMILL_UNREACHABLE;
}

/* `op` is the function of the row, if that is a constant, or NULL. */
BMILL_ALWAYS_INLINE void ternary_map_blocks(unsigned char *dst, const unsigned char *a,
                                            const unsigned char *b, const unsigned char *c,
                                            size_t n, unsigned row, ternary_op *op)
{
    bool stream = bmill_is_streamed(n, 4) && dst != a && dst != b && dst != c;
    size_t len = first_block(dst, n, FOUR_BYTES);
    for (size_t i = 0; i < n; i += len, len = next_block(n - i, FOUR_BYTES)) {
        struct places at = places_in(len);
        struct four r;
        if (BMILL_LIKELY(!stream) && is_whole_block(n - i, FOUR_BYTES) && len == FOUR_BYTES) {
            i = op ? map_fours(dst, a, b, c, i, n, op) : ternary_map_fours(dst, a, b, c, i, n, row);
            len = 0;
            continue;
        }
        r = four_ternary(four_load(a + i, at), four_load(b + i, at), four_load(c + i, at), row);
        if (!BMILL_LIKELY(!stream) && len == FOUR_BYTES)
            four_stream(dst + i, r);
        else
            four_store(dst + i, at, r);
    }
    if (stream)
        v_stream_end();
}

/* Longer bitmaps are handled in separate functions, so that short ones do not pay for the registers
 * that these save, nor the loop for the bits to keep. For mux and majority the row is a constant.
 */
typedef void ternary_long_op(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                             const unsigned char *c, size_t nbits, unsigned row);

BMILL_NOINLINE void ternary_blocks(unsigned char *dst, const unsigned char *a,
                                   const unsigned char *b, const unsigned char *c, size_t n,
                                   unsigned row)
{
    ternary_map_blocks(dst, a, b, c, n, row, NULL);
}
BMILL_NOINLINE void ternary_long(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                                 const unsigned char *c, size_t nbits, unsigned row)
{
    unsigned kept = bits_to_keep(dst, nbits);
    ternary_blocks(dst, a, b, c, bytes_of(nbits), row);
    put_back(dst, nbits, kept);
}

/* n bytes, k to 2 k vectors, as k vectors from either end: see map_from_both_ends. */
BMILL_ALWAYS_INLINE void ternary_from_both_ends(unsigned char *dst, const unsigned char *a,
                                                const unsigned char *b, const unsigned char *c,
                                                size_t n, size_t k, ternary_op *op)
{
    v_t up[4];
    v_t down[4];
    BMILL_UNROLL
    for (size_t i = 0; i < k; i++) {
        size_t j = n - V_BYTES * (i + 1);
        up[i] = op(v_load(a + V_BYTES * i), v_load(b + V_BYTES * i), v_load(c + V_BYTES * i));
        down[i] = op(v_load(a + j), v_load(b + j), v_load(c + j));
    }
    both_ends_store(dst, n, up, down, k);
}

/* More than two vectors; `op` is the function of the row. */
BMILL_ALWAYS_INLINE void constant_row_long(unsigned char *dst, const unsigned char *a,
                                           const unsigned char *b, const unsigned char *c,
                                           size_t nbits, ternary_long_op *blocks, ternary_op *op)
{
    size_t n = bytes_of(nbits);
    unsigned kept = bits_to_keep(dst, nbits);
    if (n > 8 * V_BYTES)
        blocks(dst, a, b, c, n, 0);
    else if (n > 4 * V_BYTES)
        ternary_from_both_ends(dst, a, b, c, n, 4, op);
    else
        ternary_from_both_ends(dst, a, b, c, n, 2, op);
    put_back(dst, nbits, kept);
}

BMILL_NOINLINE void mux_blocks(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                               const unsigned char *c, size_t n, unsigned row)
{
    (void)row;
    ternary_map_blocks(dst, a, b, c, n, BMILL_TERNARY_0xca, v_mux);
}
BMILL_NOINLINE void mux_long(unsigned char *dst, const unsigned char *a, const unsigned char *b,
                             const unsigned char *c, size_t nbits, unsigned row)
{
    (void)row;
    constant_row_long(dst, a, b, c, nbits, mux_blocks, v_mux);
}

BMILL_NOINLINE void majority_blocks(unsigned char *dst, const unsigned char *a,
                                    const unsigned char *b, const unsigned char *c, size_t n,
                                    unsigned row)
{
    (void)row;
    ternary_map_blocks(dst, a, b, c, n, BMILL_TERNARY_0xe8, v_majority);
}
BMILL_NOINLINE void majority_long(unsigned char *dst, const unsigned char *a,
                                  const unsigned char *b, const unsigned char *c, size_t nbits,
                                  unsigned row)
{
    (void)row;
    constant_row_long(dst, a, b, c, nbits, majority_blocks, v_majority);
}

BMILL_ALWAYS_INLINE void ternary_store(void *dst_, const void *a_, const void *b_, const void *c_,
                                       size_t nbits, unsigned row, ternary_long_op *long_op)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    const unsigned char *c = c_;
    size_t n = bytes_of(nbits);
    unsigned kept;
    if (is_one_vector(nbits)) {
        v_store(dst, v_ternary(v_load(a), v_load(b), v_load(c), row));
        return;
    }
    if (n == 0)
        return;
    if (n > 2 * V_BYTES) {
        long_op(dst, a, b, c, nbits, row);
        return;
    }
    kept = bits_to_keep(dst, nbits);
    if (n < V_BYTES)
        v_store_halves(dst, n, ternary_halves(a, b, c, n, row));
    else
        two_store(dst, n, two_ternary(a, b, c, n, row));
    put_back(dst, nbits, kept);
}

BMILL_KERNEL void mux_kernel(void *dst, const void *mask, const void *a, const void *b,
                             size_t nbits)
{
    ternary_store(dst, mask, a, b, nbits, BMILL_TERNARY_0xca, mux_long);
}
BMILL_KERNEL void majority_kernel(void *dst, const void *a, const void *b, const void *c,
                                  size_t nbits)
{
    ternary_store(dst, a, b, c, nbits, BMILL_TERNARY_0xe8, majority_long);
}
BMILL_KERNEL void ternary_kernel(void *dst, const void *a, const void *b, const void *c,
                                 size_t nbits, unsigned row)
{
    ternary_store(dst, a, b, c, nbits, row, ternary_long);
}

/* ---- The number of 1 bits, and whether there is one ---- */

/* The results of a block, each byte in one vector only, without the bits past nbits. */
BMILL_ALWAYS_INLINE struct four ternary_once(const unsigned char *a, const unsigned char *b,
                                             const unsigned char *c, size_t i, size_t len,
                                             size_t nbits, unsigned row)
{
    struct places at = places_in(len);
    struct four r =
        four_ternary(four_load(a + i, at), four_load(b + i, at), four_load(c + i, at), row);
    if (!BMILL_LIKELY(len == FOUR_BYTES))
        r = four_once(r, at);
    if (!BMILL_LIKELY(i + len < bytes_of(nbits)))
        r.v3 = v_and(r.v3, v_last_mask(nbits));
    return r;
}

/* Counts of four vectors at a time. Without BMILL_HAVE_V_POPCOUNT they go through full adders, see
 * struct adders in count.h: total counts fours, and ones and twos are left in the adders. */
struct four_counts {
    v_t total, ones, twos;
};

BMILL_ALWAYS_INLINE void count_four(struct four_counts *s, struct four r)
{
#if defined(BMILL_HAVE_V_POPCOUNT)
    s->total = v_add_popcounts(s->total, r.v0, r.v1, r.v2, r.v3);
#else
    v_t twos = v_full_adder(&s->ones, r.v0, r.v1);
    v_t fours = v_full_adder(&s->twos, twos, v_full_adder(&s->ones, r.v2, r.v3));
    s->total = v_add64(s->total, v_popcount(fours));
#endif
}

BMILL_ALWAYS_INLINE size_t sum_of_counts(struct four_counts s)
{
#ifndef BMILL_HAVE_V_POPCOUNT
    s.total = v_add64(v_add64(s.total, s.total), v_popcount(s.twos));
    s.total = v_add64(v_add64(s.total, s.total), v_popcount(s.ones));
#endif
    return v_sum64(s.total);
}

BMILL_ALWAYS_INLINE size_t count_fours(struct four_counts *s, const unsigned char *a,
                                       const unsigned char *b, const unsigned char *c, size_t i,
                                       size_t n, ternary_op *op)
{
    do {
        count_four(s, four_of(a + i, b + i, c + i, op));
        i += FOUR_BYTES;
    } while (is_whole_block(n - i, FOUR_BYTES));
    return i;
}
BMILL_ALWAYS_INLINE size_t ternary_count_fours(struct four_counts *s, const unsigned char *a,
                                               const unsigned char *b, const unsigned char *c,
                                               size_t i, size_t n, unsigned row)
{
    switch ((enum bmill_ternary)row) {
#define BMILL_TERNARY(table, symmetry, expression) \
    case BMILL_TERNARY_##table:                    \
        return count_fours(s, a, b, c, i, n, v_##table);
#include "tables/ternary.def"
    }
    BMILL_UNREACHABLE;
}

BMILL_NOINLINE size_t ternary_count_blocks(const unsigned char *a, const unsigned char *b,
                                           const unsigned char *c, size_t nbits, unsigned row)
{
    size_t n = bytes_of(nbits);
    struct four_counts s = {v_zero(), v_zero(), v_zero()};
    size_t len = first_block(a, n, FOUR_BYTES);
    for (size_t i = 0; i < n; i += len, len = next_block(n - i, FOUR_BYTES)) {
        if (len == FOUR_BYTES && is_whole_block(n - i, FOUR_BYTES)) {
            i = ternary_count_fours(&s, a, b, c, i, n, row);
            len = 0;
            continue;
        }
        count_four(&s, ternary_once(a, b, c, i, len, nbits, row));
    }
    return sum_of_counts(s);
}

BMILL_KERNEL size_t ternary_count_kernel(const void *a_, const void *b_, const void *c_,
                                         size_t nbits, unsigned row)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    const unsigned char *c = c_;
    size_t n = bytes_of(nbits);
    if (is_one_vector(nbits))
        return v_sum64(v_popcount(v_ternary(v_load(a), v_load(b), v_load(c), row)));
    if (n == 0)
        return 0;
    if (!BMILL_LIKELY(n >= V_BYTES))
        return v_sum64(v_popcount(v_and(ternary_halves(a, b, c, n, row), halves_once(nbits))));
    if (BMILL_LIKELY(n <= 2 * V_BYTES)) {
        struct two r = two_once(two_ternary(a, b, c, n, row), nbits);
        return v_sum64(v_add64(v_popcount(r.first), v_popcount(r.last)));
    }
    return ternary_count_blocks(a, b, c, nbits, row);
}

BMILL_NOINLINE bool ternary_any_blocks(const unsigned char *a, const unsigned char *b,
                                       const unsigned char *c, size_t nbits, unsigned row)
{
    size_t n = bytes_of(nbits);
    size_t len = first_block(a, n, FOUR_BYTES);
    for (size_t i = 0; i < n; i += len, len = next_block(n - i, FOUR_BYTES)) {
        struct four r = ternary_once(a, b, c, i, len, nbits, row);
        if (v_any(v_or(v_or(r.v0, r.v1), v_or(r.v2, r.v3))))
            return true;
    }
    return false;
}

BMILL_KERNEL bool ternary_any_kernel(const void *a_, const void *b_, const void *c_, size_t nbits,
                                     unsigned row)
{
    const unsigned char *a = a_;
    const unsigned char *b = b_;
    const unsigned char *c = c_;
    size_t n = bytes_of(nbits);
    if (is_one_vector(nbits))
        return v_any(v_ternary(v_load(a), v_load(b), v_load(c), row));
    if (n == 0)
        return false;
    if (!BMILL_LIKELY(n >= V_BYTES))
        return v_any(v_and(ternary_halves(a, b, c, n, row), halves_once(nbits)));
    if (BMILL_LIKELY(n <= 2 * V_BYTES)) {
        struct two r = two_once(two_ternary(a, b, c, n, row), nbits);
        return v_any(v_or(r.first, r.last));
    }
    return ternary_any_blocks(a, b, c, nbits, row);
}

#undef TERNARY_RESULT

#endif
