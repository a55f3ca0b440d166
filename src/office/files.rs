//! Writing files that people rely on: whole or not at all, for this user alone, never over another file.

use crate::domain::{cause::Cause, failure::Failure};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The longest file name most file systems take, in bytes.
const LONGEST_NAME: usize = 255;

/// Writes `bytes` to `path`: a temporary file in the same folder, synced, then renamed into place.
/// On Unix the file is readable by its owner only.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Failure> {
    refuse_taken(path, overwrite)?;
    let folder = folder_of(path);
    let mut temporary = tempfile::Builder::new()
        .prefix(".zhipei-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(|e| io_failure(path, &e))?;
    temporary
        .write_all(bytes)
        .and_then(|()| temporary.as_file().sync_all())
        .map_err(|e| io_failure(path, &e))?;
    let persisted = if overwrite {
        temporary.persist(path).map(drop).map_err(|e| e.error)
    } else {
        // Another program may have made the file since the look above.
        temporary
            .persist_noclobber(path)
            .map(drop)
            .map_err(|e| e.error)
    };
    match persisted {
        Ok(()) => {
            sync_folder(folder);
            Ok(())
        }
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            Err(Failure::OutputExists { path: shown(path) })
        }
        Err(e) => Err(io_failure(path, &e)),
    }
}

