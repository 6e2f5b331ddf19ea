/** @file
 * bitmill/word/generic.h: the machinery for bmill_<verb>(x, ...), the generic spelling, which takes
 * the width from the type of x. Nothing here is called by name.
 *
 * In C++ the generic spellings are function templates; in C11 and later they are macros with
 * _Generic. In C99 only the names with a width exist.
 *
 * x may have any standard unsigned integer type: unsigned char, unsigned short, unsigned, unsigned
 * long and unsigned long long, and so uint8_t to uint64_t, size_t, and a typedef of any of them.
 * Where the result is a number like x, it has exactly the type of x, even where two of these types
 * have the same width. Where a helper takes a pointer to x, it may point to any of these types.
 *
 * Any other type is one error, which says to cast x:
 *   - int and all other signed types, because their width is rarely what was meant: the literal 6,
 *     the result of x << 1 or x | y for uint8_t, and UINT8_C(129) are all of type int.
 *     Write 6u, or (uint8_t)6, or (uint8_t)(x << 1).
 *   - bool, char, characters, wchar_t, unsigned __int128, _BitInt(N), pointers, floating point.
 *
 * Languages and compilers differ for two types:
 *   - An enumeration in C has the type that the compiler chose for it, mostly unsigned, and works
 *     like that type. In C++ it is a type of its own, and an error.
 *   - A bit-field has its declared type in C++, and in C with clang, and works like that type. In C
 *     with gcc it has a type of its own, and is an error unless it is as wide as its type.
 *
 * For the other arguments the rules of C hold: they are converted to the type of x, or to unsigned.
 * A wrong number of arguments is one error, too.
 */
#ifndef BITMILL_WORD_GENERIC_H
#define BITMILL_WORD_GENERIC_H

#include <bitmill/config.h>
#include <limits.h>

#if defined(__cplusplus)

/* ---- C++: function templates ---- */

BMILL_BEGIN_INLINE_

/* The standard unsigned types. Any other type has no members here, so that no template is made for
 * it. An argument of the type `same` does not take part in the deduction of T. */
template <class T> struct bmill_type_ {
};
template <> struct bmill_type_<unsigned char> {
    typedef unsigned char same;
    typedef signed char with_sign;
};
template <> struct bmill_type_<unsigned short> {
    typedef unsigned short same;
    typedef short with_sign;
};
template <> struct bmill_type_<unsigned int> {
    typedef unsigned int same;
    typedef int with_sign;
};
template <> struct bmill_type_<unsigned long> {
    typedef unsigned long same;
    typedef long with_sign;
};
template <> struct bmill_type_<unsigned long long> {
    typedef unsigned long long same;
    typedef long long with_sign;
};
template <class T> using bmill_same_ = typename bmill_type_<T>::same;
template <class T> using bmill_signed_ = typename bmill_type_<T>::with_sign;

/* BMILL_FN_T and BMILL_FN_CHANGES_T are BMILL_FN and BMILL_FN_CHANGES of config.h as templates for
 * each of these types, T. BMILL_OF_T_(verb) is the function that has the width of T. */
#if BMILL_CPLUSPLUS_ >= 201402L
#define BMILL_FN_CHANGES_T template <class T, class = bmill_same_<T>> inline BMILL_WRAPS_ constexpr
#else
#define BMILL_FN_CHANGES_T template <class T, class = bmill_same_<T>> inline BMILL_WRAPS_
#endif
#define BMILL_FN_T BMILL_FN_CHANGES_T BMILL_NODISCARD_

template <size_t nbytes> struct bmill_width_;
template <> struct bmill_width_<1> {
    template <class A, class B, class C, class D> static constexpr A of(A f, B, C, D) { return f; }
};
template <> struct bmill_width_<2> {
    template <class A, class B, class C, class D> static constexpr B of(A, B f, C, D) { return f; }
};
template <> struct bmill_width_<4> {
    template <class A, class B, class C, class D> static constexpr C of(A, B, C f, D) { return f; }
};
template <> struct bmill_width_<8> {
    template <class A, class B, class C, class D> static constexpr D of(A, B, C, D f) { return f; }
};
#define BMILL_OF_T_(verb) bmill_width_<sizeof(T)>::of(verb##_u8, verb##_u16, verb##_u32, verb##_u64)

/* BMILL_REFUSED_(verb, T, ...) makes the overload for all other types, which is an error that says
 * what to do. It has as many parameters as the verb, and does not exist for the standard types,
 * const or not. */
struct bmill_any_ {
    template <class A> bmill_any_(const A &);
};
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

#if defined(__clang__) /* clang's error does not name the type of a deleted function */
#define BMILL_REFUSED_(verb, ...)                                                           \
    template <class T>                                                                      \
    __attribute__((unavailable("it needs an unsigned type: cast it, as in uint8_t(x)")))    \
    typename bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x<T>::type verb( \
        __VA_ARGS__);
#else
#define BMILL_REFUSED_(verb, ...)                                                           \
    template <class T>                                                                      \
    typename bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x<T>::type verb( \
        __VA_ARGS__) = delete;
#endif

#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L

/* ---- C11: macros with _Generic ---- */

