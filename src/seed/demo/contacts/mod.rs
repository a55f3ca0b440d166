//! The contacts of the last weeks: those with the hand-written people, and drawn ones with some of the others.
//!
//! How many are drawn depends on the size of the office, up to 400 people; none is of today, so that
//! the day's log begins empty.

mod drawn;
mod written;

#[cfg(test)]
mod tests;

use super::{DemoContact, DemoOffer, DemoRecommendation};
use crate::domain::{
    contact::{Channel, Outcome, Party, Purpose, Reason},
    dates,
    offer::{CourseRecord, VacancyRecord},
    recommendation::Response,
};
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, Weekday};

/// What contacts are made from.
pub(super) struct Setting<'a> {
    /// How many people there are.
    pub(super) people: u64,
    /// The day it is.
    pub(super) today: NaiveDate,
    /// The counter's time zone.
    pub(super) offset: FixedOffset,
    /// What can be learnt.
    pub(super) courses: &'a [CourseRecord],
    /// Where there is work.
    pub(super) vacancies: &'a [VacancyRecord],
}

/// The contacts, in the order in which they were entered.
pub(super) fn contacts(setting: &Setting<'_>) -> Vec<DemoContact> {
    let mut contacts = written::contacts(setting);
    contacts.extend(drawn::contacts(setting));
    contacts.sort_by_key(|contact| (contact.entered_at, contact.at, contact.person));
    contacts
}

/// What is wrong with the files that contacts are made from.
pub(in crate::seed) fn problems() -> Vec<super::super::Problem> {
    [written::problems(), drawn::problems()].concat()
}

/// The words of a contact in the counter's own labels, as both files hold them.
struct Answers {
    channel: Channel,
    party: Option<Party>,
    purposes: Vec<Purpose>,
    outcome: Outcome,
    reason: Option<Reason>,
}

impl Answers {
    /// Reads the labels; the error is the column that could not be read.
    fn read([channel, party, purposes, outcome, reason]: [&str; 5]) -> Result<Self, &'static str> {
        Ok(Self {
            channel: Channel::parse(channel).ok_or("方式")?,
            party: optional(party, Party::parse).ok_or("接谈人")?,
            purposes: purposes
                .split('、')
                .map(Purpose::parse)
                .collect::<Option<_>>()
                .ok_or("事由")?,
            outcome: Outcome::parse(outcome).ok_or("结果")?,
            reason: optional(reason, Reason::parse).ok_or("原因")?,
        })
    }
}

/// An empty cell is no value; any other must be read.
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() {
        Some(None)
    } else {
        read(text).map(Some)
    }
}

/// So many days before `today`, moved to the working day before a weekend.
fn working_day_before(today: NaiveDate, days: u64) -> NaiveDate {
    let day = today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

/// A working day so many days after another.
fn working_day_after(day: NaiveDate, days: u64) -> NaiveDate {
    dates::working_day_on_or_after(dates::days_after(day, days))
}

/// A moment on the counter's clock.
fn moment(day: NaiveDate, time: NaiveTime, offset: FixedOffset) -> Option<DateTime<FixedOffset>> {
    day.and_time(time).and_local_timezone(offset).single()
}

/// The offer with a reference.
fn offer(setting: &Setting<'_>, reference: &str) -> Option<DemoOffer> {
    let course = setting
        .courses
        .iter()
        .position(|c| c.reference == reference);
    let vacancy = || {
        setting
            .vacancies
            .iter()
            .position(|v| v.reference == reference)
    };
    course
        .map(DemoOffer::Course)
        .or_else(|| vacancy().map(DemoOffer::Vacancy))
}

/// `K003有意、G0012待定`: references and what was said to them.
fn recommended(setting: &Setting<'_>, text: &str) -> Option<Vec<DemoRecommendation>> {
    text.split('、')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let digits = part.find(|c: char| !c.is_ascii_alphanumeric())?;
            let (reference, said) = part.split_at(digits);
            Some(DemoRecommendation {
                offer: offer(setting, reference)?,
                response: Response::parse(said)?,
            })
        })
        .collect()
}
