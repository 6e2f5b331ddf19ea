/* draw.h: random numbers, the same from a seed on every machine. They are those of
 * <bitmill/bits/random.h>: splitmix64 (S. Vigna, public domain). */
#ifndef WEBLOG_DRAW_H
#define WEBLOG_DRAW_H

#include <stdint.h>

static inline uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* 0 to n - 1. */
static inline unsigned draw_below(uint64_t *state, unsigned n)
{
    return (unsigned)((draw(state) >> 32) * n >> 32);
}

#endif
