//! Find a command (找功能): every command of every screen by its words in either language or by the
//! first letters of its pinyin, made from the action tables.

mod rows;
mod words;

use crate::{
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        widgets::{Input, Line, List, popup, window},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use rows::Row;

/// Commands that can't be run now, each with the reason: greyed, not hidden.
pub(crate) type Refused = Vec<(&'static str, String)>;

/// State.
pub(crate) struct Palette {
    input: Input,
    all: Vec<Row>,
    list: List,
}

impl Screen for Palette {
    type Args = Refused;
    type Msg = ();
    const NAME: &'static str = "palette";
    const ACTIONS: &'static [Action<()>] = &[];
    const POPUP: bool = true;

    fn title(lang: Lang) -> &'static str {
        lang.pick("找功能", "Find a command")
    }

    fn open(refused: Refused, cx: &Cx<'_>) -> (Self, Step) {
        let screen = Self {
            input: Input::default(),
            all: rows::rows(cx, &refused),
            list: List::default(),
        };
        (screen, Step::stay())
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let rows = self.matching();
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => match rows.get(self.list.selected) {
                Some(row) => match &row.refused {
                    Some(reason) => Step::say(Notice::warning(reason.clone())),
                    None => Step::go(Nav::Run(row.section.to_owned(), row.action.to_owned())),
                },
                None => Step::stay(),
            },
            other => {
                let len = rows.len();
                self.list.shift(other, len, usize::from(cx.body.1) / 2);
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        if self.input.edit(&edit) {
            self.list.selected = 0;
        }
        Some(Step::stay())
    }

    fn focus(&self) -> Focus {
        Focus::Text { empty: false }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let rows = self.matching();
        let height = u16::try_from(self.all.len() + 3)
            .unwrap_or(u16::MAX)
            .min(area.height.saturating_sub(2));
        let size = (area.width.saturating_sub(10).min(72), height);
        let inside = popup(area, size, Self::title(cx.lang), cx.theme, buf);
        let field = Rect {
            height: 1,
            ..inside
        };
        let caret = self.input.draw(field, buf, cx.theme);
        let height = usize::from(inside.height.saturating_sub(1));
        let shown = window(rows.len(), self.list.selected, height);
        for (index, row) in shown.enumerate() {
            let at = Rect {
                y: inside.y + 1 + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..inside
            };
            let selected = row == self.list.selected;
            let style = match (selected, &rows[row].refused) {
                (true, _) => cx.theme.selected,
                (false, Some(_)) => cx.theme.dim,
                (false, None) => cx.theme.text,
            };
            buf.set_style(at, style);
            let words = rows::shown(rows[row], cx.lang);
            // A reason needs the room more than the keys that would not work now.
            let (room, keys) = match &rows[row].refused {
                Some(_) => (usize::from(inside.width) - 2, ""),
                None => (
                    usize::from(inside.width).saturating_sub(22),
                    rows[row].keys.as_str(),
                ),
            };
            Line::new(buf, at)
                .text(if selected { "> " } else { "  " }, style)
                .column(&words, room, style)
                .text(keys, style);
        }
        if rows.is_empty() {
            let at = Rect {
                y: inside.y + 1,
                height: 1,
                ..inside
            };
            Line::new(buf, at).text(&words::none(cx.lang), cx.theme.text);
        }
        Some(caret)
    }
}

impl Palette {
    /// Commands that are meant by what was typed, best first.
    fn matching(&self) -> Vec<&Row> {
        rows::matching(&self.all, self.input.text())
    }
}
