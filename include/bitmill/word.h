/** @file
 * bitmill/word.h: the word layer. Helpers on unsigned integers: value in, value out.
 *
 * Everything here is an inline function and needs no library. Each helper comes in four widths,
 * bmill_<verb>_u8, _u16, _u32 and _u64, and as bmill_<verb>, which takes the width from the type
 * of its first argument (C11 and C++). Bit 0 is the least significant one.
 *
 * No argument value is undefined behaviour. The precondition of the single-bit helpers, an index
 * below the width, can be checked at run time by defining BMILL_DEBUG (see bitmill/config.h).
 */
#ifndef BITMILL_WORD_H
#define BITMILL_WORD_H

#include <bitmill/word/arith.h>
#include <bitmill/word/bit.h>
#include <bitmill/word/carryless.h>
#include <bitmill/word/constant.h>
#include <bitmill/word/count.h>
#include <bitmill/word/ends.h>
#include <bitmill/word/enumerate.h>
#include <bitmill/word/field.h>
#include <bitmill/word/memory.h>
#include <bitmill/word/morton.h>
#include <bitmill/word/permute.h>
#include <bitmill/word/pext.h>
#include <bitmill/word/pow2.h>
#include <bitmill/word/rank.h>

#endif
