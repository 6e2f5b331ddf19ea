/* build.c: from the file of a submission to a program that answers questions. The compiler runs in
 * the sandbox, too, and is given a text that was checked before. */
#define _GNU_SOURCE
#include "../tool.h"
#include "grade.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The sources of the program, in lines. */
#include "tools/grade/runner.inc"

enum { MAX_SOURCE = 1 << 18, MAX_PREPROCESSED = 1 << 21, SECONDS = 30 };

enum checks { NO_CHECKS, SOME_CHECKS, ALL_CHECKS };

/* ---- The compiler ---- */

/* Finds a program as the shell does. */
static bool find_program(const char *name, char path[400])
{
    const char *dirs = getenv("PATH");
    if (strchr(name, '/')) {
        snprintf(path, 400, "%s", name);
        return access(path, X_OK) == 0;
    }
    for (dirs = dirs ? dirs : "/usr/bin:/bin"; *dirs; dirs += *dirs == ':') {
        size_t length = strcspn(dirs, ":");
        snprintf(path, 400, "%.*s/%s", (int)length, dirs, name);
        if (length > 0 && access(path, X_OK) == 0)
            return true;
        dirs += length;
    }
    return false;
}

/* The directory above the one that a program is in, where that is not the system's own. */
static const char *home_of(const char *program)
{
    static char home[PATH_MAX];
    if (!realpath(program, home) || strncmp(home, "/usr/", 5) == 0 ||
        strncmp(home, "/opt/", 5) == 0)
        return NULL;
    for (int i = 0; i < 2; i++)
        if (strrchr(home, '/'))
            *strrchr(home, '/') = '\0';
    return home[0] && strcmp(home, getenv("HOME") ? getenv("HOME") : "") != 0 ? home : NULL;
}

/* Cuts the variable CC into words. A cache of compilations is left out: it has its files elsewhere.
 */
static size_t cut_words(char *text, const char **words, size_t most)
{
    size_t n = 0;
    for (char *word = strtok(text, " \t"); word && n < most; word = strtok(NULL, " \t"))
        if (n > 0 || (strcmp(word, "ccache") != 0 && strcmp(word, "distcc") != 0))
            words[n++] = word;
    return n;
}

bool find_compiler(struct submission *s)
{
    static const char *const usual[] = {"cc", "gcc", "clang"};
    static char text[500], path[400];
    const char *environment = getenv("CC");
    snprintf(text, sizeof text, "%s", environment ? environment : "");
    size_t n = cut_words(text, s->compiler, 15);
    bool found = n > 0 && find_program(s->compiler[0], path);
    for (size_t i = 0; n == 0 && !found && i < sizeof usual / sizeof usual[0]; i++)
        found = find_program(usual[i], path);
    if (!found)
        return failure(n > 0 ? "grade: CC: no compiler '%s': expected a C compiler, such as gcc"
                             : "grade: no C compiler: expected cc, gcc or clang, or CC to name one",
                       n > 0 ? s->compiler[0] : ""),
               false;
    s->compiler[0] = path;
    s->compiler[n > 0 ? n : 1] = NULL;
    s->sandbox.extra[0] = home_of(path);
    return true;
}

/* Runs the compiler with more arguments. Result: whether it could be run; then *fine, whether it
 * succeeded, and s->messages. */
static bool compile(struct submission *s, const char *const *arguments, bool *fine)
{
    const char *command[60];
    size_t n = 0;
    struct outcome outcome;
    for (size_t i = 0; s->compiler[i]; i++)
        command[n++] = s->compiler[i];
    while (*arguments)
        command[n++] = *arguments++;
    command[n] = NULL;
    if (!sandbox_run(&s->sandbox, command, SECONDS, &outcome))
        return false;
    free(s->messages);
    s->messages = outcome.out;
    *fine = outcome.status == 0;
    if (outcome.status != -1)
        return true;
    failure("grade: the compiler '%s' takes too long", s->compiler[0]);
    return false;
}

static bool refuse(struct submission *s, const char *format, ...) LIKE_PRINTF(2, 3);
static bool refuse(struct submission *s, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(s->refused, sizeof s->refused, format, args);
    va_end(args);
    return true;
}

/* Compiles a file into its object file, with checks where the compiler has them: those for
 * undefined behaviour, and a value of variables without one that nobody takes for 0. */
