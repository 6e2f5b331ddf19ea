/* avx2_special.h: what AVX2 does better by hand, by groups. */
#include "isa/avx2_filter.h"
#include "isa/avx2_index.h"
#include "isa/avx2_move.h"
#include "isa/avx2_pack.h"
#include "isa/avx2_search.h"
#include "isa/avx2_text.h"
#include "isa/avx2_values.h"
