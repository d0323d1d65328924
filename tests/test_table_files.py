"""A copy of somebody's file has every row and column of it, and appears whole or not at all."""

import contextlib
import csv
import datetime
import io
import json
import math
import resource
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from factory.errors import UserError
from factory.stages.seed_files import open_table
from factory.table_files import Copy

NEW = {"outcome": pa.string(), "first_error": pa.int64(), "evidence": pa.list_(pa.string())}


def added(n: int) -> list[dict]:
    return [
        {"outcome": f"o{i}", "first_error": i - 1, "evidence": [f"e{i}", "é"]} for i in range(n)
    ]


def copied(source: Path, out: Path, n: int, parts: int = 3) -> Copy:
    rows = added(n)
    with Copy(open_table(source), out, NEW) as copy:
        for start in range(0, n, parts):
            copy.add(rows[start : start + parts])
    return copy


def rows_of(path: Path) -> list[dict]:
    if path.suffix == ".parquet":
        return parquet.read_table(path).to_pylist()
    if path.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(path.read_bytes().decode(), newline="")))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_lines_of_json_keep_every_letter(tmp_path):
    lines = [
        '{"a": 1.50, "t": "\\u00e9 \\\\frac{1}{2}",   "deep": {"x": [1e3, null]}}',
        "{}",
        '{"a": 12345678901234567890, "only here": true}',
    ]
    source = tmp_path / "s.jsonl"
    source.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    copied(source, tmp_path / "o.jsonl", 3)
    out = (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()
    for line, new in zip(lines, out, strict=True):
        assert new.startswith(line[:-1].rstrip())
    assert [json.loads(line)["first_error"] for line in out] == [-1, 0, 1]
    assert json.loads(out[1]) == added(2)[1]


def test_parquet_keeps_types_metadata_order_and_nested_values(tmp_path):
    table = pa.table(
        {
            "n": pa.array([1, None, 3] * 9_000, pa.int16()),
            "when": pa.array([0, 1, 2] * 9_000, pa.timestamp("us")),
            "deep": pa.array([[{"x": "y"}], [], None] * 9_000),
        }
    ).replace_schema_metadata({"made": "by hand"})
    source, out = tmp_path / "s.parquet", tmp_path / "o.parquet"
    parquet.write_table(table, source, row_group_size=7_001)
    copied(source, out, 27_000, parts=2_000)
    new = parquet.read_table(out)
    assert new.select(table.column_names).equals(table)
    assert new.schema.metadata[b"made"] == b"by hand"
    assert new.column("first_error").to_pylist() == list(range(-1, 26_999))


def test_csv_keeps_cells_that_hold_commas_and_lines(tmp_path):
    source, out = tmp_path / "s.csv", tmp_path / "o.csv"
    source.write_text('a,b\n"1,000","two\nlines"\n,"say ""hi"""\n', encoding="utf-8", newline="")
    copied(source, out, 2)
    first, second = rows_of(out)
    assert (first["a"], first["b"], second["a"], second["b"]) == (
        "1,000",
        "two\nlines",
        "",
        'say "hi"',
    )
    assert json.loads(first["evidence"]) == ["e0", "é"]


def test_a_column_of_the_file_that_has_a_new_columns_name_is_kept_under_another(tmp_path):
    source = tmp_path / "s.jsonl"
    source.write_text('{"first_error": 7, "first_error_given": 8}\n{"q": 1}\n{"evidence": 2}\n')
    copy = copied(source, tmp_path / "o.jsonl", 3)
    assert copy.renamed == {"first_error": "first_error_given_"}
    first, second, third = rows_of(tmp_path / "o.jsonl")
    assert (first["first_error"], first["first_error_given_"], first["first_error_given"]) == (
        -1,
        7,
        8,
    )
    assert (second["q"], third["evidence_given"], third["first_error"]) == (1, 2, 1)


def test_another_kind_of_file_holds_the_same_values(tmp_path):
    source = tmp_path / "s.jsonl"
    source.write_text('{"t": "é", "n": 3, "x": 0.5, "deep": [1, 2.5]}\n{"t": null, "n": 4}\n')
    for kind in ("parquet", "csv"):
        copied(source, tmp_path / f"o.{kind}", 2)
    first, second = rows_of(tmp_path / "o.parquet")
    assert (first["t"], first["n"], first["x"], first["deep"]) == ("é", 3, 0.5, [1.0, 2.5])
    assert (second["t"], second["n"], second["deep"], second["outcome"]) == (None, 4, None, "o1")
    assert [row["n"] for row in rows_of(tmp_path / "o.csv")] == ["3", "4"]
    back = tmp_path / "back.jsonl"
    with Copy(open_table(tmp_path / "o.parquet"), back, {"k": pa.int64()}) as copy:
        copy.add([{"k": 1}, {"k": 2}])
    assert rows_of(back)[0] | {"k": 1} == {**first, "k": 1}


HALF = r'{"t": "\ud800", "outcome": "\udc00", "n": %s, "x": 0.1000, "big": 1e400}' % ("9" * 5000)


def test_what_utf8_and_python_cannot_hold_stays_to_the_letter_in_lines(tmp_path):
    source = tmp_path / "s.jsonl"
    source.write_text(HALF + "\n" + '{"outc\\u006fme": [1.50], "deep": {"outcome": 2}}\n')
    with Copy(open_table(source), tmp_path / "o.jsonl", {"outcome": pa.string()}) as copy:
        copy.add([{"outcome": "\ud801"}, {"outcome": "é"}])
    first, second = (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()
    head = HALF.replace('"outcome"', '"outcome_given"')[:-1]
    assert first == head + r', "outcome": "\ud801"}'
    assert second == '{"outcome_given": [1.50], "deep": {"outcome": 2}, "outcome": "é"}'


def test_what_utf8_and_python_cannot_hold_is_spelled_out_in_another_kind(tmp_path):
    source = tmp_path / "s.jsonl"
    source.write_text(HALF + "\n")
    copied(source, tmp_path / "o.csv", 1)
    (row,) = rows_of(tmp_path / "o.csv")
    assert (row["t"], row["outcome_given"]) == (r"\ud800", r"\udc00")
    assert (row["n"], row["x"], row["big"]) == ("9" * 5000, "0.1000", "1e400")
    source.write_text(r'{"t": "\ud800", "l": ["\ud800"]}' + "\n")
    copied(source, tmp_path / "o.parquet", 1)
    (row,) = rows_of(tmp_path / "o.parquet")
    assert (row["t"], row["l"]) == (r"\ud800", [r"\ud800"])


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000])
def test_a_number_too_long_for_a_column_is_said_or_is_a_text(tmp_path, number):
    source = tmp_path / "s.jsonl"
    source.write_text(f'{{"n": 1}}\n{{"n": {number}}}\n')
    with pytest.raises(UserError, match="column 'n' cannot be a column of a parquet file"):
        copied(source, tmp_path / "o.parquet", 2)