/// Finds out whether a file can be written, before something is done that can't be told without it.
pub(crate) fn try_out(path: &Path, overwrite: bool) -> Result<(), Failure> {
    refuse_taken(path, overwrite)?;
    tempfile::tempfile_in(folder_of(path))
        .map(drop)
        .map_err(|e| io_failure(path, &e))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn refuse_taken(path: &Path, overwrite: bool) -> Result<(), Failure> {
    refuse_bad_name(path)?;
    match fs::symlink_metadata(path) {
        // A link or a device under this name may lead anywhere; --force does not reach through it.
        Ok(found) if !found.is_file() => Err(if found.is_dir() {
            Failure::FileIsFolder { path: shown(path) }
        } else {
            output_failed(path, Cause::NotPlain.code())
        }),
        Ok(_) if !overwrite => Err(Failure::OutputExists { path: shown(path) }),
        _ => Ok(()),
    }
}

/// Writes into a folder of ours under `stem.ext`, or `stem-2.ext`, `stem-3.ext`… where that is taken.
pub(crate) fn write_next_free(
    folder: &Path,
    stem: &str,
    extension: &str,
    bytes: &[u8],
) -> Result<PathBuf, Failure> {
    fs::create_dir_all(folder).map_err(|e| io_failure(folder, &e))?;
    for number in 1..10_000_u32 {
        let name = if number == 1 {
            format!("{stem}.{extension}")
        } else {
            format!("{stem}-{number}.{extension}")
        };
        let path = folder.join(name);
        match write_whole(&path, bytes, false) {
            Ok(()) => return Ok(path),
            Err(Failure::OutputExists { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    Err(Failure::OutputExists {
        path: shown(folder),
    })
}

/// Reads a file that a person named; one that grows past `limit` bytes is refused.
pub(crate) fn read_named(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let found = fs::metadata(path).map_err(|e| read_failure(path, &e))?;
    if found.is_dir() {
        return Err(Failure::FileIsFolder { path: shown(path) });
    }
    if found.len() > limit {
        return Err(Failure::FileTooLarge {
            path: shown(path),
            limit: format!("{} MB", limit / 1_000_000),
        });
    }
    fs::read(path).map_err(|e| read_failure(path, &e))
}

fn read_failure(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::FileMissing { path: shown(path) },
        _ => Failure::FileUnreadable {
            path: shown(path),
            detail: Cause::of(error),
        },
    }
}

fn io_failure(path: &Path, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::StorageFull {
        return Failure::DiskFull {};
    }
    output_failed(path, &Cause::of(error))
}

fn output_failed(path: &Path, detail: &str) -> Failure {
    Failure::OutputFailed {
        path: shown(path),
        detail: detail.to_owned(),
    }
}

/// A path as words quote it: no control character of a file name reaches a terminal.
pub(crate) fn shown(path: &Path) -> String {
    crate::text::display::line(&path.to_string_lossy())
}

/// Names that some system at the other end of a memory stick can't hold are refused with a proposal.
pub(crate) fn refuse_bad_name(path: &Path) -> Result<(), Failure> {
    let Some(name) = path.file_name() else {
        return Err(Failure::FileIsFolder { path: shown(path) });
    };
    let name = name.to_string_lossy();
    let clean = clean_name(&name);
    if clean == name {
        Ok(())
    } else {
        Err(Failure::BadFileName {
            name: crate::text::display::line(&name),
            proposal: clean,
        })
    }
}

fn clean_name(name: &str) -> String {
    let mut clean: String = name
        .chars()
        .map(|c| match c {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '_',
            c if crate::text::fold::is_invisible(c) => '_',
            c => c,
        })
        .collect();
    clean.truncate(clean.trim_end_matches(['.', ' ']).len());
    if clean.starts_with('-') {
        clean.replace_range(..1, "_");
    }
    let stem = clean.split('.').next().unwrap_or("").to_ascii_uppercase();
    let reserved = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (stem.len() == 4
            && (stem.starts_with("COM") || stem.starts_with("LPT"))
            && stem.ends_with(|c: char| c.is_ascii_digit()));
    if reserved || clean.is_empty() {
        clean.insert(0, '_');
    }
    while clean.len() > LONGEST_NAME {
        clean.pop();
    }
    clean
}

/// The rename is durable once the folder is; where a system can't sync folders, the file itself is.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(handle) = fs::File::open(folder) {
        let _ = handle.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_overwritten_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("日志.csv");
        write_whole(&path, b"1", false).unwrap();
        assert!(matches!(
            write_whole(&path, b"2", false),
            Err(Failure::OutputExists { .. })
        ));
        assert_eq!(fs::read(&path).unwrap(), b"1");
        write_whole(&path, b"3", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"3");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "no temporary file stays behind");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_its_owners_alone_and_links_are_refused() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write_whole(&path, b"1", false).unwrap();
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        let link = folder.path().join("link.csv");
        symlink(&path, &link).unwrap();
        assert!(write_whole(&link, b"2", true).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"1");
    }

    #[test]
    fn the_usual_place_counts_on() {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..3)
            .map(|_| {
                let path = write_next_free(&folder.path().join("职配"), "2026-11-21", "xlsx", b"x")
                    .unwrap();
                path.file_name().unwrap().to_string_lossy().into_owned()
            })
            .collect();
        assert_eq!(
            names,
            ["2026-11-21.xlsx", "2026-11-21-2.xlsx", "2026-11-21-3.xlsx"]
        );
    }

    #[test]
    fn names_that_windows_cannot_hold_are_refused_with_a_proposal() {
        for (bad, good) in [
            ("a:b.csv", "a_b.csv"),
            ("CON.xlsx", "_CON.xlsx"),
            ("日志. ", "日志"),
            ("a\u{1b}[2J.csv", "a_[2J.csv"),
            ("-o.csv", "_o.csv"),
        ] {
            match write_whole(&Path::new("/tmp").join(bad), b"x", false) {
                Err(Failure::BadFileName { proposal, .. }) => assert_eq!(proposal, good),
                other => panic!("{bad}: {other:?}"),
            }
        }
        assert_eq!(clean_name("2026-11-21_日志.xlsx"), "2026-11-21_日志.xlsx");
        assert!(clean_name(&"日".repeat(200)).len() <= LONGEST_NAME);
    }

    #[test]
    fn missing_and_folder_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(
            read_named(folder.path(), 10),
            Err(Failure::FileIsFolder { .. })
        ));
        assert!(matches!(
            read_named(&folder.path().join("no"), 10),
            Err(Failure::FileMissing { .. })
        ));
        let big = folder.path().join("big");
        fs::write(&big, [0; 11]).unwrap();
        assert!(matches!(
            read_named(&big, 10),
            Err(Failure::FileTooLarge { .. })
        ));
    }
}
