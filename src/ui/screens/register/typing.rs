//! Keys in the form: typing, answers, picking what letters mean, and moving on.

use super::{
    Register,
    fields::{self, GROUPS},
    follow::completed,
    groups,
    read::{IdTyped, id_typed},
    words,
};
use crate::{
    domain::person::PersonField as F,
    text::fold::{fold_width, half_width, is_han},
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Common, Edit, Step},
        screens::register::{Mode, with_breaks},
        widgets::{BREAK, FormChange},
    },
};

/// An Enter this soon after a whole id number is the scanner's.
const SCANNER_MS: u64 = 150;
/// Digits of a mobile number.
const MOBILE: usize = 11;

impl Register {
    /// Begins with what stood in the search box: a number, or a name.
    pub(super) fn start_with(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        let text = text.trim();
        let digits = fold_width(text)
            .chars()
            .filter(char::is_ascii_digit)
            .count();
        let field = if text.chars().all(|c| is_han(c) || c == '·') {
            F::Name
        } else if matches!(id_typed(text), IdTyped::Valid(..)) {
            F::IdNumber
        } else if digits == MOBILE && fold_width(text).len() == MOBILE {
            F::Phone
        } else {
            return Step::stay();
        };
        if text.is_empty() {
            return Step::stay();
        }
        if let Some(field) = self.form.field_mut(field.code()) {
            field.set(text);
        }
        if field == F::IdNumber {
            self.form.focus_on(F::Name.code());
        }
        self.changed(field.code(), cx)
    }

    pub(super) fn typed(&mut self, edit: &Edit, cx: &Cx<'_>) -> Step {
        let Some(field) = self.form.focused() else {
            return Step::stay();
        };
        let name = field.name;
        let choice = fields::is_choice(field);
        if choice && matches!(edit, Edit::UndoTyping | Edit::RedoTyping) {
            return Step::say(Notice::info(words::typing_only(cx.lang)));
        }
        if let Edit::Insert(c) = edit
            && let Some(step) = self.picked(name, half_width(*c), cx)
        {
            return step;
        }
        let edit = &match edit {
            Edit::Insert('\n') if name == F::Note.code() => Edit::Insert(BREAK),
            Edit::Paste(text) if name == F::Note.code() => Edit::Paste(with_breaks(text)),
            // A number that stands there masked is typed anew, whole.
            Edit::Insert(_) | Edit::Paste(_) | Edit::Backspace | Edit::Delete
                if self.is_masked(name) =>
            {
                if let Some(field) = self.form.field_mut(name) {
                    field.set("");
                }
                edit.clone()
            }
            other => other.clone(),
        };
        let emptied =
            self.form.value(name).is_empty() && matches!(edit, Edit::Backspace | Edit::Delete);
        let before = self.form.at;
        let changed = matches!(self.form.edit(edit), FormChange::Changed(_));
        if !changed && !emptied {
            return match edit {
                Edit::Insert(_) if choice => Step::say(Notice::info(words::digits_answer(cx.lang))),
                _ => Step::stay(),
            };
        }
        let step = self.changed(name, cx);
        if choice && self.form.at != before {
            // The answer may have raised the very next question.
            self.form.at = before;
            self.form.step(true);
        }
        self.flow_on(name, edit, cx, step)
    }

    /// A digit that picks what letters may mean.
    fn picked(&mut self, name: &'static str, c: char, cx: &Cx<'_>) -> Option<Step> {
        let at = usize::try_from(c.to_digit(10)?).ok()?.checked_sub(1)?;
        let text = self.form.value(name);
        if name == GROUPS {
            let group = *groups::meant(&text).get(at)?;
            return Some(self.choose_group(group, cx));
        }
        if name == F::Town.code() && self.hints.query.town == text {
            return self.take_town(at, cx);
        }
        if name == F::Village.code() && self.hints.query.village == text {
            return self.take_village(at, cx);
        }
        None
    }

    fn take_town(&mut self, at: usize, cx: &Cx<'_>) -> Option<Step> {
        let place = self.hints.towns.get(at)?.clone();
        self.form.field_mut(F::Town.code())?.set(&place.name);
        self.place = Some(place);
        let step = self.changed(F::Town.code(), cx);
        self.form.step(true);
        Some(step)
    }

