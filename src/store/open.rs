//! Opening a database file: what it must be before a row is read or written.
//!
//! SQLite opens almost anything and creates what is missing, so each promise is tested here and
//! each breach has its own words. A file that is refused stays as it was, byte for byte.

use super::error::{BUSY_SECONDS, Error, Result};
use super::{Store, backup, connection, ids::Ids, journal, migrations, undo};
use crate::domain::{cause::Cause, failure::Failure};
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, config::DbConfig};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Up to this size every opening looks at all pages (about a millisecond a megabyte).
const ALWAYS_CHECKED: u64 = 16 << 20;
/// Up to this size an opening after an unclean exit does.
const CHECKED_AFTER_CRASH: u64 = 256 << 20;

/// Bytes of SQLite's header, its first words, and where it keeps a program's two numbers.
const HEADER: usize = 100;
const MAGIC: &[u8] = b"SQLite format 3\0";
const FORMAT_AT: usize = 60;
const APPLICATION_AT: usize = 68;

/// What a database is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Read,
    Write,
}

/// A database file's place on disk.
#[derive(Debug)]
pub(super) struct Place {
    /// Its path, links resolved.
    pub(super) path: PathBuf,
    identity: Option<(u64, u64)>,
}

impl Place {
    fn of(path: PathBuf) -> Self {
        let identity = std::fs::metadata(&path).ok().and_then(|m| identity(&m));
        Self { path, identity }
    }

    /// An error where the file was removed or replaced while open: what is written to it now would
    /// be lost.
    pub(super) fn is_still_there(&self) -> std::result::Result<(), Failure> {
        let now = std::fs::metadata(&self.path).ok();
        let same = match (&now, self.identity) {
            (Some(meta), Some(then)) => identity(meta) == Some(then),
            (Some(_), None) => true,
            (None, _) => false,
        };
        if same {
            Ok(())
        } else {
            Err(Failure::DatabaseReplaced {
                path: self.path.display().to_string(),
            })
        }
    }
}

#[cfg(unix)]
fn identity(meta: &std::fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((meta.dev(), meta.ino()))
}

#[cfg(not(unix))]
fn identity(_: &std::fs::Metadata) -> Option<(u64, u64)> {
    None
}

#[cfg(unix)]
fn names(meta: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(meta)
}

#[cfg(not(unix))]
fn names(_: &std::fs::Metadata) -> u64 {
    1
}

/// A file's companion that SQLite keeps beside it, such as `office.db-wal`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

impl Store {
    /// Opens an existing database file.
    ///
    /// # Errors
    /// One [`Failure`] for each thing that a file may be instead: missing, a folder, empty, linked
    /// twice, no database, another program's, newer than this program, damaged, not writable, busy.
    pub fn open(path: &Path) -> std::result::Result<Self, Failure> {
        Self::open_for(path, Use::Write)
    }

    /// Opens an existing database file of which only is read: it does not wait for a window that
    /// saves. Writing works all the same, where nobody else does.
    ///
    /// # Errors
    /// As [`Store::open`], but never busy.
    pub fn open_to_read(path: &Path) -> std::result::Result<Self, Failure> {
        Self::open_for(path, Use::Read)
    }

