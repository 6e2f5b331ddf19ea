/* expr_c.c: RULES_C: values have types, and some results are undefined (C11 6.3 and 6.5). */
#include "expr_nodes.h"

#include <inttypes.h>

/* What an operation is worked out with. */
struct operation {
    const struct expr *e;
    const struct expr_node *node;
    struct expr_value a, b; /* converted */
    struct expr_error *error;
};

static bool is_negative(struct expr_value value)
{
    return expr_type_signed(value.type) && value.bits >> 63;
}

/* Conversion by which a number becomes another one that C does not define, but each compiler. */
static bool narrows(struct expr_value from, struct expr_value to)
{
    return expr_type_signed(to.type) &&
           (from.bits != to.bits || is_negative(from) != is_negative(to));
}

/* ---- Signed arithmetic ---- */

static bool fits(enum expr_type type, int64_t value)
{
    return as_signed(expr_type_width(type), (uint64_t)value) == value;
}

static bool add_signed(int64_t a, int64_t b, uint64_t *sum)
{
    *sum = (uint64_t)a + (uint64_t)b;
    return !((((uint64_t)a ^ *sum) & ((uint64_t)b ^ *sum)) >> 63);
}

static bool subtract_signed(int64_t a, int64_t b, uint64_t *difference)
{
    *difference = (uint64_t)a - (uint64_t)b;
    return !((((uint64_t)a ^ (uint64_t)b) & ((uint64_t)a ^ *difference)) >> 63);
}

static bool multiply_signed(int64_t a, int64_t b, uint64_t *product)
{
    *product = (uint64_t)a * (uint64_t)b;
    if (a == 0 || b == 0)
        return true;
    if ((a == -1 && b == INT64_MIN) || (b == -1 && a == INT64_MIN))
        return false;
    return as_signed(64, *product) / b == a && as_signed(64, *product) % b == 0;
}

static bool overflow(const struct operation *o)
{
    char a[EXPR_DIGITS], b[EXPR_DIGITS], low[EXPR_DIGITS], high[EXPR_DIGITS];
    enum expr_type type = o->a.type;
    uint64_t top = UINT64_MAX << (expr_type_width(type) - 1);
    bool unary = o->node->noperands == 1;
    expr_decimal(o->a, a);
    expr_decimal(o->b, b);
    expr_decimal((struct expr_value){type, top}, low);
    expr_decimal((struct expr_value){type, ~top}, high);
    const char *spelling = op_spelling(o->node->op);
    if (o->node->op == OP_REMAINDER)
        return expr_undefined(o->error, o->node->from, o->node->to,
                              "%s %% -1: the quotient does not fit %s, and C leaves %% undefined "
                              "then as it does /",
                              a, expr_type_name(type));
    return expr_undefined(o->error, o->node->from, o->node->to,
                          "%s%s%s%s%s does not fit %s, which holds %s to %s: C leaves signed "
                          "overflow undefined",
                          unary ? "-(" : a, unary ? a : " ", unary ? ")" : spelling,
                          unary ? "" : " ", unary ? "" : b, expr_type_name(type), low, high);
}

static bool divide_by_zero(const struct operation *o)
{
    char a[EXPR_DIGITS];
    expr_decimal(o->a, a);
    return expr_undefined(o->error, o->node->from, o->node->to,
                          "%s %s 0: C leaves a division by 0 undefined", a,
                          op_spelling(o->node->op));
}

static bool arithmetic_signed(const struct operation *o, uint64_t *result)
{
    int64_t a = as_signed(64, o->a.bits), b = as_signed(64, o->b.bits);
    bool held = true;
    switch (o->node->op) {
    case OP_ADD:
        held = add_signed(a, b, result);
        break;
    case OP_SUBTRACT:
        held = subtract_signed(a, b, result);
        break;
    case OP_MULTIPLY:
        held = multiply_signed(a, b, result);
        break;
    default: /* OP_DIVIDE, OP_REMAINDER; C leaves both undefined if the quotient does not fit */
        held = b != -1 || subtract_signed(0, a, result);
        if (held && b == -1)
            held = fits(o->a.type, -a);
        if (held)
            *result = (uint64_t)(o->node->op == OP_DIVIDE ? a / b : b == -1 ? 0 : a % b);
        break;
    }
    return (held && fits(o->a.type, as_signed(64, *result))) || overflow(o);
}

