/* ends.c: the masks of ends.h for the end of a bitmap. */
#include "kernels/ends.h"

#define ONES_7  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
#define ONES_63 ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7
#define ROW(end)     \
    {                \
        ONES_63, end \
    } /* and 64 zeros */

_Alignas(64) const unsigned char bmill_last_mask[9][128] = {
    ROW(0xff), ROW(0x7f), ROW(0x3f), ROW(0x1f), ROW(0x0f), ROW(0x07), ROW(0x03), ROW(0x01), ROW(0),
};
