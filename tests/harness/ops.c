/* ops.c: the table of reference.h, made from lib/tables/ops.def. */
#define BMILL_NO_INLINE_BITS
#include "reference.h"
#include <bitmill/bits.h>

#define BMILL_OP(name, shape, bit, vector, summary)                                      \
    static bool ref_##name(unsigned a, unsigned b) { return (void)a, (void)b, (bit)&1; } \
    static size_t call_##name(void *dst, const void *a, const void *b, size_t nbits)     \
        CALL_OF_SHAPE(shape, bmill_bits_##name)
#include "tables/ops.def"

const struct op ops[] = {
#define BMILL_OP(name, shape, bit, vector, summary) \
    {#name, BMILL_KIND(shape), BMILL_INPUTS(shape), ref_##name, call_##name},
#include "tables/ops.def"
};
const size_t ops_count = sizeof ops / sizeof ops[0];
