/* expr_modulo.c: RULES_MODULO: every value is a number modulo 2^width. */
#include "expr_nodes.h"

#include <inttypes.h>

bool expr_compare(enum expr_op op, uint64_t a, uint64_t b)
{
    return op == OP_LESS            ? a < b
           : op == OP_LESS_EQUAL    ? a <= b
           : op == OP_GREATER       ? a > b
           : op == OP_GREATER_EQUAL ? a >= b
           : op == OP_EQUAL         ? a == b
                                    : a != b;
}

static uint64_t binary(enum expr_op op, unsigned width, uint64_t a, uint64_t b)
{
    switch (op) {
    case OP_MULTIPLY:
        return a * b;
    case OP_DIVIDE:
        return a / b;
    case OP_REMAINDER:
        return a % b;
    case OP_ADD:
        return a + b;
    case OP_SUBTRACT:
        return a - b;
    case OP_SHIFT_LEFT:
        return b < width ? a << b : 0;
    case OP_SHIFT_RIGHT:
        return b < width ? a >> b : 0;
    case OP_AND:
        return a & b;
    case OP_XOR:
        return a ^ b;
    case OP_OR:
        return a | b;
    case OP_LOGICAL_AND:
        return a && b;
    case OP_LOGICAL_OR:
        return a || b;
    case OP_IMPLIES:
        return !a || b;
    case OP_IFF:
        return !a == !b;
    default:
        return expr_compare(op, a, b);
    }
}

static uint64_t unary(enum expr_op op, uint64_t a)
{
    return op == OP_COMPLEMENT ? ~a : op == OP_LOGICAL_NOT ? !a : op == OP_MINUS ? 0 - a : a;
}

static bool repeat(const struct expr_node *node, unsigned width, uint64_t pattern, uint64_t n,
                   uint64_t *result, struct expr_error *error)
{
    if (n == 0 || n > 64)
        return expr_undefined(error, node->from, node->to,
                              "repeat: a pattern of %" PRIu64 " bits: expected 1 to 64", n);
    *result = 0;
    for (unsigned at = 0; at < width; at += (unsigned)n)
        *result |= low_bits((unsigned)n, pattern) << at;
    return true;
}

static uint64_t cast(enum expr_type type, uint64_t a)
{
    return expr_convert((struct expr_value){TYPE_MODULO, a}, type).bits;
}

bool expr_check_width(const struct expr_node *node, unsigned width, struct expr_error *error)
{
    return verb_has_width(node->verb, width) ||
           expr_fail(error, node->from, node->to, "%s has no form for %u bits: expected one of %s",
                     node->verb->name, width, node->verb->widths);
}

static bool call_verb(const struct expr *e, const struct expr_node *node, unsigned width,
                      uint64_t *result, struct expr_error *error)
{
    uint64_t operands[VERB_OPERANDS] = {0};
    unsigned of = node->verb_width ? node->verb_width : width;
    if (!expr_check_width(node, of, error))
        return false;
    for (size_t k = 0; k < node->noperands; k++)
        operands[k] = e->value[node->operand[k]].bits;
    *result = node->verb->call(of, operands);
    return true;
}

static bool divide_by_zero(const struct expr_node *node, uint64_t a, struct expr_error *error)
{
    return expr_undefined(error, node->from, node->to,
                          "%" PRIu64 " %s 0: a division by 0 has no result", a,
                          op_spelling(node->op));
}

/* The value of a node other than a jump, not yet cut to the width. */
static bool work_out(const struct expr *e, size_t index, unsigned width, struct expr_value *slots,
                     uint64_t *result, struct expr_error *error)
{
    const struct expr_node *node = &e->node[index];
    uint64_t a = node->noperands > 0 ? e->value[node->operand[0]].bits : 0;
    uint64_t b = node->noperands > 1 ? e->value[node->operand[1]].bits : 0;
    if (node->op < OP_BINARY) {
        if (b == 0 && (node->op == OP_DIVIDE || node->op == OP_REMAINDER))
            return divide_by_zero(node, a, error);
        *result = binary(node->op, width, a, b);
    } else if (node->op == OP_VARIABLE)
        *result = slots[node->slot].bits;
    else if (node->op == OP_NUMBER)
        *result = node->number;
    else if (node->op <= OP_MINUS)
        *result = unary(node->op, a);
    else if (node->op == OP_WIDTH)
        *result = width;
    else if (node->op == OP_CONDITIONAL)
        *result = a ? b : e->value[node->operand[2]].bits;
    else if (node->op == OP_CAST)
        *result = cast(node->type, a);
    else if (node->op == OP_ASR)
        *result = shift_arithmetic(width, a, b);
    else if (node->op == OP_REPEAT)
        return repeat(node, width, a, b, result, error);
    else if (node->op == OP_VERB)
        return call_verb(e, node, width, result, error);
    else
        *result = a; /* OP_ASSIGN */
    return true;
}

static bool jumps(const struct expr *e, const struct expr_node *node)
{
    bool truth = e->value[node->operand[0]].bits != 0;
    return node->op == OP_JUMP || truth == (node->op == OP_JUMP_IF_TRUE);
}

bool expr_run_modulo(const struct expr *e, unsigned width, struct expr_value *slots,
                     struct expr_error *error, expr_trace *trace, void *context)
{
    for (size_t k = 0; k < e->nnodes; k++) {
        const struct expr_node *node = &e->node[k];
        uint64_t result = 0;
        if (node->op >= OP_JUMP_IF_FALSE) {
            if (jumps(e, node))
                k = node->target - 1;
            continue;
        }
        if (!work_out(e, k, width, slots, &result, error))
            return false;
        e->value[k] = (struct expr_value){TYPE_MODULO, low_bits(width, result)};
        if (node->op == OP_ASSIGN)
            slots[node->slot] = e->value[k];
        if (trace && expr_is_operation(node->op)) {
            struct expr_step step;
            expr_fill_step(e, k, &step);
            trace(&step, context);
        }
    }
    return true;
}
