/** @file
 * bitmill/learn/laws/pext.h: the laws for bitmill/word/pext.h. See bitmill/learn/laws.h.
 */
#ifndef BITMILL_LEARN_LAWS_PEXT_H
#define BITMILL_LEARN_LAWS_PEXT_H

#include <bitmill/learn/laws/law.h>

BMILL_BEGIN_INLINE_

BMILL_MEANS_(pext)
{
    uint64_t result = 0;
    for (unsigned k = 0, n = 0; k < in->width; k++)
        if (BMILL_BIT_Y_(k))
            result |= (uint64_t)BMILL_BIT_X_(k) << n++;
    return result;
}
BMILL_LAWS_(pext, pext, pair, true);

BMILL_MEANS_(pdep)
{
    uint64_t result = 0;
    for (unsigned k = 0, n = 0; k < in->width; k++)
        if (BMILL_BIT_Y_(k))
            result |= (uint64_t)BMILL_BIT_X_(n++) << k;
    return result;
}
BMILL_LAWS_(pdep, pdep, pair, true);

/** @name Laws of bitmill/word/pext.h
 *
 * Each says whether `f` has the result of the helper named in its line, wherever the law asks. If
 * not, the counterexample is in `*failure`; `failure` may be NULL. See bitmill/learn/laws.h.
 */
/** @{ */

/* clang-format off */
/** `f(x, y)` is bmill_pext_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pext_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_pext_u8_(f, failure); }
/** `f(x, y)` is bmill_pext_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pext_u16(uint16_t f(uint16_t x, uint16_t y), bmill_counterexample *failure)
{ return bmill_law_pext_u16_(f, failure); }
/** `f(x, y)` is bmill_pext_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pext_u32(uint32_t f(uint32_t x, uint32_t y), bmill_counterexample *failure)
{ return bmill_law_pext_u32_(f, failure); }
/** `f(x, y)` is bmill_pext_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pext_u64(uint64_t f(uint64_t x, uint64_t y), bmill_counterexample *failure)
{ return bmill_law_pext_u64_(f, failure); }

/** `f(x, y)` is bmill_pdep_u8(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pdep_u8(uint8_t f(uint8_t x, uint8_t y), bmill_counterexample *failure)
{ return bmill_law_pdep_u8_(f, failure); }
/** `f(x, y)` is bmill_pdep_u16(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pdep_u16(uint16_t f(uint16_t x, uint16_t y), bmill_counterexample *failure)
{ return bmill_law_pdep_u16_(f, failure); }
/** `f(x, y)` is bmill_pdep_u32(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pdep_u32(uint32_t f(uint32_t x, uint32_t y), bmill_counterexample *failure)
{ return bmill_law_pdep_u32_(f, failure); }
/** `f(x, y)` is bmill_pdep_u64(x, y), for all x and y. */
BMILL_LAW bool bmill_law_pdep_u64(uint64_t f(uint64_t x, uint64_t y), bmill_counterexample *failure)
{ return bmill_law_pdep_u64_(f, failure); }
/* clang-format on */

/** @} */

BMILL_END_INLINE_

#endif
