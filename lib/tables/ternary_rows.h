/* ternary_rows.h: names for the rows of ternary.def. */
#ifndef BMILL_TERNARY_ROWS_H
#define BMILL_TERNARY_ROWS_H

enum bmill_ternary {
#define BMILL_TERNARY(table, symmetry, expression) BMILL_TERNARY_##table,
#include "ternary.def"
};

#endif
