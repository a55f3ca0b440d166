//! What the screen asks for.

use crate::domain::{
    contact::ContactRecord,
    draft::Draft,
    filter::FilterField,
    hint::HintQuery,
    ids::{ContactId, DraftId, EntryId, PersonId},
    ledger::{Entry, Kind, Link},
    offer::{OfferId, OfferKind},
    person::{PersonField, PersonRecord},
    recommendation::Response,
    saved_view::SavedView,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// A recommendation that goes with a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRecommendation {
    /// What is recommended.
    pub offer: OfferId,
    /// What the person says to it.
    pub response: Response,
    /// Why it is recommended although it does not fit (仍要推荐); empty where it fits.
    pub override_reason: String,
}

/// One thing asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The people whom the words of the box mean. Answer: [`super::Reply::Found`].
    Search {
        /// What stands in the box.
        text: String,
        /// How many to show.
        limit: usize,
    },
    /// Whom each of many entries means. Answer: [`super::Reply::FoundEach`].
    SearchEach {
        /// One person each: a name, an id number, a phone, a line of a sheet.
        entries: Vec<String>,
    },
    /// The texts of the box kept under a name. Answer: [`super::Reply::Views`].
    Views,
    /// Keep a text of the box under a name. Answer: [`super::Reply::Done`].
    KeepView(SavedView),
    /// Drop a kept text of the box. Answer: [`super::Reply::Done`].
    DropView(SavedView),
    /// The values that a filter may take among those whom `rest` means. Answer:
    /// [`super::Reply::Facets`].
    Facets {
        /// What stands in the box beside the filter.
        rest: String,
        /// Which filter.
        field: FilterField,
        /// Its value as far as typed.
        typed: String,
    },
    /// A person's file; opening it is journalled. Answer: [`super::Reply::Person`].
    OpenPerson(PersonId),
    /// The same without a journal entry, to refresh a file that is open already. Answer: [`super::Reply::Person`].
    RefreshPerson(PersonId),
    /// What fits a person. Answer: [`super::Reply::Offers`].
    Offers(PersonId),
    /// The full id number and phones of a person; journalled. Answer: [`super::Reply::Revealed`].
    Reveal(PersonId),
    /// The people opened last on this station. Answer: [`super::Reply::Recent`].
    Recent,
    /// Today's board. Answer: [`super::Reply::Today`].
    Today,
    /// Courses or vacancies whose words hold `text` (all where it is empty). Answer: [`super::Reply::OfferList`].
    OfferList {
        /// Which.
        kind: OfferKind,
        /// What stands in the filter.
        text: String,
    },
    /// One course or vacancy and the people whom it fits. Answer: [`super::Reply::WhoFits`].
    WhoFits(OfferId),
    /// The log of a day. Answer: [`super::Reply::DayLog`].
    DayLog {
        /// Which day.
        day: NaiveDate,
        /// Of all operators, or mine only.
        everyone: bool,
    },
    /// Log a contact, with what was recommended in it. Answer: [`super::Reply::Done`].
    LogContact {
        /// Identity given by the form, so that a repeated save is one contact.
        id: ContactId,
        /// What the clerk says of it.
        record: ContactRecord,
        /// What was recommended in it.
        recommended: Option<NewRecommendation>,
        /// The draft that it came from, dropped in the same step.
        draft: Option<DraftId>,
    },
    /// Correct a contact: the old one stays, marked. Answer: [`super::Reply::Done`].
    CorrectContact {
        /// Identity of the correcting entry.
        id: ContactId,
        /// The contact that was wrong.
        corrects: ContactId,
        /// How it should have been.
        record: ContactRecord,
        /// Why.
        reason: String,
    },
    /// Cancel a contact: it stays, marked. Answer: [`super::Reply::Done`].
    CancelContact {
        /// Which.
        id: ContactId,
        /// Why.
        reason: String,
    },
    /// What is known of what stands in a half-filled form. Answer: [`super::Reply::Hints`].
    Hints(HintQuery),
    /// Who on the register may be this person. Answer: [`super::Reply::Candidates`].
    Candidates {
        /// What was typed, or the record that is looked at.
        record: Box<PersonRecord>,
        /// That record's own identity, where it is on the register.
        except: Option<PersonId>,
    },
    /// Register a person. Answer: [`super::Reply::Done`].
    RegisterPerson {
        /// Identity given by the form, so that a repeated save is one person.
        id: PersonId,
        /// What the clerk says of them.
        record: Box<PersonRecord>,
        /// The draft that it came from, dropped in the same step.
        draft: Option<DraftId>,
    },
    /// Write the fields that differ. Answer: [`super::Reply::Done`].
    EditPerson {
        /// Whose record.
        id: PersonId,
        /// As the clerk saw it.
        was: Box<PersonRecord>,
        /// As it should be.
        now: Box<PersonRecord>,
        /// The draft that it came from, dropped in the same step.
        draft: Option<DraftId>,
    },
    /// Merge two records of one person. Answer: [`super::Reply::Done`].
    MergePeople {
        /// The record that stays.
        keep: PersonId,
        /// The record that goes.
        gone: PersonId,
        /// Fields in which the record that goes is right.
        taken: Vec<PersonField>,
    },
    /// The history of a person's record. Answer: [`super::Reply::History`].
    History(PersonId),
    /// The kept forms of this kind and person, so that a form opened again goes on where it was
    /// left. Answer: [`super::Reply::Drafts`].
    Drafts {
        /// Which form, by its screen name.
        form: String,
        /// Of whom.
        person: PersonId,
    },
    /// Keep a half-filled form. Answer: [`super::Reply::DraftKept`].
    KeepDraft(Draft),
    /// Drop a kept form. Answer: [`super::Reply::DraftKept`].
    DropDraft(DraftId),
    /// The entries of a ledger, newest first. Answer: [`super::Reply::Ledger`].
    Ledger {
        /// Of which kind.
        kind: &'static Kind,
        /// Only those that lead to this record.
        about: Option<(Link, Uuid)>,
    },
    /// How many entries of each kind lead to a record. Answer: [`super::Reply::LedgerCounts`].
    LedgerCounts {
        /// Which record.
        about: (Link, Uuid),
    },
    /// The records that words may mean. Answer: [`super::Reply::LinkChoices`].
    LinkChoices {
        /// Of which sort.
        target: Link,
        /// What was typed.
        text: String,
    },
    /// Save ledger entries, together. Answer: [`super::Reply::Done`].
    SaveEntries {
        /// New and changed ones.
        entries: Vec<Entry>,
        /// The draft that they came from, dropped once they are saved.
        draft: Option<DraftId>,
    },
    /// Take a ledger entry back: it stays, marked. Answer: [`super::Reply::Done`].
    RemoveEntry {
        /// Its kind.
        kind: &'static Kind,
        /// Which.
        id: EntryId,
    },
    /// Take back this window's last change. Answer: [`super::Reply::Done`].
    Undo,
    /// Do again what was taken back. Answer: [`super::Reply::Done`].
    Redo,
    /// Write a day's log to the usual place. Answer: [`super::Reply::Done`].
    ExportDay {
        /// Which day.
        day: NaiveDate,
        /// Of all operators, or mine only.
        everyone: bool,
    },
}

