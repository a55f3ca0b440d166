//! Firms, known by their names.

use super::error::Result;
use super::journal::EntryKind;
use super::row::{Value, table};
use super::write::Writing;
use super::{Act, Store};
use crate::domain::{failure::Failure, ids::EnterpriseId};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

table! {
    /// Firms.
    pub(super) ENTERPRISE = "enterprise" { text name }
}

impl Store {
    /// The firm of this name, added where it is not there yet.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn enterprise_named(
        &mut self,
        act: &Act,
        name: &str,
    ) -> std::result::Result<EnterpriseId, Failure> {
        self.write(act, |writing| {
            if let Some(id) = by_name(writing.conn(), name)? {
                return Ok(id);
            }
            let id = find_or_add(writing, name)?;
            writing.entry(EntryKind::Enterprise, "enterprise", Some(id.0));
            Ok(id)
        })
    }

    /// The firm of this name, if it is there.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn find_enterprise(
        &self,
        name: &str,
    ) -> std::result::Result<Option<EnterpriseId>, Failure> {
        self.read(|conn| by_name(conn, name))
    }
}

fn by_name(conn: &Connection, name: &str) -> Result<Option<EnterpriseId>> {
    Ok(conn
        .prepare_cached("SELECT uid FROM enterprise WHERE name = ? AND void = 0")?
        .query_row([name.trim()], |row| {
            Ok(EnterpriseId(Uuid::from_bytes(row.get(0)?)))
        })
        .optional()?)
}

/// The firm of this name, as a part of a larger change.
pub(super) fn find_or_add(writing: &mut Writing<'_>, name: &str) -> Result<EnterpriseId> {
    if let Some(id) = by_name(writing.conn(), name)? {
        return Ok(id);
    }
    let id = writing.new_uid()?;
    let row = ENTERPRISE.row([("name", Value::from(name.trim()))])?;
    writing.part("enterprise", id, |part| part.insert(&ENTERPRISE, id, row))?;
    Ok(EnterpriseId(id))
}
