//! Records as JSON objects: the contract's fields, with the words of the sheets as values.

use crate::domain::{
    group::{EvidenceKind, Group, GroupSource, Membership},
    offer::{CourseRecord, VacancyRecord},
    person::PersonRecord,
};
use crate::exchange::{
    cells, clean,
    source::{Column, CourseColumn, PersonColumn, VacancyColumn},
    vocabulary::group_label,
};
use crate::text::Lang;
use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// One object a person. Dated groups and the record's state stand where a sheet has no place.
pub(crate) fn people(record: &PersonRecord, reveal: bool) -> Value {
    let words = |column| cells::person(record, column, Lang::Zh, reveal);
    let said = |column: &PersonColumn| column.is_always_there() || !words(*column).is_empty();
    let columns: Vec<PersonColumn> = PersonColumn::ALL.iter().copied().filter(said).collect();
    let mut object = flat(&columns, words);
    let groups: Vec<Value> = record.groups.iter().map(membership).collect();
    object.insert("groups".to_owned(), groups.into());
    object.insert("certs".to_owned(), json!(record.certs));
    let state = record.state.map(|state| state.code());
    object.insert("state".to_owned(), json!(state));
    if !record.former_refs.is_empty() {
        object.insert("former_refs".to_owned(), json!(record.former_refs));
    }
    with_extra(object, &cells::extra(&record.extra, reveal))
}

/// One object a course.
pub(crate) fn courses(record: &CourseRecord) -> Value {
    let object = flat(CourseColumn::ALL, |column| cells::course(record, column));
    with_extra(object, &record.extra)
}

/// One object a vacancy.
pub(crate) fn vacancies(record: &VacancyRecord) -> Value {
    let object = flat(VacancyColumn::ALL, |column| cells::vacancy(record, column));
    with_extra(object, &record.extra)
}

fn flat<C: Column>(columns: &[C], cell: impl Fn(C) -> String) -> Map<String, Value> {
    let field = |column: &C| {
        (
            column.code().to_owned(),
            Value::from(clean::escaped(&cell(*column))),
        )
    };
    columns.iter().map(field).collect()
}

fn with_extra(mut object: Map<String, Value>, extra: &BTreeMap<String, String>) -> Value {
    if !extra.is_empty() {
        let cell = |(name, text): (&String, &String)| (name.clone(), clean::escaped(text).into());
        let extra: Map<String, Value> = extra.iter().map(cell).collect();
        object.insert("extra".to_owned(), extra.into());
    }
    Value::Object(object)
}

fn membership(membership: &Membership) -> Value {
    let group = group_label(membership.group, Lang::Zh);
    if *membership == Membership::undated(membership.group) {
        return group.into();
    }
    let mut object = Map::new();
    object.insert("group".to_owned(), group.into());
    let day = |day: Option<NaiveDate>| json!(day.map(|day| day.to_string()));
    object.insert("from".to_owned(), day(membership.from));
    object.insert("to".to_owned(), day(membership.to));
    object.insert("evidence".to_owned(), json!(membership.evidence));
    let more = [
        (
            "evidence_kind",
            json!(membership.evidence_kind.map(|kind| kind.code())),
        ),
        ("recognised_on", day(membership.recognised_on)),
        (
            "source",
            json!(membership.source.map(|source| source.code())),
        ),
        ("verified", json!(membership.verified.then_some(true))),
    ];
    let said = more.into_iter().filter(|(_, value)| !value.is_null());
    object.extend(said.map(|(name, value)| (name.to_owned(), value)));
    object.into()
}

/// The groups of an object, if every one is known; else its words are read like a sheet's.
pub(crate) fn memberships(object: &Value) -> Option<Vec<Membership>> {
    let values = object.get("groups")?.as_array()?;
    values.iter().map(one_membership).collect()
}

fn one_membership(value: &Value) -> Option<Membership> {
    let known = |word: &str| {
        let short = || Group::ALL.iter().copied().find(|g| g.short_zh() == word);
        Group::parse(word).or_else(short)
    };
    if let Some(word) = value.as_str() {
        return known(word).map(Membership::undated);
    }
    let text = |field: &str| value.get(field).and_then(Value::as_str);
    let day = |field: &str| text(field).and_then(|day| day.parse().ok());
    Some(Membership {
        group: known(text("group")?)?,
        from: day("from"),
        to: day("to"),
        evidence: text("evidence").map(str::to_owned),
        evidence_kind: text("evidence_kind").and_then(EvidenceKind::parse),
        recognised_on: day("recognised_on"),
        source: text("source").and_then(GroupSource::parse),
        verified: value.get("verified").and_then(Value::as_bool) == Some(true),
    })
}
