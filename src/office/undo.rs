//! Taking back this window's last change, and doing it again.

use super::{Moment, Office, rights::Deed};
use crate::{domain::failure::Failure, store::Reverted};

crate::messages! {
    tail(digits: &str) { zh: "(尾号{digits})", en: " (id ..{digits})" }
    with_recommended(titles: &str) { zh: "，连同推荐 {titles}", en: ", with the recommendation of {titles}" }
}

impl Office {
    /// Takes back this window's last change; says which.
    ///
    /// # Errors
    /// Rights; [`Failure::NothingToUndo`], [`Failure::UndoConflict`].
    pub fn undo(&self, moment: &Moment) -> Result<String, Failure> {
        self.require(Deed::Undo)?;
        let reverted = self.desk().undo(&self.act(moment))?;
        Ok(self.reverted(&reverted))
    }

    /// Does again what was taken back last; says what.
    ///
    /// # Errors
    /// Rights; [`Failure::NothingToRedo`], [`Failure::UndoConflict`].
    pub fn redo(&self, moment: &Moment) -> Result<String, Failure> {
        self.require(Deed::Undo)?;
        let reverted = self.desk().redo(&self.act(moment))?;
        Ok(self.reverted(&reverted))
    }

    fn reverted(&self, reverted: &Reverted) -> String {
        let lang = self.lang;
        let mut text = reverted.kind.label(lang).to_owned();
        if !reverted.name.is_empty() {
            text = format!("{text} {}", reverted.name);
        }
        if !reverted.id_tail.is_empty() {
            text.push_str(&tail(lang, &reverted.id_tail));
        }
        if !reverted.recommended.is_empty() {
            let titles = reverted.recommended.join(lang.pick("、", ", "));
            text.push_str(&with_recommended(lang, &titles));
        }
        crate::text::display::line(&text)
    }
}
