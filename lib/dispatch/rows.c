/* rows.c: the row of each kernel: see rows.h. Each row and its function for the first call have
 * sections of their own (-ffunction-sections -fdata-sections), so that the linker can drop those
 * that a static program does not use, and with a row the kernels in it. */
#include "dispatch/rows.h"
#include "config.h" /* BMILL_WITH_AVX2, BMILL_WITH_AVX512, BMILL_WITH_NEON */

/* ---- The columns that this build has. ---- */

#define BMILL_KERNEL_NAME(name) bmill_portable_##name##_kernel
#include "tables/prototypes.def"
#define IN_PORTABLE(name) [BMILL_COLUMN_PORTABLE] = bmill_portable_##name##_kernel,

#ifdef BMILL_WITH_AVX2
#define BMILL_KERNEL_NAME(name) bmill_avx2_##name##_kernel
#include "tables/prototypes.def"
#define BMILL_KERNEL_NAME(name) bmill_avx2_slow_pext_##name##_kernel
#include "tables/prototypes.def"
#define IN_AVX2(name)                                 \
    [BMILL_COLUMN_AVX2] = bmill_avx2_##name##_kernel, \
    [BMILL_COLUMN_AVX2_SLOW_PEXT] = bmill_avx2_##name##_kernel,
#define IN_AVX2_PEXT(name)                            \
    [BMILL_COLUMN_AVX2] = bmill_avx2_##name##_kernel, \
    [BMILL_COLUMN_AVX2_SLOW_PEXT] = bmill_avx2_slow_pext_##name##_kernel,
#else
#define IN_AVX2(name)
#define IN_AVX2_PEXT(name)
#endif

#ifdef BMILL_WITH_AVX512
#define BMILL_KERNEL_NAME(name) bmill_avx512_##name##_kernel
#include "tables/prototypes.def"
#define IN_AVX512(name) [BMILL_COLUMN_AVX512] = bmill_avx512_##name##_kernel,
#else
#define IN_AVX512(name)
#endif

#ifdef BMILL_WITH_NEON
#define BMILL_KERNEL_NAME(name) bmill_neon_##name##_kernel
#include "tables/prototypes.def"
#define IN_NEON(name) [BMILL_COLUMN_NEON] = bmill_neon_##name##_kernel,
#else
#define IN_NEON(name)
#endif

/* ---- Column 0: chooses, and goes on to the kernel that was chosen. ---- */

#define BMILL_OP(name, shape, bit, vector, summary)                      \
    static BMILL_RESULT(shape) first_call_##name BMILL_PARAMETERS(shape) \
    {                                                                    \
        bmill_choose_at_first_call();                                    \
        BMILL_RETURN(shape) KERNEL(name) BMILL_ARGUMENTS(shape);         \
    }
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) \
    static result first_call_##name parameters              \
    {                                                       \
        bmill_choose_at_first_call();                       \
        return KERNEL(name) arguments;                      \
    }
#define BMILL_PROCEDURE(name, parameters, arguments) \
    static void first_call_##name parameters         \
    {                                                \
        bmill_choose_at_first_call();                \
        KERNEL(name) arguments;                      \
    }
#define BMILL_PEXT_PROCEDURE BMILL_PROCEDURE
#include "tables/kernels.def"

/* ---- The rows. ---- */

#define BMILL_OP(name, shape, bit, vector, summary)         \
    BMILL_RESULT(shape)                                     \
    (*const bmill_row_##name[]) BMILL_PARAMETERS(shape) = { \
        first_call_##name, IN_PORTABLE(name) IN_AVX2(name) IN_AVX512(name) IN_NEON(name)};
#include "tables/ops.def"
#define BMILL_FUNCTION(result, name, parameters, arguments) \
    result(*const bmill_row_##name[]) parameters = {        \
        first_call_##name, IN_PORTABLE(name) IN_AVX2(name) IN_AVX512(name) IN_NEON(name)};
#define BMILL_PEXT_FUNCTION(result, name, parameters, arguments) \
    result(*const bmill_row_##name[]) parameters = {             \
        first_call_##name, IN_PORTABLE(name) IN_AVX2_PEXT(name) IN_AVX512(name) IN_NEON(name)};
#include "tables/kernels.def"
