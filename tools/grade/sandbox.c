/* sandbox.c: bubblewrap gives a program a system of its own, in which it sees no other file,
 * process or network. Where it is missing, the program in which a submission runs filters its own
 * system calls (runner.c), and has no descriptor but those that it is given. */
#define _DEFAULT_SOURCE
#include "sandbox.h"

#include "shared.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_WORDS = 200, MAX_OUTPUT = 4 << 20 };

/* Where bubblewrap shows a command the directory of the submission: nothing else has this name. */
#define SUBMISSION "/submission"

/* ---- The directory ---- */

static char opened[200];

/* Also called by a handler of signals: nothing here allocates but readdir, and then the command is
 * ended at once. */
static void remove_opened(void)
{
    DIR *dir = opened[0] ? opendir(opened) : NULL;
    for (const struct dirent *entry; dir && (entry = readdir(dir));)
        unlinkat(dirfd(dir), entry->d_name, 0);
    if (dir)
        closedir(dir);
    rmdir(opened);
    opened[0] = '\0';
}

static void end_by_signal(int number)
{
    remove_opened();
    signal(number, SIG_DFL);
    raise(number);
}

bool sandbox_open(struct sandbox *sandbox)
{
    const char *parent = getenv("TMPDIR");
    if (!parent || parent[0] != '/' || strlen(parent) > 150)
        parent = "/tmp";
    snprintf(sandbox->dir, sizeof sandbox->dir, "%s/bitmill-grade-XXXXXX", parent);
    if (!mkdtemp(sandbox->dir)) {
        fprintf(stderr, "bitmill: grade: no directory %s: %s\n", sandbox->dir, strerror(errno));
        return false;
    }
    memcpy(opened, sandbox->dir, sizeof opened);
    atexit(remove_opened);
    signal(SIGINT, end_by_signal);
    signal(SIGTERM, end_by_signal);
    signal(SIGHUP, end_by_signal);
    signal(SIGPIPE, SIG_IGN); /* a program that has ended must not end us */
    return true;
}

void sandbox_close(void)
{
    remove_opened();
    signal(SIGPIPE, SIG_DFL);
}

bool sandbox_write(const struct sandbox *sandbox, const char *name, const char *text, size_t length)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s", sandbox->dir, name);
    FILE *file = fopen(path, "w");
    bool fine = file && fwrite(text, 1, length, file) == length;
    if (file && fclose(file) != 0)
        fine = false;
    if (!fine)
        fprintf(stderr, "bitmill: grade: %s: %s\n", path, strerror(errno));
    return fine;
}

/* ---- The command line of bubblewrap ---- */

struct words {
    const char *list[MAX_WORDS];
    size_t count;
};

static void add(struct words *words, const char *word)
{
    if (words->count < MAX_WORDS - 1)
        words->list[words->count++] = word;
    words->list[words->count] = NULL;
}

static void add_all(struct words *words, const char *const *more)
{
    while (*more)
        add(words, *more++);
}

/* The system's own files: programs, libraries, headers. */
static void add_system(struct words *words)
{
    static const char *const dirs[] = {"/usr",
                                       "/bin",
                                       "/sbin",
                                       "/lib",
                                       "/lib32",
                                       "/lib64",
                                       "/libx32",
                                       "/opt",
                                       "/nix/store",
                                       "/gnu/store",
                                       "/etc/alternatives",
                                       "/etc/ld.so.cache"};
    static char links[sizeof dirs / sizeof dirs[0]][100];
    for (size_t i = 0; i < sizeof dirs / sizeof dirs[0]; i++) {
        ssize_t n = readlink(dirs[i], links[i], sizeof links[i] - 1);
        if (n > 0) {
            links[i][n] = '\0';
            add_all(words, (const char *const[]){"--symlink", links[i], dirs[i], NULL});
        } else {
            add_all(words, (const char *const[]){"--ro-bind-try", dirs[i], dirs[i], NULL});
        }
    }
}

static void add_bwrap(struct words *words)
{
    add_all(words, (const char *const[]){"bwrap", "--unshare-all", "--die-with-parent",
                                         "--new-session", "--clearenv", NULL});
}

static void add_bwrap_for_command(struct words *words, const struct sandbox *sandbox)
{
    const char *dir = sandbox->dir[0] ? sandbox->dir : NULL;
    add_bwrap(words);
    add_system(words);
    add_all(words, (const char *const[]){"--dev", "/dev", "--tmpfs", "/tmp", "--setenv", "PATH",
                                         "/usr/bin:/bin", "--setenv", "LC_ALL", "C", NULL});
    if (dir)
        add_all(words,
                (const char *const[]){"--bind", dir, SUBMISSION, "--chdir", SUBMISSION, NULL});
    /* Last, as they may be in /tmp. */
    for (size_t i = 0; i < 2; i++)
        if (sandbox->extra[i])
            add_all(words,
                    (const char *const[]){"--ro-bind", sandbox->extra[i], sandbox->extra[i], NULL});
    add(words, "--");
}

/* ---- Processes ---- */

static void limit(int resource, rlim_t most)
{
    const struct rlimit value = {most, most};
    setrlimit(resource, &value);
}

/* In a child: limits for all that it becomes. */
static void become(const struct words *words, const char *dir)
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_CORE, 0);
    if (dir && chdir(dir) != 0)
        _exit(127);
    execvp(words->list[0], (char *const *)(size_t)words->list);
    _exit(127);
}

