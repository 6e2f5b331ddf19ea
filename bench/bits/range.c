/* range.c: ranges and runs. The ranges begin at bit 3, and end 5 bits before the end. */
#include "bench.h"

#include <bitmill.h>
#include <string.h>

enum { FIRST = 3, LESS = 8 };

static size_t ours_set_range(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_set_range(m->dst, FIRST, 8 * nbytes - LESS), (size_t)0;
}

/* The bits at the ends, and words between. */
static size_t plain_set_range(const struct buffers *m, size_t nbytes)
{
    uint64_t *words = (void *)m->dst;
    size_t last = nbytes / 8 - 1;
    uint64_t head = ~UINT64_C(0) << FIRST, tail = ~UINT64_C(0) >> (LESS - FIRST);
    if (last == 0) {
        words[0] |= head & tail;
        return 0;
    }
    words[0] |= head;
    for (size_t i = 1; i < last; i++)
        words[i] = ~UINT64_C(0);
    words[last] |= tail;
    return 0;
}

static size_t ours_flip_range(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_flip_range(m->dst, FIRST, 8 * nbytes - LESS), (size_t)0;
}

static size_t plain_flip_range(const struct buffers *m, size_t nbytes)
{
    uint64_t *words = (void *)m->dst;
    size_t last = nbytes / 8 - 1;
    uint64_t head = ~UINT64_C(0) << FIRST, tail = ~UINT64_C(0) >> (LESS - FIRST);
    if (last == 0) {
        words[0] ^= head & tail;
        return 0;
    }
    words[0] ^= head;
    for (size_t i = 1; i < last; i++)
        words[i] = ~words[i];
    words[last] ^= tail;
    return 0;
}

static size_t ours_count_range(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_count_range(m->a, FIRST, 8 * nbytes - LESS);
}

static size_t plain_count_range(const struct buffers *m, size_t nbytes)
{
    const uint64_t *words = (const void *)m->a;
    size_t last = nbytes / 8 - 1, count;
    uint64_t head = ~UINT64_C(0) << FIRST, tail = ~UINT64_C(0) >> (LESS - FIRST);
    if (last == 0)
        return (size_t)__builtin_popcountll(words[0] & head & tail);
    count = (size_t)__builtin_popcountll(words[0] & head);
    for (size_t i = 1; i < last; i++)
        count += (size_t)__builtin_popcountll(words[i]);
    return count + (size_t)__builtin_popcountll(words[last] & tail);
}

/* Runs that do not occur: one bit in ten is set. */
static size_t ours_run(const struct buffers *m, size_t nbytes, size_t length)
{
    return bmill_bits_find_first_clear_run(m->a, 8 * nbytes, length, 0);
}

static size_t plain_run(const struct buffers *m, size_t nbytes, size_t length)
{
    size_t run = 0;
    for (size_t i = 0; i < 8 * nbytes; i++) {
        run = m->a[i / 8] >> i % 8 & 1 ? 0 : run + 1;
        if (run == length)
            return i + 1 - length;
    }
    return 8 * nbytes;
}

static size_t ours_run_30(const struct buffers *m, size_t n) { return ours_run(m, n, 30); }
static size_t plain_run_30(const struct buffers *m, size_t n) { return plain_run(m, n, 30); }
static size_t ours_run_1000(const struct buffers *m, size_t n) { return ours_run(m, n, 1000); }
static size_t plain_run_1000(const struct buffers *m, size_t n) { return plain_run(m, n, 1000); }

static size_t ours_read(const struct buffers *m, size_t nbytes)
{
    uint64_t sum = 0;
    for (size_t i = 0; i + 13 <= 8 * nbytes; i += 13)
        sum += bmill_bits_read(m->a, i, 13);
    return (size_t)sum;
}

static size_t plain_read(const struct buffers *m, size_t nbytes)
{
    const uint64_t *words = (const void *)m->a;
    uint64_t sum = 0;
    for (size_t i = 0; i + 13 <= 8 * nbytes; i += 13) {
        uint64_t x = words[i / 64] >> i % 64;
        if (i % 64 > 64 - 13)
            x |= words[i / 64 + 1] << (64 - i % 64);
        sum += x & 0x1fff;
    }
    return (size_t)sum;
}

/* Each field says where the next begins, as in a compressed file, so each read waits for the one
 * before. */
static size_t ours_chained(const struct buffers *m, size_t nbytes)
{
    uint64_t sum = 0, x;
    for (size_t i = 0; i + 13 <= 8 * nbytes; i += 13 + x % 32) {
        x = bmill_bits_read(m->a, i, 13);
        sum += x;
    }
    return (size_t)sum;
}

static size_t plain_chained(const struct buffers *m, size_t nbytes)
{
    const uint64_t *words = (const void *)m->a;
    uint64_t sum = 0, x;
    for (size_t i = 0; i + 13 <= 8 * nbytes; i += 13 + x % 32) {
        x = words[i / 64] >> i % 64;
        if (i % 64 > 64 - 13)
            x |= words[i / 64 + 1] << (64 - i % 64);
        x &= 0x1fff;
        sum += x;
    }
    return (size_t)sum;
}

const struct work works_range[] = {
    {"set_range", {RANDOM, RANDOM}, 1, ours_set_range, plain_set_range},
    {"flip_range", {RANDOM, RANDOM}, 1, ours_flip_range, plain_flip_range},
    {"count_range", {RANDOM, RANDOM}, 1, ours_count_range, plain_count_range},
    {"find_run_of_30", {-4, -4}, 1, ours_run_30, plain_run_30},
    {"find_run_of_1000", {-10, -10}, 1, ours_run_1000, plain_run_1000},
    {"read_13_bits", {RANDOM, RANDOM}, 1, ours_read, plain_read},
    {"read_chained", {RANDOM, RANDOM}, 1, ours_chained, plain_chained},
    {NULL, {0, 0}, 0, NULL, NULL},
};
