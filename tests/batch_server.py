"""An imitation of OpenAI's Files and Batch API on loopback: the happy way, and what goes wrong.

A process of its own, as `fault_server`, whose connections and faults it shares. From Python:
`with BatchServer() as server: server.url`. Written after the API reference: a file of purpose
`batch`, a batch of it with metadata, states, request counts, an output and an error file, and the
list of batches. A batch moves on each time that somebody looks at it.

Settings (all may be changed while it runs, with POST /settings):
    key      the one key that is let in
    looks    how often a batch is looked at before it ends; null = it never does
    fates    how batches end, in the order in which they were made: {"status": "completed",
             "share": 1.0, "errors": [...]}; `share` of the requests is answered. After the last
             all are completed
    script   [{"contains": text, "fault": fault, "times": n}]: faults of single requests; a fault is
             a key of `fault_server.FAULTS`, "expired", or "half" (half a character)
    spoil    what is wrong with output files: broken, unknown, doubled, nameless
    late     looks at a batch that is done until its files are named
    invalid  a file with this text in a line is not valid, for that line
    room     batches under way at once; one more fails for want of room
    create   what happens when a batch is made, one for each time: "lost" (it is made, and the
             connection drops), "hang" (it is made, and nothing is said), or a fault
    upload   the same for files
    usage    false: replies say nothing of tokens
GET /stats tells what was asked and answered.
"""

import asyncio
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import ClassVar

import fault_server
from fakes import answer
from fault_server import FAULTS, FaultServer, Server, error


