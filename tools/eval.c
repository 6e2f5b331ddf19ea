/* eval.c: `bitmill eval`: works out an expression step by step. */
#include "args.h"
#include "engine/expr.h"
#include "paint.h"

#include <inttypes.h>
#include <string.h>

/* What the user typed. */
struct problem {
    const char *source;
    struct expr *expr;
    uint64_t width; /* 0: by the rules of C */
    struct expr_variables c, modulo;
};

/* Prints the message, and the place below it. Result: USAGE. */
static int complain(const char *source, const struct expr_error *error)
{
    struct text place = {0};
    usage_error("eval: %s", error->message);
    expr_point(source, error, &place);
    fputs(text_string(&place), stderr);
    text_free(&place);
    return USAGE;
}

/* ---- Variables ---- */

/* NAME=VALUE or TYPE NAME=VALUE, in parts. */
struct definition {
    const char *text;
    const char *type, *name;
    size_t type_length, name_length;
    const char *value;
};

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool is_name(const char *name, size_t length)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    return length > 0 && length < EXPR_NAME && strspn(name, letters) >= length &&
           !(*name >= '0' && *name <= '9');
}

static bool split(const char *text, struct definition *d)
{
    const char *equals = strchr(text, '=');
    if (!equals)
        return false;
    const char *end = equals, *start = text;
    while (end > text && is_blank(end[-1]))
        end--;
    const char *name = end;
    while (name > text && !is_blank(name[-1]))
        name--;
    while (is_blank(*start))
        start++;
    *d = (struct definition){.text = text, .type = start, .name = name, .value = equals + 1};
    d->name_length = (size_t)(end - name);
    end = name;
    while (end > start && is_blank(end[-1]))
        end--;
    d->type_length = end > start ? (size_t)(end - start) : 0;
    return is_name(name, d->name_length);
}

/* The value is an expression without variables: 6, -6, 0xffu, (uint8_t)6, INT_MAX, 1 << 4. A number
 * that no literal of C can be, since it is above the largest long or the least of all, is one too.
 */
static int read_value(const struct definition *d, struct expr_value *value)
{
    struct expr_error error;
    struct expr_variables none = {.count = 0};
    bool negative;
    *value = (struct expr_value){TYPE_U64, 0};
    if (number_read(d->value, strlen(d->value), &value->bits, &negative) == NUMBER_OK &&
        (negative ? value->bits == UINT64_C(1) << 63 : value->bits > INT64_MAX)) {
        value->type = negative ? TYPE_I64 : TYPE_U64;
        return DONE;
    }
    struct expr *expr = expr_parse(d->value, &error);
    if (expr && expr_free_variable(expr, 0)) {
        usage_error("eval: '%s': the value has a variable, %s: expected a number", d->text,
                    expr_free_variable(expr, 0));
        expr_free(expr);
        return USAGE;
    }
    bool right =
        expr && expr_evaluate(expr, &(struct expr_rules){0}, &none, value, &error, NULL, NULL);
    expr_free(expr);
    if (right)
        return DONE;
    if (!*d->value)
        return usage_error("eval: '%s': the value is missing: expected a number", d->text);
    return complain(d->value, &error);
}

static bool is_negative(struct expr_value value)
{
    return expr_type_signed(value.type) && value.bits >> 63;
}

static int convert(const struct definition *d, struct expr_value *value)
{
    enum expr_type type;
    char number[EXPR_DIGITS], low[EXPR_DIGITS], high[EXPR_DIGITS];
    if (!expr_type_read(d->type, d->type_length, &type))
        return usage_error("eval: '%s': unknown type '%.*s': expected one such as uint8_t or long",
                           d->text, (int)d->type_length, d->type);
    struct expr_value converted = expr_convert(*value, type);
    if (converted.bits != value->bits || is_negative(converted) != is_negative(*value)) {
        uint64_t top = UINT64_C(1) << (expr_type_width(type) - 1);
        bool with_sign = expr_type_signed(type);
        expr_decimal(*value, number);
        expr_decimal((struct expr_value){type, with_sign ? 0 - top : 0}, low);
        expr_decimal((struct expr_value){type, with_sign ? top - 1 : 2 * top - 1}, high);
        return usage_error("eval: %.*s = %s does not fit %s: expected %s to %s",
                           (int)d->name_length, d->name, number, expr_type_name(type), low, high);
    }
    *value = converted;
    return DONE;
}

static int check_width(const struct definition *d, unsigned width, struct expr_value value)
{
    char number[EXPR_DIGITS];
    if (number_fits(width, value.bits, is_negative(value)))
        return DONE;
    expr_decimal(value, number);
    return usage_error("eval: %.*s = %s does not fit %u bits: expected -%" PRIu64 " to %" PRIu64,
                       (int)d->name_length, d->name, number, width, UINT64_C(1) << (width - 1),
                       low_bits(width, UINT64_MAX));
}

static bool is_used(const struct expr *expr, const char *name)
{
    for (size_t k = 0; expr_free_variable(expr, k); k++)
        if (strcmp(expr_free_variable(expr, k), name) == 0)
            return true;
    return false;
}

