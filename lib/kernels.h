/* kernels.h: struct bmill_kernels, all operations of ops.def for one instruction set, and the sets
 * that this build has. */
#ifndef BMILL_KERNELS_H
#define BMILL_KERNELS_H

#include "shapes.h"
#include <stdbool.h>
#include <stddef.h>

/* A kernel is the whole of an operation: any address, any nbits, tail included. */
struct bmill_kernels {
    const char *isa; /* the name for BMILL_ISA and bmill_isa_select() */
#define BMILL_OP(name, shape, bit, summary) BMILL_RESULT_##shape (*name)(BMILL_PARAMS_##shape);
#include "ops.def"
};

/* Defined by lib/isa/<name>.c. */
extern const struct bmill_kernels bmill_kernels_avx512;
extern const struct bmill_kernels bmill_kernels_avx2;
extern const struct bmill_kernels bmill_kernels_portable;

/* Whether this machine, processor and operating system, can run them. */
bool bmill_cpu_has_avx512(void);
bool bmill_cpu_has_avx2(void);

/* Row u: 64 bytes of ones but for the u highest bits of the last one. Defined in tail.c. */
extern const unsigned char bmill_last_mask[8][64];

#endif
