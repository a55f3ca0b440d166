//! Id numbers, phones and birth dates in the order of their digits and by their parts.
//!
//! Absent on purpose: what typed digits may mean (`digits`).

use super::{
    columns::{Columns, Row},
    digits::{Digits, MOBILE, phone_number, tens},
    lists::Lists,
    lot::Lot,
    rank::{self, Depth},
    stored::stored,
};
use std::ops::Range;

/// No phone has fewer digits.
const SHORTEST_PHONE: u32 = 7;

/// The orders and lists.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    id_order: Vec<Row>,
    id_tails: Lists<Row>,
    phone_order: Vec<Row>,
    /// Second phones are few: their keys in order, and whose they are.
    second_keys: Vec<u64>,
    second_rows: Vec<Row>,
    phone_tails: Lists<Row>,
    /// By the fourth to seventh digit of a mobile number.
    phone_middles: Lists<Row>,
    by_birth: Lists<Row>,
}

stored! {
    Numbers {
        id_order, id_tails, phone_order, second_keys, second_rows, phone_tails, phone_middles,
        by_birth,
    }
}

fn id_tail_key(key: u64) -> u32 {
    (key % 11_000) as u32
}

fn phone_tail_key(key: u64) -> u32 {
    (phone_number(key) % 10_000) as u32
}

fn phone_middle_key(key: u64) -> Option<u32> {
    (key % 16 == u64::from(MOBILE)).then(|| (phone_number(key) / 10_000 % 10_000) as u32)
}

/// An order of rows by their keys.
fn ordered(mut keyed: Vec<(u64, Row)>) -> Vec<Row> {
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, row)| row).collect()
}

impl Numbers {
    pub(super) fn build(columns: &Columns) -> Self {
        let rows = 0..columns.len() as Row;
        let ids = rows
            .clone()
            .map(|r| (columns.id_numbers[r as usize], r))
            .filter(|(key, _)| *key != 0);
        let phones = rows
            .clone()
            .flat_map(|r| columns.phones_of(r).map(move |key| (key, r)));
        let firsts = rows
            .clone()
            .map(|r| (columns.phones[r as usize], r))
            .filter(|(key, _)| *key != 0);
        let mut second: Vec<(u64, Row)> = columns
            .second_phones
            .iter()
            .map(|(row, key)| (*key, *row))
            .collect();
        second.sort_unstable();
        Self {
            id_tails: Lists::of(11_000, ids.clone().map(|(key, r)| (id_tail_key(key), r))),
            id_order: ordered(ids.collect()),
            phone_tails: Lists::of(
                10_000,
                phones.clone().map(|(key, r)| (phone_tail_key(key), r)),
            ),
            phone_middles: Lists::of(
                10_000,
                phones
                    .clone()
                    .filter_map(|(key, r)| Some((phone_middle_key(key)?, r))),
            ),
            phone_order: ordered(firsts.collect()),
            second_rows: second.iter().map(|(_, row)| *row).collect(),
            second_keys: second.into_iter().map(|(key, _)| key).collect(),
            by_birth: Lists::of(
                columns.dates().len() + 1,
                rows.map(|r| (columns.birth_number(r), r)),
            ),
        }
    }

