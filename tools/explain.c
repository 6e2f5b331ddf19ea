/* explain.c: `bitmill explain`: reads what to explain and its operands, and prints the lesson. */
#include "explain.h"

#include "args.h"
#include "engine/bitmap.h"
#include "paint.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- Options ---- */

enum { BY, WIDTH, SIGNED, PLAIN_TEXT, LIST, MEASURE, SVG, NOPTIONS };

/* Reads --width, 8 to 64. Result: DONE or USAGE. */
static int read_width(struct request *r, const struct option *option)
{
    static const char *const names[] = {"8", "16", "32", "64"};
    if (!option->value)
        return DONE;
    for (unsigned w = 0; w < 4; w++)
        if (strcmp(option->value, names[w]) == 0)
            return r->width = 8u << w, DONE;
    return usage_error("explain %s: unknown width '%s': expected 8, 16, 32 or 64", r->verb->name,
                       option->value);
}

/* ---- What to explain ---- */

static int unknown(const char *name)
{
    const struct verb *like = verb_like(name, strlen(name));
    const struct bitmap_verb *bitmap = bitmap_verb_like(name);
    const char *suggestion = bitmap ? bitmap->name : like ? like->name : NULL;
    if (suggestion)
        return usage_error("explain: unknown operation '%s': did you mean %s? "
                           "'bitmill explain' lists all",
                           name, suggestion);
    return usage_error("explain: unknown operation '%s': 'bitmill explain' lists all", name);
}

/* Finds the verb, with the width of a name such as set_u8. Result: DONE or USAGE. */
static int find_verb(struct request *r, const char *name, const struct option *options)
{
    unsigned width = 0;
    r->verb = verb_find(name, strlen(name), &width);
    if (!r->verb)
        r->verb = operator_find(name, strlen(name));
    if (!r->verb)
        return unknown(name);
    if (read_width(r, &options[WIDTH]) != DONE)
        return USAGE;
    if (width && r->width && width != r->width)
        return usage_error("explain %s: %s is of %u bits: expected no other --width than that",
                           r->verb->name, name, width);
    if (width)
        r->width = width;
    if (r->width && !verb_has_width(r->verb, r->width))
        return usage_error("explain %s: unknown width '%u': expected %s", r->verb->name, r->width,
                           r->verb->widths);
    return DONE;
}

/* Finds the lesson. Result: DONE or USAGE. */
static int find_lesson(struct request *r, const char *method)
{
    r->lesson = method ? lesson_find_method(r->verb, method) : lesson_find(r->verb, 0);
    if (r->lesson)
        return DONE;
    char list[LIST_SIZE] = "";
    for (size_t k = 0; lesson_find(r->verb, k); k++)
        list_add(list, lesson_find(r->verb, k)->method, !lesson_find(r->verb, k + 1));
    return usage_error("explain %s: unknown method '%s': expected %s", r->verb->name,
                       method ? method : "main", list);
}

/* ---- The list ---- */

static void list_verb(struct text *out, const char *name, const char *does)
{
    char first[32];
    snprintf(first, sizeof first, "  %-21s ", name);
    text_sentences(out, first, "%s", does);
}

static int print_list(bool plain)
{
    static const char *const topics[][2] = {
        {"operators", "Operators of C"},
        {"bit", "Single bits"},
        {"field", "Masks and fields"},
        {"count", "Counting bits"},
        {"pow2", "Powers of two"},
        {"ends", "The lowest and the highest bits"},
        {"permute", "Bits in another order"},
        {"pext", "Gather and scatter"},
        {"rank", "Rank and select"},
        {"morton", "Bits of several numbers by turns"},
        {"arith", "Arithmetic"},
        {"carryless", "Arithmetic without carries"},
        {"enumerate", "The next number of a kind"},
        {"memory", "Memory"},
    };
    struct text out = {0};
    text_sentences(&out, "",
                   "New to bits? Read in this order: and, or, not, xor, shl, set, clear, flip, "
                   "modify. Type: bitmill explain and\n");
    text_add(&out, "bitmill explain VERB OPERAND... works it out; without operands, an example.\n");
    for (size_t t = 0; t < sizeof topics / sizeof topics[0]; t++) {
        text_add(&out, "\n");
        text_styled(&out, HEADING, "%s", topics[t][1]);
        text_add(&out, "\n");
        for (size_t k = 0; k < nverbs; k++)
            if (strcmp(verbs[k].topic, topics[t][0]) == 0)
                list_verb(&out, verbs[k].name, verbs[k].does);
        for (size_t k = 0; k < noperators; k++)
            if (strcmp(operators[k].topic, topics[t][0]) == 0)
                list_verb(&out, operators[k].name, operators[k].does);
    }
    text_add(&out, "\n");
    text_styled(&out, HEADING, "Bitmaps in memory, given as hexadecimal bytes");
    text_add(&out, "\n");
    for (size_t k = 0; k < nbitmap_verbs; k++)
        list_verb(&out, bitmap_verbs[k].name, bitmap_verbs[k].does);
    return print_lesson(&out, plain);
}

