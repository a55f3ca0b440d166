//! Asks that only look.

use super::Answer;
use crate::{
    domain::{
        filter::FilterField,
        ids::PersonId,
        offer::{OfferId, OfferKind},
    },
    effect::{
        DueContact, EntryMeant, Found, OfferCard, OfferDetail, PersonFile, PersonOffers, Reply,
        TodayBoard, WhoFits,
    },
    office::{self, Board, LogOf, Meant, Moment, Offer, Office},
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
        about: answer.about,
        found: answer
            .found
            .into_iter()
            .map(|(hit, summary)| Found { hit, summary })
            .collect(),
        nearest: answer.nearest,
        loading: answer.loading,
        problems: answer.problems,
    })
}

pub(super) fn search_each(office: &Office, moment: &Moment, entries: &[String]) -> Answer {
    let each = office.search_each(entries, moment)?.into_iter();
    let each = each.map(|meant| match meant {
        Meant::One(line, matched) => EntryMeant::One(line, matched),
        Meant::Several {
            people,
            about,
            text,
        } => EntryMeant::Several {
            people,
            about,
            text,
        },
        Meant::Nobody => EntryMeant::Nobody,
    });
    Ok(Reply::FoundEach(each.collect()))
}

/// Values offered for a filter.
const FACETS: usize = 40;

pub(super) fn facets(
    office: &Office,
    moment: &Moment,
    rest: &str,
    field: FilterField,
    typed: String,
) -> Answer {
    let facets = office.facets(rest, (field, &typed), FACETS, moment)?;
    Ok(Reply::Facets {
        field,
        typed,
        facets,
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