static bool compile_object(struct submission *s, enum checks checks, const char *file, bool *fine)
{
    const char *arguments[20] = {"-c",
                                 "-std=gnu11",
                                 "-O1",
                                 "-w",
                                 "-ffreestanding",
                                 "-fno-strict-aliasing",
                                 "-fno-stack-protector",
                                 "-fno-pie"};
    size_t n = 8;
    if (checks != NO_CHECKS) {
        arguments[n++] = "-fsanitize=shift,integer-divide-by-zero,unreachable,vla-bound,null,"
                         "signed-integer-overflow,bounds,alignment,bool,pointer-overflow,builtin";
        arguments[n++] = "-fno-sanitize-recover=all";
    } else {
        arguments[n++] = "-fwrapv";
    }
    if (checks == ALL_CHECKS)
        arguments[n++] = "-ftrivial-auto-var-init=pattern";
    arguments[n++] = "-x";
    arguments[n++] = "cpp-output";
    arguments[n++] = file;
    return compile(s, arguments, fine);
}

/* Whether the compiler compiles a file without a fault. s->messages stays. */
static bool compiler_works(struct submission *s, enum checks checks, bool *works)
{
    static const char probe[] = "int x;\n";
    char *messages = s->messages;
    s->messages = NULL;
    const bool could = sandbox_write(&s->sandbox, "probe.i", probe, sizeof probe - 1) &&
                       compile_object(s, checks, "probe.i", works);
    free(s->messages);
    s->messages = messages;
    if (could && checks == NO_CHECKS && !*works)
        return failure("grade: the compiler '%s' does not compile 'int x;'", s->compiler[0]), false;
    return could;
}

/* It does not compile, unless that is the compiler's fault. */
static bool refuse_to_compile(struct submission *s)
{
    bool works;
    return compiler_works(s, NO_CHECKS, &works) && refuse(s, "it does not compile");
}

/* ---- Reading ---- */

/* The whole of a file. Result: malloc()ed, with a 0 at the end, or NULL. */
static char *read_whole(const char *path, size_t most, size_t *length)
{
    int fd = open(path, O_RDONLY | O_NOCTTY);
    char *text = fd >= 0 ? malloc(most + 2) : NULL;
    ssize_t n = 0;
    for (*length = 0; text && *length <= most; *length += (size_t)n)
        if ((n = read(fd, text + *length, most + 1 - *length)) <= 0)
            break;
    if (text)
        text[*length] = '\0';
    if (n < 0) {
        free(text);
        text = NULL;
    }
    if (fd >= 0)
        close(fd);
    return text;
}

/* The name for the compiler: that of the file if it is a plain one. */
static void choose_name(struct submission *s)
{
    const char *slash = strrchr(s->path, '/'), *name = slash ? slash + 1 : s->path;
    size_t n = strlen(name);
    bool plain = n > 2 && n < sizeof s->file && strcmp(name + n - 2, ".c") == 0 &&
                 isalnum((unsigned char)name[0]) && strcmp(name, "runner.c") != 0;
    for (const char *p = name; *p; p++)
        plain = plain && (isalnum((unsigned char)*p) || strchr("._-+", *p));
    snprintf(s->file, sizeof s->file, "%s", plain ? name : "submission.c");
}

static bool clean(struct submission *s)
{
    size_t length;
    struct complaint wrong = {0, ""};
    char *source = read_whole(s->path, MAX_SOURCE, &length);
    if (!source)
        return file_error(s->path), false;
    if (length > MAX_SOURCE) {
        free(source);
        return refuse(s, "the file has more than %d bytes", MAX_SOURCE);
    }
    s->cleaned = clean_source(source, length, &wrong);
    free(source);
    if (!s->cleaned || !check_source(s->cleaned, &wrong))
        return refuse(s, "%s:%u: %s", s->file, wrong.line, wrong.text);
    return true;
}

static bool preprocess(struct submission *s)
{
    bool fine;
    char path[400];
    size_t length;
    struct complaint wrong;
    const char *const arguments[] = {"-E",    "-std=gnu11", "-ffreestanding", "-w",
                                     s->file, "-o",         "preprocessed.i", NULL};
    if (!sandbox_write(&s->sandbox, s->file, s->cleaned, strlen(s->cleaned)) ||
        !compile(s, arguments, &fine))
        return false;
    if (!fine)
        return refuse_to_compile(s);
    snprintf(path, sizeof path, "%s/preprocessed.i", s->sandbox.dir);
    s->preprocessed = read_whole(path, MAX_PREPROCESSED, &length);
    if (!s->preprocessed)
        return file_error(path), false;
    if (length > MAX_PREPROCESSED || strlen(s->preprocessed) != length)
        return refuse(s, "its macros give more than %d bytes", MAX_PREPROCESSED);
    struct tokens tokens = cut_tokens(s->preprocessed, s->file);
    if (!tokens.list)
        return refuse(s, "it is too large");
    scan_submission(&s->scan, tokens);
    if (!check_tokens(&tokens, &wrong))
        return refuse(s, "%s:%u: %s", s->file, wrong.line, wrong.text);
    return true;
}

