//! The filter line of the course and vacancy lists: characters, pinyin, initials, and slips by `fuzzy-matcher`.
//!
//! Absent on purpose: people; there are few thousand offers, so that a scan is quick.

use super::Offer;
use crate::domain::offer::OfferId;
use crate::matching::lexicon::Lexicon;
use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// An offer's words, folded.
#[derive(Debug)]
pub(super) struct Words {
    reference: String,
    title: String,
    rest: String,
    pinyin: String,
    initials: String,
}

impl Words {
    pub(super) fn of(lexicon: &Lexicon, offer: &Offer) -> Self {
        let [reference, title, by, place, terms] = offer.line();
        let more = match offer {
            Offer::Course(c) => [&c.record.target, &c.record.condition],
            Offer::Vacancy(v) => [&v.record.requirement, &v.record.remark],
        };
        let rest = [by, place, terms, more[0], more[1]]
            .map(String::as_str)
            .join(" ");
        let read = |text: &str, initials: bool| -> String {
            let chars: Vec<char> = lexicon.fold(text).chars().collect();
            let syllables = lexicon.read_word(&chars);
            let letters = chars.iter().zip(syllables).map(|(c, s)| {
                let syllable = lexicon.syllable(s);
                match syllable.get(..1) {
                    Some(first) if initials => first.to_owned(),
                    Some(_) => syllable.to_owned(),
                    None => c.to_string(),
                }
            });
            letters.collect()
        };
        let named = format!("{title} {by} {place}");
        Self {
            reference: lexicon.fold(reference),
            title: lexicon.fold(title),
            rest: lexicon.fold(&rest),
            pinyin: read(&named, false),
            initials: read(&named, true),
        }
    }

    /// How well one typed word fits; `None` where it does not.
    fn score(&self, word: &str) -> Option<i64> {
        let begins = |text: &str| text.split(' ').any(|part| part.starts_with(word));
        if self.reference == word {
            Some(1000)
        } else if self.title.starts_with(word) {
            Some(900)
        } else if self.title.contains(word) {
            Some(800)
        } else if self.rest.contains(word) || self.reference.starts_with(word) {
            Some(600)
        } else if word.is_ascii() && begins(&self.pinyin) {
            Some(700)
        } else if word.is_ascii()
            && (begins(&self.initials)
                || self.pinyin.contains(word)
                || self.initials.contains(word))
        {
            Some(500)
        } else {
            None
        }
    }
}

/// The offers in which every typed word is found; where there is none, those whose title comes nearest.
pub(super) fn filter<'a>(
    lexicon: &Lexicon,
    offers: impl Iterator<Item = (OfferId, &'a Words)>,
    text: &str,
) -> Vec<OfferId> {
    let folded = lexicon.fold(text);
    let typed: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|w| !w.is_empty())
        .collect();
    let mut offers: Vec<(OfferId, &Words)> = offers.collect();
    offers.sort_by(|a, b| a.1.reference.cmp(&b.1.reference).then(a.0.cmp(&b.0)));
    if typed.is_empty() {
        return offers.into_iter().map(|(id, _)| id).collect();
    }
    let all = |words: &Words| typed.iter().map(|w| words.score(w)).sum::<Option<i64>>();
    let mut found: Vec<(i64, OfferId)> = offers
        .iter()
        .filter_map(|(id, w)| Some((all(w)?, *id)))
        .collect();
    if found.is_empty() {
        let matcher = SkimMatcherV2::default();
        let whole = typed.concat();
        let near = |w: &Words| {
            matcher.fuzzy_match(&w.title, &whole).or_else(|| {
                matcher
                    .fuzzy_match(&w.pinyin, &whole)
                    .filter(|_| whole.len() >= 4)
            })
        };
        found = offers
            .iter()
            .filter_map(|(id, w)| Some((near(w)?, *id)))
            .collect();
    }
    // Stable: equals stay in the order of their references.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, id)| id).collect()
}
