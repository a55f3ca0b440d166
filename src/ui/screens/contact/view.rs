//! The contact form on cells: who it is above all, then the fields, then what went wrong.

use super::{ContactForm, ContactMsg, Waiting, words};
use crate::{
    domain::{
        contact::{Contact, ContactState},
        dates,
        fit::Verdict,
        masking,
    },
    text::{Lang, width},
    ui::{
        cx::Cx,
        screen::{Action, Screen},
        widgets::{put, rule_titled},
        words::{people, reasons},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

/// From this width the earlier contacts stand beside the form.
const WIDE: u16 = 110;
/// Columns for them.
const SIDE: u16 = 46;
/// Lines of an earlier contact where there is no room for all of them.
const LINES: usize = 3;
/// Lines of reasons against an offer; the rest stands in the ground (Ctrl+E).
const REASONS: usize = 2;

/// An action's name, so that hints never show a key that is not there.
fn action(msg: fn(&ContactMsg) -> bool) -> &'static str {
    let rows: &[Action<ContactMsg>] = ContactForm::ACTIONS;
    rows.iter()
        .find(|row| msg(&(row.msg)()))
        .map_or("", |row| row.name)
}

pub(super) fn draw(
    form: &ContactForm,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let beside = area.width >= WIDE && !form.contacts.is_empty();
    let side = if beside { SIDE } else { 0 };
    let left = Rect {
        width: area.width - side,
        ..area
    };
    let mut y = area.y;
    for (text, style) in head(form, cx) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        put(buf, row, &format!(" {text}"), style);
        y += 1;
    }
    let title = Rect {
        y,
        height: 1,
        ..area
    };
    let purpose = match (&form.offer, &form.corrects) {
        (Some(_), _) => words::recommend_rule(cx.lang),
        (_, Some(_)) => words::correct_rule(cx.lang),
        _ => words::new_rule(cx.lang),
    };
    rule_titled(buf, title, &purpose, true, cx.theme);
    y += 1;
    let foot = foot(form, cx, usize::from(left.width.saturating_sub(2)));
    let lines = u16::try_from(foot.len()).unwrap_or(0);
    let body = Rect {
        y,
        height: area.bottom().saturating_sub(y + lines),
        ..left
    };
    let caret = form.form.view(cx, body, buf);
    for (index, text) in foot.iter().enumerate() {
        let row = Rect {
            y: body.bottom() + u16::try_from(index).unwrap_or(0),
            height: 1,
            ..left
        };
        put(buf, row, &format!(" {text}"), cx.theme.bad);
    }
    if side > 0 {
        let side = Rect {
            x: left.right(),
            y,
            width: side,
            height: area.bottom().saturating_sub(y),
        };
        earlier(form, cx, side, buf);
    }
    match &form.drop_prompt {
        Some(prompt) => Some(prompt.draw(cx, area, buf)),
        None => caret,
    }
}

/// Who, what was last, and what the form is for.
fn head(form: &ContactForm, cx: &Cx<'_>) -> Vec<(String, Style)> {
    let lang = cx.lang;
    let with = &form.with;
    let mut who = vec![form.who(lang)];
    who.extend(with.age.map(|age| words::age(lang, age).into_owned()));
    who.extend(Some(with.village.clone()).filter(|place| !place.is_empty()));
    if let Some(due) = with.promised {
        who.push(people::promise(lang, due, cx.today()));
    }
    let mut lines = vec![(who.join("  "), cx.theme.title)];
    if let Some(last) = last(form, cx) {
        lines.push((last, cx.theme.text));
    }
    if let Some(old) = &form.corrects {
        let day = format!("{} {}", old.at.format("%m-%d"), dates::hour(old.at));
        let text = words::correct_title(lang, &old.reference, &day);
        lines.push((text.into_owned(), cx.theme.unknown));
    }
    if let Some(offer) = &form.offer {
        let parts = [&offer.title, &offer.by, &offer.terms];
        let shown: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let text = format!(
            "{}  [{}]",
            words::recommend_title(lang, &shown.join(" · ")),
            offer.fit.level.label(lang)
        );
        lines.push((text, cx.theme.text));
        lines.extend(against(form, cx));
    }
    let save = cx.key(
        ContactForm::NAME,
        action(|msg| matches!(msg, ContactMsg::Save)),
    );
    lines.push((words::save_hint(lang, &save).into_owned(), cx.theme.dim));
    lines
}

