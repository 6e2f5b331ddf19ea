/* test_enumerate.c: word/enumerate.h: each step bit by bit, and that each walk meets every set
 * once, in order. */
#include "verbs.h"

/* From low to high, find the first 1 that can move up: one with a 0 above it. The ones below it go
 * to the low end. */
static uint64_t want_next_same_popcount(unsigned bits, uint64_t a, uint64_t b, uint64_t c)
{
    uint64_t result = 0;
    unsigned below = 0;
    (void)b, (void)c;
    for (unsigned i = 0; i + 1 < bits; i++) {
        if (bit(a, i) && !bit(a, i + 1)) {
            for (unsigned k = 0; k < below; k++)
                result |= UINT64_C(1) << k;
            result |= UINT64_C(1) << (i + 1);
            for (unsigned k = i + 2; k < bits; k++)
                result |= (uint64_t)bit(a, k) << k;
            return result;
        }
        below += bit(a, i);
    }
    return 0;
}

/* Adds 1 (or takes 1 away, for which 0 and 1 change places) to the number that the bits at the
 * places of `mask` make; the others are `rest`. */
static uint64_t step(unsigned bits, uint64_t a, uint64_t mask, bool up, bool rest)
{
    uint64_t result = 0;
    bool carry = true;
    for (unsigned i = 0; i < bits; i++) {
        bool state = bit(mask, i) ? bit(a, i) != carry : rest;
        if (bit(mask, i))
            carry = carry && bit(a, i) == up;
        result |= (uint64_t)state << i;
    }
    return result;
}

static uint64_t want_next_submask(unsigned bits, uint64_t a, uint64_t mask, uint64_t c)
{
    return (void)c, step(bits, a, mask, true, false);
}
static uint64_t want_prev_submask(unsigned bits, uint64_t a, uint64_t mask, uint64_t c)
{
    return (void)c, step(bits, a, mask, false, false);
}
static uint64_t want_next_superset(unsigned bits, uint64_t a, uint64_t mask, uint64_t c)
{
    return (void)c, step(bits, a, ~mask, true, true);
}

ADAPT(next_same_popcount, (T)a)
ADAPT(next_submask, (T)(a &b), (T)b)
ADAPT(prev_submask, (T)(a &b), (T)b)
ADAPT(next_superset, (T)(a | b), (T)b)

static const struct verb verbs[] = {VERB(next_same_popcount, X), VERB(next_submask, XY),
                                    VERB(prev_submask, XY), VERB(next_superset, XY)};

/* The recipes of the header, each next to a filter of all numbers. */
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
    Suite *suite = suite_create("enumerate");
    add_verbs(suite, verbs, sizeof verbs / sizeof verbs[0]);
    tcase_add_test(add_case(suite, "walks"), walks_meet_every_set_once);
    return run_suite(suite);
}
