/* explain_word.c: the operations on all bits of a number, step by step. */
#include "explain.h"

/* C converts operands that are narrower than an int to int: the cast brings the result back to the
 * width. */
static const char *cast(const struct problem *p)
{
    return p->width == 8 ? "(uint8_t)" : p->width == 16 ? "(uint16_t)" : "";
}

/* ---- and, or, xor, not: in the library they are functions on bitmaps ---- */

/* A number as a bitmap: bit i is bit i % 8 of byte i / 8. */
static void to_bitmap(unsigned char bitmap[8], uint64_t x)
{
    for (unsigned i = 0; i < 8; i++)
        bitmap[i] = (unsigned char)(x >> 8 * i);
}

static uint64_t from_bitmap(const unsigned char bitmap[8])
{
    uint64_t x = 0;
    for (unsigned i = 0; i < 8; i++)
        x |= (uint64_t)bitmap[i] << 8 * i;
    return x;
}

struct logic {
    const char *title;
    const char *verb; /* of the library */
    const char *name;
    char symbol; /* in C */
    const char *rule;
    void (*function)(void *dst, const void *a, const void *b, size_t nbits);
};

static void explain_logic(const struct problem *p, struct answer *answer, const struct logic *l,
                          uint64_t worked)
{
    unsigned char x[8], y[8], z[8] = {0};
    printf("%s: z = x %s y, for x = %" PRIu64 " and y = %" PRIu64 ".\n", l->title, l->name, p->x,
           p->y);
    sheet_intro(p->width);
    printf("1. Each place is worked out alone, nothing is carried to the next one.\n"
           "   %s (in C: %c) gives %s.\n",
           l->name, l->symbol, l->rule);
    sheet_places(p->width);
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, p->y, "y");
    sheet_rule(p->width, l->name);
    sheet_row(p->width, worked, "z");

    to_bitmap(x, p->x);
    to_bitmap(y, p->y);
    l->function(z, x, y, p->width);
    answer->worked = worked;
    answer->library = from_bitmap(z);
    snprintf(answer->c, sizeof answer->c, "z = x %c y", l->symbol);
    snprintf(answer->call, sizeof answer->call, "bmill_bits_%s(&z, &x, &y, %u): z", l->verb,
             p->width);
}

void explain_and(const struct problem *p, struct answer *answer)
{
    static const struct logic l = {"What two numbers have in common",    "and",         "AND", '&',
                                   "1 only if both bits above it are 1", bmill_bits_and};
    explain_logic(p, answer, &l, p->x & p->y);
}

void explain_or(const struct problem *p, struct answer *answer)
{
    static const struct logic l = {"Two numbers put together",
                                   "or",
                                   "OR",
                                   '|',
                                   "1 if at least one of the two bits above it is 1",
                                   bmill_bits_or};
    explain_logic(p, answer, &l, p->x | p->y);
}

void explain_xor(const struct problem *p, struct answer *answer)
{
    static const struct logic l = {"Where two numbers differ",
                                   "xor",
                                   "XOR",
                                   '^',
                                   "1 if the two bits above it are different",
                                   bmill_bits_xor};
    explain_logic(p, answer, &l, p->x ^ p->y);
}

void explain_not(const struct problem *p, struct answer *answer)
{
    unsigned char x[8], z[8] = {0};
    uint64_t worked = cut(p->width, ~p->x);
    printf("Every bit the other way round: z = NOT x, for x = %" PRIu64 ".\n", p->x);
    sheet_intro(p->width);
    printf("1. NOT (in C: ~) gives 0 if the bit above it is 1, and 1 if it is 0.\n");
    sheet_places(p->width);
    sheet_row(p->width, p->x, "x");
    sheet_rule(p->width, "NOT");
    sheet_row(p->width, worked, "z");

    to_bitmap(x, p->x);
    bmill_bits_not(z, x, p->width);
    answer->worked = worked;
    answer->library = from_bitmap(z);
    snprintf(answer->c, sizeof answer->c, "z = %s~x", cast(p));
    snprintf(answer->call, sizeof answer->call, "bmill_bits_not(&z, &x, %u): z", p->width);
}

/* ---- shl, shr ---- */

/* The library has no function for shifts, because C has an operator: there is nothing to compare
 * with. */
static void answer_shift(const struct problem *p, struct answer *answer, const char *symbol,
                         uint64_t worked)
{
    answer->worked = answer->library = worked;
    snprintf(answer->c, sizeof answer->c, "%s(x %s %u)", cast(p), symbol, p->i);
}

void explain_shl(const struct problem *p, struct answer *answer)
{
    uint64_t worked = cut(p->width, p->x << p->i);
    printf("Shift x = %" PRIu64 " left by %u.\n", p->x, p->i);
    sheet_intro(p->width);
    printf("1. Shifting left (in C: <<) moves every bit %u place%s to the left. Zeros fill the "
           "right.\n"
           "   What leaves on the left is lost.\n",
           p->i, plural(p->i));
    sheet_places(p->width);
    sheet_row(p->width, p->x, "x");
    sheet_rule(p->width, "SHIFT");
    sheet_row(p->width, worked, "x << %u", p->i);
    printf("A place is worth twice the place to its right. So x is doubled %u time%s%s.\n", p->i,
           plural(p->i), worked >> p->i == p->x ? "" : ", but here a 1 was lost");
    answer_shift(p, answer, "<<", worked);
}

