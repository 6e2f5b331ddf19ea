/* bitmill/word/generic.h: what the topics of the word layer need for bmill_<verb>(x, ...), the
 * spelling that takes the width from the type of x. Nothing here is called by name.
 *
 * C11 and later use _Generic, C++ uses overloads; in C99 only the names with a width exist.
 *
 * x may be of any standard unsigned integer type: unsigned char, unsigned short, unsigned, unsigned
 * long, unsigned long long, and so of uint8_t to uint64_t, size_t, and a typedef of any of them.
 * Where the result is a number like x, it has the very type of x, also where two of these types
 * have one width. Where a helper takes a pointer to x, it may point to any of these types, too.
 *
 * Anything else does not compile, with one error that says to cast it:
 *   - int and all signed types, since their width is rarely what was meant: the literal 6, the
 *     result of x << 1 or x | y for uint8_t, and UINT8_C(129), which are all of type int.
 *     Write 6u, or (uint8_t)6, or (uint8_t)(x << 1).
 *   - bool, char, characters and wchar_t, unsigned __int128, _BitInt(N), pointers and floating
 * point. What is one of the types above in one language or compiler alone:
 *   - An enumeration in C is of the type that the compiler chose for it, mostly unsigned, and works
 *     as that; in C++ it is a type of its own, and does not compile.
 *   - A bit-field has its declared type in C++ and in C with clang, and works as that; in C with
 * gcc it has a type of its own, and does not compile, unless it is as wide as its type.
 *
 * For the other arguments the rules of C hold: they are converted to the type of x, or to unsigned.
 */
#ifndef BITMILL_WORD_GENERIC_H
#define BITMILL_WORD_GENERIC_H

#include <bitmill/config.h>
#include <limits.h>

#define BMILL_U8_(verb)  verb##_u8
#define BMILL_U16_(verb) verb##_u16
#define BMILL_U32_(verb) verb##_u32
#define BMILL_U64_(verb) verb##_u64

/* The width of each standard type. */
#define BMILL_OF_CHAR_  BMILL_U8_
#define BMILL_OF_SHORT_ BMILL_U16_
#if UINT_MAX == 0xffff
#define BMILL_OF_INT_ BMILL_U16_
#else
#define BMILL_OF_INT_ BMILL_U32_
#endif
#if ULONG_MAX == 0xffffffff
#define BMILL_OF_LONG_ BMILL_U32_
#else
#define BMILL_OF_LONG_ BMILL_U64_
#endif
#define BMILL_OF_LLONG_ BMILL_U64_

/* Each topic defines OVERLOADS(T, S, N, F) for all its verbs, and BMILL_FOR_EACH_TYPE_(OVERLOADS)
 * makes functions of it: T is a standard type and S the signed one, N(verb) the function that is
 * made, and F(verb) the one of the width. */

#if defined(__cplusplus)

#define BMILL_NAME_(verb) verb
#define BMILL_FOR_EACH_TYPE_(OVERLOADS)                                \
    OVERLOADS(unsigned char, signed char, BMILL_NAME_, BMILL_OF_CHAR_) \
    OVERLOADS(unsigned short, short, BMILL_NAME_, BMILL_OF_SHORT_)     \
    OVERLOADS(unsigned int, int, BMILL_NAME_, BMILL_OF_INT_)           \
    OVERLOADS(unsigned long, long, BMILL_NAME_, BMILL_OF_LONG_)        \
    OVERLOADS(unsigned long long, long long, BMILL_NAME_, BMILL_OF_LLONG_)

/* The overload for all other types, which is an error that says what to do. There is none for the
 * standard types, const or not, so that these are chosen from their overloads alone. */
BMILL_BEGIN_INLINE_
template <class T> struct bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x {
    typedef T type;
};
#define BMILL_ACCEPTED_(T)                                                                        \
    template <> struct bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x<T> {       \
    };                                                                                            \
    template <> struct bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x<const T> { \
    };
