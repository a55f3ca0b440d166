//! Firms, known by their names.

use super::error::Result;
use super::journal::EntryKind;
use super::references::Numbering;
use super::row::{Value, table};
use super::write::Writing;
use super::{Act, Store};
use crate::domain::{failure::Failure, ids::EnterpriseId, ledger::kinds};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

table! {
    /// Firms.
    pub(super) ENTERPRISE = "enterprise" {
        number number, text reference, text name, text credit_code, text division, maybe industry, text cluster,
        maybe size, number is_private, number is_leading, number is_affected, text hazards, maybe staff_mode,
        maybe credit_list, maybe credit_from, number honest_employer, number in_apprentice_list,
        maybe list_from, maybe list_to, number can_self_train, number headcount, number disabled_posts,
        text contact_name, text contact_phone, maybe verified_on, text verified_by, text verified_how, text note,
        text extra,
    }
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
    let mut numbering = Numbering::entries(writing.conn(), &kinds::enterprise::KIND)?;
    let (number, reference) = numbering.take(writing.conn(), "")?;
    let row = ENTERPRISE.row([
        ("number", number.into()),
        ("reference", reference.into()),
        ("name", Value::from(name.trim())),
    ])?;
    writing.part("enterprise", id, |part| part.insert(&ENTERPRISE, id, row))?;
    Ok(EnterpriseId(id))
}

/// An error where a firm has this name already: two firms of one name could not be told apart.
pub(super) fn must_be_new(conn: &Connection, name: &str) -> Result<()> {
    match by_name(conn, name)? {
        Some(_) => Err(Failure::NameTaken {
            name: name.trim().to_owned(),
        }
        .into()),
        None => Ok(()),
    }
}
