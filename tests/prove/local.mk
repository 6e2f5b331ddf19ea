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

# What `bitmill grade --prove` needs is installed; in the build tree it is found beside the command.
provedir = $(pkgdatadir)/prove
prove_DATA = \
	tests/prove/bits.py \
	tests/prove/evaluate.py \
	tests/prove/gf2.py \
	tests/prove/grade.py \
	tests/prove/instructions.py \
	tests/prove/lemmas_pext.py \
	tests/prove/lemmas_select.py \
	tests/prove/llvmir.py \
	tests/prove/logic.py \
	tests/prove/memory.py \
	tests/prove/operations.py \
	tests/prove/paths.py \
	tests/prove/promises.py \
	tests/prove/proof.py \
	tests/prove/specs.py \
	tests/prove/specs_arith.py \
	tests/prove/specs_bit.py \
	tests/prove/specs_count.py \
	tests/prove/specs_ends.py \
	tests/prove/specs_field.py \
	tests/prove/specs_permute.py \
	tests/prove/specs_pext.py \
	tests/prove/specs_pow2.py \
	tests/prove/symbolic.py \
	tests/prove/variables.py
