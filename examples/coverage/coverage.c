/* coverage.c: which tests add coverage, and a small set of tests that covers as much as all of
 * them. Each test becomes a bitmap of the source lines that it runs. What a test adds to others is
 * then one call, bmill_bits_andnot_count(), and the rest of the program is about whom to ask next.
 *
 *   make_maps DIRECTORY                  a sample of maps, made by a rule (see make_maps.c)
 *   collect.sh DIRECTORY [PROGRAM...]    maps of bitmill's own tests, by gcov
 *   coverage MAP...                      a table of the tests, and an order of those to run
 *   coverage --files MAP...              the maps of the small set, for a script
 *
 * The smallest set is hard to find: that is the set cover problem, one of Karp's 21 NP-complete
 * ones (1972). The greedy way takes the test that adds most, again and again. It may take more
 * tests than needed, but at most H(d) = 1 + 1/2 + 1/3 + ... + 1/d times the smallest number, where
 * d is the number of lines of the largest test: V. Chvatal, A greedy heuristic for the set-covering
 * problem, Mathematics of Operations Research 4 (1979), 233-235. H(d) is at most 1 + ln d. No fast
 * way is much better in the worst case: (1 - e) ln n cannot be reached for any e > 0 if P is not NP
 * (I. Dinur and D. Steurer, 2014). In the sample the greedy way takes 6 tests where 4 would do.
 *
 * A test may become superfluous when tests that were taken later cover all of it; it is dropped.
 * Where 20 tests or fewer are left to choose from, the smallest set is found by trying all.
 *
 * A test that adds no line may still be worth its time: it can try other values on the same lines.
 * Coverage says what was never run, not what was tested.
 *
 *   cc -O2 -o coverage coverage.c maps.c $(pkg-config --cflags --libs bitmill)
 *
 * Cost: of T tests, K are taken in K + 1 rounds of T calls, each of which reads two bitmaps with
 * one bit for each line. For 21 tests of bitmill and 6,886 lines that is 336 calls and 4.5
 * microseconds; a loop over one byte for each line takes 56 times as long (gcc 12 -O3
 * -march=native, AVX-512). Reading the maps takes longer than both.
 *
 * Prints, for the sample:
 *   test                  lines     adds  only it
 *   ends_left                 5        5        2
 *   ends_middle               6        3        0
 *   ends_right                5        2        2
 *   grid_columns_01_08       16       16        0
 *   grid_columns_09_12        8        8        0
 *   grid_columns_13_14        4        4        0
 *   grid_lower               14        0        0
 *   grid_odd                 14        0        0
 *   grid_upper               14        0        0
 *   all                      38, of 40 lines with code
 *
 *   greedy order           adds  covered
 *   grid_columns_01_08       16       16
 *   grid_columns_09_12        8       24
 *   ends_middle               6       30
 *   grid_columns_13_14        4       34
 *   ends_left                 2       36
 *   ends_right                2       38
 *
 *   superfluous in the end: ends_middle
 *   5 of 9 tests cover all lines that these cover
 *   needed at least: 2, because greedy takes at most H(16) = 3.38 times as many
 *   needed at least: 2, the tests with a line that only they cover
 *   the smallest set has 4:
 *     ends_left
 *     ends_right
 *     grid_lower
 *     grid_upper
 */
#include "maps.h"
#include <bitmill.h>
#include <bitmill/bits/many.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TO_TRY = 20, EXIT_USAGE = 2 };

/* Tests by their numbers, in an order. */
struct choice {
    size_t *tests, n;
};

static void remove_at(struct choice *choice, size_t i)
{
    choice->n--;
    memmove(&choice->tests[i], &choice->tests[i + 1], (choice->n - i) * sizeof *choice->tests);
}

/* dst = the lines that these tests cover. `room` has room for as many pointers. */
static void cover(unsigned char *dst, const struct maps *maps, const struct choice *choice,
                  const void **room)
{
    for (size_t i = 0; i < choice->n; i++)
        room[i] = maps->covered[choice->tests[i]];
    bmill_bits_or_many(dst, room, choice->n, maps->nbits);
}

/* ---- The table ---- */

static int widest_name(const struct maps *maps)
{
    size_t widest = strlen("greedy order");
    for (size_t t = 0; t < maps->ntests; t++)
        if (strlen(maps->names[t]) > widest)
            widest = strlen(maps->names[t]);
    return (int)widest;
}

/* once = the lines that exactly one test covers. */
static void covered_once(unsigned char *once, const struct maps *maps)
{
    const void **all = allocate(maps->ntests * sizeof *all);
    for (size_t t = 0; t < maps->ntests; t++)
        all[t] = maps->covered[t];
    bmill_bits_exactly(once, all, maps->ntests, maps->nbits, 1);
    free(all);
}

