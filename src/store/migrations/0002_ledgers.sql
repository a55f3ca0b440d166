-- The ledgers: every kind of entry of `domain::ledger::kinds`, one table each. A field of a kind is a column
-- of its name; lists of several codes are parted by a space. Absent is NULL or the empty text: not known.

ALTER TABLE enterprise ADD COLUMN number INTEGER CHECK (number > 0);
ALTER TABLE enterprise ADD COLUMN reference TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN credit_code TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN division TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN industry TEXT;
ALTER TABLE enterprise ADD COLUMN cluster TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN size TEXT;
ALTER TABLE enterprise ADD COLUMN is_private INTEGER CHECK (is_private IN (0, 1));
ALTER TABLE enterprise ADD COLUMN is_leading INTEGER CHECK (is_leading IN (0, 1));
ALTER TABLE enterprise ADD COLUMN is_affected INTEGER CHECK (is_affected IN (0, 1));
ALTER TABLE enterprise ADD COLUMN hazards TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN staff_mode TEXT;
ALTER TABLE enterprise ADD COLUMN credit_list TEXT;
ALTER TABLE enterprise ADD COLUMN credit_from TEXT CHECK (credit_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE enterprise ADD COLUMN honest_employer INTEGER CHECK (honest_employer IN (0, 1));
ALTER TABLE enterprise ADD COLUMN in_apprentice_list INTEGER CHECK (in_apprentice_list IN (0, 1));
ALTER TABLE enterprise ADD COLUMN list_from TEXT CHECK (list_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE enterprise ADD COLUMN list_to TEXT CHECK (list_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE enterprise ADD COLUMN can_self_train INTEGER CHECK (can_self_train IN (0, 1));
ALTER TABLE enterprise ADD COLUMN headcount INTEGER CHECK (headcount >= 0);
ALTER TABLE enterprise ADD COLUMN disabled_posts INTEGER CHECK (disabled_posts >= 0);
ALTER TABLE enterprise ADD COLUMN contact_name TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN contact_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN verified_on TEXT CHECK (verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE enterprise ADD COLUMN verified_by TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN verified_how TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN extra TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX enterprise_reference ON enterprise (reference) WHERE void = 0 AND reference <> '';
CREATE INDEX enterprise_number ON enterprise (number) WHERE number IS NOT NULL;

CREATE TABLE institution (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    institution_kind TEXT,
    division TEXT NOT NULL DEFAULT '',
    home_division TEXT NOT NULL DEFAULT '',
    filed_province INTEGER CHECK (filed_province IN (0, 1)),
    reported_emergency INTEGER CHECK (reported_emergency IN (0, 1)),
    practical_ready INTEGER CHECK (practical_ready IN (0, 1)),
    is_key_school INTEGER CHECK (is_key_school IN (0, 1)),
    in_list INTEGER CHECK (in_list IN (0, 1)),
    list_from TEXT CHECK (list_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    list_to TEXT CHECK (list_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state TEXT,
    contact_name TEXT NOT NULL DEFAULT '',
    contact_phone TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX institution_reference ON institution (reference) WHERE void = 0;
CREATE INDEX institution_number ON institution (number) WHERE number IS NOT NULL;

CREATE TABLE survey (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    surveyed_on TEXT NOT NULL CHECK (surveyed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    surveyor TEXT NOT NULL DEFAULT '',
    wish_training TEXT,
    wish_job TEXT,
    wish_venture TEXT,
    training_need TEXT NOT NULL DEFAULT '',
    wish_tracks TEXT NOT NULL DEFAULT '',
    wish_place TEXT NOT NULL DEFAULT '',
    wish_time TEXT NOT NULL DEFAULT '',
    wish_cert TEXT NOT NULL DEFAULT '',
    family TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX survey_reference ON survey (reference) WHERE void = 0;
CREATE INDEX survey_number ON survey (number) WHERE number IS NOT NULL;
CREATE INDEX survey_person ON survey (person);

CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    made_by TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    major TEXT NOT NULL DEFAULT '',
    study_time TEXT NOT NULL DEFAULT '',
    target_cert TEXT NOT NULL DEFAULT '',
    state TEXT,
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX plan_reference ON plan (reference) WHERE void = 0;
CREATE INDEX plan_number ON plan (number) WHERE number IS NOT NULL;
CREATE INDEX plan_person ON plan (person);

CREATE TABLE veteran (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    veteran_kind TEXT,
    placed_year INTEGER CHECK (placed_year >= 1950),
    placed_on TEXT CHECK (placed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    in_guangdong INTEGER CHECK (in_guangdong IN (0, 1)),
    can_attend INTEGER CHECK (can_attend IN (0, 1)),
    cert_no TEXT NOT NULL DEFAULT '',
    needs_surveyed_on TEXT CHECK (needs_surveyed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    career_test_on TEXT CHECK (career_test_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX veteran_reference ON veteran (reference) WHERE void = 0;
CREATE INDEX veteran_number ON veteran (number) WHERE number IS NOT NULL;
CREATE INDEX veteran_person ON veteran (person);

CREATE TABLE disability (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    disability_kind TEXT,
    disability_level TEXT,
    cert_no TEXT NOT NULL DEFAULT '',
    cert_valid_to TEXT CHECK (cert_valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    aids TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX disability_reference ON disability (reference) WHERE void = 0;
CREATE INDEX disability_number ON disability (number) WHERE number IS NOT NULL;
CREATE INDEX disability_person ON disability (person);

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    assessed_on TEXT NOT NULL CHECK (assessed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    stage TEXT,
    assessor TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX assessment_reference ON assessment (reference) WHERE void = 0;
CREATE INDEX assessment_number ON assessment (number) WHERE number IS NOT NULL;
CREATE INDEX assessment_person ON assessment (person);

CREATE TABLE employment (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    enterprise INTEGER REFERENCES enterprise (id),
    post_title TEXT NOT NULL DEFAULT '',
    post_kind TEXT NOT NULL DEFAULT '',
    is_skilled INTEGER CHECK (is_skilled IN (0, 1)),
    is_new_hire INTEGER CHECK (is_new_hire IN (0, 1)),
    started_on TEXT NOT NULL CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    end_reason TEXT,
    contract_from TEXT CHECK (contract_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    contract_to TEXT CHECK (contract_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    open_ended INTEGER CHECK (open_ended IN (0, 1)),
    wage_monthly INTEGER CHECK (wage_monthly >= 0),
    affected TEXT,
    fits_post INTEGER CHECK (fits_post IN (0, 1)),
    hired_level TEXT,
    source TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX employment_reference ON employment (reference) WHERE void = 0;
CREATE INDEX employment_number ON employment (number) WHERE number IS NOT NULL;
CREATE INDEX employment_person ON employment (person);
CREATE INDEX employment_enterprise ON employment (enterprise) WHERE enterprise IS NOT NULL;

CREATE TABLE certificate (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    cert_kind TEXT NOT NULL CHECK (cert_kind <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    level TEXT,
    eval_event TEXT,
    occupation_code TEXT NOT NULL DEFAULT '',
    number_on TEXT NOT NULL DEFAULT '',
    issued_on TEXT CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_to TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    review_due TEXT CHECK (review_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    issuer TEXT NOT NULL DEFAULT '',
    verified_on TEXT CHECK (verified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    cancelled_on TEXT CHECK (cancelled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX certificate_reference ON certificate (reference) WHERE void = 0;
CREATE INDEX certificate_number ON certificate (number) WHERE number IS NOT NULL;
CREATE INDEX certificate_person ON certificate (person);

CREATE TABLE venture (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    stage TEXT NOT NULL CHECK (stage <> ''),
    ready INTEGER CHECK (ready IN (0, 1)),
    venture_kind TEXT,
    returned_home INTEGER CHECK (returned_home IN (0, 1)),
    step_project TEXT CHECK (step_project GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    step_market TEXT CHECK (step_market GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    step_guidance TEXT CHECK (step_guidance GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    step_loan TEXT CHECK (step_loan GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    step_tracking TEXT CHECK (step_tracking GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    households_led INTEGER CHECK (households_led >= 0),
    public_notice_on TEXT CHECK (public_notice_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX venture_reference ON venture (reference) WHERE void = 0;
CREATE INDEX venture_number ON venture (number) WHERE number IS NOT NULL;
CREATE INDEX venture_person ON venture (person);

CREATE TABLE honour (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    level TEXT NOT NULL DEFAULT '',
    awarded_on TEXT CHECK (awarded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    number_on TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX honour_reference ON honour (reference) WHERE void = 0;
CREATE INDEX honour_number ON honour (number) WHERE number IS NOT NULL;
CREATE INDEX honour_person ON honour (person);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    evidence_kind TEXT NOT NULL CHECK (evidence_kind <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    seen_on TEXT CHECK (seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    seen_by TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX evidence_reference ON evidence (reference) WHERE void = 0;
CREATE INDEX evidence_number ON evidence (number) WHERE number IS NOT NULL;
CREATE INDEX evidence_person ON evidence (person);

CREATE TABLE course_facts (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    course INTEGER NOT NULL REFERENCES course (id),
    programme TEXT,
    track TEXT NOT NULL DEFAULT '',
    cuisine TEXT NOT NULL DEFAULT '',
    occupation_code TEXT NOT NULL DEFAULT '',
    level TEXT,
    mode TEXT,
    training_kind TEXT,
    delivery TEXT,
    order_form TEXT,
    hours_theory INTEGER CHECK (hours_theory >= 0),
    hours_practice INTEGER CHECK (hours_practice >= 0),
    hours_total INTEGER CHECK (hours_total >= 0),
    eval_kind TEXT,
    min_schooling TEXT,
    min_age INTEGER CHECK (min_age >= 0),
    max_age INTEGER CHECK (max_age >= 0),
    special_op TEXT NOT NULL DEFAULT '',
    accessible TEXT NOT NULL DEFAULT '',
    subsidy_item TEXT NOT NULL DEFAULT '',
    fee INTEGER CHECK (fee >= 0),
    package TEXT NOT NULL DEFAULT '',
    linked_vacancy INTEGER REFERENCES vacancy (id),
    cluster TEXT NOT NULL DEFAULT '',
    for_groups TEXT NOT NULL DEFAULT '',
    is_key_major INTEGER CHECK (is_key_major IN (0, 1)),
    has_guidance INTEGER CHECK (has_guidance IN (0, 1)),
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX course_facts_reference ON course_facts (reference) WHERE void = 0;
CREATE INDEX course_facts_number ON course_facts (number) WHERE number IS NOT NULL;
CREATE INDEX course_facts_course ON course_facts (course);
CREATE INDEX course_facts_linked_vacancy ON course_facts (linked_vacancy) WHERE linked_vacancy IS NOT NULL;

CREATE TABLE vacancy_facts (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    vacancy INTEGER NOT NULL REFERENCES vacancy (id),
    track TEXT NOT NULL DEFAULT '',
    occupation_code TEXT NOT NULL DEFAULT '',
    division TEXT NOT NULL DEFAULT '',
    wage_from INTEGER CHECK (wage_from >= 0),
    wage_to INTEGER CHECK (wage_to >= 0),
    min_schooling TEXT,
    min_age INTEGER CHECK (min_age >= 16),
    max_age INTEGER CHECK (max_age >= 16),
    cert_asked TEXT NOT NULL DEFAULT '',
    cert_is_hard INTEGER CHECK (cert_is_hard IN (0, 1)),
    hazard TEXT,
    suits_disability TEXT NOT NULL DEFAULT '',
    public_welfare INTEGER CHECK (public_welfare IN (0, 1)),
    contract_months INTEGER CHECK (contract_months >= 0),
    for_groups TEXT NOT NULL DEFAULT '',
    cluster TEXT NOT NULL DEFAULT '',
    source_event TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX vacancy_facts_reference ON vacancy_facts (reference) WHERE void = 0;
CREATE INDEX vacancy_facts_number ON vacancy_facts (number) WHERE number IS NOT NULL;
CREATE INDEX vacancy_facts_vacancy ON vacancy_facts (vacancy);

CREATE TABLE class (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    course INTEGER REFERENCES course (id),
    institution INTEGER REFERENCES institution (id),
    place TEXT NOT NULL DEFAULT '',
    worker TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL CHECK (stage <> ''),
    applied_on TEXT CHECK (applied_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    approved_on TEXT CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    opens_on TEXT CHECK (opens_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closes_on TEXT CHECK (closes_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reviewed_on TEXT CHECK (reviewed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    seats INTEGER CHECK (seats >= 1),
    veteran_seats INTEGER CHECK (veteran_seats >= 0),
    opening_visit_on TEXT CHECK (opening_visit_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closing_visit_on TEXT CHECK (closing_visit_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    archive_complete INTEGER CHECK (archive_complete IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX class_reference ON class (reference) WHERE void = 0;
CREATE INDEX class_number ON class (number) WHERE number IS NOT NULL;
CREATE INDEX class_course ON class (course) WHERE course IS NOT NULL;
CREATE INDEX class_institution ON class (institution) WHERE institution IS NOT NULL;

CREATE TABLE class_check (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    class INTEGER NOT NULL REFERENCES class (id),
    checked_on TEXT NOT NULL CHECK (checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    checker TEXT NOT NULL DEFAULT '',
    check_kind TEXT NOT NULL CHECK (check_kind <> ''),
    due_count INTEGER CHECK (due_count >= 0),
    headcount INTEGER CHECK (headcount >= 0),
    signed_for INTEGER CHECK (signed_for >= 0),
    photo TEXT NOT NULL DEFAULT '',
    result TEXT,
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX class_check_reference ON class_check (reference) WHERE void = 0;
CREATE INDEX class_check_number ON class_check (number) WHERE number IS NOT NULL;
CREATE INDEX class_check_class ON class_check (class);

CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    class INTEGER NOT NULL REFERENCES class (id),
    status TEXT NOT NULL CHECK (status <> ''),
    enrolled_on TEXT CHECK (enrolled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    completed_on TEXT CHECK (completed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    mastered INTEGER CHECK (mastered IN (0, 1)),
    mastered_by TEXT NOT NULL DEFAULT '',
    hours_attended INTEGER CHECK (hours_attended >= 0),
    days_attended INTEGER CHECK (days_attended >= 0),
    train_round TEXT,
    assessed_by TEXT NOT NULL DEFAULT '',
    trainee_role TEXT,
    first_ever INTEGER CHECK (first_ever IN (0, 1)),
    entered_on TEXT CHECK (entered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    fund_source TEXT,
    subsidised INTEGER CHECK (subsidised IN (0, 1)),
    subsidy_payee TEXT,
    subsidy_ref TEXT NOT NULL DEFAULT '',
    department TEXT,
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX enrolment_reference ON enrolment (reference) WHERE void = 0;
CREATE INDEX enrolment_number ON enrolment (number) WHERE number IS NOT NULL;
CREATE INDEX enrolment_person ON enrolment (person);
CREATE INDEX enrolment_class ON enrolment (class);

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    enrolment INTEGER NOT NULL REFERENCES enrolment (id),
    given_on TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    score INTEGER CHECK (score >= 1),
    words TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX feedback_reference ON feedback (reference) WHERE void = 0;
CREATE INDEX feedback_number ON feedback (number) WHERE number IS NOT NULL;
CREATE INDEX feedback_enrolment ON feedback (enrolment);

CREATE TABLE apprenticeship (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    person INTEGER NOT NULL REFERENCES person (id),
    enterprise INTEGER NOT NULL REFERENCES enterprise (id),
    institution INTEGER REFERENCES institution (id),
    scheme TEXT,
    mentor TEXT NOT NULL DEFAULT '',
    teacher TEXT NOT NULL DEFAULT '',
    level TEXT,
    from_on TEXT CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    to_on TEXT CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    filing_no TEXT NOT NULL DEFAULT '',
    filing_state TEXT,
    wage_monthly INTEGER CHECK (wage_monthly >= 0),
    accepted_on TEXT CHECK (accepted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX apprenticeship_reference ON apprenticeship (reference) WHERE void = 0;
CREATE INDEX apprenticeship_number ON apprenticeship (number) WHERE number IS NOT NULL;
CREATE INDEX apprenticeship_person ON apprenticeship (person);
CREATE INDEX apprenticeship_enterprise ON apprenticeship (enterprise);
CREATE INDEX apprenticeship_institution ON apprenticeship (institution) WHERE institution IS NOT NULL;

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    event_kind TEXT NOT NULL CHECK (event_kind <> ''),
    theme TEXT NOT NULL CHECK (theme <> ''),
    held_on TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    division TEXT NOT NULL DEFAULT '',
    firms INTEGER CHECK (firms >= 0),
    visitors INTEGER CHECK (visitors >= 0),
    note TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX event_reference ON event (reference) WHERE void = 0;
CREATE INDEX event_number ON event (number) WHERE number IS NOT NULL;

CREATE TABLE occupation (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    code TEXT NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    skill_type TEXT,
    in_qualification_list INTEGER CHECK (in_qualification_list IN (0, 1)),
    entry_control INTEGER CHECK (entry_control IN (0, 1)),
    in_shortage_list INTEGER CHECK (in_shortage_list IN (0, 1)),
    list_date TEXT CHECK (list_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    standard_kind TEXT,
    special_op TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX occupation_reference ON occupation (reference) WHERE void = 0;
CREATE INDEX occupation_number ON occupation (number) WHERE number IS NOT NULL;

CREATE TABLE division (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    code TEXT NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    region TEXT,
    area_tags TEXT NOT NULL DEFAULT '',
    min_wage INTEGER CHECK (min_wage >= 0),
    min_wage_from TEXT CHECK (min_wage_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX division_reference ON division (reference) WHERE void = 0;
CREATE INDEX division_number ON division (number) WHERE number IS NOT NULL;

CREATE TABLE subsidy_item (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER CHECK (number > 0),
    reference TEXT NOT NULL CHECK (reference <> ''),
    code TEXT NOT NULL CHECK (code <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    subsidy_kind TEXT,
    standard TEXT NOT NULL DEFAULT '',
    payee TEXT,
    valid_from TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    valid_to TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    extra TEXT NOT NULL DEFAULT '' CHECK (extra = '' OR json_valid(extra)),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX subsidy_item_reference ON subsidy_item (reference) WHERE void = 0;
CREATE INDEX subsidy_item_number ON subsidy_item (number) WHERE number IS NOT NULL;

-- One of each.
CREATE UNIQUE INDEX enrolment_once ON enrolment (person, class) WHERE void = 0;
CREATE UNIQUE INDEX course_facts_once ON course_facts (course) WHERE void = 0;
CREATE UNIQUE INDEX vacancy_facts_once ON vacancy_facts (vacancy) WHERE void = 0;
CREATE UNIQUE INDEX veteran_once ON veteran (person) WHERE void = 0;
CREATE UNIQUE INDEX disability_once ON disability (person) WHERE void = 0;
