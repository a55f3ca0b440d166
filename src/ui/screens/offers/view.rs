//! The lists of courses and vacancies on cells.

use super::{Kind, Offers, words};
use crate::{
    effect::OfferCard,
    text::{Lang, display, width},
    ui::{
        cx::Cx,
        theme::Theme,
        widgets::{Line, put, row_on, rule_titled, scrolled, search_box, window},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

/// Box, filter, column heads.
const HEAD: u16 = 3;
/// The selected offer as written, with its title line.
const DETAIL: u16 = 5;
/// Cells for what is typed into the filter, however long the counts beside it are.
const FILTER: u16 = 20;
/// The body begins below the top bar.
const BODY_TOP: u16 = 1;

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

pub(super) fn draw<K: Kind>(
    offers: &Offers<K>,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let line = |row: u16| Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    let lang = cx.lang;
    let mut caret = search_box(cx, line(0), buf, None);
    if let Some(at) = filter_line(offers, cx, line(1), buf) {
        caret = at;
    }
    let cards = offers.cards();
    if cards.is_empty() {
        let text = match &offers.cards {
            None => words::loading(lang),
            Some(_) if offers.awaiting => words::loading(lang),
            Some(_) if offers.filter.is_empty() => K::empty(lang),
            Some(_) => words::no_match(lang, &cx.key(K::NAME, "filter")),
        };
        put(buf, line(HEAD), &format!(" {text}"), cx.theme.text);
        return Some(caret);
    }
    let columns = Columns::of(area.width);
    heads::<K>(&columns, cx, line(2), buf);
    let height = usize::from(area.height.saturating_sub(HEAD + DETAIL));
    let shown = window(cards.len(), offers.list.selected, height);
    for (index, at) in shown.enumerate() {
        let place = line(HEAD + u16::try_from(index).unwrap_or(0));
        let selected = at == offers.list.selected;
        let style = match (selected, offers.in_filter) {
            (true, false) => cx.theme.selected,
            (true, true) => cx.theme.selected_away,
            _ => cx.theme.text,
        };
        if selected {
            buf.set_style(place, style);
        }
        card_row(&columns, cx, place, buf, (selected, style), &cards[at]);
    }
    if let Some(card) = offers.card() {
        detail::<K>(card, cx, area, buf);
    }
    Some(caret)
}

/// The filter and what it lets through; the caret where it has the focus.
fn filter_line<K: Kind>(
    offers: &Offers<K>,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let lang = cx.lang;
    let label = format!(" {} ", words::filter(lang, &cx.key(K::NAME, "filter")));
    let columns = u16::try_from(width::cells(&label))
        .unwrap_or(0)
        .min(area.width);
    let cards = offers.cards().iter();
    let with = |open| cards.clone().filter(|card| card.open == open).count();
    let (open, unknown) = (with(Some(true)), with(None));
    let count = offers.cards().len();
    let shown = if offers.filter.is_empty() {
        words::shown(lang, count)
    } else {
        words::shown_of(lang, count, offers.filter.text())
    };
    let place = scrolled(count, offers.list.selected, rows_shown(cx.body));
    let mut text = format!("{shown} · {}", words::open_of(lang, open));
    if unknown > 0 {
        text = format!("{text} · {}", words::unknown_of(lang, unknown));
    }
    let text = format!("{text} {place}");
    let right = u16::try_from(width::cells(&text)).unwrap_or(0);
    let style = if offers.in_filter {
        cx.theme.title
    } else {
        cx.theme.dim
    };
    put(buf, area, &label, style);
    let field = Rect {
        x: area.x + columns,
        width: area.width.saturating_sub(columns + right + 1).max(FILTER),
        ..area
    };
    let caret = if offers.in_filter || !offers.filter.is_empty() {
        Some(offers.filter.draw(field, buf, cx.theme))
    } else {
        put(buf, field, &words::filter_hint(lang), cx.theme.dim);
        None
    };
    let rest = Rect {
        x: field.right() + 1,
        width: area.right().saturating_sub(field.right() + 1),
        ..area
    };
    put(buf, rest, &text, cx.theme.text);
    caret.filter(|_| offers.in_filter)
}

/// Widths of the columns in cells.
struct Columns {
    reference: usize,
    title: usize,
    by: usize,
    place: usize,
    terms: usize,
    condition: usize,
}

/// Cells for open, closed, not known.
const STATE: usize = 7;

impl Columns {
    fn of(columns: u16) -> Self {
        let more = usize::from(columns).saturating_sub(80);
        let condition = if more >= 36 { more / 2 } else { 0 };
        let more = more - condition - usize::from(condition > 0);
        let reference = 8 + (more / 8).min(4);
        let title = 17 + more / 4;
        let by = 17 + more / 4;
        let place = 10 + (more / 6).min(12);
        let used = 2 + reference + 1 + title + 1 + by + 1 + place + 1 + STATE + 1;
        let used = used + if condition > 0 { condition + 1 } else { 0 };
        Self {
            reference,
            title,
            by,
            place,
            terms: usize::from(columns).saturating_sub(used + 1),
            condition,
        }
    }
}

fn heads<K: Kind>(columns: &Columns, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (lang, dim) = (cx.lang, cx.theme.dim);
    let [title, by, terms] = K::heads(lang);
    let mut line = Line::new(buf, area)
        .text("  ", dim)
        .column(&words::reference(lang), columns.reference, dim)
        .column(&title, columns.title, dim)
        .column(&by, columns.by, dim)
        .column(&words::place(lang), columns.place, dim)
        .column(&words::state(lang), STATE, dim);
    if columns.condition > 0 {
        line = line.column(&words::condition(lang), columns.condition, dim);
    }
    line.column(&terms, columns.terms, dim);
}

fn card_row(
    columns: &Columns,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
    (selected, style): (bool, Style),
    card: &OfferCard,
) {
    let (word, tone) = state(card.open, cx.lang, cx.theme);
    let mut line = Line::new(buf, area)
        .text(if selected { "> " } else { "  " }, style)
        .column(&card.reference, columns.reference, style)
        .column(&card.title, columns.title, style)
        .column(&card.by, columns.by, style)
        .column(&card.place, columns.place, style)
        .column(word, STATE, if selected { style } else { tone });
    if columns.condition > 0 {
        line = line.column(&card.condition, columns.condition, style);
    }
    line.column(&card.terms, columns.terms, style);
}

/// The word for open, closed or not known, and its tone.
pub(crate) fn state(open: Option<bool>, lang: Lang, theme: &Theme) -> (&'static str, Style) {
    match open {
        Some(true) => (lang.pick("开放", "open"), theme.good),
        Some(false) => (lang.pick("已截止", "closed"), theme.dim),
        None => (lang.pick("待核", "unknown"), theme.unknown),
    }
}

/// The selected offer in the words that stand in the sheet.
fn detail<K: Kind>(card: &OfferCard, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let lang = cx.lang;
    let top = area.bottom().saturating_sub(DETAIL);
    let line = |at: u16| Rect {
        y: top + at,
        height: 1,
        ..area
    };
    let title = format!("{} {} · {}", card.reference, card.title, card.by);
    rule_titled(buf, line(0), &title, false, cx.theme);
    let [_, _, terms] = K::heads(lang);
    let colon = lang.pick("：", ": ");
    let first = format!(
        " {terms}{colon}{}   {}{colon}{}",
        card.terms,
        words::place(lang),
        card.place
    );
    put(buf, line(1), &first, cx.theme.text);
    let condition = format!("{}{colon}{}", words::condition(lang), card.condition);
    let columns = usize::from(area.width.saturating_sub(2)).max(1);
    let lines = width::wrap(&display::line(&condition), columns);
    for (at, text) in lines.iter().take(2).enumerate() {
        let row = line(2 + u16::try_from(at).unwrap_or(0));
        put(buf, row, &format!(" {text}"), cx.theme.text);
    }
    put(
        buf,
        line(4),
        &format!(" {}", words::who_fits_hint(lang)),
        cx.theme.dim,
    );
}
