/* report.c: the result for people, and for programs. */
#define _POSIX_C_SOURCE 200809L
#include "../engine/sheet.h"
#include "../engine/verbs.h"
#include "../paint.h"
#include "grade.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 80 };

/* ---- Words ---- */

static const char *signal_text(int signal, char text[40])
{
    snprintf(text, 40, "signal %d", signal);
    return signal == 11   ? "a wrong memory access"
           : signal == 7  ? "a wrong memory access"
           : signal == 8  ? "a division by zero or out of range"
           : signal == 4  ? "an instruction that ends a program"
           : signal == 5  ? "an instruction that ends a program"
           : signal == 31 ? "a call of the system, which is forbidden"
           : signal == 9  ? "too much time"
                          : text;
}

/* What is undefined: "Line 3: a shift of a 32-bit number by 32: expected 0 to 31". */
static void undefined_text(const struct trial *t, char text[160])
{
    static const char *const texts[NUNDEFINED] = {
        "the behaviour is undefined",
        "",
        "a << moves a 1 bit into the sign of a signed number, or out of it",
        "the result of signed arithmetic does not fit its type",
        "a division by zero, or one whose result does not fit its type",
        "memory outside of any object, or an address that is not aligned",
        "a bool is neither 0 nor 1",
        "__builtin_clz() or __builtin_ctz() of 0",
        "__builtin_unreachable() is reached",
        "this end of a function is reached without a return"};
    const int n = snprintf(text, 160, "Line %u: %s", t->line, texts[t->undefined]);
    if (t->undefined == SHIFT_COUNT)
        snprintf(text + n, 160 - (size_t)n, "a shift of a %u-bit number by %d: expected 0 to %u",
                 t->shifted_width, t->amount, t->shifted_width - 1);
}

static const char *verdict(const struct graded *g)
{
    static const char *const words[] = {"right", "wrong", "changes",       "crashed",
                                        "stuck", "ended", "did not start", "undefined"};
    return !g->function                   ? "missing"
           : !g->has_type                 ? "type"
           : g->trial.kind != TRIAL_RIGHT ? words[g->trial.kind]
           : g->proof == REFUTED          ? "refuted"
           : g->nbroken > 0               ? "rules"
                                          : words[TRIAL_RIGHT];
}

unsigned points_of(const struct submission *s)
{
    unsigned points = 0;
    for (size_t i = 0; i < s->ngraded; i++)
        points += s->graded[i].points;
    return points;
}

/* A number as C spells it: negative where the function has a signed result that is. */
static void put_number(FILE *out, const struct graded *g, uint64_t value)
{
    const uint64_t ones = bmill_law_ones_(g->width);
    const char kind = g->law->signature[0];
    uint64_t wide = kind == 'S' && value >> (g->width - 1) == 1 ? value | ~ones : value;
    if ((kind == 'S' || kind == 'C') && wide >> 63)
        fprintf(out, "-%" PRIu64, ~wide + 1);
    else
        fprintf(out, "%" PRIu64, value);
}

/* The call at which it fails: "set_u32(0x1, 3)". */
static void put_call(FILE *out, const struct graded *g)
{
    const bmill_counterexample *c = &g->trial.least;
    const bmill_law_input_ in = {g->width, c->x, c->i, c->n, c->y, c->z};
    const char *kinds = g->law->signature + 2;
    fprintf(out, "%.50s(", g->name);
    for (size_t k = 0; kinds[k]; k++) {
        uint64_t value = law_argument(&in, kinds[k]);
        const char *comma = k > 0 ? ", " : "";
        if (kinds[k] == 's')
            fprintf(out, "%s%s", comma, value ? "true" : "false");
        else
            fprintf(out, strchr("xyz", kinds[k]) ? "%s0x%" PRIx64 : "%s%" PRIu64, comma, value);
    }
    fprintf(out, ")");
}

/* ---- In columns ---- */

/* The name that the submission gives to parameter k, if it fits the labels; else that of the law.
 */
static const char *operand_name(const struct graded *g, size_t k, unsigned most, int *length)
{
    const struct token *name = k < MAX_PARAMETERS ? g->function->names[k] : NULL;
    const bool fits = name && name->length <= most;
    *length = fits ? (int)name->length : 1;
    return fits ? name->at : &g->law->signature[2 + k];
}

/* Operands of the width stand as bits, positions and counts as numbers beside their names. */
static void add_operands(const struct sheet *sheet, const struct graded *g)
{
    const bmill_counterexample *c = &g->trial.least;
    const bmill_law_input_ in = {g->width, c->x, c->i, c->n, c->y, c->z};
    const char *kinds = g->law->signature + 2;
    for (size_t k = 0; kinds[k]; k++) {
        int length;
        const char *name = operand_name(g, k, sheet->labels, &length);
        if (strchr("xyz", kinds[k]))
            sheet_row(sheet, law_argument(&in, kinds[k]), 0, "%.*s", length, name);
        else
            text_add(sheet->out, "%*.*s  %" PRIu64 "\n", (int)sheet->labels, length, name,
                     law_argument(&in, kinds[k]));
    }
}

