/* bench.h: what the files of the benchmark program share. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "shim.h"
#include "tables/shapes.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- buffers.c ---- */

/* The memory of all benchmarks: bitmaps of the largest size in use. */
struct buffers {
    unsigned char *dst, *a, *b, *c;
};

/* The contents of a and b: one byte repeated (0 to 255), random bytes (RANDOM), or random bits with
 * one 1 bit in N (-N). c is always random. */
enum { RANDOM = -1 };
struct content {
    int a, b;
};

/* Room for bitmaps of up to max_bytes. No memory: prints that and exits. */
const struct buffers *new_buffers(size_t max_bytes);

/* Fills the first nbytes of a and b, a multiple of 8, unless they have these contents already. */
void fill_buffers(const struct buffers *m, struct content wanted, size_t nbytes);

/* ---- bits/operations.c: the columns of ops.def that a benchmark needs ---- */

/* A function for each row of ops.def, by its name; NULL where there is none. */
struct functions {
#define BMILL_OP(name, shape, bit, vector, summary) \
    BMILL_RESULT(shape)(*name) BMILL_PARAMETERS(shape);
#include "tables/ops.def"
};

/* An operation. `functions` are the library's, or others with the same signatures. */
struct op {
    const char *name;
    enum bmill_kind kind; /* see shapes.h */
    size_t inputs;        /* number of input bitmaps */

    /* The expression of ops.def. */
    unsigned (*bits)(unsigned a, unsigned b);
    /* Whether there is such a function. */
    bool (*exists)(const struct functions *functions);
    /* Calls it n times. Result: what the last call returned; 0 if it returns nothing. */
    size_t (*repeat)(uint64_t n, const struct functions *functions, const struct buffers *m,
                     size_t nbits);
};

/* Whether it has a dst. */
static inline bool op_stores(const struct op *op)
{
    return op->kind == KIND_MAP || op->kind == KIND_WITH;
}

enum {
#define BMILL_OP(name, shape, bit, vector, summary) OP_##name,
#include "tables/ops.def"
    OPS /* how many */
};
extern const struct op ops[OPS];

/* The contents on which the operation is measured. */
struct content op_content(const struct op *op);

/* ---- verify.c ---- */

/* An operation at a size, and the right result there. Slow to compute, so it is kept. */
struct task {
    const struct op *op;
    size_t nbytes;
    struct right {
        bool known;
        size_t value;
    } quiet, loud; /* for the measured content; for content with a hit in its last byte */
};

/* Compares the result of a function with the expression of ops.def, bit by bit. The buffers must be
 * filled. Result: NULL, or the reason why the function is wrong. */
const char *verify(struct task *task, const struct functions *functions, const struct buffers *m);

/* ---- bits/<topic>.c, compiled with -O3 -march=native: functions that have no row in ops.def ----
 */

/* An operation done by the library, and by the loop that a C programmer would write. Both may read
 * the first nbytes of m->a, m->b and m->c and write those of m->dst. Their results, and dst
 * afterwards, must be equal. `nbytes`, a multiple of 8, is the size of the larger side, input or
 * output. */
struct work {
    const char *name;
    struct content content;
    size_t streams; /* the bytes reported are nbytes times this */
    size_t (*ours)(const struct buffers *m, size_t nbytes);
    size_t (*plain)(const struct buffers *m, size_t nbytes);
};

/* Each ends with a row without a name. */
extern const struct work works_filter[], works_index[], works_interleave[], works_iterate[],
    works_many[], works_matrix[], works_move[], works_pack[], works_pext[], works_positional[],
    works_random[], works_range[], works_search[], works_select[], works_ternary[], works_text[],
    works_values[];

/* All of them; NULL ends the list. */
extern const struct work *const works[];

/* Functions whose branches depend on the bits. The branch predictor learns a short bitmap that is
 * the same in each call. So each call reads another piece of the NEW_BYTES to which m->a points.
 * Only sizes with at least FEWEST_PIECES pieces are measured. */
enum { NEW_BYTES = 1 << 20, FEWEST_PIECES = 32 };
extern const struct work works_index_new[], works_iterate_new[];
extern const struct work *const works_new[];

/* ---- plain.c, compiled three times ---- */

extern const struct functions plain_O3, plain_native, plain_words;

/* ---- limits.c ---- */

/* A pass over memory. It returns a value only so that the compiler cannot leave it out. */
struct limit {
    const char *name;
    size_t streams; /* the bytes reported are nbytes times this */
    size_t (*pass)(void *dst, const void *a, const void *b, size_t nbytes);
};

enum { LIMITS = 4 };
extern const struct limit limits[LIMITS];

#endif
