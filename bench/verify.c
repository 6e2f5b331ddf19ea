/* verify.c: compares results before anything is timed, so that no time is reported for a wrong
 * function. */
#include "bench.h"

#include <string.h>

/* The right result, bit by bit, from the definition of the operation. */
static size_t right_value(const struct op *op, const struct buffers *m, size_t nbytes)
{
    size_t ones = 0, first = 8 * nbytes, last = first;
    for (size_t i = 0; i < nbytes; i++) {
        unsigned byte = op->bits(m->a[i], m->b[i]) & 0xff;
        for (size_t k = 0; byte >> k; k++)
            if (byte >> k & 1) {
                last = 8 * i + k;
                if (ones++ == 0)
                    first = last;
            }
    }
    switch (op->kind) {
    case KIND_WITH:
    case KIND_COUNT:
        return ones;
    case KIND_ANY:
        return ones != 0;
    case KIND_NONE:
        return ones == 0;
    case KIND_FIND:
        return first;
    case KIND_LAST:
        return last;
    case KIND_MAP:
        break;
    }
    return 0; /* a MAP returns nothing */
}

static bool right_dst(const struct op *op, const struct buffers *m, size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i++)
        if (m->dst[i] != (op->bits(m->a[i], m->b[i]) & 0xff))
            return false;
    return true;
}

static bool is_right(const struct task *task, struct right *right,
                     const struct functions *functions, const struct buffers *m)
{
    size_t value;
    memset(m->dst, 0x5c, task->nbytes); /* no result of another function stays there */
    value = task->op->repeat(1, functions, m, 8 * task->nbytes);
    if (op_stores(task->op) && !right_dst(task->op, m, task->nbytes))
        return false;
    if (task->op->kind == KIND_MAP)
        return true;
    if (!right->known)
        *right = (struct right){true, right_value(task->op, m, task->nbytes)};
    return value == right->value;
}

/* A byte of a for which the expression is not 0, for the given byte of b. */
static unsigned char loud_byte(const struct op *op, unsigned b)
{
    unsigned a = 0;
    while (a < 0xff && !(op->bits(a, b) & 0xff))
        a++;
    return (unsigned char)a;
}

const char *verify(struct task *task, const struct functions *functions, const struct buffers *m)
{
    size_t end = task->op->kind == KIND_LAST ? 0 : task->nbytes - 1; /* the byte read last */
    unsigned char quiet = m->a[end];
    bool right;
    if (!is_right(task, &task->quiet, functions, m))
        return "wrong result";
    if (op_stores(task->op) || task->op->kind == KIND_COUNT)
        return NULL;
    /* "Nothing found" may come from a function that looked at nothing: let there be something at
     * the very end. */
    m->a[end] = loud_byte(task->op, m->b[end]);
    right = is_right(task, &task->loud, functions, m);
    m->a[end] = quiet;
    return right ? NULL : "wrong result if only the byte looked at last has a hit";
}
