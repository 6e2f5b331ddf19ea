/* uses.h: counts the operators and other features in functions. */
#ifndef BITMILL_GRADE_USES_H
#define BITMILL_GRADE_USES_H

#include "scan.h"

/* ---- scan.c ---- */

/* Whether a word is part of a type. */
bool is_word_of_type(const struct scan *scan, const struct token *t);

/* The last typedef of that name, or NULL. */
struct typedef_name *find_typedef(struct scan *scan, const struct token *t);

/* ---- uses.c ---- */

/* Whether a token is a constant above 0xff. */
bool is_large(const struct token *t);

/* Fills in `uses`, `missing` and `unknown` of all functions. */
void count_uses(struct scan *scan);

#endif
