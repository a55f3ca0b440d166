//! Numbers for values in the order in which they came, while people are laid out.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A hash for keys of our own making: a multiplication a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.write_u64(word.iter().fold(0, |n, b| n << 8 | u64::from(*b)));
        }
        let rest = words.remainder().iter();
        self.write_u64(rest.fold(1, |n, b| n << 8 | u64::from(*b)));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(u64::from(word));
    }

    fn write_u16(&mut self, word: u16) {
        self.write_u64(u64::from(word));
    }
}

/// A table of keys of our own making.
pub(super) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// Numbers given to values in the order in which they came.
#[derive(Debug)]
pub(super) struct Numbered<T>(QuickMap<T, u32>);

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self(QuickMap::default())
    }
}

impl<T: std::hash::Hash + Eq + Clone> Numbered<T> {
    pub(super) fn of(&mut self, value: &T) -> u32 {
        if let Some(number) = self.0.get(value) {
            return *number;
        }
        let number = self.0.len() as u32;
        self.0.insert(value.clone(), number);
        number
    }

    /// The values in the order of their numbers.
    pub(super) fn values(self) -> Vec<T> {
        let mut all: Vec<(u32, T)> = self.0.into_iter().map(|(v, n)| (n, v)).collect();
        all.sort_unstable_by_key(|(n, _)| *n);
        all.into_iter().map(|(_, v)| v).collect()
    }
}
