/** @file
 * bitmill/bits.h: the bits layer. Any memory seen as a bitmap, at SIMD speed.
 *
 * A bitmap is `nbits` bits of plain memory at any address. Bit i is bit i % 8, counting from the
 * least significant, of byte i / 8, on every host: the order of Arrow validity bitmaps, of
 * numpy.packbits(bitorder="little") and, on a little-endian host, of uint64_t words[] with bit i
 * in words[i / 64]. Link with libbitmill (pkg-config bitmill).
 *
 * Rules that hold for every function of the bits layer, unless its description says otherwise:
 *   - All sizes and positions are in bits, as size_t. "Not found" is nbits.
 *   - Parameters stand in the order dst, a, b, sizes, scalars.
 *   - Bits at and past nbits never change a result and are never changed. No byte past the last
 *     one that holds a bit of the bitmap is read or written.
 *   - nbits 0 is allowed, with any pointers, NULL included.
 *   - dst may be exactly a or b. Any other overlap of dst with an input is not allowed.
 *   - No function allocates memory or prints. Memory that is shorter than its size says is reported
 *     in files that are compiled with -fsanitize=address or BMILL_DEBUG: see bitmill/bits/check.h.
 *   - Thread safety is that of memcpy: threads may read a bitmap at the same time, and change
 *     bitmaps that have no byte in common. Two threads must not change bits of one byte at the same
 *     time, nor may one read a byte that another changes, even if their bits differ: a change of a
 *     bit loads and stores at least its byte. bitmill/bits/atomic.h has functions for that case.
 *   - Cost: proportional to nbits, at the speed of memory or cache; about 2 ns for a small bitmap.
 *     Where nbits is a small constant, the compiler makes inline code (bitmill/bits/small.h).
 *   - Since 1.0.0.
 *
 * This header includes those of all topics. Each of them can also be included alone.
 */
#ifndef BITMILL_BITS_H
#define BITMILL_BITS_H

#include <bitmill/bits/bit.h>
#include <bitmill/bits/compare.h>
#include <bitmill/bits/count.h>
#include <bitmill/bits/filter.h>
#include <bitmill/bits/find.h>
#include <bitmill/bits/index.h>
#include <bitmill/bits/interleave.h>
#include <bitmill/bits/iterate.h>
#include <bitmill/bits/logic.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/matrix.h>
#include <bitmill/bits/move.h>
#include <bitmill/bits/pack.h>
#include <bitmill/bits/pext.h>
#include <bitmill/bits/positional.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/range.h>
#include <bitmill/bits/search.h>
#include <bitmill/bits/select.h>
#include <bitmill/bits/ternary.h>
#include <bitmill/bits/test.h>
#include <bitmill/bits/text.h>
#include <bitmill/bits/values.h>
#if defined(BMILL_GNU_) || defined(BMILL_MSVC_) /* where that header has a way */
#include <bitmill/bits/atomic.h>
#endif

#endif
