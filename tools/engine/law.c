/* law.c: see law.h. */
#include "law.h"

#include "expr_nodes.h"

#include <inttypes.h>
#include <string.h>

enum { SPECIALS = 320, DRAWN = 50000, WIDTHS = 4 };

struct law {
    struct expr *e;
    size_t variables;
    unsigned first;       /* the smallest width that is tried */
    unsigned width;       /* the one that is tried now */
    uint64_t seed, state; /* of the generator */
    uint64_t special[SPECIALS];
    size_t nspecials;
    uint64_t tried; /* special and drawn ones so far */
    struct expr_value value[EXPR_VARIABLES];
};

/* ---- The condition ---- */

/* Whether an operation of && || iff implies, or the whole, is a number, and reading the source as
 * Python does makes it a condition. */
static struct expr *read_as_python(const struct expr *e)
{
    struct expr_error ignored;
    if (!e->python_differs || (expr_is_condition(e) && !e->loose))
        return NULL;
    struct expr *other = expr_parse_as(e->source, EXPR_PYTHON, &ignored);
    if (other && (!expr_is_condition(other) || (expr_is_condition(e) && other->loose))) {
        expr_free(other);
        return NULL;
    }
    return other;
}

static bool check_condition(const struct expr *e, struct expr_error *error)
{
    const struct expr_node *root = &e->node[e->root];
    struct text source = {0};
    for (size_t k = 0; k < e->nnodes; k++) {
        if (e->node[k].op != OP_ASSIGN)
            continue;
        size_t equals = e->node[k].from + strcspn(e->source + e->node[k].from, "=");
        return expr_fail(error, equals, equals + 1, "'=' assigns: write == to compare");
    }
    if (e->nstatements > 1)
        return expr_fail(error, root->from, root->to, "expected one condition, without ';'");
    if (root->condition)
        return true;
    expr_add_source(&source, e->source + root->from, root->to - root->from, 60);
    expr_fail(error, root->from, root->to,
              "'%s' is a number, not a condition: expected a comparison, such as (%s) == 0",
              text_string(&source), text_string(&source));
    text_free(&source);
    return false;
}

/* Whether the constants fit the width, and the verbs exist in it. */
static bool has_width(const struct expr *e, unsigned width)
{
    for (size_t k = 0; k < e->nnodes; k++) {
        const struct expr_node *node = &e->node[k];
        bool negative = node->op == OP_NUMBER && expr_type_signed(node->type) && node->number >> 63;
        if (node->op == OP_NUMBER && !number_fits(width, node->number, negative))
            return false;
        if (node->op == OP_VERB &&
            !verb_has_width(node->verb, node->verb_width ? node->verb_width : width))
            return false;
    }
    return true;
}

static unsigned smallest_width(const struct expr *e)
{
    unsigned width = 8;
    while (width < 64 && !has_width(e, width))
        width *= 2;
    return width;
}

/* ---- Values ---- */

static void add_special(struct law *law, uint64_t value)
{
    value = low_bits(law->width, value);
    for (size_t k = 0; k < law->nspecials; k++)
        if (law->special[k] == value)
            return;
    if (law->nspecials < SPECIALS)
        law->special[law->nspecials++] = value;
}

static void add_constant(struct law *law, uint64_t value)
{
    for (uint64_t near = 0; near < 3; near++) {
        add_special(law, value - 1 + near);
        add_special(law, 1 - value - near);
    }
}

/* Small numbers; powers of two, their neighbours and their complements; the width and its
 * neighbours; patterns; the constants of the law and their neighbours. */
static void find_specials(struct law *law)
{
    law->nspecials = 0;
    for (uint64_t small = 0; small < 8; small++)
        add_special(law, small);
    for (unsigned k = 0; k < law->width; k++) {
        uint64_t power = UINT64_C(1) << k;
        add_special(law, power);
        add_special(law, power - 1);
        add_special(law, power + 1);
        add_special(law, ~power);
    }
    for (uint64_t near = 0; near < 3; near++) {
        add_special(law, 0 - near);
        add_special(law, law->width - 1 + near);
    }
    add_special(law, UINT64_C(0x5555555555555555));
    add_special(law, UINT64_C(0xaaaaaaaaaaaaaaaa));
    add_special(law, UINT64_C(0x3333333333333333));
    add_special(law, UINT64_C(0x0f0f0f0f0f0f0f0f));
    add_special(law, UINT64_C(0x00ff00ff00ff00ff));
    add_special(law, UINT64_C(0x0123456789abcdef));
    for (size_t k = 0; k < law->e->nnodes; k++)
        if (law->e->node[k].op == OP_NUMBER)
            add_constant(law, law->e->node[k].number);
}

