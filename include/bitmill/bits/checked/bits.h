/* bitmill/bits/checked/bits.h: the checks of bitmill/bits.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_BITS_H
#define BITMILL_BITS_CHECKED_BITS_H

#include <bitmill/bits.h>
#include <bitmill/bits/check.h>

#if BMILL_CHECKS_

/* one bit */
BMILL_GUARDED_INLINE_(bool, bmill_bits_is_set, (const void *BMILL_SIZED_ bits, size_t i), (bits, i),
                      BMILL_READS_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_set, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_clear, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_flip, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_modify, (void *BMILL_SIZED_ bits, size_t i, bool state),
                           (bits, i, state), BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_test_and_set, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                      BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_test_and_clear, (void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_test_and_flip, (void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_WRITES_BITS_(bits, i, 1))

/* dst = f(a, b) */
BMILL_GUARDED_VOID_(bmill_bits_and,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_or,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_xor,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_andnot,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_nand,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_nor,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_xnor,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_ornot,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_not,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits),
                    (dst, a, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits))

/* counts and predicates */
BMILL_GUARDED_(size_t, bmill_bits_count, (const void *BMILL_SIZED_ bits, size_t nbits),
               (bits, nbits), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_and_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_or_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xor_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_andnot_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nand_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nor_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xnor_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_ornot_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_and_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_or_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xor_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_andnot_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nand_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nor_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xnor_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_ornot_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(double, bmill_bits_jaccard,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(double, bmill_bits_dice,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(double, bmill_bits_containment,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_any, (const void *BMILL_SIZED_ bits, size_t nbits), (bits, nbits),
               BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_all, (const void *BMILL_SIZED_ bits, size_t nbits), (bits, nbits),
               BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_none, (const void *BMILL_SIZED_ bits, size_t nbits), (bits, nbits),
               BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_equal,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_intersects,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_subset,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(int, bmill_bits_compare_lexicographic,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(int, bmill_bits_compare_numeric,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))

/* find: the bytes from the one that holds `from`, or up to the one before it */
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
BMILL_GUARDED_(size_t, bmill_bits_select, (const void *BMILL_SIZED_ bits, size_t nbits, size_t k),
               (bits, nbits, k), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_select_clear,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t k), (bits, nbits, k),
               BMILL_READS_BITS_(bits, 0, nbits))

#endif

#endif
