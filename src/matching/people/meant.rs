//! The rows of one segment that satisfy a query, by any of its readings.

use super::{answer::Search, asked::Asked, columns::Row, segment::Segment};

/// Whoever asks for more than this asks for all.
const SHOWN: usize = 1_000;

/// Rows of one segment with the sum of the ranks of their words.
#[derive(Default)]
pub(super) struct Meant {
    /// A row stands here once for each reading that means it.
    pub(super) rows: Vec<(u16, Row)>,
    pub(super) total: usize,
    pub(super) about: bool,
}

/// A set of rows.
#[derive(Debug, Clone)]
pub(super) struct Rows(pub(super) Vec<u64>);

impl Rows {
    /// The empty set of rows before `end`.
    pub(super) fn none(end: Row) -> Self {
        Self(vec![0; (end as usize).div_ceil(64)])
    }

    /// Puts a row in; true where it is new.
    pub(super) fn put(&mut self, row: Row) -> bool {
        let (word, bit) = (&mut self.0[row as usize / 64], 1 << (row % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(super) fn has(&self, row: Row) -> bool {
        self.0[row as usize / 64] >> (row % 64) & 1 != 0
    }
}

impl Search<'_> {
    /// The rows that satisfy the query in one segment, and its words as they were asked there.
    /// `left` are those whom the filters leave, if there are any.
    pub(super) fn meant(&self, segment: &Segment, left: Option<&Rows>) -> (Vec<Vec<Asked>>, Meant) {
        let mut all = Meant::default();
        if segment.living() == 0 {
            return (Vec::new(), all);
        }
        if let Some(left) = left.filter(|_| self.query.readings.is_empty()) {
            return (Vec::new(), self.left_by_filters(segment, left));
        }
        let asked = |word| Asked::new(self.index, segment, word, self.depth);
        let readings = self.query.readings.iter();
        let mut readings: Vec<Vec<Asked>> = readings
            .map(|words| words.iter().map(asked).collect())
            .collect();
        let mut known: Option<Rows> = None;
        for words in &mut readings {
            let one = match (&mut words[..], left) {
                (words, Some(left)) => self.meant_within(segment, words, left),
                ([word], None) if !word.not => self.one_word(segment, word),
                (words, None) => self.several_words(segment, words),
            };
            if all.rows.is_empty() {
                all = one;
                continue;
            }
            let known = known.get_or_insert_with(|| Rows::none(segment.rows()));
            for (_, row) in &all.rows {
                known.put(*row);
            }
            let both = one.rows.iter().filter(|(_, row)| known.has(*row)).count();
            let new = one.total - both.min(one.total);
            all.total = (all.total + new).min(segment.living());
            all.about |= one.about;
            all.rows.extend(one.rows);
        }
        (readings, all)
    }

    pub(super) fn everything(&self) -> bool {
        self.limit > SHOWN
    }

    /// The recently opened people of a segment, with their ranks.
    pub(super) fn recent_rows(&self, segment: &Segment, asked: &[&Asked]) -> Vec<(u16, Row)> {
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
}
