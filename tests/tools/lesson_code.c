/* lesson_code.c SEED: prints a C program that runs the C of each lesson, in each of its widths, on
 * special and drawn operands, and compares it with what the library's function returned here.
 * tests/tools/lesson_code.sh compiles and runs it. Operands in memory are left out.
 */
#include "tools/engine/lesson.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CASES = 40 };

static uint64_t state;

/* All kinds of numbers: near 0, near a power of two, with few 1 bits, or any. */
static uint64_t draw_number(unsigned width)
{
    uint64_t power = UINT64_C(1) << next_random(&state) % width, near = next_random(&state) % 3;
    switch (next_random(&state) % 4) {
    case 0:
        return low_bits(width, near - 1);
    case 1:
        return low_bits(width, power + near - 1);
    case 2:
        return low_bits(width, next_random(&state) & next_random(&state) & next_random(&state));
    default:
        return low_bits(width, next_random(&state) >> next_random(&state) % 64);
    }
}

static uint64_t draw_operand(char kind, unsigned width)
{
    switch (kind) {
    case OPERAND_NUMBER:
    case OPERAND_MASK:
        return draw_number(width);
    case OPERAND_ALIGN:
        return low_bits(width, UINT64_C(1) << next_random(&state) % (width + 1) % 64);
    case OPERAND_COUNT:
        return next_random(&state) % (width + 2);
    case OPERAND_STATE:
        return next_random(&state) % 2;
    default:
        return next_random(&state) % width;
    }
}

static bool in_memory(const struct verb *verb)
{
    return verb->result == RESULT_BYTES || strpbrk(verb->operands, "pht");
}

static bool by_pointer(const struct verb *verb, size_t k)
{
    return verb->result == RESULT_CHANGED && (k == 0 || strcmp(verb->names[k], verb->changes) == 0);
}

static void print_type(char kind, unsigned width)
{
    if (kind == OPERAND_STATE)
        printf("bool");
    else if (kind == OPERAND_INDEX || kind == OPERAND_COUNT || kind == OPERAND_SHIFT)
        printf("unsigned");
    else
        printf("uint%u_t", width);
}

static void print_function(const struct lesson *lesson, const struct verb *verb, unsigned width,
                           unsigned id)
{
    struct text body = {0};
    lesson_write_c(lesson, width, &body);
    if (verb->result == RESULT_NUMBER || verb->result == RESULT_SIGNED)
        printf("static %sint%u_t", verb->result == RESULT_NUMBER ? "u" : "", width);
    else
        printf("static %s", verb->result == RESULT_INT     ? "int"
                            : verb->result == RESULT_COUNT ? "unsigned"
                                                           : "bool");
    printf(" f%u(", id);
    for (size_t k = 0; verb->operands[k]; k++) {
        printf(k ? ", " : "");
        print_type(verb->operands[k], width);
        printf(" %s%s", by_pointer(verb, k) ? "*" : "", verb->names[k]);
    }
    printf(")\n{\n%s%s%s\n}\n", strchr(text_string(&body), ';') ? "" : "return ",
           text_string(&body), strchr(text_string(&body), ';') ? "" : ";");
    text_free(&body);
}

/* A function that all lessons have in common: operands as numbers, and the operand that is changed.
 */
static void print_call(const struct verb *verb, unsigned width, unsigned id)
{
    size_t changed = 0;
    printf("static uint64_t c%u(const uint64_t *o, uint64_t *after)\n{\n(void)after;\n", id);
    for (size_t k = 0; verb->operands[k]; k++) {
        print_type(verb->operands[k], width);
        printf(" o%zu = (", k);
        print_type(verb->operands[k], width);
        printf(")o[%zu];\n", k);
        if (verb->result == RESULT_CHANGED && strcmp(verb->names[k], verb->changes) == 0)
            changed = k;
    }
    printf("const uint64_t result = (uint%u_t)f%u(", width, id);
    for (size_t k = 0; verb->operands[k]; k++)
        printf("%s%so%zu", k ? ", " : "", by_pointer(verb, k) ? "&" : "", k);
    printf(");\n");
    if (verb->result == RESULT_CHANGED)
        printf("*after = o%zu;\n", changed);
    printf("return result;\n}\n");
}

static void print_cases(const struct verb *verb, unsigned width, unsigned id)
{
    printf("static const uint64_t t%u[%d][6] = {\n", id, CASES);
    for (int n = 0; n < CASES; n++) {
        uint64_t operands[VERB_OPERANDS] = {0};
        for (size_t k = 0; verb->operands[k]; k++)
            operands[k] = draw_operand(verb->operands[k], width);
        printf("{");
        for (size_t k = 0; k < VERB_OPERANDS; k++)
            printf("0x%" PRIx64 "u, ", operands[k]);
        printf("0x%" PRIx64 "u, 0x%" PRIx64 "u},\n", low_bits(width, verb->call(width, operands)),
               verb->result == RESULT_CHANGED ? verb->changed(width, operands) : 0);
    }
    printf("};\n");
}

static void print_main(const char *rows)
{
    printf("static const struct { const char *name; uint64_t (*call)(const uint64_t *, uint64_t *);"
           " const uint64_t (*cases)[6]; } lessons[] = {\n%s};\n"
           "int main(void)\n{\nunsigned passed = 0, failed = 0;\n"
           "for (size_t k = 0; k < sizeof lessons / sizeof lessons[0]; k++) {\nint n = 0;\n"
           "for (; n < %d; n++) {\nconst uint64_t *o = lessons[k].cases[n];\nuint64_t after = 0;\n"
           "uint64_t result = lessons[k].call(o, &after);\n"
           "if (result == o[4] && after == o[5]) continue;\n"
           "printf(\"failed: %%s: of %%#llx, %%#llx, %%#llx: %%#llx, expected %%#llx\\n\", "
           "lessons[k].name, (unsigned long long)o[0], (unsigned long long)o[1], "
           "(unsigned long long)o[2], (unsigned long long)result, (unsigned long long)o[4]);\n"
           "break;\n}\nif (n < %d) failed++; else passed++;\n}\n"
           "printf(\"%%u passed, %%u failed, 0 skipped\\n\", passed, failed);\n"
           "return failed != 0;\n}\n",
           rows, CASES, CASES);
}

static void print_head(void)
{
    printf("#include <bitmill/learn/variants.h>\n#include <bitmill/word.h>\n#include <stdio.h>\n"
           "#include <string.h>\n"
           "#ifndef __clang__ /* only clang has these */\n"
           "#define __builtin_bitreverse32(x) bmill_reverse_u32(x)\n"
           "#define __builtin_bitreverse64(x) bmill_reverse_u64(x)\n"
           "#endif\n");
}

int main(int argc, char **argv)
{
    struct text rows = {0};
    unsigned id = 0;
    state = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
    print_head();
    for (size_t topic = 0; lesson_topics[topic]; topic++)
        for (const struct lesson *l = lesson_topics[topic]; l->verb; l++)
            for (unsigned width = 8; width <= 64; width *= 2) {
                const struct verb *verb = lesson_verb(l);
                if (in_memory(verb) || !lesson_has_width(l, width))
                    continue;
                print_function(l, verb, width, id);
                print_call(verb, width, id);
                print_cases(verb, width, id);
                text_add(&rows, "{\"%s %s u%u\", c%u, t%u},\n", l->verb, l->method, width, id, id);
                id++;
            }
    print_main(text_string(&rows));
    text_free(&rows);
    return 0;
}
