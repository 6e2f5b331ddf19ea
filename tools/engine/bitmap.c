/* bitmap.c: works out operations on bitmaps: see bitmap.h. */
#include "bitmap.h"

#include <bitmill/bits.h>
#include <stdio.h>
#include <string.h>

/* ---- Rows ---- */

static bool bit_of(const unsigned char *bits, size_t i) { return bits[i / 8] >> i % 8 & 1; }

/* Ends a line, without the blanks that stand before a remark that there is not. */
static void end_line(struct text *out)
{
    while (out->length > 0 && out->string[out->length - 1] == ' ')
        out->length--;
    text_add(out, "\n");
}

static void write_heading(struct text *out, const char *remark)
{
    text_add(out, "\n");
    text_styled(out, HEADING, "    byte   7 6 5 4 3 2 1 0    hex   bits%s%s",
                *remark ? "      " : "", remark);
    text_add(out, "\n");
}

/* Byte k, without the end of the line. */
static void write_byte(struct text *out, const char *label, const unsigned char *bits, size_t k,
                       unsigned look)
{
    text_add(out, "%8s   ", label);
    for (unsigned bit = 8; bit-- > 0;) {
        if (look >> bit & 1)
            text_styled(out, bits[k] >> bit & 1 ? ONE : ZERO, "%u", bits[k] >> bit & 1);
        else
            text_add(out, "%u", bits[k] >> bit & 1);
        text_add(out, bit ? " " : "");
    }
    text_add(out, "   0x%02x  %2zu to %-2zu", bits[k], 8 * k + 7, 8 * k);
}

static void write_numbered(struct text *out, const unsigned char *bits, size_t k, unsigned look)
{
    char label[24];
    snprintf(label, sizeof label, "%zu", k);
    write_byte(out, label, bits, k, look);
}

/* The bits first to first + count - 1 that are in byte k. */
static unsigned part_of_byte(size_t k, size_t first, size_t count)
{
    unsigned marks = 0;
    for (unsigned bit = 0; bit < 8; bit++)
        if (8 * k + bit >= first && 8 * k + bit - first < count)
            marks |= 1u << bit;
    return marks;
}

static void write_bitmap(struct text *out, const struct bitmap_problem *p, const char *remark,
                         const unsigned char *bits, size_t first, size_t count)
{
    write_heading(out, remark);
    for (size_t k = 0; k < p->nbytes; k++) {
        write_numbered(out, bits, k, part_of_byte(k, first, count));
        end_line(out);
    }
}

/* ---- One bit ---- */

static void find_bit(const struct bitmap_problem *p, struct text *out)
{
    size_t i = p->number[1];
    write_bitmap(out, p, "", p->a, i, 1);
    text_sentences(out, "1. ",
                   "Find the byte: a byte has 8 bits, so bit %zu is in byte %zu / 8 = %zu.", i, i,
                   i / 8);
    text_sentences(out, "2. ", "Find the place in it: the remainder of %zu / 8 is %zu.", i, i % 8);
}

/* The byte of bit i, the mask, and what comes out. */
static void change_bit(const struct bitmap_problem *p, struct bitmap_answer *answer,
                       struct text *out, const char *operation, unsigned char mask,
                       unsigned char result)
{
    size_t byte = p->number[1] / 8;
    unsigned char masks[BITMAP_BYTES];
    memset(masks, mask, sizeof masks);
    write_heading(out, "");
    write_numbered(out, p->a, byte, 0);
    end_line(out);
    write_byte(out, "mask", masks, byte, 0);
    end_line(out);
    text_add(out, "%8s   ---------------\n", operation);
    memcpy(answer->bits, p->a, sizeof answer->bits);
    answer->bits[byte] = result;
    write_byte(out, "result", answer->bits, byte, part_of_byte(byte, p->number[1], 1));
    end_line(out);
    text_add(out, "All other bytes stay as they are.\n");
}

static void work_set(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out)
{
    unsigned char mask = (unsigned char)(1u << p->number[1] % 8), byte = p->a[p->number[1] / 8];
    find_bit(p, out);
    text_sentences(
        out, "3. ",
        "OR that byte with a mask that has a 1 there: OR gives 1 if at least one bit is 1.");
    change_bit(p, answer, out, "OR", mask, byte | mask);
}

