/* sheet.c: see sheet.h.
 *
 * A line has a label, the bits, and what the bits are worth. Up to 16 bits, that is the unsigned
 * and the signed reading and hexadecimal. 17 to 32 bits leave no room for a third number: a signed
 * reading that differs follows in a line of its own. More bits take two lines, the upper half above
 * the lower one, with the hexadecimal number where the second line's label would be.
 */
#include "sheet.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LINE_BITS = 32 }; /* as many bits in a line */

static unsigned label_columns(const struct sheet *s)
{
    return s->labels ? s->labels : s->width <= 16 ? 20 : 18;
}

/* Up to 8 bits, each stands alone; more stand in groups of 8. */
static bool spaced(const struct sheet *s) { return s->width <= 8; }

/* Columns of `count` bits in a line. */
static unsigned bit_columns(const struct sheet *s, unsigned count)
{
    return spaced(s) ? 2 * count - 1 : count + (count - 1) / 8;
}

static unsigned line_columns(const struct sheet *s)
{
    return bit_columns(s, s->width < LINE_BITS ? s->width : LINE_BITS);
}

/* What stands between bit k and bit k - 1 of a line. */
static const char *gap(const struct sheet *s, unsigned k)
{
    return k == 0 ? "" : spaced(s) || k % 8 == 0 ? " " : "";
}

/* Bits that a line with less than LINE_BITS is padded to. */
static void add_padding(const struct sheet *s, unsigned count)
{
    text_add(s->out, "%*s", (int)(line_columns(s) - bit_columns(s, count)), "");
}

/* The bits first + count - 1 down to first. A run of bits in one style gets one pair of marks. */
static void add_bits(const struct sheet *s, uint64_t value, uint64_t look, unsigned first,
                     unsigned count)
{
    add_padding(s, count);
    for (unsigned k = count; k-- > 0;) {
        unsigned bit = value >> (first + k) & 1;
        if (look >> (first + k) & 1)
            text_styled(s->out, bit ? ONE : ZERO, "%u", bit);
        else
            text_add(s->out, "%u", bit);
        text_add(s->out, "%s", gap(s, k));
    }
}

/* A label that is too long stands in a line of its own. */
static void add_label(const struct sheet *s, const char *label)
{
    unsigned room = label_columns(s);
    size_t columns = text_columns(label, strlen(label));
    if (columns > room) {
        text_sentences(s->out, "", "%s", label);
        label = "";
        columns = 0;
    }
    text_add(s->out, "%*s%s  ", (int)(room - columns), "", label);
}

/* The two readings, the more important one first. */
struct readings {
    char first[24], second[24];
};

static struct readings read_both(const struct sheet *s, uint64_t value)
{
    struct readings r;
    snprintf(s->as_signed ? r.second : r.first, sizeof r.first, "%" PRIu64,
             low_bits(s->width, value));
    snprintf(s->as_signed ? r.first : r.second, sizeof r.first, "%" PRId64,
             as_signed(s->width, value));
    return r;
}

static const char *first_name(const struct sheet *s)
{
    return s->as_signed ? "signed" : "unsigned";
}
static const char *second_name(const struct sheet *s)
{
    return s->as_signed ? "unsigned" : "signed";
}

static void add_hex(const struct sheet *s, uint64_t value)
{
    text_add(s->out, "0x%0*" PRIx64, (int)(s->width + 3) / 4, low_bits(s->width, value));
}

/* The numbers behind the bits of up to 16 bits. */
static void add_narrow(const struct sheet *s, uint64_t value, const struct readings *r)
{
    text_add(s->out, "  %8s  %8s  ", r->first, r->second);
    if (s->width <= 8)
        text_add(s->out, "  ");
    add_hex(s, value);
    text_add(s->out, "\n");
}

/* Of 17 to 32 bits. */
static void add_middle(const struct sheet *s, uint64_t value, const struct readings *r)
{
    text_add(s->out, "  %11s  ", r->first);
    add_hex(s, value);
    text_add(s->out, "\n");
    if (strcmp(r->first, r->second) != 0)
        text_add(s->out, "%*s  %11s  %s\n", (int)(label_columns(s) + 2 + line_columns(s)), "",
                 r->second, second_name(s));
}

static void add_row(const struct sheet *s, uint64_t value, uint64_t look, const char *label)
{
    unsigned low = s->width < LINE_BITS ? s->width : LINE_BITS;
    struct readings r = read_both(s, value);
    add_label(s, label);
    if (s->width > LINE_BITS) {
        add_bits(s, value, look, LINE_BITS, s->width - LINE_BITS);
        text_add(s->out, "  %20s\n%*s", r.first, (int)(label_columns(s) - (s->width + 3) / 4 - 2),
                 "");
        add_hex(s, value);
        text_add(s->out, "  ");
    }
    add_bits(s, value, look, 0, low);
    if (s->width > LINE_BITS)
        text_add(s->out, "  %20s\n", r.second);
    else if (s->width > 16)
        add_middle(s, value, &r);
    else
        add_narrow(s, value, &r);
}

