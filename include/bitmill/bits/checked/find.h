/* bitmill/bits/checked/find.h: the checks of bitmill/bits/find.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_FIND_H
#define BITMILL_BITS_CHECKED_FIND_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/find.h>

#if BMILL_CHECKS_

/* The bytes from the one that holds `from`, or up to the one before it. */
BMILL_GUARDED_(size_t, bmill_bits_find_first_set, (const void *BMILL_SIZED_ bits, size_t nbits),
               (bits, nbits), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_last_set, (const void *BMILL_SIZED_ bits, size_t nbits),
               (bits, nbits), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_next_set,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t from), (bits, nbits, from),
               BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_previous_set,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t from), (bits, nbits, from),
               BMILL_READS_BITS_(bits, 0, bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_first_clear, (const void *BMILL_SIZED_ bits, size_t nbits),
               (bits, nbits), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_last_clear, (const void *BMILL_SIZED_ bits, size_t nbits),
               (bits, nbits), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_next_clear,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t from), (bits, nbits, from),
               BMILL_READS_BITS_(bits, from, nbits - bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_previous_clear,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t from), (bits, nbits, from),
               BMILL_READS_BITS_(bits, 0, bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_first_and,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_last_and,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_next_and,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_previous_and,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_first_or,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_last_or,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_next_or,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_previous_or,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_first_xor,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_last_xor,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_next_xor,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_previous_xor,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_first_andnot,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_last_andnot,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_find_next_andnot,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, from, nbits - bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, from, nbits - bmill_least_(from, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_find_previous_andnot,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits, size_t from),
               (a, b, nbits, from), BMILL_READS_BITS_(a, 0, bmill_least_(from, nbits));
               BMILL_READS_BITS_(b, 0, bmill_least_(from, nbits)))

#endif

#endif
