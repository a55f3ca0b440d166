//! Which ledgers (台账) there are: of the record that is open, with counts, or of the whole office.

mod words;

use crate::{
    domain::ledger::{Kind, Link, kinds},
    effect::{Ask, Reply},
    text::Lang,
    ui::{
        cx::Cx,
        screen::{Action, Common, Nav, Screen, Step},
        screens::{Route, ledger::LedgerArgs},
        widgets::{Line, List, popup, window},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use uuid::Uuid;

/// The record that entries are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct About {
    /// Of which sort.
    pub(crate) link: Link,
    /// Which.
    pub(crate) uid: Uuid,
    /// What it is called.
    pub(crate) name: String,
    /// Its reference.
    pub(crate) reference: String,
}

/// State.
pub(crate) struct Ledgers {
    about: Option<About>,
    kinds: Vec<&'static Kind>,
    /// Of those that have any; `None` until the answer.
    counts: Option<Vec<(&'static Kind, usize)>>,
    list: List,
}

impl Screen for Ledgers {
    type Args = Option<About>;
    type Msg = ();
    const NAME: &'static str = "ledgers";
    const ACTIONS: &'static [Action<()>] = &[];
    const POPUP: bool = true;
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("台账", "Ledgers")
    }

    fn open(about: Option<About>, _cx: &Cx<'_>) -> (Self, Step) {
        let (step, counts) = match &about {
            Some(about) => {
                let about = (about.link, about.uid);
                (Step::ask(Ask::LedgerCounts { about }), None)
            }
            None => (Step::stay(), Some(Vec::new())),
        };
        let kinds = kinds::ALL.iter().copied();
        let leads = |kind: &&'static Kind| match &about {
            Some(about) => kind.links_to(about.link).next().is_some(),
            None => true,
        };
        let screen = Self {
            kinds: kinds.filter(leads).collect(),
            about,
            counts,
            list: List::default(),
        };
        (screen, step)
    }

    fn update(&mut self, (): (), _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back => Step::go(Nav::Back),
            Common::Open => match self.kinds.get(self.list.selected) {
                Some(kind) => Step::go(Nav::Replace(Box::new(Route::Ledger(LedgerArgs {
                    kind,
                    about: self.about.clone(),
                })))),
                None => Step::go(Nav::Back),
            },
            other => {
                let page = usize::from(cx.body.1) / 2;
                self.list.shift(other, self.kinds.len(), page);
                Step::stay()
            }
        }
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        self.counts = Some(match reply {
            Reply::LedgerCounts(counts) => counts,
            _ => Vec::new(),
        });
        Step::stay()
    }

    fn busy(&self) -> bool {
        self.counts.is_none()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lang = cx.lang;
        let title = match &self.about {
            Some(about) => words::of(lang, &about.name).into_owned(),
            None => words::of_office(lang).into_owned(),
        };
        let rows = u16::try_from(self.kinds.len() + 2).unwrap_or(u16::MAX);
        let size = (
            area.width.saturating_sub(10).min(50),
            rows.min(area.height.saturating_sub(2)),
        );
        let inside = popup(area, size, &title, cx.theme, buf);
        let shown = window(
            self.kinds.len(),
            self.list.selected,
            usize::from(inside.height),
        );
        for (index, at) in shown.enumerate() {
            let kind = self.kinds[at];
            let row = Rect {
                y: inside.y + u16::try_from(index).unwrap_or(0),
                height: 1,
                ..inside
            };
            let selected = at == self.list.selected;
            let style = if selected {
                cx.theme.selected
            } else {
                cx.theme.text
            };
            buf.set_style(row, style);
            let counts = self.counts.iter().flatten();
            let count = counts.filter(|(of, _)| *of == kind).map(|(_, n)| n).sum();
            let count = match count {
                0 => String::new(),
                count => words::count(lang, count).into_owned(),
            };
            Line::new(buf, row)
                .text(if selected { "> " } else { "  " }, style)
                .column(kind.label(lang), 26, style)
                .text(&count, style);
        }
        None
    }
}
