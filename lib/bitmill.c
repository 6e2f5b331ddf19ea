/* bitmill.c: the whole library in one file, with the one set of kernels that the compiler's flags
 * allow, and without dispatch:
 *
 *   cc -O2 -march=native -c -Iinclude -Ilib lib/bitmill.c
 *
 * It needs no configure. The files can also be compiled one by one, each with -DBMILL_ONE_ISA and
 * the same flags: lib/dispatch/one_isa.c, lib/kernels/ends.c and those of lib/bits.
 */
#define BMILL_ONE_ISA
#ifndef BMILL_NO_CHECKS
#define BMILL_NO_CHECKS
#endif
#ifndef BMILL_NO_INLINE_BITS
#define BMILL_NO_INLINE_BITS
#endif

/* Headers from elsewhere, which the files below include too, come before names are taken for
 * kernels. */
#include <bitmill.h>
#include <float.h>
#include <string.h>

#include "dispatch/one_isa.c"

#include "bits/compare.c"
#include "bits/count.c"
#include "bits/filter.c"
#include "bits/find.c"
#include "bits/index.c"
#include "bits/interleave.c"
#include "bits/iterate.c"
#include "bits/logic.c"
#include "bits/many.c"
#include "bits/matrix.c"
#include "bits/move.c"
#include "bits/pack.c"
#include "bits/pext.c"
#include "bits/positional.c"
#include "bits/random.c"
#include "bits/range.c"
#include "bits/search.c"
#include "bits/select.c"
#include "bits/ternary.c"
#include "bits/test.c"
#include "bits/text.c"
#include "bits/values.c"
#include "kernels/ends.c"
