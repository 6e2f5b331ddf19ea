/* pages.h: memory between pages that cannot be touched, as each system has it. */
#ifndef BMILL_TESTS_PAGES_H
#define BMILL_TESTS_PAGES_H

#include <stddef.h>

/* Bytes of a page; 0 where no page can be guarded: pages_new then gives plain memory. */
size_t pages_size(void);

/* `inner` bytes that are zero, between two guards of `guard` bytes; all are multiples of a page, or
 * of 4096 where there are none. Result: the first of the inner bytes; NULL without memory. */
unsigned char *pages_new(size_t inner, size_t guard);
void pages_free(unsigned char *start, size_t inner, size_t guard);

#endif
