/* stream.h: which results are stored non-temporally. All sets of kernels share the answer.
 *
 * The lines of such a result need not be loaded first, but the next load finds them in memory only.
 * So it pays where all bitmaps of a call together are more than the caches keep anyway. Zen 4 with
 * 32 MiB of L3, times without / with: `and` (three bitmaps) of 4 MiB 1.2, 8 MiB 1.8, 32 MiB 1.5;
 * `not` (two) 0.6, 1.1, 1.6; mux (four) 1.3, 1.4, 1.3. If the result is read next, `not` gains from
 * 12 MiB on. */
#ifndef BMILL_KERNELS_STREAM_H
#define BMILL_KERNELS_STREAM_H

#include "tables/thresholds.h"
#include <stdbool.h>
#include <stddef.h>

#ifdef BMILL_ONE_ISA

/* The cache is not asked for. */
#define BMILL_STREAM_KIB (STREAM_UNKNOWN_BYTES / 1024)

#else

#include "dispatch/atomic.h"

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden)
#endif

/* From so many KiB in all. Set once, when the library is loaded: half of the last cache, within
 * the limits of tables/thresholds.def. */
extern bmill_atomic bmill_stream_kib;

/* Sets it; cache_kib is 0 if it is not known. */
void bmill_stream_set(unsigned cache_kib);

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#define BMILL_STREAM_KIB bmill_load_relaxed(&bmill_stream_kib)

#endif

/* Whether to store a result of n bytes so; `bitmaps` of that size are loaded and stored. */
static inline bool bmill_is_streamed(size_t n, size_t bitmaps)
{
    return n / 1024 >= BMILL_STREAM_KIB / bitmaps;
}

#endif
