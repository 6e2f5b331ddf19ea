/* tail.c: the masks of tail.h for the end of a bitmap. */
#include "kernels.h"

#define ONES_7  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
#define ONES_63 ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7, ONES_7

/* A vector of V bytes takes the last V of a row. */
_Alignas(64) const unsigned char bmill_last_mask[8][64] = {
    {ONES_63, 0xff}, {ONES_63, 0x7f}, {ONES_63, 0x3f}, {ONES_63, 0x1f},
    {ONES_63, 0x0f}, {ONES_63, 0x07}, {ONES_63, 0x03}, {ONES_63, 0x01},
};