static void work_clear(const struct bitmap_problem *p, struct bitmap_answer *answer,
                       struct text *out)
{
    unsigned char mask = (unsigned char)~(1u << p->number[1] % 8), byte = p->a[p->number[1] / 8];
    find_bit(p, out);
    text_sentences(
        out, "3. ",
        "AND that byte with a mask that has a 0 there: AND gives 1 only if both bits are 1.");
    change_bit(p, answer, out, "AND", mask, byte & mask);
}

static void work_flip(const struct bitmap_problem *p, struct bitmap_answer *answer,
                      struct text *out)
{
    unsigned char mask = (unsigned char)(1u << p->number[1] % 8), byte = p->a[p->number[1] / 8];
    find_bit(p, out);
    text_sentences(
        out, "3. ",
        "XOR that byte with a mask that has a 1 there: XOR gives 1 if the two bits are different.");
    change_bit(p, answer, out, "XOR", mask, byte ^ mask);
}

static void work_modify(const struct bitmap_problem *p, struct bitmap_answer *answer,
                        struct text *out)
{
    if (p->number[2])
        work_set(p, answer, out);
    else
        work_clear(p, answer, out);
    text_sentences(out, "", "The state is %zu, so this was to %s the bit.", p->number[2],
                   p->number[2] ? "set" : "clear");
}

static void work_is_set(const struct bitmap_problem *p, struct bitmap_answer *answer,
                        struct text *out)
{
    size_t i = p->number[1];
    find_bit(p, out);
    answer->number = p->a[i / 8] >> i % 8 & 1;
    text_sentences(out, "3. ",
                   "Shift that byte right by %zu, and keep place 0 alone: %zu. So bit %zu is %s.",
                   i % 8, answer->number, i, answer->number ? "set" : "not set");
}

/* ---- Whole bitmaps ---- */

static void combine(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out,
                    const char *operation, const char *rule)
{
    text_sentences(out, "",
                   "%s A loop does this byte by byte; bitmill takes 16 to 64 bytes at once.", rule);
    for (size_t k = 0; k < p->nbytes; k++) {
        if (k % 4 == 0)
            write_heading(out, "");
        char label[32];
        snprintf(label, sizeof label, "a[%zu]", k);
        write_byte(out, label, p->a, k, 0);
        snprintf(label, sizeof label, "b[%zu]", k);
        end_line(out);
        write_byte(out, label, p->b, k, 0);
        end_line(out);
        write_byte(out, operation, answer->bits, k, 0xff);
        end_line(out);
    }
}

static void work_and(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out)
{
    for (size_t k = 0; k < p->nbytes; k++)
        answer->bits[k] = p->a[k] & p->b[k];
    combine(p, answer, out, "AND", "AND gives 1 only if both bits are 1: what is in both sets.");
}

static void work_or(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out)
{
    for (size_t k = 0; k < p->nbytes; k++)
        answer->bits[k] = p->a[k] | p->b[k];
    combine(p, answer, out, "OR",
            "OR gives 1 if at least one bit is 1: what is in one set or in both.");
}

static void work_xor(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out)
{
    for (size_t k = 0; k < p->nbytes; k++)
        answer->bits[k] = p->a[k] ^ p->b[k];
    combine(p, answer, out, "XOR",
            "XOR gives 1 if the bits are different: what is in one set alone.");
}

static void work_andnot(const struct bitmap_problem *p, struct bitmap_answer *answer,
                        struct text *out)
{
    for (size_t k = 0; k < p->nbytes; k++)
        answer->bits[k] = (unsigned char)(p->a[k] & ~p->b[k]);
    combine(p, answer, out, "AND NOT",
            "AND NOT gives 1 if the bit of a is 1 and that of b is 0: what is in a without b.");
}

static void work_not(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out)
{
    text_sentences(out, "", "NOT inverts each bit: 0 becomes 1, and 1 becomes 0.");
    write_bitmap(out, p, "before", p->a, 0, 0);
    for (size_t k = 0; k < p->nbytes; k++)
        answer->bits[k] = (unsigned char)~p->a[k];
    write_bitmap(out, p, "after", answer->bits, 0, 8 * p->nbytes);
}

static unsigned ones_of(unsigned byte)
{
    unsigned count = 0;
    for (; byte; byte >>= 1)
        count += byte & 1;
    return count;
}

