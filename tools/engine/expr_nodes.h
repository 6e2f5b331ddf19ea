/* expr_nodes.h: what parsing leaves for evaluation. Only expr_*.c and law.c include it.
 *
 * The nodes stand in the order in which they are evaluated, operands first, so that typing and
 * evaluation are loops and need no recursion. Jumps leave out what && || ?: do not evaluate.
 */
#ifndef BITMILL_ENGINE_EXPR_NODES_H
#define BITMILL_ENGINE_EXPR_NODES_H

#include "expr.h"
#include "verbs.h"

enum {
    EXPR_NODES = 4096, /* at most in one expression */
    EXPR_DEPTH = 300,  /* levels of recursion in the parser: one a pair of parentheses and a sign */
    EXPR_REMARKS = 8,
};

/* Binary operators first, in the order of operator_rows[] in expr_lex.c. */
enum expr_op {
    OP_MULTIPLY,
    OP_DIVIDE,
    OP_REMAINDER,
    OP_ADD,
    OP_SUBTRACT,
    OP_SHIFT_LEFT,
    OP_SHIFT_RIGHT,
    OP_LESS,
    OP_LESS_EQUAL,
    OP_GREATER,
    OP_GREATER_EQUAL,
    OP_EQUAL,
    OP_NOT_EQUAL,
    OP_AND,
    OP_XOR,
    OP_OR,
    OP_LOGICAL_AND,
    OP_LOGICAL_OR,
    OP_IMPLIES,
    OP_IFF,
    OP_BINARY, /* how many those were */
    OP_COMPLEMENT = OP_BINARY,
    OP_LOGICAL_NOT,
    OP_PLUS,
    OP_MINUS,
    OP_CONDITIONAL,
    OP_ASSIGN,
    OP_CAST,
    OP_VERB,
    OP_ASR,
    OP_REPEAT,
    OP_WIDTH,
    OP_NUMBER,
    OP_VARIABLE,
    /* Jumps to `target` if operand 0 is false, if it is true, and always. */
    OP_JUMP_IF_FALSE,
    OP_JUMP_IF_TRUE,
    OP_JUMP,
    /* Tokens that never become nodes. */
    OP_OPEN,
    OP_CLOSE,
    OP_COMMA,
    OP_SEMICOLON,
    OP_QUESTION,
    OP_COLON,
    OP_NAME,
    OP_END,
};

struct expr_node {
    enum expr_op op;
    size_t from, to;               /* the bytes of the source, without parentheses around */
    size_t outer_from, outer_to;   /* with them */
    size_t operand[EXPR_OPERANDS]; /* nodes */
    size_t noperands;
    bool condition;      /* what is written is a condition, not a number */
    uint64_t number;     /* OP_NUMBER */
    enum expr_type type; /* OP_NUMBER, OP_CAST */
    size_t slot;         /* OP_VARIABLE, OP_ASSIGN: index of the variable */
    size_t target;       /* jumps: the node to go on with */
    const struct verb *verb;
    unsigned verb_width; /* 0: there is no suffix */
};

struct expr_slot {
    char name[EXPR_NAME];
    size_t from, to; /* of its first use */
    bool assigned;   /* before its first use */
};

struct expr {
    const char *source;
    struct expr_node *node;
    size_t nnodes, room;
    size_t root; /* the last statement */
    size_t nstatements;
    struct expr_slot slot[EXPR_VARIABLES];
    size_t nslots;
    char *remark[EXPR_REMARKS];
    size_t nremarks;
    unsigned remarked; /* a set of the kinds of remarks */
    bool python_differs;
    bool loose;               /* an operand of && || ! iff implies is a number, not a condition */
    struct expr_value *value; /* scratch of evaluations, one for each node */
};

/* ---- expr_lex.c ---- */

/* The name of the operator: "<<". */
const char *op_spelling(enum expr_op op);

/* How tightly a binary operator binds: more is tighter. */
unsigned op_precedence(enum expr_op op, enum expr_precedence precedence);

struct token {
    enum expr_op op; /* an operator, OP_NUMBER, OP_NAME ... */
    size_t from, to;
    uint64_t number;
    enum expr_type type;
    bool octal;
};

/* Reads the token at *at and goes behind it. Result: false if *error says what is wrong. */
bool lex_token(const char *source, size_t *at, struct token *token, struct expr_error *error);

/* How many bytes of UTF-8 the character has; 0 if it is none, or one byte. */
size_t utf8_length(const char *string);

/* expr_literal.c: a token that begins with a digit, and one that begins with '. */
bool lex_number(const char *source, struct token *token, struct expr_error *error);
bool lex_character(const char *source, struct token *token, struct expr_error *error);

/* ---- expr_remark.c ---- */

/* Adds the remarks on how node `k` groups its operands, and on an octal literal. */
void remark_on_grouping(struct expr *e, size_t k);
void remark_on_octal(struct expr *e, const struct token *token);

/* ---- expr_type.c ---- */

/* A word of which names of types are made; a name that stands for a number (INT_MAX). */
bool is_type_word(const char *name, size_t length);
bool find_constant(const char *name, size_t length, struct expr_value *value);

/* Whether a name is a macro for literals (UINT64_C); *type, that of a literal of that
 * number, becomes what the macro makes of it. */
bool find_literal_macro(const char *name, size_t length, uint64_t number, enum expr_type *type);

enum expr_type promoted(enum expr_type type);
enum expr_type common_type(enum expr_type a, enum expr_type b);
enum expr_type type_of_width(unsigned width, bool with_sign);

/* ---- expr_error.c ---- */

/* Stores the message and the place. Result: false. */
bool expr_fail(struct expr_error *error, size_t from, size_t to, const char *format, ...)
    ENGINE_PRINTF(4, 5);

/* The same, for a result that is undefined. */
bool expr_undefined(struct expr_error *error, size_t from, size_t to, const char *format, ...)
    ENGINE_PRINTF(4, 5);

/* ---- expr_modulo.c, expr_c.c: the two sets of rules ---- */

/* Works out all nodes into e->value. `slots` are the values of the variables. Result: false if
 * *error says why it stopped. */
bool expr_run_modulo(const struct expr *e, unsigned width, struct expr_value *slots,
                     struct expr_error *error, expr_trace *trace, void *context);
bool expr_run_c(const struct expr *e, struct expr_value *slots, struct expr_error *error,
                expr_trace *trace, void *context);

/* By which both sets of rules work: a comparison of unsigned numbers; whether the verb of a node
 * has a form of that width. */
bool expr_compare(enum expr_op op, uint64_t a, uint64_t b);
bool expr_check_width(const struct expr_node *node, unsigned width, struct expr_error *error);

/* Fills what a step shows but converted operands and notes: operands from e->value. */
void expr_fill_step(const struct expr *e, size_t node, struct expr_step *step);

/* Whether a node is a step of a trace. */
bool expr_is_operation(enum expr_op op);

#endif
