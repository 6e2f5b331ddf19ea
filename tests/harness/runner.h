/* runner.h: main() of a test program: runs a suite and closes with "N passed, N failed, N skipped".
 */
#ifndef BMILL_TESTS_RUNNER_H
#define BMILL_TESTS_RUNNER_H

#include <check.h>
#include <stdbool.h>
#include <stdint.h>

/* Runs the suite; the exit status of the program. Prints the seed of this run first, and if a test
 * fails the line that repeats it; that seed is kept in a file (tests/failed-seeds of the build
 * directory, or BMILL_FAILED_SEEDS), and the next runs of the program begin with it. */
int run_suite(Suite *suite);

/* The seed of all that is drawn: a new number in each run, or BMILL_SEED, which then is the only
 * seed. Tests in forked children see the same seed. */
uint64_t test_seed(void);

/* The next of a sequence of numbers that look random (splitmix64, S. Vigna). */
uint64_t random_next(uint64_t *state);

/* Fills n bytes with noise, which goes on from *state. */
void fill_random(unsigned char *p, size_t n, uint64_t *state);

/* A case with room for slow machines (Check gives 4 s, times CK_TIMEOUT_MULTIPLIER). */
TCase *add_case(Suite *suite, const char *name);

/* Reports a test that could not be run: as skipped; as failed, because it had to be run. */
void report_skipped(const char *test, const char *why);
void report_missing(const char *test, const char *why);

/* Whether the program may use so many processors at once, which tests of threads need; so many
 * bytes of memory. If not, the test is reported as skipped, and the caller does not add it. */
bool has_processors(const char *test, int wanted);
bool has_memory(const char *test, size_t bytes);

/* Likewise: whether a page has at most 4096 bytes, so that guard pages can be that close together.
 */
bool has_small_pages(const char *test);

/* Whether each test has a process of its own: not with CK_FORK=no, nor with plain_check. */
bool forks_for_tests(void);

/* Sets a variable of the environment, or removes it if value is NULL. */
void set_environment(const char *name, const char *value);

/* Ends a program none of whose tests can be run here: skipped, or failed if BMILL_REQUIRE_ISA is
 * "all". */
_Noreturn void skip_program(const char *suite, const char *why);

#endif
