# The library. It checks nothing of what its callers pass: the headers do that, in the caller's code
# (bitmill/bits/check.h).
#
# CMakeLists.txt and meson.build read the lists and library_version in here, and those of
# include/local.mk: a list is one assignment, its files in lines of their own.

library_cppflags = -I$(top_srcdir)/include -I$(top_srcdir)/lib -DBMILL_NO_CHECKS
# With a section for each function and each table, -Wl,--gc-sections takes what a static program
# calls, and no more.
library_cflags = $(WARN_CFLAGS) $(SECTION_CFLAGS) -fvisibility=hidden

lib_LTLIBRARIES = libbitmill.la
libbitmill_la_LDFLAGS = -version-info $(library_version) -no-undefined $(VERSION_SCRIPT)
EXTRA_libbitmill_la_DEPENDENCIES = lib/bitmill.map
EXTRA_DIST += lib/bitmill.map

# current:revision:age of the ABI, by libtool's rules, which docs/abi.md repeats.
library_version = 0:0:0

if ONE_ISA
# One set of kernels: in one file, so that the public functions are the kernels.
libbitmill_la_SOURCES = lib/bitmill.c
libbitmill_la_CPPFLAGS = $(library_cppflags) $(ISA_CPPFLAGS)
libbitmill_la_CFLAGS = $(library_cflags) $(ALIGN_CFLAGS) $(ISA_CFLAGS)
else
libbitmill_la_SOURCES = $(library_sources) $(detection_sources) $(kernel_headers)
libbitmill_la_CPPFLAGS = $(library_cppflags)
libbitmill_la_CFLAGS = $(library_cflags)
libbitmill_la_LIBADD = $(noinst_LTLIBRARIES)
endif

library_sources = \
	lib/bits/compare.c \
	lib/bits/count.c \
	lib/bits/filter.c \
	lib/bits/find.c \
	lib/bits/index.c \
	lib/bits/interleave.c \
	lib/bits/iterate.c \
	lib/bits/logic.c \
	lib/bits/many.c \
	lib/bits/matrix.c \
	lib/bits/move.c \
	lib/bits/pack.c \
	lib/bits/pext.c \
	lib/bits/positional.c \
	lib/bits/random.c \
	lib/bits/range.c \
	lib/bits/search.c \
	lib/bits/select.c \
	lib/bits/ternary.c \
	lib/bits/test.c \
	lib/bits/text.c \
	lib/bits/values.c \
	lib/dispatch/atomic.h \
	lib/dispatch/dispatch.c \
	lib/dispatch/rows.c \
	lib/dispatch/rows.h \
	lib/kernels/last_mask.c \
	lib/kernels/stream.c
x86_sources = \
	lib/dispatch/cpu_x86.c \
	lib/dispatch/cpu_x86.h
# A test asks another processor in its place.
x86_read_sources = \
	lib/dispatch/cpu_x86_read.c
detection_sources =
if X86
library_sources += $(x86_sources)
detection_sources += $(x86_read_sources)
endif

EXTRA_DIST += lib/dispatch/one_isa.c

