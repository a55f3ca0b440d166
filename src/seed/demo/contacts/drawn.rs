//! Contacts with the others, from what clerks note (`seed-data/demo/contact-phrases.tsv`).

use super::super::super::{
    problem::{Fault, Problem},
    tables,
    tsv::Source,
};
use super::super::{DemoContact, DemoOffer, DemoRecommendation, people, random::Chance};
use super::{Answers, Setting, moment, optional, working_day_after, working_day_before};
use crate::domain::{
    contact::{Channel, Outcome, Party},
    offer::VacancyRecord,
    person::{DisabilityKind, PersonRecord},
    recommendation::Response,
};
use crate::text::fold::is_han;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use std::sync::LazyLock;

const COLUMNS: [&str; 8] = [
    "方式",
    "接谈人",
    "事由",
    "结果",
    "原因",
    "内容",
    "下次",
    "推荐",
];

struct Phrase {
    answers: Answers,
    note: &'static str,
    next: Option<u64>,
    offers: Offers,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Offers {
    No,
    Course,
    Vacancy,
}

struct Phrases {
    all: Vec<Phrase>,
    problems: Vec<Problem>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let source = Source {
        file: "demo/contact-phrases.tsv",
        text: tables::DEMO_CONTACT_PHRASES,
    };
    let (mut all, mut problems) = (Vec::new(), Vec::new());
    for row in source.rows(COLUMNS, &mut problems) {
        match phrase(row.cells) {
            Ok(phrase) => all.push(phrase),
            Err(column) => {
                let at = COLUMNS.iter().position(|name| *name == column).unwrap_or(0);
                let fault = Fault::Value {
                    column: column.to_owned(),
                    text: row.cells[at].to_owned(),
                };
                problems.push(source.problem(row.line, fault));
            }
        }
    }
    Phrases { all, problems }
});

