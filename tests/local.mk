# The tests: `make check` builds and runs them all, `make tests/bits/move` one program.

include tests/word/local.mk

programs = \
	$(word_programs) \
	tests/bits/atomic \
	tests/bits/bit \
	tests/bits/debug \
	tests/bits/decode \
	tests/bits/decode_lines \
	tests/bits/filter \
	tests/bits/index \
	tests/bits/inline \
	tests/bits/interleave \
	tests/bits/iterate \
	tests/bits/many \
	tests/bits/matrix \
	tests/bits/move \
	tests/bits/null \
	tests/bits/operations \
	tests/bits/overrun \
	tests/bits/pack \
	tests/bits/pext \
	tests/bits/positional \
	tests/bits/random \
	tests/bits/range \
	tests/bits/search \
	tests/bits/select \
	tests/bits/surroundings \
	tests/bits/ternary \
	tests/bits/text \
	tests/bits/values \
	tests/dispatch/isa \
	tests/fuzz/replay \
	tests/harness/test_prop \
	tests/tools/expr \
	tests/tools/law \
	tests/tools/lesson \
	tests/tools/sheet
if !ONE_ISA
programs += \
	tests/dispatch/before_main \
	tests/dispatch/environment
if X86
programs += tests/dispatch/cpu_x86
endif
endif
if WITH_AVX2
programs += \
	tests/bits/interleave_zen2 \
	tests/bits/pext_zen2 \
	tests/bits/select_zen2 \
	tests/dispatch/environment_zen2 \
	tests/dispatch/first_calls \
	tests/dispatch/isa_zen2
endif

check_scripts = \
	tests/scripts/bench.sh \
	tests/scripts/course.sh \
	tests/scripts/course_exercises.sh \
	tests/scripts/course_operation.sh \
	tests/scripts/coverage_maps.sh \
	tests/scripts/doc_examples.sh \
	tests/scripts/docs.sh \
	tests/scripts/documents.sh \
	tests/scripts/documents_fail.sh \
	tests/scripts/doxygen.sh \
	tests/scripts/examples.sh \
	tests/scripts/languages.sh \
	tests/scripts/names.sh \
	tests/scripts/primes.sh \
	tests/scripts/set_names.sh \
	tests/scripts/thresholds.sh \
	tests/scripts/web.sh \
	tests/scripts/x86_forms.sh \
	tests/tools/bitmill.sh \
	tests/tools/compare.sh \
	tests/tools/count.sh \
	tests/tools/eval.sh \
	tests/tools/explain.sh \
	tests/tools/find.sh \
	tests/tools/grade.sh \
	tests/tools/grade_hostile.sh \
	tests/tools/histogram.sh \
	tests/tools/law.sh \
	tests/tools/lesson_code.sh \
	tests/tools/logic.sh \
	tests/tools/manual.sh \
	tests/tools/quiz.sh \
	tests/tools/random.sh \
	tests/tools/show.sh \
	tests/tools/svg.sh \
	tests/tools/table.sh \
	tests/tools/verbs.sh
if !ONE_ISA
check_scripts += tests/tools/isa.sh
endif
if LINUX
check_scripts += tests/scripts/weblog.sh
endif

if HAVE_CHECK
check_programs = $(programs)
check_scripts += tests/scripts/fuzz_names.sh
else
check_programs =
check-local:
	@echo "make check needs Check 0.15 or newer (Debian: apt-get install check), and configure" >&2
	@echo "did not find it. Install it and run configure again, or run configure with" >&2
	@echo "--without-check, which takes tests/plain_check in its place." >&2
	@exit 1
endif
check_PROGRAMS = $(check_programs) $(examples) tests/tools/draw_eval tests/tools/lesson_code
# Scripts try compilers and programs of this machine. The programs of another one run under
# LOG_COMPILER, as in `make check LOG_COMPILER='qemu-s390x -L /usr/s390x-linux-gnu'`.
if CROSS
TESTS = $(check_programs)
else
TESTS = $(check_programs) $(check_scripts)
endif
# The command itself where libtool makes a wrapper, which takes longer to start than the command.
AM_TESTS_ENVIRONMENT = BITMILL=./tools/bitmill; CC='$(CC)'; CXX='$(CXX)'; srcdir='$(srcdir)'; \
	if test -x tools/.libs/bitmill; then BITMILL=./tools/.libs/bitmill; \
	LD_LIBRARY_PATH=`pwd`/.libs; export LD_LIBRARY_PATH; fi; export BITMILL CC CXX srcdir;
DISTCLEANFILES = tests/failed-seeds

# What the programs share; the linker takes what each of them calls.
check_LIBRARIES = tests/libharness.a
tests_libharness_a_SOURCES = \
	tests/harness/arena.c \
	tests/harness/arena.h \
	tests/harness/guard.c \
	tests/harness/guard.h \
	tests/harness/isas.c \
	tests/harness/isas.h \
	tests/harness/lists.h \
	tests/harness/ops.c \
	tests/harness/pages.c \
	tests/harness/pages.h \
	tests/harness/prop.c \
	tests/harness/prop.h \
	tests/harness/reference.c \
	tests/harness/reference.h \
	tests/harness/regressions.def \
	tests/harness/runner.c \
	tests/harness/runner.h \
	tests/harness/thresholds.c \
	tests/harness/thresholds.h \
	tests/harness/verbs.c \
	tests/harness/verbs.h

