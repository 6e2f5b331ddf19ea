/* expr.h: expressions of integers, with the operators of C and the verbs of the word layer.
 *
 * An expression is evaluated by one of two sets of rules.
 *
 * RULES_C: it means what a C compiler makes of it on a machine whose int has 32 bits and whose long
 * has 64. Literals have C's types, operands are promoted and converted, and where C leaves the
 * result undefined (signed overflow, a shift past the width, division by 0 ...), evaluation stops
 * with the reason.
 *
 * RULES_MODULO: every value is a number of `width` bits. All operators are those of unsigned
 * numbers modulo 2^width, comparisons give 0 or 1, and a shift by the width or more gives 0. Only a
 * division by 0 stops.
 *
 * Operators are those of C with C's precedence: unary + - ~ !, * / %, + -, << >>, < <= > >=, == !=,
 * &, ^, |, &&, ||, ?:, casts to integer types, sizeof(type). Literals are decimal, 0x, 0b, octal
 * with a leading 0, with suffixes and ' between digits, characters, true, false, and the limits of
 * the types (INT_MAX, UINT8_MAX ...). Beside these there are:
 *
 *   verb(operands)         each verb of verbs.h, also with a suffix: popcount_u8(x). By RULES_C the
 *                          type of the first operand chooses the width.
 *   a implies b, a iff b   weakest of all; `implies` evaluates b only if a is true
 *   name = expression;     statements, in front of the expression; the last statement may be one
 *   asr(x, n)              >> of the signed reading of x; by n >= width all bits become the sign
 *   repeat(0x55, 8)        RULES_MODULO only: the pattern of 8 bits repeated over the width
 *   WIDTH                  RULES_MODULO only: the number of bits
 */
#ifndef BITMILL_ENGINE_EXPR_H
#define BITMILL_ENGINE_EXPR_H

#include "number.h"

enum { EXPR_VARIABLES = 16, EXPR_NAME = 32, EXPR_OPERANDS = 4 };

/* Types of values. By RULES_MODULO all have TYPE_MODULO, truth values included. */
enum expr_type {
    TYPE_MODULO,
    TYPE_BOOL,
    TYPE_I8, /* this type and the next three are promoted to TYPE_I32 in every operation */
    TYPE_U8,
    TYPE_I16,
    TYPE_U16,
    TYPE_I32,
    TYPE_U32,
    TYPE_I64, /* long; the exact types of 64 bits are its names */
    TYPE_U64,
    TYPE_LL, /* long long, which has 64 bits, too */
    TYPE_ULL,
};

struct expr_value {
    enum expr_type type;
    uint64_t bits; /* sign-extended to 64 bits if the type is signed; else zero-extended */
};

struct expr_rules {
    unsigned width; /* 0: RULES_C; else RULES_MODULO of 1 to 64 bits */
};

struct expr_variable {
    char name[EXPR_NAME];
    struct expr_value value;
};

struct expr_variables {
    struct expr_variable variable[EXPR_VARIABLES];
    size_t count;
};

/* What is wrong, and where: the bytes from `from` up to `to` of the source. */
struct expr_error {
    size_t from, to;
    bool undefined; /* the expression is right, but has no result for these values */
    char message[240];
};

/* ---- Types ---- */

/* The name as C writes it: "int", "uint8_t". */
const char *expr_type_name(enum expr_type type);

/* The type of this name: "uint8_t", "unsigned long", "u8" ... Result: false if there is none. */
bool expr_type_read(const char *name, size_t length, enum expr_type *type);

/* Of a type of RULES_C. bool has 1 bit. */
unsigned expr_type_width(enum expr_type type);
bool expr_type_signed(enum expr_type type);

/* The value as C converts it to the type. */
struct expr_value expr_convert(struct expr_value value, enum expr_type type);

/* Writes the value as a decimal number. */
enum { EXPR_DIGITS = 24 };
void expr_decimal(struct expr_value value, char text[EXPR_DIGITS]);

