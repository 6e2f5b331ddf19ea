/* lesson.c: lessons are right for all operands, and each row is what it says.
 *
 * What a lesson prints is read again: a row's bits, its two readings and its hexadecimal number
 * must be one number, and what stands below a line must be what the operation beside the line makes
 * of the two rows above it. The last row is compared with the library by the runner of lessons. */
#include "tools/engine/lesson.h"
#include "tests/harness/runner.h"
#include "tools/engine/variants.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Reading rows ---- */

/* A row, or a line above a result. */
struct row {
    bool is_row, is_line;
    char operation[64]; /* of a line */
    uint64_t value;
};

/* The words of a line of text, from its end. */
static char *last_word(char *line)
{
    size_t length = strlen(line);
    while (length > 0 && line[length - 1] == ' ')
        line[--length] = '\0';
    char *word = strrchr(line, ' ');
    char *copy = strdup(word ? word + 1 : line);
    *(word ? word : line) = '\0';
    return copy;
}

/* Takes `count` digits of a number in binary from the end of the line. (Here and below an assertion
 * stands only where something is wrong: Check writes to a file for each.) */
static uint64_t last_bits(char *line, unsigned count)
{
    uint64_t value = 0;
    size_t length = strlen(line);
    for (unsigned k = 0; k < count;) {
        char c = length > 0 ? line[--length] : '\0';
        if (c == '\0' || !strchr("01 ", c))
            ck_abort_msg("not %u bits: %s", count, line);
        if (c != ' ')
            value |= (uint64_t)(c == '1') << k++;
    }
    line[length] = '\0';
    return value;
}

static void check_readings(uint64_t bits, unsigned width, const char *u, const char *s)
{
    if (strtoull(u, NULL, 10) != bits || (s && strtoll(s, NULL, 10) != as_signed(width, bits)))
        ck_abort_msg("0x%" PRIx64 " is shown as %s, %s", bits, u, s ? s : "-");
}

/* A row of up to 32 bits: label, bits, unsigned, signed (up to 16 bits), hexadecimal. */
static uint64_t read_short_row(char *line, unsigned width)
{
    char *hex = last_word(line), *s = width <= 16 ? last_word(line) : NULL, *u = last_word(line);
    uint64_t bits = last_bits(line, width);
    check_readings(bits, width, u, s);
    if (strtoull(hex, NULL, 16) != bits)
        ck_abort_msg("0x%" PRIx64 " is shown as %s", bits, hex);
    free(hex), free(s), free(u);
    return bits;
}

/* A row of 64 bits: label, upper half, unsigned; hexadecimal, lower half, signed. */
static uint64_t read_long_row(char *line, char *next)
{
    char *u = last_word(line), *s = last_word(next);
    uint64_t bits = last_bits(line, 32) << 32;
    bits |= last_bits(next, 32);
    check_readings(bits, 64, u, s);
    if (strtoull(next, NULL, 16) != bits)
        ck_abort_msg("0x%" PRIx64 " is shown as %s", bits, next);
    free(s), free(u);
    return bits;
}

/* A row has its label, its bits, and its value in hexadecimal at the end; a row of 64 bits has the
 * hexadecimal number at the start of its second line. */
static bool is_short_row(const char *line, unsigned width)
{
    size_t labels = width <= 16 ? 24 : 18;
    const char *hex = strrchr(line, ' ');
    return strlen(line) > labels + 2 + width && strncmp(line + labels, "  ", 2) == 0 &&
           strchr("01", line[labels + 2]) && strncmp(hex, " 0x", 3) == 0 &&
           strlen(hex) == 3 + width / 4;
}

static struct row read_row(char *line, char *next, unsigned width)
{
    struct row r = {0};
    char copy[200], copy_of_next[200];
    snprintf(copy, sizeof copy, "%s", line);
    snprintf(copy_of_next, sizeof copy_of_next, "%s", next);
    size_t length = strlen(line), dashes = 0;
    while (dashes < length && line[length - 1 - dashes] == '-')
        dashes++;
    r.is_line = dashes >= 8;
    if (r.is_line)
        sscanf(line, " %63s", r.operation);
    else if (width == 64 && strncmp(next, "0x", 2) == 0 && strlen(next) > 60)
        r.is_row = true, r.value = read_long_row(copy, copy_of_next);
    else if (width < 64 && is_short_row(line, width))
        r.is_row = true, r.value = read_short_row(copy, width);
    return r;
}

/* ---- Working rows out again ---- */

