//! A ledger on cells: as many fields as fit, and the selected entry whole below.

use super::{Ledger, words};
use crate::{
    domain::ledger::{Listed, Slot},
    text::{Lang, display, width},
    ui::{
        cx::Cx,
        screen::Screen as _,
        widgets::{Line, put, row_on, rule_titled, scrolled, search_box, window},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// Box, filter, column heads.
const HEAD: u16 = 3;
/// The selected entry with its title line and the keys.
const DETAIL: u16 = 6;
/// The body begins below the top bar.
const BODY_TOP: u16 = 1;
/// Cells for what is typed into the filter.
const FILTER: u16 = 20;
/// Narrowest and widest column.
const NARROW: usize = 8;
const WIDE: usize = 24;
/// Cells for a reference.
const REFERENCE: usize = 8;

/// Rows that fit.
pub(super) fn rows_shown(body: (u16, u16)) -> usize {
    usize::from(body.1.saturating_sub(HEAD + DETAIL))
}

/// The row under a cell of the window.
pub(super) fn row_at(len: usize, selected: usize, body: (u16, u16), at: Position) -> Option<usize> {
    let line = at.y.checked_sub(BODY_TOP + HEAD)?;
    let shown = window(len, selected, rows_shown(body));
    row_on(line, &shown)
}

pub(super) fn draw(ledger: &Ledger, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let line = |row: u16| Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    let mut caret = search_box(cx, line(0), buf, None);
    if let Some(at) = filter_line(ledger, cx, line(1), buf) {
        caret = at;
    }
    let rows = ledger.rows.as_deref().unwrap_or_default();
    if ledger.picked.is_empty() {
        let text = match &ledger.rows {
            None => words::loading(cx.lang),
            Some(rows) if rows.is_empty() => words::empty(cx.lang, &cx.key(Ledger::NAME, "new")),
            Some(_) => words::no_match(cx.lang, &cx.key(Ledger::NAME, "filter")),
        };
        put(buf, line(HEAD), &format!(" {text}"), cx.theme.text);
        return Some(caret);
    }
    let columns = columns(ledger, cx.lang, usize::from(area.width));
    let mut head = Line::new(buf, line(2)).text("  ", cx.theme.dim).column(
        &words::reference(cx.lang),
        REFERENCE,
        cx.theme.dim,
    );
    for (slot, cells) in &columns {
        head = head.column(ledger.kind[*slot].label(cx.lang), *cells, cx.theme.dim);
    }
    let shown = window(
        ledger.picked.len(),
        ledger.list.selected,
        rows_shown((area.width, area.height)),
    );
    for (index, at) in shown.enumerate() {
        let place = line(HEAD + u16::try_from(index).unwrap_or(0));
        let selected = at == ledger.list.selected;
        let style = match (selected, ledger.in_filter) {
            (true, false) => cx.theme.selected,
            (true, true) => cx.theme.selected_away,
            _ => cx.theme.text,
        };
        if selected {
            buf.set_style(place, style);
        }
        let row = &rows[ledger.picked[at]];
        let mut line = Line::new(buf, place)
            .text(if selected { "> " } else { "  " }, style)
            .column(&row.entry.reference, REFERENCE, style);
        for (slot, cells) in &columns {
            line = line.column(&row.words(*slot, cx.lang), *cells, style);
        }
    }
    if let Some(row) = ledger.selected() {
        detail(row, cx, area, buf);
    }
    Some(caret)
}

/// The fields that have a column, with its cells: in the order of the form, those that say nothing
/// of any row left out.
fn columns(ledger: &Ledger, lang: Lang, total: usize) -> Vec<(Slot, usize)> {
    let rows = ledger.rows.as_deref().unwrap_or_default();
    let about = ledger.about.as_ref();
    let same = about.and_then(|about| ledger.kind.links_to(about.link).next());
    let mut left = total.saturating_sub(2 + REFERENCE + 1);
    let mut columns = Vec::new();
    for at in 0..ledger.kind.fields.len() {
        let slot = Slot(at);
        if Some(slot) == same {
            continue;
        }
        let shown = ledger.picked.iter().take(200).map(|at| &rows[*at]);
        let widest = shown
            .map(|row| width::cells(&display::line(&row.words(slot, lang))))
            .max()
            .unwrap_or(0);
        if widest == 0 {
            continue;
        }
        let label = width::cells(ledger.kind[slot].label(lang));
        let cells = widest.max(label).clamp(NARROW, WIDE);
        if cells + 1 > left {
            break;
        }
        left -= cells + 1;
        columns.push((slot, cells));
    }
    columns
}

/// What is listed, the filter and the count; the caret where it has the focus.
fn filter_line(ledger: &Ledger, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let lang = cx.lang;
    let kind = ledger.kind.label(lang);
    let heading = match &ledger.about {
        Some(about) => words::heading_about(lang, kind, &about.name),
        None => words::heading(lang, kind),
    };
    let label = format!(
        " {heading}  {} ",
        words::filter(lang, &cx.key(Ledger::NAME, "filter"))
    );
    let place = scrolled(
        ledger.picked.len(),
        ledger.list.selected,
        rows_shown(cx.body),
    );
    let right = match &ledger.unread {
        Some(word) => words::unread(lang, word).into_owned(),
        None => format!("{} {place}", words::shown(lang, ledger.picked.len())),
    };
    let cells = |text: &str| u16::try_from(width::cells(text)).unwrap_or(u16::MAX);
    let style = if ledger.in_filter {
        cx.theme.title
    } else {
        cx.theme.dim
    };
    let columns = cells(&label).min(area.width.saturating_sub(FILTER));
    put(
        buf,
        Rect {
            width: columns,
            ..area
        },
        &label,
        style,
    );
    let field = Rect {
        x: area.x + columns,
        width: area
            .width
            .saturating_sub(columns + cells(&right) + 1)
            .max(FILTER)
            .min(area.width - columns),
        ..area
    };
    let caret = if ledger.in_filter || !ledger.filter.is_empty() {
        Some(ledger.filter.draw(field, buf, cx.theme))
    } else {
        let first = ledger.kind.fields.get(1).map_or("", |f| f.label(lang));
        put(buf, field, &words::filter_hint(lang, first), cx.theme.dim);
        None
    };
    let rest = Rect {
        x: field.right() + 1,
        width: area.right().saturating_sub(field.right() + 1),
        ..area
    };
    let tone = if ledger.unread.is_some() {
        cx.theme.unknown
    } else {
        cx.theme.text
    };
    put(buf, rest, &right, tone);
    caret.filter(|_| ledger.in_filter)
}

/// The selected entry: every field that is known.
fn detail(row: &Listed, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let lang = cx.lang;
    let top = area.bottom().saturating_sub(DETAIL);
    let line = |at: u16| Rect {
        y: top + at,
        height: 1,
        ..area
    };
    let title = format!("{} {}", row.entry.reference, row.title(lang));
    rule_titled(buf, line(0), &title, false, cx.theme);
    let colon = lang.pick("：", ": ");
    let known: Vec<String> = row
        .entry
        .fields()
        .map(|(slot, field, _)| (field.label(lang), row.words(slot, lang)))
        .filter(|(_, words)| !words.is_empty())
        .map(|(label, words)| format!("{label}{colon}{words}"))
        .collect();
    let text = display::line(&known.join(lang.pick("；", "; ")));
    let columns = usize::from(area.width.saturating_sub(2)).max(1);
    for (at, text) in width::wrap(&text, columns).iter().take(4).enumerate() {
        let place = line(1 + u16::try_from(at).unwrap_or(0));
        put(buf, place, &format!(" {text}"), cx.theme.text);
    }
    let keys = words::keys(
        lang,
        &cx.key(Ledger::NAME, "new"),
        &cx.key(Ledger::NAME, "related"),
        &cx.key(Ledger::NAME, "remove"),
    );
    put(buf, line(DETAIL - 1), &format!(" {keys}"), cx.theme.dim);
}
