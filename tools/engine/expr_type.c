/* expr_type.c: the types of C: names, conversions, promotion. */
#include "expr_nodes.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static const struct type {
    const char *name;
    unsigned width;
    bool with_sign;
} types[] = {
    [TYPE_MODULO] = {"number", 64, false}, [TYPE_BOOL] = {"bool", 1, false},
    [TYPE_I8] = {"int8_t", 8, true},       [TYPE_U8] = {"uint8_t", 8, false},
    [TYPE_I16] = {"int16_t", 16, true},    [TYPE_U16] = {"uint16_t", 16, false},
    [TYPE_I32] = {"int", 32, true},        [TYPE_U32] = {"unsigned int", 32, false},
    [TYPE_I64] = {"long", 64, true},       [TYPE_U64] = {"unsigned long", 64, false},
    [TYPE_LL] = {"long long", 64, true},   [TYPE_ULL] = {"unsigned long long", 64, false},
};

const char *expr_type_name(enum expr_type type) { return types[type].name; }
unsigned expr_type_width(enum expr_type type) { return types[type].width; }
bool expr_type_signed(enum expr_type type) { return types[type].with_sign; }

enum expr_type type_of_width(unsigned width, bool with_sign)
{
    enum expr_type type = width == 8    ? TYPE_U8
                          : width == 16 ? TYPE_U16
                          : width == 32 ? TYPE_U32
                                        : TYPE_U64;
    return with_sign ? (enum expr_type)(type - 1) : type;
}

/* ---- Names ---- */

/* Names of one word, without those that are made of several ("unsigned long"). */
static const struct named_type {
    const char *name;
    enum expr_type type;
} named_types[] = {
    {"_Bool", TYPE_BOOL},    {"bool", TYPE_BOOL},     {"int8_t", TYPE_I8},
    {"uint8_t", TYPE_U8},    {"int16_t", TYPE_I16},   {"uint16_t", TYPE_U16},
    {"int32_t", TYPE_I32},   {"uint32_t", TYPE_U32},  {"int64_t", TYPE_I64},
    {"uint64_t", TYPE_U64},  {"i8", TYPE_I8},         {"u8", TYPE_U8},
    {"i16", TYPE_I16},       {"u16", TYPE_U16},       {"i32", TYPE_I32},
    {"u32", TYPE_U32},       {"i64", TYPE_I64},       {"u64", TYPE_U64},
    {"size_t", TYPE_U64},    {"ssize_t", TYPE_I64},   {"ptrdiff_t", TYPE_I64},
    {"intptr_t", TYPE_I64},  {"uintptr_t", TYPE_U64}, {"intmax_t", TYPE_I64},
    {"uintmax_t", TYPE_U64}, {"uint", TYPE_U32},
};

static bool is(const char *name, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(name, word, length) == 0;
}

static const struct named_type *find_named_type(const char *name, size_t length)
{
    for (size_t k = 0; k < sizeof named_types / sizeof named_types[0]; k++)
        if (is(name, length, named_types[k].name))
            return &named_types[k];
    return NULL;
}

/* The words of which the other names are made, each with the number of times that it may stand. */
enum { SIGNED, UNSIGNED, CHAR, SHORT, INT, LONG, TYPE_WORDS };
static const char *const type_words[TYPE_WORDS] = {"signed", "unsigned", "char",
                                                   "short",  "int",      "long"};

static int type_word(const char *name, size_t length)
{
    for (int k = 0; k < TYPE_WORDS; k++)
        if (is(name, length, type_words[k]))
            return k;
    return -1;
}

bool is_type_word(const char *name, size_t length)
{
    return type_word(name, length) >= 0 || find_named_type(name, length);
}

/* Result: false if C has no type of these words. */
static bool type_of_words(const unsigned count[TYPE_WORDS], enum expr_type *type)
{
    unsigned size = count[CHAR] + count[SHORT] + (count[LONG] > 0);
    if (count[SIGNED] + count[UNSIGNED] > 1 || count[CHAR] > 1 || count[SHORT] > 1 ||
        count[INT] > 1 || count[LONG] > 2 || size > 1 || (count[CHAR] && count[INT]))
        return false;
    unsigned width = count[CHAR] ? 8 : count[SHORT] ? 16 : count[LONG] ? 64 : 32;
    *type = type_of_width(width, !count[UNSIGNED]);
    if (count[LONG] == 2)
        *type = count[UNSIGNED] ? TYPE_ULL : TYPE_LL;
    return true;
}

bool expr_type_read(const char *name, size_t length, enum expr_type *type)
{
    unsigned count[TYPE_WORDS] = {0};
    size_t at = 0, words = 0;
    while (at < length) {
        size_t end = at;
        while (end < length && name[end] != ' ' && name[end] != '\t')
            end++;
        const struct named_type *named = find_named_type(name + at, end - at);
        int word = type_word(name + at, end - at);
        if (end > at && words++ == 0 && named && end == length) {
            *type = named->type;
            return true;
        }
        if (end > at && word < 0)
            return false;
        if (end > at)
            count[word]++;
        at = end + (end < length);
    }
    return words && type_of_words(count, type);
}

