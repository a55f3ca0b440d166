//! Identities for what forms make: contacts and drafts get theirs here, so that a repeated save is
//! the same record.

use crate::domain::ids::uuid_v7;
use std::cell::Cell;
use uuid::Uuid;

/// Makes UUIDv7 values from a seed that the caller drew once; pure apart from its own count, so that
/// a test with a fixed seed sees the same identities each time.
#[derive(Debug, Clone)]
pub(super) struct IdSource {
    state: Cell<u64>,
}

impl IdSource {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            state: Cell::new(seed),
        }
    }

    /// A fresh identity at a time.
    pub(super) fn fresh(&self, unix_ms: u64) -> Uuid {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.next().to_le_bytes());
        random[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        uuid_v7(unix_ms, random)
    }

    /// SplitMix64: every seed gives a sequence without short cycles.
    fn next(&self) -> u64 {
        let state = self.state.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.state.set(state);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
