/* bitmill/word/generic.h: what the topics of the word layer need for bmill_<verb>(x, ...), the
 * spelling that takes the width from the type of x. Nothing here is called by name.
 *
 * C11 and later use _Generic, C++ uses overloads; in C99 only the names with a width exist. x must
 * be of an unsigned integer type. A signed one, such as the literal 6, does not compile, because
 * its width is rarely what was meant: write 6u, or (uint8_t)6. Where a helper takes a pointer, it
 * must point to uint8_t, uint16_t, uint32_t or uint64_t exactly: where uint64_t is unsigned long,
 * an unsigned long long may not be written through it.
 */
#ifndef BITMILL_WORD_GENERIC_H
#define BITMILL_WORD_GENERIC_H

#include <bitmill/config.h>
#include <bitmill/word/builtins.h>
#include <limits.h>

#define BMILL_U8_(verb)  verb##_u8
#define BMILL_U16_(verb) verb##_u16
#define BMILL_U32_(verb) verb##_u32
#define BMILL_U64_(verb) verb##_u64
/* unsigned and unsigned long are the standard types whose widths differ between hosts. */
#if UINT_MAX == 0xffff
#define BMILL_UINT_ BMILL_U16_
#else
#define BMILL_UINT_ BMILL_U32_
#endif
#if ULONG_MAX == 0xffffffff
#define BMILL_ULONG_ BMILL_U32_
#else
#define BMILL_ULONG_ BMILL_U64_
#endif

#if defined(__cplusplus)

/* OVERLOADS(T, F) defines all verbs of a topic for the type T; F(verb) is the function of its
 * width. Once for values, once for pointers. */
#define BMILL_FOR_EACH_TYPE_(OVERLOADS)    \
    OVERLOADS(unsigned char, BMILL_U8_)    \
    OVERLOADS(unsigned short, BMILL_U16_)  \
    OVERLOADS(unsigned int, BMILL_UINT_)   \
    OVERLOADS(unsigned long, BMILL_ULONG_) \
    OVERLOADS(unsigned long long, BMILL_U64_)
#define BMILL_FOR_EACH_EXACT_TYPE_(OVERLOADS) \
    OVERLOADS(uint8_t, BMILL_U8_)             \
    OVERLOADS(uint16_t, BMILL_U16_)           \
    OVERLOADS(uint32_t, BMILL_U32_)           \
    OVERLOADS(uint64_t, BMILL_U64_)

#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L

#define BMILL_HAVE_GENERIC_ 1

#define BMILL_GENERIC_(verb, x)                       \
    _Generic((x), unsigned char                       \
             : BMILL_U8_(verb), unsigned short        \
             : BMILL_U16_(verb), unsigned int         \
             : BMILL_UINT_(verb), unsigned long       \
             : BMILL_ULONG_(verb), unsigned long long \
             : BMILL_U64_(verb))

#define BMILL_GENERIC_EXACT_(verb, x)     \
    _Generic((x), uint8_t                 \
             : BMILL_U8_(verb), uint16_t  \
             : BMILL_U16_(verb), uint32_t \
             : BMILL_U32_(verb), uint64_t \
             : BMILL_U64_(verb))

#endif

#endif
