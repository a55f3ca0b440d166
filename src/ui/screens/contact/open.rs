//! How the form is opened: for whom, with what in it already.

use super::{
    ContactArgs, ContactForm, Corrected, PATIENCE_MS, Waiting, With,
    fields::{
        self, AT, CHANNEL, NEXT, NEXT_ON, NOTE, OUTCOME, PARTY, PLACE, PURPOSES, REASON, RESPONSE,
    },
    with_breaks,
};
use crate::{
    domain::{
        contact::{ContactWith, Purpose},
        daybook::DaybookRow,
        fit::OfferFit,
        ids::{ContactId, DraftId},
        offer::OfferKind,
        person::PersonSummary,
    },
    effect::Ask,
    ui::{
        cx::Cx,
        screen::{Screen, Step},
        words::people,
    },
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn open(args: ContactArgs, cx: &Cx<'_>) -> (ContactForm, Step) {
    match args {
        ContactArgs::Person { person, offer } => for_person(&person, offer, cx),
        ContactArgs::Nobody => {
            let whom = unnamed(ContactWith::Nobody, String::new());
            let mut form = blank(whom, None, None, cx);
            form.fill(&[(PARTY, "1"), (PURPOSES, "5")]);
            (form.ready(cx), Step::stay())
        }
        ContactArgs::Firm(firm) => {
            let whom = unnamed(ContactWith::Enterprise(firm.id), firm.name);
            let mut form = blank(whom, None, None, cx);
            form.usual_party = "7";
            form.fill(&[(PARTY, "7"), (PURPOSES, "2")]);
            (form.ready(cx), Step::stay())
        }
        ContactArgs::Correct(row) => for_correction(&row, cx),
        ContactArgs::Draft(draft) => ContactForm::from_draft(&draft, cx),
    }
}

fn for_person(
    person: &PersonSummary,
    offer: Option<Box<OfferFit>>,
    cx: &Cx<'_>,
) -> (ContactForm, Step) {
    let mut form = blank(with_person(person), offer, None, cx);
    // 事由 of a recommendation is what is recommended; else it follows up, or begins, a service.
    let purpose = match form.offer.as_ref().map(|offer| offer.offer.kind()) {
        Some(OfferKind::Courses) => Purpose::Training,
        Some(OfferKind::Vacancies) => Purpose::Vacancy,
        None if person.last_contact.is_some() => Purpose::FollowUp,
        None => Purpose::Survey,
    };
    let digit = purpose.digit().map(String::from).unwrap_or_default();
    form.fill(&[(PARTY, "1"), (PURPOSES, &digit)]);
    if form.offer.is_some() {
        form.fill(&[(CHANNEL, "1")]);
    }
    form.waiting = Waiting::Kept(cx.moment.ms + PATIENCE_MS);
    let step = Step::ask(Ask::Drafts {
        form: ContactForm::NAME.to_owned(),
        person: person.id,
    })
    .and_ask(Ask::RefreshPerson(person.id));
    (form.ready(cx), step)
}

fn for_correction(row: &DaybookRow, cx: &Cx<'_>) -> (ContactForm, Step) {
    let old = &row.contact;
    let record = &old.record;
    let with = With {
        id_tail: people::id_tail(&row.id_masked).to_owned(),
        age: row.age,
        village: format!("{}{}", row.town, row.village),
        ..unnamed(record.with, old.with_name.clone())
    };
    let corrects = Corrected {
        id: old.id,
        reference: old.reference.clone(),
        at: record.at,
    };
    let mut form = blank(with, None, Some(corrects), cx);
    let digit = |digit: Option<char>| digit.map(String::from).unwrap_or_default();
    let (next, next_on) = match record.next_due {
        Some(day) => ("9", day.format("%Y-%m-%d").to_string()),
        None => ("0", String::new()),
    };
    let purposes: String = record.purposes.iter().filter_map(|p| p.digit()).collect();
    form.fill(&[
        (CHANNEL, &digit(record.channel.digit())),
        (OUTCOME, &digit(record.outcome.digit())),
        (REASON, &digit(record.reason.and_then(|r| r.digit()))),
        (NEXT, next),
        (NEXT_ON, &next_on),
        (NOTE, &with_breaks(&record.note)),
        (PARTY, &digit(record.party.and_then(|p| p.digit()))),
        (PURPOSES, &purposes),
        (PLACE, &record.place),
        (AT, &fields::written(record.at)),
    ]);
    let Some(person) = record.with.person() else {
        return (form.ready(cx), Step::stay());
    };
    form.waiting = Waiting::Kept(cx.moment.ms + PATIENCE_MS);
    let step = Step::ask(Ask::Drafts {
        form: ContactForm::NAME.to_owned(),
        person,
    });
    (form.ready(cx), step)
}

/// A form with nothing in it.
pub(super) fn blank(
    with: With,
    offer: Option<Box<OfferFit>>,
    corrects: Option<Corrected>,
    cx: &Cx<'_>,
) -> ContactForm {
    let mut form = ContactForm {
        id: ContactId(cx.fresh_id()),
        draft: DraftId(cx.fresh_id()),
        began: cx.moment.now,
        with,
        offer,
        corrects,
        form: crate::ui::widgets::Form::default(),
        by_hand: BTreeSet::new(),
        usual_party: "1",
        waiting: Waiting::Nothing,
        failure: None,
        drop_prompt: None,
        contacts: Vec::new(),
        recommended_in: BTreeMap::new(),
        unanswered: 0,
        registered: None,
        born: None,
    };
    let starts = form.starts(cx.today()).is_some();
    form.form = fields::form(
        cx.lang,
        form.offer.is_some(),
        form.corrects.is_some(),
        starts,
    );
    form
}

impl ContactForm {
    /// Puts answers in without calling them the clerk's own.
    pub(super) fn fill(&mut self, answers: &[(&str, &str)]) {
        for (name, value) in answers {
            if let Some(field) = self.form.field_mut(name) {
                field.set(value);
            }
        }
    }

    /// Shows what is to be shown and goes to the first question.
    pub(super) fn ready(mut self, cx: &Cx<'_>) -> Self {
        self.refresh(cx);
        let first = if self.needs_ground() {
            fields::OVERRIDE
        } else if self.offer.is_some() {
            RESPONSE
        } else {
            CHANNEL
        };
        self.form.focus_on(first);
        self
    }
}

/// The header of a person.
pub(super) fn with_person(person: &PersonSummary) -> With {
    With {
        whom: ContactWith::Person(person.id),
        name: person.name.clone(),
        id_tail: people::id_tail(&person.id_masked).to_owned(),
        age: person.age,
        village: format!("{}{}", person.town, person.village),
        last: person.last_contact,
        promised: person.next_due,
    }
}

/// The header of anybody else.
pub(super) fn unnamed(whom: ContactWith, name: String) -> With {
    With {
        whom,
        name,
        id_tail: String::new(),
        age: None,
        village: String::new(),
        last: None,
        promised: None,
    }
}
