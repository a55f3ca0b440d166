//! The contact form (记联系): five keys for a contact, and nothing typed is lost.
//!
//! One form in three uses: a new contact, a contact with a recommendation in it, the correction of
//! a contact. Absent on purpose: who may write what, and the clock; `office` decides, time comes in.

mod draft;
mod fields;
mod open;
mod save;
#[cfg(test)]
mod tests;
mod view;
mod words;

use crate::{
    domain::{
        contact::{Contact, ContactState, ContactWith, Outcome},
        daybook::DaybookRow,
        draft::Draft,
        failure::Failure,
        fit::OfferFit,
        ids::{ContactId, DraftId},
        offer::Enterprise,
        person::PersonSummary,
    },
    effect::{Ask, PersonFile, Reply},
    text::{Lang, fold::half_width},
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Action, Common, Edit, Focus, Nav, Screen, Step},
        screens::{Route, why::WhyArgs},
        widgets::{BREAK, Form, FormChange, Prompt},
    },
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use fields::{NEXT, NEXT_ON, NOTE};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use std::collections::{BTreeMap, BTreeSet};

/// Longest wait for what was kept before; then the form goes on without.
const PATIENCE_MS: u64 = 2_000;

/// A text with its line breaks as signs.
fn with_breaks(text: &str) -> String {
    text.replace('\n', &BREAK.to_string())
}

/// With whom the contact is, and what it starts from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ContactArgs {
    /// A person, and what is recommended in it.
    Person {
        person: Box<PersonSummary>,
        offer: Option<Box<OfferFit>>,
    },
    /// Somebody who gives no name.
    Nobody,
    /// A firm.
    Firm(Enterprise),
    /// A contact of the log is corrected.
    Correct(Box<DaybookRow>),
    /// A kept form is taken up again.
    Draft(Box<Draft>),
}

/// With whom, as the header shows it.
#[derive(Debug, Clone, PartialEq)]
struct With {
    whom: ContactWith,
    name: String,
    id_tail: String,
    age: Option<i32>,
    village: String,
    last: Option<(DateTime<FixedOffset>, Outcome)>,
    promised: Option<NaiveDate>,
}

/// The contact that is corrected.
#[derive(Debug, Clone, PartialEq)]
struct Corrected {
    id: ContactId,
    reference: String,
    at: DateTime<FixedOffset>,
}

/// What the form waits for; keys wait with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Nothing,
    /// What was kept of this form before, until this moment.
    Kept(u64),
    /// That the contact is durable.
    Saved,
}

/// The form.
pub(crate) struct ContactForm {
    id: ContactId,
    draft: DraftId,
    /// When it was opened first: the time of the contact where none is typed.
    began: DateTime<FixedOffset>,
    with: With,
    offer: Option<Box<OfferFit>>,
    corrects: Option<Corrected>,
    form: Form,
    /// Fields that the clerk filled; proposals leave them alone.
    by_hand: BTreeSet<&'static str>,
    /// Who usually answers: the person, or somebody of the firm.
    usual_party: &'static str,
    waiting: Waiting,
    failure: Option<Failure>,
    drop_prompt: Option<Prompt>,
    /// Newest contacts of the person, and what follows from them.
    contacts: Vec<Contact>,
    /// What was recommended in them.
    recommended_in: BTreeMap<ContactId, String>,
    unanswered: usize,
    registered: Option<NaiveDate>,
    born: Option<NaiveDate>,
}

/// Commands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ContactMsg {
    Save,
    Why,
    Drop,
}

impl Screen for ContactForm {
    type Args = ContactArgs;
    type Msg = ContactMsg;
    const NAME: &'static str = "contact";
    const ACTIONS: &'static [Action<ContactMsg>] = &[
        Action {
            name: "save",
            zh: "保存",
            en: "Save",
            msg: || ContactMsg::Save,
        },
        Action {
            name: "why",
            zh: "依据，为什么可以或不可以推荐",
            en: "Why, the ground on which it may be recommended or not",
            msg: || ContactMsg::Why,
        },
        Action {
            name: "drop",
            zh: "不记了，删除填写和暂存的内容",
            en: "Drop it, what was typed and kept",
            msg: || ContactMsg::Drop,
        },
    ];

    fn title(lang: Lang) -> &'static str {
        lang.pick("记联系", "Log a contact")
    }

    fn open(args: ContactArgs, cx: &Cx<'_>) -> (Self, Step) {
        open::open(args, cx)
    }

    fn update(&mut self, msg: ContactMsg, cx: &Cx<'_>) -> Step {
        if self.drop_prompt.is_some() {
            return Step::stay();
        }
        match msg {
            ContactMsg::Save => self.save(cx),
            ContactMsg::Why => match &self.offer {
                Some(offer) => Step::open(Route::Why(WhyArgs::of_offer(
                    offer.title.clone(),
                    offer.fit.clone(),
                ))),
                None => Step::stay(),
            },
            ContactMsg::Drop => self.ask_drop(cx),
        }
    }

    fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        if self.drop_prompt.is_some() {
            return self.answer_drop(common, cx);
        }
        match common {
            Common::Back if self.is_touched() => {
                Step::go(Nav::Back).and_say(Notice::info(words::kept(cx.lang)))
            }
            Common::Back => Step::go(Nav::Back),
            Common::Open => self.enter(cx),
            other => {
                self.form.shift(other);
                Step::stay()
            }
        }
    }

    fn edit(&mut self, edit: Edit, cx: &Cx<'_>) -> Option<Step> {
        if let Some(prompt) = &mut self.drop_prompt {
            prompt.edit(&edit);
            return Some(Step::stay());
        }
        Some(self.typed(&edit, cx))
    }

    fn reply(&mut self, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Drafts(kept) => return self.kept_before(&kept, cx),
            Reply::Person(file) => self.learn(&file, cx),
            Reply::Offers(offers) => {
                let wanted = self.offer.as_ref().map(|offer| offer.offer);
                let mut all = offers.courses.into_iter().chain(offers.vacancies);
                if let Some(offer) = all.find(|offer| Some(offer.offer) == wanted) {
                    self.offer = Some(Box::new(offer));
                    self.refresh(cx);
                }
            }
            Reply::Done(_) => {
                let done = Step::go(Nav::Done);
                // A correction has no draft of its own to drop in the same step.
                return if self.corrects.is_some() && self.is_touched() {
                    done.and_ask(Ask::DropDraft(self.draft))
                } else {
                    done
                };
            }
            Reply::Failed(failure) => {
                if self.waiting == Waiting::Saved {
                    self.failure = Some(failure);
                }
                self.waiting = Waiting::Nothing;
            }
            _ => {}
        }
        Step::stay()
    }

    fn tick(&mut self, cx: &Cx<'_>) -> bool {
        if matches!(self.waiting, Waiting::Kept(until) if cx.moment.ms >= until) {
            self.waiting = Waiting::Nothing;
        }
        false
    }

    fn focus(&self) -> Focus {
        match &self.drop_prompt {
            Some(prompt) => prompt.focus(),
            // While it waits, typing must wait too, or it would go into a form that is about to close.
            None if self.busy() => Focus::Choice,
            None => self.form.focus(),
        }
    }

    fn busy(&self) -> bool {
        self.waiting != Waiting::Nothing
    }

    fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
        match action {
            "why" if self.offer.is_none() => Some(words::no_statement(cx.lang).into_owned()),
            "drop" if !self.is_touched() => Some(words::nothing_typed(cx.lang).into_owned()),
            _ => None,
        }
    }

    fn draft(&self, cx: &Cx<'_>) -> Option<Draft> {
        // A form that is being saved is dropped with its contact; keeping it now would bring it back.
        (self.is_touched() && self.waiting == Waiting::Nothing).then(|| self.to_draft(cx))
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::draw(self, cx, area, buf)
    }
}

