/* all.h: all kernels of one set; lib/simd/sets.h says how the set is chosen. Only the kernels have
 * external linkage (set.h). */
#ifndef BMILL_KERNELS_ALL_H
#define BMILL_KERNELS_ALL_H

#include "kernels/compare.h"
#include "kernels/filter.h"
#include "kernels/index.h"
#include "kernels/interleave.h"
#include "kernels/many.h"
#include "kernels/matrix.h"
#include "kernels/move.h"
#include "kernels/operations.h"
#include "kernels/pack.h"
#include "kernels/pext.h"
#include "kernels/positional.h"
#include "kernels/random.h"
#include "kernels/range.h"
#include "kernels/runs.h"
#include "kernels/search.h"
#include "kernels/select.h"
#include "kernels/ternary.h"
#include "kernels/text.h"
#include "kernels/values.h"

#endif
