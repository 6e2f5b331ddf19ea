/* uses.c: counts the operators in functions. Macros are counted expanded: the tokens are those that
 * the preprocessor made. A function that calls another one of the submission uses what that uses,
 * too, each time that it is called. */
#include "uses.h"

#include <stdlib.h>
#include <string.h>

const char *const operator_spelling[NOPERATORS] = {
    "!",  "~", "&",  "^", "|",  "+",  "-",  "<<", ">>", "*",  "/",  "%",      "==",
    "!=", "<", "<=", ">", ">=", "&&", "||", "?:", "++", "--", "[]", "sizeof", "__builtin"};
const char *const features[NFEATURES] = {"loop", "if", "call", "constant", "goto"};

int operator_at(const char *text, size_t length, size_t *taken)
{
    int best = -1;
    *taken = 0;
    for (int i = 0; i < NOPERATORS; i++) {
        size_t n = strlen(operator_spelling[i]);
        if (n > *taken && n <= length && memcmp(text, operator_spelling[i], n) == 0) {
            best = i;
            *taken = n;
        }
    }
    return best;
}

static bool is_word_of(const struct token *t, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (token_is(t, words[i]))
            return true;
    return false;
}
#define IS_WORD_OF(token, words) is_word_of(token, words, sizeof(words) / sizeof(words)[0])

/* Where a function is being read. */
struct place {
    struct scan *scan;
    struct function *function;
    size_t at;
    size_t stars; /* the first of the last row of * that was read */
    /* In a statement that is a declaration: how many brackets are open, and ? without their colons;
     * whether the next token belongs to a declarator and not to a value. */
    bool begins, declaration, declarator;
    unsigned depth, conditions;
};

static const struct token *token_at(const struct place *p, size_t i)
{
    return &p->scan->tokens.list[i];
}

static struct function *find_function(struct scan *scan, const struct token *name)
{
    for (size_t i = 0; i < scan->nfunctions; i++)
        if (scan->functions[i].name->length == name->length &&
            memcmp(scan->functions[i].name->at, name->at, name->length) == 0)
            return &scan->functions[i];
    return NULL;
}

/* Words that make no type of themselves, but may stand in front of one. */
static bool is_qualifier(const struct token *t)
{
    static const char *const words[] = {"const",   "volatile", "static",   "register",
                                        "extern",  "typedef",  "inline",   "restrict",
                                        "_Atomic", "auto",     "_Noreturn"};
    return IS_WORD_OF(t, words);
}

static bool is_tag(const struct token *t)
{
    static const char *const words[] = {"struct", "union", "enum"};
    return IS_WORD_OF(t, words);
}

/* Whether a word is part of a type where it stands. */
static bool is_type(const struct place *p, size_t at)
{
    const struct token *t = token_at(p, at);
    if (t->kind != TOKEN_WORD)
        return false;
    const struct typedef_name *named = find_typedef(p->scan, t);
    return named ? named->hidden_in != p->function
                 : is_word_of_type(p->scan, t) || is_tag(token_at(p, at - 1));
}

/* Whether the parenthesis that closes at `close` holds only a type: a cast or a sizeof. */
static bool closes_type(const struct place *p, size_t close)
{
    bool any = false;
    for (size_t i = close; !token_is(token_at(p, --i), "(");) {
        const bool word = is_type(p, i);
        if (!word && !token_is(token_at(p, i), "*"))
            return false;
        any = any || word;
    }
    return any;
}

/* ---- Names that mean something else in a function ---- */

/* Whether the word at `at`, the name of a type, can only be something else there. */
static bool is_no_type(const struct place *p, size_t at)
{
    static const char *const before[] = {"(", "{", "}", ";", ","};
    static const char *const after[] = {"*", "(", ")", "[", ",", ":"};
    const struct token *t = token_at(p, at);
    size_t next = at + 1;
    if ((!IS_WORD_OF(t - 1, before) && !is_qualifier(t - 1)) ||
        (t[1].kind != TOKEN_WORD && !IS_WORD_OF(t + 1, after)))
        return true;
    if (!token_is(t + 1, "*") || (!token_is(t - 1, "(") && !token_is(t - 1, ",")))
        return false;
    while (token_is(token_at(p, next), "*")) /* (T * x): a product */
        next++;
    return !token_is(token_at(p, next), ")") && !token_is(token_at(p, next), ",") &&
           !is_qualifier(token_at(p, next));
}