    /// A further connection to the same file, which this one has accepted; none in memory.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn again(&self) -> std::result::Result<Option<Self>, Failure> {
        let Some(place) = &self.place else {
            return Ok(None);
        };
        let open = || {
            let conn = connect_own(&place.path)?;
            connection::settle(&conn, "wal")?;
            Self::of(conn, place.path.clone())
        };
        open()
            .map(Some)
            .map_err(|e: Error| e.into_failure(&self.path_text()))
    }

    fn of(conn: Connection, real: PathBuf) -> Result<Self> {
        let mut store = Self {
            conn,
            ids: Ids::system(),
            place: Some(Place::of(real)),
            undo: undo::Stacks::default(),
            seen: 0,
        };
        store.seen = store.data_version()?;
        Ok(store)
    }

    fn open_for(path: &Path, for_what: Use) -> std::result::Result<Self, Failure> {
        let shown = path.display().to_string();
        let open = || {
            let (real, size) = look(path)?;
            header(&real, &shown)?;
            Self::open_file(real, size, for_what)
        };
        open().map_err(|e: Error| e.into_failure(&shown))
    }

    fn open_file(real: PathBuf, size: u64, for_what: Use) -> Result<Self> {
        let log = std::fs::metadata(beside(&real, "-wal"));
        let log_was_there = log.is_ok();
        let unclean = log.is_ok_and(|m| m.len() > 0);
        let mut conn = connect(&real)?;
        let accepted = accept(&mut conn, &real, size, unclean, for_what);
        // A refused file must not receive what an unfinished log holds; without such a log, closing
        // only tidies away the empty one that looking at the file made.
        if accepted.is_ok() || !log_was_there {
            conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        }
        accepted?;
        Self::of(conn, real)
    }
}

/// What stands at a path, before SQLite sees it.
fn look(path: &Path) -> Result<(PathBuf, u64)> {
    let shown = path.display().to_string();
    let real = std::fs::canonicalize(path).map_err(|e| not_there(&e, &shown))?;
    let meta = std::fs::metadata(&real).map_err(|e| not_there(&e, &shown))?;
    let refusal = if meta.is_dir() {
        Some(Failure::DatabaseIsFolder { path: shown })
    } else if !meta.is_file() {
        Some(Failure::NotADatabase { path: shown })
    } else if meta.len() == 0 {
        Some(Failure::DatabaseEmpty { path: shown })
    } else if names(&meta) > 1 {
        Some(Failure::HardLinked { path: shown })
    } else {
        None
    };
    match refusal {
        Some(failure) => Err(failure.into()),
        None => Ok((real, meta.len())),
    }
}

/// What the first page says, read without SQLite: looking at another program's file through it would
/// leave a log beside that file. What a log holds may be newer; it is never another program's and
/// never of an older format.
pub(super) fn header(real: &Path, shown: &str) -> Result<()> {
    let path = || shown.to_owned();
    let mut bytes = Vec::with_capacity(HEADER);
    std::fs::File::open(real)
        .and_then(|file| file.take(HEADER as u64).read_to_end(&mut bytes))
        .map_err(|e| not_there(&e, shown))?;
    if bytes.starts_with(MAGIC) && bytes.len() < HEADER {
        return Err(Error::Pages);
    }
    let number = |from: usize| {
        let four = bytes.get(from..from + 4).and_then(|b| b.try_into().ok());
        i32::from_be_bytes(four.unwrap_or_default())
    };
    let refusal = if !bytes.starts_with(MAGIC) {
        Failure::NotADatabase { path: path() }
    } else if number(APPLICATION_AT) != migrations::APPLICATION {
        foreign(path(), number(APPLICATION_AT))
    } else if i64::from(number(FORMAT_AT)) > migrations::LATEST {
        too_new(path(), number(FORMAT_AT).into())
    } else {
        return Ok(());
    };
    Err(refusal.into())
}

fn foreign(path: String, application: i32) -> Failure {
    Failure::ForeignDatabase {
        path,
        application: format!("{application:#010x}"),
    }
}

fn too_new(path: String, found: i64) -> Failure {
    Failure::SchemaTooNew {
        path,
        found: found.to_string(),
        known: migrations::LATEST.to_string(),
    }
}

fn not_there(error: &std::io::Error, shown: &str) -> Error {
    let path = shown.to_owned();
    match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
            Failure::DatabaseMissing { path }
        }
        _ => Failure::FileUnreadable {
            path,
            detail: Cause::of(error),
        },
    }
    .into()
}

/// Opens without creating and without reading the name as an address; nothing is written yet.
fn connect(real: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        real,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
    connection::guard(&conn)?;
    Ok(conn)
}

