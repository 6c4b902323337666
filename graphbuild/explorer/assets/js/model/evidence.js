// The sentences behind the edges. They lie in chunks that are read only when somebody asks.

const KEPT = 24;

/**
 * quotesOf(edge): promise of its quotes; quote(number): promise of one. A quote has its sentence cut into the words
 * `before`, `marked` and `after`, `rule`, `confidence` in per cent, `caption`, and of its article `document`, `title`,
 * `address`, `published`, `publisher`.
 *
 * `fetchChunk(name)` gives a promise of a chunk's content, for instance of "quotes-0".
 */
export function makeEvidence(model, fetchChunk) {
  /** The chunks read last, by name; the oldest goes when there are too many. */
  const read = new Map();

  function chunk(name) {
    const found = read.get(name) ?? fetchChunk(name);
    read.delete(name);
    read.set(name, found);
    if (read.size > KEPT) read.delete(read.keys().next().value);
    found.catch(() => read.delete(name));
    return found;
  }

  async function quote(number) {
    const size = model.chunks.quotes;
    const rows = await chunk(`quotes-${Math.floor(number / size)}`);
    const at = number % size;
    const told = model.chunks.sentences;
    const sentence = rows.sentence[at];
    const sentences = await chunk(`sentences-${Math.floor(sentence / told)}`);
    const place = sentence % told;
    const [text, article, start, end] = [sentences.text[place], sentences.article[place], rows.start[at], rows.end[at]];
    const { articles } = model;
    return {
      before: text.slice(0, start), marked: text.slice(start, end), after: text.slice(end),
      rule: model.rules[rows.rule[at]], confidence: rows.confidence[at], caption: Boolean(sentences.caption[place]),
      article, document: articles.document(article), title: articles.title(article), address: articles.address(article),
      published: articles.published(article), publisher: articles.publisher(article),
    };
  }

  const count = (edge) => model.edges.quoteStart[edge + 1] - model.edges.quoteStart[edge];
  return {
    count, quote,
    quotesOf: (edge) => Promise.all(Array.from({ length: count(edge) }, (_, n) => quote(model.edges.quoteStart[edge] + n))),
  };
}
