-- The first format of an office's database. Released formats are never edited: a change is a new file.
--
-- uid: UUIDv7, the identity of a record everywhere outside this file; id: a small number that never
-- leaves it. void: taken back; nothing is deleted in daily work. Dates are YYYY-MM-DD, times are
-- local with zone and milliseconds (2026-11-21T09:30:00.000+08:00), so that text order is time order
-- and the first ten characters are the counter's day. Empty text and NULL both mean: not known.
-- Lists that may grow (groups, channels, purposes …) are not closed here but in the program.

-- About this file, not about the office: `database` (identity of the file), `station` (whose journal
-- this file's windows write). Written once, when the file is made.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
    id   INTEGER PRIMARY KEY,
    uid  BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL,
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;

CREATE TABLE operator (
    id   INTEGER PRIMARY KEY,
    uid  BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role <> ''),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX operator_name ON operator (name) WHERE void = 0;

CREATE TABLE person (
    id                 INTEGER PRIMARY KEY,
    uid                BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number             INTEGER CHECK (number > 0),
    reference          TEXT NOT NULL CHECK (reference <> ''),
    name               TEXT NOT NULL CHECK (name <> ''),
    sex                TEXT CHECK (sex IN ('male', 'female')),
    ethnic             TEXT NOT NULL DEFAULT '',
    id_number          TEXT CHECK (length(id_number) = 18),
    birth_date         TEXT CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    phone              TEXT CHECK (phone NOT GLOB '*[^0-9]*'),
    phone2             TEXT CHECK (phone2 NOT GLOB '*[^0-9]*'),
    hukou              TEXT NOT NULL DEFAULT '',
    city               TEXT NOT NULL DEFAULT '',
    county             TEXT NOT NULL DEFAULT '',
    town               TEXT NOT NULL DEFAULT '',
    village            TEXT NOT NULL DEFAULT '',
    address            TEXT NOT NULL DEFAULT '',
    schooling          TEXT NOT NULL DEFAULT '',
    schooling_code     TEXT,
    disability_kind    TEXT,
    disability_level   TEXT,
    disability_cert    TEXT NOT NULL DEFAULT '',
    veteran_year       INTEGER,
    certs              TEXT NOT NULL DEFAULT '' CHECK (certs = '' OR json_valid(certs)),
    work_status        TEXT NOT NULL DEFAULT '',
    work_status_code   TEXT,
    wishes             TEXT NOT NULL DEFAULT '',
    training_wish      TEXT NOT NULL DEFAULT '',
    training_wish_code TEXT,
    expected_pay       TEXT NOT NULL DEFAULT '',
    expected_pay_yuan  INTEGER CHECK (expected_pay_yuan >= 0),
    commute            TEXT NOT NULL DEFAULT '',
    householder        TEXT NOT NULL DEFAULT '',
    household_relation TEXT NOT NULL DEFAULT '',
    health             TEXT NOT NULL DEFAULT '',
    labour_ability     TEXT NOT NULL DEFAULT '',
    work_place         TEXT NOT NULL DEFAULT '',
    work_unit          TEXT NOT NULL DEFAULT '',
    income             TEXT NOT NULL DEFAULT '',
    income_yuan        INTEGER CHECK (income_yuan >= 0),
    worker             TEXT NOT NULL DEFAULT '',
    guardian           TEXT NOT NULL DEFAULT '',
    reg_date           TEXT CHECK (reg_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note               TEXT NOT NULL DEFAULT '',
    extra              TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    state              TEXT,
    void               INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX person_id_number ON person (id_number) WHERE void = 0 AND id_number IS NOT NULL;
CREATE UNIQUE INDEX person_reference ON person (reference) WHERE void = 0;
CREATE INDEX person_number ON person (number) WHERE number IS NOT NULL;
CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;

CREATE TABLE person_group (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    person     INTEGER NOT NULL REFERENCES person (id),
    code       TEXT NOT NULL CHECK (code <> ''),
    valid_from TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_to   TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    evidence   TEXT,
    void       INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE INDEX person_group_person ON person_group (person);

CREATE TABLE enterprise (
    id   INTEGER PRIMARY KEY,
    uid  BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX enterprise_name ON enterprise (name) WHERE void = 0;

CREATE TABLE course (
    id          INTEGER PRIMARY KEY,
    uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number      INTEGER CHECK (number > 0),
    reference   TEXT NOT NULL CHECK (reference <> ''),
    title       TEXT NOT NULL DEFAULT '',
    org         TEXT NOT NULL DEFAULT '',
    place       TEXT NOT NULL DEFAULT '',
    start       TEXT NOT NULL DEFAULT '',
    start_day   TEXT CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    hours       TEXT NOT NULL DEFAULT '',
    hours_count INTEGER CHECK (hours_count >= 0),
    level       TEXT NOT NULL DEFAULT '',
    target      TEXT NOT NULL DEFAULT '',
    condition   TEXT NOT NULL DEFAULT '',
    fee         TEXT NOT NULL DEFAULT '',
    remark      TEXT NOT NULL DEFAULT '',
    extra       TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void        INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX course_reference ON course (reference) WHERE void = 0;
CREATE INDEX course_number ON course (number) WHERE number IS NOT NULL;

CREATE TABLE vacancy (
    id              INTEGER PRIMARY KEY,
    uid             BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number          INTEGER CHECK (number > 0),
    reference       TEXT NOT NULL CHECK (reference <> ''),
    enterprise      INTEGER REFERENCES enterprise (id),
    title           TEXT NOT NULL DEFAULT '',
    employer        TEXT NOT NULL DEFAULT '',
    place           TEXT NOT NULL DEFAULT '',
    pay             TEXT NOT NULL DEFAULT '',
    headcount       TEXT NOT NULL DEFAULT '',
    headcount_count INTEGER CHECK (headcount_count >= 0),
    requirement     TEXT NOT NULL DEFAULT '',
    remark          TEXT NOT NULL DEFAULT '',
    benefit         TEXT NOT NULL DEFAULT '',
    posted          TEXT NOT NULL DEFAULT '',
    posted_day      TEXT CHECK (posted_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closes          TEXT NOT NULL DEFAULT '',
    closes_day      TEXT CHECK (closes_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    extra           TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void            INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX vacancy_reference ON vacancy (reference) WHERE void = 0;
CREATE INDEX vacancy_number ON vacancy (number) WHERE number IS NOT NULL;
CREATE INDEX vacancy_enterprise ON vacancy (enterprise) WHERE enterprise IS NOT NULL;

-- With a person, with a firm, or (both absent) with somebody who gave no name.
CREATE TABLE contact (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number       INTEGER CHECK (number > 0),
    reference    TEXT NOT NULL CHECK (reference <> ''),
    person       INTEGER REFERENCES person (id),
    enterprise   INTEGER REFERENCES enterprise (id),
    at           TEXT NOT NULL CHECK (length(at) = 29),
    channel      TEXT NOT NULL CHECK (channel <> ''),
    party        TEXT,
    place        TEXT NOT NULL DEFAULT '',
    purposes     TEXT NOT NULL DEFAULT '',
    outcome      TEXT NOT NULL CHECK (outcome <> ''),
    reason       TEXT,
    note         TEXT NOT NULL DEFAULT '',
    next_due     TEXT CHECK (next_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    entered_at   TEXT NOT NULL CHECK (length(entered_at) = 29),
    operator     INTEGER NOT NULL REFERENCES operator (id),
    state        TEXT NOT NULL CHECK (state IN ('valid', 'corrected', 'cancelled')),
    corrects     INTEGER REFERENCES contact (id),
    state_reason TEXT NOT NULL DEFAULT '',
    void         INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    CHECK (person IS NULL OR enterprise IS NULL)
) STRICT;
CREATE UNIQUE INDEX contact_reference ON contact (reference) WHERE void = 0;
CREATE INDEX contact_number ON contact (number) WHERE number IS NOT NULL;
CREATE INDEX contact_person ON contact (person, at) WHERE person IS NOT NULL;
CREATE INDEX contact_enterprise ON contact (enterprise, at) WHERE enterprise IS NOT NULL;
CREATE INDEX contact_at ON contact (at);
CREATE INDEX contact_entered ON contact (operator, entered_at);
CREATE INDEX contact_next_due ON contact (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX contact_corrects ON contact (corrects) WHERE corrects IS NOT NULL;

CREATE TABLE recommendation (
    id              INTEGER PRIMARY KEY,
    uid             BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    contact         INTEGER NOT NULL REFERENCES contact (id),
    person          INTEGER NOT NULL REFERENCES person (id),
    course          INTEGER REFERENCES course (id),
    vacancy         INTEGER REFERENCES vacancy (id),
    title           TEXT NOT NULL DEFAULT '',
    by              TEXT NOT NULL DEFAULT '',
    day             TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    response        TEXT NOT NULL CHECK (response <> ''),
    reasons         TEXT NOT NULL DEFAULT '',
    override_reason TEXT NOT NULL DEFAULT '',
    void            INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    CHECK ((course IS NULL) <> (vacancy IS NULL))
) STRICT;
CREATE INDEX recommendation_contact ON recommendation (contact);
CREATE INDEX recommendation_person ON recommendation (person);
CREATE INDEX recommendation_course ON recommendation (course) WHERE course IS NOT NULL;
CREATE INDEX recommendation_vacancy ON recommendation (vacancy) WHERE vacancy IS NOT NULL;

CREATE TABLE draft (
    id       INTEGER PRIMARY KEY,
    uid      BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    operator INTEGER NOT NULL REFERENCES operator (id),
    form     TEXT NOT NULL DEFAULT '',
    person   INTEGER REFERENCES person (id),
    title    TEXT NOT NULL DEFAULT '',
    fields   TEXT NOT NULL DEFAULT '' CHECK (fields = '' OR json_valid(fields)),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 29),
    void     INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE INDEX draft_operator ON draft (operator, saved_at) WHERE void = 0;
CREATE INDEX draft_person ON draft (person) WHERE person IS NOT NULL;

-- The last valid contact of each person and what was promised in it. Derived: the triggers keep it,
-- whoever writes to `contact` (a save, an undo, a rebuild), so it is neither journalled nor compared.
CREATE TABLE latest (
    person   INTEGER PRIMARY KEY REFERENCES person (id),
    contact  INTEGER NOT NULL REFERENCES contact (id),
    next_due TEXT
) STRICT;
CREATE INDEX latest_next_due ON latest (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX latest_contact ON latest (contact);

CREATE TRIGGER contact_added AFTER INSERT ON contact WHEN NEW.person IS NOT NULL BEGIN
    DELETE FROM latest WHERE person = NEW.person;
    INSERT INTO latest (person, contact, next_due)
    SELECT person, id, next_due FROM contact
    WHERE person = NEW.person AND state = 'valid' AND void = 0
    ORDER BY at DESC, id DESC LIMIT 1;
END;
CREATE TRIGGER contact_changed AFTER UPDATE ON contact BEGIN
    DELETE FROM latest WHERE person = OLD.person OR person = NEW.person;
    INSERT INTO latest (person, contact, next_due)
    SELECT person, id, next_due FROM contact
    WHERE person = OLD.person AND state = 'valid' AND void = 0
    ORDER BY at DESC, id DESC LIMIT 1;
    INSERT OR REPLACE INTO latest (person, contact, next_due)
    SELECT person, id, next_due FROM contact
    WHERE person = NEW.person AND state = 'valid' AND void = 0
    ORDER BY at DESC, id DESC LIMIT 1;
END;

-- The journal: what was done, by whom, when. Its rows vouch for each other by hash; what was said
-- stands in `payload`, so that it can be erased for real without breaking the chain.
CREATE TABLE journal (
    id         INTEGER PRIMARY KEY,
    station    INTEGER NOT NULL REFERENCES station (id),
    seq        INTEGER NOT NULL CHECK (seq > 0),
    uid        BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    at         TEXT NOT NULL CHECK (length(at) = 29),
    clock      INTEGER NOT NULL,
    operator   INTEGER NOT NULL REFERENCES operator (id),
    role       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind <> ''),
    entity     TEXT NOT NULL,
    subject    BLOB CHECK (length(subject) = 16),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    prev       BLOB NOT NULL CHECK (length(prev) = 32),
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (station, seq)
) STRICT;
CREATE INDEX journal_subject ON journal (subject) WHERE subject IS NOT NULL;
CREATE INDEX journal_opened ON journal (kind, id) WHERE kind IN ('open', 'export');
CREATE INDEX journal_clock ON journal (clock);

-- One part for each record that an entry changed: before and after, as JSON. Erasing a person for
-- real puts NULL in place of salt and body; the commitment stays.
CREATE TABLE payload (
    id         INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    part       INTEGER NOT NULL CHECK (part >= 0),
    entity     TEXT NOT NULL,
    subject    BLOB CHECK (length(subject) = 16),
    salt       BLOB CHECK (length(salt) = 16),
    body       TEXT,
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    UNIQUE (entry, part),
    CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;
CREATE INDEX payload_subject ON payload (subject, entry) WHERE subject IS NOT NULL;

-- Guards against mistakes of the program, not against an attacker with an editor; those the chain finds.
CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER payload_kept BEFORE DELETE ON payload BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER payload_fixed BEFORE UPDATE ON payload
WHEN NOT (NEW.salt IS NULL AND NEW.body IS NULL AND NEW.id = OLD.id AND NEW.entry = OLD.entry AND NEW.part = OLD.part
          AND NEW.entity = OLD.entity AND NEW.subject IS OLD.subject AND NEW.commitment = OLD.commitment)
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
