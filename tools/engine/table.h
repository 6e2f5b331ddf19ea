/* table.h: truth tables of expressions: every value is one bit. */
#ifndef BITMILL_ENGINE_TABLE_H
#define BITMILL_ENGINE_TABLE_H

#include "expr.h"

enum { TABLE_INPUTS = 3 };

/* Operations that have a name of their own. */
struct table_operation {
    const char *name;       /* "nand" */
    const char *expression; /* "~(a & b)" */
};
extern const struct table_operation table_operations[]; /* ends in NULL */

/* Finds an operation by its name; '-' counts as '_', and capitals as small letters. NULL: there is
 * none. */
const struct table_operation *table_find(const char *name);

/* Writes the truth table of the expression, with a column for each of its operations as far as
 * there is room, and what is to be said of it. The inputs are the variables of the expression, in
 * the order of their names. `name` is how the user named it, or NULL. Result: false if *error says
 * why there is none. */
bool table_write(const char *source, const char *name, struct text *out, struct expr_error *error);

#endif
