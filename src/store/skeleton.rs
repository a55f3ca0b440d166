//! The public functions of the store, before their insides are there. Each answers with a fault.
use super::Ids;
use super::types::*;
use crate::domain::{
    contact::{Contact, ContactRecord},
    daybook::{Daybook, JournalHead},
    draft::Draft,
    failure::Failure,
    ids::{ContactId, DraftId, EnterpriseId, OperatorId, PersonId},
    labels::labels,
    offer::{Course, OfferId, Vacancy},
    operator::{Operator, Role},
    person::{Person, PersonRecord, PersonSummary},
    recommendation::Recommendation,
};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

labels! {
    /// What a journal entry records.
    pub enum EntryKind {
        Create = "create", ' ', "新建", "Office created";
        Log = "log", ' ', "登记联系", "Contact logged";
        Correct = "correct", ' ', "更正联系", "Contact corrected";
        Cancel = "cancel", ' ', "作废联系", "Contact cancelled";
        Import = "import", ' ', "导入", "Import";
        Draft = "draft", ' ', "暂存", "Draft kept";
        DropDraft = "drop_draft", ' ', "删除暂存", "Draft dropped";
        Operator = "operator", ' ', "新增经办人", "Operator added";
        Enterprise = "enterprise", ' ', "新增单位", "Firm added";
        Open = "open", ' ', "打开档案", "File opened";
        Reveal = "reveal", ' ', "显示证件号", "Number revealed";
        Export = "export", ' ', "导出", "Export";
        Undo = "undo", ' ', "撤销", "Undo";
        Redo = "redo", ' ', "恢复", "Redo";
    }
}

/// An office's database, opened by one window.
#[derive(Debug)]
pub struct Store {
    path: Option<PathBuf>,
}

fn unready<T>() -> Result<T, Failure> {
    Err(Failure::Bug {
        detail: "the store is being built".to_owned(),
    })
}

