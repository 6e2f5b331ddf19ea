/* expr_explain.c: a trace as sheets and sentences. */
#include "expr_nodes.h"
#include "sheet.h"

#include <inttypes.h>
#include <string.h>

enum { LABEL = 60 }; /* a longer source is cut where it labels a number */

struct explanation {
    struct text *out;
    unsigned width; /* 0: RULES_C */
    size_t steps;
    bool told_int;
};

/* ---- Words ---- */

static void add_operand(struct text *out, const struct expr_step *step, size_t k)
{
    expr_add_source(out, step->operand_source[k], step->operand_length[k], LABEL);
}

/* A value as a number. */
static void add_decimal(struct text *out, struct expr_value value)
{
    char text[EXPR_DIGITS];
    expr_decimal(value, text);
    text_add(out, "%s", text);
}

static const char *article(enum expr_type type)
{
    const char *name = expr_type_name(type);
    return name[0] == 'i' || strncmp(name, "unsigned", 8) == 0 ? "an" : "a";
}

static bool same_number(struct expr_value a, struct expr_value b)
{
    bool negative_a = expr_type_signed(a.type) && a.bits >> 63;
    bool negative_b = expr_type_signed(b.type) && b.bits >> 63;
    return a.bits == b.bits && negative_a == negative_b;
}

/* ---- Conversions ---- */

static bool is_converted(const struct expr_step *step, size_t k)
{
    struct expr_value from = step->operand[k], to = step->converted[k];
    if (from.type == to.type)
        return false;
    return !step->operand_literal[k] || !same_number(from, to);
}

static void add_reason(struct text *words, const struct expr_step *step, size_t k)
{
    struct expr_value from = step->operand[k], to = step->converted[k];
    enum expr_op op = step->node->op;
    if (to.type == TYPE_I32 && from.type < TYPE_I32)
        text_add(words, ", since C computes in no narrower type");
    else if (op < OP_BINARY && step->noperands == 2)
        text_add(words, ", as the other operand %s",
                 step->operand[1 - k].type == to.type ? "is" : "does");
    if (same_number(from, to))
        return;
    text_add(words, "; ");
    add_decimal(words, from);
    text_add(words, " turns into ");
    add_decimal(words, to);
}

static void tell_conversions(const struct explanation *x, const struct expr_step *step)
{
    if (step->node->op == OP_CAST || step->node->op == OP_ASSIGN)
        return;
    bool both = step->noperands == 2 && is_converted(step, 0) && is_converted(step, 1) &&
                step->operand[0].type == step->operand[1].type &&
                step->converted[0].type == TYPE_I32;
    for (size_t k = 0; k < step->noperands; k++) {
        struct text words = {0};
        if (!is_converted(step, k) || (both && k == 1))
            continue;
        add_operand(&words, step, k);
        if (both) {
            text_add(&words, " and ");
            add_operand(&words, step, 1);
        }
        text_add(&words, both ? ", of type %s, become %s" : ", %s %s, becomes %s",
                 both ? expr_type_name(step->operand[k].type) : article(step->operand[k].type),
                 both ? expr_type_name(step->converted[k].type)
                      : expr_type_name(step->operand[k].type),
                 expr_type_name(step->converted[k].type));
        add_reason(&words, step, k);
        text_sentences(x->out, "   ", "%s.", text_string(&words));
        text_free(&words);
    }
}

/* ---- Rows ---- */

static struct sheet sheet_for(const struct explanation *x, enum expr_type type)
{
    struct sheet s = {.out = x->out, .width = x->width};
    if (!x->width) {
        s.width = type == TYPE_BOOL ? 8 : expr_type_width(type);
        s.as_signed = expr_type_signed(type);
    }
    return s;
}

static void add_row(const struct sheet *s, const struct expr_step *step, size_t k)
{
    struct text label = {0};
    add_operand(&label, step, k);
    sheet_row(s, step->converted[k].bits, 0, "%s", text_string(&label));
    text_free(&label);
}

static void add_result(const struct sheet *s, const struct expr_step *step)
{
    struct text label = {0};
    expr_add_source(&label, step->source, step->length, LABEL);
    sheet_result(s, step->result.bits, "%s", text_string(&label));
    text_free(&label);
}

