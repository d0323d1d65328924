"""Seeds: what a source holds arrives whole and in order, or the reading stops with the place."""

import csv
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from factory.errors import UserError
from factory.records import digest
from factory.settings.sources import Columns, FileSeeds, HubSeeds, SampleSeeds
from factory.stages import hub
from factory.stages.seed import instruction_of, read_seeds, seed_truth, split_of
from factory.stages.seed_formats import checked, last_boxed

CLIPS = {"question": "Ann has 3 boxes of 4. How many?", "answer": "3*4=<<3*4=12>>12\n#### 12"}
ROOT = {"problem": r"What is $\frac{1}{2}$?", "solution": r"It is $\boxed{\frac{1}{2}}$."}
REVISION = "0123456789abcdef0123456789abcdef01234567"


def jsonl(folder: Path, *rows, name="s.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def source_of(path: Path, *, wave=2000, **settings):
    return read_seeds(FileSeeds(path=path, **settings), wave=wave)


def seeds_of(path: Path, **settings):
    return list(source_of(path, **settings).seeds)


def error_of(path: Path, **settings) -> str:
    with pytest.raises(UserError) as caught:
        seeds_of(path, **settings)
    return str(caught.value).replace(f"{path.parent}/", "")


# Formats


def test_gsm8k_rows_keep_their_annotations_and_give_their_answer(tmp_path):
    (seed,) = seeds_of(jsonl(tmp_path, CLIPS))
    assert (seed.text, seed.rationale) == (CLIPS["question"], CLIPS["answer"])
    assert (seed.reference_answer, seed.position, seed.wave) == ("12", 0, 0)
    assert (seed.source, seed.solutions, seed.steps) == ("s.jsonl", None, None)


def test_math_rows_give_what_stands_in_the_last_box(tmp_path):
    (seed,) = seeds_of(jsonl(tmp_path, ROOT))
    assert (seed.text, seed.reference_answer) == (ROOT["problem"], r"\frac{1}{2}")
    assert seed.rationale == ROOT["solution"]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (r"\boxed{2}", "2"),
        (r"first \boxed{1}, then \boxed{\frac{a}{b^{2}}}.", r"\frac{a}{b^{2}}"),
        (r"$\boxed{\{1, 2\}}$", r"\{1, 2\}"),
        (r"$\boxed{\left\{x}$", r"\left\{x"),
        (r"$\boxed 5$.", "5"),
        (r"\fbox{7}", "7"),
        (r"\boxed {3}", "3"),
        (r"\boxed{3", None),
        (r"\boxed{}", None),
        (r"\boxed", None),
        ("no box", None),
        ("", None),
    ],
)
def test_a_box_is_read_with_its_own_braces(text, result):
    assert last_boxed(text) == result


@given(st.text(r"\boxed{} a1", max_size=60))
def test_any_text_has_a_box_or_none(text):
    result = last_boxed(text)
    assert result is None or (result and result in text)


def test_own_columns_are_read_by_their_names(tmp_path):
    row = {
        "q": "How many?",
        "a": 12,
        "why": "so",
        "tries": ["A", "B"],
        "parts": [["a"], ["b"]],
    }
    columns = Columns(
        text="q", reference_answer="a", rationale="why", solutions="tries", steps="parts"
    )
    (seed,) = seeds_of(jsonl(tmp_path, row), columns=columns)
    assert (seed.text, seed.reference_answer, seed.rationale) == ("How many?", "12", "so")
    assert (seed.solutions, seed.steps) == (["A", "B"], [["a"], ["b"]])


def test_columns_with_our_own_names_need_no_mapping(tmp_path):
    (seed,) = seeds_of(jsonl(tmp_path, {"text": "How many?", "reference_answer": None, "x": 1}))
    assert (seed.text, seed.reference_answer, seed.rationale) == ("How many?", None, None)


