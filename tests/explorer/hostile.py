"""200 strings that try to run, to load or to break out, and a graph that has them in every field."""

from __future__ import annotations

import networkx as nx

from graphbuild.model import Quote

SCRIPTS = ("alert(1)", "window.evil=1", "fetch('https://evil.example')", "top.location='https://evil.example'")

FORMS = (
    "<script>{}</script>",
    "</script><script>{}</script>",
    '<img src=x onerror="{}">',
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<iframe srcdoc='<script>{}</script>'></iframe>",
    "<body onload={}>",
    '<a href="javascript:{}">a</a>',
    "javascript:{}",
    "JaVaScRiPt:{}//",
    "\u0001javascript:{}",
    "java\tscript:{}",
    "data:text/html,<script>{}</script>",
    "vbscript:{}",
    "'\"><script>{}</script>",
    "`${{{}}}`",
    "{{{{{}}}}}",
    "{{% {} %}}",
    "<!--<script>{}-->",
    "]]><script>{}</script>",
    "</style><script>{}</script>",
    "</title><script>{}</script>",
    "</textarea><script>{}</script>",
    "<math><mtext><script>{}</script></mtext></math>",
    "<details open ontoggle={}>",
    "<input autofocus onfocus={}>",
    "<marquee onstart={}>",
    "<video><source onerror={}></video>",
    "<object data='javascript:{}'></object>",
    "<embed src='javascript:{}'>",
    "<form action='javascript:{}'><button>x</button></form>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<link rel=stylesheet href='https://evil.example/{}.css'>",
    "<base href='https://evil.example/{}/'>",
    "<template><script>{}</script></template>",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "&lt;script&gt;{}&lt;/script&gt;",
    "%3Cscript%3E{}%3C/script%3E",
    "\u2028{}\u2029",
    '"}};{}//',
    "';{}//",
    '\\";{}//',
    "__proto__[{}]",
    "constructor.constructor('{}')()",
    '=HYPERLINK("https://evil.example","{}")',
    "@import url(https://evil.example/{})",
    "url('https://evil.example/{}')",
    "https://evil.example/?q={}",
    "\u202e{}\u202c",
    "Bùi \x00 <b>Hải</b> {} Sơn 🎖",
)

STRINGS = tuple(form.format(script) for form in FORMS for script in SCRIPTS)
"""200 of them."""

KINDS = ("person", "unit", "event", "place")


def hostile() -> tuple[nx.MultiDiGraph[str], dict[str, Quote]]:
    """A node of each string, in turn of each kind, with it as id, name, alias and attribute; quotes likewise."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    quotes: dict[str, Quote] = {}
    ids = [f"{KINDS[n % 4]}/{text}" for n, text in enumerate(STRINGS)]
    for n, (id, text) in enumerate(zip(ids, STRINGS, strict=True)):
        graph.add_node(
            id,
            kind=KINDS[n % 4],
            name=text,
            aliases=(text + " ", STRINGS[n - 1]),
            members=(("a", text),),
            type=text,
            rank=text,
            posts_without_unit=text,
            date="2031-01-05" if n % 4 == 2 else "",
        )
    relations = {0: ("HOLDS", 1), 1: ("PART_OF", 4), 2: ("HELD_AT", 1), 3: ("HELD_AT", -1)}
    for n, (id, text) in enumerate(zip(ids, STRINGS, strict=True)):
        relation, step = relations[n % 4]
        source, target = (id, ids[(n + step) % 200]) if n % 4 < 3 else (ids[n - 1], id)
        claim = f"claim {n}"
        quotes[claim] = Quote(
            claim,
            document=text,
            title=text,
            url=text,
            published="2031-01-05",
            publisher=text,
            sentence=f"{text} {text}",
            mark_start=0,
            mark_end=len(text),
            rule=text,
            confidence=0.9,
            caption=n % 2 == 0,
        )
        graph.add_edge(
            source,
            target,
            f"{relation}|{n}",
            relation=relation,
            claims=(claim,),
            count=1,
            first="2031-01-05",
            last="2031-01-06",
            title=text,
            role=text,
            status=text,
            rank=text,
        )
        if n % 4 == 0:
            graph.add_edge(
                id,
                ids[n + 2],
                f"PARTICIPATES|{n}",
                relation="PARTICIPATES",
                claims=(claim,),
                count=1,
                first="",
                last="",
                role=text,
            )
    return graph, quotes
