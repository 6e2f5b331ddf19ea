/* expr_parse.c: from the source to nodes, by precedence climbing. */
#include "expr_nodes.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const size_t NOTHING = SIZE_MAX; /* in place of a node, after an error */

struct parser {
    struct expr *e;
    size_t at; /* behind the token */
    struct token token;
    enum expr_precedence precedence;
    unsigned depth;
    struct expr_error *error;
};

static size_t parse_expression(struct parser *p);
static size_t parse_unary(struct parser *p);

/* ---- Tokens ---- */

static bool next(struct parser *p) { return lex_token(p->e->source, &p->at, &p->token, p->error); }

static const char *spelled(const struct parser *p) { return p->e->source + p->token.from; }
static size_t length_of(const struct token *token) { return token->to - token->from; }

/* At most so many bytes of a name stand in a message. */
static int shown(const struct token *token)
{
    return length_of(token) > 40 ? 40 : (int)length_of(token);
}

static bool is_word(const struct parser *p, const char *word)
{
    return p->token.op == OP_NAME && length_of(&p->token) == strlen(word) &&
           memcmp(spelled(p), word, strlen(word)) == 0;
}

static size_t fail_here(struct parser *p, const char *message)
{
    expr_fail(p->error, p->token.from, p->token.to, "%s", message);
    return NOTHING;
}

static bool expect(struct parser *p, enum expr_op op, const char *message)
{
    if (p->token.op == op)
        return next(p);
    fail_here(p, message);
    return false;
}

/* ---- Nodes ---- */

static size_t add_node(struct parser *p, struct expr_node node)
{
    struct expr *e = p->e;
    if (e->nnodes == EXPR_NODES)
        return fail_here(p, "the expression is too long");
    if (e->nnodes == e->room) {
        size_t room = e->room ? 2 * e->room : 16;
        struct expr_node *grown = realloc(e->node, room * sizeof *grown);
        if (!grown)
            return fail_here(p, "out of memory");
        e->node = grown;
        e->room = room;
    }
    node.outer_from = node.from;
    node.outer_to = node.to;
    e->node[e->nnodes] = node;
    return e->nnodes++;
}

static bool is_truth(const struct expr *e, enum expr_op op, const size_t operand[])
{
    if (op >= OP_AND && op <= OP_OR)
        return e->node[operand[0]].condition && e->node[operand[1]].condition;
    if (op == OP_CONDITIONAL)
        return e->node[operand[1]].condition && e->node[operand[2]].condition;
    return (op >= OP_LESS && op <= OP_NOT_EQUAL) || (op >= OP_LOGICAL_AND && op <= OP_IFF) ||
           op == OP_LOGICAL_NOT;
}

/* An operation on nodes that exist, from byte `from` up to `to`. */
static size_t add_operation(struct parser *p, enum expr_op op, size_t noperands,
                            const size_t operand[], size_t from, size_t to)
{
    struct expr *e = p->e;
    struct expr_node node = {.op = op, .from = from, .to = to, .noperands = noperands};
    memcpy(node.operand, operand, noperands * sizeof operand[0]);
    node.condition = is_truth(e, op, operand);
    if ((op >= OP_LOGICAL_AND && op <= OP_IFF) || op == OP_LOGICAL_NOT)
        for (size_t k = 0; k < noperands; k++)
            e->loose |= !e->node[operand[k]].condition;
    size_t result = add_node(p, node);
    if (result != NOTHING && op < OP_BINARY)
        remark_on_grouping(e, result);
    return result;
}

static size_t add_jump(struct parser *p, enum expr_op op, size_t operand)
{
    return add_node(p, (struct expr_node){.op = op, .operand = {operand}, .noperands = 1});
}

/* ---- Variables ---- */

static size_t find_slot(struct parser *p, bool assigned)
{
    struct expr *e = p->e;
    size_t length = length_of(&p->token);
    for (size_t k = 0; k < e->nslots; k++)
        if (strlen(e->slot[k].name) == length && memcmp(e->slot[k].name, spelled(p), length) == 0)
            return k;
    if (length >= EXPR_NAME)
        return fail_here(p, "the name is too long: expected at most 31 characters");
    if (e->nslots == EXPR_VARIABLES)
        return fail_here(p, "too many variables: expected at most 16");
    struct expr_slot *slot = &e->slot[e->nslots];
    *slot = (struct expr_slot){.from = p->token.from, .to = p->token.to, .assigned = assigned};
    memcpy(slot->name, spelled(p), length);
    return e->nslots++;
}

/* ---- Names ---- */

