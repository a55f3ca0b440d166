//! Fills a new office with made-up people, courses, vacancies and weeks of contacts. Everything goes
//! through the journal like real work, in large batches.

use super::{Moment, Office};
use crate::{
    domain::{
        contact::ContactWith,
        failure::Failure,
        ids::{OperatorId, PersonId},
        offer::{CourseRecord, OfferId, VacancyRecord},
        operator::Role,
    },
    seed::demo::{self, DemoContact, DemoOffer, DemoOffice},
    store::{
        Act, ContactHistory, Founding, Ids, ImportBatch, ImportCounts, ImportReceipt,
        ImportedContact, RecommendationDetails, Store,
    },
    text::Lang,
};
use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

/// People stored at a time.
const CHUNK: usize = 20_000;
/// Seed of the identities, so that the same number and day make the same office.
const SEED: u64 = 0x5a48_5045_4944_454d;
/// Name of the batch in the journal.
const SOURCE: &str = "demo";

impl Office {
    /// Makes a new database with so many made-up people. The first made-up operator administers it.
    /// `progress` hears how many people are stored.
    ///
    /// # Errors
    /// What the store says; [`Failure::OperatorNotFound`] where `operator` does not work there.
    pub fn demo(
        path: &Path,
        people: u64,
        operator: Option<&str>,
        lang: Lang,
        moment: &Moment,
        mut progress: impl FnMut(u64),
    ) -> Result<Self, Failure> {
        super::places::make_folder_for(path)?;
        let office = demo::office(people, moment.today, *moment.now.offset());
        // A made-up office is founded in the morning of its day, not at the minute of the command.
        let morning = Moment {
            now: moment
                .today
                .and_hms_opt(8, 0, 0)
                .and_then(|t| t.and_local_timezone(*moment.now.offset()).single())
                .unwrap_or(moment.now),
            today: moment.today,
        };
        let mut store = found(path, &office, &morning)?;
        let operators = hire(&mut store, &office, &morning)?;
        let act = Act {
            operator: operators.first().copied().ok_or_else(no_operator)?,
            at: morning.now,
        };
        fill(&mut store, office, &operators, &act, &mut progress)?;
        // Opened anew: what filled it is not this window's to undo.
        drop(store);
        Self::open(path, operator, lang)
    }
}

fn no_operator() -> Failure {
    Failure::Bug {
        detail: "nobody works in the made-up office".to_owned(),
    }
}

fn found(path: &Path, office: &DemoOffice, morning: &Moment) -> Result<Store, Failure> {
    let founder = office.operators.first().ok_or_else(no_operator)?;
    let founding = Founding {
        station: "演示窗口".to_owned(),
        operator: founder.name.to_owned(),
        role: Role::Admin,
        at: morning.now,
    };
    Store::create(path, &founding, Ids::seeded(SEED))
}

fn hire(
    store: &mut Store,
    office: &DemoOffice,
    morning: &Moment,
) -> Result<Vec<OperatorId>, Failure> {
    let mut ids: Vec<OperatorId> = store.operators()?.iter().map(|o| o.id).collect();
    let Some(founder) = ids.first().copied() else {
        return Err(no_operator());
    };
    let act = Act {
        operator: founder,
        at: morning.now,
    };
    for colleague in office.operators.iter().skip(1) {
        ids.push(store.add_operator(&act, colleague.name, colleague.role)?.id);
    }
    Ok(ids)
}

fn fill(
    store: &mut Store,
    mut office: DemoOffice,
    operators: &[OperatorId],
    act: &Act,
    progress: &mut impl FnMut(u64),
) -> Result<(), Failure> {
    let offers = commit(
        store,
        act,
        office.courses.len() + office.vacancies.len(),
        |batch| {
            batch.courses.clone_from(&office.courses);
            batch.vacancies.clone_from(&office.vacancies);
        },
    )?;
    let wanted: HashSet<u64> = office.contacts.iter().filter_map(|c| c.person).collect();
    let mut met: HashMap<u64, PersonId> = HashMap::with_capacity(wanted.len());
    let mut stored = 0_u64;
    loop {
        let chunk: Vec<_> = office.people.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            break;
        }
        let receipt = commit(store, act, chunk.len(), |batch| {
            batch.people = chunk;
        })?;
        for landed in &receipt.people {
            if wanted.contains(&stored) {
                met.insert(stored, landed.id);
            }
            stored += 1;
        }
        progress(stored);
    }
    let book = Book {
        met: &met,
        offers: &offers,
        operators,
        courses: &office.courses,
        vacancies: &office.vacancies,
    };
    let contacts: Vec<_> = office.contacts.iter().map(|c| book.entry(c)).collect();
    commit(store, act, contacts.len(), |batch| {
        batch.contacts = contacts;
    })?;
    Ok(())
}

fn commit(
    store: &mut Store,
    act: &Act,
    rows: usize,
    fill: impl FnOnce(&mut ImportBatch),
) -> Result<ImportReceipt, Failure> {
    let mut batch = ImportBatch {
        file: SOURCE.to_owned(),
        counts: ImportCounts {
            rows,
            accepted: rows,
            ..ImportCounts::default()
        },
        ..ImportBatch::default()
    };
    fill(&mut batch);
    store.commit_import(act, &batch)
}

/// Positions of the made-up office → identities on the books.
struct Book<'a> {
    met: &'a HashMap<u64, PersonId>,
    offers: &'a ImportReceipt,
    operators: &'a [OperatorId],
    courses: &'a [CourseRecord],
    vacancies: &'a [VacancyRecord],
}

impl Book<'_> {
    fn entry(&self, contact: &DemoContact) -> ImportedContact {
        let person = contact.person.and_then(|n| self.met.get(&n)).copied();
        ImportedContact {
            reference: String::new(),
            record: contact.record(person.map_or(ContactWith::Nobody, ContactWith::Person)),
            enterprise: String::new(),
            entered_at: Some(contact.entered_at),
            operator: self.operators.get(contact.operator).copied(),
            recommended: contact
                .recommended
                .first()
                .and_then(|r| self.recommendation(r.offer, r.response))
                .into_iter()
                .collect(),
            history: ContactHistory::default(),
        }
    }

    fn recommendation(
        &self,
        offer: DemoOffer,
        response: crate::domain::recommendation::Response,
    ) -> Option<RecommendationDetails> {
        let (offer, title, by) = match offer {
            DemoOffer::Course(n) => {
                let record = self.courses.get(n)?;
                let id = self.offers.courses.get(n)?.id;
                (OfferId::Course(id), &record.title, &record.org)
            }
            DemoOffer::Vacancy(n) => {
                let record = self.vacancies.get(n)?;
                let id = self.offers.vacancies.get(n)?.id;
                (OfferId::Vacancy(id), &record.title, &record.employer)
            }
        };
        Some(RecommendationDetails {
            offer,
            title: title.clone(),
            by: by.clone(),
            response,
            reasons: String::new(),
            override_reason: String::new(),
        })
    }
}