static int define(struct problem *p, const char *text)
{
    struct definition d;
    struct expr_variable variable = {.value = {TYPE_I32, 0}};
    if (!split(text, &d))
        return usage_error("eval: '%s': expected NAME=VALUE or 'TYPE NAME=VALUE' after the "
                           "expression, which stands in quotes",
                           text);
    memcpy(variable.name, d.name, d.name_length);
    if (!is_used(p->expr, variable.name))
        return usage_error("eval: '%s': the expression has no variable %s", text, variable.name);
    for (size_t k = 0; k < p->c.count; k++)
        if (strcmp(p->c.variable[k].name, variable.name) == 0)
            return usage_error("eval: '%s': %s has a value already", text, variable.name);
    if (read_value(&d, &variable.value) != DONE ||
        (d.type_length && convert(&d, &variable.value) != DONE) ||
        (p->width && check_width(&d, (unsigned)p->width, variable.value) != DONE))
        return USAGE;
    p->c.variable[p->c.count++] = variable;
    variable.value.type = TYPE_MODULO;
    p->modulo.variable[p->modulo.count++] = variable;
    return DONE;
}

/* ---- The answer ---- */

static void add_heading(const struct problem *p, struct text *out)
{
    struct text words = {0};
    const struct expr_variables *variables = &p->c;
    expr_add_source(&words, p->source, strlen(p->source), 70);
    if (p->width)
        text_add(&words, " modulo 2^%" PRIu64, p->width);
    else
        text_add(&words, " by the rules of C");
    for (size_t k = 0; k < variables->count; k++) {
        const struct expr_variable *variable = &variables->variable[k];
        char number[EXPR_DIGITS];
        expr_decimal(variable->value, number);
        text_add(&words, "%s%s = %s", k ? ", " : ", for ", variable->name, number);
        if (!p->width)
            text_add(&words, " (%s)", expr_type_name(variable->value.type));
    }
    text_sentences(out, "", "%s", text_string(&words));
    text_free(&words);
    for (size_t k = 0; expr_remark(p->expr, k); k++)
        text_sentences(out, "", "Note: %s", expr_remark(p->expr, k));
}

static int answer(struct problem *p)
{
    struct text out = {0};
    struct expr_error error;
    struct expr_rules rules = {(unsigned)p->width};
    struct expr_variables variables = p->width ? p->modulo : p->c;
    add_heading(p, &out);
    bool found = expr_explain(p->expr, &rules, &variables, &out, NULL, &error);
    if (!found && !error.undefined) {
        text_free(&out);
        return complain(p->source, &error);
    }
    if (!found) {
        struct text first = {0};
        text_styled(&first, WARNING, "Undefined:");
        text_add(&first, " ");
        text_add(&out, "\n");
        text_sentences(&out, text_string(&first), "%s.", error.message);
        text_free(&first);
        expr_point(p->source, &error, &out);
    } else if (p->width) {
        expr_compare_rules(p->expr, (unsigned)p->width, &p->modulo, &p->c, &out);
    }
    return print_text(&out) == DONE && found ? DONE : FAILED;
}

static int run_eval(char **args)
{
    struct option options[] = {
        {"--width", 0, "1 to 64", NULL}, {"--svg", 0, NULL, NULL}, {NULL, 0, NULL, NULL}};
    struct problem p = {.width = 0};
    struct expr_error error;
    int status = take_options(&command_eval, args, options, EXPRESSIONS);
    if (status != DONE)
        return status;
    if (check_operands(&command_eval, args, 1, 1 + EXPR_VARIABLES) != DONE ||
        number_option(&command_eval, &options[0], 1, 64, &p.width) != DONE)
        return USAGE;
    if (options[1].value)
        paint_as_svg();
    p.source = args[0];
    p.expr = expr_parse(p.source, &error);
    if (!p.expr)
        return complain(p.source, &error);
    for (args++; *args && status == DONE; args++)
        status = define(&p, *args);
    if (status == DONE)
        status = answer(&p);
    expr_free(p.expr);
    return status;
}

const struct command command_eval = {
    "eval",
    "[--width N] EXPRESSION [NAME=VALUE...]",
    "work out an expression of integers, step by step",
    "Works out an expression with the operators of C and the verbs of bitmill, such\n"
    "as popcount(x), and shows each step in binary.\n"
    "\n"
    "The rules are those of C, where int has 32 bits and long 64: what is narrower\n"
    "than int becomes int, and what C leaves undefined is not given a number. A\n"
    "variable has the type of its value, as x=6, x=6u, x='(uint8_t)6' have it, or\n"
    "the one in front of its name: 'uint8_t x=6'.\n"
    "\n"
    "  --width N  compute with numbers of N bits without a sign, modulo 2^N, as\n"
    "             textbooks do, and say where C differs; N is 1 to 64, and 8,\n"
    "             16, 32 or 64 for an expression with verbs\n"
    "  --svg      write a picture (SVG) of what the terminal would show\n"
    "\n"
    "Operators: + - * / % << >> & ^ | ~ ! < <= > >= == != && || ?: (TYPE)x sizeof\n"
    "and 'a implies b', 'a iff b'. Several statements: 'y = x + 1; x ^ y'.\n"
    "\n"
    "Exit status: 0; 1 if the result is undefined; 2 if the command line is wrong.\n"
    "\n"
    "Examples:\n"
    "  bitmill eval 'x & (x - 1)' x=6\n"
    "  bitmill eval 'x + y > 255' 'uint8_t x=200' 'uint8_t y=100'\n"
    "  bitmill eval --width 8 '~x' x=5\n",
    run_eval,
};
