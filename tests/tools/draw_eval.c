/* draw_eval.c: draws expressions that the compiler and the command eval are asked for: eval.sh
 * compares the answers.
 *
 *   draw_eval SEED COUNT c          a C program that prints its answers
 *   draw_eval SEED COUNT answers    those of tools/engine/expr.h in the same form
 *   draw_eval SEED COUNT arguments  those of the command: expression and variables, one a line, and
 *                                   an empty line
 *
 * An answer is "NUMBER TYPE VALUE" or "NUMBER undefined".
 */
#include "tools/engine/expr.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VARIABLES = 3, GROUP = 100 /* expressions in a function of the C program */ };

struct problem {
    uint64_t state;
    struct text source, c; /* as the command gets it, and as the compiler does: see head[] */
    struct expr_variables variables;
};

static const struct {
    const char *name;
    enum expr_type type;
} types[] = {
    {"bool", TYPE_BOOL},          {"int8_t", TYPE_I8},
    {"uint8_t", TYPE_U8},         {"int16_t", TYPE_I16},
    {"uint16_t", TYPE_U16},       {"int", TYPE_I32},
    {"unsigned", TYPE_U32},       {"long", TYPE_I64},
    {"unsigned long", TYPE_U64},  {"int32_t", TYPE_I32},
    {"uint32_t", TYPE_U32},       {"int64_t", TYPE_I64},
    {"uint64_t", TYPE_U64},       {"signed char", TYPE_I8},
    {"short int", TYPE_I16},      {"size_t", TYPE_U64},
    {"unsigned short", TYPE_U16}, {"unsigned char", TYPE_U8},
    {"long long", TYPE_LL},       {"unsigned long long", TYPE_ULL},
};
enum { TYPES = sizeof types / sizeof types[0] };

static unsigned below(struct problem *p, unsigned n)
{
    return (unsigned)(next_random(&p->state) % n);
}

/* Mostly small, so that not all results are undefined; then near the ends of a type, or any. */
static uint64_t draw_bits(struct problem *p)
{
    uint64_t small = below(p, 12);
    switch (below(p, 8)) {
    case 0:
        return 0 - small;
    case 1:
        return (UINT64_C(1) << (below(p, 8) * 8 + 7)) - small % 3;
    case 2:
        return next_random(&p->state) >> below(p, 64);
    default:
        return small;
    }
}

/* Adds to both forms. */
static void add(struct problem *p, const char *format, ...) ENGINE_PRINTF(2, 3);
static void add(struct problem *p, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    text_add_list(&p->source, format, args);
    text_add_list(&p->c, format, again);
    va_end(again);
    va_end(args);
}

static void draw_literal(struct problem *p)
{
    static const char *const suffixes[] = {"", "", "", "u", "U", "l", "ul", "LL", "llu", "lu"};
    static const char *const others[] = {"'a'",
                                         "'\\n'",
                                         "'\\xf0'",
                                         "INT_MAX",
                                         "INT_MIN",
                                         "UINT_MAX",
                                         "LONG_MAX",
                                         "UINT8_MAX",
                                         "INT8_MIN",
                                         "ULONG_MAX",
                                         "sizeof(int)",
                                         "true",
                                         "UINT64_C(1)",
                                         "INT64_C(0x80000000)",
                                         "UINT8_C(200)",
                                         "INT16_C(7)",
                                         "UINT32_C(2147483648)",
                                         "INT32_C(5)",
                                         "UINTMAX_C(18446744073709551615)"};
    uint64_t value = draw_bits(p);
    text_add(&p->c, "L(");
    switch (below(p, 6)) {
    case 0:
        add(p, "%s", others[below(p, sizeof others / sizeof others[0])]);
        break;
    case 1:
        add(p, "0x%" PRIx64 "%s", value, suffixes[below(p, 10)]);
        break;
    case 2:
        add(p, "0%" PRIo64 "%s", value >> below(p, 64), suffixes[below(p, 10)]);
        break;
    default:
        add(p, "%" PRIu64 "%s", value & INT64_MAX, suffixes[below(p, 10)]);
    }
    text_add(&p->c, ")");
}

static void draw_expression(struct problem *p, unsigned depth);

