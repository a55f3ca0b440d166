//! Entries that change no record: a file was opened, numbers were shown, records left the program.

use super::journal::EntryKind;
use super::{Act, ExportNote, Store};
use crate::domain::{failure::Failure, ids::PersonId};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde_json::{Value as Json, json};

impl Store {
    /// Journals that a person's file was opened.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn note_opened(&mut self, act: &Act, person: PersonId) -> Result<(), Failure> {
        self.write(act, |writing| {
            writing.entry(EntryKind::Open, "person", Some(person.0));
            Ok(())
        })
    }

    /// Journals that a person's full numbers were shown; `purpose` may be empty.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn note_revealed(
        &mut self,
        act: &Act,
        person: PersonId,
        purpose: &str,
    ) -> Result<(), Failure> {
        self.write(act, |writing| {
            writing.entry(EntryKind::Reveal, "person", Some(person.0));
            writing.detail("person", Some(person.0), json!({ "purpose": purpose }))
        })
    }

    /// Journals that records were written to a file.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn note_exported(&mut self, act: &Act, note: &ExportNote) -> Result<(), Failure> {
        self.write(act, |writing| {
            writing.entry(EntryKind::Export, note.of, None);
            writing.detail(
                note.of,
                None,
                json!({
                    "purpose": note.purpose,
                    "from": note.from.to_string(), "to": note.to.to_string(),
                    "operator": note.operator.map(|o| o.to_string()),
                    "path": note.path, "format": note.format, "rows": note.rows,
                }),
            )
        })
    }
}

/// Whether a day's log was exported after an entry.
pub(super) fn exported_since(
    conn: &Connection,
    entry: i64,
    day: NaiveDate,
) -> super::error::Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT p.body FROM journal j JOIN payload p ON p.entry = j.id
         WHERE j.kind = 'export' AND j.entity = 'daybook' AND j.id > ? AND p.body IS NOT NULL",
    )?;
    let mut rows = statement.query([entry])?;
    while let Some(row) = rows.next()? {
        let body: Json = serde_json::from_str(row.get_ref(0)?.as_str().unwrap_or_default())?;
        let limit = |name: &str| {
            body["detail"][name]
                .as_str()
                .and_then(|t| t.parse::<NaiveDate>().ok())
        };
        if let (Some(from), Some(to)) = (limit("from"), limit("to"))
            && (from..=to).contains(&day)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
