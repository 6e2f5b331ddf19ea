/* check.c: see check.h. Included by runner.c where that finds no other Check. */
#include <check.h>
#ifndef __wasm__
#include <setjmp.h>
#endif

static void *ck_allocate(size_t size)
{
    void *p = calloc(1, size);
    if (!p)
        abort();
    return p;
}

Suite *suite_create(const char *name)
{
    Suite *suite = ck_allocate(sizeof *suite);
    suite->name = name;
    suite->last_case = &suite->cases;
    return suite;
}

TCase *tcase_create(const char *name)
{
    TCase *tcase = ck_allocate(sizeof *tcase);
    tcase->name = name;
    tcase->last_loop = &tcase->loops;
    return tcase;
}

void suite_add_tcase(Suite *suite, TCase *tcase)
{
    *suite->last_case = tcase;
    suite->last_case = &tcase->next;
}

void tcase_set_timeout(TCase *tcase, double timeout) { (void)tcase, (void)timeout; }

void tcase_add_checked_fixture(TCase *tcase, void (*setup)(void), void (*teardown)(void))
{
    tcase->setup = setup;
    tcase->teardown = teardown;
}

void tcase_add_loop_test(TCase *tcase, const TTest *test, int start, int end)
{
    struct ck_loop *loop = ck_allocate(sizeof *loop);
    *loop = (struct ck_loop){test, start, end, NULL};
    *tcase->last_loop = loop;
    tcase->last_loop = &loop->next;
}

SRunner *srunner_create(Suite *suite)
{
    SRunner *runner = ck_allocate(sizeof *runner);
    runner->suite = suite;
    return runner;
}

/* Where a failed assertion goes on; WebAssembly has no longjmp, and there the program ends. */
#ifdef __wasm__
static void failed_at_last(void);
void ck_end_test(void)
{
    failed_at_last();
    exit(1);
}

static int passes(const TCase *tcase, const TTest *test, int i)
{
    if (tcase->setup)
        tcase->setup();
    test->fn(i);
    if (tcase->teardown)
        tcase->teardown();
    return 1;
}
#else
static jmp_buf *end_of_test;
void ck_end_test(void) { longjmp(*end_of_test, 1); }

static int passes(const TCase *tcase, const TTest *test, int i)
{
    jmp_buf here, *volatile around = end_of_test; /* a test may run a suite of its own */
    volatile int passed = 0;
    end_of_test = &here;
    if (setjmp(here) == 0) {
        if (tcase->setup)
            tcase->setup();
        test->fn(i);
        if (tcase->teardown)
            tcase->teardown();
        passed = 1;
    }
    end_of_test = around;
    return passed;
}
#endif

void srunner_run_all(SRunner *runner, int mode)
{
    (void)mode;
    for (const TCase *tcase = runner->suite->cases; tcase; tcase = tcase->next)
        for (const struct ck_loop *loop = tcase->loops; loop; loop = loop->next)
            for (int i = loop->start; i < loop->end; i++) {
                runner->run++;
                runner->failed++; /* until it has passed */
                if (passes(tcase, loop->test, i))
                    runner->failed--;
                else
                    printf("%s:%d: failed\n", loop->test->name, i);
            }
}

int srunner_ntests_run(SRunner *runner) { return runner->run; }
int srunner_ntests_failed(SRunner *runner) { return runner->failed; }

/* The process is about to end: suites and cases are left to that. */
void srunner_free(SRunner *runner) { free(runner); }
