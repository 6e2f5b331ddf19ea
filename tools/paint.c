/* paint.c: see paint.h. */
#include "paint.h"

#include "svg.h"

#include <string.h>

/* Escape sequences of ECMA-48. Nothing is said by colour alone, so that few suffice. */
static const char *const sequences[TEXT_STYLES] = {
    [PLAIN] = "\033[0m",  [HEADING] = "\033[2m", [ONE] = "\033[1;32m",     [ZERO] = "\033[1;34m",
    [RESULT] = "\033[1m", [CODE] = "\033[36m",   [WARNING] = "\033[1;31m",
};

static void print_coloured(const struct text *text)
{
    for (size_t k = 0; k < text->length; k++) {
        unsigned style = (unsigned char)text->string[k] - (unsigned)TEXT_STYLE;
        if (style < TEXT_STYLES)
            fputs(sequences[style], stdout);
        else
            putchar(text->string[k]);
    }
}

/* ---- Pictures ---- */

static struct text title;
static bool as_svg;

/* As a shell reads it: in quotes where it has other characters than these. */
static void add_word(struct text *out, const char *word)
{
    static const char bare[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=+,:@%";
    bool quoted = word[strspn(word, bare)] != '\0';
    text_add(out, quoted ? " '" : " ");
    for (; *word; word++)
        text_add(out, *word == '\'' ? "'\\''" : "%c", *word);
    text_add(out, quoted ? "'" : "");
}

void paint_title(char **args)
{
    text_add(&title, "bitmill");
    for (; *args; args++)
        if (strcmp(*args, "--svg") != 0)
            add_word(&title, *args);
}

void paint_as_svg(void) { as_svg = true; }

static bool print_picture(const struct text *text)
{
    struct text picture = {0};
    svg_write(&picture, text_string(&title), text);
    bool failed = picture.failed;
    fputs(text_string(&picture), stdout);
    text_free(&picture);
    return !failed;
}

int print_text(struct text *text)
{
    bool failed = text->failed;
    if (as_svg) {
        failed = !print_picture(text);
    } else if (color_wanted()) {
        print_coloured(text);
    } else {
        text_plain(text);
        fputs(text_string(text), stdout);
    }
    text_free(text);
    return failed ? failure("out of memory") : DONE;
}
