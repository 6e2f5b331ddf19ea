/* expr.c: expressions: what they mean by both sets of rules, and what is refused. */
#include "tools/engine/expr.h"
#include "tests/harness/runner.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Evaluates with the variables a = 6, b = 200 of uint8_t, c = -5 of int, u = 7 of unsigned,
 * l = -1 of long. */
static bool evaluate(const char *source, unsigned width, struct expr_value *result,
                     struct expr_error *error)
{
    struct expr_variables variables = {
        .count = 5,
        .variable = {{"a", {TYPE_I32, 6}},
                     {"b", {TYPE_U8, 200}},
                     {"c", {TYPE_I32, (uint64_t)-5}},
                     {"u", {TYPE_U32, 7}},
                     {"l", {TYPE_I64, UINT64_MAX}}},
    };
    struct expr_rules rules = {width};
    struct expr *e = expr_parse(source, error);
    bool right = e && expr_evaluate(e, &rules, &variables, result, error, NULL, NULL);
    expr_free(e);
    return right;
}

/* ---- The rules of C ---- */

static const struct {
    const char *source;
    enum expr_type type;
    int64_t value;
} by_c[] = {
    /* literals and their types */
    {"6", TYPE_I32, 6},
    {"2147483647", TYPE_I32, INT32_MAX},
    {"2147483648", TYPE_I64, INT64_C(2147483648)},
    {"0x7fffffff", TYPE_I32, INT32_MAX},
    {"0x80000000", TYPE_U32, INT64_C(2147483648)},
    {"0xffffffff", TYPE_U32, UINT32_MAX},
    {"0x100000000", TYPE_I64, INT64_C(1) << 32},
    {"0x7fffffffffffffff", TYPE_I64, INT64_MAX},
    {"0x8000000000000000", TYPE_U64, INT64_MIN},
    {"6u", TYPE_U32, 6},
    {"6U", TYPE_U32, 6},
    {"4294967296u", TYPE_U64, INT64_C(1) << 32},
    {"6l", TYPE_I64, 6},
    {"6LL", TYPE_LL, 6},
    {"6ul", TYPE_U64, 6},
    {"6llu", TYPE_ULL, 6},
    {"6uz", TYPE_U64, 6},
    {"6z", TYPE_I64, 6},
    {"0xful", TYPE_U64, 15},
    {"010", TYPE_I32, 8},
    {"00", TYPE_I32, 0},
    {"0b1011'0111", TYPE_I32, 0xb7},
    {"1'000'000", TYPE_I32, 1000000},
    {"037777777777", TYPE_U32, UINT32_MAX},
    {"'a'", TYPE_I32, 97},
    {"'\\n'", TYPE_I32, 10},
    {"'\\''", TYPE_I32, 39},
    {"'\\x41'", TYPE_I32, 65},
    {"'\\101'", TYPE_I32, 65},
    {"'\\xff'", TYPE_I32, -1},
    {"true + true", TYPE_I32, 2},
    {"INT_MIN", TYPE_I32, INT32_MIN},
    {"UINT8_MAX + 1", TYPE_I32, 256},
    {"UINT_MAX + 1", TYPE_U32, 0},
    {"sizeof(int) + sizeof(char)", TYPE_U64, 5},
    {"sizeof(bool) * sizeof(unsigned long long)", TYPE_U64, 8},
    /* promotion and conversion */
    {"~(uint8_t)0", TYPE_I32, -1},
    {"b + b", TYPE_I32, 400},
    {"b << 1", TYPE_I32, 400},
    {"+b", TYPE_I32, 200},
    {"-b", TYPE_I32, -200},
    {"(uint8_t)(b + b)", TYPE_U8, 144},
    {"c < u", TYPE_I32, 0},
    {"c < 1l * u", TYPE_I32, 1},
    {"c + u", TYPE_U32, 2},
    {"l < u", TYPE_I32, 1},
    {"1ll + l", TYPE_LL, 0},
    {"1ll + 1ul", TYPE_ULL, 2},
    {"1ul * -1ll", TYPE_ULL, -1},
    {"LLONG_MAX + 0u", TYPE_LL, INT64_MAX},
    {"l == 0xffffffffffffffff", TYPE_I32, 1},
    {"c == 4294967291", TYPE_I32, 0},
    {"c == 4294967291u", TYPE_I32, 1},
    {"u - 8", TYPE_U32, UINT32_MAX},
    {"u / -1", TYPE_U32, 0},
    {"1 ? c : u", TYPE_U32, INT64_C(4294967291)},
    {"1 ? b : true", TYPE_I32, 200},
    {"(int8_t)b", TYPE_I8, -56},
    {"(bool)b", TYPE_BOOL, 1},
    {"(unsigned)c", TYPE_U32, INT64_C(4294967291)},
    {"(unsigned long)c >> 60", TYPE_U64, 15},
    {"(long long int)0xffffffff", TYPE_LL, UINT32_MAX},
    {"(short)32768", TYPE_I16, -32768},
    {"(unsigned char)-1", TYPE_U8, 255},
    {"(int32_t)0x80000000", TYPE_I32, INT32_MIN},
    {"(uint8_t)300 + 1", TYPE_I32, 45},
    /* operators */
    {"c / 2", TYPE_I32, -2},
    {"c % 2", TYPE_I32, -1},
    {"7 % c", TYPE_I32, 2},
    {"c >> 1", TYPE_I32, -3},
    {"-1 >> 31", TYPE_I32, -1},
    {"1 << 30", TYPE_I32, 1 << 30},
    {"1u << 31", TYPE_U32, INT64_C(2147483648)},
    {"0 << 31", TYPE_I32, 0},
    {"1 << (long)3", TYPE_I32, 8},
    {"1l << 62", TYPE_I64, INT64_C(1) << 62},
    {"a & ~(a - 1)", TYPE_I32, 2},
    {"!a", TYPE_I32, 0},
    {"!!a", TYPE_I32, 1},
    {"a > 5 && c < 0 || 1 / 0", TYPE_I32, 1},
    {"0 && 1 / 0", TYPE_I32, 0},
    {"1 || 1 / 0", TYPE_I32, 1},
    {"0 ? 1 / 0 : 3", TYPE_I32, 3},
    {"1 ? 3 : 1 / 0", TYPE_I32, 3},
    {"0 implies 1 / 0", TYPE_I32, 1},
    {"2 && 4", TYPE_I32, 1},
    {"2 iff 4", TYPE_I32, 1},
    {"0 iff 4", TYPE_I32, 0},
    {"4 implies 0", TYPE_I32, 0},
    {"INT_MIN / 1", TYPE_I32, INT32_MIN},
    {"-INT_MAX - 1", TYPE_I32, INT32_MIN},
    {"46341 * 46340", TYPE_I32, 2147441940},
    {"LONG_MIN % -2", TYPE_I64, 0},
    /* precedence and grouping */
    {"10 - 3 - 2", TYPE_I32, 5},
    {"2 + 3 * 4", TYPE_I32, 14},
    {"(2 + 3) * 4", TYPE_I32, 20},
    {"100 / 10 / 5", TYPE_I32, 2},
    {"1 << 2 + 1", TYPE_I32, 8},
    {"6 & 3 == 3", TYPE_I32, 0},
    {"1 | 6 ^ 2 & 3", TYPE_I32, 5},
    {"1 < 2 == 1", TYPE_I32, 1},
    {"3 > 2 > 1", TYPE_I32, 0},
    {"1 || 0 && 0", TYPE_I32, 1},
    {"0 ? 1 : 0 ? 2 : 3", TYPE_I32, 3},
    {"1 ? 0 ? 4 : 5 : 6", TYPE_I32, 5},
    {"0 implies 0 implies 0", TYPE_I32, 1},
    {"0 iff 0 implies 0", TYPE_I32, 0},
    {"1 ? 2 : 3 iff 0", TYPE_I32, 0},
    {"~a & 1", TYPE_I32, 1},
    {"-c * 2", TYPE_I32, 10},
    {"!a == 0", TYPE_I32, 1},
    {"- -6", TYPE_I32, 6},
    {"~~a", TYPE_I32, 6},
    {"(uint8_t)~a", TYPE_U8, 249},
    {"(uint8_t)a + 300", TYPE_I32, 306},
    /* verbs */
    {"popcount(7u)", TYPE_U32, 3},
    {"popcount(-1)", TYPE_U32, 32},
    {"popcount(l)", TYPE_U32, 64},
    {"popcount_u8(0x1ff)", TYPE_U32, 8},
    {"clz(b)", TYPE_U32, 0},
    {"clz((uint16_t)b)", TYPE_U32, 8},
    {"rotl(b, 1)", TYPE_U8, 145},
    {"is_pow2(64u)", TYPE_BOOL, 1},
    {"bmill_set_u8(a, 0)", TYPE_U8, 7},
    {"sign_extend(8u, 4)", TYPE_I32, -8},
    {"sign(c)", TYPE_I32, -1},
    {"low_mask_u16(3)", TYPE_U16, 7},
    {"asr(c, 1)", TYPE_I32, -3},
    {"asr(0x80000000, 31)", TYPE_I32, -1},
    {"asr(c, 100)", TYPE_I32, -1},
    /* statements */
    {"x = a + 1; y = x * x; y - x", TYPE_I32, 42},
    {"x = b; x", TYPE_U8, 200},
    {"b = 300; b", TYPE_U8, 44},
    {"x = 1; x = x << 40l * 0 + 1; x;", TYPE_I32, 2},
    {" \t6\n", TYPE_I32, 6},
};

