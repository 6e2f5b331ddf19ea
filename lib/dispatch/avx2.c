/* avx2.c: the kernels for AVX2. */
#define BMILL_SET avx2
#include "set.h"
