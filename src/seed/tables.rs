//! The shipped tables as text, for those who parse them themselves (`matching` and `exchange` are pure and take `&str`).
//!
//! All are UTF-8, tab-separated, one header line, no quoting. `seed-data/MANIFEST.toml` says where
//! each comes from and under which licence.

macro_rules! tables {
    ($( $(#[$meta:meta])* $name:ident = $file:literal; )+) => {
        $(
            $(#[$meta])*
            pub const $name: &str = include_str!(concat!("../../seed-data/", $file));
        )+

        /// Every embedded table: its path below `seed-data/` and its text.
        pub const ALL: &[(&str, &str)] = &[$( ($file, $name), )+];
    };
}

tables! {
    /// `char, pinyin` (toneless, most usual first, space between readings), `pinyin_tone`.
    HANZI_PINYIN = "codes/hanzi-pinyin.tsv";
    /// `surname, pinyin, pinyin_tone, other_readings, note`: readings that differ in a surname.
    SURNAME_READINGS = "codes/surname-readings.tsv";
    /// `surname, pinyin, national_rank_2020, gd_weight`.
    SURNAMES = "codes/surnames.tsv";
    /// `sex, birth_years, chars`: characters of given names.
    GIVEN_NAME_CHARS = "codes/given-name-chars.tsv";
    /// `level, a, b, note, strength`: sounds that the region mixes up.
    FUZZY_PINYIN = "codes/fuzzy-pinyin.tsv";
    /// `traditional, simplified`.
    TRADITIONAL_SIMPLIFIED = "codes/traditional-simplified.tsv";
    /// `chars, note`: characters taken for one another by their looks.
    LOOK_ALIKES = "codes/look-alikes.tsv";
    /// `code, title, level, parent, gbm, green, digital, note`.
    OCCUPATIONS = "codes/occupations.tsv";
    /// `alias, title, code, worktype, region, note`: what people say at a counter.
    OCCUPATION_ALIASES = "codes/occupation-aliases.tsv";
    /// `alias, title, code`: titles of job advertisements, less sure.
    OCCUPATION_ALIASES_JOBADS = "codes/occupation-aliases-jobads.tsv";
    /// `code, name, level, parent_code, full_name, type`.
    DIVISIONS_GUANGDONG = "codes/divisions-guangdong.tsv";
    /// `code, full_name, level, from_year, until_year, status, successor_codes`.
    ID_ORIGIN_CODES = "codes/id-origin-codes.tsv";
    /// `table, code, name, note`: the small tables.
    CODES = "codes/codes.tsv";
    /// `series, no, name, class, sub_items`.
    QUALIFICATIONS_2021 = "codes/qualifications-2021.tsv";
    /// `no, name, level, parent, min_schooling`.
    SPECIAL_OPERATIONS = "codes/special-operations.tsv";
    /// `system, kind, code, item`.
    SPECIAL_EQUIPMENT = "codes/special-equipment.tsv";
    /// `from_date, city, class, monthly_yuan, hourly_yuan, document`.
    MINIMUM_WAGE = "codes/minimum-wage.tsv";
    /// `alias, group, note`: roster labels; the group is its code.
    GROUP_ALIASES = "codes/group-aliases.tsv";
    /// `alias, schooling, note`: roster words; the schooling is its code.
    SCHOOLING_ALIASES = "codes/schooling-aliases.tsv";
    /// `alias, status, note`: roster words; the status is its code.
    WORK_STATUS_ALIASES = "codes/work-status-aliases.tsv";
    /// Courses of the demo office, in the columns that an import takes, with day tokens.
    DEMO_COURSES = "courses/demo-courses.tsv";
    /// Vacancies of the demo office, likewise.
    DEMO_VACANCIES = "vacancies/demo-vacancies.tsv";
    /// People of the demo office that were written by hand.
    DEMO_CAST = "demo/cast.tsv";
    /// Work as people wish for it.
    DEMO_WISHES = "demo/wishes.tsv";
    /// Contacts with the people that were written by hand.
    DEMO_CAST_CONTACTS = "demo/cast-contacts.tsv";
    /// Contacts as clerks note them.
    DEMO_CONTACT_PHRASES = "demo/contact-phrases.tsv";
}
