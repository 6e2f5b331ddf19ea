/* last_mask.h: the masks for the end of a bitmap, which all sets of kernels share. */
#ifndef BMILL_KERNELS_LAST_MASK_H
#define BMILL_KERNELS_LAST_MASK_H

#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility push(hidden) /* addressed directly, not by the global offset table */
#endif
/* Row u: 63 bytes of 1 bits, one byte without its u highest bits, 64 bytes of 0 bits. The mask of n
 * bytes whose last byte has u bits past nbits begins at 64 - n, and may be read to any length. */
extern const unsigned char bmill_last_mask[9][128];
#if defined(__GNUC__) && !defined(_WIN32)
#pragma GCC visibility pop
#endif

#endif
