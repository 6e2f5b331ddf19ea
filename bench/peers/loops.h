/* loops.h: what words.c and blocks.c write their loops with. Loads and stores are memcpy of 8
 * bytes, one instruction each, so that any address will do. The hosts are little-endian.
 */
#ifndef BENCH_LOOPS_H
#define BENCH_LOOPS_H

#include "peer.h"

#include <string.h>
#ifdef __BMI2__
#include <immintrin.h>
#endif

#include "tables/shapes.h"

#define LOOP static inline __attribute__((always_inline))

LOOP uint64_t load(const void *p)
{
    uint64_t x;
    memcpy(&x, p, sizeof x);
    return x;
}
LOOP void store(void *p, uint64_t x) { memcpy(p, &x, sizeof x); }
LOOP size_t ones_in(uint64_t x) { return (size_t)__builtin_popcountll(x); }
LOOP size_t first_one(uint64_t x) { return (size_t)__builtin_ctzll(x); }

typedef uint64_t word_op(uint64_t a, uint64_t b);

#endif
