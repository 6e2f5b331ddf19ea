/* prove.c: proofs for all inputs. clang makes LLVM IR of the submission, in the sandbox, and
 * tests/prove/grade.py makes z3 compare that with the specifications that bitmill itself is proven
 * against. No code of the submission runs for that. */
#define _GNU_SOURCE
#include "../tool.h"
#include "grade.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS_OF_PROOF = 60 };

/* ---- What is needed ---- */

static char proof_dir[PATH_MAX + 20];

/* The directory of the programs that prove: installed, or in the tree where this was built. */
static bool find_proof_dir(void)
{
    static const char *const beside[] = {"prove", "../prove", "../share/bitmill/prove"};
    char self[PATH_MAX], path[PATH_MAX + 40];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    self[n > 0 ? n : 0] = '\0';
    char *slash = strrchr(self, '/');
    if (slash)
        *slash = '\0';
    for (size_t i = 0; i <= sizeof beside / sizeof beside[0]; i++) {
        if (i == 0)
            snprintf(path, sizeof path, "%s/prove", BMILL_PKGDATADIR);
        else
            snprintf(path, sizeof path, "%s/%s", self, beside[i - 1]);
        char *real = realpath(path, NULL);
        snprintf(proof_dir, sizeof proof_dir, "%s", real ? real : "");
        free(real);
        snprintf(path, sizeof path, "%s/grade.py", proof_dir);
        if (proof_dir[0] && access(path, R_OK) == 0)
            return true;
    }
    return false;
}

static bool runs(struct submission *s, const char *const *command)
{
    struct outcome outcome = {0, NULL, 0, false};
    bool fine = sandbox_run(&s->sandbox, command, 60, &outcome) && outcome.status == 0;
    free(outcome.out);
    return fine;
}

bool can_prove(struct submission *s)
{
    static const char *const python[] = {"/usr/bin/python3", "-c", "import z3", NULL};
    static const char *const clang[] = {"/usr/bin/env", "clang", "--version", NULL};
    if (!find_proof_dir())
        return failure("grade: --prove: the directory %s/prove is missing: expected it installed",
                       BMILL_PKGDATADIR),
               false;
    s->sandbox.extra[1] = proof_dir;
    if (!runs(s, clang))
        return failure("grade: --prove needs clang (Debian: apt-get install clang)"), false;
    if (!runs(s, python))
        return failure("grade: --prove needs z3 for /usr/bin/python3 (Debian: apt-get install "
                       "python3-z3)"),
               false;
    return true;
}

/* ---- What clang is given ---- */

static const char *const words[] = {"unsigned char", "unsigned short", "unsigned int",
                                    "unsigned long long"};
static const char *const signed_words[] = {"signed char", "short", "int", "long long"};

static unsigned row_of(unsigned width)
{
    return width == 8 ? 0 : width == 16 ? 1 : width == 32 ? 2 : 3;
}

/* About which inputs a law asks, in C. NULL: not known here. */
static const char *asked_in_c(const struct law *law)
{
    static const char *const conditions[][2] = {{"set", "i < W"},
                                                {"clear", "i < W"},
                                                {"flip", "i < W"},
                                                {"modify", "i < W"},
                                                {"is_set", "i < W"},
                                                {"rotl", "i < W"},
                                                {"rotr", "i < W"},
                                                {"select", "i < W"},
                                                {"rank", "i <= W"},
                                                {"low_mask", "i <= W"},
                                                {"mask", "i < W && n <= W - i"},
                                                {"extract", "i < W && n <= W - i"},
                                                {"insert", "i < W && n <= W - i"},
                                                {"sign_extend", "i > 0 && i <= W"},
                                                {"next_submask", "(x & ~y) == 0"},
                                                {"prev_submask", "(x & ~y) == 0"},
                                                {"next_superset", "(y & ~x) == 0"},
                                                {"align_down", "y != 0 && (y & (y - 1)) == 0"},
                                                {"align_up", "y != 0 && (y & (y - 1)) == 0"},
                                                {"is_aligned", "y != 0 && (y & (y - 1)) == 0"}};
    const size_t length = strlen(law->name);
    for (size_t i = 0; i < sizeof conditions / sizeof conditions[0]; i++)
        if (strcmp(conditions[i][0], law->name) == 0)
            return conditions[i][1];
    if (strcmp(law->name, law->verb) == 0)
        return "1";
    if (length > 8 && strcmp(law->name + length - 8, "_nonzero") == 0)
        return "x != 0";
    return NULL;
}

static void write_parameters(FILE *out, const struct graded *g)
{
    for (const char *p = g->law->signature + 2; *p; p++)
        fprintf(out, "%s%s %s", p > g->law->signature + 2 ? ", " : "",
                *p == 's'           ? "_Bool"
                : strchr("xyz", *p) ? words[row_of(g->width)]
                                    : "unsigned",
                (const char[2]){*p == 's' ? 'y' : *p, '\0'});
}

