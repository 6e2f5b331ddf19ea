/* generate.h: writes the log of a web server for one day, in Combined Log Format, from a seed. */
#ifndef WEBLOG_GENERATE_H
#define WEBLOG_GENERATE_H

#include "buffer.h"
#include <stdint.h>

/* Adds so many lines. False: no memory. */
bool generate_log(struct buffer *log, size_t lines, uint64_t seed);
/* Tells how often each method, status and hour is drawn, and what else is in the log. */
void generate_describe(FILE *file);

#endif
