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

static const struct typedef_name *find_typedef(const struct scan *scan, const struct token *t)
{
    for (size_t i = scan->ntypedefs; i-- > 0;)
        if (scan->typedefs[i].name->length == t->length &&
            memcmp(scan->typedefs[i].name->at, t->at, t->length) == 0)
            return &scan->typedefs[i];
    return NULL;
}

bool is_word_of_type(const struct scan *scan, const struct token *t)
{
    static const char *const words[] = {
        "void",   "char",     "short",  "int",    "long",     "signed",   "unsigned",   "_Bool",
        "bool",   "float",    "double", "const",  "volatile", "struct",   "union",      "enum",
        "static", "register", "extern", "inline", "__int128", "restrict", "__signed__", NULL};
    return t->kind == TOKEN_WORD && (is_one_of(t, words) || find_typedef(scan, t));
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
    const struct typedef_name *named = find_typedef(scan, t);
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

/* The type that the tokens from first to last - 1 spell, without a name. */
static struct type read_type(const struct scan *scan, size_t first, size_t last)
{
    struct words w = {0};
    const struct type other = {TYPE_OTHER, 0, false};
    for (size_t i = first; i < last; i++)
        if (!add_word(scan, &scan->tokens.list[i], &w))
            return other;
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

/* The tokens from first to the semicolon at `end` are a typedef: of a plain name for one of our
 * types, or of something else, which may hide such a name. */
static void add_typedef(struct scan *scan, size_t first, size_t end)
{
    const struct token *name = &scan->tokens.list[end - 1];
    if (end - first < 3 || name->kind != TOKEN_WORD || scan->ntypedefs == MAX_TYPEDEFS)
        return;
    struct typedef_name *t = &scan->typedefs[scan->ntypedefs];
    t->type = read_type(scan, first + 1, end - 1);
    t->name = name;
    scan->ntypedefs++;
}

/* A parameter may lack its name only in `(void)`. */
static void add_parameter(const struct scan *scan, struct function *f, size_t first, size_t last)
{
    if (last == first + 1 && token_is(&scan->tokens.list[first], "void"))
        return;
    if (f->nparameters < MAX_PARAMETERS)
        f->parameters[f->nparameters] =
            last > first + 1 ? read_type(scan, first, last - 1) : (struct type){TYPE_OTHER, 0, 0};
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

/* The bracket that is the partner of the one at `at`; `step` is 1 or -1. 0: none. */
static size_t partner(const struct tokens *tokens, size_t at, int step, const char *in,
                      const char *out)
{
    unsigned depth = 0;
    for (size_t i = at; i < tokens->count; i += (size_t)step) {
        depth += token_is(&tokens->list[i], in);
        depth -= token_is(&tokens->list[i], out);
        if (depth == 0)
            return i;
        if (i == 0)
            break;
    }
    return 0;
}

/* Whether the tokens from first to the semicolon at `end` begin a function in the style of before
 * 1989, as in `f(x) int x; {`: a word follows the parameters. *close becomes their end. */
static bool is_old_style(const struct tokens *tokens, size_t first, size_t end, size_t *close)
{
    for (size_t i = first + 1; i + 1 < end; i++) {
        if (!token_is(&tokens->list[i], "(") || tokens->list[i - 1].kind != TOKEN_WORD ||
            !tokens->list[i].own)
            continue;
        *close = partner(tokens, i, 1, "(", ")");
        return *close > 0 && *close + 1 < end && tokens->list[*close + 1].kind == TOKEN_WORD;
    }
    return false;
}

/* A brace opens outside of everything at `brace`, in a declaration that starts at `first`. */
static void add_function(struct scan *scan, size_t first, size_t brace, size_t end)
{
    const struct tokens *tokens = &scan->tokens;
    size_t close = brace - 1;
    if (brace < first + 4 ||
        (!token_is(&tokens->list[close], ")") && !is_old_style(tokens, first, brace, &close)))
        return;
    size_t open = partner(tokens, close, -1, ")", "(");
    if (open <= first || tokens->list[open - 1].kind != TOKEN_WORD || !tokens->list[open - 1].own ||
        scan->nfunctions == MAX_FUNCTIONS)
        return;
    struct function *f = &scan->functions[scan->nfunctions++];
    memset(f, 0, sizeof *f);
    f->name = &tokens->list[open - 1];
    f->body = brace;
    f->end = end;
    f->result = read_type(scan, first, open - 1);
    read_parameters(scan, f, open, close);
}

void scan_submission(struct scan *scan, struct tokens tokens)
{
    size_t first = 0;
    scan->tokens = tokens;
    scan->nfunctions = scan->ntypedefs = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        if (token_is(&tokens.list[i], "{")) {
            size_t end = partner(&tokens, i, 1, "{", "}");
            if (end == 0)
                break;
            add_function(scan, first, i, end);
            bool is_body = scan->nfunctions > 0 && scan->functions[scan->nfunctions - 1].body == i;
            i = end;
            first = is_body ? i + 1 : first;
        } else if (token_is(&tokens.list[i], ";")) {
            if (token_is(&tokens.list[first], "typedef"))
                add_typedef(scan, first, i);
            size_t close;
            if (!is_old_style(&tokens, first, i, &close))
                first = i + 1;
        }
    }
    count_uses(scan);
}
