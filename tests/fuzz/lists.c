/* lists.c: between bitmaps and lists of indices. */
#define BMILL_NO_INLINE_BITS
#include "fuzz.h"
#include <bitmill.h>
#include <string.h>

/* The functions of the three widths, with lists as void *. */
#define OF_WIDTH(N)                                                                             \
    static size_t decode_u##N(void *dst, const void *bits, size_t nbits, size_t capacity,       \
                              size_t *from, uint64_t base)                                      \
    {                                                                                           \
        return bmill_bits_decode_u##N(dst, bits, nbits, capacity, from, (uint##N##_t)base);     \
    }                                                                                           \
    static size_t runs_from_indices_u##N(void *runs, const void *indices, size_t n)             \
    {                                                                                           \
        return bmill_bits_runs_from_indices_u##N(runs, indices, n);                             \
    }                                                                                           \
    static size_t indices_from_runs_u##N(void *indices, const void *runs, size_t n, size_t cap) \
    {                                                                                           \
        return bmill_bits_indices_from_runs_u##N(indices, runs, n, cap);                        \
    }
OF_WIDTH(16)
OF_WIDTH(32)
OF_WIDTH(64)

#define CHANGE(verb, N)                                                                      \
    static void verb##_indices_u##N(void *bits, const void *indices, size_t n)               \
    {                                                                                        \
        bmill_bits_##verb##_indices_u##N(bits, indices, n);                                  \
    }                                                                                        \
    static size_t verb##_indices_checked_u##N(void *bits, const void *indices, size_t nbits, \
                                              size_t n)                                      \
    {                                                                                        \
        return bmill_bits_##verb##_indices_checked_u##N(bits, indices, nbits, n);            \
    }
CHANGE(set, 16)
CHANGE(set, 32)
CHANGE(set, 64)
CHANGE(clear, 16)
CHANGE(clear, 32)
CHANGE(clear, 64)
CHANGE(flip, 16)
CHANGE(flip, 32)
CHANGE(flip, 64)

static void put_number(void *list, size_t i, size_t bytes, uint64_t x)
{
    uint16_t x16 = (uint16_t)x;
    uint32_t x32 = (uint32_t)x;
    memcpy((unsigned char *)list + i * bytes,
           bytes == 2   ? (void *)&x16
           : bytes == 4 ? (void *)&x32
                        : (void *)&x,
           bytes);
}

static uint64_t get_number(const void *list, size_t i, size_t bytes)
{
    const unsigned char *p = (const unsigned char *)list + i * bytes;
    uint16_t x16;
    uint32_t x32;
    uint64_t x64;
    switch (bytes) {
    case 2:
        return memcpy(&x16, p, 2), x16;
    case 4:
        return memcpy(&x32, p, 4), x32;
    default:
        return memcpy(&x64, p, 8), x64;
    }
}

static uint64_t most_of(size_t bytes) { return UINT64_MAX >> (64 - 8 * bytes); }

/* ---- decode. dst has room for the result only. ---- */

static const struct decode_row {
    const char *name;
    size_t (*call)(void *dst, const void *bits, size_t nbits, size_t capacity, size_t *from,
                   uint64_t base);
    size_t bytes;
} decodes[] = {
    {"bmill_bits_decode_u16", decode_u16, 2},
    {"bmill_bits_decode_u32", decode_u32, 4},
    {"bmill_bits_decode_u64", decode_u64, 8},
};

/* How many will be written. */
static size_t count_from(const unsigned char *bits, size_t nbits, size_t from)
{
    size_t count = 0;
    for (size_t i = from; i < nbits; i++)
        count += ref_get(bits, i);
    return count;
}

/* Writes to dst as decode should, and moves *from. */
static size_t reference_decode(unsigned char *dst, size_t bytes, const unsigned char *bits,
                               size_t nbits, size_t capacity, size_t *from, uint64_t base)
{
    size_t n = 0;
    if (nbits == 0 || capacity == 0)
        return 0;
    for (size_t i = *from; i < nbits && n < capacity; i++)
        if (ref_get(bits, i)) {
            put_number(dst, n++, bytes, base + i);
            *from = i + 1;
        }
    *from = n < capacity ? nbits : *from;
    return n;
}

static void try_decode(const void *row_)
{
    const struct decode_row *row = row_;
    size_t nbits = draw(3) ? draw_size(MAX_BITS / 4) : (size_t)draw(290000);
    size_t from = draw(1) ? 0 : draw_near(nbits), expected_from, expected, capacity, room;
    uint64_t base = draw(1) ? 0 : draw(most_of(row->bytes));
    unsigned char *bits = place_bits(A, "bits", nbits), *dst;
    room = count_from(bits, nbits, from);
    capacity = draw_near(room);
    if (capacity > MEMORY_BYTES / 8 && room > MEMORY_BYTES / 8)
        capacity = MEMORY_BYTES / 8;
    room = room < capacity ? room : capacity;
    dst = place(DST, "dst", room * row->bytes, row->bytes);
    note("nbits", nbits);
    note("capacity", capacity);
    note("from", from);
    note("base", base);
    expected_from = from;
    expected = reference_decode(twin(dst), row->bytes, bits, nbits, capacity, &expected_from, base);
    if (from >= nbits && nbits)
        expected_from = nbits;
    expect("the result", row->call(dst, bits, nbits, capacity, &from, base), expected);
    expect("*from", from, expected_from);
}

