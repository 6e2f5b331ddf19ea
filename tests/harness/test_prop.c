/* test_prop.c: the property tester itself: it finds, shrinks, repeats. */
#define _POSIX_C_SOURCE 200809L
#include "prop.h"
#include "runner.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool always_holds(prop *p) { return prop_draw(p, 9) <= 9; }

/* Fails for 1000 and more: the least case is 1000. */
static bool is_below_1000(prop *p)
{
    uint64_t x = prop_draw(p, 1u << 20);
    prop_show(p, "x = %u", (unsigned)x);
    return x < 1000;
}

/* Fails if a long list contains the bytes 7, 8, 9 in this order. Shrinking must delete all others.
 */
static bool has_no_789(prop *p)
{
    unsigned n = (unsigned)prop_draw(p, 60), seen = 7;
    for (unsigned i = 0; i < n; i++) {
        unsigned x = (unsigned)prop_draw(p, 9);
        prop_show(p, "%u", x);
        seen += x == seen;
    }
    return seen < 10;
}

/* Fails if the two bitmaps share a bit. */
static bool bitmaps_are_disjoint(prop *p)
{
    unsigned char a[16], b[16];
    int shared = 0;
    prop_fill(p, a, sizeof a, b, sizeof b);
    for (int i = 0; i < 16; i++) {
        for (unsigned common = a[i] & b[i]; common; common &= common - 1)
            shared++;
        prop_show(p, "%02x %02x", a[i], b[i]);
    }
    return shared == 0;
}

static char *failure_of(const char *name, property *holds)
{
    char *message = NULL;
    ck_assert_msg(!prop_holds(name, holds, &message), "%s: no failing case was found", name);
    ck_assert_ptr_nonnull(message);
    return message;
}

START_TEST(what_holds_passes)
{
    char *message = NULL;
    ck_assert(prop_holds("always_holds", always_holds, &message));
    ck_assert_ptr_null(message);
}
END_TEST

START_TEST(shrinks_a_number_to_the_least)
{
    char *message = failure_of("is_below_1000", is_below_1000);
    ck_assert_msg(strstr(message, "  x = 1000\n") != NULL, "%s", message);
    free(message);
}
END_TEST

START_TEST(shrinks_a_list_to_what_matters)
{
    char *message;
    setenv("BMILL_CASES", "5000", 1);
    message = failure_of("has_no_789", has_no_789);
    ck_assert_msg(strstr(message, "runs):\n  7\n  8\n  9\n  again") != NULL, "%s", message);
    ck_assert_msg(strstr(message, "{\"has_no_789\", {3, 7, 8, 9}}") != NULL, "%s", message);
    unsetenv("BMILL_CASES");
    free(message);
}
END_TEST

START_TEST(shrinks_bitmaps_together)
{
    /* at most one shared word is left, and all else is zero, whichever case came first */
    uint64_t seed = test_seed();
    for (int i = 0; i < 100; i++) {
        char text[24], *message;
        int nonzero = 0;
        snprintf(text, sizeof text, "%" PRIu64, random_next(&seed));
        setenv("BMILL_SEED", text, 1);
        message = failure_of("bitmaps_are_disjoint", bitmaps_are_disjoint);
        for (char *line = strchr(message, '\n'); line && line[1] == ' ' && line[3] != 'a';
             line = strchr(line + 1, '\n'))
            nonzero += strncmp(line, "\n  00 00", 8) != 0;
        ck_assert_msg(nonzero <= 8, "%d bytes left: %s", nonzero, message);
        free(message);
    }
    unsetenv("BMILL_SEED");
}
END_TEST

START_TEST(replay_line_repeats_the_failure)
{
    char *first = failure_of("is_below_1000", is_below_1000), *again, *seed;
    seed = strstr(first, "BMILL_SEED=");
    ck_assert_ptr_nonnull(seed);
    setenv("BMILL_SEED", strtok(seed + strlen("BMILL_SEED="), " "), 1);
    setenv("BMILL_CASES", "1", 1);
    again = failure_of("is_below_1000", is_below_1000);
    ck_assert_msg(strstr(again, "x = 1000") != NULL, "%s", again);
    unsetenv("BMILL_SEED");
    unsetenv("BMILL_CASES");
    free(first);
    free(again);
}
END_TEST

START_TEST(same_seed_same_failure)
{
    char *first = failure_of("has_no_789", has_no_789), *again;
    again = failure_of("has_no_789", has_no_789);
    ck_assert_str_eq(first, again);
    free(first);
    free(again);
}
END_TEST

static uint64_t bad_seed;
START_TEST(a_test_that_fails_for_one_seed) { ck_assert(test_seed() != bad_seed); }
END_TEST

