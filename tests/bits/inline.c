/* inline.c: the inline code of bitmill/bits/small.h for constant sizes against the reference, flush
 * with guard pages. This program is not linked with the library: if one of these calls were not
 * inlined, it would not link. Checks of memory would call the library, so there are none. */
#define BMILL_NO_CHECKS
#include "harness/guard.h"
#include "harness/reference.h"
#include "harness/runner.h"
#include <bitmill/bits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#ifdef __OPTIMIZE__

/* The sizes that are tested, in bits: all where ends of words are many, and those around the limits
 * of the inline code, 128 for counts and find, 512 for the others. */
#define EIGHT(S, name, n) \
    S(name, n)            \
    S(name, n + 1)        \
    S(name, n + 2)        \
    S(name, n + 3)        \
    S(name, n + 4)        \
    S(name, n + 5)        \
    S(name, n + 6)        \
    S(name, n + 7)
#define UP_TO_128(S, name) \
    EIGHT(S, name, 0)      \
    EIGHT(S, name, 8)      \
    EIGHT(S, name, 16)     \
    EIGHT(S, name, 24)     \
    EIGHT(S, name, 32)     \
    EIGHT(S, name, 40)     \
    EIGHT(S, name, 48)     \
    EIGHT(S, name, 56)     \
    EIGHT(S, name, 64)     \
    EIGHT(S, name, 72)     \
    EIGHT(S, name, 97)     \
    EIGHT(S, name, 121)
#define UP_TO_512(S, name) \
    UP_TO_128(S, name)     \
    EIGHT(S, name, 249)    \
    EIGHT(S, name, 441)    \
    EIGHT(S, name, 505)
enum { LONGEST = 512, UNTESTED = -1 };

/* For each row of ops.def a function with one inlined call for each size. */
#define MAP_1(name, n)                \
    case n:                           \
        bmill_bits_##name(dst, a, n); \
        return 0;
#define MAP_2(name, n)                   \
    case n:                              \
        bmill_bits_##name(dst, a, b, n); \
        return 0;
#define RESULT_1(name, n) \
    case n:               \
        return bmill_bits_##name(a, n);
#define RESULT_2(name, n) \
    case n:               \
        return bmill_bits_##name(a, b, n);
#define CASES_MAP1(name)   UP_TO_512(MAP_1, name)
#define CASES_MAP2(name)   UP_TO_512(MAP_2, name)
#define CASES_COUNT1(name) UP_TO_128(RESULT_1, name)
#define CASES_COUNT2(name) UP_TO_128(RESULT_2, name)
#define CASES_ANY1(name)   UP_TO_512(RESULT_1, name)
#define CASES_ANY2(name)   UP_TO_512(RESULT_2, name)
#define CASES_NONE1(name)  UP_TO_512(RESULT_1, name)
#define CASES_NONE2(name)  UP_TO_512(RESULT_2, name)
#define CASES_FIND1(name)  UP_TO_128(RESULT_1, name)
#define CASES_WITH2(name)  /* always a call */
#define CASES_FIND2(name)  /* always a call */
#define CASES_LAST1(name)  /* always a call */
#define CASES_LAST2(name)  /* always a call */

#define BMILL_OP(name, shape, expression, summary)                                              \
    static bool bit_##name(unsigned a, unsigned b) { return (void)a, (void)b, (expression)&1; } \
    static size_t inline_##name(void *dst, const void *a, const void *b, size_t nbits)          \
    {                                                                                           \
        (void)dst, (void)a, (void)b;                                                            \
        switch (nbits) {                                                                        \
            CASES_##shape(name) default : return (size_t)UNTESTED;                              \
        }                                                                                       \
    }
#include "tables/ops.def"

static const struct op inline_ops[] = {
#define BMILL_OP(name, shape, expression, summary) \
    {#name, SHAPE_##shape, bit_##name, inline_##name},
#include "tables/ops.def"
};

/* Byte after byte of noise, zeros or ones. */
static void refill(unsigned char *p, size_t n, unsigned what)
{
    static uint32_t z = 1;
    for (size_t i = 0; i < n; i++) {
        z = z * 1664525u + 1013904223u;
        p[i] = what % 3 == 0 ? (unsigned char)(z >> 24) : what % 3 == 1 ? 0 : 0xff;
    }
}

/* One call; dst is apart (0), a (1) or b (2). Whether the size was one of those tested. */
static bool check(const struct op *op, size_t nbits, unsigned what, int alias)
{
    static struct guarded area[3];
    unsigned char *bits[3], before[3][LONGEST / 8], *dst;
    size_t n = (nbits + 7) / 8, got, want;
    for (int k = 0; k < 3; k++) {
        if (!area[k].end)
            area[k] = guard_alloc(1);
        bits[k] = area[k].end - n;
        refill(bits[k], n, k == 0 ? 0 : k == 1 ? what / 3 : what);
        memcpy(before[k], bits[k], n);
    }
    dst = bits[alias];
    got = op->call(dst, bits[1], bits[2], nbits);
    if (got == (size_t)UNTESTED)
        return false;
    for (int k = 0; k < 3; k++)
        if (bits[k] != dst && memcmp(bits[k], before[k], n) != 0)
            ck_abort_msg("%s inline, %zu bits: an input was changed", op->name, nbits);
    /* The reference stores bit by bit, so it may have dst as an input, too. */
    want = reference(op, before[alias], before[1], before[2], nbits);
    if (got != want || memcmp(dst, before[alias], n) != 0)
        ck_abort_msg("%s inline, %zu bits: result %zu, expected %zu", op->name, nbits, got, want);
    return true;
}

START_TEST(inline_code_matches_reference)
{
    const struct op *op = &inline_ops[_i];
    bool always_a_call =
        op->kind == WITH || op->kind == LAST || (op->kind == FIND && op->inputs == 2);
    int tested = 0;
    for (size_t nbits = 0; nbits <= LONGEST; nbits++)
        for (unsigned what = 0; what < 9; what++)
            for (int alias = 0; alias < (op->kind == MAP ? 3 : 1); alias++)
                tested += check(op, nbits, what, alias);
    ck_assert_int_ge(tested, always_a_call ? 0 : 12 * 8 * 9); /* UP_TO_128 at least */
    ck_assert(tested == 0 || !always_a_call);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("inline");
    TCase *tcase = add_case(suite, "constant sizes");
    tcase_add_loop_test(tcase, inline_code_matches_reference, 0,
                        sizeof inline_ops / sizeof inline_ops[0]);
    return run_suite(suite);
}

#else

int main(void)
{
    puts("skipped: inline: built without optimisation, there is no inline code");
    puts("0 passed, 0 failed, 1 skipped");
    return 77;
}

#endif
