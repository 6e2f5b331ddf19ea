/* gmp.c: the low-level functions of GMP on natural numbers, of whole limbs. Most of these are
 * written in assembly. */
#include "peer.h"

#include <gmp.h>

#define LIMBS (m->nbytes / sizeof(mp_limb_t))
#define DST   ((mp_limb_t *)(void *)m->dst)
#define A     ((const mp_limb_t *)(const void *)m->a)
#define B     ((const mp_limb_t *)(const void *)m->b)

static bool whole_limbs(const struct operands *m) { return m->nbytes % sizeof(mp_limb_t) == 0; }

#define MAP(name, function)                                                                      \
    static size_t run_##name(const struct operands *m) { return function(DST, A, B, LIMBS), 0; } \
    REPEAT(name)
MAP(and, mpn_and_n)
MAP(or, mpn_ior_n)
MAP(xor, mpn_xor_n)
MAP(andnot, mpn_andn_n)
MAP(ornot, mpn_iorn_n)
MAP(nand, mpn_nand_n)
MAP(nor, mpn_nior_n)
MAP(xnor, mpn_xnor_n)

static size_t run_not(const struct operands *m) { return mpn_com(DST, A, LIMBS), 0; }
REPEAT(not )
static size_t run_count(const struct operands *m) { return mpn_popcount(A, LIMBS); }
REPEAT(count)
static size_t run_xor_count(const struct operands *m) { return mpn_hamdist(A, B, LIMBS); }
REPEAT(xor_count)
static size_t run_equal(const struct operands *m) { return mpn_cmp(A, B, LIMBS) == 0; }
REPEAT(equal)
static size_t run_shift_left(const struct operands *m) { return mpn_lshift(DST, A, LIMBS, 13), 0; }
REPEAT(shift_left)
static size_t run_shift_right(const struct operands *m) { return mpn_rshift(DST, A, LIMBS, 13), 0; }
REPEAT(shift_right)
static size_t run_copy(const struct operands *m) { return mpn_copyi(DST, A, LIMBS), 0; }
REPEAT(copy)

static bool aligned_copy(const struct operands *m) { return whole_limbs(m) && m->first == 0; }

#define LIMB_ENTRY(name) {#name, repeat_##name, whole_limbs, NULL, NULL},
static const struct entry table[] = {
    LIMB_ENTRY(and) LIMB_ENTRY(or) LIMB_ENTRY(xor) LIMB_ENTRY(andnot) LIMB_ENTRY(ornot)
        LIMB_ENTRY(nand) LIMB_ENTRY(nor) LIMB_ENTRY(xnor) LIMB_ENTRY(not ) LIMB_ENTRY(count)
            LIMB_ENTRY(xor_count) LIMB_ENTRY(equal) LIMB_ENTRY(shift_left)
                LIMB_ENTRY(shift_right){"copy", repeat_copy, aligned_copy, NULL, NULL},
    END};
PEER(PEER_NAME, PEER_LEVEL, table)
