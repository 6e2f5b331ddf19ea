/* law.h: tries whether a condition holds for all values of its variables.
 *
 * The rules are those modulo 2^width, for widths of 8, 16, 32 and 64 bits. Widths that a constant
 * does not fit, or in which a verb does not exist, are left out; the others are tried in this
 * order:
 *
 *   8 bits, or the smallest width   all values of up to three variables below 2^8; of four
 * variables below 2^5, and so on, so that about a million are tried 16 bits all values, of one
 * variable each width                      special values (0, 1, all 1s, powers of two and their
 *                                   neighbours ...), and drawn ones
 *
 * Where all are tried, the first variable is that which is used first, it changes last, and each
 * goes from 0 up. So the counterexample that is found there is the least one: by the first
 * variable, then by the second one, and so on. One that was drawn is made smaller while it stays
 * one.
 *
 * A condition without a result (a division by 0) does not hold.
 */
#ifndef BITMILL_ENGINE_LAW_H
#define BITMILL_ENGINE_LAW_H

#include "expr.h"

enum law_answer { LAW_HOLDS, LAW_FAILS, LAW_WRONG };

struct law_counterexample {
    unsigned width;
    bool least; /* of all that were tried in this width */
    size_t count;
    char name[EXPR_VARIABLES][EXPR_NAME];
    uint64_t value[EXPR_VARIABLES];
};

/* Tries the law, and writes what was found: what it holds for, or the counterexample worked out in
 * columns. LAW_WRONG: *error says what is wrong with the source; `out` is left. `counterexample`,
 * if not NULL, is filled if the law fails. What is drawn depends on the seed alone. */
enum law_answer law_try(const char *source, uint64_t seed, struct text *out,
                        struct law_counterexample *counterexample, struct expr_error *error);

#endif
