//! Today's board: promises that are due, kept forms, what was done.

use super::{Moment, Office, rights::Deed};
use crate::domain::{draft::Draft, failure::Failure, offer::OfferKind, person::PersonSummary};
use chrono::NaiveDate;

/// Promises shown at once; a day can't hold more.
const MOST_DUE: usize = 200;

/// Today's board.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// Promises due: whom, since when, what was said last; longest overdue first.
    pub due: Vec<(PersonSummary, NaiveDate, String)>,
    /// How many are due in all.
    pub due_total: usize,
    /// Kept forms, newest first.
    pub drafts: Vec<Draft>,
    /// Contacts logged today by this operator.
    pub logged_today: usize,
    /// People on the register.
    pub people: usize,
    /// Vacancies that are open today by their dates; those whose dates can't be read are no part of it.
    pub vacancies: usize,
    /// Courses likewise.
    pub courses: usize,
}

impl Office {
    /// Today's board.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn today(&self, moment: &Moment) -> Result<Board, Failure> {
        self.require(Deed::ReadLog)?;
        let (vacancies, courses) = self.with_offers(|offers| {
            let open = |kind| {
                let all = offers.filter(kind, "").into_iter();
                all.filter(|id| offers.is_open(*id, moment.today) == Some(true))
                    .count()
            };
            (open(OfferKind::Vacancies), open(OfferKind::Courses))
        })?;
        let store = self.desk();
        let due = store.due(moment.today, MOST_DUE)?;
        let ids: Vec<_> = due.promises.iter().map(|(id, ..)| *id).collect();
        let mut lines = store.summaries(&ids, moment.today)?.into_iter().peekable();
        let counts = store.counts()?;
        Ok(Board {
            due: due
                .promises
                .into_iter()
                .filter_map(|(id, day, note)| Some((lines.next_if(|l| l.id == id)?, day, note)))
                .collect(),
            due_total: due.total,
            drafts: store.drafts(self.operator.id)?,
            logged_today: store.logged_on(moment.today, self.operator.id)?,
            people: counts.people,
            vacancies,
            courses,
        })
    }
}
