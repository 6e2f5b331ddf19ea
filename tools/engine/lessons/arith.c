/* lessons/arith.c: arithmetic that does not overflow, signs, and bytes that are 0. */
#include "../lesson.h"

/* What would go wrong if a and b were simply added. */
#define SUM_REMARK                                                                       \
    {IF, "a + b < a", NULL},                                                             \
        {SAY, NULL,                                                                      \
         "Do not add a and b: the sum needs {WIDTH + 1} bits. In {WIDTH} bits a + b is " \
         "{a + b}, because the highest bit is lost."},                                   \
        {END, NULL, NULL}, {IF, "a + b >= a", NULL},                                     \
        {SAY, NULL,                                                                      \
         "Here a + b = {a + b} would fit, but other sums need {WIDTH + 1} bits. So a "   \
         "and b are not added."},                                                        \
    {                                                                                    \
        END, NULL, NULL                                                                  \
    }

static const struct lesson_step avg_floor_main[] = {
    SUM_REMARK,
    {STEP, "both = a & b",
     "Bits that both numbers have would be counted twice. Half of twice is once: they count as "
     "they are."},
    {STEP, "one = a ^ b", "Bits that only one of them has would be counted once."},
    {STEP, "half = one >> 1",
     "Half of them: a shift right by 1. If bit 0 was 1, it is lost: that rounds down."},
    {STEP, "result = both + half", "The sum of both parts is the average."},
    {END, NULL, NULL},
};

static const struct lesson_step avg_ceil_main[] = {
    SUM_REMARK,
    {STEP, "any = a | b",
     "Take all bits that at least one of the numbers has. Bits that both have are right: twice, "
     "halved. Bits that only one has count too much, by half."},
    {STEP, "one = a ^ b", "These are the bits that only one has."},
    {STEP, "half = one >> 1",
     "Half of them. If bit 0 was 1, it is lost: too little is subtracted, and that rounds up."},
    {STEP, "result = any - half", "The difference is the average."},
    {END, NULL, NULL},
};

static const struct lesson_step avg_floor_wide[] = {
    {WIDEN, "32", NULL},
    {STEP, "sum = a + b", "In a wider type, as C's int, no bit of the sum is lost."},
    {STEP, "result = sum >> 1", "A shift right by 1 halves it. Bit 0 is lost: that rounds down."},
    {END, NULL, NULL},
};

static const struct lesson_step avg_ceil_wide[] = {
    {WIDEN, "32", NULL},
    {STEP, "sum = a + b + 1",
     "In a wider type, as C's int, no bit of the sum is lost. 1 more makes an odd sum even."},
    {STEP, "result = sum >> 1", "A shift right by 1 halves it: rounded up."},
    {END, NULL, NULL},
};

