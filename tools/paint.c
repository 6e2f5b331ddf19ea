/* paint.c: see paint.h. */
#include "paint.h"

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

int print_text(struct text *text)
{
    bool failed = text->failed;
    if (color_wanted()) {
        print_coloured(text);
    } else {
        text_plain(text);
        fputs(text_string(text), stdout);
    }
    text_free(text);
    return failed ? failure("out of memory") : DONE;
}
