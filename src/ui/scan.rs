//! Telling a scanner from a hand: digits that come faster than anybody types.

use crate::keymap::{Code, Key};

/// Digits closer together than this are a scanner's.
const GAP_MS: u64 = 30;
/// That many of them make a scan.
const SCAN: usize = 4;

/// Digits of the shortest id number, and of anything that a scanner sends into words.
const NUMBER: usize = 15;

/// Digits of a whole id number.
const WHOLE: usize = 18;

/// Digits held back for a moment before they answer anything.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    digits: Vec<char>,
    last_ms: u64,
    /// When a character that is no held digit came last.
    words_ms: u64,
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

    /// True where the held digits have waited long enough at `ms` for their run to be over.
    pub(super) fn is_due(&self, ms: u64) -> bool {
        !self.is_empty() && ms.saturating_sub(self.last_ms) >= GAP_MS
    }

    /// The held digits, to answer with.
    pub(super) fn take(&mut self) -> Vec<char> {
        std::mem::take(&mut self.digits)
    }

    /// The held digits where they are a scan. In a field of words only a run that stands alone can be
    /// one: an input method commits `工资3500左右` at a scanner's speed.
    pub(super) fn take_scan(&mut self) -> Option<String> {
        let is_scan = self.digits.len() >= SCAN;
        is_scan.then(|| self.take().into_iter().collect())
    }

    /// Judges a key; call [`Held::take`] first where [`Held::is_due`]. `in_words`: the focus is on a
    /// field of words, where a scan is told at its end.
    pub(super) fn press(&mut self, key: Key, ms: u64, in_words: bool) -> Verdict {
        let near = ms.saturating_sub(self.words_ms) < GAP_MS;
        match key.folded().typed() {
            Some(digit) if digit.is_ascii_digit() && !(in_words && near && self.is_empty()) => {
                self.digits.push(digit);
                self.last_ms = ms;
                let enough = if in_words { WHOLE } else { SCAN };
                if self.digits.len() >= enough {
                    Verdict::Scan(self.take().into_iter().collect())
                } else {
                    Verdict::Wait
                }
            }
            Some(x) if x.eq_ignore_ascii_case(&'x') && self.digits.len() >= NUMBER => {
                self.digits.push(x);
                Verdict::Scan(self.take().into_iter().collect())
            }
            typed => {
                if typed.is_some() {
                    self.words_ms = ms;
                }
                Verdict::Pass
            }
        }
    }
}

/// A run of digits at a scanner's speed in the search box.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run {
    digits: usize,
    last_ms: u64,
}

impl Run {
    /// Takes a key; true for the one that makes the run an id number.
    pub(super) fn press(&mut self, key: Key, ms: u64) -> bool {
        let near = ms.saturating_sub(self.last_ms) < GAP_MS;
        self.last_ms = ms;
        let is_digit = key.folded().typed().is_some_and(|c| c.is_ascii_digit());
        self.digits = match (is_digit, near) {
            (true, true) => self.digits + 1,
            (true, false) => 1,
            (false, _) => 0,
        };
        self.digits == NUMBER
    }
}

/// Typed characters closer together than this are a paste where no paste event comes.
const PASTE_GAP_MS: u64 = 10;
/// That many of them before a line break make it a pasted one.
const PASTE: usize = 2;
/// After this long without a key a paste has ended.
const PASTE_END_MS: u64 = 30;

/// Very fast keys, where a paste comes as such.
#[derive(Debug, Clone, Default)]
pub(super) struct Burst {
    /// The characters of the line so far.
    run: String,
    last_ms: u64,
    /// The lines of a paste, kept until it ends, and the break that began them.
    kept: Option<(String, Key)>,
}

/// What a key is among very fast ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fast {
    /// An ordinary key.
    Key,
    /// A line break in a field that holds words.
    Break,
    /// A part of a paste, or perhaps of one: wait.
    Kept,
}

impl Burst {
    /// Takes a key; call [`Burst::take`] first where [`Burst::is_due`]. `in_field`: the text goes into
    /// a field of a form, where nothing is looked up.
    pub(super) fn press(&mut self, key: Key, ms: u64, in_field: bool) -> Fast {
        let near = ms.saturating_sub(self.last_ms) < PASTE_GAP_MS;
        self.last_ms = ms;
        let is_break = matches!(key.code, Code::Enter | Code::Tab);
        if let Some((lines, _)) = &mut self.kept {
            match key.typed() {
                Some(c) => lines.push(c),
                None if key.code == Code::Tab => lines.push('\t'),
                None if is_break => lines.push('\n'),
                None => {}
            }
            return Fast::Kept;
        }
        if !near {
            self.run.clear();
        }
        if let Some(c) = key.typed() {
            self.run.push(c);
            return Fast::Key;
        }
        let run = std::mem::take(&mut self.run);
        if !is_break || !near || run.chars().count() < PASTE {
            return Fast::Key;
        }
        if in_field {
            return if is_number(&run) {
                Fast::Key
            } else {
                Fast::Break
            };
        }
        let sign = if key.code == Code::Tab { '\t' } else { '\n' };
        self.kept = Some((format!("{run}{sign}"), key));
        Fast::Kept
    }