START_TEST(means_what_c_says)
{
    for (size_t k = 0; k < sizeof by_c / sizeof by_c[0]; k++) {
        struct expr_value result = {TYPE_MODULO, 0};
        struct expr_error error;
        ck_assert_msg(evaluate(by_c[k].source, 0, &result, &error), "%s: %s", by_c[k].source,
                      error.message);
        ck_assert_msg(result.type == by_c[k].type && result.bits == (uint64_t)by_c[k].value,
                      "%s is %" PRId64 " of type %s, expected %" PRId64 " of type %s",
                      by_c[k].source, (int64_t)result.bits, expr_type_name(result.type),
                      by_c[k].value, expr_type_name(by_c[k].type));
    }
}
END_TEST

static const struct {
    const char *source, *reason;
} undefined[] = {
    {"1 << 31", "1 << 31 does not fit int"},
    {"1 << 32", "expected 0 to 31"},
    {"1u << 32", "a shift of unsigned int, which has 32 bits, by 32"},
    {"1 >> 32", "by 32 undefined"},
    {"1l << 64", "expected 0 to 63"},
    {"1l << 63", "does not fit long"},
    {"b << 24", "200 << 24 does not fit int"},
    {"3 << 30", "does not fit int"},
    {"1 << -1", "by -1 undefined"},
    {"1u >> c", "by -5 undefined"},
    {"-1 << 1", "negative number"},
    {"INT_MAX + 1", "2147483647 + 1 does not fit int"},
    {"INT_MIN - 1", "signed overflow"},
    {"-INT_MIN", "-(-2147483648) does not fit int"},
    {"46341 * 46341", "does not fit int"},
    {"LONG_MAX + 1", "does not fit long"},
    {"LONG_MIN - 1", "does not fit long"},
    {"LONG_MAX * 2", "does not fit long"},
    {"LONG_MIN * -1", "does not fit long"},
    {"-1 * LONG_MIN", "does not fit long"},
    {"-LONG_MIN", "does not fit long"},
    {"0x100000000 * 0x100000000", "does not fit long"},
    {"a / 0", "6 / 0: C leaves a division by 0 undefined"},
    {"a % 0", "6 % 0"},
    {"7u / 0", "7 / 0"},
    {"INT_MIN / -1", "does not fit int"},
    {"INT_MIN % -1", "the quotient does not fit int"},
    {"LONG_MIN / -1", "does not fit long"},
    {"LONG_MIN % -1", "the quotient does not fit long"},
    {"(uint16_t)65535 * (uint16_t)65535", "65535 * 65535 does not fit int"},
    {"1 && 1 / 0", "1 / 0"},
    {"1 ? 1 / 0 : 2", "1 / 0"},
};

