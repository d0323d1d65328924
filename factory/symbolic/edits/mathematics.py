r"""Evolve problems in LaTeX: questions with `$...$`, solutions with `\boxed{}`.

A problem that the grammar's own sentences tell is recognised, and told anew with other numbers,
other forms or one more step, so that everything that its numbers must fulfil is kept. Others can
take further steps, and other numbers where their solution is plain arithmetic. What is written is
read again before it is handed out.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from random import Random

from factory.symbolic.draft import Child, meant
from factory.symbolic.edits.known_problem import (
    Known,
    Tail,
    all_plots,
    all_tails,
    last_tail,
    recognise,
    wordings,
    written,
)
from factory.symbolic.edits.named_result import named_result
from factory.symbolic.edits.renumber import renumbered
from factory.symbolic.grammar.draws import show
from factory.symbolic.grammar.formula import Number, Unfit, Values
from factory.symbolic.grammar.mathematics.making import MathProblem, one, solution_of
from factory.symbolic.grammar.mathematics.plot import MathPlot, size_of
from factory.symbolic.grammar.telling import Told, tell
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.latex import equation, write_solution
from factory.symbolic.latex import told as told_step
from factory.symbolic.read_latex import read_latex

DRAWS = 300
"""Draws of numbers for one edit."""
TRIES = 30
"""Draws of further steps, all in all."""
ANY_RESULT = 20
"""Draws before an answer may be `SMALL`, or a number that stands in the problem already."""
SMALL = 4
"""Of what is smaller, little more can be asked."""
NEAR = 2
"""A problem on a new topic has a number of steps that differs by at most so many."""


def evolve_latex(graph: Graph, operator: str, rng: Random) -> Child:
    """A problem made from the graph's by the operator, and read again.

    Raises:
        Declined: when the operator cannot do it for this problem.
    """
    edit = _EDITS.get(operator)
    if edit is None:
        raise Declined("no_latex_form", f"{operator} works on annotated word problems alone")
    return edit(graph, rng)


def _read(question: str, solution: str, did: str) -> Child:
    return Child(read_latex(question, solution), solution, did)


def _told_again(known: Known, values: Values, question: str, rng: Random, did: str) -> Child:
    told = Told(parts=[(known.plot, values, known.words)])
    return _read(question, solution_of(told, rng), did)


# --- the same problem


def _simplify(graph: Graph, rng: Random) -> Child:
    """Smaller numbers, or the last of the further steps left out."""
    known = recognise(graph.question)
    if known is None:
        tail = last_tail(graph.question)
        return _without(graph, tail) if tail else renumbered(graph, rng, smaller=True)

    before = [size_of(known.values[name]) for name in known.plot.told]

    def none_larger(values: Values) -> bool:
        after = [size_of(values[name]) for name in known.plot.told]
        return after != before and all(new <= old for new, old in zip(after, before, strict=True))

    def smaller_in_all(values: Values) -> bool:
        after = [size_of(values[name]) for name in known.plot.told]
        return sum(after) * 10 <= sum(before) * 9 and max(after) <= max(before)

    try:
        values = _drawn(known, rng, none_larger)
    except Declined:
        values = _drawn(known, rng, smaller_in_all)
    return _told_again(known, values, known.text(values), rng, "smaller numbers")


def _resample(graph: Graph, rng: Random) -> Child:
    """Other numbers, all of them."""
    known = recognise(graph.question)
    if known is None:
        return renumbered(graph, rng, smaller=False)

    def other(values: Values) -> bool:
        return all(values[name] != known.values[name] for name in known.plot.told)

    values = _drawn(known, rng, other)
    return _told_again(known, values, known.text(values), rng, "other numbers")


def _drawn(known: Known, rng: Random, fits: Callable[[Values], bool]) -> Values:
    """Numbers for the plot, such that the test holds."""
    rows = known.plot.family.rows
    for _ in range(DRAWS):
        drawn = {}
        for names, entries in rows.items():
            row = dict(zip(names.split(","), rng.choice(entries), strict=True))
            drawn.update(
                {name: one for name, one in row.items() if name in known.plot.family.units}
            )
        try:
            values = known.plot.numbers(rng, {}, drawn, set())  # type: ignore[arg-type]
        except Unfit:
            continue
        if fits(values):
            return values
    raise Declined("no_number", "no such numbers were found for this problem")


def _rephrase(graph: Graph, rng: Random) -> Child:
    """The same numbers in other sentences."""
    known = recognise(graph.question)
    if known is None:
        raise Declined("unknown_sentences", "these sentences are not the grammar's own")
    others = [
        forms
        for forms in wordings(known.plot)
        if sum(a is not b for a, b in zip(forms, known.forms, strict=True)) == len(forms)
    ]
    if not others:
        raise Declined("no_other_form", "there is only one way to tell this")
    question = written(rng.choice(others), known.values, known.words)
    child = _read(question, write_solution(graph), "other sentences")
    if [step.value for step in child.graph.steps] != [step.value for step in graph.steps]:
        raise Declined("unproven", "the problem reads back as another computation")
    return child


# --- longer and shorter


def _without(graph: Graph, tail: Tail) -> Child:
    """The problem that asks for the result before its last further step."""
    kept = graph.steps[: len(graph.steps) - len(tail.plot.steps)]
    if not kept:
        raise Declined("too_short", "nothing comes before the last step")
    question = f"{tail.facts} What is {tail.base}?".strip()
    child = _read(question, write_solution(replace(graph, steps=kept)), "fewer steps")
    if [step.value for step in child.graph.steps] != [step.value for step in kept]:
        raise Declined("unproven", "the problem reads back as another computation")
    return child


def _longer(steps: int) -> Callable[[Graph, Random], Child]:
    """Ask for something that follows from the answer, in one or two hops."""

    def edit(graph: Graph, rng: Random) -> Child:
        facts, x = _question_parts(graph)
        if graph.answer.denominator != 1:
            raise Declined("fraction", "further steps need a whole number")
        fault: Declined = Declined("no_move", "nothing fits the answer")
        for draw in range(TRIES):
            try:
                return _extended(graph, facts, x, steps, rng, new=draw < ANY_RESULT)
            except Unfit:
                continue
            except Declined as declined:
                fault = declined
        raise fault

    return edit


def _question_parts(graph: Graph) -> tuple[str, str]:
    """The facts, and a phrase that names what is asked for."""
    known = recognise(graph.question)
    if known is not None and known.plot.ask.x is not None:
        shown = {name: show(value, "plain", spell=False) for name, value in known.values.items()}
        asking = known.forms[-1].written(shown, known.words)
        x = known.plot.ask.x.written(shown, known.words)
        return graph.question.removesuffix(asking).strip(), x
    tail = last_tail(graph.question)
    if tail is not None:
        return tail.told, tail.x
    return named_result(graph.question)


def _extended(graph: Graph, facts: str, x: str, steps: int, rng: Random, *, new: bool) -> Child:
    """The problem with so many further steps; `new`: its answer is a number not met before."""
    numbers: set[Number] = {
        abs(value.numerator)
        for value in (
            *(v for quantity in graph.quantities for v in quantity.lends),
            *(step.value for step in graph.steps),
        )
        if value.denominator == 1
    }
    told = Told(facts=[facts] if facts else [], x=x, kind="number", taken=numbers)
    told.result = graph.answer.numerator
    fitting = [plot for plot in all_tails() if not _is_used(plot, graph.question)]
    for _ in range(steps):
        _tell_one_of(rng.sample(fitting, len(fitting)), told, rng)
        letters = [str(words["n"]) for _, _, words in told.parts]
        if letters[-1] in (*_letters(graph.question), *letters[:-1]):
            raise Unfit
    if new and (told.result < SMALL or told.result in numbers):
        raise Unfit
    question = " ".join((*told.facts, told.question))
    before = [
        told_step(graph, graph.steps, at, equation(step.expression, step.value))
        for at, step in enumerate(graph.steps)
    ]
    solution = "\n".join((*before, solution_of(told, rng)))
    names = " and ".join(plot.family.name for plot, _, _ in told.parts)
    child = _read(question, solution, names)
    size = len(graph.steps)
    if [meant(step.expression) for step in child.graph.steps[:size]] != [
        meant(step.expression) for step in graph.steps
    ]:
        raise Declined("unproven", "the problem reads back with other sources")
    return child


def _tell_one_of(tails: Sequence[MathPlot], told: Told, rng: Random) -> None:
    """Tell the first of the tails that fits the result."""
    used = {plot for plot, _, _ in told.parts}
    for plot in tails:
        if plot not in used and told.kind in plot.family.on:
            with suppress(Unfit):
                tell(plot, told, rng, rng, spell=False)
                return
    raise Unfit


def _letters(question: str) -> set[str]:
    """Letters that stand in the question's formulas."""
    inside = " ".join(question.split("$")[1::2])
    return {letter for letter in inside if letter.isalpha()}


