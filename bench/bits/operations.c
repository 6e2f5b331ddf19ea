/* operations.c: struct op for each row of ops.def, and what to measure it on. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- For each row of ops.def: the expression, and calls of a function of that name. ---- */

#define BMILL_OP(name, shape, bit, vector, summary)                                               \
    static unsigned bits_##name(unsigned a, unsigned b) { return (void)a, (void)b, bit; }         \
    static bool exists_##name(const struct functions *functions)                                  \
    {                                                                                             \
        return functions->name != NULL;                                                           \
    }                                                                                             \
    static inline size_t call_##name(const struct functions *functions, void *dst, const void *a, \
                                     const void *b, size_t nbits)                                 \
    {                                                                                             \
        (void)dst, (void)b;                                                                       \
        BMILL_RETURN(shape) functions->name BMILL_ARGUMENTS(shape);                               \
        return 0; /* only where there is nothing to return */                                     \
    }                                                                                             \
    static size_t repeat_##name(uint64_t n, const struct functions *functions,                    \
                                const struct buffers *m, size_t nbits)                            \
    {                                                                                             \
        size_t value = 0;                                                                         \
        for (; n; n--)                                                                            \
            bench_use(value = call_##name(functions, m->dst, m->a, m->b, nbits));                 \
        return value;                                                                             \
    }
#include "tables/ops.def"

/* The parameter is called op here, because a macro's `name` would take the place of .name, too. */
const struct op ops[OPS] = {
#define BMILL_OP(op, shape, bit, vector, summary) \
    {.name = #op,                                 \
     .kind = BMILL_KIND(shape),                   \
     .inputs = BMILL_INPUTS(shape),               \
     .bits = bits_##op,                           \
     .exists = exists_##op,                       \
     .repeat = repeat_##op},
#include "tables/ops.def"
};

/* ---- Contents. An operation that may stop early gets bytes for which its expression is 0, so that
 * it has to go to the end: with bytes that are not 0 themselves, if there are such. ---- */

struct content op_content(const struct op *op)
{
    static const struct content contents[] = {
        {0x55, 0xaa}, /* disjoint */
        {0x11, 0x55}, /* a subset */
        {0x55, 0x11}, /* a superset */
        {0x55, 0x55}, {0x00, 0x00}, {0xff, 0xff}, {0x00, 0xff}, {0xff, 0x00},
    };
    if (op_stores(op) || op->kind == KIND_COUNT)
        return (struct content){RANDOM, RANDOM};
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++)
        if (!(op->bits((unsigned)contents[i].a, (unsigned)contents[i].b) & 0xff))
            return contents[i];
    fprintf(stderr, "bench_bits: %s: no bytes in %s for which it is 0\n", op->name, __FILE__);
    exit(1);
}
