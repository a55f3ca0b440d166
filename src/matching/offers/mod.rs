//! What fits a person, and whom an offer fits.
//!
//! Absent on purpose: names and numbers of people; a [`Pool`] holds what decides, no more.

use super::{lexicon::Lexicon, occupation::Occupations};
use crate::domain::{
    fit::{Fit, FitLevel, OfferFit, PersonFit},
    ids::PersonId,
    offer::{Course, OfferId, OfferKind, Vacancy},
    person::PersonRecord,
};
use crate::text::Lang;
use chrono::NaiveDate;
use std::{collections::BTreeMap, sync::Arc};

/// What fits a person, best first; what is not known and what does not fit follow after.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonMatches {
    /// What the wishes were understood as, best first, as `title (words)`.
    pub understood: Vec<String>,
    /// Courses.
    pub courses: Vec<OfferFit>,
    /// Vacancies.
    pub vacancies: Vec<OfferFit>,
    /// Questions whose answers would settle most offers, most first, each with the count.
    pub ask: Vec<(String, usize)>,
}

/// The day, the language and how much of an answer is wanted.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// The day on which offers are held against people.
    pub today: NaiveDate,
    /// Language of the reasons.
    pub lang: Lang,
    /// At most so many of each kind.
    pub limit: usize,
    /// Also what does not fit.
    pub all: bool,
}

/// What decides about people, without names: filled in the pass that fills the search index.
#[derive(Debug)]
pub struct Pool {
    people: BTreeMap<PersonId, ()>,
}

impl Pool {
    /// An empty pool that reads wishes by these occupations.
    pub fn new(_lexicon: Arc<Lexicon>, _occupations: Arc<Occupations>) -> Self {
        Self {
            people: BTreeMap::new(),
        }
    }

    /// Takes in a new person or a changed record.
    pub fn upsert(&mut self, id: PersonId, _record: &PersonRecord) {
        self.people.insert(id, ());
    }

    /// Forgets a person.
    pub fn remove(&mut self, id: PersonId) {
        self.people.remove(&id);
    }

    /// How many people are in it.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// True where nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }
}

/// Something that can be offered, as it stands on the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// A course.
    Course(Course),
    /// A vacancy.
    Vacancy(Vacancy),
}

impl Offer {
    /// Its identity.
    pub fn id(&self) -> OfferId {
        match self {
            Self::Course(course) => OfferId::Course(course.id),
            Self::Vacancy(vacancy) => OfferId::Vacancy(vacancy.id),
        }
    }
}

/// All courses and vacancies, their texts read once.
#[derive(Debug)]
pub struct Catalogue {
    lexicon: Arc<Lexicon>,
    offers: BTreeMap<OfferId, Offer>,
}

impl Catalogue {
    /// Reads every offer. `divisions` is `divisions-guangdong.tsv`.
    pub fn build(
        lexicon: Arc<Lexicon>,
        _occupations: Arc<Occupations>,
        _divisions: &str,
        offers: impl Iterator<Item = Offer>,
    ) -> Self {
        let mut catalogue = Self {
            lexicon,
            offers: BTreeMap::new(),
        };
        for offer in offers {
            catalogue.upsert(offer);
        }
        catalogue
    }

    /// Takes in a new or changed offer.
    pub fn upsert(&mut self, offer: Offer) {
        self.offers.insert(offer.id(), offer);
    }

    /// Forgets an offer.
    pub fn remove(&mut self, id: OfferId) {
        self.offers.remove(&id);
    }

    /// An offer as it stands on the books.
    pub fn get(&self, id: OfferId) -> Option<&Offer> {
        self.offers.get(&id)
    }

    /// How many of a kind there are.
    pub fn count(&self, kind: OfferKind) -> usize {
        self.offers.keys().filter(|id| id.kind() == kind).count()
    }

    /// Whether an offer can be taken up on a day; `None` where no date could be read.
    pub fn is_open(&self, _id: OfferId, _today: NaiveDate) -> Option<bool> {
        None
    }

    /// Everything that fits a person, best first, at most `limit` of each kind; with `all` also what
    /// does not fit.
    pub fn for_person(&self, person: &PersonRecord, view: &View) -> PersonMatches {
        let mut matches = PersonMatches::default();
        for id in self.offers.keys().take(view.limit) {
            if let Some(fit) = self.fit(*id, person, view.today, view.lang) {
                match id.kind() {
                    OfferKind::Courses => matches.courses.push(fit),
                    OfferKind::Vacancies => matches.vacancies.push(fit),
                }
            }
        }
        matches
    }

    /// One offer held against one person.
    pub fn fit(
        &self,
        id: OfferId,
        _person: &PersonRecord,
        _today: NaiveDate,
        _lang: Lang,
    ) -> Option<OfferFit> {
        let (reference, title, by, place, terms) = match self.offers.get(&id)? {
            Offer::Course(c) => (
                &c.record.reference,
                &c.record.title,
                &c.record.org,
                &c.record.place,
                &c.record.start.text,
            ),
            Offer::Vacancy(v) => (
                &v.record.reference,
                &v.record.title,
                &v.record.employer,
                &v.record.place,
                &v.record.pay,
            ),
        };
        Some(OfferFit {
            offer: id,
            reference: reference.clone(),
            title: title.clone(),
            by: by.clone(),
            place: place.clone(),
            terms: terms.clone(),
            fit: Fit {
                level: FitLevel::Unknown,
                score: 0,
                reasons: Vec::new(),
                not_checked: Vec::new(),
            },
        })
    }

    /// The people whom an offer fits or nearly fits, best first, at most `limit`, and how many it fits
    /// in all; with `all` also those whom it does not fit.
    pub fn who_fits(&self, id: OfferId, people: &Pool, view: &View) -> (Vec<PersonFit>, usize) {
        let known = self.offers.contains_key(&id);
        let fit = Fit {
            level: FitLevel::Unknown,
            score: 0,
            reasons: Vec::new(),
            not_checked: Vec::new(),
        };
        let people = people.people.keys().filter(|_| known).take(view.limit);
        let fits = people
            .map(|person| PersonFit {
                person: *person,
                fit: fit.clone(),
            })
            .collect();
        (fits, 0)
    }

    /// The offers of a kind whose words hold `text` (all where it is empty), best first.
    pub fn filter(&self, kind: OfferKind, text: &str) -> Vec<OfferId> {
        let query = self.lexicon.fold(text.trim());
        self.offers
            .iter()
            .filter(|(id, offer)| {
                let title = match offer {
                    Offer::Course(c) => &c.record.title,
                    Offer::Vacancy(v) => &v.record.title,
                };
                id.kind() == kind && self.lexicon.fold(title).contains(&query)
            })
            .map(|(id, _)| *id)
            .collect()
    }
}
