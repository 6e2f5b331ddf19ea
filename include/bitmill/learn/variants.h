/* bitmill/learn/variants.h: variants for the curious: the well-known ways to do what the word layer
 * does.
 *
 * bmill_<verb>_by_<method>_<width> computes what bmill_<verb>_<width> does (popcount, parity, clz,
 * ctz, reverse, is_pow2, ceil_pow2, select, morton2, modify) and keeps the same contracts: no
 * argument value is undefined behaviour, and what the main helper gives for 0 or past the top, each
 * variant gives. They are for reading, for comparing on a processor, and for targets where another
 * way is the best; else use the main helpers. <bitmill.h> does not include this.
 *
 *     #include <bitmill/learn/variants.h>
 *     bmill_popcount_by_clearing_u64(6) == 2
 *
 * Widths are u32 and u64, u8 and u16 where a method is for bytes. All are since 0.1.0. A cost is
 * counted in instructions of x86-64 as gcc and clang make them with -O2, without constants and
 * moves between registers. What it is in nanoseconds, `script/bench --word` measures; it ranks the
 * variants of each verb beside the main helper.
 *
 * BMILL_VARIANTS(X) is X(verb, method, width) for all variants, BMILL_VARIANTS_POPCOUNT(X) and so
 * on for those of a verb; they stand at the end of the topic's header. Tests and benchmarks are
 * made of them, so that another variant is one function and one X there.
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
