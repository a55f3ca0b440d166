//! The distinct words of places, wishes and certificates, with every place where one may be entered.
//!
//! Absent on purpose: which rows have them (`segment`).

use super::{
    pattern::{Pattern, Step},
    rank::{self, Path},
    signs::Code,
    stored::{Source, Stored, stored},
};
use crate::domain::hit::HitField;
use std::{
    io::{self, Write},
    ops::Range,
};

/// The field that a term comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum TermKind {
    City,
    County,
    Town,
    Village,
    Address,
    Wish,
    Cert,
}

impl TermKind {
    const ALL: [Self; 7] = [
        Self::City,
        Self::County,
        Self::Town,
        Self::Village,
        Self::Address,
        Self::Wish,
        Self::Cert,
    ];

    /// The kinds that are places of the register's own tree, widest first.
    pub(super) const PLACES: [Self; 4] = [Self::City, Self::County, Self::Town, Self::Village];

    pub(super) fn field(self) -> HitField {
        match self {
            Self::City => HitField::City,
            Self::County => HitField::County,
            Self::Town => HitField::Town,
            Self::Village => HitField::Village,
            Self::Address => HitField::Address,
            Self::Wish => HitField::Wishes,
            Self::Cert => HitField::Certs,
        }
    }

    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }

    pub(super) fn is_place(self) -> bool {
        Self::PLACES.contains(&self)
    }
}

impl Stored for TermKind {
    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        (*self as u8).put(to)
    }

    fn take(from: &mut Source<'_>) -> io::Result<Self> {
        let number = u8::take(from)?;
        let kind = Self::ALL.into_iter().find(|kind| *kind as u8 == number);
        kind.ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// The terms.
#[derive(Debug, Default)]
pub(super) struct Terms {
    kinds: Vec<TermKind>,
    /// The work that a wish or certificate means, as a number of its own; 0 is not known.
    works: Vec<u32>,
    codes: Vec<Code>,
    ends: Vec<u32>,
    /// A term and a sign of it, in the order of the signs from there on.
    entries: Vec<Entry>,
    /// By sign: its first entry, and after the last the end.
    firsts: Vec<u32>,
}

/// A place where a scrap may begin in a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    term: u32,
    /// The sign after the first, 0 where there is none.
    second: Code,
    from: u8,
}

stored! { Entry { term, second, from } }
stored! { Terms { kinds, works, codes, ends, entries, firsts } }

/// The ranks that a word gives to terms.
#[derive(Debug, Default)]
pub(super) struct TermRanks {
    /// By term; [`rank::NONE`] where it is not found.
    ranks: Vec<u8>,
    pub(super) found: Vec<u32>,
}

impl TermRanks {
    pub(super) fn rank(&self, term: u32) -> u8 {
        self.ranks.get(term as usize).copied().unwrap_or(rank::NONE)
    }

    pub(super) fn add(&mut self, count: usize, term: u32, rank: u8) {
        if self.ranks.is_empty() {
            self.ranks = vec![rank::NONE; count];
        }
        let known = &mut self.ranks[term as usize];
        if *known == rank::NONE {
            self.found.push(term);
        }
        *known = (*known).min(rank);
    }
}

impl Terms {
    /// Lays out terms, every sign of which is below `end`.
    pub(super) fn build(
        end: Code,
        terms: impl Iterator<Item = (TermKind, Box<[Code]>, u32)>,
    ) -> Self {
        let mut all = Self::default();
        for (kind, codes, work) in terms {
            all.kinds.push(kind);
            all.works.push(work);
            all.codes.extend(codes);
            all.ends.push(all.codes.len() as u32);
        }
        let mut entries: Vec<Entry> = Vec::with_capacity(all.codes.len());
        for term in 0..all.ends.len() as u32 {
            let codes = all.codes(term);
            let length = codes.len().min(usize::from(u8::MAX));
            entries.extend((0..length as u8).map(|from| Entry {
                term,
                second: codes.get(usize::from(from) + 1).copied().unwrap_or(0),
                from,
            }));
        }
        entries.sort_unstable_by(|a, b| all.rest(a).cmp(all.rest(b)).then(a.cmp(b)));
        let first = |e: &Entry| all.rest(e).first().copied().unwrap_or(0);
        let point = |code: Code| entries.partition_point(|e| first(e) < code) as u32;
        all.firsts = (0..=end).map(point).collect();
        all.entries = entries;
        all
    }

    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    pub(super) fn kind(&self, term: u32) -> TermKind {
        self.kinds
            .get(term as usize)
            .copied()
            .unwrap_or(TermKind::Address)
    }

