//! Records as the cells of a sheet, column by column; the reverse of reading.

use super::{
    source::{ContactColumn, CourseColumn, PersonColumn, VacancyColumn},
    vocabulary::group_label,
};
use crate::domain::{
    contact::Contact,
    dates, masking,
    offer::{CourseRecord, VacancyRecord},
    person::PersonRecord,
    phone::Phone,
    written::Written,
};
use crate::text::Lang;
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;

/// A cell of a person. Ids and phones are masked unless `reveal`.
pub(crate) fn person(
    record: &PersonRecord,
    column: PersonColumn,
    lang: Lang,
    reveal: bool,
) -> String {
    use PersonColumn as C;
    let phone = |phone: &Option<Phone>| match phone {
        Some(phone) if reveal => phone.to_string(),
        Some(phone) => phone.masked(),
        None => String::new(),
    };
    match column {
        C::Reference => record.reference.clone(),
        C::Name => record.name.clone(),
        C::Sex => label(record.sex.map(|v| v.label(lang))),
        C::Ethnic => record.ethnic.clone(),
        C::IdNumber => match &record.id_number {
            Some(id) if reveal => id.to_string(),
            Some(id) => id.masked(),
            None => String::new(),
        },
        // Beside the end of an id number a whole birth date would give the rest of it away.
        C::BirthDate if reveal => label(record.birth_date),
        C::BirthDate => label(record.birth_date.map(|day| day.format("%Y-%m"))),
        C::Phone => phone(&record.phone),
        C::Phone2 => phone(&record.phone2),
        C::Hukou => record.hukou.clone(),
        C::City => record.city.clone(),
        C::County => record.county.clone(),
        C::Town => record.town.clone(),
        C::Village => record.village.clone(),
        C::Address => record.address.clone(),
        C::Schooling => written(&record.schooling, |v| v.label(lang).to_owned()),
        C::Groups => {
            let labels: Vec<&str> = record
                .groups
                .iter()
                .map(|m| group_label(m.group, lang))
                .collect();
            labels.join("、")
        }
        C::DisabilityKind => label(record.disability_kind.map(|v| v.label(lang))),
        C::DisabilityLevel => label(record.disability_level.map(|v| v.label(lang))),
        C::DisabilityCert => {
            // The certificate number begins with the id number.
            let number = &record.disability_cert;
            match number.char_indices().nth_back(3) {
                Some((at, _)) if !reveal && number.len() > 8 => {
                    format!("**************{}", &number[at..])
                }
                _ => number.clone(),
            }
        }
        C::VeteranYear => label(record.veteran_year),
        C::Certs => record.certs.join("、"),
        C::WorkStatus => written(&record.work_status, |v| v.label(lang).to_owned()),
        C::Wishes => record.wishes.clone(),
        C::TrainingWish => written(&record.training_wish, |v| v.label(lang).to_owned()),
        C::ExpectedPay => written(&record.expected_pay, ToString::to_string),
        C::Commute => record.commute.clone(),
        C::Householder => record.householder.clone(),
        C::HouseholdRelation => record.household_relation.clone(),
        C::Health => record.health.clone(),
        C::LabourAbility => record.labour_ability.clone(),
        C::WorkPlace => record.work_place.clone(),
        C::WorkUnit => record.work_unit.clone(),
        C::Income => written(&record.income, ToString::to_string),
        C::Worker => record.worker.clone(),
        C::Guardian => record.guardian.clone(),
        C::RegDate => label(record.reg_date),
        C::Note => told(&record.note, reveal),
        C::DoubtfulId if reveal => label(record.doubtful_id.as_ref().map(|n| n.as_str())),
        other => match other.field() {
            Some(field) => field.words(record, lang),
            None => String::new(),
        },
    }
}

/// A cell of a course.
pub(crate) fn course(record: &CourseRecord, column: CourseColumn) -> String {
    use CourseColumn as C;
    match column {
        C::Reference => record.reference.clone(),
        C::Title => record.title.clone(),
        C::Org => record.org.clone(),
        C::Place => record.place.clone(),
        C::Start => written(&record.start, ToString::to_string),
        C::Hours => written(&record.hours, ToString::to_string),
        C::Level => record.level.clone(),
        C::Target => record.target.clone(),
        C::Condition => record.condition.clone(),
        C::Fee => record.fee.clone(),
        C::Remark => record.remark.clone(),
    }
}