bool read_submission(struct submission *s)
{
    choose_name(s);
    if (!clean(s))
        return false;
    return s->refused[0] || preprocess(s);
}

/* ---- Compiling ---- */

/* How the runner calls a function: with its arguments as numbers, and its result as one. */
static void write_call(FILE *out, const struct graded *g)
{
    const char *kinds = g->law->signature;
    fprintf(out,
            "static unsigned long long bmill_grade_call_%u(const unsigned long long *in)\n"
            "{ return %s(%.*s(",
            g->number, kinds[0] == 'B' ? "0 != " : "(unsigned long long)",
            (int)g->function->name->length, g->function->name->at);
    for (unsigned i = 0; kinds[2 + i]; i++)
        fprintf(out, "%sin[%u]", i > 0 ? ", " : "", i);
    fprintf(out, ")); }\n");
}

void write_with_ends(FILE *out, const struct submission *s, bool in_proof)
{
    const char *at = s->preprocessed;
    for (size_t i = 0; i < s->scan.nfunctions; i++) {
        const struct function *f = &s->scan.functions[i];
        const struct token *last = &s->scan.tokens.list[f->end];
        if (f->result.kind != TYPE_INTEGER && f->result.kind != TYPE_BOOL)
            continue;
        fprintf(out, "%.*s", (int)(last->at - at), at);
        if (in_proof)
            fprintf(out, " __builtin_unreachable(); ");
        else
            fprintf(out, " bmill_grade_no_return(%uu); ", last->line);
        at = last->at;
    }
    fprintf(out, "%s\n", at);
}

/* The preprocessed submission with the calls after it. No macro is left that could change these. */
static char *with_calls(const struct submission *s, size_t *length)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    if (!out)
        return NULL;
    fprintf(out, "# 1 \"the grader\"\nvoid bmill_grade_no_return(unsigned);\n");
    write_with_ends(out, s, false);
    fprintf(out, "# 1 \"the grader\"\n");
    for (size_t i = 0; i < s->ngraded; i++)
        if (s->graded[i].has_type)
            write_call(out, &s->graded[i]);
    fprintf(out, "unsigned long long (*const bmill_grade_calls[])(const unsigned long long *) = {");
    for (size_t i = 0; i < s->ngraded; i++)
        if (s->graded[i].has_type)
            fprintf(out, "bmill_grade_call_%u, ", s->graded[i].number);
    fprintf(out, "0};\n");
    return fclose(out) == 0 ? text : NULL;
}

static bool write_lines(const struct submission *s, const char *name, const char *const *lines)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    for (; out && *lines; lines++)
        fprintf(out, "%s\n", *lines);
    bool fine = out && fclose(out) == 0 && sandbox_write(&s->sandbox, name, text, length);
    free(text);
    return fine;
}

/* With all checks that the compiler has: where it fails without the submission, too, it lacks one.
 */
static bool compile_checked(struct submission *s, bool *fine)
{
    for (enum checks checks = ALL_CHECKS;; checks--) {
        bool works = true;
        if (!compile_object(s, checks, "submission.i", fine) ||
            (!*fine && !compiler_works(s, checks, &works)))
            return false;
        if (works)
            return true;
    }
}

static bool compile_runner(struct submission *s, bool *fine)
{
    static const char *const arguments[] = {"-std=gnu11",
                                            "-O1",
                                            "-w",
                                            "-ffreestanding",
                                            "-fno-stack-protector",
                                            "-fno-pie",
                                            "-no-pie",
                                            "-static",
                                            "-nostdlib",
                                            "-Wl,--unresolved-symbols=ignore-all",
                                            "-Wl,-e,_start",
                                            "runner.c",
                                            "submission.o",
                                            "-lgcc",
                                            "-o",
                                            "program",
                                            NULL};
    return compile(s, arguments, fine);
}

bool compile_submission(struct submission *s)
{
    size_t length;
    bool fine;
    char *text = with_calls(s, &length);
    bool written = text && sandbox_write(&s->sandbox, "submission.i", text, length) &&
                   write_lines(s, "runner.c", runner_lines) &&
                   write_lines(s, "shared.h", shared_lines);
    free(text);
    if (!written || !compile_checked(s, &fine) || (fine && !compile_runner(s, &fine)))
        return false;
    return fine || refuse(s, "it does not compile");
}
