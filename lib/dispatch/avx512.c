/* avx512.c: the kernels for AVX-512. */
#define BMILL_SET avx512
#include "set.h"
