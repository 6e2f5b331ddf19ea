/* splitmix64.h: the random number generator: see bitmill/bits/random.h. */
#ifndef BMILL_KERNELS_SPLITMIX64_H
#define BMILL_KERNELS_SPLITMIX64_H

#include <stdint.h>

/* From one output to the next, the state grows by this. */
#define BMILL_SPLITMIX64_STEP UINT64_C(0x9e3779b97f4a7c15)

/* The output that belongs to a state. */
static inline uint64_t bmill_splitmix64_mix(uint64_t z)
{
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
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
