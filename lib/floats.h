/* floats.h: the compiler must keep to IEEE 754, or the build stops. Included by files that compare
 * or divide floating-point numbers.
 *
 * With -ffinite-math-only a compiler may take it that there is no NaN: then NaN equals 3. With
 * -funsafe-math-optimizations, linking adds code to a program or shared library that makes the
 * processor take subnormal numbers for 0, in the whole process. -Ofast and -ffast-math are both.
 * configure asks the same before anything is built.
 *
 * Where floats are software, gcc says that it does not keep to IEC 559, as there are no exceptions
 * and no rounding modes; comparing is right there.
 */
#ifndef BMILL_FLOATS_H
#define BMILL_FLOATS_H

#if defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__ != 0) || \
    (defined(__GCC_IEC_559) && __GCC_IEC_559 == 0 && !defined(__SOFTFP__) && !defined(__AVR__))
#error \
    "bitmill compares floats as IEEE 754 says: build it with -O3, not with -Ofast, -ffast-math, -ffinite-math-only or -funsafe-math-optimizations"
#endif

#endif
