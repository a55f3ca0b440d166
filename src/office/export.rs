//! Records as files that can be imported again.

use super::{
    Moment, Office,
    places::{Label, Shelf, Target, Written},
    rights::Deed,
};
use crate::{
    domain::{failure::Failure, ids::PersonId, labels::labels, offer::OfferId},
    exchange::{
        contacts::Recommended,
        export::{self, ContactExport, FileFormat, Options},
    },
    store::{ContactFilter, RecommendationDetails},
};
use std::collections::HashMap;

labels! {
    /// What can be exported.
    pub enum ExportKind {
        People = "people", ' ', "人员", "People";
        Courses = "courses", ' ', "课程", "Courses";
        Vacancies = "vacancies", ' ', "岗位", "Vacancies";
        Contacts = "contacts", ' ', "联系记录", "Contacts";
    }
}

/// An export that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportOrder {
    /// What.
    pub kind: ExportKind,
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
        let (bytes, rows) = self.records(order.kind, options)?;
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

    fn records(&self, kind: ExportKind, options: Options) -> Result<(Vec<u8>, usize), Failure> {
        let store = self.desk();
        match kind {
            ExportKind::People => {
                let mut records = Vec::new();
                store.for_each_person(|_, record| records.push(record))?;
                Ok((export::people(&records, options)?, records.len()))
            }
            ExportKind::Courses => {
                let records: Vec<_> = store.courses()?.into_iter().map(|c| c.record).collect();
                Ok((export::courses(&records, options)?, records.len()))
            }
            ExportKind::Vacancies => {
                let records: Vec<_> = store.vacancies()?.into_iter().map(|v| v.record).collect();
                Ok((export::vacancies(&records, options)?, records.len()))
            }
            ExportKind::Contacts => {
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
