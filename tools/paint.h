/* paint.h: prints what the engines write. */
#ifndef BITMILL_PAINT_H
#define BITMILL_PAINT_H

#include "engine/text.h"
#include "tool.h"

/* Prints the text on standard output, and frees it. Its styles become colours where
 * color_wanted() says so. Result: DONE, or FAILED after a message if memory ran out while the text
 * was written. */
int print_text(struct text *text);

#endif
