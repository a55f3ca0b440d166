//! Saving: what stands in the way, whether somebody was seen before, and dropping the form.

use super::{
    Mode, Register, Waiting,
    read::{Gap, gap},
    words,
};
use crate::{
    domain::{
        candidate::Candidate,
        group::Group,
        person::{PersonField as F, PersonRecord},
    },
    effect::Ask,
    text::fold::fold_width,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Common, Nav, Step},
        widgets::Prompt,
    },
};

impl Register {
    /// Saves, or goes to the first field that stands in the way. Somebody new is first looked for.
    pub(super) fn save(&mut self, cx: &Cx<'_>) -> Step {
        self.failure = None;
        let record = match self.whole(cx) {
            Ok(record) => record,
            Err(gap) => return self.point_at(&gap, cx),
        };
        if let Mode::Edit(id) = self.mode {
            if record == self.base {
                return Step::go(Nav::Done)
                    .and_ask(Ask::DropDraft(self.draft))
                    .and_say(Notice::info(words::nothing_changed(cx.lang)));
            }
            self.waiting = Waiting::Saved;
            return Step::ask(Ask::EditPerson {
                id,
                was: Box::new(self.base.clone()),
                now: Box::new(record),
                draft: Some(self.draft),
            });
        }
        self.waiting = Waiting::Seen;
        Step::ask(Ask::Candidates {
            record: Box::new(record),
            except: None,
        })
    }

    /// The record, if it may be saved.
    fn whole(&self, cx: &Cx<'_>) -> Result<PersonRecord, Gap> {
        let (lang, today) = (cx.lang, cx.today());
        let record = self.record(lang, today)?;
        if record.name.is_empty() {
            return Err(gap(F::Name.code(), words::bad_name(lang)));
        }
        if let Some(birth) = record.birth_date {
            if birth > today {
                return Err(gap(F::BirthDate.code(), words::future_birth(lang)));
            }
            let age = record.age_on(today).unwrap_or_default();
            let leaver = age == 15 && record.in_group(Group::YouthNotInSchool, today);
            if age < 16 && !leaver && !matches!(self.mode, Mode::Edit(_)) {
                return Err(gap(F::BirthDate.code(), words::too_young(lang)));
            }
        }
        Ok(record)
    }

    fn point_at(&mut self, gap: &Gap, cx: &Cx<'_>) -> Step {
        self.form.focus_on(gap.field);
        self.refresh(cx);
        Step::say(Notice::warning(gap.words.clone()))
    }

    /// An answer to "were they seen before?": asked while saving, or on the way.
    pub(super) fn seen_before(&mut self, found: Vec<Candidate>, cx: &Cx<'_>) -> Step {
        self.seen = found;
        self.refresh(cx);
        if self.waiting != Waiting::Seen {
            return Step::stay();
        }
        self.waiting = Waiting::Nothing;
        if self.seen.iter().any(Candidate::asks) {
            return self.open_compare(cx);
        }
        self.register(cx)
    }

    /// Registers somebody new, whatever looks alike.
    pub(super) fn register(&mut self, cx: &Cx<'_>) -> Step {
        match self.whole(cx) {
            Ok(record) => {
                self.compare = None;
                self.waiting = Waiting::Saved;
                Step::ask(Ask::RegisterPerson {
                    id: self.id,
                    record: Box::new(record),
                    draft: Some(self.draft),
                })
            }
            Err(gap) => self.point_at(&gap, cx),
        }
    }

    /// Fields that hold something of the clerk's, for the question before a kept form is dropped.
    fn filled(&self) -> usize {
        let fields = self.form.fields.iter();
        let filled = |name: &'static str| self.by_hand.contains(name);
        fields
            .filter(|field| filled(field.name) && !field.value().is_empty())
            .count()
            .max(1)
    }

    pub(super) fn ask_drop(&mut self, cx: &Cx<'_>) -> Step {
        let lines = vec![words::drop_ask(cx.lang, self.filled()).into_owned()];
        self.drop_prompt = Some(Prompt::new(cx, words::drop_title(cx.lang), lines));
        Step::stay()
    }

    pub(super) fn answer_drop(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let count = self.filled();
        let answer = self
            .drop_prompt
            .as_ref()
            .and_then(|prompt| prompt.answer(cx));
        match (common, answer) {
            (Common::Back, _) => self.drop_prompt = None,
            (Common::Open, Some(text)) => {
                if fold_width(&text) == count.to_string() {
                    return Step::go(Nav::Done)
                        .and_ask(Ask::DropDraft(self.draft))
                        .and_say(Notice::done(words::dropped(cx.lang)));
                }
                if let Some(prompt) = &mut self.drop_prompt {
                    prompt.remark(words::drop_wrong(cx.lang, count));
                }
            }
            _ => {}
        }
        Step::stay()
    }
}
