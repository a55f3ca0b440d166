//! Texts of the box kept under a name (常用名单), each operator's own.

use super::{Moment, Office, rights::Deed};
use crate::domain::{failure::Failure, ids::SavedViewId, saved_view::SavedView};

impl Office {
    /// The kept texts of whoever works now.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn views(&self) -> Result<Vec<SavedView>, Failure> {
        self.require(Deed::Search)?;
        self.desk().views(self.operator.id)
    }

    /// Keeps a text under a name; the same id again replaces it.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn keep_view(&self, moment: &Moment, view: &SavedView) -> Result<(), Failure> {
        self.require(Deed::KeepDraft)?;
        self.desk().keep_view(&self.act(moment), view)
    }

    /// Drops a kept text.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn drop_view(&self, moment: &Moment, id: SavedViewId) -> Result<(), Failure> {
        self.require(Deed::KeepDraft)?;
        self.desk().drop_view(&self.act(moment), id)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{moment, office};
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_kept_text_is_renamed_dropped_and_comes_back() {
        let office = office();
        let mut view = SavedView {
            id: SavedViewId(Uuid::from_u128(5)),
            name: "石岐两后生".to_owned(),
            text: "组:两后生 镇:石岐".to_owned(),
        };
        office.keep_view(&moment(), &view).unwrap();
        office.keep_view(&moment(), &view).unwrap();
        assert_eq!(office.views().unwrap(), [view.clone()]);
        view.name = "两后生".to_owned();
        office.keep_view(&moment(), &view).unwrap();
        assert_eq!(office.views().unwrap(), [view.clone()]);
        office.drop_view(&moment(), view.id).unwrap();
        assert_eq!(office.views().unwrap(), []);
        office.undo(&moment()).unwrap();
        assert_eq!(office.views().unwrap(), [view.clone()]);
        office.undo(&moment()).unwrap();
        assert_eq!(office.views().unwrap()[0].name, "石岐两后生");
        assert!(office.check().unwrap().ok, "the journal tells the table");
    }
}
