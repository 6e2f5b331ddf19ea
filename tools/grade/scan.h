/* scan.h: the functions of a submission, their types, and the operators that they use. */
#ifndef BITMILL_GRADE_SCAN_H
#define BITMILL_GRADE_SCAN_H

#include "source.h"

enum { MAX_FUNCTIONS = 1000, MAX_PARAMETERS = 4, MAX_TYPEDEFS = 2000, MAX_LARGE = 2000 };

/* A type, as far as grading needs to know it. */
struct type {
    enum type_kind { TYPE_OTHER, TYPE_VOID, TYPE_BOOL, TYPE_INTEGER } kind;
    unsigned width; /* of an integer, in bits */
    bool is_signed;
};

/* The operators that are counted. Unary and binary ones of the same spelling are one, and a
 * compound assignment counts as its operator. The last one is any builtin function that computes.
 */
enum { NOPERATORS = 26 };
extern const char *const operator_spelling[NOPERATORS];

/* What else the rules may forbid in a function. */
enum feature { FEATURE_LOOP, FEATURE_IF, FEATURE_CALL, FEATURE_CONSTANT, FEATURE_GOTO, NFEATURES };
extern const char *const features[NFEATURES];

enum { MAX_USES = 1000000 };
struct uses {
    unsigned operators[NOPERATORS];
    unsigned features[NFEATURES];
};

/* Why nobody can say by the text what a function uses. */
enum unknown { ALL_KNOWN, BY_POINTER, NOT_IN_FILE, OTHER_MEANING };

struct function {
    const struct token *name;
    size_t open;      /* tokens: the parenthesis of its parameters, */
    size_t body, end; /* its first brace, and the one that ends it */
    struct type result;
    struct type parameters[MAX_PARAMETERS];
    const struct token *names[MAX_PARAMETERS]; /* of the parameters; NULL: not known */
    unsigned nparameters;                      /* MAX_PARAMETERS + 1: more */
    enum { UNCOUNTED, COUNTING, COUNTED } state;
    struct uses uses;            /* in it and, each time that they are called, in what it calls */
    const struct token *missing; /* the name of a function that is called, but not there; or NULL */
    enum unknown unknown;        /* for what stands at `unknown_at` */
    const struct token *unknown_at;
    const struct function *hidden_in; /* where its name means something else */
};

struct typedef_name {
    const struct token *name;
    struct type type;
    const struct function *hidden_in; /* the function in which its name is no type */
};

struct scan {
    struct tokens tokens;
    struct function functions[MAX_FUNCTIONS];
    size_t nfunctions;
    struct typedef_name typedefs[MAX_TYPEDEFS];
    size_t ntypedefs;
    const struct token *large[MAX_LARGE]; /* names of what has a large constant outside of all */
    size_t nlarge;
};

/* Finds what there is in the tokens of a preprocessed submission. */
void scan_submission(struct scan *scan, struct tokens tokens);

/* The number of the operator that `text` begins with, and its length; -1: none. `text` is a token
 * or a list of operators as the user gives it. */
int operator_at(const char *text, size_t length, size_t *taken);

/* How a type is spelled in C. */
const char *type_text(struct type type);

#endif
