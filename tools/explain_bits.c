/* explain_bits.c: `bitmill explain bits_count ...`: the operands of operations on bitmaps. */
#include "engine/number.h"
#include "explain.h"

#include <inttypes.h>
#include <string.h>

static int wrong_count(const struct bitmap_verb *verb, bool missing, const char *surplus)
{
    char usage[LIST_SIZE] = "";
    for (size_t k = 0; verb->operands[k]; k++)
        snprintf(usage + strlen(usage), sizeof usage - strlen(usage), "%s%s", k ? " " : "",
                 verb->names[k]);
    if (missing)
        return usage_error("explain %s: missing operand: expected %s", verb->name, usage);
    return usage_error("explain %s: surplus operand '%s': expected %s", verb->name, surplus, usage);
}

static int read_bitmap(const struct bitmap_verb *verb, size_t k, const char *text,
                       struct bitmap_problem *p)
{
    unsigned char *bytes = verb->operands[k] == 'a' ? p->a : p->b;
    size_t n = read_bytes(text, bytes, BITMAP_BYTES);
    if (n == 0)
        return usage_error("explain %s: bitmap '%s' is not 1 to %d bytes: expected 2 hexadecimal "
                           "digits for each, as b7ff01",
                           verb->name, text, BITMAP_BYTES);
    if (k > 0 && n != p->nbytes)
        return usage_error(
            "explain %s: bitmap '%s' has %zu bytes: expected %zu, as many as the first", verb->name,
            text, n, p->nbytes);
    p->nbytes = n;
    return DONE;
}

/* The largest operand k. */
static size_t limit_of(const struct bitmap_verb *verb, size_t k, const struct bitmap_problem *p)
{
    size_t nbits = 8 * p->nbytes;
    if (strcmp(verb->names[k], "count") == 0)
        return nbits - p->number[k - 1];
    return verb->operands[k] == 'i' ? nbits - 1 : verb->operands[k] == 's' ? 1 : nbits;
}

static int read_position(const struct bitmap_verb *verb, size_t k, const char *text,
                         struct bitmap_problem *p)
{
    uint64_t value;
    bool negative;
    size_t limit = limit_of(verb, k, p);
    enum number_status status = number_read(text, strlen(text), &value, &negative);
    if (status == NUMBER_OK && !negative && value <= limit)
        return p->number[k] = (size_t)value, DONE;
    return usage_error("explain %s: %s '%s' is %s: expected 0 to %zu for a bitmap of %zu bits",
                       verb->name, verb->names[k], text,
                       status == NUMBER_NOT_ONE ? "not a number" : "out of range", limit,
                       8 * p->nbytes);
}

int explain_bitmap(const struct bitmap_verb *verb, char **args, bool plain)
{
    struct bitmap_problem p = {0};
    struct text out = {0};
    char copy[64], *example[BITMAP_OPERANDS + 1] = {NULL};
    if (!*args) {
        size_t count = 0;
        snprintf(copy, sizeof copy, "%s", verb->example);
        for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
            example[count++] = word;
        args = example;
        text_sentences(&out, "",
                       "No operands are given, so this is an example: bitmill explain %s %s\n",
                       verb->name, verb->example);
    }
    for (size_t k = 0; verb->operands[k]; k++) {
        bool is_bitmap = verb->operands[k] == 'a' || verb->operands[k] == 'b';
        int status = !args[k]    ? wrong_count(verb, true, NULL)
                     : is_bitmap ? read_bitmap(verb, k, args[k], &p)
                                 : read_position(verb, k, args[k], &p);
        if (status != DONE)
            return text_free(&out), status;
    }
    if (args[strlen(verb->operands)])
        return wrong_count(verb, false, args[strlen(verb->operands)]);
    bool done = bitmap_write(verb, &p, &out);
    int status = print_lesson(&out, plain);
    return done ? status : failure("explain %s: the explanation is wrong", verb->name);
}
