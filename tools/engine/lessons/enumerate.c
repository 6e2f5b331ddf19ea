/* lessons/enumerate.c: sets as numbers, one after the other. */
#include "../lesson.h"

static const struct lesson_step next_same_popcount_main[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = 0", "x has no 1 bit. No other number has none, so there is no next one: 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {ROW, "lowest = x & -x", "Find the lowest 1 bit: x and -x have only that one in common."},
    {STEP, "carried = x + lowest",
     "Add it. The carry runs through the row of 1 bits that begins there, and makes the place "
     "above the row a 1, if there is one."},
    {IF, "carried == 0", NULL},
    {ROW, "result = 0",
     "There is no such place: the row goes up to the left end. No larger number has as many 1 "
     "bits, and 0 says so."},
    {END, NULL, NULL},
    {IF, "carried != 0", NULL},
    {ROW, "changed = x ^ carried",
     "These places changed: the row and the place above it, {popcount(x ^ carried)} in all. Of the "
     "row's {popcount(x ^ carried) - 1}, one bit is now the new 1."},
    {ROW, "back = changed >> ctz(x) >> 2",
     "Left of the row: {popcount(x ^ carried) - 2}. They come back at the right end: shift to "
     "there, and 2 places further, where two bits are lost."},
    {STEP, "result = carried | back", "Together: as many 1 bits as before, and the next number."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step next_same_popcount_division[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = 0", "x has no 1 bit. No other number has none, so there is no next one: 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {ROW, "lowest = x & -x", "Find the lowest 1 bit."},
    {STEP, "carried = x + lowest", "Add it: the row of 1 bits there becomes one 1 above it."},
    {IF, "carried == 0", NULL},
    {ROW, "result = 0", "The row goes up to the left end: there is no next number."},
    {END, NULL, NULL},
    {IF, "carried != 0", NULL},
    {ROW, "changed = x ^ carried", "The row, and the place above it."},
    {ROW, "back = changed / lowest >> 2",
     "A division by {lowest} moves them to the right end, for it is a power of two; 2 bits more "
     "are lost."},
    {STEP, "result = carried | back", "Together."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

/* The remark when x is not what the verb expects. */
#define NOT_SUBMASK                                                                  \
    {IF, "(x & ~mask) != 0", NULL},                                                  \
        {SAY, NULL,                                                                  \
         "x is no submask: it has 1 bits that the mask has not. The result is some " \
         "submask all the same."},                                                   \
    {                                                                                \
        END, NULL, NULL                                                              \
    }

static const struct lesson_step next_submask_main[] = {
    {SAY, NULL,
     "A submask of mask is a number whose 1 bits are all 1 in mask, too. Count up, but only in "
     "these places."},
    {STEP, "up = x - mask",
     "x - mask is x + ~mask + 1: with 1 bits filled in between the places of the mask, the carry "
     "of + 1 runs across them."},
    {STEP, "result = up & mask", "The mask removes what was filled in."},
    {IF, "x == mask", NULL},
    {SAY, NULL, "After the mask itself, the largest submask, it begins again with 0."},
    {END, NULL, NULL},
    NOT_SUBMASK,
    {END, NULL, NULL},
};

static const struct lesson_step prev_submask_main[] = {
    {SAY, NULL,
     "A submask of mask is a number whose 1 bits are all 1 in mask, too. Count down, but only in "
     "these places."},
    {IF, "x != 0", NULL},
    {STEP, "down = x - 1", "1 less: the lowest 1 bit becomes 0, and all places below it 1."},
    {END, NULL, NULL},
    {IF, "x == 0", NULL},
    {STEP, "down = x - 1",
     "1 less: below 0 the numbers of {WIDTH} bits begin again at the largest, whose bits are all "
     "1."},
    {END, NULL, NULL},
    {STEP, "result = down & mask", "The mask keeps its own places."},
    {IF, "x == 0", NULL},
    {SAY, NULL, "Before 0, the smallest submask, it goes on with the largest, the mask itself."},
    {END, NULL, NULL},
    NOT_SUBMASK,
    {END, NULL, NULL},
};

static const struct lesson_step next_superset_main[] = {
    {SAY, NULL,
     "A superset of mask is a number that is 1 wherever mask is. Count up, but only in the other "
     "places."},
    {IF, "x != ~0", NULL},
    {STEP, "up = x + 1",
     "1 more: the lowest 0 bit becomes 1, and all places below it 0. The 1 bits of the mask let "
     "the carry pass."},
    {END, NULL, NULL},
    {IF, "x == ~0", NULL},
    {STEP, "up = x + 1",
     "1 more: after the largest number the numbers of {WIDTH} bits begin again at 0."},
    {END, NULL, NULL},
    {STEP, "result = up | mask", "OR sets the bits of the mask again."},
    {IF, "x == ~0", NULL},
    {SAY, NULL,
     "After all 1 bits, the largest superset, it begins again with the smallest, the mask itself."},
    {END, NULL, NULL},
    {IF, "(mask & ~x) != 0", NULL},
    {SAY, NULL,
     "x is no superset: the mask has 1 bits that x has not. The result is some superset all the "
     "same."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

const struct lesson lessons_enumerate[] = {
    {"next_same_popcount", "main", "The next number after x = {x} with as many 1 bits.",
     "{WIDTH:T} up = x + (x & -x); return up ? up | ((x ^ up) >> bmill_ctz(x) >> 2) : 0;",
     "8 16 32 64", next_same_popcount_main},
    {"next_same_popcount", "division", "The next number after x = {x} with as many 1 bits.",
     "{WIDTH:T} up = x + (x & -x); return up ? up | (((x ^ up) / (x & -x)) >> 2) : 0;",
     "8 16 32 64", next_same_popcount_division},
    {"next_submask", "main", "The next submask of mask = {mask} after x = {x}.",
     "(x - mask) & mask", "8 16 32 64", next_submask_main},
    {"prev_submask", "main", "The submask of mask = {mask} before x = {x}.", "(x - 1) & mask",
     "8 16 32 64", prev_submask_main},
    {"next_superset", "main", "The next superset of mask = {mask} after x = {x}.", "(x + 1) | mask",
     "8 16 32 64", next_superset_main},

    {0},
};
