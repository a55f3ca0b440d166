//! Registering somebody new and editing a record (新登记, 修改资料): one column in the order of the
//! paper form, read while it is typed, kept whatever happens.
//!
//! One form in three uses: somebody new, the quick entry of a fair, a record that is edited. Before
//! somebody new is saved it is asked whether they were seen before (`seen.rs`). Absent on purpose:
//! who may write what, and the clock; `office` decides, time comes in.

mod draft;
mod fields;
mod fill;
mod follow;
mod groups;
mod read;
mod save;
pub(crate) mod seen;
#[cfg(test)]
mod tests;
mod typing;
mod view;
mod words;

use crate::{
    domain::{
        candidate::Candidate,
        draft::Draft,
        failure::Failure,
        group::Membership,
        hint::{HintQuery, Hints, PlaceHint},
        id_number::IdNumber,
        ids::{DraftId, PersonId},
        person::{PersonField as F, PersonRecord},
        phone::Phone,
    },
    effect::{Ask, Receipt, Reply},
    text::Lang,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        screens::Route,
        widgets::{BREAK, Form, Prompt},
    },
};
use chrono::NaiveDate;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use std::collections::BTreeSet;

/// A text with its line breaks as signs.
fn with_breaks(text: &str) -> String {
    text.replace('\n', &BREAK.to_string())
}

/// What the form is opened for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum RegisterArgs {
    /// Somebody new; what stood in the search box.
    New(String),
    /// A record that is on the register.
    Edit(PersonId),
    /// A kept form is taken up again.
    Draft(Box<Draft>),
}

/// The use of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    New,
    /// At a fair: how many were entered so far.
    Fair(usize),
    Edit(PersonId),
}

/// What the form waits for; keys wait with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Nothing,
    /// The record that is edited.
    File,
    /// Whether they were seen before.
    Seen,
    /// That the record is durable.
    Saved,
}

/// What tells people apart, as it was asked about last.
type Facts = (
    String,
    Option<IdNumber>,
    Option<NaiveDate>,
    Option<Phone>,
    String,
);

/// The form.
pub(crate) struct Register {
    mode: Mode,
    /// Identity of somebody new.
    id: PersonId,
    draft: DraftId,
    /// The record as it was seen; empty for somebody new.
    base: PersonRecord,
    form: Form,
    /// Fields that the clerk filled; the others stay as the record has them.
    by_hand: BTreeSet<&'static str>,
    /// Numbers of the record that stand masked in a field, as they are shown there.
    masked: Vec<(&'static str, String)>,
    /// The groups whose lines are shown, as they were before the lines were typed.
    groups: Vec<Membership>,
    /// The town that was picked from the table.
    place: Option<PlaceHint>,
    hints: Hints,
    asked: HintQuery,
    /// Who may be the same person, and what was asked about.
    seen: Vec<Candidate>,
    looked: Option<Facts>,
    compare: Option<seen::Compare>,
    /// When a whole id number came in: a scanner's own Enter follows at once.
    came_ms: Option<u64>,
    waiting: Waiting,
    failure: Option<Failure>,
    drop_prompt: Option<Prompt>,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RegisterMsg {
    Save,
    Quick,
    Compare,
    Drop,
}

impl Screen for Register {
    type Args = RegisterArgs;
    type Msg = RegisterMsg;
    const NAME: &'static str = "register";
    const ACTIONS: &'static [Action<RegisterMsg>] = &[
        Action {
            name: "save",
            zh: "保存",
            en: "Save",
            msg: || RegisterMsg::Save,
        },
        Action {
            name: "quick",
            zh: "招聘会速登，只登姓名、电话、意向",
            en: "Quick entry at a fair, name, phone and wish only",
            msg: || RegisterMsg::Quick,
        },
        Action {
            name: "compare",
            zh: "对照，可能已在册的人",
            en: "Compare, with people who may be the same",
            msg: || RegisterMsg::Compare,
        },
        Action {
            name: "drop",
            zh: "不登了，删除填写和暂存的内容",
            en: "Drop it, what was typed and kept",
            msg: || RegisterMsg::Drop,
        },
    ];

    fn title(lang: Lang) -> &'static str {
        lang.pick("人员登记", "Registration")
    }

    fn open(args: RegisterArgs, cx: &Cx<'_>) -> (Self, Step) {
        match args {
            RegisterArgs::New(text) => {
                let mut form = Self::blank(Mode::New, cx);
                let step = form.start_with(&text, cx);
                (form, step)
            }
            RegisterArgs::Edit(id) => {
                let mut form = Self::blank(Mode::Edit(id), cx);
                form.waiting = Waiting::File;
                let step = Step::ask(Ask::RefreshPerson(id)).and_ask(Ask::Drafts {
                    form: Self::NAME.to_owned(),
                    person: id,
                });
                (form, step)
            }
            RegisterArgs::Draft(draft) => Self::from_draft(&draft, cx),
        }
    }

