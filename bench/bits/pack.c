/* pack.c: bytes to bits and back, against plain loops: eight bytes make one. See
 * struct work. */
#include "bench.h"

#include <bitmill.h>

static size_t ours_pack(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_pack(m->dst, m->a, nbytes), 0;
}
static size_t plain_pack(const struct buffers *m, size_t nbytes)
{
    unsigned char *dst = m->dst;
    const unsigned char *a = m->a;
    for (size_t i = 0; i < nbytes / 8; i++) {
        unsigned byte = 0;
        for (size_t k = 0; k < 8; k++)
            byte |= (unsigned)(a[8 * i + k] != 0) << k;
        dst[i] = (unsigned char)byte;
    }
    return 0;
}

static size_t ours_pack_msb(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_pack_msb(m->dst, m->a, nbytes), 0;
}
static size_t plain_pack_msb(const struct buffers *m, size_t nbytes)
{
    unsigned char *dst = m->dst;
    const unsigned char *a = m->a;
    for (size_t i = 0; i < nbytes / 8; i++) {
        unsigned byte = 0;
        for (size_t k = 0; k < 8; k++)
            byte |= (unsigned)(a[8 * i + k] != 0) << (7 - k);
        dst[i] = (unsigned char)byte;
    }
    return 0;
}

static size_t ours_unpack(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_unpack(m->dst, m->a, nbytes), 0;
}
static size_t plain_unpack(const struct buffers *m, size_t nbytes)
{
    unsigned char *dst = m->dst;
    const unsigned char *a = m->a;
    for (size_t i = 0; i < nbytes; i++)
        dst[i] = a[i / 8] >> i % 8 & 1;
    return 0;
}

static size_t ours_unpack_msb(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_unpack_msb(m->dst, m->a, nbytes), 0;
}
static size_t plain_unpack_msb(const struct buffers *m, size_t nbytes)
{
    unsigned char *dst = m->dst;
    const unsigned char *a = m->a;
    for (size_t i = 0; i < nbytes; i++)
        dst[i] = a[i / 8] >> (7 - i % 8) & 1;
    return 0;
}

static size_t ours_reverse(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_reverse_in_bytes(m->dst, m->a, nbytes), 0;
}
static size_t plain_reverse(const struct buffers *m, size_t nbytes)
{
    unsigned char *dst = m->dst;
    const unsigned char *a = m->a;
    for (size_t i = 0; i < nbytes; i++) {
        unsigned x = a[i];
        x = x >> 4 | x << 4;
        x = (x >> 2 & 0x33) | (x & 0x33) << 2;
        dst[i] = (unsigned char)((x >> 1 & 0x55) | (x & 0x55) << 1);
    }
    return 0;
}

#define ROW(name) #name, {RANDOM, RANDOM }, 1, ours_##name, plain_##name
const struct work works_pack[] = {
    {ROW(pack)},
    {ROW(pack_msb)},
    {ROW(unpack)},
    {ROW(unpack_msb)},
    {"reverse_in_bytes", {RANDOM, RANDOM}, 1, ours_reverse, plain_reverse},
    {NULL, {0, 0}, 0, NULL, NULL},
};
