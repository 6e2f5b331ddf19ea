/* random.h: random bits. Plain C over a block of words, which the compiler vectorises (vpmullq with
 * AVX-512). */
#ifndef BMILL_KERNELS_RANDOM_H
#define BMILL_KERNELS_RANDOM_H

#include "kernels/splitmix64.h"
#include "simd/simd.h"
#include "tables/thresholds.h"
#include <bitmill/bits/range.h>

enum { RANDOM_WORDS = RANDOM_BITS / 64 };

/* The outputs of one plane for a block of words; z is the state of the first. */
BMILL_ALWAYS_INLINE void random_plane(w_t *y, w_t z)
{
    for (size_t i = 0; i < RANDOM_WORDS; i++)
        y[i] = bmill_splitmix64_mix(z + i * (64 * BMILL_SPLITMIX64_STEP));
}

/* The block of words from number j; k is odd, and 0 < k < 2^m. */
BMILL_ALWAYS_INLINE void random_words(w_t *x, w_t j, w_t k, unsigned m, w_t seed)
{
    w_t z = bmill_splitmix64_state(seed, 64 * j);
    w_t y[RANDOM_WORDS];
    random_plane(x, z);
    for (unsigned p = 1; p < m; p++) {
        w_t or_mask = 0 - (k >> p & 1);
        random_plane(y, z += BMILL_SPLITMIX64_STEP);
        for (size_t i = 0; i < RANDOM_WORDS; i++)
            x[i] = (x[i] & (y[i] | or_mask)) | (y[i] & or_mask);
    }
}

BMILL_KERNEL void random_kernel(void *dst_, size_t nbits, w_t k, unsigned m, w_t seed)
{
    unsigned char *dst = dst_;
    size_t words = nbits / 64;
    size_t j = 0;
    w_t x[RANDOM_WORDS];
    for (; words - j >= RANDOM_WORDS; j += RANDOM_WORDS) {
        random_words(x, j, k, m, seed);
        for (size_t i = 0; i < RANDOM_WORDS; i++)
            w_store(dst + 8 * (j + i), x[i]);
    }
    if (64 * j == nbits)
        return;
    random_words(x, j, k, m, seed);
    for (size_t i = 0; 64 * j < nbits; i++, j++)
        bmill_bits_write(dst, 64 * j, nbits - 64 * j, x[i]);
}

#endif
