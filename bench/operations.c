/* operations.c: operations.def as an array. */
#include "bench.h"

#include "tables/shapes.h"

/* ---- The expression of each row of ops.def ---- */

#define BMILL_OP(name, shape, bit, vector, summary) \
    static unsigned bits_##name(unsigned a, unsigned b) { return (void)a, (void)b, bit; }
#include "tables/ops.def"

/* Operations that may stop early get bytes for which their expression is 0, so that they have to go
 * to the end: with bytes that are not 0 themselves, if there are such. */
static void choose_contents(struct operation *op, enum bmill_kind kind,
                            unsigned (*expression)(unsigned a, unsigned b))
{
    static const unsigned char pairs[][2] = {
        {0x55, 0xaa}, /* disjoint */
        {0x11, 0x55}, /* a subset */
        {0x55, 0x11}, /* a superset */
        {0x55, 0x55}, {0x00, 0x00}, {0xff, 0xff}, {0x00, 0xff}, {0xff, 0x00},
    };
    op->a = op->b = RANDOM;
    if (kind == KIND_MAP || kind == KIND_WITH || kind == KIND_COUNT)
        return;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (!(expression(pairs[i][0], pairs[i][1]) & 0xff)) {
            op->a = pairs[i][0];
            op->b = pairs[i][1];
            return;
        }
}

const struct operation *all_operations(size_t *count)
{
    static struct operation operations[] = {
#define OPERATION_OF_SHAPE(op, shape, bit)             \
    {#op,                                              \
     RANDOM,                                           \
     RANDOM,                                           \
     BMILL_INPUTS(shape),                              \
     BMILL_KIND(shape) <= KIND_WITH ? WHOLE : NOTHING, \
     (BMILL_KIND(shape) == KIND_MAP ? 0 : LATENCY) |   \
         (BMILL_KIND(shape) < KIND_FIND ? SPLITS : 0)},
#define OPERATION(name, a, b, streams, limit, result, flags) {#name, a, b, streams, result, flags},
#include "operations.def"
    };
    struct operation *op = operations;
#define BMILL_OP(name, shape, bit, vector, summary) \
    choose_contents(op++, BMILL_KIND(shape), bits_##name);
#include "tables/ops.def"
    *count = sizeof operations / sizeof operations[0];
    return operations;
}

bool operation_takes(const struct operation *op, size_t nbytes)
{
    return !((op->flags & SMALL && nbytes > 512 << 10) || (op->flags & WORDS && nbytes % 8) ||
             (op->flags & LINES && nbytes % 64) || (op->flags & SQUARES && nbytes % 512) ||
             (op->flags & POWERS && nbytes & (nbytes - 1)) || nbytes < 8);
}

size_t result_bits(const struct operation *op, size_t nbytes, size_t value)
{
    switch (op->result) {
    case NOTHING:
        return 0;
    case WHOLE:
        return 8 * nbytes;
    case HALF:
        return 8 * (nbytes / 2);
    case EIGHTH:
        return 8 * (nbytes / 8);
    case THIRTY_SECOND:
        return 8 * (nbytes / 32);
    case BIT_FOR_1:
        return nbytes;
    case BIT_FOR_2:
        return nbytes / 2;
    case BIT_FOR_4:
        return nbytes / 4;
    case BIT_FOR_8:
        return nbytes / 8;
    case BITS:
        return value;
    case U8S:
        return 8 * value;
    case U16S:
        return 16 * value;
    case U32S:
        return 32 * value;
    case U64S:
    case PAIRS:
        return 64 * value;
    }
    return 0;
}

size_t result_room(const struct operation *op, size_t nbytes)
{
    bool decodes = op->flags & SMALL; /* up to as many numbers as there are bits */
    size_t most = !decodes             ? nbytes
                  : op->result == U16S ? 16 * nbytes
                  : op->result == U32S ? 32 * nbytes
                                       : 64 * nbytes;
    return (op->result == PAIRS ? 2 * nbytes : most) + 64;
}
