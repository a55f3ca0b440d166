//! Logging, correcting and cancelling contacts; keeping half-filled forms.

use super::{Moment, Office, rights::Deed};
use crate::{
    domain::{
        contact::{Contact, ContactRecord, ContactWith},
        dates,
        draft::Draft,
        failure::Failure,
        fit::Verdict,
        ids::{ContactId, DraftId, PersonId},
        offer::OfferId,
        recommendation::Response,
    },
    store::{ContactFilter, RecommendationDetails},
};
use chrono::NaiveDate;

/// A course or vacancy put to a person in a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommend {
    /// What.
    pub offer: OfferId,
    /// What they said to it.
    pub response: Response,
    /// Why although it does not fit; empty where it fits.
    pub override_reason: String,
}

impl Office {
    /// Logs a contact. The same id with the same content again is the same contact.
    ///
    /// # Errors
    /// Rights; [`Failure::ContactInFuture`], [`Failure::ContactBeforeBirth`]; what the store says.
    pub fn log_contact(
        &self,
        moment: &Moment,
        id: ContactId,
        record: &ContactRecord,
        recommend: Option<&Recommend>,
        draft: Option<DraftId>,
    ) -> Result<Contact, Failure> {
        self.require(Deed::LogContact)?;
        let record = &self.with_standing(record)?;
        not_in_future(record, moment)?;
        self.not_before_birth(record)?;
        self.next_is_ahead(id, record, moment)?;
        let details = match (recommend, record.with.person()) {
            (Some(recommend), Some(person)) => Some(self.details(person, recommend, moment)?),
            _ => None,
        };
        let contact =
            self.desk()
                .log_contact(&self.act(moment), id, record, details.as_ref(), draft)?;
        if let Some(person) = record.with.person() {
            self.memory.opened(person);
        }
        Ok(contact)
    }

    /// Corrects a contact: the old one stays, marked.
    ///
    /// # Errors
    /// Rights; [`Failure::ContactInFuture`], [`Failure::ContactBeforeBirth`]; what the store says.
    pub fn correct_contact(
        &self,
        moment: &Moment,
        id: ContactId,
        corrects: ContactId,
        record: &ContactRecord,
        reason: &str,
    ) -> Result<Contact, Failure> {
        self.require(Deed::LogContact)?;
        not_in_future(record, moment)?;
        self.not_before_birth(record)?;
        self.desk()
            .correct_contact(&self.act(moment), id, corrects, record, reason)
    }

