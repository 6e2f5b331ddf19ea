/* positional.c: positional counts, against a loop over the bits of each number. */
#include "bench.h"

#include <bitmill.h>
#include <bitmill/bits/positional.h>

/* A sum that changes if two counts are exchanged. */
static size_t sum_of(const size_t *counts, size_t width)
{
    size_t sum = 0;
    for (size_t k = 0; k < width; k++)
        sum += counts[k] * (k + 1);
    return sum;
}

#define POSITIONAL(width)                                                         \
    static size_t ours_##width(const struct buffers *m, size_t nbytes)            \
    {                                                                             \
        size_t counts[width];                                                     \
        bmill_bits_positional_count_u##width(counts, m->a, nbytes / (width / 8)); \
        return sum_of(counts, width);                                             \
    }                                                                             \
    static size_t plain_##width(const struct buffers *m, size_t nbytes)           \
    {                                                                             \
        size_t counts[width] = {0};                                               \
        const uint##width##_t *a = (const void *)m->a;                            \
        for (size_t i = 0; i < nbytes / sizeof *a; i++)                           \
            for (size_t k = 0; k < width; k++)                                    \
                counts[k] += a[i] >> k & 1;                                       \
        return sum_of(counts, width);                                             \
    }
POSITIONAL(8)
POSITIONAL(16)
POSITIONAL(32)
POSITIONAL(64)

const struct work works_positional[] = {
    {"positional_count_u8", {RANDOM, RANDOM}, 1, ours_8, plain_8},
    {"positional_count_u16", {RANDOM, RANDOM}, 1, ours_16, plain_16},
    {"positional_count_u32", {RANDOM, RANDOM}, 1, ours_32, plain_32},
    {"positional_count_u64", {RANDOM, RANDOM}, 1, ours_64, plain_64},
    {NULL, {0, 0}, 0, NULL, NULL},
};
