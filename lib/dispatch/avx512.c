/* avx512.c: the set of kernels for AVX-512. */
#define BMILL_SET      avx512
#define BMILL_TABLE    bmill_kernels_avx512
#define BMILL_ISA_NAME "avx512"
#include "kernels/all.h"