static size_t wrong_name(struct parser *p)
{
    static const struct {
        const char *word, *message;
    } words[] = {
        {"and", "'and' is not an operator of C: write && for conditions, & for bits"},
        {"or", "'or' is not an operator of C: write || for conditions, | for bits"},
        {"not", "'not' is not an operator of C: write ! for conditions, ~ for bits"},
        {"xor", "'xor' is not an operator of C: write ^"},
        {"mod", "'mod' is not an operator of C: write %"},
        {"float", "'float' is not known here: all numbers are integers"},
        {"double", "'double' is not known here: all numbers are integers"},
        {"void", "'void' is not a type of integers"},
        {"__int128", "'__int128' is not known here: expected at most 64 bits"},
    };
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (is_word(p, words[k].word))
            return fail_here(p, words[k].message);
    return NOTHING;
}

/* What cannot follow an operand. */
static size_t surplus(struct parser *p)
{
    const char *here = spelled(p);
    p->error->message[0] = '\0';
    switch (p->token.op) {
    case OP_CLOSE:
        return fail_here(p, "')' without '('");
    case OP_ASSIGN:
        return fail_here(p, "'=' assigns, and only to a name in front of a whole statement: "
                            "write == to compare");
    case OP_COMMA:
        return fail_here(p, "',' stands between the operands of a verb only");
    case OP_COLON:
        return fail_here(p, "':' without '?'");
    case OP_NAME:
        wrong_name(p);
        break;
    default:
        break;
    }
    if (!p->error->message[0])
        expr_fail(p->error, p->token.from, p->token.to,
                  "'%.*s' cannot follow here: expected an operator", shown(&p->token), here);
    return NOTHING;
}

static size_t unknown_verb(struct parser *p, const struct token *name)
{
    p->token = *name;
    p->error->message[0] = '\0';
    if (wrong_name(p), p->error->message[0])
        return NOTHING;
    const char *string = p->e->source + name->from;
    const struct verb *like = verb_like(string, length_of(name));
    expr_fail(p->error, name->from, name->to, "there is no verb '%.*s'%s%s%s", shown(name), string,
              like ? ": did you mean '" : "", like ? like->name : "", like ? "'?" : "");
    return NOTHING;
}

/* The operands of `name`, from '(' to ')'. Result: how many; NOTHING after an error. */
static size_t parse_operands(struct parser *p, const struct token *name,
                             size_t operand[EXPR_OPERANDS], size_t *to)
{
    size_t count = 0;
    if (!next(p))
        return NOTHING;
    while (p->token.op != OP_CLOSE) {
        if (count == EXPR_OPERANDS)
            return fail_here(p, "too many operands");
        operand[count] = parse_expression(p);
        if (operand[count++] == NOTHING)
            return NOTHING;
        if (p->token.op != OP_CLOSE && p->token.op != OP_COMMA) {
            expr_fail(p->error, p->token.from, p->token.to, "expected ',' or ')' of %.*s(...)",
                      shown(name), p->e->source + name->from);
            return NOTHING;
        }
        if (p->token.op == OP_COMMA && !next(p))
            return NOTHING;
    }
    *to = p->token.to;
    return next(p) ? count : NOTHING;
}

static size_t wrong_count(struct parser *p, const struct expr_node *call, size_t wanted,
                          const char *const *names)
{
    size_t end = call->from;
    while (p->e->source[end] != '(')
        end++;
    struct text list = {0};
    for (size_t k = 0; k < wanted; k++)
        text_add(&list, "%s%s", k ? ", " : "", names[k]);
    expr_fail(p->error, call->from, call->to, "%.*s takes %zu operand%s (%s), but %zu given",
              (int)(end - call->from), p->e->source + call->from, wanted, wanted == 1 ? "" : "s",
              text_string(&list), call->noperands);
    text_free(&list);
    return NOTHING;
}

/* name(operands); the token is '('. */
static size_t parse_call(struct parser *p, struct token name)
{
    static const char *const asr_names[] = {"x", "n"}, *const repeat_names[] = {"pattern", "n"};
    const char *string = p->e->source + name.from;
    size_t length = length_of(&name), wanted = 2;
    const char *const *names = NULL;
    struct expr_node call = {.op = OP_VERB, .from = name.from};
    if (length == 3 && memcmp(string, "asr", 3) == 0) {
        call.op = OP_ASR;
        names = asr_names;
    } else if (length == 6 && memcmp(string, "repeat", 6) == 0) {
        call.op = OP_REPEAT;
        names = repeat_names;
    } else {
        call.verb = verb_find(string, length, &call.verb_width);
        if (!call.verb)
            return unknown_verb(p, &name);
        wanted = strlen(call.verb->operands);
        names = call.verb->names;
        call.condition = call.verb->result == RESULT_TRUTH || call.verb->result == RESULT_CHANGED;
    }
    call.noperands = parse_operands(p, &name, call.operand, &call.to);
    if (call.noperands == NOTHING)
        return NOTHING;
    return call.noperands == wanted ? add_node(p, call) : wrong_count(p, &call, wanted, names);
}

