/* iterate.c: the loops of bitmill/bits/iterate.h, against loops over words. See struct work.
 */
#include "bench.h"

#include <bitmill.h>

/* The work for each position: little, but the compiler cannot leave it out. */
static inline size_t use(size_t sum, size_t i) { return sum + (i ^ i >> 3); }

static size_t ours_set(const struct buffers *m, size_t nbytes)
{
    size_t sum = 0;
    BMILL_FOR_EACH_SET (i, m->a, 8 * nbytes)
        sum = use(sum, i);
    return sum;
}

static size_t plain_set(const struct buffers *m, size_t nbytes)
{
    const uint64_t *a = (const void *)m->a;
    size_t sum = 0;
    for (size_t k = 0; k < nbytes / 8; k++)
        for (uint64_t word = a[k]; word; word &= word - 1)
            sum = use(sum, 64 * k + (size_t)__builtin_ctzll(word));
    return sum;
}

static size_t ours_runs(const struct buffers *m, size_t nbytes)
{
    size_t sum = 0;
    BMILL_FOR_EACH_SET_RUN (run, m->a, 8 * nbytes)
        sum = use(sum, run.first * 2 + run.count);
    return sum;
}

static size_t plain_runs(const struct buffers *m, size_t nbytes)
{
    const uint64_t *a = (const void *)m->a;
    size_t sum = 0, first = 0, count = 0;
    for (size_t k = 0; k < nbytes / 8; k++)
        for (uint64_t word = a[k]; word; word &= word - 1) {
            size_t i = 64 * k + (size_t)__builtin_ctzll(word);
            if (count && i == first + count) {
                count++;
                continue;
            }
            if (count)
                sum = use(sum, first * 2 + count);
            first = i;
            count = 1;
        }
    return count ? use(sum, first * 2 + count) : sum;
}

/* _2, _10, ...: one bit in 2, 10, ... is 1; _full: all. _new: see works_new. */
const struct work works_iterate[] = {
    {"for_each_2", {RANDOM, 0}, 1, ours_set, plain_set},
    {"for_each_10", {-10, 0}, 1, ours_set, plain_set},
    {"for_each_100", {-100, 0}, 1, ours_set, plain_set},
    {"for_each_1000", {-1000, 0}, 1, ours_set, plain_set},
    {"for_each_empty", {0, 0}, 1, ours_set, plain_set},
    {"for_each_run_2", {RANDOM, 0}, 1, ours_runs, plain_runs},
    {"for_each_run_10", {-10, 0}, 1, ours_runs, plain_runs},
    {"for_each_run_full", {0xff, 0}, 1, ours_runs, plain_runs},
    {NULL, {0, 0}, 0, NULL, NULL},
};
const struct work works_iterate_new[] = {
    {"for_each_10_new", {-10, 0}, 1, ours_set, plain_set},
    {"for_each_100_new", {-100, 0}, 1, ours_set, plain_set},
    {"for_each_run_10_new", {-10, 0}, 1, ours_runs, plain_runs},
    {NULL, {0, 0}, 0, NULL, NULL},
};