START_TEST(undefined_has_a_reason)
{
    for (size_t k = 0; k < sizeof undefined / sizeof undefined[0]; k++) {
        struct expr_value result = {TYPE_MODULO, 0};
        struct expr_error error;
        ck_assert_msg(!evaluate(undefined[k].source, 0, &result, &error), "%s is %" PRId64,
                      undefined[k].source, (int64_t)result.bits);
        ck_assert_msg(error.undefined && strstr(error.message, undefined[k].reason), "%s: %s",
                      undefined[k].source, error.message);
        ck_assert_uint_le(error.to, strlen(undefined[k].source));
    }
}
END_TEST

/* ---- Modulo 2^width ---- */

static const struct {
    const char *source;
    unsigned width;
    uint64_t value;
} modulo[] = {
    {"~a", 8, 249},
    {"-a", 8, 250},
    {"b + 100", 8, 44},
    {"b + 100", 9, 300},
    {"300", 8, 44},
    {"a - 7", 64, UINT64_MAX},
    {"c", 8, 251},
    {"c < 0", 8, 0},
    {"-1 > 1", 16, 1},
    {"1 << 8", 8, 0},
    {"1 << 7", 8, 128},
    {"255 >> 8", 8, 0},
    {"1 << 64", 64, 0},
    {"1 << 1 << 1", 1, 0},
    {"1 + 1", 1, 0},
    {"16 * 16", 8, 0},
    {"250 / 7", 8, 35},
    {"250 % 7", 8, 5},
    {"asr(200, 2)", 8, 242},
    {"asr(100, 2)", 8, 25},
    {"asr(200, 200)", 8, 255},
    {"asr(200, 0)", 8, 200},
    {"asr(-2, 1)", 64, UINT64_MAX},
    {"repeat(0x55, 8)", 32, 0x55555555},
    {"repeat(1, 3)", 8, 0x49},
    {"repeat(0xff, 4)", 16, 0xffff},
    {"WIDTH", 16, 16},
    {"repeat(0x55, 8) + WIDTH", 16, 0x5565},
    {"popcount(c)", 8, 7},
    {"popcount(c)", 64, 63},
    {"popcount_u8(0x1ff)", 64, 8},
    {"rotl(b, 1)", 8, 145},
    {"(uint8_t)0x1ff", 16, 255},
    {"(int8_t)200", 16, 0xffc8},
    {"(bool)200", 8, 1},
    {"0xffffffffffffffff", 64, UINT64_MAX},
    {"18446744073709551615", 64, UINT64_MAX},
    {"2 && 4", 8, 1},
    {"0 && 1 / 0", 8, 0},
    {"3 == 3", 8, 1},
    {"x = 250; x = x + 10; x", 8, 4},
    {"a ? b : c", 8, 200},
};

