"""`factory serve-teacher`: from its options to a server that runs."""

import argparse
import asyncio
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any, TextIO

from pydantic import ValidationError

from factory.errors import UserError
from factory.models.symbolic import TeacherOptions, settings_of
from factory.records import digest
from factory.serving.chat import Chat
from factory.serving.known import Known
from factory.serving.serve import Site, serve
from factory.serving.trouble import Trouble, read_faults
from factory.stages.seed import seed_truth
from factory.stages.seed_files import open_table
from factory.stages.seed_formats import reader_of
from factory.suggest import instead


def serve_teacher(options: argparse.Namespace, *, file: TextIO) -> None:
    """Serve until it is stopped.

    Raises:
        UserError: an option or a file is not what it should be, or the port is taken.
    """
    settings, identity = settings_of(teacher_options(options.option))
    trouble = Trouble(
        latency=options.latency,
        jitter=options.jitter,
        faults=read_faults(options.faults),
        rpm=options.rpm,
        seed=options.seed,
    )
    seeds = truths([*options.truth_from, _sample()])
    chat = Chat(settings, identity, Known(seeds), options.model)
    asyncio.run(serve(Site(chat, trouble), options.port, file))


def _sample() -> Path:
    return Path(str(resources.files("factory.symbolic").joinpath("sample.jsonl")))


def truths(files: Iterable[Path]) -> dict[str, str]:
    """The truth of every problem in the files whose rationale is annotated, by its digest.

    Raises:
        UserError: a file cannot be read, or has no problems in it.
    """
    found: dict[str, str] = {}
    for path in files:
        table = open_table(path)
        reader = reader_of(table, "auto", None)
        before = len(found)
        for row in table.read(reader.wanted):
            content = reader.read(row)
            truth = seed_truth(content.text, content.rationale)
            if truth is not None:
                found.setdefault(digest(content.text), truth)
        if len(found) == before:
            raise UserError(
                f"{path}: no rationale in it that the teacher can read (it needs <<48/2=24>>)"
            )
    return found


def teacher_options(given: Iterable[str]) -> TeacherOptions:
    """The teacher's options, from `name=value` texts.

    Raises:
        UserError: one that it does not take.
    """
    values: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if name not in TeacherOptions.model_fields or not equals:
            known = TeacherOptions.model_fields
            raise UserError(
                f"--option {text}: write name=value{instead(name, known)} ({', '.join(known)})"
            )
        values[name] = _value(value)
    try:
        return TeacherOptions.model_validate(values)
    except ValidationError as fault:
        first = fault.errors(include_url=False)[0]
        raise UserError(f"--option {'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def _value(text: str) -> object:
    if text in ("true", "false"):
        return text == "true"
    for form in (int, float):
        try:
            return form(text)
        except ValueError:
            continue
    return text
