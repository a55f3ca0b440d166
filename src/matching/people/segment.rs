//! Some of the people, laid out at once: columns, dictionaries and the lists from these to rows.
//!
//! A segment never changes but for rows that are struck out; changes go to a newer, smaller segment.

use super::{
    columns::{Columns, Fields, Numberings, Row, TermAt},
    lists::Lists,
    names::{Names, key_of},
    numbered::{Numbered, QuickMap},
    numbers::Numbers,
    side_by_side::side_by_side,
    signs::{Code, Signs},
    stored::stored_parts,
    terms::{TermKind, Terms},
};
use crate::domain::ids::PersonId;
use crate::matching::{
    lexicon::{Lexicon, NO_READING, Syllable},
    occupation::Occupations,
};
use std::collections::{HashMap, HashSet};

/// The laid-out people.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub(super) columns: Columns,
    pub(super) signs: Signs,
    pub(super) names: Names,
    /// Names that are not their signs one after the other, by row: with dots or spaces.
    marked: HashMap<Row, Box<str>>,
    pub(super) numbers: Numbers,
    pub(super) terms: Terms,
    /// By place: its terms, widest first ([`u32::MAX`]: none).
    pub(super) places: Vec<[u32; 4]>,
    pub(super) term_places: Lists<u32>,
    pub(super) place_rows: Lists<Row>,
    pub(super) word_rows: Lists<Row>,
    /// By set of groups, and by employment state.
    pub(super) group_rows: Lists<Row>,
    /// Works that terms mean, by their numbers.
    works: HashMap<String, u32>,
    /// Rows in the order of their ids; empty where that is the order of rows.
    by_id: Vec<Row>,
    alive: Vec<u64>,
    living: usize,
}

stored_parts! {
    Segment [4] {
        0: columns;
        1: names;
        2: numbers;
        3: signs, marked, terms, places, term_places, place_rows, word_rows, group_rows, works,
            by_id, alive, living;
    }
}

/// No such term.
pub(super) const NO_TERM: u32 = u32::MAX;

impl Segment {
    /// Lays out people; the order of rows becomes that of their references.
    pub(super) fn build(
        lexicon: &Lexicon,
        occupations: Option<&Occupations>,
        people: impl Iterator<Item = (PersonId, Fields)>,
    ) -> Self {
        let mut laying = Laying::default();
        let mut first = Columns::default();
        let mut numberings = Numberings::default();
        for (id, fields) in people {
            let place = laying.place(&fields.places);
            let words: Vec<TermAt> = fields
                .words
                .iter()
                .map(|(kind, word, at)| TermAt::new(laying.term(*kind, word), *at))
                .collect();
            laying.name(lexicon, &fields.name);
            first.push(&mut numberings, id, &fields, place, words.into_iter());
        }
        first.finish(numberings);
        laying.finish(lexicon, occupations, first)
    }

    pub(super) fn rows(&self) -> Row {
        self.columns.len() as Row
    }

    pub(super) fn living(&self) -> usize {
        self.living
    }

    pub(super) fn is_alive(&self, row: Row) -> bool {
        self.alive[row as usize / 64] >> (row % 64) & 1 != 0
    }

    /// The living row of a person.
    pub(super) fn row_of(&self, id: PersonId) -> Option<Row> {
        let row = if self.by_id.is_empty() {
            self.columns.ids.binary_search(&id).ok()? as Row
        } else {
            let key = |row: &Row| self.columns.ids[*row as usize];
            self.by_id[self.by_id.binary_search_by_key(&id, key).ok()?]
        };
        Some(row).filter(|r| self.is_alive(*r))
    }

    /// Notes the day of the last contact; true where the person is here.
    pub(super) fn set_contacted(&mut self, id: PersonId, day: u16) -> bool {
        let row = self.row_of(id);
        if let Some(row) = row {
            self.columns.contacted[row as usize] = day;
        }
        row.is_some()
    }

    /// The living rows, as bits.
    pub(super) fn living_rows(&self) -> &[u64] {
        &self.alive
    }

    /// Strikes a person out.
    pub(super) fn strike(&mut self, id: PersonId) {
        if let Some(row) = self.row_of(id) {
            self.alive[row as usize / 64] &= !(1 << (row % 64));
            self.living -= 1;
        }
    }

    /// The number of a work, if a term here means it.
    pub(super) fn work(&self, code: &str) -> u32 {
        self.works.get(code).copied().unwrap_or(0)
    }

