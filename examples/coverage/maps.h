/* maps.h: which lines a test covers, as a bitmap. */
#ifndef EXAMPLES_COVERAGE_MAPS_H
#define EXAMPLES_COVERAGE_MAPS_H

#include <stddef.h>

/* The bits are the lines of all source files, one file after the other. */
struct maps {
    size_t ntests, nbits;
    char **names;            /* of the tests: the name of the file, without folder and ".map" */
    unsigned char **covered; /* of each test: the lines that it ran */
    unsigned char *code;     /* the lines that have code in any map */
};

/* malloc() and memset(..., 0), or the end of the program if there is no memory. */
void *allocate(size_t size);

/* Reads a map for each test: text in the form of gcov's intermediate format,
 *
 *   file:tools/engine/text.c      the lines below are of this file
 *   lcount:12,3                   line 12 ran 3 times; a comma and more may follow
 *
 * Lines that begin with "function:", "branch:" or "version:" belong to that format, too, and are
 * skipped. All else ends the program with a message, and so does a file that cannot be read. */
void maps_read(struct maps *maps, char *const *files, size_t nfiles);
void maps_free(struct maps *maps);

#endif