def test_one_solution_and_one_list_of_steps_are_a_list_of_one(tmp_path):
    rows = [
        {"text": "a?", "solutions": "S", "steps": ["one", "two"]},
        {"text": "b?", "solutions": None, "steps": ["one", "two"]},
        {"text": "c?", "solutions": [], "steps": []},
    ]
    seeds = seeds_of(jsonl(tmp_path, *rows))
    assert [seed.solutions for seed in seeds] == [["S"], ["one\ntwo"], None]
    assert [seed.steps for seed in seeds] == [[["one", "two"]], [["one", "two"]], None]


def test_numbers_come_out_as_they_were_written(tmp_path):
    path = tmp_path / "s.jsonl"
    path.write_text('{"text": "a?", "reference_answer": 0.10}\n', encoding="utf-8")
    assert seeds_of(path)[0].reference_answer == "0.10"
    parquet.write_table(
        pa.table({"text": ["a?", "b?"], "reference_answer": [12, None]}), tmp_path / "s.parquet"
    )
    read = seeds_of(tmp_path / "s.parquet")
    assert [seed.reference_answer for seed in read] == ["12", None]


LATEX = (
    r"$\frac{1}{2} \times \nu \text{ if } x \neq 3$" + "\n"
    r"\begin{align*} a &= \"b\" \\ \end{align*}" + "\t\u00e9\u2212\U0001d465, 'q'"
)


def test_latex_survives_every_kind_of_file_letter_by_letter(tmp_path):
    row = {"text": LATEX, "rationale": LATEX}
    jsonl(tmp_path, row)
    parquet.write_table(pa.Table.from_pylist([row]), tmp_path / "s.parquet")
    with (tmp_path / "s.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    for kind in ("jsonl", "parquet", "csv"):
        (seed,) = seeds_of(tmp_path / f"s.{kind}")
        assert (seed.text, seed.rationale) == (LATEX, LATEX), kind


def test_the_same_rows_give_the_same_ids_whatever_the_kind_of_file(tmp_path):
    rows = [{"text": f"How many are {n}?", "reference_answer": str(n)} for n in (1, 2, 1)]
    jsonl(tmp_path, *rows)
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "s.parquet")
    with (tmp_path / "s.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    ids = {
        tuple((seed.id, seed.reference_answer) for seed in seeds_of(tmp_path / f"s.{kind}"))
        for kind in ("jsonl", "parquet", "csv")
    }
    assert len(ids) == 1


# Order, ids, waves, limits


def test_equal_texts_are_told_apart_by_their_occurrence(tmp_path):
    rows = [{"text": text} for text in ("a?", "b?", "a?", "a?")]
    seeds = seeds_of(jsonl(tmp_path, *rows))
    assert [seed.id for seed in seeds] == [
        digest("seed", text, n) for text, n in (("a?", 0), ("b?", 0), ("a?", 1), ("a?", 2))
    ]


def test_waves_are_blocks_in_the_order_of_the_file(tmp_path):
    path = jsonl(tmp_path, *({"text": f"{n}?"} for n in range(7)))
    assert [(seed.position, seed.wave) for seed in seeds_of(path, wave=3)] == [
        *((0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 1), (6, 2))
    ]


def test_a_limit_takes_the_first_rows_and_reads_no_further(tmp_path):
    path = jsonl(tmp_path, {"text": "a?"}, {"text": "b?"}, {"text": None})
    assert [seed.text for seed in seeds_of(path, limit=2)] == ["a?", "b?"]
    source = source_of(path, limit=2)
    assert source.note == "seeds: the first 2 rows of s.jsonl"


def test_a_long_file_is_streamed(tmp_path):
    path = tmp_path / "s.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f'{{"text": "What is {n} and one?"}}\n' for n in range(3000))
        file.write("broken\n")
    source = source_of(path)
    assert [seed.position for seed in islice(source.seeds, 3000)] == list(range(3000))
    with pytest.raises(UserError, match="line 3001: broken JSON"):
        next(source.seeds)


def test_a_relative_path_starts_at_the_folder_given(tmp_path):
    jsonl(tmp_path, CLIPS)
    source = read_seeds(FileSeeds(path=Path("s.jsonl")), tmp_path, wave=1)
    assert len(list(source.seeds)) == 1


