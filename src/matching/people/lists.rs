//! Lists of one key after the other, and texts one after the other: two vectors instead of many.

use super::stored::stored;
use std::ops::Range;

/// Lists of one key after the other.
#[derive(Debug, Default)]
pub(super) struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

stored! { Lists<T> { starts, items } }

impl<T: Copy + Default> Lists<T> {
    /// Sorts pairs by key; items of a key stay in order of arrival. Every key is below `keys`.
    pub(super) fn of(keys: usize, pairs: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0u32; keys + 2];
        for (key, _) in pairs.clone() {
            starts[key as usize + 2] += 1;
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut items = vec![T::default(); starts.last().map_or(0, |n| *n as usize)];
        for (key, item) in pairs {
            let slot = &mut starts[key as usize + 1];
            items[*slot as usize] = item;
            *slot += 1;
        }
        starts.pop();
        Self { starts, items }
    }

    pub(super) fn get(&self, key: u32) -> &[T] {
        self.span(key, key + 1)
    }

    /// The items of keys from one to before another, in the order of the keys.
    pub(super) fn span(&self, from: u32, to: u32) -> &[T] {
        match (self.starts.get(from as usize), self.starts.get(to as usize)) {
            (Some(a), Some(b)) => &self.items[*a as usize..*b as usize],
            _ => &[],
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.starts.len() * 4 + self.items.len() * size_of::<T>()
    }
}

/// Rows that share the full number of a place; the others stand as differences of two bytes.
const BLOCK: usize = 16;
/// No piece is longer, so that a block of them fits the two bytes.
pub(super) const LONGEST_PIECE: usize = u16::MAX as usize / BLOCK;

/// Where pieces laid one after the other begin.
#[derive(Debug, Default)]
pub(super) struct Starts {
    blocks: Vec<u32>,
    offsets: Vec<u16>,
}

impl Starts {
    /// The next piece begins here; after the last one its end is pushed.
    pub(super) fn push(&mut self, start: usize) {
        if self.offsets.len().is_multiple_of(BLOCK) {
            self.blocks.push(start as u32);
        }
        let block = self.blocks.last().copied().unwrap_or(0) as usize;
        self.offsets
            .push(u16::try_from(start - block).unwrap_or(u16::MAX));
    }

    fn start(&self, at: usize) -> usize {
        self.blocks[at / BLOCK] as usize + usize::from(self.offsets[at])
    }

    pub(super) fn piece(&self, at: usize) -> Range<usize> {
        self.start(at)..self.start(at + 1)
    }

    pub(super) fn trim(&mut self) {
        self.blocks.shrink_to_fit();
        self.offsets.shrink_to_fit();
    }

    pub(super) fn bytes(&self) -> usize {
        self.blocks.len() * 4 + self.offsets.len() * 2
    }
}

/// Texts one after the other.
#[derive(Debug)]
pub(super) struct Texts {
    bytes: String,
    starts: Starts,
}

impl Default for Texts {
    fn default() -> Self {
        let mut starts = Starts::default();
        starts.push(0);
        Self {
            bytes: String::new(),
            starts,
        }
    }
}

stored! { Starts { blocks, offsets } }
stored! { Texts { bytes, starts } }

impl Texts {
    pub(super) fn push(&mut self, text: &str) {
        // Four thousand million letters of references are more than a register holds.
        let fits = text.len() <= LONGEST_PIECE && self.bytes.len() + text.len() < u32::MAX as usize;
        if fits {
            self.bytes.push_str(text);
        }
        self.starts.push(self.bytes.len());
    }

    pub(super) fn get(&self, at: u32) -> &str {
        self.bytes.get(self.starts.piece(at as usize)).unwrap_or("")
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.len() + self.starts.bytes()
    }

    pub(super) fn trim(&mut self) {
        self.bytes.shrink_to_fit();
        self.starts.trim();
    }
}
