/* pext.c: the bits that a mask selects, against loops over bits. See struct work. */
#include "bench.h"

#include <bitmill.h>
#include <string.h>

/* The mask is b: half of its bits are 1. */
static size_t ours_pext(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_pext(m->dst, m->a, m->b, 8 * nbytes);
}
static size_t plain_pext(const struct buffers *m, size_t nbytes)
{
    size_t k = 0;
    for (size_t i = 0; i < 8 * nbytes; i++)
        if (m->b[i / 8] >> i % 8 & 1) {
            unsigned bit = m->a[i / 8] >> i % 8 & 1;
            m->dst[k / 8] = (unsigned char)((m->dst[k / 8] & ~(1u << k % 8)) | bit << k % 8);
            k++;
        }
    return k;
}

static size_t ours_pdep(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_pdep(m->dst, m->a, m->b, 8 * nbytes);
}
static size_t plain_pdep(const struct buffers *m, size_t nbytes)
{
    size_t k = 0;
    memset(m->dst, 0, nbytes);
    for (size_t i = 0; i < 8 * nbytes; i++)
        if (m->b[i / 8] >> i % 8 & 1) {
            unsigned bit = m->a[k / 8] >> k % 8 & 1;
            m->dst[i / 8] = (unsigned char)(m->dst[i / 8] | bit << i % 8);
            k++;
        }
    return k;
}

const struct work works_pext[] = {
    {"pext", {RANDOM, RANDOM}, 2, ours_pext, plain_pext},
    {"pdep", {RANDOM, RANDOM}, 2, ours_pdep, plain_pdep},
    {NULL, {0, 0}, 0, NULL, NULL},
};
