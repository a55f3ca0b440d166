//! Lists of one key after the other, and texts one after the other: two vectors instead of many.

use super::stored::stored;

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

/// Texts one after the other.
#[derive(Debug, Default)]
pub(super) struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

stored! { Texts { bytes, ends } }

impl Texts {
    pub(super) fn push(&mut self, text: &str) {
        // Four thousand million letters of references are more than a register holds.
        let end = u32::try_from(self.bytes.len() + text.len());
        if end.is_ok() {
            self.bytes.push_str(text);
        }
        let last = self.ends.last().copied().unwrap_or(0);
        self.ends.push(end.unwrap_or(last));
    }

    pub(super) fn get(&self, at: u32) -> &str {
        let at = at as usize;
        let end = self.ends.get(at).copied().unwrap_or(0);
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        self.bytes.get(start as usize..end as usize).unwrap_or("")
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.len() + self.ends.len() * 4
    }

    pub(super) fn trim(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}
