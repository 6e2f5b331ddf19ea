/* lessons/sentences.h: what lessons of several topics say. */
#ifndef BITMILL_ENGINE_LESSONS_SENTENCES_H
#define BITMILL_ENGINE_LESSONS_SENTENCES_H

#include "../lesson.h"

#define ALL_WIDTHS "8 16 32 64"

/* x - 1 */
#define SUBTRACT_1                                                                               \
    "Subtract 1: the lowest 1 bit becomes 0, and the 0 bits below it become 1, as in `1000 - 1 " \
    "= 0999` on paper. Nothing above it changes."
#define SUBTRACT_1_FROM_0                                                                       \
    "Subtract 1: x is 0, so every place borrows from the next one, and all bits become 1. The " \
    "borrow of the top place has nowhere to come from: the number wraps around, and 0 - 1 is "  \
    "{~0}."

/* x + 1 */
#define ADD_1                                                                                 \
    "Add 1: the lowest 0 bit becomes 1, and the 1 bits below it become 0, as in `0999 + 1 = " \
    "1000` on paper. Nothing above it changes."
#define ADD_1_TO_ALL                                                                              \
    "Add 1: all bits of x are 1, so the carry runs through all places and is lost at the top. 0 " \
    "is left."

/* ~x + 1 */
#define NEGATE                                                                                    \
    "Flip every bit of x (in C: `~`) and add 1: this is -x. The carry brings the bits up to the " \
    "lowest 1 bit of x back to what they were. Above that, each bit stays the opposite."
#define NEGATE_0                                                                                \
    "Flip every bit of x (in C: `~`) and add 1: this is -x. x is 0, so the carry runs through " \
    "all places and is lost at the top. -0 is 0."

/* x & -x */
#define KEEP_LOWEST "`x & -x` keeps the lowest 1 bit of x alone (see `explain lowest_set`)."

/* fill = fill | (fill >> by) for by = 1, 2, 4 and so on */
#define SMEAR                                                                                    \
    "Smear the highest 1 bit over all places below it: OR with a copy that is shifted right by " \
    "1, 2, 4 and so on doubles the run of 1 bits that begins there. (0 stays 0.)"
#define SMEAR_C(x)                                   \
    "for (unsigned by = 1; by < {WIDTH}; by *= 2)\n" \
    "    " x " |= " x " >> by;\n"

/* clz(x | 1) */
#define COUNT_ABOVE                                                                          \
    "`x | 1` has the same highest 1 bit as x, and has one even if x is 0. Count the 0 bits " \
    "above it."

#endif
