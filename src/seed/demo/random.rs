//! Chance that is the same on every machine: SplitMix64, keyed by what the number is for.
//!
//! Absent on purpose: a generator that is drawn from in sequence across people. Person `i` depends
//! on `i` only, so that an office of 200 is the beginning of one of 10,000,000.

/// A small stream of numbers for one person or one contact.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// The stream for one purpose and one index.
    pub(super) fn new(purpose: u64, index: u64) -> Self {
        let mut chance = Self(purpose.wrapping_mul(0xd134_2543_de82_ef95) ^ index);
        chance.next();
        chance.0 ^= index.rotate_left(32);
        chance
    }

    /// The next 64 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound` (0 where the bound is 0).
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        // The high half of the product: even enough for bounds far below 2^64.
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).unwrap_or(0);
        low + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// True in so many cases of a hundred.
    pub(super) fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of the list, or the type's empty value for an empty list.
    pub(super) fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let index = usize::try_from(self.below(list.len() as u64)).unwrap_or(0);
        list.get(index).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_the_same_everywhere() {
        let mut chance = Chance::new(1, 2);
        let first: Vec<u64> = (0..4).map(|_| chance.below(1000)).collect();
        assert_eq!(first, [546, 488, 809, 793]);
    }

    #[test]
    fn chance_spreads_and_stays_within_bounds() {
        let mut seen = [0_u32; 10];
        for index in 0..10_000 {
            let mut chance = Chance::new(7, index);
            seen[chance.below(10) as usize] += 1;
            assert!((16..=20).contains(&chance.between(16, 20)));
            assert_eq!(chance.pick::<&str>(&[]), "");
        }
        assert!(seen.iter().all(|n| (800..1200).contains(n)), "{seen:?}");
    }
}