/* The failure as one writes it on paper. */
static void put_columns(const struct graded *g)
{
    const bmill_counterexample *c = &g->trial.least;
    const bool answered = g->trial.kind == TRIAL_WRONG || g->trial.kind == TRIAL_CHANGES;
    const char result = g->law->signature[0];
    struct text out = {0};
    /* Numbers of 64 bits stand in hexadecimal among the labels. */
    const struct sheet sheet = {&out, g->width, result == 'S', g->width == 64 ? 20 : 10};
    if (strpbrk(g->law->signature + 2, "xyz") || result == 'T')
        sheet_places(&sheet);
    add_operands(&sheet, g);
    if (answered && (result == 'T' || result == 'S') &&
        (c->got & ~bmill_law_ones_(g->width)) == 0) {
        sheet_rule(&sheet, "");
        sheet_row(&sheet, c->got, c->got ^ c->expected, "returned");
        sheet_result(&sheet, c->expected, "right");
        sheet_marks(&sheet, c->got ^ c->expected, "%s", "");
    }
    print_text(&out);
}

/* The lesson that computes the right result step by step. */
static void put_lesson(const struct graded *g)
{
    const bmill_counterexample *c = &g->trial.least;
    const bmill_law_input_ in = {g->width, c->x, c->i, c->n, c->y, c->z};
    const struct verb *verb = verb_find(g->law->verb, strlen(g->law->verb), NULL);
    if (!verb || !verb_has_width(verb, g->width) ||
        strlen(verb->operands) != strlen(g->law->signature + 2))
        return;
    printf("  The right way, step by step:\n  bitmill explain %s_u%u", g->law->verb, g->width);
    for (const char *p = g->law->signature + 2; *p; p++)
        printf(strchr("xyz", *p) ? " 0x%" PRIx64 : " %" PRIu64, law_argument(&in, *p));
    printf("\n");
}

/* ---- What is wrong with one function ---- */

/* A sentence in lines of 80 columns. */
static void put_folded(const char *name, const char *text)
{
    size_t column = (size_t)printf("%s", name);
    while (*text) {
        const size_t length = strcspn(text, " ");
        if (length > 0 && column + 1 + length > COLUMNS)
            column = (size_t)printf("\n ") - 1;
        if (length > 0)
            column += (size_t)printf(" %.*s", (int)length, text);
        text += length + (text[length] == ' ');
    }
    printf("\n");
}

static void explain_type(const struct graded *g)
{
    char text[120];
    const struct function *f = g->function;
    law_declaration(g->law, g->width, text);
    put_folded(g->name, "has another type than its law asks for:");
    printf("  %s %.50s(", type_text(f->result), g->name);
    for (unsigned i = 0; i < f->nparameters && i < MAX_PARAMETERS; i++)
        printf("%s%s", i > 0 ? ", " : "", type_text(f->parameters[i]));
    printf("%s)\n  %s is expected\n", f->nparameters > MAX_PARAMETERS ? ", ..." : "", text);
}

/* What it did, and what is right, as a sentence. */
static void write_answer(FILE *out, const struct graded *g)
{
    const bmill_counterexample *c = &g->trial.least;
    char text[40];
    const bool truth = g->law->signature[0] == 'B';
    put_call(out, g);
    fprintf(out, " ");
    switch (g->trial.kind) {
    case TRIAL_CRASHED:
        fprintf(out, "crashes: %s", signal_text(g->trial.signal, text));
        break;
    case TRIAL_STUCK:
        fprintf(out, "does not return in time");
        break;
    case TRIAL_LEFT:
        fprintf(out, "ends the program");
        break;
    case TRIAL_UNDEFINED:
        fprintf(out, "has undefined behaviour");
        break;
    case TRIAL_NOT_STARTED:
        fprintf(out, "cannot be asked: the program does not start");
        break;
    default:
        fprintf(out, g->trial.kind == TRIAL_CHANGES ? "once returned " : "returned ");
        if (truth)
            fprintf(out, c->got ? "true" : "false");
        else
            put_number(out, g, c->got);
        fprintf(out, g->trial.kind == TRIAL_CHANGES ? ", asked again" : "");
    }
    fprintf(out, "; right is ");
    if (truth)
        fprintf(out, c->expected ? "true" : "false");
    else
        put_number(out, g, c->expected);
}

