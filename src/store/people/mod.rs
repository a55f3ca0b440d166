//! People and their group memberships: the tables, and rows from and to domain values.

mod find;
mod list;

use super::cells::{self, Cells};
use super::error::Result;
use super::row::{Row, Value, table};
use super::write::Writing;
use crate::domain::{
    group::{Group, Membership},
    id_number::IdNumber,
    ids::PersonId,
    person::{
        DisabilityKind, DisabilityLevel, Person, PersonRecord, PersonState, Schooling, Sex, Wish,
        WorkStatus,
    },
    phone::Phone,
};

pub(super) use find::{by_id_number, groups_of};

table! {
    /// People.
    pub(super) PERSON = "person" {
        number number, text reference, text name, maybe sex, text ethnic, maybe id_number, maybe birth_date,
        maybe phone, maybe phone2, text hukou, text city, text county, text town, text village, text address,
        text schooling, maybe schooling_code, maybe disability_kind, maybe disability_level, text disability_cert,
        number veteran_year, text certs, text work_status, maybe work_status_code, text wishes,
        text training_wish, maybe training_wish_code, text expected_pay, number expected_pay_yuan, text commute,
        text householder, text household_relation, text health, text labour_ability, text work_place,
        text work_unit, text income, number income_yuan, text worker, text guardian, maybe reg_date, text note,
        text extra, maybe state,
    }
}

table! {
    /// Memberships, dated.
    pub(super) PERSON_GROUP = "person_group" {
        refers(PERSON) person, text code, maybe valid_from, maybe valid_to, maybe evidence,
    }
}

/// The person's own row; `number` is set where the store gave the reference.
fn to_row(record: &PersonRecord, number: Option<i64>, reference: &str) -> Result<Row> {
    let r = record;
    let text = |t: &str| Value::from(t);
    let row = vec![
        number.into(),
        text(reference),
        text(&r.name),
        r.sex.map(Sex::code).into(),
        text(&r.ethnic),
        r.id_number.as_ref().map(IdNumber::as_str).into(),
        cells::date(r.birth_date),
        r.phone.as_ref().map(Phone::as_str).into(),
        r.phone2.as_ref().map(Phone::as_str).into(),
        text(&r.hukou),
        text(&r.city),
        text(&r.county),
        text(&r.town),
        text(&r.village),
        text(&r.address),
        text(&r.schooling.text),
        r.schooling.value.map(Schooling::code).into(),
        r.disability_kind.map(DisabilityKind::code).into(),
        r.disability_level.map(DisabilityLevel::code).into(),
        text(&r.disability_cert),
        r.veteran_year.into(),
        cells::list(&r.certs)?,
        text(&r.work_status.text),
        r.work_status.value.map(WorkStatus::code).into(),
        text(&r.wishes),
        text(&r.training_wish.text),
        r.training_wish.value.map(Wish::code).into(),
        text(&r.expected_pay.text),
        r.expected_pay.value.into(),
        text(&r.commute),
        text(&r.householder),
        text(&r.household_relation),
        text(&r.health),
        text(&r.labour_ability),
        text(&r.work_place),
        text(&r.work_unit),
        text(&r.income.text),
        r.income.value.into(),
        text(&r.worker),
        text(&r.guardian),
        cells::date(r.reg_date),
        text(&r.note),
        cells::map(&r.extra)?,
        r.state.map(PersonState::code).into(),
        Value::Int(0),
    ];
    debug_assert_eq!(row.len(), PERSON.columns.len());
    Ok(row)
}

/// Reads what `PERSON.statements().select` gave; the groups come from their own table.
fn from_cells(cells: &mut Cells<'_>) -> Result<Person> {
    let id = PersonId(cells.uid()?);
    let c = cells.skip();
    let record = PersonRecord {
        reference: c.text()?,
        name: c.text()?,
        sex: c.code(Sex::ALL, Sex::code)?,
        ethnic: c.text()?,
        id_number: IdNumber::parse(c.str()?).ok(),
        birth_date: c.date()?,
        phone: phone(c.str()?),
        phone2: phone(c.str()?),
        hukou: c.text()?,
        city: c.text()?,
        county: c.text()?,
        town: c.text()?,
        village: c.text()?,
        address: c.text()?,
        schooling: c.written(Schooling::ALL, Schooling::code)?,
        groups: Vec::new(),
        disability_kind: c.code(DisabilityKind::ALL, DisabilityKind::code)?,
        disability_level: c.code(DisabilityLevel::ALL, DisabilityLevel::code)?,
        disability_cert: c.text()?,
        veteran_year: c.narrow()?,
        certs: c.list()?,
        work_status: c.written(WorkStatus::ALL, WorkStatus::code)?,
        wishes: c.text()?,
        training_wish: c.written(Wish::ALL, Wish::code)?,
        expected_pay: c.written_number()?,
        commute: c.text()?,
        householder: c.text()?,
        household_relation: c.text()?,
        health: c.text()?,
        labour_ability: c.text()?,
        work_place: c.text()?,
        work_unit: c.text()?,
        income: c.written_number()?,
        worker: c.text()?,
        guardian: c.text()?,
        reg_date: c.date()?,
        note: c.text()?,
        extra: c.map()?,
        state: c.code(PersonState::ALL, PersonState::code)?,
    };
    Ok(Person { id, record })
}

fn phone(text: &str) -> Option<Phone> {
    (!text.is_empty()).then(|| Phone::parse(text)).flatten()
}

/// Reads a membership: code, first day, last day, ground. An unknown code is passed over.
fn membership(cells: &mut Cells<'_>) -> Result<Option<Membership>> {
    let group = cells.code(Group::ALL, Group::code)?;
    let (from, to, evidence) = (cells.date()?, cells.date()?, cells.maybe()?);
    Ok(group.map(|group| Membership {
        group,
        from,
        to,
        evidence,
    }))
}

/// Adds a person with their groups, as one record.
pub(super) fn add(
    writing: &mut Writing<'_>,
    record: &PersonRecord,
    number: Option<i64>,
    reference: &str,
) -> Result<PersonId> {
    let id = writing.new_uid()?;
    let row = to_row(record, number, reference)?;
    let mut groups = Vec::with_capacity(record.groups.len());
    for membership in &record.groups {
        let row = vec![
            Value::Uid(id),
            Value::from(membership.group.code()),
            cells::date(membership.from),
            cells::date(membership.to),
            membership
                .evidence
                .as_deref()
                .filter(|e| !e.is_empty())
                .into(),
            Value::Int(0),
        ];
        groups.push((writing.new_uid()?, row));
    }
    writing.part("person", id, |part| {
        part.insert(&PERSON, id, row)?;
        groups
            .into_iter()
            .try_for_each(|(uid, row)| part.insert(&PERSON_GROUP, uid, row))
    })?;
    Ok(PersonId(id))
}
