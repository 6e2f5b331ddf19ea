/* paint.h: prints what the engines write, as text or as a picture. */
#ifndef BITMILL_PAINT_H
#define BITMILL_PAINT_H

#include "engine/text.h"
#include "tool.h"

/* Keeps the arguments of the program, as one would type them, for the title of a picture. */
void paint_title(char **args);

/* For the option --svg: what print_text() prints from now on is a picture, an SVG file. */
void paint_as_svg(void);

/* Prints the text on standard output, and frees it. Its styles become colours where
 * color_wanted() says so. Result: DONE, or FAILED after a message if memory ran out while
 * the text was written. */
int print_text(struct text *text);

#endif
