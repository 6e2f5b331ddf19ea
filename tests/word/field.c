/* field.c: word/field.h bit by bit. */
#include "harness/verbs.h"

/* Whether bit i lies in the field (first, count); no sum here can wrap. */
static bool in_field(uint64_t i, uint64_t first, uint64_t count)
{
    return first <= i && i < first + count;
}

static uint64_t expect_mask(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)in_field(i, a[0], a[1]) << i;
    return result;
}

static uint64_t expect_low_mask(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width && i < a[0]; i++)
        result |= UINT64_C(1) << i;
    return result;
}

static uint64_t expect_is_mask(unsigned width, uint64_t *a)
{
    unsigned begins = 0; /* runs of 1 bits */
    for (unsigned i = 0; i < width; i++)
        begins += bit(a[0], i) && (i == 0 || !bit(a[0], i - 1));
    return begins == 1;
}

static uint64_t expect_is_low_mask(unsigned width, uint64_t *a)
{
    return bit(a[0], 0) && expect_is_mask(width, a);
}

static uint64_t expect_extract(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        if (in_field(i, a[1], a[2]))
            result |= (uint64_t)bit(a[0], i) << (i - a[1]);
    return result;
}

static uint64_t expect_insert(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |=
            (uint64_t)(in_field(i, a[1], a[2]) ? bit(a[3], (unsigned)(i - a[1])) : bit(a[0], i))
            << i;
    return result;
}

static uint64_t expect_mux(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)(bit(a[0], i) ? bit(a[1], i) : bit(a[2], i)) << i;
    return result;
}

/* The signed result, extended to 64 bits. */
static uint64_t expect_sign_extend(unsigned width, uint64_t *a)
{
    uint64_t result = 0, n = a[1] < width ? a[1] : width;
    for (unsigned i = 0; n > 0 && i < 64; i++)
        result |= (uint64_t)bit(a[0], i < n ? i : (unsigned)n - 1) << i;
    return result;
}

ADAPT_NAMED(low_mask, (unsigned)a[0])
ADAPT_NAMED(mask, (unsigned)a[0], (unsigned)a[1])
ADAPT(is_mask, (T)a[0])
ADAPT(is_low_mask, (T)a[0])
ADAPT(extract, (T)a[0], (unsigned)a[1], (unsigned)a[2])
ADAPT(insert, (T)a[0], (unsigned)a[1], (unsigned)a[2], (T)a[3])
ADAPT(mux, (T)a[0], (T)a[1], (T)a[2])
ADAPT(sign_extend, (T)a[0], (unsigned)a[1])

static const struct verb verbs[] = {
    VERB(low_mask, "n"),  VERB(mask, "nn"),     VERB(is_mask, "x"), VERB(is_low_mask, "x"),
    VERB(extract, "xnn"), VERB(insert, "xnnx"), VERB(mux, "xxx"),   VERB(sign_extend, "xn")};

int main(void) { return run_suite(VERBS_SUITE("field")); }
