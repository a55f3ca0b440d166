//! When the index's file is read and written.
//!
//! A file that is a little behind the journal is as good as new, because what changed since is read
//! from there; so it is written only after much has changed, while nobody waits, and it gives way to
//! whoever wants to take something in.

use super::{
    MANY, Shelf,
    cache::{self, Cache, Fingerprint},
};
use crate::{
    domain::failure::Failure,
    matching::people::Index,
    office::{Office, knowledge},
    seed::tables,
    store::Mark,
};
use std::{
    path::PathBuf,
    sync::{
        Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::UNIX_EPOCH,
};
use xxhash_rust::xxh3::Xxh3;

/// A file behind by more people than this is written anew: taking in as many costs a start a frame
/// or two.
const PEOPLE: usize = 1_000;
/// The same for entries of any kind, which all have to be looked through.
const ENTRIES: u64 = 20_000;

/// What the file holds against what memory holds.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    /// The entry up to which the file is right; none where there is no file that holds.
    saved: Mutex<Option<Mark>>,
    /// People taken in since.
    unsaved: AtomicUsize,
    /// Somebody wants to change the index while it is being written.
    waiting: AtomicUsize,
    /// No file is wanted, now or any more.
    off: AtomicBool,
    /// Held while the file is written.
    writing: Mutex<()>,
}

impl Keeping {
    fn saved(&self) -> MutexGuard<'_, Option<Mark>> {
        self.saved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So many people were taken in.
    pub(super) fn changed(&self, people: usize) {
        self.unsaved.fetch_add(people, Ordering::Relaxed);
    }

    /// Everything was laid out anew, so whatever file there is is far behind.
    pub(super) fn laid_out(&self) {
        *self.saved() = None;
    }

    fn kept(&self, upto: Mark) {
        *self.saved() = Some(upto);
        self.unsaved.store(0, Ordering::Relaxed);
    }

    /// Ends a writing that is under way, for as long as the answer lives.
    pub(super) fn give_way(&self) -> Way<'_> {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        Way(self)
    }

    fn is_stopped(&self) -> bool {
        self.off.load(Ordering::Relaxed) || self.waiting.load(Ordering::Relaxed) > 0
    }

    fn is_due(&self, upto: Mark) -> bool {
        let unsaved = self.unsaved.load(Ordering::Relaxed);
        !self.off.load(Ordering::Relaxed)
            && self.saved().is_none_or(|saved| {
                unsaved > PEOPLE || upto.entry().saturating_sub(saved.entry()) > ENTRIES
            })
    }
}

/// As long as this lives, nobody writes the file.
pub(super) struct Way<'a>(&'a Keeping);

impl Drop for Way<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Office {
    /// The index from its file, and the place of the journal up to which it is right; none where the
    /// file does not hold or is too far behind.
    pub(super) fn kept_index(&self) -> Result<Option<(Index, Mark)>, Failure> {
        let cache = self
            .cache_path()
            .and_then(|path| Cache::open(path, fingerprint()));
        let Some(cache) = cache.filter(|_| !self.memory.keeping.off.load(Ordering::Relaxed)) else {
            return Ok(None);
        };
        let upto = {
            let store = self.reader();
            let seal = store.seal(cache.entry())?.filter(|seal| cache.is_of(seal));
            match seal {
                Some(seal) if store.people_since(seal.mark, MANY)?.is_some() => seal.mark,
                _ => return Ok(None),
            }
        };
        let index = cache.read(|| (knowledge::lexicon(), knowledge::occupations()));
        if index.is_some() {
            self.memory.keeping.kept(upto);
        }
        Ok(index.map(|index| (index, upto)))
    }

    /// True where a file is there that no start would read.
    ///
    /// # Errors
    /// What the store says.
    pub(in crate::office) fn index_file_is_passed_over(&self) -> Result<bool, Failure> {
        let there = self.cache_path().is_some_and(|path| path.exists());
        Ok(there && self.kept_index()?.is_none())
    }

    /// Lays out what is not laid out, and takes in what changed; `told` hears when searches find
    /// more than before. For a thread of its own, where nobody waits.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_up(&self, told: impl FnOnce()) -> Result<(), Failure> {
        self.warm_up_people()?;
        if self.memory.behind.swap(false, Ordering::Relaxed) {
            told();
        }
        self.warm_up_offers()?;
        self.keep_index();
        self.warm_up()
    }

    /// Whether [`Office::keep_up`] has something to do.
    pub fn is_behind(&self) -> bool {
        let upto = self.memory.people.upto();
        self.memory.behind.load(Ordering::Relaxed)
            || upto.is_some_and(|upto| self.memory.keeping.is_due(upto))
    }

    /// Writes the index's file where it is far behind. Without room or right to write there is none,
    /// which costs the next start some time and nothing else.
    pub fn keep_index(&self) {
        let keeping = &self.memory.keeping;
        let Ok(_one) = keeping.writing.try_lock() else {
            return;
        };
        let upto = self
            .memory
            .people
            .upto()
            .filter(|upto| keeping.is_due(*upto));
        let (Some(_), Some(path)) = (upto, self.cache_path()) else {
            return;
        };
        let stop = || keeping.is_stopped();
        let Some((upto, draft)) = self.memory.people.look(|index, upto| {
            let seal = self.reader().seal(upto.entry()).ok().flatten()?;
            Some((upto, cache::draft(path, fingerprint(), &seal, index, &stop)))
        }) else {
            return;
        };
        // What was given up for somebody else is taken up again; what can't be done is not.
        if draft.and_then(cache::Draft::keep).is_ok() || !stop() {
            keeping.kept(upto);
        }
    }

    /// Writes no file any more, and returns when none is being written.
    pub fn leave_index(&self) {
        let keeping = &self.memory.keeping;
        keeping.off.store(true, Ordering::Relaxed);
        drop(
            keeping
                .writing
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
    }

    fn cache_path(&self) -> Option<PathBuf> {
        self.path().map(|path| cache::path_of(&path))
    }
}

impl<T> Shelf<T> {
    /// Looks at what is laid out and at the place up to which it is right.
    fn look<R>(&self, look: impl FnOnce(&T, Mark) -> Option<R>) -> Option<R> {
        let kept = self.read();
        let laid = kept.as_ref()?;
        look(&laid.value, laid.upto)
    }
}

/// Sums what decides how records are laid out: this very program, by its version, size and time, and
/// the tables that it was made with.
fn fingerprint() -> Fingerprint {
    static SUM: OnceLock<Fingerprint> = OnceLock::new();
    *SUM.get_or_init(|| {
        let mut sum = Xxh3::new();
        let mut take = |bytes: &[u8]| {
            sum.update(&(bytes.len() as u64).to_le_bytes());
            sum.update(bytes);
        };
        take(env!("CARGO_PKG_VERSION").as_bytes());
        let program = std::env::current_exe().and_then(std::fs::metadata).ok();
        let built = program.as_ref().and_then(|meta| meta.modified().ok());
        let built = built.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        take(&program.map_or(0, |meta| meta.len()).to_le_bytes());
        take(&built.unwrap_or_default().as_nanos().to_le_bytes());
        for table in [
            tables::HANZI_PINYIN,
            tables::SURNAME_READINGS,
            tables::TRADITIONAL_SIMPLIFIED,
            tables::FUZZY_PINYIN,
            tables::LOOK_ALIKES,
            tables::OCCUPATIONS,
            tables::OCCUPATION_ALIASES,
            tables::OCCUPATION_ALIASES_JOBADS,
        ] {
            take(table.as_bytes());
        }
        sum.digest128()
    })
}
