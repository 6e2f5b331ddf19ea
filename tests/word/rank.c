/* rank.c: word/rank.h bit by bit. */
#include "harness/verbs.h"

static uint64_t expect_rank(unsigned width, uint64_t *a)
{
    unsigned n = 0;
    for (unsigned i = 0; i < width && i < a[1]; i++)
        n += bit(a[0], i);
    return n;
}

static uint64_t expect_select(unsigned width, uint64_t *a)
{
    uint64_t k = a[1];
    for (unsigned i = 0; i < width; i++)
        if (bit(a[0], i) && k-- == 0)
            return i;
    return width;
}

ADAPT(rank, (T)a[0], (unsigned)a[1])
ADAPT(select, (T)a[0], (unsigned)a[1])

static const struct verb verbs[] = {VERB(rank, "xn"), VERB(select, "xn")};

int main(void) { return run_suite(VERBS_SUITE("rank")); }
