/* special.h: what AVX-512 does better by hand, by groups. */
#include "simd/avx512/index.h"
#include "simd/avx512/matrix.h"
#include "simd/avx512/move.h"
#include "simd/avx512/pack.h"
#include "simd/avx512/positional.h"
#include "simd/avx512/search.h"
#include "simd/avx512/text.h"
#include "simd/avx512/values.h"
