/* heatmap.h: a symmetric matrix as a picture. */
#ifndef EXAMPLES_LANGUAGES_HEATMAP_H
#define EXAMPLES_LANGUAGES_HEATMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct heatmap {
    const char *title;       /* a line above the picture */
    const char *description; /* what one learns from it, for people who do not see it */
    size_t n;
    const char *const *names; /* of the n rows and columns: UTF-8, no control characters */
    const double *values;     /* n * n, 0 to 1, in rows; those below the diagonal are drawn */
};

/* Writes an SVG file: one cell for each pair, with its value in percent, darker for larger values
 * (in a dark theme: lighter), and a scale. Each cell says its names and value when one points at
 * it. Returns false if the stream has an error. */
bool heatmap_write(FILE *stream, const struct heatmap *map);

#endif
