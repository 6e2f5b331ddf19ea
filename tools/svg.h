/* svg.h: a text of the engines as a picture. */
#ifndef BITMILL_SVG_H
#define BITMILL_SVG_H

#include "engine/text.h"

/* Adds to `out` an SVG file that shows `text` as a terminal does: a monospaced font, columns below
 * each other, styles as colours, which are others where the reader prefers dark pages. The text
 * stays text, to be searched, copied and read aloud. `title` is what the picture is called. */
void svg_write(struct text *out, const char *title, const struct text *text);

#endif
