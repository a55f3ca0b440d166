//! The index in a file beside the database, so that a start reads it in instead of laying it out.
//!
//! The file is never trusted: its head says which program and tables made it and from which entry of
//! which journal, and every byte stands under a checksum. Whatever does not hold, whatever can't be
//! read, is as if there were no file. It is written whole or not at all; a folder that can't be
//! written simply has none. It holds names and numbers, so it is the owner's alone like the database.
//!
//! Absent on purpose: when it is written, and what came after the entry (`memory`).

#[cfg(test)]
mod tests;

use crate::{
    matching::{
        lexicon::Lexicon,
        occupation::Occupations,
        people::{Index, Part},
    },
    office::files,
    store::Seal,
};
use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// The first bytes of a file; another arrangement of the head has another number.
const MAGIC: &[u8; 16] = b"zhipei index  1\n";
/// What is read or written at once.
const BUFFER: usize = 256 << 10;
/// Threads that read: more than two gain little on a counter's machine.
const READERS: usize = 2;

/// What is the same for every cache of one program and its tables.
pub(super) type Fingerprint = u128;

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Head {
    fingerprint: Fingerprint,
    entry: u64,
    /// Checksum over the identity of the database and the hash of the entry.
    journal: u128,
    /// Length and checksum of each part, in the order in which they stand.
    parts: Vec<(u64, u128)>,
}

impl Head {
    /// Bytes in the file: what is above, and its own checksum.
    const LENGTH: usize = MAGIC.len() + 16 + 8 + 16 + Index::PARTS * (8 + 16) + 16;

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.fingerprint.to_le_bytes());
        bytes.extend(self.entry.to_le_bytes());
        bytes.extend(self.journal.to_le_bytes());
        for (length, sum) in &self.parts {
            bytes.extend(length.to_le_bytes());
            bytes.extend(sum.to_le_bytes());
        }
        let own = xxh3_128(&bytes);
        bytes.extend(own.to_le_bytes());
        bytes
    }

    /// Reads [`Head::to_bytes`]; none where anything else stands there.
    fn of(bytes: &[u8]) -> Option<Self> {
        let (said, own) = bytes.split_last_chunk::<16>()?;
        if bytes.len() != Self::LENGTH || xxh3_128(said) != u128::from_le_bytes(*own) {
            return None;
        }
        let (fingerprint, rest) = said.strip_prefix(MAGIC)?.split_first_chunk::<16>()?;
        let (entry, rest) = rest.split_first_chunk::<8>()?;
        let (journal, rest) = rest.split_first_chunk::<16>()?;
        let part = |bytes: &[u8]| {
            let (length, sum) = bytes.split_first_chunk::<8>()?;
            let sum = u128::from_le_bytes(sum.try_into().ok()?);
            Some((u64::from_le_bytes(*length), sum))
        };
        Some(Self {
            fingerprint: u128::from_le_bytes(*fingerprint),
            entry: u64::from_le_bytes(*entry),
            journal: u128::from_le_bytes(*journal),
            parts: rest.chunks(8 + 16).map(part).collect::<Option<_>>()?,
        })
    }
}

/// A cache file whose head holds.
#[derive(Debug)]
pub(super) struct Cache {
    path: PathBuf,
    head: Head,
}

/// The file of a database.
pub(super) fn path_of(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".index");
    name.into()
}

fn journal_sum(seal: &Seal) -> u128 {
    let mut sum = Xxh3::new();
    sum.update(seal.database.as_bytes());
    sum.update(&seal.hash);
    sum.digest128()
}

impl Cache {
    /// The file, if its head holds, it was made by this program and it is as long as it says.
    pub(super) fn open(path: PathBuf, fingerprint: Fingerprint) -> Option<Self> {
        let mut file = File::open(&path).ok()?;
        let mut bytes = vec![0; Head::LENGTH];
        file.read_exact(&mut bytes).ok()?;
        let head = Head::of(&bytes).filter(|head| head.fingerprint == fingerprint)?;
        let lengths = head.parts.iter().map(|(length, _)| *length);
        let whole = lengths.fold(Head::LENGTH as u64, u64::saturating_add);
        let length = file.metadata().ok()?.len();
        (length == whole).then_some(Self { path, head })
    }

    /// The entry of the journal up to which it is right, by its number.
    pub(super) fn entry(&self) -> u64 {
        self.head.entry
    }

    /// Whether this is the entry from which it was made.
    pub(super) fn is_of(&self, seal: &Seal) -> bool {
        (seal.mark.entry(), journal_sum(seal)) == (self.head.entry, self.head.journal)
    }

