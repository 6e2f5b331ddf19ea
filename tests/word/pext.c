/* pext.c: word/pext.h bit by bit. */
#include "harness/verbs.h"

static uint64_t expect_pext(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0, k = 0; i < width; i++)
        if (bit(a[1], i))
            result |= (uint64_t)bit(a[0], i) << k++;
    return result;
}

static uint64_t expect_pdep(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0, k = 0; i < width; i++)
        if (bit(a[1], i))
            result |= (uint64_t)bit(a[0], k++) << i;
    return result;
}

ADAPT(pext, (T)a[0], (T)a[1])
ADAPT(pdep, (T)a[0], (T)a[1])

static const struct verb verbs[] = {VERB(pext, "xx"), VERB(pdep, "xx")};

int main(void) { return run_suite(VERBS_SUITE("pext")); }