/* What the operator does, in a few words. */
static void tell_operator(const struct explanation *x, const struct expr_step *step)
{
    static const char *const words[][2] = {
        {"&", "1 where both rows have a 1"},
        {"|", "1 where at least one row has a 1"},
        {"^", "1 where the two rows are different"},
        {"~", "each 0 becomes 1, and each 1 becomes 0"},
        {"<<", "the bits move to the left, and 0 comes in at the right"},
        {">>", "the bits move to the right, and what leaves there is lost"},
        {"%", "the remainder of the division"},
    };
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (strcmp(step->operation, words[k][0]) == 0)
            text_sentences(x->out, "   ", "%s : %s.", words[k][0], words[k][1]);
}

/* Operands and result under each other. */
static void show_columns(const struct explanation *x, const struct expr_step *step)
{
    struct sheet s = sheet_for(x, step->converted[0].type);
    sheet_places(&s);
    for (size_t k = 0; k < step->noperands; k++)
        add_row(&s, step, k);
    sheet_rule(&s, step->operation);
    add_result(&s, step);
}

static void show_shift(const struct explanation *x, const struct expr_step *step)
{
    struct sheet s = sheet_for(x, step->converted[0].type);
    struct text operation = {0};
    text_add(&operation, "%s ", step->operation);
    add_decimal(&operation, step->converted[1]);
    sheet_places(&s);
    add_row(&s, step, 0);
    sheet_rule(&s, text_string(&operation));
    s = sheet_for(x, step->result.type);
    add_result(&s, step);
    text_free(&operation);
}

static void show_comparison(const struct explanation *x, const struct expr_step *step)
{
    struct sheet s = sheet_for(x, step->converted[0].type);
    struct text words = {0};
    sheet_places(&s);
    add_row(&s, step, 0);
    add_row(&s, step, 1);
    add_decimal(&words, step->converted[0]);
    text_add(&words, " %s ", step->operation);
    add_decimal(&words, step->converted[1]);
    text_sentences(x->out, "   ", "%s is %s", text_string(&words),
                   step->result.bits ? "true: the result is 1." : "false: the result is 0.");
    text_free(&words);
}

/* Before a cast in its own width, after it in the new one. */
static void show_cast(const struct explanation *x, const struct expr_step *step)
{
    struct sheet s = sheet_for(x, step->operand[0].type);
    sheet_places(&s);
    add_row(&s, step, 0);
    struct sheet after = sheet_for(x, step->result.type);
    if (after.width != s.width)
        sheet_places(&after);
    else
        sheet_rule(&s, "");
    add_result(&after, step);
}

/* ---- Sentences ---- */

static const char *truth(struct expr_value value) { return value.bits ? "true" : "false"; }

/* && || implies iff ! and ?: need no columns. */
static void tell_logic(const struct explanation *x, const struct expr_step *step)
{
    struct text words = {0}, result = {0};
    for (size_t k = 0; k < step->noperands && k < (step->node->op == OP_CONDITIONAL ? 1 : 2); k++) {
        text_add(&words, "%s", k ? ", " : "");
        add_operand(&words, step, k);
        text_add(&words, " is %s", truth(step->operand[k]));
        if (step->operand[k].bits > 1) {
            text_add(&words, ", since ");
            add_decimal(&words, step->operand[k]);
            text_add(&words, " is not 0");
        }
    }
    add_decimal(&result, step->result);
    if (step->node->op == OP_CONDITIONAL) {
        text_add(&words, ": the result is that of ");
        add_operand(&words, step, 1);
    } else if (step->noperands == 1 && step->node->noperands == 2) {
        text_add(&words, ", and decides alone: the right side is not evaluated");
    }
    text_sentences(x->out, "   ", "%s: %s.", text_string(&words), text_string(&result));
    text_free(&words);
    text_free(&result);
}

static void tell_assignment(const struct explanation *x, const struct expr_step *step)
{
    struct text words = {0};
    size_t name = strcspn(step->source, " \t\n\v\f\r=");
    text_add(&words, "%.*s is now ", (int)name, step->source);
    add_decimal(&words, step->result);
    if (!x->width)
        text_add(&words, ", %s %s", article(step->result.type), expr_type_name(step->result.type));
    text_sentences(x->out, "   ", "%s.", text_string(&words));
    text_free(&words);
}

