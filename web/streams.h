/* streams.h: what files of the command get in place of the streams of C, when they
 * are compiled for the page: script/web includes this file in front of each of them. A page has no
 * standard error, so that what goes there becomes a text, which engine.c keeps.
 */
#ifndef BITMILL_WEB_STREAMS_H
#define BITMILL_WEB_STREAMS_H

#define _POSIX_C_SOURCE 200809L
#include <stdio.h>

int page_fputs(const char *string, FILE *stream);
int page_putc(int character, FILE *stream);
size_t page_fwrite(const void *bytes, size_t size, size_t count, FILE *stream);
int page_fprintf(FILE *stream, const char *format, ...) __attribute__((format(printf, 2, 3)));

#undef stderr
#undef putc
#define stderr  NULL
#define fputs   page_fputs
#define putc    page_putc
#define fputc   page_putc
#define fwrite  page_fwrite
#define fprintf page_fprintf

/* tools/law.c has no use for the counterexample as data, which the page has: engine.c. */
#define law_try page_law_try

#endif
