/* thresholds.h: the constants of thresholds.def that do not depend on the vector; the others are in
 * vector_thresholds.h. */
#ifndef BMILL_THRESHOLDS_H
#define BMILL_THRESHOLDS_H

enum {
#define BMILL_THRESHOLD(group, unit, name, value) name = value,
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value)
#include "thresholds.def"
};

#endif
