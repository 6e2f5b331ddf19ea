/* exchange.h: how transposes move bits between eight vectors: see matrix.h of AVX-512,
 * AVX2 and NEON, in simd/<isa>. */
#ifndef BMILL_SIMD_EXCHANGE_H
#define BMILL_SIMD_EXCHANGE_H

#include "simd/simd.h"

/* Exchanges the vector's number, a or b, with bit k of the byte's number: the bytes of a whose
 * number has bit k are exchanged with the bytes of b whose number does not. */
typedef void exchange_op(v_t *a, v_t *b, unsigned k);

/* The same for 8 vectors: the three bits of the vector's number and the bits k + 2 to k. */
BMILL_ALWAYS_INLINE void exchange_8(v_t r[8], unsigned k, exchange_op *exchange)
{
    exchange(&r[0], &r[4], k + 2), exchange(&r[1], &r[5], k + 2);
    exchange(&r[2], &r[6], k + 2), exchange(&r[3], &r[7], k + 2);
    exchange(&r[0], &r[2], k + 1), exchange(&r[1], &r[3], k + 1);
    exchange(&r[4], &r[6], k + 1), exchange(&r[5], &r[7], k + 1);
    exchange(&r[0], &r[1], k), exchange(&r[2], &r[3], k);
    exchange(&r[4], &r[5], k), exchange(&r[6], &r[7], k);
}

#endif
