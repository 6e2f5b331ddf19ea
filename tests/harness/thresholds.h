/* thresholds.h: the lengths to try: around each threshold of lib/tables/thresholds.def, with
 * vectors of all sizes. A threshold that is moved or added there is tried here without a change in
 * any test.
 *
 *     static bool reverse_is_right(prop *p)
 *     {
 *         size_t nbits = draw_length(p, MOVE, MAX_BITS);
 *         ...
 *     }
 *     ...
 *     PROP_CHECK(reverse_is_right);
 *     PROP_WALK(reverse_is_right, MOVE, MAX_BITS);
 */
#ifndef BMILL_TESTS_THRESHOLDS_H
#define BMILL_TESTS_THRESHOLDS_H

#include "prop.h"

/* The groups of lib/tables/thresholds.def, to be ORed. */
enum {
    ENDS = 1 << 0,
    LOOPS = 1 << 1,
    SIMILARITY = 1 << 2,
    RANGE = 1 << 3,
    DECODE = 1 << 4,
    INDEX = 1 << 5,
    MOVE = 1 << 6,
    MANY = 1 << 7,
    SEARCH = 1 << 8,
    ARRAYS = 1 << 9,
    RANDOM = 1 << 10,
    TEXT = 1 << 11,
    FILTER = 1 << 12
};

/* The thresholds that do not depend on the size of vectors, by name. */
enum {
#define BMILL_THRESHOLD(group, unit, name, value) name = value,
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value)
#include "tables/thresholds.def"
};

/* Numbers in ascending order, each once; static, so until the next call. */
struct lengths {
    const size_t *at;
    size_t count;
};

/* Lengths in bits, up to max, around the thresholds of these groups and of ENDS: with one byte
 * less, the same number and one more, each with 1, 7 and 8 bits in the last byte; with all_partial,
 * every number of bits in it. */
struct lengths lengths_around(unsigned groups, size_t max, bool all_partial);

/* Numbers of items, up to max, around the thresholds of these groups that count items. */
struct lengths counts_around(unsigned groups, size_t max);

/* A length in bits, up to max: one of lengths_around(), or a short one, or any. A property that
 * PROP_WALK runs draws this first. */
size_t draw_length(prop *p, unsigned groups, size_t max);

/* A number of items, up to max, likewise. */
size_t draw_count_of(prop *p, unsigned groups, size_t max);

/* Runs the property once for each of lengths_around(), or counts_around(), as the result of its
 * first draw_length(), or draw_count_of(). */
void prop_walk(const char *name, property *holds, struct lengths lengths);
#define PROP_WALK(holds, groups, max)        prop_walk(#holds, holds, lengths_around(groups, max, false))
#define PROP_WALK_COUNTS(holds, groups, max) prop_walk(#holds, holds, counts_around(groups, max))

#endif
