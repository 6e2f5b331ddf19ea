/* ternary.c: functions of three bitmaps, against plain loops over words. See
 * struct work. */
#include "bench.h"

#include <bitmill.h>
#include <bitmill/bits/ternary.h>

#define HARD (BMILL_TA & (BMILL_TB | ~BMILL_TC))

static uint64_t word(const unsigned char *p, size_t i) { return bmill_load_le(p + i, 8); }

static size_t ours_mux(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_mux(m->dst, m->a, m->b, m->c, 8 * nbytes), 0;
}
static size_t ours_majority(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_majority(m->dst, m->a, m->b, m->c, 8 * nbytes), 0;
}
static size_t ours_ternary(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_ternary(m->dst, m->a, m->b, m->c, 8 * nbytes, HARD), 0;
}
static size_t ours_ternary_count(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_ternary_count(m->a, m->b, m->c, 8 * nbytes, HARD);
}

/* A loop that stores the expression of the words a, b and c; dst does not overlap them. */
#define PLAIN_MAP(name, expression)                                           \
    static size_t plain_##name(const struct buffers *m, size_t nbytes)        \
    {                                                                         \
        unsigned char *restrict dst = m->dst;                                 \
        for (size_t i = 0; i < nbytes; i += 8) {                              \
            uint64_t a = word(m->a, i), b = word(m->b, i), c = word(m->c, i); \
            bmill_store_le(dst + i, 8, expression);                           \
        }                                                                     \
        return 0;                                                             \
    }
PLAIN_MAP(mux, (a & b) | (~a & c))
PLAIN_MAP(majority, (a & b) | (a & c) | (b & c))
PLAIN_MAP(ternary, a &(b | ~c))

static size_t plain_ternary_count(const struct buffers *m, size_t nbytes)
{
    size_t count = 0;
    for (size_t i = 0; i < nbytes; i += 8)
        count += (size_t)__builtin_popcountll(word(m->a, i) & (word(m->b, i) | ~word(m->c, i)));
    return count;
}

static size_t ours_ternary_any(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_ternary_any(m->a, m->b, m->c, 8 * nbytes, HARD);
}
static size_t plain_ternary_any(const struct buffers *m, size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i += 8)
        if (word(m->a, i) & (word(m->b, i) | ~word(m->c, i)))
            return 1;
    return 0;
}

#define ROW(name) #name, {RANDOM, RANDOM }, 3, ours_##name, plain_##name
const struct work works_ternary[] = {
    {ROW(mux)},
    {ROW(majority)},
    {ROW(ternary)},
    {ROW(ternary_count)},
    {"ternary_any", {0, RANDOM}, 3, ours_ternary_any, plain_ternary_any},
    {NULL, {0, 0}, 0, NULL, NULL},
};
