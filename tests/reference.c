/* reference.c: see reference.h. */
#include "reference.h"

/* Not the library's own bit access: the reference shares no code with what it judges. */
static bool get(const void *bits, size_t i)
{
    return ((const unsigned char *)bits)[i >> 3] & 1 << (i & 7);
}

static void put(void *bits, size_t i, bool state)
{
    unsigned char *byte = (unsigned char *)bits + (i >> 3), mask = (unsigned char)(1 << (i & 7));
    *byte = state ? *byte | mask : *byte & (unsigned char)~mask;
}

size_t reference(const struct op *op, void *dst, const void *a, const void *b, size_t nbits)
{
    size_t ones = 0, first = nbits, last = nbits;
    for (size_t i = 0; i < nbits; i++) {
        bool bit = op->bit(get(a, i), op->inputs == 2 && get(b, i));
        if (stores(op))
            put(dst, i, bit);
        ones += bit;
        if (bit && first == nbits)
            first = i;
        if (bit)
            last = i;
    }
    switch (op->kind) {
    case MAP:
        return 0;
    case WITH:
    case COUNT:
        return ones;
    case ANY:
        return ones != 0;
    case NONE:
        return ones == 0;
    case LAST:
        return last;
    default:
        return first;
    }
}

bool bits_for(const struct op *op, bool result, bool *a, bool *b)
{
    for (int i = 3; i >= 0; i--) { /* ones where possible: zeros are what a bug leaves behind */
        *a = i & 1;
        *b = i & 2;
        if (op->bit(*a, *b) == result)
            return true;
    }
    return false;
}
