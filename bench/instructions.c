/* instructions.c: the calls whose instructions script/kernel_instructions counts, under an emulator
 * that lists each instruction with its function: each operation of operations.def once and twice,
 * between marks. Prints a line for each pair of counts, in that order: size in bytes and name.
 */
#include "bench.h"

#include <stdio.h>
#include <string.h>

void mark(void);
__attribute__((noinline)) void mark(void) { __asm__ volatile("" : : : "memory"); }

static const struct peer *library;
void add_peer(struct peer *peer) { library = peer; }

static void count(const struct operation *op, size_t nbytes)
{
    /* As for latency, so that not more than one call's bits are made. */
    const struct cell cell = {op, nbytes, ALIGNED, RANDOM, true, false, 1};
    const struct walk walk = {false, 0, 1};
    const struct entry *entry = library->table;
    struct operands m = fill_buffers(&cell);
    while (strcmp(entry->operation, op->name) != 0)
        entry++;
    bench_use(entry->repeat(1, &m, &walk)); /* finds out what is found out in the first call */
    printf("%zu %s\n", nbytes, op->name);
    mark();
    bench_use(entry->repeat(1, &m, &walk));
    mark();
    bench_use(entry->repeat(2, &m, &walk));
    mark();
}

int main(void)
{
    static const size_t sizes[] = {64, 4096};
    size_t n;
    const struct operation *operations = all_operations(&n);
    new_buffers(sizes[1]);
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++)
        for (size_t i = 0; i < n; i++)
            if (operations[i].a != SETS && operation_takes(&operations[i], sizes[s]))
                count(&operations[i], sizes[s]);
    return 0;
}