int sandbox_stop(pid_t pid)
{
    int status = 0;
    kill(-pid, SIGKILL);
    kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Reads what a command says until it ends or the time is up. Result: whether it has ended. */
static bool collect(int fd, unsigned seconds, struct outcome *outcome)
{
    const double end = now() + seconds;
    outcome->out = malloc(MAX_OUTPUT + 1);
    outcome->length = 0;
    outcome->cut = false;
    char spare[4096];
    for (double left; outcome->out && (left = end - now()) > 0;) {
        struct pollfd wait = {fd, POLLIN, 0};
        if (poll(&wait, 1, (int)(1000 * left) + 1) <= 0)
            continue;
        size_t room = MAX_OUTPUT - outcome->length;
        ssize_t n = read(fd, room > 0 ? outcome->out + outcome->length : spare,
                         room > 0 ? room : sizeof spare);
        if (n <= 0) {
            outcome->out[outcome->length] = '\0';
            return true;
        }
        outcome->cut = outcome->cut || room == 0;
        outcome->length += room > 0 ? (size_t)n : 0;
    }
    if (outcome->out)
        outcome->out[outcome->length] = '\0';
    return false;
}

static void run_in_child(const struct words *words, const struct sandbox *sandbox, unsigned seconds,
                         int out)
{
    int null = open("/dev/null", O_RDWR);
    dup2(null, 0);
    dup2(out, 1);
    dup2(out, 2);
    for (int fd = 3; fd < 64; fd++)
        close(fd);
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_FSIZE, 8 << 20);
    limit(RLIMIT_AS, (rlim_t)4 << 30);
    if (sandbox->kind != SANDBOX_BWRAP)
        setenv("LC_ALL", "C", 1);
    become(words, sandbox->kind == SANDBOX_BWRAP || !sandbox->dir[0] ? NULL : sandbox->dir);
}

bool sandbox_run(const struct sandbox *sandbox, const char *const *command, unsigned seconds,
                 struct outcome *outcome)
{
    struct words words = {{NULL}, 0};
    int pipes[2];
    if (sandbox->kind == SANDBOX_BWRAP)
        add_bwrap_for_command(&words, sandbox);
    add_all(&words, command);
    if (pipe(pipes) != 0) {
        fprintf(stderr, "bitmill: grade: no pipe: %s\n", strerror(errno));
        return false;
    }
    pid_t pid = fork();
    if (pid == 0)
        run_in_child(&words, sandbox, seconds, pipes[1]);
    close(pipes[1]);
    if (pid < 0) {
        close(pipes[0]);
        fprintf(stderr, "bitmill: grade: no process: %s\n", strerror(errno));
        return false;
    }
    bool ended = collect(pipes[0], 10 * seconds + 60, outcome);
    close(pipes[0]);
    outcome->status = -1;
    if (!ended)
        sandbox_stop(pid);
    else
        while (waitpid(pid, &outcome->status, 0) < 0 && errno == EINTR)
            ;
    return outcome->out != NULL;
}

bool sandbox_has_bwrap(void)
{
    static const char *const nothing[] = {"/usr/bin/env", "true", NULL};
    const struct sandbox sandbox = {SANDBOX_BWRAP, "", {NULL, NULL}};
    struct outcome outcome = {0, NULL, 0, false};
    bool works = sandbox_run(&sandbox, nothing, 20, &outcome) && outcome.status == 0;
    free(outcome.out);
    return works;
}

/* Asks for a filter that is nowhere: EFAULT says that there could be one. */
bool sandbox_has_seccomp(void)
{
    enum { MODE_FILTER = 2 };
    return prctl(PR_SET_SECCOMP, MODE_FILTER, NULL, 0, 0) != 0 && errno == EFAULT;
}

static void start_in_child(const struct words *words, const struct sandbox *sandbox, int shared,
                           int in, int out)
{
    in = fcntl(in, F_DUPFD, 64);
    out = fcntl(out, F_DUPFD, 64);
    shared = fcntl(shared, F_DUPFD, 64);
    int null = open("/dev/null", O_RDWR);
    if (in < 0 || out < 0 || shared < 0 || null < 0)
        _exit(127);
    dup2(null, 2);
    dup2(in, 0);
    dup2(out, 1);
    dup2(shared, SHARED_FD);
    for (int fd = SHARED_FD + 1; fd < 128; fd++)
        close(fd);
    limit(RLIMIT_CPU, 60);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_AS, 512 << 20);
    limit(RLIMIT_STACK, 8 << 20);
    clearenv();
    setenv("PATH", "/usr/bin:/bin", 1);
    become(words, sandbox->dir);
}

pid_t sandbox_start(const struct sandbox *sandbox, int shared, int *to, int *from)
{
    struct words words = {{NULL}, 0};
    char program[400];
    int in[2], out[2];
    snprintf(program, sizeof program, "%s/program", sandbox->dir);
    if (sandbox->kind == SANDBOX_BWRAP) {
        add_bwrap(&words);
        add_all(&words, (const char *const[]){"--ro-bind", program, "/program", "--chdir", "/",
                                              "--", "/program", NULL});
    } else {
        add(&words, "./program");
    }
    if (pipe(in) != 0)
        return -1;
    if (pipe(out) != 0) {
        close(in[0]);
        close(in[1]);
        return -1;
    }
    pid_t pid = fork();
    if (pid == 0)
        start_in_child(&words, sandbox, shared, in[0], out[1]);
    close(in[0]);
    close(out[1]);
    *to = in[1];
    *from = out[0];
    return pid;
}