START_TEST(computes_modulo)
{
    for (size_t k = 0; k < sizeof modulo / sizeof modulo[0]; k++) {
        struct expr_value result = {TYPE_MODULO, 0};
        struct expr_error error;
        ck_assert_msg(evaluate(modulo[k].source, modulo[k].width, &result, &error), "%s: %s",
                      modulo[k].source, error.message);
        ck_assert_msg(result.type == TYPE_MODULO && result.bits == modulo[k].value,
                      "%s is %" PRIu64 " modulo 2^%u, expected %" PRIu64, modulo[k].source,
                      result.bits, modulo[k].width, modulo[k].value);
    }
}
END_TEST

/* An expression that is worked out while it is written, in parentheses throughout. */
struct drawn {
    uint64_t state;
    unsigned width;
    bool no_result;
    char source[100000];
    size_t length;
};

static void append(struct drawn *d, const char *string)
{
    d->length +=
        (size_t)snprintf(d->source + d->length, sizeof d->source - d->length, "%s", string);
}

static uint64_t cut(unsigned width, uint64_t x) { return x << (64 - width) >> (64 - width); }

enum { DIVIDE = 1, REMAINDER = 2, AND_THEN = 16, OR_ELSE = 17 };
static const char *const spellings[] = {"*",  "/",  "%",  "+", "-", "<<", ">>", "<",  "<=", ">",
                                        ">=", "==", "!=", "&", "^", "|",  "&&", "||", "iff"};

static uint64_t compute(unsigned op, unsigned width, uint64_t a, uint64_t b)
{
    const uint64_t results[] = {
        a * b,
        b ? a / b : 0,
        b ? a % b : 0,
        a + b,
        a - b,
        b < 64 ? a << b : 0,
        b < 64 ? a >> b : 0,
        a<b, a <= b, a>
            b,
        a >= b,
        a == b,
        a != b,
        a & b,
        a ^ b,
        a | b,
        a && b,
        a || b,
        !a == !b,
    };
    return cut(width, results[op]);
}

static uint64_t draw_sign(struct drawn *d, unsigned sign, unsigned depth);

static uint64_t draw_expression(struct drawn *d, unsigned depth)
{
    char number[32];
    uint64_t kind = random_next(&d->state), a, b;
    if (depth == 0 || kind % 8 == 0) {
        a = cut(d->width, random_next(&d->state) >> (kind >> 8) % 64);
        snprintf(number, sizeof number, "0x%" PRIx64, a);
        return append(d, number), a;
    }
    if (kind % 8 == 1)
        return draw_sign(d, (unsigned)(kind >> 8) % 3, depth);
    unsigned op = (unsigned)(kind >> 8) % (sizeof spellings / sizeof spellings[0]);
    append(d, "(");
    a = draw_expression(d, depth - 1);
    append(d, " ");
    append(d, spellings[op]);
    append(d, " ");
    bool skipped = (op == AND_THEN && !a) || (op == OR_ELSE && a), before = d->no_result;
    b = draw_expression(d, depth - 1);
    append(d, ")");
    if (skipped)
        d->no_result = before;
    if ((op == DIVIDE || op == REMAINDER) && b == 0)
        return d->no_result = true, 0;
    return compute(op, d->width, a, b);
}

static uint64_t draw_sign(struct drawn *d, unsigned sign, unsigned depth)
{
    append(d, sign == 0 ? "~" : sign == 1 ? "!" : "- ");
    uint64_t a = draw_expression(d, depth - 1);
    return cut(d->width, sign == 0 ? ~a : sign == 1 ? !a : 0 - a);
}

START_TEST(drawn_ones_modulo)
{
    static struct drawn d;
    d.state = test_seed();
    for (unsigned n = 0; n < 5000; n++) {
        struct expr_value result = {TYPE_MODULO, 0};
        struct expr_error error;
        d.width = 1 + (unsigned)(random_next(&d.state) % 64);
        d.length = 0;
        d.no_result = false;
        uint64_t expected = draw_expression(&d, 1 + n % 6);
        bool right = evaluate(d.source, d.width, &result, &error);
        ck_assert_msg(right == !d.no_result && (right || error.undefined), "%s: %s", d.source,
                      right ? "has a result" : error.message);
        ck_assert_msg(!right || result.bits == expected,
                      "%s is %" PRIu64 " modulo 2^%u, expected %" PRIu64, d.source, result.bits,
                      d.width, expected);
    }
}
END_TEST

/* ---- What is wrong ---- */

