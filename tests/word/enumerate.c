/* enumerate.c: word/enumerate.h: each step bit by bit; and each walk visits every set once, in
 * order. */
#include "harness/verbs.h"

/* Finds the lowest 1 bit that can move up by one: it has a 0 above it. The 1 bits below it go to
 * the low end. */
static uint64_t expect_next_same_popcount(unsigned width, uint64_t *a)
{
    uint64_t result = 0;
    unsigned below = 0;
    for (unsigned i = 0; i + 1 < width; i++) {
        if (bit(a[0], i) && !bit(a[0], i + 1)) {
            for (unsigned k = 0; k < below; k++)
                result |= UINT64_C(1) << k;
            result |= UINT64_C(1) << (i + 1);
            for (unsigned k = i + 2; k < width; k++)
                result |= (uint64_t)bit(a[0], k) << k;
            return result;
        }
        below += bit(a[0], i);
    }
    return 0;
}

/* The bits of x that `mask` selects, read as one number: adds 1 to it, or subtracts 1, which is the
 * same with 0 and 1 exchanged. All other bits become `rest`. */
static uint64_t step(unsigned width, uint64_t x, uint64_t mask, bool up, bool rest)
{
    uint64_t result = 0;
    bool carry = true;
    for (unsigned i = 0; i < width; i++) {
        bool state = bit(mask, i) ? bit(x, i) != carry : rest;
        if (bit(mask, i))
            carry = carry && bit(x, i) == up;
        result |= (uint64_t)state << i;
    }
    return result;
}

static uint64_t expect_next_submask(unsigned width, uint64_t *a)
{
    return step(width, a[0], a[1], true, false);
}
static uint64_t expect_prev_submask(unsigned width, uint64_t *a)
{
    return step(width, a[0], a[1], false, false);
}
static uint64_t expect_next_superset(unsigned width, uint64_t *a)
{
    return step(width, a[0], ~a[1], true, true);
}

ADAPT(next_same_popcount, (T)a[0])
ADAPT(next_submask, (T)(a[0] & a[1]), (T)a[1])
ADAPT(prev_submask, (T)(a[0] & a[1]), (T)a[1])
ADAPT(next_superset, (T)(a[0] | a[1]), (T)a[1])

static const struct verb verbs[] = {VERB(next_same_popcount, "x"), VERB(next_submask, "xx"),
                                    VERB(prev_submask, "xx"), VERB(next_superset, "xx")};

/* The loops that the header recommends, each compared with a filter over all numbers. */
START_TEST(walks_meet_every_set_once)
{
    for (unsigned mask = 0; mask < 256; mask++) {
        uint8_t m = (uint8_t)mask, x = 0, top = m, s = m;
        for (unsigned i = 0; i < 256; i++) {
            if ((i & mask) == i) {
                ck_assert_uint_eq(x, i);
                x = bmill_next_submask(x, m);
            }
            if (((255 - i) & mask) == 255 - i) {
                ck_assert_uint_eq(top, 255 - i);
                top = bmill_prev_submask(top, m);
            }
            if ((i & mask) == mask) {
                ck_assert_uint_eq(s, i);
                s = bmill_next_superset(s, m);
            }
        }
        ck_assert(x == 0 && top == m && s == m);
    }
    for (unsigned k = 1; k <= 16; k++) {
        uint16_t x = (uint16_t)((1u << k) - 1);
        for (unsigned i = 0; i < 65536; i++) {
            unsigned ones = 0;
            for (unsigned j = 0; j < 16; j++)
                ones += bit(i, j);
            if (ones == k) {
                ck_assert_uint_eq(x, i);
                x = bmill_next_same_popcount(x);
            }
        }
        ck_assert_uint_eq(x, 0);
    }
}
END_TEST

int main(void)
{
    Suite *suite = VERBS_SUITE("enumerate");
    tcase_add_test(add_case(suite, "walks"), walks_meet_every_set_once);
    return run_suite(suite);
}