    /// Reads the index; none where a byte is not what it was.
    pub(super) fn read(
        &self,
        knowledge: impl FnOnce() -> (Arc<Lexicon>, Arc<Occupations>) + Send,
    ) -> Option<Index> {
        let mut starts = Vec::with_capacity(Index::PARTS);
        let mut at = Head::LENGTH as u64;
        for (length, _) in &self.head.parts {
            starts.push(at);
            at += length;
        }
        // The longest first, so that the threads end at about the same time.
        let mut order: Vec<usize> = (0..Index::PARTS).collect();
        order.sort_by_key(|part| std::cmp::Reverse(self.head.parts[*part].0));
        let next = AtomicUsize::new(0);
        let done: Mutex<Vec<Part>> = Mutex::new(Vec::with_capacity(Index::PARTS));
        let read = || {
            while let Some(part) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                let Some(read) = self.read_part(*part, starts[*part]) else {
                    return;
                };
                done.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(read);
            }
        };
        let (lexicon, occupations) = thread::scope(|scope| {
            let others: Vec<_> = (1..READERS).map(|_| scope.spawn(read)).collect();
            let known = knowledge();
            read();
            let all = others.into_iter().all(|other| other.join().is_ok());
            all.then_some(known)
        })?;
        let parts = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        Index::from_parts(lexicon, Some(occupations), parts)
    }

    fn read_part(&self, part: usize, start: u64) -> Option<Part> {
        let (length, sum) = self.head.parts[part];
        let mut file = File::open(&self.path).ok()?;
        file.seek(SeekFrom::Start(start)).ok()?;
        let mut summed = Summed::new(file.take(length));
        let read = {
            let mut buffered = BufReader::with_capacity(BUFFER, &mut summed);
            Index::read_part(part, &mut buffered, length).ok()?
        };
        (summed.sum() == (length, sum)).then_some(read)
    }
}

/// A file that is written but not yet in its place.
pub(super) struct Draft {
    path: PathBuf,
    temporary: tempfile::NamedTempFile,
}

/// Writes the file beside the old one; `stop` is asked between pieces.
///
/// # Errors
/// Where there is no room or no right to write; [`ErrorKind::Other`] after a stop. Nothing new is
/// then left.
pub(super) fn draft(
    path: PathBuf,
    fingerprint: Fingerprint,
    seal: &Seal,
    index: &Index,
    stop: &dyn Fn() -> bool,
) -> io::Result<Draft> {
    let folder = path.parent().ok_or(ErrorKind::InvalidInput)?;
    let prefix = temporary_prefix(&path);
    clear_leftovers(folder, &prefix);
    let mut temporary = tempfile::Builder::new()
        .prefix(&prefix)
        .suffix(PART)
        .tempfile_in(folder)?;
    let mut head = Head {
        fingerprint,
        entry: seal.mark.entry(),
        journal: journal_sum(seal),
        parts: Vec::with_capacity(Index::PARTS),
    };
    let file = temporary.as_file_mut();
    file.seek(SeekFrom::Start(Head::LENGTH as u64))?;
    for part in 0..Index::PARTS {
        let mut summed = Summed::new(Stoppable {
            to: &mut *file,
            stop,
        });
        let mut buffered = BufWriter::with_capacity(BUFFER, &mut summed);
        index.write_part(part, &mut buffered)?;
        buffered.flush()?;
        drop(buffered);
        head.parts.push(summed.sum());
    }
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&head.to_bytes())?;
    Ok(Draft { path, temporary })
}

impl Draft {
    /// Puts the file into the old one's place once it is safe on disk.
    pub(super) fn keep(self) -> io::Result<()> {
        self.temporary.as_file().sync_all()?;
        self.temporary.persist(&self.path).map_err(|e| e.error)?;
        if let Some(folder) = self.path.parent() {
            files::sync_folder(folder);
        }
        Ok(())
    }
}

const PART: &str = ".part";

fn temporary_prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}-")
}

/// Removes what killed programs left. A program that is writing now loses its file too, and with it
/// nothing but the work.
fn clear_leftovers(folder: &Path, prefix: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(prefix) && name.ends_with(PART) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Counts and sums what passes.
struct Summed<T> {
    inner: T,
    length: u64,
    sum: Box<Xxh3>,
}

impl<T> Summed<T> {
    fn new(inner: T) -> Self {
        Self {
            inner,
            length: 0,
            sum: Box::default(),
        }
    }

    fn sum(&self) -> (u64, u128) {
        (self.length, self.sum.digest128())
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        self.sum.update(bytes);
    }
}

impl<R: Read> Read for Summed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.pass(&into[..count]);
        Ok(count)
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.pass(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

struct Stoppable<'a> {
    to: &'a mut File,
    stop: &'a dyn Fn() -> bool,
}

impl Write for Stoppable<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.stop)() {
            return Err(ErrorKind::Other.into());
        }
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
