"""A problem without its names and numbers: the words that stay when a test item is reused.

A word with a capital letter, a word that begins with a figure, a number word and a pronoun are
dropped, and what is left is the story. Names and number words that no list knows stay in it and
break a few runs of three: likeness by rare runs of three stands that (see `contamination`).
"""

from factory.dedup.words import spelled

NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"),
    *("thousand", "million", "half", "third", "quarter", "twice", "double", "triple", "thrice"),
    *("dozen", "once", "couple", "halves", "thirds", "quarters", "dozens", "hundreds"),
)
PRONOUNS = (
    *("he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs", "himself"),
    *("herself", "themselves"),
)
DROPPED = (*NUMBER_WORDS, *PRONOUNS)


def stories(even: str) -> str:
    """A SELECT of all columns of `even` and of `words`, `shown` and `story`.

    `words` are hashes of all words, `shown` the words that are not dropped, as texts, and `story`
    their hashes. `even` is a SELECT of an evened text that has kept its
    case. Where hardly a word begins with a small letter, capitals say nothing, and all words count.
    """
    # In ASCII every small letter comes after every capital and every figure.
    small = "lambda word: case when word >= 'a' then hash(word) else 0 end"
    letter = r"regexp_matches(word, '^[\p{Ll}\p{Lo}]')"
    other = f"lambda word: case when {letter} then hash(word) else 0 end"
    hashed = (
        f"case when strlen(evened) = length(evened) then list_transform(spoken, {small}) "
        f"else list_transform(spoken, {other}) end"
    )
    lowered = "list_transform(spoken, lambda word: lower(word))"
    known = ", ".join(f"hash('{word}')" for word in DROPPED)
    kept = f"lambda word: word not in (0, {known})"
    shown = f"lambda word, place: hashed[place] not in (0, {known})"
    query = f"select *, {spelled('evened', operators=False)} as spoken from ({even})"
    whole = "list_transform(spoken, lambda word: hash(lower(word)))"
    query = (
        f"select *, {hashed} as hashed, "
        f"list_filter({whole}, lambda word: word != hash('')) as words from ({query})"
    )
    small = "len(list_filter(hashed, lambda word: word > 0))"
    query = f"select *, {small} * 4 < len(words) as loud from ({query})"
    query = (
        f"select * replace (case when loud then {lowered} else spoken end as spoken, case when "
        f"loud then {hashed.replace('spoken', lowered)} else hashed end as hashed) from ({query})"
    )
    return (
        f"select * exclude (spoken, hashed, loud), list_filter(spoken, {shown}) as shown, "
        f"list_filter(hashed, {kept}) as story from ({query})"
    )


def masked(even: str) -> str:
    """A SELECT of all columns of `even` and of `shown` and `masked`, texts and their hashes.

    A number is `#`, a name or a pronoun `@`, and several in a row are one. `even` is as in
    `stories`.
    """
    numbers = ", ".join(f"'{word}'" for word in NUMBER_WORDS)
    people = ", ".join(f"'{word}'" for word in PRONOUNS)
    spoken = f"list_filter({spelled('evened', operators=False)}, lambda word: word != '')"
    placed = (
        r"list_transform(spoken, lambda word: case when regexp_matches(word, '^\p{N}') "
        f"or lower(word) in ({numbers}) then '#' when regexp_matches(word, '^\\p{{Lu}}') "
        f"or word in ({people}) then '@' else word end)"
    )
    merged = (
        "list_filter(placed, lambda word, i: word not in ('#', '@') or i = 1 "
        "or placed[i - 1] != word)"
    )
    query = f"select *, {spoken} as spoken from ({even})"
    query = f"select * exclude (spoken), {placed} as placed from ({query})"
    query = f"select * exclude (placed), {merged} as shown from ({query})"
    return f"select *, list_transform(shown, lambda word: hash(word)) as masked from ({query})"
