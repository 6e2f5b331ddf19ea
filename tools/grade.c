/* grade.c: `bitmill grade`: a learner's own functions against the laws of the library. */
#include "args.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#if defined __linux__ && \
    (defined __x86_64__ || defined __aarch64__ || (defined __riscv && __riscv_xlen == 64))

#include "grade/grade.h"

#include <sys/random.h>

enum { FUNCTION, OPS, MAX, FORBID, SECONDS, SEED, SANDBOX, JSON, PROVE, TRUST, NOPTIONS };

/* ---- Rules ---- */

static int read_operators(const char *text, struct rules *rules)
{
    rules->only = rules->some = true;
    while (*text) {
        size_t taken;
        if (*text == ' ' || *text == ',') {
            text++;
            continue;
        }
        const int found = operator_at(text, strlen(text), &taken);
        if (found < 0)
            return usage_error("grade: --ops '%s': expected operators, such as '~&|^+<<>>'", text);
        rules->operators[found] = true;
        text += taken;
    }
    return DONE;
}

static int read_forbidden(const char *text, struct rules *rules)
{
    char list[LIST_SIZE] = "";
    for (size_t i = 0; i < NFEATURES; i++)
        list_add(list, features[i], i + 1 == NFEATURES);
    rules->some = true;
    for (; *text; text += *text == ',') {
        const size_t length = strcspn(text, ",");
        bool found = false;
        for (size_t i = 0; i < NFEATURES; i++) {
            const size_t n = strlen(features[i]);
            if ((length == n || (length == n + 1 && text[n] == 's')) &&
                strncmp(text, features[i], n) == 0)
                found = rules->forbidden[i] = true;
        }
        if (!found)
            return usage_error("grade: --forbid '%.*s': expected %s", (int)length, text, list);
        text += length;
    }
    return DONE;
}

/* ---- Options ---- */

static int read_seconds(const char *text, double *seconds)
{
    char *end = NULL;
    *seconds = text ? strtod(text, &end) : 2.0;
    if (text && (end == text || *end || !(*seconds >= 0.01 && *seconds <= 60)))
        return usage_error("grade: --time '%s': expected seconds, from 0.01 to 60", text);
    return DONE;
}

static int choose_sandbox(const struct option *options, enum sandbox_kind *kind)
{
    const char *wanted = options[SANDBOX].value;
    const bool bwrap = !wanted || strcmp(wanted, "bwrap") == 0;
    const bool seccomp = !wanted || strcmp(wanted, "seccomp") == 0;
    if (!bwrap && !seccomp)
        return usage_error("grade: --sandbox '%s': expected bwrap or seccomp", wanted);
    *kind = SANDBOX_BWRAP;
    if (bwrap && sandbox_has_bwrap())
        return DONE;
    *kind = SANDBOX_SECCOMP;
    if (seccomp && sandbox_has_seccomp())
        return DONE;
    *kind = SANDBOX_NONE;
    if (options[TRUST].value)
        return DONE;
    return usage_error("grade: %s does not work here, so the file would run with all your rights: "
                       "expected bubblewrap (bwrap) or seccomp, or --trust to run it nevertheless",
                       wanted ? wanted : "neither bubblewrap nor seccomp");
}

static int read_options(struct submission *s, const struct option *options)
{
    uint64_t most = MAX_USES;
    int status = number_option(&command_grade, &options[SEED], 0, UINT64_MAX, &s->seed);
    if (status == DONE && !options[SEED].value &&
        getrandom(&s->seed, 4, 0) != 4) /* 32 bits are enough, and easier to copy */
        s->seed = 1;
    if (status == DONE)
        status = number_option(&command_grade, &options[MAX], 0, MAX_USES, &most);
    s->rules.most = (unsigned)most;
    s->rules.some = options[MAX].value != NULL;
    if (status == DONE && options[OPS].value)
        status = read_operators(options[OPS].value, &s->rules);
    if (status == DONE && options[FORBID].value)
        status = read_forbidden(options[FORBID].value, &s->rules);
    if (status == DONE)
        status = read_seconds(options[SECONDS].value, &s->seconds);
    if (status == DONE)
        status = choose_sandbox(options, &s->sandbox.kind);
    return status;
}

/* ---- Grading ---- */

static bool grade_function(struct submission *s, struct graded *g)
{
    static struct pupil pupil;
    if (!pupil_open(&pupil, &s->sandbox, g->number, s->seconds))
        return false;
    g->trial.law = g->law;
    g->trial.width = g->width;
    g->trial.result = g->function->result;
    g->trial.seed = s->seed;
    run_trial(&g->trial, &pupil);
    pupil_close(&pupil);
    return true;
}

