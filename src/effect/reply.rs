//! What comes back.

use crate::domain::{
    candidate::Candidate,
    contact::Contact,
    daybook::Daybook,
    draft::Draft,
    failure::Failure,
    filter::{Facet, FilterField, FilterProblem},
    fit::{OfferFit, PersonFit},
    hint::Hints,
    history::HistoryEntry,
    hit::{Hit, HitMatch},
    ids::{DraftId, PersonId},
    ledger::{Kind, Link, Linked, Listed},
    offer::{Course, OfferId, Vacancy},
    person::{Person, PersonSummary},
    recommendation::Recommendation,
    saved_view::SavedView,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// One found person with the line that a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Why they were found.
    pub hit: Hit,
    /// The line.
    pub summary: PersonSummary,
}

/// Whom one of many entries means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryMeant {
    /// One person, and why.
    One(Box<PersonSummary>, Vec<HitMatch>),
    /// Several.
    Several {
        /// How many.
        people: usize,
        /// True where they were not counted person by person.
        about: bool,
        /// What finds them in the box.
        text: String,
    },
    /// Nobody.
    Nobody,
}

/// A person's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFile {
    /// The person.
    pub person: Person,
    /// The line that headers show.
    pub summary: PersonSummary,
    /// Contacts, newest first, corrected and cancelled ones marked.
    pub contacts: Vec<Contact>,
    /// Recommendations, newest first.
    pub recommendations: Vec<Recommendation>,
}

/// What fits a person, best first; what is not known and what does not fit follow after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonOffers {
    /// Whose.
    pub person: PersonId,
    /// The occupations that the wishes were understood as, best first, as `title (words)`.
    pub understood: Vec<String>,
    /// Courses.
    pub courses: Vec<OfferFit>,
    /// Vacancies.
    pub vacancies: Vec<OfferFit>,
    /// Questions whose answers would settle most offers, most first, each with the count.
    pub ask: Vec<(String, usize)>,
}

/// A line of the course or vacancy list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferCard {
    /// Which.
    pub offer: OfferId,
    /// Reference (编号).
    pub reference: String,
    /// Title.
    pub title: String,
    /// Training body or employer.
    pub by: String,
    /// Place, as written.
    pub place: String,
    /// Pay of a vacancy, or opening day of a course, as written.
    pub terms: String,
    /// Condition or requirement, as written.
    pub condition: String,
    /// Open on the day of the list (`None`: no date that could be read).
    pub open: Option<bool>,
}

/// A course or vacancy whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfferDetail {
    /// A course.
    Course(Box<Course>),
    /// A vacancy.
    Vacancy(Box<Vacancy>),
}

/// Who fits an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoFits {
    /// The offer.
    pub offer: OfferDetail,
    /// Those whom it fits, and those who nearly fit, best first.
    pub people: Vec<(PersonFit, PersonSummary)>,
    /// How many fit in all.
    pub fitting: usize,
}

/// A promise that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueContact {
    /// The person.
    pub summary: PersonSummary,
    /// The day promised.
    pub due: NaiveDate,
    /// What was said last.
    pub last_note: String,
}

/// Today's board.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TodayBoard {
    /// Promises due today or overdue, longest overdue first, capped.
    pub due: Vec<DueContact>,
    /// How many are due in all.
    pub due_total: usize,
    /// Kept forms, newest first.
    pub drafts: Vec<Draft>,
    /// Contacts logged today by this operator.
    pub logged_today: usize,
    /// People on the register.
    pub people: usize,
    /// Open vacancies.
    pub vacancies: usize,
    /// Open courses.
    pub courses: usize,
}

