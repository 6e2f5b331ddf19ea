/* runner.c: see runner.h. */
#define _GNU_SOURCE
#include "runner.h"
#include "pages.h"
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef _WIN32
#include <windows.h>
#elif !defined(__wasi__)
#include <sched.h>
#endif

#ifdef BMILL_TESTS_PLAIN_CHECK_H /* see plain_check/check.h */
#include "plain_check/check.c"
#endif

static int skipped, missing;

/* ---- Seeds ---- */

enum { MAX_KEPT = 3 }; /* the latest seeds of a program, which are repeated */

static uint64_t current_seed;
static bool seed_is_known;

uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

void fill_random(unsigned char *p, size_t n, uint64_t *state)
{
    uint64_t x;
    for (; n >= sizeof x; p += sizeof x, n -= sizeof x) {
        x = random_next(state);
        memcpy(p, &x, sizeof x);
    }
    x = random_next(state);
    memcpy(p, &x, n);
}

/* From the system, else from the time and the process. */
static uint64_t new_seed(void)
{
    uint64_t seed = 0;
    FILE *f = fopen("/dev/urandom", "rb");
    if (!f || fread(&seed, sizeof seed, 1, f) != 1) {
#ifdef __wasi__
        struct timespec now = {0};
        clock_gettime(CLOCK_REALTIME, &now);
        seed = (uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec;
#else
        seed = (uint64_t)time(NULL) << 32 ^ (uint64_t)clock() << 16 ^ (uint64_t)getpid();
#endif
        seed = random_next(&seed);
    }
    if (f)
        fclose(f);
    return seed;
}

/* Whether BMILL_SEED is set; stores it in *seed. Ends the program if it is no number. */
static bool given_seed(uint64_t *seed)
{
    const char *text = getenv("BMILL_SEED");
    char *end;
    if (!text || !*text || strcmp(text, "random") == 0)
        return false;
    errno = 0;
    *seed = strtoull(text, &end, 0);
    if (*end || errno || *text == '-') {
        printf("failed: BMILL_SEED is '%s': expected a number or \"random\"\n", text);
        exit(1);
    }
    return true;
}

/* Works also without run_suite(), and after a test has changed BMILL_SEED. */
uint64_t test_seed(void)
{
    uint64_t seed;
    if (given_seed(&seed))
        return seed;
    if (!seed_is_known)
        current_seed = new_seed();
    seed_is_known = true;
    return current_seed;
}

/* The name under which the seeds of this program are kept: "bits/move" for build/tests/bits/move,
 * also where libtool's script starts build/tests/bits/.libs/lt-move, on Windows .libs/move.exe. */
static const char *program_name(void)
{
#ifdef __wasi__ /* which does not know */
    return "test";
#else
    static char path[PATH_MAX];
    char *libtool, *name;
#ifdef _WIN32
    GetModuleFileNameA(NULL, path, sizeof path);
    for (name = path; *name; name++)
        if (*name == '\\')
            *name = '/';
    if ((name = strrchr(path, '.')) != NULL)
        *name = '\0';
#else
    if (!realpath(program_invocation_name, path))
        return program_invocation_short_name;
#endif
    if ((libtool = strstr(path, "/.libs/")) != NULL) {
        const char *file = libtool + strlen("/.libs/");
        file += strncmp(file, "lt-", strlen("lt-")) == 0 ? strlen("lt-") : 0;
        memmove(libtool + 1, file, strlen(file) + 1);
    }
    name = strrchr(path, '/');
    while (name > path && name[-1] != '/')
        name--;
    return name;
#endif
}

static const char *kept_file(void)
{
    const char *file = getenv("BMILL_FAILED_SEEDS");
    return file ? file : "tests/failed-seeds";
}

/* Reads the seeds with which this program failed last, each once, the latest first. Returns how
 * many. */
static size_t read_kept(uint64_t kept[MAX_KEPT])
{
    FILE *f = fopen(kept_file(), "r");
    char name[100];
    uint64_t seed;
    size_t n = 0;
    while (f && fscanf(f, "%99s %" SCNu64, name, &seed) == 2) {
        size_t i = 0;
        if (strcmp(name, program_name()) != 0)
            continue;
        while (i < n && kept[i] != seed)
            i++;
        if (i == n && n < MAX_KEPT)
            n++;
        i = i < MAX_KEPT ? i : MAX_KEPT - 1;
        memmove(kept + 1, kept, i * sizeof *kept);
        kept[0] = seed;
    }
    if (f)
        fclose(f);
    return n;
}

static void keep_seed(uint64_t seed)
{
    uint64_t kept[MAX_KEPT];
    FILE *f;
    printf("  again: BMILL_SEED=%" PRIu64 " tests/%s\n", seed, program_name());
    for (size_t i = 0, n = read_kept(kept); i < n; i++)
        if (kept[i] == seed)
            return;
    f = fopen(kept_file(), "a");
    if (!f || fprintf(f, "%s %" PRIu64 "\n", program_name(), seed) < 0)
        printf("  (the seed is not kept: cannot write %s)\n", kept_file());
    if (f)
        fclose(f);
}

/* ---- Running ---- */

TCase *add_case(Suite *suite, const char *name)
{
    TCase *tcase = tcase_create(name);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return tcase;
}

/* Flushed, because a child of fork() would print it again. */
void report_skipped(const char *test, const char *why)
{
    printf("skipped: %s: %s\n", test, why);
    fflush(stdout);
    skipped++;
}

void report_missing(const char *test, const char *why)
{
    printf("failed: %s: %s\n", test, why);
    fflush(stdout);
    missing++;
}

bool has_processors(const char *test, int wanted)
{
    int found = 1;
    char why[100];
#ifdef CPU_COUNT
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        found = CPU_COUNT(&set);
#elif defined(_WIN32)
    SYSTEM_INFO system;
    GetSystemInfo(&system);
    found = (int)system.dwNumberOfProcessors;
#elif !defined(__wasi__) /* which has no threads */
    found = (int)sysconf(_SC_NPROCESSORS_ONLN);
#endif
    snprintf(why, sizeof why, "needs %d processors, and may use %d", wanted, found);
    if (found < wanted)
        report_skipped(test, why);
    return found >= wanted;
}

bool has_memory(const char *test, size_t bytes)
{
    void *volatile p = malloc(bytes);
    char why[100];
    bool there = p != NULL;
    free(p);
    snprintf(why, sizeof why, "needs %zu bytes of memory", bytes);
    if (!there)
        report_skipped(test, why);
    return there;
}

bool has_small_pages(const char *test)
{
    size_t page = pages_size();
    char why[100];
    if (page == 0)
        snprintf(why, sizeof why, "needs pages that cannot be read, and there are none");
    else
        snprintf(why, sizeof why, "needs pages of 4096 bytes, and they have %zu", page);
    if (page != 4096)
        report_skipped(test, why);
    return page == 4096;
}

bool forks_for_tests(void)
{
#ifdef BMILL_TESTS_PLAIN_CHECK_H
    return false;
#else
    const char *fork = getenv("CK_FORK");
    return !fork || strcmp(fork, "no") != 0;
#endif
}

void set_environment(const char *name, const char *value)
{
#ifdef _WIN32
    _putenv_s(name, value ? value : ""); /* without a value it removes the variable */
#else
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
#endif
}

void skip_program(const char *suite, const char *why)
{
    const char *required = getenv("BMILL_REQUIRE_ISA");
    if (required && strcmp(required, "all") == 0)
        report_missing(suite, why);
    else
        report_skipped(suite, why);
    printf("0 passed, %d failed, %d skipped\n", missing, skipped);
    exit(missing ? 1 : 77); /* 77 tells automake that the test was skipped */
}

/* All tests, with one seed. */
static void run_with_seed(SRunner *runner, uint64_t seed, const char *what)
{
    int failed = srunner_ntests_failed(runner);
    current_seed = seed;
    seed_is_known = true;
    printf("seed: %" PRIu64 "%s; BMILL_SEED=%" PRIu64 " repeats it\n", seed, what, seed);
    fflush(stdout);
    srunner_run_all(runner, CK_ENV);
    if (srunner_ntests_failed(runner) > failed)
        keep_seed(seed);
}

#ifdef __wasm__
/* The first test that fails is the last that runs: see plain_check/check.c. */
static SRunner *running;
static void failed_at_last(void)
{
    int run = srunner_ntests_run(running), failed = srunner_ntests_failed(running);
    printf("  (no further test is run: a failed one ends a program of WebAssembly)\n");
    keep_seed(current_seed);
    printf("%d passed, %d failed, %d skipped\n", run - failed, failed + missing, skipped);
}
#endif

int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    uint64_t seed, kept[MAX_KEPT];
    int run, failed;
#ifdef __wasm__
    running = runner;
#endif
    if (given_seed(&seed)) {
        run_with_seed(runner, seed, ", as BMILL_SEED says");
    } else {
        for (size_t i = 0, n = read_kept(kept); i < n; i++)
            run_with_seed(runner, kept[i], ", which failed before");
        run_with_seed(runner, new_seed(), "");
    }
    run = srunner_ntests_run(runner);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    printf("%d passed, %d failed, %d skipped\n", run - failed, failed + missing, skipped);
    return failed + missing > 0 || run == 0;
}
