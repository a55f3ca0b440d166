//! Half-filled forms, kept so that nothing typed is lost.

use super::cells::Cells;
use super::error::Result;
use super::journal::{EntryKind, stamp};
use super::row::{Value, table};
use super::write::Part;
use super::{Act, Store, operators::OPERATOR, people::PERSON, rows};
use crate::domain::{
    draft::Draft,
    failure::Failure,
    ids::{DraftId, OperatorId, PersonId},
};

table! {
    /// Kept forms.
    pub(super) DRAFT = "draft" {
        refers(OPERATOR) operator, text form, refers(PERSON) person, text title, text fields, text saved_at,
    }
}

impl Store {
    /// An operator's kept forms, newest first.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn drafts(&self, operator: OperatorId) -> std::result::Result<Vec<Draft>, Failure> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT d.uid, d.form, p.uid, d.title, d.fields, d.saved_at FROM draft d
                 JOIN operator o ON o.id = d.operator LEFT JOIN person p ON p.id = d.person
                 WHERE o.uid = ? AND d.void = 0 ORDER BY d.saved_at DESC, d.id DESC",
            )?;
            let mut rows = statement.query([operator.0.as_bytes().as_slice()])?;
            let mut drafts = Vec::new();
            while let Some(row) = rows.next()? {
                let mut c = Cells::of(row);
                drafts.push(Draft {
                    id: DraftId(c.uid()?),
                    form: c.text()?,
                    person: c.maybe_uid()?.map(PersonId),
                    title: c.text()?,
                    fields: serde_json::from_str(c.str()?).unwrap_or_default(),
                    saved_at: c.time()?,
                });
            }
            Ok(drafts)
        })
    }

    /// Keeps a half-filled form; the same id again replaces it.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn keep_draft(&mut self, act: &Act, draft: &Draft) -> std::result::Result<(), Failure> {
        self.write(act, |writing| {
            let row = vec![
                Value::Uid(act.operator.0),
                Value::from(draft.form.as_str()),
                draft.person.map(|p| p.0).into(),
                Value::from(draft.title.as_str()),
                Value::from(serde_json::to_string(&draft.fields)?),
                Value::from(stamp(draft.saved_at)),
                Value::Int(0),
            ];
            let there = rows::get(writing.conn(), &DRAFT, draft.id.0)?;
            if there.as_ref() == Some(&row) {
                return Ok(());
            }
            writing.entry(EntryKind::Draft, "draft", Some(draft.id.0));
            writing.part("draft", draft.id.0, |part| match there {
                Some(_) => part.update(&DRAFT, draft.id.0, |now| {
                    *now = row;
                    Ok(())
                }),
                None => part.insert(&DRAFT, draft.id.0, row),
            })
        })
    }

    /// Drops a kept form; one that is not there is dropped already.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn drop_draft(&mut self, act: &Act, id: DraftId) -> std::result::Result<(), Failure> {
        self.write(act, |writing| {
            let live = rows::get(writing.conn(), &DRAFT, id.0)?
                .is_some_and(|row| row[DRAFT.void()] == Value::Int(0));
            if live {
                writing.entry(EntryKind::DropDraft, "draft", Some(id.0));
                writing.part("draft", id.0, |part| drop_in(part, id))?;
            }
            Ok(())
        })
    }
}

/// Drops a kept form in the step that makes it needless.
pub(super) fn drop_in(part: &mut Part<'_>, id: DraftId) -> Result<()> {
    part.update(&DRAFT, id.0, |row| {
        row[DRAFT.void()] = Value::Int(1);
        Ok(())
    })
}