/* A special one, a uniform one, one of any length, or one near to a variable that was drawn. */
static uint64_t draw_value(struct law *law, size_t k)
{
    uint64_t choice = next_random(&law->state), value = next_random(&law->state);
    unsigned shift = (unsigned)(choice >> 8) % law->width;
    switch (choice % 5) {
    case 0:
        return law->special[value % law->nspecials];
    case 1:
        return low_bits(law->width, value);
    case 2:
        return low_bits(law->width, value) >> shift;
    default:
        break;
    }
    if (k == 0)
        return low_bits(law->width, value) >> shift;
    uint64_t other = law->value[value % k].bits;
    uint64_t near[] = {other,     other + 1,    other - 1, ~other, other ^ UINT64_C(1) << shift,
                       0 - other, value & other};
    return low_bits(law->width, near[(value >> 32) % (sizeof near / sizeof near[0])]);
}

/* ---- Trying ---- */

static bool holds(struct law *law)
{
    struct expr_error error;
    return expr_run_modulo(law->e, law->width, law->value, &error, NULL, NULL) &&
           law->e->value[law->e->root].bits != 0;
}

/* All values below 2^bits of each variable, the last variable changing first. */
static bool holds_for_all(struct law *law, unsigned bits)
{
    uint64_t largest = low_bits(bits, UINT64_MAX);
    for (size_t k = 0; k < law->variables; k++)
        law->value[k] = (struct expr_value){TYPE_MODULO, 0};
    for (;;) {
        if (!holds(law))
            return false;
        size_t k = law->variables;
        while (k > 0 && law->value[k - 1].bits == largest)
            law->value[--k].bits = 0;
        if (k == 0)
            return true;
        law->value[k - 1].bits++;
    }
}

static bool holds_for_specials(struct law *law)
{
    size_t n = law->nspecials, pairs = law->variables == 2 ? n * n : n;
    if (law->variables > 2)
        return true; /* they are drawn */
    for (size_t k = 0; k < pairs; k++) {
        law->value[0].bits = law->special[pairs > n ? k / n : k];
        law->value[1].bits = law->special[k % n];
        law->tried++;
        if (!holds(law))
            return false;
    }
    return true;
}

static bool holds_for_drawn(struct law *law)
{
    for (size_t n = 0; n < DRAWN; n++) {
        for (size_t k = 0; k < law->variables; k++)
            law->value[k].bits = draw_value(law, k);
        law->tried++;
        if (!holds(law))
            return false;
    }
    return true;
}

/* Keeps `value` for variable k if the law fails for it too. */
static bool try_smaller(struct law *law, size_t k, uint64_t value)
{
    uint64_t old = law->value[k].bits;
    if (value >= old)
        return false;
    law->value[k].bits = value;
    if (!holds(law))
        return true;
    law->value[k].bits = old;
    return false;
}

/* Makes a counterexample smaller: small values, fewer bits, one less. */
static void shrink(struct law *law)
{
    for (unsigned rounds = 0; rounds < 1000; rounds++) {
        bool changed = false;
        for (size_t k = 0; k < law->variables; k++) {
            for (uint64_t small = 0; small < 16; small++)
                changed |= try_smaller(law, k, small);
            for (unsigned bit = law->width; bit-- > 0;)
                changed |= try_smaller(law, k, law->value[k].bits & ~(UINT64_C(1) << bit));
            changed |= try_smaller(law, k, law->value[k].bits >> 1);
            changed |= law->value[k].bits && try_smaller(law, k, law->value[k].bits - 1);
        }
        if (!changed)
            return;
    }
}

/* In the first width and, if there is one variable, in 16 bits, all values of so many bits are
 * tried for each variable; 0: none. */
static unsigned bits_of_all(const struct law *law, unsigned width)
{
    if (law->variables == 1 && width == 16)
        return 16;
    if (width != law->first)
        return 0;
    return law->variables <= 3 ? 8 : 20 / (unsigned)law->variables;
}

/* Tries one width. Result: false if the law fails; *least: for the least values of all. */
static bool holds_in_width(struct law *law, unsigned bits, bool *least)
{
    *least = true;
    if (law->variables == 0)
        return holds(law);
    if (bits && !holds_for_all(law, bits))
        return false;
    *least = false;
    if (bits == law->width)
        return true;
    find_specials(law);
    if (holds_for_specials(law) && holds_for_drawn(law))
        return true;
    shrink(law);
    return false;
}

/* Tries the widths from law->first up. Result: false if law->width and law->value are a
 * counterexample. */
