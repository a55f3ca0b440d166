//! What is told of a contact that was logged: its note in full, who entered it, and where it stands in
//! the journal. These are facts; nothing is met or failed by them.

use super::words;
use crate::{
    domain::{
        contact::{Contact, ContactState},
        dates, masking,
    },
    text::Lang,
};

/// A fact and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    /// In one short phrase.
    pub(crate) what: String,
    /// More words, perhaps several lines.
    pub(crate) says: String,
}

/// The facts of a logged contact.
pub(crate) fn of_contact(contact: &Contact, lang: Lang) -> Vec<Fact> {
    let entered = contact.entered_at.format("%Y-%m-%d %H:%M").to_string();
    let (station, seq) = &contact.journal;
    let counts = contact.state == ContactState::Valid;
    let state = [contact.state.label(lang), contact.why_closed(lang)];
    let state: Vec<&str> = state.into_iter().filter(|part| !part.is_empty()).collect();
    let note = Fact {
        what: words::note(lang).into_owned(),
        says: masking::numbers(&contact.record.note),
    };
    let mut facts: Vec<Fact> = Some(note)
        .filter(|n| !n.says.is_empty())
        .into_iter()
        .collect();
    facts.extend([
        Fact {
            what: words::entered(lang, &entered, &contact.operator_name).into_owned(),
            says: words::took_place(lang, &dates::day_and_hour(contact.record.at)).into_owned(),
        },
        Fact {
            what: words::journal(lang, *seq).into_owned(),
            says: words::station(lang, &short(&station.to_string())).into_owned(),
        },
        Fact {
            what: if counts {
                words::counted(lang)
            } else {
                words::not_counted(lang)
            }
            .into_owned(),
            says: state.join(lang.pick("：", ": ")),
        },
    ]);
    facts
}

/// The end of a station's identity, which is drawn by lot: enough to tell the windows of one office
/// apart.
fn short(station: &str) -> String {
    let tail = station.len().saturating_sub(4);
    station.get(tail..).unwrap_or(station).to_uppercase()
}
