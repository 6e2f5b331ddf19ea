/* stream.c: see stream.h. */
#include "kernels/stream.h"
#include "tables/thresholds.h"

atomic_uint bmill_stream_kib = STREAM_UNKNOWN_BYTES / 1024;

void bmill_stream_set(unsigned cache_kib)
{
    unsigned kib = cache_kib / 2;
    if (cache_kib == 0)
        return;
    if (kib < STREAM_LEAST_BYTES / 1024)
        kib = STREAM_LEAST_BYTES / 1024;
    if (kib > STREAM_MOST_BYTES / 1024)
        kib = STREAM_MOST_BYTES / 1024;
    atomic_store_explicit(&bmill_stream_kib, kib, memory_order_relaxed);
}
