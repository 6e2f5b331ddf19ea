/* verb_find.c: finds verbs and operators by their names, and what their operands may be. */
#include "number.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

/* Whether the names are the same, where '-' counts as '_'. */
static bool same_name(const char *name, const char *typed, size_t length)
{
    for (size_t k = 0; k < length; k++)
        if (name[k] == '\0' || (typed[k] == '-' ? '_' : typed[k]) != name[k])
            return false;
    return name[length] == '\0';
}

static const struct verb *find_in(const struct verb *table, size_t count, const char *name,
                                  size_t length)
{
    for (size_t k = 0; k < count; k++)
        if (same_name(table[k].name, name, length))
            return &table[k];
    return NULL;
}

/* The width that the name ends with, as "_u8"; then *length is that of the rest. 0: none. */
static unsigned width_behind(const char *name, size_t *length)
{
    static const char *const endings[] = {"_u8", "_u16", "_u32", "_u64"};
    for (size_t k = 0; k < 4; k++) {
        size_t ending = strlen(endings[k]);
        if (*length > ending && same_name(endings[k], name + *length - ending, ending)) {
            *length -= ending;
            return 8u << k;
        }
    }
    return 0;
}

/* Skips "bmill_" in front of the name. */
static const char *skip_prefix(const char *name, size_t *length)
{
    if (*length <= 6 || !same_name("bmill_", name, 6))
        return name;
    *length -= 6;
    return name + 6;
}

const struct verb *verb_find(const char *name, size_t length, unsigned *width)
{
    name = skip_prefix(name, &length);
    const struct verb *verb = find_in(verbs, nverbs, name, length);
    if (verb)
        return verb;
    unsigned found = width_behind(name, &length);
    verb = found ? find_in(verbs, nverbs, name, length) : NULL;
    if (!verb || !verb_has_width(verb, found))
        return NULL;
    if (width)
        *width = found;
    return verb;
}

const struct verb *operator_find(const char *name, size_t length)
{
    static const char *const spelled[][2] = {
        {"&", "and"},  {"|", "or"},  {"^", "xor"}, {"~", "not"}, {"<<", "shl"},
        {">>", "shr"}, {"+", "add"}, {"-", "sub"}, {"*", "mul"},
    };
    for (size_t k = 0; k < sizeof spelled / sizeof spelled[0]; k++)
        if (strlen(spelled[k][0]) == length && memcmp(spelled[k][0], name, length) == 0)
            return find_in(operators, noperators, spelled[k][1], strlen(spelled[k][1]));
    return find_in(operators, noperators, name, length);
}

enum { LONGEST_NAME = 32 };

