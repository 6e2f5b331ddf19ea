/* source.h: the text of a submission: cleaned, so that every compiler reads the same tokens in it,
 * and cut into tokens. */
#ifndef BITMILL_GRADE_SOURCE_H
#define BITMILL_GRADE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

/* ---- clean.c ---- */

/* What is wrong with a source, in words, and the line; line 0: nothing is wrong. */
struct complaint {
    unsigned line;
    char text[200];
};

/* The text of C without comments and line splices. Every logical line has the number that its first
 * line had; the compiler is given this text, so that no trick of the first phases of translation
 * shows it other tokens than the grader sees. Result: malloc()ed, or NULL with *wrong filled in. */
char *clean_source(const char *source, size_t length, struct complaint *wrong);

/* Checks the directives of a cleaned text (a few headers may be included) and its words: what could
 * reach outside of the submission is refused. Result: whether nothing was found. */
bool check_source(const char *cleaned, struct complaint *wrong);

/* ---- tokens.c ---- */

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_LITERAL, TOKEN_SIGN };

struct token {
    enum token_kind kind;
    const char *at;
    unsigned length;
    unsigned line; /* of the file that it stands in */
    bool own;      /* it stands in the submission itself, not in a header */
    bool first;    /* it is the first of its line */
    size_t mate;   /* of a bracket: the token that is its partner; 0: it has none */
};

struct tokens {
    struct token *list;
    size_t count;
};

/* The tokens of a cleaned or preprocessed text, which must live as long as they do. `file` is the
 * name of the submission in the line markers of the preprocessor; NULL: there are none. A first
 * token of a list that cannot grow for lack of memory: count is 0 and list NULL. */
struct tokens cut_tokens(const char *text, const char *file);

bool token_is(const struct token *token, const char *spelling);

/* A word that makes no part of the language of the submissions, or NULL: asm, attributes and what
 * else reaches around the language. */
bool is_refused_word(const struct token *token);

/* The same for tokens that the preprocessor made. Result: whether nothing was found. */
bool check_tokens(const struct tokens *tokens, struct complaint *wrong);

#endif
