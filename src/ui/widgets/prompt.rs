//! A question above a screen that is answered in words or digits, never by a bare Enter.

use super::{Input, popup, put};
use crate::{
    text::width,
    ui::{
        cx::Cx,
        screen::{Edit, Focus},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// Enter is not heard before the question can have been read: a key that was meant for the screen
/// below must not answer it.
const READ_MS: u64 = 300;

/// A question with one line to answer in.
#[derive(Debug, Clone)]
pub(crate) struct Prompt {
    title: String,
    lines: Vec<String>,
    input: Input,
    opened_ms: u64,
    remark: String,
}

impl Prompt {
    /// A question that opens now.
    pub(crate) fn new(cx: &Cx<'_>, title: impl Into<String>, lines: Vec<String>) -> Self {
        Self {
            title: title.into(),
            lines,
            input: Input::default(),
            opened_ms: cx.moment.ms,
            remark: String::new(),
        }
    }

    /// Takes typing.
    pub(crate) fn edit(&mut self, edit: &Edit) {
        if self.input.edit(edit) {
            self.remark.clear();
        }
    }

    /// What was answered, trimmed; `None` while Enter is not heard yet.
    pub(crate) fn answer(&self, cx: &Cx<'_>) -> Option<String> {
        let read = cx.moment.ms.saturating_sub(self.opened_ms) >= READ_MS;
        read.then(|| self.input.text().trim().to_owned())
    }

    /// Says what is wrong with the answer.
    pub(crate) fn remark(&mut self, remark: impl Into<String>) {
        self.remark = remark.into();
    }

    /// What has the focus, for the routing of keys.
    pub(crate) fn focus(&self) -> Focus {
        Focus::Text { empty: false }
    }

    /// Draws it in the middle of an area; returns where the caret stands.
    pub(crate) fn draw(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let columns = area.width.saturating_sub(6).min(76);
        let inner = usize::from(columns.saturating_sub(4)).max(1);
        let lines: Vec<String> = self
            .lines
            .iter()
            .flat_map(|line| width::wrap(line, inner))
            .collect();
        let rows = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let inside = popup(area, (columns, rows), &self.title, cx.theme, buf);
        let row = |at: usize| Rect {
            y: inside.y.saturating_add(u16::try_from(at).unwrap_or(0)),
            height: 1,
            ..inside
        };
        for (at, line) in lines.iter().enumerate() {
            put(buf, row(at), line, cx.theme.text);
        }
        put(buf, row(lines.len() + 1), &self.remark, cx.theme.bad);
        self.input.draw(row(lines.len()), buf, cx.theme)
    }
}