static const struct {
    const char *source;
    size_t from, to;
    const char *message;
} wrong[] = {
    {"", 0, 1, "the expression is empty"},
    {"1 +", 3, 4, "ends where a number or a name is expected"},
    {"1 + * 2", 4, 5, "'*': expected a number or a name"},
    {"(1 + 2", 0, 1, "'(' without ')'"},
    {"1 + 2)", 5, 6, "')' without '('"},
    {"a b", 2, 3, "'b' cannot follow here"},
    {"2 3", 2, 3, "'3' cannot follow here"},
    {"popcont(a)", 0, 7, "did you mean 'popcount'?"},
    {"frobnicate(a)", 0, 10, "there is no verb 'frobnicate'"},
    {"popcount(a, b)", 0, 14, "popcount takes 1 operand (x), but 2 given"},
    {"set(a)", 0, 6, "set takes 2 operands (x, i), but 1 given"},
    {"popcount(a", 10, 11, "expected ',' or ')' of popcount(...)"},
    {"asr(a)", 0, 6, "asr takes 2 operands (x, n)"},
    {"1 ? 2", 5, 6, "expected ':' after '?'"},
    {"1 : 2", 2, 3, "':' without '?'"},
    {"1, 2", 1, 2, "','"},
    {"(a = 1)", 3, 4, "'=' assigns"},
    {"1 = a", 2, 3, "'=' assigns"},
    {"a + b = 3", 6, 7, "'=' assigns"},
    {"a == 1 and b", 7, 10, "write && for conditions"},
    {"not a", 0, 3, "write ! for conditions"},
    {"a ** 2", 2, 4, "'**' is not an operator of C"},
    {"a += 2", 2, 4, "'+=' changes a variable"},
    {"--a", 0, 2, "'--' changes a variable"},
    {"a => b", 2, 4, "write implies"},
    {"09", 0, 2, "not a number in octal"},
    {"0b12", 0, 4, "not a number in binary"},
    {"0x", 0, 2, "not a number in hexadecimal"},
    {"12ab", 0, 4, "not a number in decimal"},
    {"1lul", 0, 4, "not a number"},
    {"1lL", 0, 3, "not a number"},
    {"1__0", 0, 4, "not a number"},
    {"1.5", 0, 3, "expected a whole number"},
    {"18446744073709551616", 0, 20, "too large"},
    {"18446744073709551615", 0, 20, "write 18446744073709551615u"},
    {"'ab'", 0, 1, "expected one character"},
    {"'\\400'", 0, 1, "expected one character"},
    {"'", 0, 1, "expected one character"},
    {"a @ b", 2, 3, "unexpected character '@'"},
    {"a \xe2\x89\xa4 b", 2, 5, "unexpected character '\xe2\x89\xa4'"},
    {"a \x01", 2, 3, "unexpected byte 0x01"},
    {"\xff", 0, 1, "unexpected byte 0xff"},
    {"missing", 0, 7, "missing has no value"},
    {"x = 1; y + x", 7, 8, "y has no value"},
    {"float", 0, 5, "all numbers are integers"},
    {"(unsigned signed)a", 1, 16, "there is no type"},
    {"(long short)a", 1, 11, "there is no type"},
    {"uint8_t x", 0, 7, "(uint8_t)x"},
    {"sizeof a", 7, 8, "sizeof takes a type"},
    {"repeat(1, 2)", 0, 12, "repeat()"},
    {"WIDTH", 0, 5, "WIDTH"},
    {"WIDTH = 3", 0, 5, "expected the name of a variable"},
    {"low_mask(3)", 0, 11, "low_mask_u8"},
    {"load_le(a)", 0, 10, "memory"},
    {"transpose8x8(u)", 0, 15, "has no form for 32 bits"},
    {"x234567890123456789012345678901234567890", 0, 40, "at most 31"},
};

START_TEST(wrong_ones_are_refused)
{
    for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++) {
        struct expr_value result = {TYPE_MODULO, 0};
        struct expr_error error;
        ck_assert_msg(!evaluate(wrong[k].source, 0, &result, &error), "'%s' is %" PRIu64,
                      wrong[k].source, result.bits);
        ck_assert_msg(!error.undefined && strstr(error.message, wrong[k].message), "'%s': %s",
                      wrong[k].source, error.message);
        ck_assert_msg(error.from == wrong[k].from && error.to == wrong[k].to,
                      "'%s': at %zu to %zu, expected %zu to %zu", wrong[k].source, error.from,
                      error.to, wrong[k].from, wrong[k].to);
    }
}
END_TEST

/* `count` times `piece`. */
static char *repeated(const char *before, const char *piece, size_t count, const char *behind)
{
    size_t length = strlen(piece);
    char *source = malloc(strlen(before) + length * count + strlen(behind) + 1);
    ck_assert_ptr_nonnull(source);
    char *end = source + sprintf(source, "%s", before);
    for (size_t k = 0; k < count; k++, end += length)
        memcpy(end, piece, length);
    strcpy(end, behind);
    return source;
}

static void ck_refused(const char *before, const char *piece, size_t count, const char *behind,
                       const char *message)
{
    char *source = repeated(before, piece, count, behind);
    struct expr_error error;
    ck_assert_ptr_null(expr_parse(source, &error));
    ck_assert_msg(strstr(error.message, message), "%s", error.message);
    free(source);
}

