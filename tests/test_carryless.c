/* test_carryless.c: word/carryless.h bit by bit. */
#include "verbs.h"

static uint64_t want_gray_encode(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)b, (void)c;
    for (unsigned i = 0; i < bits; i++)
        result |= (uint64_t)(bit(a, i) != (i + 1 < bits && bit(a, i + 1))) << i;
    return result;
}

static uint64_t want_gray_decode(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    bool odd = false;
    (void)b, (void)c;
    for (unsigned i = bits; i-- > 0;)
        result |= (uint64_t)(odd ^= bit(a, i)) << i;
    return result;
}

static uint64_t want_prefix_xor(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    bool odd = false;
    (void)b, (void)c;
    for (unsigned i = 0; i < bits; i++)
        result |= (uint64_t)(odd ^= bit(a, i)) << i;
    return result;
}

static uint64_t want_clmul(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    (void)c;
    for (unsigned i = 0; i < bits; i++)
        for (unsigned k = 0; k <= i; k++)
            result ^= (uint64_t)(bit(a, k) && bit(b, i - k)) << i;
    return result;
}

ADAPT(gray_encode, (T)a)
ADAPT(gray_decode, (T)a)
ADAPT(prefix_xor, (T)a)
ADAPT(clmul, (T)a, (T)b)

static const struct verb verbs[] = {VERB(gray_encode, X), VERB(gray_decode, X), VERB(prefix_xor, X),
                                    VERB(clmul, XY)};

int main(void)
{
    Suite *suite = suite_create("carryless");
    add_verbs(suite, verbs, sizeof verbs / sizeof verbs[0]);
    return run_suite(suite);
}