/* Counts the 1 bits of the first `nbits`. */
static size_t count_first(const struct bitmap_problem *p, size_t nbits, struct text *out)
{
    size_t sum = 0;
    write_heading(out, "1 bits   sum");
    for (size_t k = 0; k < p->nbytes; k++) {
        unsigned part = part_of_byte(k, 0, nbits), count = ones_of(p->a[k] & part);
        sum += count;
        write_numbered(out, p->a, k, part);
        if (part)
            text_add(out, "  %6u   %3zu", count, sum);
        end_line(out);
    }
    return sum;
}

static void work_count(const struct bitmap_problem *p, struct bitmap_answer *answer,
                       struct text *out)
{
    text_sentences(out, "", "Count the 1 bits of each byte (explain popcount), and add them up.");
    answer->number = count_first(p, 8 * p->nbytes, out);
}

static void work_rank(const struct bitmap_problem *p, struct bitmap_answer *answer,
                      struct text *out)
{
    text_sentences(
        out, "",
        "The rank of position %zu is the number of 1 bits below it: count the bits 0 to %zu - 1.",
        p->number[1], p->number[1]);
    answer->number = count_first(p, p->number[1], out);
}

static void work_any(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out)
{
    text_sentences(
        out, "",
        "A byte is 0 if all its bits are 0. So look for a byte that is not 0, and stop there.");
    size_t k = 0;
    while (k < p->nbytes && p->a[k] == 0)
        k++;
    answer->number = k < p->nbytes;
    write_bitmap(out, p, "", p->a, 8 * k, 8);
    if (answer->number)
        text_sentences(out, "", "Byte %zu is not 0: at least one bit is 1.", k);
    else
        text_sentences(out, "", "All bytes are 0: no bit is 1.");
}

static void work_all(const struct bitmap_problem *p, struct bitmap_answer *answer, struct text *out)
{
    text_sentences(
        out, "",
        "A byte is 0xff if all its bits are 1. So look for a byte that is not, and stop there.");
    size_t k = 0;
    while (k < p->nbytes && p->a[k] == 0xff)
        k++;
    answer->number = k == p->nbytes;
    write_bitmap(out, p, "", p->a, 8 * k, 8);
    if (answer->number)
        text_sentences(out, "", "All bytes are 0xff: all bits are 1.");
    else
        text_sentences(out, "", "Byte %zu is not 0xff: at least one bit is 0.", k);
}

/* ---- Positions ---- */

/* The first 1 bit at or after `from`; the number of bits if there is none. */
static void find_from(const struct bitmap_problem *p, size_t from, struct bitmap_answer *answer,
                      struct text *out)
{
    size_t nbits = 8 * p->nbytes, i = from;
    while (i < nbits && !bit_of(p->a, i))
        i++;
    answer->number = i;
    write_bitmap(out, p, "", p->a, from, i < nbits ? i - from + 1 : nbits - from);
    if (i == nbits) {
        text_sentences(out, "",
                       "There is no 1 bit there. \"Not found\" is the number of bits, %zu: one "
                       "more than the last position.",
                       nbits);
        return;
    }
    text_sentences(out, "1. ", "Go over bytes that are 0 there: byte %zu is the first that is not.",
                   i / 8);
    text_sentences(out, "2. ",
                   "Its lowest 1 bit that counts is in place %zu (explain ctz). So the position is "
                   "8 * %zu + %zu = %zu.",
                   i % 8, i / 8, i % 8, i);
}

static void work_find_first(const struct bitmap_problem *p, struct bitmap_answer *answer,
                            struct text *out)
{
    text_sentences(out, "", "Find the lowest 1 bit. Bit 0 is at the right of byte 0.");
    find_from(p, 0, answer, out);
}

static void work_find_next(const struct bitmap_problem *p, struct bitmap_answer *answer,
                           struct text *out)
{
    text_sentences(out, "",
                   "Find the lowest 1 bit at or after position %zu; those below do not count.",
                   p->number[1]);
    find_from(p, p->number[1], answer, out);
}

