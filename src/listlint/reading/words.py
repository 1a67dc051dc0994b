"""Words that say what a piece, a field or a heading is, in any list; nothing of one list alone."""

from __future__ import annotations

from functools import cache, lru_cache

LABELS = frozenset(
    """paper papers pdf arxiv arxive code codes github gitlab project projects page pages website
    web site homepage home demo demos dataset datasets data video videos slides slide poster
    supp supplementary supplement suppl appendix bibtex bib cite citation blog post link
    links url doi openreview html abs abstract model models weights checkpoint checkpoints
    official unofficial pytorch tensorflow tf jax keras caffe torch matlab colab notebook
    huggingface hf hugging face tweet twitter youtube bilibili talk presentation note notes
    reading pub publication repo repository implementation tool toolkit benchmark
    leaderboard review reviews news media article online preview space spaces playground
    gradio replicate docs documentation library package author authors version full text
    extended open access available release released here source download mirror local
    reimplementation journal conference proceedings thread podcast tutorial report tech
    technical materials material resources resource read more info cvf thecvf acl acm ieee
    usenix nips neurips iclr icml cvpr ms mindspore paddle lua theano scholar semantic wiki
    论文 代码 项目 主页 视频 知乎 解读 链接 数据集 博客 笔记 网站 开源 中文
    paddlepaddle modelscope in and of the with for star stars""".split()
)
TITLE_HINTS = frozenset(
    """for of with via from to in on by at as into towards toward using without beyond through is
    are do does can how what why when where the a an and or learning network networks model
    models neural deep based data language image video survey review generation detection
    analysis towards framework benchmark reasoning transformer transformers approach""".split()
)
FUNCTION_WORDS = frozenset(
    """for of with via from to in on by at as into towards toward using without beyond through is
    are do does can how what why when where the a an and or""".split()
)
PROSE = frozenset(
    """we our us you your please this these here welcome i my if feel should would will list repo
    repository contribute contributions issue pull request contact maintained update updated
    follow following contains collection there they their it also have has been be not may
    more below above survey papers curated""".split()
)
VENUE_WORDS = frozenset(
    """conference journal transactions proceedings workshop symposium letters proc trans conf
    annals bulletin reports communications magazine advances press trends symp""".split()
)
JOURNAL_WORDS = frozenset(
    """biology bioinformatics chemistry science sciences nature reviews review opinion frontiers
    cell medicine engineering research methods chem biol sci rev phys physics biotechnology
    genomics plos cognition psychology education computing software electronics surgery
    radiology biophysics international american european current expert applied archives
    computer""".split()
)
RESOURCE_WORDS = frozenset(
    """tools tool toolbox toolboxes toolkit toolkits library libraries frameworks framework
    software datasets dataset codebases codebase courses course tutorials tutorial blogs
    blog posts books book resources implementations repositories repos videos talks slides
    websites lectures simulators simulator platforms packages demos competitions workshops
    articles podcasts newsletters leaderboards projects communities products companies
    applications lists""".split()
)
NOISE = frozenset(
    """news new updates update changelog citation citations cite citing contributing contribution
    contributions contributors contributor contribute acknowledgement acknowledgements
    acknowledgments acknowledgment license licence contact contacts feedback stargazers star history
    todo roadmap contents content toc bibtex maintainers maintainer sponsors sponsor
    disclaimer announcement announcements 更新 引用 贡献 目录 sponsorship format legend notation
    keywords keyword convention conventions authors""".split()
)
FIELD_ROLES = {
    "title": "T",
    "paper title": "T",
    "author": "A",
    "authors": "A",
    "author(s)": "A",
    "researcher": "A",
    "researchers": "A",
    "by": "A",
    "作者": "A",
    "venue": "V",
    "conference": "V",
    "journal": "V",
    "publisher": "V",
    "publication": "V",
    "published": "V",
    "published in": "V",
    "published at": "V",
    "accepted": "V",
    "conf": "V",
    "会议": "V",
    "date": "Y",
    "year": "Y",
    "time": "Y",
    "published on": "Y",
    "release date": "Y",
    "日期": "Y",
}
FIELDS = frozenset(
    """paper papers pdf arxiv code codes github project page website web homepage demo dataset
    datasets data video slides keyword keywords key keys tldr tl;dr abstract summary note
    notes link links url institution institutions institute institutes affiliation
    affiliations organization task tasks metrics benchmark environment environments expenv
    env description comment comments tags tag topic topics contribution contributions method
    methods model official unofficial supplementary poster talk blog bibtex citation license
    implementation cost modality resources materials env. highlight
    论文 代码 项目 主页 数据集 摘要 关键词 机构 publisher 📑 tool tools size domain
    language type paper/code introduction background conclusion result results motivation
    idea""".split()
)
HEADERS = {
    "title": "T",
    "paper": "T",
    "papers": "T",
    "paper title": "T",
    "paper name": "T",
    "name": "T",
    "论文": "T",
    "标题": "T",
    "题目": "T",
    "papers with code": "T",
    "title & authors": "T",
    "title & paper": "T",
    "title/paper": "T",
    "work": "T",
    "article": "T",
    "author": "A",
    "authors": "A",
    "作者": "A",
    "venue": "V",
    "conference": "V",
    "journal": "V",
    "pub": "V",
    "pub.": "V",
    "publication": "V",
    "publications": "V",
    "publisher": "V",
    "published": "V",
    "published in": "V",
    "source": "V",
    "conf": "V",
    "conference/journal": "V",
    "venue & year": "V",
    "pub. & date": "V",
    "venue/year": "V",
    "publish": "V",
    "会议": "V",
    "期刊": "V",
    "where": "V",
    "year": "Y",
    "date": "Y",
    "time": "Y",
    "年份": "Y",
    "日期": "Y",
    "时间": "Y",
    "published date": "Y",
    "release date": "Y",
    "release time": "Y",
    "month": "Y",
}
OTHER_HEADERS = frozenset(
    """affiliation affiliations institute institution institutions org organization company keyword
    keywords tag tags task tasks type category method methods model models dataset datasets
    stars star language size license description summary highlights comment comments note
    notes recommend rank metric metrics id no index topic topics domain area abstract tldr
    status citation citations 机构 方法 关键词 团队 单位""".split()
)
THINGS = frozenset(
    """dataset benchmark corpu corpora model tool framework librarie library toolkit project
    repo repository repositorie resource package software system simulator platform
    数据集""".split()
)
DASHES = "-–—―−"
EDGE = " \t\n\u00a0\u3000.,;:|·•‧*_~" + DASHES + "，。；：、/\\"
QUOTES = {'"': '"', "“": "”", "「": "」", "《": "》", "«": "»", "„": "“", "``": "''"}


