-- What `graphbuild sql`, `g.sql` and any DuckDB client ask: plain columns over the tables of schema.sql, described where
-- they are made. Unknown is NULL; dates are ISO text, as exact as the articles make them (2024, 2024-11, 2024-11-01).
-- The comments are the documentation: docs/sql.md is made of them.

CREATE VIEW main.persons AS
SELECT
    id,
    name,
    trim(regexp_replace(replace(lower(strip_accents(name)), 'đ', 'd'), '[^\pL\pN]+', ' ', 'g')) AS plain,
    nullif(attributes->>'rank', '') AS rank,
    nullif(attributes->>'first', '') AS first_seen,
    nullif(attributes->>'last', '') AS last_seen,
    attributes->>'posts_without_unit' AS posts_without_unit,
    attributes->>'joined_because' AS joined_because,
    articles
FROM graphbuild_tables.entities
LEFT JOIN (SELECT entity, count(DISTINCT document)::INTEGER AS articles FROM graphbuild_tables.members GROUP BY entity)
    ON entity = id
WHERE kind = 'person';
COMMENT ON VIEW main.persons IS 'officers and others, one row a person';
COMMENT ON COLUMN main.persons.id IS 'id of the person';
COMMENT ON COLUMN main.persons.name IS 'name with accents';
COMMENT ON COLUMN main.persons.plain IS 'the name in small letters without accents, đ as d: WHERE plain LIKE ''%hai son%''';
COMMENT ON COLUMN main.persons.rank IS 'latest rank';
COMMENT ON COLUMN main.persons.first_seen IS 'first date of anything that articles say of the person';
COMMENT ON COLUMN main.persons.last_seen IS 'last date of anything that articles say of the person';
COMMENT ON COLUMN main.persons.posts_without_unit IS 'titles that no article gives a unit for, joined by ''; ''';
COMMENT ON COLUMN main.persons.joined_because IS 'why mentions of several articles were taken for this one person';
COMMENT ON COLUMN main.persons.articles IS 'number of articles that name the person';

CREATE VIEW main.units AS
SELECT
    id,
    name,
    trim(regexp_replace(replace(lower(strip_accents(name)), 'đ', 'd'), '[^\pL\pN]+', ' ', 'g')) AS plain,
    nullif(attributes->>'type', '') AS type,
    nullif((attributes->>'level')::INTEGER, 0) AS level,
    coalesce((attributes->>'known')::BOOLEAN, false) AS known,
    attributes->>'valid_from' AS valid_from,
    attributes->>'valid_to' AS valid_to,
    attributes->>'succeeded_by' AS succeeded_by,
    articles
FROM graphbuild_tables.entities
LEFT JOIN (SELECT entity, count(DISTINCT document)::INTEGER AS articles FROM graphbuild_tables.members GROUP BY entity)
    ON entity = id
WHERE kind = 'unit';
COMMENT ON VIEW main.units IS 'units, headquarters, offices, committees and emulation clusters, one row a unit';
COMMENT ON COLUMN main.units.id IS 'id of the unit';
COMMENT ON COLUMN main.units.name IS 'name with accents';
COMMENT ON COLUMN main.units.plain IS 'the name in small letters without accents, đ as d';
COMMENT ON COLUMN main.units.type IS 'kind of unit, as the gazetteer calls it';
COMMENT ON COLUMN main.units.level IS 'how high a unit of this kind stands in the order of command, the larger the higher';
COMMENT ON COLUMN main.units.known IS 'whether the gazetteer lists it by name';
COMMENT ON COLUMN main.units.valid_from IS 'day on which it was formed from others, where the gazetteer has it';
COMMENT ON COLUMN main.units.valid_to IS 'day on which it was merged or dissolved, where the gazetteer has it';
COMMENT ON COLUMN main.units.succeeded_by IS 'names of what followed it, joined by ''; ''; also where no article names them';
COMMENT ON COLUMN main.units.articles IS 'number of articles that name the unit';