static void add_row_list(const struct sheet *s, uint64_t value, uint64_t look, const char *label,
                         va_list args)
{
    struct text text = {0};
    text_add_list(&text, label, args);
    add_row(s, value, look, text_string(&text));
    text_free(&text);
}

void sheet_row(const struct sheet *s, uint64_t value, uint64_t look, const char *label, ...)
{
    va_list args;
    va_start(args, label);
    add_row_list(s, value, look, label, args);
    va_end(args);
}

void sheet_result(const struct sheet *s, uint64_t value, const char *label, ...)
{
    va_list args;
    va_start(args, label);
    add_row_list(s, value, UINT64_MAX, label, args);
    va_end(args);
}

/* The places of a line: each by its number up to 8 bits; of a group, the first and the last. */
static void add_places(const struct sheet *s, unsigned first, unsigned count)
{
    add_padding(s, count);
    if (spaced(s)) {
        for (unsigned k = count; k-- > 0;)
            text_add(s->out, "%u%s", first + k, gap(s, k));
        return;
    }
    for (unsigned top = count; top > 0;) {
        unsigned low = (top - 1) / 8 * 8;
        if (top - low == 1)
            text_add(s->out, "%u", (first + low) % 10); // one column: the last digit
        else if (top - low < 4)
            text_add(s->out, "%*u", (int)(top - low), first + low);
        else
            text_add(s->out, "%-2u%*u", first + top - 1, (int)(top - low - 2), first + low);
        text_add(s->out, "%s", low ? " " : "");
        top = low;
    }
}

void sheet_places(const struct sheet *s)
{
    text_add(s->out, "%c", TEXT_STYLE + HEADING);
    add_label(s, "place");
    if (s->width > LINE_BITS) {
        add_places(s, LINE_BITS, s->width - LINE_BITS);
        text_add(s->out, "  %20s\n", first_name(s));
        add_label(s, "hex");
        add_places(s, 0, LINE_BITS);
        text_add(s->out, "  %20s", second_name(s));
    } else {
        add_places(s, 0, s->width);
        if (s->width <= 16)
            text_add(s->out, "  %8s  %8s  %*s", first_name(s), second_name(s),
                     s->width <= 8 ? 6 : (int)(s->width + 3) / 4 + 2, "hex");
        else
            text_add(s->out, "  %11s  %*s", first_name(s), (int)(s->width + 3) / 4 + 2, "hex");
    }
    text_add(s->out, "%c\n", TEXT_STYLE + PLAIN);
}

void sheet_rule(const struct sheet *s, const char *operation)
{
    static const char dashes[] = "-----------------------------------";
    add_label(s, operation);
    text_add(s->out, "%.*s\n", (int)line_columns(s), dashes);
}

/* The marks under one line of bits, up to the last one; false if there is none. */
static bool add_marks(const struct sheet *s, uint64_t places, unsigned first, unsigned count)
{
    places = low_bits(count, places >> first);
    if (!places)
        return false;
    add_label(s, "");
    add_padding(s, count);
    unsigned last = 0;
    while (!(places >> last & 1))
        last++;
    for (unsigned k = count; k-- > last;)
        text_add(s->out, "%s%s", places >> k & 1 ? "^" : " ", k > last ? gap(s, k) : "");
    return true;
}

void sheet_marks(const struct sheet *s, uint64_t places, const char *remark, ...)
{
    struct text text = {0};
    va_list args;
    va_start(args, remark);
    text_add_list(&text, remark, args);
    va_end(args);

    bool high = s->width > LINE_BITS && add_marks(s, places, LINE_BITS, s->width - LINE_BITS);
    if (high)
        text_add(s->out, "\n");
    bool low = add_marks(s, places, 0, s->width < LINE_BITS ? s->width : LINE_BITS);
    size_t used = label_columns(s) + 2 + line_columns(s) + 2;
    size_t columns = text_columns(text_string(&text), text.length);
    if (low && used + columns <= TEXT_COLUMNS)
        text_add(s->out, "%s%s\n", columns ? "  " : "", text_string(&text));
    else {
        if (low)
            text_add(s->out, "\n");
        if (columns)
            text_sentences(s->out, "    ", "%s", text_string(&text));
    }
    text_free(&text);
}
