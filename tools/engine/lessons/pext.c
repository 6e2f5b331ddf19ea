/* lessons/pext.c: bits gathered and scattered by a mask. */
#include "../lesson.h"

static const struct lesson_step pext_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "rest = mask", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "rest != 0",
     "Go through the 1 bits of the mask from the right. The bits of x at these places become the "
     "lowest bits of the result, in the same order."},
    {ASSIGN, "i = ctz(rest)", NULL},
    {ASSIGN, "result = result | (x >> i & 1) << k",
     "The mask marks place {i}. Bit {i} of x is {x >> i & 1}: it becomes bit {k}."},
    {ROW, "result", NULL},
    {ASSIGN, "rest = rest & rest - 1", NULL},
    {ASSIGN, "k = k + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result", "The mask marks {k} place{k:s}. All other bits of the result are 0."},
    {END, NULL, NULL},
};

static const struct lesson_step pext_rounds[] = {
    {STEP, "x = x & mask", "The bits that the mask does not mark are cleared."},
    {ASSIGN, "zeros = ~mask", NULL},
    {ASSIGN, "s = 1", NULL},
    {WHILE, "s < WIDTH",
     "A bit has to move down by the number of 0 bits of the mask below it. That is done in rounds "
     "of 1, 2, 4, ... places. Before each round, prefix_xor of the 0 bits is 1 where their number, "
     "counted up to there, is odd: these bits move. Then every second 0 bit is dropped, which "
     "halves the numbers."},
    {ROW, "odd = prefix_xor(zeros)", "Which bits move by {s}:"},
    {ROW, "x = (x & ~odd) | ((x & odd) >> s)", NULL},
    {ASSIGN, "zeros = zeros & ~odd", NULL},
    {ASSIGN, "s = 2 * s", NULL},
    {END, NULL, NULL},
    {ROW, "result = x", "All bits are together."},
    {END, NULL, NULL},
};

static const struct lesson_step pdep_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "rest = mask", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "rest != 0",
     "Go through the 1 bits of the mask from the right. The lowest bits of x go to these places, "
     "in the same order."},
    {ASSIGN, "i = ctz(rest)", NULL},
    {ASSIGN, "result = result | (x >> k & 1) << i",
     "Bit {k} of x is {x >> k & 1}. The mask marks place {i}: it goes there."},
    {ROW, "result", NULL},
    {ASSIGN, "rest = rest & rest - 1", NULL},
    {ASSIGN, "k = k + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result", "The mask marks {k} place{k:s}. All other bits of the result are 0."},
    {END, NULL, NULL},
};

/* A round of pdep: bits move up by s where `odd`, as it was before that round of pext, is 1. */
#define ROUND_UP(s)                                                                         \
    {                                                                                       \
        ROW, "x = x & ~odd" s " | x << " s " & odd" s, "odd" s " says which move by " s ":" \
    }
#define FIND_ODD(s) \
    {ASSIGN, "odd" s " = prefix_xor(zeros)", NULL}, { ASSIGN, "zeros = zeros & ~odd" s, NULL }

static const struct lesson_step pdep_rounds[] = {
    {SAY, NULL,
     "This is pext backwards: a bit has to move up by the number of 0 bits of the mask below its "
     "new place. That is done in rounds, the longest way first. Before that, prefix_xor of the 0 "
     "bits tells which bits have an odd number of them below; dropping every second 0 bit halves "
     "the numbers for the next mask."},
    {ASSIGN, "zeros = ~mask", NULL},
    FIND_ODD("1"),
    FIND_ODD("2"),
    FIND_ODD("4"),
    {IF, "WIDTH > 8", NULL},
    FIND_ODD("8"),
    {END, NULL, NULL},
    {IF, "WIDTH > 16", NULL},
    FIND_ODD("16"),
    {END, NULL, NULL},
    {IF, "WIDTH > 32", NULL},
    FIND_ODD("32"),
    ROUND_UP("32"),
    {END, NULL, NULL},
    {IF, "WIDTH > 16", NULL},
    ROUND_UP("16"),
    {END, NULL, NULL},
    {IF, "WIDTH > 8", NULL},
    ROUND_UP("8"),
    {END, NULL, NULL},
    {ROW, "odd4", "The masks, and x after each round:"},
    ROUND_UP("4"),
    {ROW, "odd2", NULL},
    ROUND_UP("2"),
    {ROW, "odd1", NULL},
    ROUND_UP("1"),
    {STEP, "result = x & mask",
     "Copies were left behind on the way. They are outside of the mask, which clears them."},
    {END, NULL, NULL},
};

const struct lesson lessons_pext[] = {
    {"pext", "main", "Gather the bits of x = {x} that mask = {mask} marks.",
     "{WIDTH:T} v = 0; for (unsigned k = 0, i = 0; i < {WIDTH}; i++) if ((mask >> i) & 1) v |= ((x "
     ">> i) & {1:C}) << k++; return v;",
     "8 16 32 64", pext_main},
    {"pext", "rounds", "Gather the bits of x = {x} that mask = {mask} marks, in rounds.",
     "{WIDTH:T} zeros = ~mask, odd; x &= mask; for (unsigned s = 1; s < {WIDTH}; s *= 2) odd = "
     "bmill_prefix_xor(zeros), x = (x & ~odd) | (x & odd) >> s, zeros &= ~odd; return x;",
     "8 16 32 64", pext_rounds},
    {"pdep", "main", "Scatter the bits of x = {x} to the places that mask = {mask} marks.",
     "{WIDTH:T} v = 0; for (unsigned k = 0, i = 0; i < {WIDTH}; i++) if ((mask >> i) & 1) v |= ((x "
     ">> k++) & {1:C}) << i; return v;",
     "8 16 32 64", pdep_main},
    {"pdep", "rounds", "Scatter the bits of x = {x} by mask = {mask}, in rounds.",
     "bmill_pdep(x, mask)", "8 16 32 64", pdep_rounds},

    {0},
};
