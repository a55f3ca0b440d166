//! Words that are no alias as they stand: aliases inside them, around them, like them.

use super::{Alias, LEAST_LIKENESS, MOST_AROUND, Occupations, Understood, contains};
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

impl Occupations {
    /// The longest aliases that stand in the words, from the left, none within another.
    pub(super) fn inside(&self, folded: &[char]) -> Vec<Understood> {
        let mut found: Vec<Understood> = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            let most = self.longest.min(folded.len() - at);
            let hit = (2..=most)
                .rev()
                .find_map(|n| Some((n, self.by_text.get(&folded[at..at + n])?)));
            match hit {
                Some((length, ids)) => {
                    let share = 700 + 250 * length / folded.len();
                    let share = i32::try_from(share).unwrap_or(0);
                    found.extend(ids.iter().map(|id| self.understood(*id, share, 0)));
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Aliases of which the words are a part: `育婴` of 育婴员; the shortest first.
    pub(super) fn around(&self, core: &[char]) -> Vec<Understood> {
        if core.len() < 2 {
            return Vec::new();
        }
        let mut found: Vec<(usize, u32)> = self
            .sharing(core)
            .into_iter()
            .filter(|id| contains(&self.aliases[*id as usize].folded, core))
            .map(|id| (self.aliases[id as usize].folded.len(), id))
            .collect();
        found.sort_unstable_by_key(|(length, id)| (*length, *id));
        let share = |length: usize| i32::try_from(400 + 300 * core.len() / length).unwrap_or(0);
        found
            .into_iter()
            .take(MOST_AROUND)
            .map(|(length, id)| self.understood(id, share(length), 0))
            .collect()
    }

    /// Aliases that are like the words: typed in letters, one slip, a letter left out.
    pub(super) fn nearly(&self, core: &[char]) -> Vec<Understood> {
        let typed: String = core.iter().collect();
        if typed.is_ascii() {
            let whole = |a: &&Alias| a.pinyin == typed;
            let begins = |a: &&Alias| typed.len() >= 4 && a.pinyin.starts_with(&typed);
            let exact: Vec<&Alias> = self.aliases.iter().filter(whole).collect();
            let (list, score) = match exact.is_empty() {
                false => (exact, 900),
                true => (self.aliases.iter().filter(begins).collect(), 600),
            };
            return list
                .into_iter()
                .take(MOST_AROUND)
                .map(|a| self.of(a, score))
                .collect();
        }
        if core.len() < 2 {
            return Vec::new();
        }
        // The same sounds in other characters: an input method's slip.
        let pinyin: String = self
            .lexicon
            .read_word(core)
            .iter()
            .map(|s| self.lexicon.syllable(*s))
            .collect();
        let same_sound: Vec<Understood> = self
            .aliases
            .iter()
            .filter(|a| !pinyin.is_empty() && a.pinyin == pinyin && a.folded.len() == core.len())
            .take(MOST_AROUND)
            .map(|a| self.of(a, 700))
            .collect();
        if !same_sound.is_empty() {
            return same_sound;
        }
        let matcher = SkimMatcherV2::default();
        let mut found: Vec<(usize, u32)> = self
            .sharing(core)
            .into_iter()
            .filter_map(|id| {
                let alias = &self.aliases[id as usize];
                let text: String = alias.folded.iter().collect();
                let gaps = matcher
                    .fuzzy_match(&typed, &text)
                    .or_else(|| matcher.fuzzy_match(&text, &typed));
                let shared = core.iter().filter(|c| alias.folded.contains(c)).count();
                let share = shared * 100 / core.len().max(alias.folded.len());
                let enough = if gaps.is_some() { 50 } else { LEAST_LIKENESS };
                (shared >= 2 && share >= enough).then_some((share, id))
            })
            .collect();
        found.sort_unstable_by_key(|(share, id)| (std::cmp::Reverse(*share), *id));
        found
            .into_iter()
            .take(MOST_AROUND)
            .map(|(share, id)| self.understood(id, i32::try_from(share * 5).unwrap_or(0), 0))
            .collect()
    }

    /// Aliases that share the words' rarest character.
    fn sharing(&self, core: &[char]) -> Vec<u32> {
        let mut all: Vec<u32> = core
            .iter()
            .filter_map(|c| self.by_char.get(c))
            .flatten()
            .copied()
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
