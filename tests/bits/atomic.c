/* atomic.c: bits/atomic.h: one bit, by one thread and by many. */
#include "config.h"
#include "harness/runner.h"
#include <bitmill/bits.h>
#include <bitmill/bits/atomic.h>
#include <string.h>
#ifdef HAVE_PTHREAD_H
#include <pthread.h>
#endif

/* Each does to one bit what its twin without threads does, and returns the same. */
START_TEST(each_is_its_twin)
{
    for (unsigned old = 0; old < 256; old++)
        for (size_t i = 0; i < 24; i++) {
            unsigned char start[3] = {(unsigned char)old, (unsigned char)~old, 0x5a}, a[3], b[3];
#define SAME(...)                         \
    do {                                  \
        ck_assert(__VA_ARGS__);           \
        ck_assert_mem_eq(a, b, sizeof a); \
        memcpy(a, start, sizeof a);       \
        memcpy(b, start, sizeof b);       \
    } while (0)
            memcpy(a, start, sizeof a);
            memcpy(b, start, sizeof b);
            SAME(bmill_bits_atomic_is_set(a, i) == bmill_bits_is_set(b, i));
            SAME((bmill_bits_atomic_set(a, i), bmill_bits_set(b, i), true));
            SAME((bmill_bits_atomic_clear(a, i), bmill_bits_clear(b, i), true));
            SAME((bmill_bits_atomic_flip(a, i), bmill_bits_flip(b, i), true));
            SAME((bmill_bits_atomic_modify(a, i, 0), bmill_bits_modify(b, i, 0), true));
            SAME((bmill_bits_atomic_modify(a, i, 1), bmill_bits_modify(b, i, 1), true));
            SAME(bmill_bits_atomic_test_and_set(a, i) == bmill_bits_test_and_set(b, i));
            SAME(bmill_bits_atomic_test_and_clear(a, i) == bmill_bits_test_and_clear(b, i));
            SAME(bmill_bits_atomic_test_and_flip(a, i) == bmill_bits_test_and_flip(b, i));
        }
}
END_TEST

#ifdef HAVE_PTHREAD_H
enum { THREADS = 4, BITS = 1 << 16, ROUNDS = 20, SETS = 300000 };
static unsigned char claimed[BITS / 8], flipped[BITS / 8];
static unsigned char crowd[2]; /* bits of all threads in each byte */
static size_t lost[THREADS];
static size_t wins[THREADS];

/* Each sets and clears bits of its own, which are in the same bytes. All want each bit of
 * `claimed`, in the same order, so that they meet. */
static void *work(void *thread_)
{
    size_t thread = *(size_t *)thread_;
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < BITS; i++)
            bmill_bits_atomic_flip(flipped, i);
    for (size_t k = 0; k < SETS; k++) {
        size_t i = k * THREADS % (8 * sizeof crowd) + thread;
        bmill_bits_atomic_set(crowd, i);
        lost[thread] += !bmill_bits_atomic_is_set(crowd, i);
        bmill_bits_atomic_clear(crowd, i);
        lost[thread] += bmill_bits_atomic_is_set(crowd, i);
    }
    for (size_t i = 0; i < BITS; i++)
        wins[thread] += !bmill_bits_atomic_test_and_set(claimed, i);
    return NULL;
}

/* A change that is lost leaves a bit flipped, or claimed twice. */
START_TEST(no_change_is_lost)
{
    pthread_t threads[THREADS];
    size_t numbers[THREADS], sum = 0;
    for (size_t t = 0; t < THREADS; t++) {
        numbers[t] = t;
        ck_assert(pthread_create(&threads[t], NULL, work, &numbers[t]) == 0);
    }
    for (size_t t = 0; t < THREADS; t++) {
        pthread_join(threads[t], NULL);
        sum += wins[t];
    }
    ck_assert_uint_eq(sum, BITS);
    for (size_t t = 0; t < THREADS; t++)
        ck_assert_uint_eq(lost[t], 0);
    for (size_t i = 0; i < BITS; i++)
        ck_assert(bmill_bits_is_set(claimed, i) && !bmill_bits_is_set(flipped, i));
}
END_TEST
#endif

int main(void)
{
    Suite *suite = suite_create("atomic");
    TCase *tcase = add_case(suite, "atomic");
    tcase_add_test(tcase, each_is_its_twin);
#ifdef HAVE_PTHREAD_H
    if (has_processors("no_change_is_lost", 2)) /* with one, threads only take turns */
        tcase_add_test(tcase, no_change_is_lost);
#else
    report_skipped("no_change_is_lost", "needs threads, which this system does not have");
#endif
    return run_suite(suite);
}
