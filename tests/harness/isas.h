/* isas.h: tests that are run once for each set of kernels. */
#ifndef BMILL_TESTS_ISAS_H
#define BMILL_TESTS_ISAS_H

#include "runner.h"

/* Adds a test to be run once for each set of kernels of the library that this machine can run; it
 * finds the name in isa_for_test(_i). The others are reported as skipped, or as failed if
 * BMILL_REQUIRE_ISA names them or is "all". */
#define add_test_for_each_isa(tcase, test) add_loop_for_each_isa(tcase, test, #test)
void add_loop_for_each_isa(TCase *tcase, const TTest *test, const char *name);

/* Adds a test to be run once for each set of kernels that this machine cannot run; it is skipped if
 * there is none. */
#define add_test_for_each_missing_isa(tcase, test) add_loop_for_missing_isas(tcase, test, #test)
void add_loop_for_missing_isas(TCase *tcase, const TTest *test, const char *name);

/* Runs the program again without BMILL_ISA if that is set, because the library reads it before
 * main. */
void restart_without_bmill_isa(char **argv);

/* Selects the i-th set of kernels, asserts that it is in use, and returns its name. */
const char *isa_for_test(int i);

#endif
