/* index.h: that of lib/simd/avx512, with a variable for AVX512_BATCH_BITS: see movable.h. */
#ifndef BENCH_AVX512_INDEX_H
#define BENCH_AVX512_INDEX_H

#include "../../../../lib/simd/avx512/index.h"

#undef FEWEST_LINES /* names.h */
#define FEWEST_LINES bench_movable.fewest_lines

#endif
