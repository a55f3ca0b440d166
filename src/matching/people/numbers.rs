//! Id numbers and phones as integers, in the order of their digits and by their last four.
//!
//! Absent on purpose: masking; a number leaves this module only as a place to highlight.

use super::{
    columns::{Columns, Row, id_characters, id_key, phone_digits},
    lists::Lists,
    names::Depth,
    sound,
};
use crate::domain::hit::{HitBy, HitField};
use crate::matching::query::DatePart;

/// Where digits were found in a row, as character ranges of the shown (masked) text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberHit {
    pub(super) rank: u8,
    pub(super) field: HitField,
    pub(super) by: HitBy,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Fewer digits of a beginning say nothing.
const SHORTEST_PREFIX: usize = 3;
/// Digits from which on a tail counts as a scrap of its own.
const LONG_TAIL: usize = 4;
/// Lengths in which a slip of an id number or a phone is looked for.
const SLIP_LENGTHS: std::ops::RangeInclusive<usize> = 10..=19;

/// The orders.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    id_order: Vec<Row>,
    id_tails: Lists<Row>,
    /// Row × 2 + which phone.
    phone_order: Vec<u32>,
    phone_tails: Lists<u32>,
}

fn id_tail_key(key: u64) -> u32 {
    (key % 11_000) as u32
}

fn phone_tail_key(key: u64) -> u32 {
    let length = u32::try_from(key % 16).unwrap_or(0).min(12);
    (key / 16 / 10u64.pow(12 - length) % 10_000) as u32
}

impl Numbers {
    pub(super) fn build(columns: &Columns) -> Self {
        let rows = 0..columns.len() as Row;
        let with_id = rows
            .clone()
            .filter(|r| columns.id_numbers[*r as usize] != 0);
        let mut id_order: Vec<Row> = with_id.collect();
        let ids = id_order.clone();
        id_order.sort_unstable_by_key(|r| columns.id_numbers[*r as usize]);
        let mut phones: Vec<u32> = rows
            .flat_map(|r| [r * 2, r * 2 + 1])
            .filter(|at| phone_at(columns, *at) != 0)
            .collect();
        let phone_tails = Lists::of(
            10_000,
            phones
                .iter()
                .map(|at| (phone_tail_key(phone_at(columns, *at)), *at)),
        );
        phones.sort_unstable_by_key(|at| phone_at(columns, *at));
        Self {
            id_tails: Lists::of(
                11_000,
                ids.iter()
                    .map(|r| (id_tail_key(columns.id_numbers[*r as usize]), *r)),
            ),
            id_order,
            phone_order: phones,
            phone_tails,
        }
    }

