/* works.c: the list of all functions that the files bits/<topic>.c measure. */
#include "bench.h"

const struct work *const works[] = {
    works_filter, works_index,  works_interleave, works_iterate,    works_many,   works_matrix,
    works_move,   works_pack,   works_pext,       works_positional, works_random, works_range,
    works_search, works_select, works_ternary,    works_text,       works_values, NULL};

const struct work *const works_new[] = {works_index_new, works_iterate_new, NULL};
