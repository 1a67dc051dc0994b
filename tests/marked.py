"""Markdown to try the parser on: documents of every construct, and made ones without end."""

from __future__ import annotations

from hypothesis import strategies as st

DOCUMENTS = [
    # links
    "[Paper](https://arxiv.example/abs/2301.00001)\n",
    "A [b](c \"title\") and [d](<e f> 'g') and [h]( i (j) ) and [k]()\n",
    "[a](b(c)d) [a](b\\)c) [a](<b)c>) [a](b\n'two lines'\n) [x](<>)\n",
    "[a [b](c) d](e) [![f](g)](h) [`i](j)`](k) [l\\](m)](n) [<o>](p)\n",
    "[a <https://b.example/](c)> d [e <f g='](h)'> i](j) [k `](l)` m](n)\n",
    "[a] (b) [a](b c) [a](<b) [a](b [a] [a][] [a][b] !a ![ ]( ![a](b\n",
    "[![badge](a.svg)][b] [*em* **st**](c) [d\ne](f) [g]( h\n)\n\n[b]: https://b.example\n",
    "[one] [two][one] [three][] [ONE] ![one] ![four][one]\n\n[one]: <a b> 'title'\n[three]: c\n",
    "[a]: /1\n[a]: /2\n\n> [b]:\n>   /3\n>   'multi\n>   line'\n\n[a] [b] [c]\n\n[c]: d&amp;e\\*\n",
    "[foo]: /url 'title' trailing\n\n[foo]\n\n[ bar\nbaz ]: x\n\n[BAR BAZ] [nope]:\n",
    "<https://a.example/b> <mail@a.example> <nope> <a+b:c> <https://a b>\n",
    "https://a.example/b(c) (https://d.example/e). https://f.example/_g_* x www.h.example\n",
    "论文：https://a.example/b，代码 见https://c.example。 xhttps://no.example\n",
    "**https://a.example** [https://b.example](https://b.example) `https://c.example` ftp://d.e/f\n",
    "http://a_b.example_c/d http:// https://-x.example https://x.example&amp; y&lt;https://z.example\n",
    "![alt *em* `code` [in](x) ![deep](y)](z) ![](a) ![b][c] ![\n\n[c]: d\n",
    # emphasis
    "*a* **b** ***c*** _d_ __e__ *f**g**h* **i*j*k** ~~l~~ ~m~ ~~~n~~~\n",
    "*a _b* c_ **d *e** f* g*h*i j_k_l __m_n_o__ * p* **q ** r\n",
    "***a** b* ***c* d** ****e**** *[f*](g) *`h*`i* *a **b *c **d\n",
    'snake_case_name 2*3*4 **「a」**b *(a)*b a*"b"*\n',
    "~~a ~b~ c~~ ~a~~ ~~a~ **~~x~~** a~b~c ~100 to ~200\n",
    # code and escapes
    "`a` ``b ` c`` ` d ` `  ` `e\nf` `g\\` `` `h\n",
    "\\[a\\] \\* \\\\ \\a \\`b\\` &amp; &lt;x&gt; &#35; &#x41; &nope; &copy; \\&amp;\n",
    "a\\\nb  \nc\nd \ne   \n  f\\  \ng\n",
    # inline HTML
    'a <b>c</b> <i>d</i> <ins>e, 2020</ins> <a href="f">g</a> <img src="h" alt="i"> <br> <br/>\n',
    "<b>a *b</b> c* <sub><sup>d</sub></sup> <b>e <u>f <x-y z='1'/> <!-- c --> <?p?> <!D>\n",
    "[<b>a</b>](b) **<i>c</i>** [<img src=x>](y) <a href='p?q=1&amp;r'>s</a> <span id=t>u</span>\n",
    "a <a b='c\nd' e=f>g</a> <a href=\"x'y\">z</a> < b> <1> <a =b> <a b=> </a c>\n",
    # headings
    "# A\n## B ##\n### C #d\n#### [e](f) ####  \n#no\n####### seven\n#\n##\t x\t#\n",
    "A\n=\nB\n---\nC *d\ne*\n===\n\n- f\n  ===\n> g\n---\n\n    # code\n",
    "# # #\n## # a\n",
    "\\# a\n # b\n  ## c\\#\n   ### d #\\#\n    # e\n",
    # lists
    "- a\n- b\n  - c\n    - d\n* e\n+ f\n\n1. g\n2) h\n3) i\n  - j\n",
    "- a\n\n  b\n\n      code\n- \n- c\n-\n\n  d\n1. e\n   > f\n   1. g\n",
    "* a\nlazy\n  * b\n  lazy\n\n10. c\n    d\n\n    e\n-one\n1.two\n123456789. f\n1234567890. g\n",
    "-\ta\n-\t\tb\n - c\n  - d\n   - e\n    - f\n- [ ] g\n- [x] h\n-   i\n\n      j\n-     k\n",
    "- - - a\n- 1. b\n  2. c\n- > d\n  > - e\n- # f\n- ```\n  g\n  ```\n- ***\n",
    # quotes
    "> a\n> b\nlazy\n>c\n> > d\n>> e\n> \n> f\n\n>\n>g\n> - h\n>   i\nj\n",
    "> [!NOTE]\n> a [b](c)\n>\n>     code\n> ```\n> d\n> ```\n>\te\n > f\n",
    ">- a\n>  [b](c\n>  'd')\n>\n>  *e\n>  f*\n- > g\n  h [i\nj](k)\n",
    # tables
    "| a | b |\n|---|:-:|\n| [c](d) | e\\|f |\n| `g\\|h` | |\n| i |\n| j | k | l |\n",
    "a|b\n-|-\nc|d\n\n|a|\n|-|\n|b|\n\n| a |\n| - | - |\n| b |\n",
    "|\ta\t|  b|\n|:--|--:|\n|\\||  \\|\\|  |\n||x|\n| \u00a0c | **d** |\n> e\n",
    "- | a | b |\n  |---|---|\n  | [c](d) | e |\n> |f|g|\n> |-|-|\n> |h|[i](j)|\n",
    "text\n|k|l|\n|-|-|\n|m|n\nno bar\n\n|o|p|\n|-|\n",
    # code and rules
    "```py\na [b](c)\n```\n~~~\nd\n```\n~~~\n````\n```\n````\n\n    e\n\n    f\n",
    "***\n- - -\n___\n _ _ _\n* * *a\n--\n__\n",
    "```\nunclosed\n\n> ```\n> g\n\n- ```\n  h\n\n\ti\n",
    # HTML blocks
    '<p align="center">\n  <img src="a" alt="b">\n  <a href="c">d</a> &amp; e\n</p>\n\nf\n',
    "<details>\n<summary>a</summary>\n\n- [b](c)\n\n</details>\n\n<!-- d -->\n<!-- e\n\nf -->\n",
    "<table>\n<tr><th>a<th>b\n<tr><td><a href=c>d</a><td>e\n</table>\n\n<div>\n*f*\n\n*g*\n",
    "- <div>\n  <a href='a'>b</a>\n  </div>\n> <p>c\n> <b>d</b></p>\n\n<pre>\ne\n\nf</pre>\ng\n",
    "<script>\nif (a<b) {}\n</script>\n<style>x</style>\n\n<x-y>\n\n<a>b</a>\n\n</z>\n<h2>c</h2>\n",
    "<ul>\n<li>a <b>b</b>\n<li>c<br>d\n</ul>\n<h1 align=center>e</h1>\n<a name='f'></a>\n",
    # around the edges
    "",
    "\n",
    " ",
    "\n\n\n",
    "a",
    "a\n\n\n\nb",
    "  a\n\tb\n",
    "\ta\n \tb\n  \tc\n",
    "\u00a0\na\nb [c](d)\n\n> e\n> \u00a0\n> f\n> \u00a0\n",
    "\u00a0a\n\u00a0\n\u00a0b \u00a0\n\u2003c\n",
    "a\x0cb\n\x0cc\n\x0bd\u2028e\u0085f\n",
    "a\rb\r\r- c\rd\n",
    "😀 [é](ü) **漢字** `ß`\n\n- 😀 [a](b)\n",
    "---\ntitle: a\nb: [c]\n---\n\n# D\n",
    "a[^1] b[^n]\n\n[^1]: c [d](e)\n[^n]: f\n    g\n",
    ":rocket: a :x: @b #1 a@b.example $x_1$ $$y$$\n",
    "a  \n",
    "# a  \n- b  \n\n| c  |  \n|---|\n| d |  \n",
]

