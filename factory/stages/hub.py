"""Bring one split of a Hub dataset to this machine, all of it under one hard deadline.

Promises: a copy in the local Hub cache is used first and without any network; everything that
talks to the Hub happens in a child process that is killed at the deadline, and nothing that it
says reaches the terminal. Does not promise that a large download fits the deadline: the error
names the command that fetches it once, without one.
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from factory.errors import FactoryError, UserError
from factory.settings.sources import HubSeeds


class Unreachable(FactoryError):
    """The Hub did not give the data in time; the message is the reason, in a few words."""


def bring(section: HubSeeds, deadline: float) -> list[Path]:
    """The files of the split, from the local cache or from the Hub.

    Raises:
        Unreachable: nothing came within `deadline` seconds, or the Hub is switched off.
        UserError: the Hub answered, and it has no such thing.
    """
    if files := cached(section):
        return files
    if _offline():
        raise Unreachable("HF_HUB_OFFLINE is set, and the local cache has no copy")
    answer = _ask_child(section, deadline)
    # Looked up anew: a download that was whole when its deadline came is good.
    if files := cached(section):
        return files
    if "refused" in answer:
        raise UserError(f"seeds.hub: {section.hub} at {section.revision[:7]}: {answer['refused']}")
    raise Unreachable(answer.get("unreachable", "the download was incomplete"))


def by_hand(section: HubSeeds) -> str:
    """The command that fetches the split without a deadline."""
    where = f"{section.config}/" if section.config else ""
    return (
        f"hf download {section.hub} --repo-type dataset --revision {section.revision} "
        f"--include '{where}{section.split}*'"
    )


def cached(section: HubSeeds) -> list[Path]:
    """The files of the split in the local Hub cache; none unless they are all there."""
    folder = snapshot(section)
    found = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    names = chosen((path.relative_to(folder).as_posix() for path in found), section)
    return [folder / name for name in names]


def snapshot(section: HubSeeds) -> Path:
    """Where the Hub cache keeps this revision."""
    repository = f"datasets--{section.hub.replace('/', '--')}"
    return _cache() / repository / "snapshots" / section.revision


def chosen(names: Iterable[str], section: HubSeeds) -> list[str]:
    """The files of a split among those of a dataset; none unless all shards are there."""
    split = re.escape(section.split)
    form = re.compile(rf"{split}(?:-(\d+)-of-(\d+)(?:-[0-9a-f]+)?)?\.(?:parquet|jsonl|csv)")
    all_names = sorted(names)
    for folder in (section.config,) if section.config else ("data", ""):
        prefix = f"{folder}/" if folder else ""
        inside = [name for name in all_names if name.startswith(prefix)]
        shards = [(name, m) for name in inside if (m := form.fullmatch(name[len(prefix) :]))]
        single = [name for name, match in shards if match[2] is None]
        if single:
            return single[:1]
        if shards and {int(m[1]) for _, m in shards} == set(range(int(shards[0][1][2]))):
            return [name for name, _ in shards]
    return []


def licence(section: HubSeeds) -> str | None:
    """What the dataset's card in the cache names as its licence."""
    try:
        card = (snapshot(section) / "README.md").read_text(encoding="utf-8")[:20_000]
    except (OSError, UnicodeDecodeError):
        return None
    head = card.split("---", 2)[1] if card.startswith("---") and card.count("---") > 1 else ""
    match = re.search(
        r"^licen[sc]e:[ \t]*(?:\n[ \t]*-[ \t]*)?([\w.+-]+)[ \t]*$", head, re.MULTILINE
    )
    return match[1] if match else None


def _cache() -> Path:
    """As the Hub's own library finds it, which is not loaded here for its weight."""
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    home = os.environ.get("HF_HOME") or f"{home}/huggingface"
    cache = os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE")
    return Path(os.path.expandvars(cache or f"{home}/hub")).expanduser()


def _offline() -> bool:
    value = os.environ.get("HF_HUB_OFFLINE") or os.environ.get("TRANSFORMERS_OFFLINE") or ""
    return value.upper() in ("1", "ON", "YES", "TRUE")


_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import factory.stages.hub as hub"


def _ask_child(section: HubSeeds, deadline: float) -> dict[str, str]:
    quiet = {"HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
    child = subprocess.Popen(
        [
            *(sys.executable, "-c", f"{_START}; hub.fetch_as_child(sys.argv[2])"),
            *(json.dumps(sys.path), section.model_dump_json()),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | quiet,
        start_new_session=True,
    )
    try:
        said, _ = child.communicate(timeout=deadline)
        answer: dict[str, str] = json.loads(said)
    except subprocess.TimeoutExpired:
        return {"unreachable": f"no answer from the Hub within {deadline:g} s"}
    except ValueError:
        return {"unreachable": "the download broke off"}
    finally:
        # The whole session, and in any case: nothing of it may outlive this call.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
    return answer


def fetch_as_child(asked: str) -> None:
    """Download what is asked for into the cache, and write one line of JSON about it."""
    said = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print goes where their warnings go
    with said:
        json.dump(_fetch(HubSeeds.model_validate_json(asked)), said)


def _fetch(section: HubSeeds) -> dict[str, str]:
    from huggingface_hub import HfApi, hf_hub_download
    from huggingface_hub.errors import (
        EntryNotFoundError,
        GatedRepoError,
        RepositoryNotFoundError,
        RevisionNotFoundError,
    )

    def download(name: str) -> None:
        hf_hub_download(section.hub, name, repo_type="dataset", revision=section.revision)

    try:
        info = HfApi().dataset_info(section.hub, revision=section.revision)
        names = [file.rfilename for file in info.siblings or ()]
        files = chosen(names, section)
        if not files:
            there = ", ".join(name for name in names if not name.startswith(".")) or "nothing"
            part = f"{section.config}/{section.split}" if section.config else section.split
            return {"refused": f"no {part} files that can be read; there is {there[:300]}"}
        for name in files:
            download(name)
    except GatedRepoError:
        return {"refused": "the dataset is gated; ask for access, and log in with `hf auth login`"}
    except RevisionNotFoundError:
        return {"refused": "there is no such revision"}
    except RepositoryNotFoundError:
        return {"refused": "there is no such dataset, or it is private (`hf auth login`)"}
    except EntryNotFoundError:
        return {"refused": "a file of the split is not there"}
    except Exception as error:  # the boundary of the process: whatever it is, the data is not here
        return {"unreachable": f"{type(error).__name__}: {str(error).partition(chr(10))[0][:120]}"}
    with contextlib.suppress(Exception):
        download("README.md")  # for the licence; the data is good without
    return {}