static bool arithmetic(const struct operation *o, uint64_t *result)
{
    uint64_t a = o->a.bits, b = o->b.bits;
    bool division = o->node->op == OP_DIVIDE || o->node->op == OP_REMAINDER;
    if (division && b == 0)
        return divide_by_zero(o);
    if (expr_type_signed(o->a.type))
        return arithmetic_signed(o, result);
    *result = o->node->op == OP_ADD        ? a + b
              : o->node->op == OP_SUBTRACT ? a - b
              : o->node->op == OP_MULTIPLY ? a * b
              : o->node->op == OP_DIVIDE   ? a / b
                                           : a % b;
    return true;
}

static bool unary(const struct operation *o, uint64_t *result)
{
    switch (o->node->op) {
    case OP_COMPLEMENT:
        *result = ~o->a.bits;
        return true;
    case OP_LOGICAL_NOT:
        *result = !o->a.bits;
        return true;
    case OP_MINUS:
        *result = 0 - o->a.bits;
        return !expr_type_signed(o->a.type) || o->a.bits == 0 ||
               (*result != o->a.bits && fits(o->a.type, as_signed(64, *result))) || overflow(o);
    default:
        *result = o->a.bits;
        return true;
    }
}

/* ---- Shifts ---- */

static bool wrong_count(const struct operation *o)
{
    char a[EXPR_DIGITS], b[EXPR_DIGITS];
    unsigned width = expr_type_width(o->a.type);
    expr_decimal(o->a, a);
    expr_decimal(o->b, b);
    return expr_undefined(o->error, o->node->from, o->node->to,
                          "%s %s %s: C leaves a shift of %s, which has %u bits, by %s undefined: "
                          "expected 0 to %u",
                          a, op_spelling(o->node->op), b, expr_type_name(o->a.type), width, b,
                          width - 1);
}

static bool wrong_shift(const struct operation *o)
{
    char a[EXPR_DIGITS], b[EXPR_DIGITS];
    expr_decimal(o->a, a);
    expr_decimal(o->b, b);
    if (is_negative(o->a))
        return expr_undefined(o->error, o->node->from, o->node->to,
                              "%s << %s: C leaves << of a negative number undefined", a, b);
    return expr_undefined(
        o->error, o->node->from, o->node->to,
        "%s << %s does not fit %s: C leaves << of signed numbers undefined where the "
        "result does not fit",
        a, b, expr_type_name(o->a.type));
}

static bool shift(const struct operation *o, uint64_t *result)
{
    unsigned width = expr_type_width(o->a.type);
    uint64_t a = o->a.bits, n = o->b.bits;
    if (is_negative(o->b) || n >= width)
        return wrong_count(o);
    if (o->node->op == OP_SHIFT_RIGHT) {
        *result = is_negative(o->a) ? ~(~a >> n) : a >> n;
        return true;
    }
    *result = a << n;
    if (!expr_type_signed(o->a.type))
        return true;
    return (!is_negative(o->a) && a <= (uint64_t)INT64_MAX >> (64 - width) >> n) || wrong_shift(o);
}

/* ---- Types ---- */

static enum expr_type type_of_verb(const struct expr *e, const struct expr_node *node)
{
    enum expr_type first = e->value[node->operand[0]].type;
    unsigned width = node->verb_width ? node->verb_width : expr_type_width(first);
    switch (node->verb->result) {
    case RESULT_COUNT:
        return TYPE_U32;
    case RESULT_TRUTH:
    case RESULT_CHANGED:
        return TYPE_BOOL;
    case RESULT_INT:
        return TYPE_I32;
    default:
        return type_of_width(width < 8 ? 8 : width, node->verb->result == RESULT_SIGNED);
    }
}

static enum expr_type type_of(const struct expr *e, const struct expr_node *node,
                              const struct expr_value *slots)
{
    enum expr_type a = node->noperands ? e->value[node->operand[0]].type : TYPE_I32;
    if (node->op <= OP_SUBTRACT || (node->op >= OP_AND && node->op <= OP_OR))
        return common_type(a, e->value[node->operand[1]].type);
    switch (node->op) {
    case OP_NUMBER:
    case OP_CAST:
        return node->type;
    case OP_VARIABLE:
    case OP_ASSIGN:
        return slots[node->slot].type;
    case OP_SHIFT_LEFT:
    case OP_SHIFT_RIGHT:
    case OP_COMPLEMENT:
    case OP_PLUS:
    case OP_MINUS:
        return promoted(a);
    case OP_CONDITIONAL:
        return common_type(e->value[node->operand[1]].type, e->value[node->operand[2]].type);
    case OP_VERB:
        return type_of_verb(e, node);
    case OP_ASR:
        return type_of_width(expr_type_width(promoted(a)), true);
    default: /* comparisons, truths */
        return TYPE_I32;
    }
}

