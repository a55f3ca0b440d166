//! The today screen on cells.

use super::{Today, words};
use crate::{
    domain::masking,
    effect::{DueContact, TodayBoard},
    text::Lang,
    ui::{
        cx::Cx,
        widgets::{Line, put, rule_titled, search_box, window},
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

/// Box, first steps, counts, head of the promises.
const HEAD: u16 = 4;
/// The body begins below the top bar.
const BODY_TOP: u16 = 1;

/// Rows that fit, kept forms and their head included.
pub(super) fn rows_shown(body: (u16, u16)) -> usize {
    usize::from(body.1.saturating_sub(HEAD))
}

/// What stands on a line below the head.
enum Slot {
    Due(usize),
    Head(usize),
    Draft(usize),
}

/// The lines below the head, scrolled so that the selected one is seen.
fn slots(board: &TodayBoard, selected: usize, height: usize) -> Vec<Slot> {
    let due = board.due.len();
    let mut all: Vec<Slot> = (0..due).map(Slot::Due).collect();
    if !board.drafts.is_empty() {
        all.push(Slot::Head(board.drafts.len()));
        all.extend((0..board.drafts.len()).map(Slot::Draft));
    }
    let line = if selected >= due {
        selected + 1
    } else {
        selected
    };
    let shown = window(all.len(), line, height);
    all.drain(shown).collect()
}

/// The row under a cell of the window.
pub(super) fn row_at(today: &Today, body: (u16, u16), at: Position) -> Option<usize> {
    let board = today.board.as_ref()?;
    let line = usize::from(at.y.checked_sub(BODY_TOP + HEAD)?);
    let slots = slots(board, today.list.selected, rows_shown(body));
    match slots.get(line)? {
        Slot::Due(row) => Some(*row),
        Slot::Draft(row) => Some(board.due.len() + row),
        Slot::Head(_) => None,
    }
}

pub(super) fn draw(today: &Today, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let line = |row: u16| Rect {
        y: area.y + row,
        height: 1,
        ..area
    };
    let caret = search_box(cx, line(0), buf, None);
    let steps = words::first_steps(
        cx.lang,
        &cx.key("today", "contact"),
        &cx.key("global", "curtain"),
    );
    put(buf, line(1), &format!(" {steps}"), cx.theme.dim);
    let Some(board) = &today.board else {
        put(
            buf,
            line(2),
            &format!(" {}", words::loading(cx.lang)),
            cx.theme.dim,
        );
        return Some(caret);
    };
    let counts = words::counts(
        cx.lang,
        board.logged_today,
        &people::count(cx.lang, board.people),
        board.vacancies,
        board.courses,
    );
    put(buf, line(2), &format!(" {counts}"), cx.theme.text);
    let head = if board.due_total > board.due.len() {
        words::due_first(cx.lang, board.due_total, board.due.len())
    } else {
        words::due(cx.lang, board.due_total)
    };
    rule_titled(buf, line(3), &head, true, cx.theme);
    let mut first = HEAD;
    if board.due.is_empty() {
        let text = words::nothing_due(cx.lang, &cx.key("global", "go_people"));
        put(buf, line(HEAD), &format!(" {text}"), cx.theme.text);
        first += 1;
    }
    let names = people::name_column(board.due.iter().map(|due| due.summary.name.as_str()));
    let height = usize::from(area.height.saturating_sub(first));
    for (index, slot) in slots(board, today.list.selected, height).iter().enumerate() {
        let at = line(first + u16::try_from(index).unwrap_or(0));
        let selected = match slot {
            Slot::Due(row) => *row == today.list.selected,
            Slot::Draft(row) => board.due.len() + row == today.list.selected,
            Slot::Head(count) => {
                rule_titled(buf, at, &words::drafts(cx.lang, *count), false, cx.theme);
                continue;
            }
        };
        let style = if selected {
            cx.theme.selected
        } else {
            cx.theme.text
        };
        buf.set_style(at, style);
        let sign = if selected { "> " } else { "  " };
        match slot {
            Slot::Due(row) => {
                let due = &board.due[*row];
                due_row(due, names, cx, (at, buf), (sign, style, selected));
            }
            Slot::Draft(row) => {
                let draft = &board.drafts[*row];
                let time = draft.saved_at.format("%m-%d %H:%M").to_string();
                Line::new(buf, at)
                    .text(sign, style)
                    .column(&words::kept_at(cx.lang, &time), 18, style)
                    .text(&draft.title, style);
            }
            Slot::Head(_) => {}
        }
    }
    Some(caret)
}

/// What was said last. The screen is half public, so that of somebody with a sensitive mark nothing
/// is shown here: the note is in the file.
pub(super) fn note(due: &DueContact) -> String {
    if due.summary.groups.iter().any(|group| group.is_sensitive()) {
        String::new()
    } else {
        masking::numbers(&due.last_note)
    }
}

fn due_row(
    due: &DueContact,
    names: usize,
    cx: &Cx<'_>,
    (area, buf): (Rect, &mut Buffer),
    (sign, style, selected): (&str, Style, bool),
) {
    let more = usize::from(area.width).saturating_sub(80);
    let late = due.due < cx.today();
    let promise = people::promise(cx.lang, due.due, cx.today());
    let promise_style = if late && !selected {
        cx.theme.bad
    } else {
        style
    };
    let summary = &due.summary;
    // `超期12天` or `12 days overdue`.
    let promise_cells = if cx.lang == Lang::Zh { 10 } else { 15 };
    let age = summary.age.map(|age| age.to_string()).unwrap_or_default();
    Line::new(buf, area)
        .text(sign, style)
        .column(&promise, promise_cells, promise_style)
        .column(&summary.name, names, style)
        .number(&age, 3, style)
        .column(people::id_tail(&summary.id_masked), 4, style)
        .column(&summary.village, 12 + (more / 6).min(8), style)
        .column(
            &people::groups(cx.lang, summary),
            11 + (more / 4).min(16),
            style,
        )
        .text(&note(due), style);
}
