/* reference.h: every operation of lib/tables/ops.def, callable by number, and its reference: one
 * bit after the other, from the expression in the table. */
#ifndef BMILL_TESTS_REFERENCE_H
#define BMILL_TESTS_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

enum kind { MAP, WITH, COUNT, ANY, NONE, FIND, LAST };

struct op {
    const char *name;
    enum kind kind;
    int inputs; /* 1 or 2 bitmaps */
    /* The expression on single bits, 0 or 1. */
    bool (*bit)(unsigned a, unsigned b);
    /* The public function. One-input operations ignore b, those that store nothing dst; the result
     * is 0 for those that return nothing. */
    size_t (*call)(void *dst, const void *a, const void *b, size_t nbits);
};

/* From the shape in ops.def to kind and inputs. */
#define SHAPE_MAP1   MAP, 1
#define SHAPE_MAP2   MAP, 2
#define SHAPE_WITH2  WITH, 2
#define SHAPE_COUNT1 COUNT, 1
#define SHAPE_COUNT2 COUNT, 2
#define SHAPE_ANY1   ANY, 1
#define SHAPE_ANY2   ANY, 2
#define SHAPE_NONE1  NONE, 1
#define SHAPE_NONE2  NONE, 2
#define SHAPE_FIND1  FIND, 1
#define SHAPE_FIND2  FIND, 2
#define SHAPE_LAST1  LAST, 1
#define SHAPE_LAST2  LAST, 2

extern const struct op ops[];
extern const size_t ops_count;

/* Whether it has a dst. */
static inline bool stores(const struct op *op) { return op->kind == MAP || op->kind == WITH; }

/* What op->call should do, bit by bit. */
size_t reference(const struct op *op, void *dst, const void *a, const void *b, size_t nbits);

/* Bits for which the expression is `result`; false if there are none. */
bool bits_for(const struct op *op, bool result, bool *a, bool *b);

#endif
