//! Id and phone numbers that no one has: an origin never assigned, prefixes no carrier has, each unique.
//!
//! The slot of an id number (origin and sequence) repeats every 49,203 people; whoever shares a slot
//! has another day of the year as birthday, so no two of the first 17,000,000 share a number.

use super::super::random::Chance;
use crate::domain::{id_number::IdNumber, person::Sex};
use chrono::{Datelike, NaiveDate};

const ORIGINS: u64 = 99;
/// Pairs of sequence numbers below 996 (those of the hand-written people aside).
const PAIRS: u64 = 497;
const SLOTS: u64 = ORIGINS * PAIRS;
/// The pair 320, 321 is kept for hand-written people.
const KEPT_PAIR: u64 = 160;
const PREFIXES: [&str; 8] = ["154", "160", "161", "163", "164", "168", "169", "194"];
const NUMBERS: u64 = 800_000_000;

/// The birthday of somebody who is `age` on a day.
pub(super) fn birthday(index: u64, age: i32, today: NaiveDate) -> NaiveDate {
    let mut chance = Chance::new(3, index % SLOTS);
    let day = (chance.below(365) + index / SLOTS * 101) % 365;
    // 2001 is a common year: nobody drawn is born on 29 February.
    let in_year = u32::try_from(day)
        .ok()
        .and_then(|day| NaiveDate::from_yo_opt(2001, day + 1))
        .unwrap_or_default();
    let ahead = (in_year.month(), in_year.day()) > (today.month(), today.day());
    let year = today.year() - age - i32::from(ahead);
    NaiveDate::from_ymd_opt(year, in_year.month(), in_year.day()).unwrap_or_default()
}

/// The id number of a drawn person.
pub(super) fn id_number(index: u64, sex: Sex, birth: NaiveDate) -> Option<IdNumber> {
    let slot = index % SLOTS * 23_897 % SLOTS;
    let pair = slot / ORIGINS;
    let pair = pair + u64::from(pair >= KEPT_PAIR);
    let sequence = pair * 2 + u64::from(sex == Sex::Male);
    made_up(slot % ORIGINS, birth, sequence)
}

/// A number of somebody written by hand: sequence 996 to 999, its own origin for each.
pub(super) fn hand_id_number(index: u64, sex: Sex, birth: NaiveDate) -> Option<IdNumber> {
    let sequence = 996 + index / ORIGINS % 2 * 2 + u64::from(sex == Sex::Male);
    made_up(index * 37 % ORIGINS, birth, sequence)
}

/// A number that ends in four wanted characters, the first three 320 or 321.
pub(super) fn id_number_with_tail(tail: &str, birth: NaiveDate) -> Option<IdNumber> {
    let sequence = tail.get(..3)?.parse().ok()?;
    (0..ORIGINS)
        .filter_map(|origin| made_up(origin, birth, sequence))
        .find(|id| id.tail() == tail)
}

fn made_up(origin: u64, birth: NaiveDate, sequence: u64) -> Option<IdNumber> {
    let (y, m, d) = (birth.year(), birth.month(), birth.day());
    let body = format!("4499{:02}{y:04}{m:02}{d:02}{sequence:03}", origin + 1);
    IdNumber::from_body(&body).ok()
}

/// A mobile number.
pub(super) fn phone(index: u64) -> String {
    mobile(index % (NUMBERS / 2))
}

/// Another number, nobody's first.
pub(super) fn second_phone(index: u64) -> String {
    mobile(index % (NUMBERS / 2) + NUMBERS / 2)
}

fn mobile(position: u64) -> String {
    // A factor without 2 and 5 visits every number of the range once.
    let number = position * 412_345_679 % NUMBERS;
    let prefix = usize::try_from(number / 100_000_000).unwrap_or(0);
    format!(
        "{}{:08}",
        PREFIXES[prefix % PREFIXES.len()],
        number % 100_000_000
    )
}
