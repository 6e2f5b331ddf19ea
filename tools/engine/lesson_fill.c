/* lesson_fill.c: puts values into the sentences of lessons. */
#include "lesson_run.h"

#include <inttypes.h>
#include <string.h>

static void add_signed(const struct lesson_run *run, uint64_t value, struct text *out)
{
    text_add(out, "%" PRId64, as_signed(run->rules.width, value));
}

static void add_unsigned(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "%" PRIu64, value);
}

static void add_hex(const struct lesson_run *run, uint64_t value, struct text *out)
{
    text_add(out, "0x%0*" PRIx64, (int)run->rules.width / 4, value);
}

static void add_byte(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "0x%02" PRIx64, value);
}

/* In groups of 8, as the rows of a sheet. */
static void add_bits(const struct lesson_run *run, uint64_t value, struct text *out)
{
    for (unsigned k = run->rules.width; k-- > 0;)
        text_add(out, "%u%s", (unsigned)(value >> k & 1), k && k % 8 == 0 ? " " : "");
}

static void add_plural(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "%s", value == 1 ? "" : "s");
}

static void add_was(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "%s", value == 1 ? "was" : "were");
}

/* The bits in groups of so many, and what each group is worth: "01 10 = 1, 2". */
static void add_groups(const struct lesson_run *run, uint64_t value, unsigned size,
                       struct text *out)
{
    for (unsigned k = run->rules.width; k-- > 0;)
        text_add(out, "%u%s", (unsigned)(value >> k & 1), k && k % size == 0 ? " " : "");
    for (unsigned k = run->rules.width; k > 0; k -= size)
        text_add(out, "%s%" PRIu64, k == run->rules.width ? " = " : ", ",
                 low_bits(size, value >> (k - size)));
}

static void add_twos(const struct lesson_run *run, uint64_t value, struct text *out)
{
    add_groups(run, value, 2, out);
}

static void add_fours(const struct lesson_run *run, uint64_t value, struct text *out)
{
    add_groups(run, value, 4, out);
}

static void add_ordinal(const struct lesson_run *run, uint64_t value, struct text *out)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    bool teen = value / 10 % 10 == 1;
    (void)run;
    text_add(out, "%" PRIu64 "%s", value, endings[teen || value % 10 > 3 ? 0 : value % 10]);
}

static void add_truth(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "%s", value ? "true" : "false");
}

static void add_set(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "%s", value ? "set" : "not set");
}

static void add_constant(const struct lesson_run *run, uint64_t value, struct text *out)
{
    bool wide = run->rules.width == 64;
    text_add(out, wide ? "UINT64_C(" : "");
    text_add(out, value < 10 ? "%" PRIu64 : "0x%" PRIx64, value);
    text_add(out, wide ? ")" : "u");
}

static void add_type(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "uint%" PRIu64 "_t", value);
}

static void add_signed_type(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run;
    text_add(out, "int%" PRIu64 "_t", value);
}

static void add_line(const struct lesson_run *run, uint64_t value, struct text *out)
{
    (void)run, (void)value, (void)out;
}

typedef void add_form(const struct lesson_run *run, uint64_t value, struct text *out);

/* Finds the form behind the last ':' of the expression, and takes it off *length. */
static add_form *find_form(const char *source, size_t *length)
{
    static const struct {
        const char *name;
        add_form *add;
    } forms[] = {
        {"signed", add_signed}, {"hex", add_hex},    {"byte", add_byte},     {"bits", add_bits},
        {"s", add_plural},      {"th", add_ordinal}, {"truth", add_truth},   {"set", add_set},
        {"was", add_was},       {"twos", add_twos},  {"fours", add_fours},   {"line", add_line},
        {"C", add_constant},    {"T", add_type},     {"I", add_signed_type},
    };
    size_t colon = *length;
    while (colon > 0 && source[colon - 1] != ':')
        colon--;
    for (size_t k = 0; colon > 0 && k < sizeof forms / sizeof forms[0]; k++)
        if (strlen(forms[k].name) == *length - colon &&
            memcmp(forms[k].name, source + colon, *length - colon) == 0) {
            *length = colon - 1;
            return forms[k].add;
        }
    return add_unsigned;
}

/* An operand that is a number of a signed type. */
static bool is_signed(const struct lesson_run *run, const char *source, size_t length)
{
    for (size_t k = 0; run->sheet.as_signed && run->verb->operands[k]; k++)
        if (strchr("xm", run->verb->operands[k]) && strlen(run->verb->names[k]) == length &&
            memcmp(run->verb->names[k], source, length) == 0)
            return true;
    return false;
}

bool lesson_fill_in(struct lesson_run *run, const char *sentence, struct text *out)
{
    while (*sentence) {
        size_t plain = strcspn(sentence, "{");
        text_add(out, "%.*s", (int)plain, sentence);
        sentence += plain;
        if (*sentence == '\0')
            break;
        if (sentence[1] == '\n') { /* a block of C */
            text_add(out, "{");
            sentence++;
            continue;
        }
        const char *source = sentence + 1;
        size_t length = strcspn(source, "}");
        sentence = source + length + (source[length] == '}');

        add_form *add = find_form(source, &length);
        if (add == add_unsigned && is_signed(run, source, length))
            add = add_signed;
        uint64_t value;
        if (!lesson_evaluate(run, source, length, &value, NULL, NULL))
            return false;
        add(run, value, out);
        if (add == add_line && value == 0) {
            size_t left_out = strcspn(sentence, "\n");
            sentence += left_out + (sentence[left_out] == '\n');
        }
    }
    return true;
}
