/* law.c: laws that hold, and false ones, whose least counterexample a loop finds here. */
#include "tools/engine/law.h"
#include "tests/harness/runner.h"

#include <bitmill/word.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Laws that hold ---- */

static const char *const true_laws[] = {
    /* the laws of xor */
    "x ^ x == 0",
    "x ^ 0 == x",
    "x ^ y == y ^ x",
    "(x ^ y) ^ z == x ^ (y ^ z)",
    "(x ^ y) ^ y == x",
    "x ^ -1 == ~x",
    "(7^3)^(5^4^5)^(3^4)==7",
    /* sets */
    "x & y == y & x",
    "x | y == y | x",
    "(x | y) | z == x | (y | z)",
    "x & (y | z) == (x & y) | (x & z)",
    "~(x & y) == ~x | ~y",
    "~(x | y) == ~x & ~y",
    "(x & y) == x iff (x | y) == y",
    /* numbers */
    "~x == -x - 1",
    "-~x == x + 1",
    "x + y == (x ^ y) + 2 * (x & y)",
    "x + y == (x | y) + (x & y)",
    "x - y == x + ~y + 1",
    "x << 1 == x * 2",
    "x >> 1 == x / 2",
    "x & 7 == x % 8",
    "y != 0 implies x == x / y * y + x % y",
    /* single bits */
    "x != 0 implies x & (x - 1) == x - (x & -x)",
    "x & (x - 1) == clear_lowest_set(x)",
    "x & -x == lowest_set(x)",
    "x != 0 && (x & (x - 1)) == 0 iff is_pow2(x)",
    "popcount(x) == popcount(x & (x - 1)) + (x != 0)",
    "i < WIDTH implies x | 1 << i == set(x, i)",
    "i < WIDTH implies (x & ~(1 << i)) | (-1 & (1 << i)) == modify(x, i, 1)",
    "n < WIDTH implies x << n >> n == x & (-1 >> n)",
    "rotl(rotr(x, n), n) == x",
    "reverse(reverse(x)) == x",
    "gray_decode(gray_encode(x)) == x",
    "popcount(x ^ y) & 1 == (popcount(x) + popcount(y)) & 1",
    "asr(x, 1) == (x >> 1) | (x & (1 << (WIDTH - 1)))",
    "a & b & c & d == d & c & b & a",
    "transpose8x8(transpose8x8(x)) == x",
    "popcount_u8(x) <= 8",
};

START_TEST(true_laws_hold)
{
    ck_assert_uint_ge(sizeof true_laws / sizeof true_laws[0], 30);
    for (size_t k = 0; k < sizeof true_laws / sizeof true_laws[0]; k++) {
        struct text out = {0};
        struct expr_error error;
        enum law_answer answer = law_try(true_laws[k], test_seed(), &out, NULL, &error);
        ck_assert_msg(answer == LAW_HOLDS, "%s: %s", true_laws[k],
                      answer == LAW_WRONG ? error.message : text_string(&out));
        text_free(&out);
    }
}
END_TEST

/* ---- False laws of 8 bits: as the command reads them, and as C on uint8_t ---- */

