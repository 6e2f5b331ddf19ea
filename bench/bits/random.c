/* random.c: random bits, against a loop that makes a word at a time. */
#include "bench.h"

#include <bitmill.h>
#include <bitmill/bits/random.h>

static uint64_t output(uint64_t n)
{
    uint64_t z = 42 + (n + 1) * UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static size_t ours_half(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_random(m->dst, 8 * nbytes, 1, 1, 42), (size_t)0;
}

static size_t plain_half(const struct buffers *m, size_t nbytes)
{
    uint64_t *words = (void *)m->dst;
    for (size_t j = 0; j < nbytes / 8; j++)
        words[j] = output(64 * j);
    return 0;
}

static size_t ours_77(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_random(m->dst, 8 * nbytes, 77, 8, 42), (size_t)0;
}

/* By planes, as in the library, because the results must agree. */
static size_t plain_77(const struct buffers *m, size_t nbytes)
{
    uint64_t *words = (void *)m->dst;
    for (size_t j = 0; j < nbytes / 8; j++) {
        uint64_t x = output(64 * j);
        for (unsigned p = 1; p < 8; p++)
            x = 77 >> p & 1 ? x | output(64 * j + p) : x & output(64 * j + p);
        words[j] = x;
    }
    return 0;
}

const struct work works_random[] = {
    {"random_half", {RANDOM, RANDOM}, 1, ours_half, plain_half},
    {"random_77_of_256", {RANDOM, RANDOM}, 1, ours_77, plain_77},
    {NULL, {0, 0}, 0, NULL, NULL},
};