/* How many letters must be changed, left out or put in to make `typed` of `name`. */
static size_t distance(const char *name, const char *typed, size_t length)
{
    size_t row[LONGEST_NAME + 1];
    for (size_t k = 0; k <= length; k++)
        row[k] = k;
    for (size_t n = 1; name[n - 1]; n++) {
        size_t corner = row[0];
        row[0] = n;
        for (size_t k = 1; k <= length; k++) {
            size_t change = corner + (typed[k - 1] != name[n - 1]);
            corner = row[k];
            size_t other = (row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1;
            row[k] = change < other ? change : other;
        }
    }
    return row[length];
}

/* Whether `typed` is `name` with two neighbours swapped. */
static bool swapped(const char *name, const char *typed)
{
    size_t k = 0;
    while (name[k] && name[k] == typed[k])
        k++;
    return name[k] && name[k + 1] && name[k] == typed[k + 1] && name[k + 1] == typed[k] &&
           strcmp(name + k + 2, typed + k + 2) == 0;
}

/* Whether `name` contains all of `typed`, or the other way round, both of at least 3 letters. */
static bool contains(const char *name, const char *typed)
{
    return strlen(name) > 2 && strlen(typed) > 2 && (strstr(name, typed) || strstr(typed, name));
}

static const struct verb *nearest_in(const struct verb *table, size_t count, const char *typed,
                                     size_t *least)
{
    const struct verb *nearest = NULL;
    for (size_t k = 0; k < count; k++) {
        size_t far =
            swapped(table[k].name, typed) ? 1 : distance(table[k].name, typed, strlen(typed));
        if (far > 2 && contains(table[k].name, typed))
            far = 3;
        if (far < *least) {
            *least = far;
            nearest = &table[k];
        }
    }
    return nearest;
}

/* A few names that others use. */
static const char *known_as(const char *typed)
{
    static const char *const names[][2] = {
        {"test", "is_set"},
        {"get", "is_set"},
        {"toggle", "flip"},
        {"reset", "clear"},
        {"unset", "clear"},
        {"count", "popcount"},
        {"count_ones", "popcount"},
        {"bitcount", "popcount"},
        {"hamming_weight", "popcount"},
        {"bswap", "byteswap"},
        {"bitreverse", "reverse"},
        {"rol", "rotl"},
        {"ror", "rotr"},
        {"rotate_left", "rotl"},
        {"rotate_right", "rotr"},
        {"ilog2", "log2_floor"},
        {"blsr", "clear_lowest_set"},
        {"blsi", "lowest_set"},
        {"has_single_bit", "is_pow2"},
        {"power_of_two", "is_pow2"},
        {"bit_ceil", "ceil_pow2"},
        {"bit_floor", "floor_pow2"},
        {"sar", "asr"},
        {"sra", "asr"},
        {"complement", "not"},
        {"invert", "not"},
        {"negate", "neg"},
        {"bextr", "extract"},
        {"bfi", "insert"},
        {"midpoint", "avg_floor"},
        {"compress", "pext"},
        {"expand", "pdep"},
    };
    for (size_t k = 0; k < sizeof names / sizeof names[0]; k++)
        if (strcmp(names[k][0], typed) == 0)
            return names[k][1];
    return NULL;
}

const struct verb *verb_like(const char *name, size_t length)
{
    char typed[LONGEST_NAME + 1];
    name = skip_prefix(name, &length);
    width_behind(name, &length);
    if (length == 0 || length > LONGEST_NAME)
        return NULL;
    for (size_t k = 0; k < length; k++)
        typed[k] = name[k] == '-'                     ? '_'
                   : name[k] >= 'A' && name[k] <= 'Z' ? (char)(name[k] + 32)
                                                      : name[k];
    typed[length] = '\0';

    const char *known = known_as(typed);
    if (known) {
        const struct verb *verb = verb_find(known, strlen(known), NULL);
        return verb ? verb : operator_find(known, strlen(known));
    }
    size_t least = length < 4 ? 2 : 4; /* of three letters one may be wrong */
    const struct verb *verb = nearest_in(verbs, nverbs, typed, &least);
    const struct verb *other = nearest_in(operators, noperators, typed, &least);
    return other ? other : verb;
}

bool verb_has_width(const struct verb *verb, unsigned width)
{
    for (const char *w = verb->widths; *w; w += strspn(w, " ")) {
        char *end;
        if (strtoul(w, &end, 10) == width)
            return true;
        w = end;
    }
    return false;
}

uint64_t verb_operand_limit(char kind, unsigned width)
{
    switch (kind) {
    case OPERAND_INDEX:
    case OPERAND_SHIFT:
        return width - 1;
    case OPERAND_STATE:
        return 1;
    case OPERAND_HALF:
        return low_bits(width / 2, UINT64_MAX);
    case OPERAND_THIRD:
        return low_bits(width / 3, UINT64_MAX);
    case OPERAND_ALIGN:
        return UINT64_C(1) << (width - 1);
    case OPERAND_COUNT:
        return low_bits(width < 32 ? width : 32, UINT64_MAX);
    default:
        return low_bits(width, UINT64_MAX);
    }
}

size_t verb_changed_operand(const struct verb *verb)
{
    size_t k = 0;
    while (strcmp(verb->names[k], verb->changes) != 0)
        k++;
    return k;
}