static void explain_answer(const struct graded *g)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (out) {
        write_answer(out, g);
        fclose(out);
        char *space = strchr(text, ' ');
        *space = '\0';
        put_folded(text, space + 1);
    }
    free(text);
}

static void explain_failure(const struct graded *g)
{
    const bool searched = g->trial.kind != TRIAL_STUCK && g->trial.kind != TRIAL_NOT_STARTED;
    explain_answer(g);
    put_columns(g);
    if (g->trial.kind == TRIAL_UNDEFINED) {
        char text[160];
        undefined_text(&g->trial, text);
        printf("  %s.\n", text);
        if (g->trial.undefined == SHIFT_SIGN)
            printf("  A number without a sign may: 1u << n.\n");
    }
    if (g->trial.kind == TRIAL_CHANGES)
        printf("  The same question had another answer before: the function keeps something.\n");
    else if (g->trial.all)
        printf("  This is the smallest input of all for which it is wrong.\n");
    else if (searched)
        printf("  This is the smallest input that was found.\n");
    if (g->function->missing) {
        char text[160];
        const struct token *name = g->function->missing;
        snprintf(text, sizeof text, "%.*s, which is not in the file; there is no library here.",
                 (int)(name->length < 60 ? name->length : 60), name->at);
        put_folded("  It calls", text);
    }
    put_lesson(g);
}

static void explain(const struct graded *g)
{
    char text[120];
    if (!g->function) {
        law_declaration(g->law, g->width, text);
        printf("\n");
        put_folded(g->name, "is not in the file: expected");
        printf("  %s\n", text);
        return;
    }
    if (g->points > 0 && g->proof == NOT_ASKED)
        return;
    printf("\n");
    if (!g->has_type)
        explain_type(g);
    else if (g->trial.kind != TRIAL_RIGHT)
        explain_failure(g);
    for (unsigned i = 0; i < g->nbroken; i++)
        put_folded(g->name, g->broken[i]);
    if (g->proof != NOT_ASKED)
        put_folded(g->name, g->proof_text);
}

/* ---- The whole ---- */

/* A text that may quote the submission, and so any bytes. */
static void put_escaped_folded(const char *name, const char *quoting)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    if (out)
        put_escaped(quoting, out);
    if (out && fclose(out) == 0)
        put_folded(name, text);
    free(text);
}

static void put_messages(const struct submission *s)
{
    char *line = s->messages, *next;
    for (unsigned n = 0; line && *line && n < 20; n++, line = next) {
        size_t length = strcspn(line, "\n");
        next = line[length] ? line + length + 1 : line + length;
        line[length] = '\0';
        if (length > COLUMNS - 2 && strstr(line, " | "))
            line[COLUMNS - 2] = '\0'; /* a quoted line of the source, and what points into it */
        if (strlen(line) > COLUMNS - 2) {
            put_escaped_folded(" ", line);
        } else {
            printf("  ");
            put_escaped(line, stdout);
            printf("\n");
        }
    }
}

/* Whether the law was tried with all that it asks about; a wrong answer ends the trial. */
static bool all_tried(const struct graded *g)
{
    return g->has_type && g->trial.all && g->trial.kind == TRIAL_RIGHT;
}

static void put_table(const struct submission *s)
{
    printf("%-32s %-10s %10s %10s %7s\n", "function", "verdict", "inputs", "operators", "points");
    for (size_t i = 0; i < s->ngraded; i++) {
        const struct graded *g = &s->graded[i];
        printf("%-32.32s %-10s %9" PRIu64 "%s %10u %7u\n", g->name, verdict(g), g->trial.tried,
               all_tried(g) ? "*" : " ", g->count, g->points);
    }
    printf("%-32s %-10s %10s %10s %3u of %zu\n", "total", "", "", "", points_of(s), s->ngraded);
}

/* The functions that no law is named like. */
static void put_others(const struct submission *s)
{
    size_t column = 0;
    for (size_t i = 0; i < s->scan.nfunctions; i++) {
        const struct token *name = s->scan.functions[i].name;
        bool graded = false;
        for (size_t k = 0; k < s->ngraded; k++)
            graded = graded || s->graded[k].function == &s->scan.functions[i];
        if (graded)
            continue;
        if (column == 0)
            column = (size_t)printf("\nnot graded:");
        if (column + name->length + 1 > COLUMNS - 2)
            column = (size_t)printf("\n           ") - 1;
        column += (size_t)printf(" %.*s", (int)(name->length < 60 ? name->length : 60), name->at);
    }
    if (column > 0)
        printf("\n");
}