/* Runs a suite of that one test as a program does, and catches what it prints. */
static void run_inner(char *output, size_t size)
{
    int out = dup(1), pipes[2];
    ssize_t n;
    Suite *suite = suite_create("inner");
    tcase_add_test(add_case(suite, "inner"), a_test_that_fails_for_one_seed);
    fflush(stdout);
    ck_assert(pipe(pipes) == 0 && dup2(pipes[1], 1) == 1);
    (void)run_suite(suite);
    fflush(stdout);
    ck_assert(dup2(out, 1) == 1 && close(out) == 0 && close(pipes[1]) == 0);
    n = read(pipes[0], output, size - 1);
    ck_assert(n > 0 && close(pipes[0]) == 0);
    output[n] = 0;
}

/* A run without BMILL_SEED says which seed it has; another run has another one. */
static uint64_t seed_in(const char *output)
{
    const char *at = strstr(output, "seed: ");
    ck_assert_msg(at == output || (at && at[-1] == '\n'), "%s", output);
    return strtoull(at + strlen("seed: "), NULL, 10);
}

START_TEST(seeds_are_new_and_printed_first)
{
    char first[2000], second[2000], given[2000];
    setenv("BMILL_FAILED_SEEDS", "/dev/null", 1);
    unsetenv("BMILL_SEED");
    run_inner(first, sizeof first);
    run_inner(second, sizeof second);
    ck_assert(strncmp(first, "seed: ", 6) == 0 && strncmp(second, "seed: ", 6) == 0);
    ck_assert(seed_in(first) != seed_in(second));
    setenv("BMILL_SEED", "17", 1);
    run_inner(given, sizeof given);
    ck_assert(strncmp(given, "seed: 17,", 9) == 0);
    unsetenv("BMILL_SEED");
    ck_assert_msg(strstr(given, "1 passed, 0 failed"), "%s", given);
}
END_TEST

START_TEST(a_failed_seed_is_kept_and_comes_first)
{
    char file[] = "/tmp/bmill-seeds-XXXXXX", output[2000];
    int fd = mkstemp(file);
    ck_assert(fd >= 0 && close(fd) == 0);
    setenv("BMILL_FAILED_SEEDS", file, 1);
    setenv("BMILL_SEED", "99", 1);
    bad_seed = 99;
    run_inner(output, sizeof output);
    ck_assert_msg(strstr(output, "again: BMILL_SEED=99 tests/harness/test_prop\n"), "%s", output);
    unsetenv("BMILL_SEED");
    run_inner(output, sizeof output); /* 99 fails again; then a new seed is run, which passes */
    ck_assert_msg(strncmp(output, "seed: 99, which failed before", 29) == 0, "%s", output);
    ck_assert_msg(strstr(output, "1 passed, 1 failed"), "%s", output);
    ck_assert(seed_in(strchr(output, '\n') + 1) != 99);
    bad_seed = 98; /* 99 is mended, and is still run first */
    run_inner(output, sizeof output);
    ck_assert_msg(strncmp(output, "seed: 99, which failed before", 29) == 0, "%s", output);
    ck_assert_msg(strstr(output, "2 passed, 0 failed"), "%s", output);
    remove(file);
}
END_TEST

/* Any seed will do for the tests above: failures are found and shrunk with each. */
START_TEST(every_seed_finds_and_shrinks)
{
    uint64_t seed = test_seed();
    for (int i = 0; i < 20; i++) {
        char text[30], *message;
        snprintf(text, sizeof text, "%" PRIu64, random_next(&seed));
        setenv("BMILL_SEED", text, 1);
        message = failure_of("is_below_1000", is_below_1000);
        ck_assert_msg(strstr(message, "  x = 1000\n") != NULL, "%s", message);
        free(message);
    }
    unsetenv("BMILL_SEED");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("prop");
    TCase *tcase = add_case(suite, "property tester");
    tcase_add_test(tcase, what_holds_passes);
    tcase_add_test(tcase, shrinks_a_number_to_the_least);
    tcase_add_test(tcase, shrinks_a_list_to_what_matters);
    tcase_add_test(tcase, shrinks_bitmaps_together);
    tcase_add_test(tcase, replay_line_repeats_the_failure);
    tcase_add_test(tcase, same_seed_same_failure);
    tcase_add_test(tcase, every_seed_finds_and_shrinks);
    tcase = add_case(suite, "seeds");
    tcase_add_test(tcase, seeds_are_new_and_printed_first);
    tcase_add_test(tcase, a_failed_seed_is_kept_and_comes_first);
    return run_suite(suite);
}
