//! Backup and restore: a copy counts only after it was read back and found whole.

use super::create::place_whole;
use super::error::{Error, Result};
use super::open::{self, beside};
use super::{Finding, Store, check, migrations};
use crate::domain::{cause::Cause, failure::Failure};
use rusqlite::{Connection, ErrorCode, OpenFlags, backup::Backup, backup::StepResult};
use std::path::{Path, PathBuf};
use std::time::Duration;

impl Store {
    /// Writes a verified copy to a new file, readable by its owner only. Other windows may go on
    /// working.
    ///
    /// # Errors
    /// `BackupExists`, `OutputFailed`, `DiskFull`; `BackupBad` where the copy does not read back whole.
    pub fn backup(&self, target: &Path) -> std::result::Result<(), Failure> {
        self.read(|conn| copy_to(conn, target))
    }

    /// Puts a verified backup in the place of a database that nobody has open. The database that
    /// was there is kept beside it; the answer says under which name.
    ///
    /// # Errors
    /// `FileMissing`, `FileIsFolder`, `SameFile`, `BackupEmpty`, `BackupBad`, `InUse`, `OutputFailed`.
    /// After any of them the present database
    /// is as it was.
    pub fn restore(backup: &Path, target: &Path) -> std::result::Result<Option<PathBuf>, Failure> {
        restore(backup, target).map_err(|e| e.into_failure(&target.display().to_string()))
    }
}

/// Before a file of an older format is changed, it is saved as `NAME.format-N.bak`.
pub(super) fn before_upgrade(real: &Path, from: i64) -> Result<()> {
    let target = free_name(real, &format!("format-{from}"), ".bak");
    copy_to(&open::connect_own(real)?, &target)
}

fn copy_to(conn: &Connection, target: &Path) -> Result<()> {
    place_whole(target, false, |temporary| {
        copy(conn, temporary)?;
        verify(temporary, target, Depth::Journal)
    })
    .map_err(|error| match error {
        Error::Failure(Failure::DatabaseExists { path }) => Failure::BackupExists { path }.into(),
        other => other,
    })
}

/// All pages in one step: a copy in several is begun anew by every save of another window.
fn copy(from: &Connection, into: &Path) -> Result<()> {
    let mut copy = open::connect_own(into)?;
    {
        let backup = Backup::new(from, &mut copy)?;
        match backup.step(-1)? {
            StepResult::Done => {}
            _ => {
                return Err(Failure::Busy {
                    seconds: super::error::BUSY_SECONDS.to_string(),
                }
                .into());
            }
        }
    }
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// How much of a copy is read back.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// Every page and the journal: enough for pages that were just copied out of an open database.
    Journal,
    /// The indexes and the tables against the journal too: a file that lay about may have changed in
    /// a name or a number without any page looking torn.
    Tables,
}

/// Reads a copy back, the journal where it is of the format that this program reads. A copy of an
/// older format stays of that format. Words name the copy as `named`.
fn verify(path: &Path, named: &Path, depth: Depth) -> Result<()> {
    let look = || -> Result<Option<Finding>> {
        let copy = open::connect_own(path)?;
        let format = open::examine(&copy, named, true)?;
        // What came in a log of its own goes into the file, which then goes alone.
        copy.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        if format < migrations::LATEST {
            return Ok(None);
        }
        Ok(check::all(&copy, depth == Depth::Tables)?
            .into_iter()
            .next())
    };
    let shown = named.display().to_string();
    let bad = || Failure::BackupBad {
        path: shown.clone(),
    };
    match look() {
        Ok(None) => Ok(()),
        Ok(Some(_)) => Err(bad().into()),
        Err(error) => Err(match error.into_failure(&shown) {
            Failure::DatabaseDamaged { .. } => bad(),
            other => other,
        }
        .into()),
    }
}

fn restore(backup: &Path, target: &Path) -> Result<Option<PathBuf>> {
    let there = std::fs::symlink_metadata(target).is_ok();
    let target = if there {
        std::fs::canonicalize(target).unwrap_or_else(|_| target.to_owned())
    } else {
        target.to_owned()
    };
    look_at_backup(backup, &target)?;
    let mut kept = None;
    place_whole(&target, true, |temporary| {
        // The backup is only read, and not through SQLite, which would write a log beside it: it may
        // lie on a medium that can't be written.
        copy_bytes(backup, temporary)?;
        verify(temporary, backup, Depth::Tables)?;
        if there {
            alone(&target)?;
            kept = Some(keep_aside(&target)?);
        }
        // A log of the former database would be applied to the new one.
        for suffix in ["-wal", "-shm", "-journal"] {
            let stale = beside(&target, suffix);
            if stale.exists() {
                std::fs::remove_file(&stale).map_err(|e| output_failed(&stale, &e))?;
            }
        }
        Ok(())
    })?;
    Ok(kept)
}

