/* query.h: a question about a log, such as '5xx & GET & 12-23h', to the bitmap of the lines that
 * fit.
 *
 *   5xx       a class of statuses, 1xx to 5xx
 *   GET       a method: GET HEAD POST PUT DELETE OPTIONS PATCH, or OTHER for all others
 *   9h        an hour: from 9:00:00 to 9:59:59
 *   12-23h    hours, the last one included; 22-5h goes over midnight
 *   all       all lines that are well formed
 *   !a  a & b  a | b  (a)    not, and, or; & before |, as in C
 *
 * Malformed lines fit no question: !a is all of the others that do not fit a. */
#ifndef WEBLOG_QUERY_H
#define WEBLOG_QUERY_H

#include "log.h"

struct query_error {
    size_t column; /* from 1 */
    char text[200];
};

/* The answer has map_bytes(log) bytes. False: a wrong question, or no memory; see *error. */
bool query(void *answer, const struct weblog *log, const char *question, struct query_error *error);

#endif
