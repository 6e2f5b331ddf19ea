/* scan.c: the functions of a submission, found by their braces, and their types. */
#include "scan.h"

#include "uses.h"

#include <stdio.h>
#include <string.h>

/* ---- Types ---- */

static bool is_one_of(const struct token *t, const char *const *words)
{
    for (; *words; words++)
        if (token_is(t, *words))
            return true;
    return false;
}

static const struct typedef_name *typedef_of(const struct scan *scan, const struct token *t)
{
    for (size_t i = scan->ntypedefs; i-- > 0;)
        if (scan->typedefs[i].name->length == t->length &&
            memcmp(scan->typedefs[i].name->at, t->at, t->length) == 0)
            return &scan->typedefs[i];
    return NULL;
}

struct typedef_name *find_typedef(struct scan *scan, const struct token *t)
{
    const struct typedef_name *found = typedef_of(scan, t);
    return found ? &scan->typedefs[found - scan->typedefs] : NULL;
}

bool is_word_of_type(const struct scan *scan, const struct token *t)
{
    static const char *const words[] = {
        "void",   "char",     "short",  "int",    "long",     "signed",   "unsigned",   "_Bool",
        "bool",   "float",    "double", "const",  "volatile", "struct",   "union",      "enum",
        "static", "register", "extern", "inline", "__int128", "restrict", "__signed__", NULL};
    return t->kind == TOKEN_WORD && (is_one_of(t, words) || typedef_of(scan, t));
}

/* The words of a type, counted. */
struct words {
    unsigned is_char, is_short, is_long, is_int, is_signed, is_unsigned, is_bool, is_void;
    struct type named;
    unsigned is_named;
};

/* Result: false if the word makes it a type that is none of ours. */
static bool add_word(const struct scan *scan, const struct token *t, struct words *w)
{
    static const char *const ignored[] = {"const",     "volatile", "register",   "static",
                                          "extern",    "inline",   "__inline",   "__inline__",
                                          "_Noreturn", "restrict", "__restrict", NULL};
    const struct typedef_name *named = typedef_of(scan, t);
    if (named && w->is_named == 0) {
        w->named = named->type;
        w->is_named = 1;
        return true;
    }
    w->is_char += token_is(t, "char");
    w->is_short += token_is(t, "short");
    w->is_long += token_is(t, "long");
    w->is_int += token_is(t, "int");
    w->is_signed += token_is(t, "signed") || token_is(t, "__signed__");
    w->is_unsigned += token_is(t, "unsigned");
    w->is_bool += token_is(t, "_Bool") || token_is(t, "bool");
    w->is_void += token_is(t, "void");
    return is_one_of(t, ignored) ||
           is_one_of(t,
                     (const char *const[]){"char", "short", "long", "int", "signed", "__signed__",
                                           "unsigned", "_Bool", "bool", "void", NULL});
}

static struct type type_of_words(const struct words *w)
{
    const unsigned integer =
        w->is_char + w->is_short + w->is_long + w->is_int + w->is_signed + w->is_unsigned;
    struct type type = {TYPE_OTHER, 0, false};
    if (w->is_named)
        return integer + w->is_bool + w->is_void > 0 ? type : w->named;
    if (w->is_bool || w->is_void) {
        type.kind = w->is_bool ? TYPE_BOOL : TYPE_VOID;
        return type;
    }
    if (integer == 0)
        return type;
    type.kind = TYPE_INTEGER;
    type.width = w->is_char    ? 8
                 : w->is_short ? 16
                 : w->is_long  ? (w->is_long > 1 ? 64 : 8 * (unsigned)sizeof(long))
                               : 32;
    type.is_signed =
        w->is_char ? w->is_signed || (!w->is_unsigned && (char)-1 < 0) : !w->is_unsigned;
    return type;
}

/* The last token of the enum at `at`: of its name or of its list. gcc and clang take an unsigned
 * int for it, or an int if a member is negative. */
static size_t end_of_enum(const struct scan *scan, size_t at, size_t last)
{
    const struct token *list = scan->tokens.list;
    at += at + 1 < last && list[at + 1].kind == TOKEN_WORD;
    return at + 1 < last && token_is(&list[at + 1], "{") ? list[at + 1].mate : at;
}

/* The type that the tokens from first to last - 1 spell, without a name. */
static struct type read_type(const struct scan *scan, size_t first, size_t last)
{
    struct words w = {0};
    const struct type other = {TYPE_OTHER, 0, false};
    for (size_t i = first; i < last; i++) {
        if (token_is(&scan->tokens.list[i], "enum")) {
            i = end_of_enum(scan, i, last);
            w.is_unsigned++;
        } else if (!add_word(scan, &scan->tokens.list[i], &w)) {
            return other;
        }
    }
    return type_of_words(&w);
}