def test_the_origin_names_files_by_content_and_no_machine(tmp_path):
    path = jsonl(tmp_path, CLIPS)
    origin = source_of(path, limit=5).origin
    assert origin["used"] == "file"
    assert origin["format"] == "gsm8k"
    assert origin["asked"]["path"] == "s.jsonl"
    (file,) = origin["files"]
    assert (file["name"], file["bytes"]) == ("s.jsonl", path.stat().st_size)
    assert len(file["sha256"]) == 64
    assert str(tmp_path) not in json.dumps(origin)


def test_a_byte_order_mark_blank_lines_and_crlf_are_no_trouble(tmp_path):
    path = tmp_path / "s.jsonl"
    row = json.dumps(CLIPS).encode()
    path.write_bytes(b"\xef\xbb\xbf" + row + b"\r\n\r\n   \n" + row)
    assert [seed.position for seed in seeds_of(path)] == [0, 1]
    table = tmp_path / "s.csv"
    table.write_bytes(b'\xef\xbb\xbftext,reference_answer\r\na?,1\r\n\r\n"b\r\nc?",\r\n')
    assert [(seed.text, seed.reference_answer) for seed in seeds_of(table)] == [
        ("a?", "1"),
        ("b\r\nc?", None),
    ]


# What cannot be read


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("s.jsonl", b"", "s.jsonl: no rows in it"),
        ("s.jsonl", b"\n \n", "s.jsonl: no rows in it"),
        ("s.jsonl", b'{"text": "a?"}\n\n{"text": "b?"\n', "s.jsonl: line 3: broken JSON: "),
        ("s.jsonl", b'{"text": "$\\sqrt$?"}', "line 1: broken JSON: Invalid \\escape"),
        ("s.jsonl", b"[\n{}]", "line 1: broken JSON"),
        ("s.jsonl", b'[{"text": "a?"}]', "line 1: not an object; write rows as"),
        ("s.jsonl", b'{"text": "a?", "text": "b?"}', "line 1: a name stands there twice"),
        ("s.jsonl", b'{"text": "a?", "x": NaN}', "line 1: NaN is no number of JSON"),
        ("s.jsonl", b'{"text": "a?", "x": ' + b"[" * 100_000, "line 1: nested too deeply"),
        ("s.jsonl", b'{"text": "caf\xe9?"}', "line 1: not UTF-8 at byte 14"),
        ("s.jsonl", b'{"text": "a?"}\n{"txt": "b?"}', "line 2: no column 'text' here; there are"),
        ("s.jsonl", b'{"text": null}', "line 1: `text` is null; fill it in"),
        ("s.jsonl", b'{"text": ""}', "line 1: `text` is empty; fill it in"),
        ("s.jsonl", b'{"text": " \\n"}', "line 1: `text` is empty; fill it in"),
        ("s.jsonl", b'{"text": 12}', "line 1: `text` is a number, not a text"),
        ("s.jsonl", b'{"text": true}', "line 1: `text` is a bool, not a text"),
        ("s.jsonl", b'{"text": ["a?"]}', "line 1: `text` is a list, not a text"),
        ("s.jsonl", b'{"text": "a?", "rationale": 3}', "line 1: `rationale` is a number"),
        ("s.jsonl", b'{"text": "a?", "reference_answer": true}', "`reference_answer` is a bool"),
        ("s.jsonl", b'{"text": "a?", "solutions": 3}', "`solutions`[0] is a number, not a text"),
        ("s.jsonl", b'{"text": "a?", "solutions": {}}', "`solutions` must be a list of texts"),
        ("s.jsonl", b'{"text": "a?", "solutions": ["", "b"]}', "`solutions`[0] is empty"),
        ("s.jsonl", b'{"text": "a?", "steps": "one"}', "`steps` must be a list of texts"),
        ("s.jsonl", b'{"text": "a?", "steps": [[]]}', "`steps` must be a list of texts"),
        (
            "s.jsonl",
            b'{"text": "a?", "solutions": ["A", "B"], "steps": ["one"]}',
            "line 1: 1 lists of steps for 2 solutions; write one list for each",
        ),
        ("s.jsonl", b'{"text": "1 \\u0000"}', "`text` has the control character U+0000 at 3"),
        ("s.jsonl", b'{"text": "1 \\u0085"}', "`text` has the control character U+0085 at 3"),
        ("s.jsonl", b'{"text": "a\\rb"}', "`text` has the control character U+000D at 2"),
        ("s.jsonl", b'{"text": "1 \\ud800"}', "`text` has the control character U+D800 at 3"),
        ("s.jsonl", b'{"text": "' + b"a" * 100_001 + b'"}', "`text` has 100,001 characters"),
        ("s.jsonl", b'{"q": "a?", "n": 1}', "which column holds the problem? Columns are q, n."),
        ("s.jsonl", b'{"question": "a?", "answer": "12"}', "`answer` has no '#### result'"),
        ("s.jsonl", b'{"question": "a?", "answer": "12 ####  "}', "`answer` has no '#### result'"),
        ("s.jsonl", b'{"problem": "a?", "solution": "12"}', "`solution` has no \\boxed{result}"),
        ("s.json", b"{}", "s.json: cannot read '.json'; write a .jsonl, .csv or .parquet file"),
        ("s", b"{}", "s: cannot read ''; write a .jsonl, .csv or .parquet file"),
        ("s.parquet", b"no parquet", "s.parquet: no parquet file: "),
        ("s.parquet", b"", "s.parquet: no parquet file: "),
        ("s.csv", b"", "s.csv: no rows in it"),
        ("s.csv", b"text\n", "s.csv: no rows in it"),
        ("s.csv", b"text,text\na,b\n", "line 1: every column needs a name of its own"),
        ("s.csv", b"text,\na,b\n", "line 1: every column needs a name of its own"),
        ("s.csv", b"text,n\na?,1\nb?\n", "s.csv: line 3: 1 cells under 2 columns"),
        ("s.csv", b'text\n"a\nb?"\n"c"d\n', "s.csv: line 4: broken CSV: "),
        ("s.csv", b'text\n"a?\n', "s.csv: line 2: broken CSV: "),
        ("s.csv", b"text,n\na?,1\n,2\n", "s.csv: line 3: `text` is empty"),
        ("s.csv", b"text\n" + b"a" * 140_000, "s.csv: line 2: `text` has 140,000 characters"),
    ],
)
def test_a_row_that_cannot_be_taken_stops_with_its_place(tmp_path, name, content, line):
    path = tmp_path / name
    path.write_bytes(content)
    assert line in error_of(path)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"$\frac{1}{2}$", r"\frac"),
        (r"$2 \times 3$", r"\times"),
        (r"$a \neq b$", r"\neq"),
        (r"$\beta$", r"\beta"),
        (r"$\theta$", r"\theta"),
        (r"$\rho$", r"\rho"),
        (r"\text{cm}", r"\text"),
    ],
)
def test_latex_that_json_has_eaten_is_recognised(tmp_path, written, meant):
    path = tmp_path / "s.jsonl"
    path.write_text(f'{{"text": "What is {written}?"}}\n', encoding="utf-8")
    error = error_of(path)
    assert "s.jsonl: line 1: `text` has the control character" in error
    assert f"was it {meant}" in error
    jsonl(tmp_path, {"text": f"What is {written}?"})
    assert written in seeds_of(path)[0].text


