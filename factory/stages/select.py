"""Select: the recipe's rules decide which instructions are accepted.

A rule is a small expression over the columns below, as `verified and integrity >= 4`. It is read
as an expression tree and written as SQL, node by node; nothing of it is executed as code. An
instruction is accepted when every rule holds; the first that does not is the reason. What comes
from a test set, by its solutions or by an ancestor, is turned away whatever the rules say.
"""

import ast
import difflib
from collections.abc import Iterator, Sequence

import duckdb

from factory.dedup import contamination
from factory.errors import UserError
from factory.records import Instruction, Outcome, Ranking, Rating, Vote
from factory.settings.test_sets import TestSet
from factory.stages.test_sets import prepare
from factory.store.file import create_table, first_line, insert
from factory.store.tables import row_of

COLUMNS = {
    "verified": "v.verified",
    "pass_rate": "v.pass_rate",
    "samples": "v.samples",
    "decided": "v.decided",
    "margin": "v.margin",
    "n_right": "v.n_right",
    "n_wrong": "v.n_wrong",
    "n_undecided": "v.n_undecided",
    "steps": "v.steps",
    "answer_source": "v.answer_source",
    "definition": "r.definition",
    "precision": "r.precision",
    "integrity": "r.integrity",
    "place": "k.place",
    "round": "i.round",
    "direction": "i.direction",
    "operator": "i.operator",
    "words": "len(string_split_regex(trim(i.text), '\\s+'))",
}
"""What a rule may name. Ratings are means over judges; `place` is the mean place in rankings."""

COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "=",
    ast.NotEq: "!=",
}
ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}

ALIVE = """
from instructions as i
join votes as v on v.instruction_id = i.id
join outcomes as o on o.item = i.id and o.status = 'done'
    and o.stage = case when i.round = 0 then 'verify' else 'screen' end
left join (select instruction_id, avg(definition) as definition, avg("precision") as "precision",
                  avg(integrity) as integrity
           from ratings where wave = $wave group by all) as r on r.instruction_id = i.id
left join (select instruction_id, avg(place) as place
           from rankings where wave = $wave group by all) as k on k.instruction_id = i.id
where i.wave = $wave
"""


EXAMPLE = (
    Instruction(
        *("x", "x", 0, 0, "seed", "seed", 0, "How many?", None, None, None, None),
        *("train", None, None),
    ),
    Outcome("verify", "x", 0, 0, "seed", "done", None, None),
    Vote("x", 0, "6", "reference", 4, 4, 3, 2, 3, 1, 0, 0.75, True, 3.0),
    Rating("x", 0, "judge", 5, 4, 4, None),
    Ranking("x", 0, "judge", 0, "x", 0, 2),
)
"""What a rule is tried on before a run begins."""