/* The words of a type up to ')', which is taken too. */
static bool parse_type(struct parser *p, enum expr_type *type)
{
    size_t from = p->token.from, to = from;
    while (p->token.op == OP_NAME) {
        to = p->token.to;
        if (!next(p))
            return false;
    }
    if (!expr_type_read(p->e->source + from, to - from, type))
        return expr_fail(p->error, from, to, "there is no type '%.*s' here",
                         to - from > 40 ? 40 : (int)(to - from), p->e->source + from);
    return expect(p, OP_CLOSE, "expected ')' after the type");
}

static size_t parse_sizeof(struct parser *p)
{
    struct expr_node node = {.op = OP_NUMBER, .from = p->token.from, .type = TYPE_U64};
    enum expr_type type = TYPE_I32;
    if (!next(p))
        return NOTHING;
    bool open = p->token.op == OP_OPEN;
    if (open && !next(p))
        return NOTHING;
    if (!open || p->token.op != OP_NAME || !is_type_word(spelled(p), length_of(&p->token)))
        return fail_here(p, "sizeof takes a type here: sizeof(int)");
    if (!parse_type(p, &type))
        return NOTHING;
    node.to = p->at; /* up to the token after ')' */
    while (p->e->source[node.to - 1] != ')')
        node.to--;
    node.number = expr_type_width(type) < 8 ? 1 : expr_type_width(type) / 8;
    return add_node(p, node);
}

/* UINT64_C(1); the token is '('. */
static size_t parse_literal_macro(struct parser *p, const struct token *name)
{
    struct expr_node node = {.op = OP_NUMBER, .from = name->from};
    if (!next(p))
        return NOTHING;
    if (p->token.op != OP_NUMBER || p->e->source[p->token.from] == '\'' ||
        !isxdigit((unsigned char)p->e->source[p->token.to - 1])) {
        expr_fail(p->error, p->token.from, p->token.to,
                  "%.*s takes a number without a suffix, such as 1", shown(name),
                  p->e->source + name->from);
        return NOTHING;
    }
    if (p->token.octal)
        remark_on_octal(p->e, &p->token);
    node.type = p->token.type;
    node.number = p->token.number;
    find_literal_macro(p->e->source + name->from, length_of(name), node.number, &node.type);
    if (!next(p))
        return NOTHING;
    node.to = p->token.to;
    return expect(p, OP_CLOSE, "expected ')' after the number") ? add_node(p, node) : NOTHING;
}

static size_t parse_name(struct parser *p)
{
    struct token name = p->token;
    struct expr_value constant;
    if (is_word(p, "sizeof"))
        return parse_sizeof(p);
    p->error->message[0] = '\0';
    if (is_type_word(spelled(p), length_of(&name)))
        return fail_here(p, "a type stands in parentheses in front of what it converts: "
                            "(uint8_t)x");
    size_t at = p->at;
    struct token after;
    if (!lex_token(p->e->source, &at, &after, p->error))
        return NOTHING;
    struct expr_node node = {.op = OP_VARIABLE, .from = name.from, .to = name.to};
    if (after.op == OP_OPEN && !next(p))
        return NOTHING;
    if (after.op == OP_OPEN)
        return find_literal_macro(p->e->source + name.from, length_of(&name), 0, &node.type)
                   ? parse_literal_macro(p, &name)
                   : parse_call(p, name);
    wrong_name(p);
    if (p->error->message[0])
        return NOTHING;
    if (is_word(p, "WIDTH")) {
        node.op = OP_WIDTH;
    } else if (find_constant(spelled(p), length_of(&name), &constant)) {
        node.op = OP_NUMBER;
        node.type = constant.type;
        node.number = constant.bits;
        node.condition = is_word(p, "true") || is_word(p, "false");
    } else {
        node.slot = find_slot(p, false);
        if (node.slot == NOTHING)
            return NOTHING;
    }
    return next(p) ? add_node(p, node) : NOTHING;
}

/* ---- Operators ---- */