CREATE VIEW main.events AS
SELECT
    id,
    name,
    trim(regexp_replace(replace(lower(strip_accents(name)), 'đ', 'd'), '[^\pL\pN]+', ' ', 'g')) AS plain,
    attributes->>'type' AS type,
    nullif(attributes->>'date', '') AS date,
    nullif(attributes->>'date_source', '') AS date_source,
    attributes->>'other_dates' AS other_dates,
    coalesce((attributes->>'main')::BOOLEAN, false) AS main,
    place,
    organiser,
    coalesce(participants, 0)::INTEGER AS participants,
    articles
FROM graphbuild_tables.entities
LEFT JOIN (
    SELECT
        CASE WHEN relation = 'HELD_AT' THEN source ELSE target END AS event,
        string_agg(e.name, '; ' ORDER BY e.name) FILTER (relation = 'HELD_AT') AS place,
        string_agg(e.name, '; ' ORDER BY e.name) FILTER (relation = 'ORGANISES') AS organiser
    FROM graphbuild_tables.edges
    JOIN graphbuild_tables.entities AS e ON e.id = CASE WHEN relation = 'HELD_AT' THEN target ELSE source END
    WHERE relation IN ('HELD_AT', 'ORGANISES')
    GROUP BY 1
) AS told ON told.event = id
LEFT JOIN (
    SELECT target, count(DISTINCT source) AS participants
    FROM graphbuild_tables.edges
    WHERE relation = 'PARTICIPATES'
    GROUP BY target
) AS taking_part ON taking_part.target = id
LEFT JOIN (SELECT entity, count(DISTINCT document)::INTEGER AS articles FROM graphbuild_tables.members GROUP BY entity)
    ON entity = id
WHERE kind = 'event';
COMMENT ON VIEW main.events IS 'conferences, ceremonies, visits, exercises, ..., one row an event';
COMMENT ON COLUMN main.events.id IS 'id of the event';
COMMENT ON COLUMN main.events.name IS 'name with accents';
COMMENT ON COLUMN main.events.plain IS 'the name in small letters without accents, đ as d';
COMMENT ON COLUMN main.events.type IS 'conference, ceremony, visit, exercise, competition, congress, anniversary, training, meeting, appointment, operation or other';
COMMENT ON COLUMN main.events.date IS 'when it was';
COMMENT ON COLUMN main.events.date_source IS 'how the date is known: stated, header, event name, ...';
COMMENT ON COLUMN main.events.other_dates IS 'dates of other articles that contradict it, joined by ''; ''';
COMMENT ON COLUMN main.events.main IS 'whether an article is mainly about it';
COMMENT ON COLUMN main.events.place IS 'names of its places, joined by ''; ''; ids in venues';
COMMENT ON COLUMN main.events.organiser IS 'names of the units that organised it, joined by ''; ''; ids in organisers';
COMMENT ON COLUMN main.events.participants IS 'number of persons and units that took part';
COMMENT ON COLUMN main.events.articles IS 'number of articles that name the event';

CREATE VIEW main.places AS
SELECT
    id,
    name,
    trim(regexp_replace(replace(lower(strip_accents(name)), 'đ', 'd'), '[^\pL\pN]+', ' ', 'g')) AS plain,
    nullif(attributes->>'type', '') AS type,
    attributes->>'valid_to' AS valid_to,
    attributes->>'succeeded_by' AS succeeded_by,
    articles
FROM graphbuild_tables.entities
LEFT JOIN (SELECT entity, count(DISTINCT document)::INTEGER AS articles FROM graphbuild_tables.members GROUP BY entity)
    ON entity = id
