//! Contacts and the log of a day as JSON.

use crate::domain::{
    contact::Contact,
    daybook::{Daybook, DaybookRow, Totals},
    offer::OfferKind,
};
use crate::exchange::{cells, clean, contacts::Recommended};
use serde_json::{Map, Value, json};

/// A contact as the contract's `contact`: the columns of its sheet with codes as values, its state,
/// and the journal entry that made it. `person` is the person's reference; numbers in the note are
/// masked unless `reveal`.
pub fn contact(contact: &Contact, person: Option<&str>, reveal: bool) -> Value {
    let record = &contact.record;
    let firm = record.with.person().is_none() && !contact.with_name.is_empty();
    json!({
        "id": contact.id.to_string(),
        "ref": contact.reference,
        "person": person.filter(|reference| !reference.is_empty()),
        "name": Some(&contact.with_name).filter(|name| !name.is_empty() && !firm),
        "enterprise": Some(&contact.with_name).filter(|_| firm),
        "at": record.at.to_rfc3339(),
        "entered_at": contact.entered_at.to_rfc3339(),
        "operator": contact.operator_name,
        "channel": record.channel.code(),
        "party": record.party.map(|v| v.code()),
        "place": record.place,
        "purpose": record.purposes.iter().map(|v| v.code()).collect::<Vec<_>>(),
        "outcome": record.outcome.code(),
        "reason": record.reason.map(|v| v.code()),
        "note": cells::told(&record.note, reveal),
        "next_due": record.next_due.map(|day| day.to_string()),
        "late": contact.is_late(),
        "state": contact.state.code(),
        "corrects": contact.corrects.map(|id| id.to_string()),
        "state_reason": Some(&contact.state_reason).filter(|text| !text.is_empty()),
        "journal": { "station": contact.journal.0.to_string(), "seq": contact.journal.1 },
    })
}

/// A contact with what was recommended in it, as an export holds it: everything but the journal's
/// place comes back from it.
pub(crate) fn contact_in_full(
    contact: &Contact,
    person: &str,
    recommended: &[Recommended],
    reveal: bool,
) -> Value {
    let mut value = self::contact(contact, Some(person), reveal);
    if let Value::Object(object) = &mut value {
        // The words come back through the same reader as those of a sheet.
        for field in ["note", "place", "enterprise", "operator", "ref"] {
            if let Some(Value::String(text)) = object.get_mut(field) {
                *text = clean::escaped(text);
            }
        }
        if !recommended.is_empty() {
            let offers = recommended.iter().map(offer);
            object.insert("recommended".to_owned(), offers.collect());
        }
    }
    value
}

fn offer(recommended: &Recommended) -> Value {
    json!({
        "kind": match recommended.kind {
            OfferKind::Courses => "course",
            OfferKind::Vacancies => "vacancy",
        },
        "ref": recommended.reference,
        "title": recommended.title,
        "by": recommended.by,
        "response": recommended.response.code(),
        "reasons": recommended.reasons,
        "override_reason": recommended.override_reason,
    })
}

/// The log of a day (or of several) as the contract's `log`.
pub fn log(book: &Daybook) -> Value {
    let mut object = Map::new();
    object.insert("date".to_owned(), book.from.to_string().into());
    if book.to != book.from {
        object.insert("to".to_owned(), book.to.to_string().into());
    }
    let rows: Vec<Value> = book.rows.iter().map(row).collect();
    object.insert("rows".to_owned(), rows.into());
    object.insert("totals".to_owned(), totals(&book.totals()));
    let head = book.head.as_ref().map(
        |head| json!({ "station": head.station.to_string(), "seq": head.seq, "hash": head.hash }),
    );
    object.insert("head".to_owned(), json!(head));
    Value::Object(object)
}

fn row(row: &DaybookRow) -> Value {
    let mut value = contact(&row.contact, Some(&row.person_ref), false);
    if let Value::Object(object) = &mut value {
        object.insert("vacancies".to_owned(), json!(row.vacancies));
        object.insert("courses".to_owned(), json!(row.courses));
    }
    value
}

fn totals(totals: &Totals) -> Value {
    let channels: Map<String, Value> = totals
        .by_channel
        .iter()
        .map(|(channel, n)| (channel.code().to_owned(), (*n).into()))
        .collect();
    let outcomes: Map<String, Value> = totals
        .by_outcome
        .iter()
        .map(|(outcome, n)| (outcome.code().to_owned(), (*n).into()))
        .collect();
    json!({
        "contacts": totals.contacts,
        "persons": totals.persons,
        "by_channel": channels,
        "by_outcome": outcomes,
    })
}