void explain_shr(const struct problem *p, struct answer *answer)
{
    uint64_t worked = p->x >> p->i;
    printf("Shift x = %" PRIu64 " right by %u.\n", p->x, p->i);
    sheet_intro(p->width);
    printf("1. Shifting right (in C: >>) moves every bit %u place%s to the right. Zeros fill the "
           "left.\n"
           "   What leaves on the right is lost.\n",
           p->i, plural(p->i));
    sheet_places(p->width);
    sheet_row(p->width, p->x, "x");
    sheet_rule(p->width, "SHIFT");
    sheet_row(p->width, worked, "x >> %u", p->i);
    printf("A place is worth half the place to its left. So x is halved %u time%s%s.\n", p->i,
           plural(p->i), worked << p->i == p->x ? "" : ", and the rest is dropped");
    answer_shift(p, answer, ">>", worked);
}

/* ---- questions about the whole number ---- */

static void call_with_x(const struct problem *p, struct answer *answer, const char *verb)
{
    snprintf(answer->call, sizeof answer->call, "bmill_%s_u%u(%" PRIu64 ")", verb, p->width, p->x);
}

/* Step 3 of is-pow2, where `changed` is x ^ (x - 1). */
static void compare_changed(const struct problem *p, uint64_t changed, uint64_t minus1)
{
    printf("3. Compare: is %" PRIu64 " greater than x - 1 = %" PRIu64 "? %s.\n", changed, minus1,
           changed > minus1 ? "Yes" : "No");
    if (p->x == 0)
        printf(
            "   Every place has changed, so all bits of both numbers are 1: neither is greater.\n"
            "   0 has no 1 at all, so it is not a power of two.\n");
    else if (changed > minus1)
        printf("   The XOR has one 1 more than x - 1: the rightmost 1 of x. If x had another 1 "
               "further\n"
               "   left, x - 1 would have it too and be greater. So x is a power of two.\n");
    else
        printf("   x has another 1 further left. It did not change: x - 1 has it, and the XOR has "
               "not,\n"
               "   so x - 1 is greater. So x is not a power of two.\n");
}

void explain_is_pow2(const struct problem *p, struct answer *answer)
{
    uint64_t minus1 = cut(p->width, p->x - 1);
    uint64_t changed = p->x ^ minus1;
    printf("Is x = %" PRIu64
           " a power of two (1, 2, 4, 8, ...)? Such a number has exactly one 1.\n",
           p->x);
    sheet_intro(p->width);
    printf("1. Subtract 1. %s\n",
           p->x ? "The rightmost 1 becomes 0, and the zeros to its right become 1."
                : "0 has no 1 to take away: it wraps around to the largest number, all bits 1.");
    sheet_places(p->width);
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, minus1, "x - 1");
    printf("2. XOR (in C: ^) gives 1 if the two bits above it are different.\n"
           "   So it marks the places that have changed.\n");
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, minus1, "x - 1");
    sheet_rule(p->width, "XOR");
    sheet_row(p->width, changed, "x ^ (x - 1)");
    compare_changed(p, changed, minus1);

    answer->worked = changed > minus1;
    answer->library = BY_WIDTH(p->width, bmill_is_pow2, p->x);
    answer->yes_no = true;
    snprintf(answer->c, sizeof answer->c, "(x ^ (x - 1)) > x - 1");
    call_with_x(p, answer, "is_pow2");
}

/* Folds the number until one bit is left, adding each step to the C expression. */
static uint64_t fold(const struct problem *p, struct answer *answer)
{
    uint64_t x = p->x;
    size_t length = 0;
    for (unsigned half = p->width / 2; half > 0; half /= 2) {
        char note[64] = "XOR: now place 0 tells";
        if (half > 1)
            snprintf(note, sizeof note, "XOR: now the %u places on the right tell", half);
        sheet_row(p->width, x >> half, "x >> %u", half);
        sheet_rule(p->width, note);
        x ^= x >> half;
        sheet_row(p->width, x, "x");
        length +=
            (size_t)snprintf(answer->c + length, sizeof answer->c - length, "x ^= x>>%u, ", half);
    }
    snprintf(answer->c + length, sizeof answer->c - length, "x&1");
    return x;
}

void explain_parity(const struct problem *p, struct answer *answer)
{
    printf("Is the number of 1 bits in x = %" PRIu64
           " odd? This is its parity: 1 if odd, 0 if even.\n",
           p->x);
    sheet_intro(p->width);
    printf(
        "1. Fold x: shift it right by half its length, so that its left half lies below its right\n"
        "   half. XOR (in C: ^) gives 1 if the two bits above it are different. Two 1 bits\n"
        "   that meet give 0. That is two fewer: odd stays odd, even stays even.\n"
        "   Then fold the right half in the same way, until place 0 alone is left.\n");
    sheet_places(p->width);
    sheet_row(p->width, p->x, "x");
    uint64_t folded = fold(p, answer);
    printf("2. Keep place 0 alone. AND (in C: &) gives 1 only if both bits above it are 1.\n");
    sheet_row(p->width, 1, "1");
    sheet_rule(p->width, "AND");
    sheet_row(p->width, folded & 1, "parity");

    answer->worked = folded & 1;
    answer->library = BY_WIDTH(p->width, bmill_parity, p->x);
    answer->yes_no = true;
    call_with_x(p, answer, "parity");
}
