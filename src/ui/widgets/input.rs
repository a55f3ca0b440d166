//! A field of text, on one row or several, with selection of all and undo of typing.

use crate::{
    domain::masking,
    text::{display, width},
    ui::{screen::Edit, theme::Theme},
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};
use tui_input::{Input as Buffered, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

/// Stands for a line break in a field, where it can be seen and taken away.
pub(crate) const BREAK: char = '␊';
/// Stands for what is hidden.
const HIDDEN: &str = "..";

/// Characters that one field holds; a pasted file is cut here.
const LIMIT: usize = 2000;
/// Steps of typing that can be taken back.
const STEPS: usize = 100;

/// A text field.
#[derive(Debug, Clone, Default)]
pub(crate) struct Input {
    text: Buffered,
    all_selected: bool,
    earlier: Vec<String>,
    later: Vec<String>,
}

impl Input {
    pub(crate) fn new(text: &str) -> Self {
        Self {
            text: Buffered::new(text.to_owned()),
            ..Self::default()
        }
    }

    pub(crate) fn text(&self) -> &str {
        self.text.value()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Puts another text in its place, as one step of typing.
    pub(crate) fn set(&mut self, text: &str) {
        if text != self.text() {
            let before = self.text().to_owned();
            self.remember(before);
            self.text = Buffered::new(text.to_owned());
        }
        self.all_selected = false;
    }

    pub(crate) fn select_all(&mut self) {
        self.all_selected = !self.is_empty();
    }

    /// Takes an edit; true where the text changed.
    pub(crate) fn edit(&mut self, edit: &Edit) -> bool {
        let before = self.text().to_owned();
        let had_selection = std::mem::take(&mut self.all_selected);
        match edit {
            Edit::Insert(c) => self.insert(std::iter::once(*c), had_selection),
            Edit::Paste(pasted) => self.insert(display::line(pasted).chars(), had_selection),
            Edit::Backspace | Edit::Delete if had_selection => self.clear(),
            Edit::Backspace => self.request(InputRequest::DeletePrevChar),
            Edit::Delete => self.request(InputRequest::DeleteNextChar),
            Edit::Left => self.request(InputRequest::GoToPrevChar),
            Edit::Right => self.request(InputRequest::GoToNextChar),
            Edit::Home => self.request(InputRequest::GoToStart),
            Edit::End => self.request(InputRequest::GoToEnd),
            Edit::SelectAll => self.select_all(),
            Edit::UndoTyping => {
                if let Some(text) = self.earlier.pop() {
                    self.text = Buffered::new(text);
                    self.later.push(before);
                    return true;
                }
                return false;
            }
            Edit::RedoTyping => {
                if let Some(text) = self.later.pop() {
                    self.text = Buffered::new(text);
                    self.earlier.push(before);
                    return true;
                }
                return false;
            }
        }
        let changed = before != self.text();
        if changed {
            self.remember(before);
        }
        changed
    }

    /// True where nothing was ever typed, so that there is no typing to take back or to do again.
    pub(crate) fn is_untouched(&self) -> bool {
        self.is_empty() && self.earlier.is_empty() && self.later.is_empty()
    }

    /// What stands in it as a half-public screen may show it.
    pub(crate) fn shown(&self) -> String {
        masking::ids(&display::line(self.text()))
    }

    fn remember(&mut self, before: String) {
        self.later.clear();
        self.earlier.push(before);
        if self.earlier.len() > STEPS {
            self.earlier.remove(0);
        }
    }

    fn clear(&mut self) {
        self.text.reset();
    }

    fn request(&mut self, request: InputRequest) {
        self.text.handle(request);
    }

    fn insert(&mut self, typed: impl Iterator<Item = char>, replace: bool) {
        if replace {
            self.clear();
        }
        let room = LIMIT.saturating_sub(self.text().chars().count());
        for c in typed.filter(|c| !c.is_control()).take(room) {
            self.request(InputRequest::InsertChar(c));
        }
    }

    /// The text in lines of at most `columns` cells, and where the caret stands in them.
    fn wrapped(&self, columns: usize) -> (Vec<String>, (usize, usize)) {
        let mut lines = vec![String::new()];
        let (mut used, mut index) = (0, 0);
        let mut caret = None;
        let text = self.shown();
        for cluster in text.graphemes(true) {
            let cells = width::cells(cluster);
            if used + cells > columns && used > 0 {
                lines.push(String::new());
                used = 0;
            }
            if index == self.text.cursor() {
                caret = Some((lines.len() - 1, used));
            }
            index += cluster.chars().count();
            used += cells;
            if let Some(line) = lines.last_mut() {
                line.push_str(cluster);
            }
            if cluster.contains(BREAK) {
                lines.push(String::new());
                used = 0;
            }
        }
        // A full last line has no cell left for the caret behind it.
        if caret.is_none() && used >= columns {
            lines.push(String::new());
            used = 0;
        }
        let end = (lines.len() - 1, used);
        (lines, caret.unwrap_or(end))
    }

    /// The first rows of the text; a cut is marked.
    pub(crate) fn rows(&self, columns: usize, most: usize) -> Vec<String> {
        let (mut lines, _) = self.wrapped(columns);
        while lines.len() > 1 && lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = width::prefix(last, columns.saturating_sub(HIDDEN.len()));
                last.push_str(HIDDEN);
            }
        }
        lines
    }

    /// The rows around the caret; what is hidden above them is marked.
    pub(crate) fn rows_at_caret(&self, columns: usize, most: usize) -> Vec<String> {
        let (lines, (line, _)) = self.wrapped(columns);
        let above = (line + 1).saturating_sub(most);
        let mut shown: Vec<String> = lines.into_iter().skip(above).take(most).collect();
        if let Some(first) = shown.first_mut().filter(|_| above > 0) {
            *first = format!("{HIDDEN}{}", skip_cells(first, HIDDEN.len()));
        }
        shown
    }

    /// Row and cell of the caret among [`Input::rows_at_caret`].
    pub(crate) fn caret(&self, columns: usize, most: usize) -> (usize, usize) {
        let (_, (line, cell)) = self.wrapped(columns);
        (line - (line + 1).saturating_sub(most), cell)
    }

    /// Draws one row of the text over a row of cells.
    pub(crate) fn draw_row(&self, text: &str, area: Rect, buf: &mut Buffer, theme: &Theme) {
        buf.set_style(area, theme.field);
        let style = if self.all_selected {
            theme.selected
        } else {
            theme.field
        };
        draw_text(area, buf, text, style);
    }

    /// Draws the field over one row; returns where the caret stands.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let columns = usize::from(area.width);
        let style = if self.all_selected {
            theme.selected
        } else {
            theme.field
        };
        buf.set_style(area, theme.field);
        // With the full width the caret of a full field would stand outside of it.
        let scroll = self.text.visual_scroll(columns.saturating_sub(1));
        let shown = skip_cells(&self.shown(), scroll);
        let shown = width::prefix(&shown, columns);
        draw_text(area, buf, &shown, style);
        let caret = self.text.visual_cursor().saturating_sub(scroll);
        let offset = u16::try_from(caret)
            .unwrap_or(u16::MAX)
            .min(area.width.saturating_sub(1));
        Position::new(area.x.saturating_add(offset), area.y)
    }
}