    /// The rows in which digits are found.
    pub(super) fn find<'a>(
        &'a self,
        columns: &Columns,
        digits: &Digits,
        depth: Depth,
        lot: &mut Lot<'a>,
    ) {
        // Rows that a list leads to and that are looked at one by one.
        let mut tested: Vec<(u8, Row)> = Vec::new();
        for (low, high, rank) in digits.id_ranges() {
            let key = |row: &Row| columns.id_numbers[*row as usize];
            let from = self.id_order.partition_point(|r| key(r) < low);
            let to = from + self.id_order[from..].partition_point(|r| key(r) < high);
            lot.loosen(rank, &self.id_order[from..to]);
        }
        for (low, high, rank) in digits.phone_ranges() {
            let key = |row: &Row| columns.phones[*row as usize];
            let from = self.phone_order.partition_point(|r| key(r) < low);
            let to = from + self.phone_order[from..].partition_point(|r| key(r) < high);
            let second = self.second_keys.partition_point(|k| *k < low)
                ..self.second_keys.partition_point(|k| *k < high);
            for rows in [&self.phone_order[from..to], &self.second_rows[second]] {
                if digits.length < SHORTEST_PHONE || rank == rank::SLIP {
                    lot.loosen(rank, rows);
                    continue;
                }
                // A number may end here.
                for row in rows {
                    let phones = columns.phones_of(*row);
                    let fits = phones.filter(|key| (low..high).contains(key));
                    let ranks = fits.filter_map(|key| digits.phone_rank(key, rank));
                    tested.extend(ranks.min().map(|rank| (rank, *row)));
                }
            }
        }
        self.tails(columns, digits, &mut tested, lot);
        if !digits.dates.is_empty() {
            let holds = |day| digits.dates.iter().any(|d| d.holds(day));
            self.born(columns, holds, digits.date_rank(), lot);
        }
        if digits.looks_inside(depth) {
            self.inside(columns, digits, &mut tested);
        }
        tested.sort_unstable();
        for same in tested.chunk_by(|a, b| a.0 == b.0) {
            lot.own(same[0].0, same.iter().map(|(_, row)| *row).collect());
        }
    }

    /// The rows born on certain days.
    pub(super) fn born<'a>(
        &'a self,
        columns: &Columns,
        holds: impl Fn(u32) -> bool,
        rank: u8,
        lot: &mut Lot<'a>,
    ) {
        let dates = (1u32..).zip(columns.dates().iter().copied());
        let mut run: Option<Range<u32>> = None;
        for (number, _) in dates.filter(|(_, day)| holds(*day)) {
            match &mut run {
                Some(run) if run.end == number => run.end += 1,
                _ => {
                    let last = run.replace(number..number + 1);
                    self.born_in(last, rank, lot);
                }
            }
        }
        self.born_in(run, rank, lot);
    }

    /// The rows born from one day to another, in any order.
    pub(super) fn born_between(&self, columns: &Columns, first: u32, last: u32) -> &[Row] {
        let number = |before: &dyn Fn(u32) -> bool| {
            columns.dates().partition_point(|day| before(*day)) as u32 + 1
        };
        let from = number(&|day| day < first);
        self.by_birth
            .span(from, number(&|day| day <= last).max(from))
    }

    /// The rows of a run of days.
    fn born_in<'a>(&'a self, days: Option<Range<u32>>, rank: u8, lot: &mut Lot<'a>) {
        let Some(days) = days else {
            return;
        };
        let rows = self.by_birth.span(days.start, days.end);
        if days.len() == 1 {
            lot.sort(rank, rows);
        } else {
            lot.loosen(rank, rows);
        }
    }

    fn tails<'a>(
        &'a self,
        columns: &Columns,
        digits: &Digits,
        tested: &mut Vec<(u8, Row)>,
        lot: &mut Lot<'a>,
    ) {
        let rank = digits.tail_rank();
        // The last four at most lead to a list; what stands before them is looked at row by row.
        let long = digits.text.len() > 4;
        let (check, body, known) = if digits.ends_x {
            (10, digits.value % 1000, digits.length.min(3))
        } else {
            (
                digits.value % 10,
                digits.value / 10 % 1000,
                (digits.length - 1).min(3),
            )
        };
        let unit = 10u32.pow(known);
        for open in 0..10u32.pow(3 - known) {
            let rows = self
                .id_tails
                .get((open * unit + body as u32) * 11 + check as u32);
            if !long {
                lot.sort(rank, rows);
                continue;
            }
            let ends = |row: &&Row| digits.id_tail(columns.id_numbers[**row as usize]).is_some();
            tested.extend(rows.iter().filter(ends).map(|row| (rank, *row)));
        }
        if !digits.ends_x {
            let known = digits.length.min(4);
            let unit = 10u32.pow(known);
            let last = (digits.value % 10_000) as u32;
            for open in 0..10u32.pow(4 - known) {
                let rows = self.phone_tails.get(open * unit + last);
                if !long {
                    lot.sort(rank, rows);
                    continue;
                }
                let ends = |row: &&Row| columns.phones_of(**row).any(|key| digits.ends(key));
                tested.extend(rows.iter().filter(ends).map(|row| (rank, *row)));
            }
        }
    }

    /// For each place in a number where the digits may stand: the list that knows most of them.
    fn inside(&self, columns: &Columns, digits: &Digits, tested: &mut Vec<(u8, Row)>) {
        let length = digits.length;
        for from in 1..MOBILE - length {
            let overlap = |low: u32| {
                (
                    from.max(low),
                    (from + length).min(low + 4).max(from.max(low)),
                )
            };
            let (middle, tail) = (overlap(3), overlap(7));
            let (window, (a, b), lists) = if middle.1 - middle.0 >= tail.1 - tail.0 {
                (3, middle, &self.phone_middles)
            } else {
                (7, tail, &self.phone_tails)
            };
            let known = digits.value / tens(from + length - b) % tens(b - a);
            let (before, after) = (a - window, window + 4 - b);
            for high in 0..tens(before) {
                for low in 0..tens(after) {
                    let key = (high * tens(b - a) + known) * tens(after) + low;
                    let rows = lists.get(key as u32).iter();
                    let holds = |row: &&Row| {
                        let mut phones = columns.phones_of(**row);
                        phones.any(|key| digits.inside(key).is_some())
                    };
                    tested.extend(rows.filter(holds).map(|row| (rank::NUMBER_INFIX, *row)));
                }
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        (self.id_order.len() + self.phone_order.len()) * 4
            + self.second_keys.len() * 12
            + self.id_tails.bytes()
            + self.phone_tails.bytes()
            + self.phone_middles.bytes()
            + self.by_birth.bytes()
    }
}