#define FALSE_LAWS(_)                                                                       \
    _(1, "x + 1 > x", u(x + 1) > x)                                                         \
    _(1, "x & 1 == 0", (x & 1) == 0)                                                        \
    _(1, "(x & (x - 1)) == 0 iff is_pow2(x)", ((x & u(x - 1)) == 0) == bmill_is_pow2_u8(x)) \
    _(1, "-x < x", u(-x) < x)                                                               \
    _(1, "~x > x", u(~x) > x)                                                               \
    _(1, "x * 2 / 2 == x", u(x * 2) / 2 == x)                                               \
    _(1, "x / 2 * 2 == x", x / 2 * 2 == x)                                                  \
    _(1, "x << 1 > x", u(x << 1) > x)                                                       \
    _(1, "x != 0 iff -x != 0 && x != 77", (x != 0) == (u(-x) != 0 && x != 77))              \
    _(1, "x != 255", x != 255)                                                              \
    _(1, "x != 128", x != 128)                                                              \
    _(1, "popcount(x) < 8", bmill_popcount_u8(x) < 8)                                       \
    _(1, "popcount(x) != 7 || x & 0x10", bmill_popcount_u8(x) != 7 || (x & 0x10))           \
    _(1, "x ^ x >> 1 == gray_decode(x)", (x ^ x >> 1) == bmill_gray_decode_u8(x))           \
    _(1, "reverse(x) == x implies x == 0", bmill_reverse_u8(x) != x || x == 0)              \
    _(1, "x * x != 121", u(x *x) != 121)                                                    \
    _(1, "asr(x, 1) == x >> 1", (int8_t)x >> 1 == x >> 1)                                   \
    _(2, "x + y == x | y", u(x + y) == (x | y))                                             \
    _(2, "x ^ y == x | y", (x ^ y) == (x | y))                                              \
    _(2, "x - y == y - x", u(x - y) == u(y - x))                                            \
    _(2, "x + y >= x", u(x + y) >= x)                                                       \
    _(2, "x * y == 0 iff x == 0 || y == 0", (u(x * y) == 0) == (x == 0 || y == 0))          \
    _(2, "x < y iff x - y > 127", (x < y) == (u(x - y) > 127))                              \
    _(2, "x & y == 0 implies x == 0 || y == 0", (x & y) != 0 || x == 0 || y == 0)           \
    _(2, "~(x & y) == ~x & ~y", u(~(x & y)) == u(~x & ~y))                                  \
    _(2, "x << y >> y == x", sr(sl(x, y), y) == x)                                          \
    _(2, "(x + y) / 2 == avg_floor(x, y)", u(x + y) / 2 == bmill_avg_floor_u8(x, y))        \
    _(2, "x ^ y != 0xa5 || x < 0x5a", (x ^ y) != 0xa5 || x < 0x5a)                          \
    _(2, "popcount(x + y) <= popcount(x) + popcount(y) && x * y != 0xfe",                   \
      bmill_popcount_u8(u(x + y)) <= bmill_popcount_u8(x) + bmill_popcount_u8(y) &&         \
          u(x * y) != 0xfe)                                                                 \
    _(2, "x % 16 == y % 16 implies x == y", x % 16 != y % 16 || x == y)                     \
    _(3, "(x - y) - z == x - (y - z)", u(u(x - y) - z) == u(x - u(y - z)))                  \
    _(3, "x & (y + z) == (x & y) + (x & z)", (x & u(y + z)) == u((x & y) + (x & z)))        \
    _(3, "x ^ (y & z) == (x ^ y) & (x ^ z)", (x ^ (y & z)) == ((x ^ y) & (x ^ z)))          \
    _(3, "x < y && y < z implies z - x < 200", !(x < y && y < z) || u(z - x) < 200)         \
    _(3, "x * y * z != 0x69 || x < 3", u(x *(y * z)) != 0x69 || x < 3)

static uint8_t u(int value) { return (uint8_t)value; }
static uint8_t sl(int x, int n) { return n < 8 ? u(x << n) : 0; }
static uint8_t sr(int x, int n) { return n < 8 ? u(x >> n) : 0; }

/* clang-format off */
#define CASES(variables, source, c) {variables, source},
static const struct {
    unsigned variables;
    const char *source;
} false_laws[] = {FALSE_LAWS(CASES)};
enum { FALSE_LAW_COUNT = sizeof false_laws / sizeof false_laws[0] };

/* Whether law k holds for these values. */
static bool holds(size_t k, unsigned x_, unsigned y_, unsigned z_)
{
    uint8_t x = (uint8_t)x_, y = (uint8_t)y_, z = (uint8_t)z_;
    size_t next = 0;
    (void)y;
    (void)z;
#define CASE(variables, source, c) if (next++ == k) return c;
    FALSE_LAWS(CASE)
    return false;
}
/* clang-format on */