def rule_sql(rule: str) -> str:
    """The SQL of one rule.

    Raises:
        UserError: it cannot be read, or names a column that is not there.
    """
    try:
        tree = ast.parse(rule.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise UserError(
            f"select.rules: cannot read `{rule}`; write it as `verified and integrity >= 4`"
        ) from None
    return _sql(tree.body, rule)


def _sql(node: ast.expr, rule: str) -> str:
    match node:
        case ast.BoolOp(op, values):
            word = " and " if isinstance(op, ast.And) else " or "
            return "(" + word.join(_sql(value, rule) for value in values) + ")"
        case ast.UnaryOp(ast.Not(), operand):
            return f"(not {_sql(operand, rule)})"
        case ast.UnaryOp(ast.USub(), operand):
            return f"(-{_sql(operand, rule)})"
        case ast.Compare(left, ops, comparators):
            return _comparison_sql(left, ops, comparators, rule)
        case ast.BinOp(left, op, right) if type(op) in ARITHMETIC:
            return f"({_sql(left, rule)} {ARITHMETIC[type(op)]} {_sql(right, rule)})"
        case ast.Name(name):
            return _column(name, rule)
        case ast.Constant(bool() as value):
            return str(value).lower()
        case ast.Constant(int() | float() as value) if abs(value) < 1e15:
            return repr(value)
        case ast.Constant(str() as value):
            return "'" + value.replace("'", "''") + "'"
    raise UserError(
        f"select.rules: `{ast.unparse(node)}` in `{rule}` is not allowed; use columns, numbers, "
        "texts, and / or / not, comparisons, + - * /"
    )


def _comparison_sql(
    left: ast.expr, ops: list[ast.cmpop], comparators: list[ast.expr], rule: str
) -> str:
    parts = []
    for op, right in zip(ops, comparators, strict=True):
        if isinstance(op, ast.In | ast.NotIn) and isinstance(right, ast.List | ast.Tuple):
            word = "in" if isinstance(op, ast.In) else "not in"
            members = ", ".join(_sql(member, rule) for member in right.elts)
            parts.append(f"({_sql(left, rule)} {word} ({members}))")
        elif type(op) in COMPARISONS:
            parts.append(f"({_sql(left, rule)} {COMPARISONS[type(op)]} {_sql(right, rule)})")
        else:
            raise UserError(f"select.rules: cannot compare like that in `{rule}`")
        left = right
    return "(" + " and ".join(parts) + ")"


def _column(name: str, rule: str) -> str:
    if name in COLUMNS:
        return COLUMNS[name]
    near = difflib.get_close_matches(name, COLUMNS, 1)
    hint = f"did you mean '{near[0]}'?" if near else "columns are " + ", ".join(COLUMNS)
    raise UserError(f"select.rules: no column called '{name}' in `{rule}`; {hint}")


def check_rules(rules: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(rule, what is wrong with it) of every rule that no run could decide by.

    Each is tried on one made-up instruction, so that a rule is not found to be none after
    everything was paid for.
    """
    connection = duckdb.connect(":memory:")
    try:
        for table in ("instructions", "votes", "outcomes", "ratings", "rankings"):
            create_table(connection, table)
        for record in EXAMPLE:
            table, row = row_of(record)
            insert(connection, table, [row])
        for rule in rules:
            try:
                answer = connection.execute(f"select ({rule_sql(rule)}) {ALIVE}", {"wave": 0})
                answer.fetchall()
                kind = answer.description[0][1]
            except UserError as error:
                yield rule, str(error).removeprefix("select.rules: ")
            except duckdb.Error as error:
                yield rule, f"`{rule}` compares what cannot be compared: {first_line(error)}"
            else:
                if str(kind) != "BOOLEAN":
                    yield rule, f"`{rule}` is neither true nor false; compare it with something"
    finally:
        connection.close()


RECITED = """
insert into contamination
select s.instruction_id, $wave, 'solution', f.tier, f.kind, t.of_set, t.place, f.amount, f.evidence
from finding as f join solved as s using (pos) join test_item as t using (item)
qualify row_number() over (partition by s.instruction_id order by f.pos) = 1
order by s.instruction_id
"""

TAINTED = """
insert into contamination
with recursive up(id, ancestor) as (
    select child_id, parent_id from parents
    where child_id in (select id from chosen)
    union
    select u.id, p.parent_id from up as u join parents as p on p.child_id = u.ancestor
)
select a.* from (
select u.id, $wave, 'parent', min(f.tier) as tier, 'ancestor',
       arg_min(f.test_set, (f.tier, f.instruction_id)),
       arg_min(f.instruction_id, (f.tier, f.instruction_id)), 0, null
from up as u join contamination as f on f.instruction_id = u.ancestor
group by u.id
) as a
where not exists (
    from contamination as f where f.instruction_id = a.id and f.tier <= a.tier)
order by a.id
"""
"""A doubt about a child is no reason to overlook what is sure of its parent."""

CONTAMINATED = """
update chosen as c set
    reason = case when f.place = 'parent' then 'contaminated_parent' else 'contaminated' end,
    detail = format('{} {}: {}', f.test_set, f.item, coalesce(f.evidence, f.kind))
from (from contamination where tier = 'drop' or $quarantine = 'reject'
      qualify row_number() over (partition by instruction_id order by tier, place) = 1) as f
where f.instruction_id = c.id
"""

PREFERENCES = {
    "verified": "verified desc nulls last",
    "rating": "rating desc nulls last",
}

PREFERRED = """
update chosen as c set reason = 'near_duplicate', detail = 'of ' || b.best
from (
    select id, first_value(id) over (partition by cluster order by before desc, {order}, id) as best
    from (
        select m.id, m.verified, m.rating, coalesce(d.leader_id, m.id) as cluster, false as before
        from chosen as m
        left join duplicates as d on d.instruction_id = m.id and d.kind in ('near', 'structure')
        where m.reason is null
        union all
        select o.item, null, null, coalesce(d.leader_id, o.item), true
        from outcomes as o
        left join duplicates as d on d.instruction_id = o.item and d.kind in ('near', 'structure')
        where o.stage = 'select' and o.status = 'done'
          and coalesce(d.leader_id, o.item) in (select leader_id from duplicates)
    )
) as b
where b.id = c.id and b.best != c.id
"""
"""Of a cluster, what an earlier wave accepted stays; of this wave, one goes beside nothing."""


def select(
    connection: duckdb.DuckDBPyConnection,
    wave: int,
    rules: tuple[str, ...],
    *,
    prefer: tuple[str, ...] = (),
    against: Sequence[TestSet] = (),
    quarantine: str = "reject",
) -> bool:
    """Accept or turn away every instruction of a wave that is still alive.

    Before any rule: a solution that recites a test item, and what descends from an instruction
    with a finding, are turned away. After all rules: one of a cluster of near duplicates stays.
    Runs in the caller's transaction; a wave that was selected before is left as it is, and False
    is returned.
    """
    where = "from outcomes where stage = 'select' and wave = $wave limit 1"
    if connection.execute(f"select 1 {where}", {"wave": wave}).fetchall():
        return False
    cases, names = [], {}
    for n, rule in enumerate(rules):
        sql = rule_sql(rule)
        names[f"rule{n}"], names[f"unknown{n}"] = f"not: {rule}", f"unknown: {rule}"
        cases.append(f"when ({sql}) is null then $unknown{n} when not ({sql}) then $rule{n}")
    reason = f"case {' '.join(cases)} end" if cases else "null::varchar"
    connection.execute(
        f"""create or replace temp table chosen as
            select i.id, i.wave, i.round, i.operator, {reason} as reason, null::varchar as detail,
                   v.verified, r.definition + r.precision + r.integrity as rating {ALIVE}""",
        {"wave": wave, **names},
    )
    if against:
        _find_recited(connection, wave, against)
    connection.execute(TAINTED, {"wave": wave})
    connection.execute(CONTAMINATED, {"quarantine": quarantine})
    if prefer:
        order = ", ".join(PREFERENCES[name] for name in prefer)
        connection.execute(PREFERRED.format(order=order))
    connection.execute(
        """insert into outcomes
           select 'select', id, wave, round, operator,
                  case when reason is null then 'done' else 'rejected' end, reason, detail
           from chosen order by id"""
    )
    connection.execute("drop table chosen")
    return True


def _find_recited(
    connection: duckdb.DuckDBPyConnection, wave: int, against: Sequence[TestSet]
) -> None:
    """Look at every solution, and at the reference solution that came with a seed."""
    prepare(connection, against)
    connection.execute(
        """create or replace temp table solved as
           select row_number() over (order by id, text) as pos, instruction_id, text from (
               select id, instruction_id, text from attempts
               union all
               select id, id, rationale from instructions where rationale is not null)
           where instruction_id in (select id from chosen)"""
    )
    contamination.search_solutions(connection, "solved", "finding")
    connection.execute(RECITED, {"wave": wave})
    connection.execute("drop table solved")
    connection.execute("drop table finding")