def test_values_that_json_has_no_name_for_are_written_all_the_same(tmp_path):
    source = tmp_path / "s.parquet"
    day = datetime.datetime(2020, 1, 2)
    table = {
        "x": [math.nan, 0.5],
        "l": [[math.inf, 1.0], []],
        "d": [[day], []],
        "b": [b"\xff", b""],
    }
    parquet.write_table(pa.table(table), source)
    copied(source, tmp_path / "o.jsonl", 2)
    lines = (tmp_path / "o.jsonl").read_text().splitlines()
    first = json.loads(lines[0], parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert (first["x"], first["l"], first["d"]) == (None, [None, 1.0], [str(day)])
    copied(source, tmp_path / "o.csv", 2)
    assert rows_of(tmp_path / "o.csv")[0]["l"] == "[null, 1.0]"


@pytest.mark.parametrize(("kind", "rows"), [("jsonl", 5000), ("csv", 5000), ("parquet", 5000)])
def test_a_full_disk_is_told_in_one_sentence_and_leaves_nothing(tmp_path, kind, rows):
    source = tmp_path / "s.jsonl"
    source.write_text('{"a": "%s"}\n' % ("x" * 100) * rows)
    with small_files(20_000), pytest.raises(UserError, match="cannot be written: "):
        copied(source, tmp_path / f"o.{kind}", rows, parts=rows)
    assert [path.name for path in tmp_path.iterdir()] == ["s.jsonl"]


@contextlib.contextmanager
def small_files(most: int):
    """Files of this process may not grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_mixed_values_that_parquet_cannot_hold_are_said_with_the_column(tmp_path):
    source = tmp_path / "s.jsonl"
    source.write_text('{"a": "x"}\n{"a": 1}\n')
    with pytest.raises(UserError, match=r"column 'a' cannot be a column of a parquet file"):
        copied(source, tmp_path / "o.parquet", 2)
    assert [path.name for path in tmp_path.iterdir()] == ["s.jsonl"]


def test_a_fault_leaves_no_copy_and_no_part_of_one(tmp_path):
    source, out = tmp_path / "s.jsonl", tmp_path / "o.jsonl"
    source.write_text('{"a": 1}\n' * 5)
    out.write_text("what was there")
    with pytest.raises(RuntimeError), Copy(open_table(source), out, NEW) as copy:
        copy.add(added(2))
        raise RuntimeError
    assert out.read_text() == "what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.jsonl", "s.jsonl"]


@pytest.mark.parametrize("kind", [".csv", ".parquet"])
def test_a_copy_in_another_kind_is_not_written_after_a_fault(tmp_path, kind):
    source, seen = tmp_path / "s.jsonl", tmp_path / "seen"
    source.write_text('{"a": 1}\n' * 5)
    with pytest.raises(RuntimeError), Copy(open_table(source), tmp_path / f"o{kind}", NEW) as copy:
        copy.add(added(5))
        (part,) = tmp_path.glob(".*.partial")
        seen.hardlink_to(part)
        raise RuntimeError
    assert seen.read_bytes() == b""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.jsonl", "seen"]


def test_a_cell_longer_than_python_reads_by_itself_is_kept(tmp_path):
    source, out = tmp_path / "s.csv", tmp_path / "o.csv"
    long = "x" * 200_000
    source.write_text(f"a,b\n{long},1\n")
    copied(source, out, 1)
    (row,) = rows_of(out)
    assert (row["a"], row["b"]) == (long, "1")


def test_a_cell_beyond_every_bound_is_told(tmp_path):
    source = tmp_path / "s.csv"
    source.write_text('a\n"' + ("x" * 1_000_000 + "\n") * 17 + '"\n')
    with pytest.raises(UserError, match=r"s\.csv: line 2: broken CSV: field larger"):
        list(open_table(source).read(["a"]))


def test_a_text_of_parquet_that_is_no_utf8_is_told_with_its_row_and_column(tmp_path):
    source = tmp_path / "s.parquet"
    texts = pa.array([b"fine", b"a\xff", b"fine"]).view(pa.string())
    parquet.write_table(pa.table({"n": [1, 2, 3], "said": texts}), source)
    with pytest.raises(UserError, match=r"s\.parquet: row 2: column 'said' is not UTF-8 at byte 2"):
        list(open_table(source).read(["n", "said"]))
    assert len(list(open_table(source).read(["n"]))) == 3


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("o.txt", "write a .jsonl, .csv or .parquet file"),
        ("s.jsonl", "this is the file that is read"),
        ("missing/o.jsonl", "no file can be written there"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_any_work(tmp_path, out, said):
    source = tmp_path / "s.jsonl"
    source.write_text('{"a": 1}\n')
    with pytest.raises(UserError, match=said):
        Copy(open_table(source), tmp_path / out, NEW)


@given(
    st.lists(
        st.dictionaries(
            st.text(max_size=5),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.text(max_size=8),
                lambda inner: st.lists(inner, max_size=3),
                max_leaves=5,
            ),
            max_size=4,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_rows_come_out_as_they_went_in(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("any")
    source, out = folder / "s.jsonl", folder / "o.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    copied(source, out, len(rows))
    for row, new in zip(rows, rows_of(out), strict=True):
        taken = {name: value for name, value in row.items() if name not in NEW}
        assert {name: new[name] for name in taken} == taken
