/* sheet.c: texts, numbers and columns of the teaching commands. */
#include "tools/engine/sheet.h"
#include "tests/harness/prop.h"
#include "tests/harness/runner.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every line of the text fits. */
static bool lines_fit(const struct text *t)
{
    const char *line = text_string(t);
    while (*line) {
        size_t length = strcspn(line, "\n");
        if (text_columns(line, length) > TEXT_COLUMNS)
            return false;
        line += length + (line[length] == '\n');
    }
    return true;
}

/* ---- text.h ---- */

START_TEST(words_stay_in_order)
{
    struct text t = {0};
    char words[4000] = "", *end = words;
    uint64_t state = test_seed();
    for (unsigned k = 0; k < 200; k++)
        end += sprintf(end, "%.*s%u ", (int)(random_next(&state) % 12), "abcdefghijkl", k);
    text_sentences(&t, " 1.  ", "%s", words);
    ck_assert(lines_fit(&t));
    ck_assert_ptr_eq(strstr(text_string(&t), " 1.  "), text_string(&t));

    /* Without line ends and indents it is what went in. */
    char *copy = strdup(text_string(&t) + 5), *word = strtok(copy, " \n"), *rest = words;
    for (; word; word = strtok(NULL, " \n")) {
        ck_assert_mem_eq(rest, word, strlen(word));
        rest += strlen(word) + 1;
    }
    ck_assert_str_eq(rest, "");
    free(copy);
    text_free(&t);
}
END_TEST

START_TEST(lines_are_filled_to_the_last_column)
{
    struct text t = {0};
    text_sentences(&t, "", "%s %s %s", "1234567890123456789012345678901234567890",
                   "123456789012345678901234567890123456789", "x");
    ck_assert_uint_eq(strcspn(text_string(&t), "\n"), TEXT_COLUMNS);
    ck_assert_str_eq(text_string(&t) + TEXT_COLUMNS, "\nx\n");
    text_free(&t);
}
END_TEST

START_TEST(marks_take_no_column)
{
    struct text t = {0};
    text_add(&t, "a");
    text_styled(&t, CODE, "%s", "\xc3\xa9");
    ck_assert_uint_eq(text_columns(text_string(&t), t.length), 2);
    text_plain(&t);
    ck_assert_str_eq(text_string(&t), "a\xc3\xa9");
    text_free(&t);
}
END_TEST

/* ---- number.h ---- */

static bool reads(const char *string, uint64_t expected, bool expected_negative)
{
    uint64_t value = ~expected;
    bool negative = !expected_negative;
    return number_read(string, strlen(string), &value, &negative) == NUMBER_OK &&
           value == expected && negative == expected_negative;
}

static bool numbers_are_read_as_written(prop *p)
{
    uint64_t value = prop_draw(p, UINT64_MAX) >> prop_draw(p, 63);
    char string[80], *end = string;
    prop_show(p, "value = %#jx", (uintmax_t)value);
    snprintf(string, sizeof string, "%" PRIu64, value);
    bool right = reads(string, value, false);
    snprintf(string, sizeof string, "0x%" PRIX64, value);
    right = right && reads(string, value, false);
    snprintf(string, sizeof string, "0o%" PRIo64, value);
    right = right && reads(string, value, false);
    snprintf(string, sizeof string, "-%" PRIu64, value & INT64_MAX);
    right = right && reads(string, 0 - (value & INT64_MAX), (value & INT64_MAX) != 0);
    end += sprintf(string, "0b");
    for (unsigned k = 64; k-- > 0;)
        end += sprintf(end, "%u", (unsigned)(value >> k & 1));
    return right && reads(string, value, false);
}

static enum number_status status_of(const char *string)
{
    uint64_t value;
    bool negative;
    return number_read(string, strlen(string), &value, &negative);
}

START_TEST(what_is_no_number_is_refused)
{
    static const char *const bad[] = {"",     "-",    "0x", "0xg", "0b2", "0o8", "1_", "_1",
                                      "1__2", "0x_1", " 1", "1 ",  "+1",  "--1", "1a", "0x-1"};
    for (size_t k = 0; k < sizeof bad / sizeof bad[0]; k++)
        ck_assert_msg(status_of(bad[k]) == NUMBER_NOT_ONE, "'%s'", bad[k]);
    ck_assert(status_of("18446744073709551616") == NUMBER_TOO_LARGE);
    ck_assert(status_of("0x1_0000_0000_0000_0000") == NUMBER_TOO_LARGE);
    ck_assert(status_of("-9223372036854775809") == NUMBER_TOO_LARGE);
    ck_assert(status_of("18446744073709551616z") == NUMBER_NOT_ONE);
    ck_assert(reads("18446744073709551615", UINT64_MAX, false));
    ck_assert(reads("-9223372036854775808", UINT64_C(1) << 63, true));
    ck_assert(reads("0xff'00_11", 0xff0011, false));
    ck_assert(reads("017", 17, false));
}
END_TEST

