/* list.c: see list.h. */
#include "list.h"
#include <bitmill.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- Which bytes a URL may have: a set of characters is a bitmap of 256 bits ---- */

typedef unsigned char charset[256 / 8];

static void url_bytes(charset set)
{
    static const char not_in_urls[] = "\"#<>\\^`{|}";
    memset(set, 0, sizeof(charset));
    bmill_bits_set_range(set, '!', '~' - '!' + 1); /* all of ASCII that one can see */
    for (const char *c = not_in_urls; *c; c++)
        bmill_bits_clear(set, (unsigned char)*c);
}

static int hex_digit(char c)
{
    const char *digits = "0123456789abcdef", *found = memchr(digits, c | 0x20, 16);
    return found == NULL || (c >= 'P' && c <= 'Y') ? -1 : (int)(found - digits);
}

/* The byte that stands at *at of a URL as servers write it: \" \\ \n \t ... \x1b, or itself. */
static unsigned char take_byte(const char **at, const char *end)
{
    static const char letters[] = "bfnrtv", meant[] = "\b\f\n\r\t\v";
    const char *c = (*at)++, *letter;
    if (*c != '\\' || *at == end)
        return (unsigned char)*c;
    c = (*at)++;
    if (*c == 'x' && end - c > 2 && hex_digit(c[1]) >= 0 && hex_digit(c[2]) >= 0) {
        *at += 2;
        return (unsigned char)(16 * hex_digit(c[1]) + hex_digit(c[2]));
    }
    letter = *c == '\0' ? NULL : strchr(letters, *c);
    return (unsigned char)(letter == NULL ? *c : meant[letter - letters]);
}

/* Adds a URL of the log to the text, with %22 for what may not be in a URL. */
static void add_url(struct buffer *text, struct span url, const charset allowed)
{
    const char *at = url.at, *end = at + url.length;
    while (at < end) {
        unsigned char byte = take_byte(&at, end);
        char code[8];
        int length = bmill_bits_is_set(allowed, byte) ? snprintf(code, sizeof code, "%c", byte)
                                                      : snprintf(code, sizeof code, "%%%02X", byte);
        buffer_add(text, code, (size_t)length);
    }
}

/* ---- The list ---- */

static bool add(struct list *list, uint64_t line, size_t url)
{
    if (list->n == list->capacity) {
        size_t capacity = 2 * list->capacity + 16;
        struct retry *grown = realloc(list->at, capacity * sizeof *grown);
        if (grown == NULL)
            return false;
        list->at = grown;
        list->capacity = capacity;
    }
    list->at[list->n++] = (struct retry){line, url, list->text.length - url};
    return !list->text.failed;
}

bool list_select(struct list *list, const struct weblog *log, const void *lines)
{
    charset allowed;
    url_bytes(allowed);
    *list = (struct list){.n = 0};
    BMILL_FOR_EACH_SET (k, lines, log->lines) {
        struct entry entry;
        size_t url = list->text.length;
        parse_line(weblog_line(log, k), &entry);
        add_url(&list->text, entry.url, allowed);
        if (!add(list, k + 1, url))
            return false;
    }
    return true;
}

/* retry NUMBER GET URL: where the URL begins, and its line in the log; false if it is not that. */
static bool parse_retry(struct span line, const charset allowed, uint64_t *number, size_t *url)
{
    static const char mark[] = "retry ", method[] = " GET ";
    const char *at = line.at, *end = at + line.length;
    *number = 0;
    if (line.length < sizeof mark - 1 || memcmp(at, mark, sizeof mark - 1) != 0)
        return false;
    at += sizeof mark - 1;
    for (int digits = 0; at < end && *at >= '0' && *at <= '9' && digits < 18; at++, digits++)
        *number = 10 * *number + (uint64_t)(*at - '0');
    if (*number == 0 || end - at < (ptrdiff_t)sizeof method ||
        memcmp(at, method, sizeof method - 1) != 0)
        return false;
    at += sizeof method - 1;
    *url = (size_t)(at - line.at);
    while (at < end && bmill_bits_is_set(allowed, (unsigned char)*at))
        at++;
    return at == end;
}

bool list_read(struct list *list, const struct buffer *file)
{
    charset allowed;
    bool right = true;
    url_bytes(allowed);
    *list = (struct list){.n = 0};
    for (const char *at = file->length == 0 ? "" : file->bytes, *end = at + file->length;
         right && at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct span line = {at, (size_t)((stop == NULL ? end : stop) - at)};
        uint64_t number;
        size_t first, url = list->text.length;
        if (parse_retry(line, allowed, &number, &first)) {
            buffer_add(&list->text, at + first, line.length - first);
            right = add(list, number, url);
        } else
            list->malformed++;
        at = stop == NULL ? end : stop + 1;
    }
    return right;
}

void list_free(struct list *list)
{
    free(list->text.bytes);
    free(list->at);
}

struct span list_url(const struct list *list, size_t i)
{
    return (struct span){list->text.bytes + list->at[i].url, list->at[i].length};
}

static void write_one(const struct list *list, size_t i, FILE *file)
{
    struct span url = list_url(list, i);
    fprintf(file, "retry %" PRIu64 " GET ", list->at[i].line);
    fwrite(url.at, 1, url.length, file);
    fputc('\n', file);
}

void list_write(const struct list *list, const void *which, FILE *file)
{
    if (which == NULL)
        for (size_t i = 0; i < list->n; i++)
            write_one(list, i, file);
    else
        BMILL_FOR_EACH_SET (i, which, list->n)
            write_one(list, i, file);
}
