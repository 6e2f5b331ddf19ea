/* simd.h: the vocabulary: all that kernels know of an instruction set.
 *
 * Kernels are written once, in these words. A set of kernels is compiled from them with one file
 * that says what the words mean on its ISA: words.h, vec128.h, neon.h, avx2.h or avx512.h, as
 * BMILL_SET (sets.h) chooses. To port the library to another ISA is to write such a file. What an
 * ISA does better by hand for one topic is in simd/<isa>/<topic>.h, which kernels/<topic>.h
 * includes and whose names that file describes.
 *
 * A name begins with the width it works on: w_ is a word of 8 bytes, x_ is 16 bytes, v_ a vector,
 * h_ half a vector. All are static inline functions of one or a few instructions, unless it says
 * otherwise. Bit i of a word or a vector is bit i % 8 of byte i / 8 of memory, on every host. A
 * lane is 8 bytes of a vector.
 *
 * ---- Words, the same everywhere: w.h ----
 *
 *   w_t, W_BYTES        uint64_t, 8
 *   w_load(p)           from any address
 *   w_store(p, a)       to any address
 *   w_and w_or w_xor w_nand w_nor w_xnor (a, b), w_not(a)
 *   w_andnot(a, b)      a & ~b
 *   w_ornot(a, b)       a | ~b
 *   w_reverse(a)        bit i becomes bit 63 - i; 10 to 20 instructions where there is none for it
 *
 * ---- Words, with instructions on some ISAs: w_plain.h and w_steps.h, or w_bmi.h ----
 *
 *   w_popcount(a)       number of 1 bits
 *   w_ctz(a), w_clz(a)  number of 0 bits below the lowest 1 bit, above the highest; 64 for 0
 *   w_select(a, k)      position of the 1 bit that has k 1 bits below it; 64 if there is none
 *   w_pext(a, mask)     the bits of a where mask is 1, moved together at the low end
 *   w_pdep(a, mask)     the inverse: the low bits of a, moved to where mask is 1; 0 elsewhere.
 *                       Both take 3 cycles with BMI2, and over 100 instructions without, where
 *                       BMILL_PEXT_BY_STEPS is defined
 *   w_interleave(a, b, &low, &high)
 *                       bit i of a becomes bit 2 i of 128 bits, bit i of b bit 2 i + 1
 *   w_deinterleave(low, high, &even, &odd)
 *                       the inverse
 *
 * ---- Vectors, required ----
 *
 *   v_t, V_BYTES        a vector, and its size: 8, 16, 32 or 64
 *   v_load(p)           from any address
 *   v_store(p, v)       to any address
 *   v_stream(p, v)      v_store with a non-temporal hint; p is a multiple of V_BYTES
 *   v_stream_end()      after the last v_stream
 *   v_from_words(words) the words at `words`, from registers if they are there; for vectors of up
 *                       to 32 bytes
 *   v_zero()            all bits 0
 *   v_and v_or v_xor v_andnot v_nand v_nor v_xnor v_ornot (a, b), v_not(a)
 *                       as for words
 *   v_add64(a, b)       the sum of each lane, modulo 2^64
 *   v_shl64(v, n)       shifts all lanes left by the same n, 0 to 63
 *   v_shr64(v, n)       shifts all lanes right, likewise
 *   v_popcount(v)       number of 1 bits of each lane, as a lane
 *   v_sum64(v)          sum of the lanes, as size_t; a chain of dependent instructions
 *   v_any(v)            whether any bit is 1
 *   v_find_first_byte(v), v_find_last_byte(v)
 *                       index of the first, last byte that is not 0; v must not be 0
 *   v_keep_first(v, n), v_keep_last(v, n)
 *                       the first, last n bytes of v, 0 to V_BYTES; 0 elsewhere
 *   v_from_first_byte(byte), v_from_last_byte(byte)
 *                       this first, last byte; 0 elsewhere
 *   v_load_first(p, n)  the first n bytes at p, 1 to V_BYTES - 1, then zeros; reads nothing else.
 *                       May be a function call
 *   v_load_halves(p, end, n)
 *                       n bytes, 1 to V_BYTES - 1, as two pieces of the same size, which overlap:
 *                       one at p, and one that ends at end. The size is the largest power of two
 *                       up to n; fewer than 8 bytes are one piece, which ends at end, and 8 may
 *                       be. Then zeros.
 *                       Cheaper than v_load_first, where the order of the bytes does not matter
 *   v_store_halves(p, n, v)
 *                       stores what v_load_halves(p, p + n, n) loads
 *   v_funnel(v, next, r)
 *                       V_BYTES from bit r of v followed by next; 0 < r < 64
 *   v_reverse(v)        bit i becomes bit 8 * V_BYTES - 1 - i
 *   v_interleave(a, b, &low, &high), v_deinterleave(low, high, &even, &odd)
 *                       as for words
 *   v_full_adder(&low, a, b)
 *                       low + a + b, bit by bit: the sum stays in low, the carry is returned
 *
 *   x_t, X_BYTES        16 bytes, for bitmaps shorter than a vector. Where a vector has 16 bytes
 *                       or less, it is the vector (x_is_v.h), so X_BYTES may be 8
 *   x_load x_store x_and x_or x_xor x_andnot x_nand x_nor x_xnor x_ornot x_not x_any x_shl64
 *   x_shr64 x_from_last_byte x_reverse
 *                       as v_
 *
 * ---- Vectors, optional: an ISA that has the name defines the macro in front of it ----
 *
 *   BMILL_HAVE_V_POPCOUNT     v_popcount is a few instructions: kernels count vector by vector, and
 *                             do not add vectors bit by bit first
 *   BMILL_HAVE_V_ADD_POPCOUNTS
 *                             v_add_popcounts(total, a, b, c, d): total + v_popcount of each, in
 *                             fewer instructions than one by one; else it is here
 *   BMILL_V_POPCOUNT_IS_CHEAPER
 *                             the words of a vector are counted by v_popcount, a store and loads in
 *                             fewer instructions than by w_popcount
 *   BMILL_W_POPCOUNT_BESIDE_V
 *                             v_popcount is many instructions and w_popcount one, which waits for
 *                             none of them: kernels count by both
 *   BMILL_HAVE_V_FULL_ADDER   v_full_adder takes fewer than five instructions; else it is here
 *   BMILL_HAVE_V_HELD         v_held(v): v, from a register; else it is here. gcc loads a vector
 *                             again for each use of it, where loads are what a loop waits for
 *   BMILL_HAVE_V_LOAD_MASKED  v_load_masked(p, n): v_load_first as one instruction, for n from 0
 *                             to V_BYTES. in_one_page(p): whether V_BYTES at p are in one page of
 *                             memory. Where they are not, and the second page is absent, the
 *                             processor takes 165 to 480 ns to find out that nothing of it is
 *                             wanted
 *   BMILL_HAVE_V_TERNARY      V_TERNARY(a, b, c, table): any function of three bits, as one
 *                             instruction; table is a constant, see kernels/ternary.h
 *   BMILL_HAVE_V_SHIFTED      v_shifted(p, r): lane k is 64 bits from bit r of the 16 bytes at
 *                             p + 8 k, 0 < r < 64; in fewer instructions than by two shifts
 *   BMILL_HAVE_V_MUL64        v_mul64(a, b): the product of each lane, modulo 2^64
 *   BMILL_HAVE_V_BROADCAST    v_broadcast(x, size): a number of `size` bytes, 1, 2, 4 or 8, in
 *                             all places of the vector
 *   BMILL_HAVE_V_ELEMENTS     arithmetic on elements of `size` bytes, 1, 2, 4 or 8, each a number
 *                             of those bits: v_sub(a, b, size), modulo; v_zero_of_both(a, b, size):
 *                             0 in the elements in which a or b is; v_any_zero(v, size): whether an
 *                             element is 0; v_find_first_zero(v, size): its first byte; there must
 *                             be one; v_load_at_bit(p, bit, size): as many bits of each element at
 *                             p as an element has, but `bit` bits later, 0 to 8 * size - 1. And
 *                             v_load_sevens(p): lane k is the 8 bytes at p + 7 * k. v_load_at_bit
 *                             may read 8 bytes after the V_BYTES at p, no more. V_BROADCAST is
 *                             there, too
 *   BMILL_HAVE_HALF           h_t, H_BYTES: half a vector, where that is more than x_t. h_load
 *                             h_store h_xor h_xnor h_reverse h_shifted as v_; h_load_at(p, r):
 *                             the bytes that begin at bit r of p, 0 < r < 8; h_interleave(a, b),
 *                             which makes a vector, and h_deinterleave(v, &even, &odd)
 */
