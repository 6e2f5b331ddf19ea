/* isas.c: see isas.h. */
#define _GNU_SOURCE /* execv */
#include "harness/isas.h"
#include <bitmill/isa.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void add_loop_for_each_isa(TCase *tcase, const TTest *test, const char *name)
{
    const char *required = getenv("BMILL_REQUIRE_ISA");
    for (int i = 0; bmill_isa_name((size_t)i); i++) {
        const char *isa = bmill_isa_name((size_t)i);
        char what[100];
        snprintf(what, sizeof what, "%s/%s", name, isa);
        if (bmill_isa_query(isa) == BMILL_ISA_OK)
            tcase_add_loop_test(tcase, test, i, i + 1);
        else if (required && (strcmp(required, isa) == 0 || strcmp(required, "all") == 0))
            report_missing(what, "BMILL_REQUIRE_ISA asks for it, but this machine cannot run it");
        else
            report_skipped(what, "this machine cannot run it");
    }
}

void add_loop_for_missing_isas(TCase *tcase, const TTest *test, const char *name)
{
    bool any = false;
    for (int i = 0; bmill_isa_name((size_t)i); i++)
        if (bmill_isa_query(bmill_isa_name((size_t)i)) != BMILL_ISA_OK) {
            tcase_add_loop_test(tcase, test, i, i + 1);
            any = true;
        }
    if (!any)
        report_skipped(name, "this machine can run all kernels");
}

void restart_without_bmill_isa(char **argv)
{
    if (!getenv("BMILL_ISA"))
        return;
#if defined(_WIN32) || defined(__wasi__) /* a program cannot take the place of another */
    skip_program(argv[0], "needs that BMILL_ISA is not set");
#else
    unsetenv("BMILL_ISA");
    execv(argv[0], argv);
    perror(argv[0]);
    exit(1);
#endif
}

const char *isa_for_test(int i)
{
    const char *isa = bmill_isa_name((size_t)i);
    ck_assert_int_eq(bmill_isa_select(isa), BMILL_ISA_OK);
    ck_assert_str_eq(bmill_isa_active(), isa);
    return isa;
}
