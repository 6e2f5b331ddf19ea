/** @file
 * bitmill.h: all of bitmill. <string.h> for bits.
 *
 *   bitmill/word.h   helpers on integers: set, clear, flip, popcount, clz, ... (no library needed)
 *   bitmill/bits.h   the same verbs on bitmaps of any length at any address (needs libbitmill)
 *   bitmill/isa.h    which instruction set the bitmap functions use
 */
#ifndef BITMILL_H
#define BITMILL_H

#include <bitmill/bits.h>
#include <bitmill/config.h>
#include <bitmill/isa.h>
#include <bitmill/word.h>

#endif
