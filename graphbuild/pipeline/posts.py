"""Who holds what: the chain of ranks and posts around each name, and the posts that a decision gives or takes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..resources import Gazetteer, load_gazetteer
from .decisions import decide
from .items import Items
from .plain import PlainDoc, plain_of
from .post_sentence import PostSentence
from .promotions import promote
from .records import PersonPosts
from .shared_posts import name_the_holder, share_rank, share_title


@Language.factory(
    "vi_posts",
    default_config={"extra": []},
    requires=["doc._.items"],
    assigns=["doc._.posts"],
)
def create_posts(nlp: Language, name: str, extra: list[str]) -> PostReader:
    return PostReader(load_gazetteer([Path(p) for p in extra]))


class PostReader:
    """Set `doc._.posts`: one PersonPosts a name, in the order of the text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        found: list[PersonPosts] = []
        plain = plain_of(doc)
        for items in doc._.items:
            found += self.read(plain, items, found)
        doc._.posts = tuple(found)
        return doc

    def read(self, doc: PlainDoc, items: Items, before: Sequence[PersonPosts]) -> list[PersonPosts]:
        """The people of one sentence; `before` are those of the sentences before it."""
        sentence = PostSentence(doc, items, self.gazetteer)
        decide(sentence, before[-1] if before and sentence.opening else None)
        share_rank(sentence)
        share_title(sentence)
        name_the_holder(sentence)
        promote(sentence)
        return [p for n, p in enumerate(sentence.people) if n or p.posts or not sentence.opening]
