//! People (人员): the one box, and who is meant by it.

mod completing;
mod typed;
mod view;
mod why;
mod words;

use crate::{
    domain::{filter::FilterProblem, person::PersonSummary},
    effect::{Ask, Found, Reply},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Screen, Step},
        screens::{Route, contact::ContactArgs},
        widgets::{Input, List},
    },
};
use completing::{Completing, Picked};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use typed::{completed, is_token};

/// Digits of a scan when it is known to be one.
const ID_DIGITS: usize = 15;
/// Rows asked for; more are counted, not listed.
const LIMIT: usize = 200;

/// What a row shows besides the person: why they were found.
#[derive(Debug, Clone)]
enum Rows {
    /// Nothing typed: the people opened last.
    Recent(Vec<PersonSummary>),
    /// What the box means.
    Found {
        total: usize,
        about: bool,
        found: Vec<Found>,
        nearest: bool,
        problems: Vec<FilterProblem>,
        loading: bool,
    },
}

/// State.
pub(crate) struct People {
    input: Input,
    rows: Rows,
    list: List,
    in_list: bool,
    awaiting: bool,
    /// Something was opened above it since it was typed in last.
    was_covered: bool,
    completing: Completing,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PeopleMsg {
    Contact,
    Why,
    Views,
    SaveView,
}

impl Screen for People {
    type Args = String;
    type Msg = PeopleMsg;
    const NAME: &'static str = "people";
    const ACTIONS: &'static [Action<PeopleMsg>] = &[
        Action {
            name: "contact",
            zh: "记联系",
            en: "Log a contact",
            msg: || PeopleMsg::Contact,
        },
        Action {
            name: "why",
            zh: "依据，为什么找到此人",
            en: "Why, the ground on which this person was found",
            msg: || PeopleMsg::Why,
        },
        Action {
            name: "views",
            zh: "名单，常用名单：存下的筛选（再按一次 F3 也行）",
            en: "Lists, filters kept under a name (F3 once more does it too)",
            msg: || PeopleMsg::Views,
        },
        Action {
            name: "save_view",
            zh: "存名单，框里的字起个名字存为常用名单",
            en: "Keep, the text of the box as a list under a name",
            msg: || PeopleMsg::SaveView,
        },
    ];