/* ---- Parsing ---- */

struct expr;

/* EXPR_PYTHON: & ^ | bind tighter than comparisons, as Python has it and C does not. */
enum expr_precedence { EXPR_C, EXPR_PYTHON };

/* Parses the source, which must outlive the result. NULL: *error says why. */
struct expr *expr_parse(const char *source, struct expr_error *error);
struct expr *expr_parse_as(const char *source, enum expr_precedence precedence,
                           struct expr_error *error);
void expr_free(struct expr *e);

/* The names of the variables that are used before they are assigned, in the order of their first
 * use: the k-th, or NULL. */
const char *expr_free_variable(const struct expr *e, size_t k);

/* Whether the expression as written is a condition: a comparison, a truth, and what joins these.
 * Numbers are not, though C would take any but 0 for true. */
bool expr_is_condition(const struct expr *e);

/* Remarks on what trips people: precedence ("C reads x & 1 == 0 as x & (1 == 0)"), octal literals.
 * The k-th, or NULL. */
const char *expr_remark(const struct expr *e, size_t k);

/* Whether one of the remarks is on & ^ | beside a comparison, where Python reads otherwise. */
bool expr_python_differs(const struct expr *e);

/* ---- Evaluation ---- */

/* What is to be said about a step beside its result. */
enum expr_note {
    NOTE_NARROWED = 1,    /* to a signed type that does not hold the value: it wraps here */
    NOTE_RIGHT_SHIFT = 2, /* >> of a negative number: arithmetic here */
    NOTE_VERB_SIGNED = 4, /* a signed operand, which bitmill's generic spelling refuses */
};

/* One operation worked out: what a step of a trace shows. */
struct expr_step {
    const char *source; /* of the operation: not ended by '\0' */
    size_t length;
    const char *operation;                      /* "&", "~", "popcount", "(uint8_t)", "=", "?:" */
    size_t noperands;                           /* those of && || ?: that were evaluated only */
    struct expr_value operand[EXPR_OPERANDS];   /* as they were */
    struct expr_value converted[EXPR_OPERANDS]; /* as C promoted or converted them */
    const char *operand_source[EXPR_OPERANDS];
    size_t operand_length[EXPR_OPERANDS];
    bool operand_literal[EXPR_OPERANDS];
    struct expr_value result;
    unsigned notes;               /* a set of enum expr_note */
    const struct expr_node *node; /* for expr_explain.c */
};
typedef void expr_trace(const struct expr_step *step, void *context);

/* Evaluates; variables may be added and changed by assignments. By RULES_MODULO the bits of
 * variables past the width do not matter. trace, if not NULL, is called after each operation.
 * Result: false if *error says why there is none. Two threads may not evaluate one expression at
 * the same time. */
bool expr_evaluate(const struct expr *e, const struct expr_rules *rules,
                   struct expr_variables *variables, struct expr_value *result,
                   struct expr_error *error, expr_trace *trace, void *context);

/* Writes the trace as sheets with sentences: the promotions of C, what wraps around, and the
 * result. *result, if not NULL, is the value. */
bool expr_explain(const struct expr *e, const struct expr_rules *rules,
                  struct expr_variables *variables, struct text *out, struct expr_value *result,
                  struct expr_error *error);

/* Adds one sentence on why the result modulo 2^width is not that of the rules of C, or nothing if
 * both are the same number. Each has its own variables. */
void expr_compare_rules(const struct expr *e, unsigned width,
                        const struct expr_variables *modulo_variables,
                        const struct expr_variables *c_variables, struct text *out);

/* Adds the source in one line of at most `columns`: white space as blanks, and "..." in place of
 * the middle if it is longer. */
void expr_add_source(struct text *out, const char *source, size_t length, size_t columns);

/* Adds a line with the source and one with ^ under the place of the error. Of a long source the
 * part around the error. */
void expr_point(const char *source, const struct expr_error *error, struct text *out);

#endif
