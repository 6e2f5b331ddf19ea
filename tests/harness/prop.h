/* prop.h: a small property tester with shrinking.
 *
 * A property draws its inputs as numbers and says whether it holds:
 *
 *     static bool and_is_commutative(prop *p)
 *     {
 *         uint64_t a = prop_draw(p, UINT64_MAX), b = prop_draw(p, UINT64_MAX);
 *         prop_show(p, "a = %#jx, b = %#jx", (uintmax_t)a, (uintmax_t)b);
 *         return (a & b) == (b & a);
 *     }
 *
 *     START_TEST(commutative) { PROP_CHECK(and_is_commutative); }
 *
 * A case is nothing but the list of numbers that were drawn. When a case fails, that list is
 * edited (numbers deleted, made zero, made smaller) as long as the property still fails. Everything
 * that is made of the numbers gets smaller with them, and no type needs a shrinker of its own (the
 * idea of Hypothesis and theft). Draw the elements of two operands alternately, so that deleting
 * one number does not shift all of the next operand.
 *
 * Environment: BMILL_CASES (number of cases, default 300), BMILL_SEED (a number; without it each
 * run has another one: see runner.h). A failure prints the least case and the line that repeats it.
 */
#ifndef BMILL_TESTS_PROP_H
#define BMILL_TESTS_PROP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct prop prop;
typedef bool property(prop *p);

/* A number from 0 to max. A smaller number makes a simpler case. */
uint64_t prop_draw(prop *p, uint64_t max);

/* Fills na bytes at a and nb at b (either may be 0) as bitmaps often are: runs of words that are 0,
 * all 1 bits, single bits, noise, or one word repeated. */
void prop_fill(prop *p, unsigned char *a, size_t na, unsigned char *b, size_t nb);

/* Says what was drawn; printed for the least failing case only. */
#ifdef __MINGW32__ /* with the printf of C99: see configure.ac */
__attribute__((format(gnu_printf, 2, 3)))
#else
__attribute__((format(printf, 2, 3)))
#endif
void prop_show(prop *p, const char *format, ...);

/* Runs the property; fails the running Check test if it does not hold. The regressions of that
 * name in regressions.def come first. */
void prop_check(const char *name, property *holds);
#define PROP_CHECK(holds) prop_check(#holds, holds)

/* One case whose first numbers are given; the others are drawn. */
void prop_check_given(const char *name, property *holds, const uint64_t *given, size_t n);

/* The same as prop_check, but only tells: false and a message (to be freed) if a case failed. */
bool prop_holds(const char *name, property *holds, char **message);

#endif
