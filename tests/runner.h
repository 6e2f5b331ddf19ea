/* runner.h: main() of a test program: runs a suite and closes with "N passed, N failed, N skipped".
 */
#ifndef BMILL_TESTS_RUNNER_H
#define BMILL_TESTS_RUNNER_H

#include <check.h>

/* Runs the suite; the exit status of the program. */
int run_suite(Suite *suite);

/* A case with room for slow machines (Check gives 4 s, times CK_TIMEOUT_MULTIPLIER). */
TCase *add_case(Suite *suite, const char *name);

/* A test that could not be run, and one that could not but had to. */
void report_skipped(const char *test, const char *why);
void report_missing(const char *test, const char *why);

/* Ends a program none of whose tests can be run here: skipped, or failed if BMILL_REQUIRE_ISA is
 * "all". */
_Noreturn void skip_program(const char *suite, const char *why);

#endif