static bool holds_everywhere(struct law *law, bool *least)
{
    for (law->width = law->first; law->width <= 64; law->width *= 2)
        if (has_width(law->e, law->width) &&
            !holds_in_width(law, bits_of_all(law, law->width), least))
            return false;
    return true;
}

/* ---- What is said ---- */

/* "x, y and z". */
static void add_names(const struct law *law, struct text *out)
{
    for (size_t k = 0; k < law->variables; k++)
        text_add(out, "%s%s",
                 k == 0                    ? ""
                 : k + 1 == law->variables ? " and "
                                           : ", ",
                 law->e->slot[k].name);
}

/* "16, 32 and 64 bits", of the widths that are tried. */
static void add_widths(const struct law *law, unsigned from, struct text *out)
{
    unsigned left = 0;
    for (unsigned width = from; width <= 64; width *= 2)
        left += has_width(law->e, width);
    for (unsigned width = from; width <= 64; width *= 2) {
        if (!has_width(law->e, width))
            continue;
        text_add(out, "%u%s", width, left > 2 ? ", " : left == 2 ? " and " : " bits");
        left--;
    }
}

static const char *tuples(const struct law *law)
{
    static const char *const names[] = {"", "", " (all pairs)", " (all triples)"};
    return law->variables <= 3 ? names[law->variables] : " (all choices)";
}

static void tell_holds(const struct law *law, struct text *out)
{
    struct text words = {0};
    unsigned bits = bits_of_all(law, law->first), drawn_from = law->first;
    if (law->variables == 0) {
        text_add(&words, "with numbers of ");
        add_widths(law, law->first, &words);
        text_add(&words, "; it has no variables");
    } else {
        text_add(&words, "for all %u-bit values ", law->first);
        if (bits < law->first)
            text_add(&words, "up to %" PRIu64 " ", low_bits(bits, UINT64_MAX));
        text_add(&words, "of ");
        add_names(law, &words);
        text_add(&words, "%s", tuples(law));
        if (bits == law->first)
            drawn_from = law->first * 2;
        if (law->variables == 1 && law->first == 8 && has_width(law->e, 16)) {
            text_add(&words, " and all 16-bit ones");
            drawn_from = 32;
        }
    }
    if (law->tried) {
        text_add(&words, "; no counterexample among %" PRIu64 " special and drawn ones of ",
                 law->tried);
        add_widths(law, drawn_from, &words);
        text_add(&words, " (repeat them with --seed %" PRIu64 ")", law->seed);
    }
    text_sentences(out, "", "Holds %s.%s", text_string(&words),
                   law->tried ? " A run of drawn values is not a proof." : "");
    text_free(&words);
}

/* A shift by the width or more gives 0, which may be why the law fails. */
static void tell_shift(const struct law *law, struct text *out)
{
    for (size_t k = 0; k < law->e->nnodes; k++) {
        const struct expr_node *node = &law->e->node[k];
        if (node->op != OP_SHIFT_LEFT && node->op != OP_SHIFT_RIGHT)
            continue;
        const struct expr_node *count = &law->e->node[node->operand[1]];
        if (count->op != OP_VARIABLE || law->value[count->slot].bits < law->width)
            continue;
        const char *name = law->e->slot[count->slot].name;
        text_sentences(out, "Note: ",
                       "%s is not below the width, and a shift by so much gives 0. To leave that "
                       "out, write: %s < WIDTH implies ...",
                       name, name);
        return;
    }
}

static void tell_counterexample(const struct law *law, bool least, struct text *out)
{
    struct text words = {0};
    unsigned bits = bits_of_all(law, law->width);
    for (size_t k = 0; k < law->variables; k++)
        text_add(&words, "%s%s = %" PRIu64, k ? ", " : " for ", law->e->slot[k].name,
                 law->value[k].bits);
    if (law->variables == 0)
        text_add(&words, " with numbers of %u bits", law->width);
    else if (!least)
        text_add(&words,
                 ": a counterexample of %u bits that was drawn, and made smaller (--seed "
                 "%" PRIu64 ")",
                 law->width, law->seed);
    else
        text_add(&words, ": the smallest number%s for which it fails, of all %u-bit values",
                 law->variables > 1 ? "s" : "", law->width);
    if (least && law->variables && bits < law->width)
        text_add(&words, " up to %" PRIu64, low_bits(bits, UINT64_MAX));
    if (least && law->variables > 1) {
        text_add(&words, ", by %s first", law->e->slot[0].name);
        for (size_t k = 1; k < law->variables; k++)
            text_add(&words, ", then %s", law->e->slot[k].name);
    }
    text_sentences(out, "", "%cFalse%c%s.", TEXT_STYLE + WARNING, TEXT_STYLE + PLAIN,
                   text_string(&words));
    text_free(&words);
    tell_shift(law, out);
}

