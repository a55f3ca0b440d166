//! One column a field: what the records say, folded for comparing.
//!
//! Absent on purpose: orders and lists over rows; they are derived (`names`, `numbers`, `terms`).

use super::terms::{TermKind, Terms};
use crate::domain::{group::Group, ids::PersonId, person::PersonRecord, phone::Phone};
use crate::matching::lexicon::Lexicon;
use chrono::Datelike;

/// A row's number.
pub(super) type Row = u32;

/// Texts one after the other.
#[derive(Debug, Default)]
pub(super) struct Texts {
    bytes: String,
    ends: Vec<usize>,
}

impl Texts {
    pub(super) fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len());
    }

    pub(super) fn get(&self, at: Row) -> &str {
        let at = at as usize;
        let end = self.ends.get(at).copied().unwrap_or(0);
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        self.bytes.get(start..end).unwrap_or("")
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// A word of a place or wish in a row, and where it begins in the field's shown text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TermAt {
    pub(super) term: u32,
    pub(super) at: u16,
}

/// Every row's fields. Rows are only appended; a replaced one is no longer alive.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<PersonId>,
    pub(super) alive: Vec<bool>,
    pub(super) references: Texts,
    pub(super) names: Texts,
    /// Seventeen digits × 11 + the check character's value; 0 is none.
    pub(super) id_numbers: Vec<u64>,
    /// As [`phone_key`]; 0 is none.
    pub(super) phones: [Vec<u64>; 2],
    /// `yyyymmdd`; 0 is not known.
    pub(super) births: Vec<u32>,
    /// One bit a group.
    pub(super) groups: Vec<u64>,
    pub(super) terms: Vec<TermAt>,
    pub(super) term_ends: Vec<usize>,
}

impl Columns {
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn push(
        &mut self,
        lexicon: &Lexicon,
        terms: &mut Terms,
        id: PersonId,
        record: &PersonRecord,
    ) {
        self.ids.push(id);
        self.alive.push(true);
        let reference = lexicon.fold(&record.reference);
        self.references.push(
            &reference
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>(),
        );
        self.names.push(&lexicon.fold(&record.name));
        self.id_numbers
            .push(record.id_number.map_or(0, |n| id_key(n.as_str())));
        let phones = [&record.phone, &record.phone2];
        for (column, phone) in self.phones.iter_mut().zip(phones) {
            column.push(phone.as_ref().map_or(0, |p: &Phone| phone_key(p.as_str())));
        }
        self.births.push(record.birth_date.map_or(0, |d| {
            u32::try_from(d.year()).unwrap_or(0) * 10_000 + d.month() * 100 + d.day()
        }));
        self.groups.push(
            record
                .groups
                .iter()
                .fold(0, |bits, m| bits | group_bit(m.group)),
        );
        for (kind, text) in [
            (TermKind::Town, &record.town),
            (TermKind::Village, &record.village),
        ] {
            let text = lexicon.fold(text);
            if !text.is_empty() {
                let term = terms.intern(lexicon, kind, &text);
                self.terms.push(TermAt { term, at: 0 });
            }
        }
        for (at, token) in tokens(&lexicon.fold(&record.wishes)) {
            let term = terms.intern(lexicon, TermKind::Wish, &token);
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            self.terms.push(TermAt { term, at });
        }
        self.term_ends.push(self.terms.len());
    }

    /// Appends a row of another layout; terms keep their numbers.
    pub(super) fn copy(&mut self, from: &Self, row: Row) {
        let at = row as usize;
        self.ids.push(from.ids[at]);
        self.alive.push(true);
        self.references.push(from.references.get(row));
        self.names.push(from.names.get(row));
        self.id_numbers.push(from.id_numbers[at]);
        for (column, source) in self.phones.iter_mut().zip(&from.phones) {
            column.push(source[at]);
        }
        self.births.push(from.births[at]);
        self.groups.push(from.groups[at]);
        self.terms.extend(from.terms_of(row));
        self.term_ends.push(self.terms.len());
    }

    pub(super) fn terms_of(&self, row: Row) -> &[TermAt] {
        let at = row as usize;
        let start = if at == 0 { 0 } else { self.term_ends[at - 1] };
        &self.terms[start..self.term_ends[at]]
    }

    /// The name's characters that are read, each with its place in the shown name.
    pub(super) fn name_chars(&self, row: Row) -> (Vec<char>, Vec<usize>) {
        readable(self.names.get(row))
    }
}

/// The characters of a folded name without dots and spaces, and where each stands.
pub(super) fn readable(name: &str) -> (Vec<char>, Vec<usize>) {
    name.chars()
        .enumerate()
        .filter(|(_, c)| c.is_alphanumeric())
        .map(|(at, c)| (c, at))
        .unzip()
}

/// The bit of a group in a row.
pub(super) fn group_bit(group: Group) -> u64 {
    let at = Group::ALL.iter().position(|g| *g == group);
    at.filter(|at| *at < 64).map_or(0, |at| 1 << at)
}

/// An id number as one integer; the order is that of its digits.
pub(super) fn id_key(text: &str) -> u64 {
    let value = |b: u8| match b {
        b'0'..=b'9' => u64::from(b - b'0'),
        _ => 10,
    };
    let (body, check) = text.split_at(text.len().min(17));
    let body = body.bytes().fold(0, |n, b| n * 10 + value(b));
    body * 11 + check.bytes().next().map_or(0, value)
}

/// Digits of a phone, left-aligned to twelve, then how many there are; the order is that of the digits.
pub(super) fn phone_key(digits: &str) -> u64 {
    let length = digits.len().min(12);
    let value = digits
        .bytes()
        .take(length)
        .fold(0, |n, b| n * 10 + u64::from(b.wrapping_sub(b'0')));
    value * 10u64.pow(12 - u32::try_from(length).unwrap_or(12)) * 16 + length as u64
}

/// The digits of a [`phone_key`].
pub(super) fn phone_digits(key: u64) -> String {
    let length = usize::try_from(key % 16).unwrap_or(0);
    let mut digits = format!("{:012}", key / 16);
    digits.truncate(length);
    digits
}

/// The characters of an [`id_key`].
pub(super) fn id_characters(key: u64) -> String {
    match key % 11 {
        10 => format!("{:017}x", key / 11),
        check => format!("{:017}{check}", key / 11),
    }
}

/// The wishes of a folded text, each with the character at which it begins.
fn tokens(text: &str) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (at, c) in text.chars().enumerate() {
        if c.is_alphanumeric() {
            match out.last_mut().filter(|_| open) {
                Some((_, token)) => token.push(c),
                None => out.push((at, c.to_string())),
            }
            open = true;
        } else {
            open = false;
        }
    }
    out
}