/* The first of all values, x changing last. */
static void find_least(size_t k, uint64_t least[3])
{
    unsigned ys = false_laws[k].variables > 1 ? 256 : 1, zs = false_laws[k].variables > 2 ? 256 : 1;
    for (unsigned x = 0; x < 256; x++)
        for (unsigned y = 0; y < ys; y++)
            for (unsigned z = 0; z < zs; z++)
                if (!holds(k, x, y, z)) {
                    least[0] = x;
                    least[1] = y;
                    least[2] = z;
                    return;
                }
    ck_abort_msg("%s holds", false_laws[k].source);
}

START_TEST(false_laws_fail_at_the_least)
{
    ck_assert_uint_ge(FALSE_LAW_COUNT, 30);
    for (size_t k = 0; k < FALSE_LAW_COUNT; k++) {
        struct text out = {0};
        struct expr_error error;
        struct law_counterexample c;
        uint64_t least[3] = {0};
        const char *source = false_laws[k].source;
        find_least(k, least);
        enum law_answer answer = law_try(source, test_seed(), &out, &c, &error);
        ck_assert_msg(answer == LAW_FAILS, "%s: %s", source,
                      answer == LAW_WRONG ? error.message : text_string(&out));
        ck_assert_uint_eq(c.count, false_laws[k].variables);
        ck_assert_int_eq(c.least, true);
        ck_assert_uint_eq(c.width, 8);
        for (size_t i = 0; i < c.count; i++)
            ck_assert_msg(c.value[i] == least[i] && c.name[i][0] == (char)('x' + i),
                          "%s: %s = %" PRIu64 ", expected %" PRIu64, source, c.name[i], c.value[i],
                          least[i]);
        text_plain(&out);
        ck_assert_ptr_nonnull(strstr(text_string(&out), "Result: 0 (false)"));
        text_free(&out);
    }
}
END_TEST

/* ---- Larger widths, and what cannot be tried everywhere ---- */

static const struct {
    const char *source;
    unsigned width;
    bool least;
    size_t count;
    uint64_t value[4];
} larger[] = {
    {"x & 0xfff == x", 16, true, 1, {0x1000}},
    {"WIDTH == 8 || x != 54321", 16, true, 1, {54321}},
    {"x < 1000", 16, true, 1, {1000}},
    {"x < 0x10000", 32, false, 1, {0x10000}},
    {"x <= 0xffffffff", 64, false, 1, {0x100000000}},
    {"x != 0xdeadbeef", 32, false, 1, {0xdeadbeef}},
    {"x != 0xdeadbeefcafe", 64, false, 1, {0xdeadbeefcafe}},
    {"x + y < 300 || x < y", 16, true, 2, {150, 150}},
    {"WIDTH < 32 || x != y || x < 7", 32, false, 2, {7, 7}},
    {"WIDTH < 64 || x != ~y", 64, false, 2, {0, UINT64_MAX}},
    {"popcount(x) < 33", 64, false, 1, {(UINT64_C(1) << 33) - 1}},
    {"WIDTH < 16 || x != -y || x == 0", 16, false, 2, {1, 0xffff}},
    {"a + b + c + d == a ^ b ^ c ^ d", 8, true, 4, {0, 0, 1, 1}},
    {"d < 17 || a == b || b == c || c == 5", 8, true, 4, {17, 0, 1, 0}},
    {"x / y * y + x % y == x", 8, true, 2, {0, 0}},
    {"1 == 2", 8, true, 0, {0}},
    {"WIDTH < 64", 64, true, 0, {0}},
    {"x == 256 || x < 257", 16, true, 1, {257}},
    {"transpose8x8(x) == x", 64, true, 1, {2}},
};

START_TEST(larger_widths_are_tried)
{
    for (size_t k = 0; k < sizeof larger / sizeof larger[0]; k++) {
        struct text out = {0};
        struct expr_error error;
        struct law_counterexample c = {0};
        enum law_answer answer = law_try(larger[k].source, test_seed(), &out, &c, &error);
        ck_assert_msg(answer == LAW_FAILS, "%s: %s", larger[k].source,
                      answer == LAW_WRONG ? error.message : text_string(&out));
        ck_assert_msg(c.width == larger[k].width && c.least == larger[k].least, "%s: %s",
                      larger[k].source, text_string(&out));
        ck_assert_uint_eq(c.count, larger[k].count);
        for (size_t i = 0; i < c.count; i++)
            ck_assert_msg(c.value[i] == larger[k].value[i], "%s: %s", larger[k].source,
                          text_string(&out));
        text_free(&out);
    }
}
END_TEST

