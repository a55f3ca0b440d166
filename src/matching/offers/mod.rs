//! What fits a person, and whom an offer fits.
//!
//! An offer that nobody wished for is no offer to lead with: what bears on a wish stands first, and with
//! hardly anything on record there are questions instead of offers.
//!
//! Absent on purpose: names and numbers of people; a [`Pool`] holds what decides, no more.

mod filter;
mod pool;

#[cfg(test)]
mod tests;

use super::{
    fit::{self, Facts, Relation, Subject},
    lexicon::Lexicon,
    occupation::{Occupations, Wants},
    places::Places,
};
use crate::domain::{
    fit::{FitLevel, OfferFit, PersonFit, Verdict},
    offer::{Course, OfferId, OfferKind, Vacancy},
    person::PersonRecord,
};
use crate::text::Lang;
use chrono::NaiveDate;
pub use pool::Pool;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

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

    /// Reference, title, employer or training body, place, pay or opening day.
    fn line(&self) -> [&String; 5] {
        match self {
            Self::Course(Course { record: c, .. }) => {
                [&c.reference, &c.title, &c.org, &c.place, &c.start.text]
            }
            Self::Vacancy(Vacancy { record: v, .. }) => {
                [&v.reference, &v.title, &v.employer, &v.place, &v.pay]
            }
        }
    }
}

/// An offer with its texts read.
#[derive(Debug)]
struct Entry {
    offer: Offer,
    subject: Subject,
    words: filter::Words,
}

/// All courses and vacancies, their texts read once.
#[derive(Debug)]
pub struct Catalogue {
    lexicon: Arc<Lexicon>,
    occupations: Arc<Occupations>,
    places: Places,
    offers: BTreeMap<OfferId, Entry>,
}

/// Where an offer stands in a list; lower is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Fits,
    MayFit,
    FitsUnwished,
    MayFitUnwished,
    Refused,
    No,
}

fn class(level: FitLevel, relation: Relation, wish_known: bool) -> Class {
    match (level, relation) {
        (FitLevel::No, _) => Class::No,
        (_, Relation::Refused) => Class::Refused,
        (FitLevel::Yes, Relation::None) if wish_known => Class::FitsUnwished,
        (FitLevel::Unknown, Relation::None) if wish_known => Class::MayFitUnwished,
        (FitLevel::Yes, _) => Class::Fits,
        (FitLevel::Unknown, _) => Class::MayFit,
    }
}

/// Questions shown.
const MOST_QUESTIONS: usize = 8;

impl Catalogue {
    /// Reads every offer. `divisions` is `divisions-guangdong.tsv`.
    pub fn build(
        lexicon: Arc<Lexicon>,
        occupations: Arc<Occupations>,
        divisions: &str,
        offers: impl Iterator<Item = Offer>,
    ) -> Self {
        let mut catalogue = Self {
            lexicon,
            occupations,
            places: Places::parse(divisions),
            offers: BTreeMap::new(),
        };
        for offer in offers {
            catalogue.upsert(offer);
        }
        catalogue
    }

    /// Takes in a new or changed offer.
    pub fn upsert(&mut self, offer: Offer) {
        let subject = match &offer {
            Offer::Course(c) => Subject::course(&c.record, &self.occupations, &self.places),
            Offer::Vacancy(v) => Subject::vacancy(&v.record, &self.occupations, &self.places),
        };
        let words = filter::Words::of(&self.lexicon, &offer);
        let entry = Entry {
            subject,
            words,
            offer,
        };
        self.offers.insert(entry.offer.id(), entry);
    }

    /// Forgets an offer.
    pub fn remove(&mut self, id: OfferId) {
        self.offers.remove(&id);
    }

    /// An offer as it stands on the books.
    pub fn get(&self, id: OfferId) -> Option<&Offer> {
        self.offers.get(&id).map(|entry| &entry.offer)
    }

    /// How many of a kind there are.
    pub fn count(&self, kind: OfferKind) -> usize {
        self.offers.keys().filter(|id| id.kind() == kind).count()
    }

    /// Whether an offer can be taken up on a day; `None` where nothing tells.
    pub fn is_open(&self, id: OfferId, today: NaiveDate) -> Option<bool> {
        self.offers.get(&id)?.subject.is_open(today)
    }

