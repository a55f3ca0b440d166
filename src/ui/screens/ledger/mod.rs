//! One ledger: its entries as a list, of the whole office or about one record.
//!
//! Typing finds people here as everywhere; the filter has the focus only after its own key.

mod view;
mod words;

use super::{Route, entry::EntryArgs, ledgers::About};
use crate::{
    domain::ledger::{Filter, Kind, Link, Linked, Listed},
    effect::{Ask, Reply},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        widgets::{Input, List},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// Which ledger.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LedgerArgs {
    /// Of which kind.
    pub(crate) kind: &'static Kind,
    /// Only what is about this record.
    pub(crate) about: Option<About>,
}

/// State.
pub(crate) struct Ledger {
    kind: &'static Kind,
    about: Option<About>,
    /// `None` until the first answer.
    rows: Option<Vec<Listed>>,
    /// Places in `rows` that the filter picks.
    picked: Vec<usize>,
    filter: Input,
    in_filter: bool,
    /// A word of the filter that names no field.
    unread: Option<String>,
    list: List,
    awaiting: bool,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum LedgerMsg {
    New,
    Remove,
    Related,
    Filter,
}

impl Screen for Ledger {
    type Args = LedgerArgs;
    type Msg = LedgerMsg;
    const NAME: &'static str = "ledger";
    const ACTIONS: &'static [Action<LedgerMsg>] = &[
        Action {
            name: "new",
            zh: "新增一条",
            en: "Add an entry",
            msg: || LedgerMsg::New,
        },
        Action {
            name: "remove",
            zh: "撤下选中的一条（可撤销）",
            en: "Take the selected entry back (can be undone)",
            msg: || LedgerMsg::Remove,
        },
        Action {
            name: "related",
            zh: "选中这条的名单、检查等",
            en: "What belongs to the selected entry: roster, checks",
            msg: || LedgerMsg::Related,
        },
        Action {
            name: "filter",
            zh: "筛选",
            en: "Filter",
            msg: || LedgerMsg::Filter,
        },
    ];

    fn title(lang: Lang) -> &'static str {
        lang.pick("台账", "Ledger")
    }

    fn open(args: LedgerArgs, _cx: &Cx<'_>) -> (Self, Step) {
        let mut screen = Self {
            kind: args.kind,
            about: args.about,
            rows: None,
            picked: Vec::new(),
            filter: Input::default(),
            in_filter: false,
            unread: None,
            list: List::default(),
            awaiting: false,
        };
        let step = screen.ask();
        (screen, step)
    }

    fn update(&mut self, msg: LedgerMsg, cx: &Cx<'_>) -> Step {
        match msg {
            LedgerMsg::New => Step::open(Route::EntryForm(EntryArgs::New {
                kind: self.kind,
                preset: self.preset(),
            })),
            LedgerMsg::Filter => {
                self.in_filter = !self.in_filter;
                Step::stay()
            }
            LedgerMsg::Remove => match self.selected() {
                Some(row) => Step::ask(Ask::RemoveEntry {
                    kind: self.kind,
                    id: row.entry.id,
                }),
                None => Step::say(Notice::info(words::none_selected(cx.lang))),
            },
            LedgerMsg::Related => match self.selected() {
                Some(row) => Step::open(Route::Ledgers(Some(About {
                    link: self.own_link(),
                    uid: row.entry.id.0,
                    name: row.title(cx.lang),
                    reference: row.entry.reference.clone(),
                }))),
                None => Step::say(Notice::info(words::none_selected(cx.lang))),
            },
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            // Esc leaves the filter first, and its words with it; a second one leaves the screen.
            Common::Back if self.in_filter || !self.filter.is_empty() => {
                self.in_filter = false;
                self.filter.set("");
                self.pick();
                Step::stay()
            }
            Common::Back => Step::go(Nav::Back),
            Common::Open => match self.selected() {
                Some(row) => Step::open(Route::EntryForm(EntryArgs::Edit(Box::new(row.clone())))),
                None => self.update(LedgerMsg::New, cx),
            },
            Common::Down if self.in_filter => {
                self.in_filter = false;
                Step::stay()
            }
            other => {
                self.list
                    .shift(other, self.picked.len(), view::rows_shown(cx.body));
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        if !self.in_filter {
            return None;
        }
        if self.filter.edit(&edit) {
            self.list.selected = 0;
            self.pick();
        }
        Some(Step::stay())
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Ledger { rows, .. } => {
                let kept = self.selected().map(|row| row.entry.id);
                self.awaiting = false;
                self.rows = Some(rows);
                self.pick();
                let rows = self.rows.as_deref().unwrap_or_default();
                let place = self
                    .picked
                    .iter()
                    .position(|at| Some(rows[*at].entry.id) == kept);
                self.list.selected = place.unwrap_or(self.list.selected);
                self.list.clamp(self.picked.len());
                Step::stay()
            }
            Reply::Failed(_) => {
                self.awaiting = false;
                self.rows.get_or_insert_default();
                Step::stay()
            }
            Reply::Done(_) => self.ask(),
            _ => Step::stay(),
        }
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask()
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let Some(row) = view::row_at(self.picked.len(), self.list.selected, cx.body, at) else {
            return Step::stay();
        };
        self.list.selected = row;
        self.in_filter = false;
        if double {
            self.common(Common::Open, cx)
        } else {
            Step::stay()
        }
    }

    fn focus(&self) -> Focus {
        if self.in_filter {
            Focus::Text {
                empty: self.filter.is_empty(),
            }
        } else {
            Focus::List
        }
    }

    fn busy(&self) -> bool {
        self.awaiting
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        (matches!(action, "remove" | "related") && self.selected().is_none())
            .then(|| words::none_selected(cx.lang).into_owned())
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl Ledger {
    fn ask(&mut self) -> Step {
        self.awaiting = true;
        let about = self.about.as_ref().map(|about| (about.link, about.uid));
        Step::ask(Ask::Ledger {
            kind: self.kind,
            about,
        })
    }

    /// Picks the rows anew. A word that can't be read picks nothing away.
    fn pick(&mut self) {
        let rows = self.rows.as_deref().unwrap_or_default();
        let filter = match Filter::parse(self.kind, self.filter.text()) {
            Ok(filter) => {
                self.unread = None;
                filter
            }
            Err(word) => {
                self.unread = Some(word);
                Filter::default()
            }
        };
        let places = rows.iter().enumerate();
        self.picked = places
            .filter(|(_, row)| filter.picks(row))
            .map(|(at, _)| at)
            .collect();
        self.list.clamp(self.picked.len());
    }

    fn selected(&self) -> Option<&Listed> {
        let at = self.picked.get(self.list.selected)?;
        self.rows.as_deref()?.get(*at)
    }

    /// How other kinds lead to entries of this one.
    fn own_link(&self) -> Link {
        match self.kind.code {
            "enterprise" => Link::Enterprise,
            code => Link::Entry(code),
        }
    }

    /// A new entry is about the record whose ledger this is.
    fn preset(&self) -> Vec<(crate::domain::ledger::Slot, Linked)> {
        let Some(about) = &self.about else {
            return Vec::new();
        };
        let linked = Linked {
            uid: about.uid,
            name: about.name.clone(),
            reference: about.reference.clone(),
        };
        let slot = self.kind.links_to(about.link).next();
        slot.map(|slot| (slot, linked)).into_iter().collect()
    }
}
