/* exchange.h: how transposes move bits between vectors: see isa/avx512_matrix.h, avx2_matrix.h.
 *
 * Included after exchange(v_t *a, v_t *b, unsigned k): vector a or b and bit k of the byte's number
 * change places. That is, the bytes of a with bit k and those of b without it do.
 */

/* The same for 8 vectors: the three bits of the vector's number and the bits k + 2 to k. */
BMILL_ALWAYS_INLINE void exchange_8(v_t r[8], unsigned k)
{
    exchange(&r[0], &r[4], k + 2), exchange(&r[1], &r[5], k + 2);
    exchange(&r[2], &r[6], k + 2), exchange(&r[3], &r[7], k + 2);
    exchange(&r[0], &r[2], k + 1), exchange(&r[1], &r[3], k + 1);
    exchange(&r[4], &r[6], k + 1), exchange(&r[5], &r[7], k + 1);
    exchange(&r[0], &r[1], k), exchange(&r[2], &r[3], k);
    exchange(&r[4], &r[5], k), exchange(&r[6], &r[7], k);
}
