//! Typed digits: the parts of id numbers, phones and birth dates that they may be.
//!
//! Absent on purpose: masking; a number leaves this module only as a place to highlight.

use super::{
    columns::{Columns, Row},
    rank::{self, Depth},
};
use crate::domain::hit::{HitBy, HitField};
use crate::matching::query::DatePart;

/// Where digits were found in a row, as character ranges of the shown text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberHit {
    pub(super) rank: u8,
    pub(super) field: HitField,
    pub(super) by: HitBy,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Digits from which on a tail counts as a scrap of its own.
const LONG_TAIL: u32 = 4;
/// Digits of the middle of a phone that are looked for.
const SHORTEST_INFIX: u32 = 5;
/// Digits of a phone of which four in the middle lead to a list.
pub(super) const MOBILE: u32 = 11;

/// Typed digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) text: String,
    /// Digits before a final x, and their value.
    pub(super) length: u32,
    pub(super) value: u64,
    pub(super) ends_x: bool,
    pub(super) dates: Vec<DatePart>,
    /// Numbers one slip away: of ids, of phones.
    near_ids: Vec<u64>,
    near_phones: Vec<u64>,
}

pub(super) fn tens(power: u32) -> u64 {
    10u64.checked_pow(power).unwrap_or(u64::MAX)
}

impl Digits {
    /// Reads digits with perhaps a final x; nineteen at most are a number.
    pub(super) fn read(text: &str, depth: Depth) -> Option<Self> {
        let body = text.strip_suffix('x').unwrap_or(text);
        if body.is_empty() && text.is_empty() || body.len() > 19 {
            return None;
        }
        let value = if body.is_empty() {
            0
        } else {
            body.parse().ok()?
        };
        let mut digits = Self {
            length: body.len() as u32,
            value,
            ends_x: body.len() < text.len(),
            dates: DatePart::from_digits(text),
            near_ids: Vec::new(),
            near_phones: Vec::new(),
            text: text.to_owned(),
        };
        if depth == Depth::Slip {
            for other in one_slip_away(text) {
                match other.len() {
                    18 => digits.near_ids.push(id_key(&other)),
                    11 if !other.ends_with('x') => digits.near_phones.push(phone_key(&other)),
                    _ => {}
                }
            }
            digits.near_ids.sort_unstable();
            digits.near_phones.sort_unstable();
        }
        Some(digits)
    }

    /// The seventeen digits of a number of the first generation.
    fn first_generation(&self) -> Option<u64> {
        (self.length == 15 && !self.ends_x)
            .then(|| self.value / tens(9) * tens(11) + 19 * tens(9) + self.value % tens(9))
    }

    /// Half-open ranges of id keys that begin so, with the rank.
    pub(super) fn id_ranges(&self) -> Vec<(u64, u64, u8)> {
        let mut ranges = Vec::new();
        if self.text.len() == 18 {
            let key = id_key(&self.text);
            ranges.push((key, key + 1, rank::EXACT));
        } else if self.text.len() < 18 && !self.ends_x {
            let unit = tens(17 - self.length) * 11;
            let rank = if self.length == 17 {
                rank::WHOLE_PINYIN
            } else {
                rank::NUMBER
            };
            ranges.push((self.value * unit, (self.value + 1) * unit, rank));
        }
        if let Some(long) = self.first_generation() {
            ranges.push((long * 11, (long + 1) * 11, rank::EXACT));
        }
        ranges.extend(self.near_ids.iter().map(|key| (*key, *key + 1, rank::SLIP)));
        ranges
    }

    pub(super) fn phone_ranges(&self) -> Vec<(u64, u64, u8)> {
        let mut ranges = Vec::new();
        if self.length <= 12 && !self.ends_x {
            let unit = tens(12 - self.length) * 16;
            ranges.push((self.value * unit, (self.value + 1) * unit, rank::NUMBER));
        }
        ranges.extend(
            self.near_phones
                .iter()
                .map(|key| (*key, *key + 1, rank::SLIP)),
        );
        ranges
    }

