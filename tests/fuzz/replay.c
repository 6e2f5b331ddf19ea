/* replay.c: plays inputs of the fuzzer (tests/fuzz/fuzz.h) with every ISA, without libFuzzer: those
 * of tests/fuzz/corpus.txt, which reach all branches that the fuzzer has found, and those of
 * tests/fuzz/bugs.txt, which once failed.
 *
 *     replay plays both
 *     replay FILE... plays files that libFuzzer wrote, or lines, if the name ends in .txt
 *     replay --functions prints the names of all functions that are tried
 *     replay --unpack CORPUS DIRECTORY
 *                              writes each line of the corpus to a file, for libFuzzer
 *     replay --pack FILE... prints such files as lines
 *
 * Environment: srcdir.
 */
#include "fuzz/fuzz.h"
#include <bitmill/isa.h>
#ifndef __wasi__
#include <signal.h>
#endif
#include <stdlib.h>
#include <string.h>

enum { MAX_INPUT = 4096, MAX_LINE = 2 * MAX_INPUT + 200 };

static int passed, failed, skipped;

static void count(bool right) { *(right ? &passed : &failed) += 1; }

#ifdef __wasi__ /* a crash ends all of it */
static void catch_crashes(void) {}
#else
/* A crash is a failure that names its call. */
static void on_signal(int signal)
{
    fprintf(stderr, "failed: signal %d in this call:\n", signal);
    print_call();
    _Exit(1);
}

static void catch_crashes(void)
{
    static const int signals[] = {SIGSEGV, SIGILL, SIGFPE};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        signal(signals[i], on_signal);
#ifdef SIGBUS
    signal(SIGBUS, on_signal);
#endif
}
#endif

/* A line each: comments begin with #. */
static void for_each_line(const char *path, void (*use)(const unsigned char *, size_t, size_t line))
{
    static char line[MAX_LINE];
    static unsigned char bytes[MAX_INPUT];
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "failed: cannot read %s\n", path);
        failed++;
        return;
    }
    for (size_t number = 1; fgets(line, sizeof line, file); number++) {
        size_t n = 0;
        if (*line == '#' || *line == '\n')
            continue;
        n = read_line(line, bytes, sizeof bytes);
        if (n == 0) {
            fprintf(stderr, "failed: %s:%zu: there is no such function\n", path, number);
            failed++;
        } else {
            use(bytes, n, number);
        }
    }
    fclose(file);
}

static void play_line(const unsigned char *bytes, size_t n, size_t line)
{
    (void)line;
    count(play(bytes, n));
}

static size_t read_file(const char *path, unsigned char *bytes, size_t size)
{
    FILE *file = fopen(path, "rb");
    size_t n;
    if (!file) {
        fprintf(stderr, "failed: cannot read %s\n", path);
        exit(2);
    }
    n = fread(bytes, 1, size, file);
    fclose(file);
    return n;
}

static void play_path(const char *path)
{
    static unsigned char bytes[MAX_INPUT];
    size_t length = strlen(path);
    if (length > 4 && strcmp(path + length - 4, ".txt") == 0) {
        for_each_line(path, play_line);
    } else {
        size_t n = read_file(path, bytes, sizeof bytes);
        bool right = play(bytes, n);
        if (right)
            print_call();
        count(right);
    }
}

/* ---- Between corpora and files ---- */

static const char *directory;

static void write_file(const unsigned char *bytes, size_t n, size_t line)
{
    char path[1000];
    FILE *file;
    snprintf(path, sizeof path, "%s/%05zu", directory, line);
    file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, n, file) != n || fclose(file) != 0) {
        fprintf(stderr, "failed: cannot write %s\n", path);
        exit(2);
    }
}

static void pack(char **paths)
{
    static unsigned char bytes[MAX_INPUT];
    for (; *paths; paths++)
        print_line(stdout, bytes, read_file(*paths, bytes, sizeof bytes));
}

/* ---- Sets of kernels that this machine cannot run are reported ---- */

static void report_skipped(void)
{
    const char *required = getenv("BMILL_REQUIRE_ISA"), *isa;
    for (size_t i = 0; (isa = bmill_isa_name(i)); i++) {
        if (bmill_isa_query(isa) == BMILL_ISA_OK)
            continue;
        if (required && (strcmp(required, isa) == 0 || strcmp(required, "all") == 0)) {
            printf("failed: corpus/%s: BMILL_REQUIRE_ISA asks for it, but this machine cannot run "
                   "it\n",
                   isa);
            failed++;
        } else {
            printf("skipped: corpus/%s: this machine cannot run it\n", isa);
            skipped++;
        }
    }
}

static void play_kept(const char *name)
{
    const char *srcdir = getenv("srcdir");
    char path[1000];
    snprintf(path, sizeof path, "%s/tests/fuzz/%s", srcdir ? srcdir : BMILL_SRCDIR, name);
    for_each_line(path, play_line);
}

int main(int argc, char **argv)
{
    char name[80];
    if (argc == 2 && strcmp(argv[1], "--functions") == 0) {
        for (size_t i = 0; i < functions_count(); i++)
            puts(function_name(i, name));
        return 0;
    }
    if (argc == 4 && strcmp(argv[1], "--unpack") == 0) {
        directory = argv[3];
        for_each_line(argv[2], write_file);
        return failed > 0;
    }
    if (argc > 1 && strcmp(argv[1], "--pack") == 0) {
        pack(argv + 2);
        return 0;
    }
    catch_crashes();
    if (argc == 1) {
        report_skipped();
        play_kept("corpus.txt");
        play_kept("bugs.txt");
    }
    for (int i = 1; i < argc; i++)
        play_path(argv[i]);
    printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped);
    return failed > 0 || passed == 0;
}
