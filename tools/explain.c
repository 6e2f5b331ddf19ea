/* explain.c: `bitmill explain`: reads the operation and its operands, and prints the last line. */
#include "explain.h"
#include "args.h"

#include <string.h>

/* The kinds of operands: X and Y are numbers of the width, I is the index of a bit, N is how far
 * to shift, S is a state, 0 or 1. */
static const struct operation {
    const char *name;
    const char *kinds;
    const char *usage;
    explain_fn *explain;
} operations[] = {
    {"set", "XI", "X I", explain_set},       {"clear", "XI", "X I", explain_clear},
    {"flip", "XI", "X I", explain_flip},     {"modify", "XIS", "X I STATE", explain_modify},
    {"is-set", "XI", "X I", explain_is_set}, {"and", "XY", "X Y", explain_and},
    {"or", "XY", "X Y", explain_or},         {"xor", "XY", "X Y", explain_xor},
    {"not", "X", "X", explain_not},          {"shl", "XN", "X N", explain_shl},
    {"shr", "XN", "X N", explain_shr},       {"is-pow2", "X", "X", explain_is_pow2},
    {"parity", "X", "X", explain_parity},
};
enum { NOPERATIONS = sizeof operations / sizeof operations[0], MAX_OPERANDS = 3 };

static const char *noun(char kind)
{
    return kind == 'I'   ? "bit index"
           : kind == 'N' ? "shift count"
           : kind == 'S' ? "state"
                         : "value";
}

/* The largest operand of this kind. */
static uint64_t limit(char kind, unsigned width)
{
    return kind == 'I' || kind == 'N' ? width - 1 : kind == 'S' ? 1 : cut(width, UINT64_MAX);
}

static int parse_operands(const struct operation *op, char **args, uint64_t values[MAX_OPERANDS])
{
    size_t count = 0, wanted = strlen(op->kinds);
    while (args[count])
        count++;
    if (count < wanted)
        return usage_error("explain %s: missing operand: expected %s", op->name, op->usage);
    if (count > wanted)
        return usage_error("explain %s: surplus operand '%s': expected %s", op->name, args[wanted],
                           op->usage);
    for (size_t k = 0; k < wanted; k++) {
        enum number kind = read_number(args[k], &values[k]);
        bool too_large = kind == TOO_LARGE;
        if (kind == A_NUMBER)
            continue;
        return usage_error("explain %s: %s '%s' is %s: expected 0 to %" PRIu64 "%s", op->name,
                           noun(op->kinds[k]), args[k], too_large ? "out of range" : "not a number",
                           limit(op->kinds[k], 64),
                           too_large ? "" : ", in decimal, 0x hexadecimal or 0b binary");
    }
    return DONE;
}

/* Index of the first operand that does not fit into the width; if all fit, their number. */
static size_t find_misfit(const struct operation *op, const uint64_t *values, unsigned width)
{
    size_t k = 0;
    while (op->kinds[k] && values[k] <= limit(op->kinds[k], width))
        k++;
    return k;
}

/* The width that the user asked for, or else the smallest into which all operands fit. */
static int choose_width(const struct operation *op, const uint64_t *values, const char *wish,
                        unsigned *width)
{
    static const char *const names[] = {"8", "16", "32", "64"};
    size_t w = 0;
    if (wish) {
        while (w < 4 && strcmp(wish, names[w]) != 0)
            w++;
        if (w == 4)
            return usage_error("explain %s: unknown width '%s': expected 8, 16, 32 or 64", op->name,
                               wish);
    } else {
        while (w < 3 && op->kinds[find_misfit(op, values, 8u << w)])
            w++;
    }
    *width = 8u << w;
    return DONE;
}

static int check_fit(const struct operation *op, char **args, const uint64_t *values,
                     unsigned width)
{
    size_t k = find_misfit(op, values, width);
    char kind = op->kinds[k], room[32] = "";
    if (!kind)
        return DONE;
    if (kind != 'S')
        snprintf(room, sizeof room, " for a%s %u-bit value", width == 8 ? "n" : "", width);
    return usage_error("explain %s: %s '%s' is out of range: expected 0 to %" PRIu64 "%s", op->name,
                       noun(kind), args[k], limit(kind, width), room);
}

/* The last line: the same in C and by the library, whose result must be the one worked out. */
static int conclude(const struct answer *answer)
{
    char result[32];
    if (answer->yes_no)
        snprintf(result, sizeof result, "%s", answer->library ? "true" : "false");
    else
        snprintf(result, sizeof result, "%" PRIu64, answer->library);
    if (answer->worked != answer->library)
        return failure("explain: worked out %" PRIu64 ", but the library's %s is %" PRIu64,
                       answer->worked, answer->call, answer->library);
    if (answer->call[0])
        printf("\nIn C: %s      bitmill: %s = %s\n", answer->c, answer->call, result);
    else
        printf("\nIn C: %s = %s      bitmill: no function, C has the operator\n", answer->c,
               result);
    return DONE;
}

static const struct operation *find_operation(const char *name)
{
    for (size_t i = 0; i < NOPERATIONS; i++)
        if (same_name(name, operations[i].name))
            return &operations[i];
    return NULL;
}

/* `name`: NULL if there is none. */
static int no_operation(const char *name)
{
    char list[LIST_SIZE] = "";
    for (size_t i = 0; i < NOPERATIONS; i++)
        list_add(list, operations[i].name, i + 1 == NOPERATIONS);
    if (!name)
        return usage_error("explain: missing operation: expected %s", list);
    return usage_error("explain: unknown operation '%s': expected %s", name, list);
}

static int run_explain(char **args)
{
    struct option options[] = {{"--width", 0, "8, 16, 32 or 64", NULL}, {NULL, 0, NULL, NULL}};
    int status = take_options(&command_explain, args, options, NUMBERS);
    if (status != DONE)
        return status;
    const struct operation *op = *args ? find_operation(*args) : NULL;
    if (!op)
        return no_operation(*args);
    args++;

    uint64_t values[MAX_OPERANDS] = {0};
    struct problem problem = {0};
    if (parse_operands(op, args, values) != DONE ||
        choose_width(op, values, options[0].value, &problem.width) != DONE ||
        check_fit(op, args, values, problem.width) != DONE)
        return USAGE;
    problem.x = values[0];
    problem.y = values[1];
    problem.i = (unsigned)values[1];
    problem.state = (unsigned)values[2];

    struct answer answer = {0};
    op->explain(&problem, &answer);
    return conclude(&answer);
}

const struct command command_explain = {
    "explain",
    "[--width N] OPERATION OPERAND...",
    "work out an operation in binary, step by step",
    "Works out an operation on integers in binary, each step in columns, and says\n"
    "how C and bitmill spell it.\n"
    "\n"
    "  --width N  the width of X in bits: 8, 16, 32 or 64; else the smallest that\n"
    "             holds all operands\n"
    "\n"
    "Operations:\n"
    "  set X I    clear X I    flip X I    modify X I STATE    is-set X I\n"
    "  and X Y    or X Y       xor X Y     not X               parity X\n"
    "  shl X N    shr X N      is-pow2 X\n"
    "Numbers are decimal, 0x hexadecimal or 0b binary.\n"
    "\n"
    "Example:\n"
    "  bitmill explain modify 6 1 0\n",
    run_explain,
};
