"""Select: the recipe's rules decide which instructions are accepted.

A rule is a small expression over the columns below, as `verified and integrity >= 4`. It is read
as an expression tree and written as SQL, node by node; nothing of it is executed as code. An
instruction is accepted when every rule holds; the first that does not is the reason.
"""

import ast
import difflib
from collections.abc import Iterator, Sequence

import duckdb

from factory.errors import UserError
from factory.records import Instruction, Outcome, Ranking, Rating, Vote
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


def select(connection: duckdb.DuckDBPyConnection, wave: int, rules: tuple[str, ...]) -> bool:
    """Accept or turn away every instruction of a wave that is still alive.

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
    reason = f"case {' '.join(cases)} end" if cases else "null"
    connection.execute(
        f"""insert into outcomes
            select 'select', id, wave, round, operator,
                   case when reason is null then 'done' else 'rejected' end, reason, null
            from (select i.id, i.wave, i.round, i.operator, {reason} as reason {ALIVE})
            order by id""",
        {"wave": wave, **names},
    )
    return True