/* Of each test the lines that it covers, those that no test above it covers, and those that no
 * other test covers. */
static void print_tests(const struct maps *maps)
{
    unsigned char *before = allocate(BMILL_BYTES(maps->nbits)),
                  *once = allocate(BMILL_BYTES(maps->nbits));
    int width = widest_name(maps);
    covered_once(once, maps);
    printf("%-*s %8s %8s %8s\n", width, "test", "lines", "adds", "only it");
    for (size_t t = 0; t < maps->ntests; t++) {
        const unsigned char *covered = maps->covered[t];
        printf("%-*s %8zu %8zu %8zu\n", width, maps->names[t],
               bmill_bits_count(covered, maps->nbits),
               bmill_bits_andnot_count(covered, before, maps->nbits),
               bmill_bits_and_count(covered, once, maps->nbits));
        bmill_bits_or(before, before, covered, maps->nbits);
    }
    printf("%-*s %8zu, of %zu lines with code\n", width, "all",
           bmill_bits_count(before, maps->nbits), bmill_bits_count(maps->code, maps->nbits));
    free(before);
    free(once);
}

/* ---- The greedy way ---- */

/* The test that adds most to `covered`, and how much; among equals the first. */
static size_t best_test(const struct maps *maps, const unsigned char *covered, size_t *adds)
{
    size_t best = 0;
    *adds = 0;
    for (size_t t = 0; t < maps->ntests; t++) {
        size_t n = bmill_bits_andnot_count(maps->covered[t], covered, maps->nbits);
        if (n > *adds) {
            *adds = n;
            best = t;
        }
    }
    return best;
}

/* choice->tests has room for all tests. Prints the order if `print`. */
static void choose(const struct maps *maps, struct choice *choice, int print)
{
    unsigned char *covered = allocate(BMILL_BYTES(maps->nbits));
    int width = widest_name(maps);
    size_t adds, sum = 0, test;
    if (print)
        printf("\n%-*s %8s %8s\n", width, "greedy order", "adds", "covered");
    choice->n = 0;
    while (test = best_test(maps, covered, &adds), adds > 0) {
        choice->tests[choice->n++] = test;
        bmill_bits_or(covered, covered, maps->covered[test], maps->nbits);
        sum += adds;
        if (print)
            printf("%-*s %8zu %8zu\n", width, maps->names[test], adds, sum);
    }
    free(covered);
}

/* Removes each test whose lines the others of the choice cover. */
static void drop_superfluous(const struct maps *maps, struct choice *choice, int print)
{
    unsigned char *others = allocate(BMILL_BYTES(maps->nbits));
    const void **room = allocate(choice->n * sizeof *room);
    struct choice rest = {allocate(choice->n * sizeof *rest.tests), 0};
    for (size_t i = 0; i < choice->n;) {
        size_t test = choice->tests[i];
        rest.n = choice->n;
        memcpy(rest.tests, choice->tests, choice->n * sizeof *rest.tests);
        remove_at(&rest, i);
        cover(others, maps, &rest, room);
        if (bmill_bits_subset(maps->covered[test], others, maps->nbits)) {
            remove_at(choice, i);
            if (print)
                printf("superfluous in the end: %s\n", maps->names[test]);
        } else {
            i++;
        }
    }
    free(others);
    free(room);
    free(rest.tests);
}

/* ---- The smallest set ---- */

/* The tests that cover a line that no other covers belong to every set that covers all lines. Puts
 * these into `needed`, and into `others` those that add something to them; `left` becomes the lines
 * that `others` have to cover. */
static void split(const struct maps *maps, struct choice *needed, struct choice *others,
                  unsigned char *left)
{
    unsigned char *once = allocate(BMILL_BYTES(maps->nbits)),
                  *done = allocate(BMILL_BYTES(maps->nbits));
    covered_once(once, maps);
    for (size_t t = 0; t < maps->ntests; t++)
        if (bmill_bits_intersects(maps->covered[t], once, maps->nbits)) {
            needed->tests[needed->n++] = t;
            bmill_bits_or(done, done, maps->covered[t], maps->nbits);
        }
    for (size_t t = 0; t < maps->ntests; t++)
        if (bmill_bits_andnot_count(maps->covered[t], done, maps->nbits) > 0) {
            others->tests[others->n++] = t;
            bmill_bits_or(left, left, maps->covered[t], maps->nbits);
        }
    bmill_bits_andnot(left, left, done, maps->nbits);
    free(once);
    free(done);
}

/* The smallest set of `from`, at most MOST_TO_TRY tests, that covers the lines `left`; as a set of
 * bits. Sets of k tests are the numbers with k bits. */
