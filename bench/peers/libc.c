/* libc.c: what the C library's functions on memory do of bitmaps. */
#include "peer.h"

#include <string.h>

static size_t run_copy(const struct operands *m) { return memcpy(m->dst, m->a, m->nbytes), 0; }
REPEAT(copy)
static size_t run_set_range(const struct operands *m) { return memset(m->dst, 0xff, m->nbytes), 0; }
REPEAT(set_range)
static size_t run_equal(const struct operands *m) { return memcmp(m->a, m->b, m->nbytes) == 0; }
REPEAT(equal)

static bool whole_bytes(const struct operands *m) { return m->first == 0; }

static const struct entry table[] = {{"copy", repeat_copy, whole_bytes, NULL, NULL},
                                     {"set_range", repeat_set_range, whole_bytes, NULL, NULL},
                                     ENTRY(equal) END};
PEER(PEER_NAME, PEER_LEVEL, table)
