/* thresholds.h: that of lib/tables, with variables: see movable.h. */
#ifndef BENCH_THRESHOLDS_H
#define BENCH_THRESHOLDS_H

#include "../../../lib/tables/thresholds.h"
#include "../movable.h"

#define ALIGN_BYTES bench_movable.align_bytes
/* Of three bitmaps together. */
#define STREAM_LEAST_BYTES    (3 * bench_movable.stream_bytes)
#define STREAM_UNKNOWN_BYTES  (3 * bench_movable.stream_bytes)
#define NEXT_WORDS_BITS       bench_movable.next_words_bits
#define SIMILARITY_BLOCK_BITS bench_movable.similarity_block_bits
#define FILL_BYTES            bench_movable.fill_bytes
#define COPY_LOOP_BYTES       bench_movable.copy_loop_bytes
#define COPY_LOOP_MOST_BYTES  bench_movable.copy_loop_most_bytes
#define LONG_RUN              bench_movable.long_run
#define ROTATE_BLOCK_BITS     bench_movable.rotate_block_bits
#define ROTATE_BLOCK_BYTES    BENCH_MOST_ROTATE_BYTES

#endif
