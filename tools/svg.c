/* svg.c: see svg.h.
 *
 * Each line of the text is an element `text` whose length is given, so that columns stand below
 * each other whatever the advance of the font that the reader has. The picture has a background of
 * its own: a page may be light where the reader's system prefers dark.
 */
#include "svg.h"

#include "tool.h"

#include <string.h>

/* Pixels, the advance in tenths, for a font of 14 pixels. 0.6 em is the advance of most monospaced
 * fonts. */
enum { ADVANCE = 84, LINE = 20, MARGIN = 12, BASELINE = 15 };

/* What a style is called in the style sheet; plain text needs no name. */
static const char *const classes[TEXT_STYLES] = {
    [HEADING] = "heading", [ONE] = "one",   [ZERO] = "zero",
    [RESULT] = "result",   [CODE] = "code", [WARNING] = "warning",
};

/* Each colour has a contrast of 4.5 or more with the background of its scheme, as WCAG 2 asks for
 * (tests/tools/svg.sh computes it). */
static const char style_sheet[] =
    "<style>\n"
    "text { font: 14px ui-monospace, Menlo, Consolas, \"DejaVu Sans Mono\", monospace; }\n"
    "text { white-space: pre; fill: #1f2328; }\n"
    "rect { fill: #f6f8fa; }\n"
    ".heading { fill: #59636e; }\n"
    ".one { fill: #116329; font-weight: bold; }\n"
    ".zero { fill: #0550ae; font-weight: bold; }\n"
    ".result { font-weight: bold; }\n"
    ".code { fill: #0a5f66; }\n"
    ".warning { fill: #a40e26; font-weight: bold; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    "text { fill: #e6edf3; }\n"
    "rect { fill: #161b22; }\n"
    ".heading { fill: #9198a1; }\n"
    ".one { fill: #56d364; }\n"
    ".zero { fill: #79c0ff; }\n"
    ".code { fill: #76e3ea; }\n"
    ".warning { fill: #ff7b72; }\n"
    "}\n"
    "</style>\n";

/* ---- Lines ---- */

/* The style that a byte begins; TEXT_STYLES if it is no mark. */
static unsigned style_of(char byte)
{
    unsigned style = (unsigned char)byte - (unsigned)TEXT_STYLE;
    return style < TEXT_STYLES ? style : TEXT_STYLES;
}

/* Adds the character at `string` and returns its length. XML has no control characters. */
static size_t add_character(struct text *out, const char *string)
{
    size_t length = utf8_valid_length((const unsigned char *)string);
    if (length > 0)
        text_add(out, "%.*s", (int)length, string);
    else if (*string == '&')
        text_add(out, "&amp;");
    else if (*string == '<')
        text_add(out, "&lt;");
    else if (*string >= ' ' && *string < 0x7f)
        text_add(out, "%c", *string);
    else
        text_add(out, "?");
    return length > 0 ? length : 1;
}

static void begin_style(struct text *out, unsigned style)
{
    if (classes[style])
        text_add(out, "<tspan class=\"%s\">", classes[style]);
}

static void end_style(struct text *out, unsigned style)
{
    if (classes[style])
        text_add(out, "</tspan>");
}

/* One line, without its newline and the blanks in front. `style` is the one in force; an element
 * for it is only made where a character has it. */
static void add_line(struct text *out, const char *line, size_t length, unsigned *style)
{
    unsigned open = PLAIN;
    for (size_t k = 0; k < length;) {
        unsigned mark = style_of(line[k]);
        if (mark < TEXT_STYLES) {
            *style = mark;
            k++;
            continue;
        }
        if (open != *style) {
            end_style(out, open);
            begin_style(out, open = *style);
        }
        k += add_character(out, line + k);
    }
    end_style(out, open);
}

/* A length of so many columns, in pixels. */
static void add_columns(struct text *out, const char *attribute, size_t columns, size_t more)
{
    size_t tenths = columns * ADVANCE + 10 * more;
    text_add(out, " %s=\"%zu.%zu\"", attribute, tenths / 10, tenths % 10);
}

static void add_lines(struct text *out, const char *string)
{
    unsigned style = PLAIN;
    size_t length;
    for (size_t row = 0; *string; row++, string += length + (string[length] == '\n')) {
        length = strcspn(string, "\n");
        size_t blanks = strspn(string, " "), columns = text_columns(string, length);
        if (blanks >= columns)
            continue;
        text_add(out, "<text xml:space=\"preserve\"");
        add_columns(out, "x", blanks, MARGIN);
        text_add(out, " y=\"%zu\"", MARGIN + LINE * row + BASELINE);
        add_columns(out, "textLength", columns - blanks, 0);
        text_add(out, ">");
        add_line(out, string + blanks, length - blanks, &style);
        text_add(out, "</text>\n");
    }
}

/* ---- The file ---- */

static void measure(const char *string, size_t *rows, size_t *columns)
{
    *rows = *columns = 0;
    for (size_t length; *string; string += length + (string[length] == '\n')) {
        length = strcspn(string, "\n");
        size_t here = text_columns(string, length);
        if (here > *columns)
            *columns = here;
        ++*rows;
    }
}

void svg_write(struct text *out, const char *title, const struct text *text)
{
    size_t rows, columns;
    measure(text_string(text), &rows, &columns);
    size_t width = (columns * ADVANCE + 9) / 10 + 2 * MARGIN, height = rows * LINE + 2 * MARGIN;
    text_add(out,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%zu\" height=\"%zu\" "
             "viewBox=\"0 0 %zu %zu\" role=\"img\">\n<title>",
             width, height, width, height);
    while (*title)
        title += add_character(out, title);
    text_add(out, "</title>\n%s<rect width=\"100%%\" height=\"100%%\" rx=\"6\"/>\n", style_sheet);
    add_lines(out, text_string(text));
    text_add(out, "</svg>\n");
    out->failed |= text->failed;
}
