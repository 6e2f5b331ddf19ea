/* table.c: see table.h. */
#include "table.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { ROWS = 1 << TABLE_INPUTS, COLUMNS = 24 };

/* Longer expressions stand above the table; inputs that need more columns have no room. */
enum { LABEL = 40, NAMES = 60 };

/* Of one input, two, three. */
const struct table_operation table_operations[] = {
    {"not", "~a"},        {"and", "a & b"},
    {"or", "a | b"},      {"xor", "a ^ b"},
    {"nand", "~(a & b)"}, {"nor", "~(a | b)"},
    {"xnor", "~(a ^ b)"}, {"andnot", "a & ~b"},
    {"ornot", "a | ~b"},  {"implies", "a implies b"},
    {"iff", "a iff b"},   {"and3", "a & b & c"},
    {"or3", "a | b | c"}, {"xor3", "a ^ b ^ c"},
    {"mux", "a ? b : c"}, {"majority", "a & b | a & c | b & c"},
    {NULL, NULL},
};

static bool same_word(const char *name, const char *typed)
{
    for (; *name && *typed; name++, typed++)
        if (*name != (*typed == '-' ? '_' : tolower((unsigned char)*typed)))
            return false;
    return *name == *typed;
}

const struct table_operation *table_find(const char *name)
{
    for (const struct table_operation *o = table_operations; o->name; o++)
        if (same_word(o->name, name))
            return o;
    return NULL;
}

/* ---- Working out ---- */

/* What an operation of the expression gives in each row; NOT_MADE where && || ?: leave it out. */
enum { NOT_MADE = 2 };
struct column {
    const char *source;
    size_t length;
    unsigned char value[ROWS];
};

struct table {
    const char *inputs[TABLE_INPUTS];
    unsigned ninputs, nrows;
    struct column columns[COLUMNS];
    size_t ncolumns;
    unsigned row; /* which is being worked out */
    unsigned char result[ROWS];
};

static struct column *column_of(struct table *t, const char *source, size_t length)
{
    for (size_t k = 0; k < t->ncolumns; k++)
        if (t->columns[k].source == source && t->columns[k].length == length)
            return &t->columns[k];
    if (t->ncolumns == COLUMNS)
        return NULL;
    struct column *column = &t->columns[t->ncolumns++];
    *column = (struct column){.source = source, .length = length};
    memset(column->value, NOT_MADE, sizeof column->value);
    return column;
}

static void note(const struct expr_step *step, void *context)
{
    struct table *t = context;
    if (strcmp(step->operation, "=") == 0)
        return;
    struct column *column = column_of(t, step->source, step->length);
    if (column)
        column->value[t->row] = (unsigned char)step->result.bits;
}

/* Numbers other than 0 and 1 have no place in a truth table. */
static bool check_numbers(const char *source, struct expr_error *error)
{
    for (size_t from = 0, to; source[from]; from = to) {
        to = from + 1;
        if (!isalnum((unsigned char)source[from]) && source[from] != '_')
            continue;
        while (isalnum((unsigned char)source[to]) || source[to] == '_' || source[to] == '\'')
            to++;
        uint64_t value;
        bool negative;
        if (isdigit((unsigned char)source[from]) &&
            number_read(source + from, to - from, &value, &negative) == NUMBER_OK && value > 1) {
            *error = (struct expr_error){.from = from, .to = to};
            snprintf(error->message, sizeof error->message,
                     "%.*s: expected 0 or 1 in a truth table", (int)(to - from), source + from);
            return false;
        }
    }
    return true;
}

/* Takes the variables as inputs, in the order of their names. */
static bool find_inputs(struct table *t, const struct expr *e, struct expr_error *error)
{
    size_t n = 0;
    while (expr_free_variable(e, n))
        n++;
    if (n > TABLE_INPUTS) {
        *error = (struct expr_error){.to = 0};
        snprintf(error->message, sizeof error->message,
                 "%zu inputs, of which %s is the last: expected at most %d", n,
                 expr_free_variable(e, n - 1), TABLE_INPUTS);
        return false;
    }
    for (; t->ninputs < n; t->ninputs++) {
        const char *name = expr_free_variable(e, t->ninputs);
        unsigned at = t->ninputs;
        for (; at > 0 && strcmp(t->inputs[at - 1], name) > 0; at--)
            t->inputs[at] = t->inputs[at - 1];
        t->inputs[at] = name;
    }
    t->nrows = 1u << t->ninputs;
    size_t columns = 0;
    for (unsigned k = 0; k < t->ninputs; k++)
        columns += strlen(t->inputs[k]) + 1;
    if (columns <= NAMES)
        return true;
    *error = (struct expr_error){.to = 0};
    snprintf(error->message, sizeof error->message,
             "the names of the inputs take %zu columns: expected at most %d", columns, NAMES);
    return false;
}

