//! The form on cells: the focused choice shows all its answers, a long text stands on several rows.

use super::{Field, FieldKind, Form};
use crate::{
    text::{Lang, width},
    ui::{cx::Cx, widgets::Line},
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// Rows of a long text; the caret's is always one of them.
const ROWS: usize = 4;
/// Cells between a value and the remark beside it.
const GAP: usize = 2;

impl Form {
    /// Draws the fields from the top; the focused choice shows all its answers, the others only
    /// what was chosen. Returns where the caret stands.
    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let labels = self
            .fields
            .iter()
            .filter(|field| !field.hidden)
            .map(|field| width::cells(&field.label))
            .max()
            .unwrap_or(0);
        let indent = u16::try_from(labels + 3)
            .unwrap_or(u16::MAX)
            .min(area.width);
        let inner_width = usize::from(area.width - indent);
        let mut caret = None;
        let rows: Vec<(usize, Vec<String>)> = self
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| !field.hidden)
            .map(|(at, field)| (at, self.rows(at, field, inner_width, cx.lang)))
            .collect();
        let under: Vec<String> = match self.focused() {
            Some(field) if !field.under.is_empty() => width::wrap(&field.under, inner_width)
                .into_iter()
                .take(ROWS)
                .collect(),
            _ => Vec::new(),
        };
        // What the focus needs is always seen: leave out rows from the top until it fits.
        let until_focus: usize = rows
            .iter()
            .take_while(|(at, _)| *at <= self.at)
            .map(|(_, lines)| lines.len())
            .sum::<usize>()
            + under.len();
        let mut skip = until_focus.saturating_sub(usize::from(area.height));
        let mut y = area.y;
        for (at, lines) in rows {
            if skip >= lines.len() {
                skip -= lines.len();
                continue;
            }
            let field = &self.fields[at];
            let focused = at == self.at;
            for (index, text) in lines.iter().enumerate() {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                if y >= area.bottom() {
                    return caret;
                }
                let row = Rect {
                    y,
                    height: 1,
                    ..area
                };
                if index == 0 {
                    let (sign, style) = if focused {
                        (">", cx.theme.title)
                    } else {
                        (" ", cx.theme.dim)
                    };
                    Line::new(buf, row).text(sign, style).column(
                        &width::pad(&field.label, labels),
                        labels,
                        style,
                    );
                }
                let body = Rect {
                    x: area.x + indent,
                    width: area.width - indent,
                    ..row
                };
                if let (FieldKind::Text(input), true) = (&field.kind, focused) {
                    let columns = text_columns(field, inner_width);
                    let field_area = Rect {
                        width: u16::try_from(columns).unwrap_or(u16::MAX),
                        ..body
                    };
                    let (line, cell) = input.caret(columns, ROWS);
                    if line == index {
                        let cell = u16::try_from(cell).unwrap_or(u16::MAX);
                        caret = Some(Position::new(field_area.x.saturating_add(cell), y));
                    }
                    input.draw_row(text, field_area, buf, cx.theme);
                    if index == 0 {
                        let rest = Rect {
                            x: field_area.right() + 1,
                            width: body.right().saturating_sub(field_area.right() + 1),
                            ..body
                        };
                        Line::new(buf, rest).text(&field.remark, cx.theme.unknown);
                    }
                } else {
                    let line = Line::new(buf, body).text(text, cx.theme.text);
                    // Behind the last answer, so that a full line of answers does not push it out.
                    if index + 1 == lines.len() && !field.remark.is_empty() {
                        let gap = if text.is_empty() && index > 0 {
                            ""
                        } else {
                            "  "
                        };
                        line.text(gap, cx.theme.text)
                            .text(&field.remark, cx.theme.unknown);
                    }
                    if focused && index == 0 && caret.is_none() {
                        caret = Some(body.as_position());
                    }
                }
                y += 1;
            }
            if focused {
                for text in &under {
                    if y < area.bottom() {
                        let row = Rect {
                            x: area.x + indent,
                            y,
                            width: area.width - indent,
                            height: 1,
                        };
                        Line::new(buf, row).text(text, cx.theme.dim);
                        y += 1;
                    }
                }
            }
        }
        caret
    }

    /// The lines of one field: its answers wrapped while it has the focus, else its value.
    fn rows(&self, at: usize, field: &Field, columns: usize, lang: Lang) -> Vec<String> {
        match &field.kind {
            FieldKind::Text(input) => {
                let columns = text_columns(field, columns);
                if at == self.at {
                    input.rows_at_caret(columns, ROWS)
                } else {
                    input.rows(columns, ROWS)
                }
            }
            FieldKind::Choice {
                options, picked, ..
            } => {
                if at != self.at {
                    let chosen: Vec<String> = options
                        .iter()
                        .filter(|(digit, _)| picked.contains(digit))
                        .map(|answer| item(answer, lang))
                        .collect();
                    return vec![chosen.join(" ")];
                }
                let mut lines = Vec::new();
                let mut line = String::new();
                for answer in options {
                    let mark = if picked.contains(&answer.0) { "*" } else { "" };
                    let item = format!("{mark}{}", item(answer, lang));
                    let gap = if line.is_empty() { 0 } else { 2 };
                    if width::cells(&line) + gap + width::cells(&item) > columns && !line.is_empty()
                    {
                        lines.push(std::mem::take(&mut line));
                    }
                    if !line.is_empty() {
                        line.push_str("  ");
                    }
                    line.push_str(&item);
                }
                let remark = width::cells(&field.remark);
                let full = width::cells(&line) + GAP + remark > columns;
                lines.push(line);
                if remark > 0 && full {
                    lines.push(String::new());
                }
                lines
            }
        }
    }
}

/// `2三天`, `2=3 days`: a digit before a Chinese word is read as its number, before an English one it
/// would be a part of it.
fn item((digit, words): &(char, &str), lang: Lang) -> String {
    format!("{digit}{}{words}", lang.pick("", "="))
}

/// Cells for a text, so that its remark has room beside it.
fn text_columns(field: &Field, columns: usize) -> usize {
    let remark = width::cells(&field.remark);
    columns.saturating_sub(remark + GAP).max(columns / 2).max(1)
}
