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

# The manual page, and completion for bash and zsh, where these look for it.
dist_man1_MANS = tools/bitmill.1
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = tools/completion/bitmill
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = tools/completion/_bitmill
