//! Texts of the box that an operator keeps under a name.

use super::cells::Cells;
use super::journal::EntryKind;
use super::row::{Value, table};
use super::{Act, Store, operators::OPERATOR, rows};
use crate::domain::{
    failure::Failure,
    ids::{OperatorId, SavedViewId},
    saved_view::SavedView,
};

table! {
    /// Kept texts of the box.
    pub(super) SAVED_VIEW = "saved_view" {
        refers(OPERATOR) operator, text name, text box_text,
    }
}

impl Store {
    /// An operator's kept texts, in the order in which they were kept.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn views(&self, operator: OperatorId) -> std::result::Result<Vec<SavedView>, Failure> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT v.uid, v.name, v.box_text FROM saved_view v
                 JOIN operator o ON o.id = v.operator
                 WHERE o.uid = ? AND v.void = 0 ORDER BY v.id",
            )?;
            let mut rows = statement.query([operator.0.as_bytes().as_slice()])?;
            let mut views = Vec::new();
            while let Some(row) = rows.next()? {
                let mut c = Cells::of(row);
                views.push(SavedView {
                    id: SavedViewId(c.uid()?),
                    name: c.text()?,
                    text: c.text()?,
                });
            }
            Ok(views)
        })
    }

    /// Keeps a text under a name; the same id again replaces it.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn keep_view(&mut self, act: &Act, view: &SavedView) -> std::result::Result<(), Failure> {
        self.write(act, |writing| {
            let row = vec![
                Value::Uid(act.operator.0),
                Value::from(view.name.as_str()),
                Value::from(view.text.as_str()),
                Value::Int(0),
            ];
            let there = rows::get(writing.conn(), &SAVED_VIEW, view.id.0)?;
            if there.as_ref() == Some(&row) {
                return Ok(());
            }
            writing.entry(EntryKind::KeepView, "saved_view", Some(view.id.0));
            writing.part("saved_view", view.id.0, |part| match there {
                Some(_) => part.update(&SAVED_VIEW, view.id.0, |now| {
                    *now = row;
                    Ok(())
                }),
                None => part.insert(&SAVED_VIEW, view.id.0, row),
            })
        })
    }

    /// Drops a kept text; one that is not there is dropped already.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn drop_view(&mut self, act: &Act, id: SavedViewId) -> std::result::Result<(), Failure> {
        self.write(act, |writing| {
            let live = rows::get(writing.conn(), &SAVED_VIEW, id.0)?
                .is_some_and(|row| row[SAVED_VIEW.void()] == Value::Int(0));
            if live {
                writing.entry(EntryKind::DropView, "saved_view", Some(id.0));
                writing.part("saved_view", id.0, |part| {
                    part.update(&SAVED_VIEW, id.0, |row| {
                        row[SAVED_VIEW.void()] = Value::Int(1);
                        Ok(())
                    })
                })?;
            }
            Ok(())
        })
    }
}
