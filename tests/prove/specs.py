"""All specifications: importing a module registers what it specifies."""

import specs_arith  # noqa: F401
import specs_bit  # noqa: F401
import specs_count  # noqa: F401
import specs_ends  # noqa: F401
import specs_field  # noqa: F401
import specs_permute  # noqa: F401
import specs_pext  # noqa: F401
import specs_pow2  # noqa: F401
from bits import SPECS  # noqa: F401

# (verb, width) -> the test that covers what is not proven, for example "tests/word/pext.c". All
# else must be proven, or make prove fails. load_le and store_le of n bytes: what they may touch
# depends on an argument, and an object of a proof has one size; guard pages are the better judge.
UNPROVEN = {
    ("bmill_load_le", 0): "tests/word/memory.c",
    ("bmill_store_le", 0): "tests/word/memory.c",
}
