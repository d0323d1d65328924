"""Rephrase: the same problem in other words; numbers, steps and what is asked stay.

Bootstrapping by rephrasing is MetaMath's (2309.12284). A model may drift there; here a sentence
changes only by rules that are sure of it, and where too little changes the operator declines. The
rationale stays as it is, and reads back from the new text to the same steps.
"""

import re
from dataclasses import replace
from itertools import pairwise
from random import Random

from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.distract import person_of
from factory.symbolic.edits.fact_forms import RULES, join_two
from factory.symbolic.edits.question_forms import as_condition, as_fact, questions
from factory.symbolic.edits.synonyms import alone, by_name, other_nouns, spelled, synonyms
from factory.symbolic.graph import Declined, Focus, Graph, write_rationale
from factory.symbolic.question import split_sentences

TRIES = 12
ENOUGH = 3
"""Weight of the changes that make a text another wording: a new form is two, a word is one."""
_FORM, _WORD = 2, 1
LEAST = 7
"""Pairs of neighbouring words that then stand in one text alone; another word makes four."""


class Wording:
    """The sentences of a problem, said otherwise bit by bit; `weight` is how much has changed."""

    def __init__(self, sentences: list[str], rng: Random):
        self.sentences = sentences
        self.weight = 0
        self._rng = rng

    def _take(self, at: int, size: int, new: list[str], weight: int) -> None:
        self.sentences[at : at + size] = new
        self.weight += weight

    def join(self) -> None:
        """Make one sentence of two that tell of one person, now and then."""
        for at, (first, second) in enumerate(pairwise(self.sentences)):
            one = join_two(first, second)
            if one is not None and self._rng.random() < 0.6:
                self._take(at, 2, [one], _FORM)
                return

    def condition(self) -> None:
        """Tell the last fact as a condition of the question, or the condition as a fact."""
        *_, last = self.sentences
        apart = as_fact(last)
        if apart is not None and self._rng.random() < 0.7:
            self._take(len(self.sentences) - 1, 1, list(apart), _FORM)
        elif len(self.sentences) > 2 and self._rng.random() < 0.6:
            one = as_condition(self.sentences[-2], last)
            if one is not None:
                self._take(len(self.sentences) - 2, 2, [one], _FORM)

    def name(self, who: str) -> None:
        """Call a person by name in the place of one pronoun, now and then."""
        places = [at for at, one in enumerate(self.sentences) if by_name(one, who)]
        if who and places and self._rng.random() < 0.6:
            at = self._rng.choice(places)
            self._take(at, 1, [by_name(self.sentences[at], who) or ""], _WORD)

    def each(self) -> None:
        """Change the form and then a word of each sentence, where rules fit."""
        for at in range(len(self.sentences)):
            for find, weight in ((_forms, _FORM), (_words, _WORD)):
                options = find(self.sentences[at])
                if options and self._rng.random() < 0.85:
                    self._take(at, 1, [self._rng.choice(options)], weight)
            if self._rng.random() < 0.3:
                self._take(at, 1, [spelled(self.sentences[at]) or self.sentences[at]], 0)


def _forms(sentence: str) -> list[str]:
    if sentence.endswith("?"):
        return list(questions(sentence))
    return [one for one in (rule(sentence) for rule in RULES) if one is not None]


def _words(sentence: str) -> list[str]:
    return list(synonyms(sentence))


def rephrase(graph: Graph, rng: Random) -> Child:
    """The problem in other words.

    Raises:
        Declined: when too few sentences have a form that can be said otherwise without doubt.
    """
    text = graph.question
    who = person_of(text, Focus("", "", "")) if alone(text) else ""
    nouns = other_nouns(text)
    fault = Declined("no_rewording", "too little has a form that I can say otherwise")
    for _ in range(TRIES):
        wording = Wording(split_sentences(text), rng)
        if graph.focus is None and not graph.distractors:
            wording.condition()
        wording.join()
        wording.each()
        wording.name(who)
        renamed = [pair for pair in nouns if rng.random() < 0.7]
        if wording.weight + len(renamed) < ENOUGH:
            continue
        said = _renamed(" ".join(wording.sentences), renamed)
        if len(_pairs(said) ^ _pairs(text)) < LEAST:
            continue
        try:
            return _proven(graph, said, renamed)
        except Declined as declined:
            fault = declined
    raise fault


def _renamed(text: str, nouns: list[tuple[str, str]]) -> str:
    for old, new in nouns:
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(re.findall(r"[a-z0-9$%']+", text.lower())))


def _proven(graph: Graph, text: str, nouns: list[tuple[str, str]]) -> Child:
    rationale = _renamed(write_rationale(graph), nouns)
    shapes = tuple(step.expression for step in graph.steps)
    proven = prove(text, rationale, shapes, graph.idle)
    if graph.focus is not None:
        *_, question = split_sentences(text)
        focus = replace(
            graph.focus,
            noun=_renamed(graph.focus.noun, nouns),
            phrase=_renamed(graph.focus.phrase, nouns),
            facts_end=len(text) - len(question) - 1,
        )
        proven = replace(proven, focus=focus)
    return Child(proven, rationale, "other words")