/* Writes the type of each node into e->value, those that are not evaluated too: the type of
 * c ? a : b depends on both. A variable that is assigned for the first time gets the type of what
 * is assigned. */
static void find_types(const struct expr *e, struct expr_value *slots)
{
    for (size_t k = 0; k < e->nnodes; k++) {
        const struct expr_node *node = &e->node[k];
        if (node->op == OP_ASSIGN && slots[node->slot].type == TYPE_MODULO)
            slots[node->slot].type = e->value[node->operand[0]].type;
        e->value[k].type = type_of(e, node, slots);
    }
}

/* The type to which both operands are converted. */
static enum expr_type working_type(const struct expr *e, const struct expr_node *node, size_t k)
{
    enum expr_type type = e->value[node->operand[k]].type;
    if (node->op == OP_SHIFT_LEFT || node->op == OP_SHIFT_RIGHT || node->op == OP_ASR)
        return promoted(type);
    if (node->op < OP_LOGICAL_AND)
        return common_type(e->value[node->operand[0]].type, e->value[node->operand[1]].type);
    return node->op == OP_COMPLEMENT || node->op == OP_PLUS || node->op == OP_MINUS ? promoted(type)
                                                                                    : type;
}

/* ---- Verbs ---- */

static enum expr_type type_of_operand(const struct verb *verb, size_t k, unsigned width)
{
    switch (verb->operands[k]) {
    case OPERAND_INDEX:
    case OPERAND_COUNT:
        return TYPE_U32;
    case OPERAND_STATE:
        return TYPE_BOOL;
    default:
        return type_of_width(width, false);
    }
}

static bool check_verb(const struct expr_node *node, unsigned width, struct expr_error *error)
{
    const struct verb *verb = node->verb;
    bool counts_only = verb->operands[0] == OPERAND_COUNT;
    if (verb->operands[0] == OPERAND_BYTES || verb->result == RESULT_BYTES)
        return expr_fail(error, node->from, node->to,
                         "%s works on memory, and not on numbers by the rules of C", verb->name);
    if (counts_only && !node->verb_width)
        return expr_fail(error, node->from, node->to,
                         "%s does not say for how many bits: expected %s_u8, _u16, _u32 or _u64",
                         verb->name, verb->name);
    return expr_check_width(node, width, error);
}

static bool call_verb(const struct expr *e, size_t index, struct expr_step *step,
                      struct expr_error *error)
{
    const struct expr_node *node = &e->node[index];
    struct expr_value first = e->value[node->operand[0]];
    unsigned width = node->verb_width ? node->verb_width : expr_type_width(first.type);
    uint64_t operands[VERB_OPERANDS] = {0};
    if (width < 8)
        width = 8; /* bool */
    if (!check_verb(node, width, error))
        return false;
    for (size_t k = 0; k < node->noperands; k++) {
        enum expr_type type = type_of_operand(node->verb, k, width);
        step->converted[k] = expr_convert(e->value[node->operand[k]], type);
        operands[k] = step->converted[k].bits;
    }
    if (!node->verb_width && (expr_type_signed(first.type) || first.type == TYPE_BOOL))
        step->notes |= NOTE_VERB_SIGNED;
    struct expr_value result = {TYPE_U64, node->verb->call(width, operands)};
    if (node->verb->result == RESULT_INT)
        result.bits = (uint64_t)as_signed(width, result.bits);
    e->value[index] = expr_convert(result, e->value[index].type);
    return true;
}

/* ---- Evaluation ---- */

/* The order of signed numbers is that of unsigned ones whose top bit is inverted. */
static bool compare(enum expr_op op, struct expr_value a, struct expr_value b)
{
    uint64_t flip = expr_type_signed(a.type) ? UINT64_C(1) << 63 : 0;
    return expr_compare(op, a.bits ^ flip, b.bits ^ flip);
}

