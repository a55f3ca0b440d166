//! The form as a kept draft (暂存), and back. What is kept besides the fields says which use of the
//! form it was, and carries the contact's identity: a draft that was saved after all is one contact.

use super::{ContactForm, Corrected, Waiting, open, words};
use crate::{
    domain::{
        contact::ContactWith,
        draft::Draft,
        fit::{Fit, FitLevel, OfferFit},
        ids::{ContactId, CourseId, EnterpriseId, VacancyId},
        offer::OfferId,
    },
    effect::Ask,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Screen, Step},
        words::people,
    },
};
use chrono::DateTime;

const CONTACT: &str = "contact";
const BEGAN: &str = "began";
const BY_HAND: &str = "by_hand";
const FIRM: &str = "firm";
const FIRM_NAME: &str = "firm_name";
const COURSE: &str = "course";
const VACANCY: &str = "vacancy";
const OFFER_TITLE: &str = "offer_title";
const OFFER_BY: &str = "offer_by";
const OFFER_TERMS: &str = "offer_terms";
const CORRECTS: &str = "corrects";
const CORRECTS_REFERENCE: &str = "corrects_reference";
const CORRECTS_AT: &str = "corrects_at";

fn kept<'a>(draft: &'a Draft, name: &str) -> Option<&'a str> {
    let found = draft.fields.iter().find(|(field, _)| field == name);
    found.map(|(_, value)| value.as_str())
}

impl ContactForm {
    pub(super) fn to_draft(&self, cx: &Cx<'_>) -> Draft {
        let lang = cx.lang;
        let who = self.who(lang);
        let title = match (&self.offer, &self.corrects) {
            (Some(offer), _) => words::draft_recommend(lang, &who, &offer.title),
            (_, Some(_)) => words::draft_correct(lang, &who),
            _ => words::draft_title(lang, &who),
        };
        let by_hand: Vec<&str> = self.by_hand.iter().copied().collect();
        let mut fields: Vec<(String, String)> = vec![
            (CONTACT.into(), self.id.to_string()),
            (BEGAN.into(), self.began.to_rfc3339()),
            (BY_HAND.into(), by_hand.join(" ")),
        ];
        if let ContactWith::Enterprise(firm) = self.with.whom {
            fields.push((FIRM.into(), firm.to_string()));
            fields.push((FIRM_NAME.into(), self.with.name.clone()));
        }
        if let Some(offer) = &self.offer {
            fields.push(match offer.offer {
                OfferId::Course(id) => (COURSE.into(), id.to_string()),
                OfferId::Vacancy(id) => (VACANCY.into(), id.to_string()),
            });
            fields.push((OFFER_TITLE.into(), offer.title.clone()));
            fields.push((OFFER_BY.into(), offer.by.clone()));
            fields.push((OFFER_TERMS.into(), offer.terms.clone()));
        }
        if let Some(old) = &self.corrects {
            fields.push((CORRECTS.into(), old.id.to_string()));
            fields.push((CORRECTS_REFERENCE.into(), old.reference.clone()));
            fields.push((CORRECTS_AT.into(), old.at.to_rfc3339()));
        }
        let answers = self.form.fields.iter();
        fields.extend(answers.map(|field| (field.name.to_owned(), field.value())));
        Draft {
            id: self.draft,
            form: Self::NAME.to_owned(),
            person: self.with.whom.person(),
            title: title.into_owned(),
            fields,
            saved_at: cx.moment.now,
        }
    }

    /// Name and tail of the id, or what stands for them.
    pub(super) fn who(&self, lang: crate::text::Lang) -> String {
        if self.with.name.is_empty() && self.with.whom == ContactWith::Nobody {
            return words::with_nobody(lang).into_owned();
        }
        people::named_by(lang, &self.with.name, &self.with.id_tail)
    }

