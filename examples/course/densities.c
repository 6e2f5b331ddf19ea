/* densities.c: which way to visit the 1 bits of a bitmap, and when a bitmap is the wrong thing: the
 * times on your machine for sets of different density. Chapter 5 of docs/course reads them.
 *
 * The first table has the time to add up all positions that are 1 among 1,000,000, for one of them:
 * by a test of every bit, by a call of find_next_set for each, by BMILL_FOR_EACH_SET, by decode
 * into batches of 256, and by runs. The second has the time to count what two sets have in common,
 * as two bitmaps and as two sorted lists of 32-bit numbers, with the memory that one set takes.
 *
 *   cc -O2 densities.c -o densities $(pkg-config --cflags --libs bitmill)
 *
 * Cost: a second or two. All ways of a row must give the same sum, or the program fails.
 */
#define _POSIX_C_SOURCE 200809L
#include <bitmill.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { NBITS = 1000000, NBYTES = (NBITS + 7) / 8, BATCH = 256 };

static unsigned char set[NBYTES], other[NBYTES];
static uint32_t list[NBITS], other_list[NBITS];
static size_t length, other_length; /* of the lists */

/* ---- The sum of all positions that are 1 in `set`, in five ways ---- */

static uint64_t by_testing(void)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < NBITS; i++)
        if (bmill_bits_is_set(set, i))
            sum += i;
    return sum;
}

static uint64_t by_finding(void)
{
    uint64_t sum = 0;
    for (size_t i = bmill_bits_find_first_set(set, NBITS); i < NBITS;
         i = bmill_bits_find_next_set(set, NBITS, i + 1))
        sum += i;
    return sum;
}

static uint64_t by_iterating(void)
{
    uint64_t sum = 0;
    BMILL_FOR_EACH_SET (i, set, NBITS)
        sum += i;
    return sum;
}

static uint64_t by_decoding(void)
{
    uint32_t batch[BATCH];
    uint64_t sum = 0;
    size_t n, from = 0;
    while ((n = bmill_bits_decode_u32(batch, set, NBITS, BATCH, &from, 0)) > 0)
        for (size_t k = 0; k < n; k++)
            sum += batch[k];
    return sum;
}

static uint64_t by_runs(void)
{
    uint64_t sum = 0;
    BMILL_FOR_EACH_SET_RUN (run, set, NBITS) /* first + (first + 1) + ..., count of them */
        sum += run.count * run.first + run.count * (run.count - 1) / 2;
    return sum;
}

/* ---- The number of positions in both sets ---- */

static uint64_t common_of_bitmaps(void) { return bmill_bits_and_count(set, other, NBITS); }

/* Without a branch that depends on the numbers: a processor cannot guess such. */
static uint64_t common_of_lists(void)
{
    uint64_t common = 0;
    for (size_t i = 0, j = 0; i < length && j < other_length;) {
        uint32_t x = list[i], y = other_list[j];
        common += x == y;
        i += x <= y;
        j += y <= x;
    }
    return common;
}

/* ---- Time ---- */

static double now(void) /* in nanoseconds */
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

/* The least time of a call, in ns, among those of 15 ms, at least 3. The result must be `expected`.
 */
static double time_of(uint64_t (*chosen)(void), uint64_t expected, const char *what)
{
    uint64_t (*volatile f)(void) = chosen; /* a call that the compiler cannot drop */
    double best = 1e300, end = now() + 15e6;
    for (int trial = 0; trial < 3 || now() < end; trial++) {
        double begin = now(), took;
        uint64_t result = f();
        took = now() - begin;
        if (result != expected) {
            fprintf(stderr, "densities: %s: result %llu, expected %llu\n", what,
                    (unsigned long long)result, (unsigned long long)expected);
            exit(1);
        }
        best = took < best ? took : best;
    }
    return best;
}

/* A random set: each bit is 1 with probability k / 2^20. */
static void draw(unsigned char *bits, uint64_t k, uint64_t seed)
{
    bmill_bits_random(bits, NBITS, k, 20, seed);
}

static void print_visits(const char *name)
{
    static const struct {
        const char *name;
        uint64_t (*sum)(void);
    } ways[] = {{"testing", by_testing},
                {"finding", by_finding},
                {"iterating", by_iterating},
                {"decoding", by_decoding},
                {"by runs", by_runs}};
    uint64_t expected = by_testing();
    double ones = (double)bmill_bits_count(set, NBITS);
    printf("%-15s", name);
    for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++)
        printf("%11.2f", time_of(ways[k].sum, expected, ways[k].name) / ones);
    printf("\n");
}

static size_t to_list(uint32_t *dst, const unsigned char *bits)
{
    size_t from = 0;
    return bmill_bits_decode_u32(dst, bits, NBITS, NBITS, &from, 0);
}

static void print_common(const char *name)
{
    uint64_t expected = common_of_bitmaps();
    double bitmaps, lists;
    length = to_list(list, set);
    other_length = to_list(other_list, other);
    bitmaps = time_of(common_of_bitmaps, expected, "bitmaps");
    lists = time_of(common_of_lists, expected, "lists");
    printf("%-15s%11.2f%11.2f%14d%14zu\n", name, bitmaps / 1000, lists / 1000, (int)NBYTES,
           length * sizeof list[0]);
}

int main(void)
{
    static const struct {
        const char *name;
        uint64_t k; /* of 2^20 */
    } densities[] = {{"1 in 2", 524288},
                     {"1 in 10", 104858},
                     {"1 in 100", 10486},
                     {"1 in 1,000", 1049},
                     {"1 in 10,000", 105}};
    enum { DENSITIES = sizeof densities / sizeof densities[0] };

    printf("ns for each 1 bit%9s%11s%11s%11s%11s\n", "testing", "finding", "iterating", "decoding",
           "by runs");
    for (int d = 0; d < DENSITIES; d++) {
        draw(set, densities[d].k, 1);
        print_visits(densities[d].name);
    }
    memset(set, 0, sizeof set);
    for (size_t i = 0; i + 100 <= NBITS; i += 200)
        bmill_bits_set_range(set, i, 100);
    print_visits("runs of 100");

    printf("\nus for a count of what two sets have in common, bytes of one set\n");
    printf("%-15s%11s%11s%14s%14s\n", "", "bitmaps", "lists", "bitmap bytes", "list bytes");
    for (int d = 0; d < DENSITIES; d++) {
        draw(set, densities[d].k, 1);
        draw(other, densities[d].k, 2);
        print_common(densities[d].name);
    }
    return 0;
}
