/* check.c: see check.h. Included by runner.c where that finds no other Check. */
#include <check.h>
#include <sys/wait.h>
#include <unistd.h>

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
    tcase->timeout = 4;
    tcase->last_loop = &tcase->loops;
    return tcase;
}

void suite_add_tcase(Suite *suite, TCase *tcase)
{
    *suite->last_case = tcase;
    suite->last_case = &tcase->next;
}

void tcase_set_timeout(TCase *tcase, double timeout) { tcase->timeout = timeout; }

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

static void run_in_child(const TCase *tcase, const TTest *test, int i)
{
    const char *multiplier = getenv("CK_TIMEOUT_MULTIPLIER");
    alarm((unsigned)(tcase->timeout * (multiplier ? atof(multiplier) : 1)) + 1);
    if (tcase->setup)
        tcase->setup();
    test->fn(i);
    if (tcase->teardown)
        tcase->teardown();
    exit(0);
}

static int passes(const TCase *tcase, const TTest *test, int i)
{
    int status = 0;
    pid_t child;
    fflush(NULL);
    child = fork();
    if (child == 0)
        run_in_child(tcase, test, i);
    if (child < 0 || waitpid(child, &status, 0) != child)
        abort();
    if (WIFSIGNALED(status))
        printf("%s:%d:E: ended by signal %d\n", test->name, i, WTERMSIG(status));
    else if (WEXITSTATUS(status) != 0)
        printf("%s:%d:F: exit status %d\n", test->name, i, WEXITSTATUS(status));
    return status == 0;
}

void srunner_run_all(SRunner *runner, int mode)
{
    (void)mode;
    for (const TCase *tcase = runner->suite->cases; tcase; tcase = tcase->next)
        for (const struct ck_loop *loop = tcase->loops; loop; loop = loop->next)
            for (int i = loop->start; i < loop->end; i++) {
                runner->run++;
                runner->failed += !passes(tcase, loop->test, i);
            }
}

int srunner_ntests_run(SRunner *runner) { return runner->run; }
int srunner_ntests_failed(SRunner *runner) { return runner->failed; }

/* The process is about to end: suites and cases are left to that. */
void srunner_free(SRunner *runner) { free(runner); }
