/* special.h: see BMILL_SPECIALS in kernels.tmpl.h. */
#include "simd/words/move.h"