/* Whether the word at `at`, the name of a function, cannot be a call of that. */
static bool is_no_call(const struct place *p, size_t at)
{
    const struct token *t = token_at(p, at);
    if (token_is(t - 1, ".") || token_is(t - 1, "->"))
        return false; /* a member of that name */
    return at < p->function->body || !token_is(t + 1, "(") || is_type(p, at - 1) ||
           (token_is(t - 1, "*") && is_type(p, at - 2));
}

/* Notes the names of types and functions that the function itself gives another meaning. */
static void find_hidden(struct place *p)
{
    for (size_t i = p->function->open + 1; i < p->function->end; i++) {
        const struct token *t = token_at(p, i);
        struct typedef_name *type = t->kind == TOKEN_WORD ? find_typedef(p->scan, t) : NULL;
        struct function *called = t->kind == TOKEN_WORD && !type ? find_function(p->scan, t) : NULL;
        if (type && !token_is(t - 1, ".") && !token_is(t - 1, "->") && !is_tag(t - 1) &&
            is_no_type(p, i))
            type->hidden_in = p->function;
        if (called && is_no_call(p, i))
            called->hidden_in = p->function;
    }
}

/* ---- Operators ---- */

/* Goes on to a token. */
static void read_token(struct place *p, size_t at)
{
    p->at = at;
    if (token_is(token_at(p, at), "*") && !token_is(token_at(p, at - 1), "*"))
        p->stars = at;
}

/* Follows where declarations begin and end, and where in them the declarators are. */
static void follow_declaration(struct place *p)
{
    const struct token *t = token_at(p, p->at);
    const bool opens = t->mate > p->at, closes = t->mate > 0 && !opens;
    if (p->begins && (is_type(p, p->at) || is_tag(t) || is_qualifier(t))) {
        p->declaration = p->declarator = true;
        p->depth = p->conditions = 0;
    }
    p->begins = token_is(t, ";") || token_is(t, "{") || token_is(t, "}") ||
                (token_is(t, "(") && token_is(t - 1, "for"));
    if (closes && p->depth > 0)
        p->depth--;
    if (p->depth == 0) {
        p->conditions += token_is(t, "?");
        p->conditions -= token_is(t, ":") && p->conditions > 0;
        p->declarator = p->declarator ? !token_is(t, "=") : token_is(t, ",") && p->conditions == 0;
        p->declaration = p->declaration && !token_is(t, ";");
    }
    p->depth += opens;
    p->begins = p->begins && (!p->declaration || p->depth == 0);
}

/* A * or [ that belongs to a declaration and not to an expression. */
static bool declares(const struct place *p)
{
    const struct token *t = token_at(p, p->at);
    size_t i = p->at;
    if (p->declaration && p->declarator && p->depth == (token_is(t, "*") ? 0 : 1))
        return true;
    if (!token_is(t, "*")) {
        if (token_is(t - 1, "{") || token_is(t - 1, ","))
            return true; /* a designator */
        if (t[-1].kind != TOKEN_WORD)
            return false;
        i = p->at - 1;
    }
    if (token_is(token_at(p, i), "*") || token_is(token_at(p, i - 1), "*"))
        i = p->stars;
    return is_type(p, i - 1);
}

/* The operator that the token is, or -1. */
static int operator_of(const struct place *p)
{
    const struct token *t = token_at(p, p->at);
    size_t taken = 0;
    if (t->kind == TOKEN_WORD)
        return token_is(t, "sizeof") || token_is(t, "_Alignof") ? operator_at("sizeof", 6, &taken)
                                                                : -1;
    if (t->kind != TOKEN_SIGN || token_is(t, "->"))
        return -1;
    if (token_is(t, "?"))
        return operator_at("?:", 2, &taken);
    if (token_is(t, "[") || token_is(t, "<:"))
        return declares(p) ? -1 : operator_at("[]", 2, &taken);
    if (token_is(t, "*") && declares(p))
        return -1;
    int found = operator_at(t->at, t->length, &taken);
    const bool compound = found >= 0 && taken + 1 == t->length && t->at[taken] == '=';
    return found >= 0 && (taken == t->length || compound) ? found : -1;
}

