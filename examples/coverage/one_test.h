/* one_test.h: included in front of a program of tests by collect.sh (gcc -include): then only the
 * test that the environment variable ONE_TEST names is added to its suite. */
#ifndef EXAMPLES_COVERAGE_ONE_TEST_H
#define EXAMPLES_COVERAGE_ONE_TEST_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

static inline int is_the_one(const char *name)
{
    const char *wanted = getenv("ONE_TEST");
    return wanted && strcmp(name, wanted) == 0;
}

#undef tcase_add_test
#define tcase_add_test(tcase, test) \
    (is_the_one(#test) ? tcase_add_test_raise_signal(tcase, test, 0) : (void)0)
#undef tcase_add_loop_test
#define tcase_add_loop_test(tcase, test, begin, end) \
    (is_the_one(#test) ? tcase_add_loop_test_raise_signal(tcase, test, 0, begin, end) : (void)0)

#endif
