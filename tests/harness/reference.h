/* reference.h: every operation of lib/tables/ops.def, callable by number, and its reference, which
 * goes bit by bit with the expression of the table. */
#ifndef BMILL_TESTS_REFERENCE_H
#define BMILL_TESTS_REFERENCE_H

#include "tables/shapes.h"
#include <stdbool.h>
#include <stddef.h>

struct op {
    const char *name;
    enum bmill_kind kind;
    int inputs; /* 1 or 2 bitmaps */
    /* The expression on single bits, 0 or 1. */
    bool (*bit)(unsigned a, unsigned b);
    /* The public function. One-input operations ignore b, those that store nothing dst; the result
     * is 0 for those that return nothing. */
    size_t (*call)(void *dst, const void *a, const void *b, size_t nbits);
};

/* The body of a function with all parameters that a shape may have (dst, a, b, nbits), which calls
 * `function`, and returns its result as a size_t, 0 if there is none. */
#define CALL_OF_SHAPE(shape, function)                       \
    {                                                        \
        (void)dst, (void)b;                                  \
        BMILL_RETURN(shape) function BMILL_ARGUMENTS(shape); \
        return 0;                                            \
    }

extern const struct op ops[];
extern const size_t ops_count;

/* Whether it has a dst. */
static inline bool stores(const struct op *op)
{
    return op->kind == KIND_MAP || op->kind == KIND_WITH;
}

/* The reference of op->call, bit by bit. */
size_t reference(const struct op *op, void *dst, const void *a, const void *b, size_t nbits);

/* Bits for which the expression is `result`; false if there are none. */
bool bits_for(const struct op *op, bool result, bool *a, bool *b);

#endif