WHERE kind = 'place';
COMMENT ON VIEW main.places IS 'provinces, districts, communes, venues and sites, one row a place';
COMMENT ON COLUMN main.places.id IS 'id of the place';
COMMENT ON COLUMN main.places.name IS 'name with accents';
COMMENT ON COLUMN main.places.plain IS 'the name in small letters without accents, đ as d';
COMMENT ON COLUMN main.places.type IS 'province, district, commune, venue or site';
COMMENT ON COLUMN main.places.valid_to IS 'day on which it was merged into another, where the gazetteer has it';
COMMENT ON COLUMN main.places.succeeded_by IS 'names of what followed it, joined by ''; ''';
COMMENT ON COLUMN main.places.articles IS 'number of articles that name the place';

CREATE VIEW main.names AS
SELECT id AS entity, kind, name, true AS main FROM graphbuild_tables.entities
UNION ALL
SELECT entity, split_part(entity, '/', 1), alias, false FROM graphbuild_tables.aliases;
COMMENT ON VIEW main.names IS 'every name and form of a name, one row a form';
COMMENT ON COLUMN main.names.entity IS 'id of the person, unit, event or place';
COMMENT ON COLUMN main.names.kind IS 'person, unit, event or place';
COMMENT ON COLUMN main.names.name IS 'the form';
COMMENT ON COLUMN main.names.main IS 'whether it is the one that is shown';

CREATE VIEW main.postings AS
SELECT
    n AS edge,
    source AS person,
    p.name AS person_name,
    target AS unit,
    u.name AS unit_name,
    told.title,
    told.role,
    told.status,
    told.rank,
    nullif(first, '') AS first_seen,
    nullif(last, '') AS last_seen,
    told.start AS started,
    told."end" AS ended,
    told.left_by,
    coalesce(told.acting, false) AS acting,
    told.sole IS NOT NULL AS sole,
    told.predecessor,
    told.successor,
    count AS articles
FROM (
    SELECT n, source, target, first, last, count, json_transform(attributes,
        '{"title": "VARCHAR", "role": "VARCHAR", "status": "VARCHAR", "rank": "VARCHAR", "start": "VARCHAR",
          "end": "VARCHAR", "left_by": "VARCHAR", "acting": "BOOLEAN", "sole": "VARCHAR",
          "predecessor": "VARCHAR", "successor": "VARCHAR"}') AS told
    FROM graphbuild_tables.edges
    WHERE relation = 'HOLDS'
)
JOIN graphbuild_tables.entities AS p ON p.id = source
JOIN graphbuild_tables.entities AS u ON u.id = target;
COMMENT ON VIEW main.postings IS 'who held which post in which unit, one row a person in a post without a break that articles show';
COMMENT ON COLUMN main.postings.edge IS 'number of the fact, to find its sentences in evidence; another one after another build';
COMMENT ON COLUMN main.postings.person IS 'id of the person';
COMMENT ON COLUMN main.postings.person_name IS 'name of the person';
COMMENT ON COLUMN main.postings.unit IS 'id of the unit';
COMMENT ON COLUMN main.postings.unit_name IS 'name of the unit';
COMMENT ON COLUMN main.postings.title IS 'the post in the words of the articles';
COMMENT ON COLUMN main.postings.role IS 'kind of post: head, commander, deputy, political, deputy political, political staff, staff, party or member';
COMMENT ON COLUMN main.postings.status IS 'as last said: current, acting, former or incoming';
COMMENT ON COLUMN main.postings.rank IS 'rank that the articles of this post give last';
COMMENT ON COLUMN main.postings.first_seen IS 'first sighting in the post; no start';
COMMENT ON COLUMN main.postings.last_seen IS 'last sighting in the post; no end';
COMMENT ON COLUMN main.postings.started IS 'start, only where an article states it';
COMMENT ON COLUMN main.postings.ended IS 'end, only where an article states it';
COMMENT ON COLUMN main.postings.left_by IS 'first date on which it is said to be over, where no end is stated';
COMMENT ON COLUMN main.postings.acting IS 'whether it was held in place of whoever should hold it';
COMMENT ON COLUMN main.postings.sole IS 'whether the unit has one such post at a time';
COMMENT ON COLUMN main.postings.predecessor IS 'id of the person it was taken over from, where stated';
COMMENT ON COLUMN main.postings.successor IS 'id of the person it was handed over to, where stated';
COMMENT ON COLUMN main.postings.articles IS 'number of articles that say it';

