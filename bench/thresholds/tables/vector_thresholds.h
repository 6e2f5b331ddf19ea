/* vector_thresholds.h: that of lib/tables, with variables: see movable.h. */
#ifndef BENCH_VECTOR_THRESHOLDS_H
#define BENCH_VECTOR_THRESHOLDS_H

#include "../../../lib/tables/vector_thresholds.h"

#undef MEMMOVE_BYTES /* names.h */
#define MEMMOVE_BYTES bench_movable.memmove_bytes

#endif
