/* environment.c: BMILL_ISA is read once, when the library is loaded, and never again.
 *
 * Only a process that starts with an environment can show its effect, so the program runs itself
 * again, with the expected result as its arguments. */
#define _GNU_SOURCE /* environ */
#include "harness/isas.h"
#include <bitmill.h>
#include <bitmill/isa.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How often BMILL_ISA was asked for. This getenv replaces libc's, also for the library, be it
 * shared or an archive. */
static int times_read;
__attribute__((visibility("default"))) char *getenv(const char *name)
{
    size_t length = strlen(name);
    if (strcmp(name, "BMILL_ISA") == 0)
        times_read++;
    for (char **entry = environ; entry && *entry; entry++)
        if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
            return *entry + length + 1;
    return NULL;
}

/* ---- The child: argv is { program, "child", status, name of the kernels, or "best" } ---- */

static const char *best(void)
{
    size_t i = 0;
    while (bmill_isa_query(bmill_isa_name(i)) != BMILL_ISA_OK)
        i++;
    return bmill_isa_name(i);
}

static bool is_decided(const char *when, int status, const char *isa)
{
    unsigned char byte = 7;
    if ((bmill_bits_count)(&byte, 8) == 3 && (int)bmill_isa_environment() == status &&
        strcmp(bmill_isa_active(), isa) == 0)
        return true;
    fprintf(stderr, "%s: status %d, expected %d; kernels %s, expected %s\n", when,
            (int)bmill_isa_environment(), status, bmill_isa_active(), isa);
    return false;
}

/* No value that BMILL_ISA takes later changes anything, nor does bmill_isa_select() change what
 * became of the first one. */
static bool stays_decided(int status, const char *isa)
{
    static const char *const values[] = {"portable", "neon", "avx2", "avx512",
                                         "nonsense", "",     "auto"};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        setenv("BMILL_ISA", values[i], 1);
        if (!is_decided(values[i], status, isa))
            return false;
    }
    unsetenv("BMILL_ISA");
    return is_decided("unset", status, isa) && bmill_isa_select("portable") == BMILL_ISA_OK &&
           is_decided("portable selected", status, "portable") &&
           bmill_isa_select("auto") == BMILL_ISA_OK && is_decided("auto selected", status, best());
}

static int child(char **argv)
{
    int status = atoi(argv[2]);
    const char *isa = strcmp(argv[3], "best") == 0 ? best() : argv[3];
#ifndef BMILL_NO_CONSTRUCTOR /* see lib/dispatch/dispatch.c; without one the first call is the \
                                start */
    setenv("BMILL_ISA", "not looked at", 1);
#endif
    return is_decided("start", status, isa) && stays_decided(status, isa) ? 0 : 1;
}

/* ---- Its parent ---- */

static char *program;

/* Runs the child with BMILL_ISA=value, NULL for none, and asserts that it found what it should. */
static void assert_decision(const char *value, bmill_isa_status status, const char *isa)
{
    int result = -1;
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        char number[12];
        snprintf(number, sizeof number, "%d", (int)status);
        if (value)
            setenv("BMILL_ISA", value, 1);
        execl(program, program, "child", number, isa, (char *)NULL);
        _exit(127);
    }
    ck_assert_int_eq(waitpid(pid, &result, 0), pid);
    ck_assert_msg(WIFEXITED(result) && WEXITSTATUS(result) == 0, "BMILL_ISA=%s: wait status %d",
                  value ? value : "(unset)", result);
}

START_TEST(environment_decides)
{
    assert_decision(bmill_isa_name((size_t)_i), BMILL_ISA_OK, bmill_isa_name((size_t)_i));
}
END_TEST

START_TEST(what_cannot_run_is_told_and_ignored)
{
    assert_decision(bmill_isa_name((size_t)_i), BMILL_ISA_UNSUPPORTED, "best");
}
END_TEST

