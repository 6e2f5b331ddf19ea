/* explain_operands.c: the operands of `bitmill explain`: reads them, and chooses the width. */
#include "engine/number.h"
#include "explain.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* An operand as typed. */
struct typed {
    const char *text;
    uint64_t value;
    bool negative;
    size_t nbytes; /* of memory */
};

static const char *noun(const struct verb *verb, size_t k)
{
    switch (verb->operands[k]) {
    case OPERAND_INDEX:
        return "bit index";
    case OPERAND_SHIFT:
        return "shift count";
    case OPERAND_STATE:
        return "state";
    case OPERAND_COUNT:
        return verb->names[k][1] ? verb->names[k] : "count";
    case OPERAND_ALIGN:
        return "alignment";
    case OPERAND_BYTES:
        return "memory";
    default:
        return "value";
    }
}

static bool may_be_negative(char kind) { return kind == OPERAND_NUMBER || kind == OPERAND_MASK; }

/* "0 to 255", "-128 to 255". */
static const char *range(char kind, unsigned width, char text[64])
{
    if (may_be_negative(kind))
        snprintf(text, 64, "%" PRId64 " to %" PRIu64, as_signed(width, UINT64_C(1) << (width - 1)),
                 verb_operand_limit(kind, width));
    else
        snprintf(text, 64, "0 to %" PRIu64, verb_operand_limit(kind, width));
    return text;
}

/* ---- Memory ---- */

size_t read_bytes(const char *text, unsigned char *bytes, size_t most)
{
    size_t digits = 0;
    if (strncmp(text, "0x", 2) == 0)
        text += 2;
    for (; *text; text++) {
        if (*text == ' ' && digits % 2 == 0)
            continue;
        if (!isxdigit((unsigned char)*text) || digits == 2 * most)
            return 0;
        const char digit[] = {*text, '\0'};
        unsigned char *byte = &bytes[digits++ / 2];
        *byte = (unsigned char)((digits % 2 ? 0 : *byte << 4) | strtol(digit, NULL, 16));
    }
    return digits % 2 ? 0 : digits / 2;
}

static int read_memory(const struct request *r, struct typed *typed)
{
    unsigned char bytes[8];
    size_t n = read_bytes(typed->text, bytes, sizeof bytes);
    if (n != 1 && n != 2 && n != 4 && n != 8)
        return usage_error("explain %s: memory '%s' is not 1, 2, 4 or 8 bytes: expected 2 "
                           "hexadecimal digits for each, as 01ff",
                           r->verb->name, typed->text);
    if (r->width && n != r->width / 8)
        return usage_error("explain %s: memory '%s' has %zu bytes: expected %u for %u bits",
                           r->verb->name, typed->text, n, r->width / 8, r->width);
    typed->nbytes = n;
    for (size_t k = 0; k < n; k++)
        typed->value |= (uint64_t)bytes[k] << 8 * k;
    return DONE;
}

/* ---- Numbers ---- */

static int read_operand(const struct request *r, size_t k, struct typed *typed)
{
    char kind = r->verb->operands[k], text[64];
    if (kind == OPERAND_BYTES)
        return read_memory(r, typed);
    enum number_status status =
        number_read(typed->text, strlen(typed->text), &typed->value, &typed->negative);
    if (status == NUMBER_OK && typed->negative && !may_be_negative(kind))
        status = NUMBER_TOO_LARGE;
    if (status == NUMBER_NOT_ONE)
        return usage_error("explain %s: %s '%s' is not a number: expected %s, in decimal, 0x "
                           "hexadecimal or 0b binary",
                           r->verb->name, noun(r->verb, k), typed->text, range(kind, 64, text));
    if (status == NUMBER_TOO_LARGE)
        return usage_error("explain %s: %s '%s' is out of range: expected %s", r->verb->name,
                           noun(r->verb, k), typed->text, range(kind, 64, text));
    if (kind == OPERAND_ALIGN && (typed->value & (typed->value - 1)) != 0)
        return usage_error(
            "explain %s: alignment '%s' is not a power of two: expected 0, 1, 2, 4, 8 ...",
            r->verb->name, typed->text);
    return DONE;
}

/* ---- The width ---- */