/// A connection to a file that this program made or has accepted: closing it leaves no log behind.
pub(super) fn connect_own(real: &Path) -> Result<Connection> {
    let conn = connect(real)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(conn)
}

fn accept(
    conn: &mut Connection,
    real: &Path,
    size: u64,
    unclean: bool,
    for_what: Use,
) -> Result<()> {
    let look_at_all = size <= ALWAYS_CHECKED || (unclean && size <= CHECKED_AFTER_CRASH);
    let found = examine(conn, real, look_at_all)?;
    if conn.is_readonly("main")? {
        return Err(Failure::ReadOnly {
            path: real.display().to_string(),
        }
        .into());
    }
    connection::settle(conn, "wal")?;
    write_probe(conn, for_what)?;
    if found < migrations::LATEST {
        migrations::upgrade(conn, |from| backup::before_upgrade(real, from))?;
        one_office(conn)?;
    }
    Ok(())
}

/// What can be told by reading: the format, where the file is an office's.
pub(super) fn examine(conn: &Connection, real: &Path, look_at_all: bool) -> Result<i64> {
    let path = || real.display().to_string();
    probe(conn, real)?;
    let application: i32 = conn.pragma_query_value(None, "application_id", |r| r.get(0))?;
    if application != migrations::APPLICATION {
        return Err(foreign(path(), application).into());
    }
    let found = migrations::version(conn)?;
    if found > migrations::LATEST {
        return Err(too_new(path(), found).into());
    }
    if look_at_all {
        whole(conn)?;
    }
    if found == migrations::LATEST {
        one_office(conn)?;
    }
    Ok(found)
}

/// The first statement is what shows whether a file is a database at all; it must read the schema.
fn probe(conn: &Connection, real: &Path) -> Result<()> {
    let answer = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    });
    match answer {
        Ok(_) => Ok(()),
        // The file could be opened, so what can't be is its log: the folder is closed to us.
        Err(rusqlite::Error::SqliteFailure(e, _)) if e.code == ErrorCode::CannotOpen => {
            Err(Failure::ReadOnly {
                path: real.display().to_string(),
            }
            .into())
        }
        Err(error) => Err(error.into()),
    }
}

/// SQLite's own look at every page.
fn whole(conn: &Connection) -> Result<()> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(Error::Pages)
    }
}

/// Really writes, and takes it back: `BEGIN IMMEDIATE` alone succeeds in a folder that is closed.
fn write_probe(conn: &mut Connection, for_what: Use) -> Result<()> {
    if for_what == Use::Read {
        // Somebody who saves proves that the place can be written.
        conn.busy_timeout(Duration::ZERO)?;
        let probed = really_write(conn);
        conn.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
        return match probed {
            Err(Error::Sql(rusqlite::Error::SqliteFailure(e, _)))
                if matches!(e.code, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) =>
            {
                Ok(())
            }
            other => other,
        };
    }
    really_write(conn)
}

fn really_write(conn: &mut Connection) -> Result<()> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute(
        "UPDATE meta SET value = value || ' ' WHERE key = 'station'",
        [],
    )?;
    transaction.rollback()?;
    Ok(())
}

/// The pages belong together: the first entry founds the office that `meta` names, and the last one
/// is what its hash says. A log left by another database breaks this.
fn one_office(conn: &Connection) -> Result<()> {
    let founded: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM journal j JOIN meta m ON m.key = 'database' AND m.value = lower(hex(j.subject))
         WHERE j.id = 1 AND j.kind = 'create')",
        [],
        |row| row.get(0),
    )?;
    let (_, last) = conn.query_row(
        &format!("{} ORDER BY j.id DESC LIMIT 1", journal::READ),
        [],
        journal::read,
    )?;
    if founded && last.digest() == last.hash {
        Ok(())
    } else {
        Err(Error::OtherPages)
    }
}