const char *type_text(struct type type)
{
    static const char *const texts[2][4] = {{"uint8_t", "uint16_t", "uint32_t", "uint64_t"},
                                            {"int8_t", "int16_t", "int32_t", "int64_t"}};
    unsigned row = type.width == 8 ? 0 : type.width == 16 ? 1 : type.width == 32 ? 2 : 3;
    return type.kind == TYPE_BOOL      ? "bool"
           : type.kind == TYPE_VOID    ? "void"
           : type.kind == TYPE_INTEGER ? texts[type.is_signed][row]
                                       : "another type";
}

/* ---- Declarations ---- */

static void add_typedef(struct scan *scan, const struct token *name, struct type type)
{
    if (name->kind == TOKEN_WORD && scan->ntypedefs < MAX_TYPEDEFS)
        scan->typedefs[scan->ntypedefs++] = (struct typedef_name){name, type, NULL};
}

/* Where the name of a declarator is whose first bracket is given: name[3], name(int), (*name)(int).
 */
static size_t name_at(const struct token *list, size_t bracket)
{
    const size_t close = list[bracket].mate;
    const bool inside = token_is(&list[bracket], "(") &&
                        (token_is(&list[bracket + 1], "*") || token_is(&list[close + 1], "("));
    return inside ? close - 1 : bracket - 1;
}

/* The tokens from first to the semicolon at `end` are a typedef without its first word: of plain
 * names for one of our types, or of something else, which may hide such a name. */
static void add_typedefs(struct scan *scan, size_t first, size_t end)
{
    const struct token *list = scan->tokens.list;
    const struct type other = {TYPE_OTHER, 0, false};
    struct type type = other;
    size_t start = first, bracket = 0; /* of a declarator: where it starts, and its first bracket */
    for (size_t i = first; i <= end; i++) {
        if (i < end && list[i].mate > i) {
            bracket = bracket == 0 && !token_is(&list[i], "{") ? i : bracket;
            i = list[i].mate;
        } else if (i == end || token_is(&list[i], ",")) {
            if (start == first && bracket == 0 && i - start > 1)
                type = read_type(scan, start, i - 1);
            if (bracket == 0)
                add_typedef(scan, &list[i - 1], start == first || i == start + 1 ? type : other);
            else
                add_typedef(scan, &list[name_at(list, bracket)], other);
            start = i + 1;
            bracket = 0;
        }
    }
}

/* A parameter may lack its name only in `(void)`. */
static void add_parameter(const struct scan *scan, struct function *f, size_t first, size_t last)
{
    if (last == first + 1 && token_is(&scan->tokens.list[first], "void"))
        return;
    if (f->nparameters < MAX_PARAMETERS) {
        const struct token *name = &scan->tokens.list[last - 1];
        f->parameters[f->nparameters] =
            last > first + 1 ? read_type(scan, first, last - 1) : (struct type){TYPE_OTHER, 0, 0};
        f->names[f->nparameters] = name->kind == TOKEN_WORD ? name : NULL;
    }
    if (f->nparameters <= MAX_PARAMETERS)
        f->nparameters++;
}

static void read_parameters(const struct scan *scan, struct function *f, size_t open, size_t close)
{
    size_t first = open + 1;
    unsigned depth = 0;
    for (size_t i = open + 1; i <= close; i++) {
        const struct token *t = &scan->tokens.list[i];
        if (depth == 0 && (i == close || token_is(t, ","))) {
            if (i > open + 1)
                add_parameter(scan, f, first, i);
            first = i + 1;
        }
        depth += token_is(t, "(") || token_is(t, "[");
        depth -= depth > 0 && (token_is(t, ")") || token_is(t, "]"));
    }
}

/* 0 to 2: the kind of a bracket, *opens if it is the first of two; -1: it is none. */
static int kind_of_bracket(const struct token *t, bool *opens)
{
    static const char *const brackets[3][4] = {
        {"(", ")", "(", ")"}, {"[", "]", "<:", ":>"}, {"{", "}", "{", "}"}};
    for (int kind = 0; t->kind == TOKEN_SIGN && kind < 3; kind++)
        for (int i = 0; i < 4; i++)
            if (token_is(t, brackets[kind][i])) {
                *opens = i % 2 == 0;
                return kind;
            }
    return -1;
}

/* Finds the partners of all brackets; an open one leads to the one around it until it has its own.
 */