CREATE VIEW main.ranks AS
SELECT
    id AS person,
    name AS person_name,
    CASE WHEN dated THEN substring(told, strpos(told, ' ') + 1) ELSE told END AS rank,
    CASE WHEN dated THEN split_part(told, ' ', 1) END AS first_seen
FROM (
    SELECT id, name, told, regexp_matches(told, '^[0-9]') AS dated
    FROM (SELECT id, name, unnest(string_split(attributes->>'ranks', '; ')) AS told
          FROM graphbuild_tables.entities WHERE kind = 'person')
    WHERE told <> ''
);
COMMENT ON VIEW main.ranks IS 'every rank in which a person was seen, one row a person and rank';
COMMENT ON COLUMN main.ranks.person IS 'id of the person';
COMMENT ON COLUMN main.ranks.person_name IS 'name of the person';
COMMENT ON COLUMN main.ranks.rank IS 'the rank';
COMMENT ON COLUMN main.ranks.first_seen IS 'first date on which the person was seen with it; no day of promotion';

CREATE VIEW main.participations AS
SELECT
    n AS edge,
    source AS participant,
    w.kind AS participant_kind,
    w.name AS participant_name,
    target AS event,
    e.name AS event_name,
    e.attributes->>'type' AS event_type,
    nullif(first, '') AS date,
    key AS role,
    count AS articles
FROM graphbuild_tables.edges
JOIN graphbuild_tables.entities AS w ON w.id = source
JOIN graphbuild_tables.entities AS e ON e.id = target
WHERE relation = 'PARTICIPATES';
COMMENT ON VIEW main.participations IS 'who did what at which event, one row a role';
COMMENT ON COLUMN main.participations.edge IS 'number of the fact, to find its sentences in evidence';
COMMENT ON COLUMN main.participations.participant IS 'id of the person or unit';
COMMENT ON COLUMN main.participations.participant_kind IS 'person or unit';
COMMENT ON COLUMN main.participations.participant_name IS 'name of the person or unit';
COMMENT ON COLUMN main.participations.event IS 'id of the event';
COMMENT ON COLUMN main.participations.event_name IS 'name of the event';
COMMENT ON COLUMN main.participations.event_type IS 'type of the event';
COMMENT ON COLUMN main.participations.date IS 'date of the event, else of the article';
COMMENT ON COLUMN main.participations.role IS 'chairs, attends, speaks, directs, reports, awards, receives, hosts, visits, hands_over, takes_over or other';
COMMENT ON COLUMN main.participations.articles IS 'number of articles that say it';

CREATE VIEW main.organisers AS
SELECT
    n AS edge,
    source AS unit,
    u.name AS unit_name,
    target AS event,
    e.name AS event_name,
    nullif(first, '') AS date,
    count AS articles
FROM graphbuild_tables.edges
JOIN graphbuild_tables.entities AS u ON u.id = source
JOIN graphbuild_tables.entities AS e ON e.id = target
WHERE relation = 'ORGANISES';
COMMENT ON VIEW main.organisers IS 'which unit organised which event';
COMMENT ON COLUMN main.organisers.edge IS 'number of the fact, to find its sentences in evidence';
COMMENT ON COLUMN main.organisers.unit IS 'id of the unit';
COMMENT ON COLUMN main.organisers.unit_name IS 'name of the unit';
COMMENT ON COLUMN main.organisers.event IS 'id of the event';
COMMENT ON COLUMN main.organisers.event_name IS 'name of the event';
COMMENT ON COLUMN main.organisers.date IS 'date of the event, else of the article';
COMMENT ON COLUMN main.organisers.articles IS 'number of articles that say it';

CREATE VIEW main.venues AS
SELECT
    n AS edge,
    source AS event,
    e.name AS event_name,
    target AS place,
    p.name AS place_name,
    nullif(first, '') AS date,
    count AS articles
