/* ops.c: the table of reference.h, made from lib/tables/ops.def. */
#define BMILL_NO_INLINE_BITS
#include "reference.h"
#include <bitmill/bits.h>

#define CALL_MAP1(name)   return bmill_bits_##name(dst, a, nbits), (void)b, (size_t)0
#define CALL_MAP2(name)   return bmill_bits_##name(dst, a, b, nbits), (size_t)0
#define CALL_WITH2(name)  return bmill_bits_##name(dst, a, b, nbits)
#define CALL_COUNT1(name) return (void)dst, (void)b, bmill_bits_##name(a, nbits)
#define CALL_COUNT2(name) return (void)dst, bmill_bits_##name(a, b, nbits)
#define CALL_ANY1         CALL_COUNT1
#define CALL_ANY2         CALL_COUNT2
#define CALL_NONE1        CALL_COUNT1
#define CALL_NONE2        CALL_COUNT2
#define CALL_FIND1        CALL_COUNT1
#define CALL_FIND2        CALL_COUNT2
#define CALL_LAST1        CALL_COUNT1
#define CALL_LAST2        CALL_COUNT2

#define BMILL_OP(name, shape, expression, summary)                                              \
    static bool ref_##name(unsigned a, unsigned b) { return (void)a, (void)b, (expression)&1; } \
    static size_t call_##name(void *dst, const void *a, const void *b, size_t nbits)            \
    {                                                                                           \
        CALL_##shape(name);                                                                     \
    }
#include "tables/ops.def"

const struct op ops[] = {
#define BMILL_OP(name, shape, expression, summary) {#name, SHAPE_##shape, ref_##name, call_##name},
#include "tables/ops.def"
};
const size_t ops_count = sizeof ops / sizeof ops[0];