@cache
def header_role(text: str) -> str:
    """The role that a table's header gives its column: T, A, V, Y, L, X, or "" for none."""
    folded = " ".join(text.lower().strip(" *_:`").split())
    if folded in HEADERS:
        return HEADERS[folded]
    if not folded:
        return ""
    if folded in ("note", "notes"):
        return "X"
    words = folded.replace("/", " ").replace("&", " ").replace(",", " ").split()
    if words and all(w in LABELS for w in words):
        return "L"
    if any(w in ("title", "paper") for w in words) and not any(
        w in LABELS - {"paper"} for w in words
    ):
        return "T"
    if any(w in ("venue", "conference", "journal", "publication") for w in words):
        return "V"
    return "X" if any(w in OTHER_HEADERS for w in words) else ""


def names_things(header: str) -> bool:
    """Whether the first column holds what the table lists, where no other holds titles."""
    return header.lower().strip(" *_:`").removesuffix("s") in THINGS


@lru_cache(maxsize=8192)
def field_role(word: str) -> str | None:
    """The role that a field word (it stands before a colon) gives: T, A, V, Y, X; None for none."""
    folded = word.strip().lower().strip("*_`").strip()
    if folded in FIELD_ROLES:
        return FIELD_ROLES[folded]
    parts = (
        folded.replace("/", " ")
        .replace("&", " ")
        .replace("-", " ")
        .replace("(", " ")
        .replace(")", " ")
        .split()
    )
    if parts and len(parts) <= 3 and all(p in FIELDS or p in LABELS for p in parts):
        return "X"
    return None


_SIGNS = {n: " " for n in range(128) if not chr(n).isalnum()}


@lru_cache(maxsize=16384)
def is_label(text: str) -> bool:
    """Whether a link's text is a label ("PDF", "Project Page", "code1") and not a title."""
    lower = text.lower()
    if lower.isascii():
        folded = lower.translate(_SIGNS).split()
    else:
        folded = "".join(c if c.isalnum() else " " for c in lower).split()
    if not folded:
        return True
    return len(folded) <= 5 and all(
        w in LABELS or w.rstrip("0123456789") in LABELS or w.isdigit() for w in folded
    )
