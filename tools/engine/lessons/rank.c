/* lessons/rank.c: numbered 1 bits. */
#include "../lesson.h"

static const struct lesson_step rank_main[] = {
    {IF, "i < WIDTH", NULL},
    {STEP, "mask = (1 << i) - 1",
     "Below place {i} there are {i} place{i:s}. 1 << {i} has its 1 at place {i}, and 1 less has 1 "
     "in all places below."},
    {STEP, "below = x & mask", "AND keeps the bits of x there and clears all others."},
    {ROW, "result = popcount(below)", "Count the 1 bits that are left: {popcount(below)}."},
    {END, NULL, NULL},
    {IF, "i >= WIDTH", NULL},
    {ROW, "result = popcount(x)",
     "All {WIDTH} places are below {i}, so all 1 bits are counted: {popcount(x)}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step select_main[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "rest != 0 && n < k",
     "1 bits are numbered from 0 at the right. To find number {k}, clear those below it: rest & "
     "(rest - 1) is rest without its lowest 1 bit."},
    {ASSIGN, "rest = rest & rest - 1", "Number {n}, at place {ctz(rest)}, is cleared."},
    {ROW, "rest", NULL},
    {ASSIGN, "n = n + 1", NULL},
    {END, NULL, NULL},
    {IF, "rest != 0", NULL},
    {ROW, "result = ctz(rest)",
     "The lowest 1 bit of {rest} is number {k}. Below it there are only 0 bits. Their number, "
     "{ctz(rest)}, is its place."},
    {END, NULL, NULL},
    {IF, "rest == 0", NULL},
    {ROW, "result = WIDTH",
     "The number of 1 bits in x is {popcount(x)}, so there is no number {k}. The width, {WIDTH}, "
     "says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step select_loop[] = {
    {ASSIGN, "i = 0", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "i < WIDTH && !(x >> i & 1 && n == k)",
     "Look at the bits from the right, and number the 1 bits from 0. Stop at number {k}."},
    {ROW, "x >> i", "Bit {i} is {x >> i & 1}. Number of 1 bits so far: {n + (x >> i & 1)}."},
    {ASSIGN, "n = n + (x >> i & 1)", NULL},
    {ASSIGN, "i = i + 1", NULL},
    {END, NULL, NULL},
    {IF, "i < WIDTH", NULL},
    {ROW, "result = i", "Bit {i} is 1, and it is number {k}."},
    {END, NULL, NULL},
    {IF, "i == WIDTH", NULL},
    {ROW, "result = i",
     "No bit is left. The number of 1 bits is {n}, so there is no number {k}. The width says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step select_bisection[] = {
    {ASSIGN, "place = 0", NULL},
    {ASSIGN, "half = WIDTH / 2", NULL},
    {WHILE, "half != 0",
     "Is the 1 bit in the lower half, or in the upper one? Counting the lower half tells. Then ask "
     "again in that half, half as wide each time."},
    {ASSIGN, "lower = popcount(x & low_mask(half))", NULL},
    {IF, "k < lower", NULL},
    {ROW, "x = x & low_mask(half)",
     "1 bits in the lower {half} place{half:s}: {lower}. So number {k} is there."},
    {END, NULL, NULL},
    {IF, "k >= lower", NULL},
    {ASSIGN, "k = k - lower", NULL},
    {ASSIGN, "place = place + half", NULL},
    {ROW, "x = x >> half",
     "1 bits in the lower {half} place{half:s}: {lower}. So go on above, from place {place}, where "
     "it is number {k}."},
    {END, NULL, NULL},
    {ASSIGN, "half = half / 2", NULL},
    {END, NULL, NULL},
    {IF, "k == 0 && x & 1", NULL},
    {ROW, "result = place", "One place is left, {place}, and there is a 1."},
    {END, NULL, NULL},
    {IF, "!(k == 0 && x & 1)", NULL},
    {ROW, "result = place + 1",
     "One place is left, the highest, and it is not the one: x has too few 1 bits. The width, "
     "{place + 1}, says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step select_table[] = {
    {ASSIGN, "place = 0", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "place < WIDTH && n + popcount(x >> place & 255) <= k",
     "A table in memory holds the number of 1 bits of each of the 256 bytes. Whole bytes are "
     "skipped while number {k} is above them."},
    {ASSIGN, "n = n + popcount(x >> place & 255)", NULL},
    {ASSIGN, "byte = (x >> place) & 255", NULL},
    {ROW, "byte",
     "For the byte {byte:byte} the table has {popcount(byte)}. Up to here, that makes {n}."},
    {ASSIGN, "place = place + 8", NULL},
    {END, NULL, NULL},
    {IF, "place == WIDTH", NULL},
    {ROW, "result = WIDTH", "The bytes are at an end: there is no number {k}. The width says so."},
    {END, NULL, NULL},
    {IF, "place < WIDTH", NULL},
    {ROW, "byte = (x >> place) & 255",
     "The 1 bit is in this byte, from place {place} up, in which it is number {k - n}."},
    {WHILE, "n < k", "1 bits below it are cleared, the lowest first."},
    {ROW, "byte = byte & byte - 1", NULL},
    {ASSIGN, "n = n + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = place + ctz(byte)",
     "The lowest 1 bit left is at place {ctz(byte)} of the byte: at place {place + ctz(byte)} of "
     "x."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

/* Leaves the number of bytes of `bytes` that are at most k in the variable `to`. */
#define BYTES_UP_TO(bytes, to)                                                            \
    {ASSIGN, "hits = (k + 128) * 0x0101010101010101 - " bytes, NULL},                     \
    {                                                                                     \
        ASSIGN, to " = (hits >> 7 & 0x0101010101010101) * 0x0101010101010101 >> 56", NULL \
    }

static const struct lesson_step select_broadword[] = {
    {WIDEN, "64", NULL},
    {ASSIGN, "counts = x - (x >> 1 & repeat(0x55, 8))", NULL},
    {ASSIGN, "counts = (counts & repeat(0x33, 8)) + (counts >> 2 & repeat(0x33, 8))", NULL},
    {ROW, "counts = counts + (counts >> 4) & repeat(0x0f, 8)",
     "Count the 1 bits in each byte: in pairs, then in fours, then in bytes."},
    {ROW, "sums = counts * 0x0101010101010101",
     "The product adds to each byte all bytes below it: each holds the count up to its end."},
    {IF, "k >= sums >> 56", NULL},
    {ROW, "result = width",
     "The highest byte has the number of 1 bits in x: {sums >> 56}. So there is no number {k}. The "
     "width says so."},
    {END, NULL, NULL},
    {IF, "k < sums >> 56", NULL},
    BYTES_UP_TO("sums", "n"),
    {ASSIGN, "place = 8 * n", NULL},
    {ASSIGN, "k = k - (sums << 8 >> place & 255)", NULL},
    {ROW, "byte = (x >> place) & 255",
     "Sums of at most {k + (sums << 8 >> place & 255)}: {n}. So the bit is above {n} byte{n:s}, "
     "from place {place} up. In that byte it is number {k}."},
    {ROW, "copies = byte * 0x0101010101010101 & 0x8040201008040201",
     "The same again, one level down: a product copies that byte into all eight bytes, and a mask "
     "keeps bit j in byte j."},
    {ROW, "bits = (copies + 0x7f7f7f7f7f7f7f7f) >> 7 & 0x0101010101010101",
     "Adding 0x7f makes the top bit of a byte 1 unless the byte is 0. Shifted down: 0 or 1 in "
     "each."},
    {ROW, "sums = bits * 0x0101010101010101", "Sums up to the end of each byte again."},
    BYTES_UP_TO("sums", "n"),
    {ROW, "result = place + n",
     "Sums of at most {k}: {n}. So it is {n} place{n:s} above place {place}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step select_pdep[] = {
    {IF, "k >= WIDTH", NULL},
    {ROW, "result = WIDTH",
     "A number of {WIDTH} bits cannot have a 1 bit with number {k}. The width says so."},
    {END, NULL, NULL},
    {IF, "k < WIDTH", NULL},
    {ROW, "one = 1 << k", "A number whose only 1 is bit {k}:"},
    {STEP, "found = pdep(one, x)",
     "pdep puts bit 0 at the lowest 1 of x, bit 1 at the next, and so on: the 1 goes to the 1 bit "
     "with number {k}, if there is one."},
    {IF, "found != 0", NULL},
    {ROW, "result = ctz(found)",
     "Below it there are only 0 bits. Their number, {ctz(found)}, is its place."},
    {END, NULL, NULL},
    {IF, "found == 0", NULL},
    {ROW, "result = WIDTH",
     "There is none: the number of 1 bits in x is {popcount(x)}. The width says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

const struct lesson lessons_rank[] = {
    {"rank", "main", "Count the 1 bits of x = {x} below place {i}.",
     "bmill_popcount(({WIDTH:T})(i < {WIDTH} ? x & (({1:C} << i) - 1) : x))", "8 16 32 64",
     rank_main},

    {"select", "main", "Find the 1 bit number {k} of x = {x}, counted from 0 at the right.",
     "for (; x && k; k--) x &= x - 1; return bmill_ctz(x);", "8 16 32 64", select_main},
    {"select", "clearing", "Find the 1 bit number {k} of x = {x}: clear those below it.",
     "for (; x && k; k--) x &= x - 1; return bmill_ctz(x);", "8 16 32 64", select_main},
    {"select", "loop", "Find the 1 bit number {k} of x = {x}: look at each bit.",
     "unsigned i = 0; for (; i < {WIDTH}; i++) if ((x >> i) & 1 && k-- == 0) break; return i;",
     "8 16 32 64", select_loop},
    {"select", "bisection", "Find the 1 bit number {k} of x = {x}: halve again and again.",
     "bmill_select_by_bisection_u{WIDTH}(x, k)", "32 64", select_bisection},
    {"select", "table", "Find the 1 bit number {k} of x = {x}: counts from a table.",
     "bmill_select_by_table_u{WIDTH}(x, k)", "32 64", select_table},
    {"select", "broadword", "Find the 1 bit number {k} of x = {x}: sums in all bytes at once.",
     "bmill_select_by_broadword_u{WIDTH}(x, k)", "32 64", select_broadword},
    {"select", "pdep", "Find the 1 bit number {k} of x = {x}: deposit a 1 there.",
     "k < {WIDTH} ? bmill_ctz(bmill_pdep(({WIDTH:T})({1:C} << k), x)) : {WIDTH}", "8 16 32 64",
     select_pdep},

    {0},
};
