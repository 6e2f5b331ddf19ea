/* movable.h: the thresholds that bench_thresholds moves while it runs. The library is compiled anew
 * with this folder before lib/ in the include path: the headers here include those of lib/ of the
 * same name, and make of each of these constants a variable. */
#ifndef BENCH_MOVABLE_H
#define BENCH_MOVABLE_H

#include <stddef.h>

extern struct bench_movable {
    size_t align_bytes, stream_bytes, count_by_adders_bytes, next_words_bits, similarity_block_bits,
        fill_bytes, long_run, fewest_lines, memmove_bytes, copy_loop_bytes, copy_loop_most_bytes,
        rotate_block_bits, quick_bits;
} bench_movable;

/* A rotation in place is tried with blocks of up to this many bytes. */
enum { BENCH_MOST_ROTATE_BYTES = 1 << 16 };

#endif
