/* move.c: bits to other positions, against loops over words. See struct work. */
#include "bench.h"

#include <bitmill.h>
#include <string.h>

/* The distance, not a multiple of 8. Neither side knows it at compile time. */
static volatile unsigned more = 13, few = 3;

/* ---- Moves between two buffers ---- */

static size_t ours_copy(const struct buffers *m, size_t nbytes)
{
    unsigned by = more;
    bmill_bits_copy(m->dst, 0, m->a, by, 8 * nbytes - by);
    return 0;
}
static size_t plain_copy(const struct buffers *m, size_t nbytes)
{
    unsigned by = more;
    uint64_t *dst = (void *)m->dst;
    const uint64_t *a = (const void *)m->a;
    size_t n = nbytes / 8;
    for (size_t i = 0; i < n - 1; i++)
        dst[i] = a[i] >> by | a[i + 1] << (64 - by);
    dst[n - 1] = a[n - 1] >> by | dst[n - 1] >> (64 - by) << (64 - by);
    return 0;
}

static size_t ours_copy_up(const struct buffers *m, size_t nbytes)
{
    unsigned by = few;
    bmill_bits_copy(m->dst, 2 * by, m->a, by, 8 * nbytes - 2 * by);
    return 0;
}
static size_t plain_copy_up(const struct buffers *m, size_t nbytes)
{
    uint64_t *dst = (void *)m->dst;
    const uint64_t *a = (const void *)m->a;
    unsigned by = few;
    dst[0] = a[0] >> by << 2 * by | (dst[0] & ((1u << 2 * by) - 1));
    for (size_t i = 1; i < nbytes / 8; i++)
        dst[i] = a[i] << by | a[i - 1] >> (64 - by);
    return 0;
}

/* Whole bytes, and some bits at both ends. */
static size_t ours_copy_aligned(const struct buffers *m, size_t nbytes)
{
    bmill_bits_copy(m->dst, 3, m->a, 3, 8 * nbytes - 5);
    return 0;
}
static size_t plain_copy_aligned(const struct buffers *m, size_t nbytes)
{
    unsigned char first = (unsigned char)((m->dst[0] & 7) | (m->a[0] & ~7u));
    unsigned char last = (unsigned char)((m->dst[nbytes - 1] & 0xc0) | (m->a[nbytes - 1] & 0x3f));
    memcpy(m->dst, m->a, nbytes);
    m->dst[0] = first;
    m->dst[nbytes - 1] = last;
    return 0;
}

static size_t ours_shift_left(const struct buffers *m, size_t nbytes)
{
    bmill_bits_shift_left(m->dst, m->a, 8 * nbytes, more);
    return 0;
}
static size_t plain_shift_left(const struct buffers *m, size_t nbytes)
{
    unsigned by = more;
    uint64_t *dst = (void *)m->dst;
    const uint64_t *a = (const void *)m->a;
    for (size_t i = nbytes / 8; i-- > 1;)
        dst[i] = a[i] << by | a[i - 1] >> (64 - by);
    dst[0] = a[0] << by;
    return 0;
}

static size_t ours_shift_right(const struct buffers *m, size_t nbytes)
{
    bmill_bits_shift_right(m->dst, m->a, 8 * nbytes, more);
    return 0;
}
static size_t plain_shift_right(const struct buffers *m, size_t nbytes)
{
    unsigned by = more;
    uint64_t *dst = (void *)m->dst;
    const uint64_t *a = (const void *)m->a;
    size_t n = nbytes / 8;
    for (size_t i = 0; i < n - 1; i++)
        dst[i] = a[i] >> by | a[i + 1] << (64 - by);
    dst[n - 1] = a[n - 1] >> by;
    return 0;
}

static size_t ours_rotate_left(const struct buffers *m, size_t nbytes)
{
    bmill_bits_rotate_left(m->dst, m->a, 8 * nbytes, more);
    return 0;
}
static size_t plain_rotate_left(const struct buffers *m, size_t nbytes)
{
    unsigned by = more;
    const uint64_t *a = (const void *)m->a;
    plain_shift_left(m, nbytes);
    ((uint64_t *)(void *)m->dst)[0] |= a[nbytes / 8 - 1] >> (64 - by);
    return 0;
}

static size_t ours_reverse(const struct buffers *m, size_t nbytes)
{
    bmill_bits_reverse(m->dst, m->a, 8 * nbytes);
    return 0;
}
static uint64_t reversed(uint64_t x)
{
    x = (x >> 1 & 0x5555555555555555) | (x & 0x5555555555555555) << 1;
    x = (x >> 2 & 0x3333333333333333) | (x & 0x3333333333333333) << 2;
    x = (x >> 4 & 0x0f0f0f0f0f0f0f0f) | (x & 0x0f0f0f0f0f0f0f0f) << 4;
    return __builtin_bswap64(x);
}
static size_t plain_reverse(const struct buffers *m, size_t nbytes)
{
    uint64_t *dst = (void *)m->dst;
    const uint64_t *a = (const void *)m->a;
    for (size_t n = nbytes / 8, i = 0; i < n; i++)
        dst[n - 1 - i] = reversed(a[i]);
    return 0;
}