START_TEST(depth_and_length_have_limits)
{
    struct expr_value result;
    struct expr_error error;
    ck_refused("", "(", 100000, "", "nested too deeply");
    ck_refused("", "~", 100000, "1", "nested too deeply");
    ck_refused("", "1?", 100000, "1", "nested too deeply");
    ck_refused("1", "?1:1", 100000, "", "nested too deeply");
    ck_refused("", "1 implies ", 100000, "1", "nested too deeply");
    ck_refused("", "asr(", 100000, "1", "nested too deeply");
    ck_refused("1", "+1", 100000, "", "too long");
    ck_refused("1", "1", 100000, "", "too large");
    ck_refused("v", "1", 100000, "", "too long");
    ck_refused("", "1;", 100000, "", "too long");
    ck_refused("asr(1", ",1", 100, ")", "too many operands");

    char *deep = repeated("((((((((((((((((((((((((((((((((((((((((", "~", 50,
                          "0))))))))))))))))))))))))))))))))))))))))");
    ck_assert(evaluate(deep, 8, &result, &error));
    ck_assert_uint_eq(result.bits, 0);
    free(deep);
    char *sum = repeated("1", "+1", 1500, "");
    ck_assert_msg(evaluate(sum, 0, &result, &error), "%s", error.message);
    ck_assert_uint_eq(result.bits, 1501);
    free(sum);
    ck_assert(
        !evaluate("v0+v1+v2+v3+v4+v5+v6+v7+v8+v9+v10+v11+v12+v13+v14+v15+v16", 8, &result, &error));
    ck_assert_ptr_nonnull(strstr(error.message, "too many variables"));
}
END_TEST

/* ---- Variables ---- */

START_TEST(variables_come_and_go)
{
    struct expr_error error;
    struct expr_value result;
    struct expr_variables variables = {.count = 1, .variable = {{"x", {TYPE_U8, 250}}}};
    struct expr *e = expr_parse("y = x + z; x = y; t = x; z; u0", &error);
    ck_assert_ptr_nonnull(e);
    ck_assert_str_eq(expr_free_variable(e, 0), "x");
    ck_assert_str_eq(expr_free_variable(e, 1), "z");
    ck_assert_str_eq(expr_free_variable(e, 2), "u0");
    ck_assert_ptr_null(expr_free_variable(e, 3));

    /* Nothing is stored if there is no result. */
    struct expr_rules c = {0};
    ck_assert(!expr_evaluate(e, &c, &variables, &result, &error, NULL, NULL));
    ck_assert_uint_eq(variables.count, 1);
    variables.variable[1] = (struct expr_variable){"z", {TYPE_I32, 10}};
    variables.variable[2] = (struct expr_variable){"u0", {TYPE_I32, 1}};
    variables.count = 3;
    ck_assert(expr_evaluate(e, &c, &variables, &result, &error, NULL, NULL));
    ck_assert_uint_eq(variables.count, 5);
    ck_assert_uint_eq(variables.variable[0].value.bits, 4); /* 260 as uint8_t */
    ck_assert_str_eq(variables.variable[3].name, "y");
    ck_assert_uint_eq(variables.variable[3].value.bits, 260);
    ck_assert_int_eq(variables.variable[3].value.type, TYPE_I32);
    ck_assert_int_eq(variables.variable[4].value.type, TYPE_U8);
    expr_free(e);
}
END_TEST

/* ---- Remarks ---- */

static const struct {
    const char *source, *remark;
    bool python_differs, condition;
} remarks[] = {
    {"x & 1", NULL, false, false},
    {"(x & 1) == 0", NULL, false, true},
    {"x & 1 == 0",
     "C reads x & 1 == 0 as x & (1 == 0), since == binds tighter than &; Python reads (x & 1) == "
     "0.",
     true, false},
    {"0 == x | y",
     "C reads 0 == x | y as (0 == x) | y, since == binds tighter than |; Python reads 0 == (x | "
     "y).",
     true, false},
    {"x < y ^ z > x",
     "C reads x < y ^ z > x as (x < y) ^ (z > x), since < binds tighter than ^; Python reads "
     "x < (y ^ z) > x.",
     true, true},
    {"x & (1 == 0)", NULL, false, false},
    {"x << y + 1", "C reads x << y + 1 as x << (y + 1), since + and - bind tighter than shifts.",
     false, false},
    {"x - y >> 1", "C reads x - y >> 1 as (x - y) >> 1, since + and - bind tighter than shifts.",
     false, false},
    {"(x - y) >> 1", NULL, false, false},
    {"!x & y", "C reads !x & y as (!x) & y: ! belongs to what is next to it alone.", false, false},
    {"!x\t&\ny", "C reads !x & y as (!x) & y: ! belongs to what is next to it alone.", false,
     false},
    {"!x && y", NULL, false, true},
    {"x < y < z", "C reads x < y < z as (x < y) < z, which compares with the truth value 0 or 1.",
     false, true},
    {"010", "010 is octal, since it begins with 0: C reads it as 8.", false, false},
    {"07", NULL, false, false},
    {"x == 1 | y == 2",
     "C reads x == 1 | y == 2 as (x == 1) | (y == 2), since == binds tighter "
     "than |; Python reads x == (1 | y) == 2.",
     true, true},
    {"is_pow2(x)", NULL, false, true},
    {"popcount(x)", NULL, false, false},
    {"x ? y : z", NULL, false, false},
    {"x ? y > 1 : z > 1", NULL, false, true},
    {"(bool)x", NULL, false, true},
    {"true", NULL, false, true},
    {"x implies y", NULL, false, true},
};

