//! Many people at once (批量查找): a pasted column, one line an entry, the unknown ones marked.

mod words;

use crate::{
    domain::masking,
    effect::{Ask, EntryMeant, Reply},
    text::{Lang, width},
    ui::{
        cx::Cx,
        screen::{Action, Common, Nav, Screen, Step},
        screens::Route,
        widgets::{Line, List, put, scrolled, search_box, window},
        words::people as person_words,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// Entries looked up at a time; more are told of and left.
pub(crate) const MOST: usize = 500;
/// Box, line of counts, column heads.
const HEAD: u16 = 3;
/// The body begins below the top bar.
const BODY_TOP: u16 = 1;

/// State.
pub(crate) struct Multi {
    entries: Vec<String>,
    /// None until the answer came.
    meant: Option<Vec<EntryMeant>>,
    failed: bool,
    list: List,
}

impl Screen for Multi {
    type Args = Vec<String>;
    type Msg = ();
    const NAME: &'static str = "multi";
    const ACTIONS: &'static [Action<()>] = &[];

    fn title(lang: Lang) -> &'static str {
        lang.pick("批量查找", "Look up many")
    }

    fn open(entries: Vec<String>, _cx: &Cx<'_>) -> (Self, Step) {
        let mut screen = Self {
            entries,
            meant: None,
            failed: false,
            list: List::default(),
        };
        let step = screen.ask();
        (screen, step)
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => self.opened(),
            other => {
                let page = usize::from(cx.body.1.saturating_sub(HEAD));
                self.list.shift(other, self.entries.len(), page);
                Step::stay()
            }
        }
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::FoundEach(meant) => self.meant = Some(meant),
            _ => self.failed = true,
        }
        Step::stay()
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask()
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let height = usize::from(cx.body.1.saturating_sub(HEAD));
        let shown = window(self.entries.len(), self.list.selected, height);
        let row = at.y.checked_sub(BODY_TOP + HEAD);
        let row = row.map(|line| shown.start + usize::from(line));
        match row.filter(|row| shown.contains(row)) {
            Some(row) => {
                self.list.selected = row;
                if double { self.opened() } else { Step::stay() }
            }
            None => Step::stay(),
        }
    }

    fn busy(&self) -> bool {
        self.meant.is_none() && !self.failed
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let line = |row: u16| Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        let caret = search_box(cx, line(0), buf, None);
        let height = usize::from(area.height - HEAD);
        let place = scrolled(self.entries.len(), self.list.selected, height);
        let state = format!(" {}  {place}", self.state(cx.lang));
        put(buf, line(1), state.trim_end(), cx.theme.unknown);
        let number = self.entries.len().to_string().len();
        let shown_as = |entry: &String| masking::ids(entry);
        let cells = self.entries.iter().map(|e| width::cells(&shown_as(e)));
        let entry = cells.max().unwrap_or(0).clamp(10, 24);
        Line::new(buf, line(2))
            .text("  ", cx.theme.dim)
            .column("", number, cx.theme.dim)
            .column(&words::entry(cx.lang), entry, cx.theme.dim)
            .text(&words::who(cx.lang), cx.theme.dim);
        let rows = window(self.entries.len(), self.list.selected, height);
        for (index, row) in rows.enumerate() {
            let at = line(HEAD + u16::try_from(index).unwrap_or(0));
            let selected = row == self.list.selected;
            let style = if selected {
                cx.theme.selected
            } else {
                cx.theme.text
            };
            buf.set_style(at, style);
            let drawn = Line::new(buf, at)
                .text(if selected { "> " } else { "  " }, style)
                .number(&(row + 1).to_string(), number, style)
                .column(&shown_as(&self.entries[row]), entry, style);
            let room = drawn.left();
            let (words, known) = self.found(row, cx, room);
            let style = if known || selected {
                style
            } else {
                style.patch(cx.theme.unknown)
            };
            drawn.text(&words, style);
        }
        Some(caret)
    }
}

impl Multi {
    fn ask(&mut self) -> Step {
        Step::ask(Ask::SearchEach {
            entries: self.entries.clone(),
        })
    }

    fn opened(&self) -> Step {
        let row = self.list.selected;
        let entry = self.entries.get(row).cloned().unwrap_or_default();
        match self.meant.as_ref().and_then(|meant| meant.get(row)) {
            Some(EntryMeant::One(person, _)) => Step::open(Route::Person(person.id)),
            Some(EntryMeant::Several { text, .. }) => Step::open(Route::People(text.clone())),
            _ => Step::open(Route::People(entry)),
        }
    }

    fn state(&self, lang: Lang) -> String {
        let all = self.entries.len();
        if self.failed {
            return words::failed(lang).into_owned();
        }
        let Some(meant) = &self.meant else {
            return words::looking(lang, all).into_owned();
        };
        let count = |test: fn(&EntryMeant) -> bool| meant.iter().filter(|m| test(m)).count();
        let found = count(|m| matches!(m, EntryMeant::One(..)));
        let several = count(|m| matches!(m, EntryMeant::Several { .. }));
        words::head(lang, all, found, several, all - found - several).into_owned()
    }

    /// What stands beside an entry, and whether it is one person.
    fn found(&self, row: usize, cx: &Cx<'_>, room: usize) -> (String, bool) {
        let lang = cx.lang;
        match self.meant.as_ref().and_then(|meant| meant.get(row)) {
            None => (String::new(), true),
            Some(EntryMeant::Nobody) => (words::nobody(lang).into_owned(), false),
            Some(EntryMeant::Several { people, about, .. }) => {
                let people = person_words::counted(lang, *people, *about);
                (words::choose(lang, &people).into_owned(), false)
            }
            Some(EntryMeant::One(person, matched)) => {
                let mut parts = vec![person_words::named_within(lang, person, room.min(24))];
                parts.extend(person.sex.map(|sex| sex.label(lang).to_owned()));
                parts.extend(person.age.map(|age| age.to_string()));
                parts.push(format!("{}{}", person.town, person.village));
                let tolerant = matched.iter().any(|m| m.by.is_tolerant());
                if tolerant {
                    parts.push(format!("[{}]", person_words::reasons(lang, matched)));
                }
                parts.retain(|part| !part.is_empty());
                (parts.join("  "), !tolerant)
            }
        }
    }
}

/// The words for lines that were left.
pub(crate) fn cut(lang: Lang, all: usize) -> String {
    words::cut(lang, all, MOST).into_owned()
}
