//! Asks that only look.

use super::Answer;
use crate::{
    domain::{
        ids::PersonId,
        offer::{OfferId, OfferKind},
    },
    effect::{
        DueContact, Found, OfferCard, OfferDetail, PersonFile, PersonOffers, Reply, TodayBoard,
        WhoFits,
    },
    office::{self, Board, LogOf, Moment, Offer, Office},
};
use chrono::NaiveDate;

/// Offers of each kind held ready for one person: enough that the counts over the lists are whole.
const OFFERS: usize = 500;
/// People held ready for one offer.
const PEOPLE: usize = 100;

pub(super) fn search(office: &Office, moment: &Moment, text: String, limit: usize) -> Answer {
    let answer = office.search(&text, limit, moment)?;
    Ok(Reply::Found {
        text,
        total: answer.total,
        found: answer
            .found
            .into_iter()
            .map(|(hit, summary)| Found { hit, summary })
            .collect(),
        nearest: answer.nearest,
    })
}

pub(super) fn file(file: office::PersonFile) -> Reply {
    Reply::Person(Box::new(PersonFile {
        person: file.person,
        summary: file.summary,
        contacts: file.contacts,
        recommendations: file.recommendations,
    }))
}

pub(super) fn offers(office: &Office, moment: &Moment, person: PersonId) -> Answer {
    let matches = office.offers_for(person, moment, OFFERS, true)?;
    Ok(Reply::Offers(Box::new(PersonOffers {
        person,
        understood: matches.understood,
        courses: matches.courses,
        vacancies: matches.vacancies,
        ask: matches.ask,
    })))
}

pub(super) fn reveal(office: &Office, moment: &Moment, person: PersonId) -> Answer {
    let numbers = office.reveal(person, "", moment)?;
    Ok(Reply::Revealed {
        person,
        id_number: numbers.id_number,
        phone: numbers.phone,
        phone2: numbers.phone2,
    })
}

pub(super) fn board(board: Board) -> Reply {
    Reply::Today(Box::new(TodayBoard {
        due: board
            .due
            .into_iter()
            .map(|(summary, due, last_note)| DueContact {
                summary,
                due,
                last_note,
            })
            .collect(),
        due_total: board.due_total,
        drafts: board.drafts,
        logged_today: board.logged_today,
        people: board.people,
        vacancies: board.vacancies,
        courses: board.courses,
    }))
}

pub(super) fn offer_list(
    office: &Office,
    moment: &Moment,
    kind: OfferKind,
    text: String,
) -> Answer {
    let cards = office
        .offer_list(kind, &text, moment)?
        .into_iter()
        .map(|(offer, open)| card(offer, open))
        .collect();
    Ok(Reply::OfferList { text, cards })
}

fn card(offer: Offer, open: Option<bool>) -> OfferCard {
    let id = offer.id();
    match offer {
        Offer::Course(course) => OfferCard {
            offer: id,
            reference: course.record.reference,
            title: course.record.title,
            by: course.record.org,
            place: course.record.place,
            terms: course.record.start.text,
            condition: course.record.condition,
            open,
        },
        Offer::Vacancy(vacancy) => OfferCard {
            offer: id,
            reference: vacancy.record.reference,
            title: vacancy.record.title,
            by: vacancy.record.employer,
            place: vacancy.record.place,
            terms: vacancy.record.pay,
            condition: vacancy.record.requirement,
            open,
        },
    }
}

pub(super) fn who_fits(office: &Office, moment: &Moment, offer: OfferId) -> Answer {
    let fits = office.who_fits(offer, moment, PEOPLE, false)?;
    Ok(Reply::WhoFits(Box::new(WhoFits {
        offer: match fits.offer {
            Offer::Course(course) => OfferDetail::Course(Box::new(course)),
            Offer::Vacancy(vacancy) => OfferDetail::Vacancy(Box::new(vacancy)),
        },
        people: fits.people,
        fitting: fits.fitting,
    })))
}

pub(super) fn day_log(office: &Office, day: NaiveDate, everyone: bool) -> Answer {
    let book = office.daybook(day, day, of(office, everyone))?;
    Ok(Reply::DayLog(Box::new(book)))
}

/// Everybody's contacts, or those of whoever works now.
pub(super) fn of(office: &Office, everyone: bool) -> LogOf {
    if everyone {
        LogOf::Everyone
    } else {
        LogOf::Operator(office.operator().id)
    }
}
