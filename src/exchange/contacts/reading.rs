//! One row of contacts as a record.

use super::{ContactRow, KEPT, PersonKey, Recommended, Register};
use crate::domain::{
    contact::{Channel, ContactState, Outcome, Party, Purpose, Reason as WhyNot},
    dates,
    id_number::IdNumber,
    ids::{ContactId, PersonId},
    offer::{OfferId, OfferKind},
    recommendation::Response,
};
use crate::exchange::{
    clean::{self, Fixes},
    offers::{self, Read},
    report::{CellNote, Reason, Warning, WarningKind},
    source::{ContactColumn as C, Row},
};
use crate::text::Lang;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::Value;

/// What is kept of a row beside the record, and what a clerk should look at.
struct Beside<'a> {
    row: Row<'a, C>,
    kept: Vec<String>,
    warnings: Vec<Warning>,
}

impl Beside<'_> {
    fn keep(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.kept.push(format!("{name}：{words}"));
        }
    }

    fn unread(&mut self, column: C, words: &str) {
        self.keep(column.label(Lang::Zh), words);
        self.warnings.push(offers::unread(self.row, column));
    }

    /// What a cell means; words that mean nothing here are kept.
    fn answer<T>(&mut self, column: C, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let words = clean::text(self.row.cell(column)).0;
        if words.is_empty() {
            return None;
        }
        let value = read(&words);
        if value.is_none() {
            self.unread(column, &words);
        }
        value
    }

    /// The note with what is kept behind it.
    fn note(&self, note: String) -> String {
        if self.kept.is_empty() {
            return note;
        }
        let kept = format!("{KEPT}{}", self.kept.join("；"));
        if note.is_empty() {
            kept
        } else {
            format!("{note}\n{kept}")
        }
    }
}

/// Reads a row, or says why it can't be taken.
pub(super) fn one(
    row: Row<'_, C>,
    register: &dyn Register,
    fixes: &mut Fixes,
) -> Result<Read<ContactRow>, (Reason, C)> {
    let mut beside = Beside {
        row,
        kept: Vec::new(),
        warnings: Vec::new(),
    };
    let record = record(row, register, &mut beside, fixes)?;
    Ok(Read {
        reference: record.reference.clone(),
        key: if record.has_hour {
            record.key()
        } else {
            record.day_key()
        },
        also: record.has_hour.then(|| record.day_key()),
        id: record.id.map(|id| id.to_string()),
        is_closed: record.state.is_some_and(|s| s != ContactState::Valid),
        warnings: beside.warnings,
        record,
    })
}

fn record(
    row: Row<'_, C>,
    register: &dyn Register,
    beside: &mut Beside<'_>,
    fixes: &mut Fixes,
) -> Result<ContactRow, (Reason, C)> {
    let word = |column: C| clean::text(row.cell(column)).0;
    let person = person(&word(C::Person), register).ok_or((Reason::PersonUnknown, C::Person))?;
    let (at, has_hour) = time(row, register, beside)?;
    let channel =
        Channel::parse_loose(&word(C::Channel)).ok_or((Reason::ChannelInvalid, C::Channel))?;
    let outcome =
        Outcome::parse_loose(&word(C::Outcome)).ok_or((Reason::OutcomeInvalid, C::Outcome))?;
    let mut enterprise = row.text(C::Enterprise, fixes);
    if person.is_some() {
        beside.keep(C::Enterprise.label(Lang::Zh), &enterprise);
        enterprise.clear();
    }
    let purposes = purposes(&word(C::Purpose), beside);
    let party = beside.answer(C::Party, Party::parse_loose);
    let reason = beside.answer(C::Reason, WhyNot::parse_loose);
    let next_due = next_due(row, at.date_naive(), beside, fixes);
    let state = beside.answer(C::State, state);
    let operator = beside.row.text(C::Operator, fixes);
    let by = register.operator(&operator);
    if by.is_none() && !operator.is_empty() {
        beside.keep(C::Operator.label(Lang::Zh), &operator);
        beside.warnings.push(Warning {
            kind: WarningKind::OperatorUnknown,
            cell: row.note(C::Operator),
        });
    }
    let entered_at = beside.answer(C::EnteredAt, |_| {
        let when = clean::moment(row.cell(C::EnteredAt), *register.latest().offset())?;
        Some(when.at).filter(|at| !register.is_future(*at))
    });
    let recommended = recommended(row, register, beside);
    for (name, words) in row.extra() {
        beside.keep(&name, &words);
    }
    Ok(ContactRow {
        id: row.field("id").and_then(ContactId::parse),
        reference: row.text(C::Reference, fixes),
        person,
        enterprise,
        at,
        has_hour,
        entered_at,
        operator: by,
        channel,
        party,
        place: row.text(C::Place, fixes),
        purposes,
        outcome,
        reason,
        note: beside.note(row.block(C::Note, fixes)),
        next_due,
        state,
        state_reason: row.field("state_reason").unwrap_or_default().to_owned(),
        corrects: row.field("corrects").and_then(ContactId::parse),
        recommended,
    })
}