static void work_out(const struct law *law, struct text *out)
{
    struct expr_variables variables = {.count = law->variables};
    struct expr_error error;
    for (size_t k = 0; k < law->variables; k++) {
        memcpy(variables.variable[k].name, law->e->slot[k].name, EXPR_NAME);
        variables.variable[k].value = law->value[k];
    }
    if (!expr_explain(law->e, &(struct expr_rules){law->width}, &variables, out, NULL, &error)) {
        text_sentences(out, "\nNo result: ", "%s.", error.message);
        expr_point(law->e->source, &error, out);
    }
}

/* Whether the operand of a comparison is one of & ^ | without parentheses. */
static bool needs_parentheses(const struct expr *e, const struct expr_node *node, size_t k)
{
    const struct expr_node *operand = &e->node[node->operand[k]];
    return node->op >= OP_LESS && node->op <= OP_NOT_EQUAL && operand->op >= OP_AND &&
           operand->op <= OP_OR && operand->from == operand->outer_from;
}

/* The parentheses in front of byte `at` of the source that C needs to read it as Python does. */
static void add_parentheses(const struct expr *e, size_t at, struct text *out)
{
    for (size_t k = 0; k < 2 * e->nnodes; k++) {
        const struct expr_node *node = &e->node[k / 2];
        if (node->noperands != 2 || !needs_parentheses(e, node, k % 2))
            continue;
        const struct expr_node *operand = &e->node[node->operand[k % 2]];
        text_add(out, "%s", at == operand->from ? "(" : at == operand->to ? ")" : "");
    }
}

static void add_grouped(const struct expr *e, struct text *out)
{
    size_t length = strlen(e->source);
    for (size_t at = 0; at < length; at++) {
        add_parentheses(e, at, out);
        expr_add_source(out, e->source + at, 1, 1);
    }
    add_parentheses(e, length, out);
}

static void add_heading(const struct expr *e, struct text *out)
{
    struct text source = {0};
    expr_add_source(&source, e->source, strlen(e->source), TEXT_COLUMNS);
    text_styled(out, CODE, "%s", text_string(&source));
    text_add(out, "\n");
    text_free(&source);
}

static bool has_iff(const struct expr *e)
{
    for (size_t k = 0; k < e->nnodes; k++)
        if (e->node[k].op == OP_IFF)
            return true;
    return false;
}

/* What stands below the answer. */
static void add_notes(const struct expr *e, const struct expr *python, struct text *out)
{
    for (size_t k = 0; expr_remark(e, k); k++)
        text_sentences(out, "Note: ", "%s", expr_remark(e, k));
    if (python) {
        struct text grouped = {0};
        add_grouped(python, &grouped);
        text_sentences(
            out, "Note: ", "what C makes of it is a number, not a condition. So this is tried: %s",
            text_string(&grouped));
        text_free(&grouped);
    }
    if (has_iff(e))
        text_sentences(out, "Note: ",
                       "iff is short for \"if and only if\": both sides are true, or both are "
                       "false.");
}

static void fill(struct law_counterexample *c, const struct law *law, bool least)
{
    *c = (struct law_counterexample){.width = law->width, .least = least, .count = law->variables};
    for (size_t k = 0; k < law->variables; k++) {
        memcpy(c->name[k], law->e->slot[k].name, EXPR_NAME);
        c->value[k] = law->value[k].bits;
    }
}

/* ---- The whole ---- */

static enum law_answer try_condition(const struct expr *e, struct expr *read, uint64_t seed,
                                     struct text *out, struct law_counterexample *counterexample,
                                     struct expr_error *error)
{
    struct law law = {.e = read, .seed = seed, .state = seed, .variables = read->nslots};
    bool least;
    if (!check_condition(read, error))
        return LAW_WRONG;
    law.first = smallest_width(read);
    add_heading(e, out);
    if (holds_everywhere(&law, &least)) {
        tell_holds(&law, out);
        add_notes(e, read == e ? NULL : read, out);
        return LAW_HOLDS;
    }
    tell_counterexample(&law, least, out);
    add_notes(e, read == e ? NULL : read, out);
    work_out(&law, out);
    if (counterexample)
        fill(counterexample, &law, least);
    return LAW_FAILS;
}

enum law_answer law_try(const char *source, uint64_t seed, struct text *out,
                        struct law_counterexample *counterexample, struct expr_error *error)
{
    struct expr *e = expr_parse(source, error);
    if (!e)
        return LAW_WRONG;
    struct expr *python = read_as_python(e);
    enum law_answer answer =
        try_condition(e, python ? python : e, seed, out, counterexample, error);
    expr_free(python);
    expr_free(e);
    return answer;
}