    /// The folded name of a row.
    pub(super) fn name(&self, row: Row) -> String {
        match self.marked.get(&row) {
            Some(name) => name.to_string(),
            None => self.text(self.names.of(row).as_slice()),
        }
    }

    /// For each sign of a row's name: which character of the shown name it is.
    pub(super) fn name_place(&self, row: Row, sign: usize) -> usize {
        let Some(name) = self.marked.get(&row) else {
            return sign;
        };
        let signs = name.chars().enumerate().filter(|(_, c)| is_sign(*c));
        signs.map(|(at, _)| at).nth(sign).unwrap_or(0)
    }

    pub(super) fn text(&self, codes: &[Code]) -> String {
        codes.iter().map(|code| self.signs.sign(*code).1).collect()
    }

    /// The terms of a row's place.
    pub(super) fn place_of(&self, row: Row) -> [u32; 4] {
        let place = self.columns.places[row as usize] as usize;
        self.places.get(place).copied().unwrap_or([NO_TERM; 4])
    }

    /// The living people as they came.
    pub(super) fn people(&self) -> impl Iterator<Item = (PersonId, Fields)> + '_ {
        let living = (0..self.rows()).filter(|r| self.is_alive(*r));
        living.map(|row| (self.columns.ids[row as usize], self.fields(row)))
    }

    fn fields(&self, row: Row) -> Fields {
        let at = row as usize;
        let columns = &self.columns;
        let term = |term: u32| match term {
            NO_TERM => String::new(),
            term => self.text(self.terms.codes(term)),
        };
        let first = columns.phones[at];
        let second = columns
            .second_phones
            .binary_search_by_key(&row, |(r, _)| *r);
        Fields {
            reference: columns.references.get(row).to_owned(),
            name: self.name(row),
            id_number: columns.id_numbers[at],
            phones: [first, second.map_or(0, |at| columns.second_phones[at].1)],
            birth: columns.birth(row),
            groups: columns.groups(row),
            status: columns.statuses[at],
            worker: columns.worker(row).to_owned(),
            contacted: columns.contacted[at],
            places: self.place_of(row).map(term),
            words: columns
                .words_of(row)
                .iter()
                .map(|w| (self.terms.kind(w.term()), term(w.term()), w.at()))
                .collect(),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.columns.bytes()
            + self.names.bytes()
            + self.numbers.bytes()
            + self.terms.bytes()
            + self.places.len() * 16
            + self.term_places.bytes()
            + self.place_rows.bytes()
            + self.word_rows.bytes()
            + self.group_rows.bytes()
            + self.by_id.len() * 4
            + self.alive.len() * 8
            + self.marked.len() * 64
    }
}

/// Whether a character of a name counts, not a dot or a space.
pub(super) fn is_sign(c: char) -> bool {
    c.is_alphanumeric()
}

/// What is numbered while people come in.
#[derive(Default)]
pub(super) struct Laying {
    signs: Numbered<(Syllable, char)>,
    names: Vec<[u16; 4]>,
    odd: HashMap<usize, (Box<str>, Box<[u32]>)>,
    scratch: Vec<char>,
    terms: Vec<(TermKind, Box<str>)>,
    /// By kind.
    known_terms: [QuickMap<Box<str>, u32>; 7],
    places: Numbered<[u32; 4]>,
    known_places: QuickMap<[String; 4], u32>,
}

impl Laying {
    pub(super) fn name(&mut self, lexicon: &Lexicon, name: &str) {
        self.scratch.clear();
        self.scratch.extend(name.chars().filter(|c| is_sign(*c)));
        let read = lexicon.read_name(&self.scratch);
        let signs = read.into_iter().zip(self.scratch.iter().copied());
        let numbers: Vec<u32> = signs.map(|sign| self.signs.of(&sign) + 1).collect();
        let mut short = [0; 4];
        let fits = numbers.len() <= 4 && numbers.iter().all(|n| u16::try_from(*n).is_ok());
        if fits && name.chars().count() == numbers.len() {
            for (to, from) in short.iter_mut().zip(&numbers) {
                *to = *from as u16;
            }
        } else {
            self.odd
                .insert(self.names.len(), (name.into(), numbers.into()));
        }
        self.names.push(short);
    }

    pub(super) fn term(&mut self, kind: TermKind, text: &str) -> u32 {
        let known = &mut self.known_terms[kind as usize];
        if let Some(term) = known.get(text) {
            return *term;
        }
        let term = self.terms.len() as u32;
        known.insert(text.into(), term);
        self.terms.push((kind, text.into()));
        term
    }

