/* bench.h: what the files of the program bench_bits share. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "peers/peer.h"

/* ---- operations.c: operations.def as an array ---- */

/* What a buffer contains: one byte, repeated, 0 to 255, or one of these. -N: one bit in N is 1. */
enum content {
    RANDOM = -2,   /* one bit in two */
    DENSITY = 256, /* as the cell says */
    NINE_IN_10,
    CLUSTERS,   /* runs of 1 bits and of 0 bits, 1 to 127 long */
    SORTED,     /* half of the bits, all 0, then all 1, as a comparison with sorted values gives */
    REAL_WORDS, /* bitmaps as they occur: a family of lists.c */
    REAL_BYTES,
    REAL_PRIMES,
    REAL_LOG,
    GIVEN_LISTS,  /* that of --lists */
    ZERO_BYTES,   /* random bytes, half of them 0 */
    LIST,         /* nbytes / 4 numbers of 32 bits: any positions in the bitmap */
    LIST_SORTED,  /* ascending ones */
    LIST_IN_RUNS, /* ascending, in runs of 1 to 8 */
    LIST_OF_RUNS, /* pairs: first and count, 1 to 8 */
    HEX,          /* digits */
    BINARY,
    SETS /* all bitmaps of a family, one after the other */
};
#define ONE_IN(n) (-(n))

enum result {
    NOTHING,
    WHOLE,
    HALF,
    EIGHTH,
    THIRTY_SECOND, /* of nbytes */
    BIT_FOR_1,
    BIT_FOR_2,
    BIT_FOR_4,
    BIT_FOR_8, /* a bit for each n bytes */
    BITS,
    U8S,
    U16S,
    U32S,
    U64S,
    PAIRS /* as many as the function returns */
};

enum flags {
    FRESH = 1,
    LATENCY = 2,
    FIRST = 4,
    KEEPS = 8,
    SMALL = 16,
    WORDS = 32,
    LINES = 64,
    SQUARES = 128,
    POWERS = 256,
    SPLITS = 512
};

struct operation {
    const char *name;
    int a, b; /* enum content, or a byte */
    size_t streams;
    enum result result;
    unsigned flags;
};

/* All of them, and their number. */
const struct operation *all_operations(size_t *count);

/* Whether the operation is measured at this size. */
bool operation_takes(const struct operation *op, size_t nbytes);

/* How many bits of dst are its result, given what it returned. */
size_t result_bits(const struct operation *op, size_t nbytes, size_t value);

/* How many bytes of dst it may write. */
size_t result_room(const struct operation *op, size_t nbytes);

/* ---- Cells ---- */

enum offset { ALIGNED, BYTE_OFF, BIT_OFF };

struct cell {
    const struct operation *op;
    size_t nbytes;
    enum offset offset;
    int density; /* what DENSITY stands for */
    bool latency;
    bool cold;      /* each call at another place in memory that no cache holds */
    size_t threads; /* 1: the one that all else runs in */
};

/* ---- lists.c ---- */

/* Sets, each a sorted list of numbers, and a bitmap of nbytes, a multiple of 8. */
struct family {
    const char *name;
    size_t sets, nbytes;
    uint32_t **lists;
    size_t *lengths;
};

/* The family that a content stands for. NULL: it is no family, or not on this machine. */
const struct family *family_of(int content);

/* A directory with a file for each set. Exits with 2 if it has none, or they are not sorted. */
struct family *family_of_directory(const char *path);

/* Makes it the one that GIVEN_LISTS stands for. */
void use_family(struct family *family);

/* Writes a bitmap of one of its sets. */
void put_set(unsigned char *bits, const struct family *family, size_t set);

/* ---- buffers.c ---- */

/* Room for bitmaps of up to max_bytes. No memory: prints that and exits. */
void new_buffers(size_t max_bytes);

/* The same for the bitmaps of all sets of a family. */
void new_family_buffers(const struct family *family);

/* Room for cells that are cold, too: what max_bytes has to be for them. */
size_t cold_bytes(void);

/* Fills them for a cell. Result: what its operation works on. */
struct operands fill_buffers(const struct cell *cell);

/* Where the calls of a cell go. */
struct walk walk_of(const struct cell *cell);

/* ---- threads.c ---- */

/* How many processors this process may use; to be asked before it is pinned to one. */
size_t processors_here(void);

/* The ns that several threads take, each for so many calls on its part. */
double time_threads(repeat_function *repeat, uint64_t calls, const struct operands *m,
                    const struct walk *walk, size_t threads);

/* ---- counters.c ---- */

/* Whether the machine counts cycles and instructions; if not, says why. */
bool open_counters(void);

/* Those of one call. False: there are none. */
bool count_calls(repeat_function *repeat, uint64_t calls, const struct operands *m,
                 const struct walk *walk, double counts[2]);

/* ---- measure.c ---- */

enum { MAX_PEERS = 64, MAX_PASSES = 99 };

/* What a cell came to, of each contender that does it: the first is bitmill, the last ones are
 * limits (peers/limit.c). */
struct contender {
    const struct peer *peer;
    const struct entry *entry;
    uint64_t calls; /* in a pass */
    size_t passes;
    double ns[MAX_PASSES]; /* for one call, in each pass */
    double median;
    double cycles, instructions; /* of one call; 0 where nothing counts them */
    double ratio, spread;        /* its ns to those of bitmill in the same pass: median, half of the
                                  * distance between the quartiles */
};
struct measured {
    size_t n, limits; /* without limits; those */
    struct contender contenders[MAX_PEERS];
    const char *wrong; /* the peer that computes something else than bitmill, or NULL */
};

/* Chooses the contenders that do the cell, and verifies them. Result: whether all are right. */
bool verify_cell(const struct cell *cell, const struct peer *peers, struct measured *result);

/* Then: measures them. */
void measure_cell(const struct cell *cell, struct measured *result, size_t passes, double batch_ns);

#endif
