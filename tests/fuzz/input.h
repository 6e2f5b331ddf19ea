/* input.h: the functions of input.c that only play.c uses. */
#ifndef BMILL_TESTS_FUZZ_INPUT_H
#define BMILL_TESTS_FUZZ_INPUT_H

#include "fuzz.h"

/* Begins an input: draws come from these bytes, and no memory is placed. */
void begin_input(const unsigned char *bytes, size_t n);
/* Draws the noise around the memory that will be placed. */
void begin_noise(void);
/* Whether all memory equals its twin; if not, prints the first byte that differs. */
bool memory_agrees(char *why, size_t size);
/* Prints the position and contents of all memory. */
void print_placed(bool contents);

#endif