def test_lines_and_tabs_of_honest_texts_are_kept():
    text = "Ann:\t3\nBob:\t4\n\nText: how many equal times?\r\nEqual?"
    assert checked(text, "here") == text


def test_a_row_of_a_parquet_file_is_named_by_its_number(tmp_path):
    path = tmp_path / "s.parquet"
    parquet.write_table(pa.table({"text": ["a?", None]}), path)
    assert error_of(path).startswith("s.parquet: row 2: `text` is null")
    parquet.write_table(pa.table({"text": pa.array([], pa.string())}), path)
    assert error_of(path) == "s.parquet: no rows in it"


def test_only_the_columns_that_are_needed_are_read_from_parquet(tmp_path):
    path = tmp_path / "s.parquet"
    parquet.write_table(pa.table({"text": ["a?"], "blob": [b"\xff"], "when": [None]}), path)
    assert [seed.text for seed in seeds_of(path)] == ["a?"]


def test_a_damaged_parquet_file_is_told(tmp_path):
    path = tmp_path / "s.parquet"
    parquet.write_table(pa.table({"text": [f"What is {n}?" for n in range(5000)]}), path)
    raw = bytearray(path.read_bytes())
    raw[200:3000] = bytes(2800)
    path.write_bytes(raw)
    assert error_of(path).startswith("s.parquet: ")