FROM graphbuild_tables.edges
JOIN graphbuild_tables.entities AS e ON e.id = source
JOIN graphbuild_tables.entities AS p ON p.id = target
WHERE relation = 'HELD_AT';
COMMENT ON VIEW main.venues IS 'which event was held where';
COMMENT ON COLUMN main.venues.edge IS 'number of the fact, to find its sentences in evidence';
COMMENT ON COLUMN main.venues.event IS 'id of the event';
COMMENT ON COLUMN main.venues.event_name IS 'name of the event';
COMMENT ON COLUMN main.venues.place IS 'id of the place';
COMMENT ON COLUMN main.venues.place_name IS 'name of the place';
COMMENT ON COLUMN main.venues.date IS 'date of the event, else of the article';
COMMENT ON COLUMN main.venues.articles IS 'number of articles that say it';

CREATE VIEW main.parents AS
SELECT
    n AS edge,
    source AS unit,
    u.name AS unit_name,
    target AS parent,
    p.name AS parent_name,
    nullif(first, '') AS first_seen,
    nullif(last, '') AS last_seen,
    edges.attributes->>'valid_from' AS valid_from,
    edges.attributes->>'valid_to' AS valid_to,
    count AS articles
FROM graphbuild_tables.edges
JOIN graphbuild_tables.entities AS u ON u.id = source
JOIN graphbuild_tables.entities AS p ON p.id = target
WHERE relation = 'PART_OF';
COMMENT ON VIEW main.parents IS 'which unit is part of which';
COMMENT ON COLUMN main.parents.edge IS 'number of the fact, to find its sentences in evidence';
COMMENT ON COLUMN main.parents.unit IS 'id of the unit';
COMMENT ON COLUMN main.parents.unit_name IS 'name of the unit';
COMMENT ON COLUMN main.parents.parent IS 'id of the unit that it is part of';
COMMENT ON COLUMN main.parents.parent_name IS 'name of that unit';
COMMENT ON COLUMN main.parents.first_seen IS 'date of the first article that says so';
COMMENT ON COLUMN main.parents.last_seen IS 'date of the last article that says so';
COMMENT ON COLUMN main.parents.valid_from IS 'since when, where the gazetteer has it';
COMMENT ON COLUMN main.parents.valid_to IS 'until when, where the gazetteer has it';
COMMENT ON COLUMN main.parents.articles IS 'number of articles that say it; 0 where only a judgement does';

CREATE VIEW main.memberships AS
SELECT
    n AS edge,
    source AS unit,
    u.name AS unit_name,
    target AS cluster,
    c.name AS cluster_name,
    relation = 'LEADS' AS leads,
    nullif(first, '') AS first_seen,
    nullif(last, '') AS last_seen,
    count AS articles
FROM graphbuild_tables.edges
JOIN graphbuild_tables.entities AS u ON u.id = source
JOIN graphbuild_tables.entities AS c ON c.id = target
WHERE relation IN ('MEMBER_OF', 'LEADS');
COMMENT ON VIEW main.memberships IS 'which unit is a member of, or leads, which emulation cluster';
COMMENT ON COLUMN main.memberships.edge IS 'number of the fact, to find its sentences in evidence';
COMMENT ON COLUMN main.memberships.unit IS 'id of the unit';
COMMENT ON COLUMN main.memberships.unit_name IS 'name of the unit';
COMMENT ON COLUMN main.memberships.cluster IS 'id of the cluster';
COMMENT ON COLUMN main.memberships.cluster_name IS 'name of the cluster';
COMMENT ON COLUMN main.memberships.leads IS 'true: leads it; false: is a member';
COMMENT ON COLUMN main.memberships.first_seen IS 'date of the first article that says so';
COMMENT ON COLUMN main.memberships.last_seen IS 'date of the last article that says so';
COMMENT ON COLUMN main.memberships.articles IS 'number of articles that say it';