    /// A form as it was kept. What it recommends is judged anew, because rules and records may have
    /// changed since; until then it counts as not known.
    pub(super) fn from_draft(draft: &Draft, cx: &Cx<'_>) -> (Self, Step) {
        let firm = kept(draft, FIRM).and_then(EnterpriseId::parse);
        let whom = match (draft.person, firm) {
            (Some(person), _) => ContactWith::Person(person),
            (None, Some(firm)) => ContactWith::Enterprise(firm),
            (None, None) => ContactWith::Nobody,
        };
        let name = match whom {
            ContactWith::Person(_) => draft.title.clone(),
            _ => kept(draft, FIRM_NAME).unwrap_or_default().to_owned(),
        };
        let corrects = kept(draft, CORRECTS).and_then(|id| {
            Some(Corrected {
                id: ContactId::parse(id)?,
                reference: kept(draft, CORRECTS_REFERENCE)?.to_owned(),
                at: DateTime::parse_from_rfc3339(kept(draft, CORRECTS_AT)?).ok()?,
            })
        });
        let with = open::unnamed(whom, name);
        let mut form = open::blank(with, offer_of(draft).map(Box::new), corrects, cx);
        if matches!(whom, ContactWith::Enterprise(_)) {
            form.usual_party = "7";
        }
        form.take_up(draft, cx);
        let mut step = Step::stay();
        if let Some(person) = draft.person {
            step = step.and_ask(Ask::RefreshPerson(person));
            if form.offer.is_some() {
                step = step.and_ask(Ask::Offers(person));
            }
        }
        (form.ready(cx), step)
    }

    /// An answer to "was something kept of this form before?"
    pub(super) fn kept_before(&mut self, drafts: &[Draft], cx: &Cx<'_>) -> Step {
        if !matches!(self.waiting, Waiting::Kept(_)) {
            return Step::stay();
        }
        self.waiting = Waiting::Nothing;
        let mine = self.offer.as_ref().map(|offer| offer.offer);
        let corrects = self.corrects.as_ref().map(|old| old.id);
        let same_use = |draft: &&Draft| {
            kept(draft, CORRECTS).and_then(ContactId::parse) == corrects
                && offer_of(draft).map(|offer| offer.offer) == mine
        };
        let Some(draft) = drafts.iter().find(same_use) else {
            return Step::stay();
        };
        self.take_up(draft, cx);
        let time = draft.saved_at.format("%m-%d %H:%M").to_string();
        let drop = cx.key(Self::NAME, "drop");
        Step::say(Notice::info(words::restored(cx.lang, &time, &drop)))
    }

    /// Takes over what was kept. The focus stays on the first question, so that the usual keys mean
    /// the usual answers.
    fn take_up(&mut self, draft: &Draft, cx: &Cx<'_>) {
        self.draft = draft.id;
        if let Some(id) = kept(draft, CONTACT).and_then(ContactId::parse) {
            self.id = id;
        }
        if let Some(began) = kept(draft, BEGAN).and_then(|at| DateTime::parse_from_rfc3339(at).ok())
        {
            self.began = began;
        }
        let by_hand = kept(draft, BY_HAND).unwrap_or_default();
        for field in &mut self.form.fields {
            if let Some(value) = kept(draft, field.name) {
                field.set(value);
            }
            if by_hand.split(' ').any(|name| name == field.name) {
                self.by_hand.insert(field.name);
            }
        }
        self.refresh(cx);
    }
}

fn offer_of(draft: &Draft) -> Option<OfferFit> {
    let course = kept(draft, COURSE).and_then(CourseId::parse);
    let vacancy = kept(draft, VACANCY).and_then(VacancyId::parse);
    let text = |name: &str| kept(draft, name).unwrap_or_default().to_owned();
    Some(OfferFit {
        offer: course
            .map(OfferId::Course)
            .or(vacancy.map(OfferId::Vacancy))?,
        reference: String::new(),
        title: text(OFFER_TITLE),
        by: text(OFFER_BY),
        place: String::new(),
        terms: text(OFFER_TERMS),
        fit: Fit {
            level: FitLevel::Unknown,
            score: 0,
            reasons: Vec::new(),
            not_checked: Vec::new(),
        },
    })
}