/* In parentheses or not: C's precedence is tried, too. */
static void draw_operand(struct problem *p, unsigned depth)
{
    bool parentheses = below(p, 3) > 0;
    add(p, "%s", parentheses ? "(" : "");
    draw_expression(p, depth);
    add(p, "%s", parentheses ? ")" : "");
}

/* A constant that is mostly below the width. */
static void draw_count(struct problem *p)
{
    unsigned count = below(p, 34);
    text_add(&p->source, "%u", count);
    text_add(&p->c, "L(%u)", count);
}

/* An operand that is converted: see V() in head[]. */
static void draw_converted(struct problem *p, unsigned depth)
{
    add(p, "(");
    text_add(&p->c, "V(");
    draw_expression(p, depth);
    text_add(&p->c, ")");
    add(p, ")");
}

static void draw_binary(struct problem *p, unsigned depth)
{
    static const char *const operators[] = {"*",  "/", "%",  "+",  "-",  "<<", ">>", "<<",
                                            ">>", "<", "<=", ">",  ">=", "==", "!=", "&",
                                            "^",  "|", "&&", "||", "+",  "-"};
    const char *op = operators[below(p, sizeof operators / sizeof operators[0])];
    draw_operand(p, depth - 1);
    add(p, " %s ", op);
    if ((strcmp(op, "<<") == 0 || strcmp(op, ">>") == 0) && below(p, 4))
        draw_count(p);
    else
        draw_operand(p, depth - 1);
}

static void draw_verb(struct problem *p, unsigned depth)
{
    static const char *const names[] = {"popcount",  "reverse", "is_pow2",     "clz", "lowest_set",
                                        "bit_width", "parity",  "gray_encode", "sign"};
    add(p, "bmill_%s_u%u(", names[below(p, sizeof names / sizeof names[0])], 8u << below(p, 4));
    text_add(&p->c, "V(");
    draw_expression(p, depth - 1);
    text_add(&p->c, ")");
    add(p, ")");
}

static void draw_expression(struct problem *p, unsigned depth)
{
    static const char *const unary[] = {"- ", "+ ", "~", "!"};
    unsigned kind = depth == 0 ? 0 : below(p, 20);
    if (kind < 2 && below(p, 3)) {
        add(p, "%c", (int)('x' + below(p, VARIABLES)));
    } else if (kind < 2) {
        draw_literal(p);
    } else if (kind < 5) {
        add(p, "%s", unary[below(p, 4)]);
        draw_operand(p, depth - 1);
    } else if (kind < 7) {
        add(p, "(%s)", types[below(p, TYPES)].name);
        if (below(p, 3))
            draw_converted(p, depth - 1);
        else
            draw_expression(p, 0);
    } else if (kind == 7) {
        draw_operand(p, depth - 1);
        add(p, " ? ");
        draw_expression(p, depth - 1);
        add(p, " : ");
        draw_operand(p, depth - 1);
    } else if (kind == 8) {
        draw_verb(p, depth);
    } else {
        draw_binary(p, depth);
    }
}

static void draw_problem(struct problem *p)
{
    for (size_t k = 0; k < VARIABLES; k++) {
        struct expr_value bits = {TYPE_U64, draw_bits(p)};
        p->variables.variable[k] = (struct expr_variable){
            {(char)('x' + k)}, expr_convert(bits, types[below(p, TYPES)].type)};
    }
    p->variables.count = VARIABLES;
    draw_expression(p, 1 + below(p, 4));
}

/* ---- The three forms ---- */

static void print_c(const struct problem *p, unsigned long number)
{
    if (number % GROUP == 0)
        printf("%sstatic void f%lu(void)\n{\n    switch (number) {\n", number ? "    }\n}\n" : "",
               number / GROUP);
    printf("    case %lu: {\n", number);
    for (size_t k = 0; k < VARIABLES; k++) {
        const struct expr_variable *v = &p->variables.variable[k];
        printf("    %s %s = (%s)%" PRIu64 "u;\n", expr_type_name(v->value.type), v->name,
               expr_type_name(v->value.type), v->value.bits);
    }
    printf("    SHOW(%s);\n    break; }\n", text_string(&p->c));
}