def test_missing_files_and_folders_are_told(tmp_path):
    assert error_of(tmp_path / "s.jsonl") == "s.jsonl: no such file"
    (tmp_path / "d.jsonl").mkdir()
    assert error_of(tmp_path / "d.jsonl") == "d.jsonl: this is a folder; name a file in it"


def test_a_line_without_end_is_told(tmp_path):
    path = tmp_path / "s.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 16_000_000)
    assert "s.jsonl: line 1: longer than 16,000,000 bytes" in error_of(path)


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    path = jsonl(tmp_path, {"problem_text": "a?", "result": 3})
    assert error_of(path, columns=Columns(text="problem_txt")) == (
        "s.jsonl: seeds.columns.text: no column called 'problem_txt' in the first row; "
        "did you mean 'problem_text'?"
    )
    columns = Columns(text="problem_text", reference_answer="zzz")
    assert "there are problem_text, result" in error_of(path, columns=columns)
    assert error_of(path, format="columns").startswith("s.jsonl: seeds.columns.text: no column")
    assert error_of(path, format="gsm8k") == (
        "s.jsonl: seeds.format gsm8k needs the columns question and answer; "
        "there are problem_text, result"
    )


# The first row of a lineage


def test_a_seed_becomes_an_instruction_of_round_zero(tmp_path):
    (seed,) = seeds_of(jsonl(tmp_path, CLIPS))
    instruction = instruction_of(seed, 0.5)
    assert (instruction.id, instruction.root_id) == (seed.id, seed.id)
    assert (instruction.round, instruction.direction, instruction.operator) == (0, "seed", "seed")
    assert (instruction.reference_answer, instruction.answer_source) == ("12", "reference")
    assert instruction.split == split_of(seed.id, 0.5)
    truth = json.loads(instruction.truth)
    assert truth == {"digest": digest(seed.text), "rationale": CLIPS["answer"]}


def test_a_seed_without_an_answer_claims_none(tmp_path):
    (seed,) = seeds_of(jsonl(tmp_path, {"text": "a?"}))
    instruction = instruction_of(seed, 0)
    assert (instruction.reference_answer, instruction.answer_source) == (None, None)
    assert (instruction.truth, instruction.rationale) == (None, None)


def test_only_annotated_rationales_are_truth():
    assert seed_truth("a?", None) is None
    assert seed_truth("a?", "3*4=12\n#### 12") is None


def test_the_split_depends_on_the_seed_alone_and_keeps_its_share():
    ids = [digest("seed", n) for n in range(4000)]
    assert [split_of(one, 0.0) for one in ids] == ["train"] * len(ids)
    share = sum(split_of(one, 0.05) == "test" for one in ids) / len(ids)
    assert 0.03 < share < 0.07
    # A larger share only adds: nobody moves from testing to training.
    assert all(split_of(one, 0.2) == "test" for one in ids if split_of(one, 0.05) == "test")


# The packaged sample


def test_the_packaged_sample_is_read_like_gsm8k():
    source = read_seeds(SampleSeeds(sample=True, limit=12), wave=5)
    seeds = list(source.seeds)
    assert len({seed.id for seed in seeds}) == 12
    assert [seed.wave for seed in seeds] == [0] * 5 + [1] * 5 + [2] * 2
    assert all(seed.reference_answer and "<<" in seed.rationale for seed in seeds)
    assert source.origin["used"] == "sample"
    assert source.origin["licence"]
    assert source.note.startswith("seeds: the first 12 rows of the packaged sample of ")


def test_the_whole_packaged_sample_can_be_read():
    source = read_seeds(SampleSeeds(sample=True), wave=2000)
    assert f"sample of {len(list(source.seeds))} problems" in source.note


# Real files


