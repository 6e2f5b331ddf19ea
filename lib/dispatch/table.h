/* table.h: the table of all kernels of one set; BMILL_TABLE and BMILL_ISA_NAME are its names. */
#include "dispatch/kernels.h"
#include "kernels/all.h"

#ifndef BMILL_NO_TABLE /* avx2_slow_pext.c takes some of the kernels only */
const struct bmill_kernels BMILL_TABLE = {
    .isa = BMILL_ISA_NAME,
#define BMILL_OP(name, shape, bit, vector, summary) .name = name##_kernel,
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) .name = name##_kernel,
#include "tables/kernels.def"
};
#endif