#ifndef BMILL_SIMD_SIMD_H
#define BMILL_SIMD_SIMD_H

#include "simd/sets.h"

#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON || BMILL_SIMD == BMILL_SIMD_VEC128 || \
    BMILL_SIMD == BMILL_SIMD_WORDS
#include "simd/x_is_v.h" /* with neon.h, vec128.h or words.h */
#else
#error "BMILL_SET has a vocabulary of its own: expected its #include here"
#endif

_Static_assert(V_BYTES == 8 || V_BYTES == 16 || V_BYTES == 32 || V_BYTES == 64,
               "kernels count on it");

#ifndef BMILL_HAVE_V_FULL_ADDER
BMILL_ALWAYS_INLINE v_t v_full_adder(v_t *low, v_t a, v_t b)
{
    v_t half = v_xor(*low, a), carry = v_or(v_and(*low, a), v_and(half, b));
    *low = v_xor(half, b);
    return carry;
}
#endif

#ifndef BMILL_HAVE_V_ADD_POPCOUNTS
BMILL_ALWAYS_INLINE v_t v_add_popcounts(v_t total, v_t a, v_t b, v_t c, v_t d)
{
    total = v_add64(total, v_add64(v_popcount(a), v_popcount(b)));
    return v_add64(total, v_add64(v_popcount(c), v_popcount(d)));
}
#endif

#ifndef BMILL_HAVE_V_HELD
BMILL_ALWAYS_INLINE v_t v_held(v_t v) { return v; }
#endif

/* v_store or v_stream. */
typedef void v_storer(unsigned char *p, v_t v);

#endif