class Batches(Server):
    """One connection; files and batches are shared by all."""

    settings: ClassVar[dict] = {}
    files: ClassVar[dict[str, bytes]] = {}
    batches: ClassVar[dict[str, dict]] = {}
    sizes: ClassVar[list] = []
    """Requests and bytes of the files that batches were made of."""
    came: ClassVar[Counter] = Counter()
    """How often each request was in a batch that began."""
    answered: ClassVar[Counter] = Counter()
    """How often each request was answered with a reply: it is paid then."""
    clashes = lists = uploads = 0

    def take(self, method, path, headers, body):
        if path == "/stats":
            return self.answer(200, stats())
        if path == "/settings":
            Batches.settings.update(json.loads(body))
            return self.answer(200, {})
        if path == "/reset":
            return self.answer(200, forget())
        if len(Batches.seen) < 20:
            Batches.seen.append({"method": method, "path": path, "headers": headers})
        key = Batches.settings.get("key")
        if key and headers.get("authorization") != f"Bearer {key}":
            return self.fault("401")
        way, _, query = path.removeprefix("/v1").partition("?")
        if method == "POST" and way == "/files":
            return self.upload(headers, body)
        if method == "POST" and way == "/batches":
            return self.create(json.loads(body))
        if way == "/batches":
            return self.list(query)
        if found := re.fullmatch(r"/batches/([\w-]+)", way):
            return self.look(found[1])
        if found := re.fullmatch(r"/files/([\w-]+)/content", way):
            there = Batches.files.get(found[1])
            missing = error(404, "No such File object.")
            return self.answer(200, there) if there is not None else self.answer(404, missing[2])
        return self.fault("404")

    def fault(self, name):
        status, more, said = FAULTS[name]()
        self.answer(status, said, **more)

    def mishap(self, what):
        """What the settings want to go wrong now; the next time the next one."""
        wanted = Batches.settings.get(what) or [None]
        Batches.settings[what] = wanted[1:]
        return wanted[0]

    def say(self, what, mishap):
        if mishap == "lost":
            self.transport.abort()
        elif mishap != "hang":
            self.answer(200, what)

    def upload(self, headers, body):
        mishap = self.mishap("upload")
        if mishap in FAULTS:
            return self.fault(mishap)
        mark = re.search(r"boundary=(\S+)", headers["content-type"])[1].encode()
        parts = {}
        for part in body.split(b"--" + mark)[1:-1]:
            head, _, content = part.partition(b"\r\n\r\n")
            parts[re.search(rb'name="(\w+)"', head)[1]] = content[:-2]
        assert parts[b"purpose"] == b"batch"
        Batches.uploads += 1
        name = f"file-{Batches.uploads}"
        Batches.files[name] = parts[b"file"]
        return self.say({"id": name, "object": "file", "bytes": len(parts[b"file"])}, mishap)

    def create(self, asked):
        mishap = self.mishap("create")
        if mishap in FAULTS:
            return self.fault(mishap)
        assert asked["endpoint"] in ("/v1/chat/completions", "/v1/completions")
        number = len(Batches.batches)
        fates = Batches.settings.get("fates") or []
        lines = Batches.files[asked["input_file_id"]].decode().splitlines()
        made = {
            "id": f"batch_{number + 1}",
            "object": "batch",
            "status": "validating",
            "created_at": int(time.time()),
            "input_file_id": asked["input_file_id"],
            "endpoint": asked["endpoint"],
            "metadata": asked.get("metadata"),
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
            "errors": None,
        }
        batch = {
            "shown": made,
            "requests": [json.loads(line) for line in lines],
            "fate": fates[number] if number < len(fates) else {},
            "looks": 0,
        }
        Batches.sizes.append([len(lines), len(Batches.files[asked["input_file_id"]])])
        self.begin(batch)
        Batches.batches[made["id"]] = batch
        return self.say(made, mishap)

    def begin(self, batch):
        """A batch that is not valid, or comes at a bad time, has failed."""
        room = Batches.settings.get("room")
        live = [one for one in Batches.batches.values() if "ended" not in one]
        invalid, wrong = Batches.settings.get("invalid"), []
        for n, request in enumerate(batch["requests"], 1):
            assert set(request) == {"custom_id", "method", "url", "body"}
            assert (request["method"], request["url"]) == ("POST", batch["shown"]["endpoint"])
            if invalid and invalid in json.dumps(request):
                wrong.append({"code": "invalid_request", "message": "Not so.", "line": n})
        if room is not None and len(live) >= room:
            wrong = [{"code": "token_limit_exceeded", "message": "Enqueued token limit reached."}]
        if wrong or batch["fate"].get("status") == "failed":
            batch["fate"] = {"status": "failed", "errors": wrong} | batch["fate"]
            return
        names = [request["custom_id"] for request in batch["requests"]]
        assert len(set(names)) == len(names)
        waiting = {r["custom_id"] for one in live for r in one["requests"]}
        Batches.clashes += sum(name in waiting for name in names)
        Batches.came.update(names)

    def look(self, name):
        batch = Batches.batches.get(name)
        if batch is None:
            return self.fault("404")
        batch["looks"] += 1
        looks = Batches.settings.get("looks", 1)
        failed = batch["fate"].get("status") == "failed"
        if "ended" not in batch and (failed or (looks is not None and batch["looks"] > looks)):
            end(batch)
        elif "ended" not in batch:
            batch["shown"]["status"] = "in_progress"
        shown = dict(batch["shown"])
        if "ended" in batch and batch["looks"] <= looks + 1 + Batches.settings.get("late", 0):
            shown.pop("output_file_id", None)
        return self.answer(200, shown)

    def list(self, query):
        Batches.lists += 1
        asked = dict(part.split("=") for part in query.split("&"))
        newest = [batch["shown"] for batch in Batches.batches.values()][::-1]
        after = asked.get("after")
        start = next((n + 1 for n, b in enumerate(newest) if b["id"] == after), 0)
        page = newest[start : start + int(asked.get("limit", 20))]
        more = start + len(page) < len(newest)
        self.answer(200, {"object": "list", "data": page, "has_more": more})