macro_rules! api {
    ($( $(#[$m:meta])* fn $name:ident ( $($args:tt)* ) -> $ret:ty ; )+) => { $( $(#[$m])* ///
        /// # Errors
        /// A [`Failure`] in words.
        pub fn $name($($args)*) -> Result<$ret, Failure> { unready() } )+ };
}

#[allow(unused_variables, reason = "bodies follow")]
impl Store {
    api! {
        /// Makes a new database file and opens it. An existing file is never touched.
        fn create(path: &Path, founding: &Founding, ids: Ids) -> Self;
        /// Opens an existing database file.
        fn open(path: &Path) -> Self;
        /// A new office in memory.
        fn in_memory(founding: &Founding, ids: Ids) -> Self;
        /// The person, if there.
        fn person(&self, id: PersonId) -> Option<Person>;
        /// The person with this reference, id number (18 or 15 characters) or program id.
        fn find_person(&self, text: &str) -> Option<PersonId>;
        /// The lines that a list shows, in the order given; who is not there is left out.
        fn summaries(&self, ids: &[PersonId], today: NaiveDate) -> Vec<PersonSummary>;
        /// Hands every person on the register to `each`, in the order in which they were added.
        fn for_each_person(&self, each: impl FnMut(PersonId, PersonRecord)) -> ();
        /// Who is on the register, for finding duplicates.
        fn known_people(&self) -> KnownPeople;
        /// The people whose files were opened or who were contacted last on this station, newest first.
        fn recent_people(&self, limit: usize) -> Vec<PersonId>;
        /// A contact.
        fn contact(&self, id: ContactId) -> Option<Contact>;
        /// The contact with this reference or program id.
        fn find_contact(&self, text: &str) -> Option<Contact>;
        /// A person's contacts, newest first, corrected and cancelled ones too.
        fn contacts_of(&self, person: PersonId) -> Vec<Contact>;
        /// Contacts in the order of contact time, then of entry.
        fn contacts(&self, filter: &ContactFilter) -> Vec<Contact>;
        /// A person's recommendations, newest first.
        fn recommendations_of(&self, person: PersonId) -> Vec<Recommendation>;
        /// All courses.
        fn courses(&self) -> Vec<Course>;
        /// All vacancies.
        fn vacancies(&self) -> Vec<Vacancy>;
        /// The course or vacancy with this reference or program id (a vacancy where both have it).
        fn find_offer(&self, text: &str) -> Option<OfferId>;
        /// The course with this reference or program id.
        fn find_course(&self, text: &str) -> Option<Course>;
        /// The vacancy with this reference or program id.
        fn find_vacancy(&self, text: &str) -> Option<Vacancy>;
        /// Promises due on a day or before; a later valid contact settles a promise.
        fn due(&self, today: NaiveDate, limit: usize) -> Due;
        /// An operator's kept forms, newest first.
        fn drafts(&self, operator: OperatorId) -> Vec<Draft>;
        /// The log of some days.
        fn daybook(&self, from: NaiveDate, to: NaiveDate, operator: Option<OperatorId>) -> Daybook;
        /// How many of each there are.
        fn counts(&self) -> Counts;
        /// Valid contacts that an operator entered on a day.
        fn logged_on(&self, day: NaiveDate, operator: OperatorId) -> usize;
        /// All operators, in the order in which they were added; the first founded the office.
        fn operators(&self) -> Vec<Operator>;
        /// The operator of this name.
        fn operator_by_name(&self, name: &str) -> Option<Operator>;
        /// The head of this station's journal.
        fn head(&self) -> JournalHead;
        /// True once after another window or program has changed the file.
        fn changed_elsewhere(&mut self) -> bool;
        /// Logs a contact. The same id with the same content again is the same contact.
        fn log_contact(&mut self, act: &Act, id: ContactId, record: &ContactRecord, recommended: Option<&RecommendationDetails>, draft: Option<DraftId>) -> Contact;
        /// Corrects a contact: the old one stays, marked.
        fn correct_contact(&mut self, act: &Act, id: ContactId, corrects: ContactId, record: &ContactRecord, reason: &str) -> Contact;
        /// Cancels a contact: it stays, marked.
        fn cancel_contact(&mut self, act: &Act, id: ContactId, reason: &str) -> Contact;
        /// Adds the accepted rows of a file, together or not at all.
        fn commit_import(&mut self, act: &Act, batch: &ImportBatch) -> ImportReceipt;
        /// The firm of this name, added where it is not there yet.
        fn enterprise_named(&mut self, act: &Act, name: &str) -> EnterpriseId;
        /// Keeps a half-filled form; the same id again replaces it.
        fn keep_draft(&mut self, act: &Act, draft: &Draft) -> ();
        /// Drops a kept form.
        fn drop_draft(&mut self, act: &Act, id: DraftId) -> ();
        /// Journals that a person's file was opened.
        fn note_opened(&mut self, act: &Act, person: PersonId) -> ();
        /// Journals that a person's full numbers were shown; `purpose` may be empty.
        fn note_revealed(&mut self, act: &Act, person: PersonId, purpose: &str) -> ();
        /// Journals that records were written to a file.
        fn note_exported(&mut self, act: &Act, note: &ExportNote) -> ();
        /// Adds an operator.
        fn add_operator(&mut self, act: &Act, name: &str, role: Role) -> Operator;
        /// Takes back this window's last change.
        fn undo(&mut self, act: &Act) -> Reverted;
        /// Does again what was taken back last.
        fn redo(&mut self, act: &Act) -> Reverted;
        /// Damage, gaps and changes from outside; `deep` also holds the tables against the journal.
        fn check(&self, deep: bool) -> Vec<Finding>;
        /// Writes a verified copy to a new file.
        fn backup(&self, target: &Path) -> ();
        /// Puts a verified backup in the place of a database that nobody has open.
        fn restore(backup: &Path, target: &Path) -> ();
    }

    /// Where the database is; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// New identities for contacts and drafts.
    pub fn ids(&mut self) -> &mut Ids {
        unreachable!("the store is being built")
    }
}
