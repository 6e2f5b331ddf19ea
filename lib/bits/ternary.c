/* ternary.c: functions of three bitmaps: those of bitmill/bits/ternary.h. There are kernels for the
 * 80 functions of ternary.def; any other is one of these with its inputs in another order. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "tables/ternary_rows.h"
#include <bitmill/bits/ternary.h>

/* A function of a, b, c: a row of ternary.def, and which of a, b, c (0, 1, 2) its inputs are. */
struct ternary_form {
    unsigned char row, inputs[3];
};

/* The truth table of row(x[p], x[q], x[r]), where x is {a, b, c}. Bit i of a truth table is the
 * result for a = bit 2 of i, b = bit 1, c = bit 0. */
#define INPUT(i, x)                   ((i) >> (2 - (x)) & 1)
#define INDEX(i, p, q, r)             (4 * INPUT(i, p) + 2 * INPUT(i, q) + INPUT(i, r))
#define RESULT_BIT(table, i, p, q, r) (((table) >> INDEX(i, p, q, r) & 1) << (i))
#define RESULT_PAIR(table, i, p, q, r) \
    (RESULT_BIT(table, i, p, q, r) | RESULT_BIT(table, (i) + 1, p, q, r))
#define TABLE(table, p, q, r)                                          \
    (RESULT_PAIR(table, 0, p, q, r) | RESULT_PAIR(table, 2, p, q, r) | \
     RESULT_PAIR(table, 4, p, q, r) | RESULT_PAIR(table, 6, p, q, r))

/* The functions that a row stands for, by its symmetry. No function is listed twice. */
#define FORM(table, p, q, r) [TABLE(table, p, q, r)] = {BMILL_TERNARY_##table, {p, q, r}},
#define FORMS_ALL(table)     FORM(table, 0, 1, 2)
#define FORMS_BC(table)      FORM(table, 0, 1, 2) FORM(table, 1, 0, 2) FORM(table, 2, 0, 1)
#define FORMS_NONE(table) \
    FORMS_BC(table)       \
    FORM(table, 0, 2, 1) FORM(table, 1, 2, 0) FORM(table, 2, 1, 0)

static const struct ternary_form ternary_forms[256] = {
#define BMILL_TERNARY(table, symmetry, expression) FORMS_##symmetry(table)
#include "tables/ternary.def"
};

void bmill_bits_ternary(void *dst, const void *a, const void *b, const void *c, size_t nbits,
                        unsigned table)
{
    const struct ternary_form *f = &ternary_forms[table & 0xff];
    const void *x[] = {a, b, c};
    KERNEL(ternary)(dst, x[f->inputs[0]], x[f->inputs[1]], x[f->inputs[2]], nbits, f->row);
}

size_t bmill_bits_ternary_count(const void *a, const void *b, const void *c, size_t nbits,
                                unsigned table)
{
    const struct ternary_form *f = &ternary_forms[table & 0xff];
    const void *x[] = {a, b, c};
    return KERNEL(ternary_count)(x[f->inputs[0]], x[f->inputs[1]], x[f->inputs[2]], nbits, f->row);
}

bool bmill_bits_ternary_any(const void *a, const void *b, const void *c, size_t nbits,
                            unsigned table)
{
    const struct ternary_form *f = &ternary_forms[table & 0xff];
    const void *x[] = {a, b, c};
    return KERNEL(ternary_any)(x[f->inputs[0]], x[f->inputs[1]], x[f->inputs[2]], nbits, f->row);
}

void bmill_bits_mux(void *dst, const void *mask, const void *a, const void *b, size_t nbits)
{
    KERNEL(mux)(dst, mask, a, b, nbits);
}

void bmill_bits_majority(void *dst, const void *a, const void *b, const void *c, size_t nbits)
{
    KERNEL(majority)(dst, a, b, c, nbits);
}
