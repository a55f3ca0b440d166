//! Records as files that can be imported again.

use super::{
    Moment, Office, RecordKind,
    places::{Label, Shelf, Target, Written},
    rights::Deed,
};
use crate::{
    domain::{failure::Failure, ids::PersonId, ledger::Filter, offer::OfferId},
    exchange::{
        contacts::Recommended,
        export::{self, ContactExport, FileFormat, Options},
        ledger,
    },
    store::{ContactFilter, RecommendationDetails},
};
use std::collections::HashMap;

/// An export that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOrder {
    /// What.
    pub kind: RecordKind,
    /// Only the entries of a ledger that this line picks.
    pub filter: Option<String>,
    /// Form of the file.
    pub format: FileFormat,
    /// Why full numbers are needed; without it they are masked.
    pub reveal: Option<String>,
    /// Where it goes.
    pub target: Target,
}

impl Office {
    /// Writes all records of a kind; journalled.
    ///
    /// # Errors
    /// Rights; [`Failure::OutputExists`]; a place that can't be written.
    pub fn export(&self, order: &ExportOrder, moment: &Moment) -> Result<Written, Failure> {
        self.require(Deed::Export)?;
        if order.reveal.is_some() {
            self.require(Deed::Reveal)?;
        }
        let options = Options {
            format: order.format,
            lang: self.lang,
            reveal: order.reveal.is_some(),
            day: moment.today,
        };
        let (bytes, rows) = self.records(order, options)?;
        let stem = format!("{}-{}", order.kind.code(), moment.today);
        let label = Label {
            shelf: Shelf::Exports,
            stem: &stem,
            extension: order.format.extension(),
        };
        let written = self.put(&order.target, &label, bytes, rows)?;
        self.note(moment, &written, |note| {
            note.of = order.kind.code();
            note.purpose = order.reveal.clone().unwrap_or_default();
            note.format = order.format.extension().to_owned();
        })
    }

    fn records(&self, order: &ExportOrder, options: Options) -> Result<(Vec<u8>, usize), Failure> {
        let filter = order.filter.as_deref().unwrap_or_default();
        let unread = |value: &str| Failure::InvalidValue {
            field: "--filter".to_owned(),
            value: crate::text::display::line(value),
        };
        if let RecordKind::Ledger(kind) = order.kind {
            let filter = Filter::parse(kind, filter).map_err(|word| unread(&word))?;
            let mut rows = self.ledger(kind, None)?;
            rows.reverse();
            rows.retain(|row| filter.picks(row));
            return Ok((ledger::entries(kind, &rows, options)?, rows.len()));
        }
        if !filter.is_empty() {
            return Err(unread(filter));
        }
        let store = self.desk();
        match order.kind {
            RecordKind::Ledger(_) => Ok((Vec::new(), 0)),
            RecordKind::People => {
                let mut records = Vec::new();
                store.for_each_person(|_, record| records.push(record))?;
                Ok((export::people(&records, options)?, records.len()))
            }
            RecordKind::Courses => {
                let records: Vec<_> = store.courses()?.into_iter().map(|c| c.record).collect();
                Ok((export::courses(&records, options)?, records.len()))
            }
            RecordKind::Vacancies => {
                let records: Vec<_> = store.vacancies()?.into_iter().map(|v| v.record).collect();
                Ok((export::vacancies(&records, options)?, records.len()))
            }
            RecordKind::Contacts => {
                let contacts = store.contacts(&ContactFilter::default())?;
                let mut references: HashMap<PersonId, String> = HashMap::new();
                store.for_each_person(|id, record| {
                    references.insert(id, record.reference);
                })?;
                let mut recommended = store.recommended()?;
                let mut offers: HashMap<OfferId, String> = HashMap::new();
                for course in store.courses()? {
                    offers.insert(OfferId::Course(course.id), course.record.reference);
                }
                for vacancy in store.vacancies()? {
                    offers.insert(OfferId::Vacancy(vacancy.id), vacancy.record.reference);
                }
                let records: Vec<_> = contacts
                    .into_iter()
                    .map(|contact| {
                        let person = contact.record.with.person();
                        let reference = person.and_then(|id| references.get(&id)).cloned();
                        let details = recommended.remove(&contact.id).unwrap_or_default();
                        ContactExport {
                            contact,
                            person: reference.unwrap_or_default(),
                            recommended: details
                                .into_iter()
                                .map(|details| told(details, &offers))
                                .collect(),
                        }
                    })
                    .collect();
                Ok((export::contacts(&records, options)?, records.len()))
            }
        }
    }
}

fn told(details: RecommendationDetails, offers: &HashMap<OfferId, String>) -> Recommended {
    Recommended {
        kind: details.offer.kind(),
        reference: offers.get(&details.offer).cloned().unwrap_or_default(),
        title: details.title,
        by: details.by,
        response: details.response,
        reasons: details.reasons,
        override_reason: details.override_reason,
    }
}