START_TEST(seeds_repeat)
{
    struct text out[2] = {{0}};
    struct expr_error error;
    for (size_t k = 0; k < 2; k++)
        ck_assert_int_eq(
            law_try("WIDTH < 64 || (x ^ y) % 1000 != 7", test_seed(), &out[k], NULL, &error),
            LAW_FAILS);
    ck_assert_str_eq(text_string(&out[0]), text_string(&out[1]));
    text_free(&out[0]);
    text_free(&out[1]);
}
END_TEST

/* ---- What is wrong, and what is said ---- */

START_TEST(no_conditions_are_refused)
{
    static const struct {
        const char *source, *message;
    } cases[] = {
        {"x & 1", "'x & 1' is a number, not a condition: expected a comparison"},
        {"x", "'x' is a number"},
        {"7", "'7' is a number"},
        {"x ^ (x == 0)", "is a number"},
        {"popcount(x)", "is a number"},
        {"x = 1", "'=' assigns: write == to compare"},
        {"y = x; y == x", "'=' assigns"},
        {"x == 1; x == x", "without ';'"},
        {"x = = 1", "expected a number or a name"},
        {"x ==", "ends where"},
        {"x == 18446744073709551616", "too large"},
        {"popcont(x) == 1", "did you mean 'popcount'?"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        struct text out = {0};
        struct expr_error error = {.message = ""};
        ck_assert_msg(law_try(cases[k].source, 1, &out, NULL, &error) == LAW_WRONG, "%s",
                      cases[k].source);
        ck_assert_msg(strstr(error.message, cases[k].message), "%s: %s", cases[k].source,
                      error.message);
        ck_assert_str_eq(text_string(&out), "");
        text_free(&out);
    }
}
END_TEST

START_TEST(answers_say)
{
    static const struct {
        const char *source, *says;
    } cases[] = {
        {"x ^ x == 0", "So this is tried: (x ^ x)"},
        {"x ^ y == y ^ x", "So this is tried: (x ^ y)\n      == (y ^ x)\n"},
        {"x == x | x & x == x", "Note: C reads x & x == x as x & (x == x)"},
        {"x ^ x == 0", "Holds for all 8-bit values of x and all 16-bit ones; no counterexample "
                       "among\n"},
        {"x | y == y | x", "Holds for all 8-bit values of x and y (all pairs); no "},
        {"x < y && y < z implies x < z", "values of x, y and z (all triples); no "},
        {"1 == 1", "Holds with numbers of 8, 16, 32 and 64 bits; it has no variables."},
        {"x + 1 > x",
         "False for x = 255: the smallest number for which it fails, of all 8-bit values.\n"},
        {"x >= y", "False for x = 0, y = 1: the smallest numbers for which it fails, of all 8-bit\n"
                   "values, by x first, then y.\n"},
        {"x << n >> n == x", "n is not below the width"},
        {"x / x == 1", "No result: 0 / 0: a division by 0 has no result."},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        struct text out = {0};
        struct expr_error error = {.message = ""};
        ck_assert(law_try(cases[k].source, 1, &out, NULL, &error) != LAW_WRONG);
        text_plain(&out);
        ck_assert_msg(strstr(text_string(&out), cases[k].says), "%s: '%s' is missing in:\n%s",
                      cases[k].source, cases[k].says, text_string(&out));
        text_free(&out);
    }
}
END_TEST

int main(void)
{
    Suite *s = suite_create("law");
    TCase *tc = add_case(s, "laws");
    tcase_add_test(tc, true_laws_hold);
    tcase_add_test(tc, false_laws_fail_at_the_least);
    tcase_add_test(tc, larger_widths_are_tried);
    tcase_add_test(tc, seeds_repeat);
    tcase_add_test(tc, no_conditions_are_refused);
    tcase_add_test(tc, answers_say);
    return run_suite(s);
}
