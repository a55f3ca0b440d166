//! One column a field: what the records say, as small as it can be held against a query.
//!
//! Absent on purpose: orders and lists over rows; they are derived (`names`, `numbers`, `segment`).

use super::{
    digits::{id_key, phone_key},
    lists::{LONGEST_PIECE, Lists, Starts, Texts},
    numbered::Numbered,
    stored::{stored, stored_number},
    terms::TermKind,
};
pub(super) use crate::domain::searched::group_bit;
use crate::domain::{
    ids::PersonId,
    person::{PersonRecord, WorkStatus},
};
use crate::matching::lexicon::Lexicon;
use chrono::{Datelike, NaiveDate};

/// A row's number.
pub(super) type Row = u32;

/// A word of a field in a row: the term, and where it begins in the field's shown text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct TermAt(u32);

impl TermAt {
    /// Terms have 24 bits, places in a text 8; beyond those nothing is highlighted rightly, but found.
    pub(super) fn new(term: u32, at: usize) -> Self {
        Self(term << 8 | u32::try_from(at).unwrap_or(255).min(255))
    }

    pub(super) fn term(self) -> u32 {
        self.0 >> 8
    }

    pub(super) fn at(self) -> usize {
        (self.0 & 255) as usize
    }
}

stored_number! { TermAt, [u8; 4]: |word: TermAt| word.0.to_le_bytes(), |b| TermAt(u32::from_le_bytes(b)); }

/// Every row's fields.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) ids: Vec<PersonId>,
    pub(super) references: Texts,
    /// As [`id_key`]; 0 is none.
    pub(super) id_numbers: Vec<u64>,
    /// As [`phone_key`]; 0 is none.
    pub(super) phones: Vec<u64>,
    /// In the order of rows.
    pub(super) second_phones: Vec<(Row, u64)>,
    births: Vec<u16>,
    dates: Vec<u32>,
    /// By row: which of the sets of groups.
    groups: Vec<u16>,
    group_sets: Vec<u64>,
    /// The digit of the employment state; 0 is not known.
    pub(super) statuses: Vec<u8>,
    /// By row: which of the responsible workers.
    workers: Vec<u16>,
    worker_names: Vec<String>,
    /// By row: the day of the last contact, as [`contact_day`]; 0 is none.
    pub(super) contacted: Vec<u16>,
    /// By row: which of the places.
    pub(super) places: Vec<u32>,
    words: Vec<TermAt>,
    word_starts: Starts,
}

stored! {
    Columns {
        ids, references, id_numbers, phones, second_phones, births, dates, groups, group_sets,
        statuses, workers, worker_names, contacted, places, words, word_starts,
    }
}

/// A person's fields, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) reference: String,
    pub(super) name: String,
    pub(super) id_number: u64,
    pub(super) phones: [u64; 2],
    pub(super) birth: u32,
    pub(super) groups: u64,
    pub(super) status: u8,
    /// Responsible worker.
    pub(super) worker: String,
    /// As [`contact_day`]; no record says it, so it is set afterwards.
    pub(super) contacted: u16,
    /// City, county, town, village.
    pub(super) places: [String; 4],
    /// Words of the other fields, each with its place in the field.
    pub(super) words: Vec<(TermKind, String, usize)>,
}

impl Fields {
    /// What the index keeps of a record.
    pub(super) fn of(lexicon: &Lexicon, record: &PersonRecord) -> Self {
        let phone = |p: &Option<_>| {
            p.as_ref()
                .map_or(0, |p: &crate::domain::phone::Phone| phone_key(p.as_str()))
        };
        let places = [&record.city, &record.county, &record.town, &record.village];
        let mut reference = lexicon.fold(&record.reference);
        reference.retain(char::is_alphanumeric);
        let mut fields = Self {
            reference,
            name: lexicon.fold(&record.name),
            id_number: record.id_number.map_or(0, |n| id_key(n.as_str())),
            phones: [phone(&record.phone), phone(&record.phone2)],
            birth: record.birth_date.map_or(0, birth_key),
            groups: record
                .groups
                .iter()
                .fold(0, |bits, m| bits | group_bit(m.group)),
            status: status_key(record.work_status.value),
            worker: lexicon.fold(&record.worker),
            contacted: 0,
            places: places.map(|p| lexicon.fold(p)),
            words: Vec::new(),
        };
        fields.take(TermKind::Wish, &lexicon.fold(&record.wishes));
        for cert in &record.certs {
            fields.take(TermKind::Cert, &lexicon.fold(cert));
        }
        let address = fields.street(&lexicon.fold(&record.address));
        fields.words.extend(address);
        fields
    }