static const struct lesson_step abs_diff_main[] = {
    {IF, "a > b", NULL},
    {STEP, "result = a - b", "a is the larger one: subtract b."},
    {END, NULL, NULL},
    {IF, "a <= b", NULL},
    {STEP, "result = b - a",
     "a is not the larger one: subtract it from b. (a - b would be {a - b}, counted round the end "
     "of the numbers of {WIDTH} bits.)"},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step abs_diff_mask[] = {
    {STEP, "d = a - b",
     "Subtract. If b is larger, this is the distance with a minus sign, counted round the end of "
     "the numbers of {WIDTH} bits. Else it is the distance."},
    {ROW, "m = -(a < b)", "a < b is {a < b}. Minus that is a mask: all bits are {a < b ? 1 : 0}."},
    {STEP, "flipped = d ^ m", "XOR with all 1 bits flips every bit; XOR with 0 changes nothing."},
    {STEP, "result = flipped - m",
     "All 1 bits are -1, and minus -1 adds 1: every bit flipped and 1 added is the number with the "
     "other sign. Minus 0 changes nothing."},
    {END, NULL, NULL},
};

static const struct lesson_step sat_add_main[] = {
    {STEP, "sum = a + b",
     "Add. A number of {WIDTH} bits ends at {~0}; what goes past it begins again at 0."},
    {IF, "sum < a", NULL},
    {ROW, "result = ~0",
     "{sum} is less than a, so the sum went past the end. The result stays at the largest number: "
     "all bits are 1."},
    {END, NULL, NULL},
    {IF, "sum >= a", NULL},
    {ROW, "result = sum", "{sum} is not less than a, so nothing was lost: it is the result."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step sat_add_mask[] = {
    {STEP, "sum = a + b", "Add. If that goes past the largest number, the sum is less than a."},
    {ROW, "m = -(sum < a)",
     "{sum} < {a} is {sum < a}. Minus that is a mask: all bits are {sum < a ? 1 : 0}."},
    {STEP, "result = sum | m",
     "OR with all 1 bits gives all 1 bits, the largest number; OR with 0 changes nothing."},
    {END, NULL, NULL},
};

static const struct lesson_step sat_sub_main[] = {
    {IF, "a > b", NULL},
    {STEP, "result = a - b", "a is larger than b: subtract."},
    {END, NULL, NULL},
    {IF, "a <= b", NULL},
    {ROW, "result = 0",
     "a is not larger than b. There are no numbers below 0 here, so the result stays at 0. (a - b "
     "would be {a - b}.)"},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step sat_sub_max[] = {
    {ROW, "larger = a > b ? a : b", "Take the larger one of a and b."},
    {STEP, "result = larger - b", "Subtract b from it. If b itself is the larger one, that is 0."},
    {END, NULL, NULL},
};

static const struct lesson_step sign_main[] = {
    {STEP, "top = x >> WIDTH - 1",
     "In a signed number of {WIDTH} bits, bit {WIDTH - 1} stands for -{1 << WIDTH - 1}. It is 1 in "
     "negative numbers, and in no others. A shift brings it to place 0."},
    {IF, "top == 1", NULL},
    {ROW, "result = -1", "It is 1: x is {x:signed}, a negative number. Its sign is -1."},
    {END, NULL, NULL},
    {IF, "top == 0 && x != 0", NULL},
    {ROW, "result = 1", "It is 0, and x is not 0: x is positive. Its sign is 1."},
    {END, NULL, NULL},
    {IF, "x == 0", NULL},
    {ROW, "result = 0", "x is 0: neither positive nor negative."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step sign_shifts[] = {
    {ROW, "negative = asr(x, WIDTH - 1)",
     "An arithmetic shift fills the left with copies of the top bit: all bits are 1, which is -1, "
     "if x is negative; else all are 0."},
    {ROW, "positive = -x >> WIDTH - 1",
     "-x is negative if x is positive: then its top bit is 1. A logical shift, which fills with 0 "
     "bits, brings it to place 0."},
    {STEP, "result = negative | positive",
     "OR: -1 for a negative number, 1 for a positive one, 0 for 0."},
    {END, NULL, NULL},
};

static const struct lesson_step zero_bytes_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "k < WIDTH",
     "Look at each byte (8 bits). If it is 0, its highest bit is set in the result."},
    {ASSIGN, "byte = x >> k & 255", NULL},
    {ASSIGN, "result = result | (byte == 0) << k + 7",
     "The byte at places {k} to {k + 7} is {byte}. Is it 0? {byte == 0:truth}."},
    {ROW, "result", NULL},
    {ASSIGN, "k = k + 8", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step zero_bytes_swar[] = {
    {ASSIGN, "low7 = repeat(0x7f, 8)", NULL},
    {ROW, "low7", "A mask marks the low 7 bits of each byte."},
    {STEP, "sum = (x & low7) + low7",
     "Add 0x7f to the low 7 bits of each byte. That gives a 1 in the highest bit unless they are "
     "0, and never more than a byte can hold: no byte disturbs the next."},
    {STEP, "some = sum | x",
     "The highest bit of the byte itself counts, too. Now the highest bit of a byte is 0 only if "
     "the byte is 0."},
    {STEP, "all = some | low7", "The other seven bits of each byte are made 1."},
    {STEP, "result = ~all", "So NOT leaves a 1 only at the top of the bytes that are 0."},
    {END, NULL, NULL},
};

static const struct lesson_step has_zero_byte_main[] = {
    {ASSIGN, "found = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "k < WIDTH", "Look at each byte (8 bits)."},
    {ASSIGN, "byte = x >> k & 255", NULL},
    {ROW, "byte", "The byte at places {k} to {k + 7} is {byte}. Is it 0? {byte == 0:truth}."},
    {ASSIGN, "found = found | byte == 0", NULL},
    {ASSIGN, "k = k + 8", NULL},
    {END, NULL, NULL},
    {ROW, "result = found", "Some byte is 0: {found:truth}."},
    {END, NULL, NULL},
};

static const struct lesson_step has_zero_byte_swar[] = {
    {STEP, "less = x - repeat(0x01, 8)",
     "Subtract 1 from each byte. A byte that is 0 has nothing to give: it borrows, and its highest "
     "bit becomes 1."},
    {STEP, "turned = less & ~x", "That bit was not 1 before: NOT x lets it pass."},
    {STEP, "hits = turned & repeat(0x80, 8)", "Only the highest bit of each byte counts."},
    {ROW, "result = hits != 0",
     "Is a bit left? {hits != 0:truth}. (The lowest one is certainly a zero byte. One above it may "
     "be a byte from which the borrow took, so this answers only whether there is one.)"},
    {END, NULL, NULL},
};

const struct lesson lessons_arith[] = {
    {"avg_floor", "main", "The average of a = {a} and b = {b}, rounded down.",
     "(a & b) + ((a ^ b) >> 1)", "8 16 32 64", avg_floor_main},
    {"avg_floor", "wide", "The average of a = {a} and b = {b}, rounded down: wider.",
     "((uint32_t)a + b) >> 1", "8 16", avg_floor_wide},
    {"avg_ceil", "main", "The average of a = {a} and b = {b}, rounded up.",
     "(a | b) - ((a ^ b) >> 1)", "8 16 32 64", avg_ceil_main},
    {"avg_ceil", "wide", "The average of a = {a} and b = {b}, rounded up: wider.",
     "((uint32_t)a + b + 1) >> 1", "8 16", avg_ceil_wide},

    {"abs_diff", "main", "How far a = {a} and b = {b} are apart.", "a > b ? a - b : b - a",
     "8 16 32 64", abs_diff_main},
    {"abs_diff", "mask", "How far a = {a} and b = {b} are apart, without a branch.",
     "{WIDTH:T} m = -({WIDTH:T})(a < b); return ((a - b) ^ m) - m;", "8 16 32 64", abs_diff_mask},

    {"sat_add", "main", "Add a = {a} and b = {b}, but stop at the largest number.",
     "{WIDTH:T} sum = a + b; return sum < a ? ({WIDTH:T})-1 : sum;", "8 16 32 64", sat_add_main},
    {"sat_add", "mask", "Add a = {a} and b = {b}, but stop at the largest: no branch.",
     "{WIDTH:T} sum = a + b; return sum | -({WIDTH:T})(sum < a);", "8 16 32 64", sat_add_mask},
    {"sat_sub", "main", "Subtract b = {b} from a = {a}, but stop at 0.", "a > b ? a - b : 0",
     "8 16 32 64", sat_sub_main},
    {"sat_sub", "max", "Subtract b = {b} from a = {a}, but stop at 0: by the larger one.",
     "(a > b ? a : b) - b", "8 16 32 64", sat_sub_max},

    {"sign", "main", "The sign of x = {x:signed}: -1, 0 or 1.", "x >> {WIDTH - 1} ? -1 : x != 0",
     "8 16 32 64", sign_main},
    {"sign", "shifts", "The sign of x = {x:signed} by two shifts.",
     "-(int)(x >> {WIDTH - 1}) | (int)(({WIDTH:T})-x >> {WIDTH - 1})", "8 16 32 64", sign_shifts},

    {"zero_bytes", "main", "Which bytes of x = {x:hex} are 0?",
     "{WIDTH:T} v = 0; for (unsigned k = 0; k < {WIDTH}; k += 8) v |= ({WIDTH:T})!((x >> k) & "
     "0xff) "
     "<< (k + 7); return v;",
     "8 16 32 64", zero_bytes_main},
    {"zero_bytes", "swar", "Which bytes of x = {x:hex} are 0? All at once.",
     "~(((x & {repeat(0x7f, 8):C}) + {repeat(0x7f, 8):C}) | x | {repeat(0x7f, 8):C})", "8 16 32 64",
     zero_bytes_swar},
    {"has_zero_byte", "main", "Is some byte of x = {x:hex} 0?",
     "for (unsigned k = 0; k < {WIDTH}; k += 8) if (!((x >> k) & 0xff)) return 1; return 0;",
     "8 16 32 64", has_zero_byte_main},
    {"has_zero_byte", "swar", "Is some byte of x = {x:hex} 0? All at once.",
     "((x - {repeat(0x01, 8):C}) & ~x & {repeat(0x80, 8):C}) != 0", "8 16 32 64",
     has_zero_byte_swar},

    {0},
};
