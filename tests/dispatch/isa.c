/* isa.c: which kernels there are, which are used, and who decides. */
#include "config.h"
#include "harness/isas.h"
#include <bitmill.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef HAVE_PTHREAD_H
#include <pthread.h>
#endif
#ifdef BMILL_TEST_ZEN2
#include "dispatch/rows.h"
#endif

/* The kernels that a build for this processor must have. The list stands here and is not taken from
 * configure: a mistake there that drops kernels must fail, not pass with fewer tests. The user may
 * ask for fewer by --disable-avx2 and the like, and for one by --with-isa; that one may be
 * the best for this machine. */
static const char *const expected[] = {
#ifdef BMILL_WITH_ISA
    BMILL_WITH_ISA, NULL};
#else
#ifdef __x86_64__
#ifndef BMILL_DISABLED_AVX512
    "avx512",
#endif
#ifndef BMILL_DISABLED_AVX2
    "avx2",
#endif
#elif defined(__AARCH64EL__) && defined(__ARM_NEON) && !defined(BMILL_DISABLED_NEON)
    "neon",
#endif
    "portable", NULL};
#endif

/* The compiler's own idea of the processor, which shares no code with cpu_x86.c. */
static bool compiler_says_runs(const char *isa)
{
#ifdef __x86_64__
    __builtin_cpu_init();
    if (strcmp(isa, "avx2") == 0)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
               __builtin_cpu_supports("popcnt");
    if (strcmp(isa, "avx512") == 0)
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") &&
               __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bitalg") &&
               __builtin_cpu_supports("gfni") && __builtin_cpu_supports("avx512vpopcntdq");
#elif defined(__ARM_NEON)
    if (strcmp(isa, "neon") == 0)
        return true;
#endif
    return strcmp(isa, "portable") == 0 || strcmp(isa, "vec128") == 0 || strcmp(isa, "words") == 0;
}

/* The name of the i-th set that is expected. */
static const char *expected_name(size_t i)
{
    static const char *const best_first[] = {"avx512", "avx2", "neon", "portable"};
    size_t k = 0;
    if (!expected[i] || strcmp(expected[i], "native") != 0)
        return expected[i];
    while (!compiler_says_runs(best_first[k]))
        k++;
    return best_first[k];
}

START_TEST(library_has_the_expected_isas)
{
    size_t i = 0;
    for (; expected[i]; i++) {
        ck_assert_msg(bmill_isa_name(i) != NULL, "kernel set %zu is missing, expected %s", i,
                      expected_name(i));
        ck_assert_str_eq(bmill_isa_name(i), expected_name(i));
    }
    ck_assert_ptr_null(bmill_isa_name(i));
    ck_assert_ptr_null(bmill_isa_name(SIZE_MAX));
}
END_TEST

/* The set that runs everywhere. */
static const char *last_name(void)
{
    size_t i = 0;
    while (bmill_isa_name(i + 1))
        i++;
    return bmill_isa_name(i);
}

START_TEST(detection_agrees_with_the_compiler)
{
    for (size_t i = 0; bmill_isa_name(i); i++) {
        const char *isa = bmill_isa_name(i);
        bool runs = bmill_isa_query(isa) == BMILL_ISA_OK;
        ck_assert_msg(runs == compiler_says_runs(isa), "%s: bitmill says %s", isa,
                      runs ? "it runs" : "it does not run");
    }
}
END_TEST

/* Whether the avx2 kernels are those without pext and pdep: the compiler's idea again. -1 if it
 * does not know the maker of the processor. */
static int compiler_says_slow_pext(void)
{
#ifdef BMILL_TEST_ZEN2 /* tests/dispatch/zen2.c */
    return 1;
#elif defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_is("amdfam15h") || __builtin_cpu_is("amdfam17h"))
        return 1;
    return __builtin_cpu_is("amd") || __builtin_cpu_is("intel") ? 0 : -1;
#else
    return 0;
#endif
}

START_TEST(remark_is_about_slow_pext)
{
    bool is_avx2 = strcmp(isa_for_test(_i), "avx2") == 0;
    const char *slow =
        is_avx2 && compiler_says_slow_pext() == 1 ? "pext and pdep by steps: microcode here" : "";
    ck_assert_str_eq(bmill_isa_remark(), slow);
}
END_TEST

#ifdef BMILL_TEST_ZEN2
/* The kernels that script/test finds pext or pdep in. */
static const char *const with_pext[] = {"select",       "select_clear", "interleave",
                                        "deinterleave", "pext",         "pdep"};
enum { WITH_PEXT = sizeof with_pext / sizeof with_pext[0] };

static size_t replaced;
static void check_row(const char *name, bool same_kernel)
{
    bool differs = false;
    for (size_t i = 0; i < WITH_PEXT; i++)
        differs |= strcmp(name, with_pext[i]) == 0;
    ck_assert_msg(same_kernel == !differs, "%s: expected %s kernel", name,
                  differs ? "another" : "the same");
    replaced += differs;
}

