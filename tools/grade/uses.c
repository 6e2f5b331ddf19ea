/* uses.c: counts the operators in functions. Macros are counted expanded: the tokens are those that
 * the preprocessor made. A function that calls another one of the submission uses what that uses,
 * too, each time that it is called. */
#include "uses.h"

#include <stdlib.h>
#include <string.h>

const char *const operator_spelling[NOPERATORS] = {
    "!",  "~", "&",  "^", "|",  "+",  "-",  "<<", ">>", "*",  "/",  "%",     "==",
    "!=", "<", "<=", ">", ">=", "&&", "||", "?:", "++", "--", "[]", "sizeof"};
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

/* Where a function is being read. */
struct place {
    struct scan *scan;
    size_t at;
    struct uses *uses;
};

static const struct token *token_at(const struct place *p, size_t i)
{
    return &p->scan->tokens.list[i];
}

/* Whether the parenthesis that closes at `close` holds only a type: a cast or a sizeof. */
static bool closes_type(const struct place *p, size_t close, size_t body)
{
    size_t i = close;
    bool any = false;
    while (--i > body && !token_is(token_at(p, i), "(")) {
        const bool word = is_word_of_type(p->scan, token_at(p, i));
        if (!word && !token_is(token_at(p, i), "*"))
            return false;
        any = any || word;
    }
    return any;
}

/* Whether the token in front of `at` ends an operand, so that a sign at `at` is binary. */
static bool follows_operand(const struct place *p, size_t at, size_t body)
{
    const struct token *t = token_at(p, at - 1);
    if (token_is(t, ")"))
        return !closes_type(p, at - 1, body);
    return t->kind == TOKEN_NUMBER || t->kind == TOKEN_LITERAL || token_is(t, "]") ||
           (t->kind == TOKEN_WORD && !token_is(t, "return") && !token_is(t, "case"));
}

/* A * or [ that belongs to a declaration and not to an expression. */
static bool declares(const struct place *p, size_t at)
{
    size_t i = at;
    if (token_is(token_at(p, at), "[")) {
        if (token_is(token_at(p, at - 1), "{") || token_is(token_at(p, at - 1), ","))
            return true; /* a designator */
        if (token_at(p, at - 1)->kind != TOKEN_WORD)
            return false;
        i = at - 1;
    }
    while (token_is(token_at(p, i - 1), "*"))
        i--;
    return is_word_of_type(p->scan, token_at(p, i - 1));
}

/* The operator that a token is, or -1. */
static int operator_of(const struct place *p, size_t at, size_t body)
{
    const struct token *t = token_at(p, at);
    size_t taken = 0;
    if (t->kind == TOKEN_WORD)
        return token_is(t, "sizeof") || token_is(t, "_Alignof") ? NOPERATORS - 1 : -1;
    if (t->kind != TOKEN_SIGN || token_is(t, "->"))
        return -1;
    if (token_is(t, "?"))
        return operator_at("?:", 2, &taken);
    if (token_is(t, "[") || token_is(t, "<:"))
        return declares(p, at) ? -1 : operator_at("[]", 2, &taken);
    if (token_is(t, "*") && !follows_operand(p, at, body) && declares(p, at))
        return -1;
    if (token_is(t, "*") && declares(p, at))
        return -1;
    int found = operator_at(t->at, t->length, &taken);
    const bool compound = found >= 0 && taken + 1 == t->length && t->at[taken] == '=';
    return found >= 0 && (taken == t->length || compound) ? found : -1;
}

/* A number that is larger than 0xff. */
static bool is_large(const struct token *t)
{
    char *end;
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

static struct function *find_function(struct scan *scan, const struct token *name)
{
    for (size_t i = 0; i < scan->nfunctions; i++)
        if (scan->functions[i].name->length == name->length &&
            memcmp(scan->functions[i].name->at, name->at, name->length) == 0)
            return &scan->functions[i];
    return NULL;
}

static bool is_word_of(const struct token *t, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (token_is(t, words[i]))
            return true;
    return false;
}

static void count_features(struct place *p, size_t at)
{
    static const char *const loops[] = {"for", "while"}, *const ifs[] = {"if", "switch"};
    const struct token *t = token_at(p, at);
    unsigned *use = p->uses->features;
    use[FEATURE_LOOP] += is_word_of(t, loops, 2);
    use[FEATURE_IF] +=
        is_word_of(t, ifs, 2) || token_is(t, "?") || token_is(t, "&&") || token_is(t, "||");
    use[FEATURE_GOTO] += token_is(t, "goto");
    use[FEATURE_CONSTANT] += is_large(t);
}

/* Whether the words at `at` and after it are a call. */
static bool is_call(const struct place *p, size_t at)
{
    static const char *const others[] = {
        "if",       "for", "while", "switch", "return",         "sizeof", "_Alignof",
        "_Generic", "do",  "else",  "case",   "_Static_assert", "typeof", "__typeof__"};
    const struct token *t = token_at(p, at);
    return t->kind == TOKEN_WORD && token_is(t + 1, "(") &&
           !is_word_of(t, others, sizeof others / sizeof others[0]) && !is_word_of_type(p->scan, t);
}

static void count_function(struct scan *scan, struct function *f);

static void count_call(struct scan *scan, struct function *f, const struct token *name)
{
    struct function *called = find_function(scan, name);
    f->uses.features[FEATURE_CALL]++;
    if (!called) {
        if (name->length < 10 || memcmp(name->at, "__builtin_", 10) != 0)
            f->missing = name;
        return;
    }
    if (called->state == UNCOUNTED)
        count_function(scan, called);
    if (called->state == COUNTING) {
        f->uses.features[FEATURE_LOOP]++; /* it calls itself */
        return;
    }
    add_uses(&f->uses, &called->uses);
    if (called->missing)
        f->missing = called->missing;
}

static void count_function(struct scan *scan, struct function *f)
{
    struct place p = {scan, 0, &f->uses};
    f->state = COUNTING;
    for (p.at = f->body + 1; p.at < f->end; p.at++) {
        int op = operator_of(&p, p.at, f->body);
        if (op >= 0)
            add_count(&f->uses.operators[op], 1);
        count_features(&p, p.at);
        if (is_call(&p, p.at))
            count_call(scan, f, token_at(&p, p.at));
    }
    f->state = COUNTED;
}

void count_uses(struct scan *scan)
{
    for (size_t i = 0; i < scan->nfunctions; i++)
        if (scan->functions[i].state == UNCOUNTED)
            count_function(scan, &scan->functions[i]);
}