    fn take(&mut self, kind: TermKind, text: &str) {
        let words = runs(text, char::is_alphanumeric);
        self.words.extend(words.map(|(at, word)| (kind, word, at)));
    }

    /// The words of an address that no place of the person has already, without house numbers.
    fn street(&self, address: &str) -> Vec<(TermKind, String, usize)> {
        runs(address, |c| c.is_alphabetic())
            .filter(|(_, word)| word.chars().count() >= 3)
            .filter(|(_, word)| !self.places.iter().any(|p| p.contains(word.as_str())))
            .map(|(at, word)| (TermKind::Address, word, at))
            .collect()
    }
}

/// `yyyymmdd`.
pub(super) fn birth_key(day: NaiveDate) -> u32 {
    u32::try_from(day.year()).unwrap_or(0) * 10_000 + day.month() * 100 + day.day()
}

/// The digit of the employment state; 0 is not known.
pub(super) fn status_key(status: Option<WorkStatus>) -> u8 {
    let digit = status.and_then(|s| s.digit()).and_then(|d| d.to_digit(10));
    digit.map_or(0, |d| d as u8)
}

/// The runs of characters of one sort, each with the character at which it begins.
fn runs(text: &str, of: fn(char) -> bool) -> impl Iterator<Item = (usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (at, c) in text.chars().enumerate() {
        if of(c) {
            match out.last_mut().filter(|_| open) {
                Some((_, word)) => word.push(c),
                None => out.push((at, c.to_string())),
            }
        }
        open = of(c);
    }
    out.into_iter()
}

/// Values numbered while rows are pushed.
#[derive(Debug, Default)]
pub(super) struct Numberings {
    dates: Numbered<u32>,
    groups: Numbered<u64>,
    workers: Numbered<String>,
}

impl Columns {
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Appends a row; its place and its words are numbered by the caller.
    pub(super) fn push(
        &mut self,
        numberings: &mut Numberings,
        id: PersonId,
        fields: &Fields,
        place: u32,
        words: impl Iterator<Item = TermAt>,
    ) {
        let row = self.ids.len() as Row;
        self.ids.push(id);
        self.references.push(&fields.reference);
        self.id_numbers.push(fields.id_number);
        self.phones.push(fields.phones[0]);
        if fields.phones[1] != 0 {
            self.second_phones.push((row, fields.phones[1]));
        }
        // Days and sets of groups beyond two bytes do not occur: 65,535 days are 179 years.
        let number = |n: u32| u16::try_from(n).unwrap_or(0);
        let birth = match fields.birth {
            0 => 0,
            date => number(numberings.dates.of(&date) + 1),
        };
        self.births.push(birth);
        self.groups
            .push(number(numberings.groups.of(&fields.groups)));
        self.statuses.push(fields.status);
        self.workers
            .push(number(numberings.workers.of(&fields.worker)));
        self.contacted.push(fields.contacted);
        self.places.push(place);
        self.word_starts.push(self.words.len());
        self.words.extend(words.take(LONGEST_PIECE));
    }

    /// Ends the pushing.
    pub(super) fn finish(&mut self, numberings: Numberings) {
        self.dates = numberings.dates.values();
        self.order_dates();
        self.group_sets = numberings.groups.values();
        self.worker_names = numberings.workers.values();
        self.word_starts.push(self.words.len());
        self.references.trim();
        self.ids.shrink_to_fit();
        self.id_numbers.shrink_to_fit();
        self.phones.shrink_to_fit();
        self.second_phones.shrink_to_fit();
        self.births.shrink_to_fit();
        self.groups.shrink_to_fit();
        self.statuses.shrink_to_fit();
        self.workers.shrink_to_fit();
        self.contacted.shrink_to_fit();
        self.places.shrink_to_fit();
        self.words.shrink_to_fit();
        self.word_starts.trim();
    }

    /// Numbers the birth dates anew, in their order: a month, a year and an age are one run of them.
    fn order_dates(&mut self) {
        let mut order: Vec<(u32, usize)> = self.dates.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let mut numbers = vec![0u16; order.len() + 1];
        for ((_, from), to) in order.iter().zip(1..) {
            numbers[from + 1] = to;
        }
        for birth in &mut self.births {
            *birth = numbers[usize::from(*birth)];
        }
        self.dates = order.into_iter().map(|(date, _)| date).collect();
    }

