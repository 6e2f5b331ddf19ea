/* runner.c: see runner.h. */
#include "runner.h"
#include <stdio.h>

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