static const struct {
    const char *name;
    enum expr_type type;
    uint64_t bits;
} constants[] = {
    {"true", TYPE_I32, 1}, /* as in C11; C23 has a bool */
    {"false", TYPE_I32, 0},
    {"CHAR_BIT", TYPE_I32, CHAR_BIT},
    {"INT8_MIN", TYPE_I32, (uint64_t)INT8_MIN},
    {"INT8_MAX", TYPE_I32, INT8_MAX},
    {"UINT8_MAX", TYPE_I32, UINT8_MAX},
    {"INT16_MIN", TYPE_I32, (uint64_t)INT16_MIN},
    {"INT16_MAX", TYPE_I32, INT16_MAX},
    {"UINT16_MAX", TYPE_I32, UINT16_MAX},
    {"INT32_MIN", TYPE_I32, (uint64_t)INT32_MIN},
    {"INT32_MAX", TYPE_I32, INT32_MAX},
    {"UINT32_MAX", TYPE_U32, UINT32_MAX},
    {"INT64_MIN", TYPE_I64, (uint64_t)INT64_MIN},
    {"INT64_MAX", TYPE_I64, INT64_MAX},
    {"UINT64_MAX", TYPE_U64, UINT64_MAX},
    {"SCHAR_MIN", TYPE_I32, (uint64_t)INT8_MIN},
    {"SCHAR_MAX", TYPE_I32, INT8_MAX},
    {"UCHAR_MAX", TYPE_I32, UINT8_MAX},
    {"SHRT_MIN", TYPE_I32, (uint64_t)INT16_MIN},
    {"SHRT_MAX", TYPE_I32, INT16_MAX},
    {"USHRT_MAX", TYPE_I32, UINT16_MAX},
    {"INT_MIN", TYPE_I32, (uint64_t)INT32_MIN},
    {"INT_MAX", TYPE_I32, INT32_MAX},
    {"UINT_MAX", TYPE_U32, UINT32_MAX},
    {"LONG_MIN", TYPE_I64, (uint64_t)INT64_MIN},
    {"LONG_MAX", TYPE_I64, INT64_MAX},
    {"ULONG_MAX", TYPE_U64, UINT64_MAX},
    {"LLONG_MIN", TYPE_LL, (uint64_t)INT64_MIN},
    {"LLONG_MAX", TYPE_LL, INT64_MAX},
    {"ULLONG_MAX", TYPE_ULL, UINT64_MAX},
    {"SIZE_MAX", TYPE_U64, UINT64_MAX},
};

bool find_constant(const char *name, size_t length, struct expr_value *value)
{
    for (size_t k = 0; k < sizeof constants / sizeof constants[0]; k++) {
        if (!is(name, length, constants[k].name))
            continue;
        *value = (struct expr_value){constants[k].type, constants[k].bits};
        return true;
    }
    return false;
}

/* The macros of <stdint.h> add a suffix to a literal, so that it gets one of the types of that. */
bool find_literal_macro(const char *name, size_t length, uint64_t number, enum expr_type *type)
{
    static const struct named_type macros[] = {{"INT8_C", TYPE_I32},   {"UINT8_C", TYPE_I32},
                                               {"INT16_C", TYPE_I32},  {"UINT16_C", TYPE_I32},
                                               {"INT32_C", TYPE_I32},  {"UINT32_C", TYPE_U32},
                                               {"INT64_C", TYPE_I64},  {"UINT64_C", TYPE_U64},
                                               {"INTMAX_C", TYPE_I64}, {"UINTMAX_C", TYPE_U64}};
    for (size_t k = 0; k < sizeof macros / sizeof macros[0]; k++) {
        if (!is(name, length, macros[k].name))
            continue;
        const unsigned width = types[macros[k].type].width;
        if (!types[macros[k].type].with_sign)
            *type = type_of_width(number > UINT32_MAX ? 64 : width, false);
        else if (*type != TYPE_MODULO && types[*type].width < width)
            *type = macros[k].type;
        return true;
    }
    return false;
}

/* ---- Conversions ---- */

struct expr_value expr_convert(struct expr_value value, enum expr_type type)
{
    struct expr_value result = {type, value.bits};
    unsigned width = types[type].width;
    if (type == TYPE_BOOL)
        result.bits = value.bits != 0;
    else if (types[type].with_sign)
        result.bits = (uint64_t)as_signed(width, value.bits);
    else
        result.bits = low_bits(width, value.bits);
    return result;
}

enum expr_type promoted(enum expr_type type)
{
    return type == TYPE_MODULO || type >= TYPE_I32 ? type : TYPE_I32;
}

/* The usual arithmetic conversions. The ranks of types grow with their numbers, and of two types of
 * one rank the unsigned one has the higher number. A long long cannot hold every unsigned long. */
enum expr_type common_type(enum expr_type a, enum expr_type b)
{
    a = promoted(a);
    b = promoted(b);
    if ((a == TYPE_LL && b == TYPE_U64) || (a == TYPE_U64 && b == TYPE_LL))
        return TYPE_ULL;
    return a > b ? a : b;
}

void expr_decimal(struct expr_value value, char text[EXPR_DIGITS])
{
    if (types[value.type].with_sign)
        snprintf(text, EXPR_DIGITS, "%" PRId64, as_signed(64, value.bits));
    else
        snprintf(text, EXPR_DIGITS, "%" PRIu64, value.bits);
}