/* A character that is larger than 0xff, or several between two quotes. */
static bool is_large_character(const struct token *t)
{
    if (t->length > 2 && t->at[1] == '\\' && t->at[2] == 'x')
        return strspn(t->at + 3, "0") + 6 < t->length;
    if (t->length > 2 && t->at[1] == '\\' && t->at[2] >= '0' && t->at[2] <= '7')
        return strspn(t->at + 2, "01234567") + 3 != t->length || t->length > 6 ||
               (t->length == 6 && t->at[2] > '3');
    return t->length > (t->at[1] == '\\' ? 4u : 3u);
}

bool is_large(const struct token *t)
{
    char *end;
    if (t->kind == TOKEN_LITERAL && t->at[0] == '\'')
        return is_large_character(t);
    if (t->kind != TOKEN_NUMBER)
        return false;
    if (t->at[0] == '0' && (t->at[1] == 'b' || t->at[1] == 'B'))
        return strtoull(t->at + 2, &end, 2) > 0xff;
    return strtoull(t->at, &end, 0) > 0xff;
}

/* A count that a chain of calls doubles again and again must not wrap around. */
static void add_count(unsigned *to, unsigned from)
{
    *to = from > MAX_USES - *to ? MAX_USES : *to + from;
}

static void add_uses(struct uses *to, const struct uses *from)
{
    for (size_t i = 0; i < NOPERATORS; i++)
        add_count(&to->operators[i], from->operators[i]);
    for (size_t i = 0; i < NFEATURES; i++)
        add_count(&to->features[i], from->features[i]);
}

/* Whether a word is the name of a member of an enum or of a variable outside of all functions that
 * was given a large constant. */
static bool is_name_of_large(const struct scan *scan, const struct token *t)
{
    if (t->kind != TOKEN_WORD || token_is(t - 1, ".") || token_is(t - 1, "->"))
        return false;
    for (size_t i = 0; i < scan->nlarge; i++)
        if (scan->large[i]->length == t->length &&
            memcmp(scan->large[i]->at, t->at, t->length) == 0)
            return true;
    return false;
}

static void count_features(const struct place *p)
{
    static const char *const loops[] = {"for", "while"}, *const ifs[] = {"if", "switch"};
    const struct token *t = token_at(p, p->at);
    unsigned *use = p->function->uses.features;
    use[FEATURE_LOOP] += IS_WORD_OF(t, loops);
    use[FEATURE_IF] +=
        IS_WORD_OF(t, ifs) || token_is(t, "?") || token_is(t, "&&") || token_is(t, "||");
    use[FEATURE_GOTO] += token_is(t, "goto");
    use[FEATURE_CONSTANT] += is_large(t) || is_name_of_large(p->scan, t);
}

/* ---- Calls ---- */

/* Words in front of a parenthesis that is no operand. */
static bool is_before_no_operand(const struct token *t)
{
    static const char *const words[] = {
        "if",          "for",       "while",  "switch",   "sizeof",     "_Alignof",      "_Alignas",
        "__alignof__", "__alignof", "typeof", "__typeof", "__typeof__", "_Static_assert"};
    return IS_WORD_OF(t, words);
}

static bool is_keyword(const struct token *t)
{
    static const char *const words[] = {"return", "_Generic", "do",       "else",
                                        "case",   "goto",     "__real__", "__imag__"};
    return IS_WORD_OF(t, words) || is_before_no_operand(t);
}

/* Whether the word that is read is called by its name. */
static bool is_call(const struct place *p)
{
    const struct token *t = token_at(p, p->at);
    return t->kind == TOKEN_WORD && token_is(t + 1, "(") && !is_keyword(t) && !is_type(p, p->at) &&
           !token_is(t - 1, ".") && !token_is(t - 1, "->");
}

/* Whether the parenthesis that is read calls the value in front of it, or is part of a pointer to a
 * function that is declared here. */
