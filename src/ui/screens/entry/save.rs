//! Saving: every field is read, and the first that stands in the way gets the focus.

use super::{EntryForm, fields, words};
use crate::{
    domain::ledger::{Entry, Slot},
    effect::Ask,
    ui::{cx::Cx, notice::Notice, screen::Step},
};

impl EntryForm {
    pub(super) fn save(&mut self, cx: &Cx<'_>) -> Step {
        self.take_first_choice(cx);
        let entry = match self.read(cx) {
            Ok(entry) => entry,
            Err((at, words)) => {
                self.form.at = at;
                return Step::say(Notice::warning(words));
            }
        };
        self.saving = true;
        self.failure = None;
        Step::ask(Ask::SaveEntries {
            entries: vec![entry],
            draft: self.touched.then_some(self.draft),
        })
    }

    /// The entry as the fields say it.
    ///
    /// # Errors
    /// The place of the first field that stands in the way, and why.
    fn read(&self, cx: &Cx<'_>) -> Result<Entry, (usize, String)> {
        let lang = cx.lang;
        let mut entry = self.entry.clone();
        for (at, field) in self.kind().fields.iter().enumerate() {
            let value = fields::value(self, at, cx).map_err(|wrong| {
                let said = words::field_wrong(lang, field.label(lang), &wrong);
                (at, said.into_owned())
            })?;
            entry.set(Slot(at), value);
        }
        match entry.flaws().first() {
            Some(flaw) => Err((flaw.slot().0, flaw.words(entry.kind, lang))),
            None => Ok(entry),
        }
    }
}
