//! The index as bytes and back, in parts that can be written and read side by side.
//!
//! Each struct lists its fields beside itself (`stored!`), so that a new field that is not kept does
//! not compile. Numbers are little-endian. What is read is held only within bounds that keep it from
//! taking too much memory: whoever keeps the bytes has to know that they are those that were
//! written. Absent on purpose: files, checksums, and which records the bytes belong to.

#[cfg(test)]
mod tests;

use super::{
    CAPACITIES, Index,
    segment::Segment,
    stored::{Source, bad},
};
use crate::matching::{lexicon::Lexicon, occupation::Occupations};
use std::{
    io::{self, Read, Write},
    sync::Arc,
};

/// How many segments an index has.
const SEGMENTS: usize = CAPACITIES.len() + 1;

/// One part of an index that was read.
pub struct Part {
    at: usize,
    fill: Fill,
}

/// Puts what was read into its segment.
pub(super) type Fill = Box<dyn FnOnce(&mut Segment) + Send>;

impl Index {
    /// How many parts there are.
    pub const PARTS: usize = SEGMENTS * Segment::PARTS;

    /// Writes one part; the writer should have a buffer.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_part(&self, at: usize, to: &mut dyn Write) -> io::Result<()> {
        let segment = self.segments.get(at / Segment::PARTS).ok_or_else(bad)?;
        segment.put_part(at % Segment::PARTS, to)
    }

    /// Reads one part of so many bytes; the reader should have a buffer.
    ///
    /// # Errors
    /// What the reader says; [`io::ErrorKind::InvalidData`] where the bytes are none of this part.
    pub fn read_part(at: usize, from: &mut dyn Read, length: u64) -> io::Result<Part> {
        let mut source = Source::new(from, length);
        let fill = Segment::take_part(at % Segment::PARTS, &mut source)?;
        if source.is_empty() {
            Ok(Part { at, fill })
        } else {
            Err(bad())
        }
    }

    /// Puts an index together from all its parts, in any order; none where one is not there.
    pub fn from_parts(
        lexicon: Arc<Lexicon>,
        occupations: Option<Arc<Occupations>>,
        mut parts: Vec<Part>,
    ) -> Option<Self> {
        parts.sort_unstable_by_key(|part| part.at);
        if !parts.iter().map(|part| part.at).eq(0..Self::PARTS) {
            return None;
        }
        let mut segments: Vec<Segment> = Vec::new();
        segments.resize_with(SEGMENTS, Segment::default);
        for part in parts {
            (part.fill)(&mut segments[part.at / Segment::PARTS]);
        }
        Some(Self {
            lexicon,
            occupations,
            segments,
            // What no record says is told anew.
            knows_contacts: false,
        })
    }
}
