//! People and their group memberships: the tables, and rows from and to domain values.

mod alike;
mod beginning;
mod edit;
mod find;
mod history;
mod list;
mod membership;
mod merge;
mod register;
mod searched;
mod spots;

use super::cells::{self, Cells};
use super::error::Result;
use super::row::{Row, Value, table};
use super::write::Writing;
use crate::domain::{
    division::DivisionCode,
    id_number::{DoubtfulId, IdNumber},
    ids::PersonId,
    person::{
        ContactInstructions, DisabilityKind, DisabilityLevel, HukouKind, Person, PersonRecord,
        PersonState, RemoteNeed, RetireCategory, Schooling, SchoolingState, Sex, SkillLevel,
        SubsidyStanding, Wish, WorkStatus,
    },
    phone::Phone,
};

pub use alike::AlikeBy;
pub(super) use find::by_id_number;
pub(super) use membership::of as groups_of;

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
        text extra, maybe state, maybe state_since, text state_reason, text former_refs, refers(PERSON) merged_into,
        maybe doubtful_id, maybe id_seen_on, maybe hukou_kind, maybe hukou_division, maybe home_division, text hamlet,
        maybe schooling_state, maybe graduated_on, text grad_school, number in_school, text family_note,
        maybe unemployed_since, number urban_unemp_reg, maybe retire_category, maybe skill_level, text skills,
        number high_craft, text remote_needs, number subsidy_eligible, text subsidy_ground, maybe subsidy_judged_on,
        flag keep_from_family, flag do_not_contact, text contact_hours, maybe consent_on,
    }
}

table! {
    /// Memberships, dated.
    pub(super) PERSON_GROUP = "person_group" {
        refers(PERSON) person, text code, maybe valid_from, maybe valid_to, maybe evidence,
        maybe evidence_kind, maybe recognised_on, maybe source, flag verified,
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
        cells::date(r.state_since),
        text(&r.state_reason),
        cells::list(&r.former_refs)?,
        r.merged_into.map(|id| id.0).into(),
        r.doubtful_id.as_ref().map(DoubtfulId::as_str).into(),
        cells::date(r.id_seen_on),
        r.hukou_kind.map(HukouKind::code).into(),
        r.hukou_division.as_ref().map(DivisionCode::as_str).into(),
        r.home_division.as_ref().map(DivisionCode::as_str).into(),
        text(&r.hamlet),
        r.schooling_state.map(SchoolingState::code).into(),
        cells::date(r.graduated_on),
        text(&r.grad_school),
        r.in_school.into(),
        text(&r.family_note),
        cells::date(r.unemployed_since),
        r.urban_unemp_reg.into(),
        r.retire_category.map(RetireCategory::code).into(),
        r.skill_level.map(SkillLevel::code).into(),
        text(&r.skills),
        r.high_craft.into(),
        needs(&r.remote_needs),
        r.subsidy.eligible.into(),
        text(&r.subsidy.ground),
        cells::date(r.subsidy.judged_on),
        r.instructions.keep_from_family.into(),
        r.instructions.do_not_contact.into(),
        text(&r.instructions.hours),
        cells::date(r.consent_on),
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
        state_since: c.date()?,
        state_reason: c.text()?,
        former_refs: c.list()?,
        merged_into: c.maybe_uid()?.map(PersonId),
        doubtful_id: DoubtfulId::parse(c.str()?),
        id_seen_on: c.date()?,
        hukou_kind: c.code(HukouKind::ALL, HukouKind::code)?,
        hukou_division: DivisionCode::parse(c.str()?),
        home_division: DivisionCode::parse(c.str()?),
        hamlet: c.text()?,
        schooling_state: c.code(SchoolingState::ALL, SchoolingState::code)?,
        graduated_on: c.date()?,
        grad_school: c.text()?,
        in_school: c.flag()?,
        family_note: c.text()?,
        unemployed_since: c.date()?,
        urban_unemp_reg: c.flag()?,
        retire_category: c.code(RetireCategory::ALL, RetireCategory::code)?,
        skill_level: c.code(SkillLevel::ALL, SkillLevel::code)?,
        skills: c.text()?,
        high_craft: c.flag()?,
        remote_needs: c.str()?.split(',').filter_map(RemoteNeed::parse).collect(),
        subsidy: SubsidyStanding {
            eligible: c.flag()?,
            ground: c.text()?,
            judged_on: c.date()?,
        },
        instructions: ContactInstructions {
            keep_from_family: c.flag()? == Some(true),
            do_not_contact: c.flag()? == Some(true),
            hours: c.text()?,
        },
        consent_on: c.date()?,
    };
    Ok(Person { id, record })
}

fn needs(needs: &[RemoteNeed]) -> Value {
    let codes: Vec<&str> = needs.iter().map(|need| need.code()).collect();
    codes.join(",").into()
}

fn phone(text: &str) -> Option<Phone> {
    (!text.is_empty()).then(|| Phone::parse(text)).flatten()
}

/// Adds a person with their groups, as one record.
pub(super) fn add(
    writing: &mut Writing<'_>,
    record: &PersonRecord,
    number: Option<i64>,
    reference: &str,
) -> Result<PersonId> {
    let id = PersonId(writing.new_uid()?);
    add_as(writing, id, record, number, reference)?;
    Ok(id)
}

/// Adds a person under an identity that was given before.
fn add_as(
    writing: &mut Writing<'_>,
    id: PersonId,
    record: &PersonRecord,
    number: Option<i64>,
    reference: &str,
) -> Result<()> {
    let id = id.0;
    let row = to_row(record, number, reference)?;
    let mut groups = Vec::with_capacity(record.groups.len());
    for membership in &record.groups {
        let row = membership::row(id, membership);
        groups.push((writing.new_uid()?, row));
    }
    writing.part("person", id, |part| {
        part.insert(&PERSON, id, row)?;
        groups
            .into_iter()
            .try_for_each(|(uid, row)| part.insert(&PERSON_GROUP, uid, row))
    })
}
