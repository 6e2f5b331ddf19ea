/* sieve.h: which numbers are primes, how many they are and what their sum is, in segments that do
 * not depend on each other. sieve.c says how it works. */
#ifndef EXAMPLES_PRIMES_SIEVE_H
#define EXAMPLES_PRIMES_SIEVE_H

#include <bitmill.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The sum of the primes up to this number is 18446744057541225032. The next prime, which is one
 * more than this, would take the sum past 2^64 - 1. */
#define SIEVE_MOST UINT64_C(29505444490)

enum {
    SIEVE_CLASSES = 8,         /* of numbers, by their remainder modulo 30 */
    SIEVE_BITS = 1 << 18,      /* of one class in one segment: 32 KiB, which is an L1 cache */
    SIEVE_ROOT = 171771,       /* the whole part of the square root of SIEVE_MOST */
    SIEVE_MOST_PRIMES = 15763, /* from 59 to SIEVE_ROOT; those up to 53 are in patterns */
    SIEVE_PATTERNS = 4,
    SIEVE_BLOCK_BITS = 14, /* the sum is worked out in blocks of 2^14 bits */
    SIEVE_BLOCK = 1 << SIEVE_BLOCK_BITS,
};

/* The number of class 0 to 7 that bit 0 stands for; bit k stands for 30 k more. */
extern const unsigned sieve_residue[SIEVE_CLASSES];

/* The multiples of a number: `step` bits apart in each class, the first one at bit first[class]. */
struct sieve_steps {
    uint32_t step, first[SIEVE_CLASSES];
};

/* Bits that are 0 at the multiples of a few small primes. They repeat after steps.step bits. */
struct sieve_pattern {
    struct sieve_steps steps;
    unsigned char *bits;
};

/* What all segments share, and nobody changes. */
struct sieve {
    uint64_t up_to;
    size_t segments;
    size_t nprimes;
    struct sieve_steps *primes; /* those that are crossed off one by one */
    struct sieve_pattern patterns[SIEVE_PATTERNS];
    unsigned char stripes[SIEVE_BLOCK_BITS][SIEVE_BLOCK / 8];
};

/* The memory that one thread needs for a segment: fits on its stack. */
struct sieve_work {
    _Alignas(64) unsigned char bits[SIEVE_BITS / 8];
    unsigned char pattern[SIEVE_BITS / 8];
    uint64_t first; /* bit 0 of the segment is bit `first` of its class */
    size_t nprimes; /* that have multiples to cross off */
    uint32_t rest[SIEVE_MOST_PRIMES];
};

struct sieve_sum {
    uint64_t count, sum;
};

/* Makes ready for all primes up to `up_to`, at most SIEVE_MOST. False if there is no memory. */
bool sieve_open(struct sieve *sieve, uint64_t up_to);
void sieve_close(struct sieve *sieve);

/* Number and sum of the primes in a segment, 0 to sieve->segments - 1. */
struct sieve_sum sieve_segment(const struct sieve *sieve, size_t segment);

/* The same bit by bit. After sieve_begin(), each call of sieve_class() leaves in work->bits which
 * numbers of the class are primes; the result is the number of bits, at most SIEVE_BITS. The primes
 * 2, 3 and 5 are in no class: sieve_first_three() has their number and sum. */
void sieve_begin(const struct sieve *sieve, struct sieve_work *work, size_t segment);
size_t sieve_class(const struct sieve *sieve, struct sieve_work *work, unsigned class);
struct sieve_sum sieve_first_three(uint64_t up_to);

#endif
