//! Lines of styled text put on exact cells, cut between characters only.

use crate::{
    text::{display, width},
    ui::theme::Theme,
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use unicode_segmentation::UnicodeSegmentation;

/// Puts one line of safe text on the first row of an area, cut with a mark where it is too long.
pub(crate) fn put(buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let shown = width::fit(&display::line(text), usize::from(area.width));
    buf.set_stringn(area.x, area.y, shown, usize::from(area.width), style);
}

/// A horizontal rule with a word in it.
pub(crate) fn rule_titled(buf: &mut Buffer, area: Rect, title: &str, focused: bool, theme: &Theme) {
    rule(buf, area, theme);
    if area.width > 4 && !title.is_empty() {
        let sign = if focused { ">" } else { " " };
        let style = if focused { theme.title } else { theme.dim };
        let inner = Rect {
            x: area.x + 1,
            width: area.width - 2,
            ..area
        };
        let shown = width::fit(title, usize::from(inner.width).saturating_sub(2));
        put(buf, inner, &format!("{sign}{shown} "), style);
    }
}

/// A horizontal rule without words.
fn rule(buf: &mut Buffer, area: Rect, theme: &Theme) {
    if area.height > 0 {
        buf.set_stringn(
            area.x,
            area.y,
            theme.rule().repeat(usize::from(area.width)),
            usize::from(area.width),
            theme.dim,
        );
    }
}

/// One line built from left to right in cells.
pub(crate) struct Line<'a> {
    buf: &'a mut Buffer,
    area: Rect,
    used: u16,
}

impl<'a> Line<'a> {
    /// A line on the first row of an area.
    pub(crate) fn new(buf: &'a mut Buffer, area: Rect) -> Self {
        Self { buf, area, used: 0 }
    }

    /// Cells that are left.
    pub(crate) fn left(&self) -> usize {
        usize::from(self.area.width.saturating_sub(self.used))
    }

    /// Text of its own width.
    pub(crate) fn text(mut self, text: &str, style: Style) -> Self {
        let shown = width::fit(&display::line(text), self.left());
        let cells = width::cells(&shown);
        self.draw(&shown, style, cells);
        self
    }

    /// Text in a column of exactly `columns` cells, then one free cell.
    pub(crate) fn column(mut self, text: &str, columns: usize, style: Style) -> Self {
        let columns = columns.min(self.left());
        let shown = width::fit(&display::line(text), columns);
        self.draw(&shown, style, columns + 1);
        self
    }

    /// A number in a column, flush right, then one free cell.
    pub(crate) fn number(mut self, text: &str, columns: usize, style: Style) -> Self {
        let columns = columns.min(self.left());
        let shown = width::pad_left(text, columns);
        self.draw(&shown, style, columns + 1);
        self
    }

    /// As [`Line::column`], with character ranges of the text in a second style.
    pub(crate) fn marked_column(
        mut self,
        text: &str,
        columns: usize,
        marks: &[(usize, usize)],
        (style, marked): (Style, Style),
    ) -> Self {
        let columns = columns.min(self.left());
        let shown = width::fit(&display::line(text), columns);
        let start = self.used;
        let mut index = 0;
        for cluster in shown.graphemes(true) {
            let inside = marks.iter().any(|(from, to)| (*from..*to).contains(&index));
            let style = if inside { style.patch(marked) } else { style };
            self.draw(cluster, style, width::cells(cluster));
            index += cluster.chars().count();
        }
        self.used = start.saturating_add(u16::try_from(columns + 1).unwrap_or(u16::MAX));
        self
    }

    fn draw(&mut self, shown: &str, style: Style, cells: usize) {
        if self.left() > 0 && self.area.height > 0 {
            let x = self.area.x + self.used;
            self.buf
                .set_stringn(x, self.area.y, shown, self.left(), style);
        }
        self.used = self
            .used
            .saturating_add(u16::try_from(cells).unwrap_or(u16::MAX));
    }
}