/// What was done, for the status line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// A contact was logged: with whom, id tail, the contact.
    Logged {
        /// The contact as it stands.
        contact: Box<Contact>,
        /// Last four of the id number, or empty.
        id_tail: String,
        /// Titles of what was recommended in it.
        recommended: Vec<String>,
    },
    /// A person was registered: their line.
    Registered(Box<PersonSummary>),
    /// A record was edited: its line.
    Edited(Box<PersonSummary>),
    /// Two records were merged: the line of the one that stays.
    Merged(Box<PersonSummary>),
    /// A contact was corrected.
    Corrected(Box<Contact>),
    /// A contact was cancelled.
    Cancelled(Box<Contact>),
    /// Ledger entries were saved.
    Saved {
        /// The first of them.
        first: Box<Listed>,
        /// How many.
        count: usize,
        /// What should be looked at although it was saved.
        warnings: Vec<String>,
    },
    /// A ledger entry was taken back: its kind.
    Removed(&'static Kind),
    /// A text of the box was kept: its name.
    ViewKept(String),
    /// A kept text of the box was dropped.
    ViewDropped(SavedView),
    /// Something was taken back; what, in words of the change.
    Undone(String),
    /// Something was done again.
    Redone(String),
    /// A file was written: where, and how many contacts.
    Exported {
        /// Full path.
        path: String,
        /// Rows in it.
        rows: usize,
        /// Of all operators, or mine only.
        everyone: bool,
    },
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To [`super::Ask::Search`].
    Found {
        /// What was asked.
        text: String,
        /// How many people it means in all.
        total: usize,
        /// True where `total` was not counted person by person.
        about: bool,
        /// Those to show, best first.
        found: Vec<Found>,
        /// True where nobody is meant and `found` holds the nearest.
        nearest: bool,
        /// True where not everybody who is meant could be told yet; [`Reply::Changed`] comes when
        /// everybody can.
        loading: bool,
        /// Filters that could not be taken as they stand.
        problems: Vec<FilterProblem>,
    },
    /// To [`super::Ask::Views`].
    Views(Vec<SavedView>),
    /// To [`super::Ask::SearchEach`], in the order of the entries.
    FoundEach(Vec<EntryMeant>),
    /// To [`super::Ask::Facets`], most people first.
    Facets {
        /// Which filter.
        field: FilterField,
        /// Its value as far as typed.
        typed: String,
        /// The values.
        facets: Vec<Facet>,
    },
    /// To [`super::Ask::OpenPerson`] and [`super::Ask::RefreshPerson`].
    Person(Box<PersonFile>),
    /// To [`super::Ask::Offers`].
    Offers(Box<PersonOffers>),
    /// To [`super::Ask::Reveal`]: full id number, phone, second phone (empty where not known).
    Revealed {
        /// Whose.
        person: PersonId,
        /// Full id number.
        id_number: String,
        /// Phone.
        phone: String,
        /// Second phone.
        phone2: String,
    },
    /// To [`super::Ask::Recent`], newest first.
    Recent(Vec<PersonSummary>),
    /// To [`super::Ask::Today`].
    Today(Box<TodayBoard>),
    /// To [`super::Ask::OfferList`].
    OfferList {
        /// What was asked.
        text: String,
        /// The lines.
        cards: Vec<OfferCard>,
    },
    /// To [`super::Ask::WhoFits`].
    WhoFits(Box<WhoFits>),
    /// To [`super::Ask::DayLog`].
    DayLog(Box<Daybook>),
    /// To [`super::Ask::Ledger`].
    Ledger {
        /// Of which kind.
        kind: &'static Kind,
        /// Only those that lead to this record.
        about: Option<(Link, Uuid)>,
        /// The entries.
        rows: Vec<Listed>,
    },
    /// To [`super::Ask::LedgerCounts`]: kinds that have any.
    LedgerCounts(Vec<(&'static Kind, usize)>),
    /// To [`super::Ask::LinkChoices`].
    LinkChoices {
        /// What was typed.
        text: String,
        /// The records, best first.
        choices: Vec<Linked>,
    },
    /// A write is durable.
    Done(Receipt),
    /// To [`super::Ask::Hints`].
    Hints(Box<Hints>),
    /// To [`super::Ask::Candidates`], the strongest ground first.
    Candidates(Vec<Candidate>),
    /// To [`super::Ask::History`], newest first.
    History(Vec<HistoryEntry>),
    /// To [`super::Ask::Drafts`], newest first.
    Drafts(Vec<Draft>),
    /// A draft is kept (or dropped).
    DraftKept(DraftId),
    /// It could not be done.
    Failed(Failure),
    /// Records were changed elsewhere (another window, an import); lists may ask again.
    Changed,
}
