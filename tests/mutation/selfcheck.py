"""Checks the rule on a sample: exactly these bugs, found again whatever the layout of the sources."""

import collections
import re

from bugs import by_rule, places_of, shown
from ctokens import regions_of

SAMPLE = r"""
/* A comment: a < b. */
#include <stddef.h>
#if 1 < 2 && defined(X)
#define TWICE(x) ((x) * 2) // 3 + 4
#endif
#define CALL(a, b) count(a, b)
extern "C" {
size_t count(const unsigned char *bits, size_t n);
_Static_assert(sizeof(int) == 4, "1 == 2");
static const int table[3] = {-1, 0x0f};
size_t count(const unsigned char *bits, size_t n)
{
    const char *text = "a + b", *end = &text[n], c = '+';
    size_t sum = 0, *p = &sum;
    for (; n > 1; n--) {
        if (!*bits)
            continue;
        *p += v_and(bits, n) & ~c;
        use(*end);
    }
    word_t *q = p;
    sum++, sum++, sum++, sum++;
    return sum + n * 2 - n * 2;
}
}
BMILL_BEGIN_INLINE_
ROW(first, a < b)
ROW(second, a < b)
"""
NAMES = {"v_and", "v_or", "count"}

EXPECTED = """
CALL :: swap :: count ( «a , b» ) :: b, a
TWICE :: arithmetic :: x ) «*» 2 ) :: /
TWICE :: constant :: ) * «2» ) :: 1
TWICE :: constant :: ) * «2» ) :: 3
count :: arithmetic :: * 2 «-» n * :: +
count :: arithmetic :: * p «+=» v_and ( :: -=
count :: arithmetic :: + n «*» 2 - :: /
count :: arithmetic :: , sum «++» , sum :: --
count :: arithmetic :: , sum «++» , sum #2 :: --
count :: arithmetic :: , sum «++» ; return :: --
count :: arithmetic :: - n «*» 2 ; :: /
count :: arithmetic :: ; n «--» ) { :: ++
count :: arithmetic :: ; sum «++» , sum :: --
count :: arithmetic :: return sum «+» n * :: -
count :: bitwise :: ) & «~» c ; :: nothing
count :: bitwise :: n ) «&» ~ c :: |
count :: constant :: n * «2» - n :: 1
count :: constant :: n * «2» - n :: 3
count :: constant :: n * «2» ; } :: 1
count :: constant :: n * «2» ; } :: 3
count :: constant :: n > «1» ; n :: 0
count :: constant :: n > «1» ; n :: 2
count :: constant :: sum = «0» , * :: 1
count :: deletion :: bits ) «continue» ; * :: nothing
count :: deletion :: c ; «use ( * end )» ; } :: nothing
count :: deletion :: continue ; «* p += v_and ( bits , n ) & ~ c» ; use :: nothing
count :: deletion :: p ; «sum ++ , sum ++ , sum ++ , sum ++» ; return :: nothing
count :: jump :: bits ) «continue» ; * :: break
count :: logic :: if ( «!» * bits :: nothing
count :: negation :: if ( «! * bits» ) continue :: !(!*bits)
count :: relation :: ; n «>» 1 ; :: >=
count :: swap :: v_and ( «bits , n» ) & :: n, bits
count :: word :: p += «v_and» ( bits :: v_or
table :: arithmetic :: = { «-» 1 , :: nothing
table :: constant :: 1 , «0x0f» } ; :: 0x0e
table :: constant :: 1 , «0x0f» } ; :: 0x10
table :: constant :: table [ «3» ] = :: 2
table :: constant :: table [ «3» ] = :: 4
table :: constant :: { - «1» , 0x0f :: 0
table :: constant :: { - «1» , 0x0f :: 2
"""


# Contexts that the rule does not make: an insertion, whole statements, the rows of a table.
WRITTEN = {("count", "return sum «» + n"): 1, ("count", "n * «2» - n"): 1,
           ("count", "p ; «sum ++ , sum ++ ,» sum ++"): 1, ("ROW(second)", ", a «<» b )"): 1,
           ("ROW(third)", ", a «<» b )"): 0, ("count", "n * «3» - n"): 0}


def identities(text):
    return sorted(" :: ".join((region.name, kind, context, shown(replacement)))
                  for region, kind, context, _, _, replacement in by_rule(regions_of(text), text, NAMES))


def misplaced(text):
    """The bugs of the rule, and contexts, that are not found where they are."""
    named, found = collections.defaultdict(list), []
    for region in regions_of(text):
        named[region.name].append(region)
    for region, _, context, first, last, _ in by_rule(regions_of(text), text, NAMES):
        context, _, nth = context.partition(" #")
        places = [place[1:] for place in places_of(named[region.name], context)]
        if places[int(nth or 1) - 1:][:1] != [(first, last)]:
            found.append(f"misplaced: {region.name} :: {context}")
    return found + [f"misplaced: {name} :: {context}" for (name, context), number in WRITTEN.items()
                    if len(list(places_of(named[name], context))) != number]


def differences():
    """What the rule finds too much or too little in the sample, in two layouts."""
    expected = sorted(EXPECTED.strip().splitlines())
    spread = re.sub(r"^(?!#).*$", lambda line: line.group().replace(" ", "\n  "), SAMPLE, flags=re.M)
    found = []
    for text in (SAMPLE, spread):
        now = identities(text)
        found += [f"too much: {line}" for line in now if line not in expected]
        found += [f"not found: {line}" for line in expected if line not in now]
        found += misplaced(text)
        found += [f"twice: {line}" for line in sorted(set(now)) if now.count(line) > 1]
    return found
