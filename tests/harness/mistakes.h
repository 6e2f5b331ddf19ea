/* mistakes.h: functions with the bugs that people make, against the laws of laws.h. */
#ifndef BMILL_TESTS_MISTAKES_H
#define BMILL_TESTS_MISTAKES_H

#include "runner.h"

/* Tests that each is refuted with its least input, and that right functions that work in another
 * way than ours are not refuted. */
void add_mistakes(TCase *tcase);

#endif
