//! One row of people as a record.

use super::{more, words};
use crate::domain::{id_number::IdNumber, person::PersonRecord, written::Written};
use crate::exchange::{
    clean::{self, Fixes},
    json, offers,
    report::{Fix, Warning},
    sheet::Cell,
    source::{PersonColumn, Row},
    vocabulary::Vocabulary,
};
use crate::text::Lang;

/// Reads all columns but the name. The id number wins over the columns of birth and sex.
pub(super) fn record(
    row: Row<'_, PersonColumn>,
    vocabulary: &Vocabulary,
    id: Option<IdNumber>,
    fixes: &mut Fixes,
) -> PersonRecord {
    use PersonColumn as C;
    let mut record = PersonRecord {
        id_number: id,
        extra: row.extra(),
        ..PersonRecord::default()
    };
    let mut text = |column: C| row.text(column, fixes);
    record.reference = text(C::Reference);
    record.ethnic = text(C::Ethnic);
    record.hukou = text(C::Hukou);
    record.city = text(C::City);
    record.county = text(C::County);
    record.town = text(C::Town);
    record.village = text(C::Village);
    record.address = text(C::Address);
    record.wishes = text(C::Wishes);
    record.commute = text(C::Commute);
    record.householder = text(C::Householder);
    record.household_relation = text(C::HouseholdRelation);
    record.health = text(C::Health);
    record.labour_ability = text(C::LabourAbility);
    record.work_place = text(C::WorkPlace);
    record.work_unit = text(C::WorkUnit);
    record.worker = text(C::Worker);
    record.guardian = text(C::Guardian);
    record.disability_cert = text(C::DisabilityCert).trim_matches('\'').to_owned();
    record.certs = json_list(row, C::Certs).unwrap_or_else(|| words::list(&text(C::Certs)));
    record.expected_pay = clean::yuan(text(C::ExpectedPay));
    record.income = clean::yuan(text(C::Income));
    record.schooling = read_with(text(C::Schooling), |word| vocabulary.schooling(word));
    record.work_status = read_with(text(C::WorkStatus), |word| vocabulary.work_status(word));
    record.training_wish = read_with(text(C::TrainingWish), words::wish);
    let kind = text(C::DisabilityKind);
    let level = text(C::DisabilityLevel);
    record.note = row.block(C::Note, fixes);
    record.disability_kind = words::disability_kind(&kind);
    record.disability_level =
        words::disability_level(&level).or_else(|| words::disability_level(&kind));
    if record.disability_kind.is_none() && record.disability_level.is_none() {
        keep_words(&mut record, C::DisabilityKind, &kind);
    }
    if record.disability_level.is_none() {
        keep_words(&mut record, C::DisabilityLevel, &level);
    }
    groups(row, vocabulary, &mut record, fixes);
    birth_and_sex(row, &mut record, fixes);
    phones(row, &mut record, fixes);
    record.reg_date = dated(row, C::RegDate, &mut record, fixes);
    record.veteran_year = words::year(row.cell(C::VeteranYear));
    if record.veteran_year.is_none() {
        let year = clean::text(row.cell(C::VeteranYear)).0;
        keep_words(&mut record, C::VeteranYear, &year);
    }
    more::read(row, &mut record, fixes);
    record
}

/// Keeps words that could not be read, beside the columns that are not ours.
pub(super) fn keep_words(record: &mut PersonRecord, column: PersonColumn, words: &str) {
    if !words.is_empty() {
        let key = format!("{}（原文）", column.label(Lang::Zh));
        record.extra.insert(key, words.to_owned());
    }
}

/// The columns of a row whose words were not understood; they are kept with the record. Words about
/// money are often no number (面议), and a phone that can't be read is named as a fix.
pub(super) fn warnings(row: Row<'_, PersonColumn>, record: &PersonRecord) -> Vec<Warning> {
    use PersonColumn as C;
    let is_kept = |column: C| {
        let key = format!("{}（原文）", column.label(Lang::Zh));
        !clean::text(row.cell(column)).0.is_empty() && record.extra.contains_key(&key)
    };
    let mut unread: Vec<C> = [
        C::Groups,
        C::DisabilityKind,
        C::DisabilityLevel,
        C::VeteranYear,
        C::RegDate,
    ]
    .into_iter()
    .filter(|column| is_kept(*column))
    .collect();
    for (column, is_unread) in [
        (C::Schooling, is_unread(&record.schooling)),
        (C::WorkStatus, is_unread(&record.work_status)),
        (C::TrainingWish, is_unread(&record.training_wish)),
    ] {
        if is_unread {
            unread.push(column);
        }
    }
    unread
        .into_iter()
        .map(|column| offers::unread(row, column))
        .collect()
}