def end(batch):
    """Answer what the batch's fate wants to be answered, and write its files."""
    batch["ended"] = True
    shown, fate = batch["shown"], batch["fate"]
    status = shown["status"] = fate.get("status", "completed")
    shown[f"{status}_at"] = shown["created_at"] + 60
    if status == "failed":
        shown["errors"] = {"object": "list", "data": fate.get("errors", [])}
        return
    requests, output, errors = batch["requests"], [], []
    reached = round(len(requests) * fate.get("share", 1.0))
    for request in requests[:reached]:
        (errors if result(request, output) else output).append(Batches.line)
    for request in requests[reached:]:
        said = {"code": f"batch_{status}", "message": "This request was not reached."}
        line = {"custom_id": request["custom_id"], "response": None, "error": said}
        errors.append(json.dumps(line))
    random.Random(1).shuffle(output)
    shown["request_counts"] |= {"completed": len(output), "failed": len(errors)}
    for name, lines in (("output", spoilt(output)), ("error", errors)):
        if lines:
            file = shown[f"{name}_file_id"] = f"{name}-{shown['id']}"
            Batches.files[file] = ("\n".join(lines) + "\n").encode()


def result(request, output):
    """The line of one request into `Batches.line`; whether it is an error."""
    name, body = request["custom_id"], request["body"]
    fault = fault_of(name, json.dumps(body))
    made = {"id": f"r-{name}", "custom_id": name, "error": None}
    if fault == "expired":
        made |= {"response": None, "error": {"code": "batch_expired", "message": "Too late."}}
    elif fault in FAULTS:
        status, _, said = FAULTS[fault]()
        made["response"] = {"status_code": status, "request_id": "q", "body": said}
    else:
        Batches.answered[name] += 1
        messages = body.get("messages") or [{"content": body.get("prompt", "")}]
        text = answer(messages[0]["content"], messages[-1]["content"], random.Random(name))
        said = {"content": text + ("\ud800" if fault == "half" else ""), "role": "assistant"}
        choice = {"index": 0, "finish_reason": "stop", "message": said}
        whole = {"id": "x", "object": "chat.completion", "choices": [choice]}
        if Batches.settings.get("usage", True):
            tokens = len(json.dumps(body)) // 4, len(text) // 4
            whole["usage"] = dict(zip(("prompt_tokens", "completion_tokens"), tokens, strict=True))
        made["response"] = {"status_code": 200, "request_id": "q", "body": whole}
        fault = None
    Batches.line = json.dumps(made)
    return fault is not None


def fault_of(name, text):
    for rule in Batches.settings.get("script", ()):
        times = rule.get("times")
        if rule["contains"] in text and (times is None or Batches.came[name] <= times):
            return rule["fault"]
    return None


def spoilt(lines):
    """Output lines with what is wrong with them: each kind hits a line of its own."""
    for n, kind in enumerate(Batches.settings.get("spoil", ())):
        if n >= len(lines):
            break
        if kind == "broken":
            lines[n] = lines[n][: len(lines[n]) // 2]
        elif kind == "unknown":
            lines.append(json.dumps({"custom_id": "somebody's", "response": None, "error": None}))
        elif kind == "doubled":
            lines.append(lines[n].replace("The answer is", "Not the answer is"))
        elif kind == "nameless":
            lines += ["[]", "{}", "", "null", '{"custom_id": 7}']
    return lines


def forget():
    """Begin anew, without settings; who is connected stays so."""
    for kept in (Batches.settings, Batches.files, Batches.batches, Batches.sizes, Batches.seen):
        kept.clear()
    for counter in (Batches.came, Batches.answered):
        counter.clear()
    Batches.clashes = Batches.lists = Batches.uploads = 0
    return {}


def stats():
    return {
        "batches": [batch["shown"] for batch in Batches.batches.values()],
        "sizes": Batches.sizes,
        "uploads": Batches.uploads,
        "lists": Batches.lists,
        "came": Batches.came.total(),
        "different": len(Batches.came),
        "clashes": Batches.clashes,
        "answered": Batches.answered.total(),
        "answered_twice": Batches.answered.total() - len(Batches.answered),
        "seen": Batches.seen,
    }


class BatchServer(FaultServer):
    """The server as a child process; a context manager."""

    def __init__(self, **settings):
        self.process = subprocess.Popen(
            [sys.executable, __file__, json.dumps(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent,
        )
        self.port = int(self.process.stdout.readline())
        self.root = f"http://127.0.0.1:{self.port}"
        self.url = f"{self.root}/v1"


if __name__ == "__main__":
    fault_server.Server = Batches  # what `serve` makes of each connection
    asyncio.run(fault_server.serve(json.loads(sys.argv[1])))
