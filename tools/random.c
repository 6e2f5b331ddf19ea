/* random.c: `bitmill random`: a file of random bits, the same from a seed on every machine. */
#include "args.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The density is k / 2^PRECISION. */
enum { PRECISION = 32 };

/* Output number n of the library's generator depends on seed + (n + 1) * STEP, and a word of 64
 * bits takes 64 outputs. So the bits from word w on are those of this seed: */
static const uint64_t step = 0x9e3779b97f4a7c15;
static uint64_t seed_at(uint64_t seed, uint64_t word) { return seed + 64 * word * step; }

/* Only a density of 0 or 1 becomes all 0 or all 1. Result: DONE, or USAGE after a message. */
static int read_density(const char *text, uint64_t *k)
{
    char *end;
    double density = strtod(text, &end);
    const uint64_t one = (uint64_t)1 << PRECISION;
    bool plain = *text && !text[strspn(text, "0123456789.eE+-")] && *end == '\0';
    if (!plain || !(density >= 0 && density <= 1))
        return usage_error("random: density '%s' is %s: expected 0 to 1, such as 0.25", text,
                           plain ? "out of range" : "not a number");
    *k = (uint64_t)(density * (double)one + 0.5);
    if (*k == 0 && density > 0)
        *k = 1;
    if (*k == one && density < 1)
        *k = one - 1;
    return DONE;
}

static int write_random(struct output *out, uint64_t nbits, uint64_t k, uint64_t seed)
{
    static unsigned char piece[INPUT_PIECE];
    const uint64_t piece_bits = 8 * INPUT_PIECE;
    for (uint64_t at = 0; at < nbits; at += piece_bits) {
        size_t n = (size_t)(nbits - at < piece_bits ? nbits - at : piece_bits), bytes = (n + 7) / 8;
        piece[bytes - 1] = 0;
        bmill_bits_random(piece, n, k, PRECISION, seed_at(seed, at / 64));
        if (!output_write(out, piece, bytes)) {
            output_discard(out);
            return FAILED;
        }
        progress_add(bytes);
    }
    progress_clear();
    return output_finish(out);
}

static int run_random(char **args)
{
    enum { DENSITY, SEED, OUTPUT, END };
    struct option options[] = {
        [DENSITY] = {"--density", 0, "0 to 1, such as 0.25", NULL},
        [SEED] = {"--seed", 0, "a number", NULL},
        [OUTPUT] = {"--output", 'o', "a file, or '-'", NULL},
        [END] = {NULL, 0, NULL, NULL},
    };
    uint64_t nbits = 0, k = (uint64_t)1 << (PRECISION - 1), seed = 0;
    struct output out;
    int status = take_options(&command_random, args, options, NUMBERS);
    if (status != DONE)
        return status;
    if (check_operands(&command_random, args, 1, 1) != DONE ||
        number_option(&command_random, &options[SEED], 0, UINT64_MAX, &seed) != DONE ||
        (options[DENSITY].value && read_density(options[DENSITY].value, &k) != DONE))
        return USAGE;
    enum number kind = read_number(*args, &nbits);
    if (kind != A_NUMBER || nbits > UINT64_MAX / 2)
        return usage_error("random: number of bits '%s' is %s: expected 0 to %" PRIu64, *args,
                           kind == NO_NUMBER ? "not a number" : "out of range", UINT64_MAX / 2);
    if (check_isa_environment() != DONE)
        return USAGE;
    status = output_open(&out, &command_random, options[OUTPUT].value);
    if (status != DONE)
        return status;
    progress_start(nbits / 8);
    return write_random(&out, nbits, k, seed);
}

const struct command command_random = {
    "random",
    "[--density D] [--seed S] [-o OUT] N",
    "random bits, the same from a seed on every machine",
    "Writes N random bits, and zeros up to the end of the last byte. They are those\n"
    "of bmill_bits_random() in the library: the same from a seed on every machine.\n"
    "They are for simulation and tests, not for secrets.\n"
    "\n"
    "  --density D       the probability of a 1 bit, from 0 to 1, of which a multiple\n"
    "                    of 2^-32 is taken; 0.5 without the option\n"
    "  --seed S          a number; 0 without the option\n"
    "  -o, --output OUT  the file to write, instead of standard output; it is written\n"
    "                    whole or not at all\n"
    "\n"
    "Example:\n"
    "  bitmill random --density 0.1 --seed 42 8000 -o sample.bits\n",
    run_random,
};
