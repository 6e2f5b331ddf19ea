/* sandbox.h: runs programs where they can do no harm. */
#ifndef BITMILL_GRADE_SANDBOX_H
#define BITMILL_GRADE_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum sandbox_kind { SANDBOX_BWRAP, SANDBOX_SECCOMP, SANDBOX_NONE };

struct sandbox {
    enum sandbox_kind kind;
    char dir[200]; /* the directory of this run, /submission for commands under bubblewrap */
    /* Directories that commands may read besides those of the system, or NULL: that of a compiler
     * which is elsewhere, and that of the proofs. */
    const char *extra[2];
};

/* Whether this machine has bubblewrap, and lets it work; whether it filters system calls. */
bool sandbox_has_bwrap(void);
bool sandbox_has_seccomp(void);

/* Makes a directory of its own, which is removed when the command ends. Result: false after
 * printing why not. */
bool sandbox_open(struct sandbox *sandbox);

/* Removes the directory, once no program runs in it. From now on a pipe that its reader has closed
 * ends the command without a word, as it ends others: a report is often cut by head. */
void sandbox_close(void);

/* Writes a file into the directory. Result: false after printing why not. */
bool sandbox_write(const struct sandbox *sandbox, const char *name, const char *text,
                   size_t length);

/* The result of a command: what it wrote on standard output and standard error, cut at a limit. */
struct outcome {
    int status; /* as of waitpid(); -1: it took too long */
    char *out;  /* malloc()ed, with a 0 at the end */
    size_t length;
    bool cut;
};

/* Runs a command of the machine, such as a compiler, in the directory, and waits for it. It may
 * read the system's own files and write to the directory. It has that many seconds of a processor,
 * and ten times as long if the machine is busy. Result: false after printing why it could not run.
 */
bool sandbox_run(const struct sandbox *sandbox, const char *const *command, unsigned seconds,
                 struct outcome *outcome);

/* Starts ./program of the directory with nothing: its standard input and output are pipes to us,
 * and SHARED_FD is `shared`. */
pid_t sandbox_start(const struct sandbox *sandbox, int shared, int *to, int *from);

/* Ends a process that one of the two has started, and all that it has started. Result: its status,
 * as of waitpid(). */
int sandbox_stop(pid_t pid);

#endif
