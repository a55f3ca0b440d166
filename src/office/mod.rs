//! One function per thing a clerk can do: rights → store → index → answer. Screen and command line
//! call nothing else, so that both agree and rights are checked once.
//!
//! Absent on purpose: SQL (`store`), the shapes of JSON and of the screen (`cli`, `runtime`), and the
//! clock: every function that needs the time takes a [`Moment`].

mod caller;
mod candidates;
mod contacts;
mod demo;
mod each;
mod export;
mod files;
mod hints;
mod import;
mod knowledge;
mod last_contacts;
mod ledger;
mod log;
mod memory;
mod moment;
mod offers;
mod operators;
mod people;
mod places;
mod records;
mod register;
mod rights;
mod safety;
mod today;
mod undo;
mod views;

#[cfg(test)]
mod tests;

pub use contacts::Recommend;
pub use each::Meant;
pub use export::ExportOrder;
pub use import::{ImportFile, Imported, rejects_format};
pub use ledger::SavedEntries;
pub use log::{LogOf, LogOrder};
pub use moment::Moment;
pub use offers::{WhoFits, understand_wish};
pub use people::{Numbers, PersonFile, Search};
pub use places::{Target, Written, read_lines, read_named, save, try_out};
pub use records::RecordKind;
pub use safety::{CheckFinding, CheckReport};
pub use today::Board;

pub use crate::exchange::{export::FileFormat, sheet::Encoding};
pub use crate::matching::{
    occupation::Understood,
    offers::{Offer, PersonMatches, View},
};

use crate::{
    domain::{
        failure::Failure,
        operator::{Operator, Role},
    },
    store::{Act, Founding, Ids, Store},
    text::Lang,
};
use memory::Memory;
use rights::Deed;
use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

crate::messages! {
    first_operator() { zh: "经办人", en: "Clerk" }
    this_counter() { zh: "本窗口", en: "This counter" }
}

/// An open office, and who works in it now.
#[derive(Debug)]
pub struct Office {
    /// The one connection that writes.
    desk: Mutex<Store>,
    /// A second connection for what is read while somebody types; none in memory.
    reader: Option<Mutex<Store>>,
    memory: Memory,
    /// True where somebody types: a search then answers with what can be had at once.
    hurried: bool,
    operator: Operator,
    /// How many operators there were when the office was opened.
    colleagues: usize,
    lang: Lang,
}

impl Office {
    /// Opens the database. Without a name the first operator acts, who founded the office.
    ///
    /// # Errors
    /// What the store says of the file; [`Failure::OperatorNotFound`].
    pub fn open(path: &Path, operator: Option<&str>, lang: Lang) -> Result<Self, Failure> {
        Self::of(Store::open(path)?, operator, lang)
    }

    /// Opens the database for what only reads: it does not wait for a window that saves.
    ///
    /// # Errors
    /// As [`Office::open`].
    pub fn open_to_read(path: &Path, operator: Option<&str>, lang: Lang) -> Result<Self, Failure> {
        Self::of(Store::open_to_read(path)?, operator, lang)
    }

    /// Adds a connection of its own for what is read while somebody types; a search then never waits
    /// until all people are laid out.
    ///
    /// # Errors
    /// What the store says of the file.
    pub fn for_screen(mut self) -> Result<Self, Failure> {
        let reader = self.desk().again()?;
        self.reader = reader.map(Mutex::new);
        self.hurried = self.reader.is_some();
        Ok(self)
    }

    /// Makes a new database; the first operator is its administrator.
    ///
    /// # Errors
    /// What the store says of the place; nothing there is overwritten.
    pub fn create(
        path: &Path,
        operator: Option<&str>,
        lang: Lang,
        moment: &Moment,
    ) -> Result<Self, Failure> {
        places::make_folder_for(path)?;
        let founding = founding(operator, lang, moment);
        Self::of(
            Store::create(path, &founding, Ids::system())?,
            operator,
            lang,
        )
    }

    /// A new office in memory, for tests and trials.
    ///
    /// # Errors
    /// Where SQLite gives no database.
    pub fn in_memory(operator: &str, lang: Lang, moment: &Moment) -> Result<Self, Failure> {
        let founding = founding(Some(operator), lang, moment);
        Self::of(
            Store::in_memory(&founding, Ids::seeded(1))?,
            Some(operator),
            lang,
        )
    }

    fn of(store: Store, operator: Option<&str>, lang: Lang) -> Result<Self, Failure> {
        let operators = store.operators()?;
        let acting = caller::acting(&operators, operator)?;
        Ok(Self {
            desk: Mutex::new(store),
            reader: None,
            memory: Memory::default(),
            hurried: false,
            operator: acting,
            colleagues: operators.len(),
            lang,
        })
    }

    /// Who works now.
    pub fn operator(&self) -> &Operator {
        &self.operator
    }

    /// True where several work here, so that a scripted call should say who acts.
    pub fn has_colleagues(&self) -> bool {
        self.colleagues > 1
    }

    /// Language of the words that are made here.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Where the database is; none in memory.
    pub fn path(&self) -> Option<PathBuf> {
        self.desk().path().map(Path::to_owned)
    }

    fn require(&self, deed: Deed) -> Result<(), Failure> {
        rights::require(&self.operator, deed)
    }

    fn act(&self, moment: &Moment) -> Act {
        Act {
            operator: self.operator.id,
            at: moment.now,
        }
    }

    /// The store for writes and for what follows from them. A fault while it was held leaves no
    /// half change: every write is one transaction.
    fn desk(&self) -> MutexGuard<'_, Store> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The store for what is read while somebody types; never waits for a save where there is a
    /// second connection.
    fn reader(&self) -> MutexGuard<'_, Store> {
        match &self.reader {
            Some(reader) => reader.lock().unwrap_or_else(PoisonError::into_inner),
            None => self.desk(),
        }
    }
}

fn founding(operator: Option<&str>, lang: Lang, moment: &Moment) -> Founding {
    Founding {
        station: this_counter(lang).into_owned(),
        operator: operator.map_or_else(|| first_operator(lang).into_owned(), str::to_owned),
        role: Role::Admin,
        at: moment.now,
    }
}
