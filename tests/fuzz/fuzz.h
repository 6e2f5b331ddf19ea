/* fuzz.h: a fuzzer for every public function.
 *
 * An input is a string of bytes. Numbers are drawn from it, one after the other: the function,
 * sizes, positions, contents. After its end zeros are drawn, so every input is a call. The call is
 * made with each set of kernels, on memory between guard pages. A reference does the same bit by
 * bit to a twin of that memory. Results and memory must then agree.
 *
 *     static void try_reverse(const void *row)
 *     {
 *         size_t nbits = draw_size(MAX_BITS);
 *         unsigned char *a = place_bits(A, "a", nbits), *dst = place_dst_bits("dst", nbits);
 *         for (size_t i = 0; i < nbits; i++)
 *             ref_put(twin(dst), nbits - 1 - i, ref_get(a, i));
 *         note("nbits", nbits);
 *         bmill_bits_reverse(dst, a, nbits);
 *     }
 *
 * The reference comes before the call, reads the memory and writes to the twin, so it does not
 * matter whether dst is a. play() compares all memory with its twin afterwards.
 */
#ifndef BMILL_TESTS_FUZZ_H
#define BMILL_TESTS_FUZZ_H

#include "harness/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* ---- Drawing ---- */

/* A number from 0 to max. */
uint64_t draw(uint64_t max);
/* A number of bits, bytes or elements, at most max. Often small, or near a length at which kernels
 * change their method: multiples of 64, powers of two. */
size_t draw_size(size_t max);
/* A position or count for a size of n: often near 0 or n, sometimes far past it. */
size_t draw_near(size_t n);
/* The n-th number of the noise of a seed. */
uint64_t noise(uint64_t seed, uint64_t n);

/* ---- Memory ---- */

enum { MAX_BITS = 70000, MAX_BYTES = 40000, MEMORY_BYTES = 320 << 10 };
enum memory { DST, A, B, C, MEMORIES };

/* nbytes at a drawn address, a multiple of the alignment, often flush with a guard page. The bytes
 * around are noise. The contents are noise (place) or drawn (place_filled). For 0 bytes the result
 * may be NULL. A call uses each memory once. */
unsigned char *place(enum memory memory, const char *name, size_t nbytes, size_t alignment);
unsigned char *place_filled(enum memory memory, const char *name, size_t nbytes, size_t alignment);
/* A bitmap with drawn contents, and noise in the bits past nbits. */
unsigned char *place_bits(enum memory memory, const char *name, size_t nbits);
/* The address of a bitmap at a drawn position. Only its bits first to first + count - 1 are
 * accessible. The bytes before them may be in a guard page. first / 8 is at most 4096. */
unsigned char *place_range(enum memory memory, const char *name, size_t first, size_t count);
/* Noise of nbits to write to; or, by a draw, one of the inputs of the same size that is not NULL,
 * because dst may be an input. */
unsigned char *place_dst_bits(const char *name, size_t nbits);
unsigned char *place_dst_or(const char *name, size_t nbits, unsigned char *a, unsigned char *b,
                            unsigned char *c);
/* Fills memory that was placed with drawn contents, also in the twin. */
void fill(unsigned char *p, size_t nbytes);
/* The byte of the twin that belongs to this one; NULL for NULL. */
unsigned char *twin(const void *p);
/* Copies nbytes at p to the twin, after the test wrote there. */
void mirror(const void *p, size_t nbytes);

/* ---- Saying and comparing ---- */

/* Remembers an argument, for the message if the call fails. The name must live on. */
void note(const char *name, uint64_t value);
/* Another value of the argument that was noted last. */
void note_again(uint64_t value);
/* Whether all results were as expected. */
bool right_so_far(void);
/* A result, and the expected one. */
void expect(const char *name, uint64_t got, uint64_t expected);
void expect_double(double got, double expected);

/* ---- The table of functions ---- */

/* Functions that one attempt tries. The rows are structs whose first member is the name, without
 * the prefix. */
struct group {
    const char *prefix;
    const void *rows;
    size_t row_size, count;
    void (*attempt)(const void *row);
    bool inline_only; /* no kernels */
};
#define GROUP(prefix, rows, attempt)                                               \
    {                                                                              \
        prefix, rows, sizeof rows[0], sizeof rows / sizeof rows[0], attempt, false \
    }
#define INLINE_GROUP(prefix, rows, attempt)                                       \
    {                                                                             \
        prefix, rows, sizeof rows[0], sizeof rows / sizeof rows[0], attempt, true \
    }
/* The name of a function and the function, as the first two members of a row. */
#define F(function) #function, function

/* Ends with a group whose attempt is NULL. */
extern const struct group fuzz_logic[], fuzz_find[], fuzz_one_bit[], fuzz_range[], fuzz_iterate[],
    fuzz_lists[], fuzz_values[], fuzz_move[], fuzz_matrix[], fuzz_many[], fuzz_text[];
extern struct group fuzz_word[]; /* made before main */

size_t functions_count(void);
/* The name of function number i, as a user writes it. `buffer` has room for 80 characters. */
const char *function_name(size_t i, char *buffer);

/* ---- Playing ---- */

/* An input begins with the number of the function, two bytes. */
enum { HEAD_BYTES = 2 };

/* Makes the call that the bytes describe, with each set of kernels that this machine can run.
 * Result: whether all were right; if not, a message was printed. */
bool play(const unsigned char *bytes, size_t n);
/* Prints the call that is under way, for handlers of signals and of sanitizers. */
void print_call(void);

/* An input as a line of corpus.txt or bugs.txt, "function bytes", and back. They have the
 * function's name, because its number may change. Result of read_line: the number of bytes; 0 if
 * there is no such function. */
void print_line(FILE *file, const unsigned char *bytes, size_t n);
size_t read_line(const char *line, unsigned char *bytes, size_t size);

#endif