CREATE VIEW main.successions AS
SELECT
    source AS former,
    f.name AS former_name,
    target AS successor,
    s.name AS successor_name,
    nullif(first, '') AS date,
    edges.attributes->>'source' AS source
FROM graphbuild_tables.edges
JOIN graphbuild_tables.entities AS f ON f.id = source
JOIN graphbuild_tables.entities AS s ON s.id = target
WHERE relation = 'SUCCEEDED_BY';
COMMENT ON VIEW main.successions IS 'units and provinces that were merged or renamed, and what followed them, where articles name both';
COMMENT ON COLUMN main.successions.former IS 'id of the unit or place that ended';
COMMENT ON COLUMN main.successions.former_name IS 'its name';
COMMENT ON COLUMN main.successions.successor IS 'id of what followed it';
COMMENT ON COLUMN main.successions.successor_name IS 'its name';
COMMENT ON COLUMN main.successions.date IS 'since when';
COMMENT ON COLUMN main.successions.source IS 'key of the source in the gazetteer''s sources.toml';

CREATE VIEW main.edges AS
SELECT
    n AS edge,
    source,
    relation,
    target,
    nullif(key, '') AS key,
    nullif(first, '') AS first_seen,
    nullif(last, '') AS last_seen,
    count AS articles
FROM graphbuild_tables.edges;
COMMENT ON VIEW main.edges IS 'all facts alike, as the graph has them; the views above tell more of each';
COMMENT ON COLUMN main.edges.edge IS 'number of the fact, to find its sentences in evidence';
COMMENT ON COLUMN main.edges.source IS 'id where the relation begins';
COMMENT ON COLUMN main.edges.relation IS 'HOLDS, PARTICIPATES, PART_OF, MEMBER_OF, LEADS, ORGANISES, HELD_AT or SUCCEEDED_BY';
COMMENT ON COLUMN main.edges.target IS 'id where it ends';
COMMENT ON COLUMN main.edges.key IS 'what tells facts of the same two apart: title and status, or the role';
COMMENT ON COLUMN main.edges.first_seen IS 'date of the first article or event that shows it';
COMMENT ON COLUMN main.edges.last_seen IS 'date of the last one';
COMMENT ON COLUMN main.edges.articles IS 'number of articles that say it';

CREATE VIEW main.claims AS
SELECT
    id,
    document,
    kind,
    said.person,
    said.unit,
    said.event,
    said.place,
    coalesce(said.parent, said.cluster) AS other_unit,
    said.organiser,
    said.title,
    said.role,
    said.rank,
    coalesce(said.status, CASE WHEN said.former THEN 'former' END) AS status,
    said.type,
    said.name,
    said.date[1] AS date,
    said.date[2] AS date_source,
    coalesce(said.doubtful, false) AS doubtful,
    rule,
    confidence,
    caption
