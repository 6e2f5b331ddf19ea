/* avx2_slow_pext.c: the kernels for AVX2 that must do without pext and pdep (set.h). */
#define BMILL_SLOW_PEXT 1 /* for the helpers of bitmill/word.h: see bitmill/config.h */
#define BMILL_SET       avx2_slow_pext
#include "set.h"
