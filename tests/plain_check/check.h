/* check.h: the part of Check's interface that the tests use, for where Check cannot be had: other
 * processors and systems, and MemorySanitizer, which reports memory that an uninstrumented library
 * has written. configure takes it when Check is missing for the target of a cross compiler, and
 * with --without-check.
 *
 * All tests run in the program's own process, without a limit of time: a crash ends the program,
 * which then has no closing line. A failed assertion prints its line and ends its test.
 */
#ifndef BMILL_TESTS_PLAIN_CHECK_H
#define BMILL_TESTS_PLAIN_CHECK_H

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Assertions ---- */

/* Ends the running test, which has failed. */
_Noreturn void ck_end_test(void);

#ifdef __MINGW32__ /* with the printf of C99: see configure.ac */
__attribute__((format(gnu_printf, 3, 4)))
#elif defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
_Noreturn static inline void
ck_fail(const char *file, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    printf("%s:%d:F: ", file, line);
    vprintf(format, arguments);
    printf("\n");
    va_end(arguments);
    fflush(stdout);
    ck_end_test();
}

#define ck_abort_msg(...)         ck_fail(__FILE__, __LINE__, __VA_ARGS__)
#define ck_assert_msg(holds, ...) ((holds) ? (void)0 : ck_fail(__FILE__, __LINE__, __VA_ARGS__))
#define ck_assert(holds)          ck_assert_msg(holds, "Assertion '%s' failed", #holds)

static inline void ck_compare_int(const char *file, int line, const char *text, intmax_t x,
                                  intmax_t y, int or_greater)
{
    if (!(x == y || (or_greater && x > y)))
        ck_fail(file, line, "Assertion '%s' failed: %jd, %jd", text, x, y);
}
static inline void ck_compare_uint(const char *file, int line, const char *text, uintmax_t x,
                                   uintmax_t y, int or_greater)
{
    if (!(x == y || (or_greater && x > y)))
        ck_fail(file, line, "Assertion '%s' failed: %#jx, %#jx", text, x, y);
}
static inline void ck_compare_str(const char *file, int line, const char *x, const char *y,
                                  int equal)
{
    if ((strcmp(x, y) == 0) != equal)
        ck_fail(file, line, "\"%s\" %s \"%s\"", x, equal ? "is not" : "is", y);
}

#define ck_assert_int_eq(x, y)  ck_compare_int(__FILE__, __LINE__, #x " == " #y, x, y, 0)
#define ck_assert_int_ge(x, y)  ck_compare_int(__FILE__, __LINE__, #x " >= " #y, x, y, 1)
#define ck_assert_uint_eq(x, y) ck_compare_uint(__FILE__, __LINE__, #x " == " #y, x, y, 0)
#define ck_assert_uint_ge(x, y) ck_compare_uint(__FILE__, __LINE__, #x " >= " #y, x, y, 1)
#define ck_assert_uint_gt(x, y) ck_assert_msg((x) > (y), "Assertion '%s' failed", #x " > " #y)
#define ck_assert_uint_lt(x, y) ck_assert_uint_gt(y, x)
#define ck_assert_uint_le(x, y) ck_assert_uint_ge(y, x)
#define ck_assert_str_eq(x, y)  ck_compare_str(__FILE__, __LINE__, x, y, 1)
#define ck_assert_str_ne(x, y)  ck_compare_str(__FILE__, __LINE__, x, y, 0)
#define ck_assert_mem_eq(x, y, size) \
    ck_assert_msg(memcmp(x, y, size) == 0, "Assertion '%s' failed", "memory of " #x " == " #y)
#define ck_assert_ptr_eq(x, y) \
    ck_assert_msg((const void *)(x) == (const void *)(y), "Assertion '%s' failed", #x " == " #y)
#define ck_assert_ptr_null(x)    ck_assert_msg((x) == NULL, "Assertion '%s' failed", #x " == NULL")
#define ck_assert_ptr_nonnull(x) ck_assert_msg((x) != NULL, "Assertion '%s' failed", #x " != NULL")

/* ---- Tests, cases, suites ---- */

typedef void TFun(int i);
typedef struct TTest {
    const char *name;
    TFun *fn;
} TTest;

#define START_TEST(name)                                  \
    static void name##_fn(int _i);                        \
    static const TTest name##_ttest = {#name, name##_fn}; \
    static const TTest *const name = &name##_ttest;       \
    static void name##_fn(int _i)                         \
    {                                                     \
        (void)_i;
#define END_TEST }

enum { CK_ENV = 0 };

/* A test that is run for _i from start to before end. */
struct ck_loop {
    const TTest *test;
    int start, end;
    struct ck_loop *next;
};

typedef struct TCase {
    const char *name;
    void (*setup)(void), (*teardown)(void);
    struct ck_loop *loops, **last_loop;
    struct TCase *next;
} TCase;

typedef struct Suite {
    const char *name;
    TCase *cases, **last_case;
} Suite;

typedef struct SRunner {
    Suite *suite;
    int run, failed;
} SRunner;

Suite *suite_create(const char *name);
TCase *tcase_create(const char *name);
void suite_add_tcase(Suite *suite, TCase *tcase);
void tcase_set_timeout(TCase *tcase, double timeout);
void tcase_add_checked_fixture(TCase *tcase, void (*setup)(void), void (*teardown)(void));
void tcase_add_loop_test(TCase *tcase, const TTest *test, int start, int end);
#define tcase_add_test(tcase, test) tcase_add_loop_test(tcase, test, 0, 1)
SRunner *srunner_create(Suite *suite);
void srunner_run_all(SRunner *runner, int mode);
int srunner_ntests_run(SRunner *runner);
int srunner_ntests_failed(SRunner *runner);
void srunner_free(SRunner *runner);

#endif
