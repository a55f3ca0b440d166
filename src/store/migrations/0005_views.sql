-- Texts of the box that an operator keeps under a name (常用名单).
CREATE TABLE saved_view (
    id       INTEGER PRIMARY KEY,
    uid      BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    operator INTEGER NOT NULL REFERENCES operator (id),
    name     TEXT NOT NULL DEFAULT '',
    box_text TEXT NOT NULL DEFAULT '',
    void     INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE INDEX saved_view_operator ON saved_view (operator) WHERE void = 0;