static uint64_t work_out(const char *operation, uint64_t a, uint64_t b, unsigned width)
{
    const char *o = operation;
    uint64_t result = strcmp(o, "AND") == 0   ? a & b
                      : strcmp(o, "OR") == 0  ? a | b
                      : strcmp(o, "XOR") == 0 ? a ^ b
                      : strcmp(o, "+") == 0   ? a + b
                      : strcmp(o, "-") == 0   ? a - b
                      : strcmp(o, "*") == 0   ? a * b
                      : strcmp(o, "/") == 0   ? a / b
                      : strcmp(o, "%") == 0   ? a % b
                      : strcmp(o, "<") == 0   ? a < b
                      : strcmp(o, "<=") == 0  ? a <= b
                      : strcmp(o, ">") == 0   ? a > b
                      : strcmp(o, ">=") == 0  ? a >= b
                      : strcmp(o, "==") == 0  ? a == b
                      : strcmp(o, "!=") == 0  ? a != b
                                              : 0;
    if (!strstr(" AND OR XOR + - * / % < <= > >= == != ", o))
        ck_abort_msg("operation '%s'", o);
    return low_bits(width, result);
}

/* The width of rows: that of the operands, until the lesson says that it goes on in more bits. */
static unsigned width_from(const char *line, unsigned width)
{
    const char *in = strstr(line, "they are worked out in ");
    return in ? (unsigned)strtoul(in + strlen("they are worked out in "), NULL, 10) : width;
}

/* Result: how many rows there were. */
static unsigned check_rows(char *text, unsigned width)
{
    struct row above[3] = {{0}}; /* the last one first */
    unsigned rows = 0;
    for (char *line = text; *line;) {
        char *next = line + strcspn(line, "\n");
        if (*next)
            *next++ = '\0';
        width = width_from(line, width);
        char *after = next + strcspn(next, "\n"), end = *after;
        *after = '\0';
        struct row r = read_row(line, next, width);
        *after = end;
        if (text_columns(line, strlen(line)) > TEXT_COLUMNS)
            ck_abort_msg("too wide: %s", line);
        if (r.is_row && above[0].is_line &&
            (!above[2].is_row || !above[1].is_row ||
             r.value != work_out(above[0].operation, above[2].value, above[1].value, width)))
            ck_abort_msg("wrong: %s", line);
        rows += r.is_row;
        if (r.is_row || r.is_line) /* labels that are too long stand between */
            above[2] = above[1], above[1] = above[0], above[0] = r;
        line = width == 64 && r.is_row ? (*after ? after + 1 : after) : next;
    }
    return rows;
}

/* ---- Operands ---- */

static uint64_t draw(char kind, unsigned width, uint64_t *state)
{
    uint64_t limit = verb_operand_limit(kind, width), n = random_next(state);
    unsigned how = random_next(state) % 8;
    if (kind == OPERAND_ALIGN)
        return how == 0 ? 0 : UINT64_C(1) << n % width;
    if (how < 2)
        return how == 0 ? 0 : limit;
    if (how == 2)
        n %= width + 2;
    if (how == 3)
        n &= random_next(state) & random_next(state);
    return limit == UINT64_MAX ? n : n % (limit + 1);
}

static void check_lesson(const struct lesson *l, unsigned width, const uint64_t *operands,
                         bool as_signed)
{
    struct text out = {0};
    bool right = lesson_write(l, width, as_signed, operands, &out);
    text_plain(&out);
    if (!right)
        ck_abort_msg("%s", text_string(&out));
    if (!as_signed && check_rows(out.string, width) == 0)
        ck_abort_msg("no rows: %s", text_string(&out));
    text_free(&out);
}

static void check_topic(const struct lesson *topic, unsigned width, unsigned values)
{
    uint64_t state = test_seed();
    for (const struct lesson *l = topic; l->verb; l++) {
        const char *kinds = lesson_verb(l)->operands;
        for (unsigned x = 0; x < values && lesson_has_width(l, width); x++) {
            uint64_t operands[VERB_OPERANDS] = {0};
            for (size_t k = 0; kinds[k]; k++)
                operands[k] = draw(kinds[k], width, &state);
            if (width == 8 && strchr("xmnhp", kinds[0]))
                operands[0] = low_bits(kinds[0] == OPERAND_HALF ? 4 : 8, x);
            check_lesson(l, width, operands, x % 16 == 15);
        }
    }
}

START_TEST(lessons_are_right_for_all_numbers_of_8_bits) { check_topic(lesson_topics[_i], 8, 256); }
END_TEST

