/* vector_thresholds.h: that of lib/tables, with variables: see movable.h. */
#ifndef BENCH_VECTOR_THRESHOLDS_H
#define BENCH_VECTOR_THRESHOLDS_H

#include "../../../lib/tables/vector_thresholds.h"

#undef COUNT_BY_ADDERS_BYTES /* names.h */
#undef MEMMOVE_BYTES
#define COUNT_BY_ADDERS_BYTES bench_movable.count_by_adders_bytes
#define MEMMOVE_BYTES         bench_movable.memmove_bytes

#endif
