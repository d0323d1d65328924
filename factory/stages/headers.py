"""Finds the headers of a reply in sections, in the many styles in which models write them.

Promises: bold, numbered, decorated, translated and slightly misspelled headers are found, and a
line of a problem is not taken for one. Does not promise to know every language: a header that is
not known leaves the section unfound, never the wrong one.
"""

import difflib
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Section(NamedTuple):
    """One section: a name of ours (`other` for a header that is not), and what stands under it."""

    name: str
    body: str


_TITLES: dict[str, tuple[str, ...]] = {
    "elements": (
        "elements|element|elements identified|identified elements|key elements",
        "要素|元素|关键要素|요소|элементы",
        "elementos|elementos clave|éléments|elemente|elementi",
    ),
    "plan": (
        "plan|the plan|modification plan|plan of change|planung|plan de cambio|plano|piano|план",
        "计划|計劃|計画|修改计划|계획",
    ),
    "rewrite": (
        "rewrite|rewriting|rewritten problem|rewritten question|rewritten instruction",
        "first rewrite|first version|draft",
        "改写|改寫|重写|初稿|書き直し|재작성|다시 쓰기|переписывание",
        "reescritura|reescrita|réécriture|reformulation|reformulación|riscrittura",
        "umformulierung|neufassung",
    ),
    "final": (
        "final|final problem|final question|final version|final rewrite|final text",
        "finally rewritten problem|final rewritten problem",
        "最终题目|最终问题|最终版本|最终的题目|最终的问题|最终|最後の問題",
        "最終問題|最終的な問題|最終題目|최종 문제",
        "problema final|problema finale|problème final|énoncé final|problema definitivo",
        "versión final|pregunta final|endgültige aufgabe|finale aufgabe|endaufgabe",
        "endgültiges problem|finales problem",
        "итоговая задача|окончательная задача|финальная задача",
    ),
    "cannot": (
        "cannot|can not|can t|cannot be done|cannot rewrite|无法|不能|无法完成",
        "no se puede|imposible|impossible|nicht möglich|não é possível|невозможно",
    ),
    "other": (
        "check|checks|sanity check|verification|explanation|answer|solution|changes",
        "changes made|why this works|comment|comments|remark|remarks|rationale|word count",
        "答案|解答|说明|检查|respuesta|solución|nota final|antwort|lösung|réponse",
    ),
}
_NAMED = {
    title: name for name, lines in _TITLES.items() for line in lines for title in line.split("|")
}
_LATIN_TITLES = [title for title in _NAMED if title.isascii() and _NAMED[title] != "other"]
_FINAL_OF = re.compile(
    r"final(?:ly)? .{0,24}\b(?:problem|question|version|rewrite|instruction|task|exercise|text)\b"
)

_HEADER = re.compile(
    r"(?P<marks>[^\w$\\(\[\"“‘'`|]{0,24})"
    r"(?:(?:step|part|section|stage|paso|schritt|第)\s{0,4})?"
    r"(?P<number>\d{1,2}\s{0,4}[.):,、\-–—]{0,4})?"
    r"(?P<more>[^\w$\\(\[\"“‘'`|]{0,12})"
    r"(?P<name>[^\W\d_][^:：*#()\[\]\n|]{0,44}?)\s{0,4}(?:\([^()\n]{0,40}\))?"
    r"(?P<bold>[\]*_\s]{0,8})"
    r"(?P<sep>[:：]|(?<=\s)[-–—]+(?=\s|$)|[-–—]+$|(?<=\*\*)|(?<=__)|$)[ \t]*(?P<rest>.*)$",
    re.IGNORECASE,
)


class _Header(NamedTuple):
    name: str
    rest: str
    """What the line carries behind the header."""
    plain: bool
    """Neither marked nor alone on its line, so a line of a problem may look the same."""


def _header(line: str) -> _Header | None:
    if len(line) > 50 and line[0].isalpha() and not _SEPARATED.search(line[:50]):
        return None
    match = _HEADER.match(line)
    if match is None:
        return None
    marks, number, more, raw, bold, sep, rest = match.group(
        "marks", "number", "more", "name", "bold", "sep", "rest"
    )
    before = marks + more
    marked = "#" in marks or "**" in before or "__" in before
    name = _title(raw, fuzzy=marked or bool(number) or (bool(sep) and not rest.strip()))
    if name is None:
        unknown = marks.count("#") >= 2 and not rest and len(raw.split()) <= 6 and "?" not in raw
        return _Header("other", "", plain=False) if unknown else None
    if not (marked or sep or not rest):
        return None
    if "**" in before and "**" not in bold:
        # The bold began before the name and ends behind the separator, or at the line's end.
        rest = re.sub(r"^\s*\*\*\s*", "", rest)
    return _Header(name, rest, plain=not marked and not number and bool(rest))


_SEPARATED = re.compile(r"[:：]|\*\*|\s[-–—]")


@lru_cache(maxsize=4096)
def _title(raw: str, fuzzy: bool) -> str | None:
    key = " ".join(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", raw).lower()))
    if key in _NAMED:
        return _NAMED[key]
    if _FINAL_OF.fullmatch(key):
        return "final"
    if not fuzzy or len(key) < 4:
        return None
    near = difflib.get_close_matches(key, _LATIN_TITLES, n=1, cutoff=0.84)
    return _NAMED[near[0]] if near and len(near[0].split()) == len(key.split()) else None


def read_sections(text: str) -> list[Section]:
    """The sections in the order written; what stands before the first header is left out."""
    found: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        stripped = line.strip()
        header = _header(stripped) if stripped else None
        if header is not None and not _is_content(header, found):
            found.append((header.name, [header.rest] if header.rest else []))
        elif found:
            found[-1][1].append(line.rstrip())
    return [Section(name, "\n".join(lines).strip()) for name, lines in found]


def _is_content(header: _Header, found: list[tuple[str, list[str]]]) -> bool:
    """Is this a line of the final problem, such as "Plan: 30 dollars a month"?"""
    in_final = bool(found) and found[-1][0] == "final" and bool(found[-1][1])
    known = any(header.name == name for name, _ in found)
    return in_final and header.plain and known and header.name not in ("final", "other")
