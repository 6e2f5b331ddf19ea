/* expr_lex.c: the tokens of an expression. */
#include "expr_nodes.h"

#include <ctype.h>
#include <string.h>

static const struct operator_row {
    const char *spelling;
    unsigned c, python; /* precedence */
} operator_rows[] = {
    [OP_MULTIPLY] = {"*", 13, 13},
    [OP_DIVIDE] = {"/", 13, 13},
    [OP_REMAINDER] = {"%", 13, 13},
    [OP_ADD] = {"+", 12, 12},
    [OP_SUBTRACT] = {"-", 12, 12},
    [OP_SHIFT_LEFT] = {"<<", 11, 11},
    [OP_SHIFT_RIGHT] = {">>", 11, 11},
    [OP_LESS] = {"<", 10, 6},
    [OP_LESS_EQUAL] = {"<=", 10, 6},
    [OP_GREATER] = {">", 10, 6},
    [OP_GREATER_EQUAL] = {">=", 10, 6},
    [OP_EQUAL] = {"==", 9, 6},
    [OP_NOT_EQUAL] = {"!=", 9, 6},
    [OP_AND] = {"&", 8, 9},
    [OP_XOR] = {"^", 7, 8},
    [OP_OR] = {"|", 6, 7},
    [OP_LOGICAL_AND] = {"&&", 5, 5},
    [OP_LOGICAL_OR] = {"||", 4, 4},
    [OP_IMPLIES] = {"implies", 2, 2},
    [OP_IFF] = {"iff", 1, 1},
    [OP_COMPLEMENT] = {"~", 14, 14},
    [OP_LOGICAL_NOT] = {"!", 14, 14},
    [OP_PLUS] = {"+", 14, 14},
    [OP_MINUS] = {"-", 14, 14},
    [OP_CONDITIONAL] = {"?:", 3, 3},
    [OP_ASSIGN] = {"=", 0, 0},
};

const char *op_spelling(enum expr_op op) { return operator_rows[op].spelling; }

unsigned op_precedence(enum expr_op op, enum expr_precedence precedence)
{
    return precedence == EXPR_PYTHON ? operator_rows[op].python : operator_rows[op].c;
}

/* Spellings, longer ones first, with what they mean; or a hint for those of other languages and
 * those that change a variable. */
static const struct {
    const char *spelling;
    enum expr_op op;
    const char *hint;
} tokens[] = {
    {"<=>", OP_END, "'<=>' is not an operator here: write iff"},
    {"<->", OP_END, "'<->' is not an operator here: write iff"},
    {"<<=", OP_END, "'<<=' changes a variable: write x = x << ..."},
    {">>=", OP_END, "'>>=' changes a variable: write x = x >> ..."},
    {">>>", OP_END, "'>>>' is not an operator of C: >> on an unsigned number shifts in 0 bits"},
    {"===", OP_END, "'===' is not an operator of C: write =="},
    {"!==", OP_END, "'!==' is not an operator of C: write !="},
    {"**", OP_END, "'**' is not an operator of C: 1 << n is 2 to the power of n"},
    {"//", OP_END, "'//' is not an operator of C: / divides whole numbers"},
    {"/*", OP_END, "comments are not allowed here"},
    {"++", OP_END, "'++' changes a variable: write x = x + 1, or + (+x)"},
    {"--", OP_END, "'--' changes a variable: write x = x - 1, or - (-x)"},
    {"+=", OP_END, "'+=' changes a variable: write x = x + ..."},
    {"-=", OP_END, "'-=' changes a variable: write x = x - ..."},
    {"*=", OP_END, "'*=' changes a variable: write x = x * ..."},
    {"/=", OP_END, "'/=' changes a variable: write x = x / ..."},
    {"%=", OP_END, "'%=' changes a variable: write x = x % ..."},
    {"&=", OP_END, "'&=' changes a variable: write x = x & ..."},
    {"|=", OP_END, "'|=' changes a variable: write x = x | ..."},
    {"^=", OP_END, "'^=' changes a variable: write x = x ^ ..."},
    {"<>", OP_END, "'<>' is not an operator of C: write !="},
    {"=>", OP_END, "'=>' is not an operator here: write implies, or >= for 'at least'"},
    {"->", OP_END, "'->' is not an operator here: write implies"},
    {"&&", OP_LOGICAL_AND, NULL},
    {"||", OP_LOGICAL_OR, NULL},
    {"<<", OP_SHIFT_LEFT, NULL},
    {">>", OP_SHIFT_RIGHT, NULL},
    {"<=", OP_LESS_EQUAL, NULL},
    {">=", OP_GREATER_EQUAL, NULL},
    {"==", OP_EQUAL, NULL},
    {"!=", OP_NOT_EQUAL, NULL},
    {"*", OP_MULTIPLY, NULL},
    {"/", OP_DIVIDE, NULL},
    {"%", OP_REMAINDER, NULL},
    {"+", OP_ADD, NULL},
    {"-", OP_SUBTRACT, NULL},
    {"<", OP_LESS, NULL},
    {">", OP_GREATER, NULL},
    {"&", OP_AND, NULL},
    {"^", OP_XOR, NULL},
    {"|", OP_OR, NULL},
    {"~", OP_COMPLEMENT, NULL},
    {"!", OP_LOGICAL_NOT, NULL},
    {"=", OP_ASSIGN, NULL},
    {"?", OP_QUESTION, NULL},
    {":", OP_COLON, NULL},
    {"(", OP_OPEN, NULL},
    {")", OP_CLOSE, NULL},
    {",", OP_COMMA, NULL},
    {";", OP_SEMICOLON, NULL},
};

