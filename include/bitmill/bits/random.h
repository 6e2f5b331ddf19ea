/* bitmill/bits/random.h: random bitmaps, the same from a seed on every machine.
 *
 * The generator is part of the contract. It is splitmix64 (S. Vigna, public domain), whose n-th
 * output, n from 0, can be had at once: z = seed + (n + 1) * 0x9e3779b97f4a7c15; z = (z ^ z >> 30)
 * * 0xbf58476d1ce4e5b9; z = (z ^ z >> 27) * 0x94d049bb133111eb; z ^ z >> 31, modulo 2^64. For
 * simulation and tests; not for secrets. Not included by
 * <bitmill.h>; the rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_RANDOM_H
#define BITMILL_BITS_RANDOM_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Make each bit 1 with probability k / 2^m, independently of the others.
 *
 * `k` above 2^m is taken as 2^m, `m` above 63 as 63. The first bits of a longer bitmap are those of
 * a shorter one. The bits: let k be odd, else halve k and lower m until it is; word j, bits 64 * j
 * to 64 * j + 63, begins as output 64 * j; then for p from 1 to m - 1 it is ORed with output
 * 64 * j + p where bit p of k is 1, and ANDed with it where that is 0. Cost: m outputs for each
 * word, so 1/2 is the cheapest probability, and 77 / 256 takes eight times that.
 * Example: bmill_bits_random(sample, nrows, 1, 7, 42) picks one row in 128
 */
BMILL_API void bmill_bits_random(void *dst, size_t nbits, uint64_t k, unsigned m, uint64_t seed);

/**
 * Make exactly `k` of the bits 1, each choice of k bits being as likely as any other.
 *
 * `k` above nbits is taken as nbits. The bits: if k is more than half of nbits, the complement of
 * those for nbits - k. Else those of bmill_bits_random with probability q / 256, q being 256 * k /
 * nbits without its fraction; then bits are added while there are fewer than k, or taken away while
 * there are more, one at each of the positions that the highest b bits of the outputs 63, 127, 191,
 * ... give, b being what the number nbits - 1 needs (at least 1); what is no position or changes
 * nothing is passed over. Cost: as for random, and some ns for each bit added or taken away, less
 * than nbits / 128 of them but for chance.
 * Example: bmill_bits_random_exactly(hand, 52, 13, seed);
 */
BMILL_API void bmill_bits_random_exactly(void *dst, size_t nbits, size_t k, uint64_t seed);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/random.h>

#endif
