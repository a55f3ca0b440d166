//! Rows that a word finds, as parts of the lists they stand in.

use super::columns::Row;
use std::ops::Range;

/// Rows that were found together.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// In the order of rows.
    Sorted(&'a [Row]),
    /// In any order.
    Loose(&'a [Row]),
    /// One after the other.
    Run(Range<Row>),
    /// Looked for one by one, in order.
    Own(Vec<Row>),
}

impl Part<'_> {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Sorted(rows) | Self::Loose(rows) => rows.len(),
            Self::Run(rows) => rows.len(),
            Self::Own(rows) => rows.len(),
        }
    }

    /// Hands over every row before `end`.
    pub(super) fn each(&self, end: Row, mut take: impl FnMut(Row)) {
        let ordered = match self {
            Self::Run(rows) => {
                (rows.start..rows.end.min(end)).for_each(take);
                return;
            }
            Self::Loose(rows) => {
                rows.iter().filter(|r| **r < end).for_each(|r| take(*r));
                return;
            }
            Self::Sorted(rows) => rows,
            Self::Own(rows) => rows.as_slice(),
        };
        for row in ordered {
            if *row >= end {
                return;
            }
            take(*row);
        }
    }

    /// Puts the first of its rows among the first.
    pub(super) fn firsts(&self, firsts: &mut Firsts, free: impl Fn(Row) -> bool) {
        match self {
            Self::Loose(rows) => {
                for row in *rows {
                    if *row < firsts.end && free(*row) {
                        firsts.put(*row);
                    }
                }
            }
            Self::Sorted(rows) => firsts.put_ordered(rows.iter().copied(), free),
            Self::Own(rows) => firsts.put_ordered(rows.iter().copied(), free),
            Self::Run(rows) => firsts.put_ordered(rows.clone(), free),
        }
    }
}

/// The first few of many rows.
#[derive(Debug)]
pub(super) struct Firsts {
    wanted: usize,
    rows: Vec<Row>,
    /// Rows from here on come too late.
    end: Row,
}

impl Firsts {
    pub(super) fn new(wanted: usize) -> Self {
        Self {
            wanted,
            rows: Vec::with_capacity(wanted.min(1_000) * 4 + 64),
            end: Row::MAX,
        }
    }

    fn put(&mut self, row: Row) {
        self.rows.push(row);
        if self.rows.len() >= self.wanted * 4 + 64 {
            self.settle();
        }
    }

    fn put_ordered(&mut self, rows: impl Iterator<Item = Row>, free: impl Fn(Row) -> bool) {
        let mut new = 0;
        for row in rows {
            if row >= self.end || new >= self.wanted {
                return;
            }
            if free(row) {
                self.put(row);
                new += 1;
            }
        }
    }

    fn settle(&mut self) {
        self.rows.sort_unstable();
        self.rows.dedup();
        self.rows.truncate(self.wanted);
        if self.rows.len() == self.wanted {
            self.end = self.rows.last().copied().unwrap_or(0);
        }
    }

    /// The first rows, in order.
    pub(super) fn take(mut self) -> Vec<Row> {
        self.settle();
        self.rows
    }
}

/// Rows that were found, by rank.
#[derive(Debug, Default)]
pub(super) struct Lot<'a> {
    pub(super) parts: Vec<(u8, Part<'a>)>,
}

impl<'a> Lot<'a> {
    fn add(&mut self, rank: u8, part: Part<'a>) {
        if part.len() > 0 {
            self.parts.push((rank, part));
        }
    }

    pub(super) fn sort(&mut self, rank: u8, rows: &'a [Row]) {
        self.add(rank, Part::Sorted(rows));
    }

    pub(super) fn loosen(&mut self, rank: u8, rows: &'a [Row]) {
        self.add(rank, Part::Loose(rows));
    }

    pub(super) fn run(&mut self, rank: u8, rows: Range<Row>) {
        self.add(rank, Part::Run(rows));
    }

    pub(super) fn own(&mut self, rank: u8, mut rows: Vec<Row>) {
        rows.sort_unstable();
        rows.dedup();
        self.add(rank, Part::Own(rows));
    }

    /// How many rows, those found twice counted twice.
    pub(super) fn count(&self) -> usize {
        self.parts.iter().map(|(_, part)| part.len()).sum()
    }

    /// Puts the best ranks first.
    pub(super) fn order(&mut self) {
        self.parts.sort_by_key(|(rank, _)| *rank);
    }
}
