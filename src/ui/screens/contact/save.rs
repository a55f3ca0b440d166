//! What may be saved: every answer that is missing or can't be, and the record where nothing is.

use super::{
    BREAK, ContactForm, Waiting,
    fields::{
        self, AT, CHANNEL, LATE_DAYS, NEXT, NEXT_ON, NOTE, NextDay, OUTCOME, OVERRIDE, PARTY,
        PLACE, PURPOSES, REASON, RESPONSE, WHY,
    },
    words,
};
use crate::{
    domain::{
        contact::{Asked, Channel, ContactRecord, Party, Purpose, Reason},
        fit::{FitLevel, FitReason, Verdict},
        recommendation::Response,
    },
    effect::{Ask, NewRecommendation},
    ui::{cx::Cx, notice::Notice, screen::Step, words::reasons},
};

/// A field that keeps the form from being saved, and what is wrong with it.
pub(super) struct Gap {
    pub(super) field: &'static str,
    pub(super) words: String,
}

fn gap(field: &'static str, words: impl Into<String>) -> Gap {
    Gap {
        field,
        words: words.into(),
    }
}

impl ContactForm {
    /// Saves, or goes to the first field that stands in the way.
    pub(super) fn save(&mut self, cx: &Cx<'_>) -> Step {
        let record = match self.record(cx) {
            Ok(record) => record,
            Err(gap) => return self.point_at(&gap),
        };
        self.waiting = Waiting::Saved;
        self.failure = None;
        Step::ask(match &self.corrects {
            Some(old) => Ask::CorrectContact {
                id: self.id,
                corrects: old.id,
                record,
                reason: self.text(WHY),
            },
            None => Ask::LogContact {
                id: self.id,
                record,
                recommended: self.recommended(),
                draft: Some(self.draft),
            },
        })
    }

    fn point_at(&mut self, gap: &Gap) -> Step {
        self.form.focus_on(gap.field);
        Step::say(Notice::warning(gap.words.clone()))
    }

    fn recommended(&self) -> Option<NewRecommendation> {
        let offer = self.offer.as_ref()?;
        let response = self.form.digit(RESPONSE).and_then(Response::from_digit)?;
        Some(NewRecommendation {
            offer: offer.offer,
            response,
            override_reason: if self.needs_ground() {
                self.text(OVERRIDE)
            } else {
                String::new()
            },
        })
    }

    fn text(&self, field: &str) -> String {
        self.form.value(field).trim().to_owned()
    }

