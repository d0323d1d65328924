r"""Evolve, solve, rate and grade inside a distilabel pipeline, with the prompts of `factory`.

    pip install 'factory[distilabel]'
    OPENAI_API_KEY=... python recipes/distilabel_pipeline.py seeds.jsonl made.jsonl \
        --kwargs '{"model": "gpt-4o-mini"}'

Each line of `seeds.jsonl` is an object with a `problem`. Each line of `made.jsonl` is one solution
of one evolved problem with what the judge says of both; where a step brought nothing, its column
`<step>_failed` says why. Any LLM class of distilabel can stand behind it, by its import path.
"""

import argparse
import importlib
import json
import tempfile
from pathlib import Path

from distilabel.pipeline import Pipeline
from distilabel.steps import LoadDataFromDicts

from factory.distilabel import EvolveTask, GradeTask, RateTask, SolveTask


def main() -> None:
    """Read the seeds, run the pipeline, write what it made."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("seeds", type=Path)
    parser.add_argument("made", type=Path)
    parser.add_argument("--llm", default="distilabel.models:OpenAILLM", metavar="MODULE:CLASS")
    parser.add_argument("--kwargs", type=json.loads, default={}, help="its arguments, as JSON")
    parser.add_argument("--operator", default="add_constraint")
    parser.add_argument("--samples", type=int, default=4)
    chosen = parser.parse_args()

    def llm(**settings):
        module, _, name = chosen.llm.partition(":")
        # Without a limit of their own, distilabel's classes end replies after 128 tokens.
        kept = {"max_new_tokens": 2048, **chosen.kwargs.get("generation_kwargs", {}), **settings}
        kind = getattr(importlib.import_module(module), name)
        return kind(**{**chosen.kwargs, "generation_kwargs": kept})

    seeds = [json.loads(line) for line in chosen.seeds.read_text("utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as cache, Pipeline("factory", cache_dir=cache) as pipeline:
        load = LoadDataFromDicts(name="load", data=[{"problem": one["problem"]} for one in seeds])
        evolve = EvolveTask(name="evolve", llm=llm(temperature=0.7), operator=chosen.operator)
        rate = RateTask(name="rate", llm=llm(temperature=0.0), problem_column="evolved")
        solve = SolveTask(
            name="solve",
            llm=llm(temperature=0.7),
            problem_column="evolved",
            num_generations=chosen.samples,
        )
        grade = GradeTask(name="grade", llm=llm(temperature=0.0), problem_column="evolved")
        load >> evolve >> rate >> solve >> grade
        made = pipeline.run(use_cache=False)["default"]["train"]
        # NaN is no JSON; a mark or a place that the judge did not give is left out.
        rows = [{k: v for k, v in row.items() if v == v} for row in made]
    chosen.made.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    failed = {
        step: sum(row[f"{step}_failed"] != "" for row in rows)
        for step in ("evolve", "rate", "solve", "grade")
    }
    print(f"{len(rows)} rows from {len(seeds)} problems; without a result: {failed}")


if __name__ == "__main__":
    main()
