/* record.c: see record.h. Every function that reads something returns false if it is not there, and
 * leaves the reader at the first byte that is wrong. */
#include "record.h"
#include <stdio.h>
#include <string.h>

struct reader {
    char *at, *end; /* *end is 0 */
    const char *expected;
};

static bool wrong(struct reader *r, const char *expected)
{
    r->expected = expected;
    return false;
}

static void skip_blanks(struct reader *r)
{
    while (*r->at == ' ' || *r->at == '\t' || *r->at == '\r')
        r->at++;
}

/* The character c, after blanks. */
static bool take(struct reader *r, char c, const char *expected)
{
    skip_blanks(r);
    if (*r->at != c)
        return wrong(r, expected);
    r->at++;
    return true;
}

/* ---- Characters of a string ---- */

/* The length of the UTF-8 sequence at s, 1 to 4 bytes; 0 if it is none (The Unicode Standard, table
 * 3-7). A 0 byte ends every comparison, so nothing behind the end of the line is read. */
static size_t utf8_length(const unsigned char *s)
{
    size_t length = s[0] < 0x80 ? 1 : s[0] < 0xc2 ? 0 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
    if (s[0] > 0xf4)
        return 0;
    for (size_t i = 1; i < length; i++)
        if (s[i] >> 6 != 2)
            return 0;
    if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
        (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
        return 0;
    return length;
}

/* Writes `code` as UTF-8. Returns where it ends. */
static char *put_utf8(char *to, unsigned long code)
{
    if (code < 0x80) {
        *to++ = (char)code;
    } else if (code < 0x800) {
        *to++ = (char)(0xc0 | code >> 6);
        *to++ = (char)(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *to++ = (char)(0xe0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 0x3f));
        *to++ = (char)(0x80 | (code & 0x3f));
    } else {
        *to++ = (char)(0xf0 | code >> 18);
        *to++ = (char)(0x80 | (code >> 12 & 0x3f));
        *to++ = (char)(0x80 | (code >> 6 & 0x3f));
        *to++ = (char)(0x80 | (code & 0x3f));
    }
    return to;
}

/* Four hexadecimal digits. */
static bool take_hex(struct reader *r, unsigned long *code)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    *code = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        const char *digit = *r->at ? strchr(digits, *r->at) : NULL;
        if (!digit)
            return wrong(r, "four hexadecimal digits after \\u");
        *code = *code << 4 | ((unsigned long)(digit - digits) & 15);
    }
    return true;
}

/* What follows \u: one number, or two that make a surrogate pair. */
static bool take_unicode(struct reader *r, unsigned long *code)
{
    char *begin = r->at;
    unsigned long low;
    if (!take_hex(r, code))
        return false;
    if (*code - 0xd800 < 0x400 && r->at[0] == '\\' && r->at[1] == 'u') {
        r->at += 2;
        if (!take_hex(r, &low))
            return false;
        if (low - 0xdc00 < 0x400) {
            *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
            return true;
        }
    }
    if (*code == 0 || *code - 0xd800 < 0x800) {
        r->at = begin;
        return wrong(r, "a character after \\u, neither 0 nor one half of a surrogate pair");
    }
    return true;
}

/* What follows a backslash. */
static bool take_escape(struct reader *r, char **to)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    const char *letter = *r->at ? strchr(letters, *r->at) : NULL;
    unsigned long code;
    if (letter) {
        *(*to)++ = meanings[letter - letters];
        r->at++;
        return true;
    }
    if (*r->at != 'u')
        return wrong(r, "one of \" \\ / b f n r t u after \\");
    r->at++;
    if (!take_unicode(r, &code))
        return false;
    *to = put_utf8(*to, code);
    return true;
}

/* ---- Strings, and the whole ---- */

/* A string in quotes, after blanks. It is decoded in place: what an escape means is never longer
 * than the escape. */
static bool take_string(struct reader *r, const char *expected, char **string)
{
    char *to;
    if (!take(r, '"', expected))
        return false;
    *string = to = r->at;
    while (*r->at != '"') {
        size_t length;
        if (*r->at == '\\') {
            r->at++;
            if (!take_escape(r, &to))
                return false;
            continue;
        }
        if (r->at == r->end)
            return wrong(r, "'\"' at the end of the string");
        if ((unsigned char)*r->at < 0x20)
            return wrong(r, "no control character in a string, but an escape");
        length = utf8_length((unsigned char *)r->at);
        if (length == 0)
            return wrong(r, "UTF-8");
        memmove(to, r->at, length);
        to += length;
        r->at += length;
    }
    r->at++;
    *to = '\0';
    return true;
}

static bool take_key(struct reader *r, const char *key, const char *expected)
{
    char *string, *begin;
    skip_blanks(r);
    begin = r->at;
    if (!take_string(r, expected, &string))
        return false;
    if (strcmp(string, key) != 0) {
        r->at = begin;
        return wrong(r, expected);
    }
    return take(r, ':', "':' after a key");
}

/* Control characters are bytes below 0x20, 0x7f, and C2 80 to C2 9F. U+FFFE and U+FFFF, which XML
 * does not allow either, are EF BF BE and EF BF BF. */
static bool is_printable(const char *string)
{
    for (const unsigned char *s = (const unsigned char *)string; *s; s++)
        if (*s < 0x20 || *s == 0x7f || (s[0] == 0xc2 && s[1] < 0xa0) ||
            (s[0] == 0xef && s[1] == 0xbf && s[2] > 0xbd))
            return false;
    return *string != '\0';
}

static bool take_language(struct reader *r, struct record *record)
{
    char *language, *begin;
    skip_blanks(r);
    begin = r->at;
    if (record->nlanguages == MAX_LANGUAGES)
        return wrong(r, "']': no line may have so many languages");
    if (!take_string(r, "a language in quotes", &language))
        return false;
    if (!is_printable(language)) {
        r->at = begin;
        return wrong(r, "a language of at least one character, without control characters");
    }
    record->languages[record->nlanguages++] = language;
    return true;
}

static bool take_record(struct reader *r, struct record *record)
{
    char *name;
    record->nlanguages = 0;
    if (!take(r, '{', "'{'") || !take_key(r, "name", "the key \"name\"") ||
        !take_string(r, "a name in quotes", &name) || !take(r, ',', "',' after the name") ||
        !take_key(r, "languages", "the key \"languages\"") ||
        !take(r, '[', "'[' before the languages"))
        return false;
    record->name = name;
    skip_blanks(r);
    if (*r->at != ']') {
        do {
            if (!take_language(r, record))
                return false;
            skip_blanks(r);
        } while (*r->at == ',' && r->at++);
    }
    if (!take(r, ']', "',' or ']' after a language") || !take(r, '}', "'}'"))
        return false;
    skip_blanks(r);
    return r->at == r->end || wrong(r, "nothing after '}'");
}

bool record_read(char *line, size_t length, struct record *record, struct mistake *mistake)
{
    struct reader r = {line, line + length, NULL};
    unsigned char found;
    if (take_record(&r, record))
        return true;
    found = (unsigned char)*r.at;
    mistake->column = (size_t)(r.at - line) + 1;
    mistake->expected = r.expected;
    if (r.at == r.end)
        strcpy(mistake->found, "the end of the line");
    else if (found > 0x20 && found < 0x7f)
        snprintf(mistake->found, sizeof mistake->found, "'%c'", found);
    else
        snprintf(mistake->found, sizeof mistake->found, "the byte 0x%02x", found);
    return false;
}
