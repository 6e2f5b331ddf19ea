/* test_pext.c: word/pext.h bit by bit. */
#include "verbs.h"

static uint64_t want_pext(unsigned bits, uint64_t a, uint64_t mask, uint64_t c)
{
    uint64_t result = 0;
    (void)c;
    for (unsigned i = 0, k = 0; i < bits; i++)
        if (bit(mask, i))
            result |= (uint64_t)bit(a, i) << k++;
    return result;
}

static uint64_t want_pdep(unsigned bits, uint64_t a, uint64_t mask, uint64_t c)
{
    uint64_t result = 0;
    (void)c;
    for (unsigned i = 0, k = 0; i < bits; i++)
        if (bit(mask, i))
            result |= (uint64_t)bit(a, k++) << i;
    return result;
}

ADAPT(pext, (T)a, (T)b)
ADAPT(pdep, (T)a, (T)b)

static const struct verb verbs[] = {VERB(pext, XY), VERB(pdep, XY)};

int main(void)
{
    Suite *suite = suite_create("pext");
    add_verbs(suite, verbs, sizeof verbs / sizeof verbs[0]);
    return run_suite(suite);
}
