-- Names in their order, so that the box answers with beginnings of names before the search index is
-- read in. Id numbers, references and phones have such orders from the first format on.
CREATE INDEX person_name ON person (name) WHERE void = 0;
