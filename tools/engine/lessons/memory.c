/* lessons/memory.c: integers in memory. The variable p holds the bytes: byte k is bits 8k to 8k
 * + 7. */
#include "../lesson.h"

#define ALL "8 16 32 64"

static const struct lesson_step load_le_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "8 * k < WIDTH",
     "A byte has 8 bits, so a number of {WIDTH} bits takes {WIDTH / 8} of them. Little-endian: "
     "byte 0 is "
     "worth the least. So byte k is shifted left by 8k, and OR puts it to the others."},
    {ASSIGN, "byte = p >> 8 * k & 0xff", NULL},
    {SAY, NULL, "Byte {k} is {byte}. Shift it left by {8 * k}:"},
    {STEP, "moved = byte << 8 * k", NULL},
    {ROW, "result = result | moved", NULL},
    {ASSIGN, "k = k + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = result", "That was the last byte: this is the number."},
    {END, NULL, NULL},
};
static const struct lesson_step load_be_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "8 * k < WIDTH",
     "A byte has 8 bits, so a number of {WIDTH} bits takes {WIDTH / 8} of them. Big-endian, as "
     "numbers are "
     "written on paper: byte 0 is worth the most. So what was read is shifted left by 8 before OR "
     "puts the next byte to it."},
    {ASSIGN, "byte = p >> 8 * k & 0xff", NULL},
    {SAY, NULL, "Byte {k} is {byte}:"},
    {STEP, "moved = result << 8", NULL},
    {ROW, "result = moved | byte", NULL},
    {ASSIGN, "k = k + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = result", "That was the last byte: this is the number."},
    {END, NULL, NULL},
};
static const struct lesson_step store_le_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "8 * k < WIDTH",
     "A byte has 8 bits, so a number of {WIDTH} bits takes {WIDTH / 8} of them. Little-endian: "
     "byte 0 is "
     "worth the least. So shift x right by 8k, and keep the 8 lowest bits: that is byte k."},
    {SAY, NULL, "Byte {k}: shift right by {8 * k}."},
    {STEP, "down = x >> 8 * k", NULL},
    {ROW, "byte = down & 0xff", NULL},
    {ASSIGN, "result = result | byte << 8 * k", NULL},
    {ASSIGN, "k = k + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step store_be_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "8 * k < WIDTH",
     "A byte has 8 bits, so a number of {WIDTH} bits takes {WIDTH / 8} of them. Big-endian, as "
     "numbers are "
     "written on paper: byte 0 is worth the most. So it is the last one from the right: shift x "
     "right by {WIDTH - 8} - 8k, and keep the 8 lowest bits."},
    {SAY, NULL, "Byte {k}: shift right by {WIDTH - 8 - 8 * k}."},
    {STEP, "down = x >> WIDTH - 8 - 8 * k", NULL},
    {ROW, "byte = down & 0xff", NULL},
    {ASSIGN, "result = result | byte << 8 * k", NULL},
    {ASSIGN, "k = k + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

const struct lesson lessons_memory[] = {
    {"load_le", "main", "Read a number of {WIDTH} bits from memory, in little-endian order.",
     "const uint8_t *bytes = p;\n{WIDTH:T} x = 0;\nfor (unsigned k = 0; k < sizeof x; k++)\n    x "
     "|= ({WIDTH:T})(bytes[k] * {1:C} << 8 * k);\nreturn x;",
     ALL, load_le_main},
    {"load_be", "main", "Read a number of {WIDTH} bits from memory, in big-endian order.",
     "const uint8_t *bytes = p;\n{WIDTH:T} x = 0;\nfor (unsigned k = 0; k < sizeof x; k++)\n    x "
     "= ({WIDTH:T})(x * {256:C} | bytes[k]);\nreturn x;",
     ALL, load_be_main},
    {"store_le", "main",
     "Write x = {x}, a number of {WIDTH} bits, to memory, in little-endian order.",
     "uint8_t *bytes = p;\nfor (unsigned k = 0; k < sizeof x; k++)\n    bytes[k] = (uint8_t)(x >> "
     "8 * k);\nreturn;",
     ALL, store_le_main},
    {"store_be", "main", "Write x = {x}, a number of {WIDTH} bits, to memory, in big-endian order.",
     "uint8_t *bytes = p;\nfor (unsigned k = 0; k < sizeof x; k++)\n    bytes[k] = (uint8_t)(x >> "
     "8 * (sizeof x - 1 - k));\nreturn;",
     ALL, store_be_main},
    {0},
};
