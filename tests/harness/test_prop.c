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
    set_environment("BMILL_CASES", "5000");
    message = failure_of("has_no_789", has_no_789);
    ck_assert_msg(strstr(message, "runs):\n  7\n  8\n  9\n  again") != NULL, "%s", message);
    ck_assert_msg(strstr(message, "{\"has_no_789\", {3, 7, 8, 9}}") != NULL, "%s", message);
    set_environment("BMILL_CASES", NULL);
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
        set_environment("BMILL_SEED", text);
        message = failure_of("bitmaps_are_disjoint", bitmaps_are_disjoint);
        for (char *line = strchr(message, '\n'); line && line[1] == ' ' && line[3] != 'a';
             line = strchr(line + 1, '\n'))
            nonzero += strncmp(line, "\n  00 00", 8) != 0;
        ck_assert_msg(nonzero <= 8, "%d bytes left: %s", nonzero, message);
        free(message);
    }
    set_environment("BMILL_SEED", NULL);
}
END_TEST

START_TEST(replay_line_repeats_the_failure)
{
    char *first = failure_of("is_below_1000", is_below_1000), *again, *seed;
    seed = strstr(first, "BMILL_SEED=");
    ck_assert_ptr_nonnull(seed);
    set_environment("BMILL_SEED", strtok(seed + strlen("BMILL_SEED="), " "));
    set_environment("BMILL_CASES", "1");
    again = failure_of("is_below_1000", is_below_1000);
    ck_assert_msg(strstr(again, "x = 1000") != NULL, "%s", again);
    set_environment("BMILL_SEED", NULL);
    set_environment("BMILL_CASES", NULL);
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

#ifndef __wasi__ /* which cannot turn standard output elsewhere */
static uint64_t bad_seed;
START_TEST(a_test_that_fails_for_one_seed) { ck_assert(test_seed() != bad_seed); }
END_TEST

/* Runs a suite of that one test as a program does, and catches what it prints. */
static void run_inner(char *output, size_t size)
{
    FILE *file = tmpfile();
    int out = dup(1);
    size_t n;
    Suite *suite = suite_create("inner");
    tcase_add_test(add_case(suite, "inner"), a_test_that_fails_for_one_seed);
    fflush(stdout);
    ck_assert(file != NULL && dup2(fileno(file), 1) >= 0);
    (void)run_suite(suite);
    fflush(stdout);
    ck_assert(dup2(out, 1) >= 0 && close(out) == 0);
    rewind(file);
    n = fread(output, 1, size - 1, file);
    ck_assert(n > 0 && fclose(file) == 0);
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
    set_environment("BMILL_FAILED_SEEDS", "/dev/null");
    set_environment("BMILL_SEED", NULL);
    run_inner(first, sizeof first);
    run_inner(second, sizeof second);
    ck_assert(strncmp(first, "seed: ", 6) == 0 && strncmp(second, "seed: ", 6) == 0);
    ck_assert(seed_in(first) != seed_in(second));
    set_environment("BMILL_SEED", "17");
    run_inner(given, sizeof given);
    ck_assert(strncmp(given, "seed: 17,", 9) == 0);
    set_environment("BMILL_SEED", NULL);
    ck_assert_msg(strstr(given, "1 passed, 0 failed"), "%s", given);
}
END_TEST

START_TEST(a_failed_seed_is_kept_and_comes_first)
{
    char file[] = "bmill-seeds-XXXXXX", output[2000];
    int fd = mkstemp(file);
    ck_assert(fd >= 0 && close(fd) == 0);
    set_environment("BMILL_FAILED_SEEDS", file);
    set_environment("BMILL_SEED", "99");
    bad_seed = 99;
    run_inner(output, sizeof output);
    ck_assert_msg(strstr(output, "again: BMILL_SEED=99 tests/harness/test_prop\n"), "%s", output);
    set_environment("BMILL_SEED", NULL);
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

#ifdef BMILL_TESTS_PLAIN_CHECK_H
/* Without an assertion, which says nothing if failed ones count as passed. */
static void check_that_failures_count(void)
{
    char output[2000];
    const char *file = getenv("BMILL_FAILED_SEEDS"), *seed = getenv("BMILL_SEED");
    char *old_file = file ? strdup(file) : NULL, *old_seed = seed ? strdup(seed) : NULL;
    set_environment("BMILL_FAILED_SEEDS", "/dev/null");
    set_environment("BMILL_SEED", "5");
    bad_seed = 5;
    run_inner(output, sizeof output);
    set_environment("BMILL_FAILED_SEEDS", old_file);
    set_environment("BMILL_SEED", old_seed);
    free(old_file);
    free(old_seed);
    if (!strstr(output, "0 passed, 1 failed"))
        report_missing("check_that_failures_count", "a failed assertion counts as passed");
}
#endif
#endif

/* Any seed will do for the tests above: failures are found and shrunk with each. */
START_TEST(every_seed_finds_and_shrinks)
{
    uint64_t seed = test_seed();
    for (int i = 0; i < 20; i++) {
        char text[30], *message;
        snprintf(text, sizeof text, "%" PRIu64, random_next(&seed));
        set_environment("BMILL_SEED", text);
        message = failure_of("is_below_1000", is_below_1000);
        ck_assert_msg(strstr(message, "  x = 1000\n") != NULL, "%s", message);
        free(message);
    }
    set_environment("BMILL_SEED", NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("prop");
    TCase *tcase = add_case(suite, "property tester");
#if defined(BMILL_TESTS_PLAIN_CHECK_H) && !defined(__wasi__)
    check_that_failures_count();
#endif
    tcase_add_test(tcase, what_holds_passes);
    tcase_add_test(tcase, shrinks_a_number_to_the_least);
    tcase_add_test(tcase, shrinks_a_list_to_what_matters);
    tcase_add_test(tcase, shrinks_bitmaps_together);
    tcase_add_test(tcase, replay_line_repeats_the_failure);
    tcase_add_test(tcase, same_seed_same_failure);
    tcase_add_test(tcase, every_seed_finds_and_shrinks);
    tcase = add_case(suite, "seeds");
#ifdef __wasi__
    report_skipped("seeds", "needs to read what it prints, and standard output cannot be turned");
#else
    tcase_add_test(tcase, seeds_are_new_and_printed_first);
    tcase_add_test(tcase, a_failed_seed_is_kept_and_comes_first);
#endif
    return run_suite(suite);
}
