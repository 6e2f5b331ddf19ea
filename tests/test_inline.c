/* test_inline.c: the inline code of bitmill/bits_inline.h for constant sizes against the
 * reference. This program is not linked with the library: if one of these calls were not inlined,
 * it would not link. */
#include "guard.h"
#include "reference.h"
#include "runner.h"
#include <bitmill/bits.h>
#include <stdio.h>
#include <string.h>

#ifdef __OPTIMIZE__

static struct guarded area_dst, area_a, area_b;

static void allocate(void)
{
    area_dst = guard_alloc(1);
    area_a = guard_alloc(1);
    area_b = guard_alloc(1);
}

/* Byte after byte of something, by the number of the round: noise, zeros, ones. */
static void refill(unsigned char *p, size_t n, unsigned what)
{
    static uint32_t z = 1;
    for (size_t i = 0; i < n; i++) {
        z = z * 1664525u + 1013904223u;
        p[i] = what % 3 == 0 ? (unsigned char)(z >> 24) : what % 3 == 1 ? 0 : 0xff;
    }
}

static void compare(const struct op *op, unsigned char *expected, const unsigned char *dst,
                    const unsigned char *a, const unsigned char *b, size_t nbits, size_t got)
{
    size_t n = (nbits + 7) / 8, want = reference(op, expected, a, b, nbits);
    if (got != want || (op->kind == MAP && memcmp(dst, expected, n) != 0))
        ck_abort_msg("%s inline, %zu bits: result %zu, expected %zu", op->name, nbits, got, want);
}

#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* The call with nbits a constant, and dst == a for the shapes that store. */
#define CALL_MAP1(name)   (bmill_bits_##name(dst, a, nbits), (size_t)0)
#define CALL_MAP2(name)   (bmill_bits_##name(dst, a, b, nbits), (size_t)0)
#define CALL_COUNT1(name) bmill_bits_##name(a, nbits)
#define CALL_COUNT2(name) bmill_bits_##name(a, b, nbits)
#define CALL_ANY1         CALL_COUNT1
#define CALL_ANY2         CALL_COUNT2
#define CALL_NONE1        CALL_COUNT1
#define CALL_NONE2        CALL_COUNT2
#define CALL_FIND1        CALL_COUNT1
#define LIMIT_MAP1        512
#define LIMIT_MAP2        512
#define LIMIT_COUNT1      128
#define LIMIT_COUNT2      128
#define LIMIT_ANY1        512
#define LIMIT_ANY2        512
#define LIMIT_NONE1       512
#define LIMIT_NONE2       512
#define LIMIT_FIND1       128

#define BMILL_OP(name, shape, expression, summary)                                              \
    static bool bit_##name(unsigned a, unsigned b) { return (void)a, (void)b, (expression)&1; } \
    ALWAYS_INLINE void check_##name(size_t nbits, unsigned round)                               \
    {                                                                                           \
        static const struct op op = {#name, SHAPE_##shape, bit_##name, NULL};                   \
        size_t n = (nbits + 7) / 8, got;                                                        \
        unsigned char *dst = area_dst.end - n, *a = area_a.end - n, *b = area_b.end - n;        \
        unsigned char expected[64];                                                             \
        if (nbits > LIMIT_##shape)                                                              \
            return;                                                                             \
        refill(dst, n, 0);                                                                      \
        refill(a, n, round / 3);                                                                \
        refill(b, n, round);                                                                    \
        if (round >= 9 && op.kind == MAP)                                                       \
            dst = round >= 12 ? b : a;                                                          \
        memcpy(expected, dst, n);                                                               \
        if (dst == a || dst == b) { /* the reference needs the inputs as they were */           \
            unsigned char old_a[64], old_b[64];                                                 \
            memcpy(old_a, a, n);                                                                \
            memcpy(old_b, b, n);                                                                \
            got = CALL_##shape(name);                                                           \
            compare(&op, expected, dst, old_a, old_b, nbits, got);                              \
            return;                                                                             \
        }                                                                                       \
        got = CALL_##shape(name);                                                               \
        compare(&op, expected, dst, a, b, nbits, got);                                          \
    }
#include "ops.def"

/* All operations at one constant size. */
ALWAYS_INLINE void check_size(size_t nbits)
{
    for (unsigned round = 0; round < 15; round++) {
#define BMILL_OP(name, shape, expression, summary) check_##name(nbits, round);
#include "ops.def"
    }
}

/* Eight sizes from n on, each a constant. */
#define CHECK_8(n)             \
    START_TEST(sizes_from_##n) \
    {                          \
        check_size(n);         \
        check_size(n + 1);     \
        check_size(n + 2);     \
        check_size(n + 3);     \
        check_size(n + 4);     \
        check_size(n + 5);     \
        check_size(n + 6);     \
        check_size(n + 7);     \
    }                          \
    END_TEST
CHECK_8(0)
CHECK_8(8)
CHECK_8(16)
CHECK_8(24)
CHECK_8(32)
CHECK_8(40)
CHECK_8(48)
CHECK_8(56)
CHECK_8(64)
CHECK_8(72)
CHECK_8(100)
CHECK_8(121)
CHECK_8(249)
CHECK_8(380)
CHECK_8(441)
CHECK_8(505)

int main(void)
{
    Suite *suite = suite_create("inline");
    TCase *tcase = add_case(suite, "constant sizes");
    tcase_add_unchecked_fixture(tcase, allocate, NULL);
    tcase_add_test(tcase, sizes_from_0);
    tcase_add_test(tcase, sizes_from_8);
    tcase_add_test(tcase, sizes_from_16);
    tcase_add_test(tcase, sizes_from_24);
    tcase_add_test(tcase, sizes_from_32);
    tcase_add_test(tcase, sizes_from_40);
    tcase_add_test(tcase, sizes_from_48);
    tcase_add_test(tcase, sizes_from_56);
    tcase_add_test(tcase, sizes_from_64);
    tcase_add_test(tcase, sizes_from_72);
    tcase_add_test(tcase, sizes_from_100);
    tcase_add_test(tcase, sizes_from_121);
    tcase_add_test(tcase, sizes_from_249);
    tcase_add_test(tcase, sizes_from_380);
    tcase_add_test(tcase, sizes_from_441);
    tcase_add_test(tcase, sizes_from_505);
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
