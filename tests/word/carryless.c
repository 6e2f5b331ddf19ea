/* carryless.c: word/carryless.h bit by bit. */
#include "harness/verbs.h"

static uint64_t expect_gray_encode(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)(bit(a[0], i) != (i + 1 < width && bit(a[0], i + 1))) << i;
    return result;
}

static uint64_t expect_gray_decode(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    bool odd = false;
    for (unsigned i = width; i-- > 0;)
        result |= (uint64_t)(odd ^= bit(a[0], i)) << i;
    return result;
}

static uint64_t expect_prefix_xor(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    bool odd = false;
    for (unsigned i = 0; i < width; i++)
        result |= (uint64_t)(odd ^= bit(a[0], i)) << i;
    return result;
}

static uint64_t expect_clmul(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    for (unsigned i = 0; i < width; i++)
        for (unsigned k = 0; k <= i; k++)
            result ^= (uint64_t)(bit(a[0], k) && bit(a[1], i - k)) << i;
    return result;
}

ADAPT(gray_encode, (T)a[0])
ADAPT(gray_decode, (T)a[0])
ADAPT(prefix_xor, (T)a[0])
ADAPT(clmul, (T)a[0], (T)a[1])

static const struct verb verbs[] = {VERB(gray_encode, "x"), VERB(gray_decode, "x"),
                                    VERB(prefix_xor, "x"), VERB(clmul, "xx")};

int main(void) { return run_suite(VERBS_SUITE("carryless")); }
