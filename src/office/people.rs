//! Finding people, opening their files, showing their numbers.

use super::{Moment, Office, rights::Deed};
use crate::{
    domain::{
        contact::Contact,
        failure::Failure,
        filter::{Facet, FilterField, FilterProblem},
        hit::{Hit, HitBy, HitMatch},
        ids::PersonId,
        person::{Person, PersonSummary},
        recommendation::Recommendation,
    },
    matching::people::{Answer, Index, SearchContext},
    text::fold::fold_width,
};

/// Whom the words of the box mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// How many people in all.
    pub total: usize,
    /// Those to show, best first.
    pub found: Vec<(Hit, PersonSummary)>,
    /// True where `total` was not counted person by person.
    pub about: bool,
    /// True where nobody is meant and `found` holds the nearest.
    pub nearest: bool,
    /// Filters that could not be taken as they stand.
    pub problems: Vec<FilterProblem>,
    /// True where not everybody whom the words mean could be told yet: people are being laid out.
    pub loading: bool,
}

/// A person's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFile {
    /// The person.
    pub person: Person,
    /// The line that headers show.
    pub summary: PersonSummary,
    /// Contacts, newest first.
    pub contacts: Vec<Contact>,
    /// Recommendations, newest first.
    pub recommendations: Vec<Recommendation>,
}

/// Full numbers of a person; empty where not known.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Numbers {
    /// Id number.
    pub id_number: String,
    /// Phone.
    pub phone: String,
    /// Second phone.
    pub phone2: String,
}

impl Office {
    /// The people whom the words mean, best first.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn search(&self, text: &str, limit: usize, moment: &Moment) -> Result<Search, Failure> {
        self.require(Deed::Search)?;
        let recent = self.recent_ids()?;
        let context = SearchContext {
            today: moment.today,
            recent: &recent,
            me: &self.operator().name,
        };
        let search = |index: &Index| index.search(text, limit, &context);
        let whole = !self.hurried || self.people_at_once()?;
        let answer = if whole {
            self.refresh_contacts_for(text)?;
            self.with_people(search)?
        } else {
            match self.people_as_they_are(search) {
                Some(answer) => answer,
                None => self.beginning_with(text, limit)?,
            }
        };
        let ids: Vec<PersonId> = answer.hits.iter().map(|h| h.person).collect();
        let lines = self.reader().summaries(&ids, moment.today)?;
        let mut lines = lines.into_iter().peekable();
        // Lines come in the order of the hits; whoever was taken back meanwhile has none.
        let found = answer
            .hits
            .into_iter()
            .filter_map(|hit| Some((hit.clone(), lines.next_if(|l| l.id == hit.person)?)))
            .collect();
        Ok(Search {
            total: answer.total,
            found,
            about: answer.about,
            nearest: answer.nearest,
            problems: answer.problems,
            loading: !whole,
        })
    }

    /// Those whose name or number begins with the words: all that can be told while people are laid
    /// out.
    fn beginning_with(&self, text: &str, limit: usize) -> Result<Answer, Failure> {
        let typed = fold_width(text.trim());
        let found = if typed.is_empty() {
            Vec::new()
        } else {
            self.reader().people_beginning(&typed, limit)?
        };
        let length = typed.chars().count();
        let hits: Vec<Hit> = found
            .into_iter()
            .map(|(person, field)| Hit {
                person,
                score: 0,
                matched: vec![HitMatch {
                    field,
                    by: HitBy::Prefix,
                    heard: None,
                    spans: vec![(0, length)],
                }],
            })
            .collect();
        Ok(Answer {
            total: hits.len(),
            hits,
            ..Answer::default()
        })
    }

    /// The values that a filter may take among those whom `rest` means, with how many have each.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn facets(
        &self,
        rest: &str,
        asked: (FilterField, &str),
        most: usize,
        moment: &Moment,
    ) -> Result<Vec<Facet>, Failure> {
        self.require(Deed::Search)?;
        self.refresh_contacts()?;
        self.with_people(|index| {
            let context = SearchContext {
                today: moment.today,
                recent: &[],
                me: &self.operator().name,
            };
            index.facets(rest, asked, most, &context)
        })
    }

    /// The person with this reference, id number or program id.
    ///
    /// # Errors
    /// [`Failure::PersonNotFound`].
    pub fn find_person(&self, reference: &str) -> Result<PersonId, Failure> {
        self.require(Deed::Search)?;
        let found = self.desk().find_person(reference.trim())?;
        found.ok_or_else(|| Failure::PersonNotFound {
            reference: crate::text::display::line(reference),
        })
    }

    /// Opens a person's file; that is journalled.
    ///
    /// # Errors
    /// Rights; [`Failure::PersonNotFound`].
    pub fn open_person(&self, id: PersonId, moment: &Moment) -> Result<PersonFile, Failure> {
        self.require(Deed::Open)?;
        let id = self.standing(id)?;
        let file = self.file_of(id, moment)?;
        self.desk().note_opened(&self.act(moment), id)?;
        self.memory.opened(id);
        Ok(file)
    }

    /// A file that is open already, read again without a journal entry.
    ///
    /// # Errors
    /// Rights; [`Failure::PersonNotFound`].
    pub fn refresh_person(&self, id: PersonId, moment: &Moment) -> Result<PersonFile, Failure> {
        self.require(Deed::Open)?;
        self.file_of(self.standing(id)?, moment)
    }

    fn file_of(&self, id: PersonId, moment: &Moment) -> Result<PersonFile, Failure> {
        let store = self.desk();
        let missing = || Failure::PersonNotFound {
            reference: id.to_string(),
        };
        let person = store.person(id)?.ok_or_else(missing)?;
        let summary = store.summaries(&[id], moment.today)?.pop();
        Ok(PersonFile {
            person,
            summary: summary.ok_or_else(missing)?,
            contacts: store.contacts_of(id)?,
            recommendations: store.recommendations_of(id)?,
        })
    }

    /// The lines of people, in the order given.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn summaries(
        &self,
        ids: &[PersonId],
        moment: &Moment,
    ) -> Result<Vec<PersonSummary>, Failure> {
        self.require(Deed::Search)?;
        self.reader().summaries(ids, moment.today)
    }

    /// The full id number and phones of a person; journalled with the purpose given.
    ///
    /// # Errors
    /// Rights; [`Failure::PersonNotFound`].
    pub fn reveal(&self, id: PersonId, purpose: &str, moment: &Moment) -> Result<Numbers, Failure> {
        self.require(Deed::Reveal)?;
        let mut store = self.desk();
        let person = store.person(id)?.ok_or_else(|| Failure::PersonNotFound {
            reference: id.to_string(),
        })?;
        // Journalled first: a number that was shown without an entry can't be taken back.
        store.note_revealed(&self.act(moment), id, purpose)?;
        let record = person.record;
        Ok(Numbers {
            id_number: record.id_number.map_or_else(String::new, |n| n.to_string()),
            phone: record.phone.map_or_else(String::new, |p| p.to_string()),
            phone2: record.phone2.map_or_else(String::new, |p| p.to_string()),
        })
    }

    /// The people opened last on this station, newest first.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn recent(&self, moment: &Moment) -> Result<Vec<PersonSummary>, Failure> {
        let ids = self.recent_ids()?;
        self.summaries(&ids, moment)
    }
}
