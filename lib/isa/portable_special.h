/* portable_special.h: see BMILL_SPECIALS in kernels.tmpl.h. */
#include "isa/portable_move.h"
