/* decode_lines.c: decode of lines of 64 bytes in which few words have all the 1 bits.
 *
 * From some of the words, the kernels guess how many 1 bits each word of a line, or of a batch of
 * lines, has, and write so many elements for each word. So these bitmaps are those for which the
 * guess is most wrong: for each subset of the words of a line, the same number of 1 bits in each
 * word of the subset and none in the others. */
#include "harness/isas.h"
#include "harness/lists.h"

#include <bitmill/word.h>

enum { LINE_BITS = 512, LINE_BYTES = LINE_BITS / 8, LINE_WORDS = 8, LINES = 14, CANARY = 64 };
enum { ROOM = LINES * LINE_BITS + CANARY }; /* elements */

/* Ones in the words of the set: each number up to what the kernels call few, and some above. */
static const unsigned ones_in_a_word[] = {1,  2,  3,  4,  5,  6,  7,  8, 9,
                                          11, 12, 13, 16, 17, 32, 33, 64};

static void fill_line(unsigned char *line, unsigned words, unsigned ones)
{
    for (unsigned k = 0; k < LINE_WORDS; k++) {
        uint64_t word = words >> k & 1 ? bmill_low_mask_u64(ones) : 0;
        bmill_store_le_u64(line + 8 * k, bmill_rotl_u64(word, (words + 11 * k) % 64));
    }
}

/* One call, with room for more than is found: it writes the list, and nothing after it. */
static bool is_right(const struct family *f, unsigned char *list, const unsigned char *bits,
                     size_t nbits)
{
    size_t capacity = nbits + CANARY, at = 0, found = 0, n;
    memset(list, 0xa5, capacity * f->width);
    n = f->decode(list, bits, nbits, capacity, &at, 3);
    for (size_t i = 0; i < nbits; i++)
        if (ref_get(bits, i) && (found == n || get(list, found++, f->width) != 3 + i))
            return false;
    for (const unsigned char *p = list + n * f->width; p < list + capacity * f->width; p++)
        if (*p != 0xa5)
            return false;
    return found == n && at == nbits;
}

static void check(const struct family *f, struct guarded in, unsigned char *list, unsigned words,
                  unsigned ones)
{
    unsigned char *line = in.start;
    /* Alone, with unreadable pages right before it; as the second of three; all of many. */
    memset(line, 0, LINES * LINE_BYTES);
    fill_line(line, words, ones);
    if (!is_right(f, list, line, LINE_BITS) || !is_right(f, list, line, 3 * LINE_BITS))
        ck_abort_msg("u%zu: first line, words %#x, %u 1 bits each", 8 * f->width, words, ones);
    fill_line(line, 0, 0);
    fill_line(line + LINE_BYTES, words, ones);
    if (!is_right(f, list, line, 3 * LINE_BITS))
        ck_abort_msg("u%zu: second line, words %#x, %u 1 bits each", 8 * f->width, words, ones);
    for (size_t k = 0; k < LINES; k++)
        fill_line(line + LINE_BYTES * k, words, ones);
    if (!is_right(f, list, line, LINES * LINE_BITS))
        ck_abort_msg("u%zu: all lines, words %#x, %u 1 bits each", 8 * f->width, words, ones);
}

START_TEST(ones_in_few_words)
{
    struct guarded in = guard_alloc(LINES * LINE_BYTES), out = guard_alloc(ROOM * 8);
    isa_for_test(_i);
    for (size_t k = 0; k < sizeof families / sizeof families[0]; k++)
        for (size_t i = 0; i < sizeof ones_in_a_word / sizeof ones_in_a_word[0]; i++)
            for (unsigned words = 1; words < 256; words++)
                check(&families[k], in, out.start, words, ones_in_a_word[i]);
    guard_free(in);
    guard_free(out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("decode_lines");
    add_test_for_each_isa(add_case(suite, "lines"), ones_in_few_words);
    return run_suite(suite);
}
