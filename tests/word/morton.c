/* morton.c: word/morton.h bit by bit. */
#include "harness/verbs.h"

static uint64_t expect_morton2(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width / 2; i++)
        result |= (uint64_t)bit(a[0], i) << 2 * i | (uint64_t)bit(a[1], i) << (2 * i + 1);
    return result;
}

static uint64_t expect_morton3(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width / 3; i++)
        result |= (uint64_t)bit(a[0], i) << 3 * i | (uint64_t)bit(a[1], i) << (3 * i + 1) |
                  (uint64_t)bit(a[2], i) << (3 * i + 2);
    return result;
}

/* Bits from, from + n, from + 2 n and so on of the code, one for each bit of a coordinate. */
static uint64_t coordinate(unsigned width, uint64_t code, unsigned n, unsigned from)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width / n; i++)
        result |= (uint64_t)bit(code, n * i + from) << i;
    return result;
}

#define COORDINATE(verb, n, from)                              \
    static uint64_t expect_##verb(unsigned width, uint64_t *a) \
    {                                                          \
        return coordinate(width, a[0], n, from);               \
    }                                                          \
    ADAPT(verb, (T)a[0])

ADAPT(morton2, (T)a[0], (T)a[1])
COORDINATE(morton2_x, 2, 0)
COORDINATE(morton2_y, 2, 1)
ADAPT(morton3, (T)a[0], (T)a[1], (T)a[2])
COORDINATE(morton3_x, 3, 0)
COORDINATE(morton3_y, 3, 1)
COORDINATE(morton3_z, 3, 2)

static const struct verb verbs[] = {
    VERB(morton2, "xx"),  VERB(morton2_x, "x"), VERB(morton2_y, "x"), VERB(morton3, "xxx"),
    VERB(morton3_x, "x"), VERB(morton3_y, "x"), VERB(morton3_z, "x")};

int main(void) { return run_suite(VERBS_SUITE("morton")); }
