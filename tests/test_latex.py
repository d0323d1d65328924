r"""LaTeX survives: prompt -> HTTP -> reply -> database -> parquet, letter by letter; and a reply in
which JSON ate the backslashes (`\frac` as a form feed and `rac`) never gets that far."""

import json

import pyarrow.parquet as pq
import pytest
import yaml
from fault_server import FaultServer
from hypothesis import given
from hypothesis import strategies as st
from served import KEY, Runs

from factory.models import Draw, Message, Request, Sampling
from factory.models.wire import ServerOptions, body_of, read_reply
from factory.recipe import load_recipe
from factory.stages.backslashes import damage
from factory.start import run

WRITTEN = r"""
\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa \lambda
\mu \nu \xi \pi \varpi \rho \varrho \sigma \varsigma \tau \upsilon \phi \varphi \chi \psi \omega
\Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega \aleph \beth \hbar \ell
\imath \jmath \wp \Re \Im \partial \infty \nabla \forall \exists \nexists \neg \lnot \top \bot
\emptyset \varnothing \angle \measuredangle \triangle \square \blacksquare \diamond \star
\bigstar \prime \backprime \flat \natural \sharp \clubsuit \surd \pm \mp \times \div \cdot \ast
\circ \bullet \cap \cup \uplus \sqcap \sqcup \vee \wedge \setminus \wr \amalg \dagger \ddagger
\oplus \ominus \otimes \oslash \odot \leq \geq \le \ge \neq \ne \equiv \sim \simeq \approx \cong
\propto \prec \succ \preceq \succeq \ll \gg \subset \supset \subseteq \supseteq \nsubseteq \in
\ni \notin \mid \nmid \parallel \nparallel \perp \models \vdash \dashv \bowtie \leftarrow
\rightarrow \leftrightarrow \Leftarrow \Rightarrow \Leftrightarrow \longleftarrow
\longrightarrow \mapsto \longmapsto \hookrightarrow \uparrow \downarrow \updownarrow \nearrow
\searrow \swarrow \nwarrow \to \gets \iff \implies \impliedby \rightharpoonup \rightleftharpoons
\sum \prod \coprod \int \iint \oint \bigcap \bigcup \bigvee \bigwedge \bigoplus \bigotimes \lim
\limsup \liminf \max \min \sup \inf \arg \det \dim \exp \gcd \hom \ker \lg \ln \log \Pr \sin
\cos \tan \cot \sec \csc \arcsin \arccos \arctan \sinh \cosh \tanh \coth \bmod \pmod{7}
\frac{1}{2} \dfrac{1}{2} \tfrac{1}{2} \cfrac{1}{2} \binom{5}{2} \dbinom{5}{2} \tbinom{5}{2}
\sqrt{2} \sqrt[3]{2} \overline{x} \underline{x} \hat{x} \widehat{x} \bar{x} \tilde{x}
\widetilde{x} \vec{x} \dot{x} \ddot{x} \acute{x} \grave{x} \breve{x} \check{x}
\overrightarrow{AB} \overbrace{x} \underbrace{x} \boxed{42} \fbox{42} \text{a} \textbf{a}
\textit{a} \textrm{a} \mathrm{a} \mathbf{a} \mathbb{R} \mathcal{A} \mathfrak{g}
\operatorname{lcm} \left( \right) \big( \Big( \bigg( \langle \rangle \lfloor \rfloor \lceil
\rceil \lvert \rvert \lVert \rVert \{ \} \| \_ \^ \$ \% \& \# \\ \, \; \: \! \quad \qquad
\hspace{1em} \phantom{x} \begin{cases} \end{cases} \begin{bmatrix} \end{bmatrix} \hline \newline
\nonumber \tag{1} \label{a} \ref{a} \displaystyle \textstyle \scriptstyle \limits \nolimits
\not= \stackrel{a}{b} \overset{a}{b} \underset{a}{b} \xrightarrow{a} \cdots \ldots \vdots \ddots
\dots \therefore \because \degree \pounds \u0041 \usepackage \url{a} \verb|a| \vspace{1em} \bf
\rm \it \tt \sf \r \n \t \f \b \v \a
"""
COMMANDS = WRITTEN.split()

PIECES = st.one_of(
    st.sampled_from(COMMANDS),
    st.sampled_from(
        ["$", "$$", "{", "}", "^2", "_{n}", "\n", "&", "%", '"', "\\", "/", "'", "½", "漢"]
    ),
    st.text(max_size=5),
)