/* All other kernels are those of AVX2. */
START_TEST(six_kernels_do_without_pext)
{
#define CHECK_ROW(name)                                               \
    check_row(#name, bmill_row_##name[BMILL_COLUMN_AVX2_SLOW_PEXT] == \
                         bmill_row_##name[BMILL_COLUMN_AVX2]);
#define BMILL_OP(name, shape, bit, vector, summary) CHECK_ROW(name)
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) CHECK_ROW(name)
#include "tables/kernels.def"
    ck_assert_uint_eq(replaced, WITH_PEXT);
}
END_TEST
#endif

START_TEST(select_takes_effect)
{
    const char *isa = isa_for_test(_i);
    unsigned char bits[100];
    memset(bits, 0x81, sizeof bits);
    ck_assert_uint_eq(bmill_bits_count(bits, sizeof bits * 8), 200);
    ck_assert_str_eq(bmill_isa_active(), isa);
}
END_TEST

START_TEST(auto_is_the_best_that_runs)
{
    size_t i = 0;
    while (bmill_isa_query(bmill_isa_name(i)) != BMILL_ISA_OK)
        i++;
    if (forks_for_tests()) /* no other test has chosen: the first call decides so, too */
        ck_assert_str_eq(bmill_isa_active(), bmill_isa_name(i));
    ck_assert_int_eq(bmill_isa_select(last_name()), BMILL_ISA_OK);
    ck_assert_int_eq(bmill_isa_select("auto"), BMILL_ISA_OK);
    ck_assert_str_eq(bmill_isa_active(), bmill_isa_name(i));
    ck_assert_int_eq(bmill_isa_select(last_name()), BMILL_ISA_OK);
    ck_assert_int_eq(bmill_isa_select(NULL), BMILL_ISA_OK);
    ck_assert_str_eq(bmill_isa_active(), bmill_isa_name(i));
}
END_TEST

START_TEST(a_wrong_name_changes_nothing)
{
    static const char *const wrong[] = {"avx3", "AVX2", " portable", "portable ", "avx", "none"};
    ck_assert_int_eq(bmill_isa_select(last_name()), BMILL_ISA_OK);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ck_assert_int_eq(bmill_isa_select(wrong[i]), BMILL_ISA_UNKNOWN);
        ck_assert_int_eq(bmill_isa_query(wrong[i]), BMILL_ISA_UNKNOWN);
        ck_assert_str_eq(bmill_isa_active(), last_name());
    }
}
END_TEST

START_TEST(what_cannot_run_is_not_taken)
{
    const char *isa = bmill_isa_name((size_t)_i);
    ck_assert_int_eq(bmill_isa_select(last_name()), BMILL_ISA_OK);
    ck_assert_int_eq(bmill_isa_query(isa), BMILL_ISA_UNSUPPORTED);
    ck_assert_int_eq(bmill_isa_select(isa), BMILL_ISA_UNSUPPORTED);
    ck_assert_str_eq(bmill_isa_active(), last_name());
}
END_TEST

#ifdef HAVE_PTHREAD_H
/* Closed until all threads are there. */
static pthread_rwlock_t start = PTHREAD_RWLOCK_INITIALIZER;

static void *first_calls(void *result)
{
    unsigned char bits[64];
    size_t *count = result;
    memset(bits, 0xff, sizeof bits);
    pthread_rwlock_rdlock(&start);
    pthread_rwlock_unlock(&start);
    *count = (bmill_bits_count)(bits, 500);
    for (int k = 0; k < 1000; k++) {
        bmill_isa_select(k % 2 ? last_name() : "auto");
        *count += (bmill_bits_count)(bits, 500) - 500;
    }
    return NULL;
}

/* Threads race for the first call and change the choice under each other. TSan watches this one. */
START_TEST(threads_may_race_for_the_first_call)
{
    enum { THREADS = 8 };
    pthread_t thread[THREADS];
    size_t count[THREADS];
    pthread_rwlock_wrlock(&start);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&thread[i], NULL, first_calls, &count[i]), 0);
    pthread_rwlock_unlock(&start);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(thread[i], NULL);
        ck_assert_uint_eq(count[i], 500);
    }
}
END_TEST
#endif

int main(int argc, char **argv)
{
    Suite *suite = suite_create("isa");
    TCase *tcase = add_case(suite, "choice");
    (void)argc;
    restart_without_bmill_isa(argv);
    tcase_add_test(tcase, library_has_the_expected_isas);
    tcase_add_test(tcase, detection_agrees_with_the_compiler);
    if (compiler_says_slow_pext() >= 0)
        add_test_for_each_isa(tcase, remark_is_about_slow_pext);
    else
        report_skipped("remark_is_about_slow_pext", "the compiler does not know this processor");
#ifdef BMILL_TEST_ZEN2
    tcase_add_test(tcase, six_kernels_do_without_pext);
#endif
    add_test_for_each_isa(tcase, select_takes_effect);
    tcase_add_test(tcase, auto_is_the_best_that_runs);
    tcase_add_test(tcase, a_wrong_name_changes_nothing);
    add_test_for_each_missing_isa(tcase, what_cannot_run_is_not_taken);
#ifdef HAVE_PTHREAD_H
    if (has_processors("threads_may_race_for_the_first_call", 2))
        tcase_add_test(tcase, threads_may_race_for_the_first_call);
#else
    report_skipped("threads_may_race_for_the_first_call",
                   "needs threads, which this system does not have");
#endif
    return run_suite(suite);
}
