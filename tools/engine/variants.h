/* variants.h: the table of include/bitmill/learn/variants.h: one row for each
 * bmill_<verb>_by_<method>_u<width>. */
#ifndef BITMILL_ENGINE_VARIANTS_H
#define BITMILL_ENGINE_VARIANTS_H

#include <stddef.h>
#include <stdint.h>

struct variant {
    const char *verb;
    const char *method;
    unsigned width;
    /* Operands as those of the verb: see verbs.h. */
    uint64_t (*call)(const uint64_t *operands);
};

extern const struct variant variants[];
extern const size_t nvariants;

/* NULL: there is none in that width; with width 0: in none. */
const struct variant *variant_find(const char *verb, const char *method, unsigned width);

#endif
