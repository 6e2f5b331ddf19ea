/* lesson.h: explanations as data. A lesson is a way to compute a verb, written as steps: a sentence
 * and an expression (expr.h, RULES_MODULO) that is evaluated for the operands at hand. So every row
 * that is shown has been computed, and the last row must be what the library's function returns.
 */
#ifndef BITMILL_ENGINE_LESSON_H
#define BITMILL_ENGINE_LESSON_H

#include "expr.h"
#include "verbs.h"

enum lesson_control {
    STEP,      /* show the expression's operands and its result */
    ASSIGN,    /* work it out without a row: for counters, and for what a row shows anyway */
    WHILE,     /* repeat up to END while the expression is not 0 */
    END,
    IF,        /* up to END only if the expression is not 0 */
    SAY,       /* the sentence alone */
};

struct lesson_step {
    enum lesson_control control;
    const char *source; /* "mask = 1 << i"; the last step assigns `result` */
    const char *sentence; /* why, and what to see; {name} stands for the value of a variable */
};

struct lesson {
    const char *verb;   /* "popcount" */
    const char *method; /* "swar", as in bmill_popcount_by_swar; "main": what the library does; or a way that the texts know */
    const char *title;  /* the idea in one line */
    const char *c;      /* the same as C, as one would write it */
    const char *widths; /* "8 16 32 64", or fewer */
    const struct lesson_step *steps; /* the last has source and sentence NULL */
};

extern const struct lesson *const lessons[]; /* ends in NULL; those of a verb stand together, the plainest first */

/* The k-th lesson of the verb; NULL if there are fewer. */
const struct lesson *lesson_find(const struct verb *verb, size_t k);

/* Writes the lesson for the operands. Result: false if a step could not be worked out, or if the last
 * row is not what the library's function returns: a fault here, which *out describes. */
bool lesson_write(const struct lesson *lesson, unsigned width, bool as_signed,
                  const uint64_t operands[VERB_OPERANDS], struct text *out);

#endif
