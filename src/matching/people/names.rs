//! The distinct names in the order of their signs, as a tree: first sign, second sign, the rest.
//!
//! A query walks down the tree; what it reaches is a range of names, and so a slice of rows. Absent on
//! purpose: what a scrap may mean (`pattern`), the way down (`walk`), and slips (`slip`).

use super::{columns::Row, lists::Lists, signs::Code, stored::stored};
use std::{collections::HashMap, ops::Range};

/// Signs of a name that stand in its key; the signs of longer names stand beside it.
pub(super) const IN_KEY: usize = 4;

/// The dictionary of names.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By name: its first signs, so that the order is that of the signs.
    pub(super) keys: Vec<u64>,
    /// Names of more signs than a key holds.
    pub(super) long: HashMap<u32, Box<[Code]>>,
    /// Names of four signs and more by their third: scraps may begin there.
    pub(super) by_third: Lists<u32>,
    /// Rows by name.
    rows: Lists<Row>,
    /// By first sign: where its pairs begin.
    pairs: Vec<u32>,
    /// By pair: the second sign (0: none), and its first name.
    pub(super) seconds: Vec<Code>,
    starts: Vec<u32>,
    /// The distinct pairs of a second and a third sign (0: none): by second sign where they begin, the
    /// third signs, and the names of each.
    tails: Vec<u32>,
    pub(super) thirds: Vec<Code>,
    pub(super) tail_names: Lists<u32>,
    /// Rows by a later sign.
    pub(super) later_rows: Lists<Row>,
    /// By row.
    of_row: Vec<u32>,
}

stored! {
    Names {
        keys, long, by_third, rows, pairs, seconds, starts, tails, thirds, tail_names, later_rows, of_row,
    }
}

/// The key of a name.
pub(super) fn key_of(codes: &[Code]) -> u64 {
    let at = |n: usize| u64::from(codes.get(n).copied().unwrap_or(0));
    (0..IN_KEY).fold(0, |key, n| key << 16 | at(n))
}

pub(super) fn code_at(key: u64, depth: usize) -> Code {
    (key >> (16 * (IN_KEY - 1 - depth)) & 0xffff) as Code
}

impl Names {
    /// Lays out the names of rows, each given by its key; `long` holds the signs of those that have
    /// marks or do not fit a key.
    pub(super) fn build(
        end: Code,
        mut keyed: Vec<(u64, Row)>,
        long: &HashMap<Row, Box<[Code]>>,
    ) -> Self {
        let mut names = Self::default();
        let count = keyed.len();
        keyed.sort_unstable();
        let beyond = |row: &Row| long.get(row).filter(|codes| codes.len() > IN_KEY);
        let mut pairs: Vec<(u32, Row)> = Vec::with_capacity(count);
        for group in keyed.chunk_by_mut(|a, b| a.0 == b.0) {
            if !long.is_empty() && group.iter().any(|(_, row)| beyond(row).is_some()) {
                group.sort_unstable_by_key(|(_, row)| (beyond(row), *row));
            }
            for same in group.chunk_by(|a, b| beyond(&a.1) == beyond(&b.1)) {
                let (key, first) = same[0];
                let name = names.keys.len() as u32;
                names.keys.push(key);
                if let Some(codes) = beyond(&first) {
                    names.long.insert(name, codes.clone());
                }
                pairs.extend(same.iter().map(|(_, row)| (name, *row)));
            }
        }
        drop(keyed);
        names.rows = Lists::of(names.keys.len(), pairs.iter().copied());
        names.of_row = vec![0; count];
        for (name, row) in &pairs {
            names.of_row[*row as usize] = *name;
        }
        drop(pairs);
        names.keys.shrink_to_fit();
        names.branch(end);
        let by_sign = (0..count as Row).flat_map(|row| {
            let codes = names.codes(names.of_row[row as usize]);
            let mut signs = codes.as_slice().get(1..).unwrap_or(&[]).to_vec();
            signs.sort_unstable();
            signs.dedup();
            signs.into_iter().map(move |code| (u32::from(code), row))
        });
        names.later_rows = Lists::of(usize::from(end), by_sign);
        names
    }

    fn branch(&mut self, end: Code) {
        let mut first = 0;
        let mut last = None;
        for (name, key) in (0u32..).zip(&self.keys) {
            let pair = (code_at(*key, 0), code_at(*key, 1));
            if last != Some(pair) {
                while first <= pair.0 {
                    self.pairs.push(self.seconds.len() as u32);
                    first += 1;
                }
                self.seconds.push(pair.1);
                self.starts.push(name);
                last = Some(pair);
            }
        }
        while first <= end {
            self.pairs.push(self.seconds.len() as u32);
            first += 1;
        }
        self.starts.push(self.keys.len() as u32);
        self.seconds.shrink_to_fit();
        self.starts.shrink_to_fit();
        let thirds = (0u32..)
            .zip(&self.keys)
            .filter(|(_, key)| code_at(**key, IN_KEY - 1) != 0);
        let thirds = thirds.map(|(name, key)| (u32::from(code_at(*key, 2)), name));
        self.by_third = Lists::of(usize::from(end) + 1, thirds);
        self.join_tails(end);
    }

