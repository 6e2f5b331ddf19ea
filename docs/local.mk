# The documents, and the reference that Doxygen makes from the comments in the headers.

dist_doc_DATA = README.md CONTRIBUTING.md CHANGELOG.md LICENSE
EXTRA_DIST += docs/benchmarking.md docs/course docs/design.md docs/features.md docs/gallery.md docs/instructions.md \
	docs/kernels.md docs/proofs.md docs/speed.md docs/testing.md docs/Doxyfile docs/doxygen.awk

# docs/html, and pages of the manual in docs/man/man3 of the build directory, which `make install` then
# installs. They are not in the tarball. Doxygen also makes pages for documents and for fields of
# structures, under names such as i.3: only those of our own names stay. Within code, it leaves \n for
# troff to read as a register.
docs:
	@command -v doxygen >/dev/null || { echo "make docs needs Doxygen (Debian: script/bootstrap docs)." >&2; exit 1; }
	rm -rf docs/html docs/man
	@$(MKDIR_P) docs
	output=`pwd`/docs && cd $(srcdir) && { cat docs/Doxyfile; echo "OUTPUT_DIRECTORY = $$output"; \
		echo "PROJECT_NUMBER = $(VERSION)"; echo '$(DOXYFLAGS)'; } | doxygen -
	find docs/man -type f ! -name 'b*mill_*' ! -name 'BMILL_*' ! -name bitmill.3 -exec rm {} +
	for page in docs/man/man3/bitmill_*; do \
		sed '/^\.nf/,/^\.fi/s/\\\([nt0]\)/\\e\1/g' $$page >docs/page && mv docs/page $$page || exit 1; done
.PHONY: docs

man3dir = $(mandir)/man3
install-data-local:
	@[ ! -d docs/man ] || { $(MKDIR_P) '$(DESTDIR)$(man3dir)' && \
		echo " $(INSTALL_DATA) docs/man/man3/* '$(DESTDIR)$(man3dir)'" && \
		$(INSTALL_DATA) docs/man/man3/* '$(DESTDIR)$(man3dir)'; }
uninstall-local:
	@[ ! -d docs/man ] || (cd docs/man/man3 && ls) | (cd '$(DESTDIR)$(man3dir)' && xargs rm -f)
mostlyclean-local:
	rm -rf docs/html docs/man