size_t utf8_length(const char *string)
{
    unsigned char lead = (unsigned char)string[0];
    size_t length = lead >= 0xf0 && lead < 0xf5   ? 4
                    : lead >= 0xe0 && lead < 0xf0 ? 3
                    : lead >= 0xc3 && lead < 0xe0 ? 2
                                                  : 0;
    for (size_t k = 1; k < length; k++)
        if (((unsigned char)string[k] & 0xc0) != 0x80)
            return 0;
    return length;
}

static bool unexpected_character(const char *source, size_t at, struct expr_error *error)
{
    size_t length = utf8_length(source + at);
    unsigned char c = (unsigned char)source[at];
    if (length)
        return expr_fail(error, at, at + length, "unexpected character '%.*s'", (int)length,
                         source + at);
    if (c < ' ' || c >= 0x7f)
        return expr_fail(error, at, at + 1, "unexpected byte 0x%02x", (unsigned)c);
    return expr_fail(error, at, at + 1, "unexpected character '%c'", c);
}

static bool lex_operator(const char *source, struct token *token, struct expr_error *error)
{
    const char *here = source + token->from;
    for (size_t k = 0; k < sizeof tokens / sizeof tokens[0]; k++) {
        size_t length = strlen(tokens[k].spelling);
        if (strncmp(here, tokens[k].spelling, length) != 0)
            continue;
        token->op = tokens[k].op;
        token->to = token->from + length;
        if (!tokens[k].hint)
            return true;
        return expr_fail(error, token->from, token->to, "%s", tokens[k].hint);
    }
    return unexpected_character(source, token->from, error);
}

static bool is_name_character(char c) { return isalnum((unsigned char)c) || c == '_'; }

static void lex_name(const char *source, struct token *token)
{
    token->to = token->from;
    while (is_name_character(source[token->to]))
        token->to++;
    size_t length = token->to - token->from;
    token->op = OP_NAME;
    if (length == 3 && memcmp(source + token->from, "iff", 3) == 0)
        token->op = OP_IFF;
    if (length == 7 && memcmp(source + token->from, "implies", 7) == 0)
        token->op = OP_IMPLIES;
}

bool lex_token(const char *source, size_t *at, struct token *token, struct expr_error *error)
{
    while (source[*at] == ' ' || (source[*at] >= '\t' && source[*at] <= '\r'))
        ++*at;
    *token = (struct token){.op = OP_END, .from = *at, .to = *at};
    char c = source[*at];
    bool right = true;
    if (isdigit((unsigned char)c))
        right = lex_number(source, token, error);
    else if (c == '\'')
        right = lex_character(source, token, error);
    else if (is_name_character(c))
        lex_name(source, token);
    else if (c != '\0')
        right = lex_operator(source, token, error);
    *at = token->to;
    return right;
}