/// What can be told of a backup before a byte is copied.
fn look_at_backup(backup: &Path, target: &Path) -> Result<()> {
    let shown = backup.display().to_string();
    let meta = std::fs::metadata(backup).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Failure::FileMissing {
            path: shown.clone(),
        },
        _ => unreadable(backup, &e),
    })?;
    let is_target = std::fs::canonicalize(backup).is_ok_and(|real| real == *target);
    let refusal = if meta.is_dir() {
        Failure::FileIsFolder { path: shown }
    } else if is_target {
        Failure::SameFile { path: shown }
    } else if meta.len() == 0 {
        Failure::BackupEmpty { path: shown }
    } else {
        return open::header(backup, &shown).map_err(|e| match e {
            Error::Pages => Failure::BackupBad { path: shown }.into(),
            other => other,
        });
    };
    Err(refusal.into())
}

/// The file, and the log that may stand beside a database whose window was not closed.
fn copy_bytes(backup: &Path, into: &Path) -> Result<()> {
    let state = || {
        ["", "-wal", "-journal"].map(|suffix| {
            let meta = std::fs::metadata(beside(backup, suffix)).ok()?;
            Some((meta.len(), meta.modified().ok()))
        })
    };
    let before = state();
    for (suffix, found) in ["", "-wal", "-journal"].into_iter().zip(&before) {
        if found.is_none_or(|(length, _)| length == 0) {
            continue;
        }
        let from = beside(backup, suffix);
        let mut source = std::fs::File::open(&from).map_err(|e| unreadable(&from, &e))?;
        // Rights are not copied: a backup may be one that nobody can write.
        std::fs::File::create(beside(into, suffix))
            .and_then(|mut file| std::io::copy(&mut source, &mut file))
            .map_err(|e| output_failed(into, &e))?;
    }
    if state() == before {
        Ok(())
    } else {
        // Somebody works in it; what was copied may be of two moments.
        Err(Failure::InUse {
            path: backup.display().to_string(),
        }
        .into())
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::FileUnreadable {
        path: path.display().to_string(),
        detail: Cause::of(error),
    }
}

fn output_failed(path: &Path, error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return Failure::DiskFull {};
    }
    Failure::OutputFailed {
        path: path.display().to_string(),
        detail: Cause::of(error),
    }
}

/// An error where somebody has the database open. Every window holds a shared lock on it for as long
/// as it runs, so an exclusive one can be had only when all are closed. A file that is no database
/// can't be open in a window.
fn alone(target: &Path) -> Result<()> {
    let meta = std::fs::metadata(target);
    if meta.as_ref().is_ok_and(std::fs::Metadata::is_dir) {
        return Err(Failure::DatabaseIsFolder {
            path: target.display().to_string(),
        }
        .into());
    }
    if meta.is_ok_and(|m| m.len() == 0) {
        return Ok(());
    }
    let ask = || -> rusqlite::Result<()> {
        let conn = Connection::open_with_flags(target, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        conn.busy_timeout(Duration::from_millis(200))?;
        conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        conn.execute_batch("BEGIN EXCLUSIVE; COMMIT;")?;
        // What stands in the log goes into the file that is kept aside.
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
    };
    match ask() {
        Err(rusqlite::Error::SqliteFailure(e, _))
            if matches!(e.code, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) =>
        {
            Err(Failure::InUse {
                path: target.display().to_string(),
            }
            .into())
        }
        // Damaged or no database: that is why somebody restores.
        _ => Ok(()),
    }
}

/// Gives the present database (and a log that could not be written back) a second name, before its
/// own is taken over.
fn keep_aside(target: &Path) -> Result<PathBuf> {
    let aside = free_name(target, "replaced", "");
    let failed = |e: std::io::Error| output_failed(&aside, &e);
    let log = beside(target, "-wal");
    if std::fs::metadata(&log).is_ok_and(|m| m.len() > 0) {
        std::fs::copy(&log, beside(&aside, "-wal")).map_err(failed)?;
    }
    std::fs::hard_link(target, &aside)
        // Some file systems know no second name.
        .or_else(|_| std::fs::copy(target, &aside).map(|_| ()))
        .map_err(failed)?;
    Ok(aside)
}

/// `NAME.what`, `NAME.what-2`, … with an ending, whichever is free.
fn free_name(path: &Path, what: &str, ending: &str) -> PathBuf {
    let name = |n: u32| {
        let count = if n == 1 {
            String::new()
        } else {
            format!("-{n}")
        };
        beside(path, &format!(".{what}{count}{ending}"))
    };
    (1..)
        .map(name)
        .find(|p| std::fs::symlink_metadata(p).is_err())
        .unwrap_or_else(|| name(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Ids, tests::founding};

    #[test]
    fn a_file_of_an_older_format_is_saved_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.db");
        drop(Store::create(&path, &founding(), Ids::seeded(1)).unwrap());
        let older = Connection::open(&path).unwrap();
        older.pragma_update(None, "user_version", 0).unwrap();
        drop(older);

        before_upgrade(&path, 0).unwrap();
        before_upgrade(&path, 0).unwrap();
        for name in ["office.db.format-0.bak", "office.db.format-0-2.bak"] {
            let saved = Connection::open(folder.path().join(name)).unwrap();
            assert_eq!(migrations::version(&saved).unwrap(), 0, "{name}");
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }
}
