//! The rows that satisfy words and filters together. Filters leave a set of rows, so that what they
//! mean is counted exactly.

use super::{
    answer::Search,
    asked::Asked,
    columns::Row,
    lot::Lot,
    meant::{Meant, Rows},
    pick::gather,
    segment::Segment,
};

/// So few rows are tested one by one.
const FEW: usize = 2_000;
/// Looking at one row costs as much as reading so many from a list.
const LOOK: usize = 256;

impl Search<'_> {
    /// Everybody whom the filters leave.
    pub(super) fn left_by_filters(&self, segment: &Segment, left: &Rows) -> Meant {
        let total = left.count();
        let mut rows: Vec<(u16, Row)> = Vec::new();
        if self.everything() {
            rows.extend(left.iter().map(|row| (0, row)));
        } else {
            let recent = self.recent.keys().filter_map(|id| segment.row_of(*id));
            rows.extend(recent.filter(|row| left.has(*row)).map(|row| (0, row)));
            rows.extend(left.iter().take(self.limit).map(|row| (0, row)));
            rows.sort_unstable();
            rows.dedup();
        }
        Meant {
            rows,
            total,
            about: false,
        }
    }

    /// Those of them whom the words mean.
    pub(super) fn meant_within(
        &self,
        segment: &Segment,
        words: &mut [Asked],
        left: &Rows,
    ) -> Meant {
        for word in words.iter_mut() {
            word.go_far(self.index, segment);
        }
        let all: Vec<&Asked> = words.iter().collect();
        let sum = |row: Row| Some((self.sum(segment, &all, row)?, row));
        let held = words.iter().filter(|word| !word.not);
        let mut lots: Vec<Lot<'_>> = held.map(|word| word.rows(self.index, segment)).collect();
        lots.sort_by_key(Lot::count);
        let mut rows: Vec<(u16, Row)> = match &lots[..] {
            [only] if all.len() == 1 => gather(segment, only, |row| left.has(row)),
            [] => left.iter().filter_map(sum).collect(),
            _ if left.count() <= FEW => left.iter().filter_map(sum).collect(),
            [rarest, others @ ..] => {
                let mut rows = gather(segment, rarest, |row| left.has(row));
                for lot in others {
                    if lot.count() < rows.len() * LOOK {
                        let mut set = Rows::none(segment.rows());
                        for (_, part) in &lot.parts {
                            part.each(segment.rows(), |row| {
                                set.put(row);
                            });
                        }
                        rows.retain(|(_, row)| set.has(*row));
                    }
                }
                let rows = rows.into_iter();
                rows.filter_map(|(_, row)| sum(row)).collect()
            }
        };
        let total = rows.len();
        if !self.everything() && rows.len() > self.limit * 4 {
            let recent = self.recent.keys().filter_map(|id| segment.row_of(*id));
            let recent: Vec<(u16, Row)> = recent
                .filter(|row| left.has(*row))
                .filter_map(sum)
                .collect();
            rows.select_nth_unstable(self.limit);
            rows.truncate(self.limit);
            rows.extend(recent);
            rows.sort_unstable();
            rows.dedup();
        }
        Meant {
            rows,
            total,
            about: false,
        }
    }
}