    /// The rows in another order.
    pub(super) fn permuted(&self, order: &[Row]) -> Self {
        fn each<T: Copy>(of: &[T], order: &[Row]) -> Vec<T> {
            order.iter().map(|row| of[*row as usize]).collect()
        }
        let mut next = Self {
            ids: each(&self.ids, order),
            id_numbers: each(&self.id_numbers, order),
            phones: each(&self.phones, order),
            births: each(&self.births, order),
            dates: self.dates.clone(),
            groups: each(&self.groups, order),
            group_sets: self.group_sets.clone(),
            statuses: each(&self.statuses, order),
            workers: each(&self.workers, order),
            worker_names: self.worker_names.clone(),
            contacted: each(&self.contacted, order),
            places: each(&self.places, order),
            ..Self::default()
        };
        for (to, from) in (0..).zip(order) {
            next.references.push(self.references.get(*from));
            next.word_starts.push(next.words.len());
            next.words.extend(self.words_of(*from));
            let second = self.second_phones.binary_search_by_key(from, |(r, _)| *r);
            if let Ok(at) = second {
                next.second_phones.push((to, self.second_phones[at].1));
            }
        }
        next.word_starts.push(next.words.len());
        next.references.trim();
        next
    }

    pub(super) fn words_of(&self, row: Row) -> &[TermAt] {
        let at = row as usize;
        &self.words[self.word_starts.piece(at)]
    }

    /// Both phones of a row.
    pub(super) fn phones_of(&self, row: Row) -> impl Iterator<Item = u64> + Clone + '_ {
        let from = self.second_phones.partition_point(|(r, _)| *r < row);
        let second = self.second_phones.get(from).filter(|(r, _)| *r == row);
        let first = self.phones[row as usize];
        (first != 0)
            .then_some(first)
            .into_iter()
            .chain(second.map(|(_, key)| *key))
    }

    /// The distinct birth dates in their order, `yyyymmdd`; their numbers begin at 1.
    pub(super) fn dates(&self) -> &[u32] {
        &self.dates
    }

    pub(super) fn birth_number(&self, row: Row) -> u32 {
        u32::from(self.births[row as usize])
    }

    /// `yyyymmdd`; 0 is not known.
    pub(super) fn birth(&self, row: Row) -> u32 {
        match self.births[row as usize] {
            0 => 0,
            number => self.dates[usize::from(number) - 1],
        }
    }

    pub(super) fn groups(&self, row: Row) -> u64 {
        self.group_sets[usize::from(self.groups[row as usize])]
    }

    /// The sets of groups in use, by their numbers.
    pub(super) fn group_sets(&self) -> &[u64] {
        &self.group_sets
    }

    /// The rows of each set of groups but the empty one.
    pub(super) fn rows_by_groups(&self) -> Lists<Row> {
        let sets = (0..).zip(&self.groups).map(|(row, n)| (u32::from(*n), row));
        let in_any = sets.filter(|(n, _)| self.group_sets[*n as usize] != 0);
        Lists::of(self.group_sets.len(), in_any)
    }

    /// By row: the number of its set of groups, and the sets.
    pub(super) fn group_numbers(&self) -> (&[u16], &[u64]) {
        (&self.groups, &self.group_sets)
    }

    /// By row: the number of its worker, and their names.
    pub(super) fn worker_numbers(&self) -> (&[u16], &[String]) {
        (&self.workers, &self.worker_names)
    }

    /// The responsible worker of a row; empty where none is known.
    pub(super) fn worker(&self, row: Row) -> &str {
        &self.worker_names[usize::from(self.workers[row as usize])]
    }

    pub(super) fn bytes(&self) -> usize {
        self.len() * (16 + 8 + 8 + 2 + 2 + 1 + 2 + 2 + 4)
            + self.references.bytes()
            + self.second_phones.len() * 16
            + (self.dates.len() + self.words.len()) * 4
            + self.word_starts.bytes()
            + self.group_sets.len() * 8
    }
}

/// The number of a day of contact: days since the end of 1999; 0 is none.
pub(super) fn contact_day(day: NaiveDate) -> u16 {
    let before = NaiveDate::from_ymd_opt(1999, 12, 31).unwrap_or_default();
    u16::try_from((day - before).num_days().max(1)).unwrap_or(u16::MAX)
}