    /// Everything that fits a person, best first, at most `limit` of each kind. What they said not to
    /// want, what is open and not wished for, and what does not fit come with `all` only.
    pub fn for_person(&self, person: &PersonRecord, view: &View) -> PersonMatches {
        let (facts, wants) = self.facts(person);
        let mut ranked: Vec<(Class, i32, &Entry, Relation)> = self
            .offers
            .values()
            .map(|entry| {
                let relation = entry.subject.relation(&wants);
                let (level, score) = fit::level(&entry.subject, &facts, relation, view.today);
                (
                    class(level, relation, facts.wish_known),
                    -score,
                    entry,
                    relation,
                )
            })
            .collect();
        ranked.sort_by(|a, b| {
            let reference = |e: &Entry| e.offer.line()[0].clone();
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| reference(a.2).cmp(&reference(b.2)))
        });
        let mut matches = PersonMatches {
            understood: understood(&wants),
            ..PersonMatches::default()
        };
        let mut asked: HashMap<String, usize> = HashMap::new();
        for (class, _, entry, relation) in ranked {
            let list = match entry.offer.id().kind() {
                OfferKind::Courses => &mut matches.courses,
                OfferKind::Vacancies => &mut matches.vacancies,
            };
            let shown = list.len() < view.limit
                && (view.all || class < Class::MayFitUnwished && !facts.empty);
            let counted =
                class == Class::MayFit && (entry.subject.is_open(view.today) != Some(false));
            if !(shown || counted) {
                continue;
            }
            let fit = fit::fit(&entry.subject, &facts, relation, view.today, view.lang);
            if counted {
                let open = fit
                    .reasons
                    .iter()
                    .filter(|r| !r.soft && r.verdict == Verdict::Unknown);
                for question in open.filter_map(|r| r.ask.as_ref()) {
                    *asked.entry(question.clone()).or_default() += 1;
                }
            }
            if shown {
                list.push(offer_fit(entry, fit));
            }
        }
        matches.ask = asked.into_iter().collect();
        matches
            .ask
            .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        matches.ask.truncate(MOST_QUESTIONS);
        matches
    }

    /// One offer held against one person.
    pub fn fit(
        &self,
        id: OfferId,
        person: &PersonRecord,
        today: NaiveDate,
        lang: Lang,
    ) -> Option<OfferFit> {
        let entry = self.offers.get(&id)?;
        let (facts, wants) = self.facts(person);
        let relation = entry.subject.relation(&wants);
        let fit = fit::fit(&entry.subject, &facts, relation, today, lang);
        Some(offer_fit(entry, fit))
    }

    /// The people whom an offer fits or may fit, best first, at most `limit`, and how many it fits who
    /// wish for such work; with `all` also those whom it does not fit.
    pub fn who_fits(&self, id: OfferId, people: &Pool, view: &View) -> (Vec<PersonFit>, usize) {
        let Some(entry) = self.offers.get(&id) else {
            return (Vec::new(), 0);
        };
        let relations: Vec<Relation> = people
            .wants
            .iter()
            .map(|wants| entry.subject.relation(wants))
            .collect();
        let relation = |wants: u32| {
            relations
                .get(wants as usize)
                .copied()
                .unwrap_or(Relation::None)
        };
        let mut fitting = 0;
        let mut ranked: Vec<(Class, i32, u32)> = Vec::new();
        for (row, member) in (0u32..).zip(&people.people) {
            let relation = relation(member.wants);
            let (level, score) = fit::level(&entry.subject, &member.facts, relation, view.today);
            let class = class(level, relation, member.facts.wish_known);
            fitting += usize::from(class == Class::Fits && member.facts.wish_known);
            if view.all || class < Class::MayFitUnwished && !member.facts.empty {
                ranked.push((class, -score, row));
            }
        }
        let key = |(class, score, row): &(Class, i32, u32)| {
            (*class, *score, people.people[*row as usize].id)
        };
        if ranked.len() > view.limit && view.limit > 0 {
            ranked.select_nth_unstable_by_key(view.limit - 1, key);
        }
        ranked.truncate(view.limit);
        ranked.sort_unstable_by_key(key);
        let fits = ranked
            .into_iter()
            .map(|(_, _, row)| {
                let member = &people.people[row as usize];
                let relation = relation(member.wants);
                let fit = fit::fit(
                    &entry.subject,
                    &member.facts,
                    relation,
                    view.today,
                    view.lang,
                );
                PersonFit {
                    person: member.id,
                    fit,
                }
            })
            .collect();
        (fits, fitting)
    }

    /// The offers of a kind whose words hold `text` (all where it is empty), best first.
    pub fn filter(&self, kind: OfferKind, text: &str) -> Vec<OfferId> {
        let of_kind = self.offers.iter().filter(|(id, _)| id.kind() == kind);
        filter::filter(&self.lexicon, of_kind.map(|(id, e)| (*id, &e.words)), text)
    }

    fn facts(&self, person: &PersonRecord) -> (Facts, Wants) {
        let home = self.places.of_person(person);
        (
            Facts::of(person, home),
            self.occupations.read(&person.wishes),
        )
    }
}

fn understood(wants: &Wants) -> Vec<String> {
    let wanted = wants.wanted.iter().map(|w| {
        let name = if w.worktype.is_empty() {
            &w.title
        } else {
            &w.worktype
        };
        if *name == w.by {
            name.clone()
        } else {
            format!("{name} ({})", w.by)
        }
    });
    let fields = wants.fields.iter().filter(|f| !f.refused);
    wanted
        .chain(fields.map(|f| f.by.clone()))
        .take(10)
        .collect()
}

fn offer_fit(entry: &Entry, fit: crate::domain::fit::Fit) -> OfferFit {
    let [reference, title, by, place, terms] = entry.offer.line();
    OfferFit {
        offer: entry.offer.id(),
        reference: reference.clone(),
        title: title.clone(),
        by: by.clone(),
        place: place.clone(),
        terms: terms.clone(),
        fit,
    }
}