static void work_select(const struct bitmap_problem *p, struct bitmap_answer *answer,
                        struct text *out)
{
    size_t k = 0, left = p->number[1];
    text_sentences(out, "",
                   "Find the bit that is 1 and has %zu others that are 1 below it. Count them byte "
                   "by byte until the "
                   "sum is greater.",
                   left);
    size_t sum = count_first(p, 8 * p->nbytes, out);
    answer->number = 8 * p->nbytes;
    if (sum <= left) {
        text_sentences(out, "", "There are only %zu. \"Not found\" is the number of bits, %zu.",
                       sum, answer->number);
        return;
    }
    for (; ones_of(p->a[k]) <= left; k++)
        left -= ones_of(p->a[k]);
    size_t below = p->number[1] - left;
    text_sentences(out, "1. ",
                   "That is in byte %zu: below it %zu bit%s 1, so %zu more are to be passed.", k,
                   below, below == 1 ? " is" : "s are", left);
    size_t i = 8 * k;
    for (size_t passed = 0; !bit_of(p->a, i) || passed++ < left;)
        i++;
    text_sentences(
        out, "2. ",
        "In that byte it is in place %zu (explain select). So the position is 8 * %zu + %zu = %zu.",
        i % 8, k, i % 8, i);
    answer->number = i;
}

/* ---- Ranges ---- */

static void change_range(const struct bitmap_problem *p, struct bitmap_answer *answer,
                         struct text *out, bool set)
{
    size_t first = p->number[1], count = p->number[2];
    text_sentences(out, "",
                   "The range is (first, count): %zu bits from bit %zu up. Each byte is changed by "
                   "a mask of its part of the range (explain mask): %s",
                   count, first,
                   set ? "OR sets these bits." : "AND with the inverted mask clears these bits.");
    write_heading(out, "mask");
    for (size_t k = 0; k < p->nbytes; k++) {
        unsigned mask = part_of_byte(k, first, count);
        answer->bits[k] = (unsigned char)(set ? p->a[k] | mask : p->a[k] & ~mask);
        write_numbered(out, p->a, k, mask);
        text_add(out, "  0x%02x%s\n", mask,
                 mask == 0      ? "  stays"
                 : mask == 0xff ? "  whole byte"
                                : "");
    }
    write_bitmap(out, p, "after", answer->bits, first, count);
}

static void work_set_range(const struct bitmap_problem *p, struct bitmap_answer *answer,
                           struct text *out)
{
    change_range(p, answer, out, true);
}

static void work_clear_range(const struct bitmap_problem *p, struct bitmap_answer *answer,
                             struct text *out)
{
    change_range(p, answer, out, false);
}

/* ---- The library ---- */

#define IN_PLACE(name, ...)                                                               \
    static void call_##name(const struct bitmap_problem *p, struct bitmap_answer *answer) \
    {                                                                                     \
        memcpy(answer->bits, p->a, sizeof answer->bits);                                  \
        bmill_bits_##name(answer->bits, __VA_ARGS__);                                     \
    }
#define COMBINES(name)                                                                    \
    static void call_##name(const struct bitmap_problem *p, struct bitmap_answer *answer) \
    {                                                                                     \
        bmill_bits_##name(answer->bits, p->a, p->b, 8 * p->nbytes);                       \
    }
#define GIVES(name, call)                                                                 \
    static void call_##name(const struct bitmap_problem *p, struct bitmap_answer *answer) \
    {                                                                                     \
        answer->number = call;                                                            \
    }
IN_PLACE(set, p->number[1])
IN_PLACE(clear, p->number[1])
IN_PLACE(flip, p->number[1])
IN_PLACE(modify, p->number[1], p->number[2] != 0)
IN_PLACE(set_range, p->number[1], p->number[2])
IN_PLACE(clear_range, p->number[1], p->number[2])
IN_PLACE(not, p->a, 8 * p->nbytes)
COMBINES(and)
COMBINES(or)
COMBINES(xor)
COMBINES(andnot)
GIVES(is_set, bmill_bits_is_set(p->a, p->number[1]))
GIVES(count, bmill_bits_count(p->a, 8 * p->nbytes))
GIVES(any, bmill_bits_any(p->a, 8 * p->nbytes))
GIVES(all, bmill_bits_all(p->a, 8 * p->nbytes))
GIVES(find_first_set, bmill_bits_find_first_set(p->a, 8 * p->nbytes))
GIVES(find_next_set, bmill_bits_find_next_set(p->a, 8 * p->nbytes, p->number[1]))
GIVES(rank, bmill_bits_count(p->a, p->number[1]))
GIVES(select, bmill_bits_select(p->a, 8 * p->nbytes, p->number[1]))

