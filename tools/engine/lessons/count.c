/* lessons/count.c: counting bits, and their positions. */
#include "sentences.h"

/* De Bruijn sequences of as many bits as the width: shifted left by each number of places, they
 * begin with different bits. Those of 32 and 64 bits are those of the library. */
#define SEQUENCE \
    "WIDTH == 8 ? 0x17 : WIDTH == 16 ? 0x09af : WIDTH == 32 ? 0x04653adf : 0x0218a392cd3d5dbf"

/* A prime that all powers of two of the width leave different remainders of. */
#define PRIME "WIDTH == 8 ? 11 : WIDTH == 16 ? 19 : WIDTH == 32 ? 37 : 67"

static const struct lesson_step popcount_swar[] = {
    {ASSIGN, "m1 = repeat(1, 2)", NULL},
    {ROW, "m1", "Pairs: m1 has a 1 in every second place."},
    {STEP, "pairs = (x & m1) + ((x >> 1) & m1)",
     " `x & m1` keeps the right bit of each pair; `(x >> 1) & m1` keeps the left one, moved to the "
     "right. Added, all pairs at the same time, each pair of the sum holds how many of its bits "
     "were 1: 0, 1 or 2."},
    {IF, "WIDTH <= 16", " Read two places at a time: {pairs:twos}."},
    {END, NULL, NULL},
    {ASSIGN, "m2 = repeat(3, 4)", NULL},
    {ROW, "m2", "Nibbles (4 bits): m2 has 1 in two places of every four."},
    {STEP, "nibbles = (pairs & m2) + ((pairs >> 2) & m2)",
     " In the same way each right pair and its left neighbour are added: each nibble holds a count "
     "from 0 to 4."},
    {IF, "WIDTH <= 16", " Read four places at a time: {nibbles:fours}."},
    {END, NULL, NULL},
    {ASSIGN, "m4 = repeat(15, 8)", NULL},
    {ROW, "m4", "Bytes (8 bits): m4 has 1 in four places of every eight."},
    {STEP, "bytes = (nibbles & m4) + ((nibbles >> 4) & m4)",
     " Each right nibble and its left neighbour are added: a count from 0 to 8."},
    {ASSIGN, "result = bytes", NULL},
    {IF, "WIDTH > 8", NULL},
    {ASSIGN, "m8 = repeat(255, 16)", NULL},
    {STEP, "halves = (bytes & m8) + ((bytes >> 8) & m8)",
     "16 bits: each right byte and its left neighbour are added: a count from 0 to 16."},
    {ASSIGN, "result = halves", NULL},
    {END, NULL, NULL},
    {IF, "WIDTH > 16", NULL},
    {ASSIGN, "m16 = repeat(65535, 32)", NULL},
    {STEP, "words = (halves & m16) + ((halves >> 16) & m16)",
     "32 bits: the same again: a count from 0 to 32."},
    {ASSIGN, "result = words", NULL},
    {END, NULL, NULL},
    {IF, "WIDTH > 32", NULL},
    {ASSIGN, "m32 = ~0 >> 32", NULL},
    {STEP, "result = (words & m32) + (words >> 32)", "64 bits: the two halves are added."},
    {END, NULL, NULL},
    {SAY, NULL, " The number of 1 bits is {result}."},
    {END, NULL, NULL},
};

static const struct lesson_step popcount_loop[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "rest != 0",
     "Look at the bit in place 0. If it is 1, count it. Then shift all bits one place to the "
     "right (in C: `>>`), so that the next one gets there. Stop when nothing is left."},
    {ASSIGN, "n = n + (rest & 1)", NULL},
    {ROW, "rest", "Bit 0 is {rest & 1}: {n} so far."},
    {ASSIGN, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = n", "Nothing is left. The count is {n}."},
    {END, NULL, NULL},
};

static const struct lesson_step popcount_clearing[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "rest != 0",
     "`rest & (rest - 1)` is rest without its lowest 1 bit. Clear 1 bits in this way until none "
     "is left, and count how often. The 0 bits cost nothing."},
    {ASSIGN, "n = n + 1", NULL},
    {ROW, "rest = rest & (rest - 1)", NULL},
    {END, NULL, NULL},
    {ROW, "result = n", "Nothing is left. {n} bit{n:s} that {n:was} 1 had to be cleared."},
    {END, NULL, NULL},
};

static const struct lesson_step popcount_subtracting[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "sum = 0", NULL},
    {WHILE, "rest > 1",
     "Halve x again and again (shift right by 1, in C: `>> 1`), and add up all these halves."},
    {ROW, "rest = rest >> 1", NULL},
    {ASSIGN, "sum = sum + rest", NULL},
    {END, NULL, NULL},
    {STEP, "result = x - sum",
     "Subtract the sum from x. A 1 bit that is worth 8 has been worth 4 + 2 + 1 = 7 in the "
     "halves: 1 is left of it. So it is with every 1 bit, and what is left of all is their "
     "number."},
    {END, NULL, NULL},
};

static const struct lesson_step popcount_table[] = {
    {ASSIGN, "i = 0", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "i < WIDTH",
     "A table holds the count for each of the 256 bytes (8 bits). Look up each byte of x and "
     "add."},
    {ASSIGN, "n = n + popcount((x >> i) & 255)", NULL},
    {ROW, "byte = (x >> i) & 255",
     "Byte {i / 8}: entry {(x >> i) & 255} of the table is {popcount((x >> i) & 255)}. The sum is "
     "{n}."},
    {ASSIGN, "i = i + 8", NULL},
    {END, NULL, NULL},
    {ROW, "result = n", NULL},
    {END, NULL, NULL},
};