FROM (
    SELECT id, document, kind, rule, confidence, caption, json_transform(payload,
        '{"person": "VARCHAR", "unit": "VARCHAR", "event": "VARCHAR", "place": "VARCHAR", "parent": "VARCHAR",
          "cluster": "VARCHAR", "organiser": "VARCHAR", "title": "VARCHAR", "role": "VARCHAR", "rank": "VARCHAR",
          "status": "VARCHAR", "former": "BOOLEAN", "type": "VARCHAR", "name": "VARCHAR", "date": ["VARCHAR"],
          "doubtful": "BOOLEAN"}') AS said
    FROM graphbuild_tables.claims
);
COMMENT ON VIEW main.claims IS 'what single articles say, in the articles'' own names, one row a claim; whose names these are, records tells';
COMMENT ON COLUMN main.claims.id IS 'id of the claim';
COMMENT ON COLUMN main.claims.document IS 'id of the article';
COMMENT ON COLUMN main.claims.kind IS 'rank, posting, event, participation, unit, parent, cluster or place';
COMMENT ON COLUMN main.claims.person IS 'name of the person, as the article''s records have it';
COMMENT ON COLUMN main.claims.unit IS 'name of the unit, as the article''s records have it';
COMMENT ON COLUMN main.claims.event IS 'name of the event, as the article''s records have it';
COMMENT ON COLUMN main.claims.place IS 'name of the place, as the article''s records have it';
COMMENT ON COLUMN main.claims.other_unit IS 'of a parent or cluster: the unit or cluster that it is part of, a member of, or leads';
COMMENT ON COLUMN main.claims.organiser IS 'of an event: the unit that organised it';
COMMENT ON COLUMN main.claims.title IS 'of a posting: the post in the words of the article';
COMMENT ON COLUMN main.claims.role IS 'kind of post, or what was done at the event';
COMMENT ON COLUMN main.claims.rank IS 'of a rank or posting: the rank';
COMMENT ON COLUMN main.claims.status IS 'of a posting: current, acting, former or incoming; of a rank before a promotion: former';
COMMENT ON COLUMN main.claims.type IS 'type of the event, unit or place';
COMMENT ON COLUMN main.claims.name IS 'of an event: its name in the words of the article';
COMMENT ON COLUMN main.claims.date IS 'when, where the article dates it';
COMMENT ON COLUMN main.claims.date_source IS 'how the date is known';
COMMENT ON COLUMN main.claims.doubtful IS 'whether the article gives a rank once against another given often';
COMMENT ON COLUMN main.claims.rule IS 'name of the rule or model that made the claim';
COMMENT ON COLUMN main.claims.confidence IS 'how sure the rule is, 0 to 1';
COMMENT ON COLUMN main.claims.caption IS 'whether it stands in the caption of a photo';

CREATE VIEW main.records AS
SELECT document, split_part(entity, '/', 1) AS kind, key AS name, entity FROM graphbuild_tables.members;
COMMENT ON VIEW main.records IS 'what each article names, and as whom or what it was recognised across articles';
COMMENT ON COLUMN main.records.document IS 'id of the article';
COMMENT ON COLUMN main.records.kind IS 'person, unit, event or place';
COMMENT ON COLUMN main.records.name IS 'the name that the article''s claims use';
COMMENT ON COLUMN main.records.entity IS 'id of the person, unit, event or place';

CREATE VIEW main.evidence AS
SELECT
    edge,
    c.id AS claim,
    c.kind,
    c.sentence,
    substring(c.sentence, c.word_start - c.start + 1, c.word_end - c.word_start) AS words,
    c.document,
    d.title AS article_title,
    d.publisher,
    d.published,
    d.url,
    c.start,
    c."end" AS stop,
    c.word_start,
    c.word_end AS word_stop,
    c.rule,
    c.confidence,
    c.caption
FROM graphbuild_tables.claims AS c
JOIN graphbuild_tables.documents AS d ON d.id = c.document
LEFT JOIN graphbuild_tables.edge_claims ON edge_claims.claim = c.id;
COMMENT ON VIEW main.evidence IS 'the sentence behind every claim with its article, one row a claim and fact';
COMMENT ON COLUMN main.evidence.edge IS 'number of the fact that the claim is behind; NULL for a claim that makes none by itself, as of a rank';
COMMENT ON COLUMN main.evidence.claim IS 'id of the claim';
COMMENT ON COLUMN main.evidence.kind IS 'kind of the claim';
COMMENT ON COLUMN main.evidence.sentence IS 'the sentence';
COMMENT ON COLUMN main.evidence.words IS 'the words in it that carry the claim';
COMMENT ON COLUMN main.evidence.document IS 'id of the article';
COMMENT ON COLUMN main.evidence.article_title IS 'title of the article';
COMMENT ON COLUMN main.evidence.publisher IS 'who published it';
COMMENT ON COLUMN main.evidence.published IS 'when it was published';
COMMENT ON COLUMN main.evidence.url IS 'its address';
COMMENT ON COLUMN main.evidence.start IS 'where the sentence begins in documents.text, in letters from 0';
COMMENT ON COLUMN main.evidence.stop IS 'where it ends, exclusive';
COMMENT ON COLUMN main.evidence.word_start IS 'where the words begin';
COMMENT ON COLUMN main.evidence.word_stop IS 'where they end, exclusive';
COMMENT ON COLUMN main.evidence.rule IS 'name of the rule or model that made the claim';
COMMENT ON COLUMN main.evidence.confidence IS 'how sure the rule is, 0 to 1';
COMMENT ON COLUMN main.evidence.caption IS 'whether it stands in the caption of a photo';

