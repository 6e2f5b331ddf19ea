# The command bitmill.

bin_PROGRAMS = tools/bitmill
tools_bitmill_SOURCES = \
	tools/args.c \
	tools/args.h \
	tools/bitmill.c \
	tools/compare.c \
	tools/count.c \
	tools/eval.c \
	tools/explain.c \
	tools/explain.h \
	tools/explain_bits.c \
	tools/explain_measure.c \
	tools/explain_operands.c \
	tools/find.c \
	tools/grade.c \
	tools/histogram.c \
	tools/input.c \
	tools/isa.c \
	tools/law.c \
	tools/logic.c \
	tools/message.c \
	tools/output.c \
	tools/paint.c \
	tools/paint.h \
	tools/progress.c \
	tools/quiz.c \
	tools/random.c \
	tools/show.c \
	tools/speed.c \
	tools/svg.c \
	tools/svg.h \
	tools/system.c \
	tools/table.c \
	tools/tool.h
if LINUX
tools_bitmill_SOURCES += \
	tools/grade/answers.c \
	tools/grade/answers.h \
	tools/grade/build.c \
	tools/grade/clean.c \
	tools/grade/grade.h \
	tools/grade/laws.c \
	tools/grade/laws.h \
	tools/grade/match.c \
	tools/grade/prove.c \
	tools/grade/report.c \
	tools/grade/sandbox.c \
	tools/grade/sandbox.h \
	tools/grade/scan.c \
	tools/grade/scan.h \
	tools/grade/shared.h \
	tools/grade/source.h \
	tools/grade/tokens.c \
	tools/grade/trial.c \
	tools/grade/trial.h \
	tools/grade/uses.c \
	tools/grade/uses.h
endif
# The program in which submissions run is compiled with each of them; its sources are in the command.
EXTRA_DIST += tools/grade/runner.c tools/grade/runner.awk
CLEANFILES = tools/grade/runner.inc tools/prove
tools/grade/runner.inc: tools/grade/runner.c tools/grade/shared.h tools/grade/runner.awk
	@$(MKDIR_P) tools/grade
	$(AM_V_GEN)$(AWK) -f $(srcdir)/tools/grade/runner.awk $(srcdir)/tools/grade/runner.c \
		$(srcdir)/tools/grade/shared.h >$@.new && mv $@.new $@
tools/grade/bitmill-build.$(OBJEXT): tools/grade/runner.inc

# In the build tree the command finds what proves beside itself.
tools/prove:
	@$(MKDIR_P) tools
	$(AM_V_GEN)$(LN_S) $(abs_top_srcdir)/tests/prove $@
tools/grade/bitmill-prove.$(OBJEXT): tools/prove
tools_bitmill_CPPFLAGS = $(PROGRAM_CPPFLAGS) -DBMILL_PKGDATADIR='"$(pkgdatadir)"' -I$(top_builddir) -I$(top_srcdir)/include
tools_bitmill_CFLAGS = $(library_cflags)
tools_bitmill_LDADD = tools/libengine.a libbitmill.la

# The manual page, and completion for bash and zsh, where these look for it.
dist_man1_MANS = tools/bitmill.1
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = tools/completion/bitmill
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = tools/completion/_bitmill

# The engines behind the teaching commands: they write into a text, and do no input or output.

noinst_LIBRARIES = tools/libengine.a
tools_libengine_a_SOURCES = \
	tools/engine/bitmap.c \
	tools/engine/bitmap.h \
	tools/engine/costs.h \
	tools/engine/expr.h \
	tools/engine/expr_c.c \
	tools/engine/expr_compare.c \
	tools/engine/expr_error.c \
	tools/engine/expr_evaluate.c \
	tools/engine/expr_explain.c \
	tools/engine/expr_lex.c \
	tools/engine/expr_literal.c \
	tools/engine/expr_modulo.c \
	tools/engine/expr_nodes.h \
	tools/engine/expr_parse.c \
	tools/engine/expr_remark.c \
	tools/engine/expr_type.c \
	tools/engine/law.c \
	tools/engine/law.h \
	tools/engine/lesson.c \
	tools/engine/lesson.h \
	tools/engine/lesson_end.c \
	tools/engine/lesson_fill.c \
	tools/engine/lesson_run.h \
	tools/engine/lessons.c \
	tools/engine/lessons/arith.c \
	tools/engine/lessons/bit.c \
	tools/engine/lessons/carryless.c \
	tools/engine/lessons/count.c \
	tools/engine/lessons/ends.c \
	tools/engine/lessons/enumerate.c \
	tools/engine/lessons/field.c \
	tools/engine/lessons/memory.c \
	tools/engine/lessons/morton.c \
	tools/engine/lessons/operators.c \
	tools/engine/lessons/permute.c \
	tools/engine/lessons/pext.c \
	tools/engine/lessons/pow2.c \
	tools/engine/lessons/rank.c \
	tools/engine/lessons/sentences.h \
	tools/engine/number.c \
	tools/engine/number.h \
	tools/engine/operators.c \
	tools/engine/quiz.c \
	tools/engine/quiz.h \
	tools/engine/sheet.c \
	tools/engine/sheet.h \
	tools/engine/table.c \
	tools/engine/table.h \
	tools/engine/text.c \
	tools/engine/text.h \
	tools/engine/variants.c \
	tools/engine/variants.h \
	tools/engine/verb_find.c \
	tools/engine/verbs.c \
	tools/engine/verbs.h
tools_libengine_a_CPPFLAGS = $(PROGRAM_CPPFLAGS) -I$(top_srcdir)/include
