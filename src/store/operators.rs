//! Operators, and the stations whose journals the file holds.

use super::cells::Cells;
use super::error::Result;
use super::journal::EntryKind;
use super::row::{Value, table};
use super::{Act, Store};
use crate::domain::{
    failure::Failure,
    ids::OperatorId,
    operator::{Operator, Role},
};
use rusqlite::Connection;

table! {
    /// Stations.
    pub(super) STATION = "station" { text name }
}

table! {
    /// Operators.
    pub(super) OPERATOR = "operator" { text name, text role }
}

impl Store {
    /// All operators, in the order in which they were added; the first founded the office.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn operators(&self) -> std::result::Result<Vec<Operator>, Failure> {
        self.read(|conn| select(conn, "ORDER BY id", []))
    }

    /// The operator of this name.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn operator_by_name(&self, name: &str) -> std::result::Result<Option<Operator>, Failure> {
        self.read(|conn| Ok(select(conn, "AND name = ?", [name.trim()])?.pop()))
    }

    /// Adds an operator.
    ///
    /// # Errors
    /// [`Failure::OperatorExists`] where the name is taken; [`Failure::InvalidValue`] where it is
    /// empty; else as [`Store::log_contact`].
    pub fn add_operator(
        &mut self,
        act: &Act,
        name: &str,
        role: Role,
    ) -> std::result::Result<Operator, Failure> {
        let name = name.trim();
        self.write(act, |writing| {
            if name.is_empty() {
                return Err(Failure::InvalidValue {
                    field: "--operator".to_owned(),
                    value: String::new(),
                }
                .into());
            }
            if !select(writing.conn(), "AND name = ?", [name])?.is_empty() {
                return Err(Failure::OperatorExists {
                    name: name.to_owned(),
                }
                .into());
            }
            let uid = writing.new_uid()?;
            writing.entry(EntryKind::Operator, "operator", Some(uid));
            let row = OPERATOR.row([
                ("name", Value::from(name)),
                ("role", Value::from(role.code())),
            ])?;
            writing.part("operator", uid, |part| part.insert(&OPERATOR, uid, row))?;
            Ok(Operator {
                id: OperatorId(uid),
                name: name.to_owned(),
                role,
            })
        })
    }
}

fn select(conn: &Connection, tail: &str, params: impl rusqlite::Params) -> Result<Vec<Operator>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT uid, name, role FROM operator WHERE void = 0 {tail}"
    ))?;
    let mut rows = statement.query(params)?;
    let mut operators = Vec::new();
    while let Some(row) = rows.next()? {
        let mut c = Cells::of(row);
        operators.push(Operator {
            id: OperatorId(c.uid()?),
            name: c.text()?,
            role: c.must_code(Role::ALL, Role::code)?,
        });
    }
    Ok(operators)
}
