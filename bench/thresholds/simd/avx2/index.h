/* index.h: that of lib/simd/avx2, with a variable for AVX2_BATCH_BITS: see movable.h. */
#ifndef BENCH_AVX2_INDEX_H
#define BENCH_AVX2_INDEX_H

#include "../../../../lib/simd/avx2/index.h"

#undef FEWEST_LINES /* names.h */
#define FEWEST_LINES bench_movable.fewest_lines

#endif