# All that the sets of kernels include.
kernel_headers = \
	lib/dispatch/atomic.h \
	lib/dispatch/rows.h \
	lib/floats.h \
	lib/kernels/all.h \
	lib/kernels/blocks.h \
	lib/kernels/compare.h \
	lib/kernels/count.h \
	lib/kernels/decode.h \
	lib/kernels/decode_batch.h \
	lib/kernels/decode_line.h \
	lib/kernels/ends.h \
	lib/kernels/filter.h \
	lib/kernels/find.h \
	lib/kernels/index.h \
	lib/kernels/interleave.h \
	lib/kernels/last_mask.h \
	lib/kernels/stream.h \
	lib/kernels/lists.h \
	lib/kernels/logic.h \
	lib/kernels/many.h \
	lib/kernels/matrix.h \
	lib/kernels/move.h \
	lib/kernels/op.h \
	lib/kernels/operations.h \
	lib/kernels/pack.h \
	lib/kernels/pext.h \
	lib/kernels/positional.h \
	lib/kernels/random.h \
	lib/kernels/range.h \
	lib/kernels/runs.h \
	lib/kernels/search.h \
	lib/kernels/select.h \
	lib/kernels/splitmix64.h \
	lib/kernels/ternary.h \
	lib/kernels/test.h \
	lib/kernels/text.h \
	lib/kernels/values.h \
	lib/names.h \
	lib/set.h \
	lib/simd/avx2.h \
	lib/simd/avx2/filter.h \
	lib/simd/avx2/hex.h \
	lib/simd/avx2/index.h \
	lib/simd/avx2/matrix.h \
	lib/simd/avx2/pack.h \
	lib/simd/avx2/positional.h \
	lib/simd/avx2/search.h \
	lib/simd/avx2/text.h \
	lib/simd/avx2/values.h \
	lib/simd/avx512.h \
	lib/simd/avx512/filter.h \
	lib/simd/avx512/index.h \
	lib/simd/avx512/matrix.h \
	lib/simd/avx512/pack.h \
	lib/simd/avx512/positional.h \
	lib/simd/avx512/runs.h \
	lib/simd/avx512/search.h \
	lib/simd/avx512/select.h \
	lib/simd/avx512/text.h \
	lib/simd/avx512/values.h \
	lib/simd/byte_tables.h \
	lib/simd/compiler.h \
	lib/simd/decode_bytes.h \
	lib/simd/exchange.h \
	lib/simd/neon.h \
	lib/simd/neon/filter.h \
	lib/simd/neon/index.h \
	lib/simd/neon/matrix.h \
	lib/simd/neon/pack.h \
	lib/simd/neon/search.h \
	lib/simd/neon/text.h \
	lib/simd/neon/values.h \
	lib/simd/sets.h \
	lib/simd/simd.h \
	lib/simd/vec128.h \
	lib/simd/vec128/pack.h \
	lib/simd/vec128/text.h \
	lib/simd/vec128/values.h \
	lib/simd/w.h \
	lib/simd/w_bmi.h \
	lib/simd/w_plain.h \
	lib/simd/w_steps.h \
	lib/simd/words.h \
	lib/simd/x_is_v.h \
	lib/simd/x_sse.h \
	lib/tables/compare.h \
	lib/tables/kernels.def \
	lib/tables/ops.def \
	lib/tables/prototypes.def \
	lib/tables/shapes.h \
	lib/tables/ternary.def \
	lib/tables/ternary_rows.h \
	lib/tables/thresholds.def \
	lib/tables/thresholds.h \
	lib/tables/vector_thresholds.h

# A set of kernels each, with the flags of its ISA: features, never -march, which a later -march in
# CFLAGS would undo.
kernel_sets =
noinst_LTLIBRARIES =
if !ONE_ISA
kernel_sets += $(libportable_la_SOURCES)
noinst_LTLIBRARIES += libportable.la
libportable_la_SOURCES = \
	lib/dispatch/portable.c
libportable_la_CPPFLAGS = $(library_cppflags)
libportable_la_CFLAGS = $(library_cflags)
endif

if WITH_AVX2
kernel_sets += $(libavx2_la_SOURCES)
noinst_LTLIBRARIES += libavx2.la
libavx2_la_SOURCES = \
	lib/dispatch/avx2.c \
	lib/dispatch/avx2_slow_pext.c
libavx2_la_CPPFLAGS = $(library_cppflags)
libavx2_la_CFLAGS = $(library_cflags) $(AVX2_CFLAGS)
endif

if WITH_AVX512
kernel_sets += $(libavx512_la_SOURCES)
noinst_LTLIBRARIES += libavx512.la
libavx512_la_SOURCES = \
	lib/dispatch/avx512.c
libavx512_la_CPPFLAGS = $(library_cppflags)
libavx512_la_CFLAGS = $(library_cflags) $(AVX512_CFLAGS)
endif

if WITH_NEON
kernel_sets += $(libneon_la_SOURCES)
noinst_LTLIBRARIES += libneon.la
libneon_la_SOURCES = \
	lib/dispatch/neon.c
libneon_la_CPPFLAGS = $(library_cppflags)
libneon_la_CFLAGS = $(library_cflags)
endif