static void match_brackets(struct tokens *tokens)
{
    size_t around[3] = {0, 0, 0};
    for (size_t i = 1; i < tokens->count; i++) {
        bool opens;
        const int kind = kind_of_bracket(&tokens->list[i], &opens);
        if (kind < 0)
            continue;
        if (opens) {
            tokens->list[i].mate = around[kind];
            around[kind] = i;
        } else if (around[kind] > 0) {
            const size_t open = around[kind];
            around[kind] = tokens->list[open].mate;
            tokens->list[open].mate = i;
            tokens->list[i].mate = open;
        }
    }
    for (int kind = 0; kind < 3; kind++)
        for (size_t i = around[kind], next; i > 0; i = next) {
            next = tokens->list[i].mate;
            tokens->list[i].mate = 0;
        }
}

/* Whether the declaration whose first parenthesis after a word is at `open`, or 0, begins a
 * function in the style of before 1989, as in `f(x) int x; {`: a word follows the parameters. `end`
 * is its last token so far. */
static bool is_old_style(const struct tokens *tokens, size_t open, size_t end)
{
    const size_t close = open > 0 ? tokens->list[open].mate : 0;
    return close > 0 && close + 1 < end && tokens->list[close + 1].kind == TOKEN_WORD;
}

/* The body of a function opens at `brace`, in a declaration that starts at `first`; its parameters
 * are at `open`. A function that returns a pointer to a function is none of ours. */
static void add_function(struct scan *scan, size_t first, size_t open, size_t brace)
{
    const struct token *list = scan->tokens.list;
    if (open < first + 1 || scan->nfunctions == MAX_FUNCTIONS)
        return;
    size_t name = open - 1, type_end = name;
    if (token_is(&list[name], ")") && list[name].mate + 2 == name) { /* int (f)(int x) */
        type_end = list[name].mate;
        name--;
    }
    if (type_end < first + 1 || list[name].kind != TOKEN_WORD || !list[name].own)
        return;
    struct function *f = &scan->functions[scan->nfunctions++];
    memset(f, 0, sizeof *f);
    f->name = &list[name];
    f->open = open;
    f->body = brace;
    f->end = list[brace].mate;
    f->result = read_type(scan, first, type_end);
    read_parameters(scan, f, open, list[open].mate);
}

/* A brace opens outside of everything at `brace`, in a declaration that starts at `first` and whose
 * first parenthesis after a word is at `open`. Result: whether it is the body of a function. */
static bool begins_function(struct scan *scan, size_t first, size_t open, size_t brace)
{
    const struct token *list = scan->tokens.list;
    if (brace > 0 && token_is(&list[brace - 1], ")"))
        add_function(scan, first, list[brace - 1].mate, brace);
    else if (is_old_style(&scan->tokens, open, brace))
        add_function(scan, first, open, brace);
    else
        return false;
    return true;
}

/* Notes what the declaration from first to the semicolon at `end` gives large constants to. */
static void note_large(struct scan *scan, size_t first, size_t end)
{
    const struct token *list = scan->tokens.list, *name = NULL;
    for (size_t i = first + 1; i < end; i++) {
        if (token_is(&list[i], "=")) {
            size_t at = i - 1;
            while (list[at].mate > first && list[at].mate < at) /* name[2][2] = */
                at = list[at].mate - 1;
            if (at > first && list[at].kind == TOKEN_WORD && !token_is(&list[at - 1], "."))
                name = &list[at];
        } else if (name && list[i].own && is_large(&list[i]) && scan->nlarge < MAX_LARGE) {
            scan->large[scan->nlarge++] = name;
            name = NULL;
        }
    }
}

void scan_submission(struct scan *scan, struct tokens tokens)
{
    size_t first = 0, open = 0;
    match_brackets(&tokens);
    scan->tokens = tokens;
    scan->nfunctions = scan->ntypedefs = scan->nlarge = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *t = &tokens.list[i];
        if (token_is(t, "{")) {
            if (t->mate == 0)
                break;
            const bool is_body = begins_function(scan, first, open, i);
            i = t->mate;
            first = is_body ? i + 1 : first;
            open = is_body ? 0 : open;
        } else if (token_is(t, "(") && open == 0 && i > first && t[-1].kind == TOKEN_WORD &&
                   t->own) {
            open = i;
        } else if (token_is(t, ";")) {
            if (token_is(&tokens.list[first], "typedef"))
                add_typedefs(scan, first + 1, i);
            if (!is_old_style(&tokens, open, i)) {
                note_large(scan, first, i);
                first = i + 1;
                open = 0;
            }
        }
    }
    count_uses(scan);
}