INLINE = [
    "[a](b)",
    "[x *y*](<u v> 't')",
    "**bold**",
    "_em_",
    "`co de`",
    "<i>",
    "</i>",
    "<b>h</b>",
    "<br>",
    "![al *t*](i.png)",
    "[![b](s.svg)](h)",
    "[ref]",
    "[![i][ref]][ref]",
    "plain",
    "é",
    "😀",
    "\u00a0",
    "a\\|b",
    "[a](b)\\|c",
    "\\[no\\](x)",
    "&amp;",
    "<http://a.b/c>",
    "***bi* x**",
    "`a\\|b`",
    "~~del~~",
    "<!-- c -->",
    "<a href='k'>",
    "</a>",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "!",
    "\\",
    "1",
    "#",
    "-",
    "`",
    "~",
    "<",
    "[l\\|m](n\\|o)",
    "\t",
    " ",
    "  ",
]
URLS = ["https://e.f/g?h=_i_", "https://a.b/(c)", "www.j.k/l", "：https://m.n/o"]


def line(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda lead, inner, tail: lead + " ".join(inner) + tail,
        st.sampled_from(["", "", "", "", " ", "  ", "\t"]),
        st.lists(st.sampled_from(pieces), min_size=1, max_size=6),
        st.sampled_from(["", "", "  ", " "]),
    )


