//! Who may still come into a class: seats, seats kept for veterans, one class at a time, and what the
//! course asks for. A full class refuses; the rest is said and left to the clerk.

use crate::domain::{
    failure::Failure,
    group::Group,
    ids::{EntryId, PersonId},
    ledger::{
        Entry,
        kinds::{class, course_facts, enrolment},
        terms::EnrolmentStatus,
    },
    person::{PersonRecord, Schooling},
};
use crate::{store::Store, text::Lang};
use chrono::NaiveDate;
use std::collections::HashMap;
use uuid::Uuid;

crate::messages! {
    overlaps(name: &str, other: &str) { zh: "{name}同期已在 {other}", en: "{name} is in {other} at the same time" }
    too_young(name: &str, age: i32, least: i64) { zh: "{name}{age} 岁，课程要求 {least} 岁以上", en: "{name} is {age}; the course asks for {least} and older" }
    too_old(name: &str, age: i32, most: i64) { zh: "{name}{age} 岁，课程要求 {most} 岁以下", en: "{name} is {age}; the course asks for {most} and younger" }
    age_unknown(name: &str) { zh: "{name}年龄不详，课程有年龄要求", en: "{name}'s age is not known and the course has a limit" }
    schooling_short(name: &str, has: &str, asks: &str) { zh: "{name}文化程度{has}，课程要求{asks}以上", en: "{name} has {has}; the course asks for {asks}" }
    schooling_unknown(name: &str, asks: &str) { zh: "{name}文化程度不详，课程要求{asks}以上", en: "{name}'s schooling is not known; the course asks for {asks}" }
}

/// Refuses what would overfill a class, and notes what else speaks against an enrolment.
pub(super) fn check(
    store: &Store,
    entries: &[Entry],
    lang: Lang,
    today: NaiveDate,
) -> Result<Vec<String>, Failure> {
    let mut warnings = Vec::new();
    let mut by_class: HashMap<Uuid, Vec<&Entry>> = HashMap::new();
    for entry in entries.iter().filter(|e| takes_a_seat(e)) {
        if let Some(class) = entry.link(enrolment::CLASS) {
            by_class.entry(class).or_default().push(entry);
        }
    }
    for (uid, coming) in by_class {
        let Some(class) = store.entry(&class::KIND, EntryId(uid))? else {
            continue;
        };
        let coming_ids: Vec<EntryId> = coming.iter().map(|e| e.id).collect();
        let mut seated = store.entries_about(&enrolment::KIND, enrolment::CLASS, uid)?;
        seated.retain(|e| takes_a_seat(e) && !coming_ids.contains(&e.id));
        has_seats(store, &class, &seated, &coming)?;
        for entry in coming {
            if let Some(person) = person_of(store, entry)? {
                let seat = Seat {
                    entry,
                    class: &class,
                    person: &person,
                };
                warnings.extend(speaks_against(store, &seat, lang, today)?);
            }
        }
    }
    Ok(warnings)
}

fn takes_a_seat(entry: &Entry) -> bool {
    entry.kind == &enrolment::KIND
        && entry
            .code(enrolment::STATUS)
            .is_some_and(EnrolmentStatus::takes_a_seat)
}

fn person_of(store: &Store, entry: &Entry) -> Result<Option<PersonRecord>, Failure> {
    let Some(uid) = entry.link(enrolment::PERSON) else {
        return Ok(None);
    };
    Ok(store.person(PersonId(uid))?.map(|p| p.record))
}

/// The groups whose seats are kept.
const VETERANS: [Group; 5] = [
    Group::Veteran,
    Group::VeteranSelfEmployed,
    Group::VeteranOfficer,
    Group::VeteranDemobilised,
    Group::VeteranStudent,
];

fn is_veteran(record: &PersonRecord) -> bool {
    record.veteran_year.is_some() || record.groups.iter().any(|m| VETERANS.contains(&m.group))
}

