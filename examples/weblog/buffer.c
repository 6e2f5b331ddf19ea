/* buffer.c: see buffer.h. */
#include "buffer.h"
#include <stdlib.h>
#include <string.h>

bool buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    if (length > buffer->capacity - buffer->length) {
        /* Twice the size each time, so that a byte is copied twice at most, on average. */
        size_t capacity = 2 * buffer->capacity + length + 256;
        char *grown = buffer->failed ? NULL : realloc(buffer->bytes, capacity);
        if (grown == NULL) {
            buffer->failed = true;
            return false;
        }
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    if (length > 0)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    return true;
}

bool buffer_add_text(struct buffer *buffer, const char *text)
{
    return buffer_add(buffer, text, strlen(text));
}

bool buffer_read(struct buffer *buffer, FILE *file)
{
    char piece[65536];
    size_t n;
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        if (!buffer_add(buffer, piece, n))
            return false;
    return !ferror(file);
}