START_TEST(remarks_on_what_trips)
{
    for (size_t k = 0; k < sizeof remarks / sizeof remarks[0]; k++) {
        struct expr_error error;
        struct expr *e = expr_parse(remarks[k].source, &error);
        ck_assert_msg(e != NULL, "%s: %s", remarks[k].source, error.message);
        const char *remark = expr_remark(e, 0);
        ck_assert_msg(!remark == !remarks[k].remark, "%s: %s", remarks[k].source,
                      remark ? remark : "no remark");
        if (remark)
            ck_assert_str_eq(remark, remarks[k].remark);
        ck_assert_ptr_null(expr_remark(e, 1));
        ck_assert_int_eq(expr_python_differs(e), remarks[k].python_differs);
        ck_assert_msg(expr_is_condition(e) == remarks[k].condition, "%s", remarks[k].source);
        expr_free(e);
    }
}
END_TEST

START_TEST(python_groups_otherwise)
{
    static const char *const pairs[][2] = {
        {"a & 1 == 0", "(a & 1) == 0"},
        {"a ^ b == b ^ a", "(a ^ b) == (b ^ a)"},
        {"a | b ^ c & u < 3", "(a | (b ^ (c & u))) < 3"},
        {"a << 1 & b == 0 && 1", "(((a << 1) & b) == 0) && 1"},
    };
    for (size_t k = 0; k < sizeof pairs / sizeof pairs[0]; k++) {
        struct expr_error error;
        struct expr_value value[2];
        for (size_t i = 0; i < 2; i++) {
            struct expr_variables variables = {
                .count = 4,
                .variable = {{"a", {TYPE_I32, 6}},
                             {"b", {TYPE_I32, 3}},
                             {"c", {TYPE_I32, 9}},
                             {"u", {TYPE_I32, 12}}},
            };
            struct expr *e = expr_parse_as(pairs[k][i], i ? EXPR_C : EXPR_PYTHON, &error);
            ck_assert(e && expr_evaluate(e, &(struct expr_rules){8}, &variables, &value[i], &error,
                                         NULL, NULL));
            expr_free(e);
        }
        ck_assert_msg(value[0].bits == value[1].bits, "%s", pairs[k][0]);
    }
}
END_TEST

/* ---- Explanations ---- */

/* Lines of at most 80 columns, and no control characters but marks of style and line ends. */
static void ck_shown(const struct text *t, const char *source)
{
    const char *line = text_string(t);
    while (*line) {
        size_t length = strcspn(line, "\n");
        ck_assert_msg(text_columns(line, length) <= TEXT_COLUMNS, "'%s': %.*s", source, (int)length,
                      line);
        for (size_t k = 0; k < length; k++)
            ck_assert_msg((unsigned char)line[k] >= ' ' ||
                              (line[k] >= TEXT_STYLE && line[k] < TEXT_STYLE + (int)TEXT_STYLES),
                          "'%s': byte 0x%02x", source, (unsigned)line[k]);
        line += length + (line[length] == '\n');
    }
}

static bool explain(const char *source, unsigned width, struct text *out)
{
    struct expr_variables variables = {
        .count = 3,
        .variable = {{"a", {TYPE_I32, 6}}, {"b", {TYPE_U8, 200}}, {"c", {TYPE_I64, UINT64_MAX}}},
    };
    struct expr_error error;
    struct expr *e = expr_parse(source, &error);
    struct expr_rules rules = {width};
    bool right = e && expr_explain(e, &rules, &variables, out, NULL, &error);
    if (!right)
        expr_point(source, &error, out);
    expr_free(e);
    text_plain(out);
    ck_shown(out, source);
    return right;
}

START_TEST(explanations_say)
{
    static const struct {
        const char *source;
        unsigned width;
        const char *says;
    } cases[] = {
        {"b + b", 0, "b and b, of type uint8_t, become int"},
        {"b + b", 0, "Result: 400 (int)"},
        {"b + b", 8, "wraps around"},
        {"b + b", 8, "Result: 144 (of 8 bits; with a sign, -112)"},
        {"b + a", 0, "b, a uint8_t, becomes int"},
        {"-1 < 1u", 0, "-1 turns into\n   4294967295"},
        {"(int8_t)b", 0, "keep the low 8 bits"},
        {"-5 >> 1", 0, "arithmetic shift"},
        {"popcount(a)", 0, "bmill_popcount() takes unsigned numbers only"},
        {"a << 9", 8, "A shift by 9 leaves nothing of 8 bits."},
        {"b << 1", 8, "1 bits that leave at the top are lost."},
        {"a == 6 || a / 0", 0, "the right side is not evaluated"},
        {"a == 6 ? b : 0", 0, "a == 6 is true: the result is that of b: 200."},
        {"y = a; y", 0, "y is now 6, an int."},
        {"b > 6", 8, "200 > 6 is true: the result is 1."},
        {"b > 6", 8, "Result: 1 (true)"},
        {"7", 8, "Result: 7 (of 8 bits)"},
        {"+\t7", 8, " + 7  0 0 0 0 0 1 1 1 "},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        struct text out = {0};
        ck_assert(explain(cases[k].source, cases[k].width, &out));
        ck_assert_msg(strstr(text_string(&out), cases[k].says), "%s: '%s' is missing in:\n%s",
                      cases[k].source, cases[k].says, text_string(&out));
        text_free(&out);
    }
}
END_TEST

