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

/* Four bits of the operation at once, from single bits. */
static unsigned char four[16][16];

static void tabulate(const struct op *op)
{
    static bool (*tabulated)(unsigned a, unsigned b);
    if (op->bit == tabulated)
        return;
    tabulated = op->bit;
    for (unsigned a = 0; a < 16; a++)
        for (unsigned b = 0; b < 16; b++) {
            four[a][b] = 0;
            for (unsigned i = 0; i < 4; i++)
                four[a][b] |= (unsigned char)(op->bit(a >> i & 1, b >> i & 1) << i);
        }
}

/* The result so far: the number of 1 bits, the first and the last of them. */
struct seen {
    size_t ones, first, last;
};

static void see(struct seen *seen, unsigned byte, size_t i, size_t nbits)
{
    static const unsigned char ones[16] = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4};
    if (byte == 0)
        return;
    seen->ones += (size_t)ones[byte >> 4] + ones[byte & 15];
    for (size_t k = 0; k < 8 && seen->first == nbits; k++)
        if (byte >> k & 1)
            seen->first = i + k;
    for (seen->last = i + 7; !(byte >> (seen->last - i)); seen->last--) {
    }
}

size_t reference(const struct op *op, void *dst, const void *a_, const void *b_, size_t nbits)
{
    const unsigned char *a = a_, *b = b_;
    struct seen seen = {0, nbits, nbits};
    tabulate(op);
    for (size_t i = 0; i < nbits / 8; i++) {
        unsigned x = a[i], y = op->inputs == 2 ? b[i] : 0;
        unsigned byte = (unsigned)four[x >> 4][y >> 4] << 4 | four[x & 15][y & 15];
        if (stores(op))
            ((unsigned char *)dst)[i] = (unsigned char)byte;
        see(&seen, byte, 8 * i, nbits);
    }
    for (size_t i = nbits / 8 * 8; i < nbits; i++) {
        bool bit = op->bit(get(a, i), op->inputs == 2 && get(b, i));
        if (stores(op))
            put(dst, i, bit);
        see(&seen, bit, i, nbits);
    }
    switch (op->kind) {
    case KIND_MAP:
        return 0;
    case KIND_WITH:
    case KIND_COUNT:
        return seen.ones;
    case KIND_ANY:
        return seen.ones != 0;
    case KIND_NONE:
        return seen.ones == 0;
    case KIND_LAST:
        return seen.last;
    default:
        return seen.first;
    }
}

bool bits_for(const struct op *op, bool result, bool *a, bool *b)
{
    for (int i = 3; i >= 0; i--) { /* prefer 1 bits, because a bug mostly leaves 0 */
        *a = i & 1;
        *b = i & 2;
        if (op->bit(*a, *b) == result)
            return true;
    }
    return false;
}