    pub(super) fn place(&mut self, places: &[String; 4]) -> u32 {
        if let Some(place) = self.known_places.get(places) {
            return *place;
        }
        let terms = std::array::from_fn(|at| match places[at].as_str() {
            "" => NO_TERM,
            text => self.term(TermKind::PLACES[at], text),
        });
        let place = self.places.of(&terms);
        self.known_places.insert(places.clone(), place);
        place
    }

    pub(super) fn finish(
        self,
        lexicon: &Lexicon,
        occupations: Option<&Occupations>,
        first: Columns,
    ) -> Segment {
        let numbered = self.signs.values();
        let terms = self.terms;
        let term_signs = |text: &str| -> Vec<(Syllable, char)> {
            let chars: Vec<char> = text.chars().collect();
            lexicon.read_word(&chars).into_iter().zip(chars).collect()
        };
        let mut all: HashSet<(Syllable, char)> = numbered.iter().copied().collect();
        all.extend(terms.iter().flat_map(|(_, text)| term_signs(text)));
        let signs = Signs::of(lexicon, all.into_iter().collect());
        // Signs beyond those that can be counted are as unreadable as a mark.
        let unknown = (NO_READING, '\0');
        let code = |sign| {
            signs
                .code(sign)
                .or_else(|| signs.code(unknown))
                .unwrap_or(1)
        };
        let codes: Vec<Code> = numbered.into_iter().map(code).collect();

        let mut works: HashMap<String, u32> = HashMap::new();
        let laid_terms: Vec<(TermKind, Box<[Code]>, u32)> = terms
            .iter()
            .map(|(kind, text)| {
                let own = term_signs(text).into_iter().map(code).collect();
                let work = matches!(kind, TermKind::Wish | TermKind::Cert)
                    .then(|| Some(occupations?.understand(text, 1).into_iter().next()?.code))
                    .flatten();
                let next = works.len() as u32 + 1;
                (
                    *kind,
                    own,
                    work.map_or(0, |w| *works.entry(w).or_insert(next)),
                )
            })
            .collect();

        let mut order: Vec<Row> = (0..first.len() as Row).collect();
        let key = |r: &Row| (first.references.get(*r), first.ids[*r as usize]);
        if !order.is_sorted_by_key(key) {
            order.sort_unstable_by_key(key);
        }
        let mut keyed: Vec<(u64, Row)> = Vec::with_capacity(order.len());
        let mut long: HashMap<Row, Box<[Code]>> = HashMap::new();
        let mut marked: HashMap<Row, Box<str>> = HashMap::new();
        for (row, from) in (0..).zip(&order) {
            let from = *from as usize;
            if let Some((text, numbers)) = self.odd.get(&from) {
                let own: Box<[Code]> = numbers.iter().map(|n| codes[*n as usize - 1]).collect();
                keyed.push((key_of(&own), row));
                long.insert(row, own);
                marked.insert(row, text.clone());
            } else {
                let own = self.names[from].map(|n| match n {
                    0 => 0,
                    n => codes[usize::from(n) - 1],
                });
                keyed.push((key_of(&own), row));
            }
        }
        let columns = if order.is_sorted() {
            first
        } else {
            first.permuted(&order)
        };
        drop(order);
        let places = self.places.values();
        let rows = columns.len() as Row;
        let mut by_id: Vec<Row> = Vec::new();
        if !columns.ids.is_sorted() {
            by_id.extend(0..rows);
            by_id.sort_unstable_by_key(|r| columns.ids[*r as usize]);
        }
        let term_places = Lists::of(
            terms.len(),
            (0u32..).zip(&places).flat_map(|(place, terms)| {
                terms
                    .iter()
                    .filter(|t| **t != NO_TERM)
                    .map(move |t| (*t, place))
            }),
        );
        let word_rows = Lists::of(
            terms.len(),
            (0..rows).flat_map(|row| columns.words_of(row).iter().map(move |w| (w.term(), row))),
        );
        let end = signs.end();
        let names = || Names::build(end, keyed, &long);
        let numbers = || {
            (
                Numbers::build(&columns),
                Terms::build(end, laid_terms.into_iter()),
            )
        };
        let (names, (numbers, terms)) = side_by_side(rows, names, numbers);
        Segment {
            names,
            numbers,
            terms,
            place_rows: Lists::of(places.len(), columns.places.iter().copied().zip(0..)),
            group_rows: columns.rows_by_groups(),
            term_places,
            word_rows,
            places,
            marked,
            works,
            by_id,
            alive: vec![u64::MAX; (rows as usize).div_ceil(64)],
            living: rows as usize,
            signs,
            columns,
        }
    }
}
