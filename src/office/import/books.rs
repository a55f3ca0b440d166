//! What the rows of a file are held against: who and what is on the books.

use super::super::{Moment, knowledge};
use crate::{
    domain::{
        contact::{ContactRecord, ContactState, ContactWith},
        failure::Failure,
        ids::{OperatorId, PersonId},
        offer::{OfferId, OfferKind},
        person::PersonRecord,
    },
    exchange::{
        KnownRecords,
        contacts::{self, ContactRow, PersonKey, Register},
        people::{self, KnownPeople},
        report::Import,
        source::{ContactColumn, PersonColumn, Source},
    },
    matching::lexicon::NO_READING,
    store::{ContactFilter, ContactHistory, ImportedContact, RecommendationDetails, Store},
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::HashMap;

pub(super) fn read_people(
    store: &Store,
    sheet: &Source<PersonColumn>,
    today: NaiveDate,
) -> Result<Import<PersonRecord>, Failure> {
    let record = |reference: &str| {
        // A record that can't be read now is one that nothing can be said about.
        let id = store.find_person(reference).ok().flatten()?;
        Some(store.person(id).ok().flatten()?.record)
    };
    let sounds_alike = |one: char, other: char| {
        let lexicon = knowledge::lexicon();
        let readings = lexicon.readings(one);
        lexicon
            .readings(other)
            .iter()
            .any(|reading| *reading != NO_READING && readings.contains(reading))
    };
    let mut known = KnownPeople {
        record: Some(&record),
        sounds_alike: Some(&sounds_alike),
        ..KnownPeople::default()
    };
    store.for_each_person(|_, record| {
        if let Some(id) = record.id_number {
            known
                .by_id
                .insert(id, (record.reference.clone(), record.name.clone()));
        }
        known.by_reference.insert(record.reference, record.name);
    })?;
    let words = knowledge::vocabulary();
    Ok(people::read(sheet, words, &known, today))
}

pub(super) fn read_contacts(
    store: &Store,
    sheet: &Source<ContactColumn>,
    moment: &Moment,
) -> Result<Import<ContactRow>, Failure> {
    let mut known = KnownRecords::default();
    for contact in store.contacts(&ContactFilter::default())? {
        let is_taken_back =
            contact.state == ContactState::Cancelled && contact.state_reason.is_empty();
        known.insert_id(&contact.reference, contact.id.to_string(), is_taken_back);
        // What was taken back by undo can be brought again.
        if !is_taken_back {
            let row = ContactRow::of(&contact);
            known.insert_key(&contact.reference, row.day_key());
            known.insert(&contact.reference, row.key(), row);
        }
    }
    let mut offers = HashMap::new();
    for course in store.courses()? {
        let key = (OfferKind::Courses, course.record.reference);
        offers.insert(key, (course.record.title, OfferId::Course(course.id)));
    }
    for vacancy in store.vacancies()? {
        let key = (OfferKind::Vacancies, vacancy.record.reference);
        offers.insert(key, (vacancy.record.title, OfferId::Vacancy(vacancy.id)));
    }
    let books = Books {
        people: store.known_people()?,
        operators: store
            .operators()?
            .into_iter()
            .map(|o| (o.name, o.id))
            .collect(),
        offers,
        moment: *moment,
    };
    Ok(contacts::read(sheet, &known, &books))
}

/// What rows of contacts are held against.
struct Books {
    people: crate::store::KnownPeople,
    operators: HashMap<String, OperatorId>,
    offers: HashMap<(OfferKind, String), (String, OfferId)>,
    moment: Moment,
}

impl Register for Books {
    fn person(&self, key: PersonKey<'_>) -> Option<PersonId> {
        match key {
            PersonKey::Reference(text) => self.people.by_reference.get(text).copied(),
            PersonKey::IdNumber(id) => self.people.by_id_number.get(&id).map(|(id, _)| *id),
        }
    }

    fn operator(&self, name: &str) -> Option<OperatorId> {
        self.operators.get(name).copied()
    }

    fn offer(&self, kind: OfferKind, reference: &str, title: &str) -> Option<OfferId> {
        let (there, id) = self.offers.get(&(kind, reference.to_owned()))?;
        (there == title).then_some(*id)
    }

    fn latest(&self) -> DateTime<FixedOffset> {
        self.moment.now.max(self.moment.at())
    }

    fn is_future(&self, at: DateTime<FixedOffset>) -> bool {
        self.moment.is_future(at)
    }
}

pub(super) fn contact(row: ContactRow) -> ImportedContact {
    ImportedContact {
        reference: row.reference,
        record: ContactRecord {
            with: row.person.map_or(ContactWith::Nobody, ContactWith::Person),
            at: row.at,
            channel: row.channel,
            party: row.party,
            place: row.place,
            purposes: row.purposes,
            outcome: row.outcome,
            reason: row.reason,
            note: row.note,
            next_due: row.next_due,
        },
        enterprise: row.enterprise,
        entered_at: row.entered_at,
        operator: row.operator,
        recommended: row
            .recommended
            .into_iter()
            .map(|(offer, told)| RecommendationDetails {
                offer,
                title: told.title,
                by: told.by,
                response: told.response,
                reasons: told.reasons,
                override_reason: told.override_reason,
            })
            .collect(),
        history: ContactHistory {
            id: row.id,
            state: row.state.unwrap_or(ContactState::Valid),
            state_reason: row.state_reason,
            corrects: row.corrects,
        },
    }
}
