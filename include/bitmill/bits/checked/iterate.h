/* bitmill/bits/checked/iterate.h: the checks of bitmill/bits/iterate.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_ITERATE_H
#define BITMILL_BITS_CHECKED_ITERATE_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/iterate.h>

#if BMILL_CHECKS_

BMILL_GUARDED_INLINE_(bmill_bits_iterator, bmill_bits_iterate_set,
                      (const void *BMILL_SIZED_ bits, size_t nbits, size_t from),
                      (bits, nbits, from),
                      BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits)))
BMILL_GUARDED_INLINE_(bmill_bits_iterator, bmill_bits_iterate_clear,
                      (const void *BMILL_SIZED_ bits, size_t nbits, size_t from),
                      (bits, nbits, from),
                      BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits)))

/* Nothing is written where nothing is left. */
BMILL_GUARDED_INLINE_(bool, bmill_bits_next,
                      (bmill_bits_iterator * BMILL_SIZED_ it, size_t *BMILL_SIZED_ i), (it, i),
                      BMILL_WRITES_ELEMENTS_(it, 1);
                      if (it->at.word == 0 && !bmill_bits_refill_(it)) return false;
                      BMILL_WRITES_ELEMENTS_(i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_next_run,
                      (bmill_bits_iterator * BMILL_SIZED_ it, bmill_bits_run *BMILL_SIZED_ run),
                      (it, run), BMILL_WRITES_ELEMENTS_(it, 1);
                      if (it->at.word == 0 && !bmill_bits_refill_(it)) return false;
                      BMILL_WRITES_ELEMENTS_(run, 1))

#endif

#endif
