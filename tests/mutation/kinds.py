"""The kinds of bugs. Each is a function of a region and the text of its file, and gives for each
place where such a bug can be planted: index of the first token, one past the last, replacement.
"""

import re

from ctokens import closing_after

REPLACED = {
    "relation": {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="},
    "arithmetic": {"+": "-", "-": "+", "*": "/", "/": "*", "%": "/", "++": "--", "--": "++",
                   "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*="},
    "bitwise": {"&": "|", "|": "&", "^": "|", "<<": ">>", ">>": "<<", "&=": "|=", "|=": "&=",
                "^=": "|=", "<<=": ">>=", ">>=": "<<=", "~": ""},
    "logic": {"&&": "||", "||": "&&", "!": ""},
    "jump": {"break": "continue", "continue": "break"},
}
# Words in names: if the name with the other word exists, it is mostly that of a similar function.
WORDS = {"and": "or", "or": "and", "xor": "or", "andnot": "and", "ornot": "or", "nand": "and",
         "nor": "or", "xnor": "xor", "shl": "shr", "shr": "shl", "slli": "srli", "srli": "slli",
         "sllv": "srlv", "srlv": "sllv", "unpacklo": "unpackhi", "unpackhi": "unpacklo",
         "first": "last", "last": "first", "set": "clear", "clear": "set", "any": "all",
         "all": "any", "clz": "ctz", "ctz": "clz", "low": "high", "high": "low", "min": "max",
         "max": "min", "add": "sub", "sub": "add", "before": "after", "head": "tail"}
KEYWORDS = set("auto break case char const continue default do double else enum extern float for "
               "goto if inline int long register return short signed sizeof static struct switch "
               "typedef union unsigned void volatile while".split())


def is_binary(region, text, i):
    """Whether + - * & stands between two operands: only then a space follows, by .clang-format."""
    before = region.tokens[i - 1] if i else None
    operand = before and (before.kind in ("name", "number", "char") or before.text in (")", "]"))
    return operand and text[region.tokens[i].end].isspace()


def operator_bugs(kind):
    def bugs(region, text):
        for i in range(region.body, len(region.tokens)):
            spelled = region.tokens[i].text
            if spelled not in REPLACED[kind]:
                continue
            if spelled in ("*", "&", "+", "-") and not is_binary(region, text, i):
                if spelled == "-":
                    yield i, i + 1, ""
                continue
            yield i, i + 1, REPLACED[kind][spelled]
    return bugs


def constant_bugs(region, text):
    for i in range(region.body, len(region.tokens)):
        number = re.fullmatch(r"(0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+?)([uUlL]*)", region.tokens[i].text)
        if not number or not (number.group(1) or number.group(2).isdigit()):
            continue
        prefix, digits, suffix = number.group(1) or "", number.group(2), number.group(3)
        value = int(digits, 16 if prefix else 10)
        for other in (value + 1, value - 1):
            if other >= 0:
                shown = f"{other:0{len(digits)}x}" if prefix else str(other)
                yield i, i + 1, prefix + shown + suffix


def word_bugs(names):
    def bugs(region, text):
        for i in range(region.body + 1 if region.is_code else len(region.tokens), len(region.tokens)):
            token = region.tokens[i]
            if token.kind != "name":
                continue
            words = token.text.split("_")
            for k, word in enumerate(words):
                stem = word.rstrip("0123456789")
                if stem in WORDS:
                    other = "_".join(words[:k] + [WORDS[stem] + word[len(stem):]] + words[k + 1:])
                    if other in names or other.startswith("_mm"):
                        yield i, i + 1, other
    return bugs


def negation_bugs(region, text):
    tokens = region.tokens
    for i in range(region.body, len(tokens) - 1):
        if tokens[i].text not in ("if", "while") or tokens[i + 1].text != "(":
            continue
        end = closing_after(tokens, i + 1)
        if end < len(tokens):
            condition = text[tokens[i + 2].start:tokens[end - 1].end]
            yield i + 2, end, f"!({condition})"


def statement_starts(tokens, body):
    """The indices at which a statement may begin."""
    heads = set()
    for i in range(body, len(tokens) - 1):
        spelled = tokens[i].text
        if spelled in ("if", "for", "while", "switch") and tokens[i + 1].text == "(":
            heads.add(closing_after(tokens, i + 1))
        if i in heads or spelled in (";", "{", "}", "else", "do"):
            yield i + 1


def is_declaration(statement):
    first, second = statement[0], statement[1]
    if first.kind != "name":
        return False
    if second.kind == "name":
        return True
    return second.text == "*" and len(statement) > 2 and statement[2].kind == "name"


def deletion_bugs(region, text):
    tokens = region.tokens
    if not region.is_code:
        return
    for start in statement_starts(tokens, region.body):
        end, depth = start, 0
        while end < len(tokens) and not (depth == 0 and tokens[end].text in (";", "{", "}")):
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(tokens[end].text, 0)
            if depth < 0:  # the inside of for (...)
                break
            end += 1
        statement = tokens[start:end]
        if end >= len(tokens) or tokens[end].text != ";" or not statement:
            continue
        words = [t.text for t in statement]
        if words in (["break"], ["continue"], ["return"]):
            yield start, end, ""
        elif len(words) > 1 and words[0] not in KEYWORDS and not is_declaration(statement) and (
                set(words) & {"=", "(", "++", "--"} or any(re.fullmatch(r"(\W+)=", w) and w not in
                                                          ("==", "<=", ">=", "!=") for w in words)):
            yield start, end, ""


def swap_bugs(region, text):
    """Two neighbouring arguments that are one token each change places."""
    tokens = region.tokens
    for i in range(region.body + 2, len(tokens) - 3 if region.is_code else 0):
        a, comma, b = tokens[i:i + 3]
        if comma.text == "," and a.kind == b.kind == "name" and a.text != b.text:
            if tokens[i - 1].text in ("(", ",") and tokens[i + 3].text in (")", ","):
                yield i, i + 3, f"{b.text}, {a.text}"


def kinds(names):
    found = {kind: operator_bugs(kind) for kind in REPLACED}
    found.update(constant=constant_bugs, word=word_bugs(names), negation=negation_bugs,
                 deletion=deletion_bugs, swap=swap_bugs)
    return found
