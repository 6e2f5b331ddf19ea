/* guard.h: memory between two pages that may not be touched, so that a read or write one byte too
 * far ends the test. Sanitizers miss several of the wide loads and stores that kernels use. Where
 * no page can be guarded (pages.h) it is plain memory. */
#ifndef BMILL_TESTS_GUARD_H
#define BMILL_TESTS_GUARD_H

#include <stddef.h>

struct guarded {
    unsigned char *start, *end; /* the first byte, and the one after the last */
};

/* At least `size` bytes, in whole pages, full of noise that differs from run to run. Fails the
 * running test if there is no memory. */
struct guarded guard_alloc(size_t size);
void guard_free(struct guarded g);

#endif
