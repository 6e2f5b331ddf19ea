/* chess.c: a chess board is 64 squares, and a set of squares is one number of 64 bits: bit 0 is a1,
 * bit 7 is h1, bit 63 is h8. To move all pieces of a set at once is a shift; a mask stops those
 * that would leave at one edge and enter at the other.
 *
 * A rook, bishop or queen stops at the first piece that stands on its line. Subtraction finds it:
 * if s is the square of the piece and o the pieces on the line, s included, then o - 2 s borrows
 * from the nearest piece above s, and o ^ (o - 2 s) are the squares up to and with that one:
 *
 *     o          0 1 0 0 1 0 0        s is the lower piece
 *     o - 2 s    0 0 1 1 1 0 0
 *     xor        0 1 1 1 0 0 0        three squares, the last one with a piece on it
 *
 * The squares below are found likewise on the reversed line. (R. Rasmussen's "hyperbola
 * quintessence", described in the Chess Programming Wiki.)
 *
 * Cost: three reversals and two subtractions for a line; no table of moves, no loop over squares.
 * `chess time` compares with a loop from square to square: measured 2.5 times as fast (gcc 12,
 * -O2).
 *
 *   cc -O2 chess.c -o chess $(pkg-config --cflags bitmill)
 *   chess [time]
 *
 * Prints:
 *   8 . . . x . . . .    . . . . . . . .
 *   7 x . . x . . . .    . . . . . . . .
 *   6 . x o x . X . .    . . o x . X . .
 *   5 . . x x x . . .    . . x . . . x .
 *   4 x x x Q x x X .    . . . . N . o .
 *   3 . . x x x . . .    . . x . . . x .
 *   2 . X . X . x . .    . o . X . x . .
 *   1 . . . . . . x .    . . . . . . . .
 *   moves on an empty board, from all squares: knight 336, bishop 560, rook 896
 *   queens on 10000 boards: 0 attacks differ from a loop
 */
#include <bitmill/word.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const uint64_t file_a = UINT64_C(0x0101010101010101), rank_1 = 0xff;
static const uint64_t diagonal = UINT64_C(0x8040201008040201); /* a1 to h8 */

/* The squares that knights attack: two files to the side and one rank, or one and two. */
static uint64_t knight_attacks(uint64_t knights)
{
    uint64_t not_a = ~file_a, not_h = ~(file_a << 7), not_ab = not_a & not_a << 1;
    uint64_t not_gh = not_h & not_h >> 1;
    uint64_t one = (knights & not_h) << 1 | (knights & not_a) >> 1;
    uint64_t two = (knights & not_gh) << 2 | (knights & not_ab) >> 2;
    return one << 16 | one >> 16 | two << 8 | two >> 8;
}

/* The squares that a piece at `square` attacks along `line`, with the pieces `all` on the board. */
static uint64_t line_attacks(unsigned square, uint64_t line, uint64_t all)
{
    uint64_t s = bmill_set(UINT64_C(0), square), o = (all & line) | s, back = bmill_reverse(o);
    uint64_t up = o - 2 * s, down = back - 2 * bmill_reverse(s);
    return (up ^ bmill_reverse(down)) & line;
}

/* The diagonal from lower left to upper right through a square, and the one across it. */
static uint64_t rising(unsigned square)
{
    int rank = (int)square / 8, file = (int)square % 8, shift = 8 * (rank - file);
    return shift >= 0 ? diagonal << shift : diagonal >> -shift;
}
static uint64_t falling(unsigned square) { return bmill_byteswap(rising(square ^ 56)); }

static uint64_t rook_attacks(unsigned square, uint64_t all)
{
    return line_attacks(square, file_a << square % 8, all) |
           line_attacks(square, rank_1 << square / 8 * 8, all);
}
static uint64_t bishop_attacks(unsigned square, uint64_t all)
{
    return line_attacks(square, rising(square), all) | line_attacks(square, falling(square), all);
}
static uint64_t queen_attacks(unsigned square, uint64_t all)
{
    return rook_attacks(square, all) | bishop_attacks(square, all);
}

/* A queen's attacks, from square to square in the eight directions, until a piece is met. */
static uint64_t queen_by_loop(unsigned square, uint64_t all)
{
    uint64_t attacks = 0;
    for (int direction = 0; direction < 9; direction++) {
        int dx = direction % 3 - 1, dy = direction / 3 - 1;
        int x = (int)square % 8 + dx, y = (int)square / 8 + dy;
        for (; (dx || dy) && x >= 0 && x < 8 && y >= 0 && y < 8; x += dx, y += dy) {
            attacks = bmill_set(attacks, (unsigned)(8 * y + x));
            if (bmill_is_set(all, (unsigned)(8 * y + x)))
                break;
        }
    }
    return attacks;
}

/* Compares the two for a queen on each square of 10,000 boards. Result: how many differ. */
static unsigned compare(double ticks[2])
{
    unsigned differ = 0;
    uint64_t seed = 1, attacks[2][64];
    for (int board = 0; board < 10000; board++) {
        uint64_t all = seed & bmill_rotl(seed, 21); /* about 16 pieces */
        clock_t start = clock(), middle;
        for (unsigned s = 0; s < 64; s++)
            attacks[0][s] = queen_attacks(s, all);
        middle = clock();
        for (unsigned s = 0; s < 64; s++)
            attacks[1][s] = queen_by_loop(s, all);
        ticks[0] += (double)(middle - start);
        ticks[1] += (double)(clock() - middle);
        for (unsigned s = 0; s < 64; s++)
            differ += attacks[0][s] != attacks[1][s];
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    }
    return differ;
}

/* Prints a rank of the board. x: attacked; o: another piece; X: both. */
static void print(char piece, unsigned square, uint64_t all, uint64_t attacks, unsigned rank)
{
    for (unsigned s = 8 * rank; s < 8 * rank + 8; s++) {
        bool attacked = bmill_is_set(attacks, s), occupied = bmill_is_set(all, s);
        printf(" %c", s == square ? piece : attacked ? "xX"[occupied] : ".o"[occupied]);
    }
}

int main(int argc, char **argv)
{
    static const uint64_t all = BMILL_C_BIT(9) | BMILL_C_BIT(11) | BMILL_C_BIT(30) |
                                BMILL_C_BIT(42) | BMILL_C_BIT(45); /* b2 d2 g4 c6 f6 */
    unsigned d4 = 27, e4 = 28, knight = 0, rook = 0, bishop = 0;
    double ticks[2] = {0};
    if (argc > 1 && strcmp(argv[1], "time") != 0) {
        fprintf(stderr, "chess: %s, expected nothing or \"time\"\n", argv[1]);
        return 2;
    }
    for (unsigned rank = 8; rank-- > 0;) {
        printf("%u", rank + 1);
        print('Q', d4, all, queen_attacks(d4, all), rank);
        printf("   ");
        print('N', e4, all, knight_attacks(bmill_set(UINT64_C(0), e4)), rank);
        printf("\n");
    }
    for (unsigned s = 0; s < 64; s++) {
        uint64_t alone = bmill_set(UINT64_C(0), s);
        knight += bmill_popcount(knight_attacks(alone));
        rook += bmill_popcount(rook_attacks(s, alone));
        bishop += bmill_popcount(bishop_attacks(s, alone));
    }
    printf("moves on an empty board, from all squares: knight %u, bishop %u, rook %u\n", knight,
           bishop, rook);
    printf("queens on 10000 boards: %u attacks differ from a loop\n", compare(ticks));
    if (argc > 1)
        printf("%.1f times as fast as the loop\n", ticks[1] / ticks[0]);
    return 0;
}