def request(text):
    messages = (Message("system", text), Message("user", text))
    return Request(messages, Sampling(stop=(text,)), Draw())


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_sent_and_read_letter_by_letter(text):
    body = json.loads(json.dumps(body_of(request(text), "m", ServerOptions())).encode("utf-8"))
    assert [m["content"] for m in body["messages"]] == [text, text]
    assert body["stop"] == [text]
    answer = {"choices": [{"message": {"content": text}, "finish_reason": "stop"}]}
    assert read_reply(json.loads(json.dumps(answer).encode())).text == text


def mixtures():
    """Problems that hold every command: alone, beside each other, and in running text."""
    for n in range(0, len(COMMANDS), 8):
        some = COMMANDS[n : n + 8]
        yield f"Let $x = {' '.join(some)} 1$ and $y={''.join(f'{{{one}}}' for one in some)}$. " + (
            f"What is {n} + 7, given {some[0]}{some[-1]}, ${some[1 % len(some)]}$?"
        )


def test_every_command_comes_through_a_run_letter_by_letter(tmp_path, monkeypatch):
    problems = list(mixtures())
    seeds = tmp_path / "seeds.jsonl"
    rows = [{"text": text, "reference_answer": str(n * 8 + 7)} for n, text in enumerate(problems)]
    seeds.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.setenv("TEST_KEY", KEY)
    with FaultServer(key=KEY, reply="solve") as server:
        model = {"provider": "openai", "model": "m", "base_url": server.url, "key_env": "TEST_KEY"}
        recipe = tmp_path / "latex.yaml"
        settings = {
            "seeds": {"path": str(seeds)},
            "test": 0,
            "models": {"m": model},
            "evolve": {"model": "m", "rounds": []},
            "solve": {"model": "m", "samples": 1},
            "select": {"rules": []},
        }
        recipe.write_text(yaml.safe_dump(settings), encoding="utf-8")
        summary = run(load_recipe(recipe), tmp_path / "run")
    assert summary.pending == 0
    found = {}
    for file in (tmp_path / "run" / "datasets" / "sft").glob("*.parquet"):
        for row in pq.read_table(file).to_pylist():
            found[row["prompt"].strip()] = row["completion"]
    assert sorted(found) == sorted(problems)
    for n, problem in enumerate(problems):
        # The server wrote the problem that it was sent into its solution.
        assert found[problem].strip() == f"Step 1: From {problem}\nThe answer is: {n * 8 + 7}"


UNSEEN = {r"\nu", r"\ne", r"\ni", r"\not=", r"\neg", r"\nmid", r"\nexists", r"\nparallel", r"\n"}
UNSEEN |= {r"\t", r"\to", r"\top", r"\tau", r"\tan", r"\tt", r"\u0041", r"\\"}
"""Commands whose rest is an honest text after a line break or a tab, or nothing."""


def eaten(command):
    """The command as a JSON reader leaves it when its backslash was not doubled."""
    try:
        return json.loads(f'"{command}"')
    except ValueError:
        return None


DECODED = [one for one in COMMANDS if eaten(one) not in (None, one)]


def test_eaten_commands_are_noticed():
    assert len(DECODED) > 60
    unseen = {one for one in DECODED if damage(f"so {eaten(one)} 2 = 4") is None}
    assert unseen <= UNSEEN, unseen - UNSEEN


@pytest.mark.parametrize("command", [r"\frac", r"\times", r"\beta", r"\right", r"\neq", r"\theta"])
def test_the_command_that_was_eaten_is_named(command):
    assert damage(f"x {eaten(command)} 2").command == command


@given(
    st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=8), st.sampled_from([" ", "", "\n"])
)
def test_whole_latex_is_never_called_damaged(commands, between):
    text = between.join(f"${one}$" for one in commands)
    assert damage(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Step 1:\tadd\n\tan apple\n\tto eat\n\texample\nend",
        "a\tb\tc\n1\t2\t3\r\n4\t5\t6",
        "not\never\nequal to\nnu\nnot x\nabs\nexists",
        "\\frac{1}{2} \\\\ \\times",
    ],
)
def test_honest_tabs_and_line_breaks_are_left_alone(text):
    assert damage(text) is None


def test_a_gateway_that_eats_backslashes_gets_nothing_into_the_data(tmp_path, monkeypatch):
    with FaultServer(key=KEY, rates={"eaten": 0.5}, times=None) as server:
        runs = Runs(tmp_path, server, monkeypatch)
        assert runs.run().pending == 0
    assert runs.reasons("rejected")["eaten_backslashes"] > 0
    query = "select count(*), count(*) filter (contains(text, chr(12))) from replies"
    ((kept, hurt),) = runs.rows(query)
    # It was paid for, so it is kept; but no row is made of it.
    assert 0 < hurt < kept
    texts = runs.rows("select text from instructions union all select text from attempts")
    assert not any(damage(text) for (text,) in texts)