static bool fits(char kind, const struct typed *typed, unsigned width)
{
    if (kind == OPERAND_BYTES)
        return typed->nbytes == width / 8;
    if (may_be_negative(kind))
        return number_fits(width, typed->value, typed->negative);
    return typed->value <= verb_operand_limit(kind, width);
}

/* Index of the first operand that does not fit into the width; if all fit, their number. */
static size_t find_misfit(const struct request *r, const struct typed *typed, unsigned width)
{
    size_t k = 0;
    while (r->verb->operands[k] && fits(r->verb->operands[k], &typed[k], width))
        k++;
    return k;
}

static bool has_width(const struct request *r, unsigned width)
{
    return verb_has_width(r->verb, width) && lesson_has_width(r->lesson, width);
}

/* The width that the user asked for, or else the smallest into which all operands fit. */
static int choose_width(struct request *r, const struct typed *typed)
{
    if (r->width && !has_width(r, r->width))
        return usage_error("explain %s: unknown width '%u' by %s: expected %s", r->verb->name,
                           r->width, r->lesson->method, r->lesson->widths);
    for (unsigned w = 8; w <= 64 && !r->width; w *= 2)
        if (has_width(r, w) && !r->verb->operands[find_misfit(r, typed, w)])
            r->width = w;
    if (!r->width)
        for (unsigned w = 8; w <= 64; w *= 2)
            if (has_width(r, w))
                r->width = w; /* the largest, for the message */
    size_t k = find_misfit(r, typed, r->width);
    char kind = r->verb->operands[k], text[64], room[40] = "";
    if (!kind)
        return DONE;
    if (kind != OPERAND_STATE)
        snprintf(room, sizeof room, " for a%s %u-bit value", r->width == 8 ? "n" : "", r->width);
    return usage_error("explain %s: %s '%s' is out of range: expected %s%s", r->verb->name,
                       noun(r->verb, k), typed[k].text, range(kind, r->width, text), room);
}

/* ---- The whole ---- */

/* "X I STATE". */
static const char *usage_of(const struct verb *verb, char text[64])
{
    size_t length = 0;
    for (size_t k = 0; verb->operands[k]; k++)
        length +=
            (size_t)snprintf(text + length, 64 - length, "%s%s", k ? " " : "", verb->names[k]);
    for (char *c = text; *c; c++)
        *c = (char)toupper((unsigned char)*c);
    return text;
}

/* The operands of the example, cut apart in `copy`; memory has as many bytes as the width says. */
static char **example_of(const struct request *r, char copy[64], char *args[VERB_OPERANDS + 1])
{
    size_t count = 0;
    if (r->verb->operands[0] == OPERAND_BYTES)
        snprintf(copy, 64, "%.*s", (int)(r->width ? r->width / 4 : 4), "0102030405060708");
    else
        snprintf(copy, 64, "%s", r->verb->example);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
        args[count++] = word;
    args[count] = NULL;
    return args;
}

/* Cuts the number of an example to the width that the user asked for. */
static void cut_example(const struct request *r, size_t k, struct typed *typed)
{
    uint64_t limit = r->width ? verb_operand_limit(r->verb->operands[k], r->width) : UINT64_MAX;
    if (typed->value > limit && !typed->negative)
        typed->value = typed->value % (limit + 1);
}

int read_operands(struct request *r, char **args)
{
    struct typed typed[VERB_OPERANDS] = {{0}};
    char usage[64], copy[64], *example[VERB_OPERANDS + 1];
    size_t count = 0, wanted = strlen(r->verb->operands);
    r->example = !*args;
    if (r->example)
        args = example_of(r, copy, example);
    while (args[count])
        count++;
    if (count < wanted)
        return usage_error("explain %s: missing operand: expected %s", r->verb->name,
                           usage_of(r->verb, usage));
    if (count > wanted)
        return usage_error("explain %s: surplus operand '%s': expected %s", r->verb->name,
                           args[wanted], usage_of(r->verb, usage));
    for (size_t k = 0; k < wanted; k++) {
        typed[k].text = args[k];
        if (read_operand(r, k, &typed[k]) != DONE)
            return USAGE;
        if (r->example)
            cut_example(r, k, &typed[k]);
    }
    if (choose_width(r, typed) != DONE)
        return USAGE;
    for (size_t k = 0; k < wanted; k++) {
        r->operands[k] = low_bits(r->width, typed[k].value);
        r->as_signed |= typed[k].negative;
    }
    return DONE;
}