CREATE VIEW main.documents AS
SELECT id, title, publisher, byline, published, published_source, url, text, source FROM graphbuild_tables.documents;
COMMENT ON VIEW main.documents IS 'the articles';
COMMENT ON COLUMN main.documents.id IS 'id of the article';
COMMENT ON COLUMN main.documents.title IS 'title';
COMMENT ON COLUMN main.documents.publisher IS 'who published it';
COMMENT ON COLUMN main.documents.byline IS 'who wrote it';
COMMENT ON COLUMN main.documents.published IS 'when it was published';
COMMENT ON COLUMN main.documents.published_source IS 'how that is known: stated, header, ...';
COMMENT ON COLUMN main.documents.url IS 'its address';
COMMENT ON COLUMN main.documents.text IS 'the cleaned text';
COMMENT ON COLUMN main.documents.source IS 'the file or folder that it was read from, as the build was told';

CREATE VIEW main.conflicts AS
SELECT
    conflicts.kind,
    about,
    name AS about_name,
    one,
    nullif(one_date, '') AS one_date,
    one_claim,
    other,
    nullif(other_date, '') AS other_date,
    other_claim
FROM graphbuild_tables.conflicts
LEFT JOIN graphbuild_tables.entities ON id = about;
COMMENT ON VIEW main.conflicts IS 'two claims that cannot both be true, one row a pair; both stay in the graph';
COMMENT ON COLUMN main.conflicts.kind IS 'ranks, holders, return, start, dates, places, organisers, cycle or parents';
COMMENT ON COLUMN main.conflicts.about IS 'id of what they are about';
COMMENT ON COLUMN main.conflicts.about_name IS 'its name';
COMMENT ON COLUMN main.conflicts.one IS 'what the one says, in short words';
COMMENT ON COLUMN main.conflicts.one_date IS 'of when it says that';
COMMENT ON COLUMN main.conflicts.one_claim IS 'id of the claim';
COMMENT ON COLUMN main.conflicts.other IS 'what the other says';
COMMENT ON COLUMN main.conflicts.other_date IS 'of when it says that';
COMMENT ON COLUMN main.conflicts.other_claim IS 'id of the claim';

CREATE VIEW main.doubts AS
SELECT
    split_part(a, '/', 1) AS kind,
    a,
    x.name AS a_name,
    b,
    y.name AS b_name,
    likelihood,
    array_to_string(json_transform(reasons, '["VARCHAR"]'), '; ') AS reasons
FROM graphbuild_tables.doubtful
JOIN graphbuild_tables.entities AS x ON x.id = a
JOIN graphbuild_tables.entities AS y ON y.id = b;
COMMENT ON VIEW main.doubts IS 'pairs that may be one and were not joined; no facts';
COMMENT ON COLUMN main.doubts.kind IS 'person, unit or event';
COMMENT ON COLUMN main.doubts.a IS 'id of the one';
COMMENT ON COLUMN main.doubts.a_name IS 'its name';
COMMENT ON COLUMN main.doubts.b IS 'id of the other';
COMMENT ON COLUMN main.doubts.b_name IS 'its name';
COMMENT ON COLUMN main.doubts.likelihood IS 'how likely they are one, 0 to 1';
COMMENT ON COLUMN main.doubts.reasons IS 'what speaks for and against it, the weightiest first, joined by ''; ''';