/// A cell of a vacancy.
pub(crate) fn vacancy(record: &VacancyRecord, column: VacancyColumn) -> String {
    use VacancyColumn as C;
    match column {
        C::Reference => record.reference.clone(),
        C::Title => record.title.clone(),
        C::Employer => record.employer.clone(),
        C::Place => record.place.clone(),
        C::Pay => record.pay.clone(),
        C::Headcount => written(&record.headcount, ToString::to_string),
        C::Requirement => record.requirement.clone(),
        C::Remark => record.remark.clone(),
        C::Benefit => record.benefit.clone(),
        C::Posted => written(&record.posted, ToString::to_string),
        C::Closes => written(&record.closes, ToString::to_string),
    }
}

/// A cell of a contact. Enumerations are written as the counter says them.
pub(crate) fn contact(
    contact: &Contact,
    person_ref: &str,
    column: ContactColumn,
    lang: Lang,
    reveal: bool,
) -> String {
    use ContactColumn as C;
    let record = &contact.record;
    let minute = |at: &DateTime<FixedOffset>| at.format("%Y-%m-%d %H:%M:%S").to_string();
    match column {
        C::Reference => contact.reference.clone(),
        C::Person => person_ref.to_owned(),
        C::Enterprise if record.with.person().is_none() => contact.with_name.clone(),
        C::Enterprise => String::new(),
        C::At if dates::hour(record.at).is_empty() => record.at.date_naive().to_string(),
        C::At => minute(&record.at),
        C::EnteredAt => minute(&contact.entered_at),
        C::Operator => contact.operator_name.clone(),
        C::Channel => record.channel.label(lang).to_owned(),
        C::Party => label(record.party.map(|v| v.label(lang))),
        C::Place => record.place.clone(),
        C::Purpose => {
            let labels: Vec<&str> = record.purposes.iter().map(|v| v.label(lang)).collect();
            labels.join(";")
        }
        C::Outcome => record.outcome.label(lang).to_owned(),
        C::Reason => label(record.reason.map(|v| v.label(lang))),
        C::Note => told(&record.note, reveal),
        C::NextDue => label(record.next_due),
        C::State => contact.state.label(lang).to_owned(),
    }
}

/// What somebody wrote down, without the numbers that stand in it unless `reveal`.
pub(crate) fn told(note: &str, reveal: bool) -> String {
    if reveal {
        note.to_owned()
    } else {
        masking::numbers(note)
    }
}

/// The columns that came with a record. Long numbers in them are masked unless `reveal`: nobody
/// knows what a strange column holds.
pub(crate) fn extra(extra: &BTreeMap<String, String>, reveal: bool) -> BTreeMap<String, String> {
    if reveal {
        return extra.clone();
    }
    extra
        .iter()
        .map(|(name, text)| (name.clone(), without_long_numbers(text)))
        .collect()
}

/// Longest cell that a report shows, in characters.
const SHOWN: usize = 40;

/// A cell as a report may show it: of a person's own numbers the end only, long texts cut.
pub(crate) fn shown(text: &str, is_number_of_person: bool) -> String {
    let line = crate::text::fold::squeeze(text);
    let digits = line
        .chars()
        .filter(|c| crate::text::fold::half_width(*c).is_ascii_digit())
        .count();
    if is_number_of_person && digits >= 5 {
        let compact: Vec<char> = line
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－'))
            .collect();
        let hidden = compact.len().saturating_sub(4);
        let end: String = compact[hidden..].iter().collect();
        return format!("{}{end}", "*".repeat(hidden.min(SHOWN)));
    }
    let safe = without_long_numbers(&line);
    if safe.chars().count() > SHOWN {
        let cut: String = safe.chars().take(SHOWN).collect();
        return format!("{cut}…");
    }
    safe
}

fn without_long_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut String| {
        match run.len() {
            0..=6 => out.push_str(run),
            len => {
                out.push_str("****");
                out.push_str(&run[len - 4..]);
            }
        }
        run.clear();
    };
    for c in text.chars() {
        if crate::text::fold::half_width(c).is_ascii_digit() {
            run.push(crate::text::fold::half_width(c));
        } else {
            flush(&mut run, &mut out);
            out.push(c);
        }
    }
    flush(&mut run, &mut out);
    out
}

/// The words as written, else the value in words.
fn written<T>(written: &Written<T>, words: impl Fn(&T) -> String) -> String {
    match (&written.value, written.text.is_empty()) {
        (Some(value), true) => words(value),
        _ => written.text.clone(),
    }
}

fn label(value: Option<impl ToString>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}
