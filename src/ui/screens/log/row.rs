//! One row of the log: the person behind it, and what it rests on.

use super::{labels, view, words};
use crate::{
    domain::{
        contact::{Contact, ContactState},
        daybook::DaybookRow,
        fit::{Fit, FitLevel, FitReason, Verdict},
        person::{PersonState, PersonSummary},
    },
    ui::{cx::Cx, screens::why::WhyArgs},
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

/// What a row of the log rests on: the journal entry, when it was entered, and whether it counts.
pub(super) fn why(row: &DaybookRow, cx: &Cx<'_>) -> WhyArgs {
    let lang = cx.lang;
    let contact: &Contact = &row.contact;
    let (station, seq) = &contact.journal;
    let met = |what: String, because: String| FitReason {
        verdict: Verdict::Met,
        what,
        because,
        rule: None,
        ask: None,
        soft: false,
        sensitive: false,
    };
    let entered = contact.entered_at.format("%Y-%m-%d %H:%M").to_string();
    let counts = contact.state == ContactState::Valid;
    let counted = FitReason {
        verdict: if counts {
            Verdict::Met
        } else {
            Verdict::Failed
        },
        what: if counts {
            words::counted(lang).into_owned()
        } else {
            words::not_counted(lang).into_owned()
        },
        because: [contact.state.label(lang), contact.why_closed(lang)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(lang.pick("：", ": ")),
        rule: None,
        ask: None,
        soft: false,
        sensitive: false,
    };
    WhyArgs {
        title: view::line(row, lang),
        fit: Fit {
            level: FitLevel::Yes,
            score: 0,
            reasons: vec![
                met(
                    words::journal(lang, *seq).into_owned(),
                    words::journal_because(lang, &short(&station.to_string())).into_owned(),
                ),
                met(
                    words::entered(lang, &entered, &contact.operator_name).into_owned(),
                    labels::marks(contact, lang),
                ),
                counted,
            ],
            not_checked: Vec::new(),
        },
        with_level: false,
    }
}

/// The end of a station's identity, which is drawn by lot: enough to tell the windows of one office
/// apart.
fn short(station: &str) -> String {
    let tail = station.len().saturating_sub(4);
    station.get(tail..).unwrap_or(station).to_uppercase()
}
