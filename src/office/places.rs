//! Where written files go: where the caller says, or the usual place in the documents folder.

use super::{Office, files};
use crate::domain::failure::Failure;
use std::path::{Path, PathBuf};

/// The folder of the program below the documents folder.
const OURS: &str = "职配";

/// Where a file is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Back to the caller, who prints it.
    Stream,
    /// The usual place, under the next free name.
    Usual,
    /// This file; `true` may overwrite it.
    File(PathBuf, bool),
}

/// A file that was written, or its bytes where the caller prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Where it stands; none where the caller prints it.
    pub path: Option<PathBuf>,
    /// The bytes, where the caller prints them.
    pub bytes: Vec<u8>,
    /// Rows in it.
    pub rows: usize,
}

/// What the usual place holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shelf {
    /// `日志`: daily logs.
    Logs,
    /// `导出`: records.
    Exports,
}

/// Names a file that is to be written.
pub(super) struct Label<'a> {
    pub(super) shelf: Shelf,
    pub(super) stem: &'a str,
    pub(super) extension: &'a str,
}

impl Office {
    pub(super) fn put(
        &self,
        target: &Target,
        label: &Label<'_>,
        bytes: Vec<u8>,
        rows: usize,
    ) -> Result<Written, Failure> {
        let path = match target {
            Target::Stream => {
                return Ok(Written {
                    path: None,
                    bytes,
                    rows,
                });
            }
            Target::Usual => {
                let folder = self.usual_folder(label.shelf);
                files::write_next_free(&folder, label.stem, label.extension, &bytes)?
            }
            Target::File(path, force) => {
                files::write_whole(path, &bytes, *force)?;
                path.clone()
            }
        };
        Ok(Written {
            path: Some(path),
            bytes: Vec::new(),
            rows,
        })
    }

    /// The documents folder, else the home folder, else the folder of the database.
    fn usual_folder(&self, shelf: Shelf) -> PathBuf {
        let user = directories::UserDirs::new();
        let base = user
            .as_ref()
            .map(|dirs| {
                dirs.document_dir()
                    .unwrap_or_else(|| dirs.home_dir())
                    .to_owned()
            })
            .or_else(|| self.path().and_then(|p| p.parent().map(Path::to_owned)))
            .unwrap_or_default();
        base.join(OURS).join(match shelf {
            Shelf::Logs => "日志",
            Shelf::Exports => "导出",
        })
    }
}

/// Writes a file that a person named: whole or not at all, over nothing unless `force`.
///
/// # Errors
/// [`Failure::OutputExists`]; a place that can't be written.
pub fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    files::write_whole(path, bytes, force)
}

/// Finds out whether [`save`] could write a file.
///
/// # Errors
/// As [`save`].
pub fn try_out(path: &Path, force: bool) -> Result<(), Failure> {
    files::try_out(path, force)
}

/// Reads a file that a person named, at most `limit` bytes.
///
/// # Errors
/// [`Failure::FileMissing`], [`Failure::FileIsFolder`], [`Failure::FileTooLarge`].
pub fn read_named(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    files::read_named(path, limit)
}

/// The lines of a text that a person named, in whatever encoding a sheet may have.
///
/// # Errors
/// As [`read_named`]; [`Failure::BadEncoding`].
pub fn read_lines(path: &Path, limit: u64) -> Result<Vec<String>, Failure> {
    let bytes = files::read_named(path, limit)?;
    let text = crate::exchange::sheet::text(&bytes, &files::shown(path))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Makes the folder in which a new database is to stand.
pub(super) fn make_folder_for(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            std::fs::create_dir_all(folder).map_err(|_| Failure::ReadOnly {
                path: files::shown(folder),
            })
        }
        _ => Ok(()),
    }
}