/* The function in the types of bitmill, and which inputs are asked about. */
static void write_wrapper(FILE *out, const struct graded *g)
{
    const char result = g->law->signature[0];
    fprintf(out, "static _Bool bmill_asked_%u(", g->number);
    write_parameters(out, g);
    fprintf(out, ") { enum { W = %u }; return %s; }\n%s bmill_proof_%u(", g->width,
            asked_in_c(g->law),
            result == 'B'   ? "_Bool"
            : result == 'C' ? "unsigned"
            : result == 'S' ? signed_words[row_of(g->width)]
                            : words[row_of(g->width)],
            g->number);
    write_parameters(out, g);
    fprintf(out, ") { return bmill_asked_%u(", g->number);
    for (const char *p = g->law->signature + 2; *p; p++)
        fprintf(out, "%s%c", p > g->law->signature + 2 ? ", " : "", *p == 's' ? 'y' : *p);
    fprintf(out, ") ? %.*s(", (int)g->function->name->length, g->function->name->at);
    for (const char *p = g->law->signature + 2; *p; p++)
        fprintf(out, "%s%c", p > g->law->signature + 2 ? ", " : "", *p == 's' ? 'y' : *p);
    fprintf(out, ") : 0; }\n");
}

static bool is_to_prove(const struct graded *g)
{
    return g->has_type && g->trial.kind == TRIAL_RIGHT && asked_in_c(g->law);
}

static bool write_wrappers(const struct submission *s)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        return false;
    write_with_ends(out, s, true);
    fprintf(out, "# 1 \"the grader\"\n");
    for (size_t i = 0; i < s->ngraded; i++)
        if (is_to_prove(&s->graded[i]))
            write_wrapper(out, &s->graded[i]);
    bool fine = fclose(out) == 0 && sandbox_write(&s->sandbox, "proof.i", text, length);
    free(text);
    return fine;
}

static bool make_ir(struct submission *s, const char *name, const char *sanitize)
{
    const char *const command[] = {"/usr/bin/env",
                                   "clang",
                                   "-std=gnu11",
                                   "-w",
                                   "-ffreestanding",
                                   "-femit-all-decls",
                                   "-O1",
                                   "-Xclang",
                                   "-disable-llvm-passes",
                                   "-emit-llvm",
                                   "-S",
                                   "-x",
                                   "cpp-output",
                                   "proof.i",
                                   "-o",
                                   name,
                                   sanitize,
                                   "-fsanitize-trap=all",
                                   NULL};
    return runs(s, command);
}

/* ---- What comes out ---- */

/* A line is "NUMBER STATUS TEXT". */
static void read_verdict(struct submission *s, const char *line)
{
    char *end, status[10];
    const unsigned long number = strtoul(line, &end, 10);
    int taken = 0;
    if (end == line || sscanf(end, " %9s %n", status, &taken) < 1)
        return;
    for (size_t i = 0; i < s->ngraded; i++) {
        struct graded *g = &s->graded[i];
        if (!is_to_prove(g) || g->number != number)
            continue;
        g->proof = strcmp(status, "proved") == 0    ? PROVED
                   : strcmp(status, "refuted") == 0 ? REFUTED
                                                    : UNPROVEN;
        snprintf(g->proof_text, sizeof g->proof_text, "is %s%s%s",
                 g->proof == PROVED    ? "proved for all inputs that the law asks about"
                 : g->proof == REFUTED ? "refuted"
                                       : "not proved",
                 end[taken] ? ": " : "", end + taken);
    }
}

static void read_verdicts(struct submission *s, char *text)
{
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
        read_verdict(s, line);
}

/* Runs grade.py for functions from *next on, as many as the command line of the sandbox holds. */
static void prove_some(struct submission *s, size_t *next)
{
    enum { MOST = 25 };
    char arguments[MOST][2][12], script[PATH_MAX + 40];
    const char *command[MOST * 3 + 10] = {"/usr/bin/python3", "-B",         script,
                                          "plain.ll",         "checked.ll", "60"};
    struct outcome outcome = {0, NULL, 0, false};
    size_t n = 6;
    unsigned tasks = 0;
    snprintf(script, sizeof script, "%s/grade.py", proof_dir);
    for (; *next < s->ngraded && tasks < MOST; ++*next) {
        const struct graded *g = &s->graded[*next];
        if (!is_to_prove(g))
            continue;
        snprintf(arguments[tasks][0], 12, "%u", g->width);
        snprintf(arguments[tasks][1], 12, "%u", g->number);
        command[n++] = g->law->verb;
        command[n++] = arguments[tasks][0];
        command[n++] = arguments[tasks][1];
        tasks++;
    }
    if (tasks > 0 && sandbox_run(&s->sandbox, command, (tasks + 1) * SECONDS_OF_PROOF, &outcome))
        read_verdicts(s, outcome.out);
    free(outcome.out);
}

void prove_submission(struct submission *s)
{
    size_t tasks = 0;
    for (size_t i = 0; i < s->ngraded; i++) {
        struct graded *g = &s->graded[i];
        if (!g->has_type || g->trial.kind != TRIAL_RIGHT)
            continue;
        tasks += is_to_prove(g);
        g->proof = UNPROVEN;
        if (is_to_prove(g))
            snprintf(g->proof_text, sizeof g->proof_text,
                     "is not proved: clang cannot compile it, or the proof takes too long");
        else
            snprintf(g->proof_text, sizeof g->proof_text,
                     "is not proved: the law of %s can only be tried", g->law->name);
    }
    if (tasks == 0 || !write_wrappers(s) || !make_ir(s, "plain.ll", "-fno-sanitize=all") ||
        !make_ir(s, "checked.ll",
                 "-fsanitize=shift,signed-integer-overflow,integer-divide-by-zero,unreachable,bool,"
                 "builtin,bounds,return"))
        return;
    for (size_t next = 0; next < s->ngraded;)
        prove_some(s, &next);
}
