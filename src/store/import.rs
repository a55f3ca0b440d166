//! The accepted rows of a file, added in one step.

use super::contacts::{self, Entered};
use super::error::Result;
use super::journal::EntryKind;
use super::references::Numbering;
use super::write::Writing;
use super::{
    Act, ImportBatch, ImportReceipt, ImportedContact, Landed, Store, courses, enterprises, people,
    vacancies,
};
use crate::domain::{
    contact::{ContactRecord, ContactWith},
    failure::Failure,
    ids::{ContactId, CourseId, PersonId, VacancyId},
    offer::{CourseRecord, VacancyRecord},
    person::PersonRecord,
};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;
use uuid::Uuid;

impl Store {
    /// Adds the accepted rows of a file, together or not at all, as one entry that one undo takes
    /// back. A row whose id number or reference is there by now is not added again; where nothing
    /// is added nothing is journalled.
    ///
    /// # Errors
    /// As [`Store::log_contact`].
    pub fn commit_import(
        &mut self,
        act: &Act,
        batch: &ImportBatch,
    ) -> std::result::Result<ImportReceipt, Failure> {
        self.write(act, |writing| {
            let c = batch.counts;
            let detail = json!({
                "file": batch.file, "sha256": batch.sha256, "rows": c.rows, "accepted": c.accepted,
                "fixed": c.fixed, "rejected": c.rejected, "duplicates": c.duplicates, "skipped": c.skipped,
            });
            let batch_id = writing.uid();
            writing.detail("import", Some(batch_id), detail)?;
            let receipt = ImportReceipt {
                people: add_people(writing, &batch.people)?,
                courses: add_courses(writing, &batch.courses)?,
                vacancies: add_vacancies(writing, &batch.vacancies)?,
                contacts: add_contacts(writing, &batch.contacts)?,
            };
            if receipt.added() > 0 {
                writing.entry(EntryKind::Import, "import", Some(batch_id));
            }
            Ok(receipt)
        })
    }
}

impl ImportReceipt {
    /// How many records were added.
    pub fn added(&self) -> usize {
        self.people.iter().filter(|l| l.added).count()
            + self.courses.iter().filter(|l| l.added).count()
            + self.vacancies.iter().filter(|l| l.added).count()
            + self.contacts.iter().filter(|l| l.added).count()
    }
}

fn add_people(
    writing: &mut Writing<'_>,
    records: &[PersonRecord],
) -> Result<Vec<Landed<PersonId>>> {
    let mut numbering = Numbering::people(writing.conn())?;
    let mut landed = Vec::with_capacity(records.len());
    for record in records {
        let there = match &record.id_number {
            Some(number) => people::by_id_number(writing.conn(), number)?,
            None => None,
        };
        let there = match there {
            Some(there) => Some(there),
            None => there_by_reference(writing.conn(), "person", &record.reference)?
                .map(|(uid, reference)| (PersonId(uid), reference)),
        };
        landed.push(match there {
            Some((id, reference)) => Landed {
                id,
                reference,
                added: false,
            },
            None => {
                let (number, reference) = numbering.take(writing.conn(), &record.reference)?;
                Landed {
                    id: people::add(writing, record, number, &reference)?,
                    reference,
                    added: true,
                }
            }
        });
    }
    Ok(landed)
}

fn add_courses(
    writing: &mut Writing<'_>,
    records: &[CourseRecord],
) -> Result<Vec<Landed<CourseId>>> {
    let mut numbering = Numbering::courses(writing.conn())?;
    let mut landed = Vec::with_capacity(records.len());
    for record in records {
        landed.push(
            match there_by_reference(writing.conn(), "course", &record.reference)? {
                Some((uid, reference)) => Landed {
                    id: CourseId(uid),
                    reference,
                    added: false,
                },
                None => {
                    let (number, reference) = numbering.take(writing.conn(), &record.reference)?;
                    Landed {
                        id: courses::add(writing, record, number, &reference)?,
                        reference,
                        added: true,
                    }
                }
            },
        );
    }
    Ok(landed)
}

fn add_vacancies(
    writing: &mut Writing<'_>,
    records: &[VacancyRecord],
) -> Result<Vec<Landed<VacancyId>>> {
    let mut numbering = Numbering::vacancies(writing.conn())?;
    let mut landed = Vec::with_capacity(records.len());
    for record in records {
        landed.push(
            match there_by_reference(writing.conn(), "vacancy", &record.reference)? {
                Some((uid, reference)) => Landed {
                    id: VacancyId(uid),
                    reference,
                    added: false,
                },
                None => {
                    let (number, reference) = numbering.take(writing.conn(), &record.reference)?;
                    Landed {
                        id: vacancies::add(writing, record, number, &reference)?,
                        reference,
                        added: true,
                    }
                }
            },
        );
    }
    Ok(landed)
}

fn add_contacts(
    writing: &mut Writing<'_>,
    contacts: &[ImportedContact],
) -> Result<Vec<Landed<ContactId>>> {
    let mut numbering = Numbering::contacts(writing.conn())?;
    let mut landed = Vec::with_capacity(contacts.len());
    for contact in contacts {
        landed.push(
            match there_by_reference(writing.conn(), "contact", &contact.reference)? {
                Some((uid, reference)) => Landed {
                    id: ContactId(uid),
                    reference,
                    added: false,
                },
                None => {
                    let (number, reference) = numbering.take(writing.conn(), &contact.reference)?;
                    Landed {
                        id: add_contact(writing, contact, number, &reference)?,
                        reference,
                        added: true,
                    }
                }
            },
        );
    }
    Ok(landed)
}

fn add_contact(
    writing: &mut Writing<'_>,
    contact: &ImportedContact,
    number: Option<i64>,
    reference: &str,
) -> Result<ContactId> {
    let mut record: ContactRecord = contact.record.clone();
    if !contact.enterprise.trim().is_empty() {
        let firm = enterprises::find_or_add(writing, &contact.enterprise)?;
        record.with = ContactWith::Enterprise(firm);
    }
    let id = ContactId(writing.new_uid()?);
    let entered = Entered {
        id,
        number,
        reference,
        at: contact.entered_at.unwrap_or(writing.act().at),
        operator: contact.operator.unwrap_or(writing.act().operator),
        corrects: None,
    };
    contacts::add(
        writing,
        &entered,
        &record,
        contact.recommended.as_ref().as_slice(),
    )?;
    Ok(id)
}

/// The record of a table that has a reference, if one was written.
fn there_by_reference(
    conn: &Connection,
    table: &str,
    written: &str,
) -> Result<Option<(Uuid, String)>> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    Ok(conn
        .prepare_cached(&format!(
            "SELECT uid FROM {table} WHERE reference = ? AND void = 0"
        ))?
        .query_row([written], |row| {
            Ok((Uuid::from_bytes(row.get(0)?), written.to_owned()))
        })
        .optional()?)
}
