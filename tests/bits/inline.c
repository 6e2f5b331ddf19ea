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
 * of the inline code, see the column `inline` of lib/tables/shapes.h. */
#define EIGHT(S, name, shape, n) \
    S(name, shape, n)            \
    S(name, shape, n + 1)        \
    S(name, shape, n + 2)        \
    S(name, shape, n + 3)        \
    S(name, shape, n + 4)        \
    S(name, shape, n + 5)        \
    S(name, shape, n + 6)        \
    S(name, shape, n + 7)
#define SIZES_TO_0(S, name, shape) /* always a call */
#define SIZES_TO_128(S, name, shape) \
    EIGHT(S, name, shape, 0)         \
    EIGHT(S, name, shape, 8)         \
    EIGHT(S, name, shape, 16)        \
    EIGHT(S, name, shape, 24)        \
    EIGHT(S, name, shape, 32)        \
    EIGHT(S, name, shape, 40)        \
    EIGHT(S, name, shape, 48)        \
    EIGHT(S, name, shape, 56)        \
    EIGHT(S, name, shape, 64)        \
    EIGHT(S, name, shape, 72)        \
    EIGHT(S, name, shape, 97)        \
    EIGHT(S, name, shape, 121)
#define SIZES_TO_512(S, name, shape) \
    SIZES_TO_128(S, name, shape)     \
    EIGHT(S, name, shape, 249)       \
    EIGHT(S, name, shape, 441)       \
    EIGHT(S, name, shape, 505)
#define SIZES_(limit, S, name, shape) SIZES_TO_##limit(S, name, shape)
#define SIZES(limit, S, name, shape)  SIZES_(limit, S, name, shape)
enum { LONGEST = 512, UNTESTED = -1 };

/* For each row of ops.def a function with one inlined call for each size. */
#define CASE(name, shape, n)                                          \
    case n: {                                                         \
        enum { nbits = n };                                           \
        BMILL_RETURN(shape) bmill_bits_##name BMILL_ARGUMENTS(shape); \
        return 0;                                                     \
    }

#define BMILL_OP(name, shape, bit, vector, summary)                                      \
    static bool bit_##name(unsigned a, unsigned b) { return (void)a, (void)b, (bit)&1; } \
    static size_t inline_##name(void *dst, const void *a, const void *b, size_t size)    \
    {                                                                                    \
        (void)dst, (void)a, (void)b;                                                     \
        switch (size) {                                                                  \
            SIZES(BMILL_INLINE_BITS(shape), CASE, name, shape)                           \
        default:                                                                         \
            return (size_t)UNTESTED;                                                     \
        }                                                                                \
    }
#include "tables/ops.def"

static const struct inline_op {
    struct op op;
    int inline_bits; /* as in shapes.h */
} inline_ops[] = {
#define BMILL_OP(name, shape, bit, vector, summary)                              \
    {{#name, BMILL_KIND(shape), BMILL_INPUTS(shape), bit_##name, inline_##name}, \
     BMILL_INLINE_BITS(shape)},
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

/* One call; dst is separate (0), a (1) or b (2). Returns whether the size is one of those tested.
 */
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
    const struct op *op = &inline_ops[_i].op;
    int tested = 0, inline_bits = inline_ops[_i].inline_bits;
    for (size_t nbits = 0; nbits <= LONGEST; nbits++)
        for (unsigned what = 0; what < 9; what++)
            for (int alias = 0; alias < (op->kind == KIND_MAP ? 3 : 1); alias++)
                tested += check(op, nbits, what, alias);
    ck_assert_int_ge(tested, inline_bits == 0 ? 0 : 12 * 8 * 9); /* SIZES_TO_128 at least */
    ck_assert(tested == 0 || inline_bits > 0);
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
