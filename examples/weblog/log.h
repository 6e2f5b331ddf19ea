/* log.h: a web server's log as bitmaps. Each bitmap has one bit for each line of the log, and says
 * which lines have one property: "the status is 500 to 599", "the method is GET", "it was in the
 * hour from 9 to 10". A question about the log is then logic on whole bitmaps. */
#ifndef WEBLOG_LOG_H
#define WEBLOG_LOG_H

#include "buffer.h"
#include <stdint.h>

enum { CLASSES = 5, METHODS = 8, HOURS = 24, MAPS = 1 + CLASSES + METHODS + HOURS };

/* Why a line is malformed. */
enum reason { WELL_FORMED, NO_TIME, NO_REQUEST, NO_URL, NO_STATUS, NO_SIZE, REASONS };

/* One line, taken apart. */
struct entry {
    struct span method, url; /* the URL as it stands in the log: escaped */
    unsigned status;         /* 100 to 599 */
    unsigned hour;           /* 0 to 23 */
};

struct weblog {
    const char *text; /* of the caller, who keeps it */
    size_t lines;     /* the number of bits in each bitmap */
    uint64_t *end;    /* where each line ends in the text */
    unsigned char *memory;
    unsigned char *well_formed;
    unsigned char *status[CLASSES]; /* 1xx, 2xx, ... */
    unsigned char *method[METHODS]; /* in the order of method_names */
    unsigned char *hour[HOURS];
    size_t malformed[REASONS]; /* how many lines, by reason */
    size_t first_malformed;    /* the first of them, from 0; lines if there is none */
    enum reason first_reason;
};

extern const char *const method_names[METHODS]; /* the last is OTHER */
extern const char *const reason_texts[REASONS];

/* Of one bitmap; 0 for a log without lines, so whoever allocates asks for one more. */
size_t map_bytes(const struct weblog *log);
/* False: no memory. weblog_free is due in any case. */
bool weblog_parse(struct weblog *log, const char *text, size_t length);
void weblog_free(struct weblog *log);

struct span weblog_line(const struct weblog *log, size_t k);
/* Takes one line of Common or Combined Log Format apart. */
enum reason parse_line(struct span line, struct entry *entry);

#endif