static bool grade_functions(struct submission *s)
{
    for (size_t i = 0; i < s->ngraded; i++)
        if (s->graded[i].has_type && !grade_function(s, &s->graded[i]))
            return false;
    return true;
}

static void give_points(struct submission *s)
{
    for (size_t i = 0; i < s->ngraded; i++) {
        struct graded *g = &s->graded[i];
        g->points =
            g->has_type && g->trial.kind == TRIAL_RIGHT && g->nbroken == 0 && g->proof != REFUTED;
    }
}

static int grade(struct submission *s, const struct option *options)
{
    if (!find_compiler(s) || !sandbox_open(&s->sandbox) ||
        (options[PROVE].value && !can_prove(s)) || !read_submission(s))
        return USAGE;
    if (!s->refused[0]) {
        if (!find_graded(s, options[FUNCTION].value))
            return USAGE;
        if (s->ngraded > 0 && (!compile_submission(s) || (!s->refused[0] && !grade_functions(s))))
            return USAGE;
        if (!s->refused[0] && options[PROVE].value)
            prove_submission(s);
    }
    give_points(s);
    sandbox_close();
    if (options[JSON].value)
        report_json(s);
    else
        report_text(s);
    return !s->refused[0] && s->ngraded > 0 && points_of(s) == s->ngraded ? DONE : NO;
}

static int run_grade(char **args)
{
    static struct submission submission;
    struct option options[NOPTIONS + 1] = {
        {"--function", 0, "names, as popcount_u32 or mine=popcount_u32", NULL},
        {"--ops", 0, "operators, such as '~&|^+<<>>'", NULL},
        {"--max", 0, "a number of operators", NULL},
        {"--forbid", 0, "loop, if, call, constant or goto", NULL},
        {"--time", 0, "seconds for one answer", NULL},
        {"--seed", 0, "a number", NULL},
        {"--sandbox", 0, "bwrap or seccomp", NULL},
        {"--json", 0, NULL, NULL},
        {"--prove", 0, NULL, NULL},
        {"--trust", 0, NULL, NULL},
        {NULL, 0, NULL, NULL}};
    failed_status = USAGE;
    int status = take_options(&command_grade, args, options, NAMES);
    if (status == DONE)
        status = check_operands(&command_grade, args, 1, 1);
    if (status == DONE)
        status = read_options(&submission, options);
    if (status != DONE)
        return status;
    submission.path = args[0];
    return grade(&submission, options);
}

#else

static int run_grade(char **args)
{
    int status = take_options(&command_grade, args, NULL, NAMES);
    if (status == HELPED)
        return status;
    return usage_error("grade: this needs Linux on x86-64, ARM64 or RISC-V (64 bits)");
}

#endif

const struct command command_grade = {
    "grade",
    "[OPTION]... FILE.c",
    "grade functions that you wrote yourself, against the laws",
    "Grades the functions in FILE.c that are named like a function of bitmill:\n"
    "popcount, popcount_u32, my_popcount_u32 or bmill_popcount_u32. Where the name\n"
    "has no width, the type of the parameter gives it. For each function that is\n"
    "wrong, the smallest input is shown for which it is, and the right result.\n"
    "The file may include stdint.h, stdbool.h, stddef.h and limits.h. It is\n"
    "compiled by CC, cc, gcc or clang, and runs without files, network, processes\n"
    "and library.\n"
    "\n"
    "  --function NAMES  grade these functions, separated by commas; mine=clz_u32\n"
    "                    grades mine by the law of clz_u32\n"
    "  --ops OPERATORS   allow only these, as in '~&|^+<<>>'; macros are counted\n"
    "                    expanded, calls with what they call, += as +, a builtin\n"
    "                    as __builtin; = is free, and calls by pointers are refused\n"
    "  --max N           allow at most N operators in a function\n"
    "  --forbid LIST     forbid these: loop, if, call, constant (above 0xff), goto\n"
    "  --prove           prove or refute for all inputs (needs clang and z3)\n"
    "  --time SECONDS    the most that one answer may take; default 2\n"
    "  --seed N          draw the same inputs again\n"
    "  --json            print the result for programs\n"
    "  --sandbox NAME    use bwrap or seccomp; default: bwrap if it works\n"
    "  --trust           run the file even where neither works, with all your rights\n"
    "\n"
    "Each function that is right and keeps the rules is worth a point.\n"
    "Exit status: 0 if all are right, 1 if not, 2 if nothing could be graded.\n"
    "\n"
    "Example:\n"
    "  bitmill grade --ops '~&|^+<<>>' --max 20 --forbid loop,if,call homework.c\n",
    run_grade,
};
