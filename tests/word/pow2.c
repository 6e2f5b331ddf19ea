/* pow2.c: word/pow2.h against references by search and by division. */
#include "harness/verbs.h"

static uint64_t expect_is_pow2(unsigned width, uint64_t *a)
{
    for (unsigned k = 0; k < width; k++)
        if (a[0] == UINT64_C(1) << k)
            return true;
    return false;
}

static uint64_t expect_log2_floor(unsigned width, uint64_t *a)
{
    for (unsigned k = width; k-- > 0;)
        if (UINT64_C(1) << k <= a[0])
            return k;
    return width;
}

static uint64_t expect_log2_ceil(unsigned width, uint64_t *a)
{
    for (unsigned k = 0; k < width; k++)
        if (UINT64_C(1) << k >= a[0])
            return k;
    return width;
}

static uint64_t expect_floor_pow2(unsigned width, uint64_t *a)
{
    return a[0] ? UINT64_C(1) << expect_log2_floor(width, a) : 0;
}

static uint64_t expect_ceil_pow2(unsigned width, uint64_t *a)
{
    uint64_t k = expect_log2_ceil(width, a);
    return k < width ? UINT64_C(1) << k : 0;
}

static uint64_t expect_align_down(unsigned width, uint64_t *a)
{
    (void)width;
    return a[1] ? a[0] / a[1] * a[1] : 0;
}

static uint64_t expect_align_up(unsigned width, uint64_t *a)
{
    if (a[1] == 0 || a[0] % a[1] == 0)
        return a[1] ? a[0] : 0;
    if (a[0] / a[1] == (UINT64_MAX >> (64 - width)) / a[1])
        return 0; /* that was the last multiple */
    return (a[0] / a[1] + 1) * a[1];
}

static uint64_t expect_is_aligned(unsigned width, uint64_t *a)
{
    return a[0] == expect_align_down(width, a);
}

ADAPT(is_pow2, (T)a[0])
ADAPT(floor_pow2, (T)a[0])
ADAPT(ceil_pow2, (T)a[0])
ADAPT(log2_floor, (T)a[0])
ADAPT(log2_ceil, (T)a[0])
ADAPT(align_up, (T)a[0], (T)a[1])
ADAPT(align_down, (T)a[0], (T)a[1])
ADAPT(is_aligned, (T)a[0], (T)a[1])

static const struct verb verbs[] = {
    VERB(is_pow2, "x"),   VERB(floor_pow2, "x"), VERB(ceil_pow2, "x"),   VERB(log2_floor, "x"),
    VERB(log2_ceil, "x"), VERB(align_up, "xa"),  VERB(align_down, "xa"), VERB(is_aligned, "xa")};

int main(void) { return run_suite(VERBS_SUITE("pow2")); }
