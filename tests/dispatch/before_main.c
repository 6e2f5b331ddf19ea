/* before_main.c: bitmap functions work before main: in a constructor that runs after the
 * library's own, and in one that runs before it, whose first call then is what reads BMILL_ISA.
 *
 * The program runs itself again with each set of kernels in BMILL_ISA.
 */
#define _GNU_SOURCE /* environ */
#include "harness/isas.h"
#include <bitmill/bits.h>
#include <bitmill/isa.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether the library has asked for BMILL_ISA. This getenv replaces libc's for it. */
static bool was_read;
__attribute__((visibility("default"))) char *getenv(const char *name)
{
    size_t length = strlen(name);
    if (strcmp(name, "BMILL_ISA") == 0)
        was_read = true;
    for (char **entry = environ; entry && *entry; entry++)
        if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
            return *entry + length + 1;
    return NULL;
}

static struct call {
    bool comes_first; /* before the library's constructor */
    size_t counted;
    const char *isa;
    bmill_isa_status status;
} early, late;

static struct call call_the_library(void)
{
    unsigned char bits[9] = {1, 2, 4, 8, 16, 32, 64, 128, 255};
    struct call call = {.comes_first = !was_read};
    call.counted = (bmill_bits_count)(bits, 72);
    call.isa = bmill_isa_active();
    call.status = bmill_isa_environment();
    return call;
}

static void call_early(void) { early = call_the_library(); }

/* As a constructor of priority 50, which compilers keep for themselves: the library has 101. */
#ifdef __ELF__
__attribute__((section(".init_array.00050"),
               used)) static void (*const early_entry)(void) = call_early;
#else
__attribute__((constructor(101))) static void early_constructor(void) { call_early(); }
#endif

__attribute__((constructor)) static void call_late(void) { late = call_the_library(); }

static bool is_right(const char *which, struct call call, const char *isa)
{
    if (call.counted == 16 && call.status == BMILL_ISA_OK && strcmp(call.isa, isa) == 0)
        return true;
    fprintf(stderr, "%s: counted %zu, expected 16; kernels %s, expected %s; status %d\n", which,
            call.counted, call.isa, isa, (int)call.status);
    return false;
}

/* The child: its arguments are which of the two calls it looks at, and the expected kernels. */
static int child(const char *which, const char *isa)
{
    bool right = strcmp(which, "early") == 0 ? is_right(which, early, isa)
                                             : is_right(which, late, isa) && !late.comes_first;
    return right && strcmp(bmill_isa_active(), isa) == 0 ? 0 : 1;
}

static char *program;

static void assert_right(const char *which, const char *isa)
{
    int result = -1;
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        setenv("BMILL_ISA", isa, 1);
        execl(program, program, which, isa, (char *)NULL);
        _exit(127);
    }
    ck_assert_int_eq(waitpid(pid, &result, 0), pid);
    ck_assert_int_eq(result, 0);
}

START_TEST(works_before_the_constructor_of_the_library)
{
    assert_right("early", bmill_isa_name((size_t)_i));
}
END_TEST

START_TEST(works_before_main) { assert_right("late", bmill_isa_name((size_t)_i)); }
END_TEST

int main(int argc, char **argv)
{
    Suite *suite;
    TCase *tcase;
    if (argc == 3)
        return child(argv[1], argv[2]);
    suite = suite_create("before main");
    tcase = add_case(suite, "constructor");
    program = argv[0];
    if (early.comes_first)
        add_test_for_each_isa(tcase, works_before_the_constructor_of_the_library);
    else
        report_skipped("works_before_the_constructor_of_the_library",
                       "the library is shared here, so it is ready before all constructors");
    add_test_for_each_isa(tcase, works_before_main);
    return run_suite(suite);
}
