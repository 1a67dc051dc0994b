"""What is a list of people's names, told from the words alone; nobody is looked up.

A name is one to five words that begin with a capital or are initials, with particles between.
Words of the field's titles ("Learning", "Networks") are never part of one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

PARTICLES = frozenset(
    """van von der den de del della di da dos das du la le el al bin ibn ben ter ten zu zur of
    the""".split()
)
NEVER = frozenset(
    """a an the for of in on with via to from by as at is are do does can how what why when where
    using towards toward without beyond through into over under between based aware free
    guided learning learn deep neural network networks model models modeling data dataset
    datasets language languages vision visual image images video videos speech graph graphs
    transformer transformers attention generation generative adversarial detection
    recognition segmentation classification translation estimation prediction reconstruction
    representation representations optimization training inference reasoning planning
    control policy reinforcement supervised unsupervised self semi federated distributed
    efficient fast robust improving improved survey review overview benchmark evaluation
    analysis approach method methods framework system systems agent agents robot robots
    robotic task tasks knowledge distillation compression pruning quantization retrieval
    question answering dialogue text code program software security privacy attack attacks
    defense fuzzing testing protein molecular medical clinical diffusion prompt prompting
    multimodal large small zero few shot scale scaling temporal spatial semantic object
    scene point cloud pose depth human face action motion time series search space domain
    adaptation transfer meta continual online offline dynamic adaptive hierarchical joint
    multi cross end universal general unified automatic simple towards understanding
    exploring rethinking paper code project page website github arxiv pdf conference journal
    workshop proceedings transactions university institute laboratory lab labs research inc
    ieee acm magazine letters press google microsoft meta openai nvidia deepmind baidu
    tencent alibaba bytedance huawei samsung amazon apple adobe intel ibm salesforce
    supplementary official implementation homepage demo blog abstract keyword keywords
    tutorial book course lecture thesis technical report preprint open source new best award
    oral spotlight poster highlight findings not all your you we need""".split()
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
ETAL = frozenset({"al", "al.", "others", "et"})


@cache
def _splitter() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[,;，；、&\n·•|]|\b(?:and|with)\b)\s*")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"[*†‡§¶#^~_✉♠♣♥♦⋆★☆\d]+|\\[*_]|\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|<[^<>]{0,40}>|@[\w-]+"
    )


@cache
def _etal() -> re.Pattern[str]:
    return re.compile(r"\bet\.?\s*al\b\.?|\band others\b|等人?(?=\W|$)", re.IGNORECASE)


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]\.?-?){1,4}$")


@lru_cache(maxsize=65536)
def is_name(text: str) -> bool:
    """Whether this is one person's name, or a part of one ("Ashok", "J. Q.")."""
    words = text.replace(".", ". ").split()
    if not 1 <= len(words) <= 5:
        return _is_cjk_name(text)
    if text.isupper() and len(words) == 1 and len(text) > 1 and "." not in text:
        return False
    capitals = 0
    for n, word in enumerate(words):
        bare = word.strip(".,'’‘`-–")
        lower = bare.lower()
        if not bare or lower in SUFFIXES or (lower in PARTICLES and bare[0].islower()):
            continue
        surname = n > 0 and 1 < len(bare) <= 3 and bare.istitle()  # An, Do, You
        if (lower in NEVER and len(bare) > 1 and not surname) or not _name_word(bare):
            return _is_cjk_name(text)
        capitals += 1
    return capitals > 0


def _name_word(bare: str) -> bool:
    """A word as names have it: Capitalised, O'Neil, McAllester, Jean-Luc, initials."""
    if not bare[0].isupper():
        return False
    if len(bare) <= 4 and bare.isupper():
        return bool(_initials().match(bare))
    letters = bare.replace("-", "").replace("'", "").replace("’", "").replace("‐", "")
    if not letters.isalpha():
        return False
    caps = sum(1 for c in bare if c.isupper())
    return caps <= 1 + bare.count("-") + bare.count("'") + bare.count("’") + (len(bare) > 4)


def _is_cjk_name(text: str) -> bool:
    return 2 <= len(text) <= 4 and all("一" <= c <= "鿿" for c in text)


@lru_cache(maxsize=65536)
def names(text: str) -> float:
    """How surely ``text`` is a list of names: log-odds of about -6 to +9."""
    if len(text) > 4000 or not text:
        return -6.0
    lower = text.lower()
    may = ("et" in lower and "al" in lower) or "others" in lower or "等" in text
    etal = _etal().search(text) if may else None
    if etal:
        text = text[: etal.start()] + text[etal.end() :]
    body = _marks().sub("", text)
    parts = [p for p in _splitter().split(body) if p and p.strip(" .,:")]
    if not parts:
        return 3.0 if etal else -6.0
    right = wrong = 0
    full = 0  # names of two words and more
    for part in parts[:60]:
        part = part.strip(" .,:")
        if is_name(part):
            right += 1
            full += " " in part or "." in part
        else:
            wrong += 1
    return _odds(right, wrong, full, bool(etal))


def _odds(right: int, wrong: int, full: int, etal: bool) -> float:
    share = right / (right + wrong)
    if etal:
        return 7.0 if share >= 0.5 else 2.0
    if share < 0.6:
        return -5.0 if share < 0.4 else -2.0
    if right == 1:
        return 0.8 if full else -1.5
    if not full and right < 4:
        return 0.5
    return min(9.0, 2.5 + 1.2 * right) * (1.0 if share > 0.85 else 0.6)


def people(text: str) -> tuple[str, ...]:
    """The names in a string of authors, in order, as written."""
    body = _marks().sub("", _etal().sub("", text))
    return tuple(p.strip(" .") for p in _splitter().split(body) if p.strip(" ."))