# ---- tests/bits: programs with the library, but for those that test headers alone ----

bits_ldadd = tests/libharness.a libbitmill.la $(CHECK_LIBS) $(ATOMIC_LIBS)
tests_bits_bit_LDADD = $(bits_ldadd)
tests_bits_decode_LDADD = $(bits_ldadd)
tests_bits_decode_lines_LDADD = $(bits_ldadd)
tests_bits_filter_LDADD = $(bits_ldadd)
tests_bits_index_LDADD = $(bits_ldadd)
tests_bits_interleave_LDADD = $(bits_ldadd)
tests_bits_iterate_LDADD = $(bits_ldadd)
tests_bits_many_LDADD = $(bits_ldadd)
tests_bits_matrix_LDADD = $(bits_ldadd)
tests_bits_move_LDADD = $(bits_ldadd)
tests_bits_null_LDADD = $(bits_ldadd)
tests_bits_operations_LDADD = $(bits_ldadd)
tests_bits_pack_LDADD = $(bits_ldadd)
tests_bits_pext_LDADD = $(bits_ldadd)
tests_bits_positional_LDADD = $(bits_ldadd)
tests_bits_random_LDADD = $(bits_ldadd) -lm
tests_bits_range_LDADD = $(bits_ldadd)
tests_bits_search_LDADD = $(bits_ldadd)
tests_bits_select_LDADD = $(bits_ldadd)
tests_bits_surroundings_LDADD = $(bits_ldadd)
tests_bits_ternary_LDADD = $(bits_ldadd)
tests_bits_text_LDADD = $(bits_ldadd)
tests_bits_values_LDADD = $(bits_ldadd)

tests_bits_atomic_CFLAGS = $(AM_CFLAGS) $(THREADS_CFLAGS)
tests_bits_atomic_LDADD = $(LDADD) $(ATOMIC_LIBS)
# The compilers see some of the short blocks themselves, and would warn.
tests_bits_overrun_CFLAGS = $(AM_CFLAGS) -Wno-array-bounds
tests_bits_overrun_LDADD = $(bits_ldadd)

# Programs that make child processes, and what stands for them where there is no fork.
if HAVE_FORK
tests_bits_debug_SOURCES = tests/bits/debug.c
tests_bits_overrun_SOURCES = tests/bits/overrun.c
tests_dispatch_before_main_SOURCES = tests/dispatch/before_main.c
tests_dispatch_environment_SOURCES = tests/dispatch/environment.c
tests_dispatch_environment_zen2_SOURCES = tests/dispatch/environment.c
else
tests_bits_debug_SOURCES = tests/harness/needs_fork.c
tests_bits_overrun_SOURCES = tests/harness/needs_fork.c
tests_dispatch_before_main_SOURCES = tests/harness/needs_fork.c
tests_dispatch_environment_SOURCES = tests/harness/needs_fork.c
tests_dispatch_environment_zen2_SOURCES = tests/harness/needs_fork.c
endif

# ---- tests/dispatch ----

tests_dispatch_before_main_LDADD = $(bits_ldadd)
tests_dispatch_environment_CFLAGS = $(AM_CFLAGS) $(THREADS_CFLAGS)
tests_dispatch_environment_LDADD = $(bits_ldadd)
tests_dispatch_isa_CFLAGS = $(AM_CFLAGS) $(THREADS_CFLAGS)
tests_dispatch_isa_LDADD = $(bits_ldadd)

# What compilers make of the flags of each set of kernels.
tests_dispatch_cpu_x86_SOURCES = tests/dispatch/cpu_x86.c tests/dispatch/x86_features.h
tests_dispatch_cpu_x86_CFLAGS = $(AM_CFLAGS) -DBMILL_AVX2_CFLAGS='"$(AVX2_CFLAGS)"' \
	-DBMILL_AVX512_CFLAGS='"$(AVX512_CFLAGS)"'
tests_dispatch_cpu_x86_LDADD = $(LDADD)
if WITH_AVX2
check_LIBRARIES += tests/libx86_features_avx2.a
tests_libx86_features_avx2_a_SOURCES = tests/dispatch/x86_features.c
tests_libx86_features_avx2_a_CFLAGS = $(AM_CFLAGS) $(AVX2_CFLAGS) \
	-DBMILL_FEATURES=x86_features_avx2
tests_dispatch_cpu_x86_LDADD += tests/libx86_features_avx2.a
endif
if WITH_AVX512
check_LIBRARIES += tests/libx86_features_avx512.a
tests_libx86_features_avx512_a_SOURCES = tests/dispatch/x86_features.c
tests_libx86_features_avx512_a_CFLAGS = $(AM_CFLAGS) $(AVX512_CFLAGS) \
	-DBMILL_FEATURES=x86_features_avx512
