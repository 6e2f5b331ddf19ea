/** @file
 * bitmill/bits/random.h: random bitmaps, the same from a seed on every machine.
 *
 * The generator is part of the contract. It is splitmix64 (S. Vigna, public domain). Its output
 * number n, counted from 0, can be computed at once, modulo 2^64:
 *
 *     z = seed + (n + 1) * 0x9e3779b97f4a7c15;
 *     z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
 *     z = (z ^ z >> 27) * 0x94d049bb133111eb;
 *     output = z ^ z >> 31;
 *
 * For simulation and tests, not for secrets. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_RANDOM_H
#define BITMILL_BITS_RANDOM_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Make each of nbits bits 1 with probability k / 2^m, independently of the others.
 *
 * `k` above 2^m is taken as 2^m, `m` above 63 as 63. The first bits of a longer bitmap are those of
 * a shorter one with the same seed.
 *
 * The bits are these: let k be odd, else halve k and lower m until it is. Word j, the bits 64 j to
 * 64 j + 63, begins as output 64 j; then, for p from 1 to m - 1, it is ORed with output 64 j + p if
 * bit p of k is 1, and ANDed with it if that is 0.
 *
 * Cost: m outputs for each word, so 1/2 is the cheapest probability, and 77/256 takes eight times
 * as long.
 *
 * Example, which picks one row in 128:
 *
 *     bmill_bits_random(sample, nrows, 1, 7, 42);
 */
BMILL_API void bmill_bits_random(void *dst, size_t nbits, uint64_t k, unsigned m, uint64_t seed);

/**
 * Make exactly `k` of nbits bits 1, so that each choice of k bits is equally likely.
 *
 * `k` above nbits is taken as nbits.
 *
 * The bits are these: if k is more than half of nbits, the complement of the bits for nbits - k.
 * Else the bits of bmill_bits_random() with probability q / 256, where q is 256 k / nbits rounded
 * down. Then bits are set while there are fewer than k, or cleared while there are more, one at
 * each position that the highest b bits of the outputs 63, 127, 191, ... give, where b is the
 * number of bits that nbits - 1 needs, at least 1. An output that gives no position below nbits, or
 * one whose bit is already as wanted, is skipped.
 *
 * Cost: that of bmill_bits_random(), and some ns for each bit set or cleared: about nbits / 128 of
 * them at most, on average.
 * Example: bmill_bits_random_exactly(hand, 52, 13, seed);
 */
BMILL_API void bmill_bits_random_exactly(void *dst, size_t nbits, size_t k, uint64_t seed);

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_random);
BMILL_LIBRARY_(bmill_bits_random_exactly);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_random(void *BMILL_SIZED_ dst, size_t nbits, uint64_t k, unsigned m,
                                    uint64_t seed)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    bmill_bits_random_library_(dst, nbits, k, m, seed);
}

BMILL_FRONT_ void bmill_bits_random_exactly(void *BMILL_SIZED_ dst, size_t nbits, size_t k,
                                            uint64_t seed)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    bmill_bits_random_exactly_library_(dst, nbits, k, seed);
}

BMILL_END_FRONTS_

#endif

#endif
