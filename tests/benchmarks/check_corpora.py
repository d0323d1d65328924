r"""Real answers: graded solutions of models, and the answers of the MATH test set restyled.

Both tools get the same extracted candidates, so that the columns compare the comparison alone.
"""

import random
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from check_report import Bench, Row, share
from check_rival import dollars

from factory.check import compare, extract

Pair = tuple[str, str]
MODELS = ("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification")


class Graded(NamedTuple):
    """A solution: its problem, the gold answer, what is extracted, its text, the grade."""

    problem: str
    gold: str
    answer: str
    text: str
    correct: bool


def gsm8k_graded(rows: list[Row]) -> Iterator[Graded]:
    """Every recorded solution of a GSM8K problem."""
    for number, row in enumerate(rows):
        gold = row["ground_truth"].rsplit("A:", 1)[-1].strip()
        for model in MODELS:
            if model in row:
                text = row[model]["solution"]
                yield Graded(
                    f"{number} {model}", gold, _answer(text), text, row[model]["is_correct"]
                )


def gsm8k_solutions(bench: Bench) -> None:
    """Agreement with the authors of 2,640 solutions of real models."""
    rows = bench.rows("recorded/gsm8k_solutions.jsonl")
    bench.title("recorded/gsm8k_solutions.jsonl")
    _agreement(bench, list(gsm8k_graded(rows)))


def math_cot(bench: Bench) -> None:
    """Agreement with the grades of 400 solutions of MATH problems."""
    rows = bench.rows("recorded/math_cot_8x.jsonl")
    bench.title("recorded/math_cot_8x.jsonl")
    graded, alike = [], 0
    for row in rows:
        answered = zip(row["responses"], row["extracted"], row["graded_correct"], strict=True)
        for number, (text, extracted, correct) in enumerate(answered):
            name = f"{row['idx']} sample {number}"
            graded.append(Graded(name, row["reference_answer"], _answer(text), text, correct))
            alike += compare(extracted, graded[-1].answer).outcome == "equal"
    bench.note(f"Same answer extracted as theirs: {share(alike, len(graded))}")
    _agreement(bench, graded)


def _answer(text: str) -> str:
    found = extract(text)
    return found.answer if found else ""


def _agreement(bench: Bench, graded: list[Graded]) -> None:
    said = {"factory.check": [compare(g.gold, g.answer).outcome for g in graded]}
    if bench.rival:
        rival = bench.rival
        said["math-verify"] = [rival.answers(g.gold, g.answer).outcome for g in graded]
        said["math-verify, whole text"] = [
            rival.verify(dollars(g.gold), g.text).outcome for g in graded
        ]
    against = {
        tool: [(g, o) for g, o in zip(graded, outcomes, strict=True) if (o == "equal") != g.correct]
        for tool, outcomes in said.items()
    }
    bench.table(
        ["tool", "agrees", "undecided"],
        (
            [
                tool,
                share(len(graded) - len(against[tool]), len(graded)),
                outcomes.count("undecided"),
            ]
            for tool, outcomes in said.items()
        ),
    )
    for tool, listed in against.items():
        bench.listing(
            f"{tool} disagrees",
            ["problem", "gold", "candidate", "graded", "said"],
            (
                [g.problem, f"`{g.gold}`", f"`{g.answer}`", "right" if g.correct else "wrong", o]
                for g, o in listed
            ),
        )


def math_answers(bench: Bench) -> list[str]:
    """The boxed answer of every MATH test problem."""
    found = (boxed(row["solution"]) for row in bench.rows("math/test.jsonl"))
    return [answer for answer in found if answer]


def boxed(text: str) -> str | None:
    r"""What the last box holds; read here, apart from the code that is measured."""
    start = text.rfind(r"\boxed")
    if start < 0:
        return None
    rest = text[start + len(r"\boxed") :]
    if not rest.startswith("{"):
        return rest.split("$")[0].strip() or None
    depth = 0
    for place, letter in enumerate(rest):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return rest[1:place].strip()
    return None


def math_restyled(bench: Bench) -> None:
    """Every MATH answer against itself, as it is and in five other dresses."""
    answers = math_answers(bench)
    bench.title("MATH test answers against themselves, restyled")
    missed: list[tuple[str, str, str, str]] = []
    table = []
    for style in STYLES:
        pairs = [(a, r) for a in answers if (r := restyle(style, a)) is not None]
        said = [compare(*pair) for pair in pairs]
        missed += [
            (style, *pair, f"{v.outcome}, {v.reason}")
            for pair, v in zip(pairs, said, strict=True)
            if v.outcome != "equal"
        ]
        line = [style, share(sum(v.outcome == "equal" for v in said), len(said))]
        if bench.rival:
            theirs = [bench.rival.answers(*pair).outcome for pair in pairs]
            line.append(share(theirs.count("equal"), len(theirs)))
        table.append(line)
    bench.table(["restyled", "equal", *(["math-verify"] if bench.rival else [])], table)
    rows = ([style, f"`{a}`", f"`{b}`", why] for style, a, b, why in missed)
    bench.listing("Not equal to itself", ["restyled", "gold", "candidate", "said"], rows)


_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\\d?frac\{\d+\}\{\d+\}|\d*\\sqrt\{\d+\}|\d*\\pi)")
_LEFT = re.compile(r"(?<!\\left)(?<!\\[bB]ig)([(\[])")
_RIGHT = re.compile(r"(?<!\\right)(?<!\\[bB]ig)([)\]])")
_SPACED = re.compile(r"(?<=[\w})])([+=<>])(?=[\w\\({])|(\{)(?=[\w\\])")
_WORDY = re.compile(r"\\text|\\begin|\\mbox|\\math|\\operatorname|[a-zA-Z]{3,}(?<!frac)(?<!sqrt)")
_NAMED = re.compile(r"[=<>,:]|\\(?:in|le|ge|ne|cup|pm|text|mbox|begin|cap)|x|[a-zA-Z]{2} ")