    fn take_village(&mut self, at: usize, cx: &Cx<'_>) -> Option<Step> {
        let village = self.hints.villages.get(at)?.clone();
        self.form.field_mut(F::Village.code())?.set(&village);
        let step = self.changed(F::Village.code(), cx);
        self.form.step(true);
        Some(step)
    }

    /// Moves on where an answer is whole, so that no key is needed between a number and a name.
    fn flow_on(&mut self, name: &'static str, edit: &Edit, cx: &Cx<'_>, mut step: Step) -> Step {
        let text = self.form.value(name);
        if name == F::IdNumber.code() && matches!(id_typed(&text), IdTyped::Valid(_, false)) {
            self.came_ms = Some(cx.moment.ms);
            self.form.focus_on(F::Name.code());
            step.asks.extend(self.ask_seen(cx).asks);
            return step;
        }
        if !matches!(self.mode, Mode::Fair(_)) {
            return step;
        }
        // At a fair a digit after the name begins the phone, and a whole mobile number ends it.
        if name == F::Name.code()
            && let Edit::Insert(c) = edit
            && half_width(*c).is_ascii_digit()
            && text.chars().count() > 1
        {
            let bare: String = text
                .chars()
                .filter(|c| !half_width(*c).is_ascii_digit())
                .collect();
            let phone = half_width(*c).to_string();
            for (field, value) in [(F::Name, bare.trim()), (F::Phone, phone.as_str())] {
                if let Some(field) = self.form.field_mut(field.code()) {
                    field.set(value);
                }
            }
            self.form.focus_on(F::Phone.code());
            step.asks.extend(self.changed(F::Phone.code(), cx).asks);
        }
        let whole = self
            .phone(F::Phone, text.trim())
            .ok()
            .flatten()
            .is_some_and(|p| p.is_mobile());
        if name == F::Phone.code() && whole {
            self.form.focus_on(F::Wishes.code());
            step.asks.extend(self.ask_seen(cx).asks);
        }
        step
    }

    /// Enter: takes the first of what letters may mean, completes a number, goes on; on the last
    /// field it saves.
    pub(super) fn enter(&mut self, cx: &Cx<'_>) -> Step {
        if let Some(came) = self.came_ms.take()
            && cx.moment.ms.saturating_sub(came) < SCANNER_MS
        {
            return Step::stay();
        }
        let name = self.form.focused().map_or("", |field| field.name);
        let text = self.form.value(name);
        if name == F::IdNumber.code()
            && let Some(whole) = completed(&text)
        {
            if let Some(field) = self.form.field_mut(name) {
                field.set(&whole);
            }
            let step = self.changed(F::IdNumber.code(), cx);
            return self.flow_on(F::IdNumber.code(), &Edit::End, cx, step);
        }
        if name == GROUPS && !text.trim().is_empty() {
            return match groups::meant(&text).first() {
                Some(group) => self.choose_group(*group, cx),
                None => Step::stay(),
            };
        }
        let is_known = |known: &str| known == text.trim();
        if name == F::Town.code()
            && self.hints.query.town == text
            && !self.hints.towns.iter().any(|town| is_known(&town.name))
            && let Some(step) = self.take_town(0, cx)
        {
            return step;
        }
        if name == F::Village.code()
            && self.hints.query.village == text
            && !self.hints.villages.iter().any(|village| is_known(village))
            && let Some(step) = self.take_village(0, cx)
        {
            return step;
        }
        let before = self.form.at;
        let step = self.move_on(Common::NextField, cx);
        if self.form.at == before {
            return self.save(cx);
        }
        step
    }

    /// To another field; what tells people apart is looked up when its field is left.
    pub(super) fn move_on(&mut self, common: Common, cx: &Cx<'_>) -> Step {
        let left = self.form.focused().map_or("", |field| field.name);
        if !self.form.shift(common) {
            return Step::stay();
        }
        // A town typed in full is the one of the table.
        if left == F::Town.code() {
            let text = self.form.value(left);
            let found = self
                .hints
                .towns
                .iter()
                .find(|town| town.name == text.trim());
            if let Some(place) = found.cloned() {
                self.place = Some(place);
            }
        }
        self.refresh(cx);
        let telling = [F::IdNumber, F::Name, F::BirthDate, F::Phone, F::Town];
        if telling.iter().any(|field| field.code() == left) {
            return self.ask_seen(cx);
        }
        Step::stay()
    }
}
