/* expr_evaluate.c: evaluation by either set of rules: variables in, variables out. */
#include "expr_nodes.h"

#include <string.h>

bool expr_is_operation(enum expr_op op) { return op < OP_WIDTH; }

static const char *operation_name(const struct expr_node *node)
{
    switch (node->op) {
    case OP_VERB:
        return node->verb->name;
    case OP_CAST:
        return expr_type_name(node->type);
    case OP_ASR:
        return "asr";
    case OP_REPEAT:
        return "repeat";
    default:
        return op_spelling(node->op);
    }
}

/* Whether operand k was evaluated: && and || leave out the second one, ?: one of two. */
static bool took_part(const struct expr *e, const struct expr_node *node, size_t k)
{
    bool first = e->value[node->operand[0]].bits != 0;
    if (k == 0)
        return true;
    switch (node->op) {
    case OP_LOGICAL_AND:
    case OP_IMPLIES:
        return first;
    case OP_LOGICAL_OR:
        return !first;
    case OP_CONDITIONAL:
        return k == (first ? 1 : 2);
    default:
        return true;
    }
}

void expr_fill_step(const struct expr *e, size_t index, struct expr_step *step)
{
    const struct expr_node *node = &e->node[index];
    *step = (struct expr_step){.source = e->source + node->from, .node = node};
    step->length = node->to - node->from;
    step->operation = operation_name(node);
    for (size_t k = 0; k < node->noperands; k++) {
        const struct expr_node *operand = &e->node[node->operand[k]];
        if (!took_part(e, node, k))
            continue;
        size_t n = step->noperands++;
        step->operand[n] = step->converted[n] = e->value[node->operand[k]];
        step->operand_source[n] = e->source + operand->from;
        step->operand_length[n] = operand->to - operand->from;
        step->operand_literal[n] = operand->op == OP_NUMBER;
    }
    step->result = e->value[index];
}

static struct expr_variable *find_variable(struct expr_variables *variables, const char *name)
{
    for (size_t k = 0; k < variables->count; k++)
        if (strcmp(variables->variable[k].name, name) == 0)
            return &variables->variable[k];
    return NULL;
}

/* Writes what was assigned back. Result: false if there is no room. */
static bool store(const struct expr_slot *slot, struct expr_value value,
                  struct expr_variables *variables, struct expr_error *error)
{
    struct expr_variable *variable = find_variable(variables, slot->name);
    if (!variable && variables->count == EXPR_VARIABLES)
        return expr_fail(error, slot->from, slot->to, "too many variables: expected at most %d",
                         EXPR_VARIABLES);
    if (!variable)
        variable = &variables->variable[variables->count++];
    memcpy(variable->name, slot->name, sizeof variable->name);
    variable->value = value;
    return true;
}

bool expr_evaluate(const struct expr *e, const struct expr_rules *rules,
                   struct expr_variables *variables, struct expr_value *result,
                   struct expr_error *error, expr_trace *trace, void *context)
{
    struct expr_value slots[EXPR_VARIABLES] = {{TYPE_MODULO, 0}};
    for (size_t k = 0; k < e->nslots; k++) {
        const struct expr_slot *slot = &e->slot[k];
        const struct expr_variable *variable = find_variable(variables, slot->name);
        if (variable)
            slots[k] = variable->value;
        else if (!slot->assigned)
            return expr_fail(error, slot->from, slot->to, "%s has no value: expected %s=NUMBER",
                             slot->name, slot->name);
    }
    if (rules->width ? !expr_run_modulo(e, rules->width, slots, error, trace, context)
                     : !expr_run_c(e, slots, error, trace, context))
        return false;
    *result = e->value[e->root];
    for (size_t k = 0; k < e->nnodes; k++)
        if (e->node[k].op == OP_ASSIGN &&
            !store(&e->slot[e->node[k].slot], slots[e->node[k].slot], variables, error))
            return false;
    return true;
}
