/* plain.c: each operation of ops.def as the loop that a C programmer would write over uint64_t
 * words. They are the baseline of the benchmarks.
 *
 * Compiled three times: PLAIN_TABLE is plain_O3 with -O3, plain_native with -O3 -march=native, and
 * plain_words with -O3 without vectors, which shows what words of 8 bytes give by themselves. They
 * are called through that table only, as the library's kernels are, so they are never inlined.
 *
 * The bitmaps are aligned arrays of whole words: plain loops have no tail. Only `find` depends on
 * bit i of a bitmap being bit i % 64 of word i / 64, which holds on little-endian hosts.
 */
#include "bench.h"

#ifndef PLAIN_TABLE
#error "define PLAIN_TABLE: plain_O3, plain_native or plain_words"
#endif

/* ---- The loops, one for each kind, by the names in shapes.h. The operation is a parameter. Loop
 * and operation are inlined into the functions that ops.def makes of them below. An operation with
 * one input gets it twice, and the compiler drops the second load. No restrict: dst may be a or b.
 * ---- */

typedef uint64_t word_op(uint64_t a, uint64_t b);

#define PLAIN_LOOP static inline __attribute__((always_inline))

PLAIN_LOOP void loop_map(uint64_t *dst, const uint64_t *a, const uint64_t *b, size_t nbits,
                         word_op *op)
{
    for (size_t i = 0; i < nbits / 64; i++)
        dst[i] = op(a[i], b[i]);
}

PLAIN_LOOP size_t loop_map_with_count(uint64_t *dst, const uint64_t *a, const uint64_t *b,
                                      size_t nbits, word_op *op)
{
    size_t total = 0;
    for (size_t i = 0; i < nbits / 64; i++) {
        dst[i] = op(a[i], b[i]);
        total += (size_t)__builtin_popcountll(dst[i]);
    }
    return total;
}

PLAIN_LOOP size_t loop_count(const uint64_t *a, const uint64_t *b, size_t nbits, word_op *op)
{
    size_t total = 0;
    for (size_t i = 0; i < nbits / 64; i++)
        total += (size_t)__builtin_popcountll(op(a[i], b[i]));
    return total;
}

PLAIN_LOOP bool loop_test(const uint64_t *a, const uint64_t *b, size_t nbits, word_op *op)
{
    for (size_t i = 0; i < nbits / 64; i++)
        if (op(a[i], b[i]))
            return true;
    return false;
}

PLAIN_LOOP size_t loop_find(const uint64_t *a, const uint64_t *b, size_t nbits, word_op *op)
{
    for (size_t i = 0; i < nbits / 64; i++) {
        uint64_t word = op(a[i], b[i]);
        if (word)
            return 64 * i + (size_t)__builtin_ctzll(word);
    }
    return nbits;
}

PLAIN_LOOP size_t loop_find_last(const uint64_t *a, const uint64_t *b, size_t nbits, word_op *op)
{
    for (size_t i = nbits / 64; i-- > 0;) {
        uint64_t word = op(a[i], b[i]);
        if (word)
            return 64 * i + 63 - (size_t)__builtin_clzll(word);
    }
    return nbits;
}

/* ---- For each row of ops.def: the operation on words, and the loop of its shape with it. ---- */

#define BMILL_OP(name, shape, bit, vector, summary)                                           \
    PLAIN_LOOP uint64_t word_##name(uint64_t a, uint64_t b) { return (void)a, (void)b, bit; } \
    static BMILL_RESULT(shape) plain_##name BMILL_PARAMETERS(shape)                           \
    {                                                                                         \
        BMILL_RETURN(shape) BMILL_LOOP(shape, word_##name);                                   \
    }
#include "tables/ops.def"

const struct functions PLAIN_TABLE = {
#define BMILL_OP(name, shape, bit, vector, summary) .name = plain_##name,
#include "tables/ops.def"
};