def test_every_gsm8k_training_row_can_be_read(shared):
    seeds = seeds_of(shared / "gsm8k" / "train.jsonl")
    assert len(seeds) == 7473
    assert len({seed.id for seed in seeds}) == 7473
    assert sum(seed_truth(seed.text, seed.rationale) is not None for seed in seeds) > 7000


def test_every_math_row_can_be_read(shared):
    seeds = seeds_of(shared / "math" / "test.jsonl")
    assert len(seeds) == 5000
    assert all(seed.reference_answer for seed in seeds)


# The Hub


class FakeHub(BaseHTTPRequestHandler):
    """Speaks as much of the Hub's protocol as a download needs."""

    files: dict[str, bytes]
    seen: list[str]

    def log_message(self, *args):
        pass

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        self.seen.append(f"{self.command} {self.path}")
        path = self.path.partition("?")[0]
        repository = "/datasets/openai/gsm8k"
        if path == f"/api{repository}/revision/{REVISION}":
            siblings = [{"rfilename": name} for name in self.files]
            body = {"id": "openai/gsm8k", "sha": REVISION, "siblings": siblings, "tags": []}
            self.answer(json.dumps(body).encode(), "application/json")
        elif path.startswith(f"{repository}/resolve/{REVISION}/"):
            name = path.removeprefix(f"{repository}/resolve/{REVISION}/")
            if name in self.files:
                self.answer(self.files[name], "application/octet-stream")
            else:
                self.refuse("EntryNotFound")
        else:
            self.refuse("RevisionNotFound" if "gsm8k" in path else "RepoNotFound")

    def refuse(self, code):
        self.send_response(404)
        self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", f'"{digest(body.hex())}"')
        self.send_header("X-Repo-Commit", REVISION)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


class DeafHub(BaseHTTPRequestHandler):
    """Takes every request and never answers."""

    released = threading.Event()

    def do_GET(self):
        self.released.wait(60)

    do_HEAD = do_GET


class StallingHub(FakeHub):
    """Names its files at once, and never ends sending one."""

    files = {"main/train-00000-of-00001.parquet": bytes(100_000)}  # noqa: RUF012
    seen = []  # noqa: RUF012
    released = threading.Event()

    def answer(self, body, kind):
        if self.command == "GET" and kind == "application/octet-stream":
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:50_000])
            self.released.wait(60)
        else:
            super().answer(body, kind)


@contextmanager
def serving(handler):
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    """An empty Hub cache, and no way to the real Hub."""
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    return tmp_path / "hf" / "hub" / "datasets--openai--gsm8k" / "snapshots" / REVISION


@pytest.fixture
def fake_hub(own_cache, monkeypatch, tmp_path):
    def parquet_of(*rows):
        path = tmp_path / "made.parquet"
        parquet.write_table(pa.Table.from_pylist(list(rows)), path)
        return path.read_bytes()

    second = CLIPS | {"question": "Bob has 3 boxes of 4. How many?"}

    class Handler(FakeHub):
        files = {  # noqa: RUF012
            "README.md": b"---\nlanguage:\n- en\nlicense:\n- mit\n---\n# Card\n",
            "main/train-00000-of-00002.parquet": parquet_of(CLIPS),
            "main/train-00001-of-00002.parquet": parquet_of(second),
            "main/test-00000-of-00001.parquet": parquet_of(CLIPS),
        }
        seen = []  # noqa: RUF012

    with serving(Handler) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        yield Handler


def asked(**changes):
    settings = {"hub": "openai/gsm8k", "config": "main", "revision": REVISION} | changes
    return HubSeeds(**settings)