static bool calls_value(const struct place *p)
{
    const struct token *t = token_at(p, p->at), *last = t - 1;
    if (!token_is(t, "("))
        return false;
    if (token_is(last, "]") || token_is(last, ":>"))
        return true;
    if (last->kind == TOKEN_WORD)
        return token_is(last - 1, ".") || token_is(last - 1, "->");
    if (token_is(last, "++") || token_is(last, "--"))
        return token_is(last - 1, ")") || token_is(last - 1, "]") ||
               (last[-1].kind == TOKEN_WORD && !is_keyword(last - 1));
    if (last->mate == 0)
        return false;
    if (token_is(last, "}")) { /* of a compound literal, or the end of a block */
        const size_t open = last->mate;
        return token_is(token_at(p, open - 1), ")") && closes_type(p, open - 1);
    }
    if (!token_is(last, ")") || closes_type(p, p->at - 1))
        return false;
    return !is_before_no_operand(token_at(p, last->mate - 1));
}

static void note_unknown(struct function *f, enum unknown unknown, const struct token *at)
{
    if (f->unknown == ALL_KNOWN) {
        f->unknown = unknown;
        f->unknown_at = at;
    }
}

static bool is_builtin(const struct token *name)
{
    return name->length > 10 && memcmp(name->at, "__builtin_", 10) == 0;
}

/* Builtin functions that compute nothing that an operator could. */
static bool is_free_builtin(const struct token *name)
{
    static const char *const names[] = {
        "__builtin_expect",     "__builtin_unreachable", "__builtin_types_compatible_p",
        "__builtin_constant_p", "__builtin_choose_expr", "__builtin_offsetof",
        "__builtin_trap",       "__builtin_assume",      "__builtin_expect_with_probability"};
    return IS_WORD_OF(name, names);
}

static void count_call(struct place *p)
{
    struct function *f = p->function;
    const struct token *name = token_at(p, p->at);
    const struct function *called = find_function(p->scan, name);
    f->uses.features[FEATURE_CALL]++;
    if (!called && is_builtin(name)) {
        if (!is_free_builtin(name))
            add_count(&f->uses.operators[NOPERATORS - 1], 1);
        return;
    }
    if (!called) {
        f->missing = name;
        note_unknown(f, NOT_IN_FILE, name);
        return;
    }
    if (called->hidden_in == f)
        note_unknown(f, OTHER_MEANING, name);
    if (called->state == COUNTING) {
        f->uses.features[FEATURE_LOOP]++; /* it calls itself */
        return;
    }
    add_uses(&f->uses, &called->uses);
    if (called->missing)
        f->missing = called->missing;
    if (called->unknown != ALL_KNOWN)
        note_unknown(f, called->unknown, called->unknown_at);
}

static void count_token(struct place *p)
{
    const int op = operator_of(p);
    if (op >= 0)
        add_count(&p->function->uses.operators[op], 1);
    count_features(p);
    if (is_call(p))
        count_call(p);
    else if (p->function->unknown == ALL_KNOWN && calls_value(p))
        note_unknown(p->function, BY_POINTER, token_at(p, p->at));
}

/* What stands in the sizes of arrays among the parameters is computed, too. */
static void count_parameters(struct place *p)
{
    unsigned depth = 0;
    for (size_t i = p->function->open + 1; i < p->function->body; i++) {
        const struct token *t = token_at(p, i);
        read_token(p, i);
        depth -= depth > 0 && (token_is(t, "]") || token_is(t, ":>"));
        if (depth > 0)
            count_token(p);
        depth += token_is(t, "[") || token_is(t, "<:");
    }
}

static void count_function(struct scan *scan, struct function *f)
{
    struct place p = {.scan = scan, .function = f, .begins = true};
    f->state = COUNTING;
    for (size_t i = f->open + 1; i < f->end; i++) {
        struct function *called =
            token_is(token_at(&p, i + 1), "(") ? find_function(scan, token_at(&p, i)) : NULL;
        if (called && called->state == UNCOUNTED)
            count_function(scan, called);
    }
    find_hidden(&p);
    count_parameters(&p);
    for (size_t i = f->body + 1; i < f->end; i++) {
        read_token(&p, i);
        follow_declaration(&p);
        count_token(&p);
    }
    f->state = COUNTED;
}

void count_uses(struct scan *scan)
{
    for (size_t i = 0; i < scan->nfunctions; i++)
        if (scan->functions[i].state == UNCOUNTED)
            count_function(scan, &scan->functions[i]);
}
