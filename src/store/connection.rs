//! What every connection is set to, and the proof that it took effect.

use super::error::{Error, Result};
use rusqlite::{Connection, config::DbConfig, limits::Limit};

/// Longest text or row, in bytes.
const LONGEST: i32 = 10 << 20;

/// Limits and guards that hold before the first statement.
pub(super) fn guard(conn: &Connection) -> Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Sets the pragmas and reads each one back; a database that does not keep its promises is not
/// written to.
///
/// A log with full sync loses no acknowledged contact to a power cut; with the weaker `NORMAL` a
/// cut can take back a day.
pub(super) fn settle(conn: &Connection, journal_mode: &str) -> Result<()> {
    let wanted = [
        ("journal_mode", journal_mode, journal_mode),
        ("synchronous", "FULL", "2"),
        ("foreign_keys", "ON", "1"),
        ("secure_delete", "ON", "1"),
        ("trusted_schema", "OFF", "0"),
        ("temp_store", "MEMORY", "2"),
        ("fullfsync", "ON", "1"),
        ("checkpoint_fullfsync", "ON", "1"),
    ];
    for (name, value, reads_as) in wanted {
        if read(conn, name)? != reads_as {
            conn.query_row(&format!("PRAGMA {name} = {value}"), [], |_| Ok(()))
                .or_else(|error| match error {
                    rusqlite::Error::QueryReturnedNoRows => Ok(()),
                    other => Err(other),
                })?;
        }
        let got = read(conn, name)?;
        if got != reads_as {
            return Err(Error::bug(format!("{name} is {got}, not {reads_as}")));
        }
    }
    Ok(())
}

fn read(conn: &Connection, name: &str) -> Result<String> {
    use rusqlite::types::ValueRef;
    Ok(conn.query_row(&format!("PRAGMA {name}"), [], |row| {
        Ok(match row.get_ref(0)? {
            ValueRef::Integer(n) => n.to_string(),
            ValueRef::Text(t) => String::from_utf8_lossy(t).into_owned(),
            _ => String::new(),
        })
    })?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_are_kept_on_disk_and_broken_ones_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let conn = Connection::open(folder.path().join("a.db")).unwrap();
        guard(&conn).unwrap();
        settle(&conn, "wal").unwrap();
        for (name, value) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("secure_delete", "1"),
            ("trusted_schema", "0"),
            ("temp_store", "2"),
        ] {
            assert_eq!(read(&conn, name).unwrap(), value, "{name}");
        }
        assert!(
            conn.execute_batch("ATTACH ':memory:' AS other").is_err(),
            "no second file"
        );
        // A database in memory has no write-ahead log to give.
        let memory = Connection::open_in_memory().unwrap();
        assert!(settle(&memory, "wal").is_err());
    }
}
