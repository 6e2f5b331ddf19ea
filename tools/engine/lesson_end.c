/* lesson_end.c: what stands below the steps of a lesson: C, the library's call, costs, other ways.
 */
#include "lesson_run.h"
#include "variants.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- Costs ---- */

static const struct cost {
    const char *function; /* without bmill_ */
    unsigned gcc, gcc_bmi2, clang, clang_bmi2;
} costs[] = {
#define COST(function, ...) {#function, __VA_ARGS__},
#include "costs.h"
};

static const struct cost *find_cost(const char *function)
{
    for (size_t k = 0; k < sizeof costs / sizeof costs[0]; k++)
        if (strcmp(costs[k].function, function) == 0)
            return &costs[k];
    return NULL;
}

enum { HEADING_COLUMNS = 17 };

/* A heading of HEADING_COLUMNS columns and what it says, in as many lines as it takes. Takes *said.
 */
static void write_headed(const char *heading, struct text *said, struct text *out)
{
    char first[32];
    snprintf(first, sizeof first, "%c%s%c%*s", TEXT_STYLE + HEADING, heading, TEXT_STYLE + PLAIN,
             HEADING_COLUMNS - (int)strlen(heading), "");
    text_sentences(out, first, "%s", text_string(said));
    text_free(said);
}

/* "bmill_popcount_u8: 16 instructions by gcc -O2 (3 with BMI2 and POPCNT), 15 by clang". */
static void write_cost(const char *function, struct text *out)
{
    const struct cost *c = find_cost(function);
    struct text cost = {0};
    if (!c)
        return;
    text_add(&cost, "bmill_%s: %u instructions by gcc -O2", function, c->gcc);
    if (c->gcc_bmi2 != c->gcc)
        text_add(&cost, " (%u with BMI2 and POPCNT)", c->gcc_bmi2);
    text_add(&cost, ", %u by clang", c->clang);
    if (c->clang_bmi2 != c->clang)
        text_add(&cost, " (%u with BMI2 and POPCNT)", c->clang_bmi2);
    text_add(&cost, ", x86-64");
    write_headed("Cost:", &cost, out);
}

/* ---- The call ---- */

enum { HEX_FROM = 65536 }; /* larger numbers are easier to read in hexadecimal */

static void add_value(struct text *out, uint64_t value)
{
    text_add(out, value < HEX_FROM ? "%" PRIu64 : "0x%" PRIx64, value);
}

static void add_bytes(struct text *out, unsigned width, uint64_t bytes)
{
    for (unsigned k = 0; k < width / 8; k++)
        text_add(out, "\\x%02x", (unsigned)(bytes >> 8 * k & 0xff));
}

static void add_operand(struct text *out, const struct verb *verb, size_t k, unsigned width,
                        uint64_t value)
{
    if (verb->operands[k] == OPERAND_BYTES) {
        text_add(out, "\"");
        add_bytes(out, width, value);
        text_add(out, "\"");
    } else if (verb->result == RESULT_CHANGED &&
               (k == 0 || strcmp(verb->names[k], verb->changes) == 0))
        text_add(out, "&%s", verb->names[k]);
    else
        add_value(out, value);
}

static void add_result(struct text *out, const struct verb *verb, unsigned width, uint64_t result)
{
    if (verb->result == RESULT_TRUTH || verb->result == RESULT_CHANGED)
        text_add(out, "%s", result ? "true" : "false");
    else if (verb->result == RESULT_SIGNED || verb->result == RESULT_INT)
        text_add(out, "%" PRId64, as_signed(width, result));
    else
        add_value(out, result);
}

/* "bmill_modify_u8(6, 1, 1) = 4". `function` is without bmill_. */
static void add_call(struct text *out, const struct verb *verb, const char *function,
                     unsigned width, const uint64_t *operands, uint64_t result)
{
    text_add(out, "bmill_%s(%s", function, verb->result == RESULT_BYTES ? "p, " : "");
    for (size_t k = 0; verb->operands[k]; k++) {
        text_add(out, k ? ", " : "");
        add_operand(out, verb, k, width, operands[k]);
    }
    text_add(out, ")");
    if (verb->result == RESULT_BYTES) {
        text_add(out, " writes \"");
        add_bytes(out, width, result);
        text_add(out, "\"");
        return;
    }
    text_add(out, " = ");
    add_result(out, verb, width, result);
    if (verb->result == RESULT_CHANGED) {
        uint64_t before = operands[verb_changed_operand(verb)];
        uint64_t after = verb->changed(width, operands);
        text_add(out, ", and %s %s ", verb->changes, before == after ? "stays" : "becomes");
        add_value(out, after);
    }
}

static void write_call(const struct verb *verb, const char *function, unsigned width,
                       const uint64_t *operands, uint64_t result, struct text *out)
{
    struct text call = {0};
    add_call(&call, verb, function, width, operands, result);
    write_headed("In this library:", &call, out);
}

