//! Finds people from scraps: characters, pinyin, initials, tails of numbers, towns, wishes.
//!
//! The words are held against dictionaries (distinct names, places, wishes) and ordered numbers, not
//! against people; lists lead from there to rows. People laid out at once are a segment; a changed
//! record goes to the smallest of a few segments, and a segment that grows too large is laid out
//! together with the next one, so that a change costs less than a frame.
//!
//! Absent on purpose: what a list shows of a person (the store has it), masking, and notes.

mod answer;
mod asked;
mod closed;
mod columns;
mod digits;
mod facets;
mod feed;
mod filtered;
mod filters;
mod heard;
mod join;
mod lists;
mod lot;
mod meant;
mod names;
mod nearest;
mod numbered;
mod numbers;
mod pattern;
mod pick;
mod place;
mod rank;
mod scope;
mod segment;
mod side_by_side;
mod signs;
mod slip;
mod snapshot;
mod stored;
mod terms;
mod walk;

#[cfg(test)]
mod tests;

use super::{lexicon::Lexicon, occupation::Occupations};
use crate::domain::{filter::FilterProblem, hit::Hit, ids::PersonId, person::PersonRecord};
use chrono::NaiveDate;
use columns::{Fields, contact_day};
use segment::Segment;
pub use snapshot::Part;
use std::sync::Arc;

/// What a search is held against beside the words.
#[derive(Debug, Clone, Copy)]
pub struct SearchContext<'a> {
    /// The day of the search.
    pub today: NaiveDate,
    /// People opened last on this station, newest first; they stand first among equals.
    pub recent: &'a [PersonId],
    /// The name of whoever works now: `责任人:我`.
    pub me: &'a str,
}

/// What the words of the box mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// How many people they mean in all.
    pub total: usize,
    /// True where so many are meant that `total` was not counted person by person: somebody found in
    /// two ways counts twice in it.
    pub about: bool,
    /// Those to show, best first.
    pub hits: Vec<Hit>,
    /// True where nobody is meant and `hits` holds the nearest names.
    pub nearest: bool,
    /// Filters that could not be taken as they stand.
    pub problems: Vec<FilterProblem>,
}

/// How many people the segments of changed records hold, smallest first, before they are laid out
/// together with the next.
const CAPACITIES: [usize; 3] = [64, 2_048, 65_536];

/// The people of the register, laid out for search. Derived from the store and rebuilt at will.
#[derive(Debug)]
pub struct Index {
    lexicon: Arc<Lexicon>,
    occupations: Option<Arc<Occupations>>,
    /// Changed records, smallest first; the last is what was laid out at the beginning.
    segments: Vec<Segment>,
    /// Whether the days of last contacts were told.
    knows_contacts: bool,
}

impl Index {
    /// Lays out people in one pass. To fill an [`super::offers::Pool`] in the same pass, `inspect`
    /// the iterator.
    pub fn build(
        lexicon: Arc<Lexicon>,
        people: impl Iterator<Item = (PersonId, PersonRecord)>,
    ) -> Self {
        Self::build_with(lexicon, None, people)
    }

    /// The same; with `occupations` a wish is found by other words for the same work.
    pub fn build_with(
        lexicon: Arc<Lexicon>,
        occupations: Option<Arc<Occupations>>,
        people: impl Iterator<Item = (PersonId, PersonRecord)>,
    ) -> Self {
        let people = people.map(|(id, record)| (id, Fields::of(&lexicon, &record)));
        let whole = Segment::build(&lexicon, occupations.as_deref(), people);
        Self::of(lexicon, occupations, whole)
    }

    fn of(lexicon: Arc<Lexicon>, occupations: Option<Arc<Occupations>>, whole: Segment) -> Self {
        let mut segments: Vec<Segment> = Vec::new();
        segments.resize_with(CAPACITIES.len(), Segment::default);
        segments.push(whole);
        Self {
            lexicon,
            occupations,
            segments,
            knows_contacts: false,
        }
    }

    /// Takes in the day of the last contact of everybody who ever had one; no record says it.
    pub fn set_contacts(&mut self, contacts: impl Iterator<Item = (PersonId, NaiveDate)>) {
        for segment in &mut self.segments {
            segment.columns.contacted.fill(0);
        }
        for (person, day) in contacts {
            self.set_contact(person, Some(day));
        }
        self.knows_contacts = true;
    }

    /// Takes in the day of a person's last contact, or that there is none.
    pub fn set_contact(&mut self, person: PersonId, day: Option<NaiveDate>) {
        let day = day.map_or(0, contact_day);
        let _ = self
            .segments
            .iter_mut()
            .any(|segment| segment.set_contacted(person, day));
    }

    fn contacted(&self, person: PersonId) -> u16 {
        let segments = self.segments.iter();
        let mut days =
            segments.filter_map(|s| Some(s.columns.contacted[s.row_of(person)? as usize]));
        days.next().unwrap_or(0)
    }

    /// Whether [`Self::set_contacts`] was called since people were laid out.
    pub fn knows_contacts(&self) -> bool {
        self.knows_contacts
    }

    /// Takes in a new person or a changed record.
    pub fn upsert(&mut self, id: PersonId, record: &PersonRecord) {
        self.take_in(&[(id, record)]);
    }

    /// Takes in new people and changed records, each person once.
    pub fn take_in(&mut self, people: &[(PersonId, &PersonRecord)]) {
        let mut coming: Vec<(PersonId, Fields)> = Vec::with_capacity(people.len());
        for (id, record) in people {
            let mut fields = Fields::of(&self.lexicon, record);
            fields.contacted = self.contacted(*id);
            coming.push((*id, fields));
            self.remove(*id);
        }
        for at in 0..self.segments.len() {
            let segment = std::mem::take(&mut self.segments[at]);
            let fits = CAPACITIES
                .get(at)
                .is_none_or(|most| segment.living() + coming.len() <= *most);
            coming.extend(segment.people());
            if fits {
                self.segments[at] = self.lay_out(coming);
                break;
            }
        }
    }

    fn lay_out(&self, people: Vec<(PersonId, Fields)>) -> Segment {
        Segment::build(
            &self.lexicon,
            self.occupations.as_deref(),
            people.into_iter(),
        )
    }

    /// Forgets a person.
    pub fn remove(&mut self, id: PersonId) {
        for segment in &mut self.segments {
            segment.strike(id);
        }
    }

    /// How many people are in it.
    pub fn len(&self) -> usize {
        self.segments.iter().map(Segment::living).sum()
    }

    /// True where nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that the columns, dictionaries and lists take.
    pub fn bytes(&self) -> usize {
        self.segments.iter().map(Segment::bytes).sum()
    }
}
