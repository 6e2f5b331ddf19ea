/* lessons/morton.c: coordinates interleaved. */
#include "../lesson.h"

static const struct lesson_step morton2_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "i = 0", NULL},
    {WHILE, "i < WIDTH / 2",
     "The bits of x go to the even places, the bits of y to the odd places beside them. Each has "
     "{WIDTH / 2} bits."},
    {ASSIGN, "result = result | (x >> i & 1) << 2 * i | (y >> i & 1) << 2 * i + 1",
     "Bit {i} of x is {x >> i & 1}: to place {2 * i}. Bit {i} of y is {y >> i & 1}: to place {2 * "
     "i + 1}."},
    {ROW, "result", NULL},
    {ASSIGN, "i = i + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step morton2_loop[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "i = WIDTH / 2", NULL},
    {WHILE, "i > 0",
     "The bits enter the code from the right, highest first, a bit of y and then the bit of x."},
    {ASSIGN, "i = i - 1", NULL},
    {ASSIGN, "result = result << 2 | (y >> i & 1) << 1 | (x >> i & 1)",
     "Bit {i} of y is {y >> i & 1}, bit {i} of x is {x >> i & 1}."},
    {ROW, "result", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step morton2_swar[] = {
    {ASSIGN, "x = x & low_mask(WIDTH / 2)", NULL},
    {ASSIGN, "y = y & low_mask(WIDTH / 2)", NULL},
    {ASSIGN, "s = WIDTH / 4", NULL},
    {WHILE, "s > 0",
     "Room is made between the bits: the upper half of each group moves away from the lower one, "
     "then the halves of the halves, and so on."},
    {ROW, "x = (x | (x << s)) & repeat(low_mask(s), 2 * s)",
     "The upper {s} bit{s:s} of each group of x move{s != 1:s} up by {s}, and likewise in y."},
    {ROW, "y = (y | (y << s)) & repeat(low_mask(s), 2 * s)", NULL},
    {ASSIGN, "s = s / 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = x | (y << 1)",
     "Above each bit there is a 0 now. y moves up by 1 and fits in."},
    {END, NULL, NULL},
};

static const struct lesson_step morton2_table[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "i = 0", NULL},
    {WHILE, "i < WIDTH / 2",
     "A table in memory holds, for each of the 256 bytes, its bits with a 0 above each. Look up "
     "the bytes of both coordinates."},
    {ASSIGN, "bx = x >> i & 255 & low_mask(WIDTH / 2)", NULL},
    {ASSIGN, "by = y >> i & 255 & low_mask(WIDTH / 2)", NULL},
    {ASSIGN, "fx = morton2(bx, 0)", NULL},
    {ASSIGN, "fy = morton2(by, 0)", NULL},
    {ASSIGN, "result = result | (fx | fy << 1) << 2 * i",
     "For {bx:byte} of x the table has {fx:hex}, for {by:byte} of y it has {fy:hex}. The second "
     "moves up by 1, and both by {2 * i}."},
    {ROW, "result", NULL},
    {ASSIGN, "i = i + 8", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

/* The low byte of `from` with a 0 above each bit, as `to`. */
#define SPREAD_BYTE(from, to)                                                                    \
    {ROW, "chosen = (" from " & 0xff) * 0x0101010101010101 & 0x8040201008040201",                \
     "A product makes eight copies of the byte " from ", and a mask keeps bit 0 of copy 0, bit " \
     "1 of copy 1, and so on."},                                                                 \
    {                                                                                            \
        ROW, to " = (chosen * 0x0102040810204081 >> 49) & 0x5555",                               \
            "A second product brings them together, with a 0 above each, and a shift brings "    \
            "them down."                                                                         \
    }

static const struct lesson_step morton2_multiply[] = {
    {WIDEN, "64", NULL},
    SPREAD_BYTE("x", "fx"),
    {ASSIGN, "chosen = (y & 0xff) * 0x0101010101010101 & 0x8040201008040201", NULL},
    {ROW, "fy = (chosen * 0x0102040810204081 >> 49) & 0x5555", "The same for the byte of y."},
    {IF, "width == 16", NULL},
    {STEP, "result = fx | (fy << 1)", "y moves up by 1 and fits in."},
    {END, NULL, NULL},
    {IF, "width == 32", NULL},
    {STEP, "low = fx | (fy << 1)", "y moves up by 1 and fits in. That is the low half."},
    {ASSIGN, "chosen = (x >> 8 & 0xff) * 0x0101010101010101 & 0x8040201008040201", NULL},
    {ASSIGN, "fx = chosen * 0x0102040810204081 >> 49 & 0x5555", NULL},
    {ASSIGN, "chosen = (y >> 8 & 0xff) * 0x0101010101010101 & 0x8040201008040201", NULL},
    {ASSIGN, "fy = (chosen * 0x0102040810204081 >> 49) & 0x5555", NULL},
    {ROW, "high = fx | (fy << 1)", "The same with the upper bytes of x and y."},
    {ROW, "result = low | (high << 16)", "Both halves together."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step morton2_clmul[] = {
    {ASSIGN, "x = x & low_mask(WIDTH / 2)", NULL},
    {ASSIGN, "y = y & low_mask(WIDTH / 2)", NULL},
    {SAY, NULL,
     "A product without carries (clmul) puts its rows together with XOR. In the square of a number "
     "each product of two different bits comes twice, and twice the same cancels. What stays is "
     "each bit times itself, at twice its place."},
    {STEP, "fx = clmul(x, x)", "So the square has a 0 above each bit of x."},
    {STEP, "fy = clmul(y, y)", "The same with y."},
    {STEP, "result = fx | (fy << 1)", "y moves up by 1 and fits in."},
    {END, NULL, NULL},
};

static const struct lesson_step morton2_pdep[] = {
    {STEP, "fx = pdep(x, repeat(0x55, 8))",
     "pdep puts the low bits of x at the places that a mask marks, in the same order: here at the "
     "even ones."},
    {STEP, "fy = pdep(y, repeat(0xaa, 8))", "The bits of y go to the odd places."},
    {STEP, "result = fx | fy", "OR puts both together."},
    {END, NULL, NULL},
};

/* Collects every n-th bit of the code, beginning at `first`, as the coordinate `name`. */
#define EVERY(n, first, name)                                                                    \
    {ASSIGN, "result = 0", NULL}, {ASSIGN, "i = 0", NULL},                                       \
        {WHILE, "i < WIDTH / " n,                                                                \
         "The bits of " name " are at every {" n ":th} place, beginning with place " first "."}, \
        {ASSIGN, "from = " n " * i + " first, NULL},                                             \
        {ASSIGN, "result = result | (c >> from & 1) << i",                                       \
         "Bit {from} of the code is {c >> from & 1}. It is bit {i} of " name "."},               \
        {ROW, "result", NULL}, {ASSIGN, "i = i + 1", NULL}, {END, NULL, NULL},                   \
    {                                                                                            \
        END, NULL, NULL                                                                          \
    }

static const struct lesson_step morton2_x_main[] = {EVERY("2", "0", "x")};
static const struct lesson_step morton2_y_main[] = {EVERY("2", "1", "y")};
static const struct lesson_step morton3_x_main[] = {EVERY("3", "0", "x")};
static const struct lesson_step morton3_y_main[] = {EVERY("3", "1", "y")};
static const struct lesson_step morton3_z_main[] = {EVERY("3", "2", "z")};

/* Joins the bits at the even places of c. */
#define JOIN2                                                                                    \
    {ASSIGN, "s = 1", NULL},                                                                     \
        {WHILE, "s < WIDTH / 2",                                                                 \
         "Neighbours join: the upper group of each two moves down "                              \
         "beside the lower one."},                                                               \
        {ROW, "c = (c | (c >> s)) & repeat(low_mask(2 * s), 4 * s)", "Groups of {s} bit{s:s}:"}, \
        {ASSIGN, "s = 2 * s", NULL}, {END, NULL, NULL},                                          \
        {ROW, "result = c", "All bits are together at the right."},                              \
    {                                                                                            \
        END, NULL, NULL                                                                          \
    }

static const struct lesson_step morton2_x_swar[] = {
    {STEP, "c = c & repeat(0x55, 8)", "The bits of x are at the even places. A mask keeps them."},
    JOIN2,
};

static const struct lesson_step morton2_y_swar[] = {
    {ROW, "c = c >> 1",
     "The bits of y are at the odd places. A shift brings them to the even ones."},
    {STEP, "c = c & repeat(0x55, 8)", "A mask keeps them."},
    JOIN2,
};

static const struct lesson_step morton3_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "i = 0", NULL},
    {WHILE, "i < WIDTH / 3",
     "x, y and z take turns: a bit of each, then the next bit of each. They have {WIDTH / 3} bits, "
     "a third of the width."},
    {ASSIGN, "result = result | (x >> i & 1 | (y >> i & 1) << 1 | (z >> i & 1) << 2) << 3 * i",
     "Bits {i} of x, y, z are {x >> i & 1}, {y >> i & 1}, {z >> i & 1}. They go to places {3 * i}, "
     "{3 * i + 1}, {3 * i + 2}."},
    {ROW, "result", NULL},
    {ASSIGN, "i = i + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step morton3_swar[] = {
    {ASSIGN, "x = x & low_mask(WIDTH / 3)", NULL},
    {ASSIGN, "y = y & low_mask(WIDTH / 3)", NULL},
    {ASSIGN, "z = z & low_mask(WIDTH / 3)", NULL},
    {ASSIGN, "s = floor_pow2(WIDTH / 3 - 1)", NULL},
    {WHILE, "s > 0",
     "Room is made between the bits: the upper part of each group moves away from the lower one, "
     "then parts of the parts, and so on."},
    {ROW, "x = (x | (x << 2 * s)) & repeat(low_mask(s), 3 * s)",
     "Of each group the lowest {s} bit{s:s} stay{s != 1:s} and the others move up by {2 * s}: in "
     "x, y and z."},
    {ROW, "y = (y | (y << 2 * s)) & repeat(low_mask(s), 3 * s)", NULL},
    {ROW, "z = (z | (z << 2 * s)) & repeat(low_mask(s), 3 * s)", NULL},
    {ASSIGN, "s = s / 2", NULL},
    {END, NULL, NULL},
    {ROW, "result = x | (y << 1) | (z << 2)",
     "Above each bit there are two 0 bits now. y moves up by 1, z by 2, and both fit in."},
    {END, NULL, NULL},
};

/* Joins every third bit of c. */
#define JOIN3                                                            \
    {ASSIGN, "s = 1", NULL},                                             \
        {WHILE, "2 * s < WIDTH / 3",                                     \
         "Neighbours join: the upper group of each two moves down "      \
         "beside the lower one."},                                       \
        {ROW, "c = (c | (c >> 2 * s)) & repeat(low_mask(2 * s), 6 * s)", \
         "Groups of {s} bit{s:s}:"},                                     \
        {ASSIGN, "s = 2 * s", NULL}, {END, NULL, NULL},                  \
        {ROW, "result = (c | (c >> 2 * s)) & low_mask(WIDTH / 3)",       \
         "The last two groups join at the right."},                      \
    {                                                                    \
        END, NULL, NULL                                                  \
    }

static const struct lesson_step morton3_x_swar[] = {
    {STEP, "c = c & repeat(1, 3) & low_mask(WIDTH / 3 * 3)",
     "The bits of x are at every third place, beginning with 0. A mask keeps them."},
    JOIN3,
};

static const struct lesson_step morton3_y_swar[] = {
    {ROW, "c = c >> 1",
     "The bits of y are at every third place, beginning with 1. A shift brings them to where those "
     "of x are."},
    {STEP, "c = c & repeat(1, 3) & low_mask(WIDTH / 3 * 3)", "A mask keeps them."},
    JOIN3,
};

static const struct lesson_step morton3_z_swar[] = {
    {ROW, "c = c >> 2",
     "The bits of z are at every third place, beginning with 2. A shift brings them to where those "
     "of x are."},
    {STEP, "c = c & repeat(1, 3) & low_mask(WIDTH / 3 * 3)", "A mask keeps them."},
    JOIN3,
};

#define COLLECT_LOOP(n, first)                                                       \
    "{WIDTH:T} v = 0; for (unsigned i = 0; i < {WIDTH / " n "}; i++) v |= (c >> (" n \
    " * i + " first ") & {1:C}) << i; return v;"

/* Two coordinates are spread over {m} and joined: the steps that a width does not need do nothing.
 */
#define SPREAD_LOOP                                                                                \
    "{WIDTH:T} m; x &= {low_mask(WIDTH / 2):C}; y &= {low_mask(WIDTH / 2):C}; for (unsigned s = "  \
    "{WIDTH / 4}; s; s /= 2) m = ({WIDTH:T})~{0:C} / (({1:C} << s) + 1), x = (x | (x << s)) & m, " \
    "y "                                                                                           \
    "= (y | (y << s)) & m; return x | (y << 1);"

const struct lesson lessons_morton[] = {
    {"morton2", "main", "Interleave the bits of x = {x} and y = {y}.",
     "{WIDTH:T} v = 0; for (unsigned i = 0; i < {WIDTH / 2}; i++) v |= (((x >> i) & {1:C}) << 2 * "
     "i) | "
     "(((y >> i) & {1:C}) << (2 * i + 1)); return v;",
     "8 16 32 64", morton2_main},
    {"morton2", "loop", "Interleave x = {x} and y = {y}: two bits enter at a time.",
     "{WIDTH:T} v = 0; for (unsigned i = {WIDTH / 2}; i-- > 0;) v = (v << 2) | (((y >> i) & {1:C}) "
     "<< 1) "
     "| ((x >> i) & {1:C}); return v;",
     "8 16 32 64", morton2_loop},
    {"morton2", "swar", "Interleave x = {x} and y = {y}: halves move apart.", SPREAD_LOOP,
     "8 16 32 64", morton2_swar},
    {"morton2", "table", "Interleave x = {x} and y = {y}: look up bytes in a table.",
     "bmill_morton2_by_table_u{WIDTH}(x, y)", "32 64", morton2_table},
    {"morton2", "multiply", "Interleave x = {x} and y = {y}: products of 64 bits.",
     "bmill_morton2_by_multiply_u{WIDTH}(x, y)", "16 32", morton2_multiply},
    {"morton2", "clmul", "Interleave x = {x} and y = {y}: squares without carries.",
     "x &= {low_mask(WIDTH / 2):C}; y &= {low_mask(WIDTH / 2):C}; return bmill_clmul(x, x) | "
     "bmill_clmul(y, y) << 1;",
     "8 16 32 64", morton2_clmul},
    {"morton2", "pdep", "Interleave x = {x} and y = {y}: deposit by masks.",
     "bmill_pdep(x, {repeat(0x55, 8):C}) | bmill_pdep(y, {repeat(0xaa, 8):C})", "8 16 32 64",
     morton2_pdep},

    {"morton2_x", "main", "Take x out of the code c = {c} of a point (x, y).",
     COLLECT_LOOP("2", "0"), "8 16 32 64", morton2_x_main},
    {"morton2_x", "swar", "Take x out of the code c = {c}: neighbours join.", "bmill_morton2_x(c)",
     "8 16 32 64", morton2_x_swar},
    {"morton2_y", "main", "Take y out of the code c = {c} of a point (x, y).",
     COLLECT_LOOP("2", "1"), "8 16 32 64", morton2_y_main},
    {"morton2_y", "swar", "Take y out of the code c = {c}: neighbours join.",
     "bmill_morton2_x(({WIDTH:T})(c >> 1))", "8 16 32 64", morton2_y_swar},

    {"morton3", "main", "Interleave the bits of x = {x}, y = {y} and z = {z}.",
     "{WIDTH:T} v = 0; for (unsigned i = 0; i < {WIDTH / 3}; i++) v |= ((x >> i & {1:C}) | ((y >> "
     "i) & {1:C}) << 1 | ((z >> i) & {1:C}) << 2) << 3 * i; return v;",
     "8 16 32 64", morton3_main},
    {"morton3", "swar", "Interleave x = {x}, y = {y}, z = {z}: groups move apart.",
     "bmill_morton3(x, y, z)", "8 16 32 64", morton3_swar},
    {"morton3_x", "main", "Take x out of the code c = {c} of a point (x, y, z).",
     COLLECT_LOOP("3", "0"), "8 16 32 64", morton3_x_main},
    {"morton3_x", "swar", "Take x out of the code c = {c}: neighbours join.", "bmill_morton3_x(c)",
     "8 16 32 64", morton3_x_swar},
    {"morton3_y", "main", "Take y out of the code c = {c} of a point (x, y, z).",
     COLLECT_LOOP("3", "1"), "8 16 32 64", morton3_y_main},
    {"morton3_y", "swar", "Take y out of the code c = {c}: neighbours join.",
     "bmill_morton3_x(({WIDTH:T})(c >> 1))", "8 16 32 64", morton3_y_swar},
    {"morton3_z", "main", "Take z out of the code c = {c} of a point (x, y, z).",
     COLLECT_LOOP("3", "2"), "8 16 32 64", morton3_z_main},
    {"morton3_z", "swar", "Take z out of the code c = {c}: neighbours join.",
     "bmill_morton3_x(({WIDTH:T})(c >> 2))", "8 16 32 64", morton3_z_swar},

    {0},
};
