//! Where new identities, salts and random bytes come from.
//!
//! Real work draws from the operating system. A generated office draws from a seed, so that the
//! same command makes the same records each time; such an office holds no real people.

use crate::domain::{failure::Failure, ids::uuid_v7};
use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

/// A source of identities.
#[derive(Debug)]
pub struct Ids(Source);

#[derive(Debug)]
enum Source {
    System { buffer: Vec<u8>, used: usize },
    Seeded(u64),
}

/// Bytes fetched from the system at a time; an import needs two draws a row.
const BUFFER: usize = 4096;

impl Ids {
    /// Unpredictable, from the operating system.
    pub fn system() -> Self {
        Self(Source::System {
            buffer: vec![0; BUFFER],
            used: BUFFER,
        })
    }

    /// The same sequence for the same seed; for generated offices and tests only.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(seed))
    }

    /// A new UUIDv7 that carries the given time.
    ///
    /// # Errors
    /// [`Failure::Bug`] where the system has no random bytes to give.
    pub fn next(&mut self, at: DateTime<FixedOffset>) -> Result<Uuid, Failure> {
        let ms = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        Ok(uuid_v7(ms, self.bytes()?))
    }

    /// Random bytes, at most [`BUFFER`] of them.
    pub(super) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Failure> {
        let mut out = [0u8; N];
        match &mut self.0 {
            Source::System { buffer, used } => {
                if *used + N > buffer.len() {
                    getrandom::fill(buffer).map_err(|e| Failure::Bug {
                        detail: format!("no random bytes: {e}"),
                    })?;
                    *used = 0;
                }
                out.copy_from_slice(&buffer[*used..*used + N]);
                *used += N;
            }
            Source::Seeded(state) => {
                for chunk in out.chunks_mut(8) {
                    let word = split_mix(state).to_le_bytes();
                    chunk.copy_from_slice(&word[..chunk.len()]);
                }
            }
        }
        Ok(out)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): every seed gives a full-length, well-mixed sequence.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_and_the_system_does_not() {
        let at = "2026-11-21T09:00:00+08:00".parse().unwrap();
        let draw = |mut ids: Ids| {
            (0..500)
                .map(|_| ids.next(at).unwrap())
                .collect::<Vec<Uuid>>()
        };
        assert_eq!(draw(Ids::seeded(7)), draw(Ids::seeded(7)));
        assert_ne!(draw(Ids::seeded(7)), draw(Ids::seeded(8)));
        let mut random = draw(Ids::system());
        random.sort_unstable();
        random.dedup();
        assert_eq!(random.len(), 500, "no identity twice");
        assert_eq!(random[0].get_version_num(), 7);
    }
}
