# Programs for readers, which `make check` builds and runs (tests/scripts/examples.sh). Each is one
# file of the same name, but for those in folders, which have tests of their own.

examples = \
	examples/affinity \
	examples/allocator \
	examples/bloom \
	examples/check_mine \
	examples/chess \
	examples/columns \
	examples/course/densities \
	examples/course/kernel \
	examples/course/speeds \
	examples/coverage/make_maps \
	examples/crc \
	examples/fingerprints \
	examples/first \
	examples/frames \
	examples/freemap \
	examples/generators \
	examples/hamming \
	examples/index \
	examples/iterate \
	examples/kmers \
	examples/languages/make_repositories \
	examples/life \
	examples/many \
	examples/matrix \
	examples/move \
	examples/order \
	examples/pack \
	examples/permissions \
	examples/positional \
	examples/primes/check_sieve \
	examples/queens \
	examples/random \
	examples/subset_sum \
	examples/ternary \
	examples/values \
	examples/ways_to_count
if HAVE_FORK
examples += \
	examples/coverage/coverage \
	examples/languages/languages \
	examples/primes/check_pool \
	examples/primes/primes
endif
if HAVE_THREADS
examples += examples/workers
endif
if HAVE_MPI
examples += examples/primes/primes_mpi
endif
if LINUX
examples += examples/weblog/weblog
endif

examples_affinity_LDADD = libbitmill.la
examples_allocator_LDADD = libbitmill.la
examples_bloom_LDADD = libbitmill.la
examples_columns_LDADD = libbitmill.la
examples_course_densities_LDADD = libbitmill.la
examples_course_speeds_LDADD = libbitmill.la
examples_coverage_coverage_SOURCES = \
	examples/coverage/coverage.c \
	examples/coverage/maps.c \
	examples/coverage/maps.h
examples_coverage_coverage_LDADD = libbitmill.la
examples_crc_LDADD = libbitmill.la
examples_fingerprints_LDADD = libbitmill.la
examples_first_LDADD = libbitmill.la
examples_frames_LDADD = libbitmill.la
examples_freemap_LDADD = libbitmill.la
examples_generators_LDADD = libbitmill.la
examples_index_LDADD = libbitmill.la
examples_iterate_LDADD = libbitmill.la
examples_languages_languages_SOURCES = \
	examples/languages/heatmap.c \
	examples/languages/heatmap.h \
	examples/languages/languages.c \
	examples/languages/record.c \
	examples/languages/record.h \
	examples/languages/speed.c \
	examples/languages/speed.h \
	examples/languages/survey.c \
	examples/languages/survey.h
examples_languages_languages_LDADD = libbitmill.la
examples_languages_make_repositories_LDADD = libbitmill.la
examples_life_LDADD = libbitmill.la
examples_many_LDADD = libbitmill.la
examples_matrix_LDADD = libbitmill.la
examples_move_LDADD = libbitmill.la
examples_order_LDADD = libbitmill.la
examples_pack_LDADD = libbitmill.la
examples_positional_LDADD = libbitmill.la

primes_pools = examples/primes/pool.c examples/primes/pool.h \
	examples/primes/pool_processes.c examples/primes/pool_threads.c
primes_sieve = examples/primes/sieve.c examples/primes/sieve.h
examples_primes_primes_SOURCES = examples/primes/primes.c $(primes_pools) $(primes_sieve) \
	examples/primes/options.c examples/primes/options.h \
	examples/primes/progress.c examples/primes/progress.h
examples_primes_primes_CFLAGS = $(AM_CFLAGS) -pthread
examples_primes_primes_LDADD = libbitmill.la
examples_primes_primes_mpi_SOURCES = examples/primes/primes_mpi.c $(primes_pools) $(primes_sieve) \
	examples/primes/options.c examples/primes/options.h
examples_primes_primes_mpi_CPPFLAGS = $(AM_CPPFLAGS) $(MPI_CPPFLAGS)
examples_primes_primes_mpi_CFLAGS = $(AM_CFLAGS) -pthread
examples_primes_primes_mpi_LDADD = libbitmill.la $(MPI_LIBS)
# Tests of the sieve and the pools, which tests/scripts/primes.sh runs. The first one includes
# pool_processes.c and pool_threads.c.
examples_primes_check_pool_SOURCES = examples/primes/check_pool.c examples/primes/pool.c
examples_primes_check_pool_CFLAGS = $(AM_CFLAGS) -pthread
examples_primes_check_pool_LDADD = libbitmill.la
examples_primes_check_sieve_SOURCES = examples/primes/check_sieve.c $(primes_sieve)
examples_primes_check_sieve_LDADD = libbitmill.la

examples_random_LDADD = libbitmill.la
examples_subset_sum_LDADD = libbitmill.la
examples_ternary_LDADD = libbitmill.la
examples_values_LDADD = libbitmill.la

# A program of several files, with threads and epoll.
examples_weblog_weblog_SOURCES = \
	examples/weblog/buffer.c \
	examples/weblog/buffer.h \
	examples/weblog/commands.c \
	examples/weblog/commands.h \
	examples/weblog/draw.h \
	examples/weblog/exchange.c \
	examples/weblog/exchange.h \
	examples/weblog/files.c \
	examples/weblog/files.h \
	examples/weblog/future.h \
	examples/weblog/generate.c \
	examples/weblog/generate.h \
	examples/weblog/list.c \
	examples/weblog/list.h \
	examples/weblog/log.c \
	examples/weblog/log.h \
	examples/weblog/loop.c \
	examples/weblog/loop.h \
	examples/weblog/options.c \
	examples/weblog/options.h \
	examples/weblog/pool.c \
	examples/weblog/pool.h \
	examples/weblog/query.c \
	examples/weblog/query.h \
	examples/weblog/resend.c \
	examples/weblog/resend.h \
	examples/weblog/send.h \
	examples/weblog/server.c \
	examples/weblog/server.h \
	examples/weblog/tasks.c \
	examples/weblog/threads.c \
	examples/weblog/weblog.c
examples_weblog_weblog_CFLAGS = $(AM_CFLAGS) -pthread
examples_weblog_weblog_LDADD = libbitmill.la $(ATOMIC_LIBS)

# These need the headers only.
examples_check_mine_LDADD =
examples_chess_LDADD =
examples_course_kernel_LDADD =
examples_coverage_make_maps_LDADD =
examples_hamming_LDADD =
examples_kmers_LDADD =
examples_permissions_LDADD =
examples_queens_LDADD =
examples_ways_to_count_LDADD =
examples_workers_CFLAGS = $(AM_CFLAGS) -pthread
examples_workers_LDADD = $(ATOMIC_LIBS)

EXTRA_DIST += examples/coverage/collect.sh examples/coverage/one_test.h examples/languages/jaccard.svg
