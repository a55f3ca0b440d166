//! Rows that a word finds, as slices of the lists they stand in.

use super::columns::Row;

/// Rows that were found, by rank.
#[derive(Debug, Default)]
pub(super) struct Lot<'a> {
    /// Slices in the order of rows.
    pub(super) sorted: Vec<(u8, &'a [Row])>,
    /// Slices in any order.
    pub(super) loose: Vec<(u8, &'a [Row])>,
    /// Slices of rows of which some are meant; the asking word tests each.
    pub(super) unsure: Vec<&'a [Row]>,
    /// Rows that were looked for one by one, in order.
    pub(super) scanned: Vec<(u8, Vec<Row>)>,
}

impl<'a> Lot<'a> {
    pub(super) fn sort(&mut self, rank: u8, rows: &'a [Row]) {
        if !rows.is_empty() {
            self.sorted.push((rank, rows));
        }
    }

    pub(super) fn loosen(&mut self, rank: u8, rows: &'a [Row]) {
        if !rows.is_empty() {
            self.loose.push((rank, rows));
        }
    }

    /// How many rows, those found twice counted twice.
    pub(super) fn count(&self) -> usize {
        let all = self
            .sorted
            .iter()
            .chain(&self.loose)
            .map(|(_, rows)| rows.len());
        let unsure = self.unsure.iter().map(|rows| rows.len());
        let scanned = self.scanned.iter().map(|(_, rows)| rows.len());
        all.chain(unsure).chain(scanned).sum()
    }
}