impl ContactForm {
    fn is_touched(&self) -> bool {
        !self.by_hand.is_empty()
    }

    fn typed(&mut self, edit: &Edit, cx: &Cx<'_>) -> Step {
        let choice = self.form.focused().is_some_and(fields::is_choice);
        let noted = self.form.focused().is_some_and(|field| field.name == NOTE);
        let edit = &match edit {
            Edit::Insert('\n') if noted => Edit::Insert(BREAK),
            Edit::Paste(text) if noted => Edit::Paste(with_breaks(text)),
            other => other.clone(),
        };
        if choice && *edit == Edit::UndoTyping {
            return Step::say(Notice::info(words::typing_only(cx.lang)));
        }
        let before = self.form.focused().map(|field| field.name);
        match self.form.edit(edit) {
            FormChange::Changed(name) => {
                self.follow_up(name, cx);
                Step::stay()
            }
            FormChange::None => match edit {
                Edit::Insert(c) if choice => self.no_answer(*c, before, cx),
                _ => Step::stay(),
            },
        }
    }

    /// A character that is no answer: for 下次 it begins a day as people write it.
    fn no_answer(&mut self, c: char, field: Option<&'static str>, cx: &Cx<'_>) -> Step {
        if field == Some(NEXT) && !half_width(c).is_ascii_digit() && !c.is_control() {
            if let Some(next) = self.form.field_mut(NEXT) {
                next.set("9");
            }
            self.follow_up(NEXT, cx);
            self.form.focus_on(NEXT_ON);
            if let FormChange::Changed(name) = self.form.edit(&Edit::Insert(c)) {
                self.follow_up(name, cx);
            }
            return Step::stay();
        }
        Step::say(Notice::info(words::digits_answer(cx.lang)))
    }

    fn ask_drop(&mut self, cx: &Cx<'_>) -> Step {
        let lines = vec![words::drop_ask(cx.lang, save::filled(self)).into_owned()];
        self.drop_prompt = Some(Prompt::new(cx, words::drop_title(cx.lang), lines));
        Step::stay()
    }

    fn answer_drop(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let count = save::filled(self);
        let answer = self
            .drop_prompt
            .as_ref()
            .and_then(|prompt| prompt.answer(cx));
        match (common, answer) {
            (Common::Back, _) => self.drop_prompt = None,
            (Common::Open, Some(text)) => {
                let typed = crate::text::fold::fold_width(&text);
                if typed == count.to_string() {
                    let notice = Notice::done(words::dropped(cx.lang));
                    return Step::go(Nav::Done)
                        .and_ask(Ask::DropDraft(self.draft))
                        .and_say(notice);
                }
                if let Some(prompt) = &mut self.drop_prompt {
                    prompt.remark(words::drop_wrong(cx.lang, count));
                }
            }
            _ => {}
        }
        Step::stay()
    }

    /// What the file says of earlier contacts.
    fn learn(&mut self, file: &PersonFile, cx: &Cx<'_>) {
        self.with = open::with_person(&file.summary);
        self.registered = file.person.record.reg_date;
        self.born = file.person.record.birth_date;
        self.contacts = file.contacts.clone();
        let recommended = file.recommendations.iter();
        self.recommended_in = recommended.map(|r| (r.contact, r.title.clone())).collect();
        self.unanswered = file
            .contacts
            .iter()
            .filter(|contact| contact.state == ContactState::Valid)
            .take_while(|contact| contact.record.outcome == Outcome::NoAnswer)
            .count();
        self.refresh(cx);
    }
}
