/* select.c: select, against words counted one by one. See struct work. */
#include "bench.h"

#include <bitmill.h>

static size_t ours_select(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_select(m->a, 8 * nbytes, 4 * nbytes - 1);
}

static size_t plain_select(const struct buffers *m, size_t nbytes)
{
    const uint64_t *a = (const void *)m->a;
    size_t k = 4 * nbytes - 1, i = 0;
    uint64_t word;
    for (; i < nbytes / 8; i++) {
        size_t ones = (size_t)__builtin_popcountll(a[i]);
        if (k < ones)
            break;
        k -= ones;
    }
    if (i == nbytes / 8)
        return 8 * nbytes;
    for (word = a[i]; k > 0; k--)
        word &= word - 1;
    return 64 * i + (size_t)__builtin_ctzll(word);
}

/* 0x55 has half of the bits, so that the wanted 1 bit is the last. */
const struct work works_select[] = {
    {"select", {0x55, 0x55}, 1, ours_select, plain_select},
    {NULL, {0, 0}, 0, NULL, NULL},
};
