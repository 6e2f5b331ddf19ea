/* last_mask.c: see last_mask.h. */
#include "kernels/last_mask.h"

#define MASK_7  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
#define MASK_63 MASK_7, MASK_7, MASK_7, MASK_7, MASK_7, MASK_7, MASK_7, MASK_7, MASK_7
#define MASK_ROW(end) \
    {                 \
        MASK_63, end  \
    } /* and 64 zeros */

_Alignas(64) const unsigned char bmill_last_mask[9][128] = {
    MASK_ROW(0xff), MASK_ROW(0x7f), MASK_ROW(0x3f), MASK_ROW(0x1f), MASK_ROW(0x0f),
    MASK_ROW(0x07), MASK_ROW(0x03), MASK_ROW(0x01), MASK_ROW(0),
};
