/* many.c: functions of 8 and of 32 bitmaps, against loops of words. nbytes is the size of all of
 * them together: at 512 bytes, each of 8 has 64. See struct work. */
#include "bench.h"

#include <bitmill.h>
#include <bitmill/bits/many.h>

enum { MOST = 32 };

/* Cuts a into nmaps pieces. Result: the bytes of each, which may leave some of a at its end. */
static size_t cut(const void *maps[MOST], const struct buffers *m, size_t nmaps, size_t nbytes)
{
    size_t n = nbytes / nmaps;
    for (size_t k = 0; k < nmaps; k++)
        maps[k] = m->a + k * n;
    return n;
}

#define OURS(name, nmaps, call)                                       \
    static size_t ours_##name(const struct buffers *m, size_t nbytes) \
    {                                                                 \
        const void *maps[MOST];                                       \
        size_t n = 8 * cut(maps, m, nmaps, nbytes);                   \
        return call, 0;                                               \
    }
OURS(and_of_8, 8, bmill_bits_and_many(m->dst, maps, 8, n))
OURS(xor_of_32, 32, bmill_bits_xor_many(m->dst, maps, 32, n))
OURS(at_least_4_of_8, 8, bmill_bits_at_least(m->dst, maps, 8, n, 4))
OURS(exactly_4_of_8, 8, bmill_bits_exactly(m->dst, maps, 8, n, 4))
OURS(at_least_10_of_32, 32, bmill_bits_at_least(m->dst, maps, 32, n, 10))

/* The word at byte i of a map, or the bytes of it that the map has. */
static uint64_t word(const void *map, size_t i, size_t n)
{
    return bmill_load_le((const unsigned char *)map + i, n - i < 8 ? n - i : 8);
}
static void put_word(const struct buffers *m, size_t i, size_t n, uint64_t x)
{
    bmill_store_le(m->dst + i, n - i < 8 ? n - i : 8, x);
}

static size_t plain_and_of_8(const struct buffers *m, size_t nbytes)
{
    const void *maps[MOST];
    size_t n = cut(maps, m, 8, nbytes);
    for (size_t i = 0; i < n; i += 8) {
        uint64_t x = word(maps[0], i, n);
        for (size_t k = 1; k < 8; k++)
            x &= word(maps[k], i, n);
        put_word(m, i, n, x);
    }
    return 0;
}

static size_t plain_xor_of_32(const struct buffers *m, size_t nbytes)
{
    const void *maps[MOST];
    size_t n = cut(maps, m, 32, nbytes);
    for (size_t i = 0; i < n; i += 8) {
        uint64_t x = 0;
        for (size_t k = 0; k < 32; k++)
            x ^= word(maps[k], i, n);
        put_word(m, i, n, x);
    }
    return 0;
}

/* A counter for each bit: bit p of all of them is planes[p]. */
static inline void count_up(uint64_t *planes, size_t nplanes, uint64_t x)
{
    for (size_t p = 0; p < nplanes; p++) {
        uint64_t carry = planes[p] & x;
        planes[p] ^= x;
        x = carry;
    }
}

static size_t plain_at_least_4_of_8(const struct buffers *m, size_t nbytes)
{
    const void *maps[MOST];
    size_t n = cut(maps, m, 8, nbytes);
    for (size_t i = 0; i < n; i += 8) {
        uint64_t planes[4] = {0};
        for (size_t k = 0; k < 8; k++)
            count_up(planes, 4, word(maps[k], i, n));
        put_word(m, i, n, planes[3] | planes[2]);
    }
    return 0;
}

static size_t plain_exactly_4_of_8(const struct buffers *m, size_t nbytes)
{
    const void *maps[MOST];
    size_t n = cut(maps, m, 8, nbytes);
    for (size_t i = 0; i < n; i += 8) {
        uint64_t planes[4] = {0};
        for (size_t k = 0; k < 8; k++)
            count_up(planes, 4, word(maps[k], i, n));
        put_word(m, i, n, ~planes[3] & planes[2] & ~planes[1] & ~planes[0]);
    }
    return 0;
}

/* 10 and more: 16 or 32, or 8 and one of 4 and 2. */
static size_t plain_at_least_10_of_32(const struct buffers *m, size_t nbytes)
{
    const void *maps[MOST];
    size_t n = cut(maps, m, 32, nbytes);
    for (size_t i = 0; i < n; i += 8) {
        uint64_t planes[6] = {0};
        for (size_t k = 0; k < 32; k++)
            count_up(planes, 6, word(maps[k], i, n));
        put_word(m, i, n, planes[5] | planes[4] | (planes[3] & (planes[2] | planes[1])));
    }
    return 0;
}

#define ROW(name) #name, {RANDOM, RANDOM }, 1, ours_##name, plain_##name
const struct work works_many[] = {
    {ROW(and_of_8)},       {ROW(xor_of_32)},         {ROW(at_least_4_of_8)},
    {ROW(exactly_4_of_8)}, {ROW(at_least_10_of_32)}, {NULL, {0, 0}, 0, NULL, NULL},
};
