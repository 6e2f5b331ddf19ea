/* lessons/steps.h: steps and sentences that lessons of several topics have. */
#ifndef BITMILL_ENGINE_LESSONS_STEPS_H
#define BITMILL_ENGINE_LESSONS_STEPS_H

#include "../lesson.h"

#define ALL_WIDTHS "8 16 32 64"

/* less = x - 1 */
#define SUBTRACT_1                                                                                 \
    {IF, "x != 0",                                                                                 \
     "Subtract 1: the lowest 1 bit becomes 0, and the 0 bits below it become 1, as in 1000 - 1 = " \
     "0999 on paper. Nothing above it changes."},                                                  \
        {END, NULL, NULL},                                                                         \
        {IF, "x == 0",                                                                             \
         "Subtract 1: x is 0, so every place borrows from the next one, and all bits become 1."},  \
        {END, NULL, NULL},                                                                         \
    {                                                                                              \
        STEP, "less = x - 1", NULL                                                                 \
    }

/* more = x + 1 */
#define ADD_1                                                                                      \
    {IF, "~x != 0",                                                                                \
     "Add 1: the lowest 0 bit becomes 1, and the 1 bits below it become 0, as in 0999 + 1 = 1000 " \
     "on paper. Nothing above it changes."},                                                       \
        {END, NULL, NULL},                                                                         \
        {IF, "~x == 0",                                                                            \
         "Add 1: all bits of x are 1, so the carry runs through all places and is lost at the "    \
         "top. 0 is left."},                                                                       \
        {END, NULL, NULL},                                                                         \
    {                                                                                              \
        STEP, "more = x + 1", NULL                                                                 \
    }

/* minus = -x */
#define NEGATE                                                                                  \
    {IF, "x != 0",                                                                              \
     "Flip every bit of x and add 1: this is -x. The carry brings the bits up to the lowest 1 " \
     "bit "                                                                                     \
     "of x back to what they were. Above that, each bit stays the opposite."},                  \
        {END, NULL, NULL},                                                                      \
        {IF, "x == 0",                                                                          \
         "Flip every bit of x and add 1: this is -x. x is 0, so the carry runs through all "    \
         "places "                                                                              \
         "and is lost at the top. -0 is 0."},                                                   \
        {END, NULL, NULL},                                                                      \
    {                                                                                           \
        STEP, "minus = ~x + 1", NULL                                                            \
    }

/* lowest = x & -x */
#define KEEP_LOWEST                                                              \
    {                                                                            \
        STEP, "lowest = x & -x",                                                 \
            "x & -x keeps the lowest 1 bit of x alone (see explain lowest_set)." \
    }

/* fill = `from` and all bits below its highest 1 bit */
#define SMEAR(from)                                                                                \
    {ASSIGN, "fill = " from, NULL}, {ASSIGN, "by = 1", NULL},                                      \
        {WHILE, "by < WIDTH",                                                                      \
         "Smear the highest 1 bit over all places below it: OR with a copy that is shifted right " \
         "by 1, 2, 4 and so on doubles the run of 1 bits that begins there. (0 stays 0.)"},        \
        {STEP, "fill = fill | (fill >> by)", "Shifted right by {by}:"},                            \
        {ASSIGN, "by = by * 2", NULL},                                                             \
    {                                                                                              \
        END, NULL, NULL                                                                            \
    }
#define SMEAR_C(x) "for (unsigned by = 1; by < {WIDTH}; by *= 2) " x " |= " x " >> by; "

/* place = that of the highest 1 bit of x | 1 */
#define HIGHEST_PLACE                                                                             \
    {STEP, "zeros = clz(x | 1)",                                                                  \
     "x | 1 has the same highest 1 bit as x, and has one even if x is 0. Count the 0 bits above " \
     "it."},                                                                                      \
    {                                                                                             \
        ASSIGN, "place = WIDTH - 1 - zeros", NULL                                                 \
    }

#endif
