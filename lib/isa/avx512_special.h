/* avx512_special.h: what AVX-512 does better by hand, by groups. */
#include "isa/avx512_index.h"
#include "isa/avx512_matrix.h"
#include "isa/avx512_move.h"
#include "isa/avx512_pack.h"
#include "isa/avx512_positional.h"
#include "isa/avx512_search.h"
#include "isa/avx512_text.h"
#include "isa/avx512_values.h"
