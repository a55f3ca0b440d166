//! Making a new office. A file appears whole or not at all, and never over another.

use super::error::{Error, Result};
use super::journal::EntryKind;
use super::row::Value;
use super::{
    Act, Founding, Store, connection,
    ids::Ids,
    migrations,
    open::{self, beside},
    operators::{OPERATOR, STATION},
    undo,
    write::transact,
};
use crate::domain::{cause::Cause, failure::Failure, ids::OperatorId};
use rusqlite::Connection;
use serde_json::Map;
use std::path::Path;

impl Store {
    /// Makes a new database file and opens it. Identities come from `ids` from then on.
    ///
    /// # Errors
    /// [`Failure::DatabaseExists`] where the file (or a log left of one) is there;
    /// [`Failure::OutputFailed`] where the folder can't be written.
    pub fn create(
        path: &Path,
        founding: &Founding,
        mut ids: Ids,
    ) -> std::result::Result<Self, Failure> {
        let shown = path.display().to_string();
        make_file(path, founding, &mut ids).map_err(|error| error.into_failure(&shown))?;
        let mut store = Self::open(path)?;
        store.ids = ids;
        Ok(store)
    }

    /// A new office in memory; it is gone when the store is dropped.
    ///
    /// # Errors
    /// [`Failure::Bug`] only.
    pub fn in_memory(founding: &Founding, mut ids: Ids) -> std::result::Result<Self, Failure> {
        let build = |ids: &mut Ids| -> Result<Connection> {
            let mut conn = Connection::open_in_memory()?;
            connection::guard(&conn)?;
            connection::settle(&conn, "memory")?;
            found(&mut conn, founding, ids)?;
            Ok(conn)
        };
        let conn = build(&mut ids).map_err(|error| error.into_failure(":memory:"))?;
        Ok(Self {
            conn,
            ids,
            place: None,
            undo: undo::Stacks::default(),
            seen: 0,
        })
    }
}

fn make_file(path: &Path, founding: &Founding, ids: &mut Ids) -> Result<()> {
    // A log without its file may be all that is left of somebody's records, and SQLite would
    // apply it to the new file.
    for there in [
        path.to_owned(),
        beside(path, "-wal"),
        beside(path, "-journal"),
    ] {
        if std::fs::symlink_metadata(&there).is_ok() {
            return Err(Failure::DatabaseExists {
                path: there.display().to_string(),
            }
            .into());
        }
    }
    place_whole(path, false, |temporary| {
        let mut conn = open::connect_own(temporary)?;
        connection::settle(&conn, "wal")?;
        found(&mut conn, founding, ids)?;
        conn.close().map_err(|(_, error)| error)?;
        Ok(())
    })
}

/// Lets `fill` write a temporary file in the same folder and gives it its name only when it is whole
/// and on disk, in place of another file only where `over` says so. Readable by its owner only.
pub(super) fn place_whole(
    path: &Path,
    over: bool,
    fill: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let failed = |error: std::io::Error| -> Error {
        if error.kind() == std::io::ErrorKind::StorageFull {
            return Failure::DiskFull {}.into();
        }
        Failure::OutputFailed {
            path: path.display().to_string(),
            detail: Cause::of(&error),
        }
        .into()
    };
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let temporary = tempfile::Builder::new()
        .prefix(".zhipei-")
        .tempfile_in(folder)
        .map_err(failed)?
        .into_temp_path();
    let filled = fill(&temporary);
    for suffix in ["-wal", "-shm", "-journal"] {
        // They are there only where filling failed half-way.
        let _ = std::fs::remove_file(beside(&temporary, suffix));
    }
    filled?;
    std::fs::File::open(&temporary)
        .and_then(|file| file.sync_all())
        .map_err(failed)?;
    let placed = if over {
        temporary.persist(path)
    } else {
        temporary.persist_noclobber(path)
    };
    placed.map_err(|e| {
        if e.error.kind() == std::io::ErrorKind::AlreadyExists {
            Failure::DatabaseExists {
                path: path.display().to_string(),
            }
            .into()
        } else {
            failed(e.error)
        }
    })?;
    sync_folder(folder);
    Ok(())
}

/// Makes a new name durable. A file system that can't sync a folder has no better to offer.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Tables, and the first entry: database, station, first operator.
fn found(conn: &mut Connection, founding: &Founding, ids: &mut Ids) -> Result<()> {
    migrations::upgrade(conn, |_| Ok(()))?;
    let database = ids.next(founding.at)?;
    let station = ids.next(founding.at)?;
    let operator = ids.next(founding.at)?;
    let act = Act {
        operator: OperatorId(operator),
        at: founding.at,
    };
    transact(conn, ids, &act, |writing| {
        writing.entry(EntryKind::Create, "database", Some(database));
        let mut keep = writing
            .conn()
            .prepare("INSERT INTO meta (key, value) VALUES (?, ?)")?;
        keep.execute(["database", &database.simple().to_string()])?;
        keep.execute(["station", &station.simple().to_string()])?;
        drop(keep);
        writing.part("station", station, |part| {
            let row = STATION.row([("name", Value::from(founding.station.as_str()))])?;
            part.insert(&STATION, station, row)
        })?;
        writing.part("operator", operator, |part| {
            let row = OPERATOR.row([
                ("name", Value::from(founding.operator.as_str())),
                ("role", Value::from(founding.role.code())),
            ])?;
            part.insert(&OPERATOR, operator, row)
        })?;
        writing.detail(
            "database",
            Some(database),
            Map::from_iter([("version".to_owned(), env!("CARGO_PKG_VERSION").into())]).into(),
        )
    })?;
    Ok(())
}
