/* primes_mpi.c: how many primes there are up to a number, and what their sum is, by processes on
 * several machines with MPI. It teaches what MPI does with bitmaps: sums of what the processes
 * (ranks) counted, and an operation of our own, the union of bitmaps of which each rank has a part.
 *
 *   mpicc -O2 -pthread primes_mpi.c options.c sieve.c pool.c pool_threads.c pool_processes.c \
 *     -o primes_mpi $(pkg-config --cflags --libs bitmill)
 *   mpirun -n 4 ./primes_mpi --time 1e10
 *   mpirun --hostfile machines --map-by node ./primes_mpi --threads 16 1e10
 *
 * The second command starts four ranks on this machine; the third one starts a rank for each
 * machine of a list, with a pool of 16 threads in it. What it prints does not depend on the number
 * of ranks.
 *
 * Prints:
 *   78498 primes up to 1000000, their sum is 37550402023
 *   the union of all ranks' bitmaps up to 1000000: 78498 primes, the last one is 999983
 */
#include "options.h"
#include "pool.h"
#include "sieve.h"
#include <errno.h>
#include <inttypes.h>
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] = "usage: primes_mpi [--threads N] [--time] [UP_TO]\n";

enum { UNION_UP_TO = 1000000 };

/* What a rank has of the segments: rank, rank + ranks, rank + 2 ranks, and so on. */
struct share {
    const struct sieve *sieve;
    size_t rank, ranks;
};

/* ---- Number and sum ---- */

static void find_primes(const void *shared, size_t item, void *result)
{
    const struct share *share = shared;
    *(struct sieve_sum *)result = sieve_segment(share->sieve, share->rank + item * share->ranks);
}

static void add(void *total, size_t item, const void *result)
{
    uint64_t *count_and_sum = total;
    const struct sieve_sum *sum = result;
    (void)item;
    count_and_sum[0] += sum->count;
    count_and_sum[1] += sum->sum;
}

/* A rank that fails ends all others; else they would wait for its result. */
static _Noreturn void give_up(const struct share *share, const char *message)
{
    fprintf(stderr, "primes_mpi: rank %zu: %s\n", share->rank, message);
    MPI_Abort(MPI_COMM_WORLD, 1);
    exit(1);
}

/* In rank 0, total becomes the number and the sum of what all ranks found. */
static void add_all(const struct options *options, const struct share *share, uint64_t *total)
{
    uint64_t mine[2] = {0, 0};
    struct pool_work work = {find_primes, share, sizeof(struct sieve_sum)};
    struct pool *pool = options->open(&work, options->workers);
    if (!pool)
        give_up(share, strerror(errno));
    size_t items = (share->sieve->segments + share->ranks - 1 - share->rank) / share->ranks;
    if (!pool_map(pool, items, add, mine))
        give_up(share, pool_error(pool));
    pool_close(pool);
    MPI_Reduce(mine, total, 2, MPI_UINT64_T, MPI_SUM, 0, MPI_COMM_WORLD);
}

/* ---- The union of bitmaps ---- */

/* What MPI calls to combine `n` elements. An element is a whole bitmap, so that MPI never cuts one
 * into pieces and the library works on all of it at once. */
static void unite(void *in, void *inout, int *n, MPI_Datatype *bitmap)
{
    int size;
    MPI_Type_size(*bitmap, &size);
    size_t nbits = 8 * (size_t)size * (size_t)*n;
    bmill_bits_or(inout, inout, in, nbits);
}

/* Bit p of `primes` becomes 1 for the primes p of the rank's part: classes rank, rank + ranks ...
 * of the numbers modulo 30. */
static void find_part(const struct share *share, unsigned char *primes, uint64_t up_to)
{
    static struct sieve_work work;
    for (unsigned p = 2; p <= 5 && p <= up_to; p += p == 2 ? 1 : 2)
        bmill_bits_set(primes, p);
    sieve_begin(share->sieve, &work, 0);
    for (size_t c = share->rank; c < SIEVE_CLASSES; c += share->ranks) {
        size_t nbits = sieve_class(share->sieve, &work, (unsigned)c);
        BMILL_FOR_EACH_SET (k, work.bits, nbits) {
            if (30 * k + sieve_residue[c] > up_to)
                break;
            bmill_bits_set(primes, 30 * k + sieve_residue[c]);
        }
    }
}

static void find_union(const struct share *share, uint64_t up_to, unsigned char *all)
{
    static unsigned char mine[BMILL_BYTES(UNION_UP_TO + 1)];
    MPI_Datatype bitmap;
    MPI_Op operation;
    find_part(share, mine, up_to);
    MPI_Type_contiguous((int)sizeof mine, MPI_BYTE, &bitmap);
    MPI_Type_commit(&bitmap);
    MPI_Op_create(unite, 1, &operation); /* 1: the order of the operands does not matter */
    MPI_Reduce(mine, all, 1, bitmap, operation, 0, MPI_COMM_WORLD);
    MPI_Op_free(&operation);
    MPI_Type_free(&bitmap);
}

/* ---- The program ---- */

static void print(const struct options *options, const uint64_t *total, double seconds)
{
    printf("%" PRIu64 " prime%s up to %" PRIu64 ", their sum is %" PRIu64 "\n", total[0],
           total[0] == 1 ? "" : "s", options->up_to, total[1]);
    if (options->time)
        printf("%.3f seconds\n", seconds);
}

static void print_union(const unsigned char *primes, uint64_t up_to)
{
    size_t nbits = (size_t)up_to + 1, last = bmill_bits_find_last_set(primes, nbits);
    size_t count = bmill_bits_count(primes, nbits);
    printf("the union of all ranks' bitmaps up to %" PRIu64 ": %zu prime%s", up_to, count,
           count == 1 ? "" : "s");
    if (last < nbits)
        printf(", the last one is %zu", last);
    printf("\n");
}

static int run(const struct options *options, struct share *share)
{
    static struct sieve sieve;
    static unsigned char all[BMILL_BYTES(UNION_UP_TO + 1)];
    uint64_t total[2] = {0, 0}, union_up_to = options->up_to;
    if (union_up_to > UNION_UP_TO)
        union_up_to = UNION_UP_TO;
    double start = MPI_Wtime();
    if (!sieve_open(&sieve, options->up_to))
        give_up(share, "no memory for the sieve");
    share->sieve = &sieve;
    add_all(options, share, total);
    double seconds = MPI_Wtime() - start;
    find_union(share, union_up_to, all);
    sieve_close(&sieve);
    if (share->rank != 0)
        return 0;
    print(options, total, seconds);
    print_union(all, union_up_to);
    return fflush(stdout) != 0;
}

int main(int argc, char **argv)
{
    int rank, ranks, provided, status = 2;
    struct options options;
    /* Only the main thread calls MPI. */
    MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    bool right = options_read(&options, argc, argv);
    /* MPI does not promise that fork() works, and ranks would draw bars over each other. */
    if (right && (options.open == pool_processes || options.progress))
        right = !snprintf(options.error, sizeof options.error,
                          "unknown option '%s': expected --threads, --time or --help",
                          options.progress ? "--progress" : "--processes");
    if (!right && rank == 0)
        fprintf(stderr, "primes_mpi: %s\n", options.error);
    if (right && options.help)
        status = rank == 0 && fputs(usage, stdout) < 0;
    else if (right)
        status = run(&options, &(struct share){NULL, (size_t)rank, (size_t)ranks});
    MPI_Finalize();
    return status;
}
