/* search.h: that of lib/simd/avx2, with a variable for AVX2_QUICK_BITS: see movable.h. */
#ifndef BENCH_AVX2_SEARCH_H
#define BENCH_AVX2_SEARCH_H

#include "../../../../lib/simd/avx2/search.h"

#undef QUICK_BITS /* names.h */
#define QUICK_BITS bench_movable.quick_bits

#endif