def test_a_split_is_brought_from_the_hub_once(fake_hub, monkeypatch, capfd):
    source = read_seeds(asked(), wave=2000, deadline=60)
    assert [seed.text[:3] for seed in source.seeds] == ["Ann", "Bob"]
    assert source.note == "seeds: openai/gsm8k main/train at 0123456"
    origin = source.origin
    assert (origin["used"], origin["revision"], origin["licence"]) == ("hub", REVISION, "mit")
    assert [file["name"] for file in origin["files"]] == [
        "train-00000-of-00002.parquet",
        "train-00001-of-00002.parquet",
    ]
    assert not any("/main/test" in path for path in fake_hub.seen)
    # From now on the local cache answers, whatever the network does.
    before = list(fake_hub.seen)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    again = read_seeds(asked(), wave=2000, deadline=60)
    assert [seed.text[:3] for seed in again.seeds] == ["Ann", "Bob"]
    assert again.origin == origin
    assert fake_hub.seen == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"revision": "f" * 40}, "seeds.hub: openai/gsm8k at fffffff: there is no such revision"),
        ({"hub": "no/such"}, "seeds.hub: no/such at 0123456: there is no such dataset"),
        ({"split": "dev"}, "no main/dev files that can be read; there is README.md, main/train-0"),
        ({"config": "socratic"}, "no socratic/train files that can be read"),
    ],
)
def test_what_the_hub_does_not_have_is_an_error_even_with_another_way(fake_hub, changes, line):
    with pytest.raises(UserError) as caught:
        read_seeds(asked(otherwise="sample", **changes), wave=2000, deadline=60)
    assert line in str(caught.value)


def test_a_hub_that_never_answers_is_left_at_the_deadline(own_cache, monkeypatch, capfd):
    with serving(DeafHub) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        source = read_seeds(asked(otherwise="sample", limit=3), wave=2000, deadline=1.5)
        DeafHub.released.set()
    assert len(list(source.seeds)) == 3
    assert "no answer from the Hub within 1.5 s" in source.note
    assert "\n" not in source.note
    assert source.origin["used"] == "sample"
    assert source.origin["asked"]["hub"] == "openai/gsm8k"
    assert "no answer" in source.origin["because"]
    assert capfd.readouterr() == ("", "")


def test_a_download_that_stalls_is_left_at_the_deadline(own_cache, monkeypatch):
    with serving(StallingHub) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        with pytest.raises(UserError, match="no answer from the Hub within 3 s"):
            read_seeds(asked(), wave=2000, deadline=3)
        StallingHub.released.set()
    assert any(line.startswith("GET") and "resolve" in line for line in StallingHub.seen)
    assert hub.cached(asked()) == []


def test_a_hub_that_cannot_be_reached_gives_way_to_the_sample(own_cache):
    source = read_seeds(asked(otherwise="sample", limit=3), wave=2000, deadline=30)
    assert len(list(source.seeds)) == 3
    assert "the packaged sample of" in source.note
    assert "openai/gsm8k: " in source.note


def test_without_another_way_an_unreachable_hub_is_an_error_with_the_ways_out(
    own_cache, monkeypatch
):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(UserError) as caught:
        read_seeds(asked(), wave=2000)
    error = str(caught.value)
    assert "HF_HUB_OFFLINE is set" in error
    assert f"hf download openai/gsm8k --repo-type dataset --revision {REVISION}" in error
    assert "otherwise: sample" in error


def test_a_cache_with_a_shard_missing_is_not_taken_for_the_split(own_cache):
    (own_cache / "main").mkdir(parents=True)
    (own_cache / "main" / "train-00000-of-00002.parquet").write_bytes(b"x")
    assert hub.cached(asked()) == []


@pytest.mark.parametrize(
    ("names", "config", "taken"),
    [
        (["main/train-00000-of-00001.parquet"], "main", ["main/train-00000-of-00001.parquet"]),
        (
            ["data/train-00001-of-00002-ab12.parquet", "data/train-00000-of-00002-ab12.parquet"],
            None,
            ["data/train-00000-of-00002-ab12.parquet", "data/train-00001-of-00002-ab12.parquet"],
        ),
        (["train.jsonl", "test.jsonl"], None, ["train.jsonl"]),
        (["main/train.csv"], "main", ["main/train.csv"]),
        (["main/train-00000-of-00002.parquet"], "main", []),
        (["main/../train.parquet", "main/train_extra.parquet"], "main", []),
        (["train.parquet"], "main", []),
        ([], None, []),
    ],
)
def test_the_files_of_a_split_are_known_by_their_names(names, config, taken):
    assert hub.chosen(names, asked(config=config)) == taken
