/* splitmix64.h: the random number generator: see bitmill/bits/random.h. */
#ifndef BMILL_KERNELS_SPLITMIX64_H
#define BMILL_KERNELS_SPLITMIX64_H

#include <stdint.h>

/* From one output to the next, the state grows by this. */
#define BMILL_SPLITMIX64_STEP UINT64_C(0x9e3779b97f4a7c15)

/* The factors of the two products. */
#define BMILL_SPLITMIX64_FIRST  UINT64_C(0xbf58476d1ce4e5b9)
#define BMILL_SPLITMIX64_SECOND UINT64_C(0x94d049bb133111eb)

/* The output that belongs to a state. */
static inline uint64_t bmill_splitmix64_mix(uint64_t z)
{
    z = (z ^ z >> 30) * BMILL_SPLITMIX64_FIRST;
    z = (z ^ z >> 27) * BMILL_SPLITMIX64_SECOND;
    return z ^ z >> 31;
}

/* The state of output n. */
static inline uint64_t bmill_splitmix64_state(uint64_t seed, uint64_t n)
{
    return seed + (n + 1) * BMILL_SPLITMIX64_STEP;
}

static inline uint64_t bmill_splitmix64(uint64_t seed, uint64_t n)
{
    return bmill_splitmix64_mix(bmill_splitmix64_state(seed, n));
}

#endif
