/* ends.c: word/ends.h bit by bit. */
#include "harness/verbs.h"

/* The lowest and the highest bit of the given state; the width if there is none. */
static unsigned lowest(unsigned width, uint64_t x, bool state)
{
    unsigned i = 0;
    while (i < width && bit(x, i) != state)
        i++;
    return i;
}

static unsigned highest(unsigned width, uint64_t x, bool state)
{
    for (unsigned i = width; i-- > 0;)
        if (bit(x, i) == state)
            return i;
    return width;
}

/* 1 bits at the positions first to end - 1. */
static uint64_t ones(unsigned width, unsigned first, unsigned end)
{
    uint64_t result = 0;
    for (unsigned i = first; i < end && i < width; i++)
        result += UINT64_C(1) << i;
    return result;
}

/* 1 bits above the highest bit of the given state; all 1 if there is none. */
static uint64_t ones_above(unsigned width, uint64_t x, bool state)
{
    unsigned top = highest(width, x, state);
    return ones(width, top < width ? top + 1 : 0, width);
}

static uint64_t expect_lowest_set(unsigned width, uint64_t *a)
{
    unsigned i = lowest(width, a[0], true);
    return ones(width, i, i + 1);
}

static uint64_t expect_lowest_clear(unsigned width, uint64_t *a)
{
    unsigned i = lowest(width, a[0], false);
    return ones(width, i, i + 1);
}

static uint64_t expect_clear_lowest_set(unsigned width, uint64_t *a)
{
    return a[0] - expect_lowest_set(width, a);
}

static uint64_t expect_set_lowest_clear(unsigned width, uint64_t *a)
{
    return a[0] + expect_lowest_clear(width, a);
}

static uint64_t expect_clear_highest_set(unsigned width, uint64_t *a)
{
    unsigned i = highest(width, a[0], true);
    return a[0] - ones(width, i, i + 1);
}

static uint64_t expect_trailing_zeros_mask(unsigned width, uint64_t *a)
{
    return ones(width, 0, lowest(width, a[0], true));
}

static uint64_t expect_trailing_ones_mask(unsigned width, uint64_t *a)
{
    return ones(width, 0, lowest(width, a[0], false));
}

static uint64_t expect_leading_zeros_mask(unsigned width, uint64_t *a)
{
    return ones_above(width, a[0], true);
}

static uint64_t expect_leading_ones_mask(unsigned width, uint64_t *a)
{
    return ones_above(width, a[0], false);
}

static uint64_t expect_fill_trailing_zeros(unsigned width, uint64_t *a)
{
    return a[0] + expect_trailing_zeros_mask(width, a);
}

static uint64_t expect_clear_trailing_ones(unsigned width, uint64_t *a)
{
    return a[0] - expect_trailing_ones_mask(width, a);
}

static uint64_t expect_fill_below(unsigned width, uint64_t *a)
{
    return a[0] ? ones(width, 0, highest(width, a[0], true) + 1) : 0;
}

static uint64_t expect_fill_above(unsigned width, uint64_t *a)
{
    return ones(width, lowest(width, a[0], true), width);
}

static uint64_t expect_lowest_run(unsigned width, uint64_t *a)
{
    unsigned first = lowest(width, a[0], true), end = first;
    while (end < width && bit(a[0], end))
        end++;
    return ones(width, first, end);
}

static uint64_t expect_clear_lowest_run(unsigned width, uint64_t *a)
{
    return a[0] - expect_lowest_run(width, a);
}

ADAPT(lowest_set, (T)a[0])
ADAPT(lowest_clear, (T)a[0])
ADAPT(clear_lowest_set, (T)a[0])
ADAPT(set_lowest_clear, (T)a[0])
ADAPT(clear_highest_set, (T)a[0])
ADAPT(fill_trailing_zeros, (T)a[0])
ADAPT(clear_trailing_ones, (T)a[0])
ADAPT(trailing_zeros_mask, (T)a[0])
ADAPT(trailing_ones_mask, (T)a[0])
ADAPT(leading_zeros_mask, (T)a[0])
ADAPT(leading_ones_mask, (T)a[0])
ADAPT(fill_below, (T)a[0])
ADAPT(fill_above, (T)a[0])
ADAPT(lowest_run, (T)a[0])
ADAPT(clear_lowest_run, (T)a[0])

static const struct verb verbs[] = {
    VERB(lowest_set, "x"),          VERB(lowest_clear, "x"),        VERB(clear_lowest_set, "x"),
    VERB(set_lowest_clear, "x"),    VERB(clear_highest_set, "x"),   VERB(fill_trailing_zeros, "x"),
    VERB(clear_trailing_ones, "x"), VERB(trailing_zeros_mask, "x"), VERB(trailing_ones_mask, "x"),
    VERB(leading_zeros_mask, "x"),  VERB(leading_ones_mask, "x"),   VERB(fill_below, "x"),
    VERB(fill_above, "x"),          VERB(lowest_run, "x"),          VERB(clear_lowest_run, "x")};

int main(void) { return run_suite(VERBS_SUITE("ends")); }
