//! SQLite's errors, turned into the user's words once, with the path in them.

use crate::domain::{cause::Cause, failure::Failure};
use rusqlite::{ErrorCode, ffi};

/// How long a save waits for another window, in seconds.
pub(super) const BUSY_SECONDS: u64 = 5;

/// Inside the store: a failure that has its words, or one that still needs the path.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// Words that are ready.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// SQLite's own.
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    /// SQLite found pages that are not whole.
    #[error("broken pages")]
    Pages,
    /// The pages belong to two databases.
    #[error("pages of another database")]
    OtherPages,
    /// A row that does not say what its column promises.
    #[error("{0}")]
    Content(String),
    /// A journal payload that is no JSON.
    #[error("a journal payload can't be read")]
    Json(#[from] serde_json::Error),
}

pub(super) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A fault of this program.
    pub(super) fn bug(detail: impl Into<String>) -> Self {
        Self::Failure(Failure::Bug {
            detail: detail.into(),
        })
    }

    /// The words, for the database at `path`.
    pub(super) fn into_failure(self, path: &str) -> Failure {
        let path = path.to_owned();
        match self {
            Self::Failure(failure) => failure,
            // What exactly is wrong is for `check` to say; here one clear word does.
            Self::Pages => damaged(path, Cause::Pages),
            Self::OtherPages => damaged(path, Cause::OtherPages),
            Self::Content(_) | Self::Json(_) => damaged(path, Cause::Content),
            Self::Sql(error) => sql_failure(&error, path),
        }
    }
}

fn sql_failure(error: &rusqlite::Error, path: String) -> Failure {
    let detail = error.to_string();
    let rusqlite::Error::SqliteFailure(inner, _) = error else {
        return match error {
            // A value of the wrong type in a column: the file says something else than its schema.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => damaged(path, Cause::Content),
            _ => Failure::Bug { detail },
        };
    };
    match inner.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Failure::Busy {
            seconds: BUSY_SECONDS.to_string(),
        },
        // A full disk has no room for the shared-memory file either.
        _ if inner.extended_code == ffi::SQLITE_IOERR_SHMSIZE => Failure::DiskFull {},
        ErrorCode::DiskFull => Failure::DiskFull {},
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Failure::ReadOnly { path },
        ErrorCode::DatabaseCorrupt => damaged(path, Cause::Pages),
        ErrorCode::NotADatabase => Failure::NotADatabase { path },
        ErrorCode::CannotOpen | ErrorCode::SystemIoFailure => Failure::FileUnreadable {
            path,
            detail: Cause::Device.code().to_owned(),
        },
        _ => Failure::Bug { detail },
    }
}

fn damaged(path: String, cause: Cause) -> Failure {
    Failure::DatabaseDamaged {
        path,
        detail: cause.code().to_owned(),
    }
}
