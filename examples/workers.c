/* workers.c: threads that share a list of jobs: each job is claimed by one of them.
 *
 *   cc -O2 -pthread workers.c -o workers $(pkg-config --cflags bitmill)
 *
 * Prints:
 *   1000 jobs, each done once
 */
#include <bitmill/bits/atomic.h>
#include <pthread.h>
#include <stdio.h>

enum { JOBS = 1000, WORKERS = 3 };

static unsigned char claimed[(JOBS + 7) / 8];
static int times_done[JOBS];

static void *work(void *unused)
{
    for (size_t job = 0; job < JOBS; job++)
        if (!bmill_bits_atomic_test_and_set(claimed, job))
            times_done[job]++;
    return unused;
}

int main(void)
{
    pthread_t workers[WORKERS];
    size_t once = 0;
    for (int k = 0; k < WORKERS; k++)
        if (pthread_create(&workers[k], NULL, work, NULL) != 0)
            return 1;
    for (int k = 0; k < WORKERS; k++)
        pthread_join(workers[k], NULL);
    for (size_t job = 0; job < JOBS; job++)
        once += times_done[job] == 1;
    printf("%zu jobs, each done once\n", once);
    return 0;
}