    /// Held against one row.
    pub(super) fn in_row(&self, columns: &Columns, row: Row, depth: Depth) -> Option<NumberHit> {
        let at = row as usize;
        let mut best: Option<NumberHit> = None;
        let mut add = |rank: u8, field, by, from: u32, to: u32| {
            if best.is_none_or(|b| rank < b.rank) {
                let (from, to) = (from as usize, to as usize);
                best = Some(NumberHit {
                    rank,
                    field,
                    by,
                    from,
                    to,
                });
            }
        };
        let id = columns.id_numbers[at];
        if id != 0 {
            for (low, high, rank) in self.id_ranges() {
                if low <= id && id < high {
                    let (by, to) = match rank {
                        rank::EXACT => (HitBy::Exact, 18),
                        rank::SLIP => (HitBy::Typo, 18),
                        _ => (HitBy::Prefix, self.length),
                    };
                    add(rank, HitField::IdNumber, by, 0, to);
                }
            }
            if let Some(rank) = self.id_tail(id) {
                let from = 18u32.saturating_sub(self.text.len() as u32);
                add(rank, HitField::IdNumber, HitBy::Tail, from, 18);
            }
        }
        for phone in columns.phones_of(row) {
            let length = (phone % 16) as u32;
            for (low, high, rank) in self.phone_ranges() {
                if low <= phone
                    && phone < high
                    && let Some(rank) = self.phone_rank(phone, rank)
                {
                    let (by, to) = match rank {
                        rank::SLIP => (HitBy::Typo, length),
                        rank::EXACT => (HitBy::Exact, length),
                        _ => (HitBy::Prefix, self.length),
                    };
                    add(rank, HitField::Phone, by, 0, to);
                }
            }
            if self.ends(phone) {
                let from = length - self.length;
                add(self.tail_rank(), HitField::Phone, HitBy::Tail, from, length);
            }
            if self.looks_inside(depth)
                && let Some(from) = self.inside(phone)
            {
                let to = from + self.length;
                add(rank::NUMBER_INFIX, HitField::Phone, HitBy::Infix, from, to);
            }
        }
        let birth = columns.birth(row);
        if self.dates.iter().any(|d| d.holds(birth)) {
            let by = if self.length == 8 {
                HitBy::Exact
            } else {
                HitBy::Prefix
            };
            add(self.date_rank(), HitField::BirthDate, by, 0, 0);
        }
        best
    }

    pub(super) fn date_rank(&self) -> u8 {
        if self.length == 8 {
            rank::PREFIX
        } else {
            rank::NUMBER
        }
    }

    pub(super) fn tail_rank(&self) -> u8 {
        if self.text.len() as u32 >= LONG_TAIL {
            rank::PREFIX
        } else {
            rank::NUMBER
        }
    }

    /// The rank of a phone that lies in one of the ranges, if it is as long as what was typed.
    pub(super) fn phone_rank(&self, key: u64, rank: u8) -> Option<u8> {
        let length = (key % 16) as u32;
        match rank {
            rank::SLIP => Some(rank),
            _ if self.length == length => Some(rank::EXACT),
            _ => (self.length < length).then_some(rank),
        }
    }

    /// Whether a phone ends so, with digits before.
    pub(super) fn ends(&self, key: u64) -> bool {
        !self.ends_x
            && self.length < (key % 16) as u32
            && phone_number(key) % tens(self.length) == self.value
    }

    pub(super) fn id_tail(&self, key: u64) -> Option<u8> {
        let (body, check) = (key / 11, key % 11);
        let ends = if self.ends_x {
            check == 10 && self.length < 17 && body % tens(self.length) == self.value
        } else {
            check < 10 && self.length < 18 && (body * 10 + check) % tens(self.length) == self.value
        };
        ends.then(|| self.tail_rank())
    }

    pub(super) fn looks_inside(&self, depth: Depth) -> bool {
        depth > Depth::Plain && (SHORTEST_INFIX..MOBILE).contains(&self.length) && !self.ends_x
    }

    /// Where the digits stand in a mobile number, neither at its beginning nor at its end.
    pub(super) fn inside(&self, key: u64) -> Option<u32> {
        if key % 16 != u64::from(MOBILE) {
            return None;
        }
        let number = phone_number(key);
        (1..MOBILE - self.length).find(|from| {
            number / tens(MOBILE - self.length - from) % tens(self.length) == self.value
        })
    }
}

/// An id number as one integer; the order is that of its digits.
pub(super) fn id_key(text: &str) -> u64 {
    let value = |b: u8| match b {
        b'0'..=b'9' => u64::from(b - b'0'),
        _ => 10,
    };
    let mut bytes = text.bytes();
    let body = bytes
        .by_ref()
        .take(17)
        .fold(0, |n, b| n * 10 + value(b) % 10);
    body * 11 + bytes.next().map_or(0, value)
}

/// Digits of a phone, left-aligned to twelve, then how many there are; the order is that of the digits.
pub(super) fn phone_key(digits: &str) -> u64 {
    let length = digits.len().min(12);
    let value = digits
        .bytes()
        .take(length)
        .fold(0, |n, b| n * 10 + u64::from(b.wrapping_sub(b'0')));
    value * tens(12 - length as u32) * 16 + length as u64
}

/// The digits of a [`phone_key`] as they are written, without leading zeros.
pub(super) fn phone_number(key: u64) -> u64 {
    key / 16 / tens(12u32.saturating_sub((key % 16) as u32))
}

/// Lengths in which a slip of an id number or a phone is looked for.
const SLIP_LENGTHS: std::ops::RangeInclusive<usize> = 10..=19;

/// Every text that one wrong, missing, extra or exchanged digit makes of this one.
fn one_slip_away(digits: &str) -> Vec<String> {
    const SIGNS: [char; 11] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'x'];
    let mut out: Vec<String> = Vec::new();
    if !SLIP_LENGTHS.contains(&digits.len()) {
        return out;
    }
    for at in 0..=digits.len() {
        let (head, tail) = digits.split_at(at);
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
    }
    out.retain(|o| o != digits && !o[..o.len() - 1].contains('x'));
    out
}
