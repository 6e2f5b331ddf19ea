/* portable.c: the set of kernels that runs everywhere: see simd/sets.h. */
#define BMILL_SET      portable
#define BMILL_TABLE    bmill_kernels_portable
#define BMILL_ISA_NAME "portable"
#include "kernels/all.h"