static size_t parse_cast(struct parser *p, size_t from)
{
    struct expr_node node = {.op = OP_CAST, .from = from, .noperands = 1};
    if (!parse_type(p, &node.type))
        return NOTHING;
    node.operand[0] = parse_unary(p);
    if (node.operand[0] == NOTHING)
        return NOTHING;
    node.to = p->e->node[node.operand[0]].outer_to;
    node.condition = node.type == TYPE_BOOL;
    return add_node(p, node);
}

/* '(' was read: an expression in parentheses, or a cast. */
static size_t parse_parentheses(struct parser *p, size_t from)
{
    if (p->token.op == OP_NAME && is_type_word(spelled(p), length_of(&p->token)))
        return parse_cast(p, from);
    size_t inner = parse_expression(p);
    if (inner == NOTHING)
        return NOTHING;
    if (p->token.op != OP_CLOSE) {
        if (p->token.op != OP_END && p->token.op != OP_SEMICOLON)
            return surplus(p);
        expr_fail(p->error, from, from + 1, "'(' without ')'");
        return NOTHING;
    }
    p->e->node[inner].outer_from = from;
    p->e->node[inner].outer_to = p->token.to;
    return next(p) ? inner : NOTHING;
}

static size_t missing_operand(struct parser *p)
{
    if (p->token.op == OP_END && p->token.from == strspn(p->e->source, " \t\n\v\f\r"))
        return fail_here(p, "the expression is empty");
    if (p->token.op == OP_END)
        return fail_here(p, "the expression ends where a number or a name is expected");
    expr_fail(p->error, p->token.from, p->token.to, "'%.*s': expected a number or a name here",
              shown(&p->token), spelled(p));
    return NOTHING;
}

static size_t parse_primary(struct parser *p)
{
    struct token token = p->token;
    if (token.op == OP_NAME)
        return parse_name(p);
    if (token.op == OP_OPEN)
        return next(p) ? parse_parentheses(p, token.from) : NOTHING;
    if (token.op != OP_NUMBER)
        return missing_operand(p);
    if (token.octal)
        remark_on_octal(p->e, &token);
    struct expr_node node = {.op = OP_NUMBER, .from = token.from, .to = token.to};
    node.type = token.type;
    node.number = token.number;
    return next(p) ? add_node(p, node) : NOTHING;
}

/* Goes one level deeper, if that is allowed. */
static bool enter(struct parser *p)
{
    if (p->depth < EXPR_DEPTH) {
        p->depth++;
        return true;
    }
    fail_here(p, "parentheses or operators are nested too deeply");
    return false;
}

static size_t parse_unary(struct parser *p)
{
    struct token token = p->token;
    enum expr_op op = token.op == OP_ADD ? OP_PLUS : token.op == OP_SUBTRACT ? OP_MINUS : token.op;
    if (op != OP_PLUS && op != OP_MINUS && op != OP_COMPLEMENT && op != OP_LOGICAL_NOT)
        return parse_primary(p);
    if (!enter(p) || !next(p))
        return NOTHING;
    size_t operand = parse_unary(p);
    p->depth--;
    if (operand == NOTHING)
        return NOTHING;
    return add_operation(p, op, 1, &operand, token.from, p->e->node[operand].outer_to);
}

static size_t parse_binary(struct parser *p, unsigned weakest);

/* The token is '?'; `condition` was parsed. */
static size_t parse_conditional(struct parser *p, size_t condition, unsigned level)
{
    size_t operand[3] = {condition, 0, 0};
    size_t to_else = add_jump(p, OP_JUMP_IF_FALSE, condition);
    if (to_else == NOTHING || !next(p))
        return NOTHING;
    operand[1] = parse_expression(p);
    if (operand[1] == NOTHING || !expect(p, OP_COLON, "expected ':' after '?'"))
        return NOTHING;
    size_t to_end = add_jump(p, OP_JUMP, operand[1]);
    if (to_end == NOTHING)
        return NOTHING;
    p->e->node[to_else].target = p->e->nnodes;
    operand[2] = parse_binary(p, level);
    if (operand[2] == NOTHING)
        return NOTHING;
    p->e->node[to_end].target = p->e->nnodes;
    return add_operation(p, OP_CONDITIONAL, 3, operand, p->e->node[condition].outer_from,
                         p->e->node[operand[2]].outer_to);
}

