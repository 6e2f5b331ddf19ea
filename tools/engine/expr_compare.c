/* expr_compare.c: why the two sets of rules give different numbers. */
#include "expr_nodes.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct recorded {
    bool done;
    struct expr_value value;
};

struct record {
    const struct expr *e;
    struct recorded *node;
};

static void record_step(const struct expr_step *step, void *context)
{
    struct record *record = context;
    size_t index = (size_t)(step->node - record->e->node);
    record->node[index] = (struct recorded){true, step->result};
}

static bool same_number(struct expr_value a, struct expr_value b)
{
    bool negative = expr_type_signed(b.type) && b.bits >> 63;
    return a.bits == b.bits && !negative;
}

static const struct expr_variable *find(const struct expr_variables *variables, const char *name)
{
    for (size_t k = 0; k < variables->count; k++)
        if (strcmp(variables->variable[k].name, name) == 0)
            return &variables->variable[k];
    return NULL;
}

/* What the two rules make of node k. Result: false if it is not the same number. */
static bool agree(const struct expr *e, size_t k, unsigned width, struct recorded modulo,
                  struct recorded c, const struct expr_variables *given[2],
                  struct expr_value number[2])
{
    const struct expr_node *node = &e->node[k];
    if (node->op == OP_NUMBER) {
        number[0] = (struct expr_value){TYPE_MODULO, low_bits(width, node->number)};
        number[1] = (struct expr_value){node->type, node->number};
    } else if (node->op == OP_VARIABLE) {
        const struct expr_variable *a = find(given[0], e->slot[node->slot].name);
        const struct expr_variable *b = find(given[1], e->slot[node->slot].name);
        if (!a || !b)
            return true;
        number[0] = (struct expr_value){TYPE_MODULO, low_bits(width, a->value.bits)};
        number[1] = b->value;
    } else {
        if (!modulo.done || !c.done)
            return true;
        number[0] = modulo.value;
        number[1] = c.value;
    }
    return same_number(number[0], number[1]);
}

static void tell(const struct expr *e, const struct expr_node *node, unsigned width,
                 const struct expr_value number[2], struct expr_value c, struct text *out)
{
    struct text where = {0};
    char result[EXPR_DIGITS], digits[2][EXPR_DIGITS];
    expr_add_source(&where, e->source + node->from, node->to - node->from, 60);
    expr_decimal(c, result);
    expr_decimal(number[0], digits[0]);
    expr_decimal(number[1], digits[1]);
    const char *type = expr_type_name(number[1].type);
    text_sentences(out, "",
                   "By the rules of C the result is %s (%s), because %s is %s there, of type %s, "
                   "and %s modulo 2^%u.",
                   result, expr_type_name(c.type), text_string(&where), digits[1], type, digits[0],
                   width);
    text_free(&where);
}

static void compare(const struct expr *e, unsigned width, const struct expr_variables *given[2],
                    struct record record[2], struct text *out)
{
    struct expr_variables variables[2] = {*given[0], *given[1]};
    struct expr_value result[2], number[2];
    struct expr_error error;
    if (!expr_evaluate(e, &(struct expr_rules){width}, &variables[0], &result[0], &error,
                       record_step, &record[0]))
        return;
    if (!expr_evaluate(e, &(struct expr_rules){0}, &variables[1], &result[1], &error, record_step,
                       &record[1])) {
        text_sentences(out, "", "By the rules of C there is no result: %s.", error.message);
        return;
    }
    if (same_number(result[0], result[1]))
        return;
    for (size_t k = 0; k < e->nnodes; k++) {
        if (e->node[k].op < OP_JUMP_IF_FALSE &&
            !agree(e, k, width, record[0].node[k], record[1].node[k], given, number)) {
            tell(e, &e->node[k], width, number, result[1], out);
            return;
        }
    }
}

void expr_compare_rules(const struct expr *e, unsigned width,
                        const struct expr_variables *modulo_variables,
                        const struct expr_variables *c_variables, struct text *out)
{
    const struct expr_variables *given[2] = {modulo_variables, c_variables};
    struct recorded *nodes = calloc(2 * e->nnodes, sizeof *nodes);
    if (nodes) {
        struct record record[2] = {{e, nodes}, {e, nodes + e->nnodes}};
        compare(e, width, given, record, out);
    }
    free(nodes);
}
