"""Real runs of a recipe whose model is the fault server."""

import duckdb
from conftest import recipe_text, write_seeds

from factory.recipe import load_recipe
from factory.start import run

KEY = "sk-test-0123456789abcdef"


class Runs:
    """Runs the fake recipe in folders of one temporary place, against one server."""

    def __init__(self, place, server, monkeypatch, seeds=6):
        self.place, self.server = place, server
        self.seeds = write_seeds(place / "seeds.jsonl", seeds)
        monkeypatch.setenv("TEST_KEY", KEY)
        self.monkeypatch = monkeypatch

    def recipe(self, **changes):
        model = {
            "provider": "openai",
            "model": "tiny",
            "base_url": self.server.url,
            "key_env": "TEST_KEY",
            "in_flight": 16,
            "max_tokens": 500,
            "retries": 5,
            **changes.pop("model", {}),
        }
        text = recipe_text(self.seeds, models={"m": model}, **{"rounds": ROUNDS, **changes})
        path = self.place / "served.yaml"
        path.write_text(text, encoding="utf-8")
        return load_recipe(path)

    def run(self, name="one", *, again=None, **changes):
        return run(self.recipe(**changes), self.place / name, **(again or {}))

    def rows(self, query, name="one"):
        with duckdb.connect(str(self.place / name / "run.duckdb"), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def reasons(self, status, name="one"):
        """How often each reason ended an item in this way."""
        query = f"select reason, count(*) from outcomes where status = '{status}' group by all"
        return dict(self.rows(query, name))

    def reconciled(self, name="one"):
        """Every stage's items follow from the stage before; each ended once."""
        total, done = {}, {}
        query = "select stage, status, count(*) from outcomes group by all"
        for stage, status, n in self.rows(query, name):
            total[stage] = total.get(stage, 0) + n
            done[stage] = done.get(stage, 0) + (n if status == "done" else 0)
        assert total["eliminate"] == done["evolve"]
        assert total["admit"] == done["eliminate"] + done["seed"]
        assert total["solve"] == 4 * done["admit"]
        assert total["verify"] == done["admit"]
        assert total["rate"] == total["select"]
        twice = "select stage, item from outcomes group by all having count(*) > 1"
        assert self.rows(twice, name) == []
        return True


ROUNDS = [{"direction": "downward", "from": "seed"}, {"direction": "upward", "from": "seed"}]
