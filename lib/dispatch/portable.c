/* portable.c: the kernels that run everywhere (simd/sets.h says what they are). */
#define BMILL_SET portable
#include "set.h"
