/* input.c: the bytes of a file, a device, a pipe or standard input, in pieces.
 *
 * A regular file is mapped: nothing is copied, and a long file needs no more memory than a short
 * one. Pipes, devices and files in /proc, which claim to be empty, cannot be mapped and are read;
 * so are all files where the system has no maps.
 */
#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64
#include "tool.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Maps the file, if that is possible and a size_t can hold the number of its bits. */
static void try_to_map(struct input *in)
{
    struct stat st;
    if (fstat(in->fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size <= 0)
        return;
    size_t size = (size_t)st.st_size;
    if ((off_t)size != st.st_size || size > SIZE_MAX / 8)
        return;
    in->map = map_file(in->fd, size);
    if (!in->map)
        return;
    in->size = size;
    close(in->fd);
    in->fd = -1;
}

bool input_open(struct input *in, const char *name)
{
    in->name = name;
    in->map = NULL;
    in->size = 0;
    in->offset = 0;
    in->ended = false;
    in->failed = false;
    in->fd = STDIN_FILENO;
    if (strcmp(name, "-") == 0)
        return true;
    in->fd = above_standard(open_to_read(name));
    if (in->fd < 0) {
        file_error(name);
        return false;
    }
    try_to_map(in);
    return true;
}

static size_t next_mapped(struct input *in, const unsigned char **piece)
{
    size_t left = in->size - (size_t)in->offset;
    *piece = in->map + in->offset;
    size_t n = left < INPUT_PIECE ? left : INPUT_PIECE;
    progress_add(n);
    return n;
}

/* A pipe returns what it has, often less than asked for: read until the piece is full. */
static size_t next_read(struct input *in)
{
    size_t n = 0;
    while (n < INPUT_PIECE && !in->ended) {
        ssize_t got = read(in->fd, in->buffer + n, (unsigned)(INPUT_PIECE - n));
        if (got > 0) {
            n += (size_t)got;
            progress_add((size_t)got);
        } else if (got == 0) {
            in->ended = true;
        } else if (errno != EINTR) {
            file_error(in->name);
            in->ended = in->failed = true;
            return 0;
        }
    }
    return n;
}

size_t input_next(struct input *in, const unsigned char **piece)
{
    *piece = in->buffer;
    size_t n = in->map ? next_mapped(in, piece) : next_read(in);
    in->offset += n;
    return n;
}

void input_skip(struct input *in, uint64_t byte)
{
    const unsigned char *piece;
    uint64_t start = byte - byte % INPUT_PIECE;
    if (in->map)
        in->offset = start < in->size ? start : in->size;
    while (in->offset < start && input_next(in, &piece) > 0)
        ;
}

void input_close(struct input *in)
{
    if (in->map)
        unmap_file(in->map, in->size);
    else if (in->fd != STDIN_FILENO)
        close(in->fd);
}

int check_stdin_once(const struct command *command, char *const *names)
{
    bool given = false;
    for (; *names; names++) {
        bool is_stdin = strcmp(*names, "-") == 0;
        if (is_stdin && given)
            return usage_error("%s: '-' is given twice: expected standard input once",
                               command->name);
        given = given || is_stdin;
    }
    return DONE;
}
