/* count.c: word/count.h bit by bit. */
#include "harness/verbs.h"

static unsigned ones_below(uint64_t x, unsigned end)
{
    unsigned n = 0;
    for (unsigned i = 0; i < end; i++)
        n += bit(x, i);
    return n;
}

/* How many bits of the given state there are at the low end, at the high end. */
static unsigned trailing(unsigned width, uint64_t x, bool state)
{
    unsigned n = 0;
    while (n < width && bit(x, n) == state)
        n++;
    return n;
}

static unsigned leading(unsigned width, uint64_t x, bool state)
{
    unsigned n = 0;
    while (n < width && bit(x, width - 1 - n) == state)
        n++;
    return n;
}

/* The 1-based position of the first bit after a run at one end; 0 if the run is the whole width. */
static unsigned place_after(unsigned run, unsigned width) { return run < width ? run + 1 : 0; }

static uint64_t expect_popcount(unsigned width, uint64_t *a) { return ones_below(a[0], width); }
static uint64_t expect_parity(unsigned width, uint64_t *a) { return ones_below(a[0], width) % 2; }
static uint64_t expect_clz(unsigned width, uint64_t *a) { return leading(width, a[0], false); }
static uint64_t expect_ctz(unsigned width, uint64_t *a) { return trailing(width, a[0], false); }
static uint64_t expect_clo(unsigned width, uint64_t *a) { return leading(width, a[0], true); }
static uint64_t expect_cto(unsigned width, uint64_t *a) { return trailing(width, a[0], true); }

static uint64_t expect_count_zeros(unsigned width, uint64_t *a)
{
    unsigned n = 0;
    for (unsigned i = 0; i < width; i++)
        n += !bit(a[0], i);
    return n;
}

static uint64_t expect_bit_width(unsigned width, uint64_t *a)
{
    return width - leading(width, a[0], false);
}

static uint64_t expect_ffs(unsigned width, uint64_t *a)
{
    return place_after(trailing(width, a[0], false), width);
}

static uint64_t expect_first_trailing_zero(unsigned width, uint64_t *a)
{
    return place_after(trailing(width, a[0], true), width);
}

static uint64_t expect_first_leading_one(unsigned width, uint64_t *a)
{
    return place_after(leading(width, a[0], false), width);
}

static uint64_t expect_first_leading_zero(unsigned width, uint64_t *a)
{
    return place_after(leading(width, a[0], true), width);
}

static uint64_t expect_redundant_sign_bits(unsigned width, uint64_t *a)
{
    return leading(width, a[0], bit(a[0], width - 1)) - 1;
}

ADAPT(popcount, (T)a[0])
ADAPT(parity, (T)a[0])
ADAPT(clz, (T)a[0])
ADAPT(ctz, (T)a[0])
ADAPT(count_zeros, (T)a[0])
ADAPT(clo, (T)a[0])
ADAPT(cto, (T)a[0])
ADAPT(bit_width, (T)a[0])
ADAPT(ffs, (T)a[0])
ADAPT(first_trailing_zero, (T)a[0])
ADAPT(first_leading_one, (T)a[0])
ADAPT(first_leading_zero, (T)a[0])
ADAPT(redundant_sign_bits, (T)a[0])

static const struct verb verbs[] = {VERB(popcount, "x"),
                                    VERB(parity, "x"),
                                    VERB(clz, "x"),
                                    VERB(ctz, "x"),
                                    VERB(count_zeros, "x"),
                                    VERB(clo, "x"),
                                    VERB(cto, "x"),
                                    VERB(bit_width, "x"),
                                    VERB(ffs, "x"),
                                    VERB(first_trailing_zero, "x"),
                                    VERB(first_leading_one, "x"),
                                    VERB(first_leading_zero, "x"),
                                    VERB(redundant_sign_bits, "x")};

int main(void) { return run_suite(VERBS_SUITE("count")); }
