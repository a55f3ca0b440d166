//! The string matchers: each is given everybody's line of keys and asked for the best fifty.

use super::people::Lines;
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use memchr::memmem::Finder;
use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};
use std::time::{Duration, Instant};

/// So many are shown.
pub(crate) const SHOWN: usize = 50;

/// Somebody else's way to find people.
pub(crate) trait Peer {
    fn name(&self) -> &'static str;
    /// Bytes that it keeps for everybody.
    fn bytes(&self) -> usize;
    /// How long it took to make ready, beyond the lines.
    fn built(&self) -> Duration;
    /// Whether it takes so long that only some keys are asked.
    fn is_slow(&self) -> bool;
    /// The numbers of those whom it would show, best first.
    fn find(&self, key: &str) -> Vec<u32>;
}

fn best(mut scored: Vec<(i64, u32)>) -> Vec<u32> {
    scored.sort_unstable_by_key(|(score, at)| (-score, *at));
    scored.into_iter().take(SHOWN).map(|(_, at)| at).collect()
}

pub(crate) struct Skim<'a> {
    people: &'a Lines,
    matcher: SkimMatcherV2,
}

impl<'a> Skim<'a> {
    pub(crate) fn new(people: &'a Lines) -> Self {
        Self {
            people,
            matcher: SkimMatcherV2::default(),
        }
    }
}

impl Peer for Skim<'_> {
    fn name(&self) -> &'static str {
        "SkimMatcherV2"
    }

    fn bytes(&self) -> usize {
        self.people.bytes()
    }

    fn built(&self) -> Duration {
        Duration::ZERO
    }

    fn is_slow(&self) -> bool {
        true
    }

    fn find(&self, key: &str) -> Vec<u32> {
        let lines = self.people.lines.iter().zip(0..);
        let scored =
            lines.filter_map(|(line, at)| Some((self.matcher.fuzzy_match(line, key)?, at)));
        best(scored.collect())
    }
}

pub(crate) struct Nucleo {
    lines: Vec<Utf32String>,
    built: Duration,
}

impl Nucleo {
    pub(crate) fn new(people: &Lines) -> Self {
        let start = Instant::now();
        let lines = people.lines.iter().map(|l| Utf32String::from(l.as_str()));
        Self {
            lines: lines.collect(),
            built: start.elapsed(),
        }
    }
}

impl Peer for Nucleo {
    fn name(&self) -> &'static str {
        "nucleo-matcher"
    }

    fn bytes(&self) -> usize {
        let of_line = |line: &Utf32String| match line {
            Utf32String::Ascii(text) => text.len(),
            Utf32String::Unicode(chars) => chars.len() * 4,
        };
        let all: usize = self.lines.iter().map(of_line).sum();
        all + self.lines.len() * size_of::<Utf32String>()
    }

    fn built(&self) -> Duration {
        self.built
    }

    fn is_slow(&self) -> bool {
        true
    }

    fn find(&self, key: &str) -> Vec<u32> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut chars = Vec::new();
        let needle = Utf32Str::new(key, &mut chars);
        let lines = self.lines.iter().zip(0..);
        let scored = lines.filter_map(|(line, at)| {
            let score = matcher.fuzzy_match(line.slice(..), needle)?;
            Some((i64::from(score), at))
        });
        best(scored.collect())
    }
}

pub(crate) struct Frizbee<'a>(pub(crate) &'a Lines);

impl Peer for Frizbee<'_> {
    fn name(&self) -> &'static str {
        "neo_frizbee"
    }

    fn bytes(&self) -> usize {
        self.0.bytes()
    }

    fn built(&self) -> Duration {
        Duration::ZERO
    }

    fn is_slow(&self) -> bool {
        false
    }

    fn find(&self, key: &str) -> Vec<u32> {
        let found = neo_frizbee::match_list(key, &self.0.lines, &neo_frizbee::Config::default());
        found.into_iter().take(SHOWN).map(|m| m.index).collect()
    }
}

/// One text of all lines; its lines are looked up by where they end.
pub(crate) struct Blob {
    text: String,
    ends: Vec<u32>,
    built: Duration,
}

impl Blob {
    pub(crate) fn new(people: &Lines) -> Self {
        let start = Instant::now();
        let text = people.lines.join("\n");
        let mut ends: Vec<u32> = Vec::with_capacity(people.lines.len());
        let mut end = 0;
        for line in &people.lines {
            end += line.len() as u32 + 1;
            ends.push(end);
        }
        Self {
            text,
            ends,
            built: start.elapsed(),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

impl Peer for Blob {
    fn name(&self) -> &'static str {
        "memmem over one blob"
    }

    fn bytes(&self) -> usize {
        self.text.len() + self.ends.len() * 4
    }

    fn built(&self) -> Duration {
        self.built
    }

    fn is_slow(&self) -> bool {
        false
    }

    /// All words must stand in the line; who has the first word earliest stands first.
    fn find(&self, key: &str) -> Vec<u32> {
        let mut words = key.split(' ').filter(|w| !w.is_empty());
        let Some(first) = words.next() else {
            return Vec::new();
        };
        let others: Vec<Finder<'_>> = words.map(Finder::new).collect();
        let finder = Finder::new(first);
        let bytes = self.text.as_bytes();
        let (mut from, mut at) = (0, 0);
        let mut found: Vec<(i64, u32)> = Vec::new();
        while let Some(hit) = finder.find(&bytes[from..]) {
            let place = from + hit;
            at += self.ends[at..].partition_point(|end| *end as usize <= place);
            let (start, end) = (
                at.checked_sub(1).map_or(0, |last| self.ends[last] as usize),
                (self.ends[at] as usize).min(bytes.len()),
            );
            if others.iter().all(|o| o.find(&bytes[start..end]).is_some()) {
                found.push(((start as i64) - (place as i64), at as u32));
            }
            from = end;
        }
        best(found)
    }
}