static const struct lesson_step popcount_multiply[] = {
    {ASSIGN, "m1 = repeat(1, 2)", NULL},
    {ROW, "m1", "Pairs: m1 has a 1 in every second place."},
    {STEP, "pairs = x - ((x >> 1) & m1)",
     " In each pair the left bit is worth 2 and the right one 1. Subtract the left bit "
     "once, moved to the right: then each counts 1."},
    {ASSIGN, "m2 = repeat(3, 4)", NULL},
    {ROW, "m2", "Nibbles (4 bits): m2 has 1 in two places of every four."},
    {STEP, "nibbles = (pairs & m2) + ((pairs >> 2) & m2)",
     " Each right pair and its left "
     "neighbour are added: a count from 0 to 4."},
    {ASSIGN, "m4 = repeat(15, 8)", NULL},
    {STEP, "sums = nibbles + (nibbles >> 4)",
     "Bytes (8 bits): add neighbours at once, without a mask: a sum of up to 8 fits into a "
     "nibble."},
    {STEP, "bytes = sums & m4",
     "m4 keeps the right nibble of each byte, where both its nibbles were added."},
    {ASSIGN, "ones = repeat(1, 8)", NULL},
    {STEP, "product = bytes * ones",
     "ones has a 1 at the right end of each byte. The product is the sum of copies of the bytes, "
     "shifted by 0, 8, 16 ... places: its top byte is the sum of them all."},
    {IF, "WIDTH == 8",
     " 8 bits are one byte, so there is nothing to add: the count was there before."},
    {END, NULL, NULL},
    {STEP, "result = product >> (WIDTH - 8)", "Move the top byte to the right end."},
    {END, NULL, NULL},
};

