/* verbs.h: the table of the word layer's verbs: one row for each bmill_<verb>_u<width>.
 * Explanations, expressions, laws, the quiz and the grader all take them from here;
 * tests/tools/verbs.sh compares the table with the headers.
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
    OPERAND_INDEX = 'i',  /* the index of a bit: below the width, else modulo the width */
    OPERAND_COUNT = 'n',  /* a number of bits or places: any, of type unsigned */
    OPERAND_SHIFT = 'k',  /* of operators: how far to shift, below the width */
    OPERAND_STATE = 's',  /* a truth value: 0 or 1 */
    OPERAND_HALF = 'h',   /* a value of half the width */
    OPERAND_THIRD = 't',  /* a value of a third of the width, rounded down */
    OPERAND_ALIGN = 'a',  /* a power of two of the width, or 0 */
    OPERAND_BYTES =
        'p', /* width / 8 bytes of memory: byte k is bits 8k to 8k + 7 of the value here */
};
enum { VERB_OPERANDS = 4 };

enum verb_result {
    RESULT_NUMBER,  /* of the width */
    RESULT_SIGNED,  /* of the signed type of the width */
    RESULT_INT,     /* an int: -1, 0 or 1 */
    RESULT_COUNT,   /* unsigned, whatever the width: a count or an index */
    RESULT_TRUTH,   /* true or false */
    RESULT_CHANGED, /* true or false, and the operand `changes` is changed through a pointer */
    RESULT_BYTES,   /* none, but width / 8 bytes of memory are written: as OPERAND_BYTES */
};

struct verb {
    const char *name;                 /* "is_set": bmill_is_set_u8 and so on */
    const char *topic;                /* the header: "bit" is <bitmill/word/bit.h> */
    const char *operands;             /* "xi" */
    const char *names[VERB_OPERANDS]; /* of the operands, as in the header's prototype */
    enum verb_result result;
    const char *widths;  /* "8 16 32 64", or fewer */
    const char *does;    /* one plain sentence: "Sets bit i of x to 1." */
    const char *example; /* instructive operands, as one would type them: "0b10110100 0" */
    /* Calls the library's function of that width. Operands are cut as a call in C cuts them. The
     * result has `width` bits, also if it is signed. */
    uint64_t (*call)(unsigned width, const uint64_t operands[VERB_OPERANDS]);
    /* RESULT_CHANGED only: the name of an operand, and its value afterwards. */
    const char *changes;
    uint64_t (*changed)(unsigned width, const uint64_t operands[VERB_OPERANDS]);
};

/* By topic. */
extern const struct verb verbs[];
extern const size_t nverbs;

/* What C has as operators, in the same form, so that they are explained as the verbs are: "and",
 * "shl". Their topic is "operators"; they are no functions of the library or of expressions. */
extern const struct verb operators[];
extern const size_t noperators;

/* Finds a verb by its name; '-' counts as '_', and "bmill_" in front or "_u8" to "_u64" behind are
 * allowed (the width is then stored in *width if width is not NULL, else it is left). NULL: there
 * is none. */
const struct verb *verb_find(const char *name, size_t length, unsigned *width);

/* Finds an operator by its name or its spelling in C: "and", "&". NULL: there is none. */
const struct verb *operator_find(const char *name, size_t length);

/* The name of a verb or of an operator that is most like it, for "did you mean"; NULL if none is
 * near. */
const struct verb *verb_like(const char *name, size_t length);

/* Whether the verb exists in that width. */
bool verb_has_width(const struct verb *verb, unsigned width);

/* The largest operand of that kind in that width (all powers of two up to it: OPERAND_ALIGN). */
uint64_t verb_operand_limit(char kind, unsigned width);

/* The index of the operand that a verb of RESULT_CHANGED changes. */
size_t verb_changed_operand(const struct verb *verb);

#endif