def restyle(style: str, answer: str) -> str | None:
    """The same answer in another dress; None where the dress does not fit."""
    return STYLES[style](answer)


def _spaces(a: str) -> str | None:
    if r"\text" in a or r"\begin" in a or r"\mbox" in a:
        return None
    wide = _SPACED.sub(lambda m: f" {m[1]} " if m[1] else "{ ", a)
    return wide if wide != a else None


def _big_fractions(a: str) -> str | None:
    big = re.sub(r"\\t?frac", r"\\dfrac", a)
    return big if big != a else None


def _left_right(a: str) -> str | None:
    plain = r"\left" not in a and r"\text" not in a and r"\begin" not in a and r"\sqrt[" not in a
    if not plain or len(_LEFT.findall(a)) != len(_RIGHT.findall(a)) or not _LEFT.search(a):
        return None
    return _RIGHT.sub(r"\\right\1", _LEFT.sub(r"\\left\1", a))


STYLES: dict[str, Any] = {
    "as it is": lambda a: a,
    "spaces": _spaces,
    r"\dfrac": _big_fractions,
    r"\left \right": _left_right,
    "text units": lambda a: a + r"\text{ units}" if _NUMBER.fullmatch(a) else None,
    "x=": lambda a: None if _NAMED.search(a) or _WORDY.search(a) else "x=" + a,
}


def crossed(answers: list[str], seed: int = 1) -> list[Pair]:
    """Every answer with that of another problem, where the two are not written alike."""
    others = answers[:]
    random.Random(seed).shuffle(others)
    return [(a, b) for a, b in zip(answers, others, strict=True) if _bare(a) != _bare(b)]


def neighbours(answers: list[str]) -> list[Pair]:
    """Every answer with the next one of the alphabet: as alike as two answers get."""
    ordered = sorted({_bare(a): a for a in answers}.values(), key=lambda a: (_bare(a), a))
    return list(pairwise(ordered))


def misprinted(answers: list[str], seed: int = 5) -> list[Pair]:
    """Every answer with itself after one digit, sign or bracket is changed."""
    chance = random.Random(seed)
    pairs = []
    for answer in answers:
        if places := list(_MISPRINT.finditer(answer)):
            place = chance.choice(places)
            wrong = _MISPRINTS.get(place[0]) or str((int(place[0]) + chance.randint(1, 8)) % 10)
            pairs.append((answer, answer[: place.start()] + wrong + answer[place.end() :]))
    return pairs


_MISPRINT = re.compile(r"\d|[+\-]|[([](?!-?\s*\\infty)(?=[^()\[\]]*,[^()\[\]]*[)\]])")
_MISPRINTS = {"+": "-", "-": "+", "(": "[", "[": "("}


def _bare(answer: str) -> str:
    return re.sub(r"\s|\\[,;!]|\$", "", answer.replace("dfrac", "frac").replace("tfrac", "frac"))


def _same_value(pair: Pair) -> bool:
    """Both are the same rational, read here in the simplest way."""
    try:
        left, right = (
            Fraction(re.sub(r"\\frac\{?(\d+?)\}?\{?(\d+)\}?$", r"\1/\2", _plain(a))) for a in pair
        )
    except (ValueError, ZeroDivisionError):
        return False
    return left == right


def _plain(answer: str) -> str:
    unitless = re.sub(r"\\(?:text|mbox)\{[^{}]*\}(?:\^\{?\d\}?)?", "", _bare(answer))
    return re.sub(r"\^\{?\\circ\}?|\\\$|\\%|(?<=\d),(?=\d{3})", "", unitless)


def math_crossed(bench: Bench) -> None:
    """MATH answers against those of other problems: what is wrongly called equal."""
    answers = math_answers(bench)
    bench.title("MATH test answers against another problem's")
    table: list[list[object]] = []
    listed: list[list[str]] = []
    sets = {
        "another problem's": crossed(answers),
        "the next by alphabet": neighbours(answers),
        "itself with a misprint": misprinted(answers),
    }
    for name, pairs in sets.items():
        apart = [pair for pair in pairs if not _same_value(pair)]
        mine = [compare(*pair) for pair in apart]
        equal = [(*p, v.reason) for p, v in zip(apart, mine, strict=True) if v.outcome == "equal"]
        undecided = sum(v.outcome == "undecided" for v in mine)
        line = [name, len(apart), share(len(equal), len(apart)), share(undecided, len(apart))]
        if bench.rival:
            said = [bench.rival.answers(*pair).outcome for pair in apart]
            line.append(share(said.count("equal"), len(apart)))
            called = [p for p, o in zip(apart, said, strict=True) if o == "equal"]
            listed += [["math-verify", name, *(f"`{a}`" for a in pair), ""] for pair in called]
        table.append(line)
        listed += [["factory.check", name, f"`{a}`", f"`{b}`", why] for a, b, why in equal]
    head = ["against", "pairs", "called equal", "undecided"]
    bench.table([*head, *(["math-verify: equal"] if bench.rival else [])], table)
    text = "Called equal, to be read, since some are the same value in another form"
    bench.listing(text, ["tool", "against", "one", "other", "reason"], sorted(listed))