#define BMILL_HAVE_GENERIC_ 1

#define BMILL_U8_(verb)  verb##_u8
#define BMILL_U16_(verb) verb##_u16
#define BMILL_U32_(verb) verb##_u32
#define BMILL_U64_(verb) verb##_u64

/* Five standard types have four widths, so that two types, the twins, have the same width. The
 * function with that width returns uint<width>_t, which is only one of the two. Where the result
 * has the type of x, or x is a pointer, each twin has a private function of its own, named after
 * the type. BMILL_TWINS_(SHAPE, verb) makes them by way of BMILL_TWIN_<SHAPE>_(T, S, U, N, F,
 * verb): T is the type, S its signed one, and U that of the width; N(verb) is the function to be
 * made, and F(verb) the one of the width. */
#if USHRT_MAX == UINT_MAX /* AVR, MSP430 */
#define BMILL_INT_           BMILL_U16_
#define BMILL_LONG_          BMILL_U32_
#define BMILL_T_SHORT_(verb) verb##_short_
#define BMILL_T_INT_(verb)   verb##_int_
#define BMILL_T_LONG_        BMILL_U32_
#define BMILL_T_LLONG_       BMILL_U64_
#define BMILL_FOR_EACH_TWIN_(TWIN, verb)                                    \
    TWIN(unsigned short, short, uint16_t, BMILL_T_SHORT_, BMILL_U16_, verb) \
    TWIN(unsigned int, int, uint16_t, BMILL_T_INT_, BMILL_U16_, verb)
#elif UINT_MAX == ULONG_MAX /* 32-bit hosts, and Windows */
#define BMILL_INT_          BMILL_U32_
#define BMILL_LONG_         BMILL_U32_
#define BMILL_T_SHORT_      BMILL_U16_
#define BMILL_T_INT_(verb)  verb##_int_
#define BMILL_T_LONG_(verb) verb##_long_
#define BMILL_T_LLONG_      BMILL_U64_
#define BMILL_FOR_EACH_TWIN_(TWIN, verb)                              \
    TWIN(unsigned int, int, uint32_t, BMILL_T_INT_, BMILL_U32_, verb) \
    TWIN(unsigned long, long, uint32_t, BMILL_T_LONG_, BMILL_U32_, verb)
#else
#define BMILL_INT_           BMILL_U32_
#define BMILL_LONG_          BMILL_U64_
#define BMILL_T_SHORT_       BMILL_U16_
#define BMILL_T_INT_         BMILL_U32_
#define BMILL_T_LONG_(verb)  verb##_long_
#define BMILL_T_LLONG_(verb) verb##_llong_
#define BMILL_FOR_EACH_TWIN_(TWIN, verb)                                 \
    TWIN(unsigned long, long, uint64_t, BMILL_T_LONG_, BMILL_U64_, verb) \
    TWIN(unsigned long long, long long, uint64_t, BMILL_T_LLONG_, BMILL_U64_, verb)
#endif

#define BMILL_TWINS_(SHAPE, verb) BMILL_FOR_EACH_TWIN_(BMILL_TWIN_##SHAPE##_, verb)
#define BMILL_TWIN_X_(T, S, U, N, F, verb) \
    BMILL_FN T N(verb)(T x) { return F(verb)(x); }
#define BMILL_TWIN_XI_(T, S, U, N, F, verb) \
    BMILL_FN T N(verb)(T x, unsigned i) { return F(verb)(x, i); }
#define BMILL_TWIN_XY_(T, S, U, N, F, verb) \
    BMILL_FN T N(verb)(T x, T y) { return F(verb)(x, y); }
#define BMILL_TWIN_XYZ_(T, S, U, N, F, verb) \
    BMILL_FN T N(verb)(T x, T y, T z) { return F(verb)(x, y, z); }

/* The error for all other types, which has this name. */
extern const struct bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x {
    char none;
} bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x;

/* BMILL_GENERIC_(verb, x): the function for the type of x. BMILL_GENERIC_T_(verb, x): the same, for
 * the verbs that have functions for twins. */
/* clang-format off */
#define BMILL_GENERIC_(verb, x)                \
    _Generic((x),                              \
        unsigned char: BMILL_U8_(verb),        \
        unsigned short: BMILL_U16_(verb),      \
        unsigned int: BMILL_INT_(verb),        \
        unsigned long: BMILL_LONG_(verb),      \
        unsigned long long: BMILL_U64_(verb),  \
        default: bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x)
#define BMILL_GENERIC_T_(verb, x)                \
    _Generic((x),                                \
        unsigned char: BMILL_U8_(verb),          \
        unsigned short: BMILL_T_SHORT_(verb),    \
        unsigned int: BMILL_T_INT_(verb),        \
        unsigned long: BMILL_T_LONG_(verb),      \
        unsigned long long: BMILL_T_LLONG_(verb), \
        default: bmill_this_needs_an_unsigned_type_so_cast_it_as_in_uint8_t_of_x)
/* clang-format on */

/* Each topic declares the names of its macros as numbers that do not exist. A call with a wrong
 * number of arguments leaves such a name; if it were undeclared, that would be a second error. */
typedef unsigned bmill_generic_;

#endif

#endif
