/* interleave.c: two bitmaps into one and back, against loops over words. See struct work. */
#include "bench.h"

#include <bitmill.h>

static uint64_t spread(uint64_t x)
{
    x = (x | x << 16) & 0x0000ffff0000ffff;
    x = (x | x << 8) & 0x00ff00ff00ff00ff;
    x = (x | x << 4) & 0x0f0f0f0f0f0f0f0f;
    x = (x | x << 2) & 0x3333333333333333;
    return (x | x << 1) & 0x5555555555555555;
}
static uint64_t collected(uint64_t x)
{
    x &= 0x5555555555555555;
    x = (x | x >> 1) & 0x3333333333333333;
    x = (x | x >> 2) & 0x0f0f0f0f0f0f0f0f;
    x = (x | x >> 4) & 0x00ff00ff00ff00ff;
    x = (x | x >> 8) & 0x0000ffff0000ffff;
    return (x | x >> 16) & 0x00000000ffffffff;
}

static size_t ours_interleave(const struct buffers *m, size_t nbytes)
{
    bmill_bits_interleave(m->dst, m->a, m->b, 4 * nbytes);
    return 0;
}
static size_t plain_interleave(const struct buffers *m, size_t nbytes)
{
    uint64_t *dst = (void *)m->dst;
    const uint32_t *a = (const void *)m->a, *b = (const void *)m->b;
    for (size_t i = 0; i < nbytes / 8; i++)
        dst[i] = spread(a[i]) | spread(b[i]) << 1;
    return 0;
}

static size_t ours_deinterleave(const struct buffers *m, size_t nbytes)
{
    bmill_bits_deinterleave(m->dst, m->dst + nbytes / 2, m->a, 4 * nbytes);
    return 0;
}
static size_t plain_deinterleave(const struct buffers *m, size_t nbytes)
{
    uint32_t *even = (void *)m->dst, *odd = even + nbytes / 8;
    const uint64_t *a = (const void *)m->a;
    for (size_t i = 0; i < nbytes / 8; i++) {
        even[i] = (uint32_t)collected(a[i]);
        odd[i] = (uint32_t)collected(a[i] >> 1);
    }
    return 0;
}

const struct work works_interleave[] = {
    {"interleave", {RANDOM, RANDOM}, 1, ours_interleave, plain_interleave},
    {"deinterleave", {RANDOM, RANDOM}, 1, ours_deinterleave, plain_deinterleave},
    {NULL, {0, 0}, 0, NULL, NULL},
};
