/* expr_remark.c: remarks on how an expression is read. */
#include "expr_nodes.h"

#include <inttypes.h>

enum remark { ON_PYTHON = 1, ON_SHIFT = 2, ON_NOT = 4, ON_CHAIN = 8, ON_OCTAL = 16 };

/* An operation longer than this is not quoted. */
enum { QUOTED = 60 };

static bool between(enum expr_op op, enum expr_op first, enum expr_op last)
{
    return op >= first && op <= last;
}

static bool is_comparison(enum expr_op op) { return between(op, OP_LESS, OP_NOT_EQUAL); }
static bool is_and_or_xor(enum expr_op op) { return between(op, OP_AND, OP_OR); }

/* A remark of each kind is made once. */
static bool begin_remark(struct expr *e, enum remark kind)
{
    bool first = !(e->remarked & kind) && e->nremarks < EXPR_REMARKS;
    e->remarked |= kind;
    return first;
}

static void end_remark(struct expr *e, struct text *t)
{
    if (t->failed || !t->string)
        text_free(t);
    else
        e->remark[e->nremarks++] = t->string;
}

static void add_source(const struct expr *e, struct text *t, size_t from, size_t to)
{
    expr_add_source(t, e->source + from, to - from, to - from);
}

/* The binary operation with parentheses around those of its operands that `around` says. */
static void add_grouped(const struct expr *e, struct text *t, const struct expr_node *node,
                        const bool around[2])
{
    size_t at = node->from;
    for (int k = 0; k < 2; k++) {
        const struct expr_node *operand = &e->node[node->operand[k]];
        if (!around[k])
            continue;
        add_source(e, t, at, operand->from);
        text_add(t, "(");
        add_source(e, t, operand->from, operand->to);
        text_add(t, ")");
        at = operand->to;
    }
    add_source(e, t, at, node->to);
}

/* The same bytes as Python groups them: & ^ | first, though comparisons stand around. */
static void add_as_python(const struct expr *e, struct text *t, const struct expr_node *node,
                          const bool comparison[2])
{
    const struct expr_node *left = &e->node[node->operand[0]], *right = &e->node[node->operand[1]];
    size_t open = comparison[0] ? e->node[left->operand[1]].outer_from : node->from;
    size_t close = comparison[1] ? e->node[right->operand[0]].outer_to : node->to;
    add_source(e, t, node->from, open);
    text_add(t, "(");
    add_source(e, t, open, close);
    text_add(t, ")");
    add_source(e, t, close, node->to);
}

static bool is_bare(const struct expr_node *node) { return node->from == node->outer_from; }

static void remark_on_python(struct expr *e, const struct expr_node *node, const bool bare[2])
{
    struct text t = {0};
    enum expr_op comparison = e->node[node->operand[bare[0] ? 0 : 1]].op;
    e->python_differs = true;
    if (!begin_remark(e, ON_PYTHON))
        return;
    if (node->to - node->from > QUOTED) {
        text_add(&t, "In C %s binds tighter than %s, in Python it is the other way round.",
                 op_spelling(comparison), op_spelling(node->op));
    } else {
        text_add(&t, "C reads ");
        add_source(e, &t, node->from, node->to);
        text_add(&t, " as ");
        add_grouped(e, &t, node, bare);
        text_add(&t, ", since %s binds tighter than %s; Python reads ", op_spelling(comparison),
                 op_spelling(node->op));
        add_as_python(e, &t, node, bare);
        text_add(&t, ".");
    }
    end_remark(e, &t);
}

static void remark_on_group(struct expr *e, enum remark kind, const struct expr_node *node,
                            const bool bare[2], const char *why)
{
    struct text t = {0};
    if (node->to - node->from > QUOTED || !begin_remark(e, kind))
        return;
    text_add(&t, "C reads ");
    add_source(e, &t, node->from, node->to);
    text_add(&t, " as ");
    add_grouped(e, &t, node, bare);
    text_add(&t, "%s", why);
    end_remark(e, &t);
}

void remark_on_grouping(struct expr *e, size_t k)
{
    const struct expr_node *node = &e->node[k];
    bool comparison[2], sum[2], negation[2] = {false, false}, chain[2] = {false, false};
    for (int i = 0; i < 2; i++) {
        const struct expr_node *operand = &e->node[node->operand[i]];
        comparison[i] = is_bare(operand) && is_comparison(operand->op);
        sum[i] = is_bare(operand) && between(operand->op, OP_ADD, OP_SUBTRACT);
        if (i == 0) {
            negation[0] = is_bare(operand) && operand->op == OP_LOGICAL_NOT;
            chain[0] = comparison[0] && is_comparison(node->op);
        }
    }
    if (is_and_or_xor(node->op) && (comparison[0] || comparison[1]))
        remark_on_python(e, node, comparison);
    if (between(node->op, OP_SHIFT_LEFT, OP_SHIFT_RIGHT) && (sum[0] || sum[1]))
        remark_on_group(e, ON_SHIFT, node, sum, ", since + and - bind tighter than shifts.");
    if (negation[0] && node->op <= OP_OR)
        remark_on_group(e, ON_NOT, node, negation, ": ! belongs to what is next to it alone.");
    if (chain[0])
        remark_on_group(e, ON_CHAIN, node, chain, ", which compares with the truth value 0 or 1.");
}

void remark_on_octal(struct expr *e, const struct token *token)
{
    struct text t = {0};
    if (token->to - token->from > QUOTED || token->number < 8 || !begin_remark(e, ON_OCTAL))
        return;
    add_source(e, &t, token->from, token->to);
    text_add(&t, " is octal, since it begins with 0: C reads it as %" PRIu64 ".", token->number);
    end_remark(e, &t);
}
