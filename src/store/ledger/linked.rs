//! What the records are called that entries lead to.

use super::super::{Store, error::Result, row::Table};
use super::tables;
use crate::domain::{
    failure::Failure,
    ledger::{Kind, Link, Linked},
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

impl Store {
    /// What a link leads to. A record that was taken back meanwhile is still called by its name.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn linked(&self, target: Link, uid: Uuid) -> std::result::Result<Linked, Failure> {
        self.read(|conn| {
            let named = Named::of(target);
            let sql = format!("{} WHERE uid = ?", named.select());
            let found = conn
                .prepare_cached(&sql)?
                .query_row([uid.as_bytes().as_slice()], read)
                .optional()?;
            Ok(found.unwrap_or_else(|| Linked {
                uid,
                name: String::new(),
                reference: uid.to_string(),
            }))
        })
    }

    /// The records of this sort whose name or reference holds a text, in the order in which they
    /// were added.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn linked_like(
        &self,
        target: Link,
        text: &str,
        limit: usize,
    ) -> std::result::Result<Vec<Linked>, Failure> {
        self.read(|conn| like(conn, &Named::of(target), text, limit))
    }
}

fn like(conn: &Connection, named: &Named, text: &str, limit: usize) -> Result<Vec<Linked>> {
    let sql = format!(
        "{} WHERE void = 0 AND (instr({}, ?1) > 0 OR instr(reference, upper(?1)) > 0) ORDER BY id LIMIT ?2",
        named.select(),
        named.name
    );
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(params![text, limit], read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Linked> {
    let (name, tail): (String, String) = (row.get(1)?, row.get(3)?);
    Ok(Linked {
        uid: Uuid::from_bytes(row.get(0)?),
        name: match tail.as_str() {
            "" => name,
            tail => format!("{name}({tail})"),
        },
        reference: row.get(2)?,
    })
}

/// Where the names of a sort of record stand.
struct Named {
    table: &'static str,
    name: String,
    tail: &'static str,
}

impl Named {
    fn of(target: Link) -> Self {
        let plain = |table, name: &str| Self {
            table,
            name: name.to_owned(),
            tail: "''",
        };
        match target {
            Link::Person => Self {
                table: "person",
                name: "name".to_owned(),
                tail: "coalesce(substr(id_number, 15), '')",
            },
            Link::Enterprise => plain("enterprise", "name"),
            Link::Course => plain("course", "title"),
            Link::Vacancy => plain("vacancy", "title"),
            Link::Entry(code) => Self {
                table: Kind::named(code).map_or(code, |kind| kind.code),
                name: Kind::named(code)
                    .and_then(tables::of)
                    .map_or_else(|| "reference".to_owned(), name_column),
                tail: "''",
            },
        }
    }

    fn select(&self) -> String {
        format!(
            "SELECT uid, {}, reference, {} FROM {}",
            self.name, self.tail, self.table
        )
    }
}

/// A kind without a name of its own is called by whom it is about.
fn name_column(table: &'static Table) -> String {
    let has = |name: &&str| table.columns.iter().any(|c| c.name == *name);
    if let Some(name) = ["name", "title", "theme"].into_iter().find(has) {
        return name.to_owned();
    }
    if has(&"person") {
        return format!(
            "(SELECT p.name FROM person p WHERE p.id = {}.person)",
            table.name
        );
    }
    "reference".to_owned()
}
