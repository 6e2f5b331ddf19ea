/* bit.c: test_and_set, test_and_clear, test_and_flip; word.c and laws.c test the other helpers of
 * word/bit.h. */
#include "harness/verbs.h"

/* Makes bit i of *x equal to state and tells what it was. */
static bool put(uint64_t *x, unsigned i, bool state)
{
    bool old = bit(*x, i);
    if (old && !state)
        *x -= UINT64_C(1) << i;
    if (!old && state)
        *x += UINT64_C(1) << i;
    return old;
}

static uint64_t expect_test_and_set(unsigned width, uint64_t *a)
{
    return put(&a[0], (unsigned)a[1] % width, true);
}

static uint64_t expect_test_and_clear(unsigned width, uint64_t *a)
{
    return put(&a[0], (unsigned)a[1] % width, false);
}

static uint64_t expect_test_and_flip(unsigned width, uint64_t *a)
{
    return put(&a[0], (unsigned)a[1] % width, !bit(a[0], (unsigned)a[1] % width));
}

ADAPT(test_and_set, p, (unsigned)a[1])
ADAPT(test_and_clear, p, (unsigned)a[1])
ADAPT(test_and_flip, p, (unsigned)a[1])

static const struct verb verbs[] = {VERB(test_and_set, "pn"), VERB(test_and_clear, "pn"),
                                    VERB(test_and_flip, "pn")};

int main(void) { return run_suite(VERBS_SUITE("bit")); }
