"""From a run to datasets that trainers read: shapes, queries, files, card, schemas."""

from factory.export.datasets import export_from, export_run
from factory.export.files import exports_digest, read_manifest
from factory.export.shapes import ALL

__all__ = ["ALL", "export_from", "export_run", "exports_digest", "read_manifest"]