fn has_seats(
    store: &Store,
    class: &Entry,
    seated: &[Entry],
    coming: &[&Entry],
) -> Result<(), Failure> {
    let Some(seats) = class.number(class::SEATS) else {
        return Ok(());
    };
    let kept = class.number(class::VETERAN_SEATS).unwrap_or(0);
    let mut others = 0;
    for entry in seated.iter().chain(coming.iter().copied()) {
        let veteran = person_of(store, entry)?.is_some_and(|p| is_veteran(&p));
        others += i64::from(!veteran);
    }
    let all = i64::try_from(seated.len() + coming.len()).unwrap_or(i64::MAX);
    if all > seats || others > seats - kept {
        return Err(Failure::ClassFull {
            class: class.text(class::TITLE).to_owned(),
            seats: seats.to_string(),
            kept: kept.to_string(),
            taken: seated.len().to_string(),
        });
    }
    Ok(())
}

/// Who would sit where.
struct Seat<'a> {
    entry: &'a Entry,
    class: &'a Entry,
    person: &'a PersonRecord,
}

fn speaks_against(
    store: &Store,
    seat: &Seat<'_>,
    lang: Lang,
    today: NaiveDate,
) -> Result<Vec<String>, Failure> {
    let Seat {
        entry,
        class,
        person,
    } = seat;
    let mut warnings = Vec::new();
    let name = &person.name;
    let uid = entry.link(enrolment::PERSON).unwrap_or_default();
    for other in store.entries_about(&enrolment::KIND, enrolment::PERSON, uid)? {
        let elsewhere = other.link(enrolment::CLASS).filter(|c| *c != class.id.0);
        if let Some(uid) = elsewhere.filter(|_| takes_a_seat(&other))
            && let Some(there) = store.entry(&class::KIND, EntryId(uid))?
            && overlap(class, &there)
        {
            warnings.push(overlaps(lang, name, there.text(class::TITLE)).into_owned());
        }
    }
    let Some(course) = class.link(class::COURSE) else {
        return Ok(warnings);
    };
    let facts = store.entries_about(&course_facts::KIND, course_facts::COURSE, course)?;
    let Some(facts) = facts.first() else {
        return Ok(warnings);
    };
    let (least, most) = (
        facts.number(course_facts::MIN_AGE),
        facts.number(course_facts::MAX_AGE),
    );
    let day = class.date(class::OPENS_ON).unwrap_or(today);
    match person.age_on(day) {
        None if least.is_some() || most.is_some() => {
            warnings.push(age_unknown(lang, name).into_owned());
        }
        Some(age) => {
            if let Some(least) = least.filter(|least| i64::from(age) < *least) {
                warnings.push(too_young(lang, name, age, least).into_owned());
            }
            if let Some(most) = most.filter(|most| i64::from(age) > *most) {
                warnings.push(too_old(lang, name, age, most).into_owned());
            }
        }
        None => {}
    }
    if let Some(asked) = facts
        .code(course_facts::MIN_SCHOOLING)
        .and_then(Schooling::parse)
    {
        let asks = asked.label(lang);
        match person.schooling.value {
            None => warnings.push(schooling_unknown(lang, name, asks).into_owned()),
            Some(has) if has.rank() < asked.rank() => {
                warnings.push(schooling_short(lang, name, has.label(lang), asks).into_owned());
            }
            Some(_) => {}
        }
    }
    Ok(warnings)
}

/// Whether two classes run at the same time, as far as their days are known.
fn overlap(one: &Entry, other: &Entry) -> bool {
    let span = |entry: &Entry| {
        let from = entry.date(class::OPENS_ON)?;
        Some((from, entry.date(class::CLOSES_ON).unwrap_or(from)))
    };
    match (span(one), span(other)) {
        (Some((a, b)), Some((c, d))) => a <= d && c <= b,
        _ => false,
    }
}
