/* search.c: patterns, against a window that is shifted bit by bit. */
#include "bench.h"

#include <bitmill.h>
#include <bitmill/bits/search.h>

/* 40 zeros, which random bits hardly contain. */
static const unsigned char absent[5] = {0};

static size_t plain_search(const struct buffers *m, size_t nbytes, uint64_t pattern,
                           unsigned length, bool counting)
{
    uint64_t window = 0, mask = ~UINT64_C(0) >> (64 - length);
    size_t count = 0;
    for (size_t i = 0; i < 8 * nbytes; i++) {
        window = window >> 1 | (uint64_t)(m->a[i / 8] >> i % 8 & 1) << (length - 1);
        if (i + 1 >= length && (window & mask) == pattern) {
            if (!counting)
                return i + 1 - length;
            count++;
        }
    }
    return counting ? count : 8 * nbytes;
}

static size_t ours_find_40(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_find_first_pattern(m->a, absent, 8 * nbytes, 40);
}
static size_t plain_find_40(const struct buffers *m, size_t nbytes)
{
    return plain_search(m, nbytes, 0, 40, false);
}

static size_t ours_count_8(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_count_pattern(m->a, "\x7e", 8 * nbytes, 8);
}
static size_t plain_count_8(const struct buffers *m, size_t nbytes)
{
    return plain_search(m, nbytes, 0x7e, 8, true);
}

static size_t ours_count_24(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_count_pattern(m->a, "\x12\x34\x56", 8 * nbytes, 24);
}
static size_t plain_count_24(const struct buffers *m, size_t nbytes)
{
    return plain_search(m, nbytes, 0x563412, 24, true);
}

const struct work works_search[] = {
    {"find_40_bits", {RANDOM, RANDOM}, 1, ours_find_40, plain_find_40},
    {"count_8_bits", {RANDOM, RANDOM}, 1, ours_count_8, plain_count_8},
    {"count_24_bits", {RANDOM, RANDOM}, 1, ours_count_24, plain_count_24},
    {NULL, {0, 0}, 0, NULL, NULL},
};