    /// True where keys are kept and no more have come for a while.
    pub(super) fn is_due(&self, ms: u64) -> bool {
        self.is_open() && ms.saturating_sub(self.last_ms) >= PASTE_END_MS
    }

    /// True while keys are kept.
    pub(super) fn is_open(&self) -> bool {
        self.kept.is_some()
    }

    /// The kept lines, and the key that was kept back, to be pressed where they are no paste: the one
    /// that ends a scan. After words it is a blank at most and submits nothing.
    pub(super) fn take(&mut self) -> (String, Option<Key>) {
        let Some((lines, key)) = self.kept.take() else {
            return (String::new(), None);
        };
        let last = is_number(lines.trim()).then_some(key);
        (lines, last)
    }
}

/// Digits, perhaps with the X of an id number: what a scanner sends.
fn is_number(run: &str) -> bool {
    run.chars()
        .all(|c| c.is_ascii_digit() || c.eq_ignore_ascii_case(&'x'))
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
                held.press(Key::char(c), ms, false)
            })
            .collect()
    }

    fn burst(keys: &[(u64, Key)], in_field: bool) -> (Burst, Vec<Fast>) {
        let mut burst = Burst::default();
        let fast = keys
            .iter()
            .map(|(ms, key)| burst.press(*key, *ms, in_field));
        let fast = fast.collect();
        (burst, fast)
    }

    fn typed(text: &str, from: u64) -> Vec<(u64, Key)> {
        let key = |c| match c {
            '\n' => Key::plain(Code::Enter),
            c => Key::char(c),
        };
        (from..).zip(text.chars().map(key)).collect()
    }

    #[test]
    fn lines_at_machine_speed_are_kept_as_a_paste() {
        let (mut paste, fast) = burst(&typed("李明朗\n陈伟\n", 1000), false);
        assert_eq!(
            fast[2..],
            [Fast::Key, Fast::Kept, Fast::Kept, Fast::Kept, Fast::Kept]
        );
        assert!(!paste.is_due(1010) && paste.is_due(1040));
        assert_eq!(paste.take(), ("李明朗\n陈伟\n".to_owned(), None));
        // A scanner's Enter is given back; a hand's is never taken.
        let (mut scan, _) = burst(&typed("449901199203143217\n", 1000), false);
        assert_eq!(scan.take().1, Some(Key::plain(Code::Enter)));
        let mut slow = typed("李明朗", 1000);
        slow.push((1200, Key::plain(Code::Enter)));
        assert_eq!(burst(&slow, false).1[3], Fast::Key);
        // In a field a line break is a blank.
        assert_eq!(burst(&typed("李明朗\n", 1000), true).1[3], Fast::Break);
    }

    #[test]
    fn digits_in_a_phrase_are_words_and_a_number_alone_is_a_scan() {
        let verdicts = |typed: &str| {
            let mut held = Held::default();
            let mut out = String::new();
            for (ms, c) in (1000..).zip(typed.chars()) {
                match held.press(Key::char(c), ms, true) {
                    Verdict::Wait => {}
                    Verdict::Pass => {
                        out.extend(held.take());
                        out.push(c);
                    }
                    Verdict::Scan(_) => panic!("told too early"),
                }
            }
            (out, held.take_scan())
        };
        let scan = |typed: &str| {
            let mut held = Held::default();
            let keys = (1000..).zip(typed.chars());
            let verdicts = keys.map(|(ms, c)| held.press(Key::char(c), ms, true));
            verdicts.last()
        };
        for phrase in ["工资3500左右", "电话13800138000找他儿子", "2026年12月1日"] {
            assert_eq!(verdicts(phrase), (phrase.to_owned(), None));
        }
        for number in ["44990119920314321X", "449901199203143217"] {
            assert_eq!(scan(number), Some(Verdict::Scan(number.to_owned())));
        }
        assert_eq!(verdicts("3217"), (String::new(), Some("3217".to_owned())));
    }

    #[test]
    fn a_scanner_is_told_from_a_hand() {
        assert_eq!(feed(5, "4499")[3], Verdict::Scan("4499".to_owned()));
        assert_eq!(feed(5, "４４９９")[3], Verdict::Scan("4499".to_owned()));
        assert_eq!(feed(40, "4499")[3], Verdict::Wait);
        assert_eq!(feed(5, "213x")[3], Verdict::Pass);
    }
}
