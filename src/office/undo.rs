//! Taking back this window's last change, and doing it again.

use super::{Moment, Office, rights::Deed};
use crate::{domain::failure::Failure, store::Reverted};

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
        self.memory.people_changed(&reverted.people);
        if reverted.offers {
            self.memory.offers_changed();
        }
        let kind = reverted.kind.label(self.lang);
        if reverted.name.is_empty() {
            kind.to_owned()
        } else {
            format!("{kind} {}", crate::text::display::line(&reverted.name))
        }
    }
}
