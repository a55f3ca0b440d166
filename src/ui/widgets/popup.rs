//! A box above what is on the screen, which never cuts a wide character in two.

use super::spans::put;
use crate::{text::width, ui::theme::Theme};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{Block, Borders, Clear, Widget},
};

/// Draws an empty titled box of at most `width` × `height` in the middle of `area`; returns the
/// inside.
pub(crate) fn popup(
    area: Rect,
    (columns, rows): (u16, u16),
    title: &str,
    theme: &Theme,
    buf: &mut Buffer,
) -> Rect {
    let columns = columns.min(area.width);
    let rows = rows.min(area.height);
    let outer = Rect {
        x: area.x + (area.width - columns) / 2,
        y: area.y + (area.height - rows) / 2,
        width: columns,
        height: rows,
    };
    clear_wide(outer, buf);
    buf.set_style(outer, theme.text);
    Block::new()
        .borders(Borders::ALL)
        .border_set(theme.border())
        .border_style(theme.dim)
        .render(outer, buf);
    if outer.width > 4 && outer.height > 0 {
        let shown = format!(" {} ", width::fit(title, usize::from(outer.width) - 6));
        let line = Rect {
            x: outer.x + 2,
            width: outer.width - 4,
            height: 1,
            ..outer
        };
        put(buf, line, &shown, theme.title);
    }
    Rect {
        x: outer.x + 2.min(outer.width),
        y: outer.y + 1.min(outer.height),
        width: outer.width.saturating_sub(4),
        height: outer.height.saturating_sub(2),
    }
}

/// Empties an area. A wide character that begins in the column left of it would swallow the left
/// border, so it goes as well.
fn clear_wide(area: Rect, buf: &mut Buffer) {
    if area.x > buf.area.x {
        for y in area.top()..area.bottom() {
            let cell = &mut buf[(area.x - 1, y)];
            if width::cells(cell.symbol()) > 1 {
                cell.set_symbol(" ");
            }
        }
    }
    Clear.render(area, buf);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{ThemeName, testing::dump_buffer};

    #[test]
    fn borders_stand_over_wide_text_at_odd_and_even_columns() {
        let theme = Theme::new(ThemeName::Mono, true, true);
        for (columns, left) in [(10, 5), (9, 5), (12, 4)] {
            let area = Rect::new(0, 0, 20, 4);
            let mut buf = Buffer::empty(area);
            for y in 0..4 {
                put(
                    &mut buf,
                    Rect {
                        y,
                        height: 1,
                        ..area
                    },
                    "职配职配职配职配职配",
                    theme.text,
                );
            }
            popup(area, (columns, 3), "框", &theme, &mut buf);
            for line in dump_buffer(&buf).lines() {
                assert_eq!(width::cells(line), 20, "half a character in {line:?}");
            }
            assert_eq!(buf[(left, 1)].symbol(), "|");
            assert_eq!(buf[(left + columns - 1, 1)].symbol(), "|");
        }
    }
}
