//! The accepted rows of a file, added in one step.

use super::contacts::{self, CONTACT, Entered};
use super::error::Result;
use super::journal::EntryKind;
use super::references::Numbering;
use super::rows;
use super::write::Writing;
use super::{
    Act, ImportBatch, ImportReceipt, ImportedContact, Landed, Store, courses, enterprises, people,
    vacancies,
};
use crate::domain::{
    contact::{ContactRecord, ContactWith},
    failure::Failure,
    ids::{ContactId, CourseId, EntryId, PersonId, VacancyId},
    ledger,
    offer::{CourseRecord, VacancyRecord},
    person::PersonRecord,
};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;
use std::collections::HashMap;
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
                entries: add_entries(writing, &batch.entries)?,
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
            + self.entries.iter().filter(|l| l.added).count()
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

fn add_entries(
    writing: &mut Writing<'_>,
    entries: &[ledger::Entry],
) -> Result<Vec<Landed<EntryId>>> {
    let mut landed = Vec::with_capacity(entries.len());
    for entry in entries {
        let there = super::ledger::one(writing.conn(), entry.kind, entry.id)?;
        landed.push(match there {
            Some(there) => Landed {
                id: there.id,
                reference: there.reference,
                added: false,
            },
            None => Landed {
                id: entry.id,
                reference: super::ledger::save(writing, entry)?,
                added: true,
            },
        });
    }
    Ok(landed)
}

fn add_contacts(
    writing: &mut Writing<'_>,
    contacts: &[ImportedContact],
) -> Result<Vec<Landed<ContactId>>> {
    let mut numbering = Numbering::contacts(writing.conn())?;
    let mut landed: Vec<Option<Landed<ContactId>>> = vec![None; contacts.len()];
    for at in corrected_first(contacts) {
        landed[at] = Some(land_contact(writing, &mut numbering, &contacts[at])?);
    }
    Ok(landed.into_iter().flatten().collect())
}

/// The order in which contacts go in: what is corrected before what corrects it, because the one
/// points to the other.
fn corrected_first(contacts: &[ImportedContact]) -> Vec<usize> {
    let by_id: HashMap<ContactId, usize> = contacts
        .iter()
        .enumerate()
        .filter_map(|(at, contact)| Some((contact.history.id?, at)))
        .collect();
    let mut order = Vec::with_capacity(contacts.len());
    let mut is_placed = vec![false; contacts.len()];
    for first in 0..contacts.len() {
        let mut chain = Vec::new();
        let mut next = Some(first);
        while let Some(at) = next.filter(|at| !is_placed[*at]) {
            is_placed[at] = true;
            chain.push(at);
            let corrects = contacts[at].history.corrects;
            next = corrects.and_then(|id| by_id.get(&id).copied());
        }
        order.extend(chain.into_iter().rev());
    }
    order
}

fn land_contact(
    writing: &mut Writing<'_>,
    numbering: &mut Numbering,
    contact: &ImportedContact,
) -> Result<Landed<ContactId>> {
    let mut own_id = contact.history.id;
    if let Some(id) = own_id
        && let Some(there) = contacts::one(writing.conn(), id)?
    {
        if rows::is_live(writing.conn(), &CONTACT, id.0)? {
            return Ok(Landed {
                id,
                reference: there.reference,
                added: false,
            });
        }
        // Taken back here by undo: its identity stays with what was taken back.
        own_id = None;
    }
    let there = there_by_reference(writing.conn(), "contact", &contact.reference)?;
    if let (Some((uid, reference)), None) = (&there, contact.history.id) {
        return Ok(Landed {
            id: ContactId(*uid),
            reference: reference.clone(),
            added: false,
        });
    }
    // Another contact may have got the reference meanwhile; one with an identity is not that one.
    let written = match there {
        Some(_) => "",
        None => contact.reference.as_str(),
    };
    let (number, reference) = numbering.take(writing.conn(), written)?;
    Ok(Landed {
        id: add_contact(writing, contact, own_id, number, &reference)?,
        reference,
        added: true,
    })
}

fn add_contact(
    writing: &mut Writing<'_>,
    contact: &ImportedContact,
    own_id: Option<ContactId>,
    number: Option<i64>,
    reference: &str,
) -> Result<ContactId> {
    let mut record: ContactRecord = contact.record.clone();
    if !contact.enterprise.trim().is_empty() {
        let firm = enterprises::find_or_add(writing, &contact.enterprise)?;
        record.with = ContactWith::Enterprise(firm);
    }
    let id = match own_id {
        Some(id) => id,
        None => ContactId(writing.new_uid()?),
    };
    let history = &contact.history;
    let corrects = match history.corrects {
        Some(corrects) if contacts::one(writing.conn(), corrects)?.is_some() => Some(corrects),
        _ => None,
    };
    let entered = Entered {
        id,
        number,
        reference,
        at: contact.entered_at.unwrap_or(writing.act().at),
        operator: contact.operator.unwrap_or(writing.act().operator),
        corrects,
        state: history.state,
        state_reason: &history.state_reason,
    };
    let recommended: Vec<_> = contact.recommended.iter().collect();
    contacts::add(writing, &entered, &record, &recommended)?;
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
