//! The rows of one word: gathered where they are few, the first of each rank where they are many.

use super::{
    answer::Search,
    asked::Asked,
    columns::Row,
    lot::{Firsts, Lot, Part},
    meant::{Meant, Rows},
    rank::{self, Depth},
    segment::Segment,
};
use std::collections::HashSet;

/// So many found rows are gathered one by one; more are read only as far as they are shown.
const GATHERED: usize = 12_000;
/// So many are put in order to find those found twice; for more a set of rows is cheaper.
const ORDERED: usize = 1_500;
/// In a register of more people the beginnings of names suffice where they fill the page.
const LARGE: usize = 50_000;
/// From so many rows in any order on it is tried whether the first rows of all hold them.
const DENSE: usize = 1_500_000;

impl Search<'_> {
    pub(super) fn one_word(&self, segment: &Segment, asked: &mut Asked) -> Meant {
        let large = self.index.len() > LARGE && !self.everything();
        if large && asked.asks_all() && self.depth == Depth::Plain {
            let mut lot = asked.rows(self.index, segment);
            lot.parts.retain(|(rank, _)| *rank <= rank::NUMBER);
            if lot.count() > self.limit * 4 {
                let mut meant = self.pick(segment, asked, &lot);
                meant.about = true;
                return meant;
            }
        }
        asked.go_far(self.index, segment);
        let lot = asked.rows(self.index, segment);
        self.pick(segment, asked, &lot)
    }

    /// The rows of one word, or those that can be shown.
    fn pick(&self, segment: &Segment, asked: &Asked, lot: &Lot<'_>) -> Meant {
        let count = lot.count();
        if count <= GATHERED || self.everything() {
            let rows = self.gather(segment, lot);
            return Meant {
                total: rows.len(),
                rows,
                about: false,
            };
        }
        let mut rows = self.recent_rows(segment, &[asked]);
        let mut taken: HashSet<Row> = rows.iter().map(|(_, row)| *row).collect();
        let mut better = 0;
        for parts in lot.parts.chunk_by(|a, b| a.0 == b.0) {
            let wanted = self.limit.saturating_sub(better);
            if wanted == 0 {
                break;
            }
            let rank = parts[0].0;
            let new = self.first_of(segment, asked, (rank, parts), wanted, &taken);
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
        (rank, parts): (u8, &[(u8, Part<'_>)]),
        wanted: usize,
        taken: &HashSet<Row>,
    ) -> Vec<Row> {
        let free = |row: Row| segment.is_alive(row) && !taken.contains(&row);
        let loose = parts.iter().filter(|(_, p)| matches!(p, Part::Loose(_)));
        let loose: usize = loose.map(|(_, part)| part.len()).sum();
        if loose > DENSE {
            let share = segment.living() / loose + 1;
            let has = |row: &Row| {
                let reason = asked.reason(self.index, segment, *row);
                free(*row) && reason.is_some_and(|r| r.rank == rank)
            };
            let looked_at = (segment.rows() as usize).min(wanted * share * 2) as Row;
            let rows: Vec<Row> = (0..looked_at).filter(has).take(wanted).collect();
            if rows.len() == wanted {
                return rows;
            }
        }
        let mut firsts = Firsts::new(wanted);
        // Ordered rows first: they say how far the others need to be read.
        for (_, part) in parts.iter().filter(|(_, p)| !matches!(p, Part::Loose(_))) {
            part.firsts(&mut firsts, free);
        }
        for (_, part) in parts.iter().filter(|(_, p)| matches!(p, Part::Loose(_))) {
            part.firsts(&mut firsts, free);
        }
        firsts.take()
    }

    /// Every living row of a lot once, with its best rank.
    pub(super) fn gather(&self, segment: &Segment, lot: &Lot<'_>) -> Vec<(u16, Row)> {
        gather(segment, lot, |row| segment.is_alive(row))
    }
}

/// Every row of a lot that is kept, once, with its best rank.
pub(super) fn gather(
    segment: &Segment,
    lot: &Lot<'_>,
    kept: impl Fn(Row) -> bool,
) -> Vec<(u16, Row)> {
    let mut rows: Vec<(u16, Row)> = Vec::new();
    let end = segment.rows();
    if lot.count() <= ORDERED {
        for (rank, part) in &lot.parts {
            part.each(end, |row| rows.push((u16::from(*rank), row)));
        }
        rows.sort_unstable_by_key(|(rank, row)| (*row, *rank));
        rows.dedup_by_key(|(_, row)| *row);
        rows.retain(|(_, row)| kept(*row));
        return rows;
    }
    let mut seen = Rows::none(end);
    for (rank, part) in &lot.parts {
        part.each(end, |row| {
            if kept(row) && seen.put(row) {
                rows.push((u16::from(*rank), row));
            }
        });
    }
    rows
}
