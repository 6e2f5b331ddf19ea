/* avx2.c: the set of kernels for AVX2. */
#ifndef BMILL_SET
#define BMILL_SET avx2
#endif
#define BMILL_TABLE    bmill_kernels_avx2
#define BMILL_ISA_NAME "avx2"
#include "kernels/all.h"

#ifndef BMILL_NO_TABLE
/* The same set for processors on which pext and pdep are slow: six kernels replace those above, all
 * that use these instructions. See avx2_slow_pext.c. */
#pragma GCC diagnostic ignored "-Woverride-init"
const struct bmill_kernels bmill_kernels_avx2_slow_pext = {
    .isa = BMILL_ISA_NAME,
    .remark = "pext and pdep by steps: microcode here",
#define BMILL_OP(name, shape, bit, vector, summary) .name = name##_kernel,
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) .name = name##_kernel,
#include "tables/kernels.def"
    .select = bmill_avx2_slow_pext_select,
    .select_clear = bmill_avx2_slow_pext_select_clear,
    .interleave = bmill_avx2_slow_pext_interleave,
    .deinterleave = bmill_avx2_slow_pext_deinterleave,
    .pext = bmill_avx2_slow_pext_pext,
    .pdep = bmill_avx2_slow_pext_pdep,
};
#endif