def _table(rows: list[list[str]]) -> list[str]:
    written = ["| " + " | ".join(row) + " |" for row in rows]
    return [written[0], "|" + "---|" * len(rows[0]), *written[1:]]


def _marked(mark: str, lines: list[str], lazy: bool, tab: bool) -> list[str]:
    if mark.startswith(">"):
        return [lines[0] and mark + lines[0], *(x if lazy else mark + x for x in lines[1:])]
    deeper = "\t" if tab else " " * len(mark.expandtabs(4))
    return [mark + lines[0], *(deeper + x if x else x for x in lines[1:])]


def blocks(pieces: list[str]) -> st.SearchStrategy[list[str]]:
    """Paragraphs, headings and tables, in quotes and lists, tabs and lazy lines included."""
    text = line(pieces)
    leaf = st.one_of(
        st.lists(text, min_size=1, max_size=4),
        st.builds(
            lambda a, b: [*a, b],
            st.lists(text, min_size=1, max_size=2),
            st.sampled_from(["===", "---"]),
        ),
        st.builds(
            lambda n, t, x: ["#" * n + " " + t + x],
            st.integers(1, 6),
            text,
            st.sampled_from(["", " #"]),
        ),
        st.integers(1, 4).flatmap(
            lambda width: st.lists(
                st.lists(st.sampled_from(pieces), min_size=width, max_size=width),
                min_size=1,
                max_size=4,
            ).map(_table)
        ),
        st.sampled_from(
            [["```", "c [d](e)", "```"], ["<div>", "<a href='f'>g</a>", "</div>"], ["***"]]
        ),
    )
    marks = st.sampled_from(["> ", ">", "- ", "-   ", "* ", "12. ", "-\t", "1.\t"])
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(_marked, marks, inner, st.booleans(), st.booleans()),
            st.builds(lambda a, b: [*a, "", *b], inner, inner),
        ),
        max_leaves=5,
    )


def documents(pieces: list[str] = INLINE) -> st.SearchStrategy[str]:
    return st.lists(blocks(pieces), min_size=1, max_size=4).map(
        lambda made: "\n\n".join("\n".join(lines) for lines in made) + "\n\n[ref]: /u\n"
    )
