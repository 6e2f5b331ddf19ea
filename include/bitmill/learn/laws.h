/** @file
 * bitmill/learn/laws.h: is my own set, clear, popcount, clz, ... right? And if not, what is the
 * smallest input for which it is wrong?
 *
 *     static unsigned mine(uint32_t x) { ... }
 *
 *     bmill_counterexample wrong;
 *     if (!bmill_law_popcount_u32(mine, &wrong))
 *         printf("%s: for x = 0x%" PRIx64 " it is %" PRIu64 ", not %" PRIu64 "\n", wrong.law,
 *                wrong.x, wrong.got, wrong.expected);
 *
 * bitmill/learn/laws/<topic>.h has the laws bmill_law_<verb>_u8, _u16, _u32 and _u64 for the
 * helpers of bitmill/word/<topic>.h. A law takes the function to test and returns true if it holds.
 * If not, it returns false and stores the counterexample in *failure (which may be NULL, and is not
 * written if the law holds). The law compares with the meaning of the verb, a loop over the bits or
 * a formula, which shares no code with bitmill's helpers. No library is needed, nothing is printed
 * or allocated, and no state is kept: laws may run in threads. Not in <bitmill.h>. C99 and C++11 or
 * later. Since 1.0.0.
 *
 * The function to test has one of these shapes, where T is uint8_t to uint64_t and S the signed
 * type of that width. Wrap a function with other types, like int popcount(unsigned long long), or
 * with a pointer, in a function that has one of the shapes.
 *
 *     map         T f(T x)                            reverse, ceil_pow2, gray_encode, ...
 *     count       unsigned f(T x)                     popcount, clz, bit_width, ...
 *     test        bool f(T x)                         parity, is_pow2, ...
 *     map_at      T f(T x, unsigned i)                set, clear, flip; rotl and rotr by i
 * positions count_at    unsigned f(T x, unsigned i)         rank; select of the i-th 1 bit, from 0
 *     test_at     bool f(T x, unsigned i)             is_set
 *     modify_at   T f(T x, unsigned i, bool y)        modify
 *     signed_at   S f(T x, unsigned i)                sign_extend of the i lowest bits
 *     mask        T f(unsigned i)                     low_mask
 *     field_mask  T f(unsigned i, unsigned n)         mask; i is the first bit, n the count
 *     field       T f(T x, unsigned i, unsigned n)    extract
 *     field_set   T f(T x, unsigned i, unsigned n, T y)    insert y
 *     pair        T f(T x, T y)                       pext and pdep (y is the mask), sat_add, ...
 *     pair_test   bool f(T x, T y)                    is_aligned
 *     triple      T f(T x, T y, T z)                  mux (x is the mask), morton3
 *
 * The comment of each law tells about which inputs it asks. A law without a suffix asks about what
 * nearly everybody defines: i below the width (rank and low_mask: also the width itself;
 * sign_extend: 1 to the width), a field within it, and any x, including 0: clz and ctz of 0 are the
 * width, and so on as in C23 and C++20. Some laws ask about more or fewer inputs:
 *
 *     _nonzero   not about x = 0, for a function that is undefined there, as __builtin_clz is
 *     _fits      only where the result exists and fits: ceil_pow2 up to the largest power of two,
 *                select of a 1 bit that exists, a field of at least one bit, ...
 *     _modulo    any i, which is taken modulo the width, as bitmill does
 *     _clip      any i and n: bits past the width do not exist
 *
 * i and n are 0 to width + 1, 2 width - 1, 2 width, 256, 65536, 2^31 and 2^32 - 1, as far as the
 * law asks about them. The values of x, y and z that are tried, and the meaning of smallest:
 *
 *   - If x, y and z together have at most BMILL_LAWS_ALL bits (16 unless you define it before the
 *     include), all values are tried: so for 8 and 16 bits of x, and for 8 bits of x and y. If the
 *     law holds, the function is right for all of them; if not, the counterexample is the smallest
 *     of all: the one with the smallest x, of these the smallest i, then n, then y, then z, as
 *     numbers. (With BMILL_LAWS_ALL 32, all uint32_t are tried, which takes minutes.)
 *   - Otherwise x is each number below 256; each number with one or two bits or a run of bits set,
 *     and the complements of these; and 1,024 numbers of fixed noise. y and z are 42 values for
 *     each x: 0 to 7, all bits 1, x, its neighbours, complement, negative, submasks and supersets,
 *     single bits, and others of the list for x. If i, n, y and z make more than 64 combinations,
 *     32 of them are tried for each x, and all of them for eight x. The smallest input that fails
 *     is then made smaller: while x >> k or x - 2^k fails for some k (with the same i, n, y and z,
 *     with y made smaller in the same way, or with any values that are tried with such an x), or
 *     another i and n fail, or a y or z made smaller in that way, the smallest of these replaces
 *     it. So the counterexample is smaller than all other inputs tried, and than all such
 *     neighbours of it. Mostly it is the smallest of all, but that is not certain; and a function
 *     that is wrong for a few values only may pass.
 *
 * The inputs are the same in each run, and so is the answer. A law takes at most 0.3 s, most take
 * less than 0.05 s, but those of extract for 16 bits up to 1 s (gcc 12 and clang 14 at -O2, one
 * core of a 2023 Intel Xeon, with functions that take some nanoseconds).
 */
#ifndef BITMILL_LEARN_LAWS_H
#define BITMILL_LEARN_LAWS_H

#include <bitmill/learn/laws/arith.h>
#include <bitmill/learn/laws/bit.h>
#include <bitmill/learn/laws/carryless.h>
#include <bitmill/learn/laws/count.h>
#include <bitmill/learn/laws/ends.h>
#include <bitmill/learn/laws/enumerate.h>
#include <bitmill/learn/laws/field.h>
#include <bitmill/learn/laws/morton.h>
#include <bitmill/learn/laws/permute.h>
#include <bitmill/learn/laws/pext.h>
#include <bitmill/learn/laws/pow2.h>
#include <bitmill/learn/laws/rank.h>

#endif