tests_dispatch_cpu_x86_LDADD += tests/libx86_features_avx512.a
endif

# The library as a machine with slow pext has it, made by a compiler without constructors: see
# tests/dispatch/zen2.c and lib/dispatch/dispatch.c.
if WITH_AVX2
check_LTLIBRARIES = tests/libzen2.la
endif
tests_libzen2_la_SOURCES = $(library_sources) tests/dispatch/zen2.c
tests_libzen2_la_CPPFLAGS = $(library_cppflags) -DBMILL_NO_CONSTRUCTOR
tests_libzen2_la_CFLAGS = $(library_cflags)
tests_libzen2_la_LIBADD = $(noinst_LTLIBRARIES)
zen2_cflags = $(AM_CFLAGS) -DBMILL_NO_CONSTRUCTOR -DBMILL_TEST_ZEN2
zen2_ldadd = tests/libharness.a tests/libzen2.la $(CHECK_LIBS)
tests_bits_interleave_zen2_SOURCES = tests/bits/interleave.c
tests_bits_interleave_zen2_CFLAGS = $(zen2_cflags)
tests_bits_interleave_zen2_LDADD = $(zen2_ldadd)
tests_bits_pext_zen2_SOURCES = tests/bits/pext.c
tests_bits_pext_zen2_CFLAGS = $(zen2_cflags)
tests_bits_pext_zen2_LDADD = $(zen2_ldadd)
tests_bits_select_zen2_SOURCES = tests/bits/select.c
tests_bits_select_zen2_CFLAGS = $(zen2_cflags)
tests_bits_select_zen2_LDADD = $(zen2_ldadd)
tests_dispatch_environment_zen2_CFLAGS = $(zen2_cflags) $(THREADS_CFLAGS)
tests_dispatch_environment_zen2_LDADD = $(zen2_ldadd)
tests_dispatch_first_calls_CFLAGS = $(zen2_cflags)
tests_dispatch_first_calls_LDADD = $(zen2_ldadd)
tests_dispatch_isa_zen2_SOURCES = tests/dispatch/isa.c
tests_dispatch_isa_zen2_CFLAGS = $(zen2_cflags) $(THREADS_CFLAGS)
tests_dispatch_isa_zen2_LDADD = $(zen2_ldadd)

# ---- tests/tools: the engines of the teaching commands ----

tools_ldadd = tests/libharness.a tools/libengine.a $(CHECK_LIBS)
tests_tools_draw_eval_LDADD = tools/libengine.a
tests_tools_expr_LDADD = $(tools_ldadd)
tests_tools_law_LDADD = $(tools_ldadd)
tests_tools_lesson_LDADD = $(tools_ldadd)
tests_tools_lesson_code_LDADD = tools/libengine.a
tests_tools_sheet_LDADD = $(tools_ldadd)

# ---- What script/test runs, and what stands apart ----

EXTRA_DIST += tests/bits/overrun_parts.c tests/harness/wasi.js tests/plain_check
dist_check_SCRIPTS = $(check_scripts) \
	tests/scripts/alone.sh \
	tests/scripts/builds.py \
	tests/scripts/compilers.sh \
	tests/scripts/consumers.sh \
	tests/scripts/forms.sh \
	tests/scripts/generic.sh \
	tests/scripts/headers.sh \
	tests/scripts/install.sh \
	tests/scripts/linkage.sh \
	tests/scripts/overruns.sh \
	tests/scripts/packages.py \
	tests/scripts/scripts.sh \
	tests/scripts/surface.py \
	tests/scripts/targets.sh \
	tests/scripts/two_files.sh
EXTRA_DIST += \
	tests/consumers \
	tests/course \
	tests/scripts/assertions.awk \
	tests/scripts/assertions.h \
	tests/scripts/counted.sh \
	tests/scripts/documents.py \
	tests/scripts/msvc.h \
	tests/scripts/use_headers.c \
	tests/scripts/use_headers.cc \
	tests/scripts/use_sets.c \
	tests/scripts/use_small_int.cc \
	tests/tools/grade \
	tests/tools/tool.sh \
	tests/web

list-check-programs:
	@echo $(check_programs)
# All that make check runs, each of which leaves a log.
list-tests:
	@echo $(TESTS)
.PHONY: list-check-programs list-tests

# Planted bugs, each of which the tests must catch. Takes hours, and goes on where it was stopped.
EXTRA_DIST += tests/mutants.txt tests/mutate.py tests/mutation
check-mutants:
	CC='$(CC)' $(PYTHON) $(srcdir)/tests/mutate.py --run --work mutants
.PHONY: check-mutants

# Folders are distributed as they are, but for what Python leaves in them.
dist-hook:
	rm -rf $(distdir)/tests/*/__pycache__ $(distdir)/bench/peers/*.$(OBJEXT)
	[ ! -d $(srcdir)/results ] || cp -R $(srcdir)/results $(distdir)

include tests/fuzz/local.mk
include tests/prove/local.mk