/// When it took place. A day without an hour is its midnight, which is shown as no hour.
fn time(
    row: Row<'_, C>,
    register: &dyn Register,
    beside: &mut Beside<'_>,
) -> Result<(DateTime<FixedOffset>, bool), (Reason, C)> {
    let latest = register.latest();
    let cell = row.cell(C::At);
    let when = clean::moment(cell, *latest.offset()).ok_or((Reason::TimeInvalid, C::At))?;
    if when.has_more {
        beside.unread(C::At, &clean::text(cell).0);
    }
    if register.is_future(when.at) {
        return Err((Reason::TimeFuture, C::At));
    }
    Ok((when.at, when.has_hour))
}

/// Who the row is about: `Some(None)` for nobody named, `None` for somebody who is not known.
fn person(word: &str, register: &dyn Register) -> Option<Option<PersonId>> {
    if word.is_empty() {
        return Some(None);
    }
    let compact = word.replace(' ', "").to_uppercase();
    let id = IdNumber::parse(&compact).or_else(|_| IdNumber::from_15(&compact));
    register
        .person(PersonKey::Reference(word))
        .or_else(|| {
            id.ok()
                .and_then(|id| register.person(PersonKey::IdNumber(id)))
        })
        .map(Some)
}

/// Several purposes; words that are none are kept.
fn purposes(cell: &str, beside: &mut Beside<'_>) -> Vec<Purpose> {
    let (found, unread) = Purpose::parse_several(cell);
    if !unread.is_empty() {
        beside.unread(C::Purpose, &unread.join("、"));
    }
    found
}

/// The day promised: a date, or words counted from the day of the contact (`三天后` is not read).
/// A bare number could be days or an answer by digit; it is not guessed.
fn next_due(
    row: Row<'_, C>,
    day: NaiveDate,
    beside: &mut Beside<'_>,
    fixes: &mut Fixes,
) -> Option<NaiveDate> {
    let cell = row.cell(C::NextDue);
    if let Some(day) = clean::date(cell, fixes) {
        return Some(day);
    }
    let words = clean::text(cell).0;
    if matches!(
        words.as_str(),
        "" | "无" | "不再约" | "不约" | "不用" | "不需要"
    ) {
        return None;
    }
    beside.answer(C::NextDue, |words| {
        let is_number = words.chars().all(|c| c.is_numeric());
        dates::parse_next(words, day).filter(|_| !is_number)
    })
}

/// A state, also as clerks put it.
fn state(words: &str) -> Option<ContactState> {
    ContactState::parse(words).or(match words {
        "作废" | "取消" | "已取消" => Some(ContactState::Cancelled),
        "更正" => Some(ContactState::Corrected),
        "正常" => Some(ContactState::Valid),
        _ => None,
    })
}

/// What was recommended, from our own JSON. What is not on the books here is kept in words.
fn recommended(
    row: Row<'_, C>,
    register: &dyn Register,
    beside: &mut Beside<'_>,
) -> Vec<(OfferId, Recommended)> {
    let values = row.object().and_then(|object| object.get("recommended"));
    let values = values.and_then(Value::as_array).into_iter().flatten();
    let mut found = Vec::new();
    for value in values {
        let text = |field: &str| value.get(field).and_then(Value::as_str).unwrap_or_default();
        let kind = match text("kind") {
            "course" => OfferKind::Courses,
            _ => OfferKind::Vacancies,
        };
        let offer = register.offer(kind, text("ref"), text("title"));
        let (Some(offer), Some(response)) = (offer, Response::parse(text("response"))) else {
            let words = [text("by"), text("title"), text("response")].join(" ");
            beside.keep("推荐", words.trim());
            beside.warnings.push(Warning {
                kind: WarningKind::OfferUnknown,
                cell: CellNote {
                    column: "recommended".to_owned(),
                    header: String::new(),
                    value: words.trim().to_owned(),
                },
            });
            continue;
        };
        let recommended = Recommended {
            kind,
            reference: text("ref").to_owned(),
            title: text("title").to_owned(),
            by: text("by").to_owned(),
            response,
            reasons: text("reasons").to_owned(),
            override_reason: text("override_reason").to_owned(),
        };
        found.push((offer, recommended));
    }
    found
}