/* ---- The table ---- */

const struct bitmap_verb bitmap_verbs[] = {
    {"bits_set",
     "ai",
     {"bits", "i"},
     "Sets bit i of a bitmap.",
     "b70001 12",
     "bmill_bits_set(bits, i)",
     work_set,
     call_set,
     CHANGES_BITS},
    {"bits_clear",
     "ai",
     {"bits", "i"},
     "Clears bit i of a bitmap.",
     "b7ff01 12",
     "bmill_bits_clear(bits, i)",
     work_clear,
     call_clear,
     CHANGES_BITS},
    {"bits_flip",
     "ai",
     {"bits", "i"},
     "Flips bit i of a bitmap.",
     "b7ff01 12",
     "bmill_bits_flip(bits, i)",
     work_flip,
     call_flip,
     CHANGES_BITS},
    {"bits_modify",
     "ais",
     {"bits", "i", "state"},
     "Makes bit i of a bitmap equal to state.",
     "b70001 12 1",
     "bmill_bits_modify(bits, i, state)",
     work_modify,
     call_modify,
     CHANGES_BITS},
    {"bits_is_set",
     "ai",
     {"bits", "i"},
     "Tells whether bit i of a bitmap is 1.",
     "b7ff01 12",
     "bmill_bits_is_set(bits, i)",
     work_is_set,
     call_is_set,
     GIVES_TRUTH},
    {"bits_and",
     "ab",
     {"a", "b"},
     "1 where both bitmaps have a 1: the intersection of two sets.",
     "b7ff01 0f3cff",
     "bmill_bits_and(dst, a, b, nbits)",
     work_and,
     call_and,
     CHANGES_BITS},
    {"bits_or",
     "ab",
     {"a", "b"},
     "1 where at least one has a 1: the union of two sets.",
     "b70001 0f3c80",
     "bmill_bits_or(dst, a, b, nbits)",
     work_or,
     call_or,
     CHANGES_BITS},
    {"bits_xor",
     "ab",
     {"a", "b"},
     "1 where the two bitmaps differ.",
     "b7ff01 0f3cff",
     "bmill_bits_xor(dst, a, b, nbits)",
     work_xor,
     call_xor,
     CHANGES_BITS},
    {"bits_andnot",
     "ab",
     {"a", "b"},
     "1 where a has a 1 and b has not: a without b.",
     "b7ff01 0f3cff",
     "bmill_bits_andnot(dst, a, b, nbits)",
     work_andnot,
     call_andnot,
     CHANGES_BITS},
    {"bits_not",
     "a",
     {"a"},
     "Inverts each bit of a bitmap.",
     "b7ff01",
     "bmill_bits_not(dst, a, nbits)",
     work_not,
     call_not,
     CHANGES_BITS},
    {"bits_count",
     "a",
     {"bits"},
     "Counts the 1 bits of a bitmap.",
     "b7ff01",
     "bmill_bits_count(bits, nbits)",
     work_count,
     call_count,
     GIVES_NUMBER},
    {"bits_any",
     "a",
     {"bits"},
     "Tells whether at least one bit is 1.",
     "000010",
     "bmill_bits_any(bits, nbits)",
     work_any,
     call_any,
     GIVES_TRUTH},
    {"bits_all",
     "a",
     {"bits"},
     "Tells whether all bits are 1.",
     "ffffef",
     "bmill_bits_all(bits, nbits)",
     work_all,
     call_all,
     GIVES_TRUTH},
    {"bits_find_first_set",
     "a",
     {"bits"},
     "Finds the first 1 bit.",
     "00b001",
     "bmill_bits_find_first_set(bits, nbits)",
     work_find_first,
     call_find_first_set,
     GIVES_NUMBER},
    {"bits_find_next_set",
     "an",
     {"bits", "from"},
     "Finds the first 1 bit at or after a position.",
     "b70081 8",
     "bmill_bits_find_next_set(bits, nbits, from)",
     work_find_next,
     call_find_next_set,
     GIVES_NUMBER},
    {"bits_set_range",
     "ann",
     {"bits", "first", "count"},
     "Sets count bits from bit first up.",
     "00000000 5 17",
     "bmill_bits_set_range(bits, first, count)",
     work_set_range,
     call_set_range,
     CHANGES_BITS},
    {"bits_clear_range",
     "ann",
     {"bits", "first", "count"},
     "Clears count bits from bit first up.",
     "ffffffff 5 17",
     "bmill_bits_clear_range(bits, first, count)",
     work_clear_range,
     call_clear_range,
     CHANGES_BITS},
    {"bits_rank",
     "an",
     {"bits", "i"},
     "Counts the 1 bits below position i: bits_count with i bits.",
     "b7ff01 12",
     "bmill_bits_count(bits, i)",
     work_rank,
     call_rank,
     GIVES_NUMBER},
    {"bits_select",
     "an",
     {"bits", "k"},
     "Finds the k-th 1 bit, counted from 0.",
     "b7ff01 8",
     "bmill_bits_select(bits, nbits, k)",
     work_select,
     call_select,
     GIVES_NUMBER},
};
const size_t nbitmap_verbs = sizeof bitmap_verbs / sizeof bitmap_verbs[0];