    /// Calls `hit` for every row in which the digits are found, perhaps more than once, with the rank.
    pub(super) fn find(
        &self,
        columns: &Columns,
        digits: &str,
        depth: Depth,
        mut hit: impl FnMut(Row, u8),
    ) {
        let whole = |length: usize| {
            if digits.len() == length {
                sound::EXACT
            } else {
                sound::NUMBER
            }
        };
        for row in self.id_range(columns, digits) {
            hit(*row, whole(18));
        }
        if let Some(long) = from_15(digits) {
            for row in self.id_range(columns, &long) {
                hit(*row, sound::EXACT);
            }
        }
        if !digits.ends_with('x') {
            for at in self.phone_range(columns, digits) {
                let length = usize::try_from(phone_at(columns, *at) % 16).unwrap_or(0);
                hit(at / 2, whole(length));
            }
        }
        self.tails(columns, digits, &mut hit);
        let dates = DatePart::from_digits(digits);
        if !dates.is_empty() {
            for (row, birth) in (0..).zip(&columns.births) {
                if dates.iter().any(|d| d.holds(*birth)) {
                    hit(row, sound::NUMBER);
                }
            }
        }
        if depth == Depth::Slip && SLIP_LENGTHS.contains(&digits.len()) {
            for other in one_slip_away(digits) {
                // An x stands at the end of an id number and nowhere else.
                let fits = other.find('x').is_none_or(|at| at == 17);
                match other.len() {
                    18 if fits => {
                        let rows = self.id_range(columns, &other).iter();
                        rows.for_each(|row| hit(*row, sound::SLIP));
                    }
                    11 => {
                        for at in self.phone_range(columns, &other) {
                            if phone_at(columns, *at) % 16 == 11 {
                                hit(at / 2, sound::SLIP);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn id_range(&self, columns: &Columns, digits: &str) -> &[Row] {
        if digits.len() < SHORTEST_PREFIX || digits.len() > 18 {
            return &[];
        }
        let (low, high) = if digits.len() == 18 {
            (id_key(digits), id_key(digits) + 1)
        } else if let Ok(n) = digits.parse::<u64>() {
            let unit = 10u64.pow(17 - digits.len() as u32) * 11;
            (n * unit, (n + 1) * unit)
        } else {
            return &[];
        };
        let from = self
            .id_order
            .partition_point(|r| columns.id_numbers[*r as usize] < low);
        let to = self
            .id_order
            .partition_point(|r| columns.id_numbers[*r as usize] < high);
        &self.id_order[from..to]
    }

    fn phone_range(&self, columns: &Columns, digits: &str) -> &[u32] {
        if digits.len() < SHORTEST_PREFIX || digits.len() > 12 {
            return &[];
        }
        let Ok(n) = digits.parse::<u64>() else {
            return &[];
        };
        let unit = 10u64.pow(12 - digits.len() as u32) * 16;
        let (low, high) = (n * unit, (n + 1) * unit);
        let from = self
            .phone_order
            .partition_point(|at| phone_at(columns, *at) < low);
        let to = self
            .phone_order
            .partition_point(|at| phone_at(columns, *at) < high);
        &self.phone_order[from..to]
    }

    fn tails(&self, columns: &Columns, digits: &str, hit: &mut impl FnMut(Row, u8)) {
        let (body, check) = match digits.strip_suffix('x') {
            Some(body) => (body, 10),
            None => {
                let (body, check) = digits.split_at(digits.len() - 1);
                (body, check.parse::<u32>().unwrap_or(0))
            }
        };
        let rank = if digits.len() >= LONG_TAIL {
            sound::PREFIX
        } else {
            sound::NUMBER
        };
        // The last four at most lead to a list; what stands before them is tested.
        let longer = digits.len() > 4;
        let known = body.len().min(3);
        let last: u32 = body[body.len() - known..].parse().unwrap_or(0);
        let unit = 10u32.pow(known as u32);
        let wanted: u64 = body.parse().unwrap_or(0);
        let id_unit = 10u64.checked_pow(body.len() as u32).unwrap_or(u64::MAX);
        for open in 0..10u32.pow(3 - known as u32) {
            for row in self.id_tails.get((open * unit + last) * 11 + check) {
                let stands = columns.id_numbers[*row as usize] / 11 % id_unit == wanted;
                if !longer || stands && body.len() < 18 {
                    hit(*row, rank);
                }
            }
        }
        if check == 10 || digits.len() > 12 {
            return;
        }
        let (wanted, unit_all) = (wanted * 10 + u64::from(check), id_unit.saturating_mul(10));
        for open in 0..10u32.pow(3 - known as u32) {
            for at in self.phone_tails.get((open * unit + last) * 10 + check) {
                let key = phone_at(columns, *at);
                let length = key % 16;
                let value = key / 16 / 10u64.pow(12 - length.min(12) as u32);
                if !longer || digits.len() as u64 <= length && value % unit_all == wanted {
                    hit(at / 2, rank);
                }
            }
        }
    }
}

fn phone_at(columns: &Columns, at: u32) -> u64 {
    columns.phones[(at % 2) as usize][(at / 2) as usize]
}

/// The seventeen digits of a number of the first generation.
fn from_15(digits: &str) -> Option<String> {
    (digits.len() == 15 && !digits.ends_with('x'))
        .then(|| format!("{}19{}", &digits[..6], &digits[6..]))
}

/// Digits held against one row: the same answers as [`Numbers::find`], and the reason.
pub(super) fn find_in_row(
    columns: &Columns,
    row: Row,
    digits: &str,
    depth: Depth,
) -> Option<NumberHit> {
    let at = row as usize;
    let mut best: Option<NumberHit> = None;
    let mut add = |hit: NumberHit| {
        if best.is_none_or(|b| hit.rank < b.rank) {
            best = Some(hit);
        }
    };
    if columns.id_numbers[at] != 0 {
        let id = id_characters(columns.id_numbers[at]);
        let long = from_15(digits).filter(|l| id.starts_with(l.as_str()));
        if long.is_some() {
            add(NumberHit {
                rank: sound::EXACT,
                field: HitField::IdNumber,
                by: HitBy::Exact,
                from: 0,
                to: 18,
            });
        }
        if let Some(hit) = compare(&id, digits, HitField::IdNumber, depth, 18) {
            add(hit);
        }
    }
    for phone in [columns.phones[0][at], columns.phones[1][at]] {
        if phone != 0 {
            let text = phone_digits(phone);
            if let Some(hit) = compare(&text, digits, HitField::Phone, depth, 11) {
                add(hit);
            }
        }
    }
    if DatePart::from_digits(digits)
        .iter()
        .any(|d| d.holds(columns.births[at]))
    {
        let by = if digits.len() == 8 {
            HitBy::Exact
        } else {
            HitBy::Prefix
        };
        add(NumberHit {
            rank: sound::NUMBER,
            field: HitField::BirthDate,
            by,
            from: 0,
            to: 0,
        });
    }
    best
}

fn compare(
    text: &str,
    digits: &str,
    field: HitField,
    depth: Depth,
    slip_length: usize,
) -> Option<NumberHit> {
    let (length, typed) = (text.len(), digits.len());
    let hit = |rank, by, from, to| {
        Some(NumberHit {
            rank,
            field,
            by,
            from,
            to,
        })
    };
    if text == digits {
        return hit(sound::EXACT, HitBy::Exact, 0, length);
    }
    if text.ends_with(digits) {
        let rank = if typed >= LONG_TAIL {
            sound::PREFIX
        } else {
            sound::NUMBER
        };
        return hit(rank, HitBy::Tail, length - typed, length);
    }
    if typed >= SHORTEST_PREFIX && text.starts_with(digits) {
        return hit(sound::NUMBER, HitBy::Prefix, 0, typed);
    }
    let slips = depth == Depth::Slip && SLIP_LENGTHS.contains(&typed) && length == slip_length;
    if slips && one_slip_away(digits).any(|other| other == text) {
        return hit(sound::SLIP, HitBy::Typo, 0, length);
    }
    None
}

/// Every text that one wrong, missing, extra or exchanged digit makes of this one.
fn one_slip_away(digits: &str) -> impl Iterator<Item = String> + '_ {
    const SIGNS: [char; 11] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'x'];
    (0..=digits.len()).flat_map(move |at| {
        let (head, tail) = digits.split_at(at);
        let mut out: Vec<String> = Vec::new();
        for sign in SIGNS {
            out.push(format!("{head}{sign}{tail}"));
            if let Some(rest) = tail.get(1..) {
                out.push(format!("{head}{sign}{rest}"));
            }
        }
        if let Some(rest) = tail.get(1..) {
            out.push(format!("{head}{rest}"));
        }
        if let (Some(a), Some(b), Some(rest)) = (tail.get(..1), tail.get(1..2), tail.get(2..)) {
            out.push(format!("{head}{b}{a}{rest}"));
        }
        out
    })
}