fn draw_text(area: Rect, buf: &mut Buffer, text: &str, style: Style) {
    if area.width > 0 && area.height > 0 {
        buf.set_stringn(area.x, area.y, text, usize::from(area.width), style);
    }
}

/// Drops whole clusters until `cells` are gone.
fn skip_cells(text: &str, cells: usize) -> String {
    let dropped = width::prefix(text, cells);
    text[dropped.len()..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_selecting_and_taking_back() {
        let mut input = Input::default();
        for c in "李明".chars() {
            assert!(input.edit(&Edit::Insert(c)));
        }
        assert!(input.edit(&Edit::Backspace));
        assert_eq!(input.text(), "李");
        assert!(input.edit(&Edit::UndoTyping));
        assert_eq!(input.text(), "李明");
        assert!(input.edit(&Edit::RedoTyping));
        assert_eq!(input.text(), "李");
        assert!(!input.edit(&Edit::RedoTyping));
        input.edit(&Edit::SelectAll);
        assert!(input.edit(&Edit::Insert('张')));
        assert_eq!(input.text(), "张");
    }

    #[test]
    fn a_paste_is_one_line_and_has_an_end() {
        let mut input = Input::default();
        input.edit(&Edit::Paste(format!(
            "李\u{1b}[2J\r\n{}",
            "长".repeat(5000)
        )));
        assert!(input.text().starts_with("李␛[2J 长"));
        assert_eq!(input.text().chars().count(), LIMIT);
    }

    #[test]
    fn a_long_text_stands_on_rows_and_says_what_is_hidden() {
        let mut input = Input::new("想找双休␊路远不去火炬区");
        assert_eq!(input.rows(8, 4), ["想找双休", "␊", "路远不去", "火炬区"]);
        assert_eq!(input.rows(10, 4), ["想找双休␊", "路远不去火", "炬区"]);
        assert_eq!(input.rows(10, 2), ["想找双休␊", "路远不去.."]);
        assert_eq!(input.rows_at_caret(10, 2), ["..远不去火", "炬区"]);
        assert_eq!(input.caret(10, 2), (1, 4));
        input.edit(&Edit::Home);
        assert_eq!(input.rows_at_caret(10, 2), ["想找双休␊", "路远不去火"]);
        assert_eq!(input.caret(10, 2), (0, 0));
        // Behind a full row the caret stands at the beginning of the next.
        let full = Input::new("路远不去火");
        assert_eq!(full.caret(10, 4), (1, 0));
        assert_eq!(full.rows_at_caret(10, 4), ["路远不去火", ""]);
        assert_eq!(full.rows(10, 4), ["路远不去火"]);
        assert_eq!(Input::default().rows(10, 4), [""]);
    }

    #[test]
    fn the_caret_stays_inside_the_field() {
        let theme = Theme::new(crate::ui::ThemeName::Mono, true, false);
        let area = Rect::new(3, 0, 10, 1);
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
        let input = Input::new("石岐街道办事处三楼");
        let caret = input.draw(area, &mut buf, &theme);
        assert!(caret.x < area.right());
        let caret = Input::new("李明").draw(area, &mut buf, &theme);
        assert_eq!(caret.x, 3 + 4);
    }
}