/* The token is a binary operator of precedence `level`; its left operand was parsed. */
static size_t parse_right(struct parser *p, size_t left, unsigned level)
{
    enum expr_op op = p->token.op;
    size_t operand[2] = {left, 0}, jump = NOTHING;
    if (op == OP_LOGICAL_AND || op == OP_IMPLIES)
        jump = add_jump(p, OP_JUMP_IF_FALSE, left);
    if (op == OP_LOGICAL_OR)
        jump = add_jump(p, OP_JUMP_IF_TRUE, left);
    if (!next(p))
        return NOTHING;
    operand[1] = parse_binary(p, op == OP_IMPLIES ? level : level + 1);
    if (operand[1] == NOTHING)
        return NOTHING;
    if (jump != NOTHING)
        p->e->node[jump].target = p->e->nnodes;
    return add_operation(p, op, 2, operand, p->e->node[left].outer_from,
                         p->e->node[operand[1]].outer_to);
}

/* Operators of precedence `weakest` and tighter. */
static size_t parse_binary(struct parser *p, unsigned weakest)
{
    if (!enter(p))
        return NOTHING;
    size_t left = parse_unary(p);
    while (left != NOTHING) {
        bool question = p->token.op == OP_QUESTION;
        if (!question && p->token.op >= OP_BINARY)
            break;
        unsigned level = op_precedence(question ? OP_CONDITIONAL : p->token.op, p->precedence);
        if (level < weakest)
            break;
        left = question ? parse_conditional(p, left, level) : parse_right(p, left, level);
    }
    p->depth--;
    return left;
}

static size_t parse_expression(struct parser *p)
{
    return parse_binary(p, op_precedence(OP_IFF, EXPR_C));
}

/* ---- Statements ---- */

/* Whether the token is a name and '=' the next one. */
static bool is_assignment(const struct parser *p)
{
    struct expr_error ignored;
    struct token after;
    size_t at = p->at;
    return p->token.op == OP_NAME && lex_token(p->e->source, &at, &after, &ignored) &&
           after.op == OP_ASSIGN;
}

static size_t parse_assignment(struct parser *p)
{
    struct token name = p->token;
    struct expr_value constant;
    if (is_type_word(spelled(p), length_of(&name)) || is_word(p, "WIDTH") ||
        find_constant(spelled(p), length_of(&name), &constant))
        return fail_here(p, "expected the name of a variable in front of '='");
    if (!next(p) || !next(p))
        return NOTHING;
    size_t value = parse_expression(p);
    if (value == NOTHING)
        return NOTHING;
    struct token after = p->token;
    p->token = name;
    size_t slot = find_slot(p, true);
    p->token = after;
    if (slot == NOTHING)
        return NOTHING;
    struct expr_node node = {.op = OP_ASSIGN, .from = name.from, .noperands = 1, .slot = slot};
    node.to = p->e->node[value].outer_to;
    node.operand[0] = value;
    return add_node(p, node);
}

static bool parse_statements(struct parser *p)
{
    do {
        p->e->root = is_assignment(p) ? parse_assignment(p) : parse_expression(p);
        if (p->e->root == NOTHING)
            return false;
        p->e->nstatements++;
        if (p->token.op != OP_END && p->token.op != OP_SEMICOLON)
            return surplus(p), false;
        if (p->token.op == OP_SEMICOLON && !next(p))
            return false;
    } while (p->token.op != OP_END);
    return true;
}

/* ---- The whole ---- */

struct expr *expr_parse_as(const char *source, enum expr_precedence precedence,
                           struct expr_error *error)
{
    struct parser p = {.precedence = precedence, .error = error};
    *error = (struct expr_error){0};
    p.e = calloc(1, sizeof *p.e);
    if (!p.e) {
        expr_fail(error, 0, 1, "out of memory");
        return NULL;
    }
    p.e->source = source;
    bool right = next(&p) && parse_statements(&p);
    if (right) {
        p.e->value = calloc(p.e->nnodes, sizeof *p.e->value);
        if (p.e->value)
            return p.e;
        expr_fail(error, 0, 1, "out of memory");
    }
    expr_free(p.e);
    return NULL;
}

struct expr *expr_parse(const char *source, struct expr_error *error)
{
    return expr_parse_as(source, EXPR_C, error);
}

void expr_free(struct expr *e)
{
    if (!e)
        return;
    for (size_t k = 0; k < e->nremarks; k++)
        free(e->remark[k]);
    free(e->node);
    free(e->value);
    free(e);
}

const char *expr_free_variable(const struct expr *e, size_t k)
{
    for (size_t slot = 0; slot < e->nslots; slot++)
        if (!e->slot[slot].assigned && k-- == 0)
            return e->slot[slot].name;
    return NULL;
}

const char *expr_remark(const struct expr *e, size_t k)
{
    return k < e->nremarks ? e->remark[k] : NULL;
}

bool expr_is_condition(const struct expr *e) { return e->node[e->root].condition; }
bool expr_python_differs(const struct expr *e) { return e->python_differs; }
