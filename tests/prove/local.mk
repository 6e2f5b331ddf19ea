# Proofs for all inputs; docs/proofs.md says what that is and rests on. prove fails if that page is
# not what the proofs give, but for the times in it; prove-table writes it. Debian's own python has z3.
EXTRA_DIST += tests/prove
PYTHON = /usr/bin/python3
prove_command = $(PYTHON) $(srcdir)/tests/prove/prove.py $(PROVEFLAGS)
prove_table = $(srcdir)/docs/proofs.md
prove:
	@command -v $(PYTHON) >/dev/null || { echo "make prove needs python 3, clang and z3 (Debian:" \
		"apt-get install clang python3-z3), and there is no $(PYTHON)." >&2; exit 1; }
	$(prove_command) --compare $(prove_table)
prove-table:
	$(prove_command) --table $(prove_table)
.PHONY: prove prove-table
