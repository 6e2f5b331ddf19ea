/* list.h: the requests that are to be sent again. In a file, one line for each:
 *
 *   retry 1650 GET /search/12?say=%22hi%22
 *
 * with the number of its line in the log. Bytes that a URL may not have are written as %22, so that
 * a line is never more than one line, and a word never more than one word. */
#ifndef WEBLOG_LIST_H
#define WEBLOG_LIST_H

#include "log.h"

struct retry {
    uint64_t line;      /* in the log, from 1 */
    size_t url, length; /* in the text of the list */
};

struct list {
    struct buffer text; /* the URLs, one after the other */
    struct retry *at;
    size_t n, capacity;
    size_t malformed; /* lines that list_read did not understand */
};

/* The lines of the log whose bits are 1. False: no memory. list_free is due in any case. */
bool list_select(struct list *list, const struct weblog *log, const void *lines);
/* From the text of such a file. False: no memory. */
bool list_read(struct list *list, const struct buffer *file);
void list_free(struct list *list);
/* Writes those whose bits are 1, bit i for list->at[i]; all if which is NULL. */
void list_write(const struct list *list, const void *which, FILE *file);

struct span list_url(const struct list *list, size_t i);

#endif