fn phrase(cells: [&'static str; 8]) -> Result<Phrase, &'static str> {
    let [
        channel,
        party,
        purposes,
        outcome,
        reason,
        note,
        next,
        offers,
    ] = cells;
    Ok(Phrase {
        answers: Answers::read([channel, party, purposes, outcome, reason])?,
        note,
        next: optional(next, |days| days.parse().ok()).ok_or("下次")?,
        offers: match offers {
            "" => Offers::No,
            "课" => Offers::Course,
            "岗" => Offers::Vacancy,
            _ => return Err("推荐"),
        },
    })
}

/// What is wrong with the file.
pub(super) fn problems() -> Vec<Problem> {
    PHRASES.problems.clone()
}

/// The contacts with some of the people after the hand-written ones.
pub(super) fn contacts(setting: &Setting<'_>) -> Vec<DemoContact> {
    let first = people::cast::size();
    let mut contacts = Vec::new();
    for index in first..setting.people.min(400) {
        let mut chance = Chance::new(11, index);
        if !chance.percent(55) {
            continue;
        }
        let person = people::person(index, setting.today);
        let day = working_day_before(setting.today, 1 + chance.below(26));
        let Some(contact) = contact(setting, index, &person, day, &mut chance) else {
            continue;
        };
        let due = contact.next_due.filter(|due| *due < setting.today);
        contacts.push(contact);
        // Most promises were kept; the others are overdue today.
        if let Some(day) = due
            && chance.percent(85)
        {
            let kept = (0..20)
                .filter_map(|_| contact_again(setting, index, &person, day, &mut chance))
                .find(|again| again.next_due.is_none_or(|due| due >= setting.today));
            contacts.extend(kept);
        }
    }
    contacts
}

fn contact_again(
    setting: &Setting<'_>,
    index: u64,
    person: &PersonRecord,
    day: NaiveDate,
    chance: &mut Chance,
) -> Option<DemoContact> {
    let again = contact(setting, index, person, day, chance)?;
    (again.channel != Channel::Fair).then_some(again)
}

fn contact(
    setting: &Setting<'_>,
    index: u64,
    person: &PersonRecord,
    day: NaiveDate,
    chance: &mut Chance,
) -> Option<DemoContact> {
    // What was said must suit the person: look for a phrase that does.
    let (phrase, recommended) = (0..12).find_map(|_| {
        let turn = usize::try_from(chance.below(PHRASES.all.len() as u64)).ok()?;
        let phrase = PHRASES.all.get(turn)?;
        let offered = match phrase.offers {
            Offers::No => Vec::new(),
            kind => vec![suiting(setting, kind, person, phrase, chance)?],
        };
        suits(phrase, person, setting.today).then_some((phrase, offered))
    })?;
    let answers = &phrase.answers;
    let minutes = i64::try_from(chance.below(360)).ok()?;
    // Nobody is at the counter from noon to two.
    let minutes = 515 + minutes + if minutes > 185 { 145 } else { 0 };
    let time = NaiveTime::MIN + TimeDelta::minutes(minutes);
    let at = moment(day, time, setting.offset)?;
    let mut entered_at = at + TimeDelta::minutes(chance.between(2, 9));
    let next_working_day = working_day_after(day, 1);
    if chance.percent(5) && next_working_day < setting.today {
        entered_at = moment(next_working_day, time, setting.offset)?;
    }
    Some(DemoContact {
        person: Some(index),
        operator: usize::from(chance.percent(30)),
        at,
        entered_at,
        channel: answers.channel,
        party: answers.party,
        place: place(answers.channel, person),
        purposes: answers.purposes.clone(),
        outcome: answers.outcome,
        reason: answers.reason,
        note: phrase.note.to_owned(),
        next_due: phrase.next.map(|days| working_day_after(day, days)),
        recommended,
    })
}

fn suits(phrase: &Phrase, person: &PersonRecord, today: NaiveDate) -> bool {
    let age = person.age_on(today).unwrap_or(30);
    let deaf = matches!(
        person.disability_kind,
        Some(DisabilityKind::Hearing | DisabilityKind::Speech)
    );
    let reached = match phrase.answers.channel {
        Channel::CallOut | Channel::CallIn => person.phone.is_some() && !deaf,
        Channel::Sms | Channel::WeChat => person.phone.is_some(),
        _ => true,
    };
    let answered = match phrase.answers.party {
        Some(Party::Parent) => age < 35,
        Some(Party::Spouse) => (26..65).contains(&age),
        Some(Party::Child) => age >= 48,
        _ => true,
    };
    // Small children and a village's house are for those who may have them.
    let grown = !phrase.note.contains("小孩") || (25..45).contains(&age);
    let at_home = phrase.answers.channel != Channel::VillagePost || !person.village.is_empty();
    reached && answered && grown && at_home && (age >= 18 || phrase.offers != Offers::Vacancy)
}

fn place(channel: Channel, person: &PersonRecord) -> String {
    match channel {
        Channel::Counter => format!("{}窗口", person.town),
        Channel::HomeVisit => person.village.clone(),
        Channel::VillagePost => format!("{}委会", person.village),
        Channel::Fair => "城区招聘会".to_owned(),
        _ => String::new(),
    }
}

/// An offer whose title has words of the wish in it; none that no clerk would pass on.
fn suiting(
    setting: &Setting<'_>,
    kind: Offers,
    person: &PersonRecord,
    phrase: &Phrase,
    chance: &mut Chance,
) -> Option<DemoRecommendation> {
    let wished = |title: &str| {
        let letters: Vec<char> = person.wishes.chars().collect();
        letters
            .windows(2)
            .filter(|pair| pair.iter().all(|c| is_han(*c)))
            .any(|pair| title.contains(&pair.iter().collect::<String>()))
    };
    let offers: Vec<DemoOffer> = if kind == Offers::Course {
        let titles = setting.courses.iter().map(|course| course.title.as_str());
        (0..)
            .zip(titles)
            .filter(|(_, title)| wished(title))
            .map(|(at, _)| DemoOffer::Course(at))
            .collect()
    } else {
        (0..)
            .zip(setting.vacancies)
            .filter(|(_, vacancy)| wished(&vacancy.title) && proper(vacancy, person, setting.today))
            .map(|(at, _)| DemoOffer::Vacancy(at))
            .collect()
    };
    let turn = usize::try_from(chance.below(offers.len() as u64)).ok()?;
    Some(DemoRecommendation {
        offer: offers.get(turn).copied()?,
        response: match phrase.answers.outcome {
            Outcome::Interested | Outcome::SignedUp => Response::Willing,
            Outcome::Declined => Response::Unwilling,
            _ => Response::Undecided,
        },
    })
}

fn proper(vacancy: &VacancyRecord, person: &PersonRecord, today: NaiveDate) -> bool {
    let words = [
        &vacancy.title,
        &vacancy.requirement,
        &vacancy.remark,
        &vacancy.employer,
    ];
    let says = |sought: &[&str]| {
        words
            .iter()
            .any(|text| sought.iter().any(|s| text.contains(s)))
    };
    let open = vacancy.closes.value.is_none_or(|day| day >= today);
    let open_to_all = person.disability_kind.is_none() || says(&["残疾", "盲人"]);
    let reserved = person.disability_kind.is_none() && says(&["残疾", "盲人"]);
    open && open_to_all
        && !reserved
        && !says(&["限男", "限女", "未婚", "押", "先垫付", "保证金", "某"])
}
