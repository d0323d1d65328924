"""JSON Schemas of exported rows, generated from the shapes.

`python -m factory.export.schemas [folder]` writes them. They say what a row looks like as JSON;
the Parquet types are those of the shapes.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from factory.export.shapes import SHAPES, Column, Shape

JSON_TYPES = {
    pa.string(): "string",
    pa.int64(): "integer",
    pa.float64(): "number",
    pa.bool_(): "boolean",
}


def export_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of a row of each dataset, by its name."""
    return {name: _row_schema(shape) for name, shape in SHAPES.items()}


def write_schemas(folder: Path) -> list[Path]:
    """Write `<name>.schema.json` for every dataset; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in export_schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=2) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def _row_schema(shape: Shape) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": shape.name,
        "description": shape.doc,
        "type": "object",
        "properties": {c.name: _column_schema(c) for c in shape.columns},
        "required": [c.name for c in shape.columns],
        "additionalProperties": False,
    }


def _column_schema(column: Column) -> dict[str, Any]:
    if pa.types.is_list(column.type):
        inner = {"type": JSON_TYPES[column.type.value_type]}
        return {"description": column.doc, "type": "array", "items": inner}
    name = JSON_TYPES[column.type]
    return {"description": column.doc, "type": [name, "null"] if column.nullable else name}


def main(arguments: Sequence[str]) -> None:
    """Write the schemas into the folder given, `schemas` by default."""
    for path in write_schemas(Path(arguments[0] if arguments else "schemas")):
        print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
