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
	tools/find.c \
	tools/histogram.c \
	tools/input.c \
	tools/isa.c \
	tools/logic.c \
	tools/message.c \
	tools/output.c \
	tools/progress.c \
	tools/random.c \
	tools/show.c \
	tools/speed.c \
	tools/tool.h
tools_bitmill_CPPFLAGS = -I$(top_srcdir)/include
tools_bitmill_CFLAGS = $(library_cflags)
tools_bitmill_LDADD = libbitmill.la
