# The command bitmill.

bin_PROGRAMS = tools/bitmill
tools_bitmill_SOURCES = \
	tools/args.c \
	tools/args.h \
	tools/bitmill.c \
	tools/compare.c \
	tools/count.c \
	tools/explain.c \
	tools/explain.h \
	tools/explain_bit.c \
	tools/explain_sheet.c \
	tools/explain_word.c \
	tools/grade.c \
	tools/input.c \
	tools/isa.c \
	tools/message.c \
	tools/speed.c \
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
tools_bitmill_CPPFLAGS = -DBMILL_PKGDATADIR='"$(pkgdatadir)"' -I$(top_builddir) -I$(top_srcdir)/include
tools_bitmill_CFLAGS = $(library_cflags)
tools_bitmill_LDADD = libbitmill.la
