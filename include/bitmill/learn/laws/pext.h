/* bitmill/learn/laws/pext.h: the laws for bitmill/word/pext.h. See bitmill/learn/laws.h.
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
BMILL_LAWS_(pext, pext, pair, true)

BMILL_MEANS_(pdep)
{
    uint64_t result = 0;
    for (unsigned k = 0, n = 0; k < in->width; k++)
        if (BMILL_BIT_Y_(k))
            result |= (uint64_t)BMILL_BIT_X_(n++) << k;
    return result;
}
BMILL_LAWS_(pdep, pdep, pair, true)

BMILL_END_INLINE_

#endif
