/* stream.c: see stream.h. */
#include "kernels/stream.h"
#include "tables/thresholds.h"

#ifndef BMILL_ONE_ISA

bmill_atomic bmill_stream_kib = STREAM_UNKNOWN_BYTES / 1024;

void bmill_stream_set(unsigned cache_kib)
{
    unsigned kib = cache_kib / 2;
    if (cache_kib == 0)
        return;
    if (kib < STREAM_LEAST_BYTES / 1024)
        kib = STREAM_LEAST_BYTES / 1024;
    if (kib > STREAM_MOST_BYTES / 1024)
        kib = STREAM_MOST_BYTES / 1024;
    bmill_store(&bmill_stream_kib, kib);
}

#endif
