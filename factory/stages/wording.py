"""What a text says of itself: does it ask, refuse, ask back, or talk about the rewriting?

Promises: plain patterns over bounded text, the same answer for the same text, no model. Does not
promise to understand: each function is made to be wrong in one known direction, which its
docstring names, and its callers redraw or reject by that.
"""

import re

SENTENCE_END = re.compile(r"(?<=[.?!。？！…$\]])[\"'”’)*\]]{0,4}\s+|(?<=[。？！])|\n+")


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is written here as a list of them."""
    return frozenset(text.split())


_IMPERATIVE = (
    "add|arrange|calculate|classify|complete|compute|construct|convert|count|decide|determine|"
    "divide|draw|enter|estimate|evaluate|expand|express|factor|factorise|factorize|figure out|find|"
    "give|graph|identify|justify|list|multiply|name|order|plot|predict|prove|rationalize|remove|"
    "rewrite|round|round off|say|select|show|simplify|sketch|solve|sort|state|subtract|"
    "sum|tell|verify|work out|write"
)
_AUXILIARY = (
    r"(?! (?:he|she|it|they|we|i)\b) (?:\w+ )?(?:is|are|was|were|will|would|has|have|does|do|did|"
    r"must|should|can)"
)
_WH = (
    r"how (?:many|much|long|far|old|tall|fast|likely|often|big|high|deep)|"
    rf"what{_AUXILIARY}|what (?:fraction|percent|percentage|number|time|amount|value)"
)
_ASK = re.compile(
    r"[?？¿]|多少|几[个只人天本元次张岁种]|求|计算|"
    r"(?:^|[.!;:,)\]}$|]\s*|\b(?:and|then|please|(?:need|want|asked) to|also|hence)\s+)"
    rf"(?:(?:{_IMPERATIVE})\b(?!-)|(?:{_WH})\b)|"
    rf"(?:^|[.!;:]\s*)(?:which|who){_AUXILIARY}\b|"
    r"(?:(?:^|[.!;:,]\s*)(?:at|in|for|by|to|with|on|from)|\bwondering|\bwonders) "
    r"(?:what|which|how many|how much|whom)\b(?! (?:he|she|it|they|we|i|is|was|remain)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_BLANK_TO_FILL = re.compile(r"_{3,}|\\(?:underline|rule)\b|\.{4,}|\\boxed\{\s*\\|\\fbox")


def asks(text: str) -> bool:
    """Does the text want something of its reader? Errs towards yes."""
    return "?" in text or _ASK.search(text) is not None or _BLANK_TO_FILL.search(text) is not None


_HELP = (
    r"(?:help|assist|rewrit|create|creating|writ|provid|produc|comply|fulfil|do that|do this|"
    r"continue|grad|judg|rat(?:e|ing)\b|rank|evaluat|assess|solv|generat|modify|alter|offer|"
    r"respond|answer|proceed|carry out|give|engage|support|work on|simplif|complete|process)"
)
_REFUSES = re.compile(
    r"\b(?:i|we)(?:['’]m| am|['’]re| are)?(?: \w+){0,3}? "
    r"(?:can(?:not|['’]t|not)|won['’]t|unable to|not able to|not allowed to|not permitted to|"
    r"(?:must|have to|need to|will have to|shall) (?:\w+ )?(?:decline|refuse)|decline to|"
    r"refuse to|not comfortable|not going to|not in a position to|could not|couldn['’]t|"
    r"will not|not willing)\b"
    rf"(?:.{{0,60}}?{_HELP})?|"
    r"\b(?:i['’]?m|i am|we['’]?re|we are) (?:\w+ )?(?:sorry|afraid)\b|\bi (?:must )?apologi[sz]e\b|"
    r"\bas an ai\b|"
    r"\bagainst (?:my|our) (?:guidelines|policy|policies|programming)\b|"
    r"\blo siento\b|\bno puedo\b|\bje suis désolé|\bje ne peux pas\b|\bes tut mir leid\b|"
    r"\bich kann (?:\w+ ){0,4}nicht\b|抱歉|对不起|我不能|我无法|無法|申し訳|できません|죄송",
    re.IGNORECASE | re.DOTALL,
)
_LACKS = re.compile(
    r"\bplease (?:provide|share|send|paste|include|give me|tell me|specify|clarify|confirm|let me)|"
    r"\b(?:could|can|would|will) you (?:please |kindly |also )?"
    r"(?:clarify|provide|share|send|tell|specify|paste|confirm|let me know|say|give me)|"
    r"\bbefore i (?:begin|start|get|write|rewrite|do|go|can|proceed)|"
    r"\b(?:once|as soon as|after|when) (?:you|i (?:know|have))\b.{0,60}"
    r"\bi(?:['’]ll| will| can|['’]d)|"
    r"\b(?:quick|few|couple of|some|clarifying|following) questions?\b|"
    r"\bi (?:don['’]t|do not|didn['’]t|did not) (?:see|find|have|get|receive) (?:a|the|any|your)\b|"
    r"\b(?:there is|there['’]s) no problem (?:text|given|here|in)|"
    r"\b(?:which|what) (?:\w+ ){1,4}(?:would|do) you (?:like|want|prefer|have in mind)|"
    r"\bwhat would you like\b|\bi(?:['’]d| would)? (?:just )?(?:need|want|like) to "
    r"(?:know|check|make sure)|"
    r"\bshould i\b|\bmay i\b|请提供|请问您|请告诉|¿podr[ií]as|¿puedes|"
    r"por favor, (?:indica|proporciona|dime)",
    re.IGNORECASE | re.DOTALL,
)
_MISSING = re.compile(
    r"\bplease (?:provide|share|send|paste|include)|\bwithout (?:the|a|any|seeing|knowing)\b|"
    r"请提供|por favor, proporciona",
    re.IGNORECASE,
)


def refuses(text: str) -> bool:
    """Is this a first-person refusal? Quoted speech inside a problem does not count."""
    text = _without_quotes(text[:4000])
    return _REFUSES.search(text) is not None and not (asks(text) and _MISSING.search(text))


def asks_back(text: str) -> bool:
    """Does this want something from whoever gave the task, before any work is done?"""
    text = _without_quotes(text[:4000])
    return _LACKS.search(text) is not None and (asks(text) or _MISSING.search(text) is not None)


def _without_quotes(text: str) -> str:
    return re.sub(r"[\"“][^\"”\n]{0,300}[\"”]", " ", text)


_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\ufe0f]")
_COURTESY = re.compile(
    r"\blet me know\b|\bhope (?:this|that|it|you)\b|\bfeel free\b|\bwould you like me\b|"
    r"\bhappy to (?:help|adjust|make|provide|write|create|revise)\b|\bglad to\b|"
    r"\bjust (?:say the word|let me|tell me|ask)\b|\bthere you (?:go|have it)\b|\bhere you go\b|"
    r"\bgood luck\b|\bhave fun\b|\bhappy [\w-]+ing\b|\byou['’]?re welcome\b|\bi could also\b|"
    r"\bwould you (?:like|prefer) (?:a|an|another|to|me|it)\b|\bdo you want me\b|"
    r"\bif you(?:['’]d| would)? (?:want|like|need|prefer)\b.{0,80}\b"
    r"(?:version|another|other|harder|easier|simpler|i(?:['’]ll| can| could))\b|"
    r"\bespero que\b|\bsi (?:quieres|necesitas|deseas)\b|\bj['’]espère\b|\bn['’]hésite|"
    r"\bich hoffe\b|"
    r"\bespero ter\b|\bfammi sapere\b|\bspero che\b|希望|如需|如果您|如有|请告诉我|欢迎",
    re.IGNORECASE,
)
# The pattern is slow, and one of these is in whatever it matches.
_COURTESY_HINTS = (
    *("you", "hope", "happy", "glad", "luck", "fun", "let me", "i could", "tell me", "just ask"),
    *("espero", "si ", "hoffe", "n'h", "n’h", "sapere", "spero", "希望", "如", "请告", "欢迎"),
)
_ABOUT_THE_TASK = re.compile(
    r"\b(?:version|versions|rewrite|rewrites|rewritten|rewriting|rewording|wording|reworded|"
    r"rephras\w+|numerical answer|definite answer|one answer|"
    r"single answer|unique answer|unambiguous|word count|harder|easier|simpler|trickier|"
    r"solvable|original (?:problem|text|question|one)|parent|operator|the constraints?)\b|"
    r"\b(?:this|the|my) (?:new |final |modified |revised |updated |above |resulting )?"
    r"(?:problem|question|change|changes|text|exercise)\b"
    r"|"
    r"\bi(?:['’]ve| have|['’]ll|['’]d| will| also| just| then| only)?(?: have| also| just)? "
    r"(?:fixed|changed|added|made|kept|replaced|removed|took|used|chose|checked|simplified|"
    r"modified|adjusted|turned|moved|reworded|rewrote|corrected|clarified|verified|dropped|"
    r"introduced|increased|reduced|left|picked|tried|ensured|found|believe|think|went)\b|"
    r"\b(?:steps?|from \w+ steps) (?:to|answer|instead)\b|\bsteps, |\bmore steps\b|"
    r"题目|题|答案|版本|修改",
    re.IGNORECASE,
)
_READERS = re.compile(r"\b(?:students?|solvers?|pupils|learners)\b", re.IGNORECASE)
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
_ENGLISH = word_set(
    "the of is are was in to and how many much it for on with at by from that this he she "
    "they has have had if each what his her their be as not you can will does do did an or"
)
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_courtesy(text: str) -> bool:
    """Is this talk with the reader of the reply, such as an offer of more help?"""
    lower = text.lower()
    return any(hint in lower for hint in _COURTESY_HINTS) and _COURTESY.search(text) is not None


def is_about_the_task(text: str) -> bool:
    """Does this talk about the rewriting rather than state it? Errs towards yes."""
    if _ABOUT_THE_TASK.search(text) is not None:
        return True
    return _READERS.search(text) is not None and not any(char.isdigit() for char in text)


def has_emoji(text: str) -> bool:
    """Is there a pictograph in it?"""
    return _EMOJI.search(text) is not None


def is_in_another_language(text: str, than: str) -> bool:
    """Is `text` in another language than the English text `than`? Short texts: no."""
    if len(_CJK.findall(text)) >= 4:
        return not _CJK.search(than)
    words = [word.lower() for word in _LATIN_WORD.findall(text)]
    if len(words) < 4 or "\\" in text or not _share_of_english(than) > 0.2:
        return False
    return not any(word in _ENGLISH for word in words)


def _share_of_english(text: str) -> float:
    words = [word.lower() for word in _LATIN_WORD.findall(text)]
    return sum(word in _ENGLISH for word in words) / max(len(words), 1)


_VALUE = re.compile(
    r"\bhow (?:many|much|long|far|old|tall|fast|likely|big|large|high|deep|wide|heavy|"
    r"often|soon)\b|"
    r"\b(?:calculate|compute|determine|find|evaluate|solve|simplify|prove|total|average|sum|"
    r"difference|probability|percent|percentage|fraction|ratio|area|volume|perimeter|distance|"
    r"cost|costs|price|profit|cheaper|cheapest|least|minimum|maximum|largest|smallest|greatest|"
    r"value|equation|equal|integer|numbers?|older|younger|longer|faster|taller|more|length|"
    r"width|height|angles?|degrees?|radius|slope|product|remainder|median|mean|digits?|factors?|"
    r"prime|root|speed|rate|weight|amount|expression|polynomial)\b|"
    r"what (?:time|day|year|age|will be)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d|\$|\\[a-z]")
_CREATIVE = re.compile(
    r"\bdo you think\b|\bin your (?:own words|opinion|view)\b|\bfeel(?:s|ing|ings)?\b|"
    r"\b(?:short|a) letter\b|\bwrite (?:\w+ ){0,3}(?:story|poem|essay|paragraph|diary|song)\b|"
    r"\bfavou?rite\b|\blike (?:best|most)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\bdescribe\b|\b(?:how|why) (?:could|would|might|should|did|does|do|is|are)\b|\bwhy\b|"
    r"\bshould \w+(?: \w+)? (?:choose|pick|do|visit|buy|take|wear|say)\b|\bwrite (?:about|down)\b|"
    r"\bdiscuss\b|\bimagine\b|\bexplain\b|\bwhich \w+ (?:would|should|do|does|could|might)\b|"
    r"\bwhat (?:would|could|should|might|do|does|did) (?:\w+ ){1,3}"
    r"(?:think|say|feel|do|mean|like)\b",
    re.IGNORECASE,
)


def wants_value(asking: str) -> bool:
    """Do the sentences that ask name something to be calculated, compared or proved?"""
    lower = asking.lower()
    return "how many" in lower or "how much" in lower or _VALUE.search(asking) is not None


def has_figures(text: str) -> bool:
    """Are there digits or formulas in it?"""
    return _FIGURES.search(text) is not None


def wants_words(asking: str) -> bool:
    """Do the sentences that ask, and name no value, want a text, a feeling or an opinion?"""
    if _CREATIVE.search(asking):
        return True
    return not has_figures(asking) and _OPINION.search(asking) is not None
