//! The daily log on cells.

use super::{
    Log,
    labels::{mark, marks, name, purposes, result, short, told, way},
    shown_day, words,
};
use crate::{
    domain::{
        contact::ContactState,
        dates,
        daybook::{Daybook, DaybookRow},
        masking,
    },
    text::{Lang, width},
    ui::{
        cx::Cx,
        widgets::{Line, put, row_on, rule_titled, scrolled, search_box, window},
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
};

/// Box, day, totals, column heads.
const HEAD: u16 = 4;
/// The selected contact in full, with its title line.
const DETAIL: u16 = 4;
/// The body begins below the top bar.
const BODY_TOP: u16 = 1;

/// Rows of contacts that fit.
pub(super) fn rows_shown(body: (u16, u16)) -> usize {
    usize::from(body.1.saturating_sub(HEAD + DETAIL))
}

/// The row under a cell of the window.
pub(super) fn row_at(log: &Log, body: (u16, u16), at: Position) -> Option<usize> {
    let line = at.y.checked_sub(BODY_TOP + HEAD)?;
    let shown = window(log.rows().len(), log.list.selected, rows_shown(body));
    row_on(line, &shown)
}

pub(super) fn draw(log: &Log, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let line = |row: u16| Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    let lang = cx.lang;
    let caret = search_box(cx, line(0), buf, None);
    day_line(log, cx, line(1), buf);
    match &log.book {
        Some(book) => totals_line(log, book, cx, line(2), buf),
        None => put(
            buf,
            line(2),
            &format!(" {}", words::loading(lang)),
            cx.theme.dim,
        ),
    }
    let height = usize::from(area.height.saturating_sub(HEAD + DETAIL));
    if log.rows().is_empty() {
        if log.book.is_some() && !log.awaiting {
            let text = if log.everyone {
                let previous = cx.key("log", "previous");
                words::nothing(lang, &cx.key("person", "contact"), &previous)
            } else {
                words::nothing_of_mine(lang, &cx.key("log", "toggle"))
            };
            put(buf, line(HEAD), &format!(" {text}"), cx.theme.text);
        }
    } else {
        let marks = log.rows().iter().map(|row| marks(&row.contact, lang));
        let marks = marks.map(|marks| width::cells(&marks)).max().unwrap_or(0);
        let columns = Columns::of(area.width, lang, log.everyone, marks);
        heads(&columns, cx, line(3), buf);
        let shown = window(log.rows().len(), log.list.selected, height);
        for (index, at) in shown.enumerate() {
            let row = &log.rows()[at];
            let place = line(HEAD + u16::try_from(index).unwrap_or(0));
            let selected = at == log.list.selected;
            let closed = row.contact.state != ContactState::Valid;
            let style = match (selected, closed) {
                (true, _) => cx.theme.selected,
                (false, true) => cx.theme.dim.add_modifier(Modifier::CROSSED_OUT),
                (false, false) => cx.theme.text,
            };
            if selected {
                buf.set_style(place, style);
            }
            contact_row(&columns, cx, place, buf, (selected, style), row);
        }
        detail(log, cx, area, buf);
    }
    match &log.cancelling {
        Some((_, prompt)) => Some(prompt.draw(cx, area, buf)),
        None => Some(caret),
    }
}

fn day_line(log: &Log, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let lang = cx.lang;
    let (day, weekday) = shown_day(log.day, lang);
    let whose = if log.everyone {
        words::everyone(lang)
    } else {
        words::mine(lang)
    };
    let mut text = words::head(lang, &day, weekday, &whose).into_owned();
    if log.day == cx.today() {
        text = format!("{} {text}", people::day(lang, log.day, cx.today()));
    }
    let line = Line::new(buf, area)
        .text(&format!(" {text}  "), cx.theme.title)
        .text(&cx.key("log", "previous"), cx.theme.key)
        .text("/", cx.theme.dim)
        .text(&cx.key("log", "next"), cx.theme.key)
        .text(lang.pick(" 换日  ", " other day  "), cx.theme.dim)
        .text(&cx.key("log", "toggle"), cx.theme.key);
    line.text(lang.pick(" 我的/全部", " mine/everyone"), cx.theme.dim);
}

fn totals_line(log: &Log, book: &Daybook, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let lang = cx.lang;
    let totals = book.totals();
    let mut parts = vec![words::totals(lang, totals.contacts, totals.persons).into_owned()];
    let outcomes = totals.by_outcome.iter();
    parts.extend(outcomes.map(|(outcome, n)| format!("{} {n}", result(*outcome, lang))));
    let code = book
        .head
        .as_ref()
        .map(|head| words::check_code(lang, &head.short()).into_owned())
        .unwrap_or_default();
    let place = scrolled(log.rows().len(), log.list.selected, rows_shown(cx.body));
    let right = format!("{place}  {code} ");
    let columns = usize::from(area.width).saturating_sub(width::cells(&right));
    Line::new(buf, area)
        .column(
            &format!(" {}", parts.join(" · ")),
            columns.saturating_sub(1),
            cx.theme.text,
        )
        .text(&right, cx.theme.dim);
}

/// Widths of the columns in cells.
struct Columns {
    channel: usize,
    name: usize,
    place: usize,
    purpose: usize,
    outcome: usize,
    next: usize,
    operator: usize,
    mark: usize,
    note: usize,
}

impl Columns {
    /// `marks`: cells of the longest mark, which most days do not have.
    fn of(columns: u16, lang: Lang, everyone: bool, marks: usize) -> Self {
        let more = usize::from(columns).saturating_sub(80);
        let place = if more >= 30 { 18 } else { 0 };
        let more = more - if place > 0 { place + 1 } else { 0 };
        let (channel, outcome, mark) = match lang {
            Lang::Zh => (4, 12, 11),
            Lang::En => (5, 10, 15),
        };
        let mark = match marks {
            0 => 0,
            longest => longest.clamp(width::cells(&words::mark(lang)), mark),
        };
        // What a wide window has more goes to the note first, which is the longest.
        let name = 8 + (more / 6).min(8);
        let purpose = 8 + (more / 8).min(14);
        let outcome = outcome + (more / 8).min(10);
        // Among my own contacts nobody has to be told who entered them.
        let operator = if everyone { 6 + (more / 10).min(4) } else { 0 };
        // Sign 2, time 5, id 4, next 5, and one free cell after each column.
        let fixed = 2 + 6 + channel + 1 + name + 1 + 5 + purpose + 1 + outcome + 1 + 6;
        let used = fixed
            + operator
            + usize::from(everyone)
            + mark
            + usize::from(mark > 0)
            + if place > 0 { place + 1 } else { 0 };
        Self {
            channel,
            name,
            place,
            purpose,
            outcome,
            next: 5,
            operator,
            mark,
            note: usize::from(columns).saturating_sub(used + 1),
        }
    }
}

fn heads(columns: &Columns, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (lang, dim) = (cx.lang, cx.theme.dim);
    let mut line = Line::new(buf, area)
        .text("  ", dim)
        .column(&words::time(lang), 5, dim)
        .column(&words::channel(lang), columns.channel, dim)
        .column(&words::name(lang), columns.name, dim)
        .column(&words::id(lang), 4, dim);
    if columns.place > 0 {
        line = line.column(&words::place(lang), columns.place, dim);
    }
    line = line
        .column(&words::purpose(lang), columns.purpose, dim)
        .column(&words::outcome(lang), columns.outcome, dim)
        .column(&words::next(lang), columns.next, dim);
    if columns.operator > 0 {
        line = line.column(&words::operator(lang), columns.operator, dim);
    }
    if columns.mark > 0 {
        line = line.column(&words::mark(lang), columns.mark, dim);
    }
    line.column(&words::note(lang), columns.note, dim);
}

fn contact_row(
    columns: &Columns,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
    (selected, style): (bool, Style),
    row: &DaybookRow,
) {
    let lang = cx.lang;
    let contact = &row.contact;
    let record = &contact.record;
    let plain = if selected { style } else { cx.theme.dim };
    let next = record
        .next_due
        .map(|day| day.format("%m-%d").to_string())
        .unwrap_or_default();
    let mut line = Line::new(buf, area)
        .text(if selected { "> " } else { "  " }, plain)
        .column(&dates::hour(record.at), 5, style)
        .column(way(record.channel, lang), columns.channel, style)
        .column(&name(row, lang), columns.name, style)
        .column(people::id_tail(&row.id_masked), 4, style);
    if columns.place > 0 {
        let place = format!("{}{}", row.town, row.village);
        line = line.column(&place, columns.place, style);
    }
    // The mark is the word that says why a row is struck, so it is never struck itself.
    line = line
        .column(&purposes(&record.purposes, lang), columns.purpose, style)
        .column(result(record.outcome, lang), columns.outcome, style)
        .column(&next, columns.next, style);
    if columns.operator > 0 {
        line = line.column(&contact.operator_name, columns.operator, style);
    }
    if columns.mark > 0 {
        line = line.column(&mark(contact, columns.mark, lang), columns.mark, plain);
    }
    line.column(&told(row), columns.note, style);
}

/// The selected contact in full.
fn detail(log: &Log, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(row) = log.row() else {
        return;
    };
    let lang = cx.lang;
    let top = area.bottom().saturating_sub(DETAIL);
    let line = |at: u16| Rect {
        y: top + at,
        height: 1,
        ..area
    };
    rule_titled(buf, line(0), &self::line(row, lang), false, cx.theme);
    let contact = &row.contact;
    let record = &contact.record;
    let entered = contact.entered_at.format("%m-%d %H:%M").to_string();
    let mut about = vec![purposes(&record.purposes, lang)];
    about.extend(
        record
            .party
            .map(|p| words::party(lang, p.label(lang)).into_owned()),
    );
    about.extend(
        record
            .reason
            .map(|r| words::reason(lang, r.label(lang)).into_owned()),
    );
    about.extend(Some(record.place.clone()).filter(|place| !place.is_empty()));
    let offers: Vec<&str> = row
        .vacancies
        .iter()
        .chain(&row.courses)
        .map(String::as_str)
        .collect();
    if !offers.is_empty() {
        about.push(words::recommended(lang, &offers.join(lang.pick("、", ", "))).into_owned());
    }
    about.push(words::entered(lang, &entered, &contact.operator_name).into_owned());
    let mut texts = vec![masking::numbers(&record.note), about.join(" · ")];
    if !contact.why_closed(lang).is_empty() {
        let reason = words::reason(lang, contact.why_closed(lang));
        texts.insert(0, format!("[{}] {reason}", marks(contact, lang)));
    }
    let columns = usize::from(area.width.saturating_sub(2)).max(1);
    let lines = texts
        .iter()
        .filter(|text| !text.is_empty())
        .flat_map(|text| width::wrap(&crate::text::display::line(text), columns));
    for (at, text) in (1..DETAIL).zip(lines) {
        put(buf, line(at), &format!(" {text}"), cx.theme.text);
    }
}

/// `10:32 去电 李明朗(尾号3217) 无人接听`.
pub(super) fn line(row: &DaybookRow, lang: Lang) -> String {
    let record = &row.contact.record;
    let who = people::named_by(lang, &name(row, lang), people::id_tail(&row.id_masked));
    let said = format!(
        "{} {} {who} {}",
        dates::hour(record.at),
        short(record.channel.label(lang)),
        record.outcome.label(lang)
    );
    said.trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_no_row_has_takes_no_room_from_the_notes() {
        for lang in [Lang::Zh, Lang::En] {
            let note = |marks| Columns::of(80, lang, true, marks).note;
            assert_eq!(note(0), note(6) + 7, "{lang:?}");
            assert!(note(0) >= 10, "{lang:?} {}", note(0));
            assert!(note(40) <= note(6), "{lang:?}");
        }
    }
}
