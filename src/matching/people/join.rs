//! The rows that satisfy several words: the rarest word leads, the others are asked in turn.
//!
//! Where even the rarest word is frequent, the first rows suffice: they fill the page, and say about how
//! many there are.

use super::{
    answer::Search,
    asked::Asked,
    columns::Row,
    lot::Lot,
    meant::{Meant, Rows},
    segment::Segment,
};

/// Up to so many rows of the rarest word are looked at one by one.
const SINGLY: usize = 3_000;
/// So many rows of the rarest word are joined at a time.
const JOINED: usize = 12_000;
/// Looking at one row costs as much as reading so many from a list.
const LOOK: usize = 256;

/// A word that must hold, with its rows.
type Held<'a> = (&'a Asked, Lot<'a>);

impl Search<'_> {
    pub(super) fn several_words(&self, segment: &Segment, words: &mut [Asked]) -> Meant {
        for word in words.iter_mut() {
            word.go_far(self.index, segment);
        }
        let mut held: Vec<Held<'_>> = Vec::new();
        let mut denied: Vec<Held<'_>> = Vec::new();
        for word in words.iter() {
            let lot = word.rows(self.index, segment);
            if word.not {
                denied.push((word, lot));
            } else if lot.count() == 0 {
                return Meant::default();
            } else {
                held.push((word, lot));
            }
        }
        held.sort_by_key(|(_, lot)| lot.count());
        let rarest = held
            .first()
            .map_or(segment.rows() as usize, |(_, lot)| lot.count());
        if rarest <= SINGLY {
            let rows = self.singly(segment, &held, &denied);
            return Meant {
                total: rows.len(),
                rows,
                about: false,
            };
        }
        let all: Vec<&Asked> = words.iter().collect();
        let end = segment.rows() as usize;
        let mut until = end;
        if !self.everything() && rarest > JOINED {
            until = JOINED * end / rarest;
        }
        loop {
            let mut rows = self.joined(segment, &held, &denied, until as Row);
            if until == end || rows.len() >= self.limit {
                let total = rows.len() * end / until.max(1);
                if until < end {
                    rows.extend(self.recent_rows(segment, &all));
                }
                return Meant {
                    total,
                    rows,
                    about: until < end,
                };
            }
            until = (until * 8).min(end);
        }
    }

    /// Every row of the rarest word held against the others.
    fn singly(&self, segment: &Segment, held: &[Held<'_>], denied: &[Held<'_>]) -> Vec<(u16, Row)> {
        let Some(((_, rarest), others)) = held.split_first() else {
            return self.joined(segment, held, denied, segment.rows());
        };
        let mut rows = self.gather(segment, rarest);
        for (_, lot) in others {
            if rows.len() * LOOK > lot.count() {
                let mut set = Rows::none(segment.rows());
                for (_, part) in &lot.parts {
                    part.each(segment.rows(), |row| {
                        set.put(row);
                    });
                }
                rows.retain(|(_, row)| set.has(*row));
            }
        }
        // The rarest word is asked last: its rows are those that are left.
        let asked: Vec<&Asked> = held
            .iter()
            .rev()
            .chain(denied)
            .map(|(word, _)| *word)
            .collect();
        let sums = rows.into_iter();
        sums.filter_map(|(_, row)| Some((self.sum(segment, &asked, row)?, row)))
            .collect()
    }

    /// The rows before `until` that satisfy all words, by their lists, with the sum of their ranks.
    fn joined(
        &self,
        segment: &Segment,
        held: &[Held<'_>],
        denied: &[Held<'_>],
        until: Row,
    ) -> Vec<(u16, Row)> {
        let mut rows = match held.first() {
            Some((_, lot)) => met(lot, until, |row| segment.is_alive(row)),
            None => {
                let alive = (0..until).filter(|row| segment.is_alive(*row));
                alive.map(|row| (row, 0)).collect()
            }
        };
        for (word, lot) in held.iter().skip(1) {
            let read = lot.count() as u64 * u64::from(until) / u64::from(segment.rows().max(1));
            if ((rows.len() * LOOK) as u64) < read {
                rows.retain_mut(|(row, sum)| {
                    let reason = word.reason(self.index, segment, *row);
                    *sum += reason.map_or(0, |r| u16::from(r.rank));
                    reason.is_some()
                });
                continue;
            }
            let mut left = Rows::none(until);
            for (row, _) in &rows {
                left.put(*row);
            }
            let mut met = met(lot, until, |row| left.has(row)).into_iter().peekable();
            rows.retain_mut(|(row, sum)| {
                while met.next_if(|(other, _)| other < row).is_some() {}
                let same = met.next_if(|(other, _)| other == row);
                *sum += same.map_or(0, |(_, rank)| rank);
                same.is_some()
            });
        }
        for (_, lot) in denied {
            let mut has = Rows::none(until);
            for (_, part) in &lot.parts {
                part.each(until, |row| {
                    has.put(row);
                });
            }
            rows.retain(|(row, _)| !has.has(*row));
        }
        rows.into_iter().map(|(row, sum)| (sum, row)).collect()
    }
}

/// The rows of a lot before `until` that are kept, in order, each with its best rank.
fn met(lot: &Lot<'_>, until: Row, kept: impl Fn(Row) -> bool) -> Vec<(Row, u16)> {
    let mut seen = Rows::none(until);
    let mut rows: Vec<(Row, u16)> = Vec::new();
    for (rank, part) in &lot.parts {
        part.each(until, |row| {
            if kept(row) && seen.put(row) {
                rows.push((row, u16::from(*rank)));
            }
        });
    }
    // Most of them are runs in order already, which a stable sort makes use of.
    rows.sort();
    rows
}
