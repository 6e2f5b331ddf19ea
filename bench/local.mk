# The benchmarks: script/bench builds and runs them.

EXTRA_PROGRAMS = bench/bench_bits bench/bench_bits_avx2 bench/bench_bits_portable \
	bench/bench_thresholds bench/bench_thresholds_avx2
if HAVE_BENCHMARK
EXTRA_PROGRAMS += bench/bench_word
endif

bench_bits_sources = \
	bench/bench.h \
	bench/bench_bits.c \
	bench/buffers.c \
	bench/counters.c \
	bench/lists.c \
	bench/measure.c \
	bench/operations.c \
	bench/operations.def \
	bench/threads.c \
	bench/peers/compare.h \
	bench/peers/loops.h \
	bench/peers/peer.h
bench_bits_libraries = libbitmill.la $(bench_peer_libraries) -lpthread
bench_bench_bits_SOURCES = $(bench_bits_sources)
bench_bench_bits_CPPFLAGS = $(bench_cppflags)
# The library as an archive, if there is one: else its functions would pay for a call into a shared
# object (0.7 ns), and the loops, which are inlined, would not.
bench_bench_bits_LDFLAGS = -static
bench_bench_bits_LDADD = $(bench_peers_any) $(bench_peers_native) $(bench_bits_libraries)
bench_bench_bits_DEPENDENCIES = $(bench_peers_any) $(bench_peers_native) libbitmill.la
# The same with contenders that are compiled for AVX2, and for any x86-64.
bench_bench_bits_avx2_SOURCES = $(bench_bits_sources)
bench_bench_bits_avx2_CPPFLAGS = $(bench_cppflags) -DBENCH_ISA='"avx2"' -DBENCH_LEVEL='"v3"'
bench_bench_bits_avx2_LDFLAGS = -static
bench_bench_bits_avx2_LDADD = $(bench_peers_any) $(bench_peers_v3) $(bench_bits_libraries)
bench_bench_bits_avx2_DEPENDENCIES = $(bench_peers_any) $(bench_peers_v3) libbitmill.la
bench_bench_bits_portable_SOURCES = $(bench_bits_sources)
bench_bench_bits_portable_CPPFLAGS = $(bench_cppflags) -DBENCH_ISA='"portable"' -DBENCH_LEVEL='"base"'
bench_bench_bits_portable_LDFLAGS = -static
bench_bench_bits_portable_LDADD = $(bench_peers_any) $(bench_peers_base) $(bench_bits_libraries)
bench_bench_bits_portable_DEPENDENCIES = $(bench_peers_any) $(bench_peers_base) libbitmill.la

# The contenders have rules of their own, because each has its compiler and flags. In their files loops
# begin with a cache line (BENCH_CFLAGS): of two loops that are the same, one that crossed a line took
# 20 % longer, and luck alone said which.
bench_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/bench
bench_peer_headers = $(srcdir)/bench/peers/peer.h $(srcdir)/bench/peers/compare.h \
	$(srcdir)/bench/peers/loops.h \
	$(srcdir)/bench/operations.def $(srcdir)/lib/tables/ops.def $(srcdir)/lib/tables/shapes.h \
	$(include_HEADERS) $(bitmill_include_HEADERS) $(bits_include_HEADERS) $(word_include_HEADERS)
bench_peer_flags = -I$(top_srcdir)/bench -I$(top_srcdir)/include -I$(top_srcdir)/lib $(BENCH_CFLAGS) -O3 \
	-fno-strict-aliasing -Wall -Wextra
bench_peer_CCFLAGS = -std=gnu11 $(bench_peer_flags)
bench_peer_CXXFLAGS = -std=c++17 $(bench_peer_flags)
EXTRA_DIST += bench/cells.list bench/instructions.c bench/peers bench/reasons.list bench/report.py
CLEANFILES += bench/peers/*.$(OBJEXT) bench/bench_bits$(EXEEXT) bench/bench_bits_avx2$(EXEEXT) \
	bench/bench_bits_portable$(EXEEXT) bench/bench_word$(EXEEXT) bench/bench_thresholds$(EXEEXT) \
	bench/bench_thresholds_avx2$(EXEEXT)
DISTCLEANFILES += bench-peers.mk bench-peers.missing
CONFIG_STATUS_DEPENDENCIES = $(top_srcdir)/bench/peers/find.sh $(top_srcdir)/bench/peers/peers.list
@bench_peers_mk@

# The library in one set, with variables in place of thresholds: bench/thresholds/movable.h.
bench_thresholds_sources = \
	bench/thresholds/bench_thresholds.c \
	bench/thresholds/movable.h \
	bench/thresholds/simd/avx2/index.h \
	bench/thresholds/simd/avx2/search.h \
	bench/thresholds/simd/avx512/index.h \
	bench/thresholds/simd/avx512/search.h \
	bench/thresholds/tables/thresholds.h \
	bench/thresholds/tables/vector_thresholds.h \
	lib/bitmill.c
bench_thresholds_cppflags = -I$(top_srcdir)/bench/thresholds $(AM_CPPFLAGS) -DBMILL_ONE_ISA -D_GNU_SOURCE
bench_bench_thresholds_SOURCES = $(bench_thresholds_sources)
bench_bench_thresholds_CPPFLAGS = $(bench_thresholds_cppflags)
bench_bench_thresholds_CFLAGS = $(WARN_CFLAGS) $(ALIGN_CFLAGS) -march=native
bench_bench_thresholds_LDADD =
bench_bench_thresholds_avx2_SOURCES = $(bench_thresholds_sources)
bench_bench_thresholds_avx2_CPPFLAGS = $(bench_thresholds_cppflags)
bench_bench_thresholds_avx2_CFLAGS = $(WARN_CFLAGS) $(ALIGN_CFLAGS) -march=x86-64-v3
bench_bench_thresholds_avx2_LDADD =

bench_bench_word_SOURCES = bench/bench_word.c bench/shim.cc bench/shim.h
bench_bench_word_CPPFLAGS = $(bench_cppflags)
bench_bench_word_CXXFLAGS = -Wall -Wextra $(BENCHMARK_CFLAGS)
bench_bench_word_LDADD = $(BENCHMARK_LIBS)

bench: bench/bench_bits$(EXEEXT)
	BUILD=. $(srcdir)/script/bench
# The curve on either side of each threshold.
bench-thresholds:
	BUILD=. $(srcdir)/script/bench --thresholds
.PHONY: bench bench-thresholds