static bool is_count(const struct verb *verb, size_t k)
{
    return strchr("insk", verb->operands[k]) != NULL;
}

static void show_verb(const struct explanation *x, const struct expr_step *step)
{
    const struct verb *verb = step->node->verb;
    enum expr_type type = step->converted[0].type;
    struct explanation at = *x;
    struct text words = {0};
    if (x->width && step->node->verb_width)
        at.width = step->node->verb_width;
    text_sentences(x->out, "   ", "%s", verb->does);
    if (!is_count(verb, 0)) {
        struct sheet s = sheet_for(&at, type);
        sheet_places(&s);
        for (size_t k = 0; k < step->noperands; k++)
            if (!is_count(verb, k))
                add_row(&s, step, k);
    }
    if (verb->result == RESULT_NUMBER || verb->result == RESULT_SIGNED) {
        struct sheet s = sheet_for(x, step->result.type);
        sheet_rule(&s, verb->name);
        add_result(&s, step);
        return;
    }
    expr_add_source(&words, step->source, step->length, LABEL);
    text_add(&words, " is ");
    add_decimal(&words, step->result);
    if (strcmp(verb->name, "is_pow2") == 0 && step->converted[0].bits == 0)
        text_add(&words, " (0 has no 1 bit)");
    if (verb->result == RESULT_TRUTH || verb->result == RESULT_CHANGED)
        text_add(&words, ": %s", truth(step->result));
    text_sentences(x->out, "   ", "%s.", text_string(&words));
    text_free(&words);
}

/* Whether an operation of unsigned numbers of the width, which gave `result`, wrapped around. */
static bool wrapped(enum expr_op op, unsigned width, uint64_t a, uint64_t b, uint64_t result)
{
    uint64_t largest = low_bits(width, UINT64_MAX);
    switch (op) {
    case OP_ADD:
        return b > largest - a;
    case OP_SUBTRACT:
        return a < b;
    case OP_MULTIPLY:
        return a && b > largest / a;
    case OP_MINUS:
        return a != 0;
    case OP_SHIFT_LEFT:
        return a && (b >= width || result >> b != a);
    default:
        return false;
    }
}

static void tell_wrapping(const struct explanation *x, const struct expr_step *step)
{
    enum expr_type type = step->converted[0].type;
    unsigned width = x->width ? x->width : expr_type_width(type);
    enum expr_op op = step->node->op;
    uint64_t n = step->converted[1].bits;
    bool shift = op == OP_SHIFT_LEFT || op == OP_SHIFT_RIGHT;
    if (!x->width && expr_type_signed(type))
        return;
    if (shift && n >= width)
        text_sentences(x->out, "   ", "A shift by %" PRIu64 " leaves nothing of %u bit%s.", n,
                       width, width == 1 ? "" : "s");
    else if (!wrapped(op, width, step->converted[0].bits, n, step->result.bits))
        return;
    else if (shift)
        text_sentences(x->out, "   ", "1 bits that leave at the top are lost.");
    else
        text_sentences(x->out, "   ",
                       "The result does not fit %u bit%s without a sign and wraps around: it is "
                       "taken modulo 2^%u.",
                       width, width == 1 ? "" : "s", width);
}

static void tell_notes(const struct explanation *x, const struct expr_step *step)
{
    const char *type = expr_type_name(step->result.type);
    if (step->notes & NOTE_NARROWED)
        text_sentences(x->out, "   ",
                       "%s does not hold the number. C leaves it to the compiler what comes out; "
                       "gcc, clang and others keep the low %u bits, as here.",
                       type, expr_type_width(step->result.type));
    if (step->notes & NOTE_RIGHT_SHIFT)
        text_sentences(x->out, "   ",
                       "C leaves >> of a negative number to the compiler; gcc, clang and others "
                       "shift in copies of the sign bit, as here (arithmetic shift).");
    if (step->notes & NOTE_VERB_SIGNED)
        text_sentences(x->out, "   ",
                       "In C, bmill_%s() takes unsigned numbers only: there, write (%s) in front "
                       "of the operand.",
                       step->node->verb->name, expr_type_name(step->converted[0].type));
}

