//! Courses and vacancies: what fits a person, whom an offer fits, what a wish means.

use super::{Moment, Office, knowledge, rights::Deed};
use crate::{
    domain::{
        failure::Failure,
        fit::PersonFit,
        ids::PersonId,
        offer::{OfferId, OfferKind},
        person::PersonSummary,
    },
    matching::{
        occupation::Understood,
        offers::{Offer, PersonMatches, View},
    },
};

/// Whom an offer fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoFits {
    /// The offer.
    pub offer: Offer,
    /// Those whom it fits or nearly fits, best first.
    pub people: Vec<(PersonFit, PersonSummary)>,
    /// How many it fits in all.
    pub fitting: usize,
}

impl Office {
    /// What fits a person, best first.
    ///
    /// # Errors
    /// Rights; [`Failure::PersonNotFound`].
    pub fn offers_for(
        &self,
        id: PersonId,
        moment: &Moment,
        limit: usize,
        all: bool,
    ) -> Result<PersonMatches, Failure> {
        self.require(Deed::Offers)?;
        let found = self.reader().person(id)?;
        let person = found.ok_or_else(|| Failure::PersonNotFound {
            reference: id.to_string(),
        })?;
        // Who died or moved away is offered nothing.
        if !person.record.is_served() {
            return Ok(PersonMatches::default());
        }
        let view = self.view(moment, limit, all);
        self.with_offers(|offers| offers.for_person(&person.record, &view))
    }

    /// Whom an offer fits, best first.
    ///
    /// # Errors
    /// Rights; [`Failure::OfferNotFound`].
    pub fn who_fits(
        &self,
        id: OfferId,
        moment: &Moment,
        limit: usize,
        all: bool,
    ) -> Result<WhoFits, Failure> {
        self.require(Deed::Offers)?;
        let view = self.view(moment, limit, all);
        let (offer, fits, fitting) = self.with_both(|pool, offers| {
            let (fits, fitting) = offers.who_fits(id, pool, &view);
            (offers.get(id).cloned(), fits, fitting)
        })?;
        let offer = offer.ok_or_else(|| Failure::OfferNotFound {
            reference: match id {
                OfferId::Course(id) => id.to_string(),
                OfferId::Vacancy(id) => id.to_string(),
            },
        })?;
        let ids: Vec<PersonId> = fits.iter().map(|f| f.person).collect();
        let mut lines = self
            .reader()
            .summaries(&ids, moment.today)?
            .into_iter()
            .peekable();
        let people = fits
            .into_iter()
            .filter_map(|fit| {
                let line = lines.next_if(|l| l.id == fit.person)?;
                Some((fit, line))
            })
            .collect();
        Ok(WhoFits {
            offer,
            people,
            fitting,
        })
    }

    /// The offers of a kind whose words hold `text`, and whether each is open.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn offer_list(
        &self,
        kind: OfferKind,
        text: &str,
        moment: &Moment,
    ) -> Result<Vec<(Offer, Option<bool>)>, Failure> {
        self.require(Deed::Offers)?;
        self.with_offers(|offers| {
            offers
                .filter(kind, text)
                .into_iter()
                .filter_map(|id| {
                    let offer = offers.get(id)?.clone();
                    Some((offer, offers.is_open(id, moment.today)))
                })
                .collect()
        })
    }

    /// The course or vacancy of this kind with a reference or program id.
    ///
    /// # Errors
    /// Rights; [`Failure::OfferNotFound`].
    pub fn find_offer(&self, kind: OfferKind, reference: &str) -> Result<OfferId, Failure> {
        self.require(Deed::Offers)?;
        let (store, text) = (self.desk(), reference.trim());
        let found = match kind {
            OfferKind::Courses => store.find_course(text)?.map(|c| OfferId::Course(c.id)),
            OfferKind::Vacancies => store.find_vacancy(text)?.map(|v| OfferId::Vacancy(v.id)),
        };
        found.ok_or_else(|| Failure::OfferNotFound {
            reference: crate::text::display::line(reference),
        })
    }

    fn view(&self, moment: &Moment, limit: usize, all: bool) -> View {
        View {
            today: moment.today,
            lang: self.lang,
            limit,
            all,
        }
    }
}

/// The occupations that a wish means, best first. Needs no database.
pub fn understand_wish(wish: &str, limit: usize) -> Vec<Understood> {
    knowledge::occupations().understand(wish, limit)
}