BMILL_ACCEPTED_(unsigned char)
BMILL_ACCEPTED_(unsigned short)
BMILL_ACCEPTED_(unsigned int)
BMILL_ACCEPTED_(unsigned long)
BMILL_ACCEPTED_(unsigned long long)
#undef BMILL_ACCEPTED_
BMILL_END_INLINE_

#if defined(__clang__) /* which does not name a deleted function's type in the error */
#define BMILL_REFUSED_ANY_(verb, parameter)                                              \
    template <class T, class... A>                                                       \
    __attribute__((unavailable("it needs an unsigned type: cast it, as in uint8_t(x)"))) \
    typename bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x<T>::type    \
    verb(parameter, A...);
#else
#define BMILL_REFUSED_ANY_(verb, parameter)                                                 \
    template <class T, class... A>                                                          \
    typename bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x<T>::type verb( \
        parameter, A...) = delete;
#endif
#define BMILL_REFUSED_(verb)         BMILL_REFUSED_ANY_(verb, T)
#define BMILL_REFUSED_POINTER_(verb) BMILL_REFUSED_ANY_(verb, T *)

#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L

#define BMILL_HAVE_GENERIC_ 1

/* Five standard types have four widths, so that two of them have the same: the twins. The functions
 * of a width return only one of the two, so in C, each has functions that are named after it. */
#if USHRT_MAX == UINT_MAX /* AVR, MSP430 */
#define BMILL_OF_GENERIC_SHORT_(verb) verb##_short_
#define BMILL_OF_GENERIC_INT_(verb)   verb##_int_
#define BMILL_OF_GENERIC_LONG_        BMILL_U32_
#define BMILL_OF_GENERIC_LLONG_       BMILL_U64_
#define BMILL_FOR_EACH_TYPE_(OVERLOADS)                                   \
    OVERLOADS(unsigned short, short, BMILL_OF_GENERIC_SHORT_, BMILL_U16_) \
    OVERLOADS(unsigned int, int, BMILL_OF_GENERIC_INT_, BMILL_U16_)
#elif UINT_MAX == ULONG_MAX /* 32-bit hosts, and Windows */
#define BMILL_OF_GENERIC_SHORT_      BMILL_U16_
#define BMILL_OF_GENERIC_INT_(verb)  verb##_int_
#define BMILL_OF_GENERIC_LONG_(verb) verb##_long_
#define BMILL_OF_GENERIC_LLONG_      BMILL_U64_
#define BMILL_FOR_EACH_TYPE_(OVERLOADS)                             \
    OVERLOADS(unsigned int, int, BMILL_OF_GENERIC_INT_, BMILL_U32_) \
    OVERLOADS(unsigned long, long, BMILL_OF_GENERIC_LONG_, BMILL_U32_)
#else
#define BMILL_OF_GENERIC_SHORT_       BMILL_U16_
#define BMILL_OF_GENERIC_INT_         BMILL_U32_
#define BMILL_OF_GENERIC_LONG_(verb)  verb##_long_
#define BMILL_OF_GENERIC_LLONG_(verb) verb##_llong_
#define BMILL_FOR_EACH_TYPE_(OVERLOADS)                                \
    OVERLOADS(unsigned long, long, BMILL_OF_GENERIC_LONG_, BMILL_U64_) \
    OVERLOADS(unsigned long long, long long, BMILL_OF_GENERIC_LLONG_, BMILL_U64_)
#endif

/* What is called for all other types: an error that has this name. */
extern const struct bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x {
    char none;
} bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x;

/* clang-format off */
#define BMILL_GENERIC_(verb, x)                         \
    _Generic((x),                                       \
        unsigned char: BMILL_OF_CHAR_(verb),            \
        unsigned short: BMILL_OF_GENERIC_SHORT_(verb),  \
        unsigned int: BMILL_OF_GENERIC_INT_(verb),      \
        unsigned long: BMILL_OF_GENERIC_LONG_(verb),    \
        unsigned long long: BMILL_OF_GENERIC_LLONG_(verb), \
        default: bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x)
/* clang-format on */

#endif

#endif
