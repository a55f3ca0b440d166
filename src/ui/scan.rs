//! Telling a scanner from a hand: digits that come faster than anybody types.

use crate::keymap::{Code, Key};

/// Digits closer together than this are a scanner's.
const GAP_MS: u64 = 30;
/// That many of them make a scan.
const SCAN: usize = 4;

/// Digits held back for a moment before they answer anything.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    digits: Vec<char>,
    last_ms: u64,
}

/// What to do with a key where digits answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Held; wait for the next key or for a moment.
    Wait,
    /// Not a digit: answer with what was held, then handle the key.
    Pass,
    /// A scan: all its characters so far.
    Scan(String),
}

impl Held {
    pub(super) fn is_empty(&self) -> bool {
        self.digits.is_empty()
    }

    /// True where the held digits have waited long enough at `ms` to be a hand's.
    pub(super) fn is_due(&self, ms: u64) -> bool {
        !self.is_empty() && ms.saturating_sub(self.last_ms) >= GAP_MS
    }

    /// The held digits, to answer with.
    pub(super) fn take(&mut self) -> Vec<char> {
        std::mem::take(&mut self.digits)
    }

    /// Judges a key; call [`Held::take`] first where [`Held::is_due`].
    pub(super) fn press(&mut self, key: Key, ms: u64) -> Verdict {
        match key.folded().typed().filter(char::is_ascii_digit) {
            Some(digit) => {
                self.digits.push(digit);
                self.last_ms = ms;
                if self.digits.len() >= SCAN {
                    Verdict::Scan(self.take().into_iter().collect())
                } else {
                    Verdict::Wait
                }
            }
            None => Verdict::Pass,
        }
    }
}

/// Typed characters closer together than this are a paste where no paste event comes.
const PASTE_GAP_MS: u64 = 10;
/// That many of them before a line break make it a pasted one.
const PASTE: usize = 3;

/// Very fast keys, where a paste comes as such.
#[derive(Debug, Clone, Default)]
pub(super) struct Burst {
    typed: usize,
    letters: bool,
    last_ms: u64,
}

impl Burst {
    /// True where this key is a line break or tab inside a paste: it is a space then and submits
    /// nothing. A scanner's Enter after digits stays an Enter.
    pub(super) fn is_pasted_break(&mut self, key: Key, ms: u64) -> bool {
        let near = ms.saturating_sub(self.last_ms) < PASTE_GAP_MS;
        self.last_ms = ms;
        if !near {
            self.typed = 0;
            self.letters = false;
        }
        match key.typed() {
            Some(c) => {
                self.typed += 1;
                self.letters |= !(c.is_ascii_digit() || c.eq_ignore_ascii_case(&'x'));
                false
            }
            None => {
                matches!(key.code, Code::Enter | Code::Tab) && self.typed >= PASTE && self.letters
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(gap: u64, typed: &str) -> Vec<Verdict> {
        let mut held = Held::default();
        let mut ms = 1000;
        typed
            .chars()
            .map(|c| {
                ms += gap;
                if held.is_due(ms) {
                    held.take();
                }
                held.press(Key::char(c), ms)
            })
            .collect()
    }

    #[test]
    fn a_line_break_inside_a_paste_is_no_enter() {
        let mut burst = Burst::default();
        let mut at = |ms: u64, key: Key| burst.is_pasted_break(key, ms);
        for (n, c) in "李明朗".chars().enumerate() {
            assert!(!at(1000 + n as u64, Key::char(c)));
        }
        assert!(at(1003, Key::plain(Code::Enter)));
        // A hand's Enter, and a scanner's.
        assert!(!at(1200, Key::plain(Code::Enter)));
        for n in 0..6 {
            at(2000 + n, Key::char('4'));
        }
        assert!(!at(2006, Key::plain(Code::Enter)));
    }

    #[test]
    fn a_scanner_is_told_from_a_hand() {
        assert_eq!(feed(5, "4499")[3], Verdict::Scan("4499".to_owned()));
        assert_eq!(feed(5, "４４９９")[3], Verdict::Scan("4499".to_owned()));
        assert_eq!(feed(40, "4499")[3], Verdict::Wait);
        assert_eq!(feed(5, "213x")[3], Verdict::Pass);
    }
}