/* ---- Indices to bits ---- */

enum change { SET, CLEAR, FLIP };

static const struct change_row {
    const char *name;
    void (*call)(void *bits, const void *indices, size_t n);
    size_t (*checked)(void *bits, const void *indices, size_t nbits, size_t n);
    enum change change;
    size_t bytes;
} changes[] = {
    {"bmill_bits_set_indices_u16", set_indices_u16, NULL, SET, 2},
    {"bmill_bits_set_indices_u32", set_indices_u32, NULL, SET, 4},
    {"bmill_bits_set_indices_u64", set_indices_u64, NULL, SET, 8},
    {"bmill_bits_clear_indices_u16", clear_indices_u16, NULL, CLEAR, 2},
    {"bmill_bits_clear_indices_u32", clear_indices_u32, NULL, CLEAR, 4},
    {"bmill_bits_clear_indices_u64", clear_indices_u64, NULL, CLEAR, 8},
    {"bmill_bits_flip_indices_u16", flip_indices_u16, NULL, FLIP, 2},
    {"bmill_bits_flip_indices_u32", flip_indices_u32, NULL, FLIP, 4},
    {"bmill_bits_flip_indices_u64", flip_indices_u64, NULL, FLIP, 8},
    {"bmill_bits_set_indices_checked_u16", NULL, set_indices_checked_u16, SET, 2},
    {"bmill_bits_set_indices_checked_u32", NULL, set_indices_checked_u32, SET, 4},
    {"bmill_bits_set_indices_checked_u64", NULL, set_indices_checked_u64, SET, 8},
    {"bmill_bits_clear_indices_checked_u16", NULL, clear_indices_checked_u16, CLEAR, 2},
    {"bmill_bits_clear_indices_checked_u32", NULL, clear_indices_checked_u32, CLEAR, 4},
    {"bmill_bits_clear_indices_checked_u64", NULL, clear_indices_checked_u64, CLEAR, 8},
    {"bmill_bits_flip_indices_checked_u16", NULL, flip_indices_checked_u16, FLIP, 2},
    {"bmill_bits_flip_indices_checked_u32", NULL, flip_indices_checked_u32, FLIP, 4},
    {"bmill_bits_flip_indices_checked_u64", NULL, flip_indices_checked_u64, FLIP, 8},
};

/* n positions below nbits, close together or anywhere, some of them repeated. */
static void fill_positions(unsigned char *list, size_t n, size_t bytes, size_t nbits)
{
    size_t seed = (size_t)draw(255), spread = draw(1) ? nbits : 1 + (size_t)draw(70);
    uint64_t at = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t x = noise(seed, i);
        at = (at + x % spread) % nbits;
        put_number(list, i, bytes, at & most_of(bytes));
    }
}

static void change_twin(unsigned char *bits, const unsigned char *indices, size_t n,
                        const struct change_row *row)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = (size_t)get_number(indices, i, row->bytes);
        bool old = ref_get(twin(bits), at);
        ref_put(twin(bits), at, row->change == FLIP ? !old : row->change == SET);
    }
}

static void try_change(const void *row_)
{
    const struct change_row *row = row_;
    size_t nbits = draw_size(MAX_BITS), n = nbits ? draw_size(2000) : 0, bad = n;
    unsigned char *bits = place_bits(A, "bits", nbits);
    unsigned char *indices = place(B, "indices", n * row->bytes, row->bytes);
    note("nbits", nbits);
    note("n", n);
    if (n)
        fill_positions(indices, n, row->bytes, nbits);
    if (row->checked && n && draw(1) && most_of(row->bytes) >= nbits) {
        bad = draw_near(n) % n;
        put_number(indices, bad, row->bytes,
                   nbits + draw(draw(1) ? 3 : most_of(row->bytes) - nbits));
        bad = get_number(indices, bad, row->bytes) < nbits ? n : bad; /* nbits + 3 wrapped */
        note("the bad index is number", bad);
    }
    mirror(indices, n * row->bytes);
    if (bad == n)
        change_twin(bits, indices, n, row);
    if (row->call)
        row->call(bits, indices, n);
    else
        expect("the result", row->checked(bits, indices, nbits, n), bad);
}

/* ---- Indices to runs, and back ---- */

static const struct to_runs_row {
    const char *name;
    size_t (*call)(void *runs, const void *indices, size_t n);
    size_t bytes;
} to_runs[] = {
    {"bmill_bits_runs_from_indices_u16", runs_from_indices_u16, 2},
    {"bmill_bits_runs_from_indices_u32", runs_from_indices_u32, 4},
    {"bmill_bits_runs_from_indices_u64", runs_from_indices_u64, 8},
};