/* Input k in a row: the first input changes least often. */
static unsigned input_in(const struct table *t, unsigned k, unsigned row)
{
    return row >> (t->ninputs - 1 - k) & 1;
}

static bool work_out(struct table *t, const struct expr *e, struct expr_error *error)
{
    const struct expr_rules one_bit = {1};
    for (t->row = 0; t->row < t->nrows; t->row++) {
        struct expr_variables variables = {.count = t->ninputs};
        struct expr_value result;
        for (unsigned k = 0; k < t->ninputs; k++) {
            strcpy(variables.variable[k].name, t->inputs[k]);
            variables.variable[k].value.bits = input_in(t, k, t->row);
        }
        if (!expr_evaluate(e, &one_bit, &variables, &result, error, note, t))
            return false;
        t->result[t->row] = (unsigned char)result.bits;
    }
    return true;
}

/* Where C leaves a part out at first, its column comes late: puts each part before what it is a
 * part of. */
static void sort_columns(struct table *t)
{
    for (size_t k = 1; k < t->ncolumns; k++) {
        struct column column = t->columns[k];
        const char *end = column.source + column.length;
        size_t at = k;
        for (; at > 0; at--) {
            const struct column *before = &t->columns[at - 1];
            const char *before_end = before->source + before->length;
            if (before_end < end || (before_end == end && before->length <= column.length))
                break;
            t->columns[at] = *before;
        }
        t->columns[at] = column;
    }
}

/* ---- Writing ---- */

/* A cell: the text in the middle of `width` columns. */
static void add_cell(struct text *out, enum text_style style, const char *string, size_t length,
                     size_t width)
{
    size_t before = (width - length) / 2;
    text_add(out, " %*s", (int)before, "");
    if (style == PLAIN)
        text_add(out, "%.*s", (int)length, string);
    else
        text_styled(out, style, "%.*s", (int)length, string);
    text_add(out, "%*s", (int)(width - length - before), "");
}

static void add_value(struct text *out, unsigned value, enum text_style style, size_t width)
{
    add_cell(out, style, value == NOT_MADE ? "-" : value ? "1" : "0", 1, width);
}

/* The columns before the last that are shown: from this one on there is room for all. */
static size_t first_shown(const struct table *t, size_t result)
{
    size_t columns = 3 + 1 + result + 3;
    for (unsigned k = 0; k < t->ninputs; k++)
        columns += strlen(t->inputs[k]) + 1;
    size_t k = t->ncolumns;
    while (k > 0 && columns + t->columns[k - 1].length + 3 <= TEXT_COLUMNS)
        columns += t->columns[--k].length + 3;
    return k;
}

static void add_row(const struct table *t, size_t first, const char *label, unsigned row,
                    struct text *out)
{
    bool head = row == ROWS;
    text_add(out, "  ");
    for (unsigned k = 0; k < t->ninputs; k++) {
        size_t width = strlen(t->inputs[k]);
        if (head)
            add_cell(out, HEADING, t->inputs[k], width, width);
        else
            add_value(out, input_in(t, k, row), PLAIN, width);
    }
    for (size_t k = first; k < t->ncolumns; k++) {
        const struct column *column = &t->columns[k];
        text_add(out, " |");
        if (head)
            add_cell(out, HEADING, column->source, column->length, column->length);
        else
            add_value(out, column->value[row], PLAIN, column->length);
    }
    text_add(out, " |");
    if (head)
        add_cell(out, HEADING, label, strlen(label), strlen(label));
    else
        add_value(out, t->result[row], RESULT, strlen(label));
    while (out->length && out->string[out->length - 1] == ' ')
        out->string[--out->length] = '\0';
    text_add(out, "\n");
}

/* ---- Remarks ---- */

/* The results as a number, in which that of row k is bit k. */
static unsigned number_of(const struct table *t)
{
    unsigned number = 0;
    for (unsigned row = 0; row < t->nrows; row++)
        number |= (unsigned)t->result[row] << row;
    return number;
}

