/* operations.h: the kernels of ops.def: for each row the loop of its shape, with its operation. */
#ifndef BMILL_KERNELS_OPERATIONS_H
#define BMILL_KERNELS_OPERATIONS_H

#include "kernels/count.h"
#include "kernels/find.h"
#include "kernels/logic.h"
#include "kernels/op.h"
#include "kernels/test.h"
#include "tables/shapes.h"

#define BMILL_OP(name, shape, bit, vector, summary)                                \
    BMILL_KERNEL BMILL_RESULT(shape) name##_kernel BMILL_PARAMETERS(shape)         \
    {                                                                              \
        BMILL_RETURN(shape) BMILL_LOOP(shape, w_##vector, x_##vector, v_##vector); \
    }
#include "tables/ops.def"

#endif