    /// The record as the fields say it.
    ///
    /// # Errors
    /// The first gap, in the order of the fields.
    pub(super) fn record(&self, cx: &Cx<'_>) -> Result<ContactRecord, Gap> {
        let lang = cx.lang;
        self.may_recommend(cx)?;
        let unanswered = |field: &'static str| {
            let label = self.form.field(field).map_or("", |f| f.label.as_str());
            gap(field, words::missing(lang, label))
        };
        let digit = |field: &'static str| self.form.digit(field);
        let channel = digit(CHANNEL)
            .and_then(Channel::from_digit)
            .ok_or_else(|| unanswered(CHANNEL))?;
        let outcome = self.outcome().ok_or_else(|| unanswered(OUTCOME))?;
        let reason = if outcome.asks().contains(&Asked::Reason) {
            let reason = digit(REASON).and_then(Reason::from_digit);
            Some(reason.ok_or_else(|| unanswered(REASON))?)
        } else {
            None
        };
        let next_due = match self.next_day(cx.today()) {
            NextDay::Never => None,
            NextDay::On(day) if day < cx.today() && self.corrects.is_none() => {
                return Err(gap(NEXT_ON, words::past_next(lang)));
            }
            NextDay::On(day) => Some(day),
            NextDay::Unreadable => return Err(gap(NEXT_ON, words::bad_next(lang))),
            NextDay::Missing if digit(NEXT) == Some('9') => return Err(unanswered(NEXT_ON)),
            NextDay::Missing => return Err(unanswered(NEXT)),
        };
        let at = self
            .when(cx.moment.now)
            .ok_or_else(|| gap(AT, words::bad_at(lang)))?;
        if at > cx.moment.now {
            return Err(gap(AT, words::future_at(lang)));
        }
        if let Some(born) = self.born.filter(|born| at.date_naive() < *born) {
            return Err(gap(
                AT,
                words::before_birth(lang, &born.format("%Y").to_string()),
            ));
        }
        let note = self.text(NOTE).replace(BREAK, "\n");
        if note.is_empty() {
            if outcome.asks().contains(&Asked::Where) {
                return Err(gap(NOTE, words::need_where(lang)));
            }
            if (cx.today() - at.date_naive()).num_days() > LATE_DAYS && self.corrects.is_none() {
                return Err(gap(NOTE, words::need_late_why(lang)));
            }
            if let Some(registered) = self.registered.filter(|day| at.date_naive() < *day) {
                let day = registered.to_string();
                return Err(gap(NOTE, words::need_early_why(lang, &day)));
            }
        }
        let purposes: Vec<Purpose> = self
            .form
            .value(PURPOSES)
            .chars()
            .filter_map(Purpose::from_digit)
            .collect();
        if purposes.is_empty() {
            return Err(unanswered(PURPOSES));
        }
        if self.corrects.is_some() && !reasons::in_words(&self.text(WHY)) {
            return Err(gap(WHY, words::need_why(lang)));
        }
        Ok(ContactRecord {
            with: self.with.whom,
            at,
            channel,
            party: digit(PARTY).and_then(Party::from_digit),
            place: self.text(PLACE),
            purposes,
            outcome,
            reason,
            note,
            next_due,
        })
    }

    /// A failed rule of law can't be overridden here; what is not known, or only a wish of the firm
    /// or of the person, needs a written ground first.
    fn may_recommend(&self, cx: &Cx<'_>) -> Result<(), Gap> {
        if self.offer.is_none() {
            return Ok(());
        }
        if let Some(refusal) = self.refusals().next() {
            return Err(gap(RESPONSE, words::refused(cx.lang, &refusal.what)));
        }
        if self.needs_ground() && !reasons::in_words(&self.text(OVERRIDE)) {
            return Err(gap(OVERRIDE, words::need_ground(cx.lang)));
        }
        if self.form.digit(RESPONSE).is_none() {
            let label = words::response(cx.lang);
            return Err(gap(RESPONSE, words::missing(cx.lang, &label)));
        }
        Ok(())
    }

    /// The failed gates that stand on a rule.
    pub(super) fn refusals(&self) -> impl Iterator<Item = &FitReason> {
        self.offer
            .iter()
            .flat_map(|offer| &offer.fit.reasons)
            .filter(|reason| {
                reason.verdict == Verdict::Failed && !reason.soft && reason.rule.is_some()
            })
    }

    /// True where the offer does not fit and no law stands against it.
    pub(super) fn needs_ground(&self) -> bool {
        let fits = |level| level == FitLevel::Yes;
        let doubtful = self.offer.as_ref().is_some_and(|o| !fits(o.fit.level));
        doubtful && self.refusals().next().is_none()
    }

    /// Enter: saves where every answer is there, else goes on to the next field.
    pub(super) fn enter(&mut self, cx: &Cx<'_>) -> Step {
        if self.record(cx).is_ok() {
            return self.save(cx);
        }
        let before = self.form.at;
        self.form.step(true);
        if self.form.at != before {
            return Step::stay();
        }
        // On the last field nothing is left but to say what is missing.
        self.save(cx)
    }
}

/// Fields that hold something, for the question before a kept form is dropped.
pub(super) fn filled(form: &ContactForm) -> usize {
    form.form
        .fields
        .iter()
        .filter(|field| !field.hidden && !field.value().is_empty())
        .filter(|field| form.by_hand.contains(field.name) || !fields::is_choice(field))
        .count()
        .max(1)
}
