//! Registering, editing and merging people; the history of a record.

use super::{Moment, Office, rights::Deed};
use crate::domain::{
    failure::Failure,
    history::HistoryEntry,
    ids::{DraftId, PersonId},
    name,
    person::{Person, PersonField, PersonRecord, PersonState},
};

impl Office {
    /// Registers a person. The state follows from the id number; the date of registration is today's
    /// where none is given. The same id with the same record again is the same person.
    ///
    /// # Errors
    /// Rights; [`Failure::NameNeeded`], [`Failure::IdNumberTaken`]; what the store says.
    pub fn register_person(
        &self,
        moment: &Moment,
        id: PersonId,
        record: &PersonRecord,
        draft: Option<DraftId>,
    ) -> Result<Person, Failure> {
        self.require(Deed::Register)?;
        let mut record = tidied(record)?;
        record.reg_date = record.reg_date.or(Some(moment.today));
        let person = self
            .desk()
            .register_person(&self.act(moment), id, &record, draft)?;
        self.memory.opened(person.id);
        Ok(person)
    }

    /// Writes the fields in which `now` differs from `was`, the record as it was seen.
    ///
    /// # Errors
    /// Rights; [`Failure::NameNeeded`], [`Failure::EditConflict`], [`Failure::IdNumberTaken`]; what
    /// the store says.
    pub fn edit_person(
        &self,
        moment: &Moment,
        id: PersonId,
        was: &PersonRecord,
        now: &PersonRecord,
        draft: Option<DraftId>,
    ) -> Result<Person, Failure> {
        self.require(Deed::Register)?;
        let mut now = if was.name == now.name {
            now.clone()
        } else {
            tidied(now)?
        };
        // A roster's person without an id number is not called pending by a change of the phone.
        let id_changed = (was.id_number, &was.doubtful_id) != (now.id_number, &now.doubtful_id);
        if id_changed || was.state != now.state {
            now.settle_state();
        }
        let edited = self
            .desk()
            .edit_person(&self.act(moment), id, was, &now, draft);
        let edited = edited.map_err(|failure| self.in_words(failure))?;
        Ok(edited)
    }

    /// Merges `gone` into `keep`: what `keep` lacks comes from `gone`, and `taken` names the fields
    /// in which `gone` is right. Both references find `keep` afterwards.
    ///
    /// # Errors
    /// Rights; [`Failure::MergeTwoIds`], [`Failure::MergeSame`], [`Failure::PersonNotFound`]; what
    /// the store says.
    pub fn merge_people(
        &self,
        moment: &Moment,
        keep: PersonId,
        gone: PersonId,
        taken: &[PersonField],
    ) -> Result<Person, Failure> {
        self.require(Deed::Register)?;
        let was = self.record_of(keep)?;
        let other = self.record_of(gone)?;
        let now = merged(&was, &other, taken);
        let person = self
            .desk()
            .merge_people(&self.act(moment), keep, gone, &was, &now)
            .map_err(|failure| self.in_words(failure))?;
        Ok(person)
    }

    /// What happened to a record, newest first.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn history(&self, id: PersonId) -> Result<Vec<HistoryEntry>, Failure> {
        self.require(Deed::Open)?;
        let entries = self.desk().history_of(id)?;
        Ok(entries
            .into_iter()
            .map(|entry| HistoryEntry {
                at: entry.at,
                operator: entry.operator,
                what: entry.kind.label(self.lang).to_owned(),
                journal: (entry.station, entry.seq),
                changes: entry.changes,
            })
            .collect())
    }

    /// The record that counts for an identity: itself, or the one that it was merged into.
    pub(super) fn standing(&self, id: PersonId) -> Result<PersonId, Failure> {
        let found = self.reader().standing_record(id)?;
        found.ok_or_else(|| Failure::PersonNotFound {
            reference: id.to_string(),
        })
    }

    fn record_of(&self, id: PersonId) -> Result<PersonRecord, Failure> {
        let found = self.desk().person(id)?;
        let person = found.ok_or_else(|| Failure::PersonNotFound {
            reference: id.to_string(),
        })?;
        Ok(person.record)
    }

    /// A column of the store as the field that a clerk knows.
    fn in_words(&self, failure: Failure) -> Failure {
        match failure {
            Failure::EditConflict { field } => Failure::EditConflict {
                field: field_label(&field, self.lang),
            },
            other => other,
        }
    }
}

/// `work_status_code` and `work_status` are one field to a clerk.
fn field_label(column: &str, lang: crate::text::Lang) -> String {
    let bare = column.trim_end_matches("_code").trim_end_matches("_yuan");
    let field = PersonField::ALL.iter().find(|field| field.code() == bare);
    field.map_or_else(|| column.to_owned(), |field| field.label(lang).to_owned())
}

/// The record with its name as it is kept and the state that follows from the id number.
fn tidied(record: &PersonRecord) -> Result<PersonRecord, Failure> {
    let mut record = record.clone();
    record.name = name::tidy(&record.name).ok_or(Failure::NameNeeded {})?;
    record.settle_state();
    Ok(record)
}

/// `keep` with its gaps filled from `gone`, and with the fields in which `gone` is right.
fn merged(keep: &PersonRecord, gone: &PersonRecord, taken: &[PersonField]) -> PersonRecord {
    use PersonField as F;
    /// What is a record's own, or put together below.
    const OWN: [PersonField; 5] = [
        F::Reference,
        F::State,
        F::StateSince,
        F::StateReason,
        F::FormerRefs,
    ];
    let mut now = keep.clone();
    for field in PersonField::ALL.iter().filter(|field| !OWN.contains(field)) {
        if !field.is_known(keep) || taken.contains(field) {
            field.take(gone, &mut now);
        }
    }
    now.groups = keep.groups.clone();
    for membership in &gone.groups {
        if !now.groups.iter().any(|m| m.group == membership.group) {
            now.groups.push(membership.clone());
        }
    }
    for cert in &gone.certs {
        if !now.certs.contains(cert) {
            now.certs.push(cert.clone());
        }
    }
    now.former_refs.push(gone.reference.clone());
    now.former_refs.extend(gone.former_refs.iter().cloned());
    for (name, value) in &gone.extra {
        now.extra
            .entry(name.clone())
            .or_insert_with(|| value.clone());
    }
    if keep.id_number.is_none() {
        now.id_number = gone.id_number;
    }
    if now.state.is_none_or(PersonState::is_served) {
        now.settle_state();
    }
    now
}
