//! Panes of the person screen: vacancies, courses, contacts. The record has a room of its own.

use super::{Pane, Person, words};
use crate::{
    domain::{
        contact::{Contact, ContactState},
        fit::{FitLevel, OfferFit, Verdict},
        masking,
    },
    effect::PersonFile,
    text::Lang,
    ui::{
        cx::Cx,
        widgets::{Line, put, window},
        words::people,
    },
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

pub(super) fn name(lang: Lang, pane: Pane) -> std::borrow::Cow<'static, str> {
    match pane {
        Pane::Vacancies => words::vacancies(lang),
        Pane::Courses => words::courses(lang),
        Pane::Contacts => words::contacts(lang),
        Pane::Record => words::record(lang),
    }
}

pub(super) fn title(person: &Person, cx: &Cx<'_>, pane: Pane) -> String {
    let name = name(cx.lang, pane);
    match pane {
        Pane::Vacancies | Pane::Courses => {
            let offers = person.pane_offers(pane);
            let count = |level| offers.iter().filter(|o| o.fit.level == level).count();
            words::pane_offers(
                cx.lang,
                &name,
                count(FitLevel::Yes),
                count(FitLevel::Unknown),
            )
            .into_owned()
        }
        Pane::Contacts => words::pane_rows(cx.lang, &name, person.valid_contacts()).into_owned(),
        Pane::Record => name.into_owned(),
    }
}

/// Sign and style of a row of a pane.
pub(super) fn row_style(
    person: &Person,
    cx: &Cx<'_>,
    pane: Pane,
    row: usize,
) -> (&'static str, Style) {
    let selected = person.lists[pane as usize].selected == row;
    match (selected, person.pane == pane) {
        (true, true) => ("> ", cx.theme.selected),
        (true, false) => ("  ", cx.theme.text),
        _ => ("  ", cx.theme.text),
    }
}

pub(super) fn rows(
    person: &Person,
    pane: Pane,
    len: usize,
    area: Rect,
) -> impl Iterator<Item = (usize, Rect)> + use<> {
    let selected = person.lists[pane as usize].selected;
    window(len, selected, usize::from(area.height))
        .enumerate()
        .map(move |(index, row)| {
            let at = Rect {
                y: area.y + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..area
            };
            (row, at)
        })
}

pub(super) fn offers(person: &Person, cx: &Cx<'_>, pane: Pane, area: Rect, buf: &mut Buffer) {
    let offers = person.pane_offers(pane);
    if offers.is_empty() {
        let text = match (&person.offers, pane) {
            (None, _) => words::loading(cx.lang),
            (_, Pane::Courses) => words::no_courses(cx.lang),
            _ => words::no_vacancies(cx.lang),
        };
        put(buf, area, &format!("  {text}"), cx.theme.dim);
        return;
    }
    for (row, at) in rows(person, pane, offers.len(), area) {
        let (sign, style) = row_style(person, cx, pane, row);
        buf.set_style(at, style);
        offer_row(&offers[row], cx, at, buf, (sign, style));
    }
}

fn offer_row(
    offer: &OfferFit,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
    (sign, style): (&str, Style),
) {
    let total = usize::from(area.width);
    let level = if cx.lang == Lang::Zh { 6 } else { 9 };
    let rest = total.saturating_sub(2 + level + 1 + 4);
    // Half a wide window is too narrow for the reason as well; it stands below for the selected row.
    let terms = if rest >= 40 {
        10.max(rest / 7)
    } else {
        rest / 5
    };
    let place = (rest / 7).min(16);
    let reason = if rest < 60 { 0 } else { rest / 4 };
    let words = rest.saturating_sub(terms + place + reason);
    let (title, by) = (words - words * 2 / 5, words * 2 / 5);
    let level_style = match offer.fit.level {
        _ if style == cx.theme.selected => style,
        FitLevel::Yes => cx.theme.good,
        FitLevel::Unknown => cx.theme.unknown,
        FitLevel::No => cx.theme.bad,
    };
    Line::new(buf, area)
        .text(sign, style)
        .column(&level_words(cx.lang, offer.fit.level), level, level_style)
        .column(&offer.title, title, style)
        .column(&offer.by, by, style)
        .column(&offer.place, place, style)
        .column(&offer.terms, terms, style)
        .text(if reason > 0 { short_reason(offer) } else { "" }, style);
}

/// The level in a word that fits a narrow column.
fn level_words(lang: Lang, level: FitLevel) -> std::borrow::Cow<'static, str> {
    match level {
        FitLevel::No => words::no_fit(lang),
        other => other.label(lang).into(),
    }
}

/// The reason that decides, in a few words: what fails, what is not known, else what fits.
fn short_reason(offer: &OfferFit) -> &str {
    let wanted = match offer.fit.level {
        FitLevel::No => Verdict::Failed,
        FitLevel::Unknown => Verdict::Unknown,
        FitLevel::Yes => Verdict::Met,
    };
    offer
        .fit
        .reasons
        .iter()
        .filter(|reason| reason.verdict == wanted && !reason.soft)
        .map(|reason| reason.what.as_str())
        .next()
        .unwrap_or_default()
}

pub(super) fn contacts(
    person: &Person,
    file: &PersonFile,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    if file.contacts.is_empty() {
        let text = words::no_contacts(cx.lang, &cx.key("person", "contact"));
        put(buf, area, &format!("  {text}"), cx.theme.dim);
        return;
    }
    for (row, at) in rows(person, Pane::Contacts, file.contacts.len(), area) {
        let (sign, style) = row_style(person, cx, Pane::Contacts, row);
        buf.set_style(at, style);
        put(
            buf,
            at,
            &format!("{sign}{}", contact_line(person, &file.contacts[row], cx)),
            style,
        );
    }
}

/// `11-20 去电 本人 有意向待回复 约周五 工资再谈 · 陈婉仪`, with the mark of what is no longer valid.
fn contact_line(person: &Person, contact: &Contact, cx: &Cx<'_>) -> String {
    let lang = cx.lang;
    let record = &contact.record;
    let mut parts = vec![record.at.format("%Y-%m-%d").to_string()];
    if contact.state != ContactState::Valid {
        parts.push(format!("[{}]", contact.state.label(lang)));
    }
    if contact.is_late() {
        parts.push(format!("[{}]", words::late(lang)));
    }
    parts.push(record.channel.label(lang).to_owned());
    parts.extend(record.party.map(|party| party.label(lang).to_owned()));
    parts.push(record.outcome.label(lang).to_owned());
    parts.extend(record.reason.map(|reason| reason.label(lang).to_owned()));
    parts.extend(
        record
            .next_due
            .map(|due| people::promised(lang, &due.to_string()).into_owned()),
    );
    parts.push(told(person, &record.note));
    parts.push(contact.operator_name.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// A note, with the numbers in it for as long as the person's own are shown.
pub(super) fn told(person: &Person, note: &str) -> String {
    match person.revealed {
        Some(_) => note.to_owned(),
        None => masking::numbers(note),
    }
}
