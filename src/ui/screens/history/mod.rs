//! The history of a record by field (修改历史): who changed what, when, from what to what; read from
//! the journal. What lists hide is hidden here as well.

mod words;

use crate::{
    domain::{
        history::{FieldChange, HistoryEntry},
        ids::PersonId,
        person::{PersonField, Told},
    },
    effect::{Ask, Reply},
    text::{Lang, width},
    ui::{
        cx::Cx,
        screen::{Action, Common, Nav, Screen, Step},
        widgets::{List, popup, put, scrolled, window},
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// State.
pub(crate) struct History {
    name: String,
    entries: Option<Vec<HistoryEntry>>,
    list: List,
}

/// Whose history.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HistoryArgs {
    pub(crate) person: PersonId,
    /// Name and tail, for the title.
    pub(crate) name: String,
}

impl Screen for History {
    type Args = HistoryArgs;
    type Msg = ();
    const NAME: &'static str = "history";
    const ACTIONS: &'static [Action<()>] = &[];
    const POPUP: bool = true;
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("修改历史", "History")
    }

    fn open(args: HistoryArgs, _cx: &Cx<'_>) -> (Self, Step) {
        let screen = Self {
            name: args.name,
            entries: None,
            list: List::default(),
        };
        (screen, Step::ask(Ask::History(args.person)))
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        if common == Common::Back {
            return Step::go(Nav::Back);
        }
        let height = usize::from(cx.body.1.saturating_sub(6));
        let len = self.lines(cx, usize::from(cx.body.0)).len();
        self.list.shift(common, len, height);
        Step::stay()
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::History(entries) => self.entries = Some(entries),
            Reply::Failed(_) => self.entries = Some(Vec::new()),
            _ => {}
        }
        Step::stay()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let columns = area.width.saturating_sub(4).min(110);
        let title = words::title(cx.lang, &self.name);
        let lines = self.lines(cx, usize::from(columns.saturating_sub(4)));
        let rows = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).max(5);
        let inside = popup(
            area,
            (columns, rows.min(area.height.saturating_sub(2))),
            &title,
            cx.theme,
            buf,
        );
        let height = usize::from(inside.height);
        for (at, line) in window(lines.len(), self.list.selected, height).enumerate() {
            let row = Rect {
                y: inside.y + u16::try_from(at).unwrap_or(0),
                height: 1,
                ..inside
            };
            let (text, head) = &lines[line];
            let style = match (head, line == self.list.selected) {
                (_, true) => cx.theme.selected,
                (true, _) => cx.theme.title,
                (false, _) => cx.theme.text,
            };
            put(buf, row, text, style);
        }
        let place = scrolled(lines.len(), self.list.selected, height);
        if !place.is_empty() {
            let cells = u16::try_from(width::cells(&place)).unwrap_or(0);
            let row = Rect {
                x: inside.right().saturating_sub(cells),
                y: inside.y,
                width: cells,
                height: 1,
            };
            put(buf, row, &place, cx.theme.dim);
        }
        None
    }
}

impl History {
    /// Every line, and whether it heads an entry.
    fn lines(&self, cx: &Cx<'_>, columns: usize) -> Vec<(String, bool)> {
        let lang = cx.lang;
        let Some(entries) = &self.entries else {
            return vec![(words::loading(lang).into_owned(), false)];
        };
        if entries.is_empty() {
            return vec![(words::nothing(lang).into_owned(), false)];
        }
        let mut lines = Vec::new();
        for entry in entries {
            let at = entry.at.format("%Y-%m-%d %H:%M").to_string();
            let head = words::head(
                lang,
                &at,
                &entry.operator,
                &entry.what,
                &entry.journal.0,
                entry.journal.1,
            );
            lines.push((head.into_owned(), true));
            for change in &entry.changes {
                let wrapped = width::wrap(&said(change, lang), columns.saturating_sub(2).max(20));
                lines.extend(wrapped.into_iter().map(|line| (format!("  {line}"), false)));
            }
        }
        lines
    }
}

/// `求职意向：开叉车 -> 保安`.
fn said(change: &FieldChange, lang: Lang) -> String {
    let told = |told: &Told| {
        if *told == Told::Nothing {
            return words::blank(lang).into_owned();
        }
        if is_hidden(change.field, told) {
            return people::marked(lang).into_owned();
        }
        crate::text::display::line(&change.field.told(told, lang))
    };
    let (was, now) = (told(&change.was), told(&change.now));
    words::change(lang, change.field.label(lang), &was, &now).into_owned()
}

/// Disability, poverty and the like; and the day of birth, which is a part of the id number.
fn is_hidden(field: PersonField, told: &Told) -> bool {
    let group = matches!(told, Told::Group(membership) if membership.group.is_sensitive());
    group || field.is_sensitive() || field == PersonField::BirthDate
}
