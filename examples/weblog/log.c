/* log.c: see log.h. */
#include "log.h"
#include <bitmill.h>
#include <stdlib.h>
#include <string.h>

const char *const method_names[METHODS] = {"GET",    "HEAD",    "POST",  "PUT",
                                           "DELETE", "OPTIONS", "PATCH", "OTHER"};
const char *const reason_texts[REASONS] = {"well formed",
                                           "no time in brackets",
                                           "no request in quotes",
                                           "no method and URL in the request",
                                           "no status from 100 to 599",
                                           "no size"};

/* ---- A line:  host user name [10/Oct/2026:13:55:36 +0000] "GET /a HTTP/1.1" 200 2326 ... ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* Whether text has the shape of a pattern, where 0 stands for a digit and A for a letter. */
static bool has_shape(const char *text, const char *end, const char *pattern)
{
    for (; *pattern; pattern++, text++) {
        if (text == end)
            return false;
        if (*pattern == '0'   ? !is_digit(*text)
            : *pattern == 'A' ? !is_upper((char)(*text & ~0x20))
                              : *text != *pattern)
            return false;
    }
    return true;
}

static unsigned two_digits(const char *text)
{
    return (unsigned)(text[0] - '0') * 10 + (unsigned)(text[1] - '0');
}

/* Finds the time, and moves *at past it. The name of a user may have a bracket, so that the first
 * one need not be that of the time. */
static bool take_time(const char **at, const char *end, unsigned *hour)
{
    static const char shape[] = "[00/AAA/0000:00:00:00 ";
    for (const char *p = *at; (p = memchr(p, '[', (size_t)(end - p))) != NULL; p++) {
        if (!has_shape(p, end, shape) || two_digits(p + 13) >= HOURS)
            continue;
        const char *close = memchr(p, ']', (size_t)(end - p));
        if (close == NULL)
            return false;
        *hour = two_digits(p + 13);
        *at = close + 1;
        return true;
    }
    return false;
}

/* What stands between quotes. A quote inside of it is written \" by the server. */
static bool take_quoted(const char **at, const char *end, struct span *inside)
{
    const char *p = *at;
    if (!has_shape(p, end, " \""))
        return false;
    for (p += 2; p < end && *p != '"'; p++)
        if (*p == '\\')
            p++;
    if (p >= end)
        return false;
    *inside = (struct span){*at + 2, (size_t)(p - *at - 2)};
    *at = p + 1;
    return true;
}

/* METHOD URL HTTP/1.1, or without the last word, as HTTP/0.9 has it. A URL with blanks is wrong,
 * but browsers are made to send such. */
static bool split_request(struct span request, struct entry *entry)
{
    size_t n = 0, first, end = request.length;
    while (n < end && (is_upper(request.at[n]) || request.at[n] == '-'))
        n++;
    if (n == 0 || n == end || request.at[n] != ' ')
        return false;
    first = n + 1;
    for (size_t k = end; k > first; k--)
        if (request.at[k - 1] == ' ') {
            if (has_shape(request.at + k, request.at + end, "HTTP/0"))
                end = k - 1;
            break;
        }
    if (end <= first || request.at[first] == ' ')
        return false;
    entry->method = (struct span){request.at, n};
    entry->url = (struct span){request.at + first, end - first};
    return true;
}

enum reason parse_line(struct span line, struct entry *entry)
{
    const char *at = line.at, *end = at + line.length;
    struct span request;
    if (end > at && end[-1] == '\r')
        end--;
    if (!take_time(&at, end, &entry->hour))
        return NO_TIME;
    if (!take_quoted(&at, end, &request))
        return NO_REQUEST;
    if (!split_request(request, entry))
        return NO_URL;
    if (!has_shape(at, end, " 000") || at[1] < '1' || at[1] > '5')
        return NO_STATUS;
    entry->status = (unsigned)(at[1] - '0') * 100 + two_digits(at + 2);
    at += 4;
    if (at < end && *at != ' ')
        return NO_STATUS;
    if (!has_shape(at, end, " -") && !has_shape(at, end, " 0"))
        return NO_SIZE;
    for (at += 2; at < end && is_digit(*at);)
        at++;
    return at == end || *at == ' ' ? WELL_FORMED : NO_SIZE;
}

/* ---- The whole log ---- */

size_t map_bytes(const struct weblog *log) { return (log->lines + 7) / 8; }

static unsigned method_number(struct span method)
{
    unsigned k = 0;
    while (k < METHODS - 1 && (strlen(method_names[k]) != method.length ||
                               memcmp(method_names[k], method.at, method.length) != 0))
        k++;
    return k;
}

static void note(struct weblog *log, size_t k)
{
    struct entry entry;
    enum reason reason = parse_line(weblog_line(log, k), &entry);
    if (reason == WELL_FORMED) {
        bmill_bits_set(log->well_formed, k);
        bmill_bits_set(log->status[entry.status / 100 - 1], k);
        bmill_bits_set(log->method[method_number(entry.method)], k);
        bmill_bits_set(log->hour[entry.hour], k);
    } else if (log->malformed[reason]++ == 0 && log->first_malformed == log->lines) {
        log->first_malformed = k;
        log->first_reason = reason;
    }
}

/* The ends of lines: a bitmap of the bytes that are '\n', and then the list of its positions. The
 * text after the last '\n' is a line, too, if there is any. */
static bool find_lines(struct weblog *log, size_t length)
{
    unsigned char *newline = malloc(length / 8 + 1);
    size_t from = 0, ended;
    if (newline == NULL)
        return false;
    bmill_bits_eq_value_u8(newline, (const uint8_t *)log->text, length, '\n');
    ended = bmill_bits_count(newline, length);
    log->lines = ended + (length > 0 && log->text[length - 1] != '\n');
    log->end = malloc((log->lines + 1) * sizeof *log->end);
    if (log->end != NULL) {
        bmill_bits_decode_u64(log->end, newline, length, ended, &from, 0);
        if (ended < log->lines)
            log->end[ended] = length;
    }
    free(newline);
    return log->end != NULL;
}

/* All bitmaps are in one piece of memory, all 0. */
static bool make_maps(struct weblog *log)
{
    unsigned char *next = log->memory = calloc(MAPS, map_bytes(log) + 1);
    if (next == NULL)
        return false;
    log->well_formed = next;
    for (size_t k = 0; k < CLASSES; k++)
        log->status[k] = next += map_bytes(log);
    for (size_t k = 0; k < METHODS; k++)
        log->method[k] = next += map_bytes(log);
    for (size_t k = 0; k < HOURS; k++)
        log->hour[k] = next += map_bytes(log);
    return true;
}

bool weblog_parse(struct weblog *log, const char *text, size_t length)
{
    *log = (struct weblog){.text = text};
    if (!find_lines(log, length) || !make_maps(log))
        return false;
    log->first_malformed = log->lines;
    for (size_t k = 0; k < log->lines; k++)
        note(log, k);
    return true;
}

void weblog_free(struct weblog *log)
{
    free(log->end);
    free(log->memory);
}

struct span weblog_line(const struct weblog *log, size_t k)
{
    size_t first = k == 0 ? 0 : (size_t)log->end[k - 1] + 1;
    return (struct span){log->text + first, (size_t)log->end[k] - first};
}
