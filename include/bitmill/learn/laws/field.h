/* bitmill/learn/laws/field.h: the laws for bitmill/word/field.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_FIELD_H
#define BITMILL_LEARN_LAWS_FIELD_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

/* The field of n bits from bit i on lies within the width; the same, and has a bit. */
#define BMILL_LAW_WITHIN_     (in->i < in->width && in->n <= in->width - in->i)
#define BMILL_LAW_FITS_FIELD_ (BMILL_LAW_WITHIN_ && in->n > 0)

BMILL_MEANS_BITS_(low_mask, k < in->i)
BMILL_LAWS_(low_mask, low_mask, mask, in->i <= in->width)
BMILL_LAWS_(low_mask_clip, low_mask, mask, true)

BMILL_MEANS_BITS_(mask, k >= in->i && k - in->i < in->n)
BMILL_LAWS_(mask, mask, field_mask, BMILL_LAW_WITHIN_)
BMILL_LAWS_(mask_fits, mask, field_mask, BMILL_LAW_FITS_FIELD_)
BMILL_LAWS_(mask_clip, mask, field_mask, true)

/* As many ones as the lowest run has; none of them zero. */
BMILL_MEANS_VALUE_(is_mask, in->x != 0 && bmill_law_ones_in_(in->x, 0, in->width) ==
                                              BMILL_LAW_RUN_END_ - BMILL_LAW_FIRST_(1))
BMILL_LAWS_(is_mask, is_mask, test, true)

BMILL_MEANS_VALUE_(is_low_mask, in->x != 0 && BMILL_LAW_FIRST_(0) == BMILL_LAW_END_(1))
BMILL_LAWS_(is_low_mask, is_low_mask, test, true)

BMILL_MEANS_BITS_(extract, k < in->n && in->i < in->width - k && BMILL_BIT_X_(k + in->i))
BMILL_LAWS_(extract, extract, field, BMILL_LAW_WITHIN_)
BMILL_LAWS_(extract_fits, extract, field, BMILL_LAW_FITS_FIELD_)
BMILL_LAWS_(extract_clip, extract, field, true)

BMILL_MEANS_BITS_(insert,
                  k >= in->i && k - in->i < in->n ? BMILL_BIT_Y_(k - in->i) : BMILL_BIT_X_(k))
BMILL_LAWS_(insert, insert, field_set, BMILL_LAW_WITHIN_)
BMILL_LAWS_(insert_fits, insert, field_set, BMILL_LAW_FITS_FIELD_)
BMILL_LAWS_(insert_clip, insert, field_set, true)

BMILL_MEANS_BITS_(mux, BMILL_BIT_X_(k) ? BMILL_BIT_Y_(k) : BMILL_BIT_Z_(k))
BMILL_LAWS_(mux, mux, triple, true)

BMILL_MEANS_BITS_(sign_extend, in->i > 0 && BMILL_BIT_X_(k < in->i ? k : in->i - 1))
BMILL_LAWS_(sign_extend, sign_extend, signed_at, in->i > 0 && in->i <= in->width)
BMILL_LAWS_(sign_extend_clip, sign_extend, signed_at, true)

BMILL_END_INLINE_

#endif
