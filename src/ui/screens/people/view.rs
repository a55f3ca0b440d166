//! The people screen on cells.

use super::{People, Rows, completed, words};
use crate::{
    domain::{
        hit::{Hit, HitField},
        person::{PersonSummary, Sex},
    },
    effect::Found,
    text::{Lang, width},
    ui::{
        cx::Cx,
        widgets::{Line, put, row_on, scrolled, search_box, window},
        words::people as person_words,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

/// Box, line of counts, column heads.
const HEAD: u16 = 3;
/// The body begins below the top bar.
const BODY_TOP: u16 = 1;

/// Lines above the people: the box, the line of counts, the values offered, the column heads.
fn head_rows(people: &People, height: u16) -> u16 {
    let offered = people.completing.height();
    HEAD + offered.min(height.saturating_sub(HEAD + 1))
}

/// Rows of people that fit.
pub(super) fn rows_shown(people: &People, body: (u16, u16)) -> usize {
    usize::from(body.1.saturating_sub(head_rows(people, body.1)))
}

/// The row under a cell of the window.
pub(super) fn row_at(people: &People, body: (u16, u16), at: Position) -> Option<usize> {
    let line = at.y.checked_sub(BODY_TOP + head_rows(people, body.1))?;
    let shown = window(people.len(), people.list.selected, rows_shown(people, body));
    row_on(line, &shown)
}

pub(super) fn draw(people: &People, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let line = |row: u16| Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    let caret = search_box(cx, line(0), buf, Some(&people.input));
    let head = head_rows(people, area.height);
    let height = usize::from(area.height - head);
    let (state, wrong) = state_line(people, cx, height);
    let style = if wrong {
        cx.theme.bad
    } else {
        cx.theme.unknown
    };
    put(buf, line(1), &format!(" {state}"), style);
    let offered = Rect {
        height: head - HEAD,
        ..line(2)
    };
    people.completing.draw(cx, offered, buf);
    if people.len() == 0 {
        let hint = match people.rows {
            Rows::Recent(_) => words::first_steps(cx.lang),
            Rows::Found { loading, .. } if people.awaiting || loading => return Some(caret),
            Rows::Found { .. } => words::nobody(cx.lang, &cx.key("global", "register")),
        };
        put(buf, line(head - 1), &format!(" {hint}"), cx.theme.text);
        return Some(caret);
    }
    let columns = Columns::of(people, cx.lang, area.width);
    heads(&columns, cx, line(head - 1), buf);
    let shown = window(people.len(), people.list.selected, height);
    for (index, row) in shown.enumerate() {
        let (summary, hit) = match &people.rows {
            Rows::Recent(list) => (&list[row], None),
            Rows::Found { found, .. } => (&found[row].summary, Some(&found[row].hit)),
        };
        let at = line(head + u16::try_from(index).unwrap_or(0));
        let selected = row == people.list.selected;
        let style = match (selected, people.in_list) {
            (true, true) => cx.theme.selected,
            (true, false) => cx.theme.selected_away,
            _ => cx.theme.text,
        };
        buf.set_style(at, style);
        let sign = if selected { "> " } else { "  " };
        person_row(&columns, cx, (at, buf), (sign, style), (summary, hit));
    }
    Some(caret)
}

/// What was found, or what is wrong with the box (true).
fn state_line(people: &People, cx: &Cx<'_>, height: usize) -> (String, bool) {
    if completed(people.input.text()).is_some() {
        return (words::complete_x(cx.lang).into_owned(), false);
    }
    if let Rows::Found { problems, .. } = &people.rows
        && let Some(problem) = problems.first()
    {
        return (problem.words(cx.lang), true);
    }
    let place = scrolled(people.len(), people.list.selected, height);
    let state = match &people.rows {
        _ if people.awaiting && people.len() == 0 => words::searching(cx.lang),
        Rows::Recent(list) if list.is_empty() => "".into(),
        Rows::Recent(_) => words::recent(cx.lang),
        Rows::Found { loading: true, .. } => words::loading(cx.lang),
        Rows::Found { found, .. } if found.is_empty() => "".into(),
        Rows::Found { nearest: true, .. } => words::nearest(cx.lang, &cx.key("global", "register")),
        Rows::Found {
            total,
            about,
            found,
            ..
        } if *total > found.len() => {
            let total = person_words::counted(cx.lang, *total, *about);
            words::found_first(cx.lang, &total, found.len())
        }
        Rows::Found { total, .. } => words::found(cx.lang, &person_words::count(cx.lang, *total)),
    };
    (format!("{state}  {place}").trim().to_owned(), false)
}

/// Widths of the columns in cells.
struct Columns {
    name: usize,
    place: usize,
    /// The town is written without its kind.
    short_town: bool,
    groups: usize,
    wishes: usize,
    reason: usize,
}

impl Columns {
    /// Columns as wide as what stands in them; where that is too much, the wishes give way first,
    /// then groups and place. Names are cut last: by them people are told apart.
    fn of(people: &People, lang: Lang, width: u16) -> Self {
        let rows = || (0..people.len()).filter_map(|row| people.person(row));
        let widest = |head: &str, cells: &dyn Fn(&PersonSummary) -> usize, most: usize| {
            let content = rows().map(cells).max().unwrap_or(0);
            content.max(width::cells(head)).min(most)
        };
        // Sign 2, sex 3, age 4, id 5, phone 12, last 6, and a blank after name, place and groups.
        let mut room = usize::from(width).saturating_sub(2 + 3 + 4 + 5 + 12 + 6 + 3);
        let name = person_words::name_column(rows().map(|person| person.name.as_str()));
        room = room.saturating_sub(name);
        let reason = match &people.rows {
            Rows::Recent(_) => 0,
            Rows::Found { found, .. } => {
                let cells = |found: &Found| width::cells(&person_words::reason(lang, &found.hit));
                let content = found.iter().map(cells).max().unwrap_or(0);
                content.clamp(width::cells(&words::reason(lang)), 20)
            }
        };
        let whole = widest(&words::place(lang), &|p| width::cells(&place(p, false)), 30);
        let short = widest("", &|p| width::cells(&place(p, true)), 30).max(8);
        let groups = widest(
            &words::groups(lang),
            &|p| width::cells(&person_words::groups(lang, p)),
            32,
        );
        let mut columns = Self {
            name,
            place: whole,
            short_town: false,
            groups,
            wishes: 0,
            reason,
        };
        columns.give_way(room, short);
        columns.short_town = columns.place < whole;
        let left = room.saturating_sub(columns.place + columns.groups + columns.reason);
        let wishes = widest(&words::wishes(lang), &|p| width::cells(&p.wishes), 40);
        if left > 13 {
            columns.wishes = wishes.min(left - 1);
        }
        columns
    }

    /// Narrows groups, place and reason, in this order, until they fit `room`.
    fn give_way(&mut self, room: usize, place: usize) {
        for least in [[8, place, 10], [8, 8, 8], [4, 4, 4]] {
            let parts = [&mut self.groups, &mut self.place, &mut self.reason];
            let mut total: usize = parts.iter().map(|cells| **cells).sum();
            for (cells, least) in parts.into_iter().zip(least) {
                let cut = total.saturating_sub(room).min(cells.saturating_sub(least));
                *cells -= cut;
                total -= cut;
            }
        }
    }
}

/// Town and village in one; where it must be short, the town goes without 街道 or 镇: the village is
/// what tells namesakes apart.
fn place(summary: &PersonSummary, short: bool) -> String {
    format!("{}{}", town(summary, short), summary.village)
}

fn town(summary: &PersonSummary, short: bool) -> &str {
    let cut = ["街道", "镇", "乡"]
        .iter()
        .filter(|_| short)
        .find_map(|kind| summary.town.strip_suffix(kind));
    cut.filter(|town| !town.is_empty()).unwrap_or(&summary.town)
}

fn heads(columns: &Columns, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (lang, dim) = (cx.lang, cx.theme.dim);
    let mut line = Line::new(buf, area)
        .text("  ", dim)
        .column(&words::name(lang), columns.name, dim)
        .column(&words::sex(lang), 2, dim)
        .column(&words::age(lang), 3, dim)
        .column(&words::id(lang), 4, dim)
        .column(&words::phone(lang), 11, dim)
        .column(&words::place(lang), columns.place, dim)
        .column(&words::groups(lang), columns.groups, dim)
        .column(&words::last(lang), 5, dim);
    if columns.wishes > 0 {
        line = line.column(&words::wishes(lang), columns.wishes, dim);
    }
    line.column(&words::reason(lang), columns.reason, dim);
}

fn person_row(
    columns: &Columns,
    cx: &Cx<'_>,
    (area, buf): (Rect, &mut Buffer),
    (sign, style): (&str, Style),
    (summary, hit): (&PersonSummary, Option<&Hit>),
) {
    let lang = cx.lang;
    let both = (style, cx.theme.found);
    let spans = |field: HitField, skip: usize| -> Vec<(usize, usize)> {
        hit.into_iter()
            .flat_map(|hit| &hit.matched)
            .filter(|found| found.field == field)
            .flat_map(|found| &found.spans)
            .map(|(from, to)| (from.saturating_sub(skip), to.saturating_sub(skip)))
            .collect()
    };
    let tail = person_words::id_tail(&summary.id_masked);
    let hidden = summary.id_masked.chars().count() - tail.chars().count();
    let town = town(summary, columns.short_town).chars().count();
    let place = place(summary, columns.short_town);
    let mut place_spans = spans(HitField::Town, 0);
    place_spans.extend(
        spans(HitField::Village, 0)
            .into_iter()
            .map(|(from, to)| (from + town, to + town)),
    );
    let last = summary
        .last_contact
        .map(|(at, _)| at.format("%m-%d").to_string())
        .unwrap_or_default();
    let age = summary.age.map(|age| age.to_string()).unwrap_or_default();
    let mut line = Line::new(buf, area)
        .text(sign, style)
        .marked_column(&summary.name, columns.name, &spans(HitField::Name, 0), both)
        .column(sex(lang, summary.sex), 2, style)
        .number(&age, 3, style)
        .marked_column(tail, 4, &spans(HitField::IdNumber, hidden), both)
        .marked_column(&summary.phone_masked, 11, &spans(HitField::Phone, 0), both)
        .marked_column(&place, columns.place, &place_spans, both)
        .column(&person_words::groups(lang, summary), columns.groups, style)
        .column(&last, 5, style);
    if columns.wishes > 0 {
        let marks = spans(HitField::Wishes, 0);
        line = line.marked_column(&summary.wishes, columns.wishes, &marks, both);
    }
    let reason = hit
        .map(|hit| person_words::reason(lang, hit))
        .unwrap_or_default();
    line.column(&reason, columns.reason, style);
}

/// One sign for the sex, so that the column stays narrow.
fn sex(lang: Lang, sex: Option<Sex>) -> &'static str {
    match (lang, sex) {
        (_, None) => "",
        (Lang::Zh, Some(sex)) => sex.label(lang),
        (Lang::En, Some(Sex::Male)) => "M",
        (Lang::En, Some(Sex::Female)) => "F",
    }
}
