/* speed.h: what a pair of languages costs, in three ways. */
#ifndef EXAMPLES_LANGUAGES_SPEED_H
#define EXAMPLES_LANGUAGES_SPEED_H

#include "survey.h"

/* Counts for each pair how often it occurs: by bitmaps, and by loops over two kinds of lists.
 * Prints the time that each way takes for a pair, the best of several runs, and ends the program if
 * they do not agree. Making bitmaps and lists is not timed. */
void print_speed(const struct survey *survey);

#endif
