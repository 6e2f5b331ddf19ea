/* test_morton.c: word/morton.h bit by bit. */
#include "verbs.h"

static uint64_t want_morton2(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)c;
    for (unsigned i = 0; i < bits / 2; i++)
        result |= (uint64_t)bit(a, i) << 2 * i | (uint64_t)bit(b, i) << (2 * i + 1);
    return result;
}

static uint64_t want_morton3(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < bits / 3; i++)
        result |= (uint64_t)bit(a, i) << 3 * i | (uint64_t)bit(b, i) << (3 * i + 1) |
                  (uint64_t)bit(c, i) << (3 * i + 2);
    return result;
}

/* Every n-th bit of the code, from bit `from` on: as many as a coordinate has. */
static uint64_t coordinate(unsigned bits, uint64_t code, unsigned n, unsigned from)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < bits / n; i++)
        result |= (uint64_t)bit(code, n * i + from) << i;
    return result;
}

#define COORDINATE(verb, n, from)                                                  \
    static uint64_t want_##verb(unsigned bits, uint64_t a, uint64_t b, uint64_t c) \
    {                                                                              \
        return (void)b, (void)c, coordinate(bits, a, n, from);                     \
    }                                                                              \
    ADAPT(verb, (T)a)

ADAPT(morton2, (T)a, (T)b)
COORDINATE(morton2_x, 2, 0)
COORDINATE(morton2_y, 2, 1)
ADAPT(morton3, (T)a, (T)b, (T)c)
COORDINATE(morton3_x, 3, 0)
COORDINATE(morton3_y, 3, 1)
COORDINATE(morton3_z, 3, 2)

static const struct verb verbs[] = {VERB(morton2, XY),  VERB(morton2_x, X), VERB(morton2_y, X),
                                    VERB(morton3, XYZ), VERB(morton3_x, X), VERB(morton3_y, X),
                                    VERB(morton3_z, X)};

int main(void)
{
    Suite *suite = suite_create("morton");
    add_verbs(suite, verbs, sizeof verbs / sizeof verbs[0]);
    return run_suite(suite);
}
