/* expr_literal.c: numbers and characters as C writes them, and the types that C gives them. */
#include "expr_nodes.h"

#include <ctype.h>
#include <string.h>

/* ---- Numbers ---- */

struct suffix {
    bool is_unsigned;
    unsigned longs; /* 1 for l and z, 2 for ll */
};

/* u or U in front of or behind l, L, ll, LL, z or Z (size_t, C23). */
static bool read_suffix(const char *string, size_t length, struct suffix *suffix)
{
    static const char *const sizes[] = {"", "l", "L", "ll", "LL", "z", "Z"};
    bool first = length > 0 && tolower((unsigned char)string[0]) == 'u';
    bool last = !first && length > 0 && tolower((unsigned char)string[length - 1]) == 'u';
    string += first;
    length -= first || last;
    suffix->is_unsigned = first || last;
    suffix->longs = (unsigned)length;
    for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++)
        if (strlen(sizes[k]) == length && memcmp(string, sizes[k], length) == 0)
            return true;
    return false;
}

/* C11 6.4.4.1: the first type of the list that holds the value. Result: false if none does. */
static bool type_of_literal(uint64_t value, bool decimal, struct suffix suffix,
                            enum expr_type *type)
{
    static const enum expr_type list[] = {TYPE_I32, TYPE_U32, TYPE_I64,
                                          TYPE_U64, TYPE_LL,  TYPE_ULL};
    static const uint64_t largest[] = {INT32_MAX,  UINT32_MAX, INT64_MAX,
                                       UINT64_MAX, INT64_MAX,  UINT64_MAX};
    for (size_t k = 2 * (size_t)suffix.longs; k < 6; k++) {
        bool is_unsigned = k % 2 == 1;
        if (is_unsigned ? decimal && !suffix.is_unsigned : suffix.is_unsigned)
            continue;
        *type = list[k];
        if (value <= largest[k])
            return true;
    }
    return false;
}

static unsigned digit_value(char c)
{
    return isdigit((unsigned char)c)    ? (unsigned)(c - '0')
           : isxdigit((unsigned char)c) ? (unsigned)(tolower((unsigned char)c) - 'a') + 10
                                        : 99;
}

static unsigned base_of(const char *s, size_t *prefix)
{
    char letter = s[0] == '0' ? (char)tolower((unsigned char)s[1]) : '\0';
    *prefix = letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 0;
    return letter == 'x'                    ? 16
           : letter == 'b'                  ? 2
           : letter == 'o'                  ? 8
           : isdigit((unsigned char)letter) ? 8
                                            : 10;
}

/* The letters, digits and separators that belong together. */
static size_t number_end(const char *source, size_t at)
{
    while (isalnum((unsigned char)source[at]) || source[at] == '_' ||
           (source[at] == '\'' && isalnum((unsigned char)source[at + 1])) ||
           (source[at] == '.' && isdigit((unsigned char)source[at + 1])))
        at++;
    return at;
}

static bool wrong_number(const struct token *token, const char *source, unsigned base,
                         struct expr_error *error)
{
    static const char *const kind[] = {
        [2] = "binary", [8] = "octal", [10] = "decimal", [16] = "hexadecimal"};
    size_t length = token->to - token->from;
    int shown = length > 40 ? 40 : (int)length;
    if (memchr(source + token->from, '.', length))
        return expr_fail(error, token->from, token->to, "'%.*s': expected a whole number", shown,
                         source + token->from);
    return expr_fail(error, token->from, token->to, "'%.*s' is not a number in %s%s", shown,
                     source + token->from, kind[base],
                     base == 8 ? ", which a leading 0 means in C" : "");
}

bool lex_number(const char *source, struct token *token, struct expr_error *error)
{
    size_t prefix, at = token->from;
    unsigned base = base_of(source + at, &prefix);
    bool after_digit = false, too_large = false;
    token->op = OP_NUMBER;
    token->to = number_end(source, at);
    token->octal = base == 8 && prefix == 0;
    for (at += prefix; at < token->to; at++) {
        unsigned digit = digit_value(source[at]);
        if (after_digit && (source[at] == '\'' || source[at] == '_')) {
            after_digit = false;
            continue;
        }
        if (digit >= base)
            break;
        too_large |= token->number > (UINT64_MAX - digit) / base;
        token->number = token->number * base + digit;
        after_digit = true;
    }
    struct suffix suffix;
    if (!after_digit || !read_suffix(source + at, token->to - at, &suffix))
        return wrong_number(token, source, base, error);
    if (too_large)
        return expr_fail(error, token->from, token->to,
                         "the number is too large: expected at most 18446744073709551615");
    if (!type_of_literal(token->number, base == 10, suffix, &token->type))
        token->type = TYPE_MODULO; /* an error by RULES_C */
    return true;
}

/* ---- Characters ---- */

/* The character that \c stands for; -1 if there is none. */
static int simple_escape(char c)
{
    static const char letters[] = "abefnrtv\\'\"?", values[] = "\a\b\033\f\n\r\t\v\\'\"?";
    const char *found = c ? strchr(letters, c) : NULL;
    return found ? values[found - letters] : -1;
}

/* The digits after \ or \x. Result: the end. */
static size_t numeric_escape(const char *source, size_t at, unsigned *value)
{
    unsigned base = source[at] == 'x' ? 16 : 8, digits = 0;
    at += base == 16;
    for (*value = 0; digit_value(source[at]) < base && (base == 16 || digits < 3); digits++)
        *value = (*value > 255 ? 256 : *value) * base + digit_value(source[at++]);
    return digits ? at : 0;
}

/* Characters are of type int, and their value is that of a char, which has a sign here. */
bool lex_character(const char *source, struct token *token, struct expr_error *error)
{
    size_t at = token->from + 1;
    unsigned value = (unsigned char)source[at];
    token->to = at;
    if (source[at] == '\\' && (source[at + 1] == 'x' || isdigit((unsigned char)source[at + 1]))) {
        at = numeric_escape(source, at + 1, &value);
    } else if (source[at] == '\\') {
        int escaped = simple_escape(source[at + 1]);
        value = (unsigned)escaped;
        at = escaped < 0 ? 0 : at + 2;
    } else {
        at = value < ' ' || value >= 0x7f || value == '\'' ? 0 : at + 1;
    }
    if (!at || source[at] != '\'' || value > 255)
        return expr_fail(error, token->from, token->to,
                         "expected one character between ' and ', such as 'a'");
    token->op = OP_NUMBER;
    token->to = at + 1;
    token->type = TYPE_I32;
    token->number = (uint64_t)as_signed(8, value);
    return true;
}