    fn join_tails(&mut self, end: Code) {
        let tail = |key: &u64| (key >> 16 & 0xffff_ffff) as u32;
        let mut ends: Vec<(u32, u32)> = self.keys.iter().map(tail).zip(0..).collect();
        ends.retain(|(tail, _)| *tail > 0xffff);
        ends.sort_unstable();
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(ends.len());
        for same in ends.chunk_by(|a, b| a.0 == b.0) {
            let (second, third) = (same[0].0 >> 16, same[0].0 & 0xffff);
            self.tails
                .resize(second as usize + 1, self.thirds.len() as u32);
            let number = self.thirds.len() as u32;
            self.thirds.push(third as Code);
            pairs.extend(same.iter().map(|(_, name)| (number, *name)));
        }
        self.tails
            .resize(usize::from(end) + 1, self.thirds.len() as u32);
        self.thirds.shrink_to_fit();
        self.tail_names = Lists::of(self.thirds.len(), pairs.iter().copied());
    }

    /// The pairs of later signs that begin with one of a range of signs.
    pub(super) fn tails(&self, from: Code, to: Code) -> Range<usize> {
        let at = |code: Code| self.tails.get(usize::from(code)).copied();
        let all = self.thirds.len() as u32;
        at(from).unwrap_or(all) as usize..at(to).unwrap_or(all) as usize
    }

    /// The signs of a name.
    pub(super) fn codes(&self, name: u32) -> Codes<'_> {
        let key = self.keys.get(name as usize).copied().unwrap_or(0);
        if code_at(key, IN_KEY - 1) != 0
            && let Some(codes) = self.long.get(&name)
        {
            return Codes::Long(codes);
        }
        Codes::Short(std::array::from_fn(|depth| code_at(key, depth)))
    }

    /// The third sign of a name that has no fourth (0: no third either).
    pub(super) fn third(&self, name: u32) -> Option<Code> {
        let key = self.keys.get(name as usize).copied().unwrap_or(0);
        (code_at(key, 3) == 0).then(|| code_at(key, 2))
    }

    /// The signs of a row's name.
    pub(super) fn of(&self, row: Row) -> Codes<'_> {
        self.codes(self.number(row))
    }

    /// The number of a row's name.
    pub(super) fn number(&self, row: Row) -> u32 {
        self.of_row.get(row as usize).copied().unwrap_or(0)
    }

    /// The rows of a range of names, in any order.
    pub(super) fn rows(&self, names: Range<u32>) -> &[Row] {
        self.rows.span(names.start, names.end)
    }

    /// The first signs in use.
    pub(super) fn firsts(&self) -> Range<Code> {
        1..Code::try_from(self.pairs.len().saturating_sub(1)).unwrap_or(Code::MAX)
    }

    /// The pairs of a first sign.
    pub(super) fn pairs(&self, first: Code) -> Range<usize> {
        let at = |code: usize| self.pairs.get(code).copied().unwrap_or(0) as usize;
        at(usize::from(first))..at(usize::from(first) + 1)
    }

    /// The second sign of a pair.
    pub(super) fn second(&self, pair: usize) -> Code {
        self.seconds[pair]
    }

    /// The names of pairs.
    pub(super) fn names(&self, pairs: Range<usize>) -> Range<u32> {
        self.starts[pairs.start]..self.starts[pairs.end]
    }

    /// Rows whose name has a sign.
    pub(super) fn with_sign(&self, code: Code) -> impl Iterator<Item = Row> + '_ {
        let pairs = self.pairs(code);
        let first = match pairs.is_empty() {
            true => &[][..],
            false => self.rows(self.names(pairs)),
        };
        first
            .iter()
            .chain(self.later_rows.get(u32::from(code)))
            .copied()
    }

    pub(super) fn bytes(&self) -> usize {
        let long: usize = self.long.values().map(|c| c.len() * 2 + 32).sum();
        self.keys.len() * 8
            + long
            + (self.pairs.len() + self.starts.len() + self.of_row.len()) * 4
            + self.tails.len() * 4
            + self.thirds.len() * 2
            + self.tail_names.bytes()
            + self.by_third.bytes()
            + self.seconds.len() * 2
            + self.rows.bytes()
            + self.later_rows.bytes()
    }
}

/// The signs of one name.
pub(super) enum Codes<'a> {
    Short([Code; IN_KEY]),
    Long(&'a [Code]),
}

impl Codes<'_> {
    pub(super) fn as_slice(&self) -> &[Code] {
        match self {
            Self::Long(codes) => codes,
            Self::Short(codes) => {
                let length = codes.iter().position(|c| *c == 0).unwrap_or(IN_KEY);
                &codes[..length]
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.as_slice().len()
    }
}