START_TEST(lessons_are_right_for_drawn_numbers)
{
    for (unsigned width = 16; width <= 64; width *= 2)
        check_topic(lesson_topics[_i], width, 10);
}
END_TEST

/* ---- The tables ---- */

START_TEST(every_verb_has_a_lesson)
{
    for (size_t k = 0; k < nverbs + noperators; k++) {
        const struct verb *verb = k < nverbs ? &verbs[k] : &operators[k - nverbs];
        ck_assert_msg(lesson_find(verb, 0), "%s", verb->name);
        ck_assert_msg(strcmp(lesson_find(verb, 0)->method, "main") == 0, "%s", verb->name);
        ck_assert_msg(strcmp(lesson_find(verb, 0)->widths, verb->widths) == 0, "%s", verb->name);
        for (size_t l = 0; lesson_find(verb, l); l++)
            ck_assert_ptr_eq(lesson_find_method(verb, lesson_find(verb, l)->method),
                             lesson_find(verb, l));
    }
}
END_TEST

START_TEST(every_variant_has_a_lesson)
{
    for (size_t k = 0; k < nvariants; k++) {
        const struct verb *verb = verb_find(variants[k].verb, strlen(variants[k].verb), NULL);
        const struct lesson *l = lesson_find_method(verb, variants[k].method);
        ck_assert_msg(l && lesson_has_width(l, variants[k].width), "%s by %s in %u bits",
                      variants[k].verb, variants[k].method, variants[k].width);
    }
}
END_TEST

/* A variant called as the table calls it gives what the verb gives. */
START_TEST(variants_are_called_with_their_operands)
{
    uint64_t state = test_seed();
    for (size_t k = 0; k < nvariants; k++) {
        const struct verb *verb = verb_find(variants[k].verb, strlen(variants[k].verb), NULL);
        for (unsigned n = 0; n < 50; n++) {
            uint64_t operands[VERB_OPERANDS] = {0};
            for (size_t o = 0; verb->operands[o]; o++)
                operands[o] = draw(verb->operands[o], variants[k].width, &state);
            ck_assert_uint_eq(variants[k].call(operands), verb->call(variants[k].width, operands));
        }
    }
}
END_TEST

START_TEST(names_are_found_as_people_write_them)
{
    unsigned width = 5;
    const struct verb *is_set = verb_find("is_set", 6, NULL);
    ck_assert_ptr_nonnull(is_set);
    ck_assert_ptr_eq(verb_find("is-set", 6, &width), is_set);
    ck_assert_uint_eq(width, 5);
    ck_assert_ptr_eq(verb_find("bmill_is_set_u16", 16, &width), is_set);
    ck_assert_uint_eq(width, 16);
    ck_assert_ptr_eq(verb_find("is_set_u8 and more", 9, &width), is_set);
    ck_assert_uint_eq(width, 8);
    ck_assert_ptr_null(verb_find("is_set_u9", 9, NULL));
    ck_assert_ptr_null(verb_find("transpose8x8_u8", 15, NULL));
    ck_assert_ptr_null(verb_find("bmill_", 6, NULL));
    ck_assert_ptr_null(verb_find("", 0, NULL));
    ck_assert_str_eq(verb_like("popcuont", 8)->name, "popcount");
    ck_assert_str_eq(verb_like("toggle", 6)->name, "flip");
    ck_assert_str_eq(verb_like("adn", 3)->name, "and");
    ck_assert_ptr_null(verb_like("zzzzzzzz", 8));
    ck_assert_ptr_null(verb_like("", 0));
    ck_assert_ptr_eq(operator_find("&", 1), operator_find("and", 3));
    ck_assert_str_eq(lesson_find_method(verb_find("popcount", 8, NULL), "product")->method,
                     "multiply");
}
END_TEST

int main(void)
{
    int topics = 0;
    while (lesson_topics[topics])
        topics++;
    Suite *suite = suite_create("lesson");
    TCase *tcase = add_case(suite, "tables");
    tcase_add_test(tcase, every_verb_has_a_lesson);
    tcase_add_test(tcase, every_variant_has_a_lesson);
    tcase_add_test(tcase, variants_are_called_with_their_operands);
    tcase_add_test(tcase, names_are_found_as_people_write_them);
    tcase = add_case(suite, "lessons");
    tcase_add_loop_test(tcase, lessons_are_right_for_all_numbers_of_8_bits, 0, topics);
    tcase_add_loop_test(tcase, lessons_are_right_for_drawn_numbers, 0, topics);
    return run_suite(suite);
}