    /// The terms that mean the same work.
    pub(super) fn of_work(&self, work: u32) -> impl Iterator<Item = u32> + '_ {
        (0u32..)
            .zip(&self.works)
            .filter(move |(_, w)| work != 0 && **w == work)
            .map(|(term, _)| term)
    }

    pub(super) fn codes(&self, term: u32) -> &[Code] {
        let term = term as usize;
        let from = if term == 0 { 0 } else { self.ends[term - 1] };
        &self.codes[from as usize..self.ends[term] as usize]
    }

    fn rest(&self, entry: &Entry) -> &[Code] {
        &self.codes(entry.term)[usize::from(entry.from)..]
    }

    /// The sign of an entry so many after the first, 0 where there is none.
    fn code(&self, entry: &Entry, depth: usize) -> Code {
        match depth {
            1 => entry.second,
            _ => self.rest(entry).get(depth).copied().unwrap_or(0),
        }
    }

    /// Marks every term in which the pattern is found.
    pub(super) fn find(&self, pattern: &Pattern, kinds: u8, ranks: &mut TermRanks) {
        if !pattern.fits_term(false, Path::default()) || self.entries.is_empty() {
            return;
        }
        let mut walk = Walk {
            terms: self,
            pattern,
            kinds,
            ranks,
        };
        let bound = |code: Code| {
            let at = usize::from(code).min(self.firsts.len() - 1);
            self.firsts[at] as usize
        };
        for s in pattern.steps(0) {
            let path = Path::default().then(s);
            if !pattern.fits_term(false, path) {
                continue;
            }
            if pattern.ends_at(s.next) {
                walk.take(bound(s.lo)..bound(s.hi), path);
                continue;
            }
            for code in s.lo..s.hi {
                walk.deeper(bound(code)..bound(code + 1), 1, s.next, path);
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.kinds.len()
            + self.works.len() * 4
            + self.codes.len() * 2
            + self.ends.len() * 4
            + self.entries.len() * size_of::<Entry>()
            + self.firsts.len() * 4
    }
}

/// The way of a pattern down the entries.
struct Walk<'w> {
    terms: &'w Terms,
    pattern: &'w Pattern,
    kinds: u8,
    ranks: &'w mut TermRanks,
}

impl Walk<'_> {
    /// Marks the terms of entries.
    fn take(&mut self, entries: Range<usize>, path: Path) {
        let terms = self.terms;
        for entry in &terms.entries[entries] {
            let inside = entry.from > 0;
            if terms.kind(entry.term).bit() & self.kinds != 0
                && self.pattern.fits_term(inside, path)
            {
                self.ranks
                    .add(terms.len(), entry.term, path.rank_in_term(inside));
            }
        }
    }

    /// Entries that share their signs up to a depth.
    fn deeper(&mut self, mut entries: Range<usize>, depth: usize, place: u8, path: Path) {
        let (terms, pattern) = (self.terms, self.pattern);
        let code = |at: usize| terms.code(&terms.entries[at], depth);
        let point = |range: Range<usize>, bound: Code| {
            let rest = &terms.entries[range.clone()];
            range.start + rest.partition_point(|e| terms.code(e, depth) < bound)
        };
        let steps = pattern.steps(place);
        // Few entries are asked for their steps, many steps for their entries.
        if entries.len() < steps.len() * 4 {
            while !entries.is_empty() {
                let sign = code(entries.start);
                let end = if sign == code(entries.end - 1) {
                    entries.end
                } else {
                    point(entries.clone(), sign + 1)
                };
                for s in pattern.steps_of(place, sign) {
                    self.step(entries.start..end, depth, s, path);
                }
                entries.start = end;
            }
            return;
        }
        for s in steps {
            let mut rest = point(entries.clone(), s.lo)..point(entries.clone(), s.hi);
            if pattern.ends_at(s.next) {
                self.step(rest, depth, s, path);
                continue;
            }
            while !rest.is_empty() {
                let end = point(rest.clone(), code(rest.start) + 1);
                self.step(rest.start..end, depth, s, path);
                rest.start = end;
            }
        }
    }

    fn step(&mut self, entries: Range<usize>, depth: usize, step: &Step, path: Path) {
        let path = path.then(step);
        if entries.is_empty() || !self.pattern.fits_term(false, path) {
        } else if self.pattern.ends_at(step.next) {
            self.take(entries, path);
        } else {
            self.deeper(entries, depth + 1, step.next, path);
        }
    }
}
