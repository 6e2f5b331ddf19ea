# The documents, and the reference that Doxygen makes from the comments in the headers.

dist_doc_DATA = README.md CONTRIBUTING.md CHANGELOG.md LICENSE
EXTRA_DIST += docs/abi.md docs/benchmarking.md docs/benchmarks.md docs/course docs/design.md docs/features.md docs/gallery.md \
	docs/instructions.md docs/kernel_instructions.md docs/kernels.md docs/lto.md docs/platforms.md docs/proofs.md docs/testing.md \
	docs/Doxyfile docs/doxygen.awk

# docs/html, and pages of the manual in docs/man/man3 of the build directory, which `make install` then
# installs. They are not in the tarball. Doxygen also makes pages for documents and for fields of
# structures, under names such as i.3: only those of our own names stay. Within code, it leaves \n for
# troff to read as a register, and text may begin a line with what is a request there.
docs:
	@command -v doxygen >/dev/null || { echo "make docs needs Doxygen (Debian: script/bootstrap docs)." >&2; exit 1; }
	rm -rf docs/html docs/man
	@$(MKDIR_P) docs
	output=`pwd`/docs && cd $(srcdir) && { cat docs/Doxyfile; echo "OUTPUT_DIRECTORY = $$output"; \
		echo "PROJECT_NUMBER = $(VERSION)"; echo '$(DOXYFLAGS)'; } | doxygen -
	find docs/man -type f ! -name 'b*mill_*' ! -name 'BMILL_*' ! -name bitmill.3 -exec rm {} +
	for page in docs/man/man3/bitmill_*; do \
		sed -e '/^\.nf/,/^\.fi/s/\\\([nt0x]\)/\\e\1/g' -e "s/^'/\\\\\&'/" $$page >docs/page && mv docs/page $$page || exit 1; done
.PHONY: docs

man3dir = $(mandir)/man3

# The links of README.md lead to what is installed beside it: documents, course and examples keep
# their folders, and so do pictures of results. HTML and pages of the manual are installed if `make docs` has made them.
documents = (cd $(srcdir) && find docs examples `[ ! -d $(srcdir)/results ] || echo results` \( -path docs/html -o -path docs/man \) -prune -o -type f \
	\( -name '*.md' -o -name '*.[ch]' -o -name '*.sh' -o -name '*.svg' \) -print)
html = { [ ! -d docs/html ] || (cd docs && find html -type f); }
man3 = { [ ! -d docs/man ] || (cd docs/man/man3 && ls); }

# install_files FROM TO: installs the files whose names are on standard input, with their folders.
install_files = install_files() { while read -r file; do \
	folder="$(DESTDIR)$$2"/`dirname "$$file"`; [ -d "$$folder" ] || $(MKDIR_P) "$$folder" || exit 1; \
	$(INSTALL_DATA) "$$1/$$file" "$$folder" || exit 1; done; }
install-data-local:
	$(AM_V_GEN)$(install_files); $(documents) | install_files $(srcdir) '$(docdir)'
	@$(install_files); $(html) | install_files docs '$(htmldir)'
	@$(install_files); $(man3) | install_files docs/man/man3 '$(man3dir)'
# uninstall_files FROM: removes the files whose names are on standard input.
uninstall_files = uninstall_files() { [ ! -d "$(DESTDIR)$$1" ] || (cd "$(DESTDIR)$$1" && xargs rm -f); }
uninstall-local:
	@$(uninstall_files); $(documents) | uninstall_files '$(docdir)'
	@$(uninstall_files); $(html) | uninstall_files '$(htmldir)'
	@$(uninstall_files); $(man3) | uninstall_files '$(man3dir)'
# The folders that are bitmill's own, from the inside out, as far as they are empty.
uninstall-hook:
	for folder in '$(docdir)' '$(htmldir)/html' '$(bitmill_includedir)' '$(pkgdatadir)' '$(cmakedir)'; do \
		[ ! -d "$(DESTDIR)$$folder" ] || \
			find "$(DESTDIR)$$folder" -depth -type d -exec rmdir {} \; 2>/dev/null || :; done
mostlyclean-local:
	rm -rf docs/html docs/man