    /// Cancels a contact: it stays, marked.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn cancel_contact(
        &self,
        moment: &Moment,
        id: ContactId,
        reason: &str,
    ) -> Result<Contact, Failure> {
        self.require(Deed::LogContact)?;
        self.desk().cancel_contact(&self.act(moment), id, reason)
    }

    /// A fresh identity for a contact.
    ///
    /// # Errors
    /// Where the system gives no random bytes.
    pub fn new_contact_id(&self, moment: &Moment) -> Result<ContactId, Failure> {
        self.desk().ids().next(moment.now).map(ContactId)
    }

    /// The contact of this identity, if it is on record.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn contact_with_id(&self, id: ContactId) -> Result<Option<Contact>, Failure> {
        self.require(Deed::ReadLog)?;
        self.desk().contact(id)
    }

    /// The titles of what was recommended in a contact.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn recommended_in(&self, id: ContactId) -> Result<Vec<String>, Failure> {
        self.require(Deed::ReadLog)?;
        self.desk().recommended_in(id)
    }

    /// The contact with this reference or program id.
    ///
    /// # Errors
    /// Rights; [`Failure::ContactNotFound`].
    pub fn find_contact(&self, reference: &str) -> Result<Contact, Failure> {
        self.require(Deed::ReadLog)?;
        let found = self.desk().find_contact(reference.trim())?;
        found.ok_or_else(|| Failure::ContactNotFound {
            reference: crate::text::display::line(reference),
        })
    }

    /// The contacts of a day, of a person, or both.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn contacts(
        &self,
        day: Option<NaiveDate>,
        person: Option<PersonId>,
    ) -> Result<Vec<Contact>, Failure> {
        self.require(Deed::ReadLog)?;
        self.desk().contacts(&ContactFilter {
            from: day,
            to: day,
            person,
            operator: None,
        })
    }

    /// Keeps a half-filled form.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn keep_draft(&self, moment: &Moment, draft: &Draft) -> Result<(), Failure> {
        self.require(Deed::KeepDraft)?;
        self.desk().keep_draft(&self.act(moment), draft)
    }

    /// The kept forms of a kind and person, newest first.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn drafts_of(&self, form: &str, person: PersonId) -> Result<Vec<Draft>, Failure> {
        self.require(Deed::KeepDraft)?;
        let mut drafts = self.desk().drafts(self.operator.id)?;
        drafts.retain(|d| d.form == form && d.person == Some(person));
        Ok(drafts)
    }

    /// Drops a kept form.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn drop_draft(&self, moment: &Moment, id: DraftId) -> Result<(), Failure> {
        self.require(Deed::KeepDraft)?;
        self.desk().drop_draft(&self.act(moment), id)
    }

    /// A contact with somebody whose record was merged meanwhile is one with the record that stayed.
    fn with_standing(&self, record: &ContactRecord) -> Result<ContactRecord, Failure> {
        let mut record = record.clone();
        if let ContactWith::Person(id) = record.with {
            record.with = ContactWith::Person(self.standing(id)?);
        }
        Ok(record)
    }

    fn not_before_birth(&self, record: &ContactRecord) -> Result<(), Failure> {
        let Some(person) = record.with.person() else {
            return Ok(());
        };
        let born = self
            .reader()
            .person(person)?
            .and_then(|p| p.record.birth_date);
        match born {
            Some(born) if record.at.date_naive() < born => Err(Failure::ContactBeforeBirth {
                at: record.at.date_naive().to_string(),
            }),
            _ => Ok(()),
        }
    }

    /// A promise is for a day to come; a contact that is on record already may be sent again later.
    fn next_is_ahead(
        &self,
        id: ContactId,
        record: &ContactRecord,
        moment: &Moment,
    ) -> Result<(), Failure> {
        match record.next_due {
            Some(day) if day < moment.today && self.reader().contact(id)?.is_none() => {
                Err(Failure::NextInPast {
                    day: day.to_string(),
                })
            }
            _ => Ok(()),
        }
    }

    /// What is kept of a recommendation as it stands at this moment.
    fn details(
        &self,
        person: PersonId,
        recommend: &Recommend,
        moment: &Moment,
    ) -> Result<RecommendationDetails, Failure> {
        let found = self.reader().person(person)?;
        let record = found
            .ok_or_else(|| Failure::PersonNotFound {
                reference: person.to_string(),
            })?
            .record;
        let fit = self
            .with_offers(|offers| offers.fit(recommend.offer, &record, moment.today, self.lang))?;
        let fit = fit.ok_or_else(|| Failure::OfferNotFound {
            reference: match recommend.offer {
                OfferId::Course(id) => id.to_string(),
                OfferId::Vacancy(id) => id.to_string(),
            },
        })?;
        let reasons: Vec<String> = fit
            .fit
            .reasons
            .iter()
            .map(|r| {
                let verdict: Verdict = r.verdict;
                format!("{} {}: {}", verdict.label(self.lang), r.what, r.because)
            })
            .collect();
        Ok(RecommendationDetails {
            offer: recommend.offer,
            title: fit.title,
            by: fit.by,
            response: recommend.response,
            reasons: reasons.join("\n"),
            override_reason: recommend.override_reason.clone(),
        })
    }
}

fn not_in_future(record: &ContactRecord, moment: &Moment) -> Result<(), Failure> {
    if moment.is_future(record.at) {
        Err(Failure::ContactInFuture {
            at: dates::day_and_hour(record.at),
        })
    } else {
        Ok(())
    }
}
