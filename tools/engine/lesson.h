/* lesson.h: explanations as data. A lesson is a way to compute a verb, written as steps: a sentence
 * and an expression (expr.h, RULES_MODULO) that is evaluated for the operands at hand. So every row
 * that is shown has been computed, and the last row must be what the library's function returns.
 *
 * At the start the operands are variables with the names of verbs.h. The last step assigns the
 * variable `result`; the lesson of a verb that changes an operand in place assigns that operand,
 * too. A lesson must be right for all operands that explain accepts, in all of its widths.
 *
 * In a title and in a sentence {expression} stands for a value, and {expression:form} for the same
 * in another form:
 *
 *   {x}          unsigned, decimal: 180; an operand of a signed type is signed
 *   {x:signed}   read as a signed number: -76
 *   {x:hex}      0xb4
 *   {x:byte}     0xb4 in all widths, for a number below 256
 *   {x:bits}     10110100, in groups
 *   {i:s}        nothing if it is 1, else "s": "{n} place{n:s}"
 *   {i:was}      "was" if it is 1, else "were"
 *   {x:twos}     two places at a time, and their values: 01 10 01 10 = 1, 2, 1, 2; {x:fours}
 *   {i:th}       0th, 1st, 2nd, 3rd, 4th
 *   {x:truth}    true or false
 *   {x:set}      "set" if it is not 0, else "not set"
 *   {1:C}        a constant of C that is at least as wide as x: 1u, or UINT64_C(1) for 64 bits
 *   {n:line}     nothing; but the rest of the line of C is left out if it is 0
 *   {WIDTH:T}    the unsigned type of C with that many bits: uint8_t
 *
 * { at the end of a line is itself: it begins a block of C.
 * Code in a sentence stands between ` and `: lines do not break in it. A sentence that begins with
 * a blank continues the step before; others are numbered.
 */
#ifndef BITMILL_ENGINE_LESSON_H
#define BITMILL_ENGINE_LESSON_H

#include "expr.h"
#include "verbs.h"

enum lesson_control {
    STEP,   /* shows the operands of the expression's last operation, a line, and the result */
    ROW,    /* shows the result alone: where the operands stand above, or are many */
    ASSIGN, /* works it out without showing a row: for counters */
    WHILE, /* repeats up to END while the expression is not 0; of many rounds the middle is left out
            */
    IF,    /* up to END only if the expression is not 0 */
    END,
    SAY, /* the sentence alone; the expression is NULL */
    /* The first step: the steps need more places than the operands have, and are worked out in "64"
     * bits. Then WIDTH is that, and the variable `width` is the width of the operands. */
    WIDEN,
};

struct lesson_step {
    enum lesson_control control;
    const char *source; /* "mask = 1 << i" */
    const char
        *sentence; /* why, and what to see; NULL: none. WHILE: said once, before the rounds */
};

struct lesson {
    const char *verb; /* "popcount"; or an operator, "and" */
    /* "swar", as in bmill_popcount_by_swar; "main": what the verb means, plainly (the first of the
     * verb); any other: a way that the texts know and the library has not. */
    const char *method;
    const char *title; /* what is done to which operands, in one line: "Set bit {i} of x = {x}." */
    /* The same in C: an expression of the operands, or statements that end in `return ...;`. It
     * must compile and be right in all widths, as the body of a function whose parameters are the
     * operands. {1:C} and so on as above, but of constants only. */
    const char *c;
    const char *widths;              /* "8 16 32 64", or fewer */
    const struct lesson_step *steps; /* the last has no source and no sentence, and control END */
};

/* A file lessons/<topic>.c defines lessons_<topic>[], whose last row is all zeros. lessons.c lists
 * them. The lessons of a verb stand together, the plainest first, whose method is "main". */
extern const struct lesson *const lesson_topics[]; /* ends in NULL */

/* The k-th lesson of the verb (or operator); NULL if there are fewer. */
const struct lesson *lesson_find(const struct verb *verb, size_t k);

/* The lesson of that method; '-' counts as '_', and what others call a method is known, too. */
const struct lesson *lesson_find_method(const struct verb *verb, const char *method);

/* The verb or operator that it explains. */
const struct verb *lesson_verb(const struct lesson *lesson);

bool lesson_has_width(const struct lesson *lesson, unsigned width);

/* Writes the lesson for the operands. Result: false if a step could not be worked out, or if the
 * last row is not what the library's function returns: a fault here, which *out describes. */
bool lesson_write(const struct lesson *lesson, unsigned width, bool as_signed,
                  const uint64_t operands[VERB_OPERANDS], struct text *out);

/* Writes what stands below: the line of C, the library's call, its cost, and other methods. */
void lesson_write_end(const struct lesson *lesson, unsigned width,
                      const uint64_t operands[VERB_OPERANDS], struct text *out);

/* Writes the lesson's line of C for that width, without its forms. */
void lesson_write_c(const struct lesson *lesson, unsigned width, struct text *out);

#endif
