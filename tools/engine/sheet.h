/* sheet.h: numbers in binary under each other, as one writes them on paper.
 *
 *          place  7 6 5 4 3 2 1 0   unsigned  signed   hex
 *              x  1 0 1 1 0 1 1 1        183     -73  0xb7
 *           mask  0 0 0 0 1 0 0 0          8       8  0x08
 *       -------------------------
 *       x | mask  1 0 1 1 1 1 1 1        191     -65  0xbf
 *
 * 16 and 32 bits are written in groups of 8 without blanks between bits, 64 bits in two lines. No
 * line is wider than TEXT_COLUMNS. Any width from 1 to 64 can be shown.
 */
#ifndef BITMILL_ENGINE_SHEET_H
#define BITMILL_ENGINE_SHEET_H

#include "number.h"

struct sheet {
    struct text *out;
    unsigned width; /* 1 to 64 bits */
    bool as_signed; /* the numbers are of a signed type: that reading is the first */
    unsigned
        labels; /* columns for labels; 0: as many as fit. A longer label gets a line of its own */
};

/* The numbers of the places and the names of the columns. */
void sheet_places(const struct sheet *s);

/* One number. Bits of `look` are shown in the styles ONE and ZERO. */
void sheet_row(const struct sheet *s, uint64_t value, uint64_t look, const char *label, ...)
    ENGINE_PRINTF(4, 5);

/* The same in style RESULT. */
void sheet_result(const struct sheet *s, uint64_t value, const char *label, ...)
    ENGINE_PRINTF(3, 4);

/* A line under numbers, above what they give; `operation` ("AND", "+") stands at its left. */
void sheet_rule(const struct sheet *s, const char *operation);

/* A line with ^ under the places of the bits of `places`, and a remark behind it or below it. */
void sheet_marks(const struct sheet *s, uint64_t places, const char *remark, ...)
    ENGINE_PRINTF(3, 4);

#endif
