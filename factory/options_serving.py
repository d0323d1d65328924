"""The options of `factory serve-teacher`, with their help."""

import argparse
import re
from pathlib import Path

from factory.option_forms import Commands, at_least_one, command


def add_serving(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory serve-teacher`."""
    serve = command(
        commands,
        "serve-teacher",
        "Serve the symbolic teacher as an OpenAI-compatible model on this machine, until Ctrl-C.",
        "factory serve-teacher --port 8100 --latency 50ms --faults 429:0.01,500:0.005",
    )
    serve.add_argument(
        "--port", type=port, default=8100, help="where to listen; 0 takes any (default: 8100)"
    )
    serve.add_argument("--model", default="symbolic", help="what it is called (default: symbolic)")
    serve.add_argument(
        "--truth-from",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="problems that it shall know, with annotated rationales; may be given more than once "
        "(it knows the packaged sample, and what it wrote itself)",
    )
    serve.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="an option of the teacher, as mistakes=2; may be given more than once",
    )
    serve.add_argument(
        "--latency", type=seconds, default=0.0, metavar="TIME", help="before each reply, as 50ms"
    )
    serve.add_argument(
        "--jitter", type=seconds, default=0.0, metavar="TIME", help="more or less of it, as 20ms"
    )
    serve.add_argument(
        "--faults",
        default="",
        metavar="LIST",
        help="shares of requests that fail: a status (429:0.01), hang, drop, cut, html, empty",
    )
    serve.add_argument(
        "--rpm", type=at_least_one, help="requests in any minute; more are answered 429"
    )
    serve.add_argument("--seed", type=int, default=0, help="of latency and faults (default: 0)")
    serve.set_defaults(command="serve-teacher")


def port(text: str) -> int:
    """A port, as an option takes it."""
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"write a number from 0 to 65535, not '{text}'")
    return int(text)


_TIME = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(ms|s|)")


def seconds(text: str) -> float:
    """A time in seconds, from `50ms`, `0.2s` or `0.2`."""
    match = _TIME.fullmatch(text)
    if match is None:
        raise argparse.ArgumentTypeError(f"write a time as 50ms or 0.2s, not '{text}'")
    return float(match[1]) / (1000 if match[2] == "ms" else 1)
