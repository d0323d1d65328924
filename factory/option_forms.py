"""What all options of the command line are made of: a command with its help, and typed values.

Nothing here imports anything of the project.
"""

import argparse
import math
import re

EXIT_CODES = """
exit codes:
  0    done
  2    something to change first: a setting, a file, a name, a key
  3    not at its end: items are pending, or it was stopped; run the same command again
  4    the run file cannot be written or read
  130  interrupted
"""

Commands = argparse._SubParsersAction


def command(
    commands: "Commands[argparse.ArgumentParser]", name: str, does: str, example: str
) -> argparse.ArgumentParser:
    """Add a command with its one-line help and an example."""
    return commands.add_parser(
        name,
        help=does[0].lower() + does[1:].rstrip("."),
        description=does,
        epilog=f"example:\n  {example}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,  # `--seed` is no short form of `--seeds`
    )


def at_least_one(text: str) -> int:
    """A count, as an option takes it."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"write 1 or more, not '{text}'")
    return int(text)


def above_zero(text: str) -> float:
    """A time, as an option takes it."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"write a number above 0, not '{text}'")
    return number


def likeness(text: str) -> float:
    """A share, as an option takes it."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0.7 <= number <= 1:
        raise argparse.ArgumentTypeError(f"write a number from 0.7 to 1, not '{text}'")
    return number


def size(text: str) -> str:
    """A size of memory, as an option takes it."""
    if not re.fullmatch(r"[1-9][0-9]*(\.[0-9]+)? ?[KMGT]i?B", text):
        raise argparse.ArgumentTypeError(f"write a size as 4GB, not '{text}'")
    return text
