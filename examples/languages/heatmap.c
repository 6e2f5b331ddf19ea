/* heatmap.c: see heatmap.h. The colours stand in a style sheet inside of the picture, so that it
 * follows the reader's theme; a cell says only how much of the colour it has. */
#include "heatmap.h"

enum {
    CELL = 27,   /* pixels: room for two digits */
    LETTER = 7,  /* the mean width of a letter at the size of the names */
    MARGIN = 14, /* around everything, and between the names and the cells */
    TOP = 46,    /* the title */
    BOTTOM = 66, /* the scale */
    SCALE = 180, /* width of the scale */
    NARROWEST = 460
};

static const char style[] =
    "<style>\n"
    "  .paper { fill: #fff } .scale, .cell { fill: #06224f } .cell, .frame { stroke: #c9d1d9 }\n"
    "  text { font: 12px sans-serif; fill: #1f2328 } .title { font-size: 15px; font-weight: 600 }\n"
    "  .number { font-size: 10.5px; text-anchor: middle }\n"
    "  .on { fill: #fff } .none { fill: #6e7781 }\n"
    "  .frame { fill: none } .right { text-anchor: end } .middle { text-anchor: middle }\n"
    "  @media (prefers-color-scheme: dark) {\n"
    "    .paper { fill: #0d1117 } .scale, .cell { fill: #a5d0ff } .cell, .frame { stroke: #30363d "
    "}\n"
    "    text { fill: #e6edf3 } .on { fill: #0d1117 } .none { fill: #8b949e }\n"
    "  }\n"
    "</style>\n";

static void put_escaped(FILE *f, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&':
            fputs("&amp;", f);
            break;
        case '<':
            fputs("&lt;", f);
            break;
        case '>':
            fputs("&gt;", f);
            break;
        case '"':
            fputs("&quot;", f);
            break;
        default:
            fputc(*text, f);
        }
}

static void put_text(FILE *f, int x, int y, const char *class, const char *text)
{
    fprintf(f, "<text x=\"%d\" y=\"%d\" class=\"%s\">", x, y, class);
    put_escaped(f, text);
    fputs("</text>\n", f);
}

/* The number of characters, not of bytes. */
static int characters(const char *text)
{
    int n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xc0) != 0x80;
    return n;
}

static int widest_name(const struct heatmap *map)
{
    int widest = 0;
    for (size_t i = 0; i < map->n; i++)
        if (characters(map->names[i]) > widest)
            widest = characters(map->names[i]);
    return widest * LETTER;
}

static double largest_value(const struct heatmap *map)
{
    double largest = 0;
    for (size_t row = 0; row < map->n; row++)
        for (size_t column = 0; column < row; column++)
            if (map->values[row * map->n + column] > largest)
                largest = map->values[row * map->n + column];
    return largest > 0 ? largest : 1;
}

/* The digits change their colour where they would be hard to read on that of the cell. */
static void put_cell(FILE *f, const struct heatmap *map, size_t row, size_t column, int left,
                     double most)
{
    double value = map->values[row * map->n + column], depth = value / most;
    int x = left + (int)column * CELL, y = TOP + (int)row * CELL;
    fputs("<g><title>", f);
    put_escaped(f, map->names[row]);
    fputs(", ", f);
    put_escaped(f, map->names[column]);
    fprintf(f, ": %.1f %%</title>", 100 * value);
    fprintf(f, "<rect x=\"%d.5\" y=\"%d.5\" width=\"%d\" height=\"%d\" class=\"cell\" ", x, y,
            CELL - 2, CELL - 2);
    fprintf(f, "fill-opacity=\"%.3f\"/>\n", depth);
    fprintf(f, "<text x=\"%d\" y=\"%d\" class=\"number%s\">%.0f</text></g>\n", x + CELL / 2,
            y + CELL / 2 + 4,
            depth > 0.6     ? " on"
            : value < 0.005 ? " none"
                            : "",
            100 * value);
}

/* The scale is made of steps, as the cells are, so that both look alike. */
static void put_scale(FILE *f, int x, int y, double most)
{
    char text[16];
    enum { STEPS = 30 };
    put_text(f, x, y - 8, "", "Jaccard similarity, %");
    for (int i = 0; i < STEPS; i++)
        fprintf(f,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" class=\"scale\" "
                "fill-opacity=\"%.3f\"/>\n",
                x + i * SCALE / STEPS, y, SCALE / STEPS, (i + 0.5) / STEPS);
    fprintf(f, "<rect x=\"%d.5\" y=\"%d.5\" width=\"%d\" height=\"13\" class=\"frame\"/>\n", x, y,
            SCALE - 1);
    for (int quarter = 0; quarter <= 4; quarter += 2) {
        snprintf(text, sizeof text, "%.0f", 100 * most * quarter / 4);
        put_text(f, x + SCALE * quarter / 4, y + 28, "middle", text);
    }
}

bool heatmap_write(FILE *f, const struct heatmap *map)
{
    int name = widest_name(map), left = MARGIN + name + MARGIN / 2, size = (int)map->n * CELL;
    int width = left + size + name + MARGIN, height = TOP + size + BOTTOM;
    double most = largest_value(map);
    if (width < NARROWEST)
        width = NARROWEST;
    fprintf(f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d "
            "%d\" "
            "role=\"img\" aria-labelledby=\"title description\">\n<title id=\"title\">",
            width, height, width, height);
    put_escaped(f, map->title);
    fputs("</title>\n<desc id=\"description\">", f);
    put_escaped(f, map->description);
    fprintf(f, "</desc>\n%s<rect width=\"%d\" height=\"%d\" class=\"paper\"/>\n", style, width,
            height);
    put_text(f, MARGIN, 26, "title", map->title);
    for (size_t row = 0; row < map->n; row++) {
        int y = TOP + (int)row * CELL + CELL / 2 + 4;
        put_text(f, left - MARGIN / 2, y, "right", map->names[row]);
        for (size_t column = 0; column < row; column++)
            put_cell(f, map, row, column, left, most);
        /* The name once more at the diagonal, above the column that begins there. */
        put_text(f, left + (int)row * CELL + 4, y, "", map->names[row]);
    }
    put_scale(f, left, TOP + size + 26, most);
    fputs("</svg>\n", f);
    return !ferror(f);
}
