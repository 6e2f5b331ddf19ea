/* match.c: which functions of a submission are graded, and which rules they break. */
#include "../tool.h"
#include "grade.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- Types ---- */

static bool is_width(unsigned width)
{
    return width == 8 || width == 16 || width == 32 || width == 64;
}

static bool fits_parameter(struct type type, char kind, unsigned width)
{
    if (strchr("xyz", kind))
        return type.kind == TYPE_INTEGER && type.width == width;
    return type.kind == TYPE_INTEGER || (kind == 's' && type.kind == TYPE_BOOL);
}

static bool fits_result(struct type type, char kind, unsigned width)
{
    if (kind == 'B')
        return type.kind == TYPE_BOOL || type.kind == TYPE_INTEGER;
    if (kind == 'C')
        return type.kind == TYPE_INTEGER;
    return type.kind == TYPE_INTEGER && type.width >= width;
}

/* Whether the types of a function fit to its law, and, where its name does not give the width,
 * *width from them. */
static bool fits_law(const struct function *f, const struct law *law, unsigned *width)
{
    const char *kinds = law->signature + 2;
    if (f->nparameters != strlen(kinds))
        return false;
    if (*width == 0)
        *width = strchr("xyz", kinds[0]) ? f->parameters[0].width : f->result.width;
    if (!is_width(*width) || !fits_result(f->result, law->signature[0], *width))
        return false;
    for (size_t i = 0; kinds[i]; i++)
        if (!fits_parameter(f->parameters[i], kinds[i], *width))
            return false;
    return true;
}

/* ---- Rules ---- */

#ifdef __GNUC__
__attribute__((format(printf, 2, 3)))
#endif
static void
breaks(struct graded *g, const char *format, ...)
{
    va_list args;
    if (g->nbroken == sizeof g->broken / sizeof g->broken[0])
        return;
    va_start(args, format);
    vsnprintf(g->broken[g->nbroken++], sizeof g->broken[0], format, args);
    va_end(args);
}

static const char *times(unsigned n, char text[20])
{
    snprintf(text, 20, "%u times", n);
    return n == 1 ? "once" : n == 2 ? "twice" : text;
}

/* Fills in the operators of a function, and which rules it breaks. */
static void check_rules(struct graded *g, const struct rules *rules)
{
    static const char *const words[NFEATURES] = {"a loop or recursion",
                                                 "a condition (if, ?:, && or ||)", "a call",
                                                 "a constant above 0xff", "a goto"};
    static const char *const unknown[] = {
        [BY_POINTER] = "calls by a pointer in line %u: nobody can count what that uses",
        [NOT_IN_FILE] = "calls in line %u what is not in the file: nobody can count it",
        [OTHER_MEANING] = "gives another meaning to the name that it calls in line %u"};
    const struct uses *uses = &g->function->uses;
    char text[20];
    g->count = g->nbroken = 0;
    for (size_t i = 0; i < NOPERATORS; i++)
        g->count += uses->operators[i];
    g->count = g->count < MAX_USES ? g->count : MAX_USES;
    if (g->count > rules->most)
        breaks(g, "has %u operators: expected at most %u", g->count, rules->most);
    if (rules->some && g->function->unknown != ALL_KNOWN)
        breaks(g, unknown[g->function->unknown], g->function->unknown_at->line);
    for (size_t i = 0; i < NFEATURES; i++)
        if (rules->forbidden[i] && uses->features[i] > 0)
            breaks(g, "has %s, which is forbidden, %s", words[i], times(uses->features[i], text));
    for (size_t i = 0; i < NOPERATORS; i++)
        if (rules->only && !rules->operators[i] && uses->operators[i] > 0)
            breaks(g, "uses %s, which is not allowed, %s", operator_spelling[i],
                   times(uses->operators[i], text));
}

/* ---- Names ---- */

/* One part of what the user wants: "NAME" or "NAME=LAW". */
struct wish {
    const char *name;
    size_t length;
    const struct law *law;
    unsigned width;
    bool renamed; /* it has a LAW */
};

static bool is_name(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)text[i]) && text[i] != '_')
            return false;
    return length > 0;
}

static bool read_wish(const char *text, size_t length, struct wish *wish)
{
    const char *sign = memchr(text, '=', length);
    wish->name = text;
    wish->length = sign ? (size_t)(sign - text) : length;
    wish->renamed = sign != NULL;
    wish->law = law_of_name(sign ? sign + 1 : text, sign ? length - wish->length - 1 : length,
                            &wish->width);
    if (wish->law && is_name(wish->name, wish->length))
        return true;
    usage_error("grade: --function '%.*s': expected the name of a law, such as popcount_u32, or "
                "FUNCTION=LAW",
                (int)(length < 100 ? length : 100), text);
    return false;
}

static struct graded *add_graded(struct submission *s, const char *name, size_t length,
                                 const struct law *law, unsigned width)
{
    if (s->ngraded == MAX_GRADED)
        return NULL;
    struct graded *g = &s->graded[s->ngraded++];
    memset(g, 0, sizeof *g);
    snprintf(g->name, sizeof g->name, "%.*s", (int)(length < 79 ? length : 79), name);
    g->law = law;
    g->width = width;
    return g;
}

static void add_function(struct submission *s, const struct function *f, const struct law *law,
                         unsigned width)
{
    for (size_t i = 0; i < s->ngraded; i++)
        if (s->graded[i].function == f)
            return;
    struct graded *g = add_graded(s, f->name->at, f->name->length, law, width);
    if (!g)
        return;
    g->function = f;
    g->has_type = fits_law(f, law, &g->width);
    check_rules(g, &s->rules);
}

/* Whether a function is what is wanted: by its name, or by the law that its name says. */
static bool is_wanted(const struct function *f, const struct wish *wish)
{
    unsigned width;
    if (f->name->length == wish->length && memcmp(f->name->at, wish->name, wish->length) == 0)
        return true;
    if (wish->renamed)
        return false;
    const struct law *law = law_of_name(f->name->at, f->name->length, &width);
    if (law == wish->law && width == 0 && !fits_law(f, law, &width))
        width = wish->width;
    return law == wish->law && (wish->width == 0 || width == wish->width);
}

static void add_wanted(struct submission *s, const struct wish *wish)
{
    bool found = false;
    for (size_t i = 0; i < s->scan.nfunctions; i++) {
        const struct function *f = &s->scan.functions[i];
        if (!is_wanted(f, wish))
            continue;
        unsigned width = wish->width;
        const struct law *law =
            wish->renamed ? wish->law : law_of_name(f->name->at, f->name->length, &width);
        add_function(s, f, law, width);
        found = true;
    }
    if (!found)
        add_graded(s, wish->name, wish->length, wish->law, wish->width);
}

bool find_graded(struct submission *s, const char *wanted)
{
    s->ngraded = 0;
    for (size_t i = 0; !wanted && i < s->scan.nfunctions; i++) {
        const struct function *f = &s->scan.functions[i];
        unsigned width;
        const struct law *law = law_of_name(f->name->at, f->name->length, &width);
        if (law)
            add_function(s, f, law, width);
    }
    while (wanted) {
        struct wish wish;
        const size_t length = strcspn(wanted, ",");
        if (!read_wish(wanted, length, &wish))
            return false;
        add_wanted(s, &wish);
        wanted = wanted[length] ? wanted + length + 1 : NULL;
    }
    for (size_t i = 0, number = 0; i < s->ngraded; i++)
        if (s->graded[i].has_type)
            s->graded[i].number = (unsigned)number++;
    return true;
}