START_TEST(numbers_fit_up_to_the_edges_of_the_width)
{
    for (unsigned width = 1; width <= 64; width++) {
        uint64_t largest = UINT64_MAX >> (64 - width), least = ~(largest >> 1);
        ck_assert(number_fits(width, largest, false) && number_fits(width, least, true));
        ck_assert(number_fits(width, UINT64_MAX, true) || width == 0);
        if (width < 64)
            ck_assert(!number_fits(width, largest + 1, false) &&
                      !number_fits(width, least - 1, true));
        ck_assert_int_eq(as_signed(width, largest), -1);
        ck_assert(as_signed(width, largest >> 1) == (int64_t)(largest >> 1));
        ck_assert(as_signed(width, least) == (int64_t)least);
    }
}
END_TEST

/* ---- sheet.h ---- */

/* The digits 0 and 1 of the columns `from` to `from + 35` of a line, as a number. */
static uint64_t bits_between(const char *line, size_t from, size_t to, uint64_t value)
{
    for (size_t k = from; k < to && line[k] && line[k] != '\n'; k++)
        if (line[k] == '0' || line[k] == '1')
            value = value << 1 | (line[k] == '1');
    return value;
}

static bool rows_show_the_value(prop *p)
{
    unsigned width = 1 + (unsigned)prop_draw(p, 63);
    uint64_t value = low_bits(width, prop_draw(p, UINT64_MAX)), look = prop_draw(p, UINT64_MAX);
    bool is_signed = prop_draw(p, 1);
    prop_show(p, "width %u, value %#jx, signed %d", width, (uintmax_t)value, is_signed);

    struct text t = {0};
    struct sheet s = {&t, width, is_signed, 0};
    sheet_row(&s, value, look, "x");
    text_plain(&t);
    const char *first = text_string(&t), *second = strchr(first, '\n') + 1;
    size_t from = width <= 16 ? 22 : 20;
    size_t columns = width <= 8 ? 2 * width - 1 : width > 32 ? 35 : width + (width - 1) / 8;
    uint64_t shown = bits_between(first, from, from + columns, 0);
    if (width > 32)
        shown = bits_between(second, from, from + columns, shown);

    char decimal[32], negative[32], hex[32];
    snprintf(decimal, sizeof decimal, " %" PRIu64, value);
    snprintf(negative, sizeof negative, " %" PRId64, as_signed(width, value));
    snprintf(hex, sizeof hex, "0x%0*" PRIx64, (int)(width + 3) / 4, value);
    bool right = shown == value && strstr(first + from, decimal) &&
                 strstr(first + from, negative) && strstr(first, hex) && lines_fit(&t);
    text_free(&t);
    return right;
}

START_TEST(a_sheet_looks_like_this)
{
    struct text t = {0};
    struct sheet s = {&t, 8, false, 12};
    sheet_places(&s);
    sheet_row(&s, 0xb7, 0, "x");
    sheet_row(&s, ~UINT64_C(7), 0, "%s", "~mask");
    sheet_rule(&s, "AND");
    sheet_result(&s, 0xb0, "x & ~mask");
    sheet_marks(&s, 0x07, "cleared");
    sheet_row(&s, 1, 0, "%s", "a label that is longer than there is room");
    text_plain(&t);
    ck_assert_str_eq(text_string(&t),
                     "       place  7 6 5 4 3 2 1 0  unsigned    signed     hex\n"
                     "           x  1 0 1 1 0 1 1 1       183       -73    0xb7\n"
                     "       ~mask  1 1 1 1 1 0 0 0       248        -8    0xf8\n"
                     "         AND  ---------------\n"
                     "   x & ~mask  1 0 1 1 0 0 0 0       176       -80    0xb0\n"
                     "                        ^ ^ ^  cleared\n"
                     "a label that is longer than there is room\n"
                     "              0 0 0 0 0 0 0 1         1         1    0x01\n");
    text_free(&t);
}
END_TEST

START_TEST(headings_and_marks_fit_at_all_widths)
{
    for (unsigned width = 1; width <= 64; width++) {
        struct text t = {0};
        struct sheet s = {&t, width, width & 1, 0};
        sheet_places(&s);
        sheet_rule(&s, "XOR");
        sheet_marks(&s, low_bits(width, UINT64_MAX), "a remark of some length, %u", width);
        ck_assert_msg(lines_fit(&t), "width %u", width);
        text_free(&t);
    }
}
END_TEST

START_TEST(numbers) { PROP_CHECK(numbers_are_read_as_written); }
END_TEST

START_TEST(rows) { PROP_CHECK(rows_show_the_value); }
END_TEST

int main(void)
{
    Suite *suite = suite_create("sheet");
    TCase *tcase = add_case(suite, "text");
    tcase_add_test(tcase, words_stay_in_order);
    tcase_add_test(tcase, lines_are_filled_to_the_last_column);
    tcase_add_test(tcase, marks_take_no_column);
    tcase = add_case(suite, "number");
    tcase_add_test(tcase, numbers);
    tcase_add_test(tcase, what_is_no_number_is_refused);
    tcase_add_test(tcase, numbers_fit_up_to_the_edges_of_the_width);
    tcase = add_case(suite, "sheet");
    tcase_add_test(tcase, rows);
    tcase_add_test(tcase, a_sheet_looks_like_this);
    tcase_add_test(tcase, headings_and_marks_fit_at_all_widths);
    return run_suite(suite);
}
