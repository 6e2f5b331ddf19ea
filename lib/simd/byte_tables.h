/* byte_tables.h: tables of where the 1 bits of a byte are, for filter.h and index.h of AVX2 and
 * NEON, and for filters without vectors.
 */
#ifndef BMILL_SIMD_BYTE_TABLES_H
#define BMILL_SIMD_BYTE_TABLES_H

#include "simd/sets.h"
#include <stdint.h>

/* FOR_256(X) is a table with an entry X(m) for each mask m of eight bits. */
/* clang-format off */
#define FOR_4(X, m)  X(m), X((m) + 1), X((m) + 2), X((m) + 3)
#define FOR_16(X, m) FOR_4(X, m), FOR_4(X, (m) + 4), FOR_4(X, (m) + 8), FOR_4(X, (m) + 12)
#define FOR_64(X, m) FOR_16(X, m), FOR_16(X, (m) + 16), FOR_16(X, (m) + 32), FOR_16(X, (m) + 48)
#define FOR_256(X)   FOR_64(X, 0), FOR_64(X, 64), FOR_64(X, 128), FOR_64(X, 192)
#define BIT(m, i)    ((uint64_t)((m) >> (i) & 1))

/* Byte k of entry m is the position of the k-th 1 bit of m. Each 1 bit, from the highest to the lowest,
 * puts its position in front of the list. */
#define FRONT(m, i, list) ((list) << 8 * BIT(m, i) | (i) * BIT(m, i))
#define FROM_6(m)         FRONT(m, 6, 7 * BIT(m, 7))
#define FROM_5(m)         FRONT(m, 5, FROM_6(m))
#define FROM_4(m)         FRONT(m, 4, FROM_5(m))
#define FROM_3(m)         FRONT(m, 3, FROM_4(m))
#define FROM_2(m)         FRONT(m, 2, FROM_3(m))
#define FROM_1(m)         FRONT(m, 1, FROM_2(m))
#define POSITIONS(m)      FRONT(m, 0, FROM_1(m))

/* Byte i of entry m is the number of 1 bits of m below bit i, or UNSET if bit i is 0. The two top bits
 * of UNSET make a shuffle of bytes give 0, also after it was doubled; without shuffles it is the
 * number of an element that is 0. */
#if BMILL_SIMD == BMILL_SIMD_AVX2 || BMILL_SIMD == BMILL_SIMD_NEON
#define UNSET      UINT64_C(0xc0)
#else
#define UNSET      UINT64_C(8)
#endif
#define ONES_0(m)  UINT64_C(0)
#define ONES_1(m)  (ONES_0(m) + BIT(m, 0))
#define ONES_2(m)  (ONES_1(m) + BIT(m, 1))
#define ONES_3(m)  (ONES_2(m) + BIT(m, 2))
#define ONES_4(m)  (ONES_3(m) + BIT(m, 3))
#define ONES_5(m)  (ONES_4(m) + BIT(m, 4))
#define ONES_6(m)  (ONES_5(m) + BIT(m, 5))
#define ONES_7(m)  (ONES_6(m) + BIT(m, 6))
#define RANK(m, i) ((BIT(m, i) ? ONES_##i(m) : UNSET) << 8 * (i))
#define RANKS(m)                                              \
    (RANK(m, 0) | RANK(m, 1) | RANK(m, 2) | RANK(m, 3) |      \
     RANK(m, 4) | RANK(m, 5) | RANK(m, 6) | RANK(m, 7))
/* clang-format on */

_Alignas(64) static const uint64_t positions_in_byte[256] = {FOR_256(POSITIONS)};
_Alignas(64) static const uint64_t ranks_in_byte[256] = {FOR_256(RANKS)};
#if BMILL_SIMD != BMILL_SIMD_AVX2 && BMILL_SIMD != BMILL_SIMD_AVX512 /* which count words */
#define ONES(m) ONES_7(m) + BIT(m, 7)
_Alignas(64) static const unsigned char ones_in_byte[256] = {FOR_256(ONES)};
#undef ONES
#endif

#undef FOR_4
#undef FOR_16
#undef FOR_64
#undef FOR_256
#undef BIT
#undef FRONT
#undef FROM_6
#undef FROM_5
#undef FROM_4
#undef FROM_3
#undef FROM_2
#undef FROM_1
#undef POSITIONS
#undef UNSET
#undef ONES_0
#undef ONES_1
#undef ONES_2
#undef ONES_3
#undef ONES_4
#undef ONES_5
#undef ONES_6
#undef ONES_7
#undef RANK
#undef RANKS

#endif
