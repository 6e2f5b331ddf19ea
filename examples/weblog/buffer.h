/* buffer.h: bytes that grow. A length goes with them, so that a NUL in a log is a byte as any. */
#ifndef WEBLOG_BUFFER_H
#define WEBLOG_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct buffer {
    char *bytes; /* NULL while nothing has been added; freed by the owner */
    size_t length, capacity;
    bool failed; /* memory ran out: what was added since is lost */
};

/* A part of a text that somebody else owns. */
struct span {
    const char *at;
    size_t length;
};

bool buffer_add(struct buffer *buffer, const void *bytes, size_t length);
bool buffer_add_text(struct buffer *buffer, const char *text);
/* Reads to the end of the file. False: an error of the file, or no memory. */
bool buffer_read(struct buffer *buffer, FILE *file);

#endif