/* ---- Printing ---- */

/* For screen readers: no line of dashes, which would be read out one by one. */
static void remove_rules(struct text *out)
{
    size_t kept = 0;
    for (size_t k = 0; k < out->length;) {
        size_t dashes = strspn(out->string + k, "-");
        bool rule = dashes > 3 && out->string[k + dashes] == '\n';
        if (rule)
            while (kept > 0 && out->string[kept - 1] == ' ')
                kept--;
        else
            dashes = 1, out->string[kept++] = out->string[k];
        k += dashes;
    }
    if (out->string)
        out->string[out->length = kept] = '\0';
}

int print_lesson(struct text *out, bool plain)
{
    if (plain) {
        text_plain(out);
        remove_rules(out);
    }
    return print_text(out);
}

static int explain(const struct request *r)
{
    struct text out = {0};
    if (r->example)
        text_sentences(&out, "",
                       "No operands are given, so this is an example: bitmill explain %s %s\n",
                       r->verb->name, r->verb->example);
    bool done = lesson_write(r->lesson, r->width, r->as_signed, r->operands, &out);
    if (done)
        lesson_write_end(r->lesson, r->width, r->operands, &out);
    if (done && r->measure)
        measure_verb(r->verb, r->lesson, r->width, r->operands, &out);
    int status = print_lesson(&out, r->plain);
    return done ? status : failure("explain %s: the lesson is wrong", r->verb->name);
}

/* An option that only operations on integers have, if one is given. */
static const char *surplus_option(const struct option *options)
{
    static const int of_integers[] = {BY, WIDTH, SIGNED, MEASURE};
    for (size_t k = 0; k < sizeof of_integers / sizeof of_integers[0]; k++)
        if (options[of_integers[k]].value)
            return options[of_integers[k]].name;
    return NULL;
}

static int run_explain(char **args)
{
    struct option options[NOPTIONS + 1] = {
        [BY] = {"--by", 0, "a method", NULL},   [WIDTH] = {"--width", 0, "8, 16, 32 or 64", NULL},
        [SIGNED] = {"--signed", 0, NULL, NULL}, [PLAIN_TEXT] = {"--plain", 0, NULL, NULL},
        [LIST] = {"--list", 0, NULL, NULL},     [MEASURE] = {"--measure", 0, NULL, NULL},
        [SVG] = {"--svg", 0, NULL, NULL},
    };
    int status = take_options(&command_explain, args, options, NUMBERS);
    if (status != DONE)
        return status;
    struct request r = {
        .as_signed = options[SIGNED].value,
        .plain = options[PLAIN_TEXT].value,
        .measure = options[MEASURE].value,
    };
    if (options[SVG].value)
        paint_as_svg();
    if (*args && options[LIST].value)
        return usage_error("explain: surplus operand '%s': expected --list alone", *args);
    const struct bitmap_verb *bitmap = *args ? bitmap_verb_find(*args) : NULL;
    if (!*args || bitmap) {
        const char *surplus = surplus_option(options);
        if (surplus)
            return usage_error("explain: surplus option '%s': expected an operation on integers",
                               surplus);
        return bitmap ? explain_bitmap(bitmap, args + 1, r.plain) : print_list(r.plain);
    }
    if (find_verb(&r, *args, options) != DONE || find_lesson(&r, options[BY].value) != DONE ||
        read_operands(&r, args + 1) != DONE)
        return USAGE;
    return explain(&r);
}

const struct command command_explain = {
    "explain",
    "[--by METHOD] [--width N] VERB OPERAND...",
    "work out an operation in binary, step by step",
    "Works out an operation on integers or on a bitmap step by step, in columns, with\n"
    "a sentence for each step. Without operands it takes an example. Without a verb\n"
    "it lists all of them, by topic.\n"
    "\n"
    "  --by METHOD   another way to compute the same; each explanation lists them\n"
    "  --width N     as many bits: 8, 16, 32 or 64; default: the smallest that fits\n"
    "  --signed      read the numbers as signed ones first\n"
    "  --plain       no colours and no lines of dashes, for screen readers\n"
    "  --measure     also measure how long a call takes on this machine\n"
    "  --list        list what can be explained\n"
    "  --svg         write a picture (SVG) of what the terminal would show\n"
    "\n"
    "Numbers are decimal, 0x hexadecimal or 0b binary, and may be negative. Memory\n"
    "and bitmaps are given as hexadecimal bytes, byte 0 first.\n"
    "\n"
    "Examples:\n"
    "  bitmill explain set 6 0\n"
    "  bitmill explain popcount 0xb7 --by multiply\n"
    "  bitmill explain bits_count b7ff01\n",
    run_explain,
};
