"""The tokens of a C file, and the functions, macros and other declarations that they belong to.

This is no parser: it knows comments, strings, directives and brackets, which is enough to find
places where a small bug can be planted. Conditions of the preprocessor and #include have no tokens.
"""

import collections
import re

Token = collections.namedtuple("Token", "kind text start end")
# A function, a macro, a row of a table or another declaration: its name, its tokens, and the index
# of the first one that may be changed.
Region = collections.namedtuple("Region", "name tokens body is_code")

OPERATORS = (r"<<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|##|"
             r"[-+*/%&|^~!<>=?:;,.(){}\[\]#]")
SCANNER = re.compile(
    r"(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<space>(?:\s|\\\n)+)|"
    r'(?P<string>(?:u8|[LuU])?"(?:\\.|[^"\\])*")|(?P<char>[LuU]?\'(?:\\.|[^\'\\])*\')|'
    r"(?P<number>\.?\d(?:[eEpP][+-]|[\w.])*)|(?P<name>[A-Za-z_]\w*)|(?P<operator>" + OPERATORS + ")",
    re.S)
DIRECTIVE = re.compile(r"[ \t]*#(?:/\*.*?\*/|\\\n|[^\n])*", re.S)
DEFINE = re.compile(r"[ \t]*#[ \t]*define[ \t]+(\w+)(\([^)]*\))?")


def tokenize(text, start, end):
    tokens = []
    while start < end:
        found = SCANNER.match(text, start, end)
        if not found:
            raise ValueError(f"no token of C at {text[start:start + 20]!r}")
        if found.lastgroup not in ("comment", "space"):
            tokens.append(Token(found.lastgroup, found.group(), found.start(), found.end()))
        start = found.end()
    return tokens


def split_directives(text):
    """The tokens outside of directives, and for each #define its name and tokens."""
    code, macros, at = [], [], 0
    fresh = True  # nothing but white space and comments on the line so far
    while at < len(text):
        directive = DIRECTIVE.match(text, at) if fresh else None
        if directive:
            define = DEFINE.match(text, at, directive.end())
            if define:
                macros.append((define.group(1), tokenize(text, define.end(), directive.end())))
            at, fresh = directive.end(), False
            continue
        found = SCANNER.match(text, at)
        if not found:
            raise ValueError(f"no token of C at {text[at:at + 20]!r}")
        if found.lastgroup == "space":
            fresh = fresh or "\n" in found.group()
        elif found.lastgroup != "comment":
            code.append(Token(found.lastgroup, found.group(), found.start(), found.end()))
            fresh = False
        at = found.end()
    return code, macros


def opening_before(tokens, closing):
    """The index of the parenthesis that the one at index `closing` closes."""
    depth = 0
    for i in range(closing, -1, -1):
        depth += {")": 1, "(": -1}.get(tokens[i].text, 0)
        if depth == 0:
            return i
    return 0


def closing_after(tokens, opening):
    depth = 0
    for i in range(opening, len(tokens)):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(tokens[i].text, 0)
        if depth == 0:
            return i
    return len(tokens)


def declared_name(tokens, brace):
    """The name of a declaration, and whether it is a function with its body at index `brace`."""
    if brace is not None and brace > 0 and tokens[brace - 1].text == ")":
        at = opening_before(tokens, brace - 1)
        if at > 0 and tokens[at - 1].kind == "name":
            return tokens[at - 1].text, True
    name = tokens[0].text
    for token in tokens:
        if token.text in ("=", "[", "{", "(", ";"):
            break
        if token.kind == "name":
            name = token.text
    return name, False


def is_row(tokens):
    """Whether these are a macro and its arguments, as in a table."""
    return len(tokens) > 3 and tokens[0].kind == "name" and tokens[1].text == "(" and (
        closing_after(tokens, 1) == len(tokens) - 1)


def declarations(code):
    """The regions of the tokens outside of directives, one for each declaration of the file."""
    tokens, depth, brace = [], 0, None
    for i, token in enumerate(code):
        following = code[i + 1] if i + 1 < len(code) else None
        if re.fullmatch("BMILL_(BEGIN|END)_INLINE_", token.text):
            continue
        tokens.append(token)
        if token.text in ("{", "(", "["):
            if depth == 0 and token.text == "{" and brace is None:
                brace = len(tokens) - 1
            depth += 1
        elif token.text in ("}", ")", "]"):
            depth -= 1
        if [t.text for t in tokens] == ["extern", '"C"', "{"] or depth < 0:
            tokens, depth, brace = [], 0, None
        elif depth == 0 and is_row(tokens) and (not following or following.kind == "name"):
            yield Region(f"{tokens[0].text}({tokens[2].text})", tokens, 0, False)
            tokens, brace = [], None
        elif depth == 0 and (token.text == ";" or token.text == "}"):
            name, is_function = declared_name(tokens, brace)
            if token.text == ";" or is_function:
                if not name.startswith(("_Static_assert", "static_assert")):
                    yield Region(name, tokens, brace if is_function else 0, is_function)
                tokens, brace = [], None


def regions_of(text):
    code, macros = split_directives(text)
    found = list(declarations(code))
    found += [Region(name, tokens, 0, True) for name, tokens in macros if tokens]
    return sorted(found, key=lambda region: region.tokens[0].start)
