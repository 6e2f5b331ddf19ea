/* runner.c: see runner.h. */
#define _DEFAULT_SOURCE
#include "runner.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef BMILL_TESTS_PLAIN_CHECK_H /* see plain_check/check.h */
#include "plain_check/check.c"
#endif

static int skipped, missing;

TCase *add_case(Suite *suite, const char *name)
{
    TCase *tcase = tcase_create(name);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return tcase;
}

void report_skipped(const char *test, const char *why)
{
    printf("skipped: %s: %s\n", test, why);
    skipped++;
}

void report_missing(const char *test, const char *why)
{
    printf("failed: %s: %s\n", test, why);
    missing++;
}

void skip_program(const char *suite, const char *why)
{
    const char *required = getenv("BMILL_REQUIRE_ISA");
    if (required && strcmp(required, "all") == 0)
        report_missing(suite, why);
    else
        report_skipped(suite, why);
    printf("0 passed, %d failed, %d skipped\n", missing, skipped);
    exit(missing ? 1 : 77); /* 77 is automake's status for it */
}

int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    int run, failed;
    srunner_run_all(runner, CK_ENV);
    run = srunner_ntests_run(runner);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    printf("%d passed, %d failed, %d skipped\n", run - failed, failed + missing, skipped);
    return failed + missing > 0 || run == 0;
}