static const char *skip_prefix(const char *name)
{
    return strncmp(name, "bmill_", 6) == 0 || strncmp(name, "bmill-", 6) == 0 ? name + 6 : name;
}

/* How many letters of the names are the same at the beginning, where '-' counts as '_'. */
static size_t common(const char *name, const char *typed)
{
    size_t k = 0;
    while (name[k] && name[k] == (typed[k] == '-' ? '_' : typed[k]))
        k++;
    return k;
}

const struct bitmap_verb *bitmap_verb_find(const char *name)
{
    name = skip_prefix(name);
    for (size_t k = 0; k < nbitmap_verbs; k++) {
        size_t length = strlen(bitmap_verbs[k].name);
        if (common(bitmap_verbs[k].name, name) == length && name[length] == '\0')
            return &bitmap_verbs[k];
    }
    return NULL;
}

const struct bitmap_verb *bitmap_verb_like(const char *name)
{
    const struct bitmap_verb *like = NULL;
    size_t most = strlen("bits_");
    name = skip_prefix(name);
    for (size_t k = 0; k < nbitmap_verbs; k++)
        if (common(bitmap_verbs[k].name, name) > most) {
            most = common(bitmap_verbs[k].name, name);
            like = &bitmap_verbs[k];
        }
    return like;
}

/* ---- The whole ---- */

static void write_end(const struct bitmap_verb *verb, const struct bitmap_problem *p,
                      const struct bitmap_answer *answer, struct text *out)
{
    struct text call = {0};
    text_add(&call, "%s", verb->call);
    if (verb->result == GIVES_NUMBER)
        text_add(&call, " = %zu", answer->number);
    if (verb->result == GIVES_TRUTH)
        text_add(&call, " = %s", answer->number ? "true" : "false");
    if (verb->result == CHANGES_BITS) {
        text_add(&call, " makes ");
        for (size_t k = 0; k < p->nbytes; k++)
            text_add(&call, "%02x", answer->bits[k]);
    }
    const char *before = ", with ";
    for (size_t k = 0; verb->operands[k]; k++) {
        if (strchr("ab", verb->operands[k]))
            continue;
        text_add(&call, "%s%s = %zu", before, verb->names[k], p->number[k]);
        before = ", ";
    }
    if (strstr(verb->call, "nbits"))
        text_add(&call, "%snbits = %zu", before, 8 * p->nbytes);
    text_add(out, "\n");
    text_sentences(out, "In this library: ", "%s", text_string(&call));
    text_free(&call);
}

bool bitmap_write(const struct bitmap_verb *verb, const struct bitmap_problem *p, struct text *out)
{
    struct bitmap_answer worked = {{0}, 0}, library = {{0}, 0};
    text_styled(out, HEADING, "%s: %s", verb->name, verb->does);
    text_add(out, "\n");
    text_sentences(out, "",
                   "A bitmap is memory, whatever is in it. Bit i is in byte i / 8. In a byte, bits "
                   "are counted from the right, so that bit 0 is the last digit.");
    verb->work_out(p, &worked, out);
    verb->library(p, &library);
    bool same =
        worked.number == library.number &&
        memcmp(worked.bits, library.bits, verb->result == CHANGES_BITS ? p->nbytes : 0) == 0;
    if (same)
        write_end(verb, p, &library, out);
    else
        text_add(out, "The library's %s gives something else: %zu.\n", verb->name, library.number);
    return same && !out->failed;
}
