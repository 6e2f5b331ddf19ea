/* output.c: a file that is written whole or not at all.
 *
 * The bytes go to a temporary file in the same directory, which takes the place of the file at the
 * end: until then the file is as it was, and may be one of the inputs. What is not a regular file
 * (a device, a pipe) is written directly.
 */
#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64
#include "tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The temporary file while there is one: what signal handlers remove. */
static char *volatile temporary;

void output_abandon(void)
{
    if (temporary)
        unlink(temporary);
}

static void forget_temporary(void)
{
    char *name = temporary;
    temporary = NULL;
    free(name);
}

/* What the last part of `path` is relative to: its directory with the slash, or "". Result: the
 * length. */
static size_t directory_length(const char *path)
{
    size_t length = strlen(path);
    while (length > 0 && !ends_directory(path[length - 1]))
        length--;
    return length;
}

char *beside(const char *path, const char *name)
{
    size_t length = directory_length(path);
    char *result = malloc(length + strlen(name) + 1);
    if (result) {
        memcpy(result, path, length);
        strcpy(result + length, name);
    }
    return result;
}

static bool open_temporary(struct output *out, const char *like)
{
    char *name = beside(out->path, ".bitmill-XXXXXX");
    if (!name)
        return false;
    out->fd = create_temporary(name, like, &temporary);
    if (!temporary) {
        int error = errno;
        free(name);
        errno = error;
    }
    return out->fd >= 0;
}

static bool open_file(struct output *out)
{
    struct stat old, real;
    bool exists = stat(out->name, &old) == 0;
    if (!exists && errno != ENOENT)
        return false;
    if (exists && !S_ISREG(old.st_mode)) {
        out->fd = above_standard(open_to_write(out->name, false));
        return out->fd >= 0;
    }
    /* Who may not write the file may still be allowed to replace it: that would be a surprise. */
    if (exists && access(out->name, W_OK) != 0)
        return false;
    out->path = follow_links(out->name);
    if (!out->path)
        return false;
    /* A link of /proc to a file that has been removed leads to no name. */
    if (exists && (stat(out->path, &real) != 0 || real.st_ino != old.st_ino)) {
        free(out->path);
        out->path = NULL;
        out->fd = above_standard(open_to_write(out->name, true));
        return out->fd >= 0;
    }
    return open_temporary(out, exists ? out->name : NULL);
}

int output_open(struct output *out, const struct command *command, const char *name)
{
    *out = (struct output){name, STDOUT_FILENO, NULL};
    if (!name || strcmp(name, "-") == 0) {
        out->name = "standard output";
        if (isatty(STDOUT_FILENO))
            return usage_error("%s: standard output is a terminal: expected --output FILE, or that "
                               "it is redirected",
                               command->name);
        return DONE;
    }
    if (*name == '\0')
        return usage_error("%s: --output '' is empty: expected the name of a file", command->name);
    if (open_file(out))
        return DONE;
    file_error(name);
    output_discard(out);
    return FAILED;
}

/* At once: Windows takes the number as an unsigned int. */
enum { WRITE_MOST = 1 << 30 };

bool output_write(struct output *out, const void *bytes, size_t n)
{
    const char *at = bytes;
    while (n > 0) {
        ssize_t written = write(out->fd, at, (unsigned)(n < WRITE_MOST ? n : WRITE_MOST));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            file_error(out->name);
            return false;
        }
        at += written;
        n -= (size_t)written;
    }
    return true;
}

int output_finish(struct output *out)
{
    bool done = true;
    if (out->fd != STDOUT_FILENO) {
        done = !temporary || synchronise(out->fd);
        done = close(out->fd) == 0 && done;
        out->fd = STDOUT_FILENO;
    }
    if (done && temporary)
        done = replace_file(temporary, out->path);
    if (!done)
        file_error(out->name);
    else
        forget_temporary();
    output_discard(out);
    return done ? DONE : FAILED;
}

void output_discard(struct output *out)
{
    output_abandon();
    forget_temporary();
    if (out->fd > STDERR_FILENO)
        close(out->fd);
    free(out->path);
}
