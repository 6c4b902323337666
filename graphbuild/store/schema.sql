-- What one graphbuild.duckdb holds. `meta` says which format this is; store/schema.py checks it.
-- These tables are the program's own and lie in the schema graphbuild_tables; views.sql shows them to everybody else.
-- No keys or indexes: the program writes in batches and reads whole columns, and DuckDB scans those faster.

CREATE TABLE meta (name VARCHAR NOT NULL, value VARCHAR NOT NULL);

-- The left half: what each article says.
CREATE TABLE documents (
    id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    title VARCHAR,
    publisher VARCHAR,
    byline VARCHAR,
    published VARCHAR,
    published_source VARCHAR,
    url VARCHAR,
    text VARCHAR NOT NULL,
    blocks JSON NOT NULL,
    cuts JSON NOT NULL
);
CREATE TABLE mentions (
    document VARCHAR NOT NULL,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    rule VARCHAR NOT NULL
);
CREATE TABLE claims (
    id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    n INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    payload JSON NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    word_start INTEGER NOT NULL,
    word_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    caption BOOLEAN NOT NULL,
    -- The text from start to "end": cutting it out of a long text takes its time, and here it is compressed.
    sentence VARCHAR NOT NULL
);

-- What the last build could not read.
CREATE TABLE failures (source VARCHAR NOT NULL, error VARCHAR NOT NULL);

-- The right half: what the claims are about, written anew by every build, and by judgements as far as they change it.
-- An edge's `n` leads to its claims and means nothing else.
CREATE TABLE entities (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    attributes JSON NOT NULL
);
CREATE TABLE aliases (entity VARCHAR NOT NULL, n INTEGER NOT NULL, alias VARCHAR NOT NULL);
CREATE TABLE members (entity VARCHAR NOT NULL, document VARCHAR NOT NULL, key VARCHAR NOT NULL);
CREATE TABLE edges (
    n INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    target VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    attributes JSON NOT NULL,
    count INTEGER NOT NULL,
    first VARCHAR NOT NULL,
    last VARCHAR NOT NULL
);
CREATE TABLE edge_claims (edge INTEGER NOT NULL, claim VARCHAR NOT NULL);

-- The same as columns of numbers and texts in pages of bytes, written when a graph is published; ties.py says which there
-- are, and pages.py what a page is. A question reads some pages where it would scan tables.
CREATE TABLE pages (name VARCHAR NOT NULL, page INTEGER NOT NULL, bytes BLOB NOT NULL);

-- What articles contradict each other about, a row a pair of claims; Conflict.order says in which order it is told.
CREATE TABLE conflicts (
    kind VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    one VARCHAR NOT NULL,
    one_date VARCHAR NOT NULL,
    one_claim VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    other_date VARCHAR NOT NULL,
    other_claim VARCHAR NOT NULL
);

-- The names of units with their abbreviations spelled out, and the words that are abbreviations, so that a search
-- need not load the gazetteer.
CREATE TABLE expansions (name VARCHAR NOT NULL, expanded VARCHAR NOT NULL);
CREATE TABLE abbreviations (word VARCHAR NOT NULL);

-- Every form in which a name is found, and their words: what a search compares with what is typed. Of one entity `n`
-- numbers them; `articles` name it, and `extra` tells namesakes apart. `line` has the words of key and extra.
CREATE TABLE forms (
    entity VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    extra VARCHAR NOT NULL,
    articles INTEGER NOT NULL,
    n INTEGER NOT NULL,
    is_alias BOOLEAN NOT NULL,
    text VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    line VARCHAR NOT NULL,
    spelled VARCHAR NOT NULL
);
CREATE TABLE words (word VARCHAR NOT NULL);

-- Which entity a record of an article was given, so that ids outlive rebuilds.
CREATE TABLE assigned_ids (document VARCHAR NOT NULL, key VARCHAR NOT NULL, entity VARCHAR NOT NULL);
CREATE TABLE former_ids (document VARCHAR NOT NULL, key VARCHAR NOT NULL, n INTEGER NOT NULL, entity VARCHAR NOT NULL);

-- Where ids that no entity has any more lead; and pairs that may be one, not joined.
CREATE TABLE merged_ids (id VARCHAR NOT NULL, entity VARCHAR NOT NULL);
CREATE TABLE doubtful (a VARCHAR NOT NULL, b VARCHAR NOT NULL, likelihood DOUBLE NOT NULL, reasons JSON NOT NULL);

-- What persons are resolved again upon when two of them are judged, so that nothing else need be: the file of judgements
-- as this graph obeys it, the blocks of names that are compared, how units are called in comparing and who stands above
-- whom, and every claim of a post: whose post is in `edge_claims`.
CREATE TABLE judged (n INTEGER NOT NULL, toml VARCHAR NOT NULL);
CREATE TABLE person_names (name VARCHAR NOT NULL, block VARCHAR NOT NULL);
CREATE TABLE unit_labels (entity VARCHAR NOT NULL, label VARCHAR NOT NULL);
CREATE TABLE label_parents (label VARCHAR NOT NULL, parent VARCHAR NOT NULL);
CREATE TABLE label_levels (label VARCHAR NOT NULL, level INTEGER NOT NULL);
CREATE TABLE posts (
    claim VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    post VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    rank VARCHAR NOT NULL,
    date VARCHAR NOT NULL,
    sole BOOLEAN NOT NULL,
    starts BOOLEAN NOT NULL,
    ends BOOLEAN NOT NULL,
    follows VARCHAR
);
