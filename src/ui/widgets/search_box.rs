//! The one search box, on the first row of every list and home screen.

use super::{Input, put};
use crate::{messages, text::width, ui::cx::Cx};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

messages! {
    label() { zh: "找人", en: "Find" }
    placeholder() { zh: "（刷身份证，或输姓名、拼音、首字母、证号、电话尾号、村名）", en: "(scan an id, or type a name, pinyin, initials, id, phone tail, village)" }
}

/// Draws the box; returns where the caret stands, so that an input method composes there even while
/// rows have the focus.
pub(crate) fn search_box(
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
    input: Option<&Input>,
) -> Position {
    let label = format!(" {} ", label(cx.lang));
    put(buf, area, &label, cx.theme.title);
    let offset = u16::try_from(width::cells(&label)).unwrap_or(0);
    let field = Rect {
        x: area.x.saturating_add(offset),
        width: area.width.saturating_sub(offset + 1),
        height: 1,
        ..area
    };
    match input {
        Some(input) if !input.is_empty() => input.draw(field, buf, cx.theme),
        _ => {
            // In brackets and without the line under a field: nothing stands in it.
            put(buf, field, &placeholder(cx.lang), cx.theme.dim);
            field.as_position()
        }
    }
}
