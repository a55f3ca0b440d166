//! The distinct words of places, wishes and certificates, with every place where one may be entered.
//!
//! Absent on purpose: which rows have them (`segment`).

use super::{
    pattern::Pattern,
    rank::{self, Path},
    signs::Code,
};
use crate::domain::hit::HitField;
use std::ops::Range;

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
    entries: Vec<(u32, u8)>,
}

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
    pub(super) fn build(terms: impl Iterator<Item = (TermKind, Box<[Code]>, u32)>) -> Self {
        let mut all = Self::default();
        for (kind, codes, work) in terms {
            all.kinds.push(kind);
            all.works.push(work);
            let term = all.ends.len() as u32;
            let length = codes.len().min(usize::from(u8::MAX));
            all.entries
                .extend((0..length as u8).map(|from| (term, from)));
            all.codes.extend(codes);
            all.ends.push(all.codes.len() as u32);
        }
        let mut entries = std::mem::take(&mut all.entries);
        entries.sort_unstable_by(|a, b| all.rest(*a).cmp(all.rest(*b)).then(a.cmp(b)));
        entries.shrink_to_fit();
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

    fn rest(&self, entry: (u32, u8)) -> &[Code] {
        &self.codes(entry.0)[usize::from(entry.1)..]
    }

    /// Marks every term in which the pattern is found.
    pub(super) fn find(&self, pattern: &Pattern, kinds: u8, ranks: &mut TermRanks) {
        if pattern.fits_term(false, Path::default()) {
            let all = 0..self.entries.len();
            self.walk(all, 0, pattern, 0, Path::default(), kinds, ranks);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the state of one walk")]
    fn walk(
        &self,
        entries: Range<usize>,
        depth: usize,
        pattern: &Pattern,
        place: u8,
        path: Path,
        kinds: u8,
        ranks: &mut TermRanks,
    ) {
        let code = |at: usize| self.rest(self.entries[at]).get(depth).copied().unwrap_or(0);
        let point = |range: &Range<usize>, bound: Code| {
            let (mut low, mut high) = (range.start, range.end);
            while low < high {
                let middle = low + (high - low) / 2;
                if code(middle) < bound {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        for s in pattern.steps(place) {
            let mut rest = point(&entries, s.lo)..point(&entries, s.hi);
            let path = path.then(s);
            if rest.is_empty() || !pattern.fits_term(false, path) {
                continue;
            }
            if pattern.ends_at(s.next) {
                for (term, from) in &self.entries[rest] {
                    let inside = *from > 0;
                    if self.kind(*term).bit() & kinds != 0 && pattern.fits_term(inside, path) {
                        ranks.add(self.len(), *term, path.rank_in_term(inside));
                    }
                }
                continue;
            }
            while !rest.is_empty() {
                let end = point(&rest, code(rest.start) + 1);
                self.walk(
                    rest.start..end,
                    depth + 1,
                    pattern,
                    s.next,
                    path,
                    kinds,
                    ranks,
                );
                rest.start = end;
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.kinds.len()
            + self.works.len() * 4
            + self.codes.len() * 2
            + self.ends.len() * 4
            + self.entries.len() * 8
    }
}