    fn title(lang: Lang) -> &'static str {
        lang.pick("人员", "People")
    }

    fn open(text: String, _cx: &Cx<'_>) -> (Self, Step) {
        let mut input = Input::default();
        input.edit(&Edit::Paste(text));
        let mut screen = Self {
            input,
            rows: Rows::Recent(Vec::new()),
            list: List::default(),
            in_list: false,
            awaiting: false,
            was_covered: false,
            completing: Completing::default(),
        };
        let step = screen.search();
        (screen, step)
    }

    fn update(&mut self, msg: PeopleMsg, cx: &Cx<'_>) -> Step {
        match msg {
            PeopleMsg::Views => return Step::open(Route::Views(None)),
            PeopleMsg::SaveView => {
                let text = self.input.text().trim().to_owned();
                return Step::open(Route::Views(Some(text)));
            }
            _ => {}
        }
        let Some(person) = self.selected().cloned() else {
            return Step::say(Notice::info(words::nobody_selected(cx.lang)));
        };
        match msg {
            PeopleMsg::Views | PeopleMsg::SaveView => Step::stay(),
            PeopleMsg::Contact => Step::open(Route::ContactForm(ContactArgs::Person {
                person: Box::new(person),
                offer: None,
            })),
            PeopleMsg::Why => Step::open(Route::Why(self.why(&person, cx))),
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let len = self.len();
        if !self.in_list
            && let Some(picked) = self.completing.shift(common, cx.lang)
        {
            return match picked {
                Picked::Moved => Step::stay(),
                Picked::Text(text) => {
                    self.input.set(&text);
                    self.search()
                }
            };
        }
        match common {
            Common::Back => Step::go(crate::ui::screen::Nav::Back),
            Common::Open => {
                if let Some(whole) = completed(self.input.text()) {
                    self.input.set(&whole);
                    return self.search();
                }
                match self.selected() {
                    Some(person) => Step::open(Route::Person(person.id)),
                    None => Step::say(Notice::info(words::nobody_selected(cx.lang))),
                }
            }
            Common::Down if !self.in_list && len > 0 => {
                self.in_list = true;
                Step::stay()
            }
            Common::Up if self.in_list && self.list.selected == 0 => {
                self.in_list = false;
                Step::stay()
            }
            Common::NextField | Common::PreviousField => {
                self.in_list = !self.in_list && len > 0;
                Step::stay()
            }
            other => {
                self.in_list |= len > 0 && !matches!(other, Common::Up);
                self.list.shift(other, len, view::rows_shown(self, cx.body));
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, cx: &Cx<'_>) -> Option<Step> {
        match edit {
            // With nothing ever typed this is a list, and undoing means records.
            Edit::UndoTyping | Edit::RedoTyping if self.input.is_untouched() => return None,
            // No search begins with a blank.
            Edit::Insert(c) if c.is_whitespace() && self.input.is_empty() => {
                return Some(Step::stay());
            }
            _ => {}
        }
        self.in_list = false;
        self.was_covered = false;
        if !self.input.edit(&edit) {
            return Some(Step::stay());
        }
        let step = self.search();
        Some(if is_token(self.input.text()) {
            step.and_say(Notice::info(words::token(cx.lang)))
        } else {
            step
        })
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        if let Reply::Facets {
            field,
            typed,
            facets,
        } = reply
        {
            self.completing.take(field, &typed, facets);
            return Step::stay();
        }
        // Keys wait for what stands in the box now: an answer to what stood there before is none.
        let stale = match &reply {
            Reply::Found { text, .. } => self.asks_recent() || text != self.input.text().trim(),
            Reply::Recent(_) => !self.asks_recent(),
            _ => false,
        };
        if stale {
            return Step::stay();
        }
        // While the register loads, what is found so far may not be what is meant.
        self.awaiting = matches!(reply, Reply::Found { loading: true, .. });
        match reply {
            Reply::Found {
                total,
                about,
                found,
                nearest,
                problems,
                loading,
                ..
            } => {
                let kept = self.selected().map(|person| person.id);
                self.rows = Rows::Found {
                    total,
                    about,
                    found,
                    nearest,
                    problems,
                    loading,
                };
                self.keep_place(kept);
            }
            Reply::Recent(people) => {
                let kept = self.selected().map(|person| person.id);
                self.rows = Rows::Recent(people);
                self.keep_place(kept);
            }
            Reply::Failed(_) => self.completing.give_up(),
            _ => {}
        }
        Step::stay()
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        // Who comes back from a file types the next name over the last.
        if std::mem::take(&mut self.was_covered) {
            self.input.select_all();
        }
        self.ask()
    }

    fn covered(&mut self) {
        self.was_covered = true;
    }

    fn scanned(&mut self, _cx: &Cx<'_>) -> Step {
        let text: Vec<char> = self.input.text().chars().collect();
        let Some(before) = text.len().checked_sub(ID_DIGITS).filter(|n| *n > 0) else {
            return Step::stay();
        };
        self.input.set(&text[before..].iter().collect::<String>());
        self.search()
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let Some(row) = view::row_at(self, cx.body, at) else {
            return Step::stay();
        };
        self.list.selected = row;
        self.in_list = true;
        if double {
            self.common(Common::Open, cx)
        } else {
            Step::stay()
        }
    }

    fn focus(&self) -> Focus {
        if self.in_list {
            Focus::List
        } else {
            Focus::Text {
                empty: self.input.is_empty(),
            }
        }
    }

    fn typed(&self) -> Option<String> {
        Some(self.input.text().to_owned())
    }

    fn takes_scan(&self) -> bool {
        true
    }

    fn busy(&self) -> bool {
        self.awaiting || self.completing.is_awaiting()
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        match action {
            "views" => None,
            "save_view" => (self.input.text().trim().is_empty())
                .then(|| words::nothing_to_keep(cx.lang).into_owned()),
            _ => (self.selected().is_none()).then(|| words::nobody_selected(cx.lang).into_owned()),
        }
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl People {
    /// Searches anew after the words changed; the list begins at its top.
    fn search(&mut self) -> Step {
        self.list.selected = 0;
        self.ask()
    }

    fn ask(&mut self) -> Step {
        self.awaiting = true;
        let facets = self.completing.read(self.input.text());
        let text = self.input.text().trim();
        let step = Step::ask(if self.asks_recent() {
            Ask::Recent
        } else {
            Ask::Search {
                text: text.to_owned(),
                limit: LIMIT,
            }
        });
        match facets {
            Some(ask) => step.and_ask(ask),
            None => step,
        }
    }

    /// Nothing is asked for but who was opened last.
    fn asks_recent(&self) -> bool {
        self.input.text().trim().is_empty() || self.completing.is_all()
    }

    fn keep_place(&mut self, kept: Option<crate::domain::ids::PersonId>) {
        let place = (0..self.len()).find(|row| {
            self.person(*row)
                .is_some_and(|person| Some(person.id) == kept)
        });
        match place {
            Some(row) if self.in_list => self.list.selected = row,
            _ => self.list.clamp(self.len()),
        }
        self.in_list &= self.len() > 0;
    }

    fn len(&self) -> usize {
        match &self.rows {
            Rows::Recent(people) => people.len(),
            Rows::Found { found, .. } => found.len(),
        }
    }

    fn person(&self, row: usize) -> Option<&PersonSummary> {
        match &self.rows {
            Rows::Recent(people) => people.get(row),
            Rows::Found { found, .. } => found.get(row).map(|found| &found.summary),
        }
    }

    fn selected(&self) -> Option<&PersonSummary> {
        self.person(self.list.selected)
    }
}
