//! The rows of one segment that satisfy a query: gathered where they are few, read from the beginnings
//! of lists where they are many.

use super::{
    answer::Search,
    asked::Asked,
    columns::Row,
    lot::Lot,
    rank::{self, Depth},
    segment::Segment,
};
use crate::matching::query::{Scope, Scoped};
use std::collections::{HashMap, HashSet};

/// So many found rows are gathered one by one; more are read only as far as they are shown.
const GATHERED: usize = 12_000;
/// So many lists are read from their beginnings.
const LISTS: usize = 400;
/// So many rows are tested against several words that are all frequent.
const TESTED: usize = 150_000;
/// Whoever asks for more than this asks for all.
const SHOWN: usize = 1_000;
/// In a register of more people the beginnings of names suffice where they fill the page.
const LARGE: usize = 50_000;

/// Rows of one segment with the sum of the ranks of their words.
#[derive(Default)]
pub(super) struct Meant {
    pub(super) rows: Vec<(u16, Row)>,
    pub(super) total: usize,
    pub(super) about: bool,
}

/// A set of rows.
struct Rows(Vec<u64>);

impl Rows {
    fn none(segment: &Segment) -> Self {
        Self(vec![0; (segment.rows() as usize).div_ceil(64)])
    }

    /// Puts a row in; true where it is new.
    fn put(&mut self, row: Row) -> bool {
        let (word, bit) = (&mut self.0[row as usize / 64], 1 << (row % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    fn has(&self, row: Row) -> bool {
        self.0[row as usize / 64] >> (row % 64) & 1 != 0
    }
}

impl Search<'_> {
    /// The rows that satisfy the query in one segment.
    pub(super) fn meant(&self, segment: &Segment) -> Meant {
        if segment.living() == 0 {
            return Meant::default();
        }
        let mut all = Meant::default();
        let mut known: HashMap<Row, usize> = HashMap::new();
        for words in &self.query.readings {
            let one = match &words[..] {
                [word] if !word.not => self.one_word(segment, word),
                _ => self.several_words(segment, words),
            };
            if all.rows.is_empty() {
                all = one;
                continue;
            }
            if known.is_empty() {
                known = all
                    .rows
                    .iter()
                    .enumerate()
                    .map(|(at, (_, row))| (*row, at))
                    .collect();
            }
            let both = one
                .rows
                .iter()
                .filter(|(_, row)| known.contains_key(row))
                .count();
            all.total += one.total - both.min(one.total);
            all.about |= one.about;
            for (rank, row) in one.rows {
                if let Some(at) = known.get(&row) {
                    all.rows[*at].0 = all.rows[*at].0.min(rank);
                } else {
                    known.insert(row, all.rows.len());
                    all.rows.push((rank, row));
                }
            }
        }
        all
    }

    fn everything(&self) -> bool {
        self.limit > SHOWN
    }

    fn one_word(&self, segment: &Segment, word: &Scoped) -> Meant {
        let large = self.index.len() > LARGE && !self.everything();
        if large && word.scope == Scope::Any && self.depth == Depth::Plain {
            let asked = Asked::new(self.index, segment, word, self.depth, false);
            let mut lot = asked.rows(self.index, segment, false);
            lot.scanned.retain(|(rank, _)| *rank <= rank::NUMBER);
            lot.sorted.retain(|(rank, _)| *rank <= rank::NUMBER);
            lot.loose.retain(|(rank, _)| *rank <= rank::NUMBER);
            if lot.unsure.is_empty() && lot.count() > self.limit * 4 {
                let mut meant = self.pick(segment, &asked, &lot);
                meant.about = true;
                return meant;
            }
        }
        let asked = Asked::new(self.index, segment, word, self.depth, true);
        let lot = asked.rows(self.index, segment, true);
        self.pick(segment, &asked, &lot)
    }

    /// The rows of one word, or those that can be shown.
    fn pick(&self, segment: &Segment, asked: &Asked, lot: &Lot<'_>) -> Meant {
        let count = lot.count();
        if count <= GATHERED || self.everything() {
            let rows = self.gather(segment, asked, lot);
            return Meant {
                total: rows.len(),
                rows: rows
                    .into_iter()
                    .map(|(r, row)| (u16::from(r), row))
                    .collect(),
                about: false,
            };
        }
        let mut rows = self.recent_rows(segment, &[asked]);
        let mut taken: HashSet<Row> = rows.iter().map(|(_, row)| *row).collect();
        let mut ranks: Vec<u8> = lot
            .sorted
            .iter()
            .chain(&lot.loose)
            .map(|(r, _)| *r)
            .chain(lot.scanned.iter().map(|(r, _)| *r))
            .collect();
        if !lot.unsure.is_empty() {
            ranks.extend([rank::EXACT, rank::PREFIX, rank::NUMBER, rank::NUMBER_INFIX]);
        }
        ranks.sort_unstable();
        ranks.dedup();
        let mut better = 0;
        for rank in ranks {
            let wanted = self.limit.saturating_sub(better);
            if wanted == 0 {
                break;
            }
            let new = self.first_of(segment, asked, lot, (rank, wanted), &taken);
            better += new.len();
            taken.extend(new.iter().copied());
            rows.extend(new.into_iter().map(|row| (u16::from(rank), row)));
        }
        Meant {
            rows,
            total: count.min(segment.living()),
            about: true,
        }
    }

    /// The first rows of a rank that are not taken.
    fn first_of(
        &self,
        segment: &Segment,
        asked: &Asked,
        lot: &Lot<'_>,
        (rank, wanted): (u8, usize),
        taken: &HashSet<Row>,
    ) -> Vec<Row> {
        let of_rank = |(r, _): &&(u8, &[Row])| *r == rank;
        let free = |row: &Row| segment.is_alive(*row) && !taken.contains(row);
        let lists = lot.sorted.iter().filter(of_rank).count();
        let loose: usize = lot
            .loose
            .iter()
            .filter(of_rank)
            .map(|(_, rows)| rows.len())
            .sum();
        let unsure: usize = lot.unsure.iter().map(|rows| rows.len()).sum();
        if lists > LISTS || loose > GATHERED || unsure > 0 {
            let has = |row: &Row| {
                asked
                    .reason(self.index, segment, *row)
                    .is_some_and(|r| r.rank == rank)
            };
            return (0..segment.rows())
                .filter(|r| free(r) && has(r))
                .take(wanted)
                .collect();
        }
        let mut rows: Vec<Row> = Vec::new();
        for (_, list) in lot.sorted.iter().filter(of_rank) {
            rows.extend(list.iter().copied().filter(|r| free(r)).take(wanted));
        }
        for (_, list) in lot.scanned.iter().filter(|(r, _)| *r == rank) {
            rows.extend(list.iter().copied().filter(|r| free(r)).take(wanted));
        }
        for (_, list) in lot.loose.iter().filter(of_rank) {
            rows.extend(list.iter().copied().filter(|r| free(r)));
        }
        if rows.len() > 4 * wanted {
            rows.select_nth_unstable(2 * wanted);
            rows.truncate(2 * wanted);
        }
        rows.sort_unstable();
        rows.dedup();
        rows.truncate(wanted);
        rows
    }

    /// Every living row of a lot once, with its best rank.
    fn gather(&self, segment: &Segment, asked: &Asked, lot: &Lot<'_>) -> Vec<(u8, Row)> {
        let scanned = lot.scanned.iter().map(|(r, rows)| (*r, rows.as_slice()));
        let listed = lot.sorted.iter().chain(&lot.loose).copied();
        let mut slices: Vec<(u8, &[Row])> = listed.chain(scanned).collect();
        slices.sort_by_key(|(rank, _)| *rank);
        let mut rows: Vec<(u8, Row)> = Vec::with_capacity(lot.count());
        let mut seen = Rows::none(segment);
        if !lot.unsure.is_empty() {
            for row in lot.unsure.iter().copied().flatten() {
                if segment.is_alive(*row)
                    && let Some(reason) = asked.reason(self.index, segment, *row)
                    && seen.put(*row)
                {
                    rows.push((reason.rank, *row));
                }
            }
        }
        for (rank, slice) in slices {
            for row in slice {
                if segment.is_alive(*row) && seen.put(*row) {
                    rows.push((rank, *row));
                }
            }
        }
        rows
    }

    /// The recently opened people of a segment, with their ranks.
    fn recent_rows(&self, segment: &Segment, asked: &[&Asked]) -> Vec<(u16, Row)> {
        let rows = self.recent.keys().filter_map(|id| segment.row_of(*id));
        rows.filter_map(|row| Some((self.sum(segment, asked, row)?, row)))
            .collect()
    }

    /// The sum of the ranks of the words in a row, if all hold.
    pub(super) fn sum(&self, segment: &Segment, asked: &[&Asked], row: Row) -> Option<u16> {
        asked
            .iter()
            .map(
                |word| match (word.reason(self.index, segment, row), word.not) {
                    (Some(reason), false) => Some(u16::from(reason.rank)),
                    (None, true) => Some(0),
                    _ => None,
                },
            )
            .sum()
    }

    fn several_words(&self, segment: &Segment, words: &[Scoped]) -> Meant {
        let asked: Vec<Asked> = words
            .iter()
            .map(|word| Asked::new(self.index, segment, word, self.depth, true))
            .collect();
        let mut lots: Vec<(usize, Lot<'_>)> = Vec::new();
        for (at, word) in asked.iter().enumerate().filter(|(_, word)| !word.not) {
            let lot = word.rows(self.index, segment, true);
            if lot.count() == 0 {
                return Meant::default();
            }
            lots.push((at, lot));
        }
        lots.sort_by_key(|(_, lot)| lot.count());
        // The rarest word is tested last: its rows are those that are left.
        let by_rarity: Vec<&Asked> = lots.iter().rev().map(|(at, _)| &asked[*at]).collect();
        let negated = asked.iter().filter(|word| word.not);
        let all: Vec<&Asked> = by_rarity.into_iter().chain(negated).collect();
        let mut meant = Meant::default();
        let Some(((first, rarest), others)) = lots.split_first() else {
            // Only words that must not hold.
            let rows = (0..segment.rows()).filter(|r| segment.is_alive(*r));
            meant
                .rows
                .extend(rows.filter_map(|r| Some((self.sum(segment, &all, r)?, r))));
            meant.total = meant.rows.len();
            return meant;
        };
        if rarest.count() > TESTED && !self.everything() {
            let rows = (0..segment.rows())
                .filter(|r| segment.is_alive(*r))
                .take(TESTED);
            let found = rows.filter_map(|row| Some((self.sum(segment, &all, row)?, row)));
            meant.rows.extend(found);
            meant.rows.extend(self.recent_rows(segment, &all));
            meant.rows.sort_unstable_by_key(|(_, row)| *row);
            meant.rows.dedup();
            meant.total = meant.rows.len();
            meant.about = true;
            return meant;
        }
        let mut rows = self.gather(segment, &asked[*first], rarest);
        for (_, lot) in others {
            if rows.len() > 256 && lot.count() < rows.len() * 32 {
                let mut set = Rows::none(segment);
                let listed = lot.sorted.iter().chain(&lot.loose).map(|(_, rows)| *rows);
                let scanned = lot.scanned.iter().map(|(_, rows)| rows.as_slice());
                let unsure = lot.unsure.iter().copied();
                for row in listed.chain(scanned).chain(unsure).flatten() {
                    set.put(*row);
                }
                rows.retain(|(_, row)| set.has(*row));
            }
        }
        let found = rows
            .into_iter()
            .filter_map(|(_, row)| Some((self.sum(segment, &all, row)?, row)));
        meant.rows.extend(found);
        meant.total = meant.rows.len();
        meant
    }
}