static void print_answer(struct problem *p, unsigned long number)
{
    struct expr_error error;
    struct expr_value value;
    char digits[EXPR_DIGITS];
    struct expr *e = expr_parse(text_string(&p->source), &error);
    if (e && expr_evaluate(e, &(struct expr_rules){0}, &p->variables, &value, &error, NULL, NULL)) {
        expr_decimal(value, digits);
        printf("%lu %s %s\n", number, expr_type_name(value.type), digits);
    } else {
        printf("%lu %s\n", number, e && error.undefined ? "undefined" : error.message);
    }
    expr_free(e);
}

static void print_arguments(const struct problem *p)
{
    struct expr_error error;
    struct expr *e = expr_parse(text_string(&p->source), &error);
    printf("%s\n", text_string(&p->source));
    for (size_t k = 0; e && expr_free_variable(e, k); k++) {
        const char *name = expr_free_variable(e, k);
        const struct expr_value value = p->variables.variable[*name - 'x'].value;
        char digits[EXPR_DIGITS];
        expr_decimal(value, digits);
        printf("%s %s=%s\n", expr_type_name(value.type), name, digits);
    }
    printf("\n");
    expr_free(e);
}

static void print_program(unsigned long count)
{
    printf("    }\n}\nstatic void (*const all[])(void) = {\n");
    for (unsigned long k = 0; k * GROUP < count; k++)
        printf("    f%lu,\n", k);
    printf("};\n"
           "int main(void)\n{\n"
           "    signal(SIGILL, stop);\n"
           "    signal(SIGTRAP, stop);\n"
           "    signal(SIGFPE, stop);\n"
           "    for (number = 0; number < %lu; number++)\n"
           "        if (sigsetjmp(undefined, 1))\n"
           "            printf(\"%%lu undefined\\n\", number);\n"
           "        else\n"
           "            all[number / %d]();\n"
           "}\n",
           count, GROUP);
}

/* The sanitizers do not see what compilers fold before: constants (L), and operations narrowed
 * since their result is converted (V). */
static const char head[] =
    "#include <bitmill/word.h>\n"
    "#include <inttypes.h>\n#include <limits.h>\n#include <setjmp.h>\n#include <signal.h>\n"
    "#include <stdio.h>\n"
    "static sigjmp_buf undefined;\n"
    "static volatile unsigned long number;\n"
    "static void stop(int s) { signal(s, stop); siglongjmp(undefined, 1); }\n"
    "#define NAME(e) _Generic((e), bool: \"bool\", signed char: \"int8_t\", \\\n"
    "    unsigned char: \"uint8_t\", short: \"int16_t\", unsigned short: \"uint16_t\", \\\n"
    "    int: \"int\", unsigned: \"unsigned int\", long: \"long\", long long: \"long long\", \\\n"
    "    unsigned long: \"unsigned long\", unsigned long long: \"unsigned long long\")\n"
    "#define SIGNED(e) _Generic((e), signed char: 1, short: 1, int: 1, long: 1, long long: 1, \\\n"
    "    default: 0)\n"
    "static void show(const char *name, int is_signed, unsigned long long value)\n"
    "{\n"
    "    if (is_signed)\n"
    "        printf(\"%lu %s %lld\\n\", number, name, (long long)value);\n"
    "    else\n"
    "        printf(\"%lu %s %llu\\n\", number, name, value);\n"
    "}\n"
    "#define SHOW(e) __auto_type v = (e); show(NAME(v), SIGNED(v), (unsigned long long)v)\n"
    "#define L(e) (*(volatile __typeof__(e) *)&(__typeof__(e)){e})\n"
    "#define V(e) __extension__({ volatile __typeof__(e) v_ = (e); v_; })\n";

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: draw_eval SEED COUNT c|answers|arguments\n");
        return 2;
    }
    unsigned long count = strtoul(argv[2], NULL, 10);
    struct problem p = {.state = strtoull(argv[1], NULL, 10)};
    if (argv[3][0] == 'c')
        printf("%s", head);
    for (unsigned long k = 0; k < count; k++) {
        draw_problem(&p);
        if (argv[3][0] == 'c')
            print_c(&p, k);
        else if (strcmp(argv[3], "answers") == 0)
            print_answer(&p, k);
        else
            print_arguments(&p);
        text_free(&p.source);
        text_free(&p.c);
    }
    if (argv[3][0] == 'c')
        print_program(count);
    return ferror(stdout) || fflush(stdout) != 0;
}
