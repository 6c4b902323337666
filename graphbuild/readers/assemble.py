"""From a page's lines to a Document: every line becomes a block with its offsets, or a cut with its reason."""

from __future__ import annotations

from graphbuild.errors import ReadError
from graphbuild.model import Block, BlockKind, Cut, Document

from .boilerplate import cut_furniture, drop_noise
from .captions import mark_captions
from .header import read_header
from .headline import mark_title
from .lines import Line, Page
from .photos import drop_photo_names
from .publisher import split_publisher
from .signature import find_signature, split_signature
from .wrapping import unwrap


def assemble(page: Page, *, id: str, digest: str) -> Document:
    """Make the Document of a page.

    Parameters
    ----------
    page: what the format's reader found; fields it states outweigh those found in the text.
    id, digest: as `Document` has them.

    Raises `ReadError` if cleaning leaves no text.
    """
    lines = cut_furniture(split_signature(unwrap(drop_noise(drop_photo_names(list(page.lines))))))
    header = read_header(lines)
    lines, title = mark_title(header.lines, page.title)
    lines, publisher = split_publisher(lines)
    lines, names, signed = find_signature(mark_captions(lines))
    in_text = names if names and (signed or not header.signed) else header.byline
    text, blocks, cuts = _lay_out([*page.notes, *lines])
    if not any(block.kind is not BlockKind.HEADER for block in blocks):
        raise ReadError("no text in it", where=id, do="give an article's text, or remove the file")
    return Document(
        id=id,
        text=text,
        digest=digest,
        title=title,
        publisher=publisher or page.publisher,
        byline=page.byline or in_text,
        published=page.published or header.published,
        url=page.url,
        blocks=blocks,
        cuts=cuts,
    )


def _lay_out(lines: list[Line]) -> tuple[str, tuple[Block, ...], tuple[Cut, ...]]:
    """Put the kept lines into one text; neighbouring cuts of one reason become one."""
    parts: list[str] = []
    blocks: list[Block] = []
    cuts: list[Cut] = []
    at = 0
    neighbour = False
    for line in lines:
        if line.cut:
            if neighbour and cuts[-1].reason == line.cut:
                cuts[-1] = Cut(f"{cuts[-1].text}\n{line.text}", line.cut, at)
            else:
                cuts.append(Cut(line.text, line.cut, at))
            neighbour = True
            continue
        neighbour = False
        if blocks:
            parts.append(line.glue)
            at += len(line.glue)
        blocks.append(Block(at, at + len(line.text), line.kind or BlockKind.PARAGRAPH))
        parts.append(line.text)
        at += len(line.text)
    return "".join(parts), tuple(blocks), tuple(cuts)
