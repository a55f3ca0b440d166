//! One place of a pattern: the steps that leave it, found by the sign that they take.

use super::{pattern::Step, signs::Code};

/// The steps of one place, and which of them take a sign.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) steps: Vec<Step>,
    /// The signs that any step takes, a bit each.
    taken: Vec<u64>,
    /// Where the set of steps that take a sign changes; empty where the steps are few.
    cuts: Vec<Code>,
    /// By cut: the end of its steps in `taking`.
    ends: Vec<u32>,
    taking: Vec<Step>,
}

/// Up to so many steps are looked through one by one.
const FEW_STEPS: usize = 3;

impl Place {
    pub(super) fn new(steps: Vec<Step>) -> Self {
        let mut place = Self {
            steps,
            ..Self::default()
        };
        let end = place.steps.iter().map(|s| s.hi).max().unwrap_or(0);
        place.taken = vec![0; usize::from(end).div_ceil(64)];
        for s in &place.steps {
            for code in usize::from(s.lo)..usize::from(s.hi) {
                place.taken[code / 64] |= 1 << (code % 64);
            }
        }
        if place.steps.len() > FEW_STEPS {
            place.cut();
        }
        place
    }

    fn cut(&mut self) {
        let mut by_sign: Vec<&Step> = self.steps.iter().collect();
        by_sign.sort_unstable_by_key(|s| s.lo);
        self.cuts = self.steps.iter().flat_map(|s| [s.lo, s.hi]).collect();
        self.cuts.sort_unstable();
        self.cuts.dedup();
        let mut coming = by_sign.into_iter().peekable();
        let mut open: Vec<Step> = Vec::new();
        for cut in &self.cuts {
            open.retain(|s| s.hi > *cut);
            while let Some(step) = coming.next_if(|s| s.lo <= *cut) {
                open.push(*step);
            }
            self.taking.extend(&open);
            self.ends.push(self.taking.len() as u32);
        }
    }

    /// The steps that may take a sign.
    #[inline]
    pub(super) fn of(&self, code: Code) -> &[Step] {
        let at = usize::from(code);
        let taken = self.taken.get(at / 64).copied().unwrap_or(0);
        if taken >> (at % 64) & 1 == 0 {
            return &[];
        }
        if self.cuts.is_empty() {
            return &self.steps;
        }
        match self.cuts.partition_point(|cut| *cut <= code) {
            0 => &[],
            1 => &self.taking[..self.ends[0] as usize],
            at => &self.taking[self.ends[at - 2] as usize..self.ends[at - 1] as usize],
        }
    }
}
