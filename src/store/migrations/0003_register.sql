-- What a person's record and group memberships hold beside the columns of a roster.
--
-- state: since when and why (died, moved away, merged); merged_into: where a merged record went;
-- former_refs: the references of records merged into this one, by which it is still found.
ALTER TABLE person ADD COLUMN state_since TEXT CHECK (state_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE person ADD COLUMN state_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN former_refs TEXT NOT NULL DEFAULT '' CHECK (former_refs = '' OR json_valid(former_refs));
ALTER TABLE person ADD COLUMN merged_into INTEGER REFERENCES person (id);
ALTER TABLE person ADD COLUMN doubtful_id TEXT CHECK (doubtful_id <> '');
ALTER TABLE person ADD COLUMN id_seen_on TEXT CHECK (id_seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE person ADD COLUMN hukou_kind TEXT;
ALTER TABLE person ADD COLUMN hukou_division TEXT CHECK (hukou_division NOT GLOB '*[^0-9]*');
ALTER TABLE person ADD COLUMN home_division TEXT CHECK (home_division NOT GLOB '*[^0-9]*');
ALTER TABLE person ADD COLUMN hamlet TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN schooling_state TEXT;
ALTER TABLE person ADD COLUMN graduated_on TEXT CHECK (graduated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE person ADD COLUMN grad_school TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN in_school INTEGER CHECK (in_school IN (0, 1));
ALTER TABLE person ADD COLUMN family_note TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN unemployed_since TEXT CHECK (unemployed_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE person ADD COLUMN urban_unemp_reg INTEGER CHECK (urban_unemp_reg IN (0, 1));
ALTER TABLE person ADD COLUMN retire_category TEXT;
ALTER TABLE person ADD COLUMN skill_level TEXT;
ALTER TABLE person ADD COLUMN skills TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN high_craft INTEGER CHECK (high_craft IN (0, 1));
ALTER TABLE person ADD COLUMN remote_needs TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN subsidy_eligible INTEGER CHECK (subsidy_eligible IN (0, 1));
ALTER TABLE person ADD COLUMN subsidy_ground TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN subsidy_judged_on TEXT CHECK (subsidy_judged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE person ADD COLUMN keep_from_family INTEGER NOT NULL DEFAULT 0 CHECK (keep_from_family IN (0, 1));
ALTER TABLE person ADD COLUMN do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1));
ALTER TABLE person ADD COLUMN contact_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN consent_on TEXT CHECK (consent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

-- Who may be the same person: looked up by birth date, by town and by either phone.
CREATE INDEX person_birth ON person (birth_date, name) WHERE birth_date IS NOT NULL;
CREATE INDEX person_town ON person (town, village, name) WHERE town <> '';
CREATE INDEX person_phone2 ON person (phone2) WHERE phone2 IS NOT NULL;
CREATE INDEX person_doubtful_id ON person (doubtful_id) WHERE doubtful_id IS NOT NULL;
CREATE INDEX person_former_refs ON person (former_refs) WHERE former_refs <> '';
CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE person_group ADD COLUMN evidence_kind TEXT;
ALTER TABLE person_group ADD COLUMN recognised_on TEXT CHECK (recognised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE person_group ADD COLUMN source TEXT;
ALTER TABLE person_group ADD COLUMN verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1));
