/* vector_thresholds.h: the constants of thresholds.def that depend on V_BYTES, for the kernels of
 * one set; and, by thresholds.h, the others. */
#ifndef BMILL_VECTOR_THRESHOLDS_H
#define BMILL_VECTOR_THRESHOLDS_H

#include "simd/simd.h"
#include "tables/thresholds.h"

enum {
#define BMILL_THRESHOLD(group, unit, name, value)
#define BMILL_VECTOR_THRESHOLD(group, unit, name, value) name = value,
#include "tables/thresholds.def"
};

#endif