/* Whether the result is the same for both values of input k. */
static bool ignores(const struct table *t, unsigned k)
{
    unsigned other = 1u << (t->ninputs - 1 - k);
    for (unsigned row = 0; row < t->nrows; row++)
        if (t->result[row] != t->result[row ^ other])
            return false;
    return true;
}

/* Whether the operation has the same inputs, in number, and the same results. */
static bool is_operation(const struct table *t, const struct table_operation *operation)
{
    struct table other = {.ninputs = 0};
    struct expr_error error;
    struct expr *e = expr_parse(operation->expression, &error);
    bool same = e && find_inputs(&other, e, &error) && work_out(&other, e, &error) &&
                other.ninputs == t->ninputs && number_of(&other) == number_of(t);
    expr_free(e);
    return same;
}

static void add_remarks(const struct table *t, const char *name, struct text *out)
{
    unsigned number = number_of(t), all = (1u << t->nrows) - 1;
    if (number == 0 || number == all) {
        text_add(out, "Always %d.\n", number != 0);
    } else {
        for (unsigned k = 0; k < t->ninputs; k++)
            if (ignores(t, k))
                text_add(out, "%s does not matter.\n", t->inputs[k]);
        for (const struct table_operation *o = table_operations; o->name; o++)
            if ((!name || strcmp(name, o->name) != 0) && is_operation(t, o))
                text_add(out, "The same as %s: %s.\n", o->name, o->expression);
    }
    if (t->ninputs < 2)
        return;
    char digits[ROWS + 1];
    for (unsigned row = 0; row < t->nrows; row++)
        digits[t->nrows - 1 - row] = (char)('0' + t->result[row]);
    digits[t->nrows] = '\0';
    text_sentences(out, "", "The results as a number, the last row first: 0b%s = 0x%x%s", digits,
                   number, t->ninputs == 3 ? ", for bmill_bits_ternary()" : "");
}

/* Whether the column is that of the whole expression, which stands last anyway. */
static bool is_whole(const struct column *column, const char *source)
{
    size_t before = strspn(source, "( ");
    return column->source <= source + before &&
           strspn(column->source + column->length, ") ") == strlen(column->source + column->length);
}

static void add_dashes(struct text *out, size_t n)
{
    while (n-- > 0)
        text_add(out, "-");
}

/* The line below the names. */
static void add_line(const struct table *t, size_t first, const char *label, struct text *out)
{
    text_add(out, "  ");
    for (unsigned k = 0; k < t->ninputs; k++)
        add_dashes(out, strlen(t->inputs[k]) + 1);
    for (size_t k = first; k < t->ncolumns; k++) {
        text_add(out, "-+");
        add_dashes(out, t->columns[k].length + 1);
    }
    text_add(out, "-+");
    add_dashes(out, strlen(label) + 1);
    text_add(out, "\n");
}

static void write_out(struct table *t, const char *source, const char *name, struct text *out)
{
    const char *label = source;
    size_t last = t->ncolumns;
    if (last && is_whole(&t->columns[last - 1], source))
        t->ncolumns--;
    size_t names = 0;
    for (unsigned k = 0; k < t->ninputs; k++)
        names += strlen(t->inputs[k]) + 1;
    if (strlen(source) > LABEL || names + strlen(source) > NAMES + 6)
        label = "result";
    if (name || label != source || t->ninputs == 0)
        text_sentences(out, "", name ? "%s: %s" : "%s%s", name ? name : "", source);
    size_t first = first_shown(t, strlen(label));
    if (t->ninputs > 0) {
        add_row(t, first, label, ROWS, out);
        add_line(t, first, label, out);
        for (unsigned row = 0; row < t->nrows; row++)
            add_row(t, first, label, row, out);
        text_add(out, "\n");
    }
    add_remarks(t, name, out);
}

bool table_write(const char *source, const char *name, struct text *out, struct expr_error *error)
{
    struct table t = {.ninputs = 0};
    if (!check_numbers(source, error))
        return false;
    struct expr *e = expr_parse(source, error);
    bool done = e && find_inputs(&t, e, error) && work_out(&t, e, error);
    sort_columns(&t);
    if (done)
        write_out(&t, source, name, out);
    for (size_t k = 0; done && expr_remark(e, k); k++)
        text_sentences(out, "", "Note: %s", expr_remark(e, k));
    expr_free(e);
    return done;
}
