//! Formats of the database file, as numbered files; each runs once, in one transaction.
//!
//! A released file is never edited. The number of the last one that ran is the file's
//! `user_version`, which changes with the transaction or not at all.

use super::error::Result;
use crate::domain::failure::Failure;
use rusqlite::{Connection, TransactionBehavior};

/// `application_id` of our files, "zhpi" in ASCII.
pub(super) const APPLICATION: i32 = 0x7a68_7069;

const FILES: &[&str] = &[
    include_str!("0001_office.sql"),
    include_str!("0002_ledgers.sql"),
    include_str!("0003_register.sql"),
    include_str!("0004_person_name.sql"),
    include_str!("0005_views.sql"),
];

/// The newest format.
pub(super) const LATEST: i64 = FILES.len() as i64;

/// The format that a file says it has.
pub(super) fn version(conn: &Connection) -> Result<i64> {
    Ok(conn
        .prepare_cached("PRAGMA user_version")?
        .query_row([], |row| row.get(0))?)
}

/// Brings a file to the newest format. `before` runs once, before anything is changed, where a file
/// of an older format is there to be saved.
///
/// Two programs that start together take turns: the second finds the work done.
pub(super) fn upgrade(conn: &mut Connection, before: impl FnOnce(i64) -> Result<()>) -> Result<()> {
    run(conn, FILES, before)
}

fn run(
    conn: &mut Connection,
    files: &[&str],
    before: impl FnOnce(i64) -> Result<()>,
) -> Result<()> {
    let found = version(conn)?;
    if found > 0 && usize::try_from(found).is_ok_and(|n| n < files.len()) {
        before(found)?;
    }
    loop {
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let now = version(&transaction)?;
        let Some(file) = usize::try_from(now).ok().and_then(|n| files.get(n)) else {
            return Ok(());
        };
        transaction.execute_batch(file)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", now + 1)?;
        let dangling = transaction
            .prepare("PRAGMA foreign_key_check")?
            .exists([])?;
        if dangling {
            return Err(Failure::Bug {
                detail: format!("format {} leaves rows without their referent", now + 1),
            }
            .into());
        }
        transaction.commit()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_runs_once_and_older_files_are_saved_first() {
        let mut conn = Connection::open_in_memory().unwrap();
        let first = ["CREATE TABLE a (x INTEGER) STRICT;"];
        let both = [first[0], "ALTER TABLE a ADD COLUMN y INTEGER;"];
        run(&mut conn, &first, |_| panic!("nothing is there to save")).unwrap();
        conn.execute_batch("INSERT INTO a VALUES (7)").unwrap();

        let mut saved = None;
        run(&mut conn, &both, |v| {
            saved = Some(v);
            Ok(())
        })
        .unwrap();
        assert_eq!(saved, Some(1));
        run(&mut conn, &both, |_| panic!("it is up to date")).unwrap();
        assert_eq!(version(&conn).unwrap(), 2);
        let row: (i64, Option<i64>) = conn
            .query_row("SELECT x, y FROM a", [], |r| Ok((r.get(0)?, r.get(1)?)))
            .unwrap();
        assert_eq!(row, (7, None));
    }

    #[test]
    fn a_file_that_fails_leaves_the_format_before_it() {
        let mut conn = Connection::open_in_memory().unwrap();
        let files = [
            "CREATE TABLE a (x INTEGER) STRICT;",
            "CREATE TABLE b (x INTEGER) STRICT; SELECT nonsense;",
        ];
        assert!(run(&mut conn, &files, |_| Ok(())).is_err());
        assert_eq!(version(&conn).unwrap(), 1);
        let tables: i64 = conn
            .query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))
            .unwrap();
        assert_eq!(tables, 1, "nothing of the second file stays");
    }
}
