//! One row of the log: the person behind it, and what it rests on.

use super::view;
use crate::{
    domain::{
        contact::ContactState,
        daybook::DaybookRow,
        person::{PersonState, PersonSummary},
    },
    ui::{
        cx::Cx,
        screens::why::{self, WhyArgs},
    },
};

/// The person of a row as far as the log knows them; the form asks for the rest itself.
pub(super) fn summary(row: &DaybookRow) -> Option<PersonSummary> {
    let record = &row.contact.record;
    let counts = row.contact.state == ContactState::Valid;
    Some(PersonSummary {
        id: record.with.person()?,
        reference: row.person_ref.clone(),
        name: row.contact.with_name.clone(),
        sex: row.sex,
        age: row.age,
        id_masked: row.id_masked.clone(),
        phone_masked: row.phone_masked.clone(),
        town: row.town.clone(),
        village: row.village.clone(),
        wishes: String::new(),
        groups: row.groups.clone(),
        state: PersonState::Active,
        last_contact: counts.then_some((record.at, record.outcome)),
        next_due: record.next_due.filter(|_| counts),
    })
}

/// What a row of the log rests on: its note, the journal entry, when it was entered, and whether it
/// counts.
pub(super) fn why(row: &DaybookRow, cx: &Cx<'_>) -> WhyArgs {
    WhyArgs::of_facts(
        view::line(row, cx.lang),
        why::of_contact(&row.contact, cx.lang),
    )
}
