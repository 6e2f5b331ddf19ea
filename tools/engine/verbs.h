/* verbs.h: the table of the word layer's verbs: one row for each bmill_<verb>_u<width>. Explanations,
 * expressions, laws, the quiz and the grader all take them from here; tests/tools/verbs.c compares the
 * table with the headers.
 */
#ifndef BITMILL_ENGINE_VERBS_H
#define BITMILL_ENGINE_VERBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The kinds of operands, one letter each in the column `operands`. */
enum verb_operand {
    OPERAND_NUMBER = 'x', /* any value of the width */
    OPERAND_MASK = 'm',   /* likewise, which chooses bits */
    OPERAND_INDEX = 'i',  /* the index of a bit: modulo the width */
    OPERAND_COUNT = 'n',  /* a number of bits or places: any, of type unsigned */
    OPERAND_STATE = 's',  /* a truth value: 0 or 1 */
    OPERAND_HALF = 'h',   /* a value of half the width (morton2), or a third (morton3) */
};
enum { VERB_OPERANDS = 4 };

enum verb_result {
    RESULT_NUMBER,  /* of the width */
    RESULT_SIGNED,  /* of the signed type of the width */
    RESULT_COUNT,   /* unsigned, whatever the width: a count or an index */
    RESULT_TRUTH,   /* true or false */
    RESULT_CHANGED, /* x changed in place through a pointer, and the old bit returned (test_and_...) */
};

struct verb {
    const char *name;     /* "is_set": bmill_is_set_u8 and so on */
    const char *operands; /* "xi" */
    const char *names[VERB_OPERANDS]; /* of the operands, as in the header's prototype */
    enum verb_result result;
    const char *widths; /* "8 16 32 64", or fewer */
    const char *does;   /* one plain sentence: "Sets bit i of x to 1." */
    /* Calls the library's function of that width. Operands are cut as a call in C cuts them. */
    uint64_t (*call)(unsigned width, const uint64_t operands[VERB_OPERANDS]);
    /* RESULT_CHANGED only: x afterwards. */
    uint64_t (*changed)(unsigned width, const uint64_t operands[VERB_OPERANDS]);
};

extern const struct verb verbs[];
extern const size_t nverbs;

/* Finds a verb by its name; '-' counts as '_', and "bmill_" in front or "_u8" to "_u64" behind are
 * allowed (the width is then stored in *width if width is not NULL, else it is left). NULL: there is none. */
const struct verb *verb_find(const char *name, size_t length, unsigned *width);

/* The name most like it, for "did you mean"; NULL if none is near. */
const struct verb *verb_like(const char *name, size_t length);

/* Whether the verb exists in that width. */
bool verb_has_width(const struct verb *verb, unsigned width);

#endif