/// How an ask is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// Only the newest of this name counts: at most one runs and one waits.
    Latest(&'static str),
    /// In order, never dropped; quitting waits for it.
    Must,
}

impl Ask {
    /// How it is carried out: reads are replaced by newer ones of their kind, writes never.
    pub fn delivery(&self) -> Delivery {
        match self {
            Self::Search { .. } => Delivery::Latest("search"),
            Self::SearchEach { .. } => Delivery::Latest("search-each"),
            Self::Views => Delivery::Latest("views"),
            Self::Facets { .. } => Delivery::Latest("facets"),
            Self::RefreshPerson(_) => Delivery::Latest("person"),
            Self::Offers(_) => Delivery::Latest("offers"),
            Self::Recent => Delivery::Latest("recent"),
            Self::Today => Delivery::Latest("today"),
            Self::OfferList { .. } => Delivery::Latest("offer-list"),
            Self::WhoFits(_) => Delivery::Latest("who-fits"),
            Self::DayLog { .. } => Delivery::Latest("day-log"),
            Self::Drafts { .. } => Delivery::Latest("drafts"),
            Self::Ledger { .. } => Delivery::Latest("ledger"),
            Self::LedgerCounts { .. } => Delivery::Latest("ledger-counts"),
            Self::LinkChoices { .. } => Delivery::Latest("link-choices"),
            Self::Hints(_) => Delivery::Latest("hints"),
            Self::Candidates { .. } => Delivery::Latest("candidates"),
            Self::History(_) => Delivery::Latest("history"),
            Self::OpenPerson(_)
            | Self::Reveal(_)
            | Self::RegisterPerson { .. }
            | Self::EditPerson { .. }
            | Self::MergePeople { .. }
            | Self::LogContact { .. }
            | Self::CorrectContact { .. }
            | Self::CancelContact { .. }
            | Self::KeepView(_)
            | Self::DropView(_)
            | Self::KeepDraft(_)
            | Self::DropDraft(_)
            | Self::SaveEntries { .. }
            | Self::RemoveEntry { .. }
            | Self::Undo
            | Self::Redo
            | Self::ExportDay { .. } => Delivery::Must,
        }
    }
}