/// What stands against the offer, if anything.
fn against(form: &ContactForm, cx: &Cx<'_>) -> Vec<(String, Style)> {
    let lang = cx.lang;
    let mut lines: Vec<(String, Style)> = form
        .refusals()
        .map(|reason| {
            let rule = reason.rule.as_ref().map_or("", |rule| rule.clause.as_str());
            let text = words::refused(lang, &format!("{} {rule}", reasons::phrase(reason)));
            (text.into_owned(), cx.theme.bad)
        })
        .take(REASONS)
        .collect();
    if !lines.is_empty() {
        let why = cx.key(
            ContactForm::NAME,
            action(|msg| matches!(msg, ContactMsg::Why)),
        );
        lines.push((words::refused_hint(lang, &why).into_owned(), cx.theme.bad));
        return lines;
    }
    if form.needs_ground() {
        let all = form.offer.iter().flat_map(|offer| &offer.fit.reasons);
        let missing: Vec<String> = all
            .filter(|reason| reason.verdict != Verdict::Met && !reason.soft)
            .map(reasons::phrase)
            .collect();
        let text = words::lacks(lang, &missing.join(lang.pick("；", "; ")));
        lines.push((text.into_owned(), cx.theme.unknown));
    }
    lines
}

/// The last contact: the whole line where the file has come, else day and outcome.
fn last(form: &ContactForm, cx: &Cx<'_>) -> Option<String> {
    let lang = cx.lang;
    if form.with.whom.person().is_none() || form.corrects.is_some() {
        return None;
    }
    // What was corrected, cancelled or taken back is not what was agreed on last.
    let mut counted = form
        .contacts
        .iter()
        .filter(|c| c.state == ContactState::Valid);
    if let Some(contact) = counted.next() {
        let day = contact.record.at.format("%m-%d").to_string();
        return Some(words::last(lang, &day, &said(contact, lang)).into_owned());
    }
    match form.with.last.filter(|_| form.contacts.is_empty()) {
        Some((at, outcome)) => {
            let day = at.format("%m-%d").to_string();
            Some(words::last(lang, &day, outcome.label(lang)).into_owned())
        }
        None => Some(words::no_contact_yet(lang).into_owned()),
    }
}

fn said(contact: &Contact, lang: Lang) -> String {
    let record = &contact.record;
    let mut text = format!(
        "{}·{}",
        record.channel.label(lang),
        record.outcome.label(lang)
    );
    if let Some(reason) = record.reason {
        text.push('·');
        text.push_str(reason.label(lang));
    }
    if contact.state != ContactState::Valid {
        text = format!("[{}] {text}", contact.state.label(lang));
    }
    if !record.note.is_empty() {
        text.push_str(lang.pick("：", ": "));
        text.push_str(&masking::numbers(&record.note));
    }
    text
}

/// What happens or went wrong.
fn foot(form: &ContactForm, cx: &Cx<'_>, columns: usize) -> Vec<String> {
    if form.waiting == Waiting::Saved {
        return vec![words::saving(cx.lang).into_owned()];
    }
    let Some(failure) = &form.failure else {
        return Vec::new();
    };
    let words_of = failure.words(cx.lang);
    let text = words::not_saved(cx.lang, &words_of.what, &words_of.advice);
    width::wrap(&crate::text::display::line(&text), columns.max(20))
}

/// Earlier contacts, newest first.
fn earlier(form: &ContactForm, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    rule_titled(buf, area, &words::recent_contacts(cx.lang), false, cx.theme);
    let columns = usize::from(area.width.saturating_sub(2)).max(1);
    let told = |contact: &Contact| {
        let day = format!(
            "{} {}",
            contact.record.at.format("%m-%d"),
            dates::hour(contact.record.at)
        );
        let mut text = format!("{day} {}", said(contact, cx.lang));
        let offered = form.recommended_in.get(&contact.id);
        if let Some(offered) = offered {
            text = format!("{text} {}", words::recommended(cx.lang, offered));
        }
        width::wrap(&crate::text::display::line(&text), columns)
    };
    let all: Vec<Vec<String>> = form.contacts.iter().map(told).collect();
    // Long notes are cut only where another contact would be pushed out by them.
    let whole = all.iter().map(Vec::len).sum::<usize>() < usize::from(area.height);
    let most = if whole { usize::MAX } else { LINES };
    let mut y = area.y + 1;
    for lines in &all {
        for (index, line) in lines.iter().take(most).enumerate() {
            if y >= area.bottom() {
                return;
            }
            let style = if index == 0 {
                cx.theme.text
            } else {
                cx.theme.dim
            };
            let row = Rect {
                x: area.x + 1,
                y,
                width: area.width - 1,
                height: 1,
            };
            put(buf, row, line, style);
            y += 1;
        }
    }
}
