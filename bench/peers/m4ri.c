/* m4ri.c: matrices over GF(2) by M4RI: their transpose. They are M4RI's own, filled before. */
#include "peer.h"

#include <m4ri/m4ri.h>
#include <string.h>

static mzd_t *from, *to;

static void prepare(const struct operands *m)
{
    size_t rows = square_rows(m->nbytes), columns = 8 * m->nbytes / rows;
    if (from)
        mzd_free(from), mzd_free(to);
    from = mzd_init((rci_t)rows, (rci_t)columns);
    to = mzd_init((rci_t)columns, (rci_t)rows);
    for (size_t r = 0; r < rows; r++)
        memcpy(from->rows[r], m->a + r * (columns / 8), columns / 8);
}
static void finish(const struct operands *m)
{
    size_t rows = square_rows(m->nbytes), columns = 8 * m->nbytes / rows;
    for (size_t c = 0; c < columns; c++)
        memcpy(m->dst + c * (rows / 8), to->rows[c], rows / 8);
}

static size_t run_transpose(const struct operands *m)
{
    return (void)m, mzd_transpose(to, from), 0;
}
REPEAT(transpose)

static const struct entry table[] = {{"transpose", repeat_transpose, NULL, prepare, finish}, END};
PEER(PEER_NAME, PEER_LEVEL, table)