/* The library has no functions of integers for C's operators, but for bitmaps. */
static void write_operator(const struct verb *verb, struct text *out)
{
    static const char *const on_bitmaps[] = {"and",   "or",   "xor", "not",  "andnot",
                                             "ornot", "nand", "nor", "xnor", NULL};
    text_styled(out, HEADING, "In this library:");
    for (size_t k = 0; on_bitmaps[k]; k++)
        if (strcmp(on_bitmaps[k], verb->name) == 0) {
            text_add(out, " on integers, C has the operator; on bitmaps: bmill_bits_%s\n",
                     verb->name);
            return;
        }
    text_add(out, " no function: C has the operator\n");
}

/* The function of the lesson in this width, and what it costs. */
static void write_function(const struct lesson *lesson, const struct verb *verb, unsigned width,
                           const uint64_t *operands, struct text *out)
{
    char function[96];
    const struct variant *variant = variant_find(verb->name, lesson->method, width);
    uint64_t result = verb->call(width, operands);
    snprintf(function, sizeof function, "%s_u%u", verb->name, width);
    if (variant) {
        snprintf(function, sizeof function, "%s_by_%s_u%u", verb->name, lesson->method, width);
        result = variant->call(operands);
    }
    write_call(verb, function, width, operands, result, out);
    if (!variant && variant_find(verb->name, lesson->method, 0)) {
        struct text others = {0};
        text_add(&others, "by this method:");
        for (unsigned w = 8; w <= 64; w *= 2)
            if (variant_find(verb->name, lesson->method, w))
                text_add(&others, " bmill_%s_by_%s_u%u", verb->name, lesson->method, w);
        write_headed("", &others, out);
    }
    write_cost(function, out);
}

/* ---- The whole ---- */

/* The lines of C below each other. One that is too long continues, indented, in the next. */
static void write_c(const char *c, struct text *out)
{
    char first[32];
    snprintf(first, sizeof first, "%cIn C:%c            ", TEXT_STYLE + HEADING,
             TEXT_STYLE + PLAIN);
    while (*c) {
        size_t length = strcspn(c, "\n"), indent = strspn(c, " ");
        struct text line = {0};
        text_add(&line, "%s%*s", first, (int)indent, "");
        text_add(&line, "%c", TEXT_STYLE + CODE);
        text_sentences(out, text_string(&line), "%.*s%c", (int)(length - indent), c + indent,
                       TEXT_STYLE + PLAIN);
        text_free(&line);
        snprintf(first, sizeof first, "%*s", HEADING_COLUMNS, "");
        c += length + (c[length] == '\n');
    }
}

void lesson_write_c(const struct lesson *lesson, unsigned width, struct text *out)
{
    struct text fault = {0};
    struct lesson_run run = {.lesson = lesson, .rules = {width}, .fault = &fault};
    lesson_fill_in(&run, lesson->c, out);
    text_add(out, "%s", text_string(&fault));
    text_free(&fault);
}

/* The command for another way. */
static void add_try(struct text *out, const struct verb *verb, const char *method, unsigned width,
                    const uint64_t *operands)
{
    text_add(out, "Try: bitmill explain %s", verb->name);
    for (size_t k = 0; verb->operands[k]; k++)
        text_add(out, " %" PRIu64, operands[k]);
    text_add(out, " --by %s", method);
    if (width > 8)
        text_add(out, " --width %u", width);
}

static void write_other_ways(const struct lesson *lesson, const struct verb *verb, unsigned width,
                             const uint64_t *operands, struct text *out)
{
    struct text ways = {0};
    const char *first = NULL;
    for (size_t k = 0; lesson_find(verb, k); k++) {
        const struct lesson *other = lesson_find(verb, k);
        if (other == lesson)
            continue;
        text_add(&ways, "%s%s", ways.length ? ", " : "", other->method);
        if ((!first || strcmp(first, "main") == 0) && lesson_has_width(other, width))
            first = other->method;
    }
    if (ways.length)
        write_headed("Other ways:", &ways, out);
    if (first && !strchr(verb->operands, OPERAND_BYTES)) {
        add_try(&ways, verb, first, width, operands);
        write_headed("", &ways, out);
    }
}

void lesson_write_end(const struct lesson *lesson, unsigned width,
                      const uint64_t operands[VERB_OPERANDS], struct text *out)
{
    const struct verb *verb = lesson_verb(lesson);
    struct text c = {0};
    lesson_write_c(lesson, width, &c);
    text_add(out, "\n");
    write_c(text_string(&c), out);
    text_free(&c);
    if (strcmp(verb->topic, "operators") == 0)
        write_operator(verb, out);
    else
        write_function(lesson, verb, width, operands, out);
    write_other_ways(lesson, verb, width, operands, out);
}
