/* lessons/permute.c: the bits of a number in another order. */
#include "../lesson.h"

static const struct lesson_step byteswap_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "k < WIDTH", "Eight bits are a byte. Each byte is carried to the other end."},
    {ASSIGN, "byte = x >> k & 255", NULL},
    {ASSIGN, "result = result | byte << (WIDTH - 8 - k)",
     "The byte at places {k} to {k + 7} is {byte:byte}. It goes to places {WIDTH - 8 - k} to "
     "{WIDTH - 1 - k}."},
    {ROW, "result", NULL},
    {ASSIGN, "k = k + 8", NULL},
    {END, NULL, NULL},
    {IF, "WIDTH == 8", NULL},
    {SAY, NULL, "A number of 8 bits is a single byte, so nothing changes."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

/* In each group of 2s bits the upper and the lower half change places. */
#define SWAP_NEIGHBOURS(sentence)                                     \
    {ASSIGN, "up = (x & repeat(low_mask(s), 2 * s)) << s", NULL},     \
        {ASSIGN, "down = x >> s & repeat(low_mask(s), 2 * s)", NULL}, \
    {                                                                 \
        STEP, "x = up | down", sentence                               \
    }

static const struct lesson_step byteswap_swar[] = {
    {IF, "WIDTH == 8", NULL},
    {SAY, NULL, "A number of 8 bits is a single byte, so nothing changes."},
    {END, NULL, NULL},
    {ASSIGN, "s = 8", NULL},
    {WHILE, "s < WIDTH",
     "Neighbours change places, all at once: the lower ones move up, the upper ones down, and OR "
     "puts them together."},
    SWAP_NEIGHBOURS("Groups of {s} bits:"),
    {ASSIGN, "s = 2 * s", NULL},
    {END, NULL, NULL},
    {ROW, "result = x", "Processors do all of this in one instruction (bswap)."},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "i = 0", NULL},
    {WHILE, "i < WIDTH",
     "Bit 0 goes to the highest place, {WIDTH - 1}. Bit 1 goes to the place below it, and so on."},
    {ASSIGN, "result = result | (x >> i & 1) << (WIDTH - 1 - i)",
     "Bit {i} is {x >> i & 1}. It goes to place {WIDTH - 1 - i}."},
    {ROW, "result", NULL},
    {ASSIGN, "i = i + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_loop[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "i = 0", NULL},
    {WHILE, "i < WIDTH",
     "What leaves x at its right end enters the result at its right end, and pushes to the left "
     "what is there already."},
    {ASSIGN, "result = result << 1 | (rest & 1)", "{rest & 1} leaves x and enters the result."},
    {ROW, "result", NULL},
    {ASSIGN, "rest = rest >> 1", NULL},
    {ASSIGN, "i = i + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_swar[] = {
    {ASSIGN, "s = 1", NULL},
    {WHILE, "s < WIDTH",
     "Neighbours change places, all at once: the lower ones move up, the upper ones down, and OR "
     "puts them together."},
    SWAP_NEIGHBOURS("Groups of {s} bit{s:s}:"),
    {ASSIGN, "s = 2 * s", NULL},
    {END, NULL, NULL},
    {ROW, "result = x", "Now the halves have changed places too, and the order is reversed."},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_byteswap[] = {
    {STEP, "x = byteswap(x)",
     "First the bytes change places, in one instruction. Inside them the bits keep their order."},
    {ASSIGN, "s = 4", NULL},
    {WHILE, "s > 0",
     "Three more rounds reverse the bits in each byte: neighbours change places, all at once."},
    SWAP_NEIGHBOURS("Groups of {s} bit{s:s}:"),
    {ASSIGN, "s = s / 2", NULL},
    {END, NULL, NULL},
    {ROW, "result = x", "The order is reversed."},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_copies[] = {
    {WIDEN, "64", NULL},
    {ROW, "copies = x * 0x80200802",
     "The factor has 1 bits at places 1, 11, 21 and 31. So the product is four copies of x that "
     "begin at these places."},
    {ROW, "chosen = copies & 0x0884422110",
     "The mask takes each bit of x from one copy: at the place whose remainder by 8 is the bit's "
     "new place. Bit 0 is taken at place 31, and 31 is 3 * 8 + 7."},
    {ROW, "sum = chosen * 0x0101010101",
     "This product adds up all bytes of the number in the byte at places 32 to 39. No two 1 bits "
     "meet there, so nothing is carried into it or inside it."},
    {ROW, "result = (sum >> 32) & 0xff", "That byte is the result."},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_delta_swap[] = {
    {SAY, NULL,
     "delta_swap(x, mask, n): bits that the mask marks change places with the bits n places above "
     "them."},
    {STEP, "x = rotl(x, WIDTH / 2 - 1)",
     "Turn the number by {WIDTH / 2 - 1} places first. Then no bit is farther than {WIDTH / 2} "
     "places from where it belongs; before, the outermost were {WIDTH - 1} away."},
    {IF, "WIDTH == 32", NULL},
    {ROW, "x = delta_swap(x, 0x003f801f, 10)", "Then bits 10 places apart change places,"},
    {ROW, "x = delta_swap(x, 0x0e038421, 4)", "bits 4 places apart,"},
    {ROW, "result = delta_swap(x, 0x22488842, 2)", "and bits 2 places apart."},
    {END, NULL, NULL},
    {IF, "WIDTH == 64", NULL},
    {ROW, "x = delta_swap(x, 0x00000fff800007ff, 20)", "Then bits 20 places apart change places,"},
    {ROW, "x = delta_swap(x, 0x00f8000f80700807, 8)", "bits 8 places apart,"},
    {ROW, "x = delta_swap(x, 0x0808708080807008, 4)", "bits 4 places apart,"},
    {ROW, "result = delta_swap(x, 0x1111111111111111, 2)", "and bits 2 places apart."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_table[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "k < WIDTH",
     "A table in memory holds each of the 256 bytes reversed. Look up the bytes of x from the "
     "lowest to the highest; what was found before moves up by 8."},
    {ASSIGN, "byte = x >> k & 255", NULL},
    {ASSIGN, "found = reverse(byte) >> (WIDTH - 8)", NULL},
    {ASSIGN, "result = result << 8 | found",
     "For the byte {byte:byte} the table has {found:byte}."},
    {ROW, "result", NULL},
    {ASSIGN, "k = k + 8", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_multiply[] = {
    {WIDEN, "32", NULL},
    {ROW, "first = x * 0x0802 & 0x22110",
     "A product makes copies of x that begin at places 1 and 11. The mask takes bits 2, 3, 6 and 7 "
     "of x from them."},
    {ROW, "second = x * 0x8020 & 0x88440",
     "Another makes copies from places 5 and 15. The mask takes bits 0, 1, 4 and 5."},
    {ROW, "spread = first | second",
     "Now each bit of x is at a place whose remainder by 8 is its new place."},
    {ROW, "sum = spread * 0x10101",
     "The third product adds up the three bytes in the byte at places 16 to 23."},
    {ROW, "result = (sum >> 16) & 0xff", "That byte is the result."},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_modulus[] = {
    {WIDEN, "64", NULL},
    {ROW, "copies = x * 0x0202020202",
     "The product is five copies of x that begin at places 1, 9, 17, 25 and 33."},
    {ROW, "chosen = copies & 0x010884422010",
     "The mask takes each bit of x from one copy: at the place whose remainder by 10 is the bit's "
     "new place."},
    {ROW, "result = chosen % 1023",
     "Read the number as digits of 10 bits, in base 1024. The remainder by 1023, one less than the "
     "base, is the sum of the digits, just as 9 gives the sum of digits in base 10. In the sum "
     "each bit is at its new place."},
    {END, NULL, NULL},
};

static const struct lesson_step reverse_builtin[] = {
    {ROW, "result = reverse(x)",
     "The compiler clang has a function for it, and knows the best code: one instruction on arm64 "
     "(rbit), elsewhere swaps of neighbours. gcc 12 does not have it."},
    {END, NULL, NULL},
};

static const struct lesson_step rotl_main[] = {
    {ASSIGN, "turn = n % WIDTH", NULL},
    {IF, "n >= WIDTH", NULL},
    {SAY, NULL,
     "A turn by the whole width changes nothing, so {n} places are as good as {turn}: only the "
     "remainder by {WIDTH} counts."},
    {END, NULL, NULL},
    {IF, "turn != 0", NULL},
    {ASSIGN, "back = WIDTH - turn", NULL},
    {STEP, "high = x << turn",
     "Shift left by {turn}. What leaves at the left: {turn} bit{turn:s}."},
    {STEP, "low = x >> back",
     "It belongs at the right end. A shift right by {WIDTH} - {turn} = {back} brings it there."},
    {STEP, "result = high | low", "OR puts both parts together."},
    {END, NULL, NULL},
    {IF, "turn == 0", NULL},
    {ROW, "result = x",
     "A turn by 0 places leaves x as it is. (In C, a shift back by the whole width would be "
     "undefined: hence the second & in the line of C.)"},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step rotr_main[] = {
    {ASSIGN, "turn = n % WIDTH", NULL},
    {IF, "n >= WIDTH", NULL},
    {SAY, NULL,
     "A turn by the whole width changes nothing, so {n} places are as good as {turn}: only the "
     "remainder by {WIDTH} counts."},
    {END, NULL, NULL},
    {IF, "turn != 0", NULL},
    {ASSIGN, "back = WIDTH - turn", NULL},
    {STEP, "low = x >> turn",
     "Shift right by {turn}. What leaves at the right: {turn} bit{turn:s}."},
    {STEP, "high = x << back",
     "It belongs at the left end. A shift left by {WIDTH} - {turn} = {back} brings it there."},
    {STEP, "result = high | low", "OR puts both parts together."},
    {END, NULL, NULL},
    {IF, "turn == 0", NULL},
    {ROW, "result = x",
     "A turn by 0 places leaves x as it is. (In C, a shift back by the whole width would be "
     "undefined: hence the second & in the line of C.)"},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step delta_swap_main[] = {
    {IF, "shift >= WIDTH", NULL},
    {ROW, "result = x", "No bit has another one {shift} places above it, so x stays as it is."},
    {END, NULL, NULL},
    {IF, "shift < WIDTH", NULL},
    {STEP, "above = x >> shift",
     "Move x down by {shift}. Then each bit is below the bit that it may change places with."},
    {STEP, "differ = x ^ above", "XOR gives 1 where the two bits of a pair are different."},
    {STEP, "flip = differ & mask",
     "Two bits that differ change places if both are flipped. Equal bits need nothing. The mask "
     "says which pairs are meant, by their lower place."},
    {ASSIGN, "both = flip | flip << shift", NULL},
    {IF, "(flip & flip << shift) == 0", NULL},
    {STEP, "result = x ^ both", "XOR with 1 flips a bit. Both bits of a pair are flipped."},
    {END, NULL, NULL},
    {IF, "(flip & flip << shift) != 0", NULL},
    {ROW, "result = x ^ flip ^ (flip << shift)",
     "XOR with 1 flips a bit. The mask puts a bit into two pairs here, which is not allowed: it is "
     "flipped twice."},
    {END, NULL, NULL},
    {IF, "mask << shift >> shift != mask", NULL},
    {SAY, NULL,
     "The mask marks a place here whose partner would be past the left end, which is not allowed: "
     "a 0 is taken for it."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step transpose8x8_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "c = 0", NULL},
    {WHILE, "c < 8",
     "Each of the 8 bytes of x is a row of a square, and bit c of a row is in column c. Each "
     "column becomes a row. pext gathers the bits of a column."},
    {ASSIGN, "column = pext(x, 0x0101010101010101 << c)", NULL},
    {ASSIGN, "result = result | column << 8 * c",
     "Column {c} is {column:hex}. It becomes row {c}, at places {8 * c} to {8 * c + 7}."},
    {ROW, "result", NULL},
    {ASSIGN, "c = c + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step transpose8x8_delta_swap[] = {
    {SAY, NULL,
     "Each of the 8 bytes of x is a row of a square. The next row is 8 places higher, the next "
     "column 1 place."},
    {ROW, "x = delta_swap(x, 0x00aa00aa00aa00aa, 7)",
     "Cut the square into squares of 2 by 2 bits. In each, the two bits off the diagonal change "
     "places. They are one row and minus one column apart: 8 - 1 = 7 places."},
    {ROW, "x = delta_swap(x, 0x0000cccc0000cccc, 14)",
     "In squares of 4 by 4, two squares of 2 by 2 change places: 16 - 2 = 14 places."},
    {ROW, "result = delta_swap(x, 0x00000000f0f0f0f0, 28)",
     "In the whole, two squares of 4 by 4 change places: 32 - 4 = 28 places."},
    {END, NULL, NULL},
};

#define SWAP_LOOP(head)                                                                       \
    "{WIDTH:T} m; " head " m = ({WIDTH:T})~{0:C} / (({1:C} << s) + 1), x = ((x >> s) & m) | " \
    "((x & m) << s); return x;"

const struct lesson lessons_permute[] = {
    {"byteswap", "main", "Put the bytes of x = {x:hex} in reverse order.",
     "{WIDTH:T} y = 0; for (unsigned k = 0; k < {WIDTH}; k += 8) y |= ((x >> k) & {255:C}) << "
     "({WIDTH} - 8 - k); return y;",
     "8 16 32 64", byteswap_main},
    {"byteswap", "swar", "Put the bytes of x = {x:hex} in reverse order: neighbours swap.",
     "{WIDTH == 8:line}return x;\n{WIDTH > 8:line}" SWAP_LOOP(
         "for (unsigned s = 8; s < {WIDTH}; s *= 2)"),
     "8 16 32 64", byteswap_swar},

    {"reverse", "main", "Put the bits of x = {x} in reverse order.",
     "{WIDTH:T} y = 0; for (unsigned i = 0; i < {WIDTH}; i++) y |= ((x >> i) & {1:C}) << ({WIDTH} "
     "- "
     "1 - i); return y;",
     "8 16 32 64", reverse_main},
    {"reverse", "loop", "Reverse the bits of x = {x}: out at one end, in at the same end.",
     "{WIDTH:T} y = 0; for (unsigned i = 0; i < {WIDTH}; i++, x >>= 1) y = (y << 1) | (x & 1); "
     "return y;",
     "8 16 32 64", reverse_loop},
    {"reverse", "swar", "Reverse the bits of x = {x}: neighbours swap, all at once.",
     SWAP_LOOP("for (unsigned s = 1; s < {WIDTH}; s *= 2)"), "8 16 32 64", reverse_swar},
    {"reverse", "byteswap", "Reverse the bits of x = {x}: first the bytes, then inside them.",
     SWAP_LOOP("x = bmill_byteswap(x); for (unsigned s = 4; s; s /= 2)"), "16 32 64",
     reverse_byteswap},
    {"reverse", "copies", "Reverse the byte x = {x}: a bit from each copy of it.",
     "(x * UINT64_C(0x80200802) & UINT64_C(0x0884422110)) * UINT64_C(0x0101010101) >> 32", "8",
     reverse_copies},
    {"reverse", "delta_swap", "Reverse the bits of x = {x}: a turn, and then swaps.",
     "bmill_reverse_by_delta_swap_u{WIDTH}(x)", "32 64", reverse_delta_swap},
    {"reverse", "table", "Reverse the bits of x = {x}: look up each byte in a table.",
     "{WIDTH:T} y = 0; for (unsigned k = 0; k < {WIDTH}; k += 8) y = (y << 7 << 1) | "
     "bmill_reverse_by_table_u8((uint8_t)(x >> k)); return y;",
     "8 16 32 64", reverse_table},
    {"reverse", "multiply", "Reverse the byte x = {x}: three products of 32 bits.",
     "((x * 0x0802u & 0x22110u) | (x * 0x8020u & 0x88440u)) * 0x10101u >> 16", "8",
     reverse_multiply},
    {"reverse", "modulus", "Reverse the byte x = {x}: a product and a remainder.",
     "(x * UINT64_C(0x0202020202) & UINT64_C(0x010884422010)) % 1023", "8", reverse_modulus},
    {"reverse", "builtin", "Reverse the bits of x = {x}: ask the compiler.",
     "__builtin_bitreverse{WIDTH}(x)", "32 64", reverse_builtin},

    {"rotl", "main", "Turn x = {x} to the left by {n} place{n:s}: what leaves, comes in again.",
     "(x << (n & {WIDTH - 1})) | (x >> (-n & {WIDTH - 1}))", "8 16 32 64", rotl_main},
    {"rotr", "main", "Turn x = {x} to the right by {n} place{n:s}: what leaves, comes in again.",
     "(x >> (n & {WIDTH - 1})) | (x << (-n & {WIDTH - 1}))", "8 16 32 64", rotr_main},

    {"delta_swap", "main", "Swap bits of x = {x} that are {shift} place{shift:s} apart.",
     "{WIDTH:T} flip = (x ^ x >> shift % {WIDTH}) & mask; return shift < {WIDTH} ? x ^ flip ^ flip "
     "<< shift : x;",
     "8 16 32 64", delta_swap_main},

    {"transpose8x8", "main", "Turn the rows of the 8 by 8 bits of x = {x:hex} into columns.",
     "uint64_t y = 0; for (unsigned c = 0; c < 8; c++) y |= bmill_pext(x, "
     "UINT64_C(0x0101010101010101) << c) << 8 * c; return y;",
     "64", transpose8x8_main},
    {"transpose8x8", "delta_swap", "Rows of x = {x:hex} become columns: squares change places.",
     "x = bmill_delta_swap(x, UINT64_C(0x00aa00aa00aa00aa), 7); x = bmill_delta_swap(x, "
     "UINT64_C(0x0000cccc0000cccc), 14); return bmill_delta_swap(x, UINT64_C(0x00000000f0f0f0f0), "
     "28);",
     "64", transpose8x8_delta_swap},

    {0},
};
