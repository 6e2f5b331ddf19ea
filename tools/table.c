/* table.c: `bitmill table`: truth tables. */
#include "engine/table.h"
#include "args.h"
#include "paint.h"

#include <string.h>

/* All operands as one expression, so that it also works without quotes where the shell lets it.
 * Words are one blank apart, so that the expression fits into a line. */
static void join(char **args, struct text *source)
{
    static const char blanks[] = " \t\n\r\v\f";
    for (; *args; args++)
        for (const char *word = *args; *(word += strspn(word, blanks));
             word += strcspn(word, blanks))
            text_add(source, "%s%.*s", source->length ? " " : "", (int)strcspn(word, blanks), word);
}

/* A word of several letters, such as and3, is meant as a name. */
static bool is_word(const char *source)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-0123456789";
    size_t length = strlen(source);
    return length > 1 && strspn(source, letters) == length &&
           strchr("0123456789-", *source) == NULL;
}

static int unknown(const char *name)
{
    char list[LIST_SIZE] = "";
    for (const struct table_operation *o = table_operations; o->name; o++)
        list_add(list, o->name, false);
    list_add(list, "an expression such as 'a & ~b'", true);
    return usage_error("table: unknown operation '%s': expected %s", name, list);
}

static int complain(const char *source, const struct expr_error *error)
{
    struct text place = {0};
    usage_error("table: %s", error->message);
    if (error->to > 0) {
        expr_point(source, error, &place);
        fputs(text_string(&place), stderr);
    }
    text_free(&place);
    return USAGE;
}

static int run_table(char **args)
{
    struct text source = {0}, out = {0};
    struct expr_error error;
    struct option options[] = {{"--svg", 0, NULL, NULL}, {NULL, 0, NULL, NULL}};
    int status = take_options(&command_table, args, options, EXPRESSIONS);
    if (status != DONE)
        return status;
    if (check_operands(&command_table, args, 1, 64) != DONE)
        return USAGE;
    if (options[0].value)
        paint_as_svg();
    join(args, &source);
    const struct table_operation *operation = table_find(text_string(&source));
    const char *expression = operation ? operation->expression : text_string(&source);
    if (!operation && is_word(expression))
        status = unknown(expression);
    else if (!table_write(expression, operation ? operation->name : NULL, &out, &error))
        status = complain(expression, &error);
    else
        status = print_text(&out);
    text_free(&source);
    text_free(&out);
    return status;
}

const struct command command_table = {
    "table",
    "[--svg] OPERATION | EXPRESSION",
    "show the truth table of up to three inputs",
    "Shows what an operation on single bits gives for all values of its inputs.\n"
    "\n"
    "OPERATION is not, and, or, xor, nand, nor, xnor, andnot, ornot, implies, iff,\n"
    "and3, or3, xor3, mux or majority. An EXPRESSION has up to three variables, the\n"
    "operators of C, and 'implies' and 'iff'; its parts are shown in columns of\n"
    "their own, as far as there is room.\n"
    "\n"
    "  --svg  write a picture (SVG) of what the terminal would show\n"
    "\n"
    "Examples:\n"
    "  bitmill table and\n"
    "  bitmill table 'a & ~b | c'\n",
    run_table,
};
