"""`python -m graphbuild.training`: make sentences, train, write the weights."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..errors import GraphbuildError
from ..pipeline import load_pipeline
from ..resources import load_gazetteer
from ..samples import articles_folder
from .articles import marked_sentences
from .generate import Generator, load_material
from .train import train

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def main(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where the weights go.")],
    *,
    articles: Annotated[
        list[Path] | None,
        typer.Option("--articles", metavar="FOLDER", help="Articles beside the odd samples, with facts/ beside it."),
    ] = None,
    sentences: Annotated[int, typer.Option(min=100, help="Number of sentences to make.")] = 12000,
    epochs: Annotated[int, typer.Option(min=1, help="How often each sentence is seen.")] = 5,
    seed: Annotated[int, typer.Option(help="Of every choice.")] = 1,
    print_sentences: Annotated[bool, typer.Option("--print", help="Print the sentences and stop.")] = False,
) -> None:
    """Train the statistical NER and write its weights."""
    gazetteer = load_gazetteer()
    nlp = load_pipeline(gazetteer, ner=False)
    samples = articles_folder()
    marked = list(marked_sentences(samples, samples.with_name("gold"), nlp, odd=True))
    for folder in articles or ():
        marked += marked_sentences(folder, folder.with_name("facts"), nlp)
    made = list(Generator(gazetteer, load_material(), seed, marked).sentences(sentences))
    if print_sentences:
        for sentence in made:
            names = "; ".join(f"{label} {sentence.text[start:end]}" for start, end, label in sentence.names)
            print(sentence.text, names, sep="\t")
        return
    weights = train(made, epochs=epochs, seed=seed, tell=lambda n, loss: print(f"epoch {n}: loss {loss:.0f}"))
    output.write_bytes(weights)
    print(f"{output}: {len(weights):,} bytes, from {len(marked)} sentences of articles and {sentences} made")


if __name__ == "__main__":
    try:
        app()
    except GraphbuildError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