/* What the * in the table means, if there is one, and how to repeat the rest. */
static void put_seed(const struct submission *s)
{
    bool starred = false, drawn = false;
    for (size_t i = 0; i < s->ngraded; i++) {
        starred = starred || all_tried(&s->graded[i]);
        drawn = drawn || !all_tried(&s->graded[i]);
    }
    printf("\n");
    if (starred)
        printf("* all inputs of this width.%s", drawn ? " " : "\n");
    if (drawn)
        printf("--seed %" PRIu64 " draws %s inputs again.\n", s->seed,
               starred ? "the other" : "these");
}

void report_text(const struct submission *s)
{
    if (s->refused[0]) {
        put_escaped_folded("Nothing is graded:", s->refused);
        put_messages(s);
        printf("0 points\n");
        return;
    }
    if (s->ngraded == 0)
        printf("There is no function here whose name says which law it keeps: expected names\n"
               "such as popcount, popcount_u32, my_popcount_u32 or bmill_popcount_u32.\n");
    else
        put_table(s);
    for (size_t i = 0; i < s->ngraded; i++)
        explain(&s->graded[i]);
    put_others(s);
    if (s->ngraded == 0)
        printf("0 points\n");
    else
        put_seed(s);
}

/* ---- For programs ---- */

static void put_string(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ' || c >= 127)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

/* Numbers of 64 bits are strings: readers of JSON may not keep all their bits. */
static void json_failure(const struct graded *g)
{
    const bmill_counterexample *c = &g->trial.least;
    const bmill_law_input_ in = {g->width, c->x, c->i, c->n, c->y, c->z};
    printf(", \"counterexample\": {");
    for (const char *p = g->law->signature + 2; *p; p++)
        printf("\"%s\": \"0x%" PRIx64 "\", ", *p == 's' ? "y" : (const char[2]){*p, '\0'},
               law_argument(&in, *p));
    if (g->trial.kind == TRIAL_WRONG || g->trial.kind == TRIAL_CHANGES)
        printf("\"got\": \"0x%" PRIx64 "\", ", c->got);
    if (g->trial.kind == TRIAL_CRASHED)
        printf("\"signal\": %d, ", g->trial.signal);
    if (g->trial.kind == TRIAL_UNDEFINED) {
        char text[160];
        undefined_text(&g->trial, text);
        printf("\"undefined\": ");
        put_string(text);
        printf(", ");
    }
    printf("\"expected\": \"0x%" PRIx64 "\"}", c->expected);
}

static void json_rules(const struct graded *g)
{
    const char *comma = "";
    printf(", \"operators\": %u, \"by_operator\": {", g->count);
    for (size_t i = 0; g->function && i < NOPERATORS; i++) {
        if (g->function->uses.operators[i] == 0)
            continue;
        printf("%s\"%s\": %u", comma, operator_spelling[i], g->function->uses.operators[i]);
        comma = ", ";
    }
    printf("}, \"broken_rules\": [");
    for (unsigned i = 0; i < g->nbroken; i++) {
        printf("%s", i > 0 ? ", " : "");
        put_string(g->broken[i]);
    }
    printf("]");
}

static void json_function(const struct graded *g)
{
    static const char *const proofs[] = {"", "proved", "refuted", "unproven"};
    printf("    {\"name\": ");
    put_string(g->name);
    printf(", \"law\": \"%s\", \"width\": %u, \"verdict\": \"%s\", \"points\": %u, "
           "\"inputs\": %" PRIu64 ", \"all_inputs\": %s",
           g->law->name, g->width, verdict(g), g->points, g->trial.tried,
           all_tried(g) ? "true" : "false");
    if (g->has_type && g->trial.kind != TRIAL_RIGHT)
        json_failure(g);
    json_rules(g);
    if (g->proof != NOT_ASKED) {
        printf(", \"proof\": \"%s\", \"proof_text\": ", proofs[g->proof]);
        put_string(g->proof_text);
    }
    printf("}");
}

void report_json(const struct submission *s)
{
    static const char *const kinds[] = {"bwrap", "seccomp", "none"};
    const size_t n = s->refused[0] ? 0 : s->ngraded;
    printf("{\n  \"file\": ");
    put_string(s->path);
    printf(",\n  \"points\": %u,\n  \"of\": %zu,\n  \"seed\": \"%" PRIu64
           "\",\n  \"sandbox\": \"%s\",\n  \"refused\": ",
           s->refused[0] ? 0 : points_of(s), n, s->seed, kinds[s->sandbox.kind]);
    put_string(s->refused);
    printf(",\n  \"messages\": ");
    put_string(s->refused[0] && s->messages ? s->messages : "");
    printf(",\n  \"functions\": [");
    for (size_t i = 0; i < n; i++) {
        printf("%s\n", i > 0 ? "," : "");
        json_function(&s->graded[i]);
    }
    printf("%s]\n}\n", n > 0 ? "\n  " : "");
}