fn is_unread<T>(written: &Written<T>) -> bool {
    written.value.is_none() && !written.is_blank()
}

/// A list of our own JSON, word by word.
pub(super) fn json_list(row: Row<'_, PersonColumn>, column: PersonColumn) -> Option<Vec<String>> {
    let values = row.object()?.get(column.code())?.as_array()?;
    let words = values.iter().map(|value| value.as_str().map(str::to_owned));
    words.collect()
}

fn read_with<T>(text: String, read: impl Fn(&str) -> Option<T>) -> Written<T> {
    let bare = words::bare(&text);
    let value = read(&bare);
    Written { text, value }
}

fn groups(
    row: Row<'_, PersonColumn>,
    vocabulary: &Vocabulary,
    record: &mut PersonRecord,
    fixes: &mut Fixes,
) {
    if let Some(memberships) = row.object().and_then(json::memberships) {
        record.groups = memberships;
        return;
    }
    let (text, _) = clean::block(row.cell(PersonColumn::Groups));
    let read = words::groups(&text, vocabulary);
    record.groups = read.memberships;
    fixes.add_if(read.split, Fix::GroupSplit);
    fixes.add_if(read.alias, Fix::GroupAlias);
    keep_words(record, PersonColumn::Groups, &read.unread.join("、"));
}

fn birth_and_sex(row: Row<'_, PersonColumn>, record: &mut PersonRecord, fixes: &mut Fixes) {
    let mut own = Fixes::default();
    let birth = clean::date(row.cell(PersonColumn::BirthDate), &mut own);
    let sex = words::sex(&clean::text(row.cell(PersonColumn::Sex)).0);
    let Some(id) = record.id_number else {
        fixes.merge(own);
        record.birth_date = birth;
        record.sex = sex;
        return;
    };
    record.birth_date = Some(id.birth_date());
    record.sex = Some(id.sex());
    // A column that the file does not have was not repaired.
    if row.has(PersonColumn::BirthDate) {
        if birth == record.birth_date {
            fixes.merge(own);
        } else {
            fixes.add(Fix::BirthFromId);
        }
    }
    fixes.add_if(
        row.has(PersonColumn::Sex) && sex != record.sex,
        Fix::SexFromId,
    );
}

fn phones(row: Row<'_, PersonColumn>, record: &mut PersonRecord, fixes: &mut Fixes) {
    let first = clean::phones(row.cell(PersonColumn::Phone), fixes);
    let second = clean::phones(row.cell(PersonColumn::Phone2), fixes);
    for (column, found) in [
        (PersonColumn::Phone, &first),
        (PersonColumn::Phone2, &second),
    ] {
        if let Some(words) = &found.words {
            keep_words(record, column, words);
        }
    }
    if second.numbers.is_empty() {
        let mut numbers = first.numbers.into_iter();
        record.phone = numbers.next();
        record.phone2 = numbers.next();
        keep_more(record, numbers);
    } else {
        let mut numbers = second.numbers.into_iter();
        let mut firsts = first.numbers.into_iter();
        record.phone = firsts.next();
        record.phone2 = numbers.next();
        keep_more(record, firsts.chain(numbers));
    }
}

/// A third number has no column; it is kept beside.
fn keep_more(
    record: &mut PersonRecord,
    numbers: impl Iterator<Item = crate::domain::phone::Phone>,
) {
    let more: Vec<String> = numbers.map(|n| n.to_string()).collect();
    if !more.is_empty() {
        record.extra.insert("更多电话".to_owned(), more.join("、"));
    }
}

/// A date column whose words are kept where they are no date.
pub(super) fn dated(
    row: Row<'_, PersonColumn>,
    column: PersonColumn,
    record: &mut PersonRecord,
    fixes: &mut Fixes,
) -> Option<chrono::NaiveDate> {
    let cell = row.cell(column);
    let day = clean::date(cell, fixes);
    if day.is_none() && !matches!(cell, Cell::Empty) {
        keep_words(record, column, &clean::text(cell).0);
    }
    day
}
