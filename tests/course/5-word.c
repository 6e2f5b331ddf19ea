/* 5-word.c: a solution of the exercises of docs/course/exercises/5-word.c. */
#include <stdint.h>

static unsigned ones(uint64_t x)
{
    unsigned n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

unsigned rank_u64(uint64_t x, unsigned i)
{
    return ones(i >= 64 ? x : x & (((uint64_t)1 << i) - 1));
}

unsigned select_u64(uint64_t x, unsigned k)
{
    while (x && k--)
        x &= x - 1;                     /* without its lowest 1 bit */
    return x ? ones((x & -x) - 1) : 64; /* the number of places below the lowest 1 bit */
}