static uint32_t smallest(const struct maps *maps, const struct choice *from,
                         const unsigned char *left)
{
    unsigned char *covered = allocate(BMILL_BYTES(maps->nbits));
    size_t tests[MOST_TO_TRY];
    const void *room[MOST_TO_TRY];
    uint32_t found = 0;
    if (bmill_bits_any(left, maps->nbits))
        for (unsigned k = 1; !found && k <= from->n; k++)
            for (uint32_t set = bmill_low_mask_u32(k); set && set >> from->n == 0;
                 set = bmill_next_same_popcount_u32(set)) {
                struct choice some = {tests, 0};
                for (uint32_t rest = set; rest; rest = bmill_clear_lowest_set_u32(rest))
                    tests[some.n++] = from->tests[bmill_ctz_u32(rest)];
                cover(covered, maps, &some, room);
                if (bmill_bits_subset(left, covered, maps->nbits)) {
                    found = set;
                    break;
                }
            }
    free(covered);
    return found;
}

/* ---- What it comes to ---- */

/* 1 + 1/2 + ... + 1/d */
static double harmonic(size_t d)
{
    double sum = 0;
    for (size_t i = 1; i <= d; i++)
        sum += 1.0 / (double)i;
    return sum;
}

static size_t most_lines(const struct maps *maps)
{
    size_t most = 0;
    for (size_t t = 0; t < maps->ntests; t++) {
        size_t n = bmill_bits_count(maps->covered[t], maps->nbits);
        if (n > most)
            most = n;
    }
    return most;
}

/* The least number of tests that the theorem leaves possible, where the greedy way took n. */
static void print_bound(const struct maps *maps, size_t n)
{
    size_t d = most_lines(maps), least = 0;
    double factor = harmonic(d);
    while ((double)least * factor < (double)n)
        least++;
    printf("needed at least: %zu, because greedy takes at most H(%zu) = %.2f times as many\n",
           least, d, factor);
}

static void print_names(const struct maps *maps, const struct choice *choice)
{
    printf("the smallest set has %zu:\n", choice->n);
    for (size_t i = 0; i < choice->n; i++)
        printf("  %s\n", maps->names[choice->tests[i]]);
}

/* n is how many tests have been chosen. */
static void print_smallest(const struct maps *maps, size_t n)
{
    size_t size = maps->ntests * sizeof(size_t);
    struct choice needed = {allocate(size), 0}, others = {allocate(size), 0};
    unsigned char *left = allocate(BMILL_BYTES(maps->nbits));
    split(maps, &needed, &others, left);
    printf("needed at least: %zu, the tests with a line that only they cover\n", needed.n);
    if (others.n > MOST_TO_TRY) {
        printf("the smallest set is not looked for: %zu others to choose from, more than %d\n",
               others.n, MOST_TO_TRY);
    } else {
        uint32_t set = smallest(maps, &others, left);
        for (; set; set = bmill_clear_lowest_set_u32(set))
            needed.tests[needed.n++] = others.tests[bmill_ctz_u32(set)];
        if (needed.n == n)
            printf("no set is smaller\n");
        else
            print_names(maps, &needed);
    }
    free(needed.tests);
    free(others.tests);
    free(left);
}

static void print_all(const struct maps *maps)
{
    struct choice choice = {allocate(maps->ntests * sizeof *choice.tests), 0};
    size_t taken;
    print_tests(maps);
    choose(maps, &choice, 1);
    taken = choice.n;
    printf("\n");
    drop_superfluous(maps, &choice, 1);
    printf("%zu of %zu tests cover all lines that these cover\n", choice.n, maps->ntests);
    print_bound(maps, taken);
    print_smallest(maps, choice.n);
    free(choice.tests);
}

static void print_files(const struct maps *maps, char **files)
{
    struct choice choice = {allocate(maps->ntests * sizeof *choice.tests), 0};
    choose(maps, &choice, 0);
    drop_superfluous(maps, &choice, 0);
    for (size_t i = 0; i < choice.n; i++)
        printf("%s\n", files[choice.tests[i]]);
    free(choice.tests);
}

int main(int argc, char **argv)
{
    int first = 1, only_files = 0;
    struct maps maps;
    if (argc > 1 && strcmp(argv[1], "--files") == 0) {
        only_files = 1;
        first++;
    } else if (argc > 1 && argv[1][0] == '-') {
        fprintf(stderr, "coverage: unknown option '%s': expected --files or a MAP\n", argv[1]);
        return EXIT_USAGE;
    }
    if (first == argc) {
        fprintf(stderr, "coverage: no maps, expected [--files] MAP...\n");
        return EXIT_USAGE;
    }
    maps_read(&maps, argv + first, (size_t)(argc - first));
    if (only_files)
        print_files(&maps, argv + first);
    else
        print_all(&maps);
    maps_free(&maps);
    if (fflush(stdout) || ferror(stdout)) {
        perror("coverage: standard output");
        return 1;
    }
    return 0;
}