/* ---- Steps ---- */

/* -1 is written as an operation, and read as a number. */
static bool is_trivial(const struct expr_step *step)
{
    return (step->node->op == OP_MINUS || step->node->op == OP_PLUS) && step->operand_literal[0];
}

static void add_heading(struct explanation *x, const struct expr_step *step)
{
    struct text source = {0};
    expr_add_source(&source, step->source, step->length, LABEL);
    text_add(x->out, "\n%zu. ", ++x->steps);
    text_styled(x->out, CODE, "%s", text_string(&source));
    text_add(x->out, "\n");
    text_free(&source);
}

/* Once, where the numbers are of type int. */
static void tell_int(struct explanation *x, const struct expr_step *step)
{
    enum expr_op op = step->node->op;
    bool logic = (op >= OP_LOGICAL_AND && op <= OP_IFF) || op == OP_LOGICAL_NOT ||
                 op == OP_CONDITIONAL || op == OP_ASSIGN || op == OP_CAST || op == OP_VERB;
    if (x->width || x->told_int || logic || step->converted[0].type != TYPE_I32)
        return;
    x->told_int = true;
    text_sentences(x->out, "   ",
                   "An int has 32 bits; the top one counts negative. --width 8 shows fewer.");
}

static void explain_step(const struct expr_step *step, void *context)
{
    struct explanation *x = context;
    enum expr_op op = step->node->op;
    if (is_trivial(step))
        return;
    add_heading(x, step);
    tell_operator(x, step);
    tell_int(x, step);
    tell_conversions(x, step);
    if (op == OP_SHIFT_LEFT || op == OP_SHIFT_RIGHT || op == OP_ASR)
        show_shift(x, step);
    else if (op >= OP_LESS && op <= OP_NOT_EQUAL)
        show_comparison(x, step);
    else if ((op >= OP_LOGICAL_AND && op <= OP_IFF) || op == OP_LOGICAL_NOT || op == OP_CONDITIONAL)
        tell_logic(x, step);
    else if (op == OP_ASSIGN)
        tell_assignment(x, step);
    else if (op == OP_CAST)
        show_cast(x, step);
    else if (op == OP_VERB)
        show_verb(x, step);
    else
        show_columns(x, step);
    tell_wrapping(x, step);
    tell_notes(x, step);
}

static void add_final(const struct explanation *x, const struct expr *e, struct expr_value result)
{
    struct text number = {0};
    const struct expr_node *root = &e->node[e->root];
    if (x->steps == 0) {
        struct sheet s = sheet_for(x, result.type);
        struct text label = {0};
        if (root->to - root->from <= 18)
            expr_add_source(&label, e->source + root->from, root->to - root->from, LABEL);
        sheet_places(&s);
        sheet_row(&s, result.bits, 0, "%s", text_string(&label));
        text_free(&label);
    }
    add_decimal(&number, result);
    text_add(x->out, "\nResult: ");
    text_styled(x->out, RESULT, "%s", text_string(&number));
    if (root->condition)
        text_add(x->out, " (%s)", truth(result));
    else if (!x->width)
        text_add(x->out, " (%s)", expr_type_name(result.type));
    else if (as_signed(x->width, result.bits) < 0)
        text_add(x->out, " (of %u bits; with a sign, %" PRId64 ")", x->width,
                 as_signed(x->width, result.bits));
    else
        text_add(x->out, " (of %u bit%s)", x->width, x->width == 1 ? "" : "s");
    text_add(x->out, "\n");
    text_free(&number);
}

bool expr_explain(const struct expr *e, const struct expr_rules *rules,
                  struct expr_variables *variables, struct text *out, struct expr_value *result,
                  struct expr_error *error)
{
    struct explanation x = {.out = out, .width = rules->width};
    struct expr_value value;
    if (!expr_evaluate(e, rules, variables, &value, error, explain_step, &x))
        return false;
    add_final(&x, e, value);
    if (result)
        *result = value;
    return true;
}
