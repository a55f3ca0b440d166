//! Today (今日待办): promises that are due, kept forms, counts, and what to press first.

mod view;
mod words;

use crate::{
    effect::{Ask, DueContact, Reply, TodayBoard},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Screen, Step},
        screens::{
            Route,
            contact::ContactArgs,
            entry::{EntryArgs, EntryForm},
            register::{Register, RegisterArgs},
            why::{Fact, WhyArgs},
        },
        widgets::List,
        words::people,
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// State.
pub(crate) struct Today {
    board: Option<TodayBoard>,
    list: List,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum TodayMsg {
    Contact,
    Why,
}

impl Screen for Today {
    type Args = ();
    type Msg = TodayMsg;
    const NAME: &'static str = "today";
    const ACTIONS: &'static [Action<TodayMsg>] = &[
        Action {
            name: "contact",
            zh: "记联系",
            en: "Log a contact",
            msg: || TodayMsg::Contact,
        },
        Action {
            name: "why",
            zh: "依据，为什么在这里",
            en: "Why, the ground on which this stands here",
            msg: || TodayMsg::Why,
        },
    ];
    const TYPING: bool = false;

    fn title(lang: Lang) -> &'static str {
        lang.pick("今日待办", "Today")
    }

    fn open((): (), _cx: &Cx<'_>) -> (Self, Step) {
        let screen = Self {
            board: None,
            list: List::default(),
        };
        (screen, Step::ask(Ask::Today))
    }

    fn update(&mut self, msg: TodayMsg, cx: &Cx<'_>) -> Step {
        let Some(due) = self.selected() else {
            return Step::say(Notice::info(words::nobody_selected(cx.lang)));
        };
        match msg {
            TodayMsg::Contact => Step::open(Route::ContactForm(ContactArgs::Person {
                person: Box::new(due.summary.clone()),
                offer: None,
            })),
            TodayMsg::Why => Step::open(Route::Why(why(due, cx))),
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        match common {
            Common::Back => Step::go(crate::ui::screen::Nav::Back),
            Common::Open => {
                if let Some(due) = self.selected() {
                    return Step::open(Route::Person(due.summary.id));
                }
                let board = self.board.as_ref();
                let draft = board.and_then(|board| {
                    let row = self.list.selected.checked_sub(board.due.len())?;
                    board.drafts.get(row)
                });
                match draft {
                    Some(draft) if draft.form == Register::NAME => Step::open(Route::Register(
                        RegisterArgs::Draft(Box::new(draft.clone())),
                    )),
                    Some(draft) if draft.form == EntryForm::NAME => {
                        Step::open(Route::EntryForm(EntryArgs::Draft(Box::new(draft.clone()))))
                    }
                    Some(draft) => Step::open(Route::ContactForm(ContactArgs::Draft(Box::new(
                        draft.clone(),
                    )))),
                    None => Step::say(Notice::info(words::nobody_selected(cx.lang))),
                }
            }
            other => {
                let len = self.len();
                self.list.shift(other, len, view::rows_shown(cx.body));
                Step::stay()
            }
        }
    }

    fn reply(&mut self, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Today(board) => self.board = Some(*board),
            Reply::Failed(_) if self.board.is_none() => self.board = Some(TodayBoard::default()),
            _ => {}
        }
        self.list.clamp(self.len());
        Step::stay()
    }

    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        Step::ask(Ask::Today)
    }

    fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step {
        let Some(row) = view::row_at(self, cx.body, at) else {
            return Step::stay();
        };
        self.list.selected = row;
        if double {
            self.common(Common::Open, cx)
        } else {
            Step::stay()
        }
    }

    fn refusal(&self, _action: &str, cx: &Cx<'_>) -> Option<String> {
        self.selected()
            .is_none()
            .then(|| words::nobody_selected(cx.lang).into_owned())
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl Today {
    fn len(&self) -> usize {
        self.board
            .as_ref()
            .map_or(0, |board| board.due.len() + board.drafts.len())
    }

    /// The promise under the selection; `None` on a kept form or an empty board.
    fn selected(&self) -> Option<&DueContact> {
        self.board.as_ref()?.due.get(self.list.selected)
    }
}

fn why(due: &DueContact, cx: &Cx<'_>) -> WhyArgs {
    let fact = Fact {
        what: words::was_promised(cx.lang, &due.due.to_string()).into_owned(),
        says: match view::note(due) {
            note if note.is_empty() && !due.last_note.is_empty() => {
                words::in_the_file(cx.lang).into_owned()
            }
            note => note,
        },
    };
    WhyArgs::of_facts(people::named(cx.lang, &due.summary), vec![fact])
}