/* A length that is no multiple of 8. */
static size_t ours_reverse_odd(const struct buffers *m, size_t nbytes)
{
    bmill_bits_reverse(m->dst, m->a, 8 * nbytes - few);
    return 0;
}
static size_t plain_reverse_odd(const struct buffers *m, size_t nbytes)
{
    uint64_t *dst = (void *)m->dst, kept;
    const uint64_t *a = (const void *)m->a;
    size_t n = nbytes / 8;
    unsigned unused = few;
    kept = dst[n - 1] >> (64 - unused) << (64 - unused);
    for (size_t i = 1; i < n; i++)
        dst[n - 1 - i] = reversed(a[i] << unused | a[i - 1] >> (64 - unused));
    dst[n - 1] = reversed(a[0] << unused) | kept;
    return 0;
}

/* ---- Moves in place, on the contents of dst ---- */

static size_t ours_insert_range(const struct buffers *m, size_t nbytes)
{
    bmill_bits_insert_range(m->dst, 8 * nbytes, 3, more);
    return 0;
}
static size_t plain_insert_range(const struct buffers *m, size_t nbytes)
{
    unsigned by = more;
    uint64_t *dst = (void *)m->dst;
    for (size_t i = nbytes / 8; i-- > 1;)
        dst[i] = dst[i] << by | dst[i - 1] >> (64 - by);
    dst[0] = (dst[0] & 7) | dst[0] >> 3 << (3 + by);
    return 0;
}

static size_t ours_delete_range(const struct buffers *m, size_t nbytes)
{
    bmill_bits_delete_range(m->dst, 8 * nbytes, 3, more);
    return 0;
}
static size_t plain_delete_range(const struct buffers *m, size_t nbytes)
{
    unsigned by = more;
    uint64_t *dst = (void *)m->dst, kept = dst[0] & 7;
    size_t n = nbytes / 8;
    for (size_t i = 0; i < n - 1; i++)
        dst[i] = dst[i] >> by | dst[i + 1] << (64 - by);
    dst[n - 1] >>= by;
    dst[0] = (dst[0] & ~(uint64_t)7) | kept;
    return 0;
}

/* By a third, which no block holds. */
static size_t ours_rotate_in_place(const struct buffers *m, size_t nbytes)
{
    bmill_bits_rotate_left(m->dst, m->dst, 8 * nbytes, 8 * nbytes / 3);
    return 0;
}
static void reverse_words(uint64_t *p, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        uint64_t x = p[i];
        p[i] = p[n - 1 - i];
        p[n - 1 - i] = x;
    }
}
/* Rotates whole words by three reversals, and the rest as a shift. */
static size_t plain_rotate_in_place(const struct buffers *m, size_t nbytes)
{
    uint64_t *dst = (void *)m->dst, top;
    size_t n = nbytes / 8, words = 8 * nbytes / 3 / 64, bits = 8 * nbytes / 3 % 64;
    reverse_words(dst, n);
    reverse_words(dst, words);
    reverse_words(dst + words, n - words);
    if (bits == 0)
        return 0;
    top = dst[n - 1];
    for (size_t i = n; i-- > 1;)
        dst[i] = dst[i] << bits | dst[i - 1] >> (64 - bits);
    dst[0] = dst[0] << bits | top >> (64 - bits);
    return 0;
}

const struct work works_move[] = {
    {"copy", {RANDOM, RANDOM}, 1, ours_copy, plain_copy},
    {"copy_up", {RANDOM, RANDOM}, 1, ours_copy_up, plain_copy_up},
    {"copy_aligned", {RANDOM, RANDOM}, 1, ours_copy_aligned, plain_copy_aligned},
    {"shift_left", {RANDOM, RANDOM}, 1, ours_shift_left, plain_shift_left},
    {"shift_right", {RANDOM, RANDOM}, 1, ours_shift_right, plain_shift_right},
    {"rotate_left", {RANDOM, RANDOM}, 1, ours_rotate_left, plain_rotate_left},
    {"rotate_in_place", {RANDOM, RANDOM}, 1, ours_rotate_in_place, plain_rotate_in_place},
    {"reverse", {RANDOM, RANDOM}, 1, ours_reverse, plain_reverse},
    {"reverse_odd", {RANDOM, RANDOM}, 1, ours_reverse_odd, plain_reverse_odd},
    {"insert_range", {RANDOM, RANDOM}, 1, ours_insert_range, plain_insert_range},
    {"delete_range", {RANDOM, RANDOM}, 1, ours_delete_range, plain_delete_range},
    {NULL, {0, 0}, 0, NULL, NULL},
};
