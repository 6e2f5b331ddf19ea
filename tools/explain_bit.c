/* explain_bit.c: the operations on a single bit, step by step. */
#include "explain.h"

/* Step 1 of most operations: a 1 in place i alone. */
static uint64_t make_mask(const struct problem *p)
{
    uint64_t mask = UINT64_C(1) << p->i;
    printf("1. Make a mask. A mask is a number that marks the places we want to change.\n"
           "   Shift 1 left by %u (in C: 1 << %u): its bits move %u place%s to the left.\n",
           p->i, p->i, p->i, plural(p->i));
    sheet_places(p->width);
    sheet_row(p->width, 1, "1");
    sheet_row(p->width, mask, "mask");
    return mask;
}

static uint64_t invert_mask(const struct problem *p, uint64_t mask)
{
    uint64_t inverted = cut(p->width, ~mask);
    printf("2. Invert the mask (NOT, in C: ~): each 0 becomes 1, and each 1 becomes 0.\n");
    sheet_row(p->width, inverted, "~mask");
    return inverted;
}

/* The number `n` as an unsigned C constant of at least the width. */
static const char *constant(const struct problem *p, unsigned n)
{
    if (p->width == 64)
        return n ? "UINT64_C(1)" : "UINT64_C(0)";
    return n ? "1u" : "0u";
}

/* The call of a helper with x and the index. */
static void call_with_index(const struct problem *p, struct answer *answer, const char *verb)
{
    snprintf(answer->call, sizeof answer->call, "bmill_%s_u%u(%" PRIu64 ", %u)", verb, p->width,
             p->x, p->i);
}

void explain_set(const struct problem *p, struct answer *answer)
{
    printf("Set bit %u of x = %" PRIu64 ": make it 1. No other bit changes.\n", p->i, p->x);
    sheet_intro(p->width);
    uint64_t mask = make_mask(p);
    printf("2. OR (in C: |) gives 1 if at least one of the two bits above it is 1.\n"
           "   Where the mask has 1, the result is 1. Where it has 0, the bit of x stays.\n");
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, mask, "mask");
    sheet_rule(p->width, "OR");
    sheet_row(p->width, p->x | mask, "x | mask");

    answer->worked = p->x | mask;
    answer->library = BY_WIDTH(p->width, bmill_set, p->x, p->i);
    snprintf(answer->c, sizeof answer->c, "x | (%s << %u)", constant(p, 1), p->i);
    call_with_index(p, answer, "set");
}

void explain_clear(const struct problem *p, struct answer *answer)
{
    printf("Clear bit %u of x = %" PRIu64 ": make it 0. No other bit changes.\n", p->i, p->x);
    sheet_intro(p->width);
    uint64_t inverted = invert_mask(p, make_mask(p));
    printf("3. AND (in C: &) gives 1 only if both bits above it are 1.\n"
           "   Where ~mask has 0, the result is 0. Where it has 1, the bit of x stays.\n");
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, inverted, "~mask");
    sheet_rule(p->width, "AND");
    sheet_row(p->width, p->x & inverted, "x & ~mask");

    answer->worked = p->x & inverted;
    answer->library = BY_WIDTH(p->width, bmill_clear, p->x, p->i);
    snprintf(answer->c, sizeof answer->c, "x & ~(%s << %u)", constant(p, 1), p->i);
    call_with_index(p, answer, "clear");
}

void explain_flip(const struct problem *p, struct answer *answer)
{
    printf("Flip bit %u of x = %" PRIu64 ": 0 becomes 1, and 1 becomes 0. No other bit changes.\n",
           p->i, p->x);
    sheet_intro(p->width);
    uint64_t mask = make_mask(p);
    printf("2. XOR (in C: ^) gives 1 if the two bits above it are different.\n"
           "   Where the mask has 1, the bit of x is flipped. Where it has 0, the bit stays.\n");
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, mask, "mask");
    sheet_rule(p->width, "XOR");
    sheet_row(p->width, p->x ^ mask, "x ^ mask");

    answer->worked = p->x ^ mask;
    answer->library = BY_WIDTH(p->width, bmill_flip, p->x, p->i);
    snprintf(answer->c, sizeof answer->c, "x ^ (%s << %u)", constant(p, 1), p->i);
    call_with_index(p, answer, "flip");
}

/* Steps 3 to 5 of modify: from the inverted mask to the result. */
static uint64_t put_state(const struct problem *p, uint64_t inverted)
{
    uint64_t cleared = p->x & inverted;
    uint64_t state = (uint64_t)p->state << p->i;
    printf("3. Clear the place first. AND (in C: &) gives 1 only if both bits above it are 1.\n");
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, inverted, "~mask");
    sheet_rule(p->width, "AND");
    sheet_row(p->width, cleared, "x & ~mask");
    printf("4. Shift the state left by %u too. That brings it to the same place.\n", p->i);
    sheet_row(p->width, state, "%u << %u", p->state, p->i);
    printf("5. Put it there. OR (in C: |) gives 1 if at least one of the two bits above is 1.\n");
    sheet_row(p->width, cleared, "x & ~mask");
    sheet_row(p->width, state, "%u << %u", p->state, p->i);
    sheet_rule(p->width, "OR");
    sheet_row(p->width, cleared | state, "result");
    return cleared | state;
}

void explain_modify(const struct problem *p, struct answer *answer)
{
    printf("Modify bit %u of x = %" PRIu64 ": give it the state %u. No other bit changes.\n", p->i,
           p->x, p->state);
    sheet_intro(p->width);
    answer->worked = put_state(p, invert_mask(p, make_mask(p)));
    answer->library = BY_WIDTH(p->width, bmill_modify, p->x, p->i, p->state != 0);
    snprintf(answer->c, sizeof answer->c, "(x & ~(%s << %u)) | (%s << %u)", constant(p, 1), p->i,
             constant(p, p->state), p->i);
    snprintf(answer->call, sizeof answer->call, "bmill_modify_u%u(%" PRIu64 ", %u, %u)", p->width,
             p->x, p->i, p->state);
}

void explain_is_set(const struct problem *p, struct answer *answer)
{
    uint64_t shifted = p->x >> p->i;
    printf("Is bit %u of x = %" PRIu64 " set? A bit is set if it is 1.\n", p->i, p->x);
    sheet_intro(p->width);
    printf("1. Shift x right by %u (in C: x >> %u): its bits move %u place%s to the right.\n"
           "   What leaves on the right is lost. The bit we ask for is now in place 0.\n",
           p->i, p->i, p->i, plural(p->i));
    sheet_places(p->width);
    sheet_row(p->width, p->x, "x");
    sheet_row(p->width, shifted, "x >> %u", p->i);
    printf("2. Keep place 0 alone. A mask is a number that marks places: 1 marks place 0.\n"
           "   AND (in C: &) gives 1 only if both bits above it are 1.\n");
    sheet_row(p->width, shifted, "x >> %u", p->i);
    sheet_row(p->width, 1, "mask");
    sheet_rule(p->width, "AND");
    sheet_row(p->width, shifted & 1, "result");
    printf("The result is %u, so bit %u of x is %s.\n", shifted & 1 ? 1 : 0, p->i,
           shifted & 1 ? "set" : "not set");

    answer->worked = shifted & 1;
    answer->library = BY_WIDTH(p->width, bmill_is_set, p->x, p->i);
    answer->yes_no = true;
    snprintf(answer->c, sizeof answer->c, "(x >> %u) & 1", p->i);
    call_with_index(p, answer, "is_set");
}
