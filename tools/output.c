/* output.c: a file that is written whole or not at all.
 *
 * The bytes go to a temporary file in the same directory, which takes the place of the file at the
 * end: until then the file is as it was, and may be one of the inputs. What is not a regular file
 * (a device, a pipe) is written directly.
 */
#define _POSIX_C_SOURCE   200809L
#define _XOPEN_SOURCE     700
#define _FILE_OFFSET_BITS 64
#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The temporary file while there is one: what signal handlers remove. */
static char *volatile temporary;

static const int fatal_signals[] = {SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM};
enum { NSIGNALS = sizeof fatal_signals / sizeof fatal_signals[0] };

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

/* The action is the default one again, and ends the process when this returns. */
static void on_fatal_signal(int signal)
{
    output_abandon();
    raise(signal);
}

/* A signal that was ignored from the start, as by nohup, stays ignored. A file that becomes larger
 * than ulimit -f allows shall be an error of write(), not a signal. */
static void catch_signals(void)
{
    struct sigaction action, old;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_fatal_signal;
    action.sa_flags = (int)SA_RESETHAND;
    for (size_t i = 0; i < NSIGNALS; i++)
        if (sigaction(fatal_signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(fatal_signals[i], &action, NULL);
    signal(SIGXFSZ, SIG_IGN);
}

/* What the last part of `path` is relative to: its directory with the slash, or "". Result: the
 * length. */
static size_t directory_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* The directory of `path`, and `name` in it; NULL without memory. */
static char *beside(const char *path, const char *name)
{
    size_t length = directory_length(path);
    char *result = malloc(length + strlen(name) + 1);
    if (result) {
        memcpy(result, path, length);
        strcpy(result + length, name);
    }
    return result;
}

/* The file that `name` leads to, itself or by symbolic links, in new memory; NULL on failure. */
static char *follow_links(const char *name)
{
    static char target[4096];
    char *path = beside("", name);
    for (int links = 0; path && links < 40; links++) {
        ssize_t length = readlink(path, target, sizeof target - 1);
        if (length < 0)
            return path;
        target[length] = '\0';
        char *next = beside(target[0] == '/' ? "" : path, target);
        free(path);
        path = next;
    }
    free(path);
    errno = path ? ELOOP : ENOMEM;
    return NULL;
}

/* The permissions of a new file, or those of the file that is there. The owner can only be kept by
 * root; where it is not, the bits that give a program its owner's rights are dropped. */
static void set_mode(int fd, const struct stat *old)
{
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = 0666 & ~mask;
    if (old) {
        bool kept = fchown(fd, old->st_uid, old->st_gid) == 0;
        mode = old->st_mode & (kept ? 07777 : 0777);
    }
    (void)fchmod(fd, mode);
}

/* Creates the temporary file. No signal comes between its creation and the note of its name. */
static bool open_temporary(struct output *out, const struct stat *old)
{
    char *name = beside(out->path, ".bitmill-XXXXXX");
    sigset_t all, before;
    if (!name)
        return false;
    catch_signals();
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    out->fd = mkstemp(name);
    if (out->fd >= 0)
        temporary = name;
    int error = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (out->fd < 0) {
        free(name);
        errno = error;
        return false;
    }
    out->fd = above_standard(out->fd);
    set_mode(out->fd, old);
    return out->fd >= 0;
}

static bool open_file(struct output *out)
{
    struct stat old, real;
    bool exists = stat(out->name, &old) == 0;
    if (!exists && errno != ENOENT)
        return false;
    if (exists && !S_ISREG(old.st_mode)) {
        out->fd = above_standard(open(out->name, O_WRONLY));
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
        out->fd = above_standard(open(out->name, O_WRONLY | O_TRUNC));
        return out->fd >= 0;
    }
    return open_temporary(out, exists ? &old : NULL);
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

bool output_write(struct output *out, const void *bytes, size_t n)
{
    const char *at = bytes;
    while (n > 0) {
        ssize_t written = write(out->fd, at, n);
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

/* Some kinds of files cannot be synchronised, which is no error. */
static bool synchronise(int fd) { return fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP; }

int output_finish(struct output *out)
{
    bool done = true;
    if (out->fd != STDOUT_FILENO) {
        done = !temporary || synchronise(out->fd);
        done = close(out->fd) == 0 && done;
        out->fd = STDOUT_FILENO;
    }
    if (done && temporary)
        done = rename(temporary, out->path) == 0;
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
