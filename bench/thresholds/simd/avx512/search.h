/* search.h: that of lib/simd/avx512, with a variable for AVX512_QUICK_BITS: see movable.h. */
#ifndef BENCH_AVX512_SEARCH_H
#define BENCH_AVX512_SEARCH_H

#include "../../../../lib/simd/avx512/search.h"

#undef QUICK_BITS /* names.h */
#define QUICK_BITS bench_movable.quick_bits

#endif
