/* files.h: files of the command line, and what is said when one cannot be read or written. */
#ifndef WEBLOG_FILES_H
#define WEBLOG_FILES_H

#include "buffer.h"

/* weblog: WHAT: WHY. The result is the exit status 1. */
int complain(const char *what, const char *why);

/* "-" is standard input. False after a complaint. */
bool read_file(struct buffer *text, const char *name);
/* NULL is standard output. NULL after a complaint. */
FILE *open_output(const char *name);
/* The exit status: 1 after a complaint if not all could be written. */
int close_output(const char *name, FILE *file);

#endif
