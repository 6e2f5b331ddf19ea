/* expr.h: expressions of integers, with the operators of C and the verbs of the word layer.
 *
 * Two sets of rules. By RULES_C an expression means what a C compiler for a machine with 32-bit int
 * makes of it: literals have C's types, operands are promoted and converted, and where C leaves the
 * result undefined (shift past the width, signed overflow, division by 0 ...) evaluation stops with
 * the reason. By RULES_MODULO every value has `width` bits, all operators are those of unsigned
 * numbers modulo 2^width, comparisons give 0 or 1, and a shift past the width gives 0 (>> of the
 * signed reading is the function asr(x, n)); division by 0 alone stops.
 *
 * Beside the operators of C (unary + - ~ !, * / % + - << >> < <= > >= == != & ^ | && || ?:, casts to the types
 * of stdint.h, parentheses) there are:
 *   verb(operands)      each verb of verbs.h; by RULES_C the width is that of the first operand's type, or
 *                       of a suffix (popcount_u8(x)); a signed operand is an error that says what to write
 *   iff, implies        truth of two conditions, weakest of all
 *   repeat(0x55, 8)     by RULES_MODULO: the pattern of 8 bits repeated over the width
 *   WIDTH               by RULES_MODULO: the number of bits
 *   name = expression; ...  statements: assignments to variables that may be new
 */
#ifndef BITMILL_ENGINE_EXPR_H
#define BITMILL_ENGINE_EXPR_H

#include "number.h"

enum { EXPR_VARIABLES = 16, EXPR_NAME = 32 };

/* Types of values. By RULES_MODULO all have TYPE_MODULO, truth values included. */
enum expr_type {
    TYPE_MODULO,
    TYPE_BOOL,
    TYPE_I8, TYPE_U8, TYPE_I16, TYPE_U16, /* promoted to TYPE_I32 in every operation */
    TYPE_I32, TYPE_U32, TYPE_I64, TYPE_U64,
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

/* What is wrong, and where: the bytes from `from` to `to` of the source. */
struct expr_error {
    size_t from, to;
    bool undefined; /* C leaves the result undefined; else the expression is wrong */
    char message[240];
};

struct expr;

/* Parses the source. NULL: *error says why. */
struct expr *expr_parse(const char *source, struct expr_error *error);
void expr_free(struct expr *e);

/* The names of the variables that are used before they are assigned, in the order of their first use:
 * the k-th, or NULL. */
const char *expr_free_variable(const struct expr *e, size_t k);

/* A remark on precedence that trips people ("x & 1 == 0 is x & (1 == 0) in C"); NULL if nothing is to
 * be said. */
const char *expr_precedence_remark(const struct expr *e);

/* One operation worked out: what a step of a trace shows. */
struct expr_step {
    const char *source; /* of the operation: not ended by '\0' */
    size_t length;
    const char *operation; /* "&", "~", "popcount", "=" */
    size_t noperands;
    struct expr_value operand[4], converted[4]; /* as they were, and as C promoted or converted them */
    const char *operand_source[4];
    size_t operand_length[4];
    struct expr_value result;
};
typedef void expr_trace(const struct expr_step *step, void *context);

/* Evaluates; variables may be added and changed by assignments. trace, if not NULL, is called after each
 * operation. Result: false if *error says why there is none. */
bool expr_evaluate(const struct expr *e, const struct expr_rules *rules,
                   struct expr_variables *variables, struct expr_value *result,
                   struct expr_error *error, expr_trace *trace, void *context);

/* Writes the trace as sheets with a sentence for each step, the promotions of C, and the result. */
bool expr_explain(const struct expr *e, const struct expr_rules *rules,
                  struct expr_variables *variables, struct text *out, struct expr_error *error);

#endif
