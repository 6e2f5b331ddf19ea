/* word.c: the helpers of the word layer against the laws: each law with the helper that it is
 * about, at drawn inputs that it asks about. */
#include "fuzz.h"
#include <bitmill/learn/laws/law.h>
#include <bitmill/word.h>

enum { MAX_LAWS = 200, WIDTHS = 4 };
static struct law_row {
    const char *name;
    bmill_law_ law[WIDTHS];
    bmill_law_function_ helper[WIDTHS];
} rows[MAX_LAWS];

static void try_law(const void *row);

struct group fuzz_word[] = {
    {"bmill_law_", rows, sizeof rows[0], 0, try_law, true},
    {0},
};

/* A function for each row of laws/<topic>.h, which adds itself to the table before main. */
#undef BMILL_LAWS_
#define ADD_WIDTH(row, k, name, verb, shape, width)                                             \
    {                                                                                           \
        static bmill_law_shape_##shape##_u##width##_ *const helper = bmill_##verb##_u##width;   \
        const bmill_law_ law = {#name "_u" #width,        width,                                \
                                BMILL_LAW_HAS_##shape##_, bmill_law_call_##shape##_u##width##_, \
                                bmill_want_##verb##_,     bmill_law_asks_##name##_};            \
        row->law[k] = law;                                                                      \
        row->helper[k] = (bmill_law_function_)helper;                                           \
    }
#define BMILL_LAWS_(name_, verb, shape, asked)                     \
    BMILL_LAW_OF_ALL_WIDTHS_(name_, verb, shape, asked)            \
    __attribute__((constructor)) static void add_law_##name_(void) \
    {                                                              \
        struct law_row *row = &rows[fuzz_word->count++];           \
        row->name = #name_;                                        \
        ADD_WIDTH(row, 0, name_, verb, shape, 8)                   \
        ADD_WIDTH(row, 1, name_, verb, shape, 16)                  \
        ADD_WIDTH(row, 2, name_, verb, shape, 32)                  \
        ADD_WIDTH(row, 3, name_, verb, shape, 64)                  \
    }                                                              \
    typedef bmill_law_shape_##shape##_u64_ shape_of_##name_
#include <bitmill/learn/laws.h>

/* Any number, or one with few 1 bits or few runs. */
static uint64_t draw_word(unsigned width)
{
    uint64_t x;
    switch (draw(3)) {
    case 0:
        x = draw(UINT64_MAX);
        break;
    case 1:
        x = UINT64_C(1) << draw(63);
        x |= UINT64_C(1) << draw(63);
        break;
    case 2:
        x = (UINT64_MAX << draw(63)) ^ (UINT64_MAX << draw(63));
        break;
    default:
        x = draw(255);
        x = draw(1) ? x : ~x;
    }
    return x & bmill_law_ones_(width);
}

static unsigned draw_index(unsigned width)
{
    return (unsigned)draw(draw(3) ? width + 1 : UINT32_MAX);
}

static void try_law(const void *row_)
{
    const struct law_row *row = row_;
    size_t k = (size_t)draw(WIDTHS - 1);
    const bmill_law_ *law = &row->law[k];
    bmill_law_input_ in = {law->width, 0, 0, 0, 0, 0};
    in.x = draw_word(in.width);
    in.i = draw_index(in.width);
    in.n = draw_index(in.width);
    in.y = law->arguments & BMILL_LAW_STATE_ ? draw(1) : draw_word(in.width);
    in.z = draw_word(in.width);
    if (!law->asks(&in))
        return;
    note("width", in.width);
    note("x", in.x);
    note("i", in.i);
    note("n", in.n);
    note("y", in.y);
    note("z", in.z);
    expect("the result", law->call(row->helper[k], &in),
           law->want(&in) & bmill_law_ones_(in.width));
}
