//! One frame: chrome, the nearest full screen, the pop-ups above it, the caret.

use super::{chrome, cx::Cx, model::Model, nav, words};
use crate::text::{fold::half_width, width};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
};

/// The smallest window in which nothing is lost.
const SMALLEST: (u16, u16) = (80, 24);

/// True where the window is large enough to show anything.
pub(super) fn fits(size: (u16, u16)) -> bool {
    size.0 >= SMALLEST.0 && size.1 >= SMALLEST.1
}

/// Columns and rows between the top bar and the two lines at the bottom.
pub(super) fn body_size(size: (u16, u16)) -> (u16, u16) {
    (size.0, size.1.saturating_sub(3))
}

/// Draws the model; puts the terminal's own cursor where text is typed.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let caret = draw(model, area, frame.buffer_mut());
    if model.theme.ascii {
        certain_signs(frame.buffer_mut());
    }
    if let Some(at) = caret
        && area.contains(at)
    {
        frame.set_cursor_position(at);
    }
}

/// Where lines are two cells wide, so are dots and dashes; their ASCII twins keep the columns.
fn certain_signs(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let mut chars = cell.symbol().chars();
        if let (Some(c), None) = (chars.next(), chars.next())
            && "·—–…“”‘’•".contains(c)
        {
            let twin = if c == '…' { '.' } else { half_width(c) };
            cell.set_char(twin);
        }
    }
}

fn draw(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    buf.set_style(area, model.theme.text);
    let lang = model.setup.lang;
    if !fits((area.width, area.height)) {
        let text = words::too_small(lang, area.width, area.height);
        for (row, line) in width::wrap(&text, usize::from(area.width.max(1)))
            .iter()
            .enumerate()
            .take(usize::from(area.height))
        {
            let y = area.y + u16::try_from(row).unwrap_or(0);
            buf.set_stringn(area.x, y, line, usize::from(area.width), model.theme.text);
        }
        return None;
    }
    if model.curtain {
        chrome::curtain(model, area, buf);
        return None;
    }
    let below = nav::base(model).map_or("", |open| open.screen.name());
    let cx = Cx {
        lang,
        theme: &model.theme,
        moment: model.moment,
        body: body_size((area.width, area.height)),
        keymap: &model.setup.keymap,
        below,
        ids: &model.ids,
    };
    let body = chrome::frame(model, &cx, area, buf);
    let first = model
        .stack
        .iter()
        .rposition(|open| !open.screen.is_popup())
        .unwrap_or(0);
    let mut caret = None;
    for open in &model.stack[first..] {
        caret = open.screen.view(&cx, body, buf);
    }
    caret
}