def _is_used(plot: MathPlot, question: str) -> bool:
    """Whether the question asked the same of another number already."""
    form = plot.ask.x
    longest = max(form.pieces, key=len) if form else ""
    return len(longest) > 8 and longest in question


# --- another problem


def _easier_topic(graph: Graph, rng: Random) -> Child:
    """A shorter problem of another family."""
    size = len(graph.steps)
    if size < 2:
        raise Declined("too_short", "a single step can hardly be made easier")
    return _another(graph, lambda steps: steps < size and steps <= 3, rng, "an easier topic")


def _new_topic(graph: Graph, rng: Random) -> Child:
    """A problem of another family with about as many steps."""
    size = len(graph.steps)
    return _another(graph, lambda steps: abs(steps - size) <= NEAR, rng, "another topic")


def _another(graph: Graph, fits: Callable[[int], bool], rng: Random, did: str) -> Child:
    known = recognise(graph.question)
    family = known.plot.family.name if known else ""
    free = [plot for plot in all_plots() if plot.family.name != family and fits(len(plot.steps))]
    for _ in range(20 if free else 0):
        plot = rng.choice(free)
        try:
            made = one("", plot, (), 0, rng, rng)
            return _proven(made, f"{did}, {plot.family.name.replace('_', ' ')}")
        except (Unfit, Declined):
            continue
    raise Declined("no_topic", "no other family of the grammar fits")


def _proven(made: MathProblem, did: str) -> Child:
    return _read(made.problem, made.solution, did)


_EDITS: Mapping[str, Callable[[Graph, Random], Child]] = {
    "simplify": _simplify,
    "resample": _resample,
    "rephrase": _rephrase,
    "deepen": _longer(1),
    "more_steps": _longer(2),
    "easier_topic": _easier_topic,
    "new_topic": _new_topic,
}