    fn update(&mut self, msg: RegisterMsg, cx: &Cx<'_>) -> Step {
        if self.drop_prompt.is_some() {
            return Step::stay();
        }
        match msg {
            RegisterMsg::Save if self.compare.is_some() => self.compare_save(cx),
            RegisterMsg::Save => self.save(cx),
            RegisterMsg::Quick => self.turn_quick(cx),
            RegisterMsg::Compare => self.open_compare(cx),
            RegisterMsg::Drop => self.ask_drop(cx),
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        if self.drop_prompt.is_some() {
            return self.answer_drop(common, cx);
        }
        if self.compare.is_some() {
            return self.compare_common(common, cx);
        }
        match common {
            Common::Back if self.is_touched() => {
                Step::go(Nav::Back).and_say(Notice::info(words::kept(cx.lang)))
            }
            Common::Back => Step::go(Nav::Back),
            Common::Open => self.enter(cx),
            other => self.move_on(other, cx),
        }
    }

    fn edit(&mut self, edit: Edit, cx: &Cx<'_>) -> Option<Step> {
        if let Some(prompt) = &mut self.drop_prompt {
            prompt.edit(&edit);
            return Some(Step::stay());
        }
        if self.compare.is_some() {
            return Some(self.compare_typed(&edit, cx));
        }
        Some(self.typed(&edit, cx))
    }

    fn reply(&mut self, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Person(file) => {
                self.waiting = Waiting::Nothing;
                self.fill_from(&file.person.record);
                self.refresh(cx);
                self.ask_hints(cx)
            }
            Reply::Drafts(kept) => self.kept_before(&kept, cx),
            Reply::Hints(hints) => {
                self.hints = *hints;
                self.refresh(cx);
                Step::stay()
            }
            Reply::Candidates(found) => self.seen_before(found, cx),
            Reply::Done(receipt) => self.done(&receipt, cx),
            Reply::Failed(failure) => {
                if self.waiting != Waiting::Nothing {
                    self.failure = Some(failure);
                }
                self.waiting = Waiting::Nothing;
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn focus(&self) -> Focus {
        match (&self.drop_prompt, &self.compare) {
            (Some(prompt), _) => prompt.focus(),
            (None, Some(_)) => Focus::Choice,
            // While it waits, typing must wait too, or it would go into a form that is about to close.
            (None, None) if self.busy() => Focus::Choice,
            (None, None) => self.form.focus(),
        }
    }

    fn takes_scan(&self) -> bool {
        self.compare.is_none() && self.is_at(F::IdNumber)
    }

    fn busy(&self) -> bool {
        self.waiting != Waiting::Nothing
    }

    fn person(&self) -> Option<PersonId> {
        match self.mode {
            Mode::Edit(id) => Some(id),
            Mode::New | Mode::Fair(_) => None,
        }
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        match action {
            "drop" if !self.is_touched() => Some(words::nothing_typed(cx.lang).into_owned()),
            "compare" if self.seen.is_empty() => Some(words::nobody_alike(cx.lang).into_owned()),
            "quick" if matches!(self.mode, Mode::Edit(_)) => {
                Some(words::quick_new_only(cx.lang).into_owned())
            }
            _ => None,
        }
    }

    fn draft(&self, cx: &Cx<'_>) -> Option<Draft> {
        // A form that is being saved is dropped with its record; keeping it now would bring it back.
        let keep = self.is_touched() && self.waiting == Waiting::Nothing;
        keep.then(|| self.to_draft(cx))
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl Register {
    fn blank(mode: Mode, cx: &Cx<'_>) -> Self {
        let mut form = Self {
            mode,
            id: PersonId(cx.fresh_id()),
            draft: DraftId(cx.fresh_id()),
            base: PersonRecord::default(),
            form: fields::form(cx.lang, matches!(mode, Mode::Edit(_))),
            by_hand: BTreeSet::new(),
            masked: Vec::new(),
            groups: Vec::new(),
            place: None,
            hints: Hints::default(),
            asked: HintQuery::default(),
            seen: Vec::new(),
            looked: None,
            compare: None,
            came_ms: None,
            waiting: Waiting::Nothing,
            failure: None,
            drop_prompt: None,
        };
        form.refresh(cx);
        form.form.focus_on(match mode {
            Mode::New => F::IdNumber.code(),
            Mode::Fair(_) | Mode::Edit(_) => F::Name.code(),
        });
        form
    }

    fn is_touched(&self) -> bool {
        !self.by_hand.is_empty()
    }

    fn is_at(&self, field: F) -> bool {
        self.form
            .focused()
            .is_some_and(|at| at.name == field.code())
    }

    /// Turns the quick entry of a fair on and off; what was typed stays.
    fn turn_quick(&mut self, cx: &Cx<'_>) -> Step {
        self.mode = match self.mode {
            Mode::New => Mode::Fair(0),
            Mode::Fair(_) => Mode::New,
            Mode::Edit(_) => return Step::say(Notice::info(words::quick_new_only(cx.lang))),
        };
        self.refresh(cx);
        self.form.focus_on(F::Name.code());
        Step::stay()
    }

    /// The record is durable: on to the next one at a fair, else to the file.
    fn done(&mut self, receipt: &Receipt, cx: &Cx<'_>) -> Step {
        match (receipt, self.mode) {
            (Receipt::Registered(_), Mode::Fair(count)) => {
                *self = Self::blank(Mode::Fair(count + 1), cx);
                Step::stay()
            }
            (Receipt::Registered(person), _) => {
                Step::go(Nav::DoneTo(Box::new(Route::Person(person.id))))
            }
            (Receipt::Edited(_), Mode::Edit(_)) => Step::go(Nav::Done),
            (Receipt::Edited(person), _) => {
                Step::go(Nav::DoneTo(Box::new(Route::Person(person.id))))
            }
            _ => Step::stay(),
        }
    }
}
