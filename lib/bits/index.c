/* index.c: between bitmaps and lists of indices. */
#include "dispatch/kernels.h"
#include <bitmill/bits.h>

#define DECODE(N)                                                                   \
    size_t bmill_bits_decode_u##N(uint##N##_t *dst, const void *bits, size_t nbits, \
                                  size_t capacity, size_t *from, uint##N##_t base)  \
    {                                                                               \
        return bmill_active()->decode_u##N(dst, bits, nbits, capacity, from, base); \
    }
DECODE(16)
DECODE(32)
DECODE(64)

#define INDICES(verb, N)                                                                    \
    void bmill_bits_##verb##_indices_u##N(void *bits, const uint##N##_t *indices, size_t n) \
    {                                                                                       \
        bmill_active()->verb##_indices_u##N(bits, indices, n);                              \
    }                                                                                       \
    size_t bmill_bits_##verb##_indices_checked_u##N(void *bits, const uint##N##_t *indices, \
                                                    size_t nbits, size_t n)                 \
    {                                                                                       \
        size_t place = nbits ? bmill_active()->find_index_from_u##N(indices, n, nbits) : 0; \
        if (place == n)                                                                     \
            bmill_active()->verb##_indices_u##N(bits, indices, n);                          \
        return place;                                                                       \
    }
INDICES(set, 16)
INDICES(set, 32)
INDICES(set, 64)
INDICES(clear, 16)
INDICES(clear, 32)
INDICES(clear, 64)
INDICES(flip, 16)
INDICES(flip, 32)
INDICES(flip, 64)

#define RUNS(N)                                                                             \
    size_t bmill_bits_runs_from_indices_u##N(uint##N##_t *runs, const uint##N##_t *indices, \
                                             size_t n)                                      \
    {                                                                                       \
        return bmill_active()->runs_from_indices_u##N(runs, indices, n);                    \
    }                                                                                       \
    size_t bmill_bits_indices_from_runs_u##N(uint##N##_t *indices, const uint##N##_t *runs, \
                                             size_t nruns, size_t capacity)                 \
    {                                                                                       \
        return bmill_active()->indices_from_runs_u##N(indices, runs, nruns, capacity);      \
    }
RUNS(16)
RUNS(32)
RUNS(64)