START_TEST(rules_are_compared)
{
    static const struct {
        const char *source;
        unsigned width;
        const char *says;
    } cases[] = {
        {"a + 1", 8, ""},
        {"b + 100", 8,
         "By the rules of C the result is 300 (int), because b + 100 is 300 there, of type\n"
         "int, and 44 modulo 2^8.\n"},
        {"(b + 100) >> 1 > 30", 8,
         "By the rules of C the result is 1 (int), because b + 100 is 300 there, of type\n"
         "int, and 44 modulo 2^8.\n"},
        {"b + 100 > 30", 8, ""},
        {"1 << 40", 64, "By the rules of C there is no result: "},
        {"a & 0x100 | 0x200", 8,
         "By the rules of C the result is 512 (int), because 0x100 is 256 there, of type\n"
         "int, and 0 modulo 2^8.\n"},
        {"c < 0", 8,
         "By the rules of C the result is 1 (int), because c is -1 there, of type long,\n"
         "and 255 modulo 2^8.\n"},
    };
    struct expr_variables variables = {
        .count = 3,
        .variable = {{"a", {TYPE_I32, 6}}, {"b", {TYPE_I32, 200}}, {"c", {TYPE_I64, UINT64_MAX}}},
    };
    for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
        struct text out = {0};
        struct expr_error error;
        struct expr *e = expr_parse(cases[k].source, &error);
        ck_assert_ptr_nonnull(e);
        expr_compare_rules(e, cases[k].width, &variables, &variables, &out);
        ck_assert_msg(strncmp(text_string(&out), cases[k].says, strlen(cases[k].says)) == 0 &&
                          !*text_string(&out) == !*cases[k].says,
                      "%s: %s", cases[k].source, text_string(&out));
        expr_free(e);
        text_free(&out);
    }
}
END_TEST

/* ---- Any bytes ---- */

/* Pieces of expressions, and any bytes: each gives a result or an error. */
static void draw_bytes(uint64_t *state, char source[256])
{
    static const char *const pieces[] = {
        "a",           "b",       "c",         "1",     "0x7f", "200",        "'x'",   "(",
        ")",           "(",       ")",         "+",     "-",    "*",          "/",     "%",
        "<<",          ">>",      "<",         ">",     "==",   "!=",         "&",     "|",
        "^",           "&&",      "||",        "~",     "!",    "?",          ":",     "=",
        ";",           ",",       " ",         " ",     "\n",   "\t",         "iff",   "implies",
        "(int8_t)",    "(long)",  "popcount(", "rotl(", "asr(", "repeat(",    "WIDTH", "x",
        "sizeof(int)", "INT_MAX", "6ul",       "010",   "set(", "UINT64_MAX",
    };
    size_t length = 0;
    source[0] = '\0';
    for (uint64_t n = random_next(state) % 24; n > 0; n--) {
        uint64_t choice = random_next(state);
        const char *piece = pieces[(choice >> 8) % (sizeof pieces / sizeof pieces[0])];
        if (choice % 16 == 0) {
            source[length++] = (char)(1 + (choice >> 8) % 255);
            source[length] = '\0';
        } else if (length + strlen(piece) < 250) {
            strcpy(source + length, piece);
            length += strlen(piece);
        }
    }
}

START_TEST(any_bytes_give_a_result_or_an_error)
{
    uint64_t state = test_seed();
    char source[256];
    size_t results = 0;
    for (unsigned n = 0; n < 20000; n++) {
        struct text out = {0};
        draw_bytes(&state, source);
        results += explain(source, n % 3 ? 0 : 1 + (n / 3) % 64, &out);
        ck_assert(!out.failed);
        text_free(&out);
    }
    ck_assert_uint_gt(results, 100);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("expr");
    TCase *tc = add_case(s, "expressions");
    tcase_add_test(tc, means_what_c_says);
    tcase_add_test(tc, undefined_has_a_reason);
    tcase_add_test(tc, computes_modulo);
    tcase_add_test(tc, drawn_ones_modulo);
    tcase_add_test(tc, wrong_ones_are_refused);
    tcase_add_test(tc, depth_and_length_have_limits);
    tcase_add_test(tc, variables_come_and_go);
    tcase_add_test(tc, remarks_on_what_trips);
    tcase_add_test(tc, python_groups_otherwise);
    tcase_add_test(tc, explanations_say);
    tcase_add_test(tc, rules_are_compared);
    tcase_add_test(tc, any_bytes_give_a_result_or_an_error);
    return run_suite(s);
}
