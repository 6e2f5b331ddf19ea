/* neon.c: the kernels for NEON. */
#define BMILL_SET neon
#include "set.h"
