/* message.c: messages on standard error, and the user's text and shares in what is printed. */
#define _POSIX_C_SOURCE 200809L
#include "tool.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

size_t utf8_valid_length(const unsigned char *s)
{
    size_t length = s[0] >= 0xc2 && s[0] <= 0xdf   ? 2
                    : s[0] >= 0xe0 && s[0] <= 0xef ? 3
                    : s[0] >= 0xf0 && s[0] <= 0xf4 ? 4
                                                   : 0;
    for (size_t i = 1; i < length; i++)
        if ((s[i] & 0xc0) != 0x80)
            return 0;
    bool overlong = (s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xf0 && s[1] < 0x90);
    bool surrogate = s[0] == 0xed && s[1] > 0x9f;
    bool too_large = s[0] == 0xf4 && s[1] > 0x8f;
    return overlong || surrogate || too_large ? 0 : length;
}

/* Whether a valid character of several bytes controls the terminal or the order of what is shown:
 * U+0080 to U+009F; U+200E, U+200F, U+2028 to U+202E; U+2066 to U+2069. */
static bool is_control(const unsigned char *s)
{
    if (s[0] == 0xc2)
        return s[1] < 0xa0;
    if (s[0] != 0xe2)
        return false;
    if (s[1] == 0x80)
        return s[2] == 0x8e || s[2] == 0x8f || (s[2] >= 0xa8 && s[2] <= 0xae);
    return s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9;
}

/* A byte as C writes it: \n, \\ or \033. */
static void put_escape(unsigned char byte, FILE *stream)
{
    static const char bytes[] = "\a\b\t\n\v\f\r\\", letters[] = "abtnvfr\\";
    const char *found = byte ? strchr(bytes, byte) : NULL;
    if (found)
        fprintf(stream, "\\%c", letters[found - bytes]);
    else
        fprintf(stream, "\\%03o", byte);
}

void put_escaped(const char *text, FILE *stream)
{
    const unsigned char *s = (const unsigned char *)text;
    while (*s) {
        size_t length = utf8_valid_length(s);
        if (*s >= ' ' && *s < 0x7f && *s != '\\') {
            putc(*s++, stream);
        } else if (length > 0 && !is_control(s)) {
            fwrite(s, 1, length, stream);
            s += length;
        } else {
            put_escape(*s++, stream);
        }
    }
}

/* The whole line is escaped, so that no caller can forget it. */
static void message(const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *line = length >= 0 ? malloc((size_t)length + 1) : NULL;
    progress_clear();
    fputs("bitmill: ", stderr);
    if (line) {
        vsnprintf(line, (size_t)length + 1, format, args);
        put_escaped(line, stderr);
        free(line);
    } else {
        fputs("no memory for a message", stderr);
    }
    fputc('\n', stderr);
}

int usage_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    message(format, args);
    va_end(args);
    return USAGE;
}

int failure(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    message(format, args);
    va_end(args);
    return FAILED;
}

int file_error(const char *name) { return failure("%s: %s", name, strerror(errno)); }

bool color_wanted(void)
{
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no && *no) && terminal && strcmp(terminal, "dumb") != 0;
}

void list_add(char list[LIST_SIZE], const char *name, bool last)
{
    size_t length = strlen(list);
    const char *separator = length == 0 ? "" : last ? " or " : ", ";
    snprintf(list + length, LIST_SIZE - length, "%s%s", separator, name);
}

void write_share(char text[SHARE_SIZE], uint64_t part, uint64_t whole)
{
    double share = (double)part / (double)whole;
    for (int digits = 4; digits <= 20; digits++) {
        snprintf(text, SHARE_SIZE, "%.*f", digits, share);
        bool is_1 = text[0] == '1', is_0 = !text[strspn(text, "0.")];
        if ((!is_1 || part == whole) && (!is_0 || part == 0))
            return;
    }
}
