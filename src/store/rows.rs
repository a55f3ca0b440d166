//! Reads and writes single rows of the state tables by uid, references translated both ways.

use super::change::RowChange;
use super::error::{Error, Result};
use super::row::{Kind, Row, Table, Value};
use rusqlite::{Connection, OptionalExtension, params_from_iter, types::ValueRef};
use uuid::Uuid;

/// The small number of a row, for use inside one statement.
pub(super) fn number(conn: &Connection, table: &Table, uid: Uuid) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached(&table.statements().number)?
        .query_row([uid.as_bytes().as_slice()], |row| row.get(0))
        .optional()?)
}

/// Whether the row is there and was not taken back.
pub(super) fn is_live(conn: &Connection, table: &Table, uid: Uuid) -> Result<bool> {
    Ok(conn
        .prepare_cached(&table.statements().live)?
        .exists([uid.as_bytes().as_slice()])?)
}

/// The row of a uid, void or not.
pub(super) fn get(conn: &Connection, table: &'static Table, uid: Uuid) -> Result<Option<Row>> {
    let sql = format!("{} WHERE t.uid = ?", table.statements().select);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([uid.as_bytes().as_slice()])?;
    rows.next()?.map(|row| read(table, row)).transpose()
}

/// Reads the columns of a row that [`super::row::Statements::select`] gave.
pub(super) fn read(table: &Table, row: &rusqlite::Row<'_>) -> Result<Row> {
    table
        .columns
        .iter()
        .enumerate()
        .map(|(i, column)| {
            let unlike = || {
                Error::Content(format!(
                    "{}.{} holds a value of another type",
                    table.name, column.name
                ))
            };
            Ok(match (column.kind, row.get_ref(i + 1)?) {
                (_, ValueRef::Null) => Value::Null,
                (Kind::Ref(_), ValueRef::Blob(bytes)) => {
                    Value::Uid(Uuid::from_slice(bytes).map_err(|_| unlike())?)
                }
                (_, ValueRef::Integer(n)) => Value::Int(n),
                (_, ValueRef::Text(bytes)) => {
                    Value::Text(String::from_utf8(bytes.to_vec()).map_err(|_| unlike())?)
                }
                _ => return Err(unlike()),
            })
        })
        .collect()
}

/// Adds a row.
pub(super) fn insert(conn: &Connection, table: &'static Table, uid: Uuid, row: &Row) -> Result<()> {
    let mut statement = conn.prepare_cached(&table.statements().insert)?;
    statement.raw_bind_parameter(1, uid.as_bytes())?;
    for (i, (column, value)) in table.columns.iter().zip(row).enumerate() {
        match (column.kind, value) {
            (Kind::Ref(to), Value::Uid(uid)) => {
                statement.raw_bind_parameter(i + 2, referent(conn, to, *uid)?)?;
            }
            (_, value) => statement.raw_bind_parameter(i + 2, value)?,
        }
    }
    statement.raw_execute()?;
    Ok(())
}

/// Applies a change as it stands: adds the row, or sets the columns of `now`.
pub(super) fn apply(conn: &Connection, change: &RowChange) -> Result<()> {
    let table = change.table;
    if change.was.is_none() {
        let mut row = table.blank();
        for (i, value) in &change.now {
            row[*i] = value.clone();
        }
        return insert(conn, table, change.uid, &row);
    }
    let mut set = Vec::with_capacity(change.now.len());
    let mut values = Vec::with_capacity(change.now.len() + 1);
    for (i, value) in &change.now {
        let column = table.columns[*i];
        set.push(format!("{} = ?", column.name));
        values.push(match (column.kind, value) {
            (Kind::Ref(to), Value::Uid(uid)) => Value::Int(referent(conn, to, *uid)?),
            (_, value) => value.clone(),
        });
    }
    values.push(Value::Uid(change.uid));
    let sql = format!("UPDATE {} SET {} WHERE uid = ?", table.name, set.join(", "));
    let changed = conn
        .prepare_cached(&sql)?
        .execute(params_from_iter(&values))?;
    if changed != 1 {
        return Err(Error::Content(format!(
            "{} lacks {}",
            table.name, change.uid
        )));
    }
    Ok(())
}

/// The small number of a row that is referred to; a row that is not there is an error, never NULL.
fn referent(conn: &Connection, table: &Table, uid: Uuid) -> Result<i64> {
    number(conn, table, uid)?.ok_or_else(|| Error::Content(format!("{} lacks {uid}", table.name)))
}