static const struct lesson_step popcount_modulus[] = {
    {IF, "WIDTH < 64", NULL},
    {ASSIGN, "m1 = repeat(3, 3)", NULL},
    {ROW, "m1", "Cut x into groups of three bits. m1 has 1 in two places of every three."},
    {ASSIGN, "m2 = repeat(1, 3)", NULL},
    {STEP, "half = x - ((x >> 1) & m1)",
     " The bits of a group are worth 4, 2 and 1. Subtract half of each group, rounded "
     "down: m1 (two 1 bits of three) keeps bits from coming in from the group at the left."},
    {STEP, "threes = half - ((x >> 2) & m2)",
     "Subtract a quarter of each group, too (m2 has one 1 bit of three). Each 1 bit counts 1 "
     "now, so each group holds a count from 0 to 3."},
    {ASSIGN, "m3 = repeat(7, 6)", NULL},
    {STEP, "sums = threes + (threes >> 3)", "Add neighbours."},
    {STEP, "sixes = sums & m3",
     "m3 keeps every second group: counts from 0 to 6, in groups of six bits. These are the "
     "digits of a number in base 64."},
    {STEP, "result = sixes % 63",
     "Divide by 63: the remainder (in C: `%`) is the sum of the digits, because 64, 64 * 64 and "
     "so on all leave 1. (On paper you know it from 9: a number and the sum of its decimal "
     "digits leave the same remainder.)"},
    {END, NULL, NULL},
    {IF, "WIDTH == 64", NULL},
    {ASSIGN, "m1 = repeat(1, 2)", NULL},
    {ROW, "m1", "Pairs: m1 has a 1 in every second place."},
    {STEP, "pairs = x - ((x >> 1) & m1)",
     " In each pair the left bit is worth 2 and the right one 1. Subtract the left bit "
     "once, moved to the right: then each counts 1."},
    {ASSIGN, "m2 = repeat(3, 4)", NULL},
    {ROW, "m2", "Nibbles (4 bits): m2 has 1 in two places of every four."},
    {STEP, "nibbles = (pairs & m2) + ((pairs >> 2) & m2)",
     " Each right pair and its left neighbour are added: a count from 0 to 4."},
    {ASSIGN, "m4 = repeat(15, 8)", NULL},
    {STEP, "sums = nibbles + (nibbles >> 4)",
     "Bytes: add neighbours at once, without a mask: a sum of up to 8 fits into a nibble."},
    {STEP, "bytes = sums & m4",
     "m4 keeps the right nibble of each byte: counts from 0 to 8. These are the digits of a "
     "number in base 256."},
    {STEP, "result = bytes % 255",
     "Divide by 255: the remainder (in C: `%`) is the sum of the digits, because 256, 256 * 256 "
     "and so on all leave 1. (On paper you know it from 9: a number and the sum of its decimal "
     "digits leave the same remainder.)"},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step popcount_builtin[] = {
    {STEP, "result = popcount(x)",
     "gcc and clang know the function. Where the processor counts bits in one instruction "
     "(popcnt on x86-64), the call becomes that instruction; elsewhere it becomes one of the "
     "other ways."},
    {END, NULL, NULL},
};

static const struct lesson_step parity_folding[] = {
    {ASSIGN, "fold = x", NULL},
    {ASSIGN, "half = WIDTH / 2", NULL},
    {WHILE, "half != 0",
     "XOR (in C: `^`) of two bits is 1 if one of them is 1, and 0 if none or both are. So two "
     "bits can be replaced by their XOR: an odd number of 1 bits stays odd, an even one even. "
     "Fold the left half onto the right half in this way. Then only the right half counts: fold "
     "it again, until one bit is left."},
    {STEP, "fold = fold ^ (fold >> half)", "Fold the last {2 * half} bits:"},
    {ASSIGN, "half = half / 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = fold & 1", "Keep the bit in place 0."},
    {IF, "result == 1", " The number of 1 bits is odd."},
    {END, NULL, NULL},
    {IF, "result == 0", " The number of 1 bits is even."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step parity_loop[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "odd = 0", NULL},
    {WHILE, "rest != 0",
     "Begin with 0, an even number of 1 bits. Look at the bit in place 0: if it is 1, even "
     "becomes odd or odd becomes even. Then shift right by 1. Stop when nothing is left."},
    {ASSIGN, "odd = odd ^ (rest & 1)", NULL},
    {ROW, "rest", "Bit 0 is {rest & 1}: odd = {odd}."},
    {ASSIGN, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = odd", "Nothing is left. It ends with odd = {odd}."},
    {END, NULL, NULL},
};

static const struct lesson_step parity_clearing[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "odd = 0", NULL},
    {WHILE, "rest != 0",
     "`rest & (rest - 1)` is rest without its lowest 1 bit. Clear 1 bits until none is left. "
     "Each time even becomes odd or odd becomes even."},
    {ASSIGN, "odd = odd ^ 1", NULL},
    {ROW, "rest = rest & (rest - 1)", NULL},
    {END, NULL, NULL},
    {ROW, "result = odd", "Nothing is left. It ends with odd = {odd}."},
    {END, NULL, NULL},
};

static const struct lesson_step parity_popcount[] = {
    {STEP, "ones = popcount(x)", "Count the 1 bits."},
    {STEP, "result = ones & 1", "The lowest bit of a number says whether it is odd."},
    {END, NULL, NULL},
};

static const struct lesson_step parity_table[] = {
    {ASSIGN, "fold = x", NULL},
    {ASSIGN, "half = WIDTH / 2", NULL},
    {WHILE, "half >= 8", "Fold down to a byte (8 bits): XOR keeps whether the number is odd."},
    {STEP, "fold = fold ^ (fold >> half)", NULL},
    {ASSIGN, "half = half / 2", NULL},
    {END, NULL, NULL},
    {STEP, "byte = fold & 255", "Keep the lowest byte."},
    {ROW, "entry = parity(byte >> 3) ? 0x69 : 0x96",
     "A table has an answer for each of the 256 bytes, 8 of them in each of its 32 entries. "
     "{byte} / 8 is {byte / 8}: this is entry {byte / 8}."},
    {STEP, "place = byte & 7", "The answer is in the place that the lowest three bits say."},
    {STEP, "moved = entry >> place", "Move it to place 0."},
    {STEP, "result = moved & 1", "Keep it alone."},
    {END, NULL, NULL},
};

static const struct lesson_step parity_multiply[] = {
    {STEP, "two = x ^ (x >> 1)", "Fold neighbours onto each other by XOR."},
    {STEP, "four = two ^ (two >> 2)",
     "Fold once more: bit 0 of each nibble (4 bits) says whether its number of 1 bits is odd."},
    {ASSIGN, "m = repeat(1, 4)", NULL},
    {STEP, "ones = four & m", "Keep these bits. m has 1 in every fourth place."},
    {STEP, "product = ones * m",
     "The product is the sum of copies that are shifted by 0, 4, 8 ... places: its top nibble is "
     "the sum of all nibbles."},
    {STEP, "top = product >> (WIDTH - 4)", "Move the top nibble to the right end."},
    {STEP, "result = top & 1", "The lowest bit of a sum says whether it is odd."},
    {END, NULL, NULL},
};

static const struct lesson_step parity_builtin[] = {
    {STEP, "result = parity(x)",
     "gcc and clang know the function and make of it what is best here. On x86-64 that is XOR "
     "down to a byte, and a flag in which the processor notes whether the last byte had an even "
     "number of 1 bits."},
    {END, NULL, NULL},
};

static const struct lesson_step clz_loop[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = WIDTH", NULL},
    {WHILE, "rest != 0",
     "Shift right by 1 until nothing is left. Begin with n = {WIDTH}, the number of places, and "
     "take 1 from it each time."},
    {ASSIGN, "n = n - 1", NULL},
    {ROW, "rest", "Not 0: n = {n}."},
    {ASSIGN, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = n",
     "Nothing is left. As many places as are left in n lie above the highest 1 bit."},
    {END, NULL, NULL},
};

static const struct lesson_step clz_bisection[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = WIDTH", NULL},
    {ASSIGN, "half = WIDTH / 2", NULL},
    {WHILE, "half != 0",
     "Look whether there is a 1 bit in the left half. If so, go on in the left half: the places "
     "of the right half are not above the highest 1 bit, and are taken from n, which is {n}. "
     "Else go on in the right half."},
    {ROW, "left = rest >> half", "The left half of {2 * half} bits, moved to the right:"},
    {IF, "left != 0", NULL},
    {ASSIGN, "rest = left", NULL},
    {ASSIGN, "n = n - half", NULL},
    {SAY, NULL, " The left half is not 0: go on there. n = {n}."},
    {END, NULL, NULL},
    {IF, "left == 0", " The left half is 0: go on in the right one. n = {n}."},
    {END, NULL, NULL},
    {ASSIGN, "half = half / 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = n - rest", "One bit is left. If it is 1, it is not above either."},
    {END, NULL, NULL},
};

static const struct lesson_step clz_smearing[] = {
    {ASSIGN, "fill = x", NULL},
    {ASSIGN, "by = 1", NULL},
    {WHILE, "by < WIDTH", SMEAR},
    {STEP, "fill = fill | (fill >> by)", "Shifted right by {by}:"},
    {ASSIGN, "by = by * 2", NULL},
    {END, NULL, NULL},
    {STEP, "above = ~fill",
     "Flip every bit (in C: `~`): the 0 bits above the highest 1 bit are 1 now."},
    {STEP, "result = popcount(above)", "Count the 1 bits."},
    {END, NULL, NULL},
};

static const struct lesson_step clz_table[] = {
    {ASSIGN, "place = WIDTH - 8", NULL},
    {WHILE, "place != 0 && (x >> place) == 0",
     "Look for the highest byte (8 bits) that is not 0. If there is none, take the lowest one."},
    {ASSIGN, "place = place - 8", NULL},
    {END, NULL, NULL},
    {ROW, "byte = (x >> place) & 255", "This is byte {place / 8}, counted from 0 at the right."},
    {ROW, "zeros = clz(byte) - (WIDTH - 8)",
     "A table holds the number of leading zeros for each of the 256 bytes. This is entry {byte}."},
    {STEP, "result = (WIDTH - 8 - place) + zeros",
     "Add the 0 bits of the bytes above: {WIDTH - 8 - place}."},
    {END, NULL, NULL},
};

static const struct lesson_step clz_debruijn[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "0 has no highest 1 bit and is a case of its own: all {WIDTH} bits are 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {ASSIGN, "fill = x", NULL},
    {ASSIGN, "by = 1", NULL},
    {WHILE, "by < WIDTH", NULL},
    {ASSIGN, "fill = fill | (fill >> by)", NULL},
    {ASSIGN, "by = by * 2", NULL},
    {END, NULL, NULL},
    {ROW, "fill",
     "Smear the highest 1 bit over all places below it (see `explain clz --by smearing`)."},
    {STEP, "highest = fill - (fill >> 1)", "Take those below the highest away: it alone is left."},
    {ASSIGN, "seq = " SEQUENCE, NULL},
    {ASSIGN, "few = log2_floor(WIDTH)", NULL},
    {STEP, "product = highest * seq",
     "Multiply by seq: this shifts seq to the left. It is a de Bruijn sequence: shifted by each "
     "of 0 to {WIDTH - 1} places, it has other top {few} bits each time."},
    {STEP, "index = product >> (WIDTH - few)", "Keep the top {few} bits."},
    {ASSIGN, "place = 0", NULL},
    {WHILE, "(seq << place) >> (WIDTH - few) != index", NULL},
    {ASSIGN, "place = place + 1", NULL},
    {END, NULL, NULL},
    {ROW, "place",
     "A table says for each of these numbers how far seq was shifted: entry {index} is {place}, "
     "the place of the highest 1 bit."},
    {STEP, "result = (WIDTH - 1) - place",
     "The places are counted from 0 to {WIDTH - 1}. This is how many are above that one."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step clz_double[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "0 has no highest 1 bit and is a case of its own: all {WIDTH} bits are 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "y = x & ~(x >> 1)",
     "Clear each bit that is right of a 1 bit. The highest 1 bit stays. But 53 or more 1 bits "
     "after each other, which a double cannot hold, are no more there: it would be rounded up to "
     "the next power of two."},
    {ROW, "e = log2_floor(y)",
     "Convert y to a double. It is stored as a number from 1 up to 2, times 2 to the e. So e is "
     "the place of the highest 1 bit. It is read from bits 52 to 62 of the double, where `e + "
     "1023` stands."},
    {STEP, "result = (WIDTH - 1) - e",
     "The places are counted from 0 to {WIDTH - 1}. This is how many are above that one."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step clz_builtin[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "The builtin function of gcc and clang is undefined for 0. So 0 is a case of its own: all "
     "{WIDTH} bits are 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "result = clz(x)",
     "gcc and clang know the function. Where the processor counts leading zeros in one "
     "instruction (lzcnt on x86-64, clz on arm64), the call becomes that instruction."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_loop[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "n < WIDTH && !(rest & 1)",
     "Look at the bit in place 0. While it is 0, count it and shift all bits one place to the "
     "right. Stop at the first 1 bit, or when all {WIDTH} bits are shifted out."},
    {ASSIGN, "n = n + 1", NULL},
    {ROW, "rest", "Bit 0 is 0: n = {n}."},
    {ASSIGN, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {IF, "n < WIDTH", NULL},
    {ROW, "rest", "Bit 0 is 1: stop."},
    {END, NULL, NULL},
    {ROW, "result = n", "{n} bit{n:s} had to be shifted out."},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_bisection[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = 0", NULL},
    {ASSIGN, "half = WIDTH / 2", NULL},
    {WHILE, "half != 0",
     "Look whether there is a 1 bit in the right half. If not, count all its places in n and go "
     "on in the left half, moved to the right. Else go on in the right half."},
    {ROW, "right = rest & ((1 << half) - 1)", "The right half of {2 * half} bits:"},
    {IF, "right == 0", NULL},
    {ASSIGN, "n = n + half", NULL},
    {ASSIGN, "rest = rest >> half", NULL},
    {SAY, NULL, " The right half is 0: go on in the left one. n = {n}."},
    {END, NULL, NULL},
    {IF, "right != 0", " The right half is not 0: go on there. n = {n}."},
    {END, NULL, NULL},
    {ASSIGN, "half = half / 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = n + !(rest & 1)", "One bit is left. If it is 0, x was 0 and has one more."},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_popcount[] = {
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "below = ~x & less",
     "AND with `~x` keeps only 1 bits that x does not have: those that the subtraction has made."},
    {STEP, "result = popcount(below)", "Count the 1 bits."},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_clz[] = {
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "below = ~x & less",
     "AND with `~x` keeps only 1 bits that x does not have: those that the subtraction has made. "
     "All places above are 0."},
    {STEP, "zeros = clz(below)",
     "Count these leading 0 bits. (Some processors count leading zeros, but not trailing ones.)"},
    {STEP, "result = WIDTH - zeros",
     "The others of the {WIDTH} bits are below the lowest 1 bit of x."},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_table[] = {
    {ASSIGN, "place = 0", NULL},
    {WHILE, "place < WIDTH - 8 && ((x >> place) & 255) == 0",
     "Look for the lowest byte (8 bits) that is not 0. If there is none, take the highest one."},
    {ASSIGN, "place = place + 8", NULL},
    {END, NULL, NULL},
    {ROW, "byte = (x >> place) & 255", "This is byte {place / 8}, counted from 0 at the right."},
    {ROW, "zeros = byte ? ctz(byte) : 8",
     "A table holds the number of trailing zeros for each of the 256 bytes. This is entry "
     "{byte}."},
    {STEP, "result = place + zeros", "Add the 0 bits of the bytes below: {place}."},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_debruijn[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "0 has no lowest 1 bit and is a case of its own: all {WIDTH} bits are 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "lowest = x & -x", KEEP_LOWEST},
    {ASSIGN, "seq = " SEQUENCE, NULL},
    {ASSIGN, "few = log2_floor(WIDTH)", NULL},
    {STEP, "product = lowest * seq",
     "Multiply by seq: this shifts seq to the left. It is a de Bruijn sequence: shifted by each "
     "of 0 to {WIDTH - 1} places, it has other top {few} bits each time."},
    {STEP, "index = product >> (WIDTH - few)", "Keep the top {few} bits."},
    {ASSIGN, "place = 0", NULL},
    {WHILE, "(seq << place) >> (WIDTH - few) != index", NULL},
    {ASSIGN, "place = place + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = place",
     "A table says for each of these numbers how far seq was shifted: entry {index} is {place}, "
     "the place of the lowest 1 bit. As many 0 bits are below it."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_modulus[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "0 has no lowest 1 bit and is a case of its own: all {WIDTH} bits are 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "lowest = x & -x", KEEP_LOWEST},
    {ASSIGN, "prime = " PRIME, NULL},
    {STEP, "rest = lowest % prime",
     "Divide it by {prime}. This number is chosen so that each of the {WIDTH} powers of two "
     "leaves another remainder."},
    {ASSIGN, "place = 0", NULL},
    {WHILE, "(1 << place) % prime != rest", NULL},
    {ASSIGN, "place = place + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = place",
     "A table says for each remainder which power it was: entry {rest} is {place}, the place of "
     "the lowest 1 bit. As many 0 bits are below it."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_float[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "0 has no lowest 1 bit and is a case of its own: all {WIDTH} bits are 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "lowest = x & -x", KEEP_LOWEST},
    {ROW, "result = log2_floor(lowest)",
     "Convert it to a float. It is stored as 1 times 2 to the e, without rounding. e is read "
     "from bits 23 to 30 of the float, where `e + 127` stands. It is the place of the lowest 1 "
     "bit, and as many 0 bits are below it."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ctz_builtin[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "The builtin function of gcc and clang is undefined for 0. So 0 is a case of its own: all "
     "{WIDTH} bits are 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "result = ctz(x)",
     "gcc and clang know the function. Where the processor counts trailing zeros in one "
     "instruction (tzcnt on x86-64), the call becomes that instruction; elsewhere it becomes a "
     "few."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step count_zeros_main[] = {
    {STEP, "y = ~x", "Flip every bit (in C: `~`): each 0 bit of x is a 1 bit of y."},
    {STEP, "result = popcount(y)", "Count the 1 bits of y."},
    {END, NULL, NULL},
};

static const struct lesson_step count_zeros_subtracting[] = {
    {STEP, "ones = popcount(x)", "Count the 1 bits."},
    {STEP, "result = WIDTH - ones", "The others of the {WIDTH} bits are 0."},
    {END, NULL, NULL},
};

static const struct lesson_step clo_main[] = {
    {STEP, "y = ~x", "Flip every bit (in C: `~`): the 1 bits at the left end become 0 bits."},
    {STEP, "result = clz(y)", "Count these 0 bits, down to the first 1 bit from the left."},
    {IF, "y == 0", " There is no 1 bit: all {WIDTH} bits are counted."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step cto_main[] = {
    {STEP, "y = ~x", "Flip every bit (in C: `~`): the 1 bits at the right end become 0 bits."},
    {STEP, "result = ctz(y)", "Count these 0 bits, up to the first 1 bit from the right."},
    {IF, "y == 0", " There is no 1 bit: all {WIDTH} bits are counted."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step bit_width_main[] = {
    {STEP, "zeros = clz(x)",
     "Count the 0 bits in front of the first 1 bit. Like the zeros in 007, they are not needed."},
    {STEP, "result = WIDTH - zeros", "The others of the {WIDTH} bits are needed."},
    {IF, "x == 0", " 0 has no 1 bit at all, so it counts as needing none."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step bit_width_loop[] = {
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "rest != 0", "Shift right by 1 until nothing is left, and count how often."},
    {ASSIGN, "n = n + 1", NULL},
    {ROW, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = n", "Nothing is left after {n} shift{n:s}. That is how many bits are needed."},
    {END, NULL, NULL},
};

static const struct lesson_step ffs_main[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = 0", "x has no 1 bit. The result 0 says so, because places are counted from 1."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "zeros = ctz(x)", "Count the 0 bits below the lowest 1 bit."},
    {STEP, "result = zeros + 1",
     "That bit is the next one. Counted from 1, it is in place {zeros + 1}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step first_trailing_zero_main[] = {
    {STEP, "y = ~x", "Flip every bit (in C: `~`): the lowest 0 bit of x is the lowest 1 bit of y."},
    {IF, "y == 0", NULL},
    {ROW, "result = 0", "There is none. The result 0 says so, because places are counted from 1."},
    {END, NULL, NULL},
    {IF, "y != 0", NULL},
    {STEP, "zeros = ctz(y)", "Count the 0 bits of y below its lowest 1 bit."},
    {STEP, "result = zeros + 1",
     "That bit is the next one. Counted from 1, it is in place {zeros + 1}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step first_leading_one_main[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = 0", "x has no 1 bit. The result 0 says so, because places are counted from 1."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "zeros = clz(x)", "Count the 0 bits above the highest 1 bit."},
    {STEP, "result = zeros + 1",
     "That bit is the next one. Counted from 1 at the left end, it is in place {zeros + 1}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step first_leading_zero_main[] = {
    {STEP, "y = ~x",
     "Flip every bit (in C: `~`): the highest 0 bit of x is the highest 1 bit of y."},
    {IF, "y == 0", NULL},
    {ROW, "result = 0", "There is none. The result 0 says so, because places are counted from 1."},
    {END, NULL, NULL},
    {IF, "y != 0", NULL},
    {STEP, "zeros = clz(y)", "Count the 0 bits of y above its highest 1 bit."},
    {STEP, "result = zeros + 1",
     "That bit is the next one. Counted from 1 at the left end, it is in place {zeros + 1}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step redundant_sign_bits_main[] = {
    {STEP, "differ = x ^ (x << 1)",
     "XOR (in C: `^`) with a copy that is shifted left by 1 (`<<`): bit i is 1 where bits i and "
     "i - 1 of x differ. So the leading 0 bits say how many bits below the top bit are copies of "
     "it."},
    {STEP, "stop = differ | 1", "Bit 0 has no bit below it. A 1 there ends the count in any case."},
    {STEP, "result = clz(stop)",
     "Count the leading 0 bits. That many bits can be cut off at the top, and the number, read as "
     "a signed one, can still be restored from its new top bit."},
    {END, NULL, NULL},
};

/* C that several methods have. */
#define MASKS_C                                \
    "const {WIDTH:T} m1 = {repeat(1, 2):C};\n" \
    "const {WIDTH:T} m2 = {repeat(3, 4):C};\n" \
    "const {WIDTH:T} m4 = {repeat(15, 8):C};\n"
#define POPCOUNT_C                                                           \
    MASKS_C "x = (x & m1) + ((x >> 1) & m1);\n"                              \
            "x = (x & m2) + ((x >> 2) & m2);\n"                              \
            "x = (x & m4) + ((x >> 4) & m4);\n"                              \
            "{WIDTH > 8:line}for (unsigned by = 8; by < {WIDTH}; by *= 2)\n" \
            "{WIDTH > 8:line}    x += x >> by;\n"                            \
            "return x & 255;"
#define PARITY_C                                           \
    "for (unsigned half = {WIDTH / 2}; half; half /= 2)\n" \
    "    x ^= x >> half;\n"                                \
    "return x & 1;"
#define CLZ_C                 \
    "unsigned n = {WIDTH};\n" \
    "for (; x; x >>= 1)\n"    \
    "    n--;\n"              \
    "return n;"
#define CTZ_C                                    \
    "unsigned n = 0;\n"                          \
    "for (; n < {WIDTH} && !(x & 1); x >>= 1)\n" \
    "    n++;\n"                                 \
    "return n;"
#define LOOKUP_C(power) "table[({WIDTH:T})((" power ") * seq) >> {WIDTH - log2_floor(WIDTH)}]"
#define TABLE_C                                 \
    "const {WIDTH:T} seq = {" SEQUENCE ":C};\n" \
    "unsigned char table[{WIDTH}];\n"           \
    "for (unsigned i = 0; i < {WIDTH}; i++)\n"  \
    "    " LOOKUP_C("{1:C} << i") " = i;\n"

const struct lesson lessons_count[] = {
    {"popcount", "main",
     "Count the bits of x = {x} that are 1, in groups of 2, 4 and so on places.", POPCOUNT_C,
     ALL_WIDTHS, popcount_swar},
    {"popcount", "loop", "Count the 1 bits of x = {x}, one place after the other.",
     "unsigned n = 0;\n"
     "for (; x; x >>= 1)\n"
     "    n += x & 1;\n"
     "return n;",
     ALL_WIDTHS, popcount_loop},
    {"popcount", "clearing", "Count the 1 bits of x = {x} by clearing one after the other.",
     "unsigned n = 0;\n"
     "for (; x; x &= x - 1)\n"
     "    n++;\n"
     "return n;",
     ALL_WIDTHS, popcount_clearing},
    {"popcount", "subtracting", "Count the 1 bits of x = {x} by subtracting its halves.",
     "{WIDTH:T} n = x;\n"
     "while (x >>= 1)\n"
     "    n -= x;\n"
     "return n;",
     ALL_WIDTHS, popcount_subtracting},
    {"popcount", "table", "Count the 1 bits of x = {x} by looking up its bytes in a table.",
     "unsigned n = 0;\n"
     "for (unsigned i = 0; i < {WIDTH}; i += 8)\n"
     "    n += bmill_popcount_by_table_u8((uint8_t)(x >> i));\n"
     "return n;",
     ALL_WIDTHS, popcount_table},
    {"popcount", "swar",
     "Count the bits of x = {x} that are 1, in groups of 2, 4 and so on places, all groups at the "
     "same time.",
     POPCOUNT_C, ALL_WIDTHS, popcount_swar},
    {"popcount", "multiply", "Count the 1 bits of x = {x} in bytes, which a product adds up.",
     MASKS_C "x -= (x >> 1) & m1;\n"
             "x = (x & m2) + ((x >> 2) & m2);\n"
             "x = (x + (x >> 4)) & m4;\n"
             "x *= {repeat(1, 8):C};\n"
             "return x >> {WIDTH - 8};",
     ALL_WIDTHS, popcount_multiply},
    {"popcount", "modulus", "Count the 1 bits of x = {x} by a remainder (casting out).",
     "bmill_popcount_by_modulus_u{WIDTH < 64 ? 32 : 64}(x)", ALL_WIDTHS, popcount_modulus},
    {"popcount", "builtin", "Count the 1 bits of x = {x} by what the compiler has built in.",
     "__builtin_popcountll(x)", ALL_WIDTHS, popcount_builtin},

    {"parity", "main", "Find whether the number of 1 bits of x = {x} is odd, by folding it.",
     PARITY_C, ALL_WIDTHS, parity_folding},
    {"parity", "loop", "Find whether the number of 1 bits of x = {x} is odd, bit after bit.",
     "bool odd = false;\n"
     "for (; x; x >>= 1)\n"
     "    odd ^= x & 1;\n"
     "return odd;",
     ALL_WIDTHS, parity_loop},
    {"parity", "clearing", "Find whether the number of 1 bits of x = {x} is odd by clearing them.",
     "bool odd = false;\n"
     "for (; x; x &= x - 1)\n"
     "    odd = !odd;\n"
     "return odd;",
     ALL_WIDTHS, parity_clearing},
    {"parity", "popcount", "Find whether the number of 1 bits of x = {x} is odd by counting them.",
     "bmill_popcount(x) & 1", ALL_WIDTHS, parity_popcount},
    {"parity", "folding", "Find whether the number of 1 bits of x = {x} is odd, by folding it.",
     PARITY_C, ALL_WIDTHS, parity_folding},
    {"parity", "table", "Find whether the number of 1 bits of x = {x} is odd by a table for bytes.",
     "{WIDTH > 8:line}for (unsigned half = {WIDTH / 2}; half >= 8; half /= 2)\n"
     "{WIDTH > 8:line}    x ^= x >> half;\n"
     "return bmill_parity_by_table_u8((uint8_t)x);",
     ALL_WIDTHS, parity_table},
    {"parity", "multiply", "Find whether the number of 1 bits of x = {x} is odd by a product.",
     "x ^= x >> 1;\n"
     "x ^= x >> 2;\n"
     "x = (x & {repeat(1, 4):C}) * {repeat(1, 4):C};\n"
     "return x >> {WIDTH - 4} & 1;",
     ALL_WIDTHS, parity_multiply},
    {"parity", "builtin",
     "Find whether the number of 1 bits of x = {x} is odd by what the compiler has built in.",
     "__builtin_parityll(x)", ALL_WIDTHS, parity_builtin},

    {"clz", "main", "Count the leading zeros of x = {x}: the 0 bits above its highest 1 bit.",
     CLZ_C, ALL_WIDTHS, clz_loop},
    {"clz", "loop", "Count the 0 bits above the highest 1 bit of x = {x} by shifting them out.",
     CLZ_C, ALL_WIDTHS, clz_loop},
    {"clz", "bisection", "Count the 0 bits above the highest 1 bit of x = {x}, half by half.",
     "unsigned n = {WIDTH};\n"
     "for (unsigned half = {WIDTH / 2}; half; half /= 2)\n"
     "    if (x >> half)\n"
     "        x >>= half, n -= half;\n"
     "return n - (unsigned)x;",
     ALL_WIDTHS, clz_bisection},
    {"clz", "smearing", "Count the 0 bits above the highest 1 bit of x = {x} by smearing it.",
     SMEAR_C("x") "return {WIDTH} - bmill_popcount(x);", ALL_WIDTHS, clz_smearing},
    {"clz", "table", "Count the 0 bits above the highest 1 bit of x = {x} by a table for bytes.",
     "unsigned place = {WIDTH - 8};\n"
     "while (place && !(x >> place))\n"
     "    place -= 8;\n"
     "return {WIDTH - 8} - place + bmill_clz_by_table_u8((uint8_t)(x >> place));",
     ALL_WIDTHS, clz_table},
    {"clz", "debruijn",
     "Count the 0 bits above the highest 1 bit of x = {x} by a de Bruijn sequence.",
     TABLE_C SMEAR_C("x") "return x ? {WIDTH - 1} - " LOOKUP_C("x - (x >> 1)") " : {WIDTH};",
     ALL_WIDTHS, clz_debruijn},
    {"clz", "double", "Count the 0 bits above the highest 1 bit of x = {x} by floating point.",
     "double d = (double)(x & ~(x >> 1));\n"
     "uint64_t bits;\n"
     "memcpy(&bits, &d, sizeof bits);\n"
     "return x ? {WIDTH - 1} + 1023 - (unsigned)(bits >> 52) : {WIDTH};",
     ALL_WIDTHS, clz_double},
    {"clz", "builtin",
     "Count the 0 bits above the highest 1 bit of x = {x} by what the compiler has built in.",
     "x ? __builtin_clzll(x) - {64 - WIDTH} : {WIDTH}", ALL_WIDTHS, clz_builtin},

    {"ctz", "main", "Count the trailing zeros of x = {x}: the 0 bits below its lowest 1 bit.",
     CTZ_C, ALL_WIDTHS, ctz_loop},
    {"ctz", "loop", "Count the 0 bits below the lowest 1 bit of x = {x} by shifting them out.",
     CTZ_C, ALL_WIDTHS, ctz_loop},
    {"ctz", "bisection", "Count the 0 bits below the lowest 1 bit of x = {x}, half by half.",
     "unsigned n = 0;\n"
     "for (unsigned half = {WIDTH / 2}; half; half /= 2)\n"
     "    if (!(x & (({1:C} << half) - 1)))\n"
     "        x >>= half, n += half;\n"
     "return n + !(x & 1);",
     ALL_WIDTHS, ctz_bisection},
    {"ctz", "popcount", "Count the 0 bits below the lowest 1 bit of x = {x} by a mask of them.",
     "bmill_popcount_u{WIDTH}(~x & (x - 1))", ALL_WIDTHS, ctz_popcount},
    {"ctz", "clz", "Count the 0 bits below the lowest 1 bit of x = {x} by leading zeros.",
     "{WIDTH} - bmill_clz_u{WIDTH}(~x & (x - 1))", ALL_WIDTHS, ctz_clz},
    {"ctz", "table", "Count the 0 bits below the lowest 1 bit of x = {x} by a table for bytes.",
     "unsigned place = 0;\n"
     "while (place + 8 < {WIDTH} && !((x >> place) & 255))\n"
     "    place += 8;\n"
     "return place + bmill_ctz_by_table_u8((uint8_t)(x >> place));",
     ALL_WIDTHS, ctz_table},
    {"ctz", "debruijn",
     "Count the 0 bits below the lowest 1 bit of x = {x} by a de Bruijn sequence.",
     TABLE_C "return x ? " LOOKUP_C("x & -x") " : {WIDTH};", ALL_WIDTHS, ctz_debruijn},
    {"ctz", "modulus", "Count the 0 bits below the lowest 1 bit of x = {x} by a remainder.",
     "unsigned char table[67];\n"
     "for (unsigned i = 0; i < {WIDTH}; i++)\n"
     "    table[({1:C} << i) % {" PRIME "}] = i;\n"
     "return x ? table[(x & -x) % {" PRIME "}] : {WIDTH};",
     ALL_WIDTHS, ctz_modulus},
    {"ctz", "float", "Count the 0 bits below the lowest 1 bit of x = {x} by floating point.",
     "float f = (float)(x & -x);\n"
     "uint32_t bits;\n"
     "memcpy(&bits, &f, sizeof bits);\n"
     "return x ? (bits >> 23) - 127 : {WIDTH};",
     ALL_WIDTHS, ctz_float},
    {"ctz", "builtin",
     "Count the 0 bits below the lowest 1 bit of x = {x} by what the compiler has built in.",
     "x ? __builtin_ctzll(x) : {WIDTH}", ALL_WIDTHS, ctz_builtin},

    {"count_zeros", "main", "Count the 0 bits of x = {x}.", "bmill_popcount_u{WIDTH}(~x)",
     ALL_WIDTHS, count_zeros_main},
    {"count_zeros", "subtracting", "Count the 0 bits of x = {x} by counting the 1 bits.",
     "{WIDTH} - bmill_popcount(x)", ALL_WIDTHS, count_zeros_subtracting},
    {"clo", "main", "Count the leading ones of x = {x}: the 1 bits above its highest 0 bit.",
     "bmill_clz_u{WIDTH}(~x)", ALL_WIDTHS, clo_main},
    {"cto", "main", "Count the trailing ones of x = {x}: the 1 bits below its lowest 0 bit.",
     "bmill_ctz_u{WIDTH}(~x)", ALL_WIDTHS, cto_main},
    {"bit_width", "main", "Count the bits that x = {x} needs, without zeros in front.",
     "{WIDTH} - bmill_clz(x)", ALL_WIDTHS, bit_width_main},
    {"bit_width", "loop", "Count the bits that x = {x} needs by shifting them out.",
     "unsigned n = 0;\n"
     "for (; x; x >>= 1)\n"
     "    n++;\n"
     "return n;",
     ALL_WIDTHS, bit_width_loop},
    {"ffs", "main", "Find the lowest 1 bit of x = {x}; places are counted from 1 at the right.",
     "x ? bmill_ctz(x) + 1 : 0", ALL_WIDTHS, ffs_main},
    {"first_trailing_zero", "main",
     "Find the lowest 0 bit of x = {x}; places are counted from 1 at the right.",
     "bmill_ffs_u{WIDTH}(~x)", ALL_WIDTHS, first_trailing_zero_main},
    {"first_leading_one", "main",
     "Find the highest 1 bit of x = {x}; places are counted from 1 at the left.",
     "x ? bmill_clz(x) + 1 : 0", ALL_WIDTHS, first_leading_one_main},
    {"first_leading_zero", "main",
     "Find the highest 0 bit of x = {x}; places are counted from 1 at the left.",
     "bmill_first_leading_one_u{WIDTH}(~x)", ALL_WIDTHS, first_leading_zero_main},
    {"redundant_sign_bits", "main",
     "Count how many bits below the top bit of x = {x} are copies of it.",
     "bmill_clz_u{WIDTH}((x ^ (x << 1)) | 1)", ALL_WIDTHS, redundant_sign_bits_main},
    {0},
};