START_TEST(nothing_and_auto_are_the_best)
{
    assert_decision(NULL, BMILL_ISA_OK, "best");
    assert_decision("", BMILL_ISA_OK, "best");
    assert_decision("auto", BMILL_ISA_OK, "best");
}
END_TEST

START_TEST(a_wrong_name_is_told_and_ignored)
{
    assert_decision("avx3", BMILL_ISA_UNKNOWN, "best");
    assert_decision("portable ", BMILL_ISA_UNKNOWN, "best");
}
END_TEST

/* Without ck_assert, which is not for threads. */
static bool everything_is_right(void)
{
    unsigned char byte = 7;
    return (bmill_bits_count)(&byte, 8) == 3 && bmill_isa_environment() == BMILL_ISA_OK &&
           bmill_isa_active() && bmill_isa_query("portable") == BMILL_ISA_OK &&
           bmill_isa_query("nonsense") == BMILL_ISA_UNKNOWN &&
           bmill_isa_select("portable") == BMILL_ISA_OK && bmill_isa_select(NULL) == BMILL_ISA_OK &&
           bmill_isa_name(0);
}

START_TEST(environment_is_read_once)
{
    ck_assert(everything_is_right());
    ck_assert(everything_is_right());
    ck_assert_int_eq(times_read, 1);
}
END_TEST

/* ---- Threads ---- */

static _Atomic bool stop;

static void *changes_the_environment(void *unused)
{
    char name[32], value[200];
    for (unsigned k = 0; !stop; k++) {
        snprintf(name, sizeof name, "VARIABLE_%u", k % 2000);
        snprintf(value, sizeof value, "%0*u", (int)(k % 150) + 1, k);
        setenv(name, value, 1);
    }
    return unused;
}

static void *calls_everything(void *right)
{
    clock_t end = clock() + CLOCKS_PER_SEC / 2; /* of all threads together */
    do {
        for (int k = 0; k < 100; k++)
            if (!everything_is_right())
                return NULL;
    } while (clock() < end);
    return right;
}

/* A thread that reads the environment meanwhile crashes, mostly at once; ThreadSanitizer sees it in
 * any case. That goes for ck_assert too. */
START_TEST(environment_may_change_meanwhile)
{
    enum { THREADS = 3 };
    pthread_t changer, thread[THREADS];
    void *right[THREADS];
    int created;
#ifdef BMILL_NO_CONSTRUCTOR
    ck_assert(everything_is_right()); /* reads the environment */
#endif
    created = pthread_create(&changer, NULL, changes_the_environment, NULL);
    for (int i = 0; i < THREADS; i++)
        created |= pthread_create(&thread[i], NULL, calls_everything, &stop);
    for (int i = 0; i < THREADS; i++)
        created |= pthread_join(thread[i], &right[i]);
    stop = true;
    pthread_join(changer, NULL);
    ck_assert_int_eq(created, 0);
    for (int i = 0; i < THREADS; i++)
        ck_assert_ptr_nonnull(right[i]);
}
END_TEST

int main(int argc, char **argv)
{
    Suite *suite;
    TCase *tcase;
    if (argc == 4 && strcmp(argv[1], "child") == 0)
        return child(argv);
    suite = suite_create("environment");
    tcase = add_case(suite, "environment");
    program = argv[0];
    restart_without_bmill_isa(argv);
    times_read--; /* that was this program */
    add_test_for_each_isa(tcase, environment_decides);
    add_test_for_each_missing_isa(tcase, what_cannot_run_is_told_and_ignored);
    tcase_add_test(tcase, nothing_and_auto_are_the_best);
    tcase_add_test(tcase, a_wrong_name_is_told_and_ignored);
    tcase_add_test(tcase, environment_is_read_once);
    if (has_processors("environment_may_change_meanwhile", 2))
        tcase_add_test(tcase, environment_may_change_meanwhile);
    return run_suite(suite);
}
