//! The fields of the form: from a kind's description, and back to values.

use super::{EntryForm, words};
use crate::{
    domain::{
        ids::DraftId,
        ledger::{Entry, Holds, Linked, Listed, Slot, Value, kinds},
    },
    ui::{
        cx::Cx,
        widgets::{Field, FieldKind, Form},
    },
};
use chrono::NaiveDate;

/// Most answers that digits can give.
const DIGITS: usize = 10;

/// What a new entry begins with: the day it is written on, where its kind has such a day.
pub(super) fn propose(entry: &mut Entry, today: NaiveDate) {
    let days = [
        (kinds::survey::KIND.code, kinds::survey::SURVEYED_ON),
        (kinds::plan::KIND.code, kinds::plan::MADE_ON),
        (kinds::assessment::KIND.code, kinds::assessment::ASSESSED_ON),
        (
            kinds::class_check::KIND.code,
            kinds::class_check::CHECKED_ON,
        ),
        (kinds::enrolment::KIND.code, kinds::enrolment::ENROLLED_ON),
        (kinds::feedback::KIND.code, kinds::feedback::GIVEN_ON),
        (kinds::evidence::KIND.code, kinds::evidence::SEEN_ON),
        (kinds::class::KIND.code, kinds::class::APPLIED_ON),
    ];
    if let Some((_, slot)) = days.iter().find(|(code, _)| *code == entry.kind.code) {
        entry.set(*slot, Some(Value::Date(today)));
    }
}

/// A form filled with an entry.
pub(super) fn form(listed: Listed, is_new: bool, cx: &Cx<'_>) -> EntryForm {
    let Listed { mut entry, linked } = listed;
    for (slot, linked) in &linked {
        entry.set(*slot, Some(Value::Link(linked.uid)));
    }
    let mut form = EntryForm {
        form: Form::new(blank(&entry, cx)),
        is_new,
        links: linked
            .into_iter()
            .map(|(slot, linked)| (slot.0, linked))
            .collect(),
        choices: Vec::new(),
        draft: DraftId(cx.fresh_id()),
        touched: false,
        saving: false,
        failure: None,
        entry,
    };
    for at in 0..form.form.fields.len() {
        let text = match form.links.get(&at) {
            Some(linked) => shown(linked),
            None => written(&form.entry, Slot(at), &form.form.fields[at], cx),
        };
        form.form.fields[at].set(&text);
    }
    // The first field that is not answered yet.
    let open = form.form.fields.iter().position(|f| f.value().is_empty());
    form.form.at = open.filter(|_| is_new).unwrap_or(0);
    form
}

fn blank(entry: &Entry, cx: &Cx<'_>) -> Vec<Field> {
    let lang = cx.lang;
    let fields = entry.kind.fields.iter();
    fields
        .map(|field| {
            let needed = if field.needed { "*" } else { "" };
            let label = format!("{}{needed}", field.label(lang));
            match field.holds {
                Holds::Flag => {
                    let options = vec![('1', lang.pick("是", "yes")), ('0', lang.pick("否", "no"))];
                    Field::choice(field.name, label, options, false)
                }
                Holds::One(terms) | Holds::Many(terms) if by_digit(field.holds) => {
                    let options = terms.iter().map(|t| (t.digit, t.label(lang))).collect();
                    let many = matches!(field.holds, Holds::Many(_));
                    Field::choice(field.name, label, options, many)
                }
                _ => Field::text(field.name, label, ""),
            }
        })
        .collect()
}

/// True where every term has a digit of its own.
fn by_digit(holds: Holds) -> bool {
    match holds {
        Holds::Flag => true,
        Holds::One(terms) | Holds::Many(terms) => {
            terms.len() <= DIGITS && terms.iter().all(|t| t.digit != ' ')
        }
        _ => false,
    }
}

/// A value as the form's field writes it.
fn written(entry: &Entry, slot: Slot, field: &Field, cx: &Cx<'_>) -> String {
    let Some(value) = entry.get(slot) else {
        return String::new();
    };
    let choice = matches!(field.kind, FieldKind::Choice { .. });
    match value {
        Value::Flag(flag) => if *flag { "1" } else { "0" }.to_owned(),
        Value::Term(term) if choice => term.digit.to_string(),
        Value::Terms(terms) if choice => terms.iter().map(|t| t.digit).collect(),
        other => other.words(cx.lang),
    }
}

/// A record as the field of a link shows it.
pub(super) fn shown(linked: &Linked) -> String {
    match (linked.name.as_str(), linked.reference.as_str()) {
        ("", reference) => reference.to_owned(),
        (name, "") => name.to_owned(),
        (name, reference) => format!("{name} {reference}"),
    }
}

/// Says beside a field what is wrong with its text, or what it was read as.
pub(super) fn remark(field: &mut Field, holds: Holds, cx: &Cx<'_>) {
    let FieldKind::Text(_) = field.kind else {
        return;
    };
    let text = field.value();
    field.remark = match holds.read(&text, cx.today()) {
        // Who has just begun is told what is expected, not what is wrong.
        Err(_) if text.chars().count() < 3 => holds.hint(cx.lang),
        Err(unread) => unread.words(cx.lang),
        Ok(Some(value)) => {
            let words = value.words(cx.lang);
            if words == text.trim() {
                String::new()
            } else {
                words::read_as(cx.lang, &words).into_owned()
            }
        }
        Ok(None) => String::new(),
    };
}

/// The value of a field.
///
/// # Errors
/// What is wrong with its text.
pub(super) fn value(form: &EntryForm, at: usize, cx: &Cx<'_>) -> Result<Option<Value>, String> {
    let field = &form.kind().fields[at];
    let text = form.form.fields[at].value();
    if let Holds::Link(target) = field.holds {
        return match form.links.get(&at) {
            Some(linked) => Ok(Some(Value::Link(linked.uid))),
            None if text.trim().is_empty() => Ok(None),
            None => Err(words::not_chosen(cx.lang, target.label(cx.lang)).into_owned()),
        };
    }
    let read = field.holds.read(&text, cx.today());
    read.map_err(|unread| unread.words(cx.lang))
}