static bool binary(const struct operation *o, uint64_t *result)
{
    uint64_t a = o->a.bits, b = o->b.bits;
    enum expr_op op = o->node->op;
    if (op <= OP_SUBTRACT)
        return arithmetic(o, result);
    if (op <= OP_SHIFT_RIGHT)
        return shift(o, result);
    if (op <= OP_NOT_EQUAL)
        *result = compare(op, o->a, o->b);
    else
        *result = op == OP_AND           ? a & b
                  : op == OP_XOR         ? a ^ b
                  : op == OP_OR          ? a | b
                  : op == OP_LOGICAL_AND ? a && b
                  : op == OP_LOGICAL_OR  ? a || b
                  : op == OP_IMPLIES     ? !a || b
                                         : !a == !b;
    return true;
}

/* The notes on an operation that was worked out. */
static unsigned notes_on(const struct expr_node *node, const struct expr_step *step)
{
    unsigned notes = 0;
    bool conversion = node->op == OP_CAST || node->op == OP_ASSIGN;
    if (conversion && narrows(step->operand[0], step->result))
        notes |= NOTE_NARROWED;
    if ((node->op == OP_SHIFT_RIGHT) && is_negative(step->converted[0]))
        notes |= NOTE_RIGHT_SHIFT;
    return notes;
}

/* Works out an operation: not a jump, a number or a variable. */
static bool operate(const struct expr *e, size_t index, struct expr_value *slots,
                    struct expr_step *step, struct expr_error *error)
{
    const struct expr_node *node = &e->node[index];
    struct operation o = {.e = e, .node = node, .error = error};
    struct expr_value *value = &e->value[index];
    if (node->op == OP_VERB)
        return call_verb(e, index, step, error);
    if (node->op == OP_REPEAT)
        return expr_fail(error, node->from, node->to,
                         "repeat() needs a width: it exists modulo "
                         "2^N only, not by the rules of C");
    for (size_t k = 0; k < step->noperands && k < 2 && node->op <= OP_MINUS; k++)
        step->converted[k] = expr_convert(step->operand[k], working_type(e, node, k));
    o.a = step->converted[0];
    o.b = step->converted[1];
    if (node->op < OP_BINARY)
        return binary(&o, &value->bits);
    if (node->op <= OP_MINUS)
        return unary(&o, &value->bits);
    if (node->op == OP_ASR)
        value->bits = shift_arithmetic(expr_type_width(value->type), o.a.bits, o.b.bits);
    else if (node->op == OP_CONDITIONAL)
        *value = step->converted[1] = expr_convert(o.b, value->type);
    else
        *value = expr_convert(o.a, value->type); /* OP_CAST, OP_ASSIGN */
    if (node->op == OP_ASSIGN)
        slots[node->slot] = *value;
    return true;
}

static bool jumps(const struct expr *e, const struct expr_node *node)
{
    bool truth = e->value[node->operand[0]].bits != 0;
    return node->op == OP_JUMP || truth == (node->op == OP_JUMP_IF_TRUE);
}

static bool run_node(const struct expr *e, size_t index, struct expr_value *slots,
                     struct expr_error *error, expr_trace *trace, void *context)
{
    const struct expr_node *node = &e->node[index];
    struct expr_value *value = &e->value[index];
    struct expr_step step;
    if (node->op == OP_WIDTH)
        return expr_fail(error, node->from, node->to,
                         "WIDTH exists modulo 2^N only, not by the rules of C");
    if (node->op == OP_NUMBER && node->type == TYPE_MODULO)
        return expr_fail(error, node->from, node->to,
                         "no signed type of C holds this number: write %" PRIu64 "u", node->number);
    if (node->op == OP_NUMBER)
        value->bits = node->number;
    if (node->op == OP_VARIABLE)
        value->bits = slots[node->slot].bits;
    if (!expr_is_operation(node->op))
        return true;
    expr_fill_step(e, index, &step);
    if (!operate(e, index, slots, &step, error))
        return false;
    *value = expr_convert(*value, value->type);
    step.result = *value;
    step.notes |= notes_on(node, &step);
    if (trace)
        trace(&step, context);
    return true;
}

bool expr_run_c(const struct expr *e, struct expr_value *slots, struct expr_error *error,
                expr_trace *trace, void *context)
{
    find_types(e, slots);
    for (size_t k = 0; k < e->nnodes; k++) {
        const struct expr_node *node = &e->node[k];
        if (node->op >= OP_JUMP_IF_FALSE) {
            if (jumps(e, node))
                k = node->target - 1;
        } else if (!run_node(e, k, slots, error, trace, context)) {
            return false;
        }
    }
    return true;
}
