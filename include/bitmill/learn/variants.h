/** @file
 * bitmill/learn/variants.h: the well-known ways to do what the word layer does, for the curious.
 *
 * bmill_<verb>_by_<method>_<width> computes what bmill_<verb>_<width> computes (popcount, parity,
 * clz, ctz, reverse, is_pow2, ceil_pow2, select, morton2, modify) and keeps the same contracts: no
 * argument value is undefined behaviour, and for 0 or past the top each variant returns what the
 * main helper returns. They are there to read, to compare on a processor, and for targets where
 * another way is the best; otherwise use the main helpers. <bitmill.h> does not include this.
 *
 *     #include <bitmill/learn/variants.h>
 *     bmill_popcount_by_clearing_u64(6) == 2
 *
 * The widths are u32 and u64, and u8 and u16 where a method works on bytes. All are since 1.0.0.
 * Costs are numbers of instructions of x86-64 as gcc and clang make them with -O2, without
 * constants and moves between registers. `script/bench --word` measures nanoseconds and ranks the
 * variants of each verb beside the main helper.
 *
 * BMILL_VARIANTS(X) is X(verb, method, width) for all variants, and BMILL_VARIANTS_POPCOUNT(X) and
 * so on for those of one verb; these stand at the end of the topic's header. Tests and benchmarks
 * are made from them, so that another variant is one function for each width and one X.
 */
#ifndef BITMILL_LEARN_VARIANTS_H
#define BITMILL_LEARN_VARIANTS_H

#include <bitmill/learn/variants/clz.h>
#include <bitmill/learn/variants/ctz.h>
#include <bitmill/learn/variants/modify.h>
#include <bitmill/learn/variants/morton.h>
#include <bitmill/learn/variants/parity.h>
#include <bitmill/learn/variants/popcount.h>
#include <bitmill/learn/variants/pow2.h>
#include <bitmill/learn/variants/reverse.h>
#include <bitmill/learn/variants/select.h>

/** X(verb, method, width) for all variants. */
#define BMILL_VARIANTS(X)       \
    BMILL_VARIANTS_POPCOUNT(X)  \
    BMILL_VARIANTS_PARITY(X)    \
    BMILL_VARIANTS_REVERSE(X)   \
    BMILL_VARIANTS_CLZ(X)       \
    BMILL_VARIANTS_CTZ(X)       \
    BMILL_VARIANTS_IS_POW2(X)   \
    BMILL_VARIANTS_CEIL_POW2(X) \
    BMILL_VARIANTS_SELECT(X)    \
    BMILL_VARIANTS_MORTON2(X)   \
    BMILL_VARIANTS_MODIFY(X)

#endif