/* Each is one more than the one before, or, one time in `mean`, any other. */
static void fill_ascending(unsigned char *list, size_t n, size_t bytes)
{
    uint64_t seed = draw(255), mean = 1 + draw(draw(1) ? 20 : 2000), x = 0 - draw(70);
    if (draw(7) == 0)
        mean = UINT64_MAX;
    for (size_t i = 0; i < n; i++) {
        uint64_t y = noise(seed, i);
        x = y % mean == 0 ? x + (y >> 32) % 300 : x + 1;
        put_number(list, i, bytes, x & most_of(bytes));
    }
    mirror(list, n * bytes);
}

/* The runs; NULL: only their number. */
static size_t reference_runs(unsigned char *runs, const unsigned char *indices, size_t n,
                             size_t bytes)
{
    size_t count = 0;
    uint64_t length = 0, last = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t x = get_number(indices, i, bytes);
        if (length > 0 && length < most_of(bytes) && last != most_of(bytes) && x == last + 1)
            length++;
        else
            length = 1, count++;
        last = x;
        if (runs && length == 1)
            put_number(runs, 2 * count - 2, bytes, x);
        if (runs)
            put_number(runs, 2 * count - 1, bytes, length);
    }
    return count;
}

static void try_to_runs(const void *row_)
{
    const struct to_runs_row *row = row_;
    size_t n = row->bytes == 2 && draw(31) == 0 ? 65536 + (size_t)draw(100) : draw_size(4000);
    unsigned char *indices = place(A, "indices", n * row->bytes, row->bytes), *runs;
    size_t expected;
    fill_ascending(indices, n, row->bytes);
    expected = reference_runs(NULL, indices, n, row->bytes);
    runs = place(DST, "runs", 2 * expected * row->bytes, row->bytes);
    note("n", n);
    reference_runs(twin(runs), indices, n, row->bytes);
    expect("the result", row->call(runs, indices, n), expected);
}

static const struct from_runs_row {
    const char *name;
    size_t (*call)(void *indices, const void *runs, size_t nruns, size_t capacity);
    size_t bytes;
} from_runs[] = {
    {"bmill_bits_indices_from_runs_u16", indices_from_runs_u16, 2},
    {"bmill_bits_indices_from_runs_u32", indices_from_runs_u32, 4},
    {"bmill_bits_indices_from_runs_u64", indices_from_runs_u64, 8},
};

/* Mostly short runs. Result: how many indices there are. */
static size_t fill_with_runs(unsigned char *runs, size_t nruns, size_t bytes)
{
    uint64_t seed = draw(255), mean = draw(draw(1) ? 5 : 200), sum = 0;
    size_t one = (size_t)draw(nruns);
    uint64_t its_count = draw(1) ? draw(1000) : draw(most_of(bytes));
    for (size_t i = 0; i < nruns; i++) {
        uint64_t x = noise(seed, i), count = i == one ? its_count : (x >> 32) % (mean + 1);
        put_number(runs, 2 * i, bytes, x & (x >> 60 ? most_of(bytes) : 0xffff));
        put_number(runs, 2 * i + 1, bytes, count);
        sum = sum + count < sum ? UINT64_MAX : sum + count;
    }
    mirror(runs, 2 * nruns * bytes);
    return sum < SIZE_MAX ? (size_t)sum : SIZE_MAX;
}

static void try_from_runs(const void *row_)
{
    const struct from_runs_row *row = row_;
    size_t nruns = draw_size(1000), sum, capacity, room, n = 0;
    unsigned char *runs = place(A, "runs", 2 * nruns * row->bytes, row->bytes), *indices;
    sum = fill_with_runs(runs, nruns, row->bytes);
    capacity = draw_near(sum < 20000 ? sum : 20000);
    if (sum > MEMORY_BYTES / 8 && capacity > MEMORY_BYTES / 8)
        capacity = MEMORY_BYTES / 8;
    room = sum < capacity ? sum : capacity;
    indices = place(DST, "indices", room * row->bytes, row->bytes);
    note("nruns", nruns);
    note("capacity", capacity);
    for (size_t i = 0; i < nruns; i++) {
        uint64_t first = get_number(runs, 2 * i, row->bytes);
        uint64_t count = get_number(runs, 2 * i + 1, row->bytes);
        for (uint64_t j = 0; j < count && n < room; j++)
            put_number(twin(indices), n++, row->bytes, first + j);
    }
    expect("the result", row->call(indices, runs, nruns, capacity), sum);
}

const struct group fuzz_lists[] = {
    GROUP("", decodes, try_decode),
    GROUP("", changes, try_change),
    GROUP("", to_runs, try_to_runs),
    GROUP("", from_runs, try_from_runs),
    {0},
};
