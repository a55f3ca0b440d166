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
const JOINED: usize = 24_000;
/// Looking at one row costs as much as reading so many from a list.
const LOOK: usize = 64;

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

    /// The rows before `until` that satisfy all words, by their lists.
    fn joined(
        &self,
        segment: &Segment,
        held: &[Held<'_>],
        denied: &[Held<'_>],
        until: Row,
    ) -> Vec<(u16, Row)> {
        // One more than the sum of the ranks so far; 0 is not meant.
        let mut sums = vec![0u16; until as usize];
        let mut rows: Vec<Row> = Vec::new();
        match held.first() {
            Some((_, lot)) => {
                for (rank, part) in &lot.parts {
                    part.each(until, |row| {
                        let sum = &mut sums[row as usize];
                        if *sum == 0 && segment.is_alive(row) {
                            *sum = u16::from(*rank) + 1;
                            rows.push(row);
                        }
                    });
                }
            }
            None => {
                rows.extend((0..until).filter(|row| segment.is_alive(*row)));
                for row in &rows {
                    sums[*row as usize] = 1;
                }
            }
        }
        for (word, lot) in held.iter().skip(1) {
            if rows.len() * LOOK < lot.count() {
                rows.retain(|row| {
                    let reason = word.reason(self.index, segment, *row);
                    let sum = &mut sums[*row as usize];
                    *sum = reason.map_or(0, |r| *sum + u16::from(r.rank));
                    *sum > 0
                });
                continue;
            }
            let mut met = Rows::none(until);
            for (rank, part) in &lot.parts {
                part.each(until, |row| {
                    let sum = &mut sums[row as usize];
                    if *sum > 0 && met.put(row) {
                        *sum += u16::from(*rank);
                    }
                });
            }
            rows.retain(|row| {
                if !met.has(*row) {
                    sums[*row as usize] = 0;
                }
                met.has(*row)
            });
        }
        for (_, lot) in denied {
            for (_, part) in &lot.parts {
                part.each(until, |row| sums[row as usize] = 0);
            }
        }
        let meant = rows.into_iter().filter(|row| sums[*row as usize] > 0);
        meant.map(|row| (sums[row as usize] - 1, row)).collect()
    }
}
